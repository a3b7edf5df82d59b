"""A workbook: one sheet from right to left, numbers and dates typed, no cell a formula; written row by row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, BinaryIO

from core.colours import Colour
from core.exporters.base import Left

LONGEST_CELL = 32_767  # UTF-16 units, Excel's limit
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATES = {"published", "a_published", "b_published"}
_WIDE = {"text", "a_text", "b_text", "context_before", "context_after", "question", "note", "fact", "title"}
_FORBIDDEN = re.compile("[\ufffe\uffff\ud800-\udfff]")  # in XML, however it is escaped
_MOST_ROWS = 1_048_575


def write(
    stream: BinaryIO,
    columns: Sequence[str],
    rows: Iterable[Mapping[str, Any]],
    left: Left,
    colours: Mapping[str, Colour] | None = None,
) -> None:
    """Rows as they come, never all in memory; labels on the ground of their colours."""
    from xlsxwriter import Workbook

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(stream, {**options, "strings_to_numbers": False}) as book:
        sheet = book.add_worksheet("Mizan")
        sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        heading, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        grounds = {label: book.add_format({"bg_color": pair.tint}) for label, pair in (colours or {}).items()}
        for place, column in enumerate(columns):
            sheet.set_column(place, place, 40 if column in _WIDE else 14)
            sheet.write_string(0, place, column, heading)
        for number, row in enumerate(rows, 1):
            if number > _MOST_ROWS:
                left.add("rows")
                continue
            for place, column in enumerate(columns):
                value = row[column]
                if value is None or value == "":
                    continue
                if isinstance(value, str) and column in _DATES and _DAY.fullmatch(value):
                    sheet.write_datetime(number, place, date.fromisoformat(value), day)
                elif isinstance(value, int | float):
                    sheet.write_number(number, place, value)
                else:
                    ground = grounds.get(value) if column == "label" else None
                    sheet.write_string(number, place, _fitting(value, left), ground)
        sheet.autofilter(0, 0, 0, max(0, len(columns) - 1))


def _fitting(value: Any, left: Left) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    left.add("control", len(_FORBIDDEN.findall(text)))
    text = _FORBIDDEN.sub("\ufffd", text)
    units = text.encode("utf-16-le")
    left.add("long", len(units) > 2 * LONGEST_CELL)
    return units[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")
