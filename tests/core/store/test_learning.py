"""Decisions change what is suggested elsewhere, at once, for articles to come, and back again."""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Iterator
from cProfile import Profile
from dataclasses import replace
from pathlib import Path

import pytest
from making import Making

from core.model import Analysis, Annotation, Article, Origin, Status
from core.project import Kind, LearnedState, Project
from core.store import learning
from core.store.edits import (
    AddAnnotation,
    Batch,
    ChangeAnnotation,
    RemoveAnnotation,
    RemoveArticles,
    SetLearned,
    SetNote,
    SetStatus,
)

TEXTS = (
    "وصل الدبلوماسي كارلوس تارابوكين إلى المدينة.\nوقالت صحيفة النهرين إن كارلوس تارابوكين متفائل.",
    "التقى الوزير كارلوس تارابوكين صباحا، ورحب بكارلوس تارابوكين عمدة المدينة.",
    "نقلت النهرين عن مصدر أن المدينة هادئة، وأن النهرين ستنشر المزيد.",
)


@pytest.fixture
def story(project: Project, make: Making) -> Iterator[Project]:
    """Three articles; «النهرين» is suggested as a place throughout, the diplomat nowhere."""
    articles = [make.article(text) for text in TEXTS]
    project.import_articles(articles)
    project.store_analysis([analysed(make, article) for article in articles])
    yield project
    assert project.check() == []


def analysed(make: Making, article: Article) -> Analysis:
    count = article.text.count("النهرين")
    return Analysis(article, entities=tuple(make.entity(article.text, "النهرين", "LOC", nth=n) for n in range(count)))


def ids() -> list[str]:
    return [Making().article(text).id for text in TEXTS]


def seen(project: Project, *articles: str) -> list[tuple[int, str, str, str]]:
    """(article, words, label, status) of every mark."""
    return [
        (number, mark.item.text, mark.label, str(mark.status))
        for number, key in enumerate(ids())
        if key in (articles or ids())
        for mark in project.annotations(key)
    ]


def rows(project: Project) -> list[tuple[object, ...]]:
    with sqlite3.connect(project.path) as other:
        found = other.execute("SELECT * FROM annotations ORDER BY id").fetchall()
    other.close()
    return [row[1:] for row in found]


def add(make: Making, words: str, label: str = "PER", number: int = 0, name: str = "", nth: int = 0) -> AddAnnotation:
    text = TEXTS[number]
    return AddAnnotation(make.article(text).id, make.entity(text, words, label, name, nth))


def suggested(project: Project, label: str, number: int) -> list[str]:
    return [mark.id for mark in project.annotations(ids()[number]) if mark.label == label]


def test_an_added_name_is_suggested_wherever_it_stands_and_undo_takes_that_back(story: Project, make: Making) -> None:
    before = rows(story)
    touched = story.apply(add(make, "كارلوس تارابوكين", name="تارابوكين، كارلوس"))
    assert touched.articles == set(ids()[:2])
    found = [mark for key in ids() for mark in story.annotations(key) if mark.label == "PER"]
    assert [(mark.item.text, mark.status) for mark in found] == [
        ("كارلوس تارابوكين", Status.ADDED),
        *[("كارلوس تارابوكين", Status.SUGGESTED)] * 3,
    ]
    assert {mark.item.name for mark in found} == {"تارابوكين، كارلوس"}
    assert found[1].item.origin is Origin.LEXICON
    after = rows(story)
    assert story.undo() == touched
    assert rows(story) == before
    assert story.learned() == []
    assert story.redo() == touched
    assert rows(story) == after


def test_a_rejected_suggestion_is_held_back_elsewhere_until_one_is_accepted(story: Project, make: Making) -> None:
    (mark,) = suggested(story, "LOC", 0)
    before = rows(story)
    story.apply(SetStatus((mark,), Status.REJECTED))
    assert seen(story) == [(0, "النهرين", "LOC", "rejected")]
    (entry,) = story.learned()
    assert (entry.spelling, entry.label, entry.rejects, entry.decisions, entry.active) == (
        "النهرين", "LOC", True, (mark,), True,
    )  # fmt: skip
    story.apply(add(make, "النهرين", "LOC", 2))
    assert seen(story, ids()[2]) == [(2, "النهرين", "LOC", "added"), (2, "النهرين", "LOC", "suggested")]
    story.undo()
    story.undo()
    assert rows(story) == before


