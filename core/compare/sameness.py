"""Whether two figures tell one thing: the same noun counted, the same aspect of the same thing, of one event."""

from __future__ import annotations

from core.compare.aspects import single_aspects
from core.compare.counted import ALIVE, FATES, people_classes
from core.compare.events import Identity, gap_days
from core.compare.items import Item
from core.compare.lands import BOTH
from core.compare.measured import one_measure
from core.compare.mentions import DISASTERS
from core.compare.outcome import Weights, akin, same_event, similarity
from core.compare.page import RESULTS
from core.compare.values import principal
from core.compare.wholes import is_of_a_year
from core.extract.concepts import state_names
from core.model import Approx, Modality, Quantity, QuantityKind
from core.text.arabic import fold

_SAME_CLAUSES = 0.5  # similarity from which two clauses speak of one thing though no event is known
_SHARED_WORDS = 1.5  # weight of the words that two clauses must share for their shares to be of one thing
_LOOSE_SCOPES = frozenset(
    {
        frozenset({"present", "taking_part"}),
        frozenset({"present", "planned_total"}),
        frozenset({"needed", "planned_total"}),
        frozenset({"needed", "taking_part"}),
        frozenset({"present", "total"}),
    }
)
_FORCE_UNITS = frozenset({"troops", "battalions", ""})
_FORCES = frozenset({"taking_part", "planned_total", "present", "total"})
_PREDICATE = 0.5  # weight of the words that two counts of one noun must share
_ONE_STORY = 0.9  # … of the words around the only counts of one noun in their articles
_ALIKE_WORDS = 1.2  # … of the words around one and the same figure
_VAGUE = frozenset({"ago", "within"})  # aspects that any event has …
_VAGUE_ASPECT = 1.5  # … so that more of the words beside them must be shared
_VAGUE_ALONE = 0.4  # … where each article tells one only
_PHRASE = 2  # words shared that make nearly the same phrase …
_MOST = 0.6  # … where they are so much of the shorter one
_CUMULATED = 2  # how much larger what is counted since some day is than one event's count
_OF_SOMEBODY = frozenset({"age", "votes", "prison"})
_SOUGHT = frozenset({"prison", "fine", "compensation", "bail", "wage", "ransom"})  # one asks, another sets
_SPELLED = str.maketrans("غقج", "ككك", "اويه")  # letters that foreign names are written with or without
_OF_WAR = 1000  # dead from whom on a toll is that of a whole war
_UNNAMED = 1000  # from which on a bare figure may be of troops
_DRILL = "drill"
_ARMY = 20_000  # troops of one state from which on a figure is that of all that it has brought
_ROUND = "جولة"
_TELLING = 10  # a figure from here on is hardly the same by chance
_FATES = frozenset(FATES.values())
_LISTED = 3  # states that two clauses must list both for what they count to be these
_POINTS = DISASTERS | {"explosion", "accident"}  # kinds of event that may be several in one story


def tell_one_thing(a: Item, b: Item, x: Quantity, y: Quantity, weights: Weights) -> bool:
    """Whether two figures of one kind, which are no times and no ranks, are of one thing."""
    owned = a.unit not in _FATES or (a.aspect.whom and b.aspect.whom)  # of a toll the agent is who killed
    if owned and a.agent and b.agent and a.agent != b.agent:
        return False  # «94 ألف جندي روسي», «125 ألف جندي أوكراني»
    if a.unit == b.unit == "troops" and (_drills(a) is not _drills(b) or _counts_others(a, b) or _counts_others(b, a)):
        return False
    if not _one_unit(a, b, x, y) or not one_aspect(a, b) or _in_two_lands(a, b):
        return False
    topic = bool(a.events & b.events) or bool(a.scopes & b.scopes)
    if not (a.unit and b.unit):
        of_troops = bool({a.unit, b.unit} & (_FORCE_UNITS - {""}))
        return topic and bool(a.parties & b.parties) and (not of_troops or all(map(_may_be_troops, (a, b))))
    one = a.aspect.of in single_aspects() and a.aspect.of == b.aspect.of
    if a.parties and b.parties and not one and not _sides(a) & _sides(b):
        return False
    if x.kind is QuantityKind.MONEY and x.unit != y.unit:
        return False
    if a.aspect.then is not b.aspect.then:
        return False
    if {a.aspect.move, b.aspect.move} == {"change", "level"}:
        return False  # «85 قرشا», «زيادة بمقدار أربعة قروش»
    if x.kind is not QuantityKind.COUNT and principal(x) != principal(y) and _of_two_things(a, b):
        return False
    told = bool(a.measured and b.measured) or bool(a.aspect.of and a.aspect.of == b.aspect.of)
    if _dated_apart(a, b) if x.kind is not QuantityKind.COUNT and told else of_two_events(a, b):
        return False
    if a.aspect.since is not b.aspect.since and max(principal(x), principal(y)) > _CUMULATED * min(
        principal(x), principal(y)
    ):
        return False  # «63 قتيلا منذ الانقلاب», «ثلاثة قتلى»
    measure = one_measured(a, b) or _one_share(a, b, x) or _one_count(a, b, x, y, weights) or told_alike(a, b, weights)
    if x.kind in (QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.FRACTION, QuantityKind.MEASURE):
        # A share is of something: the words must say of what.
        shared = weights.of(a.roots & b.roots)
        alike = topic and shared >= _SHARED_WORDS and similarity(a, b, weights) >= _SAME_CLAUSES
        return measure or (alike and not (a.measured and b.measured))
    if a.unit in _FATES or (a.events & b.events & RESULTS):
        one = bool(a.causes & b.causes) or are_of_war(a, b)
        return one and (topic or a.unit in _FATES) and _one_country(a, b)
    listed = len(a.parties & b.parties & state_names()) >= _LISTED
    noun = bool(a.aspect.noun) and a.aspect.noun == b.aspect.noun and a.unit == b.unit and _one_country(a, b)
    return (
        topic
        or measure
        or listed
        or (noun and a.aspect.alone and b.aspect.alone)
        or loosely(a, b)
        or _one_force(a, b)
        or one_strength(a, b, x, y)
        or similarity(a, b, weights) >= _SAME_CLAUSES
    )


