"""Who escalates or provokes: each side tells it of the other («كييف تصعّد», «روسيا وحدها مسؤولة عن التصعيد»)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from core.compare.acts import IS, NAME, NOT
from core.compare.events import NEAR_DAYS, gap_days
from core.compare.items import Item, is_open
from core.compare.outcome import Outcome, speakers_apart
from core.compare.senses import senses
from core.compare.spoken_of import WHOLE
from core.compare.words import forms_of
from core.extract.concepts import nationality, state_names, states
from core.model import Polarity, RelationKind, Show

_ESCALATES = frozenset(("escalate", "provoke", "destabilise"))
_LESS = frozenset(("-continue", "-rise", "+prevent", "-escalate"))  # «وقف التصعيد», «خفض التصعيد»
_CONDEMNS = frozenset(("-support", "-welcome", "+convict", "+worry"))  # who is named before is not blamed
_ADJECTIVE = ("ازي", "ازيه", "عيدي", "عيديه", "ريضي", "ريضيه")
_SCORE = 0.55


def escalating(a: Item, b: Item) -> Outcome | None:
    """Two voices put it on two sides, or one denies of a side what the other tells of it."""
    x, y = blamed(a), blamed(b)
    if not x or not y or not speakers_apart(a, b) or not _of_one_story(a, b, x, y):
        return None
    denied = [item.raw.polarity is Polarity.DENIED for item in (a, b)]
    if all(denied):
        return None
    if any(denied):
        return Outcome(RelationKind.CONTRADICTS, Show.CHECK, _SCORE, "denied_perhaps") if x & y else None
    if x & y:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, _SCORE, "said_both")
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, _SCORE, "escalator_differs")


def _of_one_story(a: Item, b: Item, x: frozenset[str], y: frozenset[str]) -> bool:
    """Of about one day, and whom one blames is in view of the other («الصين تصعّد قرب تايوان» is another matter)."""
    if a.published and b.published and gap_days((a.published,) * 2, (b.published,) * 2) > NEAR_DAYS:
        return False
    return all(told & (item.parties | item.home) for told, item in ((x, b), (y, a)))


def blamed(item: Item) -> frozenset[str]:
    """The states that are told to escalate, or of which it is denied; empty where nobody is."""
    if item.kind not in WHOLE or not is_open(item) or item.unclear:
        return frozenset()
    denied = item.raw.polarity is Polarity.DENIED
    words = [one.split(" ") for one in item.acts]
    place = next((i for i, one in enumerate(words) if any(word[1:] in _ESCALATES for word in one)), None)
    if place is None:
        return frozenset()
    stances = {word[0] for word in words[place] if word[1:] in _ESCALATES}
    if (not denied and stances != {IS}) or any(not _LESS.isdisjoint(one) for one in words[:place] if not denied):
        return frozenset()
    if owner := _owner(item.raw.text):
        return frozenset({owner})
    if item.charge and item.agent:
        return frozenset({item.agent})
    if any(not _CONDEMNS.isdisjoint(one) for one in words[:place]):
        return frozenset()
    names = [_named(one) for one in words]
    leading = next((i for i, name in enumerate(names) if not name), len(names))
    joint = frozenset(names[: min(leading, place)])
    if item.agent and item.agent not in joint:
        return frozenset({item.agent}) if item.agent not in names[place:] else frozenset()
    return joint


def _named(words: Sequence[str]) -> str:
    told = (word[2:].replace("_", " ") for word in words if word[0] in (IS, NOT) and word[1] == NAME)
    return next((name for name in told if name in state_names()), "")


@lru_cache(maxsize=20_000)
def _owner(text: str) -> str:
    """«التصعيد الروسي», «استفزازات موسكو», «السلوك الاستفزازي لكييف»: the state right behind the word, no object
    of it."""
    for form, behind in pairwise(forms_of(text)):
        if any(sense.id in _ESCALATES and sense.side == 0 for sense in senses(form)):
            if state := nationality(behind):
                return state
            if form.endswith("ات") and behind in states():
                return states()[behind]
            if form.endswith(_ADJECTIVE) and behind[:1] == "ل" and behind[1:] in states():
                return states()[behind[1:]]
    return ""
