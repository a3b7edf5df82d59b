"""Our own exports (CSV or JSON Lines) come back: marks held against their articles' texts, and verdicts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from core import flat
from core.errors import KnownError
from core.importers.base import Skipped
from core.importers.encoding import decode
from core.importers.txt import read_bytes
from core.model import Annotation, Article, Mention, Quote, Reason, Span, Verdict, VerdictKind
from core.text.cells import separator, unguarded

Cells = Mapping[str, Any]
_Item = TypeVar("_Item")

# What an export is known by: columns that it has in any order, among others.
_NEEDED = {
    "annotations": ("annotation_id", "article_id", "start", "end", "text", "label"),
    "verdicts": ("contradiction_id", "verdict", "reason", "note", "reviewer", "reviewed_at"),
}
_LONGEST_HEADER = 100_000  # bytes
# A cell may hold a long quotation; Python's own limit is 131,072 characters.
csv.field_size_limit(2**31 - 1)


def kind_of(path: Path) -> str | None:
    """Which export the file begins as: "annotations" (claims are such too), "verdicts" (contradictions), or None."""
    if path.suffix.casefold() not in _ROWS or not path.is_file():
        return None
    with path.open("rb") as stream:
        # UTF-16, as Excel's “Unicode text” is, reads the same without its zeros.
        first = stream.readline(_LONGEST_HEADER).replace(b"\0", b"").decode("utf-8-sig", "replace")
    return next((kind for kind, names in _NEEDED.items() if all(name in first for name in names)), None)


def read_annotations(path: Path, article: Callable[[str], Article | None]) -> Iterator[Annotation | Skipped]:
    """The annotations in `path`, or what is wrong with a line. `article` finds an article by its ID.

    Raises KnownError where the file itself cannot be read.
    """
    for line, found in _read(path, flat.annotation):
        if isinstance(found, Annotation) and (problem := _mismatch(path, line, found, article(found.article_id))):
            yield Skipped(path.name, problem)
        else:
            yield found


def read_verdicts(path: Path) -> Iterator[Verdict | Skipped]:
    """The verdicts and notes in an export of contradictions, or what is wrong with a line; undecided ones are none."""
    for _, found in _read(path, _verdict):
        if isinstance(found, Skipped) or found.kind is not VerdictKind.UNDECIDED or found.note:
            yield found


def _read(path: Path, make: Callable[[Cells], _Item]) -> Iterator[tuple[int, _Item | Skipped]]:
    """Line number and what `make` makes of it; ends where the file is broken."""
    line = 0
    try:
        for line, cells in _ROWS[path.suffix.casefold()](decode(read_bytes(path), path.name)):
            try:
                yield line, make(cells)
            except (KeyError, ValueError, TypeError, AttributeError) as error:
                yield line, Skipped(path.name, _broken(path, line, error))
    except (csv.Error, ValueError) as error:
        yield line, Skipped(path.name, _broken(path, line + 1, error))


def _verdict(cells: Cells) -> Verdict:
    # Of what nobody has decided, the column says why the tool shows it.
    reason = cells.get("reason")
    return Verdict(
        str(cells["contradiction_id"]),
        VerdictKind(cells["verdict"]),
        Reason(reason) if reason in set(Reason) else None,
        cells.get("note") or "",
        cells.get("reviewer") or "",
        cells.get("reviewed_at") or None,
    )


def _csv_rows(text: str) -> Iterator[tuple[int, Cells]]:
    delimiter = separator(text.partition("\n")[0])
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    for cells in reader:
        yield reader.line_num, {name: unguarded(cell) for name, cell in cells.items() if name and cell is not None}


def _json_rows(text: str) -> Iterator[tuple[int, Cells]]:
    for line, written in enumerate(text.split("\n"), 1):
        if written.strip():
            yield line, json.loads(written)


_ROWS: dict[str, Callable[[str], Iterator[tuple[int, Cells]]]] = {".csv": _csv_rows, ".jsonl": _json_rows}


def _mismatch(path: Path, line: int, found: Annotation, home: Article | None) -> KnownError | None:
    """What does not fit between the annotation and its article."""
    if home is None:
        return KnownError(
            f"«{path.name}»، السطر {line}: المقال {found.article_id} ليس في المشروع؛ استورد المقالات أولا.",
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


def _broken(path: Path, line: int, error: Exception) -> KnownError:
    return KnownError(
        f"«{path.name}»، السطر {line}: صف غير صحيح ({error})؛ تُرك.",
        f"{path.name}, line {line}: no valid row ({error}); it was left out.",
    )
