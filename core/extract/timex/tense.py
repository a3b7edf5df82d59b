"""Whether the words around a time expression speak of what was or of what is to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import cache, lru_cache

from core.extract.timex.words import Token, table
from core.text.arabic import fold

# How far a verb governs: words before and behind the expression. Bounds the work in a text without sentences.
_BACK, _AHEAD = 40, 15
_COMPLEMENTISERS = frozenset(
    {"ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", "وان", "وانه", "وانها", "وبان", "وبانه", "فان", "لان"}
)
_STOPS = frozenset({"،", ",", "؛", ";", ":", "(", ")", "«", "»", '"', "“", "”", "-", "–", "|", "."})
_DASHES = frozenset({"-", "–", "—"})
_OPENERS = frozenset({"في", "وفي", "يوم", "ويوم", "خلال", "وخلال"})
_WAS = frozenset({"كان", "كانت", "كانوا", "كانا", "وكان", "وكانت", "لم", "ولم", "فكان"})
_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذان", "اللتان", "قد", "لقد", "وقد", "ما", "كما"})
_MAY = frozenset({"قد", "وقد", "ربما", "وربما"})
_BEFORE_VERBS = frozenset({"حين", "عندما", "حيث", "ان", "الذي", "التي", "سوف", "لن"})
_EVES, _EVE_REACH = frozenset({"قبيل", "عشيه", "وعشيه"}), 4
_SINCE = frozenset(("منذ", "ومنذ", "فمنذ"))
_BEFORE = frozenset({"قبل", "وقبل", "قبيل"})
_SAID_REACH = 7  # words from the day of a report to «أن»
# Where something is said: «وذلك في مكالمة …» is the occasion of the saying, not of what is said.
_SAYINGS = frozenset(
    {"مكالمه", "اتصال", "محادثه", "حديث", "بيان", "مقابله", "تصريح", "تصريحات", "كلمه", "خطاب", "مؤتمر", "رساله"}
    | {"تغريده", "احاطه", "لقاء"}
)
_DATED_REACH = 9  # words between «تعود» and the date
_DATES_BACK = frozenset({proclitic + verb for proclitic in ("", "و", "ف") for verb in ("تعود", "يعود", "ترجع", "يرجع")})
_AFTER = frozenset({"بعد", "عقب", "غداه", "اثر"})
_AFTER_REACH = 5  # words between «بعد» and the date of what was before
_WAS_REACH = 6  # words between «كان» and «قد»
_MEASURES = frozenset(
    {"يزيد", "يقرب", "يقارب", "يصل", "يعادل", "يناهز", "يقل", "يتجاوز", "يربو", "يفوق", "تزيد", "تقل", "تتجاوز", "تصل"}
)
# Behind one of these an imperfect tells what goes on while its main verb happens, or is seen: it has that verb's time.
_MEANWHILE = frozenset({"وهو", "وهي", "وهما", "وهم"})
_PICTURES = frozenset({"صوره", "صور", "صورا", "لقطه", "لقطات", "مقطع", "فيديو", "تسجيل", "تسجيلا", "مشاهد", "مقاطع"})
_TURNS = frozenset(
    {"بينما", "فيما", "لكن", "لكنه", "لكنها", "لكنهما", "لكنهم", "ولكن", "ولكنهما", "غير", "بيد"}
)  # the clause ends before it
_SPOKEN = frozenset({":", "«", "“", '"'})  # what is quoted there has a tense of its own
_BE = frozenset({"تكون", "يكون", "تكونا", "يكونا", "يكونوا"})
_TOWARDS = frozenset({"علي", "الي", "عن"})
# Behind one of these the letters of a short perfect are a noun («عن قتل», «في عرض»).
_PREPOSITIONS = frozenset(
    {
        "علي",
        "عن",
        "في",
        "من",
        "الي",
        "مع",
        "بين",
        "بعد",
        "قبل",
        "منذ",
        "دون",
        "بدون",
        "حول",
        "ضد",
        "بسبب",
        "خلال",
        "عقب",
        "اثر",
        "رغم",
        "حق",
        "حد",
        "كل",
        "بصدد",
        "بهدف",
        "بقصد",
        "بغيه",
        "لاجل",
        "نيه",
        "بنيه",
        "وشك",
        "احتمال",
        "احتمالات",
        "امكانيه",
        "محاوله",
        "لمحاوله",
        "خطه",
        "خطط",
        "قرار",
        "موعد",
    }
)


# «بتوقيت», «للتصويت»: a verbal noun whose last letter no feminine adds.
_VERBAL_NOUN = re.compile(r"[بكلوف]{0,2}ت\w{2}يت$")


# «عقداه», «نشروها»: the dual or the plural with its object.
_WITH_OBJECT = ("تاها", "تاه", "وها", "وهم", "وه", "اهم", "اها", "اه")
_OF_VERBS = frozenset({"تا", "ت", "وا", *_WITH_OBJECT})


class Tense(Enum):
    """When the clause happens, seen from the day of publication."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


