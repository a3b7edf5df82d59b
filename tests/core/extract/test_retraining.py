"""The tagger's last layer learns what editors decide, and can be put aside again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.extract import tagger
from core.extract.network import Network
from core.extract.retraining import Lesson, agreement, dump, fits, lessons, load, retrain, self_taught, with_layer
from core.model import Annotation, Entity, Origin, Status
from core.text.segment import sentences

WHO = ("كارلوس", "مارتن", "سيرجيو", "ألبرت", "نيكولا", "دانيال", "فيكتور", "أوليفر")
WHAT = ("زار", "غادر", "وصف", "دخل", "عبر")
WHERE = ("المتحف", "الميناء", "السوق", "الملعب", "الجسر", "المصنع")
# A house style that no corpus has: what stands behind «مكتب» is a body.
TEXT = "\n".join(
    f"{verb} {who} مكتب {what} صباحا برفقة الوفد." for who in WHO for verb, what in zip(WHAT * 2, WHERE, strict=False)
)


@pytest.fixture(scope="module")
def shipped() -> Network:
    return tagger.network()


def marks(status: Status = Status.ADDED) -> list[Annotation]:
    found = []
    at = -1
    while (at := TEXT.find("مكتب", at + 1)) >= 0:
        end = TEXT.index(" ", at + 5)
        words = TEXT[at:end]
        found.append(Annotation(str(at), "a", Entity(at, end, words, "ORG", words, Origin.EDITOR, 1.0), status))
    return found


def bodies(network: Network, given: list[Lesson]) -> float:
    """Which share of the bodies is found whole."""
    tagged = network.tag([lesson.seen for lesson in given])
    found = sum((2, 4, "ORG") in tagger.spans(tagger.iob2(tags)) for tags, _ in tagged)
    return found / len(given)


def test_lessons_are_sentences_with_the_names_that_stand_in_them() -> None:
    first, second, *_ = given = lessons(TEXT, sentences(TEXT), marks()[:1])
    assert len(given) == len(TEXT.split("\n"))
    assert (first.decided, second.decided) == (True, False)
    assert first.tags[:5] == ["O", "O", "B-ORG", "I-ORG", "O"]
    rejected = lessons(TEXT, sentences(TEXT), marks(Status.REJECTED)[:1])[0]
    assert rejected.decided
    assert set(rejected.tags) == {"O"}


def test_a_name_with_a_proclitic_takes_its_whole_word_and_figures_are_passed_over() -> None:
    text = "وصل إلى وكييف 90 جنديا."
    at = text.index("كييف")
    name = Entity(at, at + 4, "كييف", "LOC", "كييف", Origin.EDITOR, 1.0)
    figure = replace(name, start=at + 5, end=at + 13, text=text[at + 5 : at + 13], label="QUANTITY")
    given = lessons(text, sentences(text), [Annotation("1", "a", name, Status.ADDED), Annotation("2", "a", figure)])
    assert given[0].tags == ["O", "O", "B-LOC", "O", "O", "O"]


def test_retraining_learns_a_house_style_and_applies_it_to_other_sentences(shipped: Network) -> None:
    given = lessons(TEXT, sentences(TEXT), marks())
    half, rest = given[::2], given[1::2]
    before = bodies(shipped, rest)
    after = bodies(with_layer(shipped, retrain(shipped, half)), rest)
    assert before < 0.5 < 0.9 < after
    score_before, score_after = agreement(shipped, given)
    assert score_before < score_after


def test_sentences_that_nobody_decided_on_hold_the_tagger_to_what_it_says(shipped: Network) -> None:
    text = "\n".join(f"قال الرئيس جو بايدن في {city} إن الوفد عاد." for city in ("واشنطن", "باريس", "روما", "مدريد"))
    own = self_taught(shipped, lessons(text, sentences(text), []))
    assert not any(lesson.decided for lesson in own)
    tuned = with_layer(shipped, retrain(shipped, [*lessons(TEXT, sentences(TEXT), marks()), *own]))
    assert [tagger.iob2(tags) for tags, _ in tuned.tag([lesson.seen for lesson in own])] == [
        list(lesson.tags) for lesson in own
    ]


def test_a_layer_is_kept_as_text_and_fits_its_network_only(shipped: Network) -> None:
    tuned = with_layer(shipped, retrain(shipped, lessons(TEXT, sentences(TEXT), marks())[::2]))
    from core.extract.retraining import Layer

    text = dump(shipped, Layer(tuned.output, tuned.output_bias))
    assert len(text) < 20_000
    assert fits(text, shipped)
    again = load(text, shipped)
    assert np.allclose(again.output, tuned.output, atol=1e-2)
    given = lessons(TEXT, sentences(TEXT), marks())
    assert bodies(again, given) == bodies(tuned, given)
    other = replace(shipped, biases=shipped.biases + 1)
    assert not fits(text, other)
    assert load(text, other) is other
    assert load(text, shipped).transitions is shipped.transitions


def test_a_long_sentence_is_passed_over() -> None:
    text = " ".join(["كلمة"] * 300)
    assert lessons(text, sentences(text), []) == []
