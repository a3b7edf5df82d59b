"""Every format that carries marks, there and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from made import Made, projects

from core import exporters
from core.importers import annotated
from core.importers.base import Skipped
from core.model import Annotation, Article, Layer, Status

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


@settings(max_examples=30)
@given(made=projects())
def test_marks_come_back_without_loss(tmp_path_factory: pytest.TempPathFactory, made: Made) -> None:
    folder = tmp_path_factory.mktemp("x")
    for format_, holds in _HOLDS.items():
        found = back(made, format_, folder / f"{format_}{exporters.FORMATS[format_].suffix}")
        assert by_id(found) == {mark.id: mark for mark in made.marks if holds(mark)}, format_
        assert not [item for item in found if not isinstance(item, Annotation)], format_


@settings(max_examples=30)
@given(made=projects())
def test_articles_come_along_where_the_format_holds_their_texts(
    tmp_path_factory: pytest.TempPathFactory, made: Made
) -> None:
    folder = tmp_path_factory.mktemp("x")
    for format_, holds in _HOLDS.items():
        if format_ not in ("web-annotation", "webanno"):  # which hold no text, or not its empty lines
            path = folder / f"{format_}{exporters.FORMATS[format_].suffix}"
            found = back(made, format_, path, known=False)
            assert [item.id for item in found if isinstance(item, Article)] == [one.id for one in made.made], format_
            assert by_id(found) == {mark.id: mark for mark in made.marks if holds(mark)}, format_


@settings(max_examples=40)
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
        assert any(mark.item.text == longest.item.text.strip() for mark in found)
