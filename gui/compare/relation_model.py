"""The relations of a project as rows: filtered, and in the order in which an editor reviews them.

Only keys are held for all rows; the facts of those that are painted are read when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from core.model import ArticleClaim, ClaimKind, Fact, Relation, Show, Verdict, VerdictKind
from core.project import Clash, ClashKind, RelationKey
from core.store.relations import one_a_dispute
from core.text.arabic import fold
from gui import i18n, wording
from gui.compare import said
from gui.models.words import ReadWords
from gui.session import Session

_NO_PARENT = QModelIndex()
_PAGE = 300  # rows that a view gets at a time: it asks for each row that it knows of whenever it is laid out
_AHEAD = 40  # rows that are read along with the one that is asked for
_WANTING = (Show.CONFLICT, Show.CHECK)

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
    files: Mapping[str, str] = field(default_factory=dict)  # names in reasons → titles, of articles that name no source

    @property
    def question(self) -> str:
        """In the language of the window."""
        return self.fact.question if i18n.language() == "ar" else self.fact.question_en

    @property
    def reason(self) -> str:
        """In the language of the window."""
        return said.reason(self.relation, (self.a, self.b), self.sources, self.files)

    def answers(self) -> tuple[str, str]:
        """Who says what, a line for each side."""
        lines = [
            wording.led(f"{wording.isolate(source)}: {wording.isolate(' '.join(end.claim.text.split()))}")
            for source, end in zip(self.sources, (self.a, self.b), strict=True)
        ]
        return lines[0], lines[1]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows are shown. `kept` is the ID of one that stays although it was decided just now."""

    shows: frozenset[Show] = frozenset({Show.CONFLICT, Show.CHECK, Show.UPDATE})
    undecided: bool = False
    kind: ClaimKind | None = None  # what is asked; None for anything
    words: str = ""
    kept: str = ""


