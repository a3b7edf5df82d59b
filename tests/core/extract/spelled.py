"""Numbers spelled in full, for round trips: every case, gender and spelling, independent of the grammar that reads.

After the rules of counting: 3–10 take the opposite gender of the noun, 11–19 are two words, ones precede tens, hundreds
may be written as one word, scales count as masculine nouns in the singular, dual or plural.
"""

from __future__ import annotations

from dataclasses import dataclass

_MASCULINE = ("", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
_FEMININE = ("", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر")
_TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_HUNDREDS = ("", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
# Scale: singular, dual stem, plural.
_SCALES = (
    (10**12, "تريليون", "تريليون", "تريليونات"),
    (10**9, "مليار", "مليار", "مليارات"),
    (10**6, "مليون", "مليون", "ملايين"),
    (10**3, "ألف", "ألف", "آلاف"),
)


@dataclass(frozen=True)
class Style:
    """How to spell: case, gender of the noun, مئة or مائة, hundreds in one word, و apart, tanwin on the scale."""

    nominative: bool = True
    feminine: bool = False
    hundred: str = "مئة"
    joined: bool = True
    apart: bool = False
    tanwin: bool = False


def spell(number: int, style: Style) -> str:
    """`number` (0 … 10¹⁵) in words."""
    if number == 0:
        return "صفر"
    parts: list[str] = []
    rest = number
    for scale, one, two, many in _SCALES:
        count, rest = divmod(rest, scale)
        if count:
            parts.append(_scaled(count, one, two, many, style))
    if rest:
        parts.append(_below_thousand(rest, style, feminine=style.feminine))
    return (" و " if style.apart else " و").join(parts)


def _scaled(count: int, one: str, two: str, many: str, style: Style) -> str:
    if count == 1:
        return one
    if count == 2:
        return two + ("ان" if style.nominative else "ين")
    words = _below_thousand(count, style, feminine=False)
    if 3 <= count % 100 <= 10:
        return f"{words} {many}"
    # A scale behind 11–99 stands in the accusative.
    accusative = "ا" if style.tanwin and 11 <= count % 100 <= 99 else ""
    return f"{words} {one}{accusative}"


def _below_thousand(number: int, style: Style, *, feminine: bool) -> str:
    hundreds, rest = divmod(number, 100)
    parts = []
    if hundreds == 1:
        parts.append(style.hundred)
    elif hundreds == 2:
        parts.append(style.hundred.removesuffix("ة") + ("تان" if style.nominative else "تين"))
    elif hundreds:
        parts.append(_HUNDREDS[hundreds] + ("" if style.joined else " ") + style.hundred)
    if rest:
        parts.append(_below_hundred(rest, style, feminine=feminine))
    return (" و " if style.apart else " و").join(parts)


def _below_hundred(number: int, style: Style, *, feminine: bool) -> str:
    ones = _FEMININE if feminine else _MASCULINE
    if number <= 10:
        word = ones[number]
        return word if style.nominative or number != 2 else word.removesuffix("ان") + "ين"
    if number < 20:
        return _teen(number - 10, style, feminine=feminine)
    tens, rest = divmod(number, 10)
    word = _TENS[tens] + ("ون" if style.nominative else "ين")
    if not rest:
        return word
    first = ones[rest]
    if rest == 2 and not style.nominative:
        first = first.removesuffix("ان") + "ين"
    if rest == 1:
        first = "إحدى" if feminine else "واحد"
    return f"{first} {'و ' if style.apart else 'و'}{word}"


def _teen(ones: int, style: Style, *, feminine: bool) -> str:
    ten = "عشرة" if feminine else "عشر"
    if ones == 1:
        return f"{'إحدى' if feminine else 'أحد'} {ten}"
    if ones == 2:
        stem = "اثنت" if feminine else "اثن"
        return f"{stem}{'ا' if style.nominative else 'ي'} {ten}"
    words = _FEMININE if feminine else _MASCULINE
    first = "ثماني" if feminine and ones == 8 else words[ones]
    return f"{first} {ten}"
