"""What a figure tells of a thing (its price, its length, those aboard), and the words beside it that say of which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from core.compare.counted import whom_counted
from core.compare.occasions import is_as_of, is_earlier, is_of_second, is_of_then, quarter_told
from core.compare.page import Page
from core.compare.parties import word_index
from core.compare.parts import place_of_part
from core.compare.senses import meaning
from core.compare.sizes import dimension_of, is_points
from core.extract.clauses import Clause
from core.extract.concepts import function_words, nationality, rows, state_names
from core.model import Claim, ClaimKind, Entity, Label, Quantity, QuantityKind, Span
from core.text.arabic import fold
from core.text.stems import variants

if TYPE_CHECKING:
    pass

_AHEAD = 12  # words before a figure that may say what it tells …
_BEHIND = 6  # … and behind it
_AGAINST = frozenset(("لكن", "ولكن", "لكنه", "لكنها", "اما", "بينما", "فيما"))
_AGAINST_PAIRS = frozenset(
    (("غير", "ان"), ("الا", "ان"), ("بيد", "ان"), ("في", "المقابل"), ("في", "حين"), ("في", "وقت"))
)
_NAMED = (Label.PER, Label.ORG, Label.LOC)
_ASIDE = 3  # code points between two clauses of one sentence
_MONTH = 27  # days from which a period is more than an event's
_COMPOUND = 2  # words before one that may be the first of a compound («خفض الإنتاج»)
_CONJOINED = 3  # letters of a word whose first is a conjunction, at least
_PASSED = frozenset(("تجاوز", "تجاوزت", "يتجاوز", "تتجاوز", "تخطي", "تخطت", "يتخطي", "تتخطي", "فاق", "فاقت", "يفوق"))
_PASSED_REACH = 6  # words between «تجاوزت» and the figure («تجاوزت حصيلة الوفيات …»)
_AGO = frozenset(("قبل", "منذ", "قبيل"))
_WITHIN = frozenset(("بعد", "خلال", "غضون", "بعيد", "ظرف"))
_OF_AGE = frozenset(("العمر", "البالغ", "البالغه", "عمره", "عمرها", "المولف", "المولفه", "المكون", "المكونه"))
_BY = frozenset(("بمقدار", "مقدار", "بمقدارها", "بواقع"))
_BY_REACH = 2
_RAISES = frozenset(("رفع", "رفعت", "يرفع", "ترفع", "خفض", "خفضت", "زياده", "زادت", "الزيادات"))
_TO = frozenset(("الي", "عند", "بلغ", "بلغت", "سجل", "سجلت", "ليصبح", "لتصبح", "ليبلغ", "لتبلغ"))
_IN_ALL = frozenset(("اجمالي", "مجموع", "الاجمالي"))
_RESPECTIVELY = frozenset(("الترتيب", "التوالي"))
_TOLD_IN_TURN = ("percent", "money", "duration")  # lists of counts change what they count
_JOINED = ("وال", "وعلي", "ولل", "ولصالح")
_NEXT = frozenset(("ثم", "مقابل", "يليه", "تلاه", "يليها"))
_NOT = frozenset(("لا", "لم", "لن", "ما"))
_MOMENT_REACH = 3  # words between «بعد» and its time («بعد نحو أكثر من ساعة»)


@dataclass(frozen=True, slots=True)
class Aspect:
    """What a figure tells.

    `near`: roots of the words beside it, and behind @ the names; `led`: those before it;
    `whom`: the people that a toll is of, empty for any;
    `where`: the place that alone it is of («الخارج» of those abroad);
    `alone`: no other figure of the article tells the same with another value;
    `contrast`: it is set against what the sentence or the one before it tells; `since`: it counts all since some day;
    `noun`: root of what says which of the things counted («سيارة إسعاف»); `lands`: the states of the article;
    `move`: a change («بمقدار أربعة قروش») or a level («إلى 85 قرشا»), "" where not told;
    `then`: it is told of another time or deed, or was expected («عندما بلغ …», «كان من المتوقع أن يبلغ …»);
    `own`: of the words beside it those that no other figure has which tells the same with another value;
    `earlier`: it was told before another («وكان قد تحدث في البداية عن …»);
    `second`: of another of its kind than the one told first; `until`: counted up to an hour («حتى مساء الاثنين»);
    `sole`: the only count of its kind in the article, of what is neither people nor told in money, shares or time;
    `by_land`: the article tells the tolls of several lands;
    `whose`: the person told right before it, or behind it with «ل» («على … زمال 7 %», «السجن عامين لفلان»);
    `passed`: what is told is more than it; `raised`: it went up to this, as the article says.
    """

    of: str = ""
    near: frozenset[str] = frozenset()
    led: frozenset[str] = frozenset()
    whom: frozenset[str] = frozenset()
    where: str = ""
    contrast: bool = False
    since: bool = False
    noun: str = ""
    lands: frozenset[str] = frozenset()
    move: str = ""
    then: bool = False
    earlier: bool = False
    passed: bool = False
    raised: bool = False
    alone: bool = False
    own: frozenset[str] = frozenset()
    whose: str = ""
    by_land: bool = False
    sole: bool = False
    second: bool = False
    until: bool = False


def aspect(page: Page, number: int, claim: Claim, unit: str) -> Aspect:
    """What the figure tells; empty for a claim that is no figure. `unit`: the class that it counts."""
    value = claim.value
    if claim.kind is not ClaimKind.QUANTITY or not isinstance(value, Quantity):
        return Aspect()
    clause = page.clauses[number]
    before, behind = _window(page, number, claim)
    dimension = dimension_of(value)
    moment = _moment(clause, before) if value.kind is QuantityKind.DURATION else ""
    ongoing = "منذ" in clause.words.forms[max(before.start, before.stop - _MOMENT_REACH) : before.stop]
    found = None
    if not moment or ongoing:  # «مخزنة منذ ست سنوات»: for so long
        found = _aspect_in(clause, reversed(before), dimension) or _aspect_in(clause, behind, dimension, behind=True)
    found = _in_turn(page, number, claim, dimension) or found
    if found is None:
        found = _aspect_in(clause, reversed(_gone_on_from(page, number, before, dimension)), dimension)
    if found is None and moment:
        found = moment, frozenset[int]()
    near_forms = clause.words.forms[max(before.start, before.stop - _PASSED_REACH) : before.stop]
    forms_behind = clause.words.forms[behind.start : behind.stop]
    begin = clause.words.within(clause.sentence.start, clause.sentence.end).start
    forms = clause.words.forms[begin : before.stop]
    told, words = found or ("", frozenset())
    skipped = words | _own_words(clause, claim)
    named = [e for e in page.entities[number] if e.label != Label.QUANTITY]
    near = {
        root
        for index in (*before, *behind)
        if index not in skipped and not any(e.start <= clause.words.spans[index].start + 2 < e.end for e in named)
        for root in _roots(clause.words.forms[index])
    }
    spans = clause.words.spans
    reach = Span(spans[before.start].start if before else claim.start, spans[behind[-1]].end if behind else claim.end)
    led = near & {word for index in before for word in _roots(clause.words.forms[index])}
    near |= {
        f"@{e.name}"
        for e in named
        if e.label in _NAMED and e.name not in state_names() and reach.start <= e.start < reach.end
    }
    return Aspect(
        told,
        frozenset(near),
        frozenset(led),
        whom_counted(clause, claim, unit),
        place_of_part(page, number, claim) or quarter_told(near_forms, forms_behind),
        _is_set_against(clause, claim),
        "منذ" in clause.words.forms[clause.indices.start : clause.indices.stop] or bool(_IN_ALL & set(near_forms)),
        _noun_behind(clause, claim, value),
        frozenset(),
        _move(clause, near_forms, value),
        is_of_then(clause, begin, before, behind),
        is_earlier(forms),
        not _NOT & set(near_forms) and bool(_PASSED & set(near_forms)),
        second=is_of_second(clause, before),
        until=is_as_of((*near_forms, *forms_behind)),
        whose=_whose(page, number, claim, reach),
    )


def _whose(page: Page, number: int, claim: Claim, reach: Span) -> str:
    people = [e for e in page.entities[number] if e.label == Label.PER and reach.start <= e.start < reach.end]
    before = (e.name for e in reversed(people) if e.end <= claim.start)
    clause = page.clauses[number]
    behind = (e for e in people if e.start >= claim.end)
    for_him = (e.name for e in behind if clause.words.forms[word_index(clause, e.start)].startswith("ل"))
    return next(before, "") or next(for_him, "")


def _gone_on_from(page: Page, number: int, before: range, dimension: str) -> range:
    """«نال زيد 7 %، وعمرو 2 %»: the words before the figure from which this one goes on, without a verb of its own."""
    clause = page.clauses[number]
    forms = clause.words.forms
    start = next((i for i in before if forms[i][:1].isalpha()), before.stop)
    named = any(e.label == Label.PER and word_index(clause, e.start) == start for e in page.entities[number])
    joined = start < before.stop and (forms[start].startswith(_JOINED) or forms[start] in _NEXT or named)
    if dimension not in _TOLD_IN_TURN or not joined:
        return range(0)
    near = (e for n in (number - 1, number) if n >= 0 for e in page.entities[n] if e.label == Label.QUANTITY)
    told = [e for e in near if isinstance(e.value, Quantity) and dimension_of(e.value) == dimension]
    ends = [word_index(clause, e.start) for e in told if e.end <= clause.words.spans[start].start]
    begin = clause.words.within(clause.sentence.start, clause.sentence.end).start
    if not ends or ends[-1] < max(begin, start - _AHEAD):
        return range(0)
    return range(max(begin, ends[-1] - _AHEAD), ends[-1])


def _window(page: Page, number: int, claim: Claim) -> tuple[range, range]:
    """The words before and behind a figure, as far as the next ones."""
    clause = page.clauses[number]
    first, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)
    indices = clause.words.within(clause.span.start, clause.span.end)
    dimension = dimension_of(claim.value) if isinstance(claim.value, Quantity) else ""
    figures = [
        e
        for e in page.entities[number]
        if isinstance(e.value, Quantity) and dimension_of(e.value) == dimension and not _is_aside(clause, e)
    ]
    ends = [word_index(clause, e.end - 1) + 1 for e in figures if e.end <= claim.start]
    starts = [word_index(clause, e.start) for e in figures if e.start >= claim.end]
    start = max([indices.start, first - _AHEAD, *ends])
    return range(start, first), range(last + 1, min([indices.stop, last + 1 + _BEHIND, *starts]))


def _is_aside(clause: Clause, entity: Entity) -> bool:
    """«اللاعب البالغ من العمر 33 عاما», «القطار المؤلف من تسع عربات», «الدفعة الأولى»: says which, and ends nothing."""
    if isinstance(entity.value, Quantity) and entity.value.kind is QuantityKind.ORDINAL:
        return True
    first = word_index(clause, entity.start)
    return bool(_OF_AGE & set(clause.words.forms[max(first - _MOMENT_REACH, 0) : first]))


def _own_words(clause: Clause, claim: Claim) -> frozenset[int]:
    return frozenset(range(word_index(clause, claim.start), word_index(clause, claim.end - 1) + 1))


def _aspect_in(
    clause: Clause, indices: Iterable[int], dimension: str, *, behind: bool = False
) -> tuple[str, frozenset[int]] | None:
    """The first aspect that the words tell which fits the figure, and the words that tell it."""
    forms = clause.words.forms
    for index in indices:
        if behind and forms[index][:1] == "و" and len(forms[index]) > _CONJOINED:
            return None  # «خمسة ركاب وطاقم»
        for start in (index,) if behind else range(max(index - _COMPOUND, 0), index + 1):
            for aspect_id, length, dimensions, rest in _entries_at(forms[start]):
                follows = forms[start + 1 : start + length]
                fits = dimension in dimensions and len(follows) == length - 1 and start + length > index
                if fits and all(part in _readings(form) for part, form in zip(rest, follows, strict=True)):
                    return aspect_id, frozenset(range(start, start + length))
    return None


_Found = tuple[str, int, frozenset[str], tuple[str, ...]]


@lru_cache(maxsize=20_000)
def _entries_at(form: str) -> tuple[_Found, ...]:
    """The aspects that a word may begin to tell, the longest first, as the lexicon has them."""
    table = _entries()
    found = {entry for reading in _readings(form) for entry in table.get(reading, ())}
    return tuple(entry for _, entry in sorted(found, key=lambda entry: (-entry[1][1], entry[0])))


@lru_cache(maxsize=20_000)
def _readings(form: str) -> frozenset[str]:
    return variants(form) | {form}


@cache
def single_aspects() -> frozenset[str]:
    """The aspects of which a story has one («الحداد», «من كانوا على المتن»)."""
    return frozenset(row[0] for row in rows("aspects") if row[5:] == ["one"])


@cache
def _entries() -> dict[str, list[tuple[int, _Found]]]:
    """First word of a form → its row, the aspect, its words, its dimensions and the words that follow."""
    found: dict[str, list[tuple[int, _Found]]] = {}
    for number, row in enumerate(rows("aspects")):
        for form in row[4].split():
            first, *rest = (fold(part) if part[0] != "~" else "~" + fold(part[1:]) for part in form.split("_"))
            entry = row[0], 1 + len(rest), frozenset(row[1].split(",")), tuple(rest)
            found.setdefault(first, []).append((number, entry))
    return found


def _move(clause: Clause, before: Sequence[str], value: Quantity) -> str:
    """Whether a figure tells by how much («بمقدار أربعة قروش», «رفع … بنسبة 3%») or up to what («إلى 3%») it went."""
    near = set(before[-_BY_REACH:])
    if is_points(value) or _BY & near:
        return "change"
    if _TO & near:
        return "level"
    rises = any(hit.id in ("up", "down") for hit in clause.hits.get("trends", ())) or bool(_RAISES & set(before))
    return "change" if value.kind is QuantityKind.PERCENT and rises else ""


def _noun_behind(clause: Clause, claim: Claim, value: Quantity) -> str:
    if value.kind is not QuantityKind.COUNT or not value.unit:
        return ""
    _, *more = fold(value.unit).split()
    behind = word_index(clause, claim.end - 1) + 1
    word = next(iter((*more, *clause.words.forms[behind : behind + 1])), "")
    return next(iter(_roots(word)), "") if word[:1] not in "وفبلك" else ""


def _is_set_against(clause: Clause, claim: Claim) -> bool:
    forms = clause.words.forms[: word_index(clause, claim.start)]
    return not _AGAINST.isdisjoint(forms) or not _AGAINST_PAIRS.isdisjoint(pairwise(forms))


def _in_turn(page: Page, number: int, claim: Claim, dimension: str) -> tuple[str, frozenset[int]] | None:
    """«على الإيداع والإقراض، ليصبحا 16.25% و17.25% على الترتيب»: the aspect that comes in the figure's turn."""
    clause = page.clauses[number]
    if not _RESPECTIVELY & set(clause.words.forms[word_index(clause, claim.end - 1) :]):
        return None
    same = (e for e in page.entities[number] if isinstance(e.value, Quantity) and dimension_of(e.value) == dimension)
    figures: list[Entity] = []
    for entity in same:  # those right behind each other
        if figures and word_index(clause, entity.start) - word_index(clause, figures[-1].end - 1) > _COMPOUND:
            figures = []
        figures.append(entity)
    if not any(e.start < claim.end and claim.start < e.end for e in figures):
        return None
    turn = sum(e.end <= claim.start for e in figures)
    told: dict[str, frozenset[int]] = {}
    for index in range(clause.indices.start, word_index(clause, figures[0].start)):
        if (found := _aspect_in(clause, (index,), dimension)) and index in found[1]:
            told.setdefault(*found)
    named = list(told.items())[-len(figures) :]
    return named[turn] if len(named) == len(figures) and turn < len(named) else None


def _moment(clause: Clause, before: range) -> str:
    """«قبل يومين», «خلال عشر دقائق»: how long ago, how long after."""
    near = set(clause.words.forms[max(before.start, before.stop - _MOMENT_REACH) : before.stop])
    return "ago" if near & _AGO else "within" if near & _WITHIN else ""


def _roots(form: str) -> Iterator[str]:
    """The roots by which a word may be met again, whether or not its first letter is a preposition."""
    if len(form) < 3 or not form[0].isalpha() or form in _fillers() or nationality(form):
        return
    bare = form.removeprefix("و")
    if bare in _fillers():
        return
    yield meaning(form)


@cache
def _fillers() -> frozenset[str]:
    return function_words() | {fold(word) for row in rows("measure_words") for word in row[0].split()}
