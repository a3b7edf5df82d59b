"""What a figure counts and whether a duration is a length: what its clause and the figures before it tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import islice

from core.compare.given_time import is_given
from core.compare.mentions import DISASTERS
from core.compare.page import RESULTS, Page
from core.compare.parties import word_index
from core.compare.sizes import dimension_of, is_points
from core.extract.clauses import Clause
from core.extract.concepts import Hit, function_words, nationality, rows
from core.model import Claim, ClaimKind, Entity, Label, Quantity, QuantityKind
from core.text.arabic import fold
from core.text.stems import root, variants

_LENGTH = "duration"
_LASTING_REACH = 10  # words between «استمرت» and the time that it lasted («استمرت المكالمة، وهي الثانية، 50 دقيقة»)
_TITLES, _TITLE = (("في",), ("امام",), ("علي",), ("عبر",), ("خلف",)), 7  # words of such a title
_LASTING_FAR = 28  # … with a clause of its own between them («استمر الاجتماع، الذي عقد …، 7 ساعات»)
_BARE_REACH = 7  # words from a meeting to the hours that it took («تحدثا هاتفيا الخميس قرابة الساعة»)
_ENDS = frozenset(["انتهت", "انتهي", "وانتهت", "وانتهي", "انتهاء", "اختتمت", "اختتم", "واختتم", "واختتمت", "ختام"]) | {
    *("انهي", "انهيا", "انهت", "وانهي", "وانهيا", "وانهت", "ينهيان", "اختتما", "واختتما", "اغلق", "واغلق", "اغلقا"),
}
_END_REACH = 20  # words between «انتهت» and the duration
_WHOLE_TIME = (("كامله",), ("كامل",), ("كاملتين",), ("كاملا",), ("فقط",), ("تقريبا",), ("بالضبط",))
_ITS_BEGINNING = frozenset(("بدءها", "بدءه", "بدءهما", "بديها", "بديه", "بدايتها", "بدايته", "انطلاقها", "انطلاقه"))
_MOMENT = frozenset(("في", "خلال", "قبل", "بعد", "منذ", "كل", "حتي", "غضون", "بعيد", "قبيل"))
_BOUNDS = frozenset(("من", "اقل", "اكثر", "نحو", "حوالي", "قرابه", "زهاء", "ما", "يقرب", "يقارب", "يزيد", "علي", "عن"))
# What people are counted as, where the noun itself says only that they are people.
FATES = {
    "killed": "dead",
    "hurt": "hurt",
    "missing": "missing",
    "survived": "survived",
    "displaced": "displaced",
    "arrested": "arrested",
    "taken": "hostages",
}
ALIVE = frozenset({"hurt", "survived"})  # all who survived may have been hurt
_RESUMED = 2  # sentences in which a bare figure goes on from one with its noun
_HEADS = 6  # words before a figure of people that may say that they are troops
_NUMBER_OF = frozenset(("عدد", "تعداد", "قوام", "حجم", "عديد"))
_NUMBER_REACH = 16  # words from «عدد القوات» to the figure that tells it
_PEOPLE = ("people", "")
_CONFLICT = frozenset(("الصراع", "صراع", "صراعا", "النزاع", "نزاع", "نزاعا", "القتال", "قتالا", "المعارك", "معارك"))
_REBELS = frozenset(("الانفصاليين", "انفصاليين", "الانفصاليون", "المتمردين", "متمردين", "تمرد", "تمردا", "التمرد"))
_GROUP = 3  # words behind «من أفراد» that say of which group
_HEAD = "فرد"  # counts people and soldiers alike
_STANDING = frozenset({"massing", "drill"})
_ARMED = frozenset({"attack", "massing", "withdrawal", "drill"})
GROUPS = ("مجموعه", "وحده", "تشكيل")
_OF_BATTLE = ("قتالي", "تكتيكي")
_FORCES_REACH = 8  # words from troops to the place where they are
_FIGHTERS = frozenset(("men", "participants"))
_TEN = 10
_SUM = 1000  # a bare figure from here on may go on from a sum
_COMMAS = frozenset("،,؛")
_ONLY = frozenset(("سوي", "الا"))
SHORT = ("ساعة", "دقيقة")  # what a meeting lasts
_AHEAD = ("planned", "demanded", "plan", "conditional")
_MARKS = frozenset("\"'«“")
_AFTER = ("بعد", "قبل")
_INSIDE = ("في", "خلال", "غضون", "ظرف")
_TALKING = frozenset(
    ("النقاش", "النقاشات", "المناقشات", "الاخذ", "التفاوض", "الشد", "الجدل", "الحوار", "التشاور", "المشاورات", "حوار")
)
_VIOLENCE = frozenset({"attack", "explosion", "war", "clash"})  # one deed, told by one word or another
_DEADLY = DISASTERS | {"explosion", "accident", "attack", "war", "protest", "clash", "collapse"}
_THEIRS = ("ها", "هم", "هن", "ه")
_NATION = 1_000_000  # «100 مليون أفغاني» is money
_CASES = frozenset(("حاله", "حالات", "حالتين", "حالتان", "حالتي"))
_STILL = frozenset(("يزال", "تزال", "يزالون", "زال", "زالوا", "بقي", "بقيت", "يبقي", "تبقي"))
_STILL_REACH = 3
_CIVILIAN = "مدني"
# What may stand between people and what they are («ما زالوا مفقودين»).
_REMAIN = _STILL | {"اخرون", "اخرين", "ما", "لا", "في", "عداد", "كانوا", "باتوا", "اصبحوا", "ظلوا", "يعدون", "يعتبرون"}
_THEIR_NUMBER = frozenset(
    [
        *("عددهم", "عددها", "قوامها", "قوامهم", "تعدادهم", "تعدادها", "عديدها", "عديدهم", "حجمها", "اعدادهم"),
        *("اعدادها", "عدده", "تعداده", "قوامه"),
    ]
)
_THEIRS_REACH = 5  # words from «عددهم» to the figure
_NUMBERED = 4  # words from a figure to what says that it is a number of troops
_FAR = 14  # words before a figure of which «عدد» may say what it counts
_RISES = re.compile("[وف]?س?[يتا]?(?:رتفع|صل|بلغ|زداد|تجاوز|ناهز)ت?$")  # «القوات … إلى 175 ألفا»
_NUMBER = frozenset(("عدد", "اعداد", "حصيله", "تعداد"))


@cache
def _unit_classes() -> dict[str, str]:
    return {fold(form): row[0] for row in rows("units") for form in row[2].split()}


@cache
def people_classes() -> frozenset[str]:
    """The classes of units that count people by what they are, "people" among them."""
    return frozenset(row[0] for row in rows("units") if row[4:] == ["p"])


def unit_class(quantity: Quantity) -> str:
    """What a figure counts: a class of units, the unit's own root, or "" where no noun stands by."""
    if quantity.kind in (QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.DURATION):
        return str(quantity.kind)
    if not quantity.unit:
        return ""
    if is_points(quantity):
        return str(QuantityKind.PERCENT)
    if quantity.kind is QuantityKind.MEASURE and (measured := dimension_of(quantity)):
        return measured
    unit = fold(quantity.unit.split()[0])
    few = (quantity.low or quantity.high or 0) < _NATION
    return class_of(unit) or ("people" if few and nationality(unit) else root(unit))


