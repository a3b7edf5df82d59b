"""What can be exported, and in which formats: one registry each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast

from core.errors import KnownError
from core.exporters import (
    brat,
    claim_review,
    conll,
    csv_,
    doccano,
    jsonl,
    label_studio,
    refi_qda,
    tables,
    uima,
    web_annotation,
    webanno,
    whole,
    xlsx,
)
from core.exporters.aside import bytes_aside, text_in
from core.exporters.base import Left, LeftOut, Source, Write, documents
from core.exporters.part import Part
from core.exporters.tables import Table

__all__ = [
    "FORMATS",
    "TABLES",
    "WHAT",
    "Format",
    "LeftOut",
    "Part",
    "Source",
    "Table",
    "check",
    "export",
    "fitting",
    "table",
    "write",
]


@dataclass(frozen=True, slots=True)
class Format:
    """Writes `what` of a project to an open file. `bom`: programs that read it know UTF-8 by its mark (Excel)."""

    suffix: str
    fits: tuple[str, ...]
    write: Callable[[BinaryIO, Source, str, Left, bool], None]
    bom: bool = False


# What → columns and rows. A format that holds flat rows only gets another table under the same name.
TABLES: dict[str, Callable[[Source], Table]] = {
    "annotations": tables.annotation_table,
    "claims": tables.claim_table,
    "contradictions": tables.contradiction_table,
    "facts": tables.fact_table,
    "articles": tables.article_table,
    "decisions": tables.decision_table,
}
WHAT = (*TABLES, "project")
_MARKS = ("annotations", "claims")
_FLAT = {("facts", "csv"): tables.matrix_table, ("facts", "xlsx"): tables.matrix_table}


def _text(write: Callable[[TextIO, Sequence[str], Iterable[Mapping[str, Any]]], None], format_: str) -> Any:
    def write_table(stream: BinaryIO, project: Source, what: str, _left: Left, bom: bool) -> None:
        with text_in(stream, "utf-8-sig" if bom else "utf-8") as text:
            write(text, *table(project, what, format_))

    return write_table


def _lines(stream: BinaryIO, project: Source, what: str, left: Left, bom: bool) -> None:
    if what == "project":
        whole.write(stream, cast(whole.Dumped, project))
    else:
        _text(jsonl.write, "jsonl")(stream, project, what, left, bom)


def _workbook(stream: BinaryIO, project: Source, what: str, left: Left, _bom: bool) -> None:
    xlsx.write(stream, *table(project, what, "xlsx"), left, project.label_colours())


def _documents(suffix: str, write: Write) -> Format:
    def write_documents(stream: BinaryIO, project: Source, what: str, left: Left, _bom: bool) -> None:
        write(stream, documents(project, what), left)

    return Format(suffix, _MARKS, write_documents)


def _reviews(stream: BinaryIO, project: Source, _what: str, left: Left, _bom: bool) -> None:
    claim_review.write(stream, project, left)


FORMATS = {
    "csv": Format(".csv", tuple(TABLES), _text(csv_.write, "csv"), bom=True),
    "xlsx": Format(".xlsx", tuple(TABLES), _workbook),
    "jsonl": Format(".jsonl", WHAT, _lines),
    "doccano": _documents(".jsonl", doccano.write),
    "label-studio": _documents(".json", label_studio.write),
    "brat": _documents(".zip", brat.write),
    "conll": _documents(".conll", conll.write),
    "webanno": _documents(".zip", webanno.write),
    "uima-xmi": _documents(".zip", uima.write_xmi),
    "uima-json": _documents(".zip", uima.write_json),
    "web-annotation": _documents(".jsonld", web_annotation.write),
    "refi-qda": _documents(".qdpx", refi_qda.write),
    "claim-review": Format(".jsonld", ("contradictions",), _reviews),
}


def fitting(what: str) -> list[str]:
    """The formats in which `what` can be written."""
    return [name for name, format_ in FORMATS.items() if what in format_.fits]


def table(project: Source, what: str, format_: str, least: float = 0.0) -> Table:
    """The columns and rows of export `what` in a format, without suggestions that score less than `least`."""
    return _FLAT.get((what, format_), TABLES[what])(Part(project, least) if least else project)


def export(project: Source, what: str, format_: str, path: Path, bom: bool = True, least: float = 0.0) -> list[LeftOut]:
    """Write an export to `path`, whole or not at all, and tell what the format could not hold.

    `least` leaves out suggestions that score less; `Part` leaves out more. Raises KnownError where it cannot be written
    and for a format that does not hold `what`.
    """
    check(what, format_)
    with bytes_aside(path) as stream:
        return write(stream, Part(project, least) if least else project, what, format_, bom)


def write(stream: BinaryIO, project: Source, what: str, format_: str, bom: bool = True) -> list[LeftOut]:
    """The same into an open file."""
    left = Left()
    FORMATS[format_].write(stream, project, what, left, bom and FORMATS[format_].bom)
    return left.sentences()


def check(what: str, format_: str) -> None:
    """Raises KnownError, with what would do, where a format does not hold `what`."""
    if what not in FORMATS[format_].fits:
        formats = ", ".join(fitting(what))
        raise KnownError(
            f"الصيغة {format_} لا تسع {what}؛ اختر واحدة من: {formats}.",
            f"The format {format_} does not hold {what}; choose one of: {formats}.",
        )
