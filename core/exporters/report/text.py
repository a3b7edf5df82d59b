"""One pair as plain text: what an editor pastes into a mail to ask a colleague or a source."""

from __future__ import annotations

from collections.abc import Iterator

from core.exporters.report import words
from core.exporters.report.content import Passage, Point
from core.text.directions import isolate


def written(point: Point, language: str) -> str:
    """The question, what each source says, when and where, how they stand, and what editors decided."""
    return "\n".join(_lines(point, language)).rstrip() + "\n"


def _lines(point: Point, language: str) -> Iterator[str]:
    pick = words.chooser(language)
    yield point.question
    yield " · ".join(filter(None, (pick(words.SHOWS[point.show]), point.relation, point.event)))
    for passage in (*point.first, *point.second):
        yield ""
        yield from _passage(passage, language)
    yield ""
    told = {"difference": point.difference, point.reason_name: point.reason}
    decision = point.decision
    if decision and decision.verdict:
        by = words.text(language, "by", isolate(decision.by), decision.at) if decision.at else decision.by
        told["verdict"] = f"{' — '.join(filter(None, (decision.verdict, decision.reason)))} ({by})"
    else:
        told["verdict"] = words.text(language, "undecided")
    told["note"] = decision.note if decision else ""
    yield from (f"{words.text(language, key)}: {said}" for key, said in told.items() if said)


def _passage(passage: Passage, language: str) -> Iterator[str]:
    source = passage.source
    title = words.quoted(language, isolate(source.title)) if source.title and source.title != source.label else ""
    yield " · ".join(filter(None, (isolate(source.label), title, source.published)))
    for said in passage.said:
        if said.notes:
            yield f"{words.quoted(language, isolate(said.words))}: {' · '.join(said.notes)}"
    yield words.quoted(language, isolate("".join(piece.text for piece in passage.pieces).strip()))
    if source.url:
        yield source.url
