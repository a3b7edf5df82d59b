"""Accepting and rejecting many suggestions at once: exactly those that were counted, as one step."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from making import Making

from core.model import Analysis, Article, Entity, Status
from core.project import Project, Waiting
from core.store.deciding import DecideWaiting
from core.store.edits import RemoveArticles, SetNote


@pytest.fixture
def scored(project: Project, make: Making) -> Project:
    """Three articles with the same two names, which score 0.60, 0.75 and 0.90."""
    for number, score in enumerate((0.6, 0.75, 0.9)):
        text = f"خبر {number}: زار فادي العسلي مدينة زحلة."
        article = make.article(text)
        entities = (make.entity(text, "فادي العسلي"), make.entity(text, "زحلة", "LOC"))
        project.import_articles([article])
        project.store_analysis([Analysis(article, (), tuple(replace(one, score=score) for one in entities), (), ())])
    return project


def statuses(project: Project) -> dict[tuple[str, int], str]:
    """By label and percent of score."""
    return {
        (str(mark.label), round(mark.item.score * 100)): str(mark.status)
        for key in project.article_ids()
        for mark in project.annotations(key)
        if isinstance(mark.item, Entity)
    }


@pytest.mark.parametrize(
    ("which", "decided"),
    [
        (Waiting("PER", least=75), {("PER", 75), ("PER", 90)}),
        (Waiting(most=60), {("PER", 60), ("LOC", 60)}),
        (Waiting("PER", "فادي العسلي"), {("PER", 60), ("PER", 75), ("PER", 90)}),
        (Waiting("LOC", "فادي العسلي"), set()),
        (Waiting(least=76, most=89), set()),
    ],
)
def test_what_is_counted_is_decided_and_nothing_else(
    scored: Project, which: Waiting, decided: set[tuple[str, int]]
) -> None:
    assert scored.count_waiting(which) == len(decided)
    before = statuses(scored)
    scored.apply(DecideWaiting(which, Status.ACCEPTED))
    after = statuses(scored)
    assert {key for key in after if after[key] == "accepted"} == decided
    assert scored.count_waiting(which) == 0
    if decided:
        scored.undo()
        assert statuses(scored) == before
        assert scored.count_waiting(which) == len(decided)


def test_one_article_alone(scored: Project) -> None:
    first = scored.article_ids()[0]
    scored.apply(DecideWaiting(Waiting(article_id=first), Status.REJECTED))
    assert [mark.status for mark in scored.annotations(first) if mark.layer == "entity"] == [Status.REJECTED] * 2
    assert list(statuses(scored).values()).count("rejected") == 2


def test_the_table_by_score_says_what_any_setting_would_decide(scored: Project) -> None:
    table = scored.waiting_by_score(scored.article_ids())
    assert table == {"PER": Counter({60: 1, 75: 1, 90: 1}), "LOC": Counter({60: 1, 75: 1, 90: 1})}
    assert scored.waiting_by_score(scored.article_ids()[2:]) == {"PER": Counter({90: 1}), "LOC": Counter({90: 1})}


def test_what_has_a_note_and_what_was_removed_is_left_alone(scored: Project) -> None:
    first, second, _ = scored.article_ids()
    noted = scored.annotations(first)[0]
    scored.apply(SetNote(noted.id, "راجعه"))
    scored.apply(RemoveArticles((second,)))
    assert scored.count_waiting(Waiting()) == 3
    scored.apply(DecideWaiting(Waiting(), Status.ACCEPTED))
    scored.undo()
    scored.undo()
    assert "accepted" not in statuses(scored).values()


def test_many_rejections_at_once_reach_the_rest_in_steps_and_are_taken_back(project: Project, make: Making) -> None:
    texts = [f"الخبر {number}: حضر زعيتر{number} الحفل ثم عاد." for number in range(60)]
    again = "وكان زعيتر7 هناك أيضا."
    articles = [make.article(text) for text in (*texts, again)]

    def taught(article: Article) -> Entity:
        word = next(word for word in article.text.split() if word.startswith("زعيتر"))
        return replace(make.entity(article.text, word), score=0.4 if article.text != again else 0.9)

    project.import_articles(articles)
    project.store_analysis([Analysis(one, (), (taught(one),), (), ()) for one in articles])
    last = articles[-1].id
    assert project.annotations(last)
    project.apply(DecideWaiting(Waiting(most=50), Status.REJECTED))
    for _ in project.follow_steps():
        pass
    assert not [mark for mark in project.annotations(last) if mark.layer == "entity"]
    project.undo()
    for _ in project.follow_steps():
        pass
    assert [mark.status for mark in project.annotations(last) if mark.layer == "entity"] == [Status.SUGGESTED]
    assert project.check() == []


def test_many_are_decided_on_in_steps_that_one_undo_takes_back(
    scored: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.store.deciding._AT_ONCE", 1)  # an article is a step
    before, entries = statuses(scored), len(scored.history())
    mark = scored.annotations(scored.article_ids()[2])[1]
    told = list(scored.decide_steps(Waiting("PER"), Status.ACCEPTED, (mark.id,)))
    assert [(done, every) for done, every, _ in told] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    after = statuses(scored)
    assert {key for key in after if after[key] == "accepted"} == {
        *(("PER", percent) for percent in (60, 75, 90)), ("LOC", 90),
    }  # fmt: skip
    assert len(scored.history()) == entries + 1
    assert len(list(scored.undo_steps())) == 4
    assert statuses(scored) == before
    scored.redo()
    assert statuses(scored) == after
    scored.undo()
    assert statuses(scored) == before


def test_who_stops_half_way_keeps_what_is_done_as_one_step(scored: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.store.deciding._AT_ONCE", 1)
    before = statuses(scored)
    scored.apply(SetNote(scored.annotations(scored.article_ids()[0])[1].id, "قبل"))
    steps = scored.decide_steps(Waiting("PER"), Status.ACCEPTED)
    next(steps)
    next(steps)
    steps.close()
    assert list(statuses(scored).values()).count("accepted") == 2
    scored.undo()
    assert statuses(scored) == before
    assert scored.can_undo is not None
    assert scored.can_undo.text == "SetNote"
