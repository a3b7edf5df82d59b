import codecs
import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import KnownError
from core.importers.encoding import decode

_ARTICLE = (
    "قال المتحدث باسم الوزارة إن الوفد سيصل غدا إلى العاصمة، وأكد أن اللقاء لن يتأخر.\n"
    "وبلغ عدد المشاركين 120 شخصا من سبع دول، بحسب ما ذكرته الصحيفة أمس."
)
_SHORT = ["قمة في جنيف", "وصل الوفد", "زيارة مفاجئة", "لا موعد للقاء", "ظل الوضع هادئا", "طاقة وغاز"]
_ENCODINGS = ["utf-8", "utf-8-sig", "cp1256", "iso8859_6", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", _ENCODINGS)
@pytest.mark.parametrize("text", [_ARTICLE, *_SHORT])
def test_arabic_is_read_in_the_encoding_it_was_written_in(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_marks_before_utf16_are_cut() -> None:
    assert decode(codecs.BOM_UTF16_BE + "نص قصير".encode("utf-16-be"), "a.txt") == "نص قصير"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16-le"])
def test_latin_text_is_read_too(encoding: str) -> None:
    text = "The two presidents will speak on Tuesday, the Kremlin said in a statement."
    assert decode(text.encode(encoding), "a.txt") == text


@given(st.text(st.sampled_from(_ARTICLE + "😀«»“”\u200f٣"), min_size=1))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize("junk", [b"\xff", b"\xc0\x80", b"\x80\x81", b"\xfe\xfe\xff"])
def test_damaged_utf8_is_reported_with_its_place_and_not_read_as_gibberish(junk: bytes) -> None:
    first, second = _ARTICLE.encode().split(b"\n")
    with pytest.raises(KnownError) as raised:
        decode(first + b"\n" + second[:20] + junk + second[20:], "خبر.txt")
    assert "خبر.txt" in raised.value.ar
    assert "line 2" in raised.value.en


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3",
        b"PK\x03\x04\x14\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"{\\rtf1\\ansi text}",
        bytes(range(256)) * 8,
        b"\x00\x01\x02\x03\x04" * 100,
        random.Random(3).randbytes(4000),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError, match="plain text"):
        decode(data, "a.txt")


@pytest.mark.parametrize("data", [b"\x80\x81\x82", b"\xd8\xff\xfe\xfa", b"abc\xff\xfe\x90\x91 def"])
def test_bytes_in_no_known_encoding_are_refused(data: bytes) -> None:
    with pytest.raises(KnownError):
        decode(data, "a.txt")


def test_half_a_utf16_character_is_refused() -> None:
    with pytest.raises(KnownError):
        decode(codecs.BOM_UTF16_LE + "نص".encode("utf-16-le")[:-1], "a.txt")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_a_sentence(data: bytes) -> None:
    with suppress(KnownError):
        assert isinstance(decode(data, "a.txt"), str)
