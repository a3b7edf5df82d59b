"""Two questions that an editor makes one: their answers are judged, whatever the engine had kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from click.testing import CliRunner
from making import Making

from core.analyzing import Keeper, analysis_steps
from core.cli import cli
from core.compare import uniting
from core.model import (
    Article,
    Claim,
    ClaimKind,
    Fact,
    Polarity,
    Quantity,
    QuantityKind,
    RelationKind,
    Show,
    TimeValue,
    VerdictKind,
    article_id,
)
from core.project import Project
from core.store.edits import SetVerdict
from core.store.rulings import MergeFacts, SplitFact, WithdrawRulings

Told = list[tuple[str, str, RelationKind]]


def _flood(city: str, toll: int, day: int, who: str) -> Article:
    text = f"قالت {who} إن {toll} شخصا قتلوا في فيضانات ضربت مدينة {city} يوم {day} مارس 2021.\n"
    return Article(article_id(text), text, f"خبر {who}", f"صحيفة {who}", published=f"2021-03-{day + 1:02d}")


EGYPT = (_flood("أسوان في مصر", 20, 3, "وزارة الداخلية"), _flood("أسوان في مصر", 23, 3, "هيئة الإسعاف"))
TURKEY = (_flood("مرسين في تركيا", 40, 9, "وكالة الأنباء"), _flood("مرسين في تركيا", 40, 9, "هيئة الإنقاذ"))


@pytest.fixture
def keeper() -> Iterator[Keeper]:
    kept = Keeper()
    yield kept
    kept.close()


@pytest.fixture
def floods(project: Project, keeper: Keeper) -> Project:
    """Two floods, each told by two sources."""
    project.import_articles([*EGYPT, *TURKEY])
    _analyze(project, keeper)
    return project


def _analyze(project: Project, keeper: Keeper | None = None, *, again: bool = False) -> None:
    for _ in analysis_steps(project, keeper=keeper, again=again):
        pass


def _of(project: Project, kind: ClaimKind) -> list[Fact]:
    """The facts of a kind, that of Egypt first."""
    found = [fact for fact in project.facts() if fact.kind is kind]
    return sorted(found, key=lambda fact: "مصر" not in fact.question)


def _between(fact: Fact) -> Told:
    """How the answers of the two floods are related."""
    egypt = {article.id for article in EGYPT}
    return [
        (fact.claims[told.a].claim.text, fact.claims[told.b].claim.text, told.kind)
        for told in fact.relations
        if (fact.claims[told.a].article_id in egypt) is not (fact.claims[told.b].article_id in egypt)
    ]


def _merge(project: Project, kind: ClaimKind) -> Fact:
    project.apply(MergeFacts(tuple(fact.id for fact in _of(project, kind))))
    (merged,) = _of(project, kind)
    return merged


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ClaimKind.QUANTITY, {("20 شخصا", "40 شخصا"): "updates", ("23 شخصا", "40 شخصا"): "updates"}),
        (ClaimKind.TIME, {("يوم 3 مارس 2021", "يوم 9 مارس 2021"): "differs_in_scope"}),
        (ClaimKind.PLACE, {("في مصر", "في تركيا"): "differs_in_scope"}),
    ],
)
def test_what_was_kept_apart_is_judged(floods: Project, kind: ClaimKind, expected: dict[tuple[str, str], str]) -> None:
    before = floods.facts()
    merged = _merge(floods, kind)
    assert len(_between(merged)) == 4
    assert {(a, b): str(told) for a, b, told in _between(merged)} == expected
    # One decision is enough for all pairs in which the same answers stand against each other.
    led = [told for told in merged.relations if not told.follows and told.show in (Show.CHECK, Show.UPDATE)]
    assert len(led) == len(expected) + (kind is ClaimKind.QUANTITY)
    floods.undo()
    assert floods.facts() == before
    floods.redo()
    assert _of(floods, kind) == [merged]
    (ruling,) = floods.rulings()
    floods.apply(WithdrawRulings((ruling.id,)))
    assert floods.facts() == before


def test_the_pairs_and_their_verdicts_outlive_comparisons(floods: Project, keeper: Keeper) -> None:
    merged = _merge(floods, ClaimKind.QUANTITY)
    pair = next(told for told in merged.relations if told.kind is RelationKind.UPDATES and not told.follows)
    key = merged.relation_id(pair)
    floods.apply(SetVerdict((key,), VerdictKind.DIFFERENT_EVENT))
    settled = {one.relation_id: one.kind for one in floods.verdicts().values()}
    assert len(settled) == 2  # the other copy of the same answers follows
    _analyze(floods, again=True)
    assert _of(floods, ClaimKind.QUANTITY) == [merged]
    assert {one.relation_id: one.kind for one in floods.verdicts().values()} == settled
    assert floods.obsolete_verdicts() == []
    # One article more: the kept comparison goes on, and its answer is judged against the other question's too.
    floods.import_articles([_flood("أسوان في مصر", 27, 3, "هيئة الأرصاد")])
    _analyze(floods, keeper)
    _analyze(floods, keeper)
    (more,) = _of(floods, ClaimKind.QUANTITY)
    assert ("27 شخصا", "40 شخصا", RelationKind.UPDATES) in [
        (*sorted((a, b)), told) for a, b, told in _related_to(more, "27 شخصا")
    ]
    assert floods.verdicts()[key].kind is VerdictKind.DIFFERENT_EVENT
    _analyze(floods, again=True)
    assert _of(floods, ClaimKind.QUANTITY) == [more]
    assert floods.check() == []


def _related_to(fact: Fact, words: str) -> Told:
    found = [(fact.claims[told.a].claim.text, fact.claims[told.b].claim.text, told.kind) for told in fact.relations]
    return [one for one in found if words in one[:2]]


def test_a_split_takes_them_away_again(floods: Project) -> None:
    before = _of(floods, ClaimKind.TIME)
    merged = _merge(floods, ClaimKind.TIME)
    egypt = {article.id for article in EGYPT}
    apart = tuple(claim.key for claim in merged.claims if claim.article_id in egypt)
    floods.apply(SplitFact(merged.id, apart))
    found = _of(floods, ClaimKind.TIME)
    assert len(found) == 2
    assert {told.show for fact in found for told in fact.relations} == {Show.AGREE}
    assert sum(len(fact.relations) for fact in found) == sum(len(fact.relations) for fact in before)


def test_claims_of_other_kinds_are_not_related(floods: Project) -> None:
    figures, places = _of(floods, ClaimKind.QUANTITY)[0], _of(floods, ClaimKind.PLACE)[1]
    floods.apply(MergeFacts((figures.id, places.id)))
    merged = next(fact for fact in floods.facts() if fact.id == figures.id)
    assert len(merged.claims) == 4
    assert _between(merged) == []


def test_statements_are_not_one_for_being_under_one_question(floods: Project, make: Making) -> None:
    (told,) = _of(floods, ClaimKind.OTHER)
    article = floods.article(EGYPT[0].id)
    found = [one.item for one in floods.annotations(article.id)]
    claim = next(one for one in found if isinstance(one, Claim) and one.kind is ClaimKind.OTHER and "قتلوا" in one.text)
    other = replace(make.fact((article, claim)), id="alone", question="ماذا جرى؟")
    floods.store_facts([*floods.facts(), other])
    floods.apply(MergeFacts((told.id, other.id)))
    merged = next(fact for fact in floods.facts() if fact.id == told.id)
    assert len(merged.claims) == 3
    assert _between(merged) == []


def test_of_large_questions_one_claim_of_each_answer_is_judged(
    floods: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uniting, "WHOLE", 3)
    assert len(_between(_merge(floods, ClaimKind.QUANTITY))) == 1


def test_it_is_said_on_the_command_line(floods: Project) -> None:
    keys = [fact.id for fact in _of(floods, ClaimKind.PLACE)]
    floods.close()
    for arguments in (["merge-facts", str(floods.path), *keys], ["facts", str(floods.path), "--json"]):
        told = CliRunner().invoke(cli, arguments, catch_exceptions=False)
        assert told.exit_code == 0
    assert "جوابان مختلفان" in told.stdout


DAY = TimeValue("2021-03-03", "2021-03-03", "2021-03-03")
MONTH = TimeValue("2021-03", "2021-03-01", "2021-03-31")
SOLDIERS = Quantity(90, 90, "جندي")


@pytest.mark.parametrize(
    ("one", "other", "polarity", "kind"),
    [
        (SOLDIERS, SOLDIERS, Polarity.AFFIRMED, RelationKind.CORROBORATES),
        (SOLDIERS, replace(SOLDIERS, unit="دبابة"), Polarity.AFFIRMED, None),
        (SOLDIERS, Quantity(90, 90, "USD", kind=QuantityKind.MONEY), Polarity.AFFIRMED, None),
        (
            Quantity(2, 2, "ساعة", kind=QuantityKind.DURATION),
            Quantity(120, 120, "دقيقة", kind=QuantityKind.DURATION),
            Polarity.AFFIRMED,
            RelationKind.CORROBORATES,
        ),
        (DAY, DAY, Polarity.AFFIRMED, RelationKind.CORROBORATES),
        (DAY, MONTH, Polarity.AFFIRMED, RelationKind.REFINES),
        (DAY, replace(DAY, begin=None, end=None), Polarity.AFFIRMED, None),
        ("القاهرة", "القاهرة", Polarity.AFFIRMED, RelationKind.CORROBORATES),
        ("القاهرة", "القاهرة", Polarity.DENIED, RelationKind.DIFFERS_IN_SCOPE),
        ("القاهرة", "أنقرة", Polarity.DENIED, None),  # who denies one may say the other
    ],
)
def test_answers_stand_by_what_they_tell(
    filled: Project,
    make: Making,
    one: Quantity | TimeValue | str,
    other: Quantity | TimeValue | str,
    polarity: Polarity,
    kind: RelationKind | None,
) -> None:
    kinds = {Quantity: ClaimKind.QUANTITY, TimeValue: ClaimKind.TIME, str: ClaimKind.PLACE}
    facts = []
    for at, (article, words, value) in enumerate(zip(filled.articles(), ("90", "الطريق"), (one, other), strict=False)):
        claim = replace(
            make.claim(article.text, words, kind=kinds[type(value)]),
            value=value,
            polarity=polarity if at else Polarity.AFFIRMED,
        )
        facts.append(replace(make.fact((article, claim)), id=f"f{at}", question=f"س{at}"))
    filled.store_facts(facts)
    filled.apply(MergeFacts(("f0", "f1")))
    (merged,) = filled.facts()
    assert [told.kind for told in merged.relations] == ([kind] if kind else [])
