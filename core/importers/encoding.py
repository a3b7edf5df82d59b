"""Which encoding the bytes of a text file are in: UTF-8, UTF-16, UTF-32, windows-1256 or ISO-8859-6."""

from __future__ import annotations

import codecs
import re

from core.errors import KnownError
from core.text.arabic import fold

# Longest mark first: UTF-32 LE begins with UTF-16 LE's mark.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How files begin that are no plain text, and what they are.
_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP / DOCX"),
    (b"\xd0\xcf\x11\xe0", "DOC"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90", "EXE"),
    (b"\x1f\x8b\x08", "GZIP"),
)
# One byte a letter; the second is tried where the first reads badly.
_ARABIC_CODE_PAGES = ("cp1256", "iso8859_6")
_SAMPLE = 64 * 1024  # bytes that charset-normalizer looks at
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_CONTROL_BYTES = bytes([*range(9), *range(0x0E, 0x20)])
# In UTF-8 no more characters are of _CONTROL than bytes are of these.
_SUSPICIOUS = _CONTROL_BYTES + b"\x7f\xc2\xef"
_MOST_CONTROL = 0.2  # of a text
_ARABIC_WORD = re.compile("[\u0621-\u064a]+")
# A letter of another script inside an Arabic word, a vowel mark without its letter, or a symbol between two letters:
# the traces of a wrong code page.
_FOREIGN = "[^\x00-\x7f\u0600-\u06ff\u200c-\u200f\u00a0«»“”‘’–—…•]"
_BROKEN_WORD = re.compile(
    f"[\u0621-\u064a]{_FOREIGN}|{_FOREIGN}[\u0621-\u064a]"
    "|(?<![\u0621-\u064a\u064b-\u0652])[\u064b-\u0652]|ة[\u0621-\u064a]|ى[\u0621-\u064a]"
)
# The most frequent words of news; at least one stands in nearly every paragraph.
_COMMON = frozenset(
    map(
        fold,
        ("في", "من", "على", "إلى", "عن", "أن", "إن", "التي", "الذي", "بعد", "قبل", "مع", "هذا", "هذه", "كان", "كانت"),
    )
) | {"ما", "لا", "قال", "وقال"}
_LEAST_PLAUSIBLE = 0.75


def decode(data: bytes, file: str) -> str:
    """The text of `data`. Raises KnownError, naming `file`, for what is no text or in no known encoding."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise _binary(file, kind)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, file)
    if wide := _utf16_without_mark(data):
        return _strictly(data, wide, file)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if read := _single_byte(data):
            return read
        if len(data.translate(None, _CONTROL_BYTES)) < 0.98 * len(data):
            raise _binary(file) from error
        raise _undecodable(file, data, error.start) from error
    suspicious = len(data) - len(data.translate(None, _SUSPICIOUS))
    return text if suspicious <= _MOST_CONTROL * len(text) else _checked(text, file)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 shows by its high bytes: on one side only, nearly all are 0 (ASCII) or 6 (Arabic)."""
    sample = data[:_SAMPLE]
    if 0 not in sample and 6 not in sample:
        return None
    even, odd = sample[0::2], sample[1::2]
    if not odd:
        return None
    at_even, at_odd = ((side.count(0) + side.count(6)) / len(side) for side in (even, odd))
    if at_odd > 0.8 and at_even < 0.2:
        return "utf-16-le"
    return "utf-16-be" if at_even > 0.8 and at_odd < 0.2 else None


def _single_byte(data: bytes) -> str | None:
    """The most plausible reading in an Arabic code page, or in a Western one if charset-normalizer is sure of it."""
    if _looks_like_broken_utf8(data):
        return None
    readings = []
    for encoding in (*_ARABIC_CODE_PAGES, *_proposals(data)):
        try:
            readings.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    # The first of equals: windows-1256 is by far the more frequent of the two.
    best = max(readings, key=plausibility, default="")
    return best if plausibility(best) >= _LEAST_PLAUSIBLE else None


def _proposals(data: bytes) -> list[str]:
    from charset_normalizer import from_bytes  # 30 ms, for files that are not UTF-8 only

    found = from_bytes(data[:_SAMPLE], cp_isolation=[*_ARABIC_CODE_PAGES, "mac_arabic", "cp720", "cp1252"])
    return [match.encoding for match in found if match.encoding not in _ARABIC_CODE_PAGES]


def plausibility(text: str) -> float:
    """How well `text` reads as news, in 0…1: no control characters, few broken words, common words among the Arabic."""
    if not text or _CONTROL.search(text):
        return 0.0
    text = text[:_SAMPLE]
    found = _ARABIC_WORD.findall(text)
    foreign = [char for char in text if char > "\x7f" and char.isalpha() and not "\u0600" <= char <= "\u06ff"]
    if not found:
        # Western text: nearly all ASCII.
        return max(0.0, 1 - 4 * sum(char > "\x7f" for char in text) / len(text))
    letters = sum(map(len, found))
    if letters < 2 * len(found):
        return 0.0  # scattered letters are no words
    broken = len(_BROKEN_WORD.findall(text)) / len(found)
    common = sum(fold(word) in _COMMON or word.startswith("ال") for word in found) / len(found)
    arabic = letters / (letters + len(foreign))
    score: float = arabic - 2 * broken + min(common, 0.1)
    return max(0.0, min(1.0, score))


def _looks_like_broken_utf8(data: bytes) -> bool:
    """Most bytes beyond ASCII are whole UTF-8 sequences: the file is damaged, not in another encoding."""
    lost = data.decode("utf-8", "replace")
    whole = sum(char > "\x7f" and char != "\ufffd" for char in lost)
    return whole > 4 * lost.count("\ufffd")


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return _checked(data.decode(encoding), file)
    except UnicodeDecodeError as error:
        raise _undecodable(file, data, error.start) from error


def _checked(text: str, file: str) -> str:
    """`text`, unless a good part of it is control characters."""
    if text and _share(_CONTROL, text) > _MOST_CONTROL:
        raise _binary(file)
    return text


def _share(pattern: re.Pattern[str], text: str) -> float:
    return len(pattern.findall(text)) / len(text)


def _binary(file: str, kind: str = "") -> KnownError:
    ar, en = (f" (يبدو أنه {kind})", f" (it looks like {kind})") if kind else ("", "")
    return KnownError(
        f"الملف «{file}» ليس نصًا عاديًا{ar}؛ احفظ المقال ملفًا نصيًا بترميز UTF-8 ثم أعد استيراده.",
        f"“{file}” is not a plain text file{en}; save the article as UTF-8 text and import it again.",
    )


def _undecodable(file: str, data: bytes, position: int) -> KnownError:
    line = data.count(b"\n", 0, position) + 1
    return KnownError(
        f"تعذّرت قراءة حروف الملف «{file}» عند السطر {line} (البايت {position})؛ احفظه بترميز UTF-8 ثم أعد استيراده.",
        f"“{file}” has bytes that are no text in a known encoding, at line {line} (byte {position}); "
        "save it as UTF-8 and import it again.",
    )
