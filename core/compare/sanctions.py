"""Which sanctions a side threatens or weighs: what they are to hit («تشمل سويفت», «وقف خط الغاز»), and how hard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import takewhile
from typing import NamedTuple

from core.compare.acts import NAME, words_of
from core.compare.events import NEAR_DAYS, gap_days
from core.compare.items import Item
from core.compare.outcome import Outcome, speakers_apart
from core.compare.spoken_of import WHOLE
from core.compare.words import forms_of
from core.extract.concepts import rows, state_names
from core.extract.negators import NEGATORS, NOUN_NEGATORS
from core.model import Modality, Polarity, RelationKind, Show
from core.text.arabic import fold

_WEIGHED_DAYS = 30  # between two articles that tell which measures one side weighs
_MONEY = frozenset(("economic", "financial"))  # of these fields are the measures that are named
_AHEAD = (Modality.POSSIBLE, Modality.PLANNED, Modality.CONDITIONAL)
_THREATENS = frozenset(("threaten", "warn", "hint", "option", "table_of_talks", "apprise"))
_WILL_NOT = "لن"
_WITH_SANCTIONS = frozenset(("بفرض", "بعقوبات", "بتدابير", "باجراءات", "بعواقب"))  # «هدد بفرض عقوبات»
_SPEAKS = frozenset(("-discuss", "-call", "-threaten", "-warn", "-hint", "-apprise"))
_REFUSES = frozenset(("رافض", "رافضا", "رافضه", "رفض", "رفضت", "يرفض", "امتنع", "امتنعت", "متجنبا", "تجنب", "دون"))
_PROCLITICS = ("ال", "و", "ف", "ب", "ل", "ك", "وال", "فال", "بال", "كال", "لل", "وب", "ول", "وبال", "ولل", "فب")
_STEM = 3  # letters that a word keeps without them
_FIELD_REACH = 6  # words from a measure to the fields in which it is («إجراءات لم يسبق لها مثيل، اقتصادية وعسكرية»)
_SEVERE_REACH = 4  # … and to how severe it is called
_FIELDS = 2  # from which they make a list
_TELL_REACH, _DETAIL_REACH = 3, 4  # words from a negator to a verb of telling, and from there to what is not told
_SCORE = 0.55
_SANCTION = "sanction"
_MILD, _HARSH = "mild", "harsh"


class Measures(NamedTuple):
    """The kinds of measures that a statement names, the fields in which it tells them to be («اقتصادية ومالية
    وعسكرية»), how severe it calls them, and whether it tells that nobody said which they are."""

    named: frozenset[str]
    fields: frozenset[str]
    severity: str
    withheld: bool


def sanctions_differ(a: Item, b: Item) -> Outcome | None:
    """Other measures according to one than to the other; hard to one and slight to the other; told and not told."""
    if a.claim.article_id == b.claim.article_id:
        return None
    x, y = measures(a), measures(b)
    if x is None or y is None or not _by_one_side(a, b) or not (_tells_of_measures(a) or _tells_of_measures(b)):
        return None
    gap = gap_days((a.published,) * 2, (b.published,) * 2) if a.published and b.published else 0
    if gap <= NEAR_DAYS and {x.severity, y.severity} == {_MILD, _HARSH}:
        return _check("sanctions_severity")
    if gap <= NEAR_DAYS and ((x.withheld and y.named) or (y.withheld and x.named)):
        return _check("sanctions_withheld")
    if gap <= _WEIGHED_DAYS and (_lists_apart(x, y) or _lists_apart(y, x)):
        return _check("sanctions_differ")
    return None


def threat_denied(a: Item, b: Item) -> Outcome | None:
    """«لم يتحدث معه عن أي عقوبات جديدة» against a threat of some by the same side, told by another."""
    for denied, said in ((a, b), (b, a)):
        if denied.raw.polarity is not Polarity.DENIED or said.raw.polarity is Polarity.DENIED or not said.agent:
            continue
        words = frozenset(one for told in denied.acts for one in told.split(" "))
        if not words & _SPEAKS or _SANCTION not in words_of(denied.acts) or _named(_bases(denied.raw.text)):
            continue
        near = not (a.published and b.published) or gap_days((a.published,) * 2, (b.published,) * 2) <= NEAR_DAYS
        threat = words_of(said.acts)
        if not near or denied.agent != said.agent or _SANCTION not in threat or not threat & _THREATENS:
            continue
        if states_told(denied) <= states_told(said) | {said.agent} and speakers_apart(a, b):
            return Outcome(RelationKind.CONTRADICTS, Show.CHECK, _SCORE, "denied_perhaps")
    return None


def _check(reason: str) -> Outcome:
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, _SCORE, reason)


def _lists_apart(x: Measures, y: Measures) -> bool:
    """Two lists that share nothing; «عقوبات اقتصادية ومالية» may be those on banks, military ones are not."""
    if x.named and y.named:
        return not x.named & y.named
    return bool(x.named and not x.fields and y.fields - _MONEY)


def _by_one_side(a: Item, b: Item) -> bool:
    """One side threatens one other: where who does so is told in both, it is one, and the states told fit."""
    if a.agent and b.agent and a.agent != b.agent:
        return False
    own, others = (states_told(item) or item.home for item in (a, b))
    return bool(own & (others | b.home)) and bool(others & (own | a.home))


def states_told(item: Item) -> frozenset[str]:
    """The states that a statement names, but for those of a condition («إذا هاجمت أوكرانيا»)."""
    return frozenset(word[1:].replace("_", " ") for word in words_of(item.acts) if word[0] == NAME) & state_names()


def measures(item: Item) -> Measures | None:
    """What measures a statement tells to be threatened or weighed; None where it tells of none ahead."""
    if item.kind not in WHOLE or item.unclear or item.raw.modality is Modality.DEMANDED:
        return None
    found = _told(item.raw.text)
    if found is None or (item.raw.polarity is Polarity.DENIED and not found.withheld and found.severity != _MILD):
        return None
    return found if found.withheld or _is_ahead(item) else None


def is_measure(text: str) -> bool:
    """Whether a text names measures of any kind."""
    return not _words("measure").isdisjoint(_bases(text))


def _tells_of_measures(item: Item) -> bool:
    """By a word for them, or as a threat; banks, flights and pipelines alone are the matter of any news."""
    return is_measure(item.raw.text) or bool(words_of(item.acts) & (_THREATENS | {_SANCTION}))


def _is_ahead(item: Item) -> bool:
    """They are threatened, weighed or to come: those in force are of other news."""
    forms = _bases(item.raw.text)
    threatened = words_of(item.acts) & _THREATENS or forms_of(item.raw.text)[0] in _WITH_SANCTIONS
    if threatened or item.raw.modality in _AHEAD or _WILL_NOT in forms:
        return True
    past = bool(item.spell and item.published and item.spell[1] < item.published[:10])
    return not past and not _words("weighed").isdisjoint(forms)


@lru_cache(maxsize=20_000)
def _told(text: str) -> Measures | None:
    forms = _bases(text)
    found = Measures(_named(forms), _fields(forms), _severity(forms), _is_withheld(forms))
    return found if any(found) else None


def _named(forms: Sequence[str]) -> frozenset[str]:
    told = f" {' '.join(forms)} "
    return frozenset(kind for kind, phrases in _kinds("named").items() if any(f" {one} " in told for one in phrases))


def _fields(forms: Sequence[str]) -> frozenset[str]:
    """Fields told in a row, behind a measure or where nothing is told before them."""
    of = {word: kind for kind, words in _kinds("realm").items() for word in words}
    for index, form in enumerate(forms):
        run = frozenset(of[one] for one in takewhile(of.__contains__, forms[index:])) if form in of else frozenset()
        near = forms[max(index - _FIELD_REACH, 0) : index]
        if len(run) >= _FIELDS and (index == 0 or not _words("measure").isdisjoint(near)):
            return run
    return frozenset()


def _severity(forms: Sequence[str]) -> str:
    """«عقوبات رمزية», «لن تتجاوز العقوبات ما فُرض», «عقوبات لم يسبق لها مثيل»."""
    places = [index for index, form in enumerate(forms) if form in _words("measure")]
    if not places:
        return ""
    exceeds = [index for index, form in enumerate(forms) if form in _words("exceeds")]
    if exceeds:
        negated = any(not NEGATORS.isdisjoint(forms[max(at - _TELL_REACH, 0) : at]) for at in exceeds)
        return _MILD if negated else _HARSH
    called = {form for place in places for form in forms[place + 1 : place + 1 + _SEVERE_REACH]}
    found = {kind for kind in (_MILD, _HARSH) if called & _words(kind)}
    return found.pop() if len(found) == 1 else ""


def _is_withheld(forms: Sequence[str]) -> bool:
    """«من دون أن يكشف عن طبيعة العقوبات», «رافضا الخوض في تفاصيلها»."""
    for index, form in enumerate(forms):
        before, behind = forms[max(index - _TELL_REACH, 0) : index], forms[index + 1 : index + 1 + _DETAIL_REACH]
        if form not in _words("tells") or (NEGATORS | NOUN_NEGATORS | _REFUSES).isdisjoint(before):
            continue
        detail = next((one for one in behind if one in _words("detail")), "")
        if detail and (detail.endswith("ها") or not _words("measure").isdisjoint(behind)):
            return True
    return False


@lru_cache(maxsize=20_000)
def _bases(text: str) -> tuple[str, ...]:
    """The words of a text, without article, conjunction and preposition where that makes them one of the list."""
    return tuple(map(_base, forms_of(text)))


@lru_cache(maxsize=20_000)
def _base(form: str) -> str:
    rests = (form, *(rest for one in _PROCLITICS if (rest := form.removeprefix(one)) != form and len(rest) >= _STEM))
    return next((rest for rest in rests if rest in _listed()), form)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset[str]().union(*_kinds(kind).values())


@cache
def _kinds(kind: str) -> dict[str, frozenset[str]]:
    """What there is of one class: kind → words and phrases, the words of a phrase with a space between them."""
    return {
        name: frozenset(fold(word).replace("_", " ") for word in words.split())
        for told, name, words in rows("sanctions")
        if told == kind
    }


@cache
def _listed() -> frozenset[str]:
    words = (fold(word) for _, _, told in rows("sanctions") for word in told.replace("_", " ").split())
    return frozenset(words) | NEGATORS | NOUN_NEGATORS
