"""What a statement tells, word by word: which acts, whether they are denied or aimed at, and what stands beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from core.compare.senses import Sense, says_something, senses
from core.extract.clauses import Clause
from core.extract.commitment import NEGATORS, is_idiom
from core.extract.concepts import rows
from core.model import Claim, Polarity
from core.text.stems import root, variants

IS, NOT, AIM, NO_AIM = "+-?!"
NAME = "@"  # before what stands for a name
_AGAINST = frozenset(((IS, NOT), (NOT, IS), (AIM, NO_AIM), (NO_AIM, AIM), (IS, NO_AIM), (NO_AIM, IS)))
_TURNED = {IS: NOT, NOT: IS, AIM: NO_AIM, NO_AIM: AIM}
_NEAR = 2  # content words on either side that a word tells of
_AIMED = 2  # content words behind an aim that are aimed at
_COMPLEMENT = 4  # content words behind a verb of denial that are denied
_AIMS = frozenset(("want", "demand"))
_THAT_REACH = 9  # words behind a verb of denial within which what is denied begins


class Act(NamedTuple):
    """A word with how it stands, and another one near it."""

    meaning: str
    stance: str
    beside: str


def acts_told(clause: Clause, claim: Claim, names: Mapping[int, str]) -> tuple[str, ...]:
    """The content words of a claim in order, each as stance and meaning, several meanings joined by a blank.

    `names`: what stands for a name, by the index of its first word in the sentence, "" for its other words.
    """
    forms = clause.words.forms
    inside = clause.words.within(claim.start, claim.end)
    content = [i for i in inside if (names[i] if i in names else _is_content(forms[i]))]
    denied = set(_denied(forms, inside, content, claim))
    aimed = set(_aimed(forms, content))
    told = []
    for index in content:
        stance = (NO_AIM if index in aimed else NOT) if index in denied else AIM if index in aimed else IS
        told.append(_told(forms[index], names.get(index, ""), stance))
    return tuple(told)


def _told(form: str, name: str, stance: str) -> str:
    own = senses(form)
    if name:  # «الناتو» is an alliance, whatever it is called
        return " ".join((f"{IS}{NAME}{name.replace(' ', '_')}", *(f"{IS}{s.id}" for s in own if s.side is None)))
    if not own:
        return f"{stance}{root(form)}"
    return " ".join(f"{_stance(sense, stance)}{sense.id}" for sense in own)


def _stance(sense: Sense, stance: str) -> str:
    return IS if sense.side is None else _TURNED[stance] if sense.side else stance


@lru_cache(maxsize=20_000)
def acts(told: tuple[str, ...]) -> frozenset[Act]:
    """Every word with each word near it, and with the first of all."""
    words = [[(one[0], one[1:]) for one in word.split(" ")] for word in told]
    found: set[Act] = set()
    for place, own in enumerate(words):
        near = {0, *range(max(place - _NEAR, 0), min(place + _NEAR + 1, len(words)))} - {place}
        for (stance, meaning), other in product((one for one in own if one[1][0] != NAME), near):
            found.update(Act(meaning, stance, beside) for _, beside in words[other])
    return frozenset(found)


@lru_cache(maxsize=20_000)
def words_of(told: tuple[str, ...]) -> frozenset[str]:
    """All that its words may mean, however they stand."""
    return frozenset(one[1:] for word in told for one in word.split(" "))


def against(a: tuple[str, ...], b: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """(meaning, beside) of what one tells or aims at and the other does not; nothing that both tell alike."""
    own, others = _by_word(acts(a)), _by_word(acts(b))
    return frozenset(
        pair
        for pair in own.keys() & others.keys()
        if not own[pair] & others[pair] and any(stances in _AGAINST for stances in product(own[pair], others[pair]))
    )


def alike(a: tuple[str, ...], b: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """(meaning, beside) of what both tell in one way."""
    return frozenset((act.meaning, act.beside) for act in acts(a) & acts(b))


def _by_word(found: frozenset[Act]) -> dict[tuple[str, str], set[str]]:
    told: dict[tuple[str, str], set[str]] = {}
    for act in found:
        told.setdefault((act.meaning, act.beside), set()).add(act.stance)
    return told


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for row in rows("light_words") if row[0] == kind for word in row[1].split())


def _is_content(form: str) -> bool:
    return says_something(form) and not {form, form.removeprefix("و"), form.removeprefix("ال")} & _words("noun")


def _denied(forms: Sequence[str], inside: range, content: Sequence[int], claim: Claim) -> Iterator[int]:
    """The words that are denied: behind each negator, and behind a verb of denial."""
    for index in inside:
        if forms[index] in NEGATORS and not is_idiom(forms, index):
            yield from _behind_negator(forms, index, content)
    verb = next((i for i in inside if (variants(forms[i]) | {forms[i]}) & _words("denies")), None)
    if verb is not None:
        start = next((i for i in range(verb, min(verb + _THAT_REACH, inside.stop)) if forms[i] in _words("that")), verb)
        yield from [i for i in content if i > start][:_COMPLEMENT]
    elif claim.polarity is Polarity.DENIED and not any(forms[i] in NEGATORS for i in inside):
        yield from content[:_COMPLEMENT]


def _behind_negator(forms: Sequence[str], negator: int, content: Sequence[int]) -> Iterator[int]:
    """The word right behind it; where that says little, or is a thing that there is none of, the one after it too."""
    last = negator
    for index in (i for i in content if i > negator):
        if not all(forms[i] in _words("passed") for i in range(last + 1, index)):
            return
        yield index
        last = index
        if not (variants(forms[index]) & _words("verb") or forms[index] in _words("sign") or _is_aim(forms[index])):
            return


def _is_aim(form: str) -> bool:
    return any(sense.id in _AIMS and not sense.side for sense in senses(form))


def _aimed(forms: Sequence[str], content: Sequence[int]) -> Iterator[int]:
    for place, index in enumerate(content):
        if _is_aim(forms[index]):
            yield from content[place + 1 : place + 1 + _AIMED]
