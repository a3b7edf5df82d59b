"""Words and signs around a figure that say how it bounds the amount: أكثر من, ما يصل إلى, نحو … or … على الأقل."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from core.extract.tokens import Tokens, lexicon
from core.model import Approx

_GAP = 2  # words that * stands for, at most: لا يقل عددهم الإجمالي عن
_PROCLITICS = "وفبلك"


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    approx: Approx


@dataclass(frozen=True, slots=True)
class Bound:
    """What an approximator says, and the token where it begins (or the one behind it, where it follows the figure)."""

    approx: Approx
    edge: int


@cache
def _phrases(side: str) -> Mapping[str, Sequence[_Phrase]]:
    """Phrases of one side, the longest first, by the word that touches the figure."""
    table: dict[str, list[_Phrase]] = {}
    for approx, where, forms in lexicon("approximators.tsv"):
        if where != side:
            continue
        for form in forms.split():
            words = tuple(form.split("_"))
            table.setdefault(words[-1 if side == "before" else 0], []).append(_Phrase(words, Approx(approx)))
    for phrases in table.values():
        phrases.sort(key=lambda phrase: -sum(word != "*" for word in phrase.words))
    return table


@cache
def openings() -> frozenset[str]:
    """Words that may stand right before a figure as (the end of) an approximator."""
    return frozenset(_phrases("before"))


def before(tokens: Tokens, index: int) -> Bound | None:
    """The approximator that ends right before token `index`."""
    # «ب94 ألف», «حوالي ال50»: a proclitic or article before digits is a token of its own.
    last = index - 1
    while (
        last >= 0
        and tokens.is_figure(index)
        and tokens.form(last) in ("ب", "ل", "ال", "ك")
        and tokens.touches(last + 1)
    ):
        last -= 1
    for phrase in _candidates(tokens.form(last)):
        first = _match_back(tokens, last, phrase.words)
        if first is not None and not (phrase.words == ("نحو",) and tokens.form(first - 1) in ("علي", "وعلي")):
            return Bound(phrase.approx, first)
    return None


def after(tokens: Tokens, index: int) -> Bound | None:
    """The approximator that begins at token `index`."""
    for phrase in _phrases("after").get(tokens.form(index), ()):
        stop = index + len(phrase.words)
        # «5000 أو أقل من 6000» bounds what follows, not what precedes.
        if all(tokens.form(index + ahead) == word for ahead, word in enumerate(phrase.words)):
            return None if tokens.form(stop) == "من" and stop + 1 < len(tokens) else Bound(phrase.approx, stop)
    return None


def _candidates(form: str) -> Sequence[_Phrase]:
    phrases = _phrases("before")
    found = phrases.get(form, ())
    if form[:1] not in _PROCLITICS:
        return found
    # A proclitic, or a conjunction and one, may only stand on the phrase's first word: «بنحو», «وبنحو».
    bare = [form[1:], form[2:]] if form[:1] in "وف" and form[1:2] in "بلك" else [form[1:]]
    return [*found, *(phrase for word in bare for phrase in phrases.get(word, ()) if len(phrase.words) == 1)]


def _match_back(tokens: Tokens, last: int, words: Sequence[str]) -> int | None:
    """The token where `words` begin when they end at `last`; proclitics may stand on the first."""
    position = last
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word == "*":
            wanted = words[place - 1]
            for gap in range(_GAP + 1):
                if _same(tokens.form(position - gap), wanted, first=place == 1):
                    position -= gap
                    break
            else:
                return None
            continue
        if not _same(tokens.form(position), word, first=place == 0):
            return None
        position -= 1
    return position + 1


def _same(form: str, word: str, *, first: bool) -> bool:
    if form == word:
        return True
    return first and form.endswith(word) and form[: -len(word)] in ("و", "ف", "ب", "ل", "وب", "ول", "فب", "ك")
