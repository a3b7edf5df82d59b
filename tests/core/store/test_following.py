"""What a verdict settles beyond its own pair, so that nobody is asked twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import Making

from core.model import (
    Article,
    ArticleClaim,
    Claim,
    ClaimKind,
    Fact,
    Relation,
    RelationKind,
    Show,
    Span,
    TimeValue,
    VerdictKind,
    article_id,
)
from core.project import Kind, Project
from core.store.edits import ChangeArticle, PutVerdicts, RemoveArticles, SetVerdict
from core.store.review import ReviewFilter

EVENT, AGREES, CONFLICT = VerdictKind.DIFFERENT_EVENT, Show.AGREE, Show.CONFLICT
FIRST = "اتصل الوزير بنظيره يوم السابع."
SECOND = "جرت المكالمة يوم السابع، ثم مكالمة أخرى يوم الثلاثين."
THIRD = "تحدث الوزيران يوم الثلاثين."
LATE = "المكالمة كانت يوم الثلاثين بحسب الوزارة."


@pytest.fixture
def calls(project: Project, make: Making) -> Project:
    """Two calls of two days, told by three articles, in one fact: days that agree, and four pairs that conflict."""
    articles = [make.article(text) for text in (FIRST, SECOND, THIRD, LATE)]
    project.import_articles(articles)
    project.store_facts([_fact(make, articles[:3])])
    return project


def _fact(make: Making, articles: list[Article]) -> Fact:
    days = [(article, words) for article in articles for words in ("السابع", "الثلاثين") if words in article.text]
    claims = [ArticleClaim(article.id, _day(make, article.text, words)) for article, words in days]
    relations = [
        Relation(a, b, RelationKind.CORROBORATES, AGREES, 0.9, "", "", "")
        if days[a][1] == days[b][1]
        else Relation(a, b, RelationKind.CONTRADICTS, CONFLICT, 0.9, "", "", "")
        for a in range(len(days))
        for b in range(a + 1, len(days))
    ]
    return Fact(
        "calls", "متى كانت المكالمة؟", "When was the call?", ClaimKind.TIME, "", tuple(claims), tuple(relations)
    )


def _day(make: Making, text: str, words: str) -> Claim:
    span = make.span(text, words)
    return Claim(span.start, span.end, words, ClaimKind.TIME, Span(0, len(text)), TimeValue("2021-12-07"))


def _conflicts(project: Project) -> list[str]:
    return [key.id for key in project.relation_keys([CONFLICT])]


def test_two_events_are_told_apart_once(calls: Project) -> None:
    conflicts = _conflicts(calls)
    assert len(conflicts) == 4
    touched = calls.apply(SetVerdict((conflicts[0],), EVENT, note="مكالمتان"))
    assert touched.kinds == {Kind.VERDICTS}
    assert len(touched.articles) == 3
    verdicts = calls.verdicts()
    assert verdicts.keys() == set(conflicts)
    assert verdicts[conflicts[0]].follows is None
    for key in conflicts[1:]:
        follower = verdicts[key]
        assert (follower.relation_id, follower.follows, follower.kind) == (key, conflicts[0], EVENT)
        assert (follower.note, follower.editor) == ("مكالمتان", "سارة")
    assert calls.relation_counts()[CONFLICT] == (4, 4)
    assert {summary.undecided for summary in calls.summaries()} == {0}
    calls.undo()
    assert calls.verdicts() == {}
    assert calls.relation_counts()[CONFLICT] == (4, 0)
    calls.redo()
    assert calls.verdicts() == verdicts


def test_pairs_of_the_same_events_that_come_later_follow(calls: Project, make: Making) -> None:
    first = _conflicts(calls)[0]
    calls.apply(SetVerdict((first,), EVENT))
    touched = calls.store_facts([_fact(make, calls.articles())])
    assert Kind.VERDICTS in touched.kinds
    conflicts = _conflicts(calls)
    assert len(conflicts) == 6
    assert {key: verdict.follows for key, verdict in calls.verdicts().items() if key != first} == dict.fromkeys(
        set(conflicts) - {first}, first
    )
    assert calls.relation_counts()[CONFLICT] == (6, 6)


def test_an_exception_is_a_decision_of_its_own(calls: Project) -> None:
    first, second, *_others = _conflicts(calls)
    calls.apply(SetVerdict((first,), EVENT))
    calls.apply(SetVerdict((second,), VerdictKind.CONTRADICTION))
    verdicts = calls.verdicts()
    assert (verdicts[second].kind, verdicts[second].follows) == (VerdictKind.CONTRADICTION, None)
    calls.apply(SetVerdict((second,), VerdictKind.UNDECIDED))
    assert calls.verdicts()[second].follows == first
    calls.apply(SetVerdict((first,), VerdictKind.CONTRADICTION))
    assert calls.verdicts().keys() == {first}


def test_what_follows_is_taken_back_with_what_it_follows(calls: Project) -> None:
    first, second, *_ = _conflicts(calls)
    calls.apply(SetVerdict((first,), EVENT))
    calls.apply(SetVerdict((second,), VerdictKind.UNDECIDED))
    assert calls.verdicts() == {}
    calls.undo()
    assert len(calls.verdicts()) == 4


def test_what_follows_is_no_decision_of_its_own_when_it_comes_back_from_an_export(calls: Project) -> None:
    calls.apply(SetVerdict((_conflicts(calls)[0],), EVENT))
    told = calls.verdicts()
    calls.apply(PutVerdicts(tuple(told.values())))
    assert calls.verdicts() == told


def test_who_agrees_with_both_is_of_neither_event(calls: Project, make: Making) -> None:
    fact = _fact(make, calls.articles()[:3])
    both = [
        replace(relation, show=AGREES) if (relation.a, relation.b) == (0, 2) else relation
        for relation in fact.relations
    ]
    calls.store_facts([replace(fact, relations=tuple(both))])
    # The first claim (السابع) now agrees with a claim of the other day as well.
    decided = fact.relation_id(next(one for one in fact.relations if (one.a, one.b) == (1, 3)))
    calls.apply(SetVerdict((decided,), EVENT))
    assert calls.verdicts().keys() == {decided}


def test_a_verdict_holds_for_a_pair_whose_words_moved(calls: Project, make: Making) -> None:
    fact = _fact(make, calls.articles()[:3])
    decided = _conflicts(calls)[0]
    calls.apply(SetVerdict((decided,), VerdictKind.CONTRADICTION))
    article = calls.articles()[0]
    moved = ArticleClaim(article.id, _day(make, article.text, "يوم السابع"))
    fact = replace(fact, claims=(moved, *fact.claims[1:]))
    calls.store_facts([fact])
    (new,) = (key for key, verdict in calls.verdicts().items() if verdict.follows == decided)
    assert new in _conflicts(calls)
    assert calls.obsolete_verdicts() == []
    assert calls.relation_counts()[CONFLICT] == (4, 1)
    # Decided anew, it leads nobody, and is told to be obsolete.
    calls.apply(SetVerdict((new,), VerdictKind.COMPATIBLE))
    assert [found.verdict.relation_id for found in calls.obsolete_verdicts()] == [decided]
    calls.apply(SetVerdict((decided,), VerdictKind.UNDECIDED))
    assert calls.verdicts().keys() == {new}


def test_two_events_stay_apart_when_the_pair_that_said_so_is_gone(calls: Project, make: Making) -> None:
    first = _conflicts(calls)[0]
    calls.apply(SetVerdict((first,), EVENT))
    fact = _fact(make, calls.articles())
    relations = tuple(one for one in fact.relations if fact.relation_id(one) != first)
    calls.store_facts([replace(fact, relations=relations)])
    conflicts = _conflicts(calls)
    assert len(conflicts) == 5
    assert {calls.verdicts()[key].follows for key in conflicts} == {first}


def test_who_decides_on_a_pair_decides_on_its_dispute(calls: Project, make: Making) -> None:
    [fact] = calls.facts()
    first, *others = (fact.relation_id(relation) for relation in fact.relations if relation.show is CONFLICT)
    relations = tuple(
        replace(relation, follows=first) if fact.relation_id(relation) in others else relation
        for relation in fact.relations
    )
    calls.store_facts([replace(fact, relations=relations)])
    assert {key.follows for key in calls.relation_keys([CONFLICT])} == {"", first}
    assert [key.id for key in calls.review_queue(ReviewFilter())] == [first]
    for decided in (first, others[-1]):  # the one that stands for the others, or another one
        calls._store.forget()
        calls.apply(SetVerdict((decided,), VerdictKind.CONTRADICTION))
        assert not calls._store.facts  # a fact of thousands of pairs is not read for one of them
        verdicts = calls.verdicts()
        assert {key: verdict.follows for key, verdict in verdicts.items()} == {
            key: None if key == decided else decided for key in (first, *others)
        }
        assert calls.review_queue(ReviewFilter()) == []
        calls.store_facts(calls.facts())
        assert calls.verdicts() == verdicts
        calls.undo()
        assert calls.verdicts() == {}


def test_a_verdict_holds_in_a_corrected_version_of_its_article(calls: Project, make: Making) -> None:
    first, *others = calls.articles()[:3]
    decided = _conflicts(calls)[0]
    calls.apply(SetVerdict((decided,), VerdictKind.CONTRADICTION, note="راجعت الوزارة"))
    assert first.id in calls.relation_articles(decided)
    first = replace(first, source="جريدة الميناء")
    calls.apply(ChangeArticle(first))
    text = f"تصحيح من المحرر.\n{FIRST} وأضاف متحدث جملة."
    corrected = replace(first, id=article_id(text), text=text)
    calls.apply(RemoveArticles((first.id,)))
    calls.import_articles([corrected])
    calls.store_facts([_fact(make, [corrected, *others])])
    (new,) = (key for key, verdict in calls.verdicts().items() if verdict.follows == decided)
    assert corrected.id in calls.relation_articles(new)
    assert calls.verdicts()[new].note == "راجعت الوزارة"
    assert calls.obsolete_verdicts() == []


def test_no_verdict_holds_where_the_sentence_is_another_one(calls: Project, make: Making) -> None:
    first, *others = calls.articles()[:3]
    calls.apply(SetVerdict((_conflicts(calls)[0],), VerdictKind.CONTRADICTION))
    first = replace(first, source="جريدة الميناء")
    calls.apply(ChangeArticle(first))
    text = "اتصل الوزير بنظيره مساء يوم السابع."
    corrected = replace(first, id=article_id(text), text=text)
    calls.apply(RemoveArticles((first.id,)))
    calls.import_articles([corrected])
    calls.store_facts([_fact(make, [corrected, *others])])
    assert len(calls.verdicts()) == len(calls.obsolete_verdicts()) == 1