def class_of(form: str) -> str:
    """The class of units that a folded noun counts in, in any form that its lexicon lists, or ""."""
    known = _unit_classes()
    return next((known[other] for other in (form, *sorted(variants(form))) if other in known), "")


def counted(clause: Clause, claim: Claim, scopes: Collection[str], before: Quantity | None) -> str:
    """The class that `claim` counts: «43 شخصا» of the killed are dead; «175 ألفا» are what the figure before counts;
    «قوات … 175 ألف فرد» are troops."""
    if not isinstance(claim.value, Quantity):
        return _LENGTH if claim.kind is ClaimKind.QUANTITY else ""  # «مدته متروكة للرئيسين»
    unit = _case_behind(clause, claim) or unit_class(claim.value) or _unit_behind(clause, claim)
    if fold(claim.value.unit or "") in GROUPS and _behind(clause, claim).startswith(_OF_BATTLE):
        return "battalions"  # «50 مجموعة قتالية»
    if fold(claim.value.unit or "") in _NUMBER and (noun := class_of(_behind(clause, claim))):
        return noun  # «بنحو مئة ألف عدد الجنود»
    if (unit and unit not in people_classes()) or claim.value.kind is not QuantityKind.COUNT:
        return unit
    if before is not None and before.kind is QuantityKind.MONEY:
        before = None
        if not unit and (claim.value.low or 0) >= _SUM:
            return "money"  # «100 ألف جنيه للقتيل و40 ألفا للمصاب»
    forms = clause.words.forms
    first, behind = word_index(clause, claim.start), word_index(clause, claim.end - 1) + 1
    if fate := _told_of_them(forms, behind):
        return fate
    fates = {FATES[scope] for scope in scopes if scope in FATES}
    if len(fates) == 1:
        return fates.pop()
    if fold(claim.value.unit or "") == _HEAD and _is_military(clause):
        return "troops"  # «عملية عسكرية … يشارك فيها 175 ألف فرد»
    if unit in _FIGHTERS and (claim.value.low or 0) >= _SUM and not fates and _is_military(clause):
        return "troops"  # «كتائب قوامها 50 ألف رجل»
    if unit not in _PEOPLE:
        return "troops" if any(class_of(form) == "troops" for form in forms[behind : behind + 1]) else unit
    near = forms[:first][-_HEADS:]
    if (
        (unit or any(form in _NUMBER or form in _THEIR_NUMBER or _RISES.match(form) for form in near))
        and not fates
        and any(class_of(form) == "troops" for form in near)
    ):
        return "troops"
    if not fates and _is_number_of_troops(forms, first, behind):
        return "troops"
    if not unit:
        told = unit_class(before) if before is not None else _unit_before(clause, first)
        return told or ("troops" if not fates and _is_of_troops_alone(clause, claim.value) else "")
    return unit


