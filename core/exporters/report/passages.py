"""Evidence in its paragraph, and text that is fit to be written anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from core.exporters.report.content import Passage, Piece, Said, Source
from core.model import ArticleClaim, Claim, Span
from core.text.arabic import ARABIC_LETTER
from core.text.segment import passage

_AROUND = 380  # code points on each side of the evidence, where its paragraph is longer
_LATIN = re.compile(r"[A-Za-z]")
# What XML cannot hold.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def plain(text: str) -> str:
    """`text` without the characters that no document format can hold."""
    return _CONTROLS.sub("", text)


def shortened(line: str, longest: int) -> str:
    """At most about `longest` code points, cut between words."""
    return line if len(line) <= longest else f"{line[:longest].rsplit(' ', 1)[0]} …"


def passages(
    claims: Iterable[ArticleClaim],
    sources: Mapping[str, Source],
    text_of: Callable[[str], str],
    said: Callable[[Claim], Said],
) -> tuple[Passage, ...]:
    """The paragraphs of these claims in the order of the articles; claims of one paragraph share its passage."""
    groups: list[tuple[str, Span, list[Claim]]] = []
    for claim in sorted(claims, key=lambda claim: (sources[claim.article_id].number, claim.claim.start)):
        around = context(text_of(claim.article_id), Span(claim.claim.start, claim.claim.end))
        if groups and groups[-1][0] == claim.article_id and groups[-1][1].overlaps(around):
            key, span, there = groups[-1]
            groups[-1] = (key, Span(min(span.start, around.start), max(span.end, around.end)), [*there, claim.claim])
        else:
            groups.append((claim.article_id, around, [claim.claim]))
    return tuple(
        _passage(text_of(key), span, sources[key], there, tuple(dict.fromkeys(map(said, there))))
        for key, span, there in groups
    )


def context(text: str, evidence: Span) -> Span:
    """The paragraph of the evidence; of a very long one as much as lies around it, cut between words."""
    whole = passage(text, evidence, least=1)
    start, end = whole.start, whole.end
    if evidence.start - start > _AROUND:
        cut = evidence.start - _AROUND
        start = next((at + 1 for at in range(cut, evidence.start) if text[at].isspace()), evidence.start)
    if end - evidence.end > _AROUND:
        cut = evidence.end + _AROUND
        end = next((at for at in range(cut, evidence.end, -1) if text[at].isspace()), evidence.end)
    return Span(start, end)


def _passage(text: str, span: Span, source: Source, claims: Iterable[Claim], said: tuple[Said, ...]) -> Passage:
    pieces: list[Piece] = []
    at = span.start
    if at > 0 and text[at - 1] != "\n":
        pieces.append(Piece("… ", False))
    for claim in claims:
        pieces += [Piece(text[at : claim.start], False), Piece(text[max(at, claim.start) : claim.end], True)]
        at = max(at, claim.end)
    pieces.append(Piece(text[at : span.end], False))
    if span.end < len(text) and text[span.end] != "\n":
        pieces.append(Piece(" …", False))
    shown = tuple(Piece(plain(piece.text), piece.marked) for piece in pieces if piece.text)
    words = text[span.start : span.end]
    right_to_left = len(ARABIC_LETTER.findall(words)) >= len(_LATIN.findall(words))
    return Passage(source, said, shown, right_to_left)
