"""What an editor does with marks, articles and verdicts, as values (`core.store.changes` says what an edit is)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any
from uuid import uuid4

from core import serial
from core.errors import KnownError
from core.extract import learned
from core.model import (
    Article,
    ArticleClaim,
    Claim,
    Entity,
    Origin,
    Quote,
    Reason,
    Status,
    Verdict,
    VerdictKind,
)
from core.store import rows, saying
from core.store.changes import Change, Edit, Reader
from core.store.rows import Row


@dataclass(frozen=True, slots=True)
class AddAnnotation:
    """Mark a passage. `id` is made here, so that the caller knows it before the edit is applied."""

    article_id: str
    item: Entity | Quote | Claim
    note: str = ""
    id: str = field(default_factory=lambda: uuid4().hex)

    def changes(self, reader: Reader) -> Iterator[Change]:
        hold_text(reader, self.article_id, self.item)
        item = replace(self.item, origin=Origin.EDITOR) if isinstance(self.item, Entity) else self.item
        row = rows.new_annotation(self.id, self.article_id, item, Status.ADDED, reader.editor, reader.now, self.note)
        yield Change("annotations", self.id, None, row)


@dataclass(frozen=True, slots=True)
class ChangeAnnotation:
    """Make a mark say something else; `note` None leaves the note."""

    id: str
    item: Entity | Quote | Claim
    note: str | None = None

    def changes(self, reader: Reader) -> Iterator[Change]:
        before = _annotation(reader, self.id)
        hold_text(reader, before["article_id"], self.item)
        added = bool(before["added"])
        after = before | rows.item_columns(self.item, added=added)
        if after["layer"] != before["layer"]:
            raise ValueError(f"{self.id} is a mark of the layer {before['layer']}, not {after['layer']}")
        after["status"] = str(Status.ADDED if added else Status.CHANGED)
        if not added and before["suggested"] is None:
            after["suggested"] = before["data"]
        if self.note is not None:
            after["note"] = self.note
        yield from stamped(reader, before, after)


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Accept, reject or reopen many marks at once. What an editor added or changed stays that when accepted."""

    ids: tuple[str, ...]
    status: Status

    def changes(self, reader: Reader) -> Iterator[Change]:
        for key in self.ids:
            before = reader.row("annotations", key)
            if before is not None and not before["removed"]:
                yield from stamped(reader, before, before | _with_status(before, self.status))


@dataclass(frozen=True, slots=True)
class RemoveAnnotation:
    """Take a mark away; a suggestion that was taken away is not made again."""

    id: str

    def changes(self, reader: Reader) -> Iterator[Change]:
        before = _annotation(reader, self.id)
        yield from stamped(reader, before, before | {"removed": 1})


@dataclass(frozen=True, slots=True)
class SetNote:
    """Write a note on a mark; the mark's status stays."""

    id: str
    note: str

    def changes(self, reader: Reader) -> Iterator[Change]:
        before = _annotation(reader, self.id)
        yield from stamped(reader, before, before | {"note": self.note})


@dataclass(frozen=True, slots=True)
class SetVerdict:
    """Decide on relations, by their keys; UNDECIDED takes a decision back, and keeps what was noted before deciding.

    Where the decision was made on another pair, which this one follows, that one is taken back.
    """

    relation_ids: tuple[str, ...]
    kind: VerdictKind
    reason: Reason | None = None
    note: str = ""

    def changes(self, reader: Reader) -> Iterator[Change]:
        for key in self.relation_ids:
            if self.kind is VerdictKind.UNDECIDED and not self.note and self.reason is None:
                before = reader.row("verdicts", key) or reader.row("verdicts", reader.leader(key))
                if before is not None:
                    yield Change("verdicts", before["relation_id"], before, None)
                continue
            yield from decide(reader, key, (self.kind, self.reason, self.note), reader.evidence(key))


