"""Facts come and go with comparisons and articles; verdicts stay."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest
from making import Making

from core.model import Reason, RelationKind, VerdictKind
from core.project import Project
from core.store import writing
from core.store.edits import RemoveArticles, SetVerdict


def test_facts_come_back_as_they_were_stored(filled: Project, make: Making) -> None:
    analyses = filled.analyses()
    facts = [
        make.fact(*((one.article, one.claims[0]) for one in analyses)),
        make.fact((analyses[0].article, analyses[0].claims[0]), (analyses[1].article, analyses[1].claims[0])),
    ]
    filled.store_facts(facts)
    assert filled.facts() == facts
    filled.store_facts(facts[::-1])
    assert filled.facts() == facts[::-1]
    counted = replace(facts[0], voices=1)  # the comparison found that one is a copy
    filled.store_facts([counted])
    assert [fact.voices for fact in filled.facts()] == [1]
    filled.store_facts([])
    assert filled.facts() == []


def test_a_large_fact_is_written_in_short_steps(filled: Project, make: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_ROWS", 2)
    fact = make.fact(*((one.article, one.claims[0]) for one in filled.analyses()))
    assert len(fact.relations) > 1
    filled.store_facts([])
    with closing(filled.fact_steps([fact])) as steps:
        while not filled.facts():
            next(steps)
    assert len(filled.facts()[0].relations) < len(fact.relations)
    filled.store_facts([fact])  # what was stopped half-way is not taken for the whole
    assert filled.facts() == [fact]


def test_a_verdict_outlives_a_comparison(filled: Project, make: Making) -> None:
    fact = filled.facts()[0]
    key = fact.relation_id(fact.relations[0])
    filled.apply(SetVerdict((key,), VerdictKind.CONTRADICTION, Reason.DATE, "يومان مختلفان"))
    verdict = filled.verdicts()[key]
    assert (verdict.kind, verdict.reason, verdict.note) == (VerdictKind.CONTRADICTION, Reason.DATE, "يومان مختلفان")
    assert verdict.editor == "سارة"
    assert verdict.decided_at
    assert filled.obsolete_verdicts() == []

    filled.store_facts([])
    assert filled.verdicts() == {key: verdict}
    (obsolete,) = filled.obsolete_verdicts()
    assert obsolete.verdict == verdict
    assert obsolete.question == fact.question
    sides = [(side.article_id, side.text) for side in (obsolete.a, obsolete.b) if side]
    assert sides == [(claim.article_id, claim.claim.text) for claim in fact.claims[:2]]

    # The same pair is found again, the other way round: it is the same question and is not asked twice.
    sides = [(next(a for a in make.articles() if a.id == claim.article_id), claim.claim) for claim in fact.claims[:2]]
    turned = make.fact(*sides[::-1], kind=RelationKind.CONTRADICTS)
    filled.store_facts([turned])
    assert turned.relation_id(turned.relations[0]) == key
    assert filled.obsolete_verdicts() == []
    assert [summary.undecided for summary in filled.summaries()] == [0, 0, 0]


def test_one_verdict_for_many_relations(filled: Project) -> None:
    fact = filled.facts()[0]
    keys = tuple(fact.relation_id(relation) for relation in fact.relations)
    filled.apply(SetVerdict(keys, VerdictKind.DIFFERENT_EVENT))
    assert {verdict.kind for verdict in filled.verdicts().values()} == {VerdictKind.DIFFERENT_EVENT}
    assert set(filled.verdicts()) == set(keys)
    filled.undo()
    assert filled.verdicts() == {}


def test_claims_of_removed_articles_are_left_out_until_they_come_back(filled: Project, make: Making) -> None:
    (fact,) = filled.facts()
    middle = make.articles()[1]
    filled.apply(RemoveArticles((middle.id,)))
    (seen,) = filled.facts()
    assert [claim.article_id for claim in seen.claims] == [fact.claims[0].article_id, fact.claims[2].article_id]
    (relation,) = seen.relations
    assert seen.relation_id(relation) == fact.relation_id(fact.relations[1])
    assert [summary.undecided for summary in filled.summaries()] == [1, 1]
    assert filled.annotations(middle.id) == []
    filled.undo()
    assert filled.facts() == [fact]
    assert [summary.undecided for summary in filled.summaries()] == [2, 1, 1]


def test_summaries_count_what_waits(filled: Project) -> None:
    first, *_ = filled.summaries()
    assert (first.suggested, first.decided, first.undecided, first.analysed) == (4, 0, 2, True)
    fact = filled.facts()[0]
    filled.apply(SetVerdict((fact.relation_id(fact.relations[0]),), VerdictKind.COMPATIBLE))
    assert [summary.undecided for summary in filled.summaries()] == [1, 0, 1]
