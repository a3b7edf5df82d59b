import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.canonical import canonical

# Any code point at all, lone surrogates included, and many of those that canonical text touches.
_ANY = st.text(
    st.one_of(st.characters(), st.sampled_from("\r\n\x0b\x0c\x85\u2028\u2029\x00\ufeff\ufdd0\ufdd1\ud83d\ude00"))
)


@given(_ANY)
def test_canonical_text_is_its_own_canonical_text(raw: str) -> None:
    assert canonical(canonical(raw)) == canonical(raw)


@given(_ANY)
def test_canonical_text_can_be_stored_and_has_one_kind_of_newline(raw: str) -> None:
    text = canonical(raw)
    text.encode("utf-8")
    assert not set(text) & set("\r\x0b\x0c\x85\u2028\u2029\x00\ufeff\ufdd0\ufdd1")
    assert text.split("\n") == text.splitlines() + ([""] if text.endswith("\n") or not text else []) or any(
        char in text for char in "\x1c\x1d\x1e"
    )


@pytest.mark.parametrize(
    "newline", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\r\x00\n", "\r\ufeff\n"]
)
def test_each_newline_becomes_one(newline: str) -> None:
    assert canonical(f"أول{newline}ثان") == "أول\nثان"


@pytest.mark.parametrize(
    "kept",
    [
        "مُشَكَّل",
        "تطـــويل",
        "لا\u00a0فصل",
        "می\u200cخواهم",
        "\u202bعكس\u202c",
        "\u2067عزل\u2069",
        "👩‍👩‍👧 🇾🇪",
        "a\tb",
        "أ",
    ],
)
def test_what_an_author_wrote_stays(kept: str) -> None:
    assert canonical(kept) == kept
