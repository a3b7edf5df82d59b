"""Every format that carries marks, there and back."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from made import Made, projects

from core import exporters
from core.errors import KnownError
from core.importers import annotated
from core.importers.base import Skipped
from core.importers.exports import read_annotations
from core.model import Annotation, Article, Entity, Layer, Mention, Origin, Quote, QuoteKind, Status, article_id

# Which marks a format holds with all they say.
_HOLDS: dict[str, Callable[[Annotation], bool]] = {
    **dict.fromkeys(("doccano", "label-studio", "uima-json", "uima-xmi", "web-annotation", "refi-qda"), lambda _: True),
    "brat": lambda mark: mark.status is Status.REJECTED or bool(mark.item.text.strip("\n")),
    "webanno": lambda mark: mark.status is Status.REJECTED or bool(mark.item.text.strip()),
}


def back(made: Made, format_: str, path: Path, known: bool = True) -> list[Article | Annotation | Skipped]:
    """What comes back from a format, read into a project that has the articles, or that has none."""
    exporters.export(made, "annotations", format_, path)
    kind = annotated.format_of(path)
    assert kind is not None
    home: Callable[[str], Article | None] = made.home if known else lambda _key: None
    return list(annotated.read(kind, path, home))


def by_id(found: list[Article | Annotation | Skipped]) -> dict[str, Annotation]:
    return {item.id: item for item in found if isinstance(item, Annotation)}


@settings(max_examples=20)
@given(made=projects())
def test_marks_come_back_without_loss(tmp_path_factory: pytest.TempPathFactory, made: Made) -> None:
    folder = tmp_path_factory.mktemp("x")
    for format_, holds in _HOLDS.items():
        found = back(made, format_, folder / f"{format_}{exporters.FORMATS[format_].suffix}")
        assert by_id(found) == {mark.id: mark for mark in made.marks if holds(mark)}, format_
        assert not [item for item in found if not isinstance(item, Annotation)], format_


@settings(max_examples=20)
@given(made=projects())
def test_articles_come_along_where_the_format_holds_their_texts(
    tmp_path_factory: pytest.TempPathFactory, made: Made
) -> None:
    folder = tmp_path_factory.mktemp("x")
    for format_, holds in _HOLDS.items():
        if format_ != "web-annotation":  # which holds no text
            path = folder / f"{format_}{exporters.FORMATS[format_].suffix}"
            found = back(made, format_, path, known=False)
            assert [item.id for item in found if isinstance(item, Article)] == [one.id for one in made.made], format_
            assert by_id(found) == {mark.id: mark for mark in made.marks if holds(mark)}, format_


@settings(max_examples=25)
@given(made=projects())
def test_conll_holds_the_longest_entities(tmp_path_factory: pytest.TempPathFactory, made: Made) -> None:
    found = [
        item for item in back(made, "conll", tmp_path_factory.mktemp("x") / "x.conll") if isinstance(item, Annotation)
    ]
    entities = [mark for mark in made.marks if mark.layer is Layer.ENTITY and mark.status is not Status.REJECTED]
    for mark in found:
        text = made.article(mark.article_id).text
        assert mark.item.text == text[mark.item.start : mark.item.end].strip()
        assert any(
            one.item.text.strip() == mark.item.text and "_".join(one.label.split()) == mark.label for one in entities
        )
    longest = max(entities, key=lambda mark: len(mark.item.text), default=None)
    if longest and longest.item.text.strip():
        assert any(len(mark.item.text) >= len(longest.item.text.strip()) for mark in found)  # of equals, either


@settings(max_examples=20)
@given(made=projects())
def test_workbooks_hold_marks_typed_and_from_right_to_left(
    tmp_path_factory: pytest.TempPathFactory, made: Made
) -> None:
    path = tmp_path_factory.mktemp("x") / "x.xlsx"
    exporters.export(made, "annotations", "xlsx", path)
    found = list(read_annotations(path, made.home))
    assert found == made.marks
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert 'rightToLeft="1"' in sheet
    assert "<f>" not in sheet  # no formula, whatever a cell begins with


def _edited(tmp_path: Path, name: str, old: str, new: str, format_: str) -> list[Article | Annotation | Skipped]:
    """Our export of two marks, with something in it changed by somebody."""
    text = "قال سامي إن بيروت هادئة"
    article = Article(article_id(text), text)
    marks = [
        Annotation(key, article.id, Entity(start, end, text[start:end], label, text[start:end], Origin.RULE, 0.5))
        for key, start, end, label in (("one", 4, 8, "PER"), ("two", 12, 17, "LOC"))
    ]
    made = Made([article], marks)
    path = tmp_path / name
    exporters.export(made, "annotations", format_, path)
    written = path.read_text("utf-8")
    assert old in written
    path.write_text(written.replace(old, new), encoding="utf-8")
    kind = annotated.format_of(path)
    assert kind
    return list(annotated.read(kind, path, made.home))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[[4, 8,", "[[4, 99,", "4–99 does not match"),
        ("[[4, 8,", "[[8, 4,", "8–4 does not match"),
        ("[[4, 8,", '[["x", 8,', "not valid"),
        ('[[4, 8, "PER"', '[[4, 8, " "', "no label"),
        ('[[4, 8, "PER"', '[[4, 8, "quote_direct"', ""),
        ('"id": "two"', '"id": "one"', "comes twice"),
        ('"layer": "entity"', '"layer": "moon"', "left out"),
    ],
)
def test_what_does_not_fit_is_told_and_the_rest_taken(tmp_path: Path, old: str, new: str, said: str) -> None:
    found = _edited(tmp_path, "x.jsonl", old, new, "doccano")
    problems = [item.error.en for item in found if isinstance(item, Skipped)]
    assert any(isinstance(item, Annotation) for item in found) or "moon" in new
    assert (said in problems[0] and "x.jsonl, line 1" in problems[0]) if said else not problems


def test_what_another_program_changed_is_a_decision(tmp_path: Path) -> None:
    found = _edited(tmp_path, "x.jsonl", '[[4, 8, "PER"]', '[[4, 8, "ORG"]', "doccano")
    changed, same = (item for item in found if isinstance(item, Annotation))
    assert (changed.label, changed.status) == ("ORG", Status.ADDED)
    assert (same.id, same.status) == ("two", Status.SUGGESTED)
    found = _edited(tmp_path, "x.json", '"labels": ["PER"]', '"labels": ["ORG"]', "label-studio")
    relabelled = by_id(found)["one"]
    assert (relabelled.id, relabelled.label, relabelled.status) == ("one", "ORG", Status.CHANGED)


_BOMB = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "boom"><!ENTITY y SYSTEM "file:///etc/passwd">]>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">&x;&y;</xmi:XMI>"""


