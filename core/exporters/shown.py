"""A table as a view shows it: on the clipboard for spreadsheets and documents, and as a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TextIO

from core.exporters import csv_, xlsx
from core.exporters.aside import bytes_aside, text_in
from core.exporters.base import Left
from core.text.cells import guarded

Cells = Mapping[str, str]
SUFFIXES = (".xlsx", ".csv", ".html")
_STYLE = (
    "body{font-family:'Noto Sans Arabic','Segoe UI',sans-serif;margin:2em}table{border-collapse:collapse}"
    "th,td{border:1px solid #999;padding:.4em .6em;vertical-align:top;text-align:start;white-space:pre-line}"
    "th{background:#eee}tr{break-inside:avoid}"
)


def tsv(columns: Sequence[str], rows: Iterable[Cells]) -> str:
    """Tab-separated, for a spreadsheet: one line a row, no cell runs as a formula."""
    lines = [columns, *([row[column] for column in columns] for row in rows)]
    return "\n".join("\t".join(guarded(" ".join(cell.split())) for cell in line) for line in lines)


def html_table(columns: Sequence[str], rows: Iterable[Cells], right_to_left: bool) -> str:
    """A table for a document; nothing in it is taken for markup."""
    side = "rtl" if right_to_left else "ltr"
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(
        "<tr>" + "".join(f'<td dir="auto">{escape(row[column])}</td>' for column in columns) + "</tr>\n" for row in rows
    )
    return f'<table dir="{side}"><thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>'


def export_shown(path: Path, title: str, columns: Sequence[str], rows: Iterable[Cells], right_to_left: bool) -> None:
    """Write what a view shows; the suffix (of SUFFIXES) says how. Raises KnownError where that fails."""
    with bytes_aside(path) as stream:
        if path.suffix == ".xlsx":
            xlsx.write(stream, columns, rows, Left())
            return
        with text_in(stream, "utf-8-sig" if path.suffix == ".csv" else "utf-8") as text:
            if path.suffix == ".csv":
                csv_.write(text, columns, rows)
            else:
                _page(text, title, html_table(columns, rows, right_to_left), right_to_left)


def _page(stream: TextIO, title: str, table: str, right_to_left: bool) -> None:
    side, language = ("rtl", "ar") if right_to_left else ("ltr", "en")
    stream.write(
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{side}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>\n"
        f"<body><h1>{escape(title)}</h1>\n{table}</body></html>\n"
    )