@dataclass(frozen=True, slots=True)
class PutVerdicts:
    """Bring verdicts in as they were exported, with who decided and when."""

    verdicts: tuple[Verdict, ...]

    def changes(self, reader: Reader) -> Iterator[Change]:
        for verdict in self.verdicts:
            before = reader.row("verdicts", verdict.relation_id)
            leader = reader.row("verdicts", reader.leader(verdict.relation_id)) or {}
            told = {"kind": str(verdict.kind), "decided_at": verdict.decided_at}
            if before is None and told.items() <= leader.items():
                continue  # it was exported with what it follows, which says so here already
            evidence = reader.evidence(verdict.relation_id)
            after: Row = {
                "relation_id": verdict.relation_id,
                "kind": str(verdict.kind),
                "reason": None if verdict.reason is None else str(verdict.reason),
                "note": verdict.note,
                "editor": reader.editor_named(verdict.editor) if verdict.editor else reader.editor,
                "decided_at": verdict.decided_at or reader.now,
                "evidence": rows.dumps(evidence) if evidence or before is None else before["evidence"],
            }
            if after != before:
                yield from _kept_beside(reader, before, after)
                yield Change("verdicts", verdict.relation_id, before, after)


@dataclass(frozen=True, slots=True)
class ImportArticles:
    """Bring articles in. Those whose text is in the project already are left as they are."""

    articles: tuple[Article, ...]

    def changes(self, reader: Reader) -> Iterator[Change]:
        for article in self.articles:
            before = reader.row("articles", article.id)
            if before is None:
                reader.keep_text(article)
                before = reader.row("articles", article.id)
            if before is not None and before["removed"]:
                yield Change("articles", article.id, before, before | rows.article_columns(article) | {"removed": 0})


@dataclass(frozen=True, slots=True)
class RemoveArticles:
    """Take articles out of the project, with their marks; undo brings both back."""

    ids: tuple[str, ...]

    def changes(self, reader: Reader) -> Iterator[Change]:
        for key in self.ids:
            before = reader.row("articles", key)
            if before is not None and not before["removed"]:
                yield Change("articles", key, before, before | {"removed": 1})


@dataclass(frozen=True, slots=True)
class ChangeArticle:
    """Correct what is said about an article; its text stays. With another date it waits to be analysed again."""

    article: Article

    def changes(self, reader: Reader) -> Iterator[Change]:
        before = reader.row("articles", self.article.id)
        if before is not None:
            after = before | rows.article_columns(self.article)
            if after != before:
                yield Change("articles", self.article.id, before, after)


@dataclass(frozen=True, slots=True)
class SetLabels:
    """The labels that a project adds to the built-in ones, in the order in which they are offered."""

    labels: tuple[str, ...]

    def changes(self, reader: Reader) -> Iterator[Change]:
        before = reader.row("settings", "labels")
        after = {"key": "labels", "value": rows.dumps(self.labels)}
        if after != before:
            yield Change("settings", "labels", before, after)


@dataclass(frozen=True, slots=True)
class SetLearned:
    """Switch what decisions teach about a spelling and a label on or off; None leaves it to the decisions again."""

    spelling: str
    label: str
    active: bool | None

    def changes(self, reader: Reader) -> Iterator[Change]:
        before = reader.row("settings", "learned")
        kept = {(key, label): on for key, label, on in rows.json_list(before["value"] if before else None)}
        pair = learned.spelling(self.spelling), self.label
        if self.active is None:
            kept.pop(pair, None)
        else:
            kept[pair] = self.active
        after = {"key": "learned", "value": rows.dumps([[*pair, on] for pair, on in sorted(kept.items())])}
        if after["value"] != (before["value"] if before else "[]"):
            yield Change("settings", "learned", before, after)


@dataclass(frozen=True, slots=True)
class SetTagger:
    """Read names with a retrained tagger from now on, see `core.extract.retraining.dump`; "" is the shipped one."""

    layer: str

    def changes(self, reader: Reader) -> Iterator[Change]:
        before = reader.row("settings", "tagger")
        after = {"key": "tagger", "value": self.layer} if self.layer else None
        if after != before:
            yield Change("settings", "tagger", before, after)


@dataclass(frozen=True, slots=True)
class Batch:
    """Many edits as one step, under the name that the history shows."""

    edits: tuple[Edit, ...]
    name: str = ""
    part_of: str = ""  # edits that follow each other and have the same one are taken back together

    def changes(self, reader: Reader) -> Iterator[Change]:
        for edit in self.edits:
            yield from edit.changes(reader)


def title(edit: Edit) -> str:
    """What the history calls an edit."""
    return (edit.name if isinstance(edit, Batch) else "") or type(edit).__name__


