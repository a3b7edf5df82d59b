"""The relations of a project as rows: filtered, and in the order in which an editor reviews them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.model import ArticleClaim, Fact, Relation, Show, Verdict, VerdictKind
from core.text.arabic import fold
from gui import wording
from gui.session import Session

# What needs a decision first.
_ORDER = {show: place for place, show in enumerate((Show.CONFLICT, Show.CHECK, Show.UPDATE, Show.AGREE, Show.SILENT))}
_LAST = (len(_ORDER), 0.0)
_NO_PARENT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """A relation with what it stands in."""

    id: str
    fact: Fact
    relation: Relation
    a: ArticleClaim
    b: ArticleClaim
    sources: tuple[str, str]

    def haystack(self) -> str:
        """The folded text that the filter looks through; made only when it does, since there may be many rows."""
        words = (self.fact.question, self.fact.question_en, self.a.claim.text, self.b.claim.text, *self.sources)
        return fold(" ".join(words))


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows are shown. `kept` is the ID of one that stays although it was decided just now."""

    shows: frozenset[Show] = frozenset({Show.CONFLICT, Show.CHECK, Show.UPDATE})
    undecided: bool = False
    words: str = ""
    kept: str = ""


class RelationModel(QAbstractListModel):
    """One row a relation; `row_at` gives its values, the roles give them to delegates."""

    RowRole = Qt.ItemDataRole.UserRole + 1
    VerdictRole = Qt.ItemDataRole.UserRole + 2
    FirstRole = Qt.ItemDataRole.UserRole + 3

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._all: list[Row] = []
        self._shown: list[Row] = []
        self._verdicts: dict[str, Verdict] = {}
        self.filter = Filter()
        self.reload()

    def reload(self) -> None:
        """Read facts and verdicts again."""
        project = self._session.project
        sources = {each.id: each.source or each.title or each.file for each in project.summaries()}
        self._verdicts = project.verdicts()
        rows = [_row(fact, relation, sources) for fact in project.facts() for relation in fact.relations]
        # The pairs of one question stay together, and the question that most wants a decision comes first.
        urgency: dict[str, tuple[int, float]] = {}
        for row in rows:
            urgency[row.fact.id] = min(urgency.get(row.fact.id, _LAST), _urgency(row))
        rows.sort(key=lambda row: (urgency[row.fact.id], row.fact.id, _urgency(row), row.id))
        self._all = rows
        self.set_filter(self.filter)

    def reload_verdicts(self) -> None:
        """Read the verdicts again; rows stay where they are unless the filter says otherwise."""
        self._verdicts = self._session.project.verdicts()
        self.set_filter(self.filter)

    def set_filter(self, wanted: Filter) -> None:
        """Show what `wanted` lets through; without a reset where the rows stay the same."""
        self.filter = wanted
        words = fold(wanted.words).split()
        shown = [row for row in self._all if self._passes(row, wanted, words)]
        if shown == self._shown:
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.fact.question
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(
                (
                    wording.word(wording.SHOWS, row.relation.show),
                    row.fact.question,
                    *row.sources,
                    wording.word(wording.VERDICTS, self.verdict(row.id).kind),
                )
            )
        if role == self.RowRole:
            return row
        if role == self.FirstRole:
            return self.is_first_of_question(index.row())
        return self.verdict(row.id) if role == self.VerdictRole else None

    def row_at(self, position: int) -> Row:
        """The row at a visible position."""
        return self._shown[position]

    def position_of(self, relation_id: str) -> int:
        """The visible position of a relation, or -1."""
        return next((place for place, row in enumerate(self._shown) if row.id == relation_id), -1)

    def verdict(self, relation_id: str) -> Verdict:
        """The verdict on a relation; an undecided one where there is none."""
        return self._verdicts.get(relation_id) or Verdict(relation_id)

    def is_decided(self, row: Row) -> bool:
        """Whether an editor has decided on it."""
        return self.verdict(row.id).kind is not VerdictKind.UNDECIDED

    def is_first_of_question(self, position: int) -> bool:
        """Whether the row above belongs to another question."""
        return position == 0 or self._shown[position - 1].fact.id != self._shown[position].fact.id

    def siblings(self, row: Row) -> list[Row]:
        """The undecided pairs of the same question that are shown as the same thing, without `row`."""
        return [
            other
            for other in self._all
            if other.fact.id == row.fact.id
            and other.relation.show is row.relation.show
            and other.id != row.id
            and not self.is_decided(other)
        ]

    def next_undecided(self, after: int, step: int = 1) -> int:
        """The next visible undecided position after (before, for step -1) `after`, going round; -1 for none."""
        count = len(self._shown)
        places = [(after + step * distance) % count for distance in range(1, count + 1)] if count else []
        return next((place for place in places if not self.is_decided(self._shown[place])), -1)

    def progress(self) -> tuple[int, int]:
        """How many of the relations that want a decision (conflict, check) have one, and how many there are."""
        wanting = [row for row in self._all if row.relation.show in (Show.CONFLICT, Show.CHECK)]
        return sum(self.is_decided(row) for row in wanting), len(wanting)

    def count(self, show: Show) -> int:
        """How many relations the comparison shows so."""
        return sum(row.relation.show is show for row in self._all)

    def is_empty(self) -> bool:
        """Nothing was compared yet, or nothing came of it."""
        return not self._all

    def _passes(self, row: Row, wanted: Filter, words: list[str]) -> bool:
        if row.id == wanted.kept:
            return True
        if row.relation.show not in wanted.shows or (wanted.undecided and self.is_decided(row)):
            return False
        haystack = row.haystack() if words else ""
        return all(word in haystack for word in words)


def _urgency(row: Row) -> tuple[int, float]:
    return _ORDER[row.relation.show], -row.relation.score


def _row(fact: Fact, relation: Relation, sources: dict[str, str]) -> Row:
    a, b = fact.claims[relation.a], fact.claims[relation.b]
    pair = (sources.get(a.article_id, ""), sources.get(b.article_id, ""))
    return Row(fact.relation_id(relation), fact, relation, a, b, pair)
