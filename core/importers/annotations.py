"""Exported annotations (CSV or JSON Lines) → annotations, each held against its article's text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from core import flat
from core.errors import KnownError
from core.importers.base import Skipped
from core.importers.encoding import decode
from core.importers.txt import read_bytes
from core.model import Annotation, Article, Mention, Quote, Span
from core.text.cells import unguarded

_NEEDED = ("annotation_id", "article_id", "start", "end", "text", "label")
# A cell may hold a long quotation; Python's own limit is 131,072 characters.
csv.field_size_limit(2**31 - 1)


def is_annotations(path: Path) -> bool:
    """Whether the file begins as an export of annotations does."""
    if path.suffix.casefold() not in _ROWS or not path.is_file():
        return False
    with path.open("rb") as stream:
        first = stream.readline(100_000).decode("utf-8-sig", "replace")
    return all(name in first for name in _NEEDED)


def read_annotations(path: Path, article: Callable[[str], Article | None]) -> Iterator[Annotation | Skipped]:
    """The annotations in `path`, or what is wrong with a line. `article` finds an article by its ID.

    Raises KnownError where the file itself cannot be read.
    """
    rows = _ROWS[path.suffix.casefold()](decode(read_bytes(path), path.name))
    while True:
        try:
            line, cells = next(rows)
        except StopIteration:
            return
        except (csv.Error, ValueError) as error:
            yield Skipped(path.name, _broken(path, f"{error}"))
            return
        try:
            found = flat.annotation(cells)
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            yield Skipped(path.name, _broken(path, f"{line}: {error}"))
            continue
        home = article(found.article_id)
        if problem := _mismatch(path, line, found, home):
            yield Skipped(path.name, problem)
        else:
            yield found


def _csv_rows(text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    for cells in reader:
        yield reader.line_num, {name: unguarded(cell) for name, cell in cells.items() if name and cell is not None}


def _json_rows(text: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for line, written in enumerate(text.split("\n"), 1):
        if written.strip():
            yield line, json.loads(written)


_ROWS: dict[str, Callable[[str], Iterator[tuple[int, Mapping[str, Any]]]]] = {".csv": _csv_rows, ".jsonl": _json_rows}


def _mismatch(path: Path, line: int, found: Annotation, home: Article | None) -> KnownError | None:
    """What does not fit between the annotation and its article."""
    if home is None:
        return KnownError(
            f"«{path.name}»، السطر {line}: المقال {found.article_id} ليس في المشروع؛ استورد المقالات أولًا.",
            f"{path.name}, line {line}: article {found.article_id} is not in the project; import the articles first.",
        )
    spans: list[Span | Mention] = [found.span]
    if isinstance(found.item, Quote):
        spans += [mention for mention in (found.item.speaker, found.item.cue) if mention]
    words = [found.item.text, *(span.text for span in spans if isinstance(span, Mention))]
    if any(home.text[span.start : span.end] != text for span, text in zip(spans, words, strict=True)):
        return KnownError(
            f"«{path.name}»، السطر {line}: الموضع {found.item.start}–{found.item.end} لا يطابق نص المقال.",
            f"{path.name}, line {line}: {found.item.start}–{found.item.end} does not match the article's text.",
        )
    return None


def _broken(path: Path, what: str) -> KnownError:
    return KnownError(
        f"«{path.name}»: سطر ليس علامة صحيحة ({what})؛ تُرك.",
        f"{path.name}: a line is no valid annotation ({what}); it was left out.",
    )
