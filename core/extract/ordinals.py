"""Ranks: «أول قمة», «القمة الثانية», «للمرة الثالثة», «القرن الحادي والعشرون», «المركز 3»."""

from __future__ import annotations

from core.extract.amounts import Amount
from core.extract.figure_contexts import is_whole, plays
from core.extract.numerals import Word, number_words
from core.extract.tokens import Tokens
from core.extract.units import Unit, guess_unit, read_unit, singular, uncounted, units
from core.model import QuantityKind

HIGHEST_ORDINAL = 10  # beyond, ranks are said with cardinals: «الذكرى العشرون»
# Behind these no noun follows that is ranked: أول أمس, أول من, الأول من ديسمبر.
_NO_RANK_BEHIND = frozenset(("امس", "من", "ما", "باول", "الامر", "وهله", "بال", "و", "عهد"))
_SUBJECTS = frozenset(
    [
        "هو",
        "هي",
        "وهو",
        "وهي",
        "هما",
        "كان",
        "كانت",
        "يكون",
        "تكون",
        "يعد",
        "تعد",
        "يعتبر",
        "تعتبر",
        "تعتبر",
        "وهذا",
        "وهذه",
        "هذا",
        "هذه",
    ]
)
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")


def read_ordinal(tokens: Tokens, index: int) -> tuple[Amount | None, int]:
    """The rank whose ordinal stands at token `index`, and the token behind the words looked at.

    None where the ordinal is part of a name, a date or a turn of phrase.
    """
    word = number_words()[tokens.forms[index]]
    rank = _rank(tokens, index, word)
    if rank is None:
        return None, index + 1
    value, stop = rank
    if tokens.form(index - 1) == "ال" and not tokens.touches(index):
        return None, stop  # the house of Al Thani
    amount = _behind_noun(tokens, index, value, stop) if word.definite or value > 1 else None
    amount = amount or (None if word.definite else _before_noun(tokens, index, word, value, stop))
    amount = amount or _behind_noun(tokens, index, value, stop)
    amount = amount or (_alone(tokens, index, value, stop) if word.definite else _isolated(tokens, index, value, stop))
    return amount, amount.stop if amount else stop


def _rank(tokens: Tokens, index: int, word: Word) -> tuple[float, int] | None:
    """The ordinal's value, with «عشر» or a ten behind it: الثالث عشر, الحادي والعشرون."""
    stop = index + 1
    ones = word.roles.get("ordinal") or word.roles.get("teen") or word.roles.get("one")
    following = number_words().get(tokens.form(stop))
    if following is not None and ones is not None:
        if "ten" in following.roles and following.bare:
            return 10 + ones, stop + 1
        if "tens" in following.roles and following.conjunction and following.definite == word.definite:
            return ones + following.roles["tens"], stop + 1
    if tokens.form(stop) == "و" and ones is not None:
        following = number_words().get(tokens.form(stop + 1))
        if following is not None and "tens" in following.roles and following.definite == word.definite:
            return ones + following.roles["tens"], stop + 2
    if "ordinal" in word.roles:
        return word.roles["ordinal"], stop
    if "hundred" in word.roles and word.definite and following is not None and following.conjunction:
        rest = _rank(tokens, stop, following) if following.definite else None
        return (word.roles["hundred"] + rest[0], rest[1]) if rest else None
    return None


def _before_noun(tokens: Tokens, index: int, word: Word, value: float, stop: int) -> Amount | None:
    """«أول قمة», «ثاني أكبر دولة», «ثالث الخلفاء»."""
    form = tokens.form(stop)
    if form in _NO_RANK_BEHIND or not tokens.is_word(stop):
        return None
    if plays("elative", form):
        stop += 1
        form = tokens.form(stop)
    reading = read_unit(tokens, stop, definite=True)
    if (
        reading is not None
        and reading.unit.kind in (QuantityKind.DURATION, QuantityKind.MONEY)
        and form.startswith("ال")
    ):
        return None
    reading = reading or guess_unit(tokens, stop)
    # ثانية is also the second that a minute has sixty of.
    if reading is None or "unit" in word.roles or tokens.forms[index].endswith("ثانيه"):
        return None
    start = tokens.after_letters(index, word.cut) if word.cut else tokens.starts[index]
    return _made(tokens, value, index, start, reading.stop, reading.unit, 0.9 if reading.unit.known else 0.75)