class RelationModel(QAbstractListModel):
    """One row a relation; `row_at` gives its values, the roles give them to delegates."""

    RowRole = Qt.ItemDataRole.UserRole + 1
    VerdictRole = Qt.ItemDataRole.UserRole + 2
    FirstRole = Qt.ItemDataRole.UserRole + 3
    DisputeRole = Qt.ItemDataRole.UserRole + 4

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._keys: list[RelationKey] = []  # all that `filter.shows` lets through
        self._keyed: frozenset[Show] | None = None  # for which shows `_keys` are
        self._shown: list[RelationKey] = []
        self._told = 0  # how many of them the views know of
        self._places: dict[str, int] | None = None  # ID → visible position
        self._leaders: dict[str, str] = {}  # pairs that are not listed → the one that stands for them
        self._facts: dict[str, Fact] = {}  # those that were asked for
        self._sources: dict[str, str] = {}
        self._files: dict[str, str] = {}  # of articles that name no source
        self._words = ReadWords(session, self)
        self._counts: dict[Show, tuple[int, int]] = {}
        self._verdicts: dict[str, Verdict] = {}
        self.decided_last: list[str] = []  # pairs whose verdict was another one before it was read last
        self._decided: set[str] = set()
        self._disputes: dict[str, Clash] = {}
        self._says: dict[int, Callable[[Row], Any]] = {
            self.RowRole: lambda row: row,
            Qt.ItemDataRole.DisplayRole: lambda row: row.question,
            Qt.ItemDataRole.ToolTipRole: _whole,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }
        self._stale = QTimer(self, singleShot=True, interval=0)
        self._stale.timeout.connect(self.reload)
        self.filter = Filter()
        self.reload()

    def reload(self) -> None:
        """Read facts and verdicts again."""
        self._keyed = None
        self._words.forget()
        self._facts.clear()
        self._sources.clear()
        self._files.clear()
        self.reload_verdicts()

    def reload_verdicts(self) -> None:
        """Read the verdicts again; rows stay where they are unless the filter says otherwise."""
        project = self._session.project
        before, self._verdicts = self._verdicts, project.verdicts()
        both = dict.fromkeys((*self._verdicts, *before))
        self.decided_last = [key for key in both if before.get(key) != self._verdicts.get(key)]
        self._decided = {key for key, verdict in self._verdicts.items() if verdict.kind is not VerdictKind.UNDECIDED}
        self._disputes = {clash.key: clash for clash in project.clashes() if clash.kind is ClashKind.VERDICT}
        self._counts = project.relation_counts()
        self.set_filter(self.filter)

    def set_filter(self, wanted: Filter) -> None:
        """Show what `wanted` lets through; without a reset where the rows stay the same."""
        self.filter = wanted
        if self._keyed != wanted.shows:
            self._keys, self._keyed = self._of(wanted.shows), wanted.shows
        shown = self._passing(wanted)
        if shown == self._shown:
            if shown:
                self.dataChanged.emit(self.index(0), self.index(self._told - 1))
            return
        self.beginResetModel()
        self._shown, self._places, self._told = shown, None, min(len(shown), _PAGE)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self._told

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._told < len(self._shown)

    def fetchMore(self, parent: Index) -> None:
        if not parent.isValid():
            self.tell_of(self._told)

    def tell_of(self, position: int) -> None:
        """Let the views know of the rows up to this position, and some more."""
        if self._told <= position < len(self._shown):
            told = min(position + _PAGE, len(self._shown))
            self.beginInsertRows(QModelIndex(), self._told, told - 1)
            self._told = told
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self._told:
            return None
        if role == self.FirstRole:
            return self.is_first_of_question(index.row())
        if role == self.VerdictRole:
            return self.verdict(self._shown[index.row()].id)
        if role == self.DisputeRole:
            return self.dispute(self._shown[index.row()].id)
        if role not in self._says or (row := self.row_at(index.row())) is None:
            return None
        return self._says[role](row)

    def row_at(self, position: int) -> Row | None:
        """The row at a visible position; None where another program has taken it out of the file meanwhile."""
        key = self._shown[position]
        if key.fact_id not in self._facts:
            self._read(position)
        fact = self._facts.get(key.fact_id)
        relations = fact.relations if fact else ()
        relation = next((each for each in relations if fact.relation_id(each) == key.id), None)
        if fact is None or relation is None:
            self._stale.start()
            return None
        a, b = fact.claims[relation.a], fact.claims[relation.b]
        sources = self._sources[a.article_id], self._sources[b.article_id]
        return Row(key.id, fact, relation, a, b, sources, titled(self._files, a, b, sources))

    def position_of(self, relation_id: str) -> int:
        """The visible position of a relation, or of the one that stands for it; -1 where neither is shown."""
        if self._places is None:
            self._places = {key.id: place for place, key in enumerate(self._shown)}
        place = self._places.get(relation_id, -1)
        return place if place >= 0 else self._places.get(self._leaders.get(relation_id, ""), -1)

    def verdict(self, relation_id: str) -> Verdict:
        """The verdict on a relation; an undecided one where there is none."""
        return self._verdicts.get(relation_id) or Verdict(relation_id)

    def dispute(self, relation_id: str) -> Clash | None:
        """What editors decided differently on a relation; None where they did not."""
        return self._disputes.get(relation_id)

    def is_first_of_question(self, position: int) -> bool:
        """Whether the row above belongs to another question."""
        return position == 0 or self._shown[position - 1].fact_id != self._shown[position].fact_id

    def siblings(self, row: Row) -> list[str]:
        """The undecided pairs (IDs) of the same question that are shown as the same thing, without `row`."""
        alike = (
            row.fact.relation_id(other)
            for other in row.fact.relations
            if other.show is row.relation.show and other.follows != row.id  # those are decided along with it anyway
        )
        return [key for key in alike if key != row.id and key not in self._decided]

    def next_undecided(self, after: int, step: int = 1) -> int:
        """The next visible undecided position after (before, for step -1) `after`, going round; -1 for none."""
        count = len(self._shown)
        places = ((after + step * distance) % count for distance in range(1, count + 1))
        return next((place for place in places if self._shown[place].id not in self._decided), -1)

    def progress(self) -> tuple[int, int]:
        """How many of the relations that want a decision (conflict, check) have one, and how many there are."""
        found = [self._counts.get(show, (0, 0)) for show in _WANTING]
        return sum(decided for _, decided in found), sum(every for every, _ in found)

    def count(self, show: Show) -> int:
        """How many relations the comparison shows so."""
        return self._counts.get(show, (0, 0))[0]

    def total(self) -> int:
        """How many relations the filter lets through."""
        return len(self._shown)

    def is_empty(self) -> bool:
        """Nothing was compared yet, or nothing came of it."""
        return not self._counts

    def _of(self, shows: frozenset[Show]) -> list[RelationKey]:
        every = self._session.project.relation_keys(shows)
        self._leaders = {key.id: key.follows for key in every if key.follows}
        return one_a_dispute(every)

    def _passing(self, wanted: Filter) -> list[RelationKey]:
        shown = self._keys
        if wanted.kind:
            kinds = self._session.project.question_kinds()
            shown = [key for key in shown if kinds.get(key.fact_id) == wanted.kind]
        if wanted.undecided:
            shown = [key for key in shown if key.id not in self._decided or key.id == wanted.kept]
        for word in fold(wanted.words).split():
            facts, pairs = self._session.project.passing(self._words.all(), word)
            shown = [key for key in shown if key.fact_id in facts or key.id in pairs or key.id == wanted.kept]
        return shown

    def _read(self, position: int) -> None:
        """Read the fact of a row, and those of its neighbours, which are painted next."""
        project = self._session.project
        start = max(position - _AHEAD // 2, 0)
        wanted = {key.fact_id for key in self._shown[start : start + _AHEAD]} - self._facts.keys()
        found = project.facts_by_ids(sorted(wanted))
        self._facts |= found
        articles = {claim.article_id for fact in found.values() for claim in fact.claims}
        new = articles - self._sources.keys()
        self._sources |= project.source_names(new)
        self._files |= project.files_of_nameless(new)

    def _spoken(self, row: Row) -> str:
        words = (wording.word(wording.SHOWS, row.relation.show), row.question, *row.sources)
        return ". ".join((*words, wording.word(wording.VERDICTS, self.verdict(row.id).kind)))


def titled(files: Mapping[str, str], a: ArticleClaim, b: ArticleClaim, names: tuple[str, str]) -> dict[str, str]:
    """Of two ends the files (by article) by which reasons call them → the names by which the window does."""
    ends = zip((a.article_id, b.article_id), names, strict=True)
    return {files[article_id]: name for article_id, name in ends if article_id in files}


def _whole(row: Row) -> str:
    """All that the list has no room for."""
    return wording.tip("\n".join((wording.led(row.question), *row.answers(), row.reason)))
