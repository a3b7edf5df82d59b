"""Who says what, and why two claims stand as they do, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterable

from core.extract.speech.case import oblique
from core.model import ArticleClaim, Claim, ClaimKind, Relation
from core.text.directions import apart
from gui import i18n, wording

# What these say is a statement: the value under which the engine files it («attack») is no answer for a reader.
_STATEMENTS = frozenset((ClaimKind.POLARITY, ClaimKind.WORDING, ClaimKind.OTHER))


def value(claim: Claim) -> str:
    """What a claim answers, in words; "" where its own words say it best."""
    return "" if claim.kind in _STATEMENTS else wording.value(claim.value)


def summary(claim: Claim) -> str:
    """Value, modality and polarity of a claim in a line."""
    parts = [value(claim), wording.word(wording.MODALITIES, claim.modality)]
    if claim.polarity == "denied":
        parts.append(wording.word(wording.POLARITIES, claim.polarity))
    return " · ".join(part for part in parts if part)


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
