"""Who moves the troops that a figure counts, or puts them on alert."""

from __future__ import annotations

from core.compare.counted import unit_class
from core.compare.page import Page
from core.compare.parties import state_of
from core.model import Claim, Quantity
from core.text.stems import variants

_MOVES = frozenset(("نقل", "~نقل", "ارسل", "~رسل", "دفع", "~دفع", "حرك", "~حرك", "كدس", "~كدس", "استقدم", "~ستقدم"))
_ALERTS = frozenset(("وضع", "~وضع", "جهز", "~جهز", "خصص", "~خصص", "استدعي", "~ستدعي"))


def mover_of(page: Page, number: int, claim: Claim) -> str:
    """The state that moves the troops counted («إن كييف نقلت إلى المنطقة 120 ألف جندي»), or ""."""
    clause = page.clauses[number]
    if not isinstance(claim.value, Quantity) or unit_class(claim.value) not in ("troops", "battalions"):
        return ""
    forms, spans = clause.words.forms, clause.words.spans
    moved = [i for i in clause.indices if spans[i].start < claim.start and (_MOVES | _ALERTS) & variants(forms[i])]
    for index in moved[:1]:
        beside = (at for at in (index + 1, index - 1) if at in clause.indices)
        near = [e for at in beside for e in page.entities[number] if spans[at].start <= e.start < spans[at].end]
        return next((state for e in near if (state := state_of(e, page.people))), "")
    return ""