def _counts_others(estimate: Item, owned: Item) -> bool:
    """«تتحدث الاستخبارات الأوكرانية عن 122 ألف عسكري» against «كييف حشدت 125 ألفا»: who estimates counts those of
    others."""
    return not estimate.agent and bool(owned.agent) and estimate.voice == owned.agent


def _sides(item: Item) -> frozenset[str]:
    """Whom a figure is told of, by whom, and whose it is."""
    return (item.parties | {item.voice, item.agent}) - {""}


def _in_two_lands(a: Item, b: Item) -> bool:
    """«912 قتيلا في تركيا», «810 في سوريا»; where an article tells tolls by land, one without a land is of any."""
    x, y = a.counted_in, b.counted_in
    if BOTH in x | y:
        return not all(BOTH in lands or len(lands) > 1 for lands in (x, y))
    if x and y:
        return x != y
    return bool(x or y) and (a.aspect.by_land or b.aspect.by_land)


def _one_unit(a: Item, b: Item, x: Quantity, y: Quantity) -> bool:
    """The same class; or people by what they are and just people («42 شخصا», «60 مهاجرا») in one respect."""
    if not (a.unit and b.unit) or a.unit == b.unit:
        return True
    if survived_hurt(a, b) and (
        (a.part and b.part) or (x.low == y.low and x.high == y.high and (x.low or 0) >= _TELLING)
    ):
        return True
    if {a.unit, b.unit} <= people_classes() and x.low == y.low and x.high == y.high and (x.low or 0) >= _TELLING:
        return bool(a.aspect.near & b.aspect.near)  # «50 رهينة», «50 مدنيا»
    of_whom = people_classes() - {"people"}
    mixed = (a.unit in of_whom and b.unit == "people") or (b.unit in of_whom and a.unit == "people")
    return mixed and bool(a.aspect.of) and a.aspect.of == b.aspect.of


def survived_hurt(a: Item, b: Item) -> bool:
    """One of them counts those who survived, the other those who were hurt: all who survived may have been."""
    return {a.unit, b.unit} == ALIVE


def one_aspect(a: Item, b: Item) -> bool:
    """Nothing says that the figures tell two things: a price and a cost, killed soldiers and killed children."""
    if a.aspect.whom and b.aspect.whom and not a.aspect.whom & b.aspect.whom:
        return False
    told = a.aspect.of, b.aspect.of
    if _SOUGHT & {*told} and (_is_asked(a) is not _is_asked(b) or "added" in a.scopes ^ b.scopes):
        return False  # «حكم عليه بالسجن 5 سنوات», «طلب الادعاء سجنه 7 سنوات», «ست سنوات إضافية»
    if _OF_SOMEBODY & {*told}:
        if a.aspect.whose and b.aspect.whose and not _one_person(a, b):
            return False  # «على زيد بالسجن عامين، وعلى عمرو خمسة»
        if a.share and b.share and a.share != b.share:
            return False  # «40 % من الأصوات», «40 % من المقاعد»
    return a.unit == "troops" or not all(told) or told[0] == told[1]


