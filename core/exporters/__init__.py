"""What can be exported, and in which formats: one registry each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from core.exporters import csv_, jsonl, tables
from core.exporters.aside import written_aside
from core.exporters.sure import Sure
from core.exporters.tables import Source, Table

__all__ = ["FORMATS", "TABLES", "Format", "Source", "Table", "export", "table"]


@dataclass(frozen=True, slots=True)
class Format:
    """Writes rows to an open file; `bom`: programs that read it know UTF-8 by its mark (Excel)."""

    write: Callable[[TextIO, Sequence[str], Iterable[Mapping[str, Any]]], None]
    bom: bool


FORMATS = {"csv": Format(csv_.write, bom=True), "jsonl": Format(jsonl.write, bom=False)}

# What → columns and rows. A format that holds flat rows only gets another table under the same name.
TABLES: dict[str, Callable[[Source], Table]] = {
    "annotations": tables.annotation_table,
    "claims": tables.claim_table,
    "contradictions": tables.contradiction_table,
    "facts": tables.fact_table,
    "articles": tables.article_table,
    "decisions": tables.decision_table,
}
_FLAT = {("facts", "csv"): tables.matrix_table}


def table(project: Source, what: str, format_: str, least: float = 0.0) -> Table:
    """The columns and rows of export `what` in a format, without suggestions that score less than `least`."""
    return _FLAT.get((what, format_), TABLES[what])(Sure(project, least) if least else project)


def export(project: Source, what: str, format_: str, path: Path, bom: bool = True, least: float = 0.0) -> None:
    """Write an export to `path`, whole or not at all. Raises KnownError where that fails."""
    columns, rows = table(project, what, format_, least)
    with written_aside(path, "utf-8-sig" if bom and FORMATS[format_].bom else "utf-8") as stream:
        FORMATS[format_].write(stream, columns, rows)
