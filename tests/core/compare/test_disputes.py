"""Statements that gainsay each other by their words, pairs that are one dispute, and texts that are one voice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages import STATES

from core.compare.facts import compare
from core.model import Analysis, ClaimKind, Fact, Label, Relation, Show

Build = Callable[..., Analysis]
Between = Callable[..., list[tuple[Fact, Relation]]]
FLAGS = {Show.CONFLICT, Show.CHECK}


def said(analysed: Build, who: str, cue: str, what: str, source: str, *marks: tuple[str, str, object]) -> Analysis:
    return analysed(f"{cue} {who} {what}.", (who, Label.ORG, who), *marks, quotes=[(who, cue, what)], source=source)


@pytest.mark.parametrize(
    ("first", "second", "flagged"),
    [
        ("إن السد القريب لم ينهر", "إن السد انهار", True),
        ("إن القرار اتخذ بالإجماع", "إن القرار لم يتخذ بالإجماع", True),
        ("إن السد القريب لم ينهر", "إن السد امتلأ بالماء", False),
        ("إن السد القريب لم ينهر", "إن الجسر انهار", False),
        ("إن القرار الذي لم يعجب أحدا اتخذ بالإجماع", "إن القرار اتخذ بالإجماع", False),
    ],
)
def test_a_negated_verb_is_set_against_the_same_verb(
    analysed: Build, between: Between, first: str, second: str, flagged: bool
) -> None:
    pages = [said(analysed, "الهيئة", "قالت", first, "أ"), said(analysed, "البلدية", "ذكرت", second, "ب")]
    told = between(pages, first.removeprefix("إن "), second.removeprefix("إن "))
    assert bool({relation.show for _, relation in told} & FLAGS) is flagged


def plans(analysed: Build) -> list[Analysis]:
    """Three who say so of one side, two who deny it of the other."""
    asserted = "إن روسيا ربما تخطط لهجوم على أوكرانيا"
    denied = "أن تكون روسيا تخطط لهجوم على أوكرانيا"
    return [
        *(
            said(analysed, "البيت الأبيض", "قال", f"{asserted} {when}", when, *STATES)
            for when in ("قريبا", "شتاء", "غدا")
        ),
        *(said(analysed, "الكرملين", "نفى", f"{denied} {when}", when, *STATES) for when in ("الآن", "لاحقا")),
    ]


def test_one_pair_stands_for_each_dispute(analysed: Build) -> None:
    fact = next(fact for fact in compare(plans(analysed)) if fact.kind is ClaimKind.POLARITY)
    disputes = [relation for relation in fact.relations if relation.show is Show.CONFLICT]
    assert len(disputes) == 6
    [leader] = [relation for relation in disputes if not relation.follows]
    assert {relation.follows for relation in disputes} == {"", fact.relation_id(leader)}


def test_agreements_follow_nothing(analysed: Build) -> None:
    told = [relation for fact in compare(plans(analysed)) for relation in fact.relations]
    assert not any(relation.follows for relation in told if relation.show in (Show.AGREE, Show.SILENT))


def test_papers_that_print_an_agency_are_one_voice(analysed: Build) -> None:
    text = "حشدت روسيا قوات ومدرعات ومدفعية قرب حدود أوكرانيا خلال الأسابيع الأخيرة استعدادا للشتاء، بحسب رويترز."
    wire = ("رويترز", Label.ORG, "رويترز")
    pages = [analysed(text, *STATES, wire, source="أ"), analysed(f"{text} انتهى.", *STATES, wire, source="ب")]
    own = analysed("حشدت روسيا مدرعات قرب حدود أوكرانيا لتدريب طويل في أحوال الشتاء القاسية.", *STATES, source="ج")
    fact = next(fact for fact in compare([*pages, own]) if fact.kind is ClaimKind.OTHER)
    assert fact.voices == len({claim.article_id for claim in fact.claims}) - 1
    copied = [relation for relation in fact.relations if "صوت واحد" in relation.reason]
    assert copied
    assert all("رويترز" in relation.reason and "a text of رويترز" in relation.reason_en for relation in copied)


def test_a_denial_of_these_accusations_is_of_what_was_just_told(analysed: Build, between: Between) -> None:
    page = analysed(
        "قال مسؤول إن روسيا ربما تخطط لهجوم على أوكرانيا. وينفي الكرملين هذه الاتهامات.",
        *STATES,
        ("الكرملين", Label.ORG, "الكرملين"),
        quotes=[
            ("مسؤول", "قال", "إن روسيا ربما تخطط لهجوم على أوكرانيا"),
            ("الكرملين", "ينفي", "هذه الاتهامات"),
        ],
    )
    assert {told.show for _, told in between([page], "ربما تخطط لهجوم", "ينفي الكرملين")} == {Show.CONFLICT}


def test_what_is_not_known_denies_nothing(analysed: Build, between: Between) -> None:
    unknown = analysed("من غير الواضح ما إذا كانت روسيا تخطط لهجوم على أوكرانيا.", *STATES, source="أ")
    other = analysed("مسؤولون لا يعرفون ما إذا كانت روسيا تخطط لهجوم على أوكرانيا.", *STATES, source="ب")
    told = between([unknown, other], "من غير الواضح", "لا يعرفون")
    assert Show.CONFLICT not in {relation.show for _, relation in told}


@pytest.mark.parametrize(("second", "flagged"), [("إغلاق معبر الوادي أمام الشاحنات", True), ("فتح معبر الوادي", False)])
def test_opposite_words_in_like_statements_are_looked_at(
    analysed: Build, between: Between, second: str, flagged: bool
) -> None:
    first = "فتح معبر الوادي أمام الشاحنات"
    pages = [
        said(analysed, "الهيئة", "أعلنت", f"عن {first}", "أ"),
        said(analysed, "البلدية", "أعلنت", f"عن {second}", "ب"),
    ]
    assert bool({told.show for _, told in between(pages, first, second)} & FLAGS) is flagged


def test_known_leaders_stand_for_their_states(analysed: Build, between: Between) -> None:
    people = (("بوتين", Label.PER, "فلاديمير بوتين"), ("بايدن", Label.PER, "جو بايدن"))
    one = analysed("تحدث بوتين وبايدن هاتفيا في مكالمة أمس بمبادرة من بوتين.", *people, people[0], source="أ")
    two = analysed("تحدث بايدن وبوتين هاتفيا في مكالمة أمس بطلب من بايدن.", *people, people[1], source="ب")
    assert {told.show for _, told in between([one, two], "بمبادرة من بوتين", "بطلب من بايدن")} & FLAGS


def test_two_sources_of_one_side_stand_against_another_once(analysed: Build) -> None:
    def page(who: str, source: str) -> Analysis:
        said = "أن روسيا ربما تخطط لهجوم واسع على أوكرانيا"
        return analysed(f"قال {who} {said}.", *STATES, quotes=[(who, "قال", said)], source=source)

    whole = [page("مسؤول أمريكي", "أ"), page("جنرال أمريكي", "ب"), page("وزير ألماني", "ج")]
    told = [r for fact in compare(whole) for r in fact.relations if r.show is Show.CHECK]
    assert len(told) > 1
    assert sum(not relation.follows for relation in told) == 1
