"""The question that a fact answers, in Arabic and English, and the words for its event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from core.compare.items import Item
from core.extract.concepts import event_kinds, rows
from core.model import Quantity, QuantityKind

_PLAIN = {
    "time": ("متى كان ذلك؟", "When was it?"),
    "quantity": ("كم العدد؟", "How many?"),
    "place": ("أين كان ذلك؟", "Where was it?"),
    "actor": ("من هو؟", "Who is it?"),
    "channel": ("بأي وسيلة؟", "By which means?"),
    "proposition": ("ماذا قيل؟", "What was said?"),
    "wording": ("بأي لفظ قيل؟", "In which words was it said?"),
    "source": ("من قال ذلك؟", "Who says so?"),
}
_WITH_EVENT = {
    "time": ("متى {ar}؟", "When is the {en}?"),
    "place": ("أين {ar}؟", "Where is the {en}?"),
    "channel": ("بأي وسيلة {ar}؟", "By which means is the {en}?"),
    "proposition": ("هل صحيح ما قيل عن {ar}؟", "Is it so: {en}?"),
    "source": ("من تحدث عن {ar}؟", "Who speaks of the {en}?"),
    "actor": ("من طلب {ar}؟", "Who asked for the {en}?"),
}


def question(group: str, items: Sequence[Item]) -> tuple[str, str]:
    """The question in Arabic and English, made from the claims' group, their event and parties."""
    if group == "quantity":
        return _quantity(items)
    if group == "wording":
        speaker = _first(items[0].raw.attribution.speaker)
        return (f"بأي لفظ قال {speaker} ذلك؟", f"In which words did {speaker} say it?") if speaker else _PLAIN[group]
    if group == "actor" and not items[0].request:
        name = items[0].raw.value
        return (f"من هو {name} وما صفته؟", f"Who is {name}, and in which office?")
    if group in ("time", "place", "channel") and items[0].frame:
        return _speech(group, items[0].frame)
    kind = event_kinds().get(_event(items))
    if kind is None:
        return _PLAIN[group]
    between, en_between = _between(items)
    arabic, english = _WITH_EVENT[group]
    return arabic.format(ar=f"{kind.ar}{between}"), english.format(en=f"{kind.en}{en_between}")


def event_words(items: Sequence[Item]) -> str:
    """Of which event the fact speaks: kind, parties and day, in Arabic."""
    kind = event_kinds().get(_event(items))
    if kind is None:
        return ""
    days = Counter(item.happening.when[0] for item in items if item.happening and item.happening.when)
    day = f"، {days.most_common(1)[0][0]}" if days else ""
    return f"{kind.ar}{_between(items)[0]}{day}"


def _event(items: Sequence[Item]) -> str:
    return (
        Counter(item.event for item in items if item.event).most_common(1)[0][0] if any(i.event for i in items) else ""
    )


def _between(items: Sequence[Item]) -> tuple[str, str]:
    counts = Counter(party for item in items for party in item.parties)
    names = [name for name, count in counts.most_common(2) if count * 2 >= len(items)]
    if not names:
        return "", ""
    return f" ({' و'.join(sorted(names))})", f" ({', '.join(sorted(names))})"


def _speech(group: str, speaker: str) -> tuple[str, str]:
    return {
        "time": (f"متى تحدث {speaker}؟", f"When did {speaker} speak?"),
        "place": (f"أين تحدث {speaker}؟", f"Where did {speaker} speak?"),
        "channel": (f"إلى أي جهة تحدث {speaker}؟", f"To which medium did {speaker} speak?"),
    }[group]


def _quantity(items: Sequence[Item]) -> tuple[str, str]:
    value = next(item.raw.value for item in items if isinstance(item.raw.value, Quantity))
    kind = event_kinds().get(_event(items))
    about = (f" ({kind.ar})", f" ({kind.en})") if kind else ("", "")
    between = _between(items)
    if value.kind is QuantityKind.DURATION:
        return f"كم استمر ذلك؟{about[0]}", f"How long did it last?{about[1]}"
    if value.kind is QuantityKind.ORDINAL:
        return f"كم مرة، وما ترتيب هذه؟{about[0]}", f"How many were there, and which one is this?{about[1]}"
    noun = next((row[1] for row in rows("units") if row[0] == _unit(items)), value.unit or "")
    if value.kind is QuantityKind.PERCENT:
        return f"كم النسبة؟{about[0]}", f"What percentage?{about[1]}"
    return f"كم عدد {noun}؟{between[0]}{about[0]}", f"How many ({noun})?{between[1]}{about[1]}"


def _unit(items: Sequence[Item]) -> str:
    return next((item.unit for item in items if item.unit), "")


def _first(name: str | None) -> str:
    return name or ""
