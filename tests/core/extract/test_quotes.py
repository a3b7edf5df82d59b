"""Reported speech in several house styles, and what must not be taken for it."""

import re

import pytest
from quote_cases import CASES, Expected

from core.extract.quotes import extract_quotes
from core.model import Entity, Label, Origin, Quote
from core.text.segment import sentences

_MARKED = re.compile(r"\[([POLT]):([^\]]+)\]")
_LABELS = {"P": Label.PER, "O": Label.ORG, "L": Label.LOC, "T": Label.TIME}


def read(marked: str) -> tuple[str, list[Entity]]:
    """Plain text and the entities that its markup gives."""
    text, entities, last = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[last : match.start()]
        start, last = len(text), match.end()
        text += match[2]
        entities.append(Entity(start, len(text), match[2], _LABELS[match[1]], match[2], Origin.RULE, 1.0))
    return text + marked[last:], entities


def quotes_of(marked: str) -> list[Quote]:
    text, entities = read(marked)
    return extract_quotes(text, sentences(text), entities)


def told(quote: Quote, asked: Expected) -> Expected:
    """The quote in the form of an expectation, with the fields that are asked for."""
    fields = {
        "name": quote.speaker.name if quote.speaker else None,
        "cue": quote.cue.text if quote.cue else None,
        "via": quote.via,
        "denial": quote.denial,
    }
    speaker = quote.speaker.text if quote.speaker else None
    return str(quote.kind)[0], quote.text, speaker, {key: fields[key] for key in asked[3]}


@pytest.mark.parametrize("name", CASES)
def test_speech_is_found_with_its_speaker(name: str) -> None:
    marked, expected = CASES[name]
    found = quotes_of(marked)
    padded = [*expected, *[("", "", None, {})] * (len(found) - len(expected))]
    assert [told(quote, asked) for quote, asked in zip(found, padded, strict=False)] == expected
    assert len(found) == len(expected)
