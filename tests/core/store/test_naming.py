"""Names are merged and split for good: in marks, speakers and attributions, now and in later articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest
from making import Making

from core.analyzing import comparison_steps
from core.extract.names import unify
from core.model import Analysis, Article, Attribution, Claim, ClaimKind, Quote, Span, Status
from core.project import Kind, Project
from core.store.edits import SetStatus
from core.store.naming import MergeNames, SplitName

TEXTS = (
    "قال ديمتري زيدان: «سننتظر». وأضاف زيدان أن الموعد قريب.",
    "أعلن دميتري زيدان: «لن ننتظر». وغادر زيدان القاعة.",
    "التقى سامر حداد المبعوث.",
)
WHO = ("ديمتري زيدان", "دميتري زيدان", "سامر حداد")


def analysed(make: Making, number: int, name: str = "") -> Analysis:
    """Persons named as they are written, short forms by their whole name; who is quoted, and a claim of his."""
    text, who = TEXTS[number], WHO[number]
    article = make.article(text)
    entities = [make.entity(text, who, name=name or who)]
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    if number < 2:
        at = text.rindex(" زيدان") + 1
        entities.append(replace(entities[0], start=at, end=at + 5, text="زيدان"))
        words = "سننتظر" if number == 0 else "لن ننتظر"
        quote = make.quote(text, words, who)
        assert quote.speaker
        quotes = (replace(quote, speaker=replace(quote.speaker, name=name or who)),)
        said = Attribution(name or who, None)
        claims = (
            replace(make.claim(text, words, kind=ClaimKind.POLARITY), attribution=said),
            Claim(entities[0].start, entities[0].end, who, ClaimKind.ACTOR, Span(0, len(text)), name or who),
        )
    return Analysis(article, (), tuple(entities), quotes, claims)


@pytest.fixture
def story(project: Project, make: Making) -> Iterator[Project]:
    project.import_articles([make.article(text) for text in TEXTS])
    project.store_analysis([analysed(make, number) for number in range(3)])
    yield project
    assert project.check() == []


def said(project: Project, article: Article) -> dict[str, list[str | None]]:
    """All names in the marks of an article, by what they are."""
    items = [mark.item for mark in project.annotations(article.id)]
    claims = [item for item in items if isinstance(item, Claim)]
    return {
        "entity": [mark.item.name for mark in project.annotations(article.id) if mark.layer == "entity"],
        "quote": [item.speaker.name for item in items if isinstance(item, Quote) and item.speaker],
        "claim": [claim.attribution.speaker for claim in claims if claim.kind is ClaimKind.POLARITY],
        "value": [str(claim.value) for claim in claims if claim.kind is ClaimKind.ACTOR],
    }


def all_called(name: str) -> dict[str, list[str]]:
    return {"entity": [name, name], "quote": [name], "claim": [name], "value": [name]}


def rows(project: Project) -> list[tuple[object, ...]]:
    with sqlite3.connect(project.path) as other:
        found = other.execute("SELECT * FROM annotations ORDER BY id").fetchall()
        found += other.execute("SELECT * FROM names ORDER BY spelling").fetchall()
    other.close()
    return found


def settle(project: Project) -> None:
    for _ in comparison_steps(project):
        pass


def test_merging_renames_marks_speakers_and_attributions_and_undo_takes_it_back(story: Project, make: Making) -> None:
    before = rows(story)
    first, second, _ = (make.article(text) for text in TEXTS)
    touched = story.apply(MergeNames((WHO[0], WHO[1]), WHO[0]))
    assert touched.kinds == {Kind.ANNOTATIONS, Kind.SETTINGS}
    assert touched.articles == {second.id}
    assert said(story, second) == said(story, first) == all_called(WHO[0])
    after = rows(story)
    assert story.undo() == touched
    assert rows(story) == before
    story.redo()
    assert rows(story) == after
    assert {(found.name, found.editor) for found in story.name_decisions()} == {(WHO[0], "سارة")}


def test_a_merge_holds_for_later_articles_short_forms_included(story: Project, make: Making) -> None:
    story.apply(MergeNames((WHO[0], WHO[1]), "ديمتري ج. زيدان"))
    settle(story)
    later = make.article("عاد دميتري زيدان أمس. ثم خطب زيدان في الحشد.")
    text = later.text
    at = text.rindex("زيدان")
    found = Analysis(
        later, entities=(make.entity(text, "دميتري زيدان"), replace(make.entity(text, "زيدان"), start=at, end=at + 5))
    )
    (made,) = unify([found], story.decided_names())
    assert [entity.name for entity in made.entities] == ["ديمتري ج. زيدان"] * 2
    story.import_articles([later])
    story.store_analysis([found])
    settle(story)
    assert said(story, later)["entity"] == ["ديمتري ج. زيدان"] * 2
    assert said(story, make.article(TEXTS[0])) == all_called("ديمتري ج. زيدان")


def test_merges_follow_each_other(story: Project, make: Making) -> None:
    story.apply(MergeNames((WHO[0],), WHO[1]))
    story.apply(MergeNames((WHO[1], WHO[2]), "الثلاثة"))
    assert set(story.decided_names().values()) == {"الثلاثة"}
    assert story.names() == [("الثلاثة", "PER", 5)]
    story.undo()
    story.undo()
    assert story.decided_names() == {}


def test_what_spelling_alone_would_join_is_split_for_good(project: Project, make: Making) -> None:
    project.import_articles([make.article(text) for text in TEXTS])
    shared = [analysed(make, number, WHO[0]) for number in range(2)]
    project.store_analysis(shared)
    first, second, _ = (make.article(text) for text in TEXTS)
    assert said(project, second) == all_called(WHO[0])
    assert project.spellings(WHO[0]) == [("زيدان", 2), (WHO[1], 1), (WHO[0], 1)]
    before = rows(project)
    project.apply(SplitName(WHO[1], WHO[0]))
    assert said(project, first) == all_called(WHO[0])
    assert said(project, second) == all_called(WHO[1])
    settle(project)
    assert said(project, first) == all_called(WHO[0])
    assert said(project, second) == all_called(WHO[1])
    fresh = [analysed(make, number) for number in range(2)]
    assert len({entity.name for one in unify(fresh) for entity in one.entities}) == 1
    assert [one.entities[0].name for one in unify(fresh, project.decided_names())] == [WHO[0], WHO[1]]
    project.undo()
    assert rows(project) == before


def test_a_split_name_may_be_given_another(story: Project, make: Making) -> None:
    story.apply(MergeNames((WHO[0], WHO[1]), WHO[0]))
    story.apply(SplitName(WHO[1], WHO[0], "دميتري الابن"))
    assert said(story, make.article(TEXTS[1])) == all_called("دميتري الابن")
    assert story.decided_names()[WHO[1]] == "دميتري الابن"


def test_decided_marks_are_renamed_and_stay_decided(story: Project, make: Making) -> None:
    article = make.article(TEXTS[1])
    mark = next(mark for mark in story.annotations(article.id) if mark.layer == "entity")
    story.apply(SetStatus((mark.id,), Status.ACCEPTED))
    story.apply(MergeNames((WHO[1],), WHO[0]))
    found = story.annotation(mark.id)
    assert found
    assert (found.status, found.item.name, found.editor) == (Status.ACCEPTED, WHO[0], "سارة")


def test_merging_nothing_leaves_no_trace(story: Project) -> None:
    before = story.history()
    assert not story.apply(MergeNames((WHO[0],), WHO[0]))
    assert not story.apply(MergeNames((), WHO[0]))
    assert not story.apply(SplitName(WHO[0], WHO[0]))
    assert story.history() == before


def test_a_comparison_is_stale_after_what_it_depends_on_and_after_nothing_else(story: Project, make: Making) -> None:
    assert story.comparison_is_stale
    settle(story)
    assert not story.comparison_is_stale
    mark = story.annotations(make.article(TEXTS[2]).id)[0]
    story.apply(SetStatus((mark.id,), Status.ACCEPTED))
    assert not story.comparison_is_stale
    story.apply(MergeNames((WHO[0], WHO[1]), WHO[0]))
    assert story.comparison_is_stale
    settle(story)
    story.undo()
    assert story.comparison_is_stale
    steps = comparison_steps(story)
    next(steps)
    story.apply(SetStatus((mark.id,), Status.REJECTED))
    for _ in steps:
        pass
    assert story.comparison_is_stale  # the rejection came after the steps had begun
