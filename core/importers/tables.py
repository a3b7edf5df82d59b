"""Tables of articles, one a row: CSV, TSV and Excel workbooks."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import chain, islice

from core.errors import KnownError
from core.importers import columns, limits
from core.importers.base import Document, Draft, Item, Metadata, Skipped, Table, empty, in_line, parsing
from core.importers.metadata import day_in
from core.importers.package import UNPACKABLE, open_zip
from core.text.canonical import canonical
from core.text.cells import separator, unguarded

Row = tuple[int, list[str]]  # line and cells
_SAMPLE = 50  # rows that tell which column holds the text
# openpyxl takes what it reads for granted, and raises whatever comes of it.
OPENPYXL = (*UNPACKABLE, ArithmeticError, AssertionError, AttributeError, LookupError, SyntaxError, TypeError)
_EXPORT = frozenset({"annotation_id", "contradiction_id"})  # columns of tables that are no articles
_LONGEST_HEADER = 200  # code points: a longer cell in the first row is an article, and there is no header


def read_csv(document: Document) -> Iterator[Item]:
    """The articles of a text table. Rows that are broken are named by their line, the rest is read."""
    text = document.text(limits.TABLE_BYTES)
    first = text.partition("\n")[0]
    delimiter = "\t" if document.name.casefold().endswith((".tsv", ".tab")) else separator(first)
    yield from _articles(document, _csv_rows(document.name, text, delimiter))


def read_xlsx(document: Document) -> Iterator[Item]:
    """The articles of the first sheet of a workbook that has any. Formulas give their last values; macros never run."""
    from openpyxl import load_workbook

    open_zip(document, "XLSX").close()
    document.stream.seek(0)
    with parsing(document.name, "XLSX", OPENPYXL):
        book = load_workbook(document.stream, read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            rows = _sheet_rows(document.name, sheet.iter_rows(values_only=True))
            if (row := next(rows, None)) is not None:
                yield from _articles(document, chain([row], rows))
                return
        raise empty(document.name)
    finally:
        book.close()


def _sheet_rows(name: str, rows: Iterable[Sequence[object]]) -> Iterator[Row]:
    """The rows of a sheet that hold anything; a column beyond the limit is not looked at."""
    waiting, number = iter(rows), 0
    while True:
        with parsing(name, "XLSX", OPENPYXL):
            cells = next(waiting, None)
        if cells is None:
            return
        number += 1
        written = [_written(cell) for cell in cells[: limits.COLUMNS]]
        if any(written):
            yield number, written


def _written(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else canonical(str(cell))


def _csv_rows(name: str, text: str, delimiter: str) -> Iterator[Row | Skipped]:
    """Line number and cells. Behind a row whose quotation marks are broken, reading goes on at the next line."""
    lines = text.split("\n")
    begin = at = 0  # where the row in hand begins, and how far it has been read

    def feed() -> Iterator[str]:
        nonlocal at
        while at < len(lines) and at - begin < limits.RECORD_LINES:
            at += 1
            yield f"{lines[at - 1]}\n"

    while at < len(lines):
        begin = at
        try:
            for cells in csv.reader(feed(), delimiter=delimiter, strict=True):
                line, begin = begin + 1, at
                if any(cell.strip() for cell in cells):
                    yield line, [unguarded(cell) for cell in cells]
        except csv.Error:
            at = begin + 1
            yield in_line(name, at, "علامات الاقتباس غير سليمة؛ تُرك السطر.", "broken quotation marks; it was left out.")


def _articles(document: Document, rows: Iterable[Row | Skipped]) -> Iterator[Item]:
    """The article of each row; first, what the columns are."""
    waiting = iter(rows)
    head = list(islice(waiting, _SAMPLE))
    sample = [item[1] for item in head if isinstance(item, tuple)]
    if not sample:
        yield from (item for item in head if isinstance(item, Skipped))
        raise empty(document.name)
    header = [cell.strip() for cell in sample[0]]
    has_header = max(map(len, header)) <= _LONGEST_HEADER
    if not _EXPORT.isdisjoint(header):
        raise KnownError(
            f"«{document.name}» جدول علامات أو أحكام لا مقالات؛ استورده وحده بعد مقالاته.",
            f"“{document.name}” is a table of marks or verdicts, not of articles; import it by itself, "
            "after its articles.",
        )
    if not has_header:
        header = [str(number) for number in range(1, len(header) + 1)]
    try:
        chosen = columns.chosen(document.name, header, sample[has_header:], document.columns)
    except KnownError:
        yield Table(tuple(header), {})
        raise
    yield Table(tuple(header), {part: header[at] for part, at in chosen.items()})
    ids: dict[str, int] = {}
    seen_header = not has_header
    for count, item in enumerate(chain(head, waiting)):
        if count > limits.ROWS:
            raise limits.too_many(document.name, limits.ROWS, "صفوف", "rows")
        if isinstance(item, Skipped):
            yield item
        elif not seen_header:
            seen_header = True
        else:
            yield from _article(document.name, *item, len(header), chosen, ids)


def _article(
    name: str, line: int, cells: list[str], width: int, chosen: Mapping[str, int], ids: dict[str, int]
) -> Iterator[Draft | Skipped]:
    if any(cell.strip() for cell in cells[width:]):
        yield in_line(
            name,
            line,
            "الخلايا أكثر من الأعمدة، فتُرك السطر؛ ضع النص الذي فيه فاصلة بين علامتي اقتباس.",
            "more cells than columns, so it was left out; put text with a comma between quotation marks.",
        )
        return
    said = {part: cells[at] if at < len(cells) else "" for part, at in chosen.items()}
    text, key, day = (said.pop(part, "") for part in ("text", "id", "published"))
    if not text.strip():
        yield in_line(name, line, "لا نص في السطر؛ تُرك.", "there is no text; it was left out.")
        return
    if key and ids.setdefault(key, line) != line:
        yield in_line(
            name,
            line,
            f"المعرف «{key[:60]}» ورد في السطر {ids[key]}؛ تُرك السطر.",
            f"the ID “{key[:60]}” stands in line {ids[key]} already; it was left out.",
        )
        return
    published = day_in(day)
    if day.strip() and not published:
        yield undated(name, line, day)
    metadata = Metadata(published=published, **{part: value.strip() for part, value in said.items()})
    yield Draft(text, metadata, key or str(line))


def undated(name: str, line: int, written: str) -> Skipped:
    """A date that could not be read; the article is imported without it."""
    return in_line(
        name,
        line,
        f"«{written[:40]}» ليس تاريخا كاملا؛ استورد المقال بلا تاريخ.",
        f"“{written[:40]}” is no full date; the article has none.",
    )