def _is_of_troops_alone(clause: Clause, value: Quantity) -> bool:
    """«90 ألفا على الأكثر، هكذا قدر مسؤول القوة المهاجمة»: so many, and nothing else that is counted."""
    told = {class_of(form) for form in clause.words.forms} - {""}
    massed = any(hit.id == "massing" for hit in clause.words.of("events"))  # «زادوا حشودهم إلى 110 آلاف»
    return (value.low or value.high or 0) >= _SUM and told <= {"troops"} and (massed or bool(told))


def _told_of_them(forms: Sequence[str], behind: int) -> str:
    """«انتشلت 24 مهاجرا أحياء», «10 ما زالوا مفقودين», «30 في عداد المفقودين»: the fate of those counted, or ""."""
    stop = next((i for i in range(behind, len(forms)) if forms[i] not in _REMAIN), len(forms))
    word = "".join(forms[stop : stop + 1])
    if word == "احياء":
        return "survived"
    fate = class_of(word) if stop > behind else ""
    return fate if fate in FATES.values() else ""


def _is_number_of_troops(forms: Sequence[str], first: int, behind: int) -> bool:
    """«عدد القوات الروسية بالقرب من الحدود وفي القرم يقدر حاليا بنحو 94 ألف شخص»; «… قوات رُصدت عند الحدود، يقدر
    عددها بتسعين ألفا»; «94 ألفا هو عدد الجنود»."""
    start = max(first - _NUMBER_REACH, 0)
    heads = [at for at in range(start, first - 1) if {forms[at], forms[at].removeprefix("و")} & _NUMBER_OF]
    if heads:
        return class_of(forms[heads[-1] + 1]) == "troops"
    theirs = any(form.removeprefix("و") in _THEIR_NUMBER for form in forms[max(first - _THEIRS_REACH, 0) : first])
    if theirs:
        told = (class_of(form) for form in reversed(forms[start:first]))
        return next((unit for unit in told if unit == "troops" or unit in people_classes()), "") == "troops"
    numbers = (at for at in range(behind, min(behind + _NUMBERED, len(forms) - 1)) if forms[at] in _NUMBER_OF)
    return any(class_of(forms[at + 1]) == "troops" for at in numbers)