def test_one_of_two_decided_differently_is_left_to_the_engine(story: Project) -> None:
    first, second = suggested(story, "LOC", 2)
    story.apply(SetStatus((first,), Status.ACCEPTED))
    assert story.learned() == []
    story.apply(SetStatus((second,), Status.REJECTED))
    assert [entry.state for entry in story.learned()] == [LearnedState.DISPUTED]
    assert (0, "النهرين", "LOC", "suggested") in seen(story)


def test_a_relabelled_suggestion_is_relabelled_everywhere(story: Project, make: Making) -> None:
    (mark,) = suggested(story, "LOC", 0)
    story.apply(ChangeAnnotation(mark, make.entity(TEXTS[0], "النهرين", "ORG", "صحيفة النهرين")))
    assert seen(story) == [(0, "النهرين", "ORG", "changed"), *[(2, "النهرين", "ORG", "suggested")] * 2]
    assert {entry.label: (entry.rejects, entry.name) for entry in story.learned()} == {
        "LOC": (True, ""),
        "ORG": (False, "صحيفة النهرين"),
    }
    story.undo()
    assert {label for _, _, label, _ in seen(story)} == {"LOC"}


def test_a_longer_span_does_not_condemn_the_shorter_one_and_a_shorter_one_does(story: Project, make: Making) -> None:
    (mark,) = suggested(story, "LOC", 0)
    story.apply(ChangeAnnotation(mark, make.entity(TEXTS[0], "صحيفة النهرين", "ORG")))
    assert seen(story, ids()[2]) == [(2, "النهرين", "LOC", "suggested")] * 2
    story.apply(SetStatus((mark,), Status.SUGGESTED))
    story.apply(add(make, "صحيفة النهرين", "LOC"))
    story.undo()
    assert seen(story, ids()[0]) == [(0, "النهرين", "LOC", "suggested")]


def test_an_ordinary_word_needs_two_decisions(story: Project, make: Making) -> None:
    story.apply(add(make, "المدينة", "LOC"))
    assert [entry.state for entry in story.learned()] == [LearnedState.WAITING]
    assert (1, "المدينة", "LOC", "suggested") not in seen(story)
    story.apply(add(make, "المدينة", "LOC", 1))
    assert [entry.state for entry in story.learned()] == [LearnedState.ACTIVE]
    assert (2, "المدينة", "LOC", "suggested") in seen(story)


def test_a_rejected_consequence_ends_the_teaching(story: Project, make: Making) -> None:
    story.apply(add(make, "كارلوس تارابوكين"))
    taught = suggested(story, "PER", 1)
    assert len(taught) == 2
    story.apply(SetStatus((taught[0],), Status.REJECTED))
    assert [entry.state for entry in story.learned()] == [LearnedState.DISPUTED]
    assert [(words, status) for _, words, _, status in seen(story, *ids()[:2]) if words != "النهرين"] == [
        ("كارلوس تارابوكين", "added"),
        ("كارلوس تارابوكين", "rejected"),
    ]


def test_an_entry_is_switched_off_and_on_and_left_to_the_decisions_again(story: Project, make: Making) -> None:
    story.apply(add(make, "كارلوس تارابوكين"))
    taught = seen(story)
    for active, state, marks in (
        (False, LearnedState.OFF, 1),
        (True, LearnedState.ACTIVE, 4),
        (None, LearnedState.ACTIVE, 4),
    ):
        assert Kind.SETTINGS in story.apply(SetLearned("كارلوس تارابوكين", "PER", active)).kinds
        (entry,) = story.learned()
        assert (entry.state, entry.forced) == (state, active is not None)
        assert len([1 for _, words, _, _ in seen(story) if words == "كارلوس تارابوكين"]) == marks
    story.undo()
    story.undo()
    assert [entry.state for entry in story.learned()] == [LearnedState.OFF]
    story.undo()
    assert seen(story) == taught


def test_later_articles_follow_and_so_does_undo_after_their_analysis(story: Project, make: Making) -> None:
    (mark,) = suggested(story, "LOC", 0)
    story.apply(SetStatus((mark,), Status.REJECTED))
    story.apply(add(make, "كارلوس تارابوكين"))
    later = make.article("عاد كارلوس تارابوكين، ونفت النهرين الخبر.")
    story.import_articles([later])
    story.store_analysis([analysed(make, later)])
    assert [(mark.item.text, mark.label) for mark in story.annotations(later.id)] == [("كارلوس تارابوكين", "PER")]
    story.store_analysis([analysed(make, make.article(TEXTS[2]))])
    assert seen(story, ids()[2]) == []
    assert story.undo()  # the import
    story.undo()
    story.undo()
    assert seen(story, ids()[2]) == [(2, "النهرين", "LOC", "suggested")] * 2