@cache
def _classes() -> dict[str, str]:
    return {fold(form): kind for form, kind in table("time_verbs.tsv") if kind not in ("until", "arranged")}


@cache
def _place_names() -> frozenset[str]:
    """The words by which places, states and their people are called, folded."""
    cells = (cell for name in ("places.tsv", "countries.tsv") for row in table(name) for cell in row)
    return frozenset(fold(word) for cell in cells for word in re.split(r"[|;\s]", cell) if word)


@lru_cache(maxsize=1 << 16)
def verb_class(full: str) -> str | None:
    """past, prospect, open, future, coming, state or None, of a folded word with or without و and ف."""
    for word in (full, full[1:]) if full[:1] in ("و", "ف") and len(full) > 3 else (full,):
        if word and (found := _by_lexicon(word) or _by_shape(word)):
            return None if found == "other" else found
    return None


def _by_lexicon(word: str) -> str | None:
    classes = _classes()
    if word in classes:
        return classes[word]
    # The feminine of a perfect (قال → قالت, التقى → التقت), its dual and plural, its object pronouns, both.
    for suffix in (*_WITH_OBJECT, "تا", "ت", "وا", "ا", "ها", "ه", "نا"):
        stem = word.removesuffix(suffix)
        # A weak last letter falls before them (أجرى → أجرت, أجروا) or turns to alif (أجراها).
        for form in (stem, stem + "ي", stem[:-1] + "ي" if stem.endswith("ا") else stem) if stem != word else ():
            if len(stem) > 2 - (form != stem) and classes.get(form) in ("past", "past?", "prospect", "open"):
                # A feminine or plural ending makes a verb of what may be a noun; a pronoun does not.
                return "past" if suffix in _OF_VERBS and classes[form] == "past?" else classes[form]
    return None


def _by_shape(word: str) -> str | None:
    if len(word) < 4 or word.startswith(("ال", "لل")) or word in _place_names() or f"ف{word}" in _place_names():
        return None  # «سيبيريا», «بيروت», «فيينا»
    if word[0] == "س" and word[1] in "يتن" and word[-1] != "ه":
        return "future"
    if word[0] == "ي" and word[-1] not in "ه":
        return "coming"
    if word[-1] == "ت" and word[-2] != "ا" and not _VERBAL_NOUN.match(word):
        return "past"
    return None


@cache
def _suspensions() -> frozenset[str]:
    return frozenset(fold(form) for form, kind in table("time_verbs.tsv") if kind == "until")


