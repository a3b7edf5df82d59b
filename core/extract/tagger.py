"""The built-in name tagger: what its network sees of a sentence, and the tags it gives back.

It speaks the convention of its training corpus (ANERcorp): one tag a written word, clitics included, IOB2 over
PERS LOC ORG MISC. `resources/models/README.md` is its card.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from core.extract import gazetteer
from core.extract.clitics import readings
from core.extract.consistency import consistent
from core.extract.word_classes import is_first_name, kinds_of, rank
from core.text.arabic import fold

if TYPE_CHECKING:
    from core.extract.network import Inputs, Network, Word

Tags = list[str]

LABELS = ("O", *(f"{begin}-{kind}" for kind in ("PERS", "LOC", "ORG", "MISC") for begin in "BI"))

# What the network is told of a token beside its word and letters: places in known names, then kinds of words.
_NAME_FLAGS = tuple(f"{begin}-{label}" for label in ("PER", "LOC", "ORG") for begin in "BI")
_ENTRY_KINDS = (
    *("state", "capital", "city", "region", "continent", "water", "site", "unsure", "full", "surname"),
    *("body", "office", "group", "party", "agency", "paper", "channel", "company", "club"),
)
_TRIGGERS = (
    *("title", "role", "speech", "said_by", "modifier", "place_head", "place_noun"),
    *("org_head", "org_noun", "media_head"),
)
_SHAPES = ("nationality", "first name", "punctuation", "digit", "latin", "article")
FLAGS = (*_NAME_FLAGS, *_ENTRY_KINDS, *_TRIGGERS, *_SHAPES)
_FLAG = {name: place for place, name in enumerate(FLAGS)}
_NO_FLAGS: tuple[int, ...] = ()

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيڤگپچ0123456789.,-/()\":؛؟!'«»abcdefghijklmnopqrstuvwxyz"
# Row 0 pads, row 1 stands for any other character.
_LETTER = {char: place + 2 for place, char in enumerate(LETTERS)}
_LONGEST_WORD = 16

# A longer sentence is tagged piece by piece: what is so long is a list, or no sentence.
_LONGEST_PIECE = 256

_NUMBER = re.compile(r"[\d.,]+")
_DIGIT = re.compile(r"\d")
_LATIN = re.compile(r"[a-z]")
# (lowest marginal of a name's tokens, share of such names that are right), measured on the tagger's dev part.
_CALIBRATION = (
    *((0.0, 0.0), (0.36, 0.25), (0.46, 0.42), (0.65, 0.56), (0.75, 0.62), (0.85, 0.67), (0.93, 0.78)),
    *((0.967, 0.82), (0.986, 0.88), (0.993, 0.93), (0.998, 0.95), (1.0, 0.98)),
)
# A stem is so many times commoner than the word with its proclitic.
_STEM_RATIO = 4


def tag(sentences: Sequence[Sequence[str]]) -> list[Tags]:
    """IOB2 tags of the ready-made tokens of running text, by two networks together."""
    seen = [inputs(sentence) for sentence in sentences]
    return [tags for tags, _ in consistent(sentences, _tagged(seen, _network(), _second()))]


def tag_with_scores(sentences: Sequence[Inputs], layer: str = "") -> list[tuple[Tags, list[float]]]:
    """Tags, and for each token the marginal probability of its tag; `layer` is a project's own last layer."""
    return _tagged(sentences, network(layer))


def _tagged(
    sentences: Sequence[Inputs], first: Network, second: Network | None = None
) -> list[tuple[Tags, list[float]]]:
    pieces = [
        (place, sentence[begin : begin + _LONGEST_PIECE])
        for place, sentence in enumerate(sentences)
        for begin in range(0, len(sentence), _LONGEST_PIECE)
    ]
    result: list[tuple[Tags, list[float]]] = [([], []) for _ in sentences]
    tagged = first.tag([piece for _, piece in pieces], second)
    for (place, _), (tags, scores) in zip(pieces, tagged, strict=True):
        result[place][0].extend(tags)
        result[place][1].extend(scores)
    return [(iob2(tags), scores) for tags, scores in result]


def calibrated(marginal: float) -> float:
    """How often a name of this marginal is right, between the measured points."""
    place = bisect_right(_CALIBRATION, (marginal, 1.0))
    if place == len(_CALIBRATION):
        return _CALIBRATION[-1][1]
    (low, left), (high, right) = _CALIBRATION[place - 1], _CALIBRATION[place]
    return left + (right - left) * (marginal - low) / (high - low)


