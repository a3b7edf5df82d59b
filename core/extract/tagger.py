"""The built-in name tagger: a conditional random field over words, their shapes, known names and trigger words.

It speaks the convention of its training corpus (ANERcorp): one tag a written word, clitics included, IOB2 over
PERS LOC ORG MISC. `resources/models/README.md` is its card.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files

from core.extract import gazetteer
from core.extract.word_classes import is_first_name, is_trigger
from core.text.arabic import fold

Tags = list[str]

_WINDOW = 2
_NUMBER = re.compile(r"\d")
_LATIN = re.compile(r"[a-z]")
_KINDS = (
    "title",
    "role",
    "speech",
    "said_by",
    "modifier",
    "place_head",
    "place_noun",
    "org_head",
    "org_noun",
    "media_head",
)


def tag(sentences: Sequence[Sequence[str]]) -> list[Tags]:
    """IOB2 tags of ready-made tokens."""
    return [tags for tags, _ in tag_with_scores(sentences)]


def tag_with_scores(sentences: Sequence[Sequence[str]]) -> list[tuple[Tags, list[float]]]:
    """Tags, and for each token the marginal probability of its tag."""
    tagger = _model()
    result: list[tuple[Tags, list[float]]] = []
    for sentence in sentences:
        if not sentence:
            result.append(([], []))
            continue
        tags = tagger.tag(features(sentence))
        result.append((iob2(tags), [tagger.marginal(tag, position) for position, tag in enumerate(tags)]))
    return result


@cache
def _model():  # type: ignore[no-untyped-def]  # pycrfsuite has no types
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    with as_file(files("resources").joinpath("models", "names.crfsuite")) as path:
        tagger.open(str(path))
    return tagger


def iob2(tags: Sequence[str]) -> Tags:
    """Tags made sound: an I- that continues nothing becomes a B-."""
    sound: Tags = []
    for tag in tags:
        if tag.startswith("I-") and (not sound or sound[-1][2:] != tag[2:]):
            tag = "B-" + tag[2:]
        sound.append(tag)
    return sound


def spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """(start, end, type) of each name in IOB2 tags."""
    found: list[tuple[int, int, str]] = []
    for position, tag in enumerate([*tags, "O"]):
        if found and found[-1][1] < 0 and not tag.startswith("I-"):
            found[-1] = (found[-1][0], position, found[-1][2])
        if tag.startswith("B-"):
            found.append((position, -1, tag[2:]))
    return found


def features(sentence: Sequence[str]) -> list[list[str]]:
    """The features of each token of a sentence."""
    tokens = [fold(token) or token for token in sentence]
    known = _known(sentence, tokens)
    own = [
        [*_of_word(written, token), *known[i]] for i, (written, token) in enumerate(zip(sentence, tokens, strict=True))
    ]
    result: list[list[str]] = []
    for i, token in enumerate(tokens):
        line = ["b", *own[i]]
        for offset in range(-_WINDOW, _WINDOW + 1):
            place = i + offset
            if offset == 0:
                continue
            if not 0 <= place < len(tokens):
                line.append(f"{offset}:end")
                continue
            line.append(f"{offset}:w={tokens[place]}")
            line.extend(f"{offset}:{flag}" for flag in known[place])
            if offset in (-1, 1):
                line.append(f"{offset}:s3={tokens[place][-3:]}")
                line.append(f"{offset}:p2={tokens[place][:2]}")
        if i:
            line.append(f"b={tokens[i - 1]}|{token}")
        result.append(line)
    return result


@lru_cache(maxsize=65536)
def _of_word(written: str, token: str) -> tuple[str, ...]:
    """Features that a word has wherever it stands."""
    line = [f"w={token}", f"o={written}", f"n={min(len(token), 8)}"]
    line.extend(f"p{n}={token[:n]}" for n in range(1, 5) if len(token) >= n)
    line.extend(f"s{n}={token[-n:]}" for n in range(1, 5) if len(token) >= n)
    if len(token) > 3 and token[0] in "وفبلك":
        line.append(f"r={token[1:]}")
    if token.startswith("ال"):
        line.append("al")
        line.append(f"r={token[2:]}")
    if _NUMBER.search(token):
        line.append("digit")
    if _LATIN.search(token):
        line.append("latin")
    if not any(char.isalnum() for char in token):
        line.append("punct")
    if gazetteer.nationality(token) is not None:
        line.append("nat")
    line.extend(f"t={kind}" for kind in _KINDS if is_trigger(kind, token))
    if is_first_name(written):
        line.append("first")
    return tuple(line)


def _known(written: Sequence[str], tokens: Sequence[str]) -> list[list[str]]:
    """Positions in known names, e.g. "B-LOC:capital"; given names and trigger words are features of the word itself."""
    flags: list[list[str]] = [[] for _ in tokens]
    for match in gazetteer.trie().matches(tokens):
        for position in range(match.start, match.end):
            flags[position].append(f"{'B' if position == match.start else 'I'}-{match.entry.label}")
            flags[position].append(f"g={match.entry.kind}")
    for position, token in enumerate(tokens):
        flags[position].extend(
            flag for flag in _of_word(written[position], token) if flag[:2] in ("na", "t=", "fi", "pu")
        )
    return flags
