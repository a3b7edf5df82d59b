"""What stands around a number and makes it something else than a count: references, names, scores, years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from core.extract.figures import Numeral
from core.extract.numerals import number_words
from core.extract.tokens import BARRIER, Tokens, lexicon
from core.extract.units import units

_YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}")
_RELATIONS = frozenset('<>=~≈≤≥(«"')
_JOINTS = frozenset("-–—−/_:@#*\\+")
_HYPHENS = ("-", "–", "—")
_SHORT = 80  # characters of a text that may be a figure alone
_PHONE = 10  # digits
# «بلغ عدد القتلى …»: the verb, the number, and over how many words its figure follows.
_NUMBER, _NUMBER_REACH = frozenset(("عدد", "حصيله", "مجموع", "اجمالي")), 10
_BEFORE_YEAR = frozenset(("في", "منذ", "خلال", "حتي", "قبل", "بعد", "من", "بين"))
_REACH = 4  # words between «قرار» and its number: قرار مجلس الأمن الدولي رقم
_SCORE_REACH = 8


@cache
def _roles() -> Mapping[str, frozenset[str]]:
    return {
        role: frozenset(cut + form for cut in ("", *_CUTS) for form in forms.split())
        for role, forms in lexicon("figure_contexts.tsv")
    }


def plays(role: str, form: str) -> bool:
    """True where the word, without proclitics and article, is listed in `role`."""
    return form in _roles()[role]


_CUTS = ("ال", "و", "ب", "ل", "ف", "وال", "بال", "لل", "فال", "ولل", "وب", "ول", "وبال", "كال")


def is_change(tokens: Tokens, index: int) -> bool:
    """True where a verb of change stands shortly before token `index` («ارتفع … من 5 إلى 10»)."""
    return any(plays("change", tokens.form(index - back)) for back in range(1, _SCORE_REACH) if index >= back)


def is_score(tokens: Tokens, index: int) -> bool:
    """True where the words around speak of a match, or more pairs with a dash stand beside («6-4 و7-5»)."""
    around = range(max(0, index - _SCORE_REACH), index + _SCORE_REACH)
    if any(plays("sport", tokens.form(place)) for place in around):
        return True
    return any(tokens.form(index + step) in _HYPHENS for step in (-4, -3, -2, 4, 5) if index + step >= 0)


def is_dated(tokens: Tokens, stop: int) -> bool:
    """True where a month follows, or more days and then a month («10 و12 يناير»), or a date that was read («10 و»)."""
    place = stop
    while place < stop + _SCORE_REACH and (tokens.form(place) in _DAY_LINKS or tokens.is_figure(place)):
        place += 1
    if tokens.form(place) == BARRIER:
        bracketed = tokens.form(place - 1) == "("  # «10، 11 (يناير)»
        return place > stop and (bracketed or tokens.text[tokens.starts[place]].isdigit())
    return plays("month", tokens.form(place))


def is_counted(tokens: Tokens, index: int) -> bool:
    """True where the words before say that a bare figure counts («بلغ 2000»)."""
    if any(plays("counting", tokens.form(index - back)) for back in (1, 2, 3) if index >= back):
        return True
    return tokens.forms[index].isdigit() and _is_told_of_number(tokens, index)


def _is_told_of_number(tokens: Tokens, index: int) -> bool:
    """«بلغ عدد القتلى في تركيا 1498»: over the words that say whose number it is; «عدد القتلى في حرب 1973 ألفان»."""
    if plays("reference", tokens.form(index - 1)) or tokens.form(index - 1) in _BEFORE_YEAR:
        return False
    if tokens.is_figure(index + 1) or tokens.form(index + 1) in number_words():
        return False
    for place in range(index - 1, max(index - _NUMBER_REACH, 0), -1):
        if not tokens.is_word(place) and tokens.form(place) != BARRIER:
            return False
        if tokens.form(place).removeprefix("و") in _NUMBER:
            return any(plays(role, tokens.form(place - 1)) for role in ("counting", "change"))
    return False


def is_reached(tokens: Tokens, index: int) -> bool:
    """True behind a change and «إلى» («ارتفع عدد الوفيات إلى أربع»)."""
    return tokens.form(index - 1) == "الي" and is_change(tokens, index)


def is_reference(tokens: Tokens, index: int, *, bounded: bool) -> bool:
    """True for the number of an article, resolution, page … and for what is joined to one («المادتان 5 و6»)."""
    place = index - 1
    while place >= 0 and (tokens.form(place) in _LINKS or tokens.is_figure(place)):
        if tokens.form(place) == "الي" and not tokens.is_figure(place - 1):
            return False  # «ارتفع العدد إلى 175 ألفا»; in «المواد 5 إلى 8» a figure stands before
        place -= 1
        if index - place > _SCORE_REACH:
            return False
    if plays("reference", tokens.form(place)):
        return not (bounded and tokens.form(place) == "الرقم")
    # «قرار مجلس الأمن الدولي 2202»: further away only definite words may stand between.
    for _ in range(_REACH):
        if not (tokens.is_word(place) and place > 0):
            return False
        if tokens.form(place - 1) in _FAR_REFERENCES or tokens.form(place - 1).removeprefix("ال") in _FAR_REFERENCES:
            return tokens.forms[index].isdigit() and len(tokens.forms[index]) >= 3
        place -= 1
    return False


_DAY_LINKS = frozenset(("و", "،", ",", "ال", "-", "–", "من", "او", "("))
_LINKS = frozenset(("و", "،", ",", "(", "[", ":", "ال", "-", "–", "الي", "او", "/", "ب"))
_FAR_REFERENCES = frozenset(("قرار", "قرارات", "قراري", "بقرار", "للقرار"))


def is_named(tokens: Tokens, index: int) -> bool:
    """True for digits that belong to a name: F-16, كوفيد-19, فرانس 24, G20."""
    before = tokens.form(index - 1)
    if tokens.touches(index) and (before[:1] in _JOINTS or (before[:1].isascii() and before[:1].isalpha())):
        return not (before[:1] in "-–—−" and (not tokens.touches(index - 1) or tokens.form(index - 2) in _RELATIONS))
    if plays("designator", before) or (
        before in ("/", *_HYPHENS) and (tokens.is_figure(index - 2) or tokens.form(index - 2) == "صفر")
    ):
        return True
    return index > 0 and before[:1].isascii() and before[:1].isalpha()


def is_labelled(tokens: Tokens, index: int) -> bool:
    """True for digits that number the singular noun before them: «شقة 5», «شاهد 1»."""
    unit = units().get(tokens.form(index - 1))
    return unit is not None and not unit.plural


def is_joined_behind(tokens: Tokens, stop: int) -> bool:
    """True where letters or a joint and more follow the digits: 5G, 17:30, 3-2-1, 21 / 8."""
    if tokens.form(stop) in ("/", *_HYPHENS) and (tokens.is_figure(stop + 1) or tokens.form(stop + 1) == "صفر"):
        return True
    if not tokens.touches(stop):
        return False
    form = tokens.form(stop)
    if form[:1].isalpha():
        return True
    return form[:1] in ":/_@-–" and tokens.touches(stop + 1) and (tokens.is_figure(stop + 1) or form[:1] in "@_")


def is_bracketed(tokens: Tokens, index: int, stop: int) -> bool:
    """True for a figure alone in brackets: (5), [12]."""
    return tokens.form(index - 1) in ("(", "[", "{") and tokens.form(stop) in (")", "]", "}")


def is_list_mark(tokens: Tokens, index: int, stop: int) -> bool:
    """True for the number of an item at the head of a line: 1- … 2. … 3) …"""
    return index == 0 and tokens.form(stop) in ("-", "–", ".", ")", "ـ", ":", "/") and stop + 1 < len(tokens)


def is_whole(tokens: Tokens, index: int, stop: int) -> bool:
    """True where the text is nothing but the figure, give or take a sign: then it is one, whatever it looks like."""
    text = tokens.text
    if index > 1 or stop < len(tokens) or len(text) > _SHORT:
        return False
    return not text[: tokens.starts[0]].strip() and not text[tokens.ends[stop - 1] :].strip()


def is_era(tokens: Tokens, stop: int) -> bool:
    """True where ق.م. or «قبل الميلاد» follows: what precedes is a year."""
    form = tokens.form(stop)
    if form == "ق":
        return tokens.form(stop + 1) == "م" or tokens.form(stop + 2) == "م"
    return (form in ("قبل", "بعد") and tokens.form(stop + 1) == "الميلاد") or form in (
        "ميلادي",
        "ميلاديه",
        "هجري",
        "هجريه",
        "للهجره",
    )


def is_year(tokens: Tokens, index: int) -> bool:
    """True for four plain digits between 1000 and 2099."""
    return _YEAR.fullmatch(tokens.forms[index]) is not None


def is_likely_year(tokens: Tokens, index: int, numeral: Numeral) -> bool:
    """True for a year of our time that is no round number: even before a noun it is rather a year."""
    return (
        numeral.stop == index + 1
        and is_year(tokens, index)
        and _RECENT[0] <= numeral.low <= _RECENT[1]
        and numeral.low % 50 != 0
    )


_RECENT = (1940, 2039)


def is_phone(tokens: Tokens, index: int, stop: int) -> bool:
    """True for digits among other digits, behind a plus or a leading zero, or too many to be read at a glance."""
    form = tokens.forms[index]
    if form.isdigit() and ((form[0] == "0" and len(form) > 1) or len(form) >= _PHONE):
        return True
    if tokens.form(index - 1) in ("+", ")") and tokens.touches(index) and len(form) > 4:
        return True
    if tokens.form(index - 1) == ")" and tokens.form(index - 3) == "+":
        return True
    beside = (tokens.is_figure(place) and len(tokens.form(place)) > 1 for place in (index - 1, stop))
    return any(beside) and form.isdigit()
