"""Words that only look like a contact of those whom an article is about: a talk with the press, a lost connection."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.compare.parties import word_index
from core.extract.clauses import Clause
from core.extract.concepts import Hit
from core.extract.press import addressee
from core.model import Entity

_LOST = frozenset(("فقد", "فقدت", "فقدان", "انقطع", "انقطاع", "قطع", "فقدوا"))  # a contact with a plane, no talk
_OFFICES = frozenset(("دايره", "وزير", "وزاره", "الدوله", "مدير", "مديريه", "هييه", "قسم", "ضابط", "مكتب"))
_SPEAKS_OF = re.compile("[وف]?(?:س?[يت])?تحدثت?$")
_ADDRESSES = frozenset(("مع", "الي", "بين", "هاتفيا"))
_TOLD_REACH = 6  # words from a verb of speaking to «عن»
# Who was only asked: «تحدث إلى الصحفيين عبر الهاتف» is no contact of those whom the article is about.
PRESS = frozenset(("الصحفيين", "للصحفيين", "الصحافيين", "للصحافيين", "صحفيين", "صحافيين", "للصحافه", "للاعلام"))
PRESS_REACH = 3
_TALKING = frozenset(("conversation", "call", "conference", "meeting", "talks"))


def is_for_press(clause: Clause, entities: Sequence[Entity], hit: Hit) -> bool:
    """«تحدث إلى الصحفيين», «في مقابلة مع قناة …»: nobody but the press was spoken to."""
    behind = clause.words.forms[hit.last + 1 : hit.last + 1 + PRESS_REACH]
    if hit.id in ("conversation", "call") and PRESS & set(behind) and "مع" not in behind:
        return True
    told = addressee(clause, entities) if hit.id in _TALKING else ()
    return any(0 < word_index(clause, evidence.span.start) - hit.last <= PRESS_REACH for evidence in told)


def is_no_meeting(clause: Clause, hit: Hit) -> bool:
    """«أقيمت حديثا», «فقد الاتصال بالطائرة»: a word that only looks like a contact of people."""
    forms = clause.words.forms
    if hit.id == "conversation":
        return forms[hit.first] == "حديثا" or _tells_of(clause, hit)
    near = {form.removeprefix("و") for form in forms[max(hit.first - 2, 0) : hit.last + 4]}
    office = bool(_OFFICES & set(forms[max(hit.first - 2, 0) : hit.first]))  # «رئيس دائرة الاتصال»
    return hit.id == "call" and forms[hit.first].endswith("لاتصال") and (office or bool(_LOST & near))


def _tells_of(clause: Clause, hit: Hit) -> bool:
    """«تحدث تقرير عن …», «تتحدث واشنطن عن …»: one tells of something, and nobody is told that he talks to."""
    forms = clause.words.forms
    behind = forms[hit.last + 1 : hit.last + 1 + _TOLD_REACH]
    if not _SPEAKS_OF.match(forms[hit.first]) or "عن" not in behind:
        return False
    subject = behind[: behind.index("عن")]
    return not _ADDRESSES & set(subject) and not any(form.startswith(("و", "ل")) for form in subject)
