"""The question that a fact answers, in Arabic and English, and the words for its event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from core.compare.items import Item
from core.compare.page import RESULTS
from core.extract.concepts import event_kinds, rows, state_names, states
from core.model import Modality, Quantity, QuantityKind
from core.text.arabic import fold

Both = tuple[str, str]  # Arabic, English

_PLAIN = {
    "time": ("متى كان ذلك؟", "When was it?"),
    "place": ("أين كان ذلك؟", "Where was it?"),
    "actor": ("من هو؟", "Who is it?"),
    "channel": ("بأي وسيلة؟", "By which means?"),
    "proposition": ("ماذا قيل؟", "What was said?"),
    "wording": ("بأي لفظ قيل؟", "In which words was it said?"),
    "source": ("من قال ذلك؟", "Who says so?"),
}
# {ar}, {en}: the event and its parties; {verb} and {is}: what it does, planned or past.
_OF_EVENT = {
    "time": ("متى {verb} {ar}؟", "When {is} {en}?"),
    "place": ("أين {verb} {ar}؟", "Where {is} {en}?"),
    "channel": ("بأي وسيلة {verb} {ar}؟", "By which means {is} {en}?"),
    "proposition": ("ماذا قيل عن {ar}؟", "What is said about {en}?"),
    "source": ("من تحدث عن {ar}؟", "Who speaks of {en}?"),
    "actor": ("من طلب {ar}؟", "Who asked for {en}?"),
    "length": ("كم {lasts} {ar}؟", "How long {is} {en}?"),
    "order": ("ما ترتيب {ar}؟", "Which one in order {is} {en}?"),
}
# Abroad in CLDR's names for states: bodies that stand for several.
_BODIES = {"حلف شمال الأطلسي": "NATO", "الاتحاد الأوروبي": "the European Union"}
_WITH_ARTICLE = ("United ", "Netherlands", "Philippines", "Maldives", "Bahamas", "Comoros", "Gambia")


# Rates and sums: bare, and with the noun that says of what.
_RATES = {
    QuantityKind.PERCENT: (("النسبة", "نسبة"), ("What is the percentage", "What is the rate of")),
    QuantityKind.MONEY: (("المبلغ", "مبلغ"), ("How much is it", "How much is it for")),
}
_UNNAMED = frozenset(("مصدر", "مصادر", "مسوول", "مسوولون", "مسوولين", "دبلوماسي", "دبلوماسيون", "تقرير", "وثيقه"))
_DEADLY = frozenset(("flood", "fire", "earthquake", "explosion", "accident", "attack", "war", "protest"))
_TWO = 2
_MASSED = frozenset(("massing", "withdrawal", "drill"))  # the figure is of the troops themselves


class _Noun(NamedTuple):
    ar: str
    planned: str
    past: str
    en: str
    form: str  # how its states stand with it: "between", "on" (one acts on the other), "-" in brackets


def question(group: str, items: Sequence[Item]) -> Both:
    """The question in Arabic and English, made from the claims' group, their event and parties."""
    if group == "quantity":
        return _quantity(items)
    if group == "wording":
        speaker = items[0].raw.attribution.speaker
        return (f"بأي لفظ قال {speaker} ذلك؟", f"In which words did {speaker} say it?") if speaker else _PLAIN[group]
    if group == "actor" and not items[0].request:
        return _actor(items)
    if group == "place" and (taker := items[0].setting.taker):
        joins = ("شارك", "did") if _is_past(items) else ("يشارك", "does")
        return f"من أين {joins[0]} {taker}؟", f"From where {joins[1]} {taker} take part?"
    if group in ("time", "place", "channel") and items[0].frame:
        return _speech(group, items[0].frame)
    if group == "proposition" and (asked := _dispute(items)):
        return asked
    return _of_event(group, items) or _of_parties(group, items) or _PLAIN[group]


def _of_parties(group: str, items: Sequence[Item]) -> Both | None:
    parties = _parties(items)
    if group != "proposition" or not parties:
        return None
    return f"ماذا قيل عن {' و'.join(parties)}؟", f"What is said about {' and '.join(map(_en, parties))}?"


