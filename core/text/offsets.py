"""Code points ↔ UTF-16 units. Python counts the first, Qt the second; they part at each emoji."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Translates offsets of one text. Remembers only the characters beyond the BMP; logarithmic in their number."""

    __slots__ = ("_astral", "_astral16")

    def __init__(self, text: str) -> None:
        # Code-point positions of characters that take two UTF-16 units, and the same positions in UTF-16.
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._astral16 = [position + before for before, position in enumerate(self._astral)]

    def to_utf16(self, code_point: int) -> int:
        """UTF-16 offset of a code-point offset."""
        return code_point + bisect_left(self._astral, code_point)

    def to_code_points(self, utf16: int) -> int:
        """Code-point offset of a UTF-16 offset; inside a surrogate pair it is that of the character."""
        # A character counts as passed once its second unit begins, so the middle of a pair belongs to its start.
        return utf16 - bisect_right(self._astral16, utf16 - 1)
