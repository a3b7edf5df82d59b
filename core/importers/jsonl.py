"""JSON Lines of articles: `{"id": …, "text": …, "published": …}`, one a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from core.errors import KnownError
from core.importers import limits
from core.importers.articles_csv import iso_day
from core.importers.base import Document, Draft, Metadata, Skipped, in_line
from core.importers.columns import field_of
from core.importers.metadata import day_in, make_article
from core.importers.tables import undated
from core.importers.txt import unreadable
from core.model import Article
from core.text.canonical import canonical

_OPTIONAL = ("title", "source", "author", "url")


def read(document: Document) -> Iterator[Draft | Skipped]:
    """The articles of a file, whose fields may be called as the columns of tables are; `id` may be missing."""
    ids: dict[str, int] = {}
    for number, line in _lines(document.name, document.stream):
        item = _object(line)
        if isinstance(item, KnownError):
            yield in_line(document.name, number, item.ar, item.en)
            continue
        said = {field_of(key): value for key, value in reversed(item.items())}
        text = item.get("text", said.get("text"))
        if not isinstance(text, str) or not (text := canonical(text)).strip():
            yield in_line(document.name, number, "لا نص في السطر؛ تُرك.", "there is no text; it was left out.")
            continue
        key = canonical(str(said.get("id") or ""))
        if key and ids.setdefault(key, number) != number:
            yield in_line(
                document.name,
                number,
                f"المعرف «{key[:60]}» ورد في السطر {ids[key]}؛ تُرك السطر.",
                f"the ID “{key[:60]}” stands in line {ids[key]} already; it was left out.",
            )
            continue
        day = str(said.get("published") or "")
        published = day_in(day)
        if day.strip() and not published:
            yield undated(document.name, number, day)
        known = {name: canonical(found).strip() for name in _OPTIONAL if isinstance(found := said.get(name), str)}
        yield Draft(text, Metadata(published=published, **known), key or str(number))


def read_lines(
    file: Path, source: str | None = None, published: str | None = None
) -> Iterator[tuple[int, Article | KnownError]]:
    """(line number, article or what is wrong with the line), in order; blank lines are passed over.

    `-` is standard input. Raises KnownError where the file itself cannot be read.
    """
    for_all = Metadata(source=source or "", published=iso_day(published or ""))
    try:
        with nullcontext(sys.stdin.buffer) if str(file) == "-" else file.open("rb") as stream:
            for number, line in _lines(file.name, stream):
                yield number, _article(line, for_all)
    except OSError as error:
        raise unreadable(file, error) from error


def _lines(name: str, stream: BinaryIO) -> Iterator[tuple[int, bytes | KnownError]]:
    """Number and bytes of the lines that are not blank, one in memory at a time; of one too long, what to say."""
    number = size = 0
    while line := stream.readline(limits.FILE_BYTES + 1):
        number += 1
        size += len(line)
        limits.check_size(name, size, limits.LINES_BYTES)
        if len(line) > limits.FILE_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limits.FILE_BYTES)
                limits.check_size(name, size := size + len(line), limits.LINES_BYTES)
            yield number, limits.too_large(f"{name}:{number}")
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield number, line


def _object(line: bytes | KnownError) -> dict[str, Any] | KnownError:
    if isinstance(line, KnownError):
        return line
    try:
        data = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return KnownError("السطر ليس كائن JSON بترميز UTF-8.", "The line is no JSON object in UTF-8.")
    if not isinstance(data, dict):
        return KnownError("السطر ليس كائن JSON بل قيمة أخرى.", "The line is JSON, but no object.")
    return data


def _article(line: bytes | KnownError, for_all: Metadata) -> Article | KnownError:
    data = _object(line)
    if isinstance(data, KnownError):
        return data
    for name in ("id", "text"):
        if not isinstance(data.get(name), str):
            return KnownError(f"الحقل {name} ناقص أو ليس نصًا.", f"The field “{name}” is missing or no string.")
    for name in ("published", *_OPTIONAL):
        if not isinstance(data.get(name), str | None):
            return KnownError(f"الحقل {name} ليس نصًا.", f"The field “{name}” is no string.")
    try:
        said = for_all.or_else(_metadata(data))
    except KnownError as error:
        return error
    return make_article(canonical(data["text"]), said, id_=canonical(data["id"]))


def _metadata(data: dict[str, Any]) -> Metadata:
    said = {name: canonical(data.get(name) or "").strip() for name in _OPTIONAL}
    return Metadata(published=iso_day(data.get("published") or ""), **said)