def _is_military(clause: Clause) -> bool:
    """Whether the sentence tells of an attack, of forces, of anything military."""
    armed = any(hit.id in _ARMED for hit in clause.words.of("events"))
    return armed or any("عسكري" in form or class_of(form) == "troops" for form in clause.words.forms)


def _behind(clause: Clause, claim: Claim) -> str:
    """The word behind a figure and its noun, "" at the end."""
    return "".join(clause.words.forms[(last := word_index(clause, claim.end - 1)) + 1 : last + 2])


def _unit_before(clause: Clause, first: int) -> str:
    """«عدد الجنود … ارتفع إلى 120 ألفا»: what the noun behind «عدد» counts, where the figure has none of its own."""
    forms, begin = clause.words.forms, max(clause.indices.start, first - _FAR)
    numbers = [index for index in range(begin, first) if forms[index].removeprefix("و") in _NUMBER]
    return class_of(forms[numbers[-1] + 1]) if numbers and numbers[-1] + 1 < first else ""


def _case_behind(clause: Clause, claim: Claim) -> str:
    """«ثلاث حالات وفاة», «عشر حالات خطرة»: what a case is of."""
    forms, last = clause.words.forms, word_index(clause, claim.end - 1)
    return class_of(forms[last + 1]) if forms[last] in _CASES and last + 1 < len(forms) else ""


def _unit_behind(clause: Clause, claim: Claim) -> str:
    """«58 من أفرادها»: what the noun behind «من» counts."""
    forms, behind = clause.words.forms, word_index(clause, claim.end - 1) + 1
    if claim.value is None or forms[behind : behind + 1] != ("من",) or behind + 1 >= len(forms):
        return ""
    return class_of(forms[behind + 1])


def whom_counted(clause: Clause, claim: Claim, unit: str) -> frozenset[str]:
    """The people that a toll is of: «مقتل ثلاثة جنود» → troops, «اثنان من أفراد خفر السواحل» → roots; empty for any."""
    if not isinstance(claim.value, Quantity) or unit not in FATES.values():
        return frozenset()
    first = word_index(clause, claim.start)
    if unit == "hurt" and _STILL & set(clause.words.forms[max(first - _STILL_REACH, 0) : first]):
        return frozenset({"@still"})  # «ولا يزال 57 جريحا في المستشفيات»
    told = unit_class(claim.value)
    if not told and (group := _unit_behind(clause, claim)):
        behind = word_index(clause, claim.end - 1) + 2
        named, *rest = clause.words.forms[behind : behind + 1 + _GROUP]
        if named.endswith(_THEIRS):  # «62 من جنودها»
            return frozenset({group} - set(_PEOPLE)) or frozenset({"@"})
        return frozenset(root(form) for form in rest if len(form) > 2 and form not in function_words())
    if told in FATES.values() and (group := _unit_behind(clause, claim)) in people_classes():
        civilian = _CIVILIAN in clause.words.forms[word_index(clause, claim.end - 1) + 2]
        return frozenset({_CIVILIAN} if civilian else {group} - set(_PEOPLE))  # «144 قتيلا من المدنيين»
    people = nationality(fold(claim.value.unit or ""))
    return frozenset({people} if people else {told} & people_classes() - set(_PEOPLE))


def figure_before(page: Page, number: int, claim: Claim) -> tuple[int, Quantity] | None:
    """Clause and value of the figure that a bare one goes on from («70 ألف جندي وقد يصل إلى 90 ألفا»)."""
    value = claim.value
    if not isinstance(value, Quantity) or value.kind is not QuantityKind.COUNT or value.unit:
        return None
    if _unit_before(page.clauses[number], word_index(page.clauses[number], claim.start)):
        return None  # «عدد القوات الروسية … 127 ألفا» has its noun
    near = {page.clauses[number].sentence}
    for index in range(number, -1, -1):
        if page.clauses[index].sentence not in near:
            if len(near) == _RESUMED:
                return None
            near.add(page.clauses[index].sentence)
        told = [e for e in page.entities[index] if e.end <= claim.start and _counts(e, sums=index == number)]
        told = [e for e in told if not _is_too_few(e, value)]
        if told and isinstance(told[-1].value, Quantity):
            return index, told[-1].value
    return None


