"""Project: one `.mizan` file, opened. The one face that the window and the command line use.

A project belongs to the thread that opened it. No call takes long, except those that say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import islice
from operator import or_
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from core import threshold
from core.findings import Findings
from core.material import CHUNK, Material
from core.model import Annotation, Article, Evidence, ObsoleteVerdict, Span, Status
from core.shared import Shared
from core.store import (
    articles,
    backups,
    check,
    deciding,
    file,
    history,
    marks,
    occurrences,
    search,
    settings,
    whole,
)
from core.store.bringing import PutAnnotations
from core.store.changes import Edit
from core.store.deciding import DecideWaiting
from core.store.edits import Batch, ImportArticles, SetStatus
from core.store.guard import guarded
from core.store.matrix import MatrixRow
from core.store.review import ReviewFilter, ReviewView
from core.store.store import Store, now
from core.store.values import (
    ArticleSummary,
    Assignment,
    Clash,
    ClashKind,
    Elsewhere,
    HistoryEntry,
    ImportReport,
    Kind,
    LearnedEntry,
    LearnedState,
    NameDecision,
    Opinion,
    Problem,
    RelationKey,
    Ruling,
    RulingKind,
    SearchHit,
    Touched,
    Version,
    Waiting,
    Where,
)
from core.vocabulary import Vocabulary

__all__ = [
    "ArticleSummary",
    "Assignment",
    "Clash",
    "ClashKind",
    "Elsewhere",
    "Evidence",
    "HistoryEntry",
    "ImportReport",
    "Kind",
    "LearnedEntry",
    "LearnedState",
    "MatrixRow",
    "NameDecision",
    "ObsoleteVerdict",
    "Opinion",
    "Problem",
    "Project",
    "RelationKey",
    "ReviewFilter",
    "ReviewView",
    "Ruling",
    "RulingKind",
    "SearchHit",
    "Touched",
    "Version",
    "Waiting",
    "Where",
]

_LOOKED_AT = 50  # marks of a step, for one that is still there


@guarded
class Project(Findings, Material, Shared, Vocabulary):
    """An open project. `holder` says who else is writing to it (“name (host), since”) when it is read-only for that."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def create(cls, path: Path | str, editor: str = "") -> Self:
        """Make a new, empty project and open it. KnownError where the file exists or cannot be made."""
        file.make(Path(path))
        return cls.open(path, editor)

    @classmethod
    def open(cls, path: Path | str, editor: str = "", read_only: bool = False) -> Self:
        """Open for editing, or for reading where another has it open or it cannot be written.

        KnownError for what is no project, is damaged, or was made by a newer program.
        """
        return cls(Store.open(Path(path), editor, read_only=read_only))

    def must_be_writable(self) -> None:
        """KnownError where edits are refused."""
        self._store.must_be_writable()

    def close(self) -> None:
        """Let go of the file. Everything is saved already."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether edits are refused."""
        return self._store.read_only

    @property
    def holder(self) -> str:
        """Who has it open for editing elsewhere, "" where nobody does."""
        return self._store.holder

    @property
    def is_gone(self) -> bool:
        """Whether the file was moved, deleted or replaced under the program; edits are refused then."""
        return self._store.is_gone

    @property
    def left_by(self) -> str:
        """Who opened it on another machine and did not close it, in a synchronised folder; "" for nobody."""
        return self._store.left_by

    # Reading

    def summaries(self, article_ids: Collection[str] | None = None) -> list[ArticleSummary]:
        """The article list in the order of import, or its lines for these articles."""
        return articles.summaries(self._store, article_ids)

    def source_names(self, article_ids: Collection[str] | None = None) -> dict[str, str]:
        """By article (ID) its source, else its title or file; of all articles, or of these. Quick."""
        return articles.names(self._store, article_ids)

    def article(self, article_id: str) -> Article:
        """One article; KeyError where the project has none of that ID."""
        found = articles.by_ids(self._store, [article_id])
        if not found:
            raise KeyError(article_id)
        return found[0]

    def articles(self) -> list[Article]:
        """All articles with their texts, in the order of import. Long for large projects."""
        return articles.every(self._store)

    def annotations(self, article_id: str) -> list[Annotation]:
        """The marks of an article, sorted by start; rejected ones included."""
        return marks.of_article(self._store, article_id)

    def annotation(self, annotation_id: str) -> Annotation | None:
        """One mark."""
        return marks.by_id(self._store, annotation_id)

    def count_waiting(self, which: Waiting) -> int:
        """How many suggestions `core.store.deciding.DecideWaiting` would decide on."""
        return deciding.count(self._store, which)

    def waiting_by_score(self, article_ids: Sequence[str]) -> dict[str, Counter[int]]:
        """How many entities of these articles wait for a decision, by label and percent of score."""
        return deciding.by_score(self._store, article_ids)

    def boilerplate(self, article_id: str) -> list[Span]:
        """The lines of an article that extraction leaves out."""
        return marks.boilerplate(self._store, article_id)

    def setting(self, key: str, default: str = "") -> str:
        """Something that the project remembers: where the editor was, the zoom."""
        found = settings.read(self._store, key)
        return default if found is None else found

    def set_setting(self, key: str, value: str) -> None:
        """Remember something; no step of the history."""
        settings.write(self._store, key, value)

    @property
    def threshold(self) -> float:
        """Suggestions that score less are hidden (`core.threshold`); 0 hides none."""
        return threshold.parse(self.setting(threshold.SETTING))

    @threshold.setter
    def threshold(self, least: float) -> None:
        self.set_setting(threshold.SETTING, str(least))

    def search(self, query: str, limit: int = 500) -> list[SearchHit]:
        """Places that match, notes first, also inside words; blind to hamza, marks, tatweel, ى/ة and digit shapes."""
        return search.search(self._store, query, limit)

    def search_steps(self, query: str) -> Iterator[list[SearchHit]]:
        """`search` in short steps: the places in a few articles each, often none."""
        return search.steps(self._store, query)

    def occurrences(self, article_id: str, span: Span, seconds: float | None = None) -> list[tuple[str, Span]]:
        """All places in the project that say the same as this one: all spellings, clitics left out.

        TimeoutError where that takes longer than so many seconds.
        """
        return occurrences.occurrences(self._store, article_id, span, seconds)

    def check(self) -> list[Problem]:
        """What is wrong with the file; reads all of it."""
        return check.problems(self._store)

    def dump(self) -> Iterator[dict[str, Any]]:
        """Everything in the file, row by row: what `restore` makes an equal project of. Long."""
        return whole.rows(self._store)

    def restore(self, lines: Iterable[tuple[int, Mapping[str, Any]]], file: str) -> int:
        """Fill this empty project with (line number, row) of a dump; no step of the history. Long.

        KnownError, and nothing brought in, where it is not empty or the rows of `file` are no project's.
        """
        return whole.restore(self._store, lines, file)

    def replace_with(self, path: Path, why: str = "restore") -> Touched:
        """Become what the project at `path` is, undo included, all or nothing; no step of the history.

        As it stood, it is kept as a backup first (`core.store.backups`). KnownError where that cannot be.
        """
        self.must_be_writable()
        backups.replace(self.path, path, why)
        return self.reread()

    def reread(self) -> Touched:
        """Another content was put into the file, by `core.store.backups.replace`: nothing read before holds."""
        self._store.forget()
        return Touched(frozenset(Kind))

    # Editing

    def apply(self, edit: Edit) -> Touched:
        """Do it, durably, with how to undo it. KnownError where the project is read-only or the disk is full."""
        return history.apply(self._store, edit)

    def undo(self) -> Touched | None:
        """Take the last edit back, whoever made it and whenever; None where there is none."""
        return _together(history.undo(self._store))

    def undo_steps(self) -> Iterator[Touched]:
        """`undo` in short steps, where it was done in such; stopped half-way, `undo` takes back the rest next."""
        return history.undo(self._store)

    def redo_steps(self) -> Iterator[Touched]:
        """`redo` in such steps."""
        return history.redo(self._store)

    def redo(self) -> Touched | None:
        """Do again what was undone last."""
        return _together(history.redo(self._store))

    @property
    def can_undo(self) -> HistoryEntry | None:
        """What `undo` would take back."""
        return history.next_undo(self._store)

    @property
    def can_redo(self) -> HistoryEntry | None:
        """What `redo` would do again."""
        return history.next_redo(self._store)

    def first_mark_of(self, step: HistoryEntry) -> Annotation | None:
        """The first mark that a step of the history changed and that is there now; None where there is none."""
        found = map(self.annotation, history.marks_of(self._store, step.id, _LOOKED_AT))
        return next(filter(None, found), None)

    def history(self, limit: int = 200) -> list[HistoryEntry]:
        """The latest edits, newest first."""
        return history.entries(self._store, limit)

    def decide_steps(
        self, which: Waiting, status: Status, also: Sequence[str] = ()
    ) -> Iterator[tuple[int, int, Touched]]:
        """Accept or reject all such suggestions, and the marks `also` (IDs), as one edit but in short steps.

        Yields (articles done, all, what was touched). Closed early, what was done stays, and one undo takes it back.
        """
        part = uuid4().hex
        every = 1 if which.article_id else len(self.article_ids())
        if also:
            yield 0, every, self.apply(Batch((SetStatus(tuple(also), status),), "DecideWaiting", part))
        for among, done in deciding.portions(self._store, which):
            yield done, every, self.apply(DecideWaiting(which, status, among, part))

    def put_steps(
        self, file: str, portions: Iterable[Sequence[Article | Annotation]]
    ) -> Generator[tuple[int, Touched], None, None]:
        """Bring in what the file of this name holds (`PutAnnotations`), as one edit but a portion a step.

        Yields (done, what was touched). Closed early, what was done stays, and one undo takes it back. What its
        decisions teach is learned in `follow_steps`.
        """
        part, done = uuid4().hex, 0
        for portion in portions:
            done += len(portion)
            yield done, self.apply(PutAnnotations(file, portion, part))

    def import_articles(self, found: Iterable[Article]) -> ImportReport:
        """Bring articles in as one step of the history; texts that are there already are reported. Long for many."""
        report = ImportReport([], [])
        for _ in self.import_steps(found, report):
            pass
        return report

    def import_steps(self, found: Iterable[Article], report: ImportReport) -> Iterator[int]:
        """`import_articles` in short steps; yields how many articles were read.

        Fills `report`. Closed early, it keeps what was read so far.
        """
        new: list[Article] = []
        seen: set[str] = set()
        waiting = iter(found)
        try:
            while chunk := list(islice(waiting, CHUNK)):
                there = articles.present(self._store, [article.id for article in chunk]) | seen
                fresh = []
                for article in chunk:
                    if article.id in there:
                        report.duplicates.append((article.file, article.id))
                    else:
                        fresh.append(article)
                        there.add(article.id)
                seen |= there
                with self._store.transaction() as connection:
                    articles.keep(connection, fresh, now())
                # Their text is in the file now; a large import need not hold it all.
                new += [replace(article, text="") for article in fresh]
                yield len(new) + len(report.duplicates)
        finally:
            if new:
                self.apply(ImportArticles(tuple(new)))
                report.added.extend(article.id for article in new)


def _together(steps: Iterable[Touched]) -> Touched | None:
    """What all steps touched; None where there was none."""
    found = list(steps)
    return reduce(or_, found) if found else None