def tense(tokens: Sequence[Token], first: int, last: int) -> Tense:
    """The tense that governs the expression `tokens[first:last]`: the nearest verb of its clause.

    Behind أن a new clause begins; an expression that opens its clause («وفي نوفمبر اتهمت») belongs to what follows.
    """
    if _opens_clause(tokens, first, last) and (ahead := _ahead(tokens, last, 6)) is not Tense.UNKNOWN:
        return ahead
    if (
        first
        and tokens[first - 1].full in ("حتي", "الي")
        and any(
            token.form in _suspensions() or token.full in _suspensions()
            for token in tokens[max(first - _AHEAD, 0) : first]
        )
    ):
        return Tense.FUTURE
    if (
        first
        and tokens[first - 1].full == "الي"
        and any(token.full in _DATES_BACK for token in tokens[max(first - _DATED_REACH, 0) : first])
    ):
        return Tense.PAST
    towards, doubtful = False, Tense.UNKNOWN
    position = first
    while (position := position - 1) >= max(first - _BACK, 0):
        full = tokens[position].full
        if full == "وذلك" and _SAYINGS & {token.full for token in tokens[position + 2 : first][:1]}:
            position = _main_clause(tokens, position)
            continue
        if full in _COMPLEMENTISERS:
            if position and tokens[position - 1].full in _BEFORE:
                continue
            if position and tokens[position - 1].full in _SINCE:
                return Tense.PAST  # «منذ أن التقيا في جنيف يوم 16 يونيو»
            return doubtful if doubtful is not Tense.UNKNOWN else _ahead(tokens, last, _AHEAD)
        if full in _EVES and position >= first - _EVE_REACH and tokens[first - 1].full not in _STOPS:
            return Tense.UNKNOWN  # «أجريا مكالمة قبيل محادثات يناير»: later than what the verb tells
        if full in _TOWARDS:
            towards = True
        if full in _SINCE:
            if not any(token.full in _STOPS for token in tokens[position:first]):
                return Tense.PAST
            continue
        if _is_before_that(tokens, position):
            continue
        kind = None if _is_measure(tokens, position) else _class_at(tokens, position)
        if kind == "past?":
            if position and tokens[position - 1].full in _RELATIVES:
                return Tense.PAST
            # A verbal noun if its clause has a verb in front of it («المقرر عقده الاثنين»), else the verb itself.
            doubtful = Tense.PAST
        elif kind in ("coming", "state"):
            before = tokens[position - 1].full if position else ""
            if full in _BE and before in _COMPLEMENTISERS:
                return Tense.UNKNOWN  # «رجح أن تكون نهاية يناير موعدا»
            if before in _WAS:
                return Tense.PAST
            if before in _MEANWHILE or before in _PICTURES:
                continue
            if kind == "coming" or before in _MAY:
                return Tense.FUTURE
        elif kind in ("prospect", "open"):
            return Tense.FUTURE if towards and kind == "prospect" else Tense.UNKNOWN
        elif kind is not None:
            return Tense.PAST if kind == "past" else Tense.FUTURE
        elif full in _MAY and position + 1 < first:
            if any(token.full in _WAS for token in tokens[max(position - _WAS_REACH, 0) : position]):
                return Tense.PAST  # «كان بايدن قد تشاور»
            if _is_imperfect_in_ta(tokens[position + 1].full):
                return Tense.FUTURE
    told = doubtful if doubtful is not Tense.UNKNOWN else _ahead(tokens, last, _AHEAD)
    return Tense.PAST if told is Tense.UNKNOWN and _follows(tokens, first) else told


def _follows(tokens: Sequence[Token], first: int) -> bool:
    """«ثاني لقاء بينهما بعد قمة جنيف في يونيو»: what no verb sets ahead, and something else came after, has been."""
    for position in range(first - 2, max(first - 2 - _AFTER_REACH, -1), -1):
        if tokens[position].full in _STOPS:
            return False
        if tokens[position].full in _AFTER:
            return True
    return False


def names_arrangement(tokens: Sequence[Token]) -> bool:
    """A phrase without a verb that names what is set for a day («قمة», «محادثات»)."""
    kinds = [verb_class(token.full) for token in tokens]
    return not {"past", "past?", "future", "coming", "prospect", "open"} & {*kinds} and any(
        token.full.removeprefix("و").removeprefix("ال") in _arrangements() for token in tokens
    )


