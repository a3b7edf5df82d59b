"""The matrix: a row a question, a column a source, in each cell what the source answers.

All rows are held as keys only (`Project.matrix_rows`); the facts of those that are painted are read when asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from core.model import ArticleClaim, Fact, Show
from core.project import MatrixRow
from core.store.matrix import articles_of_all
from core.store.relations import ORDER
from core.text.arabic import fold
from gui import i18n, wording
from gui.compare import said
from gui.models.words import ReadWords
from gui.session import Session

_NO_PARENT = QModelIndex()
_AHEAD = 40  # facts that are read along with the one that is asked for
_SERIOUS = {show: at for at, show in enumerate(ORDER)}
_DISPUTED = (Show.CONFLICT, Show.CHECK)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Source:
    """A column: one outlet, with its articles."""

    name: str
    articles: frozenset[str]
    published: tuple[str, ...]  # ISO

    @property
    def days(self) -> str:
        """Of publication, from the first to the last, in words."""
        first, last = (wording.day(which(self.published, default="")) for which in (min, max))
        return first if first == last else f"{first} – {last}"


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim in a cell; `show` is the most serious relation that it stands in, None for none.

    `side` is the number of those it agrees with, where a question is disputed; None where it takes no side.
    """

    claim: ArticleClaim
    show: Show | None
    side: int | None = None

    @property
    def value(self) -> str:
        """What it answers, in words; the evidence itself where no value was read."""
        return said.value(self.claim.claim) or " ".join(self.claim.claim.text.split())

    @property
    def is_quoted(self) -> bool:
        """Whether that are words of the article or a name, which have a direction of their own."""
        value = self.claim.claim.value
        return value is None or isinstance(value, str) or not said.value(self.claim.claim)

    @property
    def manner(self) -> str:
        """How far the text commits itself: "" for what it plainly asserts."""
        claim = self.claim.claim
        parts = [wording.word(wording.MODALITIES, claim.modality)] if claim.modality != "asserted" else []
        parts += [wording.word(wording.POLARITIES, claim.polarity)] if claim.polarity == "denied" else []
        return " · ".join(parts)

    @property
    def said_by(self) -> str:
        """Speaker and medium, "" for the outlet itself."""
        attribution = self.claim.claim.attribution
        arrow = " ← " if i18n.language() == "ar" else " → "
        return arrow.join(wording.isolate(name) for name in (attribution.speaker, attribution.via) if name)

    def line(self) -> str:
        """All of it on one line."""
        told = wording.isolate(self.value) if self.is_quoted else wording.inside(self.value)
        return wording.led(" · ".join(part for part in (told, self.manner, self.said_by) if part))


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown. `kind` and `show` "" for any; `left_out` are names of sources."""

    words: str = ""
    kind: str = ""
    show: str = ""
    disputed: bool = False
    left_out: frozenset[str] = frozenset()
    hide_silent: bool = True
    order: str = "disputed"  # a key of ORDERS
    group: str = ""  # "", "event" or "kind"

    @classmethod
    def read(cls, kept: object) -> Self:
        """What was kept as JSON, also by another version of the program; what it does not know is left out."""
        read: dict[str, Callable[[Any], Any]] = {
            **dict.fromkeys(("words", "kind", "show", "group"), str),
            **dict.fromkeys(("disputed", "hide_silent"), bool),
            "left_out": frozenset,
            "order": lambda name: name if name in ORDERS else cls.order,
        }
        given = kept if isinstance(kept, dict) else {}
        return cls(**{name: make(given[name]) for name, make in read.items() if name in given})


ORDERS: dict[str, Callable[[MatrixRow], Any]] = {
    "disputed": lambda row: (row.rank, -row.said_in.count(",")),
    "question": lambda row: fold(row.question),
    "sources": lambda row: -row.said_in.count(","),
}
_GROUPS: dict[str, Callable[[MatrixRow], str]] = {"event": lambda row: row.event, "kind": lambda row: row.kind}


class MatrixModel(QAbstractTableModel):
    """Lines are rows of facts and, where rows are grouped, the titles between them."""

    AnswersRole = Qt.ItemDataRole.UserRole + 1  # of a cell: list[Answer]
    RowRole = Qt.ItemDataRole.UserRole + 2  # of a vertical header: MatrixRow, or the title of a group
    VoicesRole = Qt.ItemDataRole.UserRole + 3  # of a vertical header: what `voices` says

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[MatrixRow] = []
        self._lines: list[MatrixRow | str] = []
        self._every: list[Source] = []
        self._columns: list[Source] = []
        self._facts: dict[str, Fact] = {}
        self._places: dict[str, int] = {}  # of articles: their columns
        self._named: dict[str, str] = {}  # of articles: their sources
        self._answers: dict[str, dict[int, list[Answer]]] = {}  # by fact and column
        self._words = ReadWords(session, self)
        self._count = 0
        self._stale = QTimer(self, singleShot=True, interval=0)
        self._stale.timeout.connect(self.reload)
        self.filter = Filter()
        self.reload()

    # What there is

    def reload(self) -> None:
        """Read everything again."""
        project = self._session.project
        self._rows = project.matrix_rows()
        self._facts.clear()
        self._words.forget()
        articles: dict[str, list[str]] = {}
        days: dict[str, list[str]] = {}  # of publication, ISO
        for article_id, name, published in project.matrix_sources():
            articles.setdefault(name, []).append(article_id)
            days.setdefault(name, []).extend([published] if published else [])
        answered = Counter(articles_of_all(self._rows))
        made = [
            Source(name, frozenset(keys), tuple(days[name]))
            for name, keys in sorted(articles.items(), key=lambda item: -sum(answered[key] for key in item[1]))
        ]
        self._every = made
        self._named = {key: source.name for source in made for key in source.articles}
        self.set_filter(self.filter)

    def set_filter(self, wanted: Filter) -> None:
        """Show what `wanted` lets through, in its order and groups."""
        self.beginResetModel()
        self.filter = wanted
        there = [source for source in self._every if source.name not in wanted.left_out]
        known = frozenset().union(*(source.articles for source in there))
        rows = sorted(self._passing(wanted, known), key=ORDERS[wanted.order])
        speaking = set(articles_of_all(rows)) if wanted.hide_silent else known
        self._columns = [source for source in there if not source.articles.isdisjoint(speaking)]
        self._places = {key: at for at, source in enumerate(self._columns) for key in source.articles}
        self._lines = list(_grouped(rows, wanted.group)) if wanted.group else list(rows)
        self._count = len(rows)
        self._answers.clear()
        self.endResetModel()

    @property
    def sources(self) -> list[Source]:
        """All sources, also those that are left out, the one that answers most first."""
        return self._every

    @property
    def columns(self) -> list[Source]:
        """The sources that are shown."""
        return self._columns

    def count(self) -> tuple[int, int]:
        """How many questions are shown, and how many there are."""
        return self._count, len(self._rows)

    def line(self, row: int) -> MatrixRow | str:
        """A row, or the title of a group."""
        return self._lines[row]

    def titles(self) -> list[int]:
        """The rows that are titles of groups."""
        return [at for at, line in enumerate(self._lines) if isinstance(line, str)]

    def row_of(self, fact_id: str) -> int:
        """Where a fact stands, -1 for nowhere."""
        found = (at for at, line in enumerate(self._lines) if not isinstance(line, str) and line.fact_id == fact_id)
        return next(found, -1)

    def next_disputed(self, row: int, by: int) -> int:
        """The next row in dispute after (before, for -1) `row`, going round; -1 for none."""
        count = len(self._lines)
        places = ((row + by * distance) % count for distance in range(1, count + 1))
        return next((place for place in places if _disputed(self._lines[place])), -1)

    def fact_at(self, row: int) -> Fact | None:
        """The fact of a row; None for a title, and where another program has taken it away meanwhile."""
        line = self._lines[row]
        if isinstance(line, str):
            return None
        if line.fact_id not in self._facts:
            near = self._lines[max(row - _AHEAD // 2, 0) : row + _AHEAD]
            wanted = {each.fact_id for each in near if not isinstance(each, str)} - self._facts.keys()
            self._facts |= self._session.project.facts_by_ids(sorted(wanted))
            if line.fact_id not in self._facts:
                self._stale.start()
        return self._facts.get(line.fact_id)

    def voices(self, row: int) -> int:
        """How many of the sources that answer do so for themselves; 0 where none is a copy, or nobody counted."""
        fact = self.fact_at(row)
        sources = {self._named.get(claim.article_id, claim.article_id) for claim in fact.claims} if fact else ()
        return fact.voices if fact and fact.voices < len(sources) else 0

    def answers(self, row: int, column: int) -> list[Answer]:
        """What a cell holds."""
        fact = self.fact_at(row)
        if fact is None:
            return []
        if fact.id not in self._answers:
            self._answers[fact.id] = self._arranged(fact)
        return self._answers[fact.id].get(column, [])

    # As Qt asks

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _SAYS or isinstance(self._lines[index.row()], str):
            return None
        found = self.answers(index.row(), index.column())
        if role == self.AnswersRole:
            return found
        said = "\n".join(answer.line() for answer in found)
        if role == Qt.ItemDataRole.ToolTipRole:
            sided = any(answer.side is not None for answer in found)
            return wording.tip(
                "\n".join((said, self.tr("The same letter: these answers agree.")) if sided else (said,))
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            silent = self.tr("says nothing on this")
            return f"{self._columns[index.column()].name}: {said or silent}. {question(self._lines[index.row()])}"
        return said

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if side is Qt.Orientation.Horizontal:
            if section >= len(self._columns):
                return None
            source = self._columns[section]
            if role == Qt.ItemDataRole.ToolTipRole:
                articles = self.tr("%n article(s)", "", len(source.articles))
                return wording.tip("\n".join(part for part in (source.name, source.days, articles) if part))
            return wording.name(source.name) if role == Qt.ItemDataRole.DisplayRole else None
        if section >= len(self._lines):
            return None
        line = self._lines[section]
        if role == self.RowRole:
            return line
        if role == self.VoicesRole:
            return self.voices(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            voices = self.voices(section)
            told = self.tr("%n voice(s): copies of one text count once", "", voices) if voices else ""
            return wording.tip("\n".join(part for part in (question(line), told) if part))
        return question(line) if role == Qt.ItemDataRole.DisplayRole else None

    # Inside

    def _arranged(self, fact: Fact) -> dict[int, list[Answer]]:
        """By column, the most serious first."""
        shows: dict[int, Show] = {}
        for relation in fact.relations:
            for end in (relation.a, relation.b):
                if end not in shows or _SERIOUS[relation.show] < _SERIOUS[shows[end]]:
                    shows[end] = relation.show
        sides = _sides(fact)
        cells: dict[int, list[Answer]] = {}
        for number, claim in enumerate(fact.claims):
            if claim.article_id in self._places:
                answer = Answer(claim, shows.get(number), sides.get(number))
                cells.setdefault(self._places[claim.article_id], []).append(answer)
        for cell in cells.values():
            cell.sort(key=lambda answer: _SERIOUS[answer.show] if answer.show else len(_SERIOUS))
        return cells

    def _passing(self, wanted: Filter, known: frozenset[str]) -> Iterator[MatrixRow]:
        holding = self._holding(fold(wanted.words).split())
        whole = not wanted.left_out
        for row in self._rows:
            if (
                (not wanted.kind or row.kind == wanted.kind)
                and (not wanted.show or row.show == wanted.show)
                and (not wanted.disputed or row.show in _DISPUTED)
                and (whole or not known.isdisjoint(row.articles))
                and (holding is None or row.fact_id in holding)
            ):
                yield row

    def _holding(self, words: Sequence[str]) -> set[str] | None:
        """The facts (IDs) that hold all these folded words: in question, event, claims or their sources."""
        if not words:
            return None
        read = self._words.all()
        events = {row.event: fold(row.event) for row in self._rows}
        found = []
        for word in words:
            told = {event for event, text in events.items() if word in text}
            about = {row.fact_id for row in self._rows if row.event in told} if told else set()
            found.append(read.asking(word) | read.saying(word) | about)
        return set.intersection(*found)


_SAYS = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    MatrixModel.AnswersRole,
}


def question(line: MatrixRow | str) -> str:
    """In the language of the window; a title stands for itself."""
    if isinstance(line, str):
        return line
    return line.question if i18n.language() == "ar" else line.question_en


def _sides(fact: Fact) -> dict[int, int]:
    """Which claims of a disputed fact stand together, by their places: by their agreements. Largest side first."""
    against = [(relation.a, relation.b) for relation in fact.relations if relation.show is Show.CONFLICT]
    if not against:
        return {}
    head = list(range(len(fact.claims)))

    def root(place: int) -> int:
        while head[place] != place:
            place = head[place]
        return place

    for relation in fact.relations:
        if relation.show is Show.AGREE:
            head[root(relation.b)] = root(relation.a)
    if any(root(a) == root(b) for a, b in against):
        return {}  # agreements join what contradicts: there are no clear sides
    sizes = Counter(root(place) for place in range(len(head)))
    taking = {root(place) for pair in against for place in pair}
    order = {top: side for side, top in enumerate(sorted(taking, key=lambda top: (-sizes[top], top)))}
    return {place: order[root(place)] for place in range(len(head)) if root(place) in order}


def _disputed(line: MatrixRow | str) -> bool:
    return not isinstance(line, str) and line.show in _DISPUTED


def _grouped(rows: Iterable[MatrixRow], group: str) -> Iterator[MatrixRow | str]:
    """Rows of one group together, each group where its first row stands, behind its title."""
    groups: dict[str, list[MatrixRow]] = {}
    for row in rows:
        groups.setdefault(_GROUPS[group](row), []).append(row)
    for key, members in groups.items():
        yield wording.word(wording.CLAIM_KINDS, key) if group == "kind" else key or "—"
        yield from members