def event_words(items: Sequence[Item]) -> str:
    """Of which event the fact speaks: kind, parties and day, in Arabic; no day where only a longer time is told."""
    kind = event_kinds().get(_event(items))
    if kind is None:
        return ""
    times = (item.happening.when for item in items if item.happening and item.happening.when)
    days = Counter(first for first, last in times if first == last)
    day = f"، {days.most_common(1)[0][0]}" if days else ""
    names = _parties(items)
    between = f" ({' و'.join(names)})" if names else ""
    return f"{kind.ar}{between}{day}"


@cache
def _nouns() -> dict[str, _Noun]:
    return {id_: _Noun(ar, planned, past, en, form) for id_, ar, planned, past, en, form in rows("event_questions")}


def _event(items: Sequence[Item]) -> str:
    told = Counter(item.event for item in items if item.event)
    return told.most_common(1)[0][0] if told else ""


def _parties(items: Sequence[Item]) -> list[str]:
    """The one or two parties that at least half of the claims name, in a stable order: a set has none of its own."""
    counts = Counter(party for item in items for party in sorted(item.parties) if party in state_names())
    return sorted(name for name, count in counts.most_common(2) if count * 2 >= len(items))


def _of_event(group: str, items: Sequence[Item]) -> Both | None:
    standing = group == "place" and all("present" in item.scopes for item in items)  # of troops, whatever is feared
    event = _nouns().get("massing" if standing else _event(items))
    if event is None:
        return None
    # Of sources the parties are those that speak, not those of the event.
    parties = _parties(items) if group != "source" or event.form == "between" else []
    arabic, english = _named(event, parties, _agent(items))
    past = _is_past(items)
    head = event.en.partition(" of ")[0]
    plural = head.endswith("s") and not head.endswith("ss")
    verb = {True: ("were" if plural else "was"), False: ("are" if plural else "is")}[past]
    feminine = event.planned[:1] == "ت"
    lasts = ("استمرت" if feminine else "استمر") if past else ("تستمر" if feminine else "يستمر")
    pattern = _OF_EVENT[group]
    words = {"ar": arabic, "en": english, "verb": event.past if past else event.planned, "is": verb, "lasts": lasts}
    return pattern[0].format(**words), pattern[1].format(**words)


def _named(event: _Noun, parties: Sequence[str], agent: str = "") -> Both:
    """The event with its parties («المحادثات بين روسيا والولايات المتحدة», «هجوم روسيا على أوكرانيا»)."""
    if not parties:
        return event.ar, event.en
    if event.form == "on" and agent in parties and len(parties) == 2:
        other = next(party for party in parties if party != agent)
        return f"{event.ar.removeprefix('ال')} {agent} على {other}", f"{event.en} by {_en(agent)} on {_en(other)}"
    if event.form == "between" and len(parties) == 2:
        return (
            f"{event.ar} بين {parties[0]} و{parties[1]}",
            f"{event.en} between {_en(parties[0])} and {_en(parties[1])}",
        )
    return f"{event.ar} ({' و'.join(parties)})", f"{event.en} ({', '.join(map(_en, parties))})"


def _is_past(items: Sequence[Item]) -> bool:
    """Most claims tell of what has been."""
    ahead = [_ahead(item) for item in items]
    told = zip(items, ahead, strict=True)
    planned = sum(item.raw.modality is Modality.PLANNED and coming is not False for item, coming in told)
    return ahead.count(False) >= max(ahead.count(True), 1) and planned * 2 < len(items)


def _ahead(item: Item) -> bool | None:
    """Whether the event lies ahead of the article's day: by its own day, else as the article speaks of it."""
    told = item.happening
    if told is None or told.when is None or not item.published or told.when[0] <= item.published <= told.when[1]:
        return told.ahead if told else None
    return told.when[0] > item.published


