"""The format reference says what the code does."""

import re

from survival import BEGIN, DOCUMENT, END, table

from core import exporters


def test_the_table_of_what_survives_is_up_to_date() -> None:
    page = DOCUMENT.read_text("utf-8")
    written = page.partition(BEGIN)[2].partition(END)[0]
    assert written == table(), "run python tests/core/exporters/survival.py"


def test_every_format_is_described_with_what_it_holds() -> None:
    page = DOCUMENT.read_text("utf-8")
    for name, format_ in exporters.FORMATS.items():
        row = re.search(rf"^\| `{name}` \| `{re.escape(format_.suffix)}` \| ([^|]+) \|", page, re.MULTILINE)
        assert row, name
        assert row[1] == ", ".join(format_.fits), name
