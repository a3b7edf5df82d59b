"""Who is named as one who asks for a meeting: a person, a body, the state of an adjective, or who speaks («نحن»)."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.concepts import Words, function_words, nationality
from core.extract.evidence import word_at
from core.model import Entity, Label

MARKS = frozenset("،,؛;:.–—-()")
SIDES = frozenset(["الجانب", "جانب", "الطرف", "طرف", "الرييس", "نظيره", "وزير", "القياده", "الحكومه", "الاداره", "من"])
NAMES = (Label.PER, Label.LOC, Label.ORG)
_LATTER = frozenset(["الاخير", "الاخيره"])
_COUNTERPART = ("نظيره", "نظيرها")
TO = frozenset(["من", "الي", "علي"])  # before whom somebody asks
_OBJECT = TO | {"مع", "في", "عن", "ضد"}


def named_in(
    words: Words, reach: range, entities: Sequence[Entity], *, last: bool = False, at_once: bool = False
) -> tuple[int, int, str] | None:
    """First and last word and name of who stands in `reach`: the first one, or the `last`; a mark ends it.

    `at_once`: only titles may stand before the name.
    """
    hits: list[tuple[int, int, str]] = []
    for index in reach:
        form = words.forms[index]
        if form in MARKS:
            if not last:
                break
            hits.clear()
            continue
        if at_once and not hits and form in TO:
            break  # «طلبت من موسكو …»: who is asked
        if hits and index <= hits[-1][1]:
            continue
        span = words.spans[index]
        name = next((e for e in entities if e.label in NAMES and span.start <= e.start < span.end), None)
        state = nationality(form) if name is None else None
        if name is not None:
            end = word_at(words, name.end - 1)
            titled = hits and hits[-1][1] == index - 1 and name.label == Label.PER
            hits[-1:] = [(hits[-1][0], end, name.name)] if titled else [*hits[-1:], (index, end, name.name)]
        elif state:
            side = index - 1 in reach and words.forms[index - 1].lstrip("و") in SIDES
            hits.append((index - 1 if side and words.forms[index - 1] != "من" else index, index, state))
        elif at_once and not hits and form not in SIDES and form not in function_words():
            break
        if hits and not last and not state:
            break
        if hits and not last and state and not _name_follows(words, index + 1, entities):
            break
    if not hits:
        return None
    return hits[-1] if last else hits[0]


def the_latter(words: Words, index: int, entities: Sequence[Entity]) -> tuple[int, int, str] | None:
    """«بناء على طلب الأخير»: the person named last, be it by his office («نظيره الروسي»); «الأخيرة» is a state."""
    if index >= len(words.forms) or words.forms[index] not in _LATTER:
        return None
    wanted = (Label.LOC,) if words.forms[index].endswith("ه") else (Label.PER,)
    before = [e for e in entities if e.label in (Label.PER, Label.LOC) and e.end <= words.spans[index].start]
    named = next((e for e in reversed(before) if e.label in wanted), before[-1] if before else None)
    first = word_at(words, named.start) if named is not None and named.label in wanted else -1
    for at in range(index - 1, first, -1):  # an office without a name, behind the last name
        if (
            wanted == (Label.PER,)
            and words.forms[at - 1].endswith(_COUNTERPART)
            and (s := nationality(words.forms[at]))
        ):
            return index, index, s
    return (index, index, named.name) if named is not None else None


def _name_follows(words: Words, index: int, entities: Sequence[Entity]) -> bool:
    """Whether a person is named right behind («الرئيس الروسي فلاديمير بوتين»)."""
    if index >= len(words.spans):
        return False
    span = words.spans[index]
    return any(e.label == Label.PER and span.start <= e.start < span.end for e in entities)


def is_named(words: Words, index: int, entities: Sequence[Entity]) -> bool:
    """Whether a name, or an office with its state, begins at a word."""
    if index + 1 >= len(words.spans):
        return False
    span = words.spans[index]
    named = any(e.label in NAMES and span.start <= e.start < span.end for e in entities)
    return named or (words.forms[index] in SIDES and nationality(words.forms[index + 1]) is not None)


def subject(words: Words, reach: range, entities: Sequence[Entity]) -> tuple[int, int, str] | None:
    """The first one named in `reach`, but for who stands behind a preposition («اتصلت السفيرة بنظيرها طالبة …»)."""
    for index in reach:
        form, span, before = (
            words.forms[index],
            words.spans[index],
            words.forms[index - 1] if index > reach.start else "",
        )
        named = next((e for e in entities if e.label in NAMES and span.start <= e.start < span.end), None)
        state = nationality(form) if named is None and before.startswith(("ال", "وال")) else None
        if named is None and not state:
            continue
        joined = named is not None and named.start > span.start and not form.startswith(("و", "ف"))
        if joined or before in _OBJECT or before.endswith(_COUNTERPART) or _is_joined(words, index - 1, entities):
            continue
        return (index, word_at(words, named.end - 1), named.name) if named else (index - 1, index, state or "")
    return None


def _is_joined(words: Words, index: int, entities: Sequence[Entity]) -> bool:
    """«بقصر الإليزيه», «بالوزارة التركية»: a preposition is written with the noun before the name."""
    span = words.spans[index]
    return words.forms[index].startswith(("ب", "لل")) and not any(span.start <= e.start < span.end for e in entities)