@lru_cache(maxsize=2)
def network(layer: str = "") -> Network:
    """The shipped network, with a project's own last layer where there is one that fits it (`retraining.dump`)."""
    if not layer:
        return _network()
    from core.extract.retraining import load

    return load(layer, _network())


@cache
def _network() -> Network:
    from core.extract.network import Network  # here: numpy takes 0.1 s to import

    with as_file(files("resources").joinpath("models", "names.npz")) as path:
        return Network.load(path)


@cache
def _second() -> Network:
    """The network that stands by the first one where tokens come ready-made, and speed matters less than accuracy."""
    from core.extract.network import Network  # here: numpy takes 0.1 s to import

    with as_file(files("resources").joinpath("models", "names-second.npz")) as path:
        return Network.load(path, like=_network())


def iob2(tags: Sequence[str]) -> Tags:
    """Tags made sound: an I- that continues nothing becomes a B-."""
    return [
        f"B{tag[1:]}" if tag[0] == "I" and before[2:] != tag[2:] else tag
        for before, tag in itertools.pairwise(["O", *tags])
    ]


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """(start, end, type) of each name in IOB2 tags."""
    found: list[tuple[int, int, str]] = []
    for position, tag in enumerate(tags):
        if tag[0] == "B":
            found.append((position, position + 1, tag[2:]))
        elif tag[0] == "I" and found and found[-1][1] == position:
            found[-1] = (found[-1][0], position + 1, found[-1][2])
    return found


def inputs(sentence: Sequence[str]) -> Inputs:
    """What the network sees of a non-empty sentence."""
    return seen(sentence, gazetteer.trie().each([fold(token) or token for token in sentence]))


def seen(sentence: Sequence[str], known: Sequence[gazetteer.Match | None]) -> Inputs:
    """`inputs`, where what the lexicons know at each token has been looked up."""
    named = [_NO_FLAGS] * len(sentence)
    for match in gazetteer.in_a_row(known):
        label, kind = match.entry.label, _FLAG[match.entry.kind]
        for position in range(match.start, match.end):
            named[position] = (kind, _FLAG[f"{'B' if position == match.start else 'I'}-{label}"])
    return list(map(_word, sentence, named))


@lru_cache(maxsize=65536)
def _word(written: str, named: tuple[int, ...]) -> Word:
    """A token; `named` are the flags that it has as a part of a known name."""
    from core.extract.network import Word

    token = fold(written) or written
    return Word(_rows(token), _letters(written), (*_word_flags(written, token), *named))


def _rows(token: str) -> tuple[int, int]:
    """Rows of a folded word in the two vector tables (as written; without proclitics), 0 where it is unknown."""
    word = "0" if _NUMBER.fullmatch(token) else token
    stems = _stems()
    place = rank(word, -1) + 1
    return place, stems.get(stem(word)) or stems.get(word, 0)


@cache
def _stems() -> dict[str, int]:
    return {columns[0]: place + 1 for place, columns in enumerate(gazetteer.rows("stems.txt", "models"))}


@lru_cache(maxsize=65536)
def stem(token: str) -> str:
    """A folded word without the proclitics that make it rarer than what remains; للـ gives الـ."""
    best = token
    for _, word in readings(token):
        if len(word) > 2 and rank(word) * _STEM_RATIO < rank(token) and rank(word) < rank(best):
            best = word
    return best


def _letters(written: str) -> tuple[int, ...]:
    """The letters of a word as rows of their vectors; of a long word its beginning and end."""
    half = _LONGEST_WORD // 2
    word = written if len(written) <= _LONGEST_WORD else written[:half] + written[-half:]
    return tuple(_LETTER.get(char.lower(), 1) for char in word) or (1,)


def _word_flags(written: str, token: str) -> tuple[int, ...]:
    """The flags that a word has wherever it stands."""
    shapes = (
        ("nationality", gazetteer.nationality(token) is not None),
        ("first name", is_first_name(written)),
        ("punctuation", not any(char.isalnum() for char in token)),
        ("digit", _DIGIT.search(token) is not None),
        ("latin", _LATIN.search(token) is not None),
        ("article", token.startswith("ال")),
    )
    kinds = kinds_of(token)
    return (
        *(_FLAG[name] for name, holds in shapes if holds),
        *(_FLAG[kind] for kind in _TRIGGERS if kind in kinds),
    )
