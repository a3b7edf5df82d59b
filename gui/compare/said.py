"""Who says what, and why two claims stand as they do, in the language of the window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from core.exporters.report.passages import shortened
from core.extract.counting import days_told, hours_told
from core.extract.speech.case import oblique
from core.model import ArticleClaim, Claim, ClaimKind, Relation, TimeValue
from core.text.directions import apart, renamed
from gui import i18n, wording

# What these say is a statement: the value under which the engine files it («attack») is no answer for a reader.
_TITLE = 36  # code points of a title in a reason
_NONE: Mapping[str, str] = MappingProxyType({})
_STATEMENTS = frozenset((ClaimKind.POLARITY, ClaimKind.WORDING, ClaimKind.OTHER))


def value(claim: Claim) -> str:
    """What a claim answers, in words; "" where its own words say it best."""
    undated = isinstance(claim.value, TimeValue) and not claim.value.begin
    if claim.kind in _STATEMENTS or undated:
        return ""
    if isinstance(claim.value, TimeValue) and claim.value.begin and claim.value.timex.partition("T")[2][:1].isdecimal():
        # An hour is that of some clock, which only its own words tell.
        return f"{wording.isolate(' '.join(claim.text.split()))} · {wording.day(claim.value.begin)}"
    return wording.value(claim.value)


def summary(claim: Claim) -> str:
    """Value, modality and polarity of a claim in a line."""
    parts = [value(claim), wording.word(wording.MODALITIES, claim.modality)]
    if claim.polarity == "denied":
        parts.append(wording.word(wording.POLARITIES, claim.polarity))
    return " · ".join(part for part in parts if part)


def difference(told: str) -> str:
    """What lies between two figures («81000 (86 %)»), days or hours, as the language of the window writes them."""
    gap, _, share = told.partition(" (")
    try:
        percent = wording.number(float(share.removesuffix(" %)"))) if share else ""
        shown = _lasting(gap) or wording.number(float(gap))
    except ValueError:
        return wording.isolate(told)  # no figures: a project of another making
    share = QCoreApplication.translate("Wording", wording.PERCENT).format(percent) if percent else ""
    return wording.inside(f"{shown} ({share})" if share else shown)


def _lasting(gap: str) -> str:
    """Days, or hours and minutes, in words; "" for anything else."""
    if days := days_told(gap):
        return QCoreApplication.translate("Wording", "%n day(s)", "", days)
    hours, minutes = hours_told(gap) or (0, 0)
    parts = [QCoreApplication.translate("Wording", "%n hour(s)", "", hours)] if hours else []
    parts += [QCoreApplication.translate("Wording", "%n minute(s)", "", minutes)] if minutes else []
    return (" و" if i18n.language() == "ar" else " ").join(parts)


def speaker(who: str) -> str:
    """Who says something, behind «على لسان», «says»: in the case that Arabic asks for there."""
    return wording.isolate(oblique(who) if i18n.language() == "ar" else who)


def reason(
    relation: Relation, ends: Iterable[ArticleClaim], sources: Iterable[str], files: Mapping[str, str] = _NONE
) -> str:
    """Why two claims stand so, in the language of the window, each name and passage in it in its own direction.

    `files` are names of files → the titles by which the window calls such articles, which name no source.
    """
    arabic = i18n.language() == "ar"
    marks = "«{}»" if arabic else "“{}”"
    titles = {file: shortened(title, _TITLE) for file, title in files.items()}
    parts = [*sources, *titles.values()]
    for end in ends:
        said, by = end.claim, end.claim.attribution
        parts += [said.text, said.value if isinstance(said.value, str) else "", by.speaker or "", by.via or ""]
        parts += [oblique(by.speaker or "")]
    told = relation.reason if arabic else relation.reason_en
    told = renamed(told, {file: marks.format(title) for file, title in titles.items()})
    return wording.led(apart(told, parts, arabic=arabic))