def told_alike(a: Item, b: Item, weights: Weights) -> bool:
    """One aspect, of things that share a word beside the figures; or the only ones of their articles that tell it."""
    if not a.aspect.of or a.aspect.of != b.aspect.of or not _one_country(a, b):
        return False
    shared, alone = a.aspect.near & b.aspect.near, a.aspect.alone and b.aspect.alone
    if a.aspect.of in single_aspects():
        return True
    if a.aspect.of in _OF_SOMEBODY:
        return _one_person(a, b) if a.aspect.whose and b.aspect.whose else any(w.startswith("@") for w in shared)
    if len(shared) >= _PHRASE and len(shared) >= _MOST * min(len(a.aspect.near), len(b.aspect.near)):
        return True
    if a.aspect.of in _VAGUE:
        shared &= (
            a.aspect.led | b.aspect.led
        )  # «بعد نصف ساعة من الإقلاع» and «بعد ربع ساعة من الإقلاع» are of two things
        return weights.of(shared) >= (_VAGUE_ALONE if alone else _VAGUE_ASPECT)
    return alone or weights.of(shared) >= _PREDICATE


def _is_asked(item: Item) -> bool:
    return item.raw.modality is Modality.DEMANDED


def _one_person(a: Item, b: Item) -> bool:
    """Whose figures they are: one family name, in whatever spelling."""
    return spelled_alike(a.aspect.whose.split()[-1], b.aspect.whose.split()[-1])


def spelled_alike(one: str, other: str) -> bool:
    """Whether two names are one in two spellings («كونار», «كنر»; «ننكرهار», «ننغرهار»; «أورتفو», «هورتفو»)."""
    return fold(one).translate(_SPELLED) == fold(other).translate(_SPELLED)


def _of_two_things(a: Item, b: Item) -> bool:
    """«سعر البنزين 85 قرشا وسعر السولار 65»: each of them shares no word with the other that sets it apart."""
    if (
        a.aspect.alone
        or b.aspect.alone
        or a.aspect.of in single_aspects()
        or not a.aspect.of
        or a.aspect.of != b.aspect.of
    ):
        return False
    return not (_shares_own(a, b) and _shares_own(b, a))


def _shares_own(a: Item, b: Item) -> bool:
    return a.aspect.alone or not a.aspect.own or bool(a.aspect.own & b.aspect.near)


def _one_share(a: Item, b: Item, x: Quantity) -> bool:
    """«2750 طنا من نترات الأمونيوم»: measured of one stuff."""
    return x.kind is QuantityKind.MEASURE and bool(a.share) and a.share == b.share and a.unit == b.unit


def one_measured(a: Item, b: Item) -> bool:
    """Led to by one noun, of one whole, in articles on one state."""
    if a.share and b.share and a.share != b.share:
        return False
    return _one_country(a, b) and one_measure(a.measured, b.measured)


def _one_country(a: Item, b: Item) -> bool:
    """Articles on one state, or that do not say which: floods in two countries have two tolls."""
    x, y = _countries(a), _countries(b)
    return not (x and y) or bool(x & y)


def _countries(item: Item) -> frozenset[str]:
    return item.aspect.lands or item.home or (item.parties | {item.voice}) & state_names()


def _one_count(a: Item, b: Item, x: Quantity, y: Quantity, weights: Weights) -> bool:
    """«120 مبنى انهارت» and «انهار 145 مبنى» of one disaster; or one exact figure of one noun among alike words."""
    shared = weights.of((a.roots & b.roots) - {a.unit})
    if x.kind is QuantityKind.COUNT and a.unit and a.unit == b.unit and a.causes & b.causes & DISASTERS:
        return shared >= _PREDICATE
    if a.aspect.sole and b.aspect.sole and a.unit == b.unit and shared >= _ONE_STORY and _one_country(a, b):
        return True  # «30 مليون متر مكعب», «24 مليون متر مكعب» of the water behind one dam
    exact = x.approx is y.approx is Approx.EXACT and x.low == y.low and (x.low or 0) >= _TELLING
    return exact and a.unit == b.unit and shared >= _ALIKE_WORDS and _one_country(a, b)


def of_two_events(a: Item, b: Item) -> bool:
    """One of them is told as another event, or their days lie apart."""
    if are_of_war(a, b) or are_rounds(a, b) or _are_there_since(a, b):
        return False
    x, y = (item.happening.when if item.happening else None for item in (a, b))
    if (a.long_ago or b.long_ago) and not _on_one_day(a, b):
        return not (a.long_ago and b.long_ago) or gap_days(a.long_ago, b.long_ago) > 0
    if a.unit in _FATES and not (a.long_ago and b.long_ago) and is_of_a_year(a) is not is_of_a_year(b):
        return True  # «107 وفيات العام الماضي»
    if a.apart is not b.apart:
        return not (x and y and gap_days(x, y) == 0)
    if {a.event, b.event} & RESULTS or (x and y and gap_days(x, y) == 0 and a.event in _POINTS):
        return False  # the dead of one article are gathered, whatever they died of
    return akin(a, b) and bool(a.events & b.events) and same_event(a, b) is Identity.DIFFERENT