def _behind_noun(tokens: Tokens, index: int, value: float, stop: int) -> Amount | None:
    """«القمة الثانية», «قمة ثانية», «للمرة الثالثة»: noun and ordinal agree in definiteness."""
    place = index - 1
    form = tokens.form(place)
    if not tokens.is_word(place) or plays("unranked", form) or form in uncounted() or form == "الله":
        return None
    if form.startswith("ال") and form.endswith(("يه", "ي")) and form[2:] not in units():
        # «الذكرى السنوية الأولى»: an adjective stands between; without a known noun before it there is no telling.
        place, form = place - 1, tokens.form(place - 1)
        if _without_proclitics(form)[1] not in units() or plays("unranked", form):
            return None
    definite = tokens.forms[index].startswith(("ال", "وال", "بال", "لل"))
    cut, bare, has_article = _without_proclitics(form)
    if has_article != definite or len(bare) < 2 or (form == "الدرجه" and tokens.form(place - 1) == "من"):
        return None
    # «الأولي» is «initial» beside a masculine noun, and an undotted «الأولى» beside a feminine one.
    if tokens.forms[index].endswith("اولي") and bare[-1] not in "هيا":
        return None
    unit = units().get(bare)
    if unit is None:
        if (definite and bare[-1] in "يه" and plays("unranked", tokens.form(place - 1))) or bare in number_words():
            return None
        # «الحسن الثاني» is a king: an unknown noun is ranked only where its ending shows a noun.
        if not definite or bare[-1] != "ه":
            return None
        unit = Unit(singular(_raw_bare(tokens, place, bare)), QuantityKind.COUNT, known=False)
    if unit.plural or unit.dual or (unit.kind is QuantityKind.DURATION and not definite):
        return None
    start = tokens.after_letters(place, cut) if cut else tokens.starts[place]
    return _made(tokens, value, place, start, stop, unit, 0.9 if unit.known else 0.7)


def _raw_bare(tokens: Tokens, place: int, bare: str) -> str:
    raw = tokens.raw(place)
    return raw[-len(bare) :] if len(raw) >= len(bare) else raw


def _without_proclitics(form: str) -> tuple[int, str, bool]:
    """Letters to cut from the span, the bare word, and whether it has the article; a word in للـ stays whole."""
    for prefix, cut in (("لل", 0), ("ولل", 1), ("ال", 0), ("وال", 1), ("بال", 1), ("فال", 1), ("كال", 1), ("وبال", 2)):
        if form.startswith(prefix) and len(form) - len(prefix) >= 2:
            return cut, form[len(prefix) :], True
    if form not in units():
        for prefix in _PROCLITICS:
            if form.startswith(prefix) and form[len(prefix) :] in units():
                return len(prefix), form[len(prefix) :], False
    return 0, form, False


def _alone(tokens: Tokens, index: int, value: float, stop: int) -> Amount | None:
    """«هو الثاني من نوعه», or nothing but the ordinal."""
    nature = tokens.form(stop) == "من" and tokens.form(stop + 1) in ("نوعه", "نوعها")
    if nature or tokens.form(index - 1) in _SUBJECTS:
        return _made(tokens, value, index, tokens.starts[index], stop, None, 0.8)
    return _isolated(tokens, index, value, stop)


def _isolated(tokens: Tokens, index: int, value: float, stop: int) -> Amount | None:
    if is_whole(tokens, index, stop):
        return _made(tokens, value, index, tokens.starts[index], stop, None, 0.7)
    return None


def _made(tokens: Tokens, value: float, first: int, start: int, stop: int, unit: Unit | None, score: float) -> Amount:
    return Amount(value, value, first, start, tokens.ends[stop - 1], stop, unit, QuantityKind.ORDINAL, score)


def ranked_cardinal(tokens: Tokens, index: int, value: float, stop: int) -> Amount | None:
    """«الذكرى العشرون», «السيارة الواحد والعشرون», «المركز 3»: a cardinal that ranks the singular noun before it."""
    amount = _behind_noun(tokens, index, value, stop) if not tokens.is_figure(index) else None
    if amount is not None or not tokens.is_figure(index):
        return amount
    place = index - 1 - (tokens.form(index - 1) == "ال")
    if not plays("rank", tokens.form(place)):
        return None
    cut, bare, has_article = _without_proclitics(tokens.form(place))
    unit = units().get(bare) or Unit(singular(_raw_bare(tokens, place, bare)), QuantityKind.COUNT, known=False)
    if not has_article or unit.plural:
        return None
    start = tokens.after_letters(place, cut) if cut else tokens.starts[place]
    return _made(tokens, value, place, start, stop, unit, 0.75)