def _dispute(items: Sequence[Item]) -> Both | None:
    """«هل تخطط روسيا لمهاجمة أوكرانيا؟»: an attack that somebody plans or is said to plan, and who denies it."""
    event = _event(items)
    kind = event_kinds().get(event)
    if kind is None or "d" not in kind.flags or event in RESULTS:
        return None
    planned = any("planned_total" in i.scopes or i.raw.modality in (Modality.POSSIBLE, Modality.PLANNED) for i in items)
    agent = _agent(items)
    noun = _nouns().get(event)
    if event != "attack" or not planned or not agent:
        if noun is None:
            return None
        arabic, english = _named(noun, [agent] if agent else _parties(items))
        return f"هل صحيح ما قيل عن {arabic}؟", f"Is what is said about {english} true?"
    sides = (item.parties - {item.voice} for item in items)
    others = Counter(party for told in sides if agent in told and len(told) == _TWO for party in told - {agent})
    target = max(sorted(others), key=others.__getitem__, default="")  # who reads of it is named too
    if not target:
        return f"هل تخطط {agent} لشن هجوم؟", f"Is {_en(agent)} planning an attack?"
    return f"هل تخطط {agent} لمهاجمة {target}؟", f"Is {_en(agent)} planning to attack {_en(target)}?"


def _agent(items: Sequence[Item]) -> str:
    agents = Counter(item.agent for item in items if item.agent)
    return agents.most_common(1)[0][0] if agents else ""


@cache
def _role_words() -> frozenset[str]:
    return frozenset(fold(word) for row in rows("roles") for form in row[2].split() for word in form.split("_")[:1])


def _is_unnamed(name: str) -> bool:
    """«مسؤول كبير في البيت الأبيض»: an office stands for the person."""
    first = fold(name).split()[0].removeprefix("ال")
    return first in _role_words() or first in _UNNAMED


def _is_woman(items: Sequence[Item]) -> bool:
    """The office is told in the feminine («المتحدثة باسم …»، «… زاخاروفا المتحدثة باسم …»)."""
    for item in items:
        words = [word.strip("،,") for word in item.raw.text.split()]
        last = fold(str(item.raw.value)).split()[-1:]
        heads = words[:1] + [role for name, role in pairwise(words) if [fold(name)] == last]
        bare = (fold(head[:-1]).removeprefix("و").removeprefix("ال") for head in heads if head.endswith("ة"))
        if any(head in _role_words() for head in bare):  # «مساعده» is his aide
            return True
    return False


def _actor(items: Sequence[Item]) -> Both:
    """Who a person is; of a body, who speaks for it."""
    name = Counter(str(item.raw.value) for item in items).most_common(1)[0][0]
    if fold(name) in states() or any(
        name in item.names and str(item.raw.value) == name and item.office for item in items
    ):
        body = any(fold(name) in fold(item.raw.text) and fold(name) != fold(item.raw.text) for item in items)
        if fold(name) in states() and body:
            return f"من يتحدث باسم {name}؟", f"Who speaks for {_en(name)}?"
    if _is_unnamed(name):
        return f"من المقصود بعبارة «{name}»؟", f"Who is meant by “{name}”?"
    english = f"Who is {name}, and in which office?"
    return (f"من هي {name} وما صفتها؟" if _is_woman(items) else f"من هو {name} وما صفته؟"), english


def _speech(group: str, speaker: str) -> Both:
    return {
        "time": (f"متى تحدث {speaker}؟", f"When did {speaker} speak?"),
        "place": (f"أين تحدث {speaker}؟", f"Where did {speaker} speak?"),
        "channel": (f"إلى أي جهة تحدث {speaker}؟", f"To which medium did {speaker} speak?"),
    }[group]


