"""Features of a pair of headlines: how their words align, what is left over, opposites, negation, figures and states.

The model of `relate` is linear in these; `tests/benchmarks/relate.py` trains it on the very same functions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache

from rapidfuzz import fuzz

from core.extract.concepts import function_words, nationality, rows, states
from core.text.arabic import fold
from core.text.stems import root, variants

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
_SOFT_MATCH = 0.7  # similarity of two leftover words that may be one word misspelled or inflected
_LONGEST = 2_000  # characters of a sentence that count; what lies behind them is no headline
# Negators and verbs of failure, refusal and stopping.
_NEGATION = frozenset(
    [
        "لا",
        "لم",
        "لن",
        "ليس",
        "ليست",
        "عدم",
        "دون",
        "بدون",
        "غير",
        "نفي",
        "تنفي",
        "ينفي",
        "نفت",
        "رفض",
        "يرفض",
        "ترفض",
        "رفضت",
        "فشل",
        "تفشل",
        "يفشل",
        "فشلت",
        "اخفق",
        "وقف",
        "الغاء",
        "تاجيل",
        "منع",
        "تمنع",
        "يمنع",
        "استحاله",
        "يستبعد",
        "كاذبه",
        "شايعه",
    ]
)

NAMES = (
    *("length_a", "length_b", "length_difference", "jaccard", "covered_a", "covered_b", "weighted_jaccard"),
    *("left_a", "left_b", "left_least", "left_difference", "soft_matches", "soft_similarity"),
    *("numbers_shared", "numbers_a", "numbers_b", "states_shared", "states_a", "states_b", "states_exchanged"),
    *("opposites", "same_side", "opposites_left", "sides_a", "sides_b", "sides_left"),
    *("negation_a", "negation_b", "negation_one", "negation_difference"),
    *("replaced", "inserted", "deleted", "equal_a", "equal_b", "equal", "replaced_one", "first_equal", "last_equal"),
    *("ratio", "token_sort", "token_set", "partial", "inversions", "inversion_share"),
)

Side = tuple[int, int]  # pair of antonyms, side of it


@lru_cache(maxsize=20_000)
def tokens(sentence: str) -> tuple[str, ...]:
    """Folded words and numbers of a sentence."""
    return tuple(_WORD.findall(fold(sentence[:_LONGEST])))


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """A state for its name, capital or adjective; a number as it is; else a rough root."""
    if word[0].isdigit():
        return word.replace(",", "")
    return f"S:{state}" if (state := _state(word)) else root(word)


def dense(a: str, b: str, rarity: Mapping[str, float], unseen: float) -> list[float]:
    """The features named in NAMES. `rarity`: inverse document frequency of a lemma; `unseen` for one not listed."""
    a, b = a[:_LONGEST], b[:_LONGEST]
    words_a, words_b = tokens(a), tokens(b)
    lemmas_a, lemmas_b = [lemma(w) for w in words_a], [lemma(w) for w in words_b]
    left = _leftovers(words_a, words_b)
    return [
        *_coverage(words_a, words_b, rarity, unseen),
        *_soft(*left),
        *_numbers_and_states(set(lemmas_a), set(lemmas_b)),
        *_opposition(words_a, words_b, left),
        *_negations(words_a, words_b),
        *_alignment(lemmas_a, lemmas_b),
        fuzz.ratio(a, b),
        fuzz.token_sort_ratio(a, b),
        fuzz.token_set_ratio(a, b),
        fuzz.partial_ratio(a, b),
        *_inversions(lemmas_a, lemmas_b),
    ]


def sparse(a: str, b: str) -> set[str]:
    """Which words, roots and antonyms only one of the two has."""
    words_a, words_b = set(tokens(a)), set(tokens(b))
    lemmas_a, lemmas_b = {lemma(w) for w in words_a}, {lemma(w) for w in words_b}
    found = {f"a:{x}" for x in lemmas_a - lemmas_b} | {f"b:{x}" for x in lemmas_b - lemmas_a}
    found |= {f"x:{x}" for x in lemmas_a ^ lemmas_b}
    found |= {f"wa:{x}" for x in words_a - words_b} | {f"wb:{x}" for x in words_b - words_a}
    found |= {f"ga:{pair}.{side}" for pair, side in _sides(words_a - words_b)}
    found |= {f"gb:{pair}.{side}" for pair, side in _sides(words_b - words_a)}
    return found


@cache
def _antonyms() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    def forms(cell: str) -> frozenset[str]:
        return frozenset("~" + fold(w[1:]) if w.startswith("~") else fold(w) for w in cell.split())

    return tuple((forms(row[0]), forms(row[1])) for row in rows("antonyms"))


@lru_cache(maxsize=50_000)
def _sides_of(word: str) -> frozenset[Side]:
    known = variants(word) | {word}
    return frozenset(
        (pair, side) for pair, both in enumerate(_antonyms()) for side, forms in enumerate(both) if known & forms
    )


def _sides(words: Sequence[str] | set[str] | tuple[str, ...]) -> set[Side]:
    return {side for word in words for side in _sides_of(word)}


@lru_cache(maxsize=50_000)
def _state(word: str) -> str | None:
    if adjective := nationality(word):
        return adjective
    named = states()
    return next((named[w] for w in sorted(variants(word) | {word}, key=lambda w: (-len(w), w)) if w in named), None)


def _content(words: Sequence[str]) -> set[str]:
    return {lemma(word) for word in words if word not in function_words()}


def _leftovers(words_a: Sequence[str], words_b: Sequence[str]) -> tuple[list[str], list[str]]:
    """Content words of each that the other has under no form."""
    in_a, in_b = _content(words_a), _content(words_b)
    return [w for w in words_a if lemma(w) in in_a - in_b], [w for w in words_b if lemma(w) in in_b - in_a]


def _coverage(
    words_a: Sequence[str], words_b: Sequence[str], rarity: Mapping[str, float], unseen: float
) -> list[float]:
    in_a, in_b = _content(words_a), _content(words_b)
    shared = in_a & in_b

    def weight(lemmas: set[str]) -> float:
        return sum(rarity.get(x, unseen) for x in lemmas)

    weight_a, weight_b, both = weight(in_a) or 1.0, weight(in_b) or 1.0, weight(shared)
    left_a, left_b = len(in_a - in_b), len(in_b - in_a)
    return [
        len(words_a),
        len(words_b),
        len(words_a) - len(words_b),
        len(shared) / max(len(in_a | in_b), 1),
        both / weight_a,
        both / weight_b,
        both / (weight_a + weight_b - both + 1e-9),
        left_a,
        left_b,
        min(left_a, left_b),
        abs(left_a - left_b),
    ]


def _soft(left_a: Sequence[str], left_b: Sequence[str]) -> list[float]:
    lemmas_a, lemmas_b = sorted({lemma(w) for w in left_a}), sorted({lemma(w) for w in left_b})
    best = [max((fuzz.ratio(x, y) / 100 for y in lemmas_b), default=0.0) for x in lemmas_a]
    return [sum(score > _SOFT_MATCH for score in best), sum(best)]


def _numbers_and_states(lemmas_a: set[str], lemmas_b: set[str]) -> list[float]:
    numbers_a, numbers_b = ({x for x in y if x[0].isdigit()} for y in (lemmas_a, lemmas_b))
    states_a, states_b = ({x for x in y if x.startswith("S:")} for y in (lemmas_a, lemmas_b))
    return [
        len(numbers_a & numbers_b),
        len(numbers_a - numbers_b),
        len(numbers_b - numbers_a),
        len(states_a & states_b),
        len(states_a - states_b),
        len(states_b - states_a),
        float(bool(states_a - states_b) and bool(states_b - states_a)),
    ]


def _opposition(
    words_a: Sequence[str], words_b: Sequence[str], left: tuple[Sequence[str], Sequence[str]]
) -> list[float]:
    all_a, all_b = _sides(tuple(words_a)), _sides(tuple(words_b))
    left_a, left_b = _sides(tuple(left[0])), _sides(tuple(left[1]))
    opposites = sum(
        (pair, 1 - side) in all_b and (pair, 1 - side) not in all_a and (pair, side) not in all_b
        for pair, side in all_a
    )
    return [
        opposites,
        len(all_a & all_b),
        sum((pair, 1 - side) in left_b for pair, side in left_a),
        len(left_a),
        len(left_b),
        len(left_a & left_b),
    ]


def _negations(words_a: Sequence[str], words_b: Sequence[str]) -> list[float]:
    a, b = sum(w in _NEGATION for w in words_a), sum(w in _NEGATION for w in words_b)
    return [a, b, float((a > 0) != (b > 0)), b - a]


def _alignment(lemmas_a: Sequence[str], lemmas_b: Sequence[str]) -> list[float]:
    """What edits lead from one to the other: a single word exchanged is the mark of a reversed headline."""
    edits = SequenceMatcher(None, lemmas_a, lemmas_b, autojunk=False).get_opcodes()
    kinds = [edit[0] for edit in edits]
    equal = sum(end - start for kind, start, end, _, _ in edits if kind == "equal")
    single = sum(k == "replace" and e - s == 1 and f - t == 1 for k, s, e, t, f in edits)
    return [
        kinds.count("replace"),
        kinds.count("insert"),
        kinds.count("delete"),
        equal / max(len(lemmas_a), 1),
        equal / max(len(lemmas_b), 1),
        equal,
        single,
        float(lemmas_a[:1] == lemmas_b[:1]),
        float(lemmas_a[-1:] == lemmas_b[-1:]),
    ]


def _inversions(lemmas_a: Sequence[str], lemmas_b: Sequence[str]) -> list[float]:
    first: dict[str, int] = {}
    for position, word in enumerate(lemmas_b):
        first.setdefault(word, position)
    order = [first[word] for word in lemmas_a if word in first]
    inverted = sum(order[i] > order[j] for i in range(len(order)) for j in range(i + 1, len(order)))
    return [inverted, inverted / max(len(order) * (len(order) - 1) / 2, 1)]
