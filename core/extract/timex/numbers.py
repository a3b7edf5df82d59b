"""Numbers that stand in dates: digits, cardinals and ordinals, spelled in any case and gender."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.timex.words import Token, bare, form, sense

Number = tuple[int, int]  # value, position behind it

_LONGEST = 9  # words of a spelled year


def digits(tokens: Sequence[Token], position: int, low: int, high: int) -> int | None:
    """Digits with a value in low…high."""
    value = bare(tokens, position, "digits")
    return int(value) if value is not None and low <= int(value) <= high else None


def width(tokens: Sequence[Token], position: int) -> int:
    """How many digits stand there; 0 for none."""
    return int(sense(tokens, position, "width") or 0)


def cardinal(tokens: Sequence[Token], position: int) -> Number | None:
    """A spelled cardinal: خمسة عشر, ألفين وثمانية عشر, تسع مئة."""
    if sense(tokens, position, "card") is None:
        return None
    total, last, start = 0, 0, position
    while position < start + _LONGEST and (word := sense(tokens, position, "card")) is not None:
        value, joined = int(word), tokens[position].clitic == "و" or form(tokens, position - 1) == "و"
        if position == start or (joined and value < (last or 1) * 100 and value != last):
            total += value
        elif value == 10 and 1 <= last <= 9:
            total += 10
        elif value in (100, 1000) and 3 <= last <= 9:
            total += last * (value - 1)
        else:
            break
        last = value
        position += 1
        if form(tokens, position) == "و" and sense(tokens, position + 1, "card") is not None:
            position += 1
    return total, position


def count(tokens: Sequence[Token], position: int) -> Number | None:
    """Digits up to 999 or a spelled cardinal."""
    value = digits(tokens, position, 1, 999)
    return (value, position + 1) if value is not None else cardinal(tokens, position)


def ordinal(tokens: Sequence[Token], position: int) -> Number | None:
    """A definite ordinal up to 39: الرابع, الثاني عشر, الحادي والعشرين."""
    word = sense(tokens, position, "ord")
    if word is None:
        return None
    value = int(word)
    if value < 10 and bare(tokens, position + 1, "card") == "10":
        return value + 10, position + 2
    tens = sense(tokens, position + 1, "ord")
    if value < 10 and tens in ("20", "30") and tokens[position + 1].clitic == "و":
        return value + int(tens), position + 2
    return value, position + 1


def day_number(tokens: Sequence[Token], position: int) -> Number | None:
    """The number of a day in a month: 4, ٤, الرابع, أول, خمسة عشر."""
    value = digits(tokens, position, 1, 31)
    if value is not None and width(tokens, position) <= 2:
        return value, position + 1
    if sense(tokens, position, "nth") == "1":
        return 1, position + 1
    # Days are masculine: «الأولى من رمضان» counts something else.
    feminine = tokens[position].full.endswith(("ه", "اولي")) if position < len(tokens) else True
    found = (None if feminine else ordinal(tokens, position)) or cardinal(tokens, position)
    if found and form(tokens, position) == "واحده":  # «لمرة واحدة في يونيو»
        return None
    return found if found and 1 <= found[0] <= 31 else None


def year_number(tokens: Sequence[Token], position: int) -> Number | None:
    """A year of four digits (or in brackets), or spelled from one thousand up."""
    opened = form(tokens, position) == "("
    start = position + opened
    value = digits(tokens, start, 1000, 2999)
    if value is not None and width(tokens, start) == 4:
        if opened:
            return (value, start + 2) if form(tokens, start + 1) == ")" else None
        return value, start + 1
    if opened or bare(tokens, position, "card") is None:
        return None
    spelled = cardinal(tokens, position)
    return spelled if spelled and 1000 <= spelled[0] <= 2999 else None