def _read_to_the_error(kind: str, path: Path) -> None:
    for item in annotated.read(kind, path, lambda _: None):
        assert isinstance(item, Skipped)
        raise item.error


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.xmi", _BOMB, "declares entities"),
        ("x.xmi", "<xmi:XMI", "damaged"),
        ("x.json", '{"%TYPES": {}, "%FEATURE_STRUCTURES": 5}', "damaged"),
        ("x.json", '[{"data": {"text": "نص"}, "annotations": [], ', None),  # not even its beginning is of a known kind
        ("x.jsonld", '{"@context": "http://www.w3.org/ns/anno.jsonld", "items": [', "damaged"),
        ("x.qdpx", None, "declares entities"),
    ],
)
def test_a_broken_file_is_a_known_error(tmp_path: Path, name: str, content: str | None, said: str | None) -> None:
    path = tmp_path / name
    if content is None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("project.qde", _BOMB)
    else:
        path.write_text(content, encoding="utf-8")
    kind = annotated.format_of(path)
    assert (kind is None) == (said is None)
    if kind is None or said is None:
        return
    with pytest.raises(KnownError, match=said) as raised:
        _read_to_the_error(kind, path)
    assert name in raised.value.en


def test_brat_puts_a_mark_of_two_lines_into_pieces(tmp_path: Path) -> None:
    text = "قال سامي\nحدّاد 🙂 أمس"
    article = Article(article_id(text), text, file="خبر.txt")
    whole = Entity(4, 14, text[4:14], "PER", "سامي حداد", Origin.RULE, 0.5)
    exporters.export(Made([article], [Annotation("a", article.id, whole)]), "annotations", "brat", tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        written = archive.read(f"خبر-{article.id}.ann").decode()
        assert archive.read(f"خبر-{article.id}.txt").decode() == text
    assert written == "T1\tPER 4 8;9 14\tسامي حدّاد\n"
    # The same without the sidecar, as brat gives it back.
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")
    (tmp_path / "b.ann").write_text(f"{written}T2\tPER 0 3;9 14\tقال حدّاد\n", encoding="utf-8")
    _, mark, piece = annotated.read("brat", tmp_path / "b.ann", lambda _: None)
    assert isinstance(mark, Annotation)
    assert mark.item.text == text[4:14]
    assert isinstance(piece, Skipped)
    assert "b.ann, line 2" in piece.error.en


def test_what_a_format_cannot_hold_is_told(tmp_path: Path) -> None:
    text = "قال سامي هنا"
    article = Article(article_id(text), text, "عنوان")
    entity = Entity(4, 8, "سامي", "PER", "سامي", Origin.RULE, 0.5)
    marks = [Annotation("a", article.id, entity), Annotation("b", article.id, entity, Status.REJECTED)]
    left = exporters.export(Made([article], marks), "annotations", "conll", tmp_path / "x.conll")
    assert [sentence.en.partition(",")[0] for sentence in left][1:] == [
        "Rejected marks",
        "What marks say beside place and label (values",
    ]


@pytest.mark.parametrize("what", exporters.WHAT)
@pytest.mark.parametrize("format_", exporters.FORMATS)
def test_a_format_that_does_not_fit_says_which_do(tmp_path: Path, what: str, format_: str) -> None:
    if format_ in exporters.fitting(what):
        assert what in exporters.FORMATS[format_].fits
        return
    with pytest.raises(KnownError, match=f"does not hold {what}; choose one of"):
        exporters.export(Made(), what, format_, tmp_path / "x")
    assert not list(tmp_path.iterdir())


def test_refi_qda_holds_the_links_between_marks(tmp_path: Path) -> None:
    text = "قال سامي حدّاد إن الجسر فُتح."
    article = Article(article_id(text), text)
    name = Entity(4, 14, text[4:14], "PER", "سامي حداد", Origin.RULE, 0.5)
    quote = Quote(18, 28, text[18:28], QuoteKind.INDIRECT, speaker=Mention(4, 14, text[4:14], "سامي حداد"))
    marks = [Annotation("a", article.id, name), Annotation("b", article.id, quote)]
    assert exporters.export(Made([article], marks), "annotations", "refi-qda", tmp_path / "x.qdpx") == []
    with zipfile.ZipFile(tmp_path / "x.qdpx") as archive:
        project = ET.fromstring(archive.read("project.qde"))
    places = {one.get("guid"): one.get("startPosition") for one in project.findall(".//{*}PlainTextSelection")}
    (link,) = project.findall(".//{*}Link")
    assert (link.get("name"), link.get("direction")) == ("speaker", "OneWay")
    assert (places[link.get("originGUID")], places[link.get("targetGUID")]) == ("18", "4")


def test_refi_qda_of_others_is_read_with_their_folder_and_their_way_of_counting(tmp_path: Path) -> None:
    text = "قال سامي حدّاد إن الجسر فُتح."
    code, source = (f"0000000{number}-0000-4000-8000-000000000000" for number in range(2))
    qde = (
        '<Project xmlns="urn:QDA-XML:project:1.0" name="p"><CodeBook><Codes>'
        f'<Code guid="{code}" name="شخص" isCodable="true"/></Codes></CodeBook><Sources>'
        f'<TextSource guid="{source}" name="خبر" plainTextPath="internal://{source}.txt">'
        f'<PlainTextSelection guid="{source}" name="سامي حدّاد" startPosition="4" endPosition="13">'
        f'<Coding guid="{code}"><CodeRef targetGUID="{code}"/></Coding></PlainTextSelection>'
        "</TextSource></Sources></Project>"
    )
    path = tmp_path / "x.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", qde)
        archive.writestr(f"Sources/{source}.txt", text)
    _, mark = annotated.read("refi-qda", path, lambda _: None)
    assert isinstance(mark, Annotation)
    assert (mark.item.text, mark.label) == ("سامي حدّاد", "شخص")


def test_a_large_file_of_doccano_is_read_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.jsonl"
    lines = [f'{{"text": "قال سامي {number}", "label": [[4, 8, "PER"]]}}' for number in range(3)]
    path.write_bytes("\ufeff".encode() + "\r\n".join(lines).encode())
    small = list(annotated.read("doccano", path, lambda _: None))
    monkeypatch.setattr("core.importers.limits.FILE_BYTES", 10)
    assert list(annotated.read("doccano", path, lambda _: None)) == small
    assert len([item for item in small if isinstance(item, Annotation)]) == 3
    path.write_bytes(path.read_bytes() + b"\r\n\xff")
    with pytest.raises(KnownError, match="damaged"):
        list(annotated.read("doccano", path, lambda _: None))