def _are_there_since(a: Item, b: Item) -> bool:
    """«تتمركز قرب الحدود منذ مطلع نوفمبر»: troops that came some day are there still."""
    there = all(item.unit == "troops" and item.scopes == {"present"} and not item.long_ago for item in (a, b))
    return there and (a.aspect.since or b.aspect.since)


def are_of_war(a: Item, b: Item) -> bool:
    """«حصدت الحرب أرواح 13 ألفا», «14 ألف قتيل منذ 2014»: all the dead of one war, whatever year is told there."""
    told = all(
        item.unit == "dead"
        and ("war" in item.causes or item.aspect.since)
        and isinstance(item.raw.value, Quantity)
        and principal(item.raw.value) >= _OF_WAR
        for item in (a, b)
    )
    return told and "war" in a.causes | b.causes and bool(a.home & b.home)


def are_rounds(a: Item, b: Item) -> bool:
    """«أجرى الجانبان جولتين», «حوار عقدت منه ثلاث جولات»: how often two states have talked so far, at any time."""
    return len(a.parties & b.parties & state_names()) > 1 and all(
        isinstance(item.raw.value, Quantity)
        and item.raw.value.unit == _ROUND
        and item.event == "talks"
        and item.raw.value.kind is QuantityKind.COUNT
        and not (item.dated and item.dated[1] > item.published[:10])
        for item in (a, b)
    )


def _on_one_day(a: Item, b: Item) -> bool:
    """One is told as long ago, as its article counts, and the other dates its event alike."""
    x, y = (item.long_ago or item.dated or (item.happening.when if item.happening else None) for item in (a, b))
    return bool(x and y) and gap_days(x, y) == 0  # type: ignore[arg-type]


def _dated_apart(a: Item, b: Item) -> bool:
    """Rates of two months, magnitudes of two years: by the day told beside the figure itself."""
    if a.dated and b.dated:
        return gap_days(a.dated, b.dated) > 0
    if a.causes & b.causes & _POINTS:
        x, y = _day_of(a), _day_of(b)
        if x and y and gap_days(x, y) > 1:
            return True  # two earthquakes
        if any(day and item.published and item.published[:10] < day[0] for day, item in ((x, b), (y, a))):
            return True  # one that had not yet been when the other article was written
    return bool(a.long_ago) is not bool(b.long_ago)


def _day_of(item: Item) -> tuple[str, str] | None:
    """When a disaster was of which a figure is: as told beside it, else its event's."""
    if item.event in _POINTS and item.happening and item.happening.when:
        return item.happening.when
    return item.dated


def _one_force(a: Item, b: Item) -> bool:
    """Troops that are there or may come, in articles on the same states; those of another army have another agent."""
    if a.unit != b.unit or a.unit not in _FORCE_UNITS - {""} or not a.home & b.home:
        return False
    planned = Modality.POSSIBLE in (a.raw.modality, b.raw.modality)  # «القوة المهاجمة قد تضم مئة كتيبة»
    army = bool(a.agent) and a.agent == b.agent and all(_is_of_army(item) for item in (a, b))
    return (a.scopes | b.scopes) <= _FORCES and (planned or army or bool(a.scopes | b.scopes))


def _is_of_army(item: Item) -> bool:
    """So many troops that they are those of whom the articles speak, wherever they stand."""
    return isinstance(item.raw.value, Quantity) and principal(item.raw.value) >= _ARMY


def one_strength(a: Item, b: Item, x: Quantity, y: Quantity) -> bool:
    """One figure of the troops of one time («حشدت في الربيع مئة ألف», «كان عددها في الربيع مئة ألف»)."""
    troops = a.unit == b.unit == "troops" and principal(x) == principal(y) >= _TELLING
    return troops and a.when is not None and a.when == b.when


def _drills(item: Item) -> bool:
    """«بدأ ثلاثة آلاف جندي تدريبات»: of a force those who train."""
    return _DRILL in item.events


def _may_be_troops(item: Item) -> bool:
    """Troops or units, or so many of what is not named; «أربعة من الحلفاء» are none."""
    value = item.raw.value
    return item.unit in _FORCE_UNITS and (
        bool(item.unit) or (isinstance(value, Quantity) and principal(value) >= _UNNAMED)
    )


def loosely(a: Item, b: Item) -> bool:
    """What is there against what may come: the amounts are told of one force."""
    if not all(_may_be_troops(item) for item in (a, b)):
        return False
    return any(frozenset((s, t)) in _LOOSE_SCOPES for s in a.scopes for t in b.scopes)
