"""Whether a matter was raised with somebody, or will be: «أثار الوزير ملف اللاجئين», «لم يطرح ملف اللاجئين»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from core.compare.acts import AIM, ANY, IS, NAME, NO_AIM, NOT, TIME, words_of
from core.compare.events import NEAR_DAYS, gap_days
from core.compare.items import Item
from core.compare.outcome import Outcome, Weights, speakers_apart
from core.extract.concepts import event_kinds, state_names
from core.model import ClaimKind, Modality, Polarity, RelationKind, Show

_HEAD, _LISTS, _AGENDA = "discuss", "exclude", "agenda"  # «لا تتضمن الأجندة بندا»
_UNTRUE = f"{NOT}true"
_SAID_THERE = frozenset(("answer", "ask", "apprise", "warn", "demand", "exchange", "stretch"))  # … in a call, a meeting
_MEETS = frozenset(("call", "meet"))
# What is told beside a matter, whatever the matter is.
_BESIDE = frozenset(
    [
        *(_HEAD, _LISTS, _AGENDA, "search", "issue", "true", "call", "meet", "visit", "hold", "start", "expect"),
        *("consequence", "president", "minister", "leader", "two_sides", "delegation", "team", "expert", "spokesman"),
        *("government", "official", "country", "stance", "proposal", "reveal", "affirm", "remote", "table_of_talks"),
        *("item_of_agreement", "want", "possible", "accept", "exist", "topic", "question", "report", "admit", "deny"),
        *(
            "district",
            "city",
            "land",
            "answer",
            "ask",
            "apprise",
            "adviser",
            "demand",
            "exchange",
            "stretch",
            "source",
            "timing",
            "detail",
        ),
    ]
)
_COVERED = 0.5  # share of the words of a matter that is not raised which must be told of the one that is
_TOLD = (Modality.ASSERTED, Modality.PLANNED)
_WORDS = 2  # of a matter that both tell where they share no name and no meeting
_TELLING = 0.6  # … and the weight of one that does
_RARE = 0.25  # weight of what both tell of the matter
_ALLIANCE = f" {IS}alliance"
_STATEMENTS = (ClaimKind.POLARITY, ClaimKind.OTHER)


class Raised(NamedTuple):
    """Of a matter (each of its words with all that it may mean), whether it is raised, and by what state."""

    is_so: bool
    matter: tuple[frozenset[str], ...]
    names: frozenset[str]
    by: str


def raised_or_not(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """To be looked at where one tells that a matter was raised of which the other tells that it was not."""
    x, y = _of_item(a), _of_item(b)
    if x is None or y is None or x.is_so is y.is_so or not may_be_of_one(a, b):
        return None
    told, denied = (x, y) if x.is_so else (y, x)
    if (told.by and denied.by and told.by != denied.by) or (
        told.names and denied.names and not told.names & denied.names
    ):
        return None
    known = frozenset().union(*told.matter)
    shared = [words & known for words in denied.matter if words & known]
    weight = weights.of(frozenset().union(*shared))
    if len(shared) < _COVERED * len(denied.matter) or weight < _RARE:
        return None
    if len(shared) < _WORDS and weight < _TELLING and not told.names & denied.names and not _meet(a, b):
        return None  # «لا نركز على هذه المنطقة», «طرح في المنطقة طراز جديد»
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.5, "denied_perhaps")


def _meet(a: Item, b: Item) -> bool:
    """Both tell what was spoken of in a meeting or a call."""
    return all(item.happening is not None and item.happening.meeting for item in (a, b))


def matters(item: Item) -> Iterator[str]:
    """The words of a matter that is told to be raised or not, to find what tells of the same."""
    if (told := _of_item(item)) is not None:
        yield from frozenset().union(*told.matter)


def _of_item(item: Item) -> Raised | None:
    if item.raw.kind not in _STATEMENTS or item.raw.modality not in _TOLD or item.unclear or not item.acts:
        return None
    kind = event_kinds().get(item.event)
    return _raised(item.acts, item.raw.polarity is Polarity.DENIED, kind is not None and kind.family == "contact")


@lru_cache(maxsize=20_000)
def _raised(acts: tuple[str, ...], denied: bool, meets: bool) -> Raised | None:
    words = [[(one[0], one[1:]) for one in told.split(" ")] for told in acts]
    matter = tuple(found for own in words if (found := _of_matter(own)))
    head, stance = _head(words, meets)
    if not matter or head is None:
        return None
    is_so = stance in (IS, AIM)
    if (
        denied
        and is_so
        and (_UNTRUE in acts or any(s in (NOT, NO_AIM) for own in words[:head] for s, _ in own if _of_matter(own)))
    ):
        is_so = False  # «ليس صحيحا أنهما سيتناولان …», «نفى أن تكون الهجرة بين ما سيتناولانه»
    elif denied and not is_so and _UNTRUE in acts:
        is_so = True
    near = words[:1] * (head == 1) + words[head + 1 : head + 2]  # «باريس لم تطرح», «لم تطرح باريس»
    by = next((own[0][1] for own in near if own[0][1][0] == NAME and len(own) == 1), "")
    return Raised(is_so, matter, frozenset(m for own in words for _, m in own if m[0] == NAME), by)


def _head(words: list[list[tuple[str, str]]], meets: bool) -> tuple[int | None, str]:
    """The word that tells that something is spoken of, and how it stands."""
    lists = {meaning for own in words for _, meaning in own} >= {_LISTS, _AGENDA}
    found: tuple[int | None, str] = None, ""
    for place, own in enumerate(words):
        stances = {meaning: stance for stance, meaning in own}
        if lists and _LISTS in stances:
            return place, NOT if stances[_LISTS] in (IS, AIM) else IS
        if _HEAD in stances and not _MEETS & stances.keys():
            if stances[_HEAD] in (NOT, NO_AIM):
                return place, stances[_HEAD]
            found = found if found[0] is not None else (place, stances[_HEAD])
        elif found[0] is None and meets and any(stances.get(one) == IS for one in _SAID_THERE):
            found = place, IS
    return found


def _of_matter(own: list[tuple[str, str]]) -> frozenset[str]:
    meanings = frozenset(meaning for _, meaning in own)
    if meanings & _BESIDE or any(meaning[0] in (NAME, TIME, ANY) for meaning in meanings):
        return frozenset(one for one in meanings if one == "alliance")  # «الناتو» is of the matter
    return meanings


def may_be_of_one(a: Item, b: Item) -> bool:
    """Whether two voices tell, in articles of about one day, of what may be one meeting or call."""
    if a.claim.article_id == b.claim.article_id and not speakers_apart(a, b):
        return False
    if a.published and b.published and gap_days((a.published,) * 2, (b.published,) * 2) > NEAR_DAYS:
        return False
    x, y = (item.spell or (item.happening.when if item.happening else None) for item in (a, b))
    if x and y and gap_days(x, y) > 1:
        return False
    shared = words_of(a.acts) & words_of(b.acts)
    met = [_met(item) - {name[1:].replace("_", " ") for name in shared} for item in (a, b)]
    return not all(met) or bool(met[0] & met[1])


def _met(item: Item) -> frozenset[str]:
    """The states of the event; an alliance is what is spoken of."""
    parties = item.happening.parties & state_names() if item.happening else frozenset[str]()
    return parties - {told.split(" ")[0][2:].replace("_", " ") for told in item.acts if _ALLIANCE in told}
