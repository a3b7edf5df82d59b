"""JSON Lines of articles: `{"id": …, "text": …, "published": …}`, one a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from core.errors import KnownError
from core.importers import make_article
from core.importers.articles_csv import iso_day
from core.importers.base import Metadata
from core.importers.txt import unreadable
from core.model import Article
from core.text.canonical import canonical

_OPTIONAL = ("title", "source", "author", "url")


def read_lines(
    file: Path, source: str | None = None, published: str | None = None
) -> Iterator[tuple[int, Article | KnownError]]:
    """(line number, article or what is wrong with the line), in order; blank lines are passed over.

    `-` is standard input. Raises KnownError where the file itself cannot be read.
    """
    for_all = Metadata(source=source or "", published=iso_day(published or ""))
    try:
        with nullcontext(sys.stdin.buffer) if str(file) == "-" else file.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                if number == 1:
                    line = line.removeprefix(b"\xef\xbb\xbf")
                if line.strip():
                    yield number, _article(line, for_all)
    except OSError as error:
        raise unreadable(file, error) from error


def _article(line: bytes, for_all: Metadata) -> Article | KnownError:
    try:
        data = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return KnownError("السطر ليس كائن JSON بترميز UTF-8.", "The line is no JSON object in UTF-8.")
    if not isinstance(data, dict):
        return KnownError("السطر ليس كائن JSON بل قيمة أخرى.", "The line is JSON, but no object.")
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
