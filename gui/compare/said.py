"""Who says something, and why two claims stand as they do, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterable

from core.extract.speech.case import oblique
from core.model import ArticleClaim, Relation
from core.text.directions import apart
from gui import i18n, wording


def speaker(who: str) -> str:
    """Who says something, behind «على لسان», «says»: in the case that Arabic asks for there."""
    return wording.isolate(oblique(who) if i18n.language() == "ar" else who)


def reason(relation: Relation, ends: Iterable[ArticleClaim], sources: Iterable[str]) -> str:
    """Why two claims stand so, in the language of the window, each name and passage in it in its own direction."""
    arabic = i18n.language() == "ar"
    parts = [*sources]
    for end in ends:
        said, by = end.claim, end.claim.attribution
        parts += [said.text, said.value if isinstance(said.value, str) else "", by.speaker or "", by.via or ""]
        parts += [oblique(by.speaker or "")]
    return wording.led(apart(relation.reason if arabic else relation.reason_en, parts, arabic=arabic))
