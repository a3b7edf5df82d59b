"""Our own tables (CSV, Excel or JSON Lines) come back: marks held against their articles' texts, and verdicts."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TextIO, TypeVar

from core import flat, serial
from core.errors import KnownError
from core.importers import limits
from core.importers.annotated.base import Files, damaged, fits, why_broken
from core.importers.base import Skipped
from core.importers.encoding import decode
from core.importers.tables import OPENPYXL
from core.importers.txt import read_bytes
from core.model import Annotation, Article, Reason, Verdict, VerdictKind
from core.text.cells import separator, unguarded

Cells = Mapping[str, Any]
_Item = TypeVar("_Item")

# What an export is known by: columns that it has in any order, among others.
_NEEDED = {
    "annotations": ("annotation_id", "article_id", "start", "end", "text", "label"),
    "verdicts": ("contradiction_id", "verdict", "reason", "note", "reviewer", "reviewed_at"),
}
PROJECT = "mizan-project"
csv.field_size_limit(limits.CELL)


def kind_of(path: Path) -> str | None:
    """Which export the file begins as, or None.

    "annotations" (claims are such too), "verdicts" (contradictions), or a whole "project".
    """
    if path.suffix.casefold() not in _ROWS or not path.is_file():
        return None
    if path.suffix.casefold() == ".xlsx":
        return _kind_of(_heading(path))
    with path.open("rb") as stream:
        # UTF-16, as Excel's “Unicode text” is, reads the same without its zeros.
        first = stream.readline(limits.HEADER_BYTES).replace(b"\0", b"").decode("utf-8-sig", "replace")
    return "project" if first.startswith(f'{{"{PROJECT}":') else _kind_of(first)


def read_project(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """(line number, row) of a project that was exported whole. Raises KnownError at the first line that is none."""
    with path.open("rb") as stream:
        for line, written in enumerate(stream, 1):
            try:
                row = json.loads(written.decode("utf-8-sig" if line == 1 else "utf-8", "surrogatepass"))
            except (ValueError, RecursionError) as error:
                raise _broken(path, line, error) from error
            yield line, row if isinstance(row, dict) else {}


def read_annotations(path: Path, article: Callable[[str], Article | None]) -> Iterator[Annotation | Skipped]:
    """The annotations in `path`, or what is wrong with a line. `article` finds an article by its ID.

    Raises KnownError where the file itself cannot be read.
    """
    seen: set[str] = set()
    for line, found in _read(path, flat.annotation):
        if isinstance(found, Skipped):
            yield found
        elif problem := _mismatch(path, line, found, article(found.article_id)) or _again(path, line, found, seen):
            yield Skipped(path.name, problem)
        else:
            seen.add(found.id)
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
        for line, cells in _ROWS[path.suffix.casefold()](path):
            try:
                yield line, make(cells)
            except (KeyError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
                yield line, Skipped(path.name, _broken(path, line, error))
    except (csv.Error, ValueError, RecursionError) as error:
        yield line, Skipped(path.name, _broken(path, line + 1, error))


def _verdict(cells: Cells) -> Verdict:
    # Of what nobody has decided, the column says why the tool shows it.
    reason = cells.get("reason")
    return serial.sound(
        Verdict(
            str(cells["contradiction_id"]),
            VerdictKind(cells["verdict"]),
            Reason(reason) if reason in set(map(str, Reason)) else None,
            cells.get("note") or "",
            cells.get("reviewer") or "",
            cells.get("reviewed_at") or None,
        )
    )


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """The file as text. A large one is ours, so UTF-8, and is never all in memory."""
    if path.stat().st_size < limits.WHOLE_BYTES:
        yield io.StringIO(decode(read_bytes(path), path.name), newline="")
    else:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield stream


def _csv_rows(path: Path) -> Iterator[tuple[int, Cells]]:
    with _opened(path) as stream:
        delimiter = separator(stream.readline(limits.HEADER_BYTES))
        stream.seek(0)
        reader = csv.reader(stream, delimiter=delimiter, strict=True)
        columns = next(reader, [])
        for cells in reader:
            if cells:
                plain = [unguarded(cell) if cell[:1] == "'" else cell for cell in cells]
                yield reader.line_num, dict(zip(columns, plain, strict=False))


def _json_rows(path: Path) -> Iterator[tuple[int, Cells]]:
    with _opened(path) as stream:
        for line, written in enumerate(stream, 1):
            if written.strip():
                yield line, json.loads(written)


def _xlsx_rows(path: Path) -> Iterator[tuple[int, Cells]]:
    """The first sheet of a workbook; a cell is what was written, so nothing was guarded."""
    columns: list[str] = []
    for line, cells in enumerate(_sheet(path), 1):
        if not columns:
            columns = [str(cell or "") for cell in cells]
        else:
            yield line, {name: _plain(cell) for name, cell in zip(columns, cells, strict=False) if name}


def _plain(cell: Any) -> Any:
    """A cell as it was written: OOXML writes control characters as `_x000D_`, and openpyxl leaves them so."""
    from openpyxl.utils.escape import unescape

    return unescape(cell) if isinstance(cell, str) and "_x" in cell else cell


def _sheet(path: Path) -> Generator[tuple[Any, ...], None, None]:
    from openpyxl import load_workbook

    Files(path).close()  # refuses what unpacks to more than a workbook of ours
    try:
        with closing(load_workbook(path, read_only=True, data_only=True)) as book:
            yield from book.worksheets[0].iter_rows(values_only=True)
    except OPENPYXL as error:
        raise damaged(path.name) from error


def _heading(path: Path) -> str:
    """The first row of a workbook, "" for what is none."""
    try:
        with closing(_sheet(path)) as rows:
            return " ".join(str(cell) for cell in next(rows, ()))
    except KnownError:
        return ""


_ROWS: dict[str, Callable[[Path], Iterator[tuple[int, Cells]]]] = {
    ".csv": _csv_rows,
    ".jsonl": _json_rows,
    ".xlsx": _xlsx_rows,
}


def _kind_of(heading: str) -> str | None:
    return next((kind for kind, names in _NEEDED.items() if all(name in heading for name in names)), None)


def _again(path: Path, line: int, found: Annotation, seen: set[str]) -> KnownError | None:
    if found.id not in seen:
        return None
    return KnownError(
        f"«{path.name}»، السطر {line}: المعرّف {found.id} مكرر؛ بقي أولهما.",
        f"{path.name}, line {line}: {found.id} comes twice; the first stays.",
    )


def _mismatch(path: Path, line: int, found: Annotation, home: Article | None) -> KnownError | None:
    """What does not fit between the annotation and its article."""
    if home is None:
        return KnownError(
            f"«{path.name}»، السطر {line}: المقال {found.article_id} ليس في المشروع؛ استورد المقالات أولا.",
            f"{path.name}, line {line}: article {found.article_id} is not in the project; import the articles first.",
        )
    if not fits(found.item, home.text):
        return KnownError(
            f"«{path.name}»، السطر {line}: الموضع {found.item.start}–{found.item.end} لا يطابق نص المقال.",
            f"{path.name}, line {line}: {found.item.start}–{found.item.end} does not match the article's text.",
        )
    return None


def _broken(path: Path, line: int, error: Exception) -> KnownError:
    ar, en = why_broken(error)
    return KnownError(f"«{path.name}»، السطر {line}: {ar}", f"{path.name}, line {line}: {en}")