def _is_too_few(entity: Entity, value: Quantity) -> bool:
    """«من ثلاث جهات لا تقل عن 130 ألفا»: a thousand and more do not go on from a few things."""
    few = isinstance(entity.value, Quantity) and (entity.value.low or entity.value.high or 0) < _TEN
    return few and (value.low or value.high or 0) >= _SUM and class_of(fold(entity.text).split()[-1]) == ""


def _counts(entity: Entity, *, sums: bool) -> bool:
    value = entity.value
    if not isinstance(value, Quantity) or not value.unit:
        return False
    return value.kind is QuantityKind.COUNT or (sums and value.kind is QuantityKind.MONEY)


def _is_duration(entity: Entity) -> bool:
    return isinstance(entity.value, Quantity) and entity.value.kind is QuantityKind.DURATION


def is_length(page: Page, number: int, claim: Claim) -> bool:
    """Whether a duration tells how long its event took: behind «استمر», «لمدة», «انتهى بعد», or at the event's noun."""
    if claim.kind is not ClaimKind.QUANTITY or not isinstance(claim.value, Quantity):
        return claim.kind is ClaimKind.QUANTITY
    if claim.value.kind is not QuantityKind.DURATION:
        return False
    clause, hits = page.clauses[number], page.hits[number]
    if any(e.label == Label.TIME and e.start == claim.start for e in page.entities[number]):
        return True  # by the hours at which it began and ended
    first, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)
    parted = clause.words.forms[first - 1 : first] in (("،",), (",",))
    if not parted and any(e.end < claim.start <= e.end + 2 and _is_duration(e) for e in page.entities[number]):
        return False  # the rest of another («ساعتين ودقيقة»)
    lasting = [hit for hit in clause.words.of("cues") if hit.id == "lasting"]
    forms = clause.words.forms
    begin = first
    while begin and forms[begin - 1] in _BOUNDS:
        begin -= 1
    if begin and forms[begin - 1] in _AFTER and claim.value.unit not in SHORT and _is_since_event(clause, hits, last):
        return False
    if begin and forms[begin - 1] == "منذ":
        return False  # «هو الأول منذ أكثر من عامين»
    if begin and forms[begin - 1] in _INSIDE and claim.value.unit not in SHORT:
        return False  # «استمرت المكالمة، وهي الثانية خلال شهر، 50 دقيقة»
    apart = begin > 0 and (forms[begin - 1] in _COMMAS or forms[begin - 1] in _ONLY)  # «لم تدم القمة … سوى ساعتين»
    reach = _LASTING_FAR if apart else _LASTING_REACH
    if any(0 < first - hit.last <= reach or 0 < hit.first - last <= 2 for hit in lasting):
        return True
    if begin and forms[begin - 1] == "بعد" and _ENDS & set(forms[max(begin - _END_REACH, 0) : begin]):
        return True  # «انتهت القمة، مساء الثلاثاء، بعد ساعتين»
    short = claim.value.unit in SHORT
    if _is_spent(clause, hits, last) or (short and _is_title(clause, begin, last)):
        return True
    told = short and not any(hit.table == "cues" and hit.id in _AHEAD for hit in hits)
    if told and is_given(clause, hits, begin, last):
        return True
    if begin and forms[begin - 1] in _MOMENT:  # «تبادلا التحذيرات خلال أقل من ساعة»
        return told and forms[begin - 1] in _INSIDE and page.parties[number] >= page.main and len(page.main) == 2
    if told and any(hit.table == "channels" and 0 <= hit.first - last <= 2 for hit in hits):
        return True  # «50 دقيقة على الهاتف»
    reach = _BARE_REACH if told and not _COMMAS & set(forms[max(begin - _BARE_REACH, 0) : begin]) else 3
    return any(hit.table == "events" and 0 < begin - hit.last <= (reach if "m" in hit.flags else 3) for hit in hits)


