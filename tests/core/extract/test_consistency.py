"""What is sure in one place settles doubt in another, and only there."""

from __future__ import annotations

from core.extract.consistency import consistent

SENTENCES = [
    ["زار", "سولانا", "باريس"],
    ["قال", "سولانا", "ذلك"],
    ["عاد", "سولانا", "أمس"],
    ["ورأى", "سولانا", "غيره"],
]


def _tagged(doubtful: str, score: float) -> list[tuple[list[str], list[float]]]:
    sure = ["O", "B-PERS", "O"]
    return [(sure, [0.99, 0.97, 0.99])] * 3 + [(["O", doubtful, "O"], [0.99, score, 0.99])]


def test_a_doubtful_word_takes_the_label_of_its_neighbours() -> None:
    assert consistent(SENTENCES, _tagged("O", 0.6))[3][0] == ["O", "B-PERS", "O"]
    assert consistent(SENTENCES, _tagged("B-LOC", 0.6))[3][0] == ["O", "B-PERS", "O"]


def test_a_sure_label_stays() -> None:
    assert consistent(SENTENCES, _tagged("B-LOC", 0.99))[3][0] == ["O", "B-LOC", "O"]


def test_far_away_text_has_no_say() -> None:
    sentences = [*SENTENCES[:3], *([["ثم"]] * 40), SENTENCES[3]]
    tagged = _tagged("O", 0.6)
    tagged[3:3] = [(["O"], [0.99])] * 40
    assert consistent(sentences, tagged)[-1][0] == ["O", "O", "O"]


def test_parts_of_longer_names_stay() -> None:
    tagged = _tagged("B-ORG", 0.5)
    tagged[3] = (["O", "B-ORG", "I-ORG"], [0.99, 0.5, 0.5])
    assert consistent(SENTENCES, tagged)[3][0] == ["O", "B-ORG", "I-ORG"]


def test_the_input_is_left_as_it_was() -> None:
    tagged = _tagged("O", 0.6)
    consistent(SENTENCES, tagged)
    assert tagged[3][0] == ["O", "O", "O"]
