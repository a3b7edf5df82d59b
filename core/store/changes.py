"""What an edit is: a value that reads the rows it speaks of and yields what they become.

It never writes: `core.store.history` does, keeps the rows before and after, and can therefore undo any edit, including
those that are added later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from core.model import Article, Claim, Entity, Fact, Quote, Span
from core.store.rows import Row
from core.store.values import Waiting


@dataclass(frozen=True, slots=True)
class Change:
    """A row before and after: None before it was made, None after it was deleted."""

    table: str
    key: str
    before: Row | None
    after: Row | None


class Reader(Protocol):
    """What an edit may ask of the project while it is applied."""

    now: str  # UTC, ISO 8601
    editor: str | None  # the editor's ID

    def row(self, table: str, key: str) -> Row | None:
        """The row as it stands, edits of the same batch included."""

    def passage(self, article_id: str, start: int, end: int) -> str:
        """The words of an article of the project; "" where there are none."""

    def evidence(self, relation_id: str) -> Mapping[str, Any]:
        """What the relation compares, as JSON; empty where there is no such relation."""

    def editor_named(self, name: str) -> str | None:
        """The ID of an editor by name; None for nobody."""

    def called(self, names: Collection[str]) -> list[Row]:
        """The marks that speak of one of these canonical names: entities, then quotes and claims."""

    def labelled(self, label: str) -> list[Row]:
        """The marks of an entity label, rejected ones too."""

    def named(self, names: Collection[str]) -> list[Row]:
        """What editors decided to call by one of these names."""

    def versions(self, kind: str, key: str) -> list[Row]:
        """What editors decided on one thing: rows of `versions`."""

    def leader(self, relation_id: str) -> str:
        """The relation whose verdict settles this one too; "" for none."""

    def rulings(self) -> list[Row]:
        """What editors decided about facts."""

    def fact(self, fact_id: str) -> Fact | None:
        """A fact as it stands before the edit."""

    def claims_at(self, article_id: str, span: Span) -> list[Claim]:
        """Claims of facts that overlap a passage."""

    def items_at(self, article_id: str, span: Span) -> list[Entity | Quote | Claim]:
        """What is marked there and was not rejected."""

    def waiting(self, which: Waiting, among: Sequence[str] = ()) -> list[Row]:
        """The suggestions of such a kind; in these articles, where any are named."""

    def keep_text(self, article: Article) -> None:
        """Put an article that is not yet there aside, so that an edit can bring it in."""

    def marks(self, keys: Sequence[str]) -> dict[str, Row]:
        """Those of these marks that there are, by ID."""

    def put_marks(self, made: Sequence[Sequence[Any]]) -> None:
        """Write marks that there are none of yet, whole rows by the columns of TABLES; undo takes them away."""


class Edit(Protocol):
    """One step that can be undone. The class's name is what the history calls it."""

    def changes(self, reader: Reader) -> Iterator[Change]:
        """What the edit does; each change is written before the next one is asked for."""