def _quantity(items: Sequence[Item]) -> Both:
    value = next((item.raw.value for item in items if isinstance(item.raw.value, Quantity)), None)
    if asked := _of_aspect(items):
        return asked
    if value is None or value.kind is QuantityKind.DURATION:
        return _of_event("length", items) or ("كم استمر ذلك؟", "How long did it last?")
    if value.kind is QuantityKind.ORDINAL or items[0].unit == "contact":
        return _of_event("order", items) or ("ما ترتيبه؟", "Which one is it?")
    unit = next((item.unit for item in items if item.unit), "")
    named = next(((row[1], row[3]) for row in rows("units") if row[0] == unit), ("", ""))
    parties = _parties(items)
    if unit == "troops" and len(parties) == 2:
        arabic, english = (
            f" قرب الحدود بين {parties[0]} و{parties[1]}",
            f" near the border between {_en(parties[0])} and {_en(parties[1])}",
        )
    else:
        arabic, english = _setting(items, parties)
    if value.kind in _RATES:
        return _rate(value.kind, items, parties, (arabic, english))
    if value.unit and not named[0]:
        return f"كم {value.unit}{arabic}؟", f"How many ({value.unit}) are there{english}?"
    if not named[0]:
        return f"كم العدد{arabic}؟", f"How many are there{english}?"
    return f"كم عدد {named[0]}{arabic}؟", f"How many {named[1]} are there{english}?"


def _of_aspect(items: Sequence[Item]) -> Both | None:
    """«كم عدد من كانوا على المتن؟», «كم قيمة التعويض (مصر)؟»: what most of the figures tell of a thing."""
    aspect, told = Counter(item.aspect.of for item in items).most_common(1)[0]
    words = next((row for row in rows("aspects") if row[0] == aspect), None)
    if words is None or words[2] == "-" or told * 2 <= len(items) or any(item.unit == "troops" for item in items):
        return None
    parties = _parties(items)
    arabic, english = _setting(items, parties)
    if not {"money", "percent"}.isdisjoint(words[1].split(",")):
        arabic, english = (f" ({' و'.join(parties)})", f" ({', '.join(map(_en, parties))})") if parties else ("", "")
    if words[1] == "count":
        return f"كم عدد {words[2]}{arabic}؟", f"How many {words[3]} are there{english}?"
    return f"كم {words[2]}{arabic}؟", f"What is the {words[3]}{english}?"


def _rate(kind: QuantityKind, items: Sequence[Item], parties: Sequence[str], setting: Both) -> Both:
    """«كم نسبة التضخم (مصر)؟»: of what it is, where the claims name one thing; else in which event."""
    of_what, told = Counter(item.of_what for item in items).most_common(1)[0]
    ar, en = _RATES[kind]
    if not of_what or told * 2 < len(items):
        return f"كم {ar[0]}{setting[0]}؟", f"{en[0]}{setting[1]}?"
    states = (f" ({' و'.join(parties)})", f" ({', '.join(map(_en, parties))})") if parties else ("", "")
    return f"كم {ar[1]} {of_what}{states[0]}؟", f"{en[1]} “{of_what}”{states[1]}?"


def _setting(items: Sequence[Item], parties: Sequence[str]) -> Both:
    """What the figure is of: the cause of the dead, else the event of the clause, and the states named."""
    causes = Counter(cause for item in items for cause in sorted(item.causes) if cause in _DEADLY)
    event = _event(items)
    if event in RESULTS or not event:
        event = causes.most_common(1)[0][0] if causes else ""
    noun = None if event in _MASSED else _nouns().get(event)
    states_ar = f" ({' و'.join(parties)})" if parties else ""
    states_en = f" ({', '.join(map(_en, parties))})" if parties else ""
    return (f" في {noun.ar}{states_ar}", f" in {noun.en}{states_en}") if noun else (states_ar, states_en)


@cache
def _territories() -> dict[str, str]:
    """Folded Arabic name of a state, in any spelling listed → its English name in CLDR."""
    from babel import Locale

    arabic, english = Locale("ar").territories, Locale("en").territories
    known = {fold(name): english[code] for code, name in arabic.items() if code in english}
    found = dict(known)
    for row in rows("countries"):
        spellings = [fold(name) for name in row[0].split("|")]
        if name := next((known[spelling] for spelling in spellings if spelling in known), ""):
            found.update(dict.fromkeys(spellings, name))
    return found


def _en(name: str) -> str:
    """The English name of a state; other names stay as they are."""
    if name in _BODIES:
        return _BODIES[name]
    english = _territories().get(fold(name), "")
    if not english:
        return name
    return f"the {english}" if english.startswith(_WITH_ARTICLE) else english