def _is_spent(clause: Clause, hits: Sequence[Hit], last: int) -> bool:
    """«بعد 8 ساعات من المحادثات», «بعد ساعتين من بدايته»: what the time behind which stands «من» went by with."""
    forms = clause.words.forms
    last += forms[last + 1 : last + 2] in _WHOLE_TIME  # «بعد ساعة كاملة من بدئها»
    if forms[last + 1 : last + 2] not in (("من",), ("علي",)) or last + 3 >= len(forms):
        return False
    noun = last + 2 + (forms[last + 2] in _MARKS)
    if (
        forms[noun] in _TALKING
        or forms[noun] in _ITS_BEGINNING
        or any(h.id == "begins" and h.first == noun for h in hits)
    ):
        return True
    return any(hit.table == "events" and "m" in hit.flags and hit.first == noun for hit in hits)


def _is_title(clause: Clause, begin: int, last: int) -> bool:
    """«بعد ثماني ساعات في جنيف», «بعد 130 دقيقة..»: no more than that, over an article of what took so long."""
    opens = begin == clause.indices.start + 1 and clause.words.forms[begin - 1] == "بعد"
    behind = clause.words.forms[last + 1 : last + 2]
    alone = last + 1 == clause.indices.stop
    return opens and (alone or (behind in _TITLES and len(clause.indices) <= _TITLE))


def _is_since_event(clause: Clause, hits: Sequence[Hit], last: int) -> bool:
    """«بعد ستة أشهر من القمة»: how long ago it was; only what goes on takes months («بعد شهور من المفاوضات»)."""
    forms = clause.words.forms
    noun = last + 2 + (last + 2 < len(forms) and forms[last + 2] in _MARKS)
    return forms[last + 1 : last + 2] == ("من",) and any(
        hit.table == "events" and hit.first == noun and "m" in hit.flags and hit.id != "talks" for hit in hits
    )


def is_of_forces(clause: Clause, claim: Claim) -> bool:
    """Whether troops are told right before a place («تحركات قواتها داخل أراضيها»): it is where they stand."""
    first = word_index(clause, claim.start)
    start = max(first - _FORCES_REACH, clause.indices.start)
    moved = any(hit.id in _STANDING and start <= hit.first <= first for hit in clause.hits.get("events", ()))
    return moved or any(class_of(form) == "troops" for form in clause.words.forms[start : first + 1])


def meeting_words(clause: Clause, hits: Sequence[Hit]) -> frozenset[str]:
    """Roots of the nouns and verbs by which the clause names a meeting."""
    forms = clause.words.forms
    named = (hit for hit in hits if hit.table == "events" and "m" in hit.flags and hit.last < len(forms))
    return frozenset(root(forms[index]) for hit in named for index in range(hit.first, hit.last + 1))


def causes(page: Page, clause: Clause, hits: Sequence[Hit]) -> frozenset[str]:
    """What the dead and hurt of the clause are of: its own events, else the first one that the article tells."""
    told = frozenset(hit.id for hit in hits if hit.table == "events" and "w" not in hit.flags) - RESULTS
    if told & _VIOLENCE:
        return told | {"violence"}
    if told & _DEADLY:
        return told - {"collapse"} or page.topic or told  # what collapsed is mostly what a disaster did
    if _CONFLICT & set(clause.words.forms[clause.indices.start : clause.indices.stop]):
        return frozenset({"war", "violence"})
    if not any(hit.table == "scopes" and hit.id in FATES for hit in hits):
        return told or page.topic
    if (_CONFLICT | _REBELS) & set(clause.words.forms[: clause.indices.stop]):
        return frozenset({"war", "violence"})  # «… ودعم الانفصاليين، في نزاع تقول كييف إنه قتل …»
    deadly = (hit.id for near in page.hits for hit in near if hit.table == "events" and hit.id in _DEADLY)
    found = frozenset(islice(deadly, 1))
    return (found | {"violence"} if found & _VIOLENCE else found) or told or page.topic
