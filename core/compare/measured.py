"""What a figure measures: the nouns that lead to it («معدل البطالة … 16.1 %» → بطالة), and of what it is a share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from core.compare.page import Page
from core.compare.parties import word_index
from core.compare.settings import Days
from core.compare.spoken_of import is_ranked_again
from core.extract.clauses import Clause
from core.extract.concepts import function_words, nationality, rows
from core.model import Claim, ClaimKind, Label, Quantity, QuantityKind, TimeValue
from core.text.arabic import fold
from core.text.stems import root

_HEADS = 4  # nouns before a figure that may say what it measures
_DEFINITE = re.compile("[وف]?(?:[بك]?ال|لل)")
_SETS = frozenset(("في", "من", "عن", "علي", "خلال", "بين"))  # the noun behind is where, not what
_OF = ("من", "في")
_RESUMED = frozenset(("الي", "اي", "او", "يعادل", "تعادل"))
_ASIDE = 60  # words from which a time is said of nothing near the figure
_COMMAS = frozenset("،,؛")
_THAT = frozenset(("ان", "بان", "وان", "وبان", "فان"))
_COMPARES = frozenset(("ضعف", "ضعفي", "ضعفا", "اضعاف", "مقارنه", "بالمقارنه", "قياسا", "مما", "عما", "مقابل", "غرار"))
_AGO = frozenset(("قبل", "بعد", "منذ", "خلال", "غضون", "كل", "طوال", "بعيد", "قبيل"))


def measured(page: Page, number: int, claim: Claim) -> tuple[str, ...]:
    """Roots of the nouns that lead to the figure, the nearest first; () for a moment («قبل ثلاثة أيام»).

    Only words behind an earlier figure count, unless this one goes on from it («2.8 مليون ناخب، أي 30.5 %»).
    """
    forms = page.clauses[number].words.forms
    return tuple(dict.fromkeys(root for index in _leading(page, number, claim) for root in _head(forms[index])))[
        :_HEADS
    ]


def named_measure(page: Page, number: int, claim: Claim) -> str:
    """The nearest definite noun that leads to the figure, as written («معدل التضخم … 8 %» → التضخم), "" for none."""
    words = page.clauses[number].words
    for index in _leading(page, number, claim):
        if _DEFINITE.match(words.forms[index]) and words.forms[index - 1] not in _SETS:
            span = words.spans[index]
            return _DEFINITE.sub("ال", page.analysis.article.text[span.start : span.end], count=1)
    return ""


def _leading(page: Page, number: int, claim: Claim) -> list[int]:
    """The words that lead to a figure and name something, the nearest first."""
    if claim.kind is not ClaimKind.QUANTITY or not isinstance(claim.value, Quantity):
        return []
    clause = page.clauses[number]
    first = word_index(clause, claim.start)
    if claim.value.kind is QuantityKind.DURATION and _AGO & set(clause.words.forms[max(first - 2, 0) : first]):
        return []
    start = clause.words.within(clause.span.start, clause.span.end).start
    figures = [e for e in page.entities[number] if e.label == Label.QUANTITY and e.end <= claim.start]
    cut = word_index(clause, figures[-1].end - 1) + 1 if figures else start
    names = [e for e in page.entities[number] if e.label in (Label.PER, Label.LOC, Label.TIME, Label.QUANTITY)]

    def heads(begin: int, end: int) -> list[int]:
        spans = clause.words.spans
        return [
            index
            for index in range(end - 1, begin - 1, -1)
            if not any(e.start <= spans[index].start + 2 and spans[index].end <= e.end for e in names)
            and _head(clause.words.forms[index])
        ]

    resumed = bool(figures) and bool(_RESUMED & set(clause.words.forms[cut:first]))
    return heads(cut, first) or (heads(start, cut) if resumed else [])


def is_beside(clause: Clause, claim: Claim, position: int) -> bool:
    """Whether what stands at a word may be said of a figure.

    Not «وضمت القرم عام 2014، وقتل 13 ألف شخص», not «94 ألفا، وبأن أواخر يناير …», not «175 ألفا، ضعف ما كان في الربيع».
    """
    forms = clause.words.forms
    first, last = sorted((word_index(clause, claim.start), position))
    if last - first > _ASIDE:
        return False
    between = forms[first:last]
    joined = any(a in _COMMAS and b[:1] == "و" for a, b in pairwise(between))
    return not joined and not (_THAT | _COMPARES) & set(between)


def dated(page: Page, number: int, claim: Claim) -> Days | None:
    """The time told beside a figure, before the next one and behind the one before; none beside a second rank of one
    meeting, which is counted from another time than the first («الثانية هذا الشهر، والخامسة منذ …»)."""
    if claim.kind is not ClaimKind.QUANTITY or is_ranked_again(page.clauses[number], claim):
        return None
    near = page.entities[number]
    figures = [e for e in near if e.label == Label.QUANTITY]
    begin = max((e.end for e in figures if e.end <= claim.start), default=0)
    stop = min((e.start for e in figures if e.start >= claim.end), default=page.clauses[number].span.end)
    clause = page.clauses[number]
    times = [
        e for e in near if begin <= e.start and e.end <= stop and is_beside(clause, claim, word_index(clause, e.start))
    ]
    times.sort(key=lambda e: e.start < claim.start)  # what stands behind it first
    told = [e.value for e in times if isinstance(e.value, TimeValue)]
    return next(((v.begin, v.end) for v in told if v.begin and v.end), None)


def share_of(clause: Clause, claim: Claim) -> str:
    """Root of the noun behind «من» («60 % من الأصوات», «من المقاعد»), "" where none is told."""
    forms = clause.words.forms
    behind = word_index(clause, claim.end - 1) + 1
    if not isinstance(claim.value, Quantity) or behind + 1 >= len(forms) or forms[behind] != _OF[0]:
        return ""
    return next(iter(_head(forms[behind + 1])), "")


def one_measure(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether two figures are led to by one noun."""
    return bool(set(a) & set(b))


def _head(form: str) -> list[str]:
    known = _fillers()
    bare = form.removeprefix("و")
    if len(form) < 3 or not form[0].isalpha() or form in known or bare in known or nationality(form):
        return []
    return [root(form)]


@cache
def _fillers() -> frozenset[str]:
    return function_words() | {fold(word) for row in rows("measure_words") for word in row[0].split()}
