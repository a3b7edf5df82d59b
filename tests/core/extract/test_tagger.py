"""The trained tagger: sound tags, same number as tokens, and names it must know from its training corpus."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract import network
from core.extract.entities import tag
from core.extract.tagger import calibrated, inputs, iob2, spans, tag_with_scores

TAGS = {"O", *(f"{begin}-{kind}" for begin in "BI" for kind in ("PERS", "LOC", "ORG", "MISC"))}


def test_tags_names_of_all_kinds() -> None:
    tokens = [
        "وصل",
        "الرئيس",
        "المصري",
        "حسني",
        "مبارك",
        "الى",
        "دمشق",
        "والتقى",
        "وفدا",
        "من",
        "الامم",
        "المتحدة",
        ".",
    ]
    found = {(" ".join(tokens[start:end]), kind) for start, end, kind in spans(tag([tokens])[0])}
    assert {("حسني مبارك", "PERS"), ("دمشق", "LOC"), ("الامم المتحدة", "ORG")} <= found


def test_the_tag_is_on_the_written_word() -> None:
    tokens = ["سافر", "المدير", "من", "القاهرة", "الى", "باريس", "وبرلين", "."]
    assert tag([tokens])[0][-2] in ("B-LOC",)


@given(st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=4))
def test_any_tokens_get_sound_tags(sentences: list[list[str]]) -> None:
    tagged = tag(sentences)
    assert [len(tags) for tags in tagged] == [len(tokens) for tokens in sentences]
    for tags in tagged:
        assert set(tags) <= TAGS
        assert iob2(tags) == tags


def test_no_sentences() -> None:
    assert tag([]) == []
    assert tag([[]]) == [[]]


def test_many_words_get_the_same_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "التقى الوزير سامي الراوي في القاهرة وفدا من شركة مصر للطيران ثم غادر إلى الخرطوم مع ليلى منصور"
    text = told.split()
    sentences = [inputs([*text[at:], f"رقم{at}"]) for at in range(len(text))] * 2
    expected = tag_with_scores(sentences)
    monkeypatch.setattr(network, "_KNOWN_WORDS", 20)
    again = tag_with_scores(sentences)
    assert [tags for tags, _ in again] == [tags for tags, _ in expected]
    for (_, scores), (_, same) in zip(again, expected, strict=True):
        assert scores == pytest.approx(same, abs=1e-4)


def test_a_stray_continuation_begins_a_name() -> None:
    assert iob2(["O", "I-LOC", "I-LOC", "I-ORG"]) == ["O", "B-LOC", "I-LOC", "B-ORG"]


def test_spans_of_adjacent_names() -> None:
    assert spans(["B-LOC", "B-LOC", "I-LOC", "O", "B-ORG"]) == [(0, 1, "LOC"), (1, 3, "LOC"), (4, 5, "ORG")]


def test_calibration_rises_with_the_marginal() -> None:
    scores = [calibrated(step / 100) for step in range(101)]
    assert scores == sorted(scores)
    assert scores[0] == 0
    assert 0.9 < scores[-1] < 1
