"""Where thousands of spellings stand: where each would be found alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract.learned import spelling
from core.extract.spotting import _Spotting, pattern, spots

_LETTERS = st.text("البوفكسم", min_size=1, max_size=3)
_TOKENS = _LETTERS | st.sampled_from(["(", '"', "_", "-", "3", "a"])
_SPELLINGS = st.lists(_TOKENS, min_size=1, max_size=3).map(" ".join).map(spelling).filter(bool)
_IN_FRONT = st.sampled_from(["", "و", "ف", "ب", "وب", "ل", "لل", "ولل", "بلل"])
_BETWEEN = st.sampled_from(["", " ", "  ", "\n", "    "])
_BEHIND = st.sampled_from([" ", ". ", "", "-", "_", "3", "ه", "\n"])


@st.composite
def _stories(draw: st.DrawFn) -> tuple[list[str], str]:
    keys = draw(st.lists(_SPELLINGS, min_size=1, max_size=8, unique=True))
    said = st.tuples(_IN_FRONT, st.sampled_from(keys) | _LETTERS, _BETWEEN, _BEHIND)
    parts = draw(st.lists(said, max_size=12))
    return keys, "".join(front + key.replace(" ", between) + behind for front, key, between, behind in parts)


@settings(max_examples=300, deadline=None)
@given(_stories())
def test_many_are_found_where_each_is_found_alone(story: tuple[list[str], str]) -> None:
    keys, text = story
    assert _Spotting(keys).spots(text) == {match.span() for key in keys for match in pattern(key).finditer(text)}


def test_places_are_those_of_the_text_as_it_is_written() -> None:
    text = "وصل كَارلوس تارابوكين، ثم للكرملين."
    for others in ((), tuple(f"اسم {number}" for number in range(20))):
        found = [text[span.start : span.end] for span in spots(text, ("كارلوس تارابوكين", "الكرملين", *others))]
        assert found == ["كَارلوس تارابوكين", "للكرملين"]


def test_thousands_that_begin_alike_are_not_tried_one_by_one() -> None:
    spotting = _Spotting(f"ابو {number}" for number in range(30_000))
    assert len(spotting._from("ابو 77 وصل")) == 2  # ابو 7, ابو 77
    assert spotting.spots("ابو 77 " * 1000) == {(7 * at, 7 * at + 6) for at in range(1000)}