@cache
def _arrangements() -> frozenset[str]:
    return frozenset(fold(form) for form, kind in table("time_verbs.tsv") if kind == "arranged")


def dates_report(tokens: Sequence[Token], last: int) -> bool:
    """Whether what ends before `last` is when somebody said what follows («قال، الجمعة، في مؤتمر صحفي إن …»)."""
    behind = tokens[last : last + _SAID_REACH]
    that = next((at for at, token in enumerate(behind) if token.full in _COMPLEMENTISERS), None)
    if that is None or any(token.full in _TOWARDS for token in behind[max(that - 1, 0) : that]):
        return False
    # «حذره في قمة عقداها أمس ودامت ساعتين، من أن …»: a verb stands between, so the day is not of the saying
    return not any(verb_class(token.full) in ("past", "future", "coming") for token in behind[:that])


def _main_clause(tokens: Sequence[Token], end: int) -> int:
    """«حذر من أن بلاده سترد، وذلك في مكالمة يوم الخميس»: where «أن» stands, or `end` if there is none before it.

    The occasion that «وذلك» adds is told of the main verb, whatever the clause between them says.
    """
    found = (at for at in range(end - 1, max(end - 1 - _BACK, -1), -1) if tokens[at].full in _COMPLEMENTISERS)
    return next(found, end)


def _is_before_that(tokens: Sequence[Token], position: int) -> bool:
    """«قبل أن يعود معظمهم»: the verb says what came after, not when it was; that its main clause tells."""
    return position > 1 and tokens[position - 1].full == "ان" and tokens[position - 2].full in _BEFORE


def _is_measure(tokens: Sequence[Token], position: int) -> bool:
    """«ما يزيد على ساعتين», «لا يقل عن»: how much it is, whenever it is."""
    return (
        tokens[position].full in _MEASURES and position > 0 and tokens[position - 1].full in ("ما", "بما", "لما", "لا")
    )


def _is_imperfect_in_ta(word: str) -> bool:
    """«قد تشن»: behind قد a word in ت that is no known perfect is an imperfect; elsewhere it may be a noun."""
    return len(word) > 2 and word[0] == "ت" and word[-1] not in "ته"


def _opens_clause(tokens: Sequence[Token], first: int, last: int) -> bool:
    position = first - 1
    clitic = tokens[first].full.startswith("و") and tokens[first].clitic == "و"
    while position >= 0 and tokens[position].full in _OPENERS:
        clitic = tokens[position].full.startswith("و")
        position -= 1
    inserted = last < len(tokens) and position > 0 and {tokens[position].full, tokens[last].full} <= _DASHES
    return position < 0 or clitic or (tokens[position].full in _STOPS and not inserted)


def _class_at(tokens: Sequence[Token], position: int) -> str | None:
    kind = verb_class(tokens[position].full)
    if kind is None and position and tokens[position - 1].full in _RELATIVES:
        verb = tokens[position].full.removesuffix("ها").removesuffix("هم").removesuffix("ه")
        kind = verb_class(verb) if verb.endswith("ت") else None  # «ما حشدته»
    if kind is None and position and len(tokens[position].full) == 3 and tokens[position].full[0] == "ي":
        return "coming" if tokens[position - 1].full in _BEFORE_VERBS else None  # «حين يصل»
    if (
        kind in ("past", "past?")
        and position
        and len(tokens[position].full) < 5
        and tokens[position - 1].full in _PREPOSITIONS
    ):
        return None
    return kind


def _ahead(tokens: Sequence[Token], last: int, words: int) -> Tense:
    for position in range(last, min(last + words, len(tokens))):
        if tokens[position].full in _COMPLEMENTISERS or tokens[position].full in _TURNS | _SPOKEN:
            break
        kind = _class_at(tokens, position)
        if kind in ("past", "past?", "prospect", "open"):
            return Tense.PAST
        if kind in ("future", "coming"):
            return Tense.FUTURE
    return Tense.UNKNOWN
