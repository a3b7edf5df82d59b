"""Whether two statements dispute one promise: what was promised, or that nothing was."""

from __future__ import annotations

from core.compare.acts import NAME, NO_AIM, NOT, words_of
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.model import Modality, Polarity, RelationKind, Show

PLEDGE = "pledge"
# «قدم تعهدا خلال القمة», «تنازلات»: what is promised, and of what, must be shared beside these.
_PROMISING = frozenset((PLEDGE, "send", "concede", "president", "official", "meet", "call", "apprise"))


def one_pledge(a: Item, b: Item) -> bool:
    """Two statements of a promise by one state, of one thing; who denies all promises denies each."""
    if not a.agent or a.agent != b.agent:
        return False
    x, y = topic(a), topic(b)
    return bool(x & y) or any(i.raw.polarity is Polarity.DENIED and not t for i, t in ((a, x), (b, y)))


def topic(item: Item) -> frozenset[str]:
    """What a promise is of: words, and names of others than who promises; who denies it is no part of it."""
    own = {f"{NAME}{name.replace(' ', '_')}" for name in (item.agent, item.voice) if name}
    told = item.acts
    if item.raw.polarity is Polarity.DENIED:
        told = told[next((place for place, word in enumerate(told) if word[0] in (NOT, NO_AIM)), 0) :]
    return words_of(told) - _PROMISING - own


def undertaking(a: Item, b: Item) -> Outcome | None:
    """«لم يقدم بايدن أي تعهدات» against what he is told to have said that his side will not do, of that matter."""
    for denied, said in ((a, b), (b, a)):
        if (
            denied.event == PLEDGE != said.event
            and denied.raw.polarity is Polarity.DENIED
            and (not (of := topic(denied)) or of & words_of(said.acts))
            and said.raw.attribution.speaker in denied.names
            and said.raw.modality is Modality.PLANNED
            and any(word[0] in (NOT, NO_AIM) for told in said.acts for word in told.split(" "))
        ):
            return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.55, "denied_perhaps")
    return None
