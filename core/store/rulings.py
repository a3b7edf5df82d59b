"""What editors decide about facts, beside verdicts: relations drawn by hand, questions, merged and split facts.

Each edit writes rows of `rulings`, which name claims by their evidence; `core.store.ruled` makes the facts from them,
now and after every comparison.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from core import serial
from core.errors import KnownError
from core.model import (
    ArticleClaim,
    Attribution,
    Claim,
    ClaimKind,
    Entity,
    Fact,
    Quantity,
    Quote,
    Reason,
    RelationKind,
    Span,
    TimeValue,
    VerdictKind,
    relation_key,
    stable_id,
)
from core.store import rows
from core.store.changes import Change, Reader
from core.store.edits import SetVerdict, decide, plain_side
from core.store.rows import Row
from core.store.shaping import anchor, anchors, default_question, meets
from core.store.store import Store
from core.store.values import Anchor, Ruling, RulingKind

# What an editor has decided who says how two passages stand to each other.
DECIDED = {
    RelationKind.CORROBORATES: VerdictKind.COMPATIBLE,
    RelationKind.REFINES: VerdictKind.COMPATIBLE,
    RelationKind.DIFFERS_IN_SCOPE: VerdictKind.COMPATIBLE,
    RelationKind.CONTRADICTS: VerdictKind.CONTRADICTION,
    RelationKind.UPDATES: VerdictKind.UPDATE,
    RelationKind.DIFFERENT_EVENT: VerdictKind.DIFFERENT_EVENT,
}
_COLUMNS = "r.id, r.kind, r.data, e.name, r.decided_at"


@dataclass(frozen=True, slots=True)
class RelateSpans:
    """Relate any two passages by hand, of different articles or of one. Spans in code points.

    Each passage becomes the claim that is marked there, where one is (in a fact, else in the article), else a claim of
    its own. The relation joins the fact that one of them stands in, else it makes a fact, whose question is `question`
    or is made from the words. It is decided at once: by `verdict`, else by what `relation` says; UNDECIDED leaves it
    open. `note` becomes the verdict's, and stands in the relation's reason. KnownError where the passages overlap.
    """

    a_article: str
    a_span: Span
    b_article: str
    b_span: Span
    relation: RelationKind = RelationKind.CONTRADICTS
    question: str = ""
    note: str = ""
    verdict: VerdictKind | None = None
    reason: Reason | None = None

    def changes(self, reader: Reader) -> Iterator[Change]:
        a = _claim_at(reader, self.a_article, self.a_span)
        b = _claim_at(reader, self.b_article, self.b_span)
        if a.article_id == b.article_id and Span(a.claim.start, a.claim.end).overlaps(b.claim):
            raise KnownError("اختر مقطعين لا يتداخلان.", "Choose two passages that do not overlap.")
        key = relation_key(a, b)
        data = {
            "sides": [{"article": side.article_id} | serial.plain_claim(side.claim) for side in (a, b)],
            "relation": str(self.relation),
            "question": " ".join(self.question.split()),
            "note": self.note,
        }
        yield from _ruled(reader, key, RulingKind.RELATION, data)
        decided = self.verdict or DECIDED[self.relation]
        question = data["question"] or default_question(a)[0]
        evidence = {"question": question, "relation": str(self.relation), "a": plain_side(a), "b": plain_side(b)}
        yield from decide(reader, key, (decided, self.reason, self.note), evidence)


@dataclass(frozen=True, slots=True)
class RemoveRelations:
    """Take relations that were drawn by hand away (`Fact.relation_id`), with the verdicts on them."""

    relation_ids: tuple[str, ...]

    def changes(self, reader: Reader) -> Iterator[Change]:
        for key in self.relation_ids:
            before = reader.row("rulings", key)
            if before is not None:
                yield Change("rulings", key, before, None)
                yield from SetVerdict((key,), VerdictKind.UNDECIDED).changes(reader)


@dataclass(frozen=True, slots=True)
class RenameQuestion:
    """Ask a fact's question in other words, in both languages; "" gives it back the comparison's own."""

    fact_id: str
    text: str

    def changes(self, reader: Reader) -> Iterator[Change]:
        fact, text = _fact(reader, self.fact_id), " ".join(self.text.split())
        own = tuple(map(anchor, fact.claims))
        key = stable_id("ruling", RulingKind.QUESTION, *sorted(own))
        for row in reader.rulings():
            if row["kind"] != RulingKind.QUESTION:
                continue
            (group,) = of_row(row).groups
            met = sum(any(meets(one, other) for other in own) for one in group)
            if (row["id"] != key or not text) and 2 * met >= max(len(group), len(own)):
                yield Change("rulings", row["id"], row, None)
        if text:
            data = {"groups": [own], "question": text, "about": [fact.question]}
            yield from _ruled(reader, key, RulingKind.QUESTION, data)


@dataclass(frozen=True, slots=True)
class MergeFacts:
    """Several facts ask one question: the first one's, or `question`."""

    fact_ids: tuple[str, ...]
    question: str = ""

    def changes(self, reader: Reader) -> Iterator[Change]:
        facts = [_fact(reader, key) for key in dict.fromkeys(self.fact_ids)]
        if len(facts) < 2:
            return
        groups = [[anchor(claim) for claim in fact.claims] for fact in facts]
        key = stable_id("ruling", RulingKind.MERGE, *sorted(one for group in groups for one in group))
        data = {
            "groups": groups,
            "question": " ".join(self.question.split()),
            "about": [fact.question for fact in facts],
        }
        yield from _ruled(reader, key, RulingKind.MERGE, data)


