"""Whether somebody undertakes a thing, warns of it or threatens it, or does not: in whatever words, even his own."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from core.compare.acts import ANY, IS, NAME, NOT, TIME, aims, words_of
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.pledges import but_for_the_talks
from core.compare.pointing import undertakes
from core.compare.senses import known_acts
from core.compare.words import forms_of, is_light
from core.model import Modality, Polarity, RelationKind, Show
from core.text.arabic import fold

_PROMISES, _WARNS = frozenset(("pledge",)), frozenset(("threaten", "warn", "hint"))
_TOGETHER = frozenset(("agree",))
_GRANTS = frozenset(("accept", *_TOGETHER))  # to what one agrees one will do
_GIVEN = frozenset(("pledge", "guarantees"))  # the kinds of event
_ASSURES, _RECEIVES = frozenset(("affirm",)), frozenset(("receive",))
_DENIES = frozenset(("admit",))
_BEHIND = 2  # words behind it that tell who does so, where it stands first
_UNDERTAKES = _PROMISES | _GRANTS
_REACH = 5  # words from «رفض», over who does so, to «التعهد»
_NATO = "حلف شمال الأطلسي"
_ALLIES = frozenset(("alliance", "ally"))
# Who does so and when, which is not what is undertaken.
_ASIDE = frozenset(
    [
        *("president", "minister", "official", "government", "two_sides", "country", "spokesman", "frank", "clear"),
        *("call", "discuss", "possible", "bilateral", "cause", "full", "new", "ready", "send", "complete", "severe"),
        *("demand", "remote"),
    ]
)
_HELD = frozenset(("hold", "contract"))  # «عقد لقاء»
_MEETINGS = frozenset(("meet",))  # … of which one word is enough
_OPTIONS, _OPEN = frozenset(("table_of_talks", "option")), frozenset(("discuss", "possible", "accept", "want"))
_MAY = frozenset(("ready", "درس"))  # «مستعد لإرسال قوات», «يدرس إرسالها»
_SENDS, _FORCES = frozenset(("send", "mass")), frozenset(("soldier",))
_MASSES, _ARMS = frozenset(("mass",)), frozenset(("arms", "missile"))  # «أرسلت قوات» is read as massing them
_AHEAD = (Modality.POSSIBLE, Modality.PLANNED)
_LANDS = 2  # whose the forces are and where they are to go
_IF = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("اذا", "لو", "ان", "في", "حال"))
_SHARED, _COVERED = 2, 0.5  # words of what is undertaken that both must tell, and which share of the shorter one's


class Undertaking(NamedTuple):
    """What is undertaken or warned of, as `acts_told`, by whom, and whether it is; `is_sure`: no verb of denial, which
    may reach over it, makes unsure whether it is to be («نفى التعهد بنشر …»)."""

    kinds: frozenset[str]
    is_so: bool
    by: frozenset[str]
    of: tuple[str, ...]
    is_sure: bool


def undertaken_or_not(a: Item, b: Item) -> Outcome | None:
    """«وافقت برلين على تجميد المشروع» against «لم تتعهد برلين بتجميده», «وعد الرئيس بألا …» against «لن …», as he is
    told to have said; two who say that it was refused agree."""
    if any(map(_begins_with_condition, (a, b))):
        return None
    if _is_option(a, b) or _is_option(b, a):
        return _denied(0.5)
    if Modality.DEMANDED in (a.raw.modality, b.raw.modality):
        return None
    x, y = _told(a), _told(b)
    if x and y and x.kinds & _UNDERTAKES and y.kinds & _UNDERTAKES:
        return _both_told(a, b, x, y)
    for denied, said, told in ((x, b, a), (y, a, b)):
        if denied and not denied.is_so and _says_it(told, denied, said):
            return _denied(0.55)
    return None


def _is_option(denied: Item, said: Item) -> bool:
    """«نشر قوات هناك ليس على الطاولة» against «كل الخيارات مطروحة، بما فيها نشر قوات هناك», or who may, or plans to,
    send them."""
    if not _is_ruled_out(denied) or not _may_be(said):
        return False
    return len(_lands(said) & _lands(denied)) >= _LANDS


def optional_forces(item: Item) -> frozenset[str]:
    """The states of forces that are told to be sent perhaps or not to be, and where to; none where no such is told."""
    return _lands(item) if _is_ruled_out(item) or _may_be(item) else frozenset()


def _is_ruled_out(item: Item) -> bool:
    """«إرسال قوات إلى هناك ليس مطروحا»."""
    words = words_of(item.acts)
    options = _OPTIONS & words or (_OPEN & words and _SENDS & words)
    return bool(options and _FORCES & words) and _rules_out(item)


def _may_be(item: Item) -> bool:
    """«كل الخيارات مطروحة، ومنها نشر قوات هناك», «مستعد لإرسال قوات», «يدرس إرسالها»."""
    words = words_of(item.acts)
    if _rules_out(item) or not (words & _FORCES or (words >= _MASSES and not words & _ARMS)):
        return False
    comes = item.raw.modality in _AHEAD or aims(item.acts) or bool(words & (_OPEN | _MAY))
    return bool(_OPTIONS & words or (comes and _SENDS & words))


def _lands(item: Item) -> frozenset[str]:
    """Whose forces, where that is told or else he who speaks of his own («أكد استعداده لنشر قوات هناك»), and where."""
    named = {word[1:].replace("_", " ") for word in words_of(item.acts) if word[0] == NAME}
    return frozenset(named | ({item.voice} - {""}))


def _rules_out(item: Item) -> bool:
    if item.raw.polarity is Polarity.DENIED:
        return True
    return any(word[0] == NOT and words_of((word,)) & (_SENDS | _OPEN) for word in item.acts)


def _told(item: Item) -> Undertaking | None:
    """What it names; of a promise that is denied in whatever words («لا مجال لتقديم تعهد») that there is none."""
    found = _undertaking(item.acts)
    if not found or item.raw.polarity is not Polarity.DENIED:
        return found
    reaches = is_light(forms_of(item.raw.text)[0], "denies")  # «نفت … أن تكون قد وافقت على وقف»
    return found._replace(is_so=found.is_so and item.event not in _GIVEN, is_sure=found.is_sure and not reaches)


def _begins_with_condition(item: Item) -> bool:
    """«إذا قدمت واشنطن التزاما …»; of «وافقت على وقفه إذا …» the agreement is told."""
    first = fold(item.raw.text).split(maxsplit=1)[:1]
    return item.raw.modality is Modality.CONDITIONAL and not _IF.isdisjoint(first)


def undertakes_it(item: Item) -> bool:
    """Whether somebody is told to undertake something, or not."""
    found = _undertaking(item.acts)
    return found is not None and bool(found.kinds & _UNDERTAKES)


def _both_told(a: Item, b: Item, x: Undertaking, y: Undertaking) -> Outcome | None:
    """Two statements that both name it."""
    if not _by_one(a, b, x, y) or not _of_one(
        _but(x.by | y.by, x.of), _but(x.by | y.by, y.of), sure=x.is_sure and y.is_sure
    ):
        return None
    if x.is_so is not y.is_so:
        open_ = (a.unclear and x.is_so) or (b.unclear and y.is_so)
        return None if open_ else _denied(0.55)
    if x.is_so or not (x.kinds & _PROMISES and y.kinds & _PROMISES):
        return None
    return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "denied_both")


def _denied(score: float) -> Outcome:
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, score, "denied_perhaps")


def _says_it(denial: Item, denied: Undertaking, said: Item) -> bool:
    """Whether who is told to have promised or warned of nothing is told to say it himself."""
    if said.raw.modality is Modality.CONDITIONAL or not said.voice or said.unclear:
        return False
    if (
        said.voice not in (denied.by or {denial.voice})
        or said.raw.attribution.speaker == denial.raw.attribution.speaker
    ):
        return False
    if denied.kinds & _PROMISES and not undertakes(said):
        return False
    return bool(denied.kinds & (_PROMISES | _WARNS)) and _of_one(
        _but(denied.by, denied.of), said.acts, sure=denied.is_sure
    )


def _by_one(a: Item, b: Item, x: Undertaking, y: Undertaking) -> bool:
    """Whether one side is told to do so in both; where it is not named, who speaks."""
    if _TOGETHER & x.kinds & y.kinds and min(len(x.by), len(y.by)) > 1 and not (x.by <= y.by or y.by <= x.by):
        return False  # «اتفق الرئيسان الروسي والتركي», «الروسي والأوكراني»
    own, others = (
        (told.by or {item.voice}) | ({item.voice} - {""} if _TOGETHER & told.kinds and not told.is_so else set[str]())
        for item, told in ((a, x), (b, y))
    )  # «برلين: لا اتفاق مع واشنطن»
    return bool((own | {a.agent}) & (others | {b.agent}) - {""})


def _of_one(x: tuple[str, ...], y: tuple[str, ...], *, sure: bool) -> bool:
    """Whether they tell of one thing, alike: enough words of the shorter one, or the meeting that it is."""
    own, others = _content(x), _content(y)
    shorter, longer = sorted((own, others), key=len)
    known = frozenset().union(*longer)
    shared = [word for word in shorter if word & known]
    plain = [word for word in shared if not _is_name(word)]
    if not plain or len(shared) < _COVERED * len(shorter):
        return False
    if not any(word & _MEETINGS for word in plain) and len(shared) < min(_SHARED, len(shorter)):
        return False
    return not sure or _stands_alike(x, y)


def _but(by: frozenset[str], told: tuple[str, ...]) -> tuple[str, ...]:
    """What is undertaken, without the names of who does («اتفاق باريس وروما على …»)."""
    names = {f"{NAME}{name.replace(' ', '_')}" for name in by}
    return tuple(word for word in told if words_of((word,)).isdisjoint(names))


def _content(told: tuple[str, ...]) -> list[frozenset[str]]:
    words = (words_of((one,)) for one in but_for_the_talks(told))
    return [word for word in words if word and not word & _ASIDE and not word <= _HELD and next(iter(word))[0] != TIME]


def _is_name(word: frozenset[str]) -> bool:
    return any(one[0] == NAME for one in word)


def _stands_alike(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Whether what is done is to be in both, or not to be: «بوقف التوسع», «بألا يتوسع»."""
    own, others = _signs(x), _signs(y)
    acts = {act for _, act in own} & {act for _, act in others}
    return not acts or any(act in acts for _, act in own & others)