def test_undo_reaches_articles_that_were_analysed_after_the_decision(project: Project, make: Making) -> None:
    articles = [make.article(text) for text in TEXTS]
    project.import_articles(articles)
    project.store_analysis([analysed(make, articles[0])])
    (mark,) = suggested(project, "LOC", 0)
    project.apply(SetStatus((mark,), Status.REJECTED))
    project.store_analysis([analysed(make, articles[2])])
    assert seen(project, ids()[2]) == []
    touched = project.undo()
    assert touched
    assert ids()[2] in touched.articles
    assert len(seen(project, ids()[2])) == 2
    project.redo()
    assert seen(project, ids()[2]) == []


def test_lessons_are_the_same_after_reopening_and_go_with_their_article(story: Project, make: Making) -> None:
    story.apply(add(make, "كارلوس تارابوكين"))
    story.apply(SetStatus(tuple(suggested(story, "LOC", 0)), Status.REJECTED))
    learned = story.learned()
    with Project.open(story.path, read_only=True) as other:
        assert other.learned() == learned
        assert other.lexicon() == story.lexicon()
    story.apply(RemoveArticles((ids()[0],)))
    assert story.learned() == []
    assert seen(story, *ids()[1:]) == [(2, "النهرين", "LOC", "suggested")] * 2
    story.undo()
    assert story.learned() == learned
    assert seen(story, ids()[2]) == []


def test_taking_a_suggestion_away_counts_as_rejecting_it_and_taking_back_an_own_mark_does_not(
    story: Project, make: Making
) -> None:
    (mark,) = suggested(story, "LOC", 0)
    story.apply(RemoveAnnotation(mark))
    assert seen(story) == []
    story.undo()
    new = add(make, "الدبلوماسي")
    story.apply(new)
    story.apply(RemoveAnnotation(new.id))
    assert story.learned() == []


def test_what_an_editor_noted_or_decided_stays(story: Project, make: Making) -> None:
    first, second = suggested(story, "LOC", 2)
    story.apply(SetNote(first, "راجعها"))
    story.apply(add(make, "النهرين", "LOC", 2, nth=1))
    story.undo()
    story.apply(SetStatus(tuple(suggested(story, "LOC", 0)), Status.REJECTED))
    assert [mark.note for mark in story.annotations(ids()[2])] == ["راجعها"]
    story.undo()
    story.apply(ChangeAnnotation(second, replace(make.entity(TEXTS[2], "المزيد", "MISC"))))
    story.apply(add(make, "ستنشر المزيد", "ORG", 2))
    assert sum(words == "ستنشر المزيد" for _, words, _, _ in seen(story)) == 1


def test_figures_and_times_teach_nothing(story: Project, make: Making) -> None:
    story.apply(add(make, "صباحا", "TIME", 1))
    assert story.learned() == []


def test_many_decisions_in_one_step_are_one_step_with_all_that_follows(story: Project, make: Making) -> None:
    before = rows(story)
    story.apply(Batch((add(make, "كارلوس تارابوكين"), add(make, "عمدة المدينة", "ORG", 1)), "add many"))
    assert len(story.learned()) == 2
    story.undo()
    assert rows(story) == before


def test_a_failing_edit_leaves_nothing_learned(story: Project, make: Making) -> None:
    wrong = replace(make.entity(TEXTS[0], "المدينة"), text="غيرها")
    with pytest.raises(ValueError, match="not 'غيرها'"):
        story.apply(Batch((add(make, "كارلوس تارابوكين"), AddAnnotation(ids()[0], wrong))))
    assert story.learned() == []
    assert not story.lexicon()


