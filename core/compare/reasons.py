"""The sentence that tells an editor why two claims stand as they stand, in Arabic and in English."""

from __future__ import annotations

from collections.abc import Callable

from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.reason_sentences import COPY, REASONS
from core.extract.concepts import labels
from core.extract.counting import counted
from core.extract.speech.case import oblique
from core.model import Modality, Polarity

_MODALITY = {
    Modality.ASSERTED: ("مؤكد", "asserted"),
    Modality.PLANNED: ("مقرر", "planned"),
    Modality.CONDITIONAL: ("مشروط", "conditional"),
    Modality.POSSIBLE: ("محتمل", "possible"),
    Modality.DEMANDED: ("مطلوب", "demanded"),
}


def sentences(a: Item, b: Item, outcome: Outcome) -> tuple[str, str]:
    """The reason in Arabic and English."""
    arabic, english = REASONS[outcome.reason]
    wire = outcome.parts.get("copy")
    if wire is not None:
        arabic += COPY[0].replace("{wire}", f" (نص {wire})" if wire else "")
        english += COPY[1].replace("{wire}", f" (a text of {wire})" if wire else "")
    return arabic.format_map(_Parts(a, b, outcome, 0)), english.format_map(_Parts(a, b, outcome, 1))


def who(item: Item, language: int) -> str:
    """Who answers for the claim: the speaker, with the medium and the source behind him."""
    attribution = item.raw.attribution
    speaker = item.frame if not attribution.speaker else attribution.speaker
    through = [name for name in (attribution.via, item.source) if name and name != speaker]
    if not speaker:
        return item.source or "—"
    told = speaker if language else oblique(speaker)  # Arabic says him behind «لدى», «بحسب» or «من»
    return f"{told} ({('، ', ', ')[language].join(dict.fromkeys(through))})" if through else told


class _Parts(dict[str, str]):
    """What the fields of a reason stand for; told when it asks for them, since it asks for few of them."""

    def __init__(self, a: Item, b: Item, outcome: Outcome, language: int) -> None:
        super().__init__(outcome.parts | _days(outcome.parts.get("days")))
        self._a, self._b, self._language = a, b, language

    def __missing__(self, name: str) -> str:
        which, tell = _FIELDS[name.removesuffix("_en")]
        return tell(self._side(which), 1 if name.endswith("_en") else self._language)

    def _side(self, which: str) -> Item:
        a, b = self._a, self._b
        if which in ("first", "last"):
            turned = (b.published, b.aspect.raised) < (a.published, a.aspect.raised)
        elif which in ("denier", "asserter"):
            turned = a.raw.polarity is not Polarity.DENIED
        else:
            turned = which in ("doubter", "planner") and not a.unclear
        return a if turned is (which in _SECOND) else b


def _text(item: Item, language: int) -> str:  # noqa: ARG001 (as it was written)
    return item.raw.text


def _scope(item: Item, language: int) -> str:
    names = [labels("scopes")[scope][language] for scope in sorted(item.scopes)]
    return "، ".join(names) if names else ("بلا تحديد", "unspecified")[language]


def _modality(item: Item, language: int) -> str:
    return _MODALITY[item.raw.modality][language]


_SECOND = frozenset(("b", "last", "asserter", "planner"))  # the other side of a, first, denier, doubter
# Field of a reason: of which side, and what of it.
_FIELDS: dict[str, tuple[str, Callable[[Item, int], str]]] = {
    "a": ("a", who),
    "b": ("b", who),
    "ta": ("a", _text),
    "tb": ("b", _text),
    "sa": ("a", _scope),
    "sb": ("b", _scope),
    "ma": ("a", _modality),
    "mb": ("b", _modality),
    "first": ("first", who),
    "last": ("last", who),
    "told_first": ("first", _text),
    "told_last": ("last", _text),
    "no": ("denier", who),
    "yes": ("asserter", who),
    "unsure": ("doubter", who),
    "sure": ("planner", who),
}


def _days(told: str | None) -> dict[str, str]:
    """How many days lie between two, as each language counts them."""
    if told is None:
        return {}
    return {"days": counted(int(told), told, "يوم"), "days_en": f"{told} day{'s' * (told != '1')}"}
