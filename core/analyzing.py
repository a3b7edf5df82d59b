"""Extract, share names, compare: the work on a whole project, in steps short enough for a window to go on between them.

What outgrows a process takes a `concurrent.futures.Executor`; the store is only written by the caller's own thread.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, ThreadPoolExecutor, wait
from contextlib import closing
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from core.compare.weighing import Weighing
from core.extract.learned import Lexicon
from core.extract.portions import portions
from core.model import Analysis, Article
from core.project import Kind, Project, Touched

if TYPE_CHECKING:
    from core.compare.standing import Standing

# Portions of articles in the workers at a time, and seconds to wait for one before the caller gets its turn.
_AHEAD = 16
_PATIENCE = 0.02

Progress = Callable[[int, int], None]
Step = tuple[int, int, Touched]


class Keeper:
    """Where the comparison of an open project is kept from one time to the next, so that only what changed is work.

    Here, or in the process of an executor that has no other.
    """

    def __init__(self, executor: Executor | None = None) -> None:
        self.is_whole = False  # whether it knows the project as it was when its articles were last compared
        self._executor = executor
        self._key = uuid4().hex

    def ask(self, what: str, *arguments: Any) -> Generator[Touched, None, Any]:
        """What that method of `Standing` returns; the caller gets its turn while it works."""
        if self._executor is None:
            return _ask(self._key, what, *arguments)
        answer = self._executor.submit(_ask, self._key, what, *arguments)
        while not wait((answer,), _PATIENCE).done:
            yield Touched()
        return answer.result()

    def close(self) -> None:
        """Let go of what is kept here; an executor takes it along when it ends."""
        _STANDING.pop(self._key, None)


def analyze_project(
    project: Project,
    executor: Executor | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    again: bool = False,
    engine: str = "builtin",
) -> Touched:
    """Extract what waits for it, share names, compare; `again` for all articles. `progress` gets (done, all) articles.

    What is stored when `cancelled` says so stays, and the next call goes on from there. `engine` is a key of
    `core.extract.camel.engines`; KnownError where it is not ready.
    """
    touched = Touched()
    for done, total, changed in analysis_steps(project, executor, again, engine):
        touched |= changed
        if progress:
            progress(done, total)
        if cancelled and cancelled():
            break
    return touched


def analysis_steps(
    project: Project,
    executor: Executor | None = None,
    again: bool = False,
    engine: str = "builtin",
    keeper: Keeper | None = None,
) -> Iterator[Step]:
    """`analyze_project` step by step, for a window: (articles done, all, what the step changed).

    With an executor, and a `keeper` with one of its own, every step is short and the caller goes on between two;
    closing the generator cancels. `again` weighs the words anew by which articles are compared.
    """
    keys = project.article_ids() if again else project.pending_ids()
    done = 0
    for _ in project.index_steps():
        yield done, len(keys), Touched()
    waiting, lexicon = project.articles_in_chunks(keys), project.lexicon()
    builtin = engine == "builtin" or not keys
    with closing(
        _extracted(waiting, executor, partial(_analyzed, lexicon=lexicon, layer=project.tagger()))
        if builtin
        else _by_camel(waiting, engine, lexicon)
    ) as analyses:
        for found in analyses:
            changed = project.store_analysis(found)
            done += len(found)
            yield done, len(keys), changed
    for changed in comparison_steps(project, keeper, weigh=again):
        yield done, len(keys), changed


def comparison_steps(project: Project, keeper: Keeper | None = None, *, weigh: bool = False) -> Iterator[Touched]:
    """Share names over all articles and compare them, in short steps: what an edit of a claim asks for.

    What a `keeper` knows already is not read and not compared again; the outcome is the same. Words weigh what they did
    the last time (`core.compare.weighing`), unless they are to be weighed anew. A review packet keeps the pairs that
    were chosen for it.
    """
    if project.packet():
        return
    if keeper is None:
        with closing(Keeper()) as here:
            yield from comparison_steps(project, here, weigh=weigh)
        return
    yield from project.follow_steps()
    edits = project.count_edits()
    goes_on = keeper.is_whole and project.is_watched and not weigh
    keeper.is_whole = False
    if not goes_on:
        yield from keeper.ask("begin")
        project.watch()
    order = project.article_ids()
    moved = project.moved()
    for chunk in project.analyses_in_chunks([key for key in order if key in moved] if goes_on else order):
        yield from keeper.ask("take", chunk)
        yield Touched()
    weighing = Weighing() if weigh or goes_on else project.weighing()
    settled = yield from keeper.ask("settle", order, project.decided_names(), weighing)
    while renamed := (yield from keeper.ask("renamed")):
        yield project.store_names(renamed)
    found: list[Any] = []
    while portion := (yield from keeper.ask("found")):
        found += portion
        yield Touched()
    if settled.weighing is not None:
        project.set_weighing(settled.weighing)
    yield from project.change_facts(settled.order, found) if goes_on else project.fact_steps(found)
    project.mark_compared(edits)
    keeper.is_whole = settled.kept
    yield Touched(frozenset({Kind.FACTS}))


def _extracted(
    articles: Iterator[Article], executor: Executor | None, analyzed: Callable[[Sequence[Article]], list[Analysis]]
) -> Generator[list[Analysis], None, None]:
    """Analyses as they come; an empty list where none came in time."""
    waiting = portions(articles)
    if executor is None:
        yield from map(analyzed, waiting)
        return
    running = {executor.submit(analyzed, portion) for portion in islice(waiting, _AHEAD)}
    try:
        while running:
            ready, running = wait(running, _PATIENCE, FIRST_COMPLETED)
            running |= {executor.submit(analyzed, portion) for portion in islice(waiting, len(ready))}
            yield [analysis for future in ready for analysis in future.result()]
    finally:
        for future in running:
            future.cancel()


def _by_camel(articles: Iterator[Article], engine: str, lexicon: Lexicon) -> Generator[list[Analysis], None, None]:
    """Analyses by the CAMeL engine as they come; an empty list where none came in time. Closing it ends the worker."""
    from core.extract.camel.door import Worker
    from core.extract.camel.engines import names_model

    model = names_model(engine)
    # The worker ends before the thread that waits for it does.
    with ThreadPoolExecutor(1) as thread, Worker(ner=model) as worker:
        for article in articles:
            analysis = thread.submit(worker.analyze, article, lexicon)
            while not wait((analysis,), _PATIENCE).done:
                yield []
            yield [analysis.result()]


def _analyzed(articles: Sequence[Article], lexicon: Lexicon, layer: str) -> list[Analysis]:
    """Runs in a worker; the window itself never loads the engine."""
    from core.extract.pipeline import analyze_together

    return analyze_together(articles, layer, lexicon)


_STANDING: dict[str, Standing] = {}


def _ask(key: str, what: str, *arguments: Any) -> Any:
    """Runs where the comparison is kept."""
    from core.compare.standing import Standing

    if key not in _STANDING:
        _STANDING[key] = Standing()
    return getattr(_STANDING[key], what)(*arguments)
