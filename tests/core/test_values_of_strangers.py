"""Values that files of other programs, or of strangers, hold in place of ours: refused, whatever they are."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from core import serial
from core.compare.facts import compare
from core.errors import KnownError
from core.exporters.base import document_name
from core.extract.pipeline import analyze
from core.importers import Skipped
from core.importers.annotated.base import Files, fits
from core.importers.exports import read_annotations
from core.interchange import kind_of, take_in
from core.model import (
    Article,
    Claim,
    ClaimKind,
    Entity,
    Mention,
    Origin,
    Quantity,
    Quote,
    QuoteKind,
    Span,
    TimeValue,
    Verdict,
    VerdictKind,
    article_id,
)
from core.project import Project

TEXT = "قال الوزير إن 90 ألف جندي وصلوا أمس."
_ENTITY = Entity(14, 26, TEXT[14:26], "QUANTITY", "x", Origin.RULE, 0.5, Quantity(90000, None, "جندي"))
_CLAIM = Claim(14, 26, TEXT[14:26], ClaimKind.QUANTITY, Span(0, 20), Quantity(90000, None, "جندي"))
_QUOTE = Quote(14, 26, TEXT[14:26], QuoteKind.INDIRECT, speaker=Mention(4, 10, TEXT[4:10], "الوزير"))


@pytest.mark.parametrize("item", [_ENTITY, _CLAIM, _QUOTE, Verdict("a", VerdictKind.COMPATIBLE), TimeValue("2021")])
def test_our_own_values_are_sound(item: Any) -> None:
    assert serial.sound(item) is item


@pytest.mark.parametrize(
    "changed",
    [
        {"name": ["x"]},
        {"name": "\ud800"},
        {"score": "0.5"},
        {"score": float("nan")},
        {"score": float("inf")},
        {"score": None},
        {"start": 1.5},
        {"value": {"low": 1}},
        {"value": Quantity(10**400, None, "جندي")},
        {"value": Quantity(1, None, ["جندي"])},  # type: ignore[arg-type]
        {"value": TimeValue(20211207)},  # type: ignore[arg-type]
    ],
)
def test_a_part_of_another_type_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - a UnicodeEncodeError is one too
        serial.sound(replace(_ENTITY, **changed))


@pytest.mark.parametrize(
    "item",
    [
        replace(_CLAIM, clause=Span(-5, 10)),
        replace(_CLAIM, clause=Span(0, 10**9)),
        replace(_CLAIM, clause=Span(9, 3)),
        replace(_QUOTE, speaker=Mention(-3, -1, TEXT[-3:-1], "x")),
        replace(_QUOTE, cue=Mention(0, 3, "نفى", "x")),
        replace(_ENTITY, start=-22, end=-10),
    ],
)
def test_a_place_that_is_not_in_the_text_is_refused(item: Entity | Quote | Claim) -> None:
    assert fits(_CLAIM, TEXT)
    assert fits(_QUOTE, TEXT)
    assert not fits(item, TEXT)


@pytest.mark.parametrize("cell", ["unit", "name", "note", "editor", "created_at", "score", "value", "text"])
def test_a_row_with_a_list_in_it_is_told_and_left_out(cell: str, tmp_path: Path) -> None:
    row = {"annotation_id": "a", "article_id": article_id(TEXT), "start": 14, "end": 26, "text": TEXT[14:26]}
    row |= {"label": "QUANTITY", "value": {"low": 1, "high": None, "unit": "جندي", "approx": "exact", "kind": "count"}}
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(row | {cell: [["x"]]}), "utf-8")
    (found,) = read_annotations(path, lambda _: Article(article_id(TEXT), TEXT))
    assert isinstance(found, Skipped)


@pytest.mark.parametrize("line", ["[" * 100_000, '{"value":' * 100_000, '{"annotation_id": "' + "[" * 100_000])
def test_what_is_nested_without_end_is_told(line: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        f'{{"annotation_id": "a", "article_id": "a", "start": 0, "end": 1, "value": "{"[" * 100_000}"}}\n{line}',
        "utf-8",
    )
    assert all(isinstance(found, Skipped) for found in read_annotations(path, lambda _: None))


def test_an_archive_of_marks_is_no_bomb(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"x" * 20_000_000)
        archive.writestr("a.ann", "T1\tPER 0 1\tx\n")
    with pytest.raises(KnownError, match="larger than"):
        Files(path)


@pytest.mark.parametrize(
    "file", ["CON.txt", "NUL", "../../x.txt", "C:\\x.txt", "a/b\n.txt", "COM1.tar.gz", "\u202egpj.exe", " . ", ""]
)
def test_files_in_archives_have_names_that_every_system_takes(file: str) -> None:
    name = document_name(Article("0123456789abcdef", "نص", file=file))
    assert name.endswith("0123456789abcdef")
    assert not set(name) & set('<>:"/\\|?*\n\u202e')
    assert name.partition(".")[0].upper() not in {"CON", "NUL", "COM1"}
    assert ".." not in name


def test_a_damaged_archive_of_marks_is_no_file_of_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("a.tsv", "#FORMAT=WebAnno TSV 3.3\n")
    path.write_bytes(path.read_bytes().replace(b"PK\x03\x04", b"PK\x03\x05"))
    assert kind_of(path) is None


def test_a_row_of_a_project_whose_table_is_no_name_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"mizan-project": 1}\n', "utf-8")
    with Project.create(tmp_path / "a.mizan") as project:
        (heading,) = (row for row in project.dump() if "mizan-project" in row)
        path.write_text(f'{json.dumps(heading)}\n{{"table": ["articles"], "row": {{}}}}\n', "utf-8")
        with pytest.raises(KnownError, match="line 2"):
            take_in(project, path, "project", print)


@pytest.mark.parametrize("text", ["بو", "وفي بو", "ولم يعلق.\nوقالت وكالة", "ولم تعلق وكالة", "نقلت وكالة"])
def test_a_text_that_ends_in_the_middle_of_a_name_is_read(text: str) -> None:
    analyze(Article(article_id(text), text))


def test_a_clause_without_a_word_is_compared() -> None:
    articles = [Article(str(number), text) for number, text in enumerate(("الشهر الجاري.\nوأشار إلى أن ـ", "قال إن ـ"))]
    assert compare([analyze(article) for article in articles]) == []
