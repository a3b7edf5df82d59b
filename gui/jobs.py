"""Long work beside the window: readers and extractors run in processes, their results come in small steps.

A job is a generator that yields (done, all) after each short step. The main thread takes one step per turn of the event
loop, so that the window stays awake, and closing the generator cancels: what was stored until then stays.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Future
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from core.errors import KnownError
from core.model import Article
from core.project import ImportReport, Kind, Touched
from gui import i18n, workers
from gui.session import Session

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from core.analyzing import Keeper
    from core.importers import Skipped

_TURN = 15  # ms between two steps, for painting and keys
_TELL = 400  # ms between two tellings
_MOST_WORKERS = 8

_WORKER_DIED = KnownError(
    "توقفت عملية القراءة فجأة، وقد تكون الذاكرة نفدت؛ ما أُنجز محفوظ. أغلق برامج أخرى ثم اختر «قراءة الجديد ومقارنته».",
    "A reading process ended abruptly, perhaps for want of memory; what was done is kept. "
    "Close other programs, then choose “Read and compare what is new”.",
)

Steps = Generator[tuple[int, int], None, None]


@dataclass(slots=True)
class ImportResult:
    """What became of the files that were given."""

    report: ImportReport = field(default_factory=lambda: ImportReport([], []))
    skipped: list[Skipped] = field(default_factory=list)


class Jobs(QObject):
    """One job at a time; those that follow wait their turn."""

    started = Signal(str)  # what is being done
    progress = Signal(int, int)  # done, all; all is 0 while nobody knows
    finished = Signal()  # nothing is left to do
    found = Signal(object)  # what core.importers.find yields, as a list
    imported = Signal(object)  # ImportResult
    marks_taken = Signal(object, object)  # the file, core.interchange.Taken
    analysed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.engine = "builtin"  # what reads names: a key of core.extract.camel.engines.engines()
        self._pool: ProcessPoolExecutor | None = None
        self._comparing: ProcessPoolExecutor | None = None
        self._keeper: Keeper | None = None
        self._waiting: deque[tuple[str, Callable[[], Steps]]] = deque()
        self._steps: Steps | None = None
        self._is_backed_up = False  # before the first of those that wait their turn
        self._untold = Touched()  # what the views have not heard of yet
        self._told = QElapsedTimer()
        self._told.start()
        self._timer = QTimer(self, interval=_TURN)
        self._timer.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self._steps is not None

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Read files and folders into the project, then read and compare what is new."""
        self._start(self.tr("Reading the files…"), lambda: self._import(list(paths)))
        self.analyze()

    def look_into(self, paths: Sequence[Path], columns: Mapping[str, str] | None = None) -> None:
        """Read files and folders, and tell by `found` what is in them; nothing is imported."""
        project = self._session.project.path
        self._start(
            self.tr("Reading the files…"), lambda: self._find(workers.look_into, list(paths), columns or {}, project)
        )

    def look_at_pasted(self, text: str, markup: str) -> None:
        """Tell by `found` which article was copied."""
        self._start(self.tr("Reading what was copied…"), lambda: self._find(workers.look_at_pasted, text, markup))

    def import_articles(self, articles: Sequence[Article]) -> None:
        """Bring in what was found, then read and compare it."""
        self._start(self.tr("Adding the articles…"), lambda: self._take_in(articles, ImportResult()))
        self.analyze()

    def take_marks(self, path: Path, kind: str) -> None:
        """Take a file of marks or verdicts in (`core.interchange`), then read and compare what is new."""
        self._start(self.tr("Taking the marks in…"), lambda: self._take_marks(path, kind))
        self.analyze()

    def analyze(self) -> None:
        """Extract from what is new, share names, compare."""
        self._start(self.tr("Reading and comparing the articles…"), self._analyze)

    def compare(self) -> None:
        """Share names and compare anew, where edits changed what the facts stand on."""
        if not self.busy and not self._session.read_only and self._session.project.comparison_is_stale:
            self._start(self.tr("Comparing the articles…"), self._compare)

    def work(self, text: str, steps: Iterator[tuple[int, int, Touched]]) -> None:
        """Take steps (done, all, what was touched) that change the project."""
        self._start(text, lambda: self._work(steps))

    def report(self, path: Path) -> None:
        """Write the report of the project, in the language of the window."""
        self._start(self.tr("Writing the report…"), lambda: self._report(path))

    def cancel(self) -> None:
        """Stop after the step in progress; what is stored stays."""
        self._waiting.clear()
        if self._steps is not None:
            self._steps.close()
            self._tell(Touched(), now=True)
            self._end()

    def close(self) -> None:
        """Cancel, and wait until no worker is left."""
        self.cancel()
        self._shut_pool()

    def _start(self, text: str, make: Callable[[], Steps]) -> None:
        self._waiting.append((text, make))
        if not self.busy:
            self._next()

    def _next(self) -> None:
        text, make = self._waiting.popleft()
        self.started.emit(text)
        self._steps = make()
        self._timer.start()

    def _step(self) -> None:
        assert self._steps is not None
        try:
            done, total = next(self._steps)
        except StopIteration:
            self._end()
        except (KnownError, BrokenExecutor) as error:
            self._session.fail(error if isinstance(error, KnownError) else _WORKER_DIED)
            self._give_up()
        except Exception:  # a bug: the job is over, and gui.faults tells of it
            self._give_up()
            raise
        else:
            self.progress.emit(done, total)

    def _give_up(self) -> None:
        self._waiting.clear()
        self._shut_pool()
        self._tell(Touched(), now=True)
        self._end()

    def _end(self) -> None:
        self._timer.stop()
        self._steps = None
        if self._waiting:
            self._next()
        else:
            self._is_backed_up = False
            self.finished.emit()

    def _import(self, paths: list[Path]) -> Steps:
        from core.importers import Skipped

        found = yield from self._worked(workers.read, paths)
        skipped = [item for item in found if isinstance(item, Skipped)]
        articles = [item for item in found if not isinstance(item, Skipped)]
        yield from self._take_in(articles, ImportResult(skipped=skipped))

    def _find(self, look: Callable[..., Any], *arguments: Any) -> Steps:
        found = yield from self._worked(look, *arguments)
        self.found.emit(found)

    def _worked(self, call: Callable[..., Any], *arguments: Any) -> Generator[tuple[int, int], None, Any]:
        """What a worker process returns."""
        working: Future = self._executor().submit(call, *arguments)
        try:
            while not working.done():
                yield 0, 0
        finally:
            working.cancel()
        return working.result()

    def _take_in(self, articles: Sequence[Article], result: ImportResult) -> Steps:
        if articles:
            yield from self._backed_up("import")
        try:
            for done in self._session.project.import_steps(articles, result.report):
                yield done, len(articles)
        finally:
            if result.report.added:
                self._session.announce(Touched(frozenset({Kind.ARTICLES}), frozenset(result.report.added)))
        self.imported.emit(result)

    def _take_marks(self, path: Path, kind: str) -> Steps:
        """A whole project fills an empty one at one go; of all else the window sees step after step."""
        from core.interchange import take_in, take_in_steps

        project = self._session.project
        yield from self._backed_up("import")
        try:
            if kind == "project":
                taken = take_in(project, path, kind, lambda _: None)
            else:
                with TemporaryDirectory(prefix="mizan-", ignore_cleanup_errors=True) as folder:
                    aside = Path(folder) / "marks"
                    taken = yield from self._worked(workers.set_aside, path, kind, project.path, aside)
                    every = taken.articles + taken.marks + taken.verdicts
                    with closing(take_in_steps(project, path.name, aside)) as steps:
                        try:
                            yield from self._work((done, every, touched) for done, touched in steps)
                        except GeneratorExit:
                            self._session.said.emit(self.tr("Stopped: undo takes back what had been taken in."))
                            raise
        finally:
            self._session.announce(Touched(frozenset(Kind)))
        self.marks_taken.emit(path, taken)

    def _analyze(self) -> Steps:
        from core.analyzing import analysis_steps

        if self._session.project.pending_ids():
            yield from self._backed_up("analyze")
        project, executor, engine = self._session.project, self._executor(), self.engine
        for done, total, touched in analysis_steps(project, executor, engine=engine, keeper=self._keeping()):
            self._tell(touched)
            yield done, total
        self._tell(Touched(), now=True)
        self.analysed.emit()

    def _work(self, steps: Iterator[tuple[int, int, Touched]]) -> Steps:
        try:
            for done, total, touched in steps:
                self._tell(touched)
                yield done, total
        finally:
            self._tell(Touched(), now=True)

    def _backed_up(self, why: str) -> Steps:
        """A backup before what changes much at once, one before all that waits its turn; none of a new project.

        Where it cannot be made, that is told, and the work goes on.
        """
        project = self._session.project
        if self._is_backed_up or project.can_undo is None:
            return
        self._is_backed_up = True
        try:
            yield from self._worked(workers.back_up, project.path, why)
        except KnownError as error:
            self._session.fail(error)

    def _compare(self) -> Steps:
        from core.analyzing import comparison_steps

        for touched in comparison_steps(self._session.project, self._keeping()):
            self._tell(touched)
            yield 0, 0
        self._tell(Touched(), now=True)

    def _tell(self, touched: Touched, now: bool = False) -> None:
        """Let the views read again what was stored, a few times a second: to read is dearer than to store."""
        self._untold |= touched
        due = self._told.hasExpired(_TELL) and Kind.FACTS not in self._untold.kinds  # facts come last
        if self._untold and (now or due):
            untold, self._untold = self._untold, Touched()
            self._session.announce(untold)
            self._told.restart()

    def _report(self, path: Path) -> Steps:
        from gui.reporting import write_report

        yield from self._worked(write_report, self._session.project.path, path, i18n.language())
        self._session.said.emit(self.tr("Report written: {}").format(f"\u2066{path}\u2069"))

    def _shut_pool(self) -> None:
        for pool in (self._pool, self._comparing):
            if pool is not None:
                pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._comparing = self._keeper = None

    def _executor(self) -> ProcessPoolExecutor:
        """What reads articles and files."""
        if self._pool is None:
            self._pool = _processes(min(max((os.cpu_count() or 2) - 1, 1), _MOST_WORKERS))
        return self._pool

    def _keeping(self) -> Keeper:
        """What keeps the comparison of the project, in a process of its own."""
        from core.analyzing import Keeper

        if self._keeper is None:
            self._comparing = _processes(1)
            self._keeper = Keeper(self._comparing)
        return self._keeper


def _processes(count: int) -> ProcessPoolExecutor:
    """Fresh processes, not forks: a fork of a process with Qt in it is not safe."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"), initializer=workers.begin)
