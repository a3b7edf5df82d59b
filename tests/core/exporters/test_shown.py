"""Tables as views show them, for the clipboard and as files."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from core.errors import KnownError
from core.exporters.shown import export_shown, html_table, tsv

COLUMNS = ["السؤال", "<b>موج</b>"]
ROWS = [{"السؤال": "كم سفينة؟", "<b>موج</b>": "40\nسفينة"}, {"السؤال": "=1+1", "<b>موج</b>": "<script>x</script>"}]


def test_tabs_for_a_spreadsheet_one_line_a_row() -> None:
    assert tsv(COLUMNS, ROWS) == "السؤال\t<b>موج</b>\nكم سفينة؟\t40 سفينة\n'=1+1\t<script>x</script>"


def test_html_takes_nothing_for_markup() -> None:
    made = html_table(COLUMNS, ROWS, right_to_left=True)
    assert made.startswith('<table dir="rtl">')
    assert "<script>" not in made
    assert "<b>" not in made
    assert "&lt;script&gt;" in made


def test_files(tmp_path: Path) -> None:
    for suffix in (".csv", ".xlsx", ".html"):
        export_shown(tmp_path / f"m{suffix}", "الميناء", COLUMNS, ROWS, right_to_left=True)
    with (tmp_path / "m.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert rows == [COLUMNS, ["كم سفينة؟", "40\nسفينة"], ["'=1+1", "<script>x</script>"]]
    sheet = load_workbook(tmp_path / "m.xlsx").active
    assert sheet.sheet_view.rightToLeft
    assert [cell.value for cell in sheet[2]] == ["كم سفينة؟", "40\nسفينة"]
    page = (tmp_path / "m.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert "<title>الميناء</title>" in page


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        export_shown(tmp_path / "none" / "m.csv", "t", COLUMNS, ROWS, right_to_left=False)