def test_a_decision_reaches_many_articles_in_steps_also_after_reopening(
    project: Project, make: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "_AT_ONCE", 2)
    texts = [f"الخبر {number}: نفت النهرين ما نُسب إليها، وصدق كارلوس تارابوكين." for number in range(7)]
    articles = [make.article(text) for text in texts]
    project.import_articles(articles)
    project.store_analysis([analysed(make, article) for article in articles])

    def left() -> list[int]:
        return [len([mark for mark in project.annotations(a.id) if mark.status == "suggested"]) for a in articles]

    (mark,) = [mark.id for mark in project.annotations(articles[5].id)]
    touched = project.apply(SetStatus((mark,), Status.REJECTED))
    assert left() == [0, 0, 1, 1, 1, 0, 1]
    assert touched.articles == {articles[at].id for at in (0, 1, 5)}
    assert project.has_followers
    project.close()
    project = Project.open(project.path)
    steps = list(project.follow_steps())
    assert left() == [0] * 7
    assert not project.has_followers
    assert frozenset[str]().union(*(step.articles for step in steps)) == {articles[at].id for at in (2, 3, 4, 6)}
    assert project.comparison_is_stale
    project.undo()
    assert left() == [1, 1, 0, 0, 0, 1, 0]
    for _ in project.follow_steps():
        pass
    assert left() == [1] * 7
    project.close()


def test_a_mark_that_is_moved_to_the_same_word_elsewhere_stays_what_it_was(story: Project, make: Making) -> None:
    first, second = suggested(story, "LOC", 2)
    story.apply(ChangeAnnotation(first, make.entity(TEXTS[2], "النهرين", "LOC", nth=1)))
    assert story.learned() == []
    story.apply(ChangeAnnotation(first, make.entity(TEXTS[2], "النهرين", "LOC", nth=0)))
    story.apply(SetStatus((second,), Status.REJECTED))
    assert [entry.state for entry in story.learned()] == [LearnedState.DISPUTED]
    for _ in range(3):
        story.undo()
    assert story.learned() == []


def _decided_on(project: Project, make: Making, size: int) -> list[str]:
    """So many analysed articles that name each other's bearers, and a file that decides on all names of every other.

    Gives the article IDs.
    """
    people = ["".join(chr(ord("ب") + int(digit)) * 2 for digit in f"{number:03}") for number in range(size)]
    texts = [
        f"وصل كارلوس {people[at]} والتقى {people[at - 1]} ونظيره {people[at - 2]}.\nنفت النهرين خبر {people[at - 3]}."
        for at in range(size)
    ]
    articles = [make.article(text) for text in texts]
    project.import_articles(articles)
    project.store_analysis([analysed(make, article) for article in articles])
    for _ in project.index_steps():
        pass
    marks = [
        Annotation(f"{at}-{words}", articles[at].id, make.entity(texts[at], words), Status.ADDED)
        for at in range(0, size, 2)
        for words in (f"كارلوس {people[at]}", people[at - 1], people[at - 3])
    ]
    for _ in project.put_steps("marks.jsonl", [marks]):
        pass
    return [article.id for article in articles]


def test_many_spellings_are_told_article_by_article_and_come_to_the_same(
    tmp_path: Path, make: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for many in (10, 10**6):
        monkeypatch.setattr(learning, "_MANY", many)
        with Project.create(tmp_path / f"{many}.mizan") as project:
            listed = _decided_on(project, make, 60)
            steps = list(project.follow_steps())
            assert not project.has_followers
            assert project.check() == []
            marks = [
                [replace(mark, created_at="", updated_at="") for mark in project.annotations(key)] for key in listed
            ]
            found.append((len(steps), marks, [entry.key for entry in project.learned()]))
    (few, marks, learned), (more, *others) = found
    assert [marks, learned] == others
    assert sum(mark.status is Status.SUGGESTED and mark.label == "PER" for own in marks for mark in own) >= 60
    assert few < more


def test_what_is_learned_meanwhile_reaches_the_articles_that_were_told_before(
    project: Project, make: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "_MANY", 10)
    monkeypatch.setattr(learning, "_AT_ONCE", 4)
    listed = _decided_on(project, make, 30)
    steps = project.follow_steps()
    for _ in range(6):
        next(steps)
    (mark,) = [mark.id for mark in project.annotations(listed[-1]) if mark.label == "LOC"]
    project.apply(SetStatus((mark,), Status.REJECTED))
    for _ in steps:
        pass
    assert not any(mark.label == "LOC" for key in listed[:-1] for mark in project.annotations(key))


def test_work_grows_with_the_articles_not_with_articles_times_spellings(tmp_path: Path, make: Making) -> None:
    calls = {}
    for size in (110, 440):
        with Project.create(tmp_path / f"{size}.mizan") as project:
            _decided_on(project, make, size)
            profile = Profile()
            profile.runcall(deque, project.follow_steps(), 0)
            calls[size] = sum(entry.callcount for entry in profile.getstats())
    assert calls[440] < 5.5 * calls[110]
