"""Extract, share names, compare: the work on a whole project, in steps short enough for a window to go on between them.

What outgrows a process takes a `concurrent.futures.Executor`; the store is only written by the caller's own thread.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, ThreadPoolExecutor, wait
from contextlib import closing
from functools import partial
from itertools import islice

from core.extract.learned import Lexicon
from core.model import Analysis, Article, Fact
from core.project import Kind, Project, Touched

# Articles in the workers at a time, and seconds to wait for one before the caller gets its turn.
_AHEAD = 16
_PATIENCE = 0.02
# Articles whose names are written at a time.
_CHUNK = 50

Progress = Callable[[int, int], None]
Step = tuple[int, int, Touched]


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
    project: Project, executor: Executor | None = None, again: bool = False, engine: str = "builtin"
) -> Iterator[Step]:
    """`analyze_project` step by step, for a window: (articles done, all, what the step changed).

    With an executor every step is short and the caller goes on between two; closing the generator cancels.
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
    for changed in comparison_steps(project, executor):
        yield done, len(keys), changed


def comparison_steps(project: Project, executor: Executor | None = None) -> Iterator[Touched]:
    """Share names over all articles and compare them anew, in short steps: what an edit of a claim asks for."""
    yield from project.follow_steps()
    edits = project.count_edits()
    before: list[Analysis] = []
    for chunk in project.analyses_in_chunks():
        before += chunk
        yield Touched()
    if executor is None:
        after, found = _settled(before, project.decided_names())
    else:
        settled = executor.submit(_settled, before, project.decided_names())
        while not wait((settled,), _PATIENCE).done:
            yield Touched()
        after, found = settled.result()
    pairs = list(zip(before, after, strict=True))
    for start in range(0, len(pairs), _CHUNK):
        yield project.store_names(pairs[start : start + _CHUNK])
    yield from project.fact_steps(found)
    project.mark_compared(edits)
    yield Touched(frozenset({Kind.FACTS}))


def _extracted(
    articles: Iterator[Article], executor: Executor | None, analyzed: Callable[[Article], Analysis]
) -> Generator[list[Analysis], None, None]:
    """Analyses as they come; an empty list where none came in time."""
    if executor is None:
        for article in articles:
            yield [analyzed(article)]
        return
    running = {executor.submit(analyzed, article) for article in islice(articles, _AHEAD)}
    try:
        while running:
            ready, running = wait(running, _PATIENCE, FIRST_COMPLETED)
            running |= {executor.submit(analyzed, article) for article in islice(articles, len(ready))}
            yield [future.result() for future in ready]
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


def _analyzed(article: Article, lexicon: Lexicon, layer: str) -> Analysis:
    """Runs in a worker; the window itself never loads the engine."""
    from core.extract.entities import extract_entities
    from core.extract.pipeline import analyze

    return analyze(article, partial(extract_entities, layer=layer), lexicon)


def _settled(analyses: list[Analysis], decided: Mapping[str, str]) -> tuple[list[Analysis], list[Fact]]:
    """What needs all articles at once; runs in a worker."""
    from core.compare.facts import compare
    from core.extract.names import unify

    named = unify(analyses, decided)
    return named, list(compare(named))
