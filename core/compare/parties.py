"""Which states and people a clause, a name or a speaker stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from core.extract.clauses import Clause
from core.extract.concepts import leaders, media, nationality, party, rows, states, wires
from core.model import Analysis, Entity, Label, Quote
from core.text.arabic import fold
from core.text.stems import variants

# Without a state it is that in Washington: other states have a government.
_ADMINISTRATION, _THE_ADMINISTRATION = "الاداره", fold("الإدارة الأمريكية")
# What may stand right behind a name and tell whose official that is («ألكسندر جروشكو نائب وزير الخارجية الروسي»).
_BEHIND_NAME = (
    *("،", ",", "المتحدث", "الناطق", "وزير", "رييس", "مساعد", "نايب", "مستشار", "سفير", "مبعوث", "مندوب"),
    *("قايد", "مدير", "سكرتير", "الامين", "امين", "كبير", "عضو", "السفير", "المندوب", "الممثل"),
)
_OF_TWO = ("نظيره", "نظيرها")  # «بحث مع نظيره»
_OFFICES = frozenset(("نظيره", "نظيرها", "رييس", "زعيم", "وزير"))
_SIGNED = frozenset(
    ("اتفاق", "اتفاقيه", "اتفاقيات", "معاهده", "بروتوكول", "مسار", "عمليه", "صيغه", "ميثاق", "مذكره", "حزمه")
)
_TOWNS = ("عاصمه", "مدينه")
_FORMER, _ITS_PARTS = "الاتحاد السوفيتي", ("جمهوريه", "جمهوريات", "دوله", "دول", "فضاء", "بلدان")
_IN = frozenset(("في", "وفي", "ففي"))


def person_states(told: Iterable[Iterable[tuple[str, str]]]) -> dict[str, str]:
    """Person → the state that most offices give; `told`: the `offices_told` of each article."""
    votes: dict[str, Counter[str]] = {}
    for article in told:
        for name, state in article:
            votes.setdefault(name, Counter())[state] += 1
    return {name: counts.most_common(1)[0][0] for name, counts in votes.items()}


def offices_told(analysis: Analysis) -> list[tuple[str, str]]:
    """(person, state whose nationality stands beside the office) («الرئيس الروسي فلاديمير بوتين» → روسيا).

    Those whom everybody knows need none.
    """
    found: list[tuple[str, str]] = []
    text = analysis.article.text
    for entity in analysis.entities:
        if entity.label != Label.PER:
            continue
        near: list[str | None]
        before = fold(text[max(entity.start - 45, 0) : entity.start]).replace("،", " ").split()[-4:]
        behind = fold(text[entity.end : entity.end + 50]).lstrip()
        near = [leaders().get(fold(entity.name)), *(nationality(word) for word in reversed(before))]
        if behind.startswith(_BEHIND_NAME):
            near += [nationality(word) or states().get(word) for word in behind.split()[:6]]
        near += [states().get(word) for word in before]
        first = next(filter(None, near), None)
        if first is not None:
            found.append((entity.name, first))
    return found


def agency(analysis: Analysis) -> str:
    """The news agency that the article is by or names first, "" for none."""
    names = (analysis.article.source, analysis.article.author, *(entity.name for entity in analysis.entities))
    known = (media().get(fold(name)) for name in names if name)
    return next((name for name in known if name in wires()), "")


def parties_of(
    clause: Clause, start: int, end: int, entities: Sequence[Entity], people: dict[str, str], main: frozenset[str]
) -> frozenset[str]:
    """States (and people without one) named between start and end, also by adjective; «الزعيمان» are the main pair."""
    found = {
        state
        for e in entities
        if start <= e.start < end
        for state in states_of(e, people)
        if not is_setting(clause, e, state)
    }
    found |= {e.name for e in entities if start <= e.start < end and e.label == Label.PER and e.name not in people}
    both = {people[e.name] for e in entities if start <= e.start < end and e.label == Label.PER and e.name in people}
    for index in clause.words.within(start, end):
        form = clause.words.forms[index]
        if form.removeprefix("و") in pair_words() or form.endswith(_OF_TWO):  # of two who are named there
            found |= frozenset() if len(both) == 2 or names_pair(clause, index, entities) else main
        elif (adjective := nationality(form)) and not (
            _tells_no_side(clause.words.forms[max(index - 1, 0)], adjective) or _is_of_town(clause, index, entities)
        ):
            found.add(adjective)  # but «العاصمة البلجيكية» is where it happens
    return frozenset(found)


def _tells_no_side(noun: str, state: str) -> bool:
    """«العاصمة البلجيكية» is a town, «الجمهورية السوفيتية السابقة» another state now."""
    return noun.endswith(_TOWNS) or (state == _FORMER and noun.endswith(_ITS_PARTS))


def _is_of_town(clause: Clause, index: int, entities: Sequence[Entity]) -> bool:
    """«في فيينا النمساوية»: the adjective tells in which land the town lies where something happens."""
    before = clause.words.spans[index - 1] if index else None
    towns = (e for e in entities if e.label == Label.LOC and before is not None and e.start <= before.start + 2 < e.end)
    return any(is_located(clause, town, word_index(clause, town.start)) for town in towns)


def names_pair(clause: Clause, index: int, entities: Sequence[Entity]) -> bool:
    """«الرئيسان الأمريكي …», «الرئيسين بوتين …»: who they are follows, so the word points back at nobody."""
    behind = index + 1
    if behind >= len(clause.words.forms):
        return False
    span = clause.words.spans[behind]
    named = any(e.label == Label.PER and span.start <= e.start < span.end for e in entities)
    return named or nationality(clause.words.forms[behind]) is not None


def states_of_offices(clause: Clause) -> Iterator[str]:
    """The states whose leaders or ministers are told by their office («نظيره الروسي», «الرئيس الأميركي»)."""
    forms = clause.words.forms
    for index in clause.indices[1:]:
        if forms[index - 1].lstrip("وفبل").removeprefix("ال") in _OFFICES and (state := nationality(forms[index])):
            yield state


def is_setting(clause: Clause, entity: Entity, state: str) -> bool:
    """A capital behind «في» is where it happens, one behind a treaty where that was signed («اتفاقات مينسك»)."""
    if entity.label != Label.LOC or entity.name == state:
        return False
    index = word_index(clause, entity.start)
    before = clause.words.forms[index - 1].removeprefix("و") if index else ""
    return bool(variants(before) & _SIGNED) or is_located(clause, entity, index)


def state_of(entity: Entity, people: dict[str, str]) -> str:
    """The state that a name stands for, or ""."""
    if entity.label == Label.PER:
        return people.get(entity.name, "")
    return states().get(fold(entity.name), "") if entity.label in (Label.LOC, Label.ORG) else ""


def states_of(entity: Entity, people: dict[str, str]) -> frozenset[str]:
    """All states that a name holds: «مجلس الناتو وروسيا» is of two parties."""
    if state := state_of(entity, people):
        return frozenset({state})
    if entity.label != Label.ORG:
        return frozenset()
    known = states()
    found = (known.get(word) or known.get(word.removeprefix("و")) for word in fold(entity.text).split())
    return frozenset(state for state in found if state)


def capital(place: str) -> str:
    """The state for which a capital or a seat of power stands («الكرملين», «موسكو»); another place itself."""
    name = place.split(maxsplit=1)[-1] if place.startswith("مقر ") else place
    return states().get(fold(name), name)


def party_of_name(name: str | None, people: dict[str, str]) -> str:
    """The state behind a speaker's name, or "": the person's, the body's, or that of an adjective («مصدر أمريكي»)."""
    if not name:
        return ""
    if name in people:
        return people[name]
    state = leaders().get(fold(name)) or party(name)
    if state != name:
        return state
    if name in states().values():
        return name
    words = fold(name).split()
    told = (nationality(word) or states().get(word) or leaders().get(word) for word in words)
    seats = (states().get(" ".join(two)) for two in pairwise(words))  # «مسؤول في البيت الأبيض»
    found = next(filter(None, (*told, *seats)), "")
    return found or (states()[_THE_ADMINISTRATION] if _ADMINISTRATION in words else "")