def plain(edit: object) -> Any:
    """An edit as JSON: its class and its fields; articles by their IDs, since the project holds their text."""
    if isinstance(edit, Entity | Quote | Claim):
        return serial.plain(edit)
    if isinstance(edit, Article):
        return edit.id
    if isinstance(edit, tuple):
        return [plain(part) for part in edit]
    if edit is None or isinstance(edit, str | int | float):
        return edit
    # What is left out of an edit's repr is worked out from the rest.
    named = {part.name: plain(getattr(edit, part.name)) for part in fields(edit) if part.repr}  # type: ignore[arg-type]
    return {"edit": type(edit).__name__} | named


def decide(
    reader: Reader, key: str, told: tuple[VerdictKind, Reason | None, str], evidence: Mapping[str, Any]
) -> Iterator[Change]:
    """A verdict on the relation with this key, in the editor's name; nothing where the same was said before.

    What another editor decided is kept beside it.
    """
    kind, reason, note = told
    before = reader.row("verdicts", key)
    said: Row = {
        "relation_id": key,
        "kind": str(kind),
        "reason": None if reason is None else str(reason),
        "note": note,
    }
    if before is None or rows.changed(before, said):
        kept = "{}" if before is None else before["evidence"]
        after = said | {
            "editor": reader.editor,
            "decided_at": saying.moment(reader.now, before, reader.editor),
            "evidence": rows.dumps(evidence) if evidence else kept,
        }
        yield from _kept_beside(reader, before, after)
        yield Change("verdicts", key, before, after)
    elif before["editor"] != reader.editor:
        yield from _joined(reader, before)


def _kept_beside(reader: Reader, before: Row | None, after: Row) -> Iterator[Change]:
    """The verdict that another one takes the place of, where somebody else gave it."""
    if before is None or None in (before["editor"], after["editor"]) or before["editor"] == after["editor"]:
        return
    one, other = saying.said("verdicts", before), saying.said("verdicts", after)
    if one.says and other.says and one.says != other.says:
        yield Change("versions", one.id, reader.row("versions", one.id), saying.stored(one))


def _joined(reader: Reader, before: Row) -> Iterator[Change]:
    """Who says now what stands already, and had said otherwise, says it no more."""
    mine = before | {"editor": reader.editor, "decided_at": saying.moment(reader.now, before, reader.editor)}
    said = saying.said("verdicts", mine)
    for row in reader.versions("verdicts", before["relation_id"]):
        if row["id"] == said.id and row["says"] != said.says:
            yield Change("versions", said.id, row, saying.stored(said))


def plain_side(claim: ArticleClaim) -> dict[str, Any]:
    """A passage that a verdict rests on, as the verdict keeps it."""
    said = claim.claim
    kind = str(said.kind)
    return {"article": claim.article_id, "start": said.start, "end": said.end, "text": said.text, "kind": kind}


def _annotation(reader: Reader, key: str) -> Row:
    row = reader.row("annotations", key)
    if row is None or row["removed"]:
        raise KnownError(
            "لم تعد هذه العلامة موجودة؛ حدّث العرض ثم أعد المحاولة.",
            "This mark is no longer there; look again and repeat what you did.",
        )
    return row


def hold_text(reader: Reader, article_id: str, item: Entity | Quote | Claim) -> None:
    """A mark whose words are not the article's is a bug of the caller, found before it is stored."""
    words = reader.passage(article_id, item.start, item.end)
    if words != item.text or not words:
        raise ValueError(f"{item.start}:{item.end} of {article_id} reads {words!r}, not {item.text!r}")


def stamped(reader: Reader, before: Row, after: Row) -> Iterator[Change]:
    """The change, with who and when; nothing where nothing changes."""
    if after != before:
        undecided = after["status"] == Status.SUGGESTED and not after["note"] and not after["removed"]
        editor = None if undecided else reader.editor
        yield Change("annotations", after["id"], before, after | {"editor": editor, "updated_at": reader.now})


def _with_status(row: Row, status: Status) -> Row:
    """The columns that a decision on `row` sets."""
    if status is Status.REJECTED:
        return {"status": str(status)}
    if row["added"]:
        return {"status": str(Status.ADDED)}
    if row["suggested"] is None:
        return {"status": str(status)}
    if status is not Status.SUGGESTED:
        return {"status": str(Status.CHANGED)}
    original = rows.item(row["layer"], row["suggested"])
    return rows.item_columns(original, added=False) | {"status": str(status), "suggested": None}
