"""The list of relations without the facts: their order, their counts, their words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import Making

from core.model import Show, Span, VerdictKind
from core.project import Project
from core.store.edits import RemoveArticles, SetVerdict
from core.store.relations import one_a_dispute, questions_en
from core.store.words import Words
from core.text.arabic import fold


def of_two(filled: Project, make: Making, show: Show, score: float, **changes: str) -> None:
    """Add a fact of two claims whose relation is shown so."""
    one, two = filled.analyses()[:2]
    fact = make.fact((one.article, one.claims[0]), (two.article, two.claims[0]))
    relation = replace(fact.relations[0], show=show, score=score)
    filled.store_facts([*filled.facts(), replace(fact, relations=(relation,), **changes)])


def test_what_wants_a_decision_comes_first(filled: Project, make: Making) -> None:
    filled.store_facts([])
    for number, (show, score) in enumerate(
        [(Show.CHECK, 0.5), (Show.CONFLICT, 0.6), (Show.AGREE, 0.9), (Show.CONFLICT, 0.8), (Show.CHECK, 0.7)]
    ):
        of_two(filled, make, show, score, id=f"f{number}")
    shows = {Show.CONFLICT, Show.CHECK}
    assert [key.fact_id for key in filled.relation_keys(shows)] == ["f3", "f1", "f4", "f0"]
    assert [key.fact_id for key in filled.relation_keys({Show.AGREE})] == ["f2"]
    assert filled.relation_keys(set()) == []


def test_keys_say_where_a_relation_stands(filled: Project) -> None:
    facts = {fact.id: fact for fact in filled.facts()}
    keys = filled.relation_keys(set(Show))
    assert len(keys) == sum(len(fact.relations) for fact in facts.values())
    for key in keys:
        fact = facts[key.fact_id]
        (told,) = (each for each in fact.relations if fact.relation_id(each) == key.id)
        assert told.follows == key.follows
        ends = [fact.claims[place].article_id for place in (told.a, told.b)]
        assert filled.relation_articles(key.id) == ends
    assert filled.facts_by_ids([*facts, "none"]) == facts


def test_counts_follow_verdicts(filled: Project) -> None:
    fact = filled.facts()[0]
    relation = fact.relations[0]
    every, decided = filled.relation_counts()[relation.show]
    assert decided == 0
    filled.apply(SetVerdict((fact.relation_id(relation),), VerdictKind.COMPATIBLE))
    assert filled.relation_counts()[relation.show] == (every, 1)
    filled.apply(SetVerdict((fact.relation_id(relation),), VerdictKind.UNDECIDED))
    assert filled.relation_counts()[relation.show] == (every, 0)


def test_pairs_of_one_dispute_want_one_decision(filled: Project, make: Making) -> None:
    fact = make.fact(*((one.article, one.claims[0]) for one in filled.analyses()))
    first, *others = (replace(told, show=Show.CONFLICT) for told in fact.relations)
    leader = fact.relation_id(first)
    filled.store_facts([replace(fact, relations=(first, *(replace(told, follows=leader) for told in others)))])
    assert len(filled.relation_keys([Show.CONFLICT])) == len(fact.relations) > 1
    assert len(one_a_dispute(filled.relation_keys([Show.CONFLICT]))) == 1
    assert filled.relation_counts() == {Show.CONFLICT: (1, 0)}
    assert {summary.undecided for summary in filled.summaries()} == {1}
    filled.apply(SetVerdict((leader,), VerdictKind.CONTRADICTION))
    assert filled.relation_counts() == {Show.CONFLICT: (1, 1)}
    assert {summary.undecided for summary in filled.summaries()} == {0}
    told = filled.overview()
    assert (told.shows, told.verdicts) == ({Show.CONFLICT: (1, 1)}, {VerdictKind.CONTRADICTION: 1})
    assert {(one.pairs, one.settled) for one in told.progress} == {(1, 1)}


def test_what_stands_on_a_removed_article_is_left_out(filled: Project) -> None:
    before = len(filled.relation_keys(set(Show)))
    gone = filled.relation_articles(filled.relation_keys(set(Show))[0].id)[0]
    filled.apply(RemoveArticles((gone,)))
    left = filled.relation_keys(set(Show))
    assert len(left) < before
    assert all(gone not in filled.relation_articles(key.id) for key in left)
    assert sum(every for every, _ in filled.relation_counts().values()) == len(left)
    filled.undo()
    assert len(filled.relation_keys(set(Show))) == before


def read(project: Project) -> Words:
    words = Words()
    for _ in project.word_steps(words):
        pass
    return words


def test_words_are_folded(filled: Project) -> None:
    words, fact = read(filled), filled.facts()[0]
    assert fold(fact.question) in words.questions[fact.id]
    assert fold(fact.claims[0].claim.text) in words.said[fact.id]


def test_a_word_passes_where_the_question_a_claim_or_its_source_holds_it(filled: Project, make: Making) -> None:
    filled.store_facts([])
    of_two(filled, make, Show.CONFLICT, 0.5, id="asked", question="كم فرقة إطفاء وصلت؟")
    of_two(filled, make, Show.CONFLICT, 0.5, id="said")
    words, (key,) = read(filled), [key for key in filled.relation_keys(set(Show)) if key.fact_id == "said"]
    assert filled.passing(words, fold("إطفاء")) == ({"asked"}, set())
    fact = filled.facts_by_ids(["said"])["said"]
    one, two = (fact.claims[place] for place in (0, 1))
    own = next(word for word in fold(one.claim.text).split() if word not in words.questions["said"])
    facts, pairs = filled.passing(words, own)
    assert "said" in facts or key.id in pairs
    source = fold(filled.source_names([two.article_id])[two.article_id])
    facts, pairs = filled.passing(words, source.split()[0])
    assert "said" in facts or key.id in pairs
    assert filled.passing(words, "لايوجد") == (set(), set())


def test_counting_occurrences_ends_in_time(filled: Project) -> None:
    article = filled.article(filled.article_ids()[0])
    mark = filled.annotations(article.id)[0]
    with pytest.raises(TimeoutError):
        filled.occurrences(article.id, Span(mark.item.start, mark.item.end), seconds=-1)
    assert filled.occurrences(article.id, mark.span, seconds=60) == filled.occurrences(article.id, mark.span)


def test_the_question_of_a_pair_is_known_in_english(filled: Project) -> None:
    fact = next(fact for fact in filled.facts() if fact.relations)
    key = fact.relation_id(fact.relations[0])
    assert questions_en(filled._store, [key, "none"]) == {key: fact.question_en}
