"""What two sides go on telling each other: who backs whom in a war, who hacked whom, where troops are or went."""

from __future__ import annotations

from core.compare.acts import refused_by, words_of
from core.compare.events import NEAR_DAYS, gap_days
from core.compare.items import Item, is_open
from core.compare.outcome import Outcome
from core.compare.posted import Posted, land_of
from core.compare.words import forms_of
from core.extract.compounds import SIDING, WITHDRAWAL
from core.extract.concepts import state_names
from core.model import Modality, Polarity, RelationKind, Show
from core.text.stems import variants

_HACKING = "cyber"
_SCORE = 0.62
_BARRACKS = frozenset(("ثكنات", "ثكنه", "ثكن", "قواعد", "قاعده"))
_FORCES = frozenset(("soldier", "mass", "base", "military", "army"))
_BORDER = "حدود "
_WEEKS = 21  # days over which troops that are said to be somewhere, or to have left, are looked for


def siding(a: Item, b: Item) -> Outcome | None:
    """An old dispute: who denies it is set beside who tells it, to be looked at."""
    if not a.event == b.event == SIDING or not (is_open(a) and is_open(b)) or a.unclear or b.unclear:
        return None
    if (a.agent and b.agent and a.agent != b.agent) or not _of_one_story(a, b):
        return None
    if any(x.agent and not y.agent and x.agent not in y.parties | y.home for x, y in ((a, b), (b, a))):
        return None
    if any(item.raw.polarity is Polarity.AFFIRMED and SIDING not in item.events for item in (a, b)):
        return None  # only told beside it
    if a.raw.polarity is not b.raw.polarity:
        return Outcome(RelationKind.CONTRADICTS, Show.CHECK, _SCORE, "denied_asserted")
    fact = any(not item.charge and item.raw.attribution.speaker is None for item in (a, b))  # told by an article itself
    if a.raw.polarity is Polarity.AFFIRMED and fact and a.charge is not b.charge:
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, _SCORE, "charged_or_told")
    reason = "denied_both" if a.raw.polarity is Polarity.DENIED else "said_both"
    return Outcome(RelationKind.CORROBORATES, Show.AGREE, _SCORE, reason)


def hacking(a: Item, b: Item) -> Outcome | None:
    """«نفذت روسيا هجمات إلكترونية» against «لا علاقة لموسكو بها»: to be looked at, whichever attack either tells of."""
    if not a.event == b.event == _HACKING or not (is_open(a) and is_open(b)) or a.unclear or b.unclear:
        return None
    if a.raw.polarity is b.raw.polarity or not a.agent or a.agent != b.agent or not _of_one_story(a, b):
        return None
    if a.published and b.published and _gap(a.published, b.published) > _WEEKS:
        return None
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, _SCORE, "denied_asserted")


def gone_home(a: Item, b: Item) -> Outcome | None:
    """«عاد 10 آلاف جندي إلى ثكناتهم» against «لم تلحظ واشنطن أي خفض للقوات», or told by both of as many."""
    told = all(item.event == WITHDRAWAL and (item.unclear or item.raw.modality is Modality.ASSERTED) for item in (a, b))
    refused = "withdraw" in refused_by(a.acts) | refused_by(b.acts)  # «ترفض الانسحاب»
    if not told or refused or not _of_one_withdrawal(a, b) or (a.unclear and b.unclear):
        return None
    # Who sees no withdrawal is no party to it.
    x, y = (item.agent if item.raw.polarity is Polarity.AFFIRMED or item.agent != item.voice else "" for item in (a, b))
    if (x and y and x != y) or (a.published and b.published and _gap(a.published, b.published) > _WEEKS):
        return None
    if a.unclear or b.unclear:  # «شكك الحلف في سحب القوات»
        sure = b if a.unclear else a
        affirmed = sure.raw.polarity is Polarity.AFFIRMED
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, _SCORE, "certainty_differs") if affirmed else None
    if a.raw.polarity is not b.raw.polarity:
        return Outcome(RelationKind.CONTRADICTS, Show.CHECK, _SCORE, "denied_perhaps")
    if a.figures & b.figures:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, _SCORE, "said_both")
    return None


def posted_or_not(a: Item, b: Item) -> Outcome | None:
    """«ينتشر جنود روس في الإقليم» against «لا قوات روسية في الإقليم», or denied by both."""
    x, y = a.posted, b.posted
    if x is None or y is None or a.claim.article_id == b.claim.article_id or a.unclear or b.unclear:
        return None
    whose = {x.whose or a.agent, y.whose or b.agent} - {""}
    if (
        a.long_ago
        or b.long_ago
        or len(whose) != 1
        or not (a.published and b.published)
        or _gap(a.published, b.published) > _WEEKS
    ):
        return None
    if not x.places & y.places:
        return _at_border_or_inside(a, b, x, y)
    if x.absent is not y.absent:
        return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.62, "denied_perhaps")
    return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.62, "denied_both") if x.absent else None


def _at_border_or_inside(a: Item, b: Item, x: Posted, y: Posted) -> Outcome | None:
    """«تحتشد القوات قرب الحدود» against «دخلت القوات الأراضي …», of one land, in articles of one day or two."""
    if (
        x.entered is y.entered
        or x.absent
        or y.absent
        or a.spell
        or b.spell
        or _gap(a.published, b.published) > NEAR_DAYS
    ):
        return None
    inside, beside = (x, y) if x.entered else (y, x)
    borders = {land_of(place) for place in beside.places if place.startswith(_BORDER)}
    if not borders & {land_of(place) for place in inside.places}:
        return None
    parts = {"x": a.raw.text, "y": b.raw.text}
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.58, "place_opposed", "", parts)


def _of_one_story(a: Item, b: Item) -> bool:
    return bool(a.home & b.home or not (a.home and b.home))


def _of_one_withdrawal(a: Item, b: Item) -> bool:
    """Of forces («انسحبت من المهرجان» is told of none), in articles on one state, or that tell of one."""
    if not all(_tells_of_forces(item) for item in (a, b) if item.raw.polarity is Polarity.AFFIRMED):
        return False
    x, y = (item.home | (item.parties | {item.voice}) & state_names() for item in (a, b))
    return _of_one_story(a, b) or bool(x & y)


def _tells_of_forces(item: Item) -> bool:
    return bool(_FORCES & words_of(item.acts)) or any(variants(form) & _BARRACKS for form in forms_of(item.raw.text))


def _gap(one: str, other: str) -> int:
    return gap_days((one, one), (other, other))