@dataclass(frozen=True, slots=True)
class SplitFact:
    """Claims of a fact (`ArticleClaim.key`) answer another question; it is asked as the fact's own, or as `question`.

    KnownError where none would go, or none would stay.
    """

    fact_id: str
    claims: tuple[str, ...]
    question: str = ""

    def changes(self, reader: Reader) -> Iterator[Change]:
        fact = _fact(reader, self.fact_id)
        apart = [anchor(claim) for claim in fact.claims if claim.key in self.claims]
        rest = [anchor(claim) for claim in fact.claims if claim.key not in self.claims]
        if not apart or not rest:
            raise KnownError(
                "اختر بعض إجابات السؤال لا كلها ليُفصل.", "Choose some of the question's answers, not all, to split it."
            )
        key = stable_id("ruling", RulingKind.SPLIT, *sorted(apart), "rest", *sorted(rest))
        data = {
            "groups": [apart, rest],
            "question": " ".join(self.question.split()),
            "about": [fact.question],
        }
        yield from _ruled(reader, key, RulingKind.SPLIT, data)


@dataclass(frozen=True, slots=True)
class WithdrawRulings:
    """Take decisions about facts back (`Ruling.id`), whenever they were made; verdicts stay."""

    ids: tuple[str, ...]

    def changes(self, reader: Reader) -> Iterator[Change]:
        for key in self.ids:
            if (before := reader.row("rulings", key)) is not None:
                yield Change("rulings", key, before, None)


def every(store: Store) -> list[Ruling]:
    """All rulings, in the order in which they hold."""
    found = store.fetch(
        f"SELECT {_COLUMNS} FROM rulings r LEFT JOIN editors e ON e.id = r.editor ORDER BY r.decided_at, r.place, r.id"
    )
    return [_ruling(*row) for row in found]


def of_row(row: Row, editor: str = "") -> Ruling:
    """The value of a row of `rulings`."""
    return _ruling(row["id"], row["kind"], row["data"], editor, row["decided_at"])


def subject(ruling: Ruling) -> str:
    """What a ruling is about: the questions as they were, or the two passages."""
    return " · ".join(ruling.about) or " · ".join(side.claim.text for side in ruling.sides)


def _ruling(key: str, kind: str, text: str, editor: str | None, at: str) -> Ruling:
    data: dict[str, Any] = json.loads(text)
    return Ruling(
        key,
        RulingKind(kind),
        tuple(tuple(Anchor(*one) for one in group) for group in data.get("groups", ())),
        tuple(ArticleClaim(side["article"], serial.claim(side)) for side in data.get("sides", ())),
        RelationKind(data["relation"]) if "relation" in data else None,
        data.get("question", ""),
        data.get("note", ""),
        tuple(data.get("about", ())),
        editor or "",
        at,
    )


def _ruled(reader: Reader, key: str, kind: RulingKind, data: object) -> Iterator[Change]:
    before = reader.row("rulings", key)
    text = rows.dumps(data)
    if before is None or before["data"] != text:
        place = max((row["place"] for row in reader.rulings()), default=0) + 1
        after: Row = {
            "id": key,
            "kind": str(kind),
            "data": text,
            "place": place,
            "editor": reader.editor,
            "decided_at": reader.now,
        }
        yield Change("rulings", key, before, after)


def _fact(reader: Reader, key: str) -> Fact:
    fact = reader.fact(key)
    if fact is None:
        raise KnownError(
            "لم يعد هذا السؤال موجودا؛ حدّث العرض ثم أعد المحاولة.",
            "This question is no longer there; look again and repeat what you did.",
        )
    return fact


def _claim_at(reader: Reader, article_id: str, span: Span) -> ArticleClaim:
    """The claim that is marked where the editor points, or one made from the words."""
    here = Anchor(article_id, span.start, span.end, "")
    text = reader.passage(article_id, span.start, span.end)
    if not text.strip():
        raise ValueError(f"{span} of {article_id} has no words")
    marks = reader.items_at(article_id, span)
    for claims in (reader.claims_at(article_id, span), [mark for mark in marks if isinstance(mark, Claim)]):
        near = [claim for claim in claims if meets(here, anchor(ArticleClaim(article_id, claim)))]
        if near:
            best = min(near, key=lambda claim: abs(claim.start - span.start) + abs(claim.end - span.end))
            return ArticleClaim(article_id, best)
    claim = Claim(span.start, span.end, text, ClaimKind.OTHER, span)
    for mark in marks:
        if isinstance(mark, Quote) and mark.start <= span.start and span.end <= mark.end:
            claim = replace(claim, attribution=Attribution(mark.speaker.name if mark.speaker else None, mark.via))
        elif isinstance(mark, Entity) and meets(here, Anchor(article_id, mark.start, mark.end, "")):
            claim = replace(claim, kind=_kind(mark.value), value=mark.value or mark.name)
    return ArticleClaim(article_id, claim)


def _kind(value: Quantity | TimeValue | None) -> ClaimKind:
    if value is None:
        return ClaimKind.OTHER
    return ClaimKind.QUANTITY if isinstance(value, Quantity) else ClaimKind.TIME


def about(rulings: Sequence[Ruling], fact: Fact) -> list[Ruling]:
    """Those of the rulings that speak of claims of this fact."""
    own = [anchor(claim) for claim in fact.claims]
    return [one for one in rulings if any(meets(named, other) for named in anchors([one]) for other in own)]