@lru_cache(maxsize=20_000)
def _signs(told: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """What is to be done or not; what stands behind what is not to be is not to be either («بعدم قبول عضويتها»)."""
    found: set[tuple[str, str]] = set()
    halted = False
    for word in told:
        acts = {(one[0], one[1:]) for one in word.split(" ") if one[1:] in known_acts()}
        found |= {(NOT if halted else stance, act) for stance, act in acts}
        if acts or word[0] == NOT:
            halted = all(one[0] == NOT for one in word.split(" "))
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _undertaking(told: tuple[str, ...]) -> Undertaking | None:
    """What a statement says to be undertaken or not; None where it names no such thing, or only aims at it."""
    first = next((i for i, word in enumerate(told) if _kinds(word)), None)
    if first is None:
        return None
    kinds, stances, last = _kinds(told[first]), {*_stances(told[first])}, first
    if kinds & _GRANTS:  # «رفض تقديم تعهد», «وافق على منح ضمانات»
        reach = range(first + 1, min(first + 1 + _REACH, len(told)))
        last = next((i for i in reach if _kinds(told[i]) & (_PROMISES | kinds)), first)
        stances.update(_stances(told[last]))
        kinds |= _kinds(told[last])
    if not stances <= {IS, NOT}:
        return None
    before, behind = _named(told[:first]), _named(told[first + 1 : first + 1 + _BEHIND])
    by = (behind or before) if words_of(told[:first]) & (_RECEIVES | _DENIES) else (before or behind)
    if all(_is_name(word) for word in _content(told[last + 1 :])):
        return None  # «من دون موافقة كييف»
    return Undertaking(kinds, NOT not in stances, by, told[last + 1 :], words_of(told[:first]).isdisjoint(_DENIES))


def _kinds(word: str) -> frozenset[str]:
    """What kinds a word is of; «لم يتلق أي تأكيد بأن …» denies a promise."""
    words = words_of((word,))
    return _PROMISES if _ASSURES & words and word.endswith(ANY) else words & (_UNDERTAKES | _WARNS)


def _stances(word: str) -> frozenset[str]:
    return frozenset(one[0] for one in word.split(" ") if one[1:] in _UNDERTAKES | _WARNS | _ASSURES)


def _named(told: tuple[str, ...]) -> frozenset[str]:
    """The states named; «الحلفاء» are of NATO."""
    words = words_of(told)
    names = {word[1:].replace("_", " ") for word in words if word[0] == NAME}
    return frozenset(names | ({_NATO} if words & _ALLIES else set()))