def parties_of_quote(quote: Quote, entities: Sequence[Entity], people: dict[str, str]) -> frozenset[str]:
    """The states behind the speaker of a quote, who may be two («الكرملين ومصدر أمريكي»)."""
    who = quote.speaker
    if who is None:
        return frozenset()
    found = {state_of(e, people) for e in entities if who.start <= e.start < who.end}
    found |= {nationality(word) or "" for word in fold(who.text).split()}
    return frozenset(found - {""}) or frozenset({party_of_name(who.name, people)} - {""})


@cache
def pair_words() -> frozenset[str]:
    """Folded words that point back at the two main parties."""
    return frozenset(fold(word) for row in rows("pair_words") for word in row[0].split())


def begin_of_word(clause: Clause, position: int) -> int:
    """The first code point of the word at `position`, where evidence begins behind its conjunction («وتعهد»)."""
    index = clause.words.at(position)
    begin = clause.words.spans[index].start if index < len(clause.words.spans) else position
    return begin if begin == position - 1 else position


def word_index(clause: Clause, position: int) -> int:
    """Index, in the sentence of the clause, of the word that covers or follows `position`."""
    return min(clause.words.at(position), len(clause.words.spans) - 1)


def is_located(clause: Clause, entity: Entity, index: int) -> bool:
    """Whether the place stands behind «في» or its like: something happens there."""
    forms = clause.words.forms
    before = [form for form in forms[max(index - 3, 0) : index] if form not in ("مدينه", '"', "العاصمه")]
    joined = forms[index][:1] == "ب" and clause.words.spans[index].start < entity.start
    return joined or bool(before and before[-1] in _IN)
