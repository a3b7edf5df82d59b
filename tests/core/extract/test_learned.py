"""What a lexicon makes of suggestions."""

from __future__ import annotations

from itertools import pairwise

import pytest

from core.extract.learned import Lexicon, Taught, apply, is_common, spelling
from core.model import Entity, Label, Origin
from core.text.segment import sentences

TEXT = "زار المبعوث تارابوكين مدينة النهر، ثم قال لتارابوكين نظيره: سنعود. وللكرملين رأي آخر، وليد لم يحضر."


def entity(words: str, label: str = "PER", text: str = TEXT) -> Entity:
    start = text.index(words)
    return Entity(start, start + len(words), words, label, words, Origin.MODEL, 0.7)


def applied(entities: list[Entity], lexicon: Lexicon, text: str = TEXT) -> list[tuple[str, str, str]]:
    found = apply(entities, text, sentences(text), lexicon)
    assert all(one.text == text[one.start : one.end] for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    return [(one.text, one.label, one.name) for one in found]


def lexicon(**names: Taught) -> Lexicon:
    return Lexicon({spelling(key): value for key, value in names.items()})


def test_a_taught_name_is_found_with_and_without_proclitics() -> None:
    taught = lexicon(تارابوكين=Taught("PER", "سيرغي تارابوكين"), الكرملين=Taught("ORG", "الكرملين"))
    assert applied([], taught) == [
        ("تارابوكين", "PER", "سيرغي تارابوكين"),
        ("تارابوكين", "PER", "سيرغي تارابوكين"),
        ("للكرملين", "ORG", "الكرملين"),
    ]


def test_a_word_of_its_own_is_no_proclitic_and_a_name() -> None:
    assert applied([], lexicon(ليد=Taught("MISC", "ليد"))) == []


def test_spelling_is_blind_to_marks_and_hamza_and_refuses_what_is_no_name() -> None:
    assert spelling("أنـتوني  بلينكِن") == spelling("انتوني بلينكن")
    assert spelling("للناتو") == spelling("الناتو")
    assert spelling("94,000") == spelling("…") == spelling("") == ""
    assert spelling(" ".join(["كلمة"] * 13)) == ""


def test_a_rejected_label_is_held_back_and_no_other() -> None:
    lexicon = Lexicon(rejected=frozenset({(spelling("تارابوكين"), "PER")}))
    assert applied([entity("تارابوكين"), entity("النهر", "LOC")], lexicon) == [("النهر", "LOC", "النهر")]
    assert applied([entity("تارابوكين", "ORG")], lexicon) == [("تارابوكين", "ORG", "تارابوكين")]


def test_a_label_is_corrected_where_the_name_is_proposed_and_added_only_where_taught() -> None:
    corrected = lexicon(النهر=Taught("ORG", "صحيفة النهر", adds=False))
    assert applied([entity("النهر", "LOC")], corrected) == [("النهر", "ORG", "صحيفة النهر")]
    assert applied([], corrected) == []


def test_of_names_that_overlap_the_longest_stays() -> None:
    short = lexicon(النهر=Taught("ORG", "النهر"))
    assert applied([entity("مدينة النهر", "LOC")], short) == [("مدينة النهر", "LOC", "مدينة النهر")]
    long = lexicon(**{"مدينة النهر": Taught("LOC", "مدينة النهر")})
    assert applied([entity("النهر", "ORG"), entity("المبعوث")], long) == [
        ("المبعوث", "PER", "المبعوث"),
        ("مدينة النهر", "LOC", "مدينة النهر"),
    ]


def test_what_the_engine_says_too_stays_as_it_says_it() -> None:
    own = entity("تارابوكين")
    found = apply([own], TEXT, sentences(TEXT), lexicon(تارابوكين=Taught("PER", "سيرغي")))
    assert found[0] == own


def test_a_time_gives_way_to_a_taught_name_only() -> None:
    text = "ذكرت روسيا اليوم ذلك اليوم"
    first = text.index("اليوم")
    times = [
        Entity(at, at + 5, "اليوم", Label.TIME, "2021-12-04", Origin.RULE, 1.0) for at in (first, text.rindex("اليوم"))
    ]
    taught = lexicon(**{"روسيا اليوم": Taught("ORG", "روسيا اليوم")})
    assert [(one.text, one.label) for one in apply(times, text, sentences(text), taught)] == [
        ("روسيا اليوم", "ORG"),
        ("اليوم", "TIME"),
    ]


def test_applying_twice_changes_nothing() -> None:
    both = Lexicon(
        {spelling("النهر"): Taught("ORG", "النهر"), spelling("تارابوكين"): Taught("PER", "تارابوكين")},
        frozenset({(spelling("المبعوث"), "PER")}),
    )
    given = [entity("المبعوث"), entity("النهر", "LOC")]
    once = apply(given, TEXT, sentences(TEXT), both)
    assert apply(once, TEXT, sentences(TEXT), both) == once
    assert given == apply(given, TEXT, sentences(TEXT), Lexicon())


@pytest.mark.parametrize(("words", "common"), [("المدينة", True), ("تارابوكين", False), ("مدينة النهر", False)])
def test_ordinary_words_are_known(words: str, common: bool) -> None:
    assert is_common(spelling(words)) is common
