"""Relations drawn by hand, questions, merged and split facts, and what later comparisons make of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import Making

from core.errors import KnownError
from core.model import (
    ArticleClaim,
    ClaimKind,
    Fact,
    Origin,
    Relation,
    RelationKind,
    Show,
    Span,
    VerdictKind,
)
from core.project import Project, RulingKind
from core.store.rulings import (
    MergeFacts,
    RelateSpans,
    RemoveRelations,
    RenameQuestion,
    SplitFact,
    WithdrawRulings,
)


@pytest.fixture
def told(filled: Project, make: Making) -> Project:
    """A project with two facts: of soldiers (three claims), and of talks (two)."""
    a, b, c = filled.articles()
    soldiers = make.fact(
        (a, make.claim(a.text, "90 ألف جندي")),
        (b, make.claim(b.text, "أكثر من ٦٠ ألف جندي", 60000)),
        (c, make.claim(c.text, "90 ألف جندي")),
    )
    talks = make.fact(
        (a, make.claim(a.text, "المحادثات تبدأ غدا", kind=ClaimKind.OTHER)),
        (c, make.claim(c.text, "the river talks begin", kind=ClaimKind.OTHER)),
    )
    filled.store_facts([soldiers, replace(talks, question="متى المحادثات؟", question_en="When are the talks?")])
    return filled


def _spans(make: Making, project: Project) -> tuple[str, Span, str, Span]:
    a, b, _ = project.articles()
    return a.id, make.span(a.text, "الحدود هادئة"), b.id, make.span(b.text, "وصول الجنود")


def _words(fact: Fact) -> list[str]:
    return [claim.claim.text for claim in fact.claims]


def test_two_passages_that_nobody_compared_are_related(told: Project, make: Making) -> None:
    before = told.facts()
    touched = told.apply(RelateSpans(*_spans(make, told), note="ينفي أحدهما الآخر"))
    assert touched.articles >= {told.articles()[0].id, told.articles()[1].id}
    fact = told.facts()[0]
    assert _words(fact) == ["الحدود هادئة", "وصول الجنود"]
    assert "الحدود هادئة" in fact.question
    assert "الحدود هادئة" in fact.question_en
    assert fact.claims[0].claim.attribution.speaker == "العابد"  # it stands in what he said
    (relation,) = fact.relations
    assert (relation.kind, relation.show, relation.origin) == (RelationKind.CONTRADICTS, Show.CONFLICT, Origin.EDITOR)
    assert "ينفي أحدهما الآخر" in relation.reason
    verdict = told.verdicts()[fact.relation_id(relation)]
    assert (verdict.kind, verdict.note, verdict.editor) == (VerdictKind.CONTRADICTION, "ينفي أحدهما الآخر", "سارة")
    assert fact.relation_id(relation) in {key.id for key in told.relation_keys([Show.CONFLICT])}
    told.undo()
    assert told.facts() == before
    assert told.verdicts() == {}
    told.redo()
    assert told.facts()[0] == fact


def test_a_passage_that_is_a_claim_joins_its_fact(told: Project, make: Making) -> None:
    a, b, _ = told.articles()
    fact = told.facts()[0]
    words = make.span(b.text, "٦٠ ألف جندي")  # the claim has two words more
    told.apply(RelateSpans(b.id, words, a.id, make.span(a.text, "وصلوا أمس"), RelationKind.DIFFERS_IN_SCOPE))
    joined = told.facts()[0]
    assert joined.id == fact.id
    assert _words(joined) == [*_words(fact), "وصلوا أمس"]
    assert [(one.a, one.b) for one in joined.relations if one.origin is Origin.EDITOR] == [(1, 3)]


def test_a_relation_by_hand_outlives_comparisons_and_can_be_removed(told: Project, make: Making) -> None:
    found = told.facts()
    told.apply(RelateSpans(*_spans(make, told), question="هل وصل الجنود؟"))
    told.store_facts(found[1:])
    fact, other = told.facts()
    assert (fact.question, other) == ("هل وصل الجنود؟", found[1])
    told.apply(RemoveRelations((fact.relation_id(fact.relations[0]),)))
    assert told.facts() == found[1:]
    assert (told.verdicts(), told.rulings(), told.obsolete_verdicts()) == ({}, [], [])


def test_by_hand_goes_before_the_comparison(told: Project, make: Making) -> None:
    fact = told.facts()[0]
    a, b = fact.claims[0], fact.claims[1]
    spans = (a.article_id, Span(a.claim.start, a.claim.end), b.article_id, Span(b.claim.start, b.claim.end))
    told.apply(RelateSpans(*spans, RelationKind.CORROBORATES, verdict=VerdictKind.UNDECIDED))
    first, *others = told.facts()[0].relations
    assert (first.kind, first.origin) == (RelationKind.CORROBORATES, Origin.EDITOR)
    assert others == list(fact.relations[1:])
    assert told.relation_counts()[Show.AGREE] == (1, 0)
    told.apply(RemoveRelations((fact.relation_id(fact.relations[0]),)))
    assert told.facts()[0] == fact


def test_one_passage_is_not_related_to_itself(told: Project, make: Making) -> None:
    article, span, *_ = _spans(make, told)
    with pytest.raises(KnownError):
        told.apply(RelateSpans(article, span, article, Span(span.start, span.end - 2)))


def test_a_question_reads_as_the_editor_put_it(told: Project, make: Making) -> None:
    fact, talks = told.facts()
    told.apply(RenameQuestion(fact.id, "  كم بلغ \n الحشد؟ "))
    assert [one.question for one in told.facts()] == ["كم بلغ الحشد؟", talks.question]
    grown = replace(fact, id="grown", claims=fact.claims[:2], relations=fact.relations[:1])
    told.store_facts([talks, grown])
    assert [one.question for one in told.facts()] == [talks.question, "كم بلغ الحشد؟"]
    told.apply(RenameQuestion("grown", "كم عددهم؟"))
    assert [(ruling.kind, ruling.question) for ruling in told.rulings()] == [(RulingKind.QUESTION, "كم عددهم؟")]
    told.apply(RenameQuestion("grown", ""))
    assert told.facts() == [talks, grown]


def test_merged_facts_stay_merged(told: Project, make: Making) -> None:
    soldiers, talks = told.facts()
    told.apply(MergeFacts((talks.id, soldiers.id)))
    (merged,) = told.facts()
    assert (merged.id, merged.question) == (talks.id, talks.question)
    assert set(_words(merged)) == {*_words(soldiers), *_words(talks)}
    assert {merged.relation_id(one) for one in merged.relations} == {
        fact.relation_id(one) for fact in (soldiers, talks) for one in fact.relations
    }
    told.store_facts([replace(soldiers, id="s2", claims=soldiers.claims[:2], relations=soldiers.relations[:1]), talks])
    (merged,) = told.facts()
    assert len(merged.claims) == 4
    (ruling,) = told.rulings()
    told.apply(WithdrawRulings((ruling.id,)))
    assert len(told.facts()) == 2
    told.undo()
    assert told.facts() == [merged]


def test_a_split_holds_for_claims_that_come_later(told: Project, make: Making) -> None:
    fact, talks = told.facts()
    apart = fact.claims[1]
    told.apply(SplitFact(fact.id, (apart.key,), "كم في الطريق؟"))
    gone, kept, _ = told.facts()
    assert (gone.question, _words(gone)) == ("كم في الطريق؟", [apart.claim.text])
    assert (kept.id, [claim.key for claim in kept.claims]) == (fact.id, [fact.claims[0].key, fact.claims[2].key])
    assert [(one.a, one.b) for one in kept.relations] == [(0, 1)]
    # A claim that agrees with the one that left goes with it.
    a = told.articles()[0]
    late = ArticleClaim(a.id, replace(make.claim(a.text, "ألف جندي"), start=5, end=9, text=a.text[5:9]))
    agrees = Relation(1, 3, RelationKind.CORROBORATES, Show.AGREE, 0.9, "", "", "")
    told.store_facts(
        [replace(fact, id="more", claims=(*fact.claims, late), relations=(*fact.relations, agrees)), talks]
    )
    gone, kept, _ = told.facts()
    assert [claim.key for claim in gone.claims] == [apart.key, late.key]
    with pytest.raises(KnownError):
        told.apply(SplitFact(kept.id, tuple(claim.key for claim in kept.claims)))


def test_what_was_set_aside_comes_back_whole(told: Project, make: Making) -> None:
    """Also what stands for others in one dispute."""
    soldiers, talks = told.facts()
    leader = soldiers.relation_id(soldiers.relations[0])
    pairs = (soldiers.relations[0], replace(soldiers.relations[1], follows=leader))
    told.store_facts([replace(soldiers, relations=pairs), talks])
    before = told.facts()
    told.apply(SplitFact(soldiers.id, (soldiers.claims[1].key,)))
    _, kept, _ = told.facts()
    assert [one.follows for one in kept.relations] == [""]  # the one that stood for it is gone
    (ruling,) = told.rulings()
    told.apply(WithdrawRulings((ruling.id,)))
    assert told.facts() == before


def test_rulings_hold_in_their_order(told: Project, make: Making) -> None:
    soldiers, talks = told.facts()
    told.apply(MergeFacts((soldiers.id, talks.id)))
    told.apply(SplitFact(soldiers.id, (talks.claims[0].key,)))
    told.apply(RenameQuestion(told.facts()[0].id, "سؤال المحادثات؟"))
    shaped = told.facts()
    told.store_facts([soldiers, talks])
    assert told.facts() == shaped
    assert [len(fact.claims) for fact in shaped] == [1, 4]
    for _ in range(3):
        told.undo()
    assert told.facts() == [soldiers, talks]
