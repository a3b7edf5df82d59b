"""Canonical text: what import makes of a file, once. Offsets everywhere count its code points."""

from __future__ import annotations

import re

# NUL and lone surrogates cannot be stored or encoded; U+FDD0/U+FDD1 are non-characters that Qt uses as frame markers;
# U+FEFF is a byte-order mark wherever it stands. Nothing else is touched: diacritics, tatweel, NBSP, ZWNJ, bidi
# marks stay.
_DROPPED = re.compile("[\x00\ud800-\udfff\ufdd0\ufdd1\ufeff]")
# CR LF, CR, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR, VT, FF: each is one newline.
_NEWLINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# All of these but the surrogates, which cannot be encoded.
_ANY = "\x00\r\x0b\x0c\x85\u2028\u2029\ufdd0\ufdd1\ufeff"


def canonical(raw: str) -> str:
    """The canonical text of `raw`. Idempotent; equals `raw` for clean text with `\\n` newlines."""
    return raw if _is_canonical(raw) else _NEWLINE.sub("\n", _DROPPED.sub("", raw))


def _is_canonical(raw: str) -> bool:
    """What most texts are, and much faster to see than by a regular expression."""
    try:
        raw.encode()
    except UnicodeEncodeError:
        return False
    return not any(char in raw for char in _ANY)
