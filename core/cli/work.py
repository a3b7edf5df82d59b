"""Engines and workers: how articles become analyses."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from core import lifeline
from core.errors import KnownError

if TYPE_CHECKING:
    from core.model import Analysis, Article

# From here on starting worker processes pays.
_MANY_ARTICLES = 60
_Command = TypeVar("_Command", bound=Callable[..., Any])


def _engine(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """builtin, camel or camel:MODEL, which is the name of an installed model or a folder."""
    if value not in ("builtin", "camel") and (not value.startswith("camel:") or value == "camel:"):
        raise click.BadParameter(f"{value!r}: builtin | camel | camel:MODEL")
    return value


def engine_option(command: _Command) -> _Command:
    """--engine"""
    return click.option(
        "--engine",
        callback=_engine,
        metavar="[builtin|camel|camel:MODEL]",
        default="builtin",
        show_default=True,
        help="ما الذي يقرأ الأسماء · What reads names.",
    )(command)


def nli_option(command: _Command) -> _Command:
    """--nli"""
    return click.option(
        "--nli",
        metavar="MODEL",
        help="نموذج يرجّح علاقة كل جملتين: اسمه أو مجلده · A model of sentence pairs that votes: its name or folder.",
    )(command)


def score_option(command: _Command) -> _Command:
    """--min-score"""
    return click.option(
        "--min-score",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="X",
        help="دون الاقتراحات التي درجتها أقل، من 0 إلى 1 · Leave out suggestions that score less, 0 to 1.",
    )(command)


def workers_option(command: _Command) -> _Command:
    """--workers"""
    return click.option(
        "--workers",
        type=click.IntRange(1),
        metavar="N",
        help="عدد العمليات المتوازية (الأصل: بحسب عدد المقالات) · Parallel processes.",
    )(command)


@contextmanager
def worker_pool(workers: int | None, articles: int) -> Iterator[Executor | None]:
    """An executor of `workers` processes; None where one process is enough. Raises KnownError if a worker dies."""
    workers = workers or (1 if articles < _MANY_ARTICLES else os.cpu_count() or 1)
    if workers == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Spawned, as everywhere but on Linux anyway: forked workers inherit locks and open files.
    pool = ProcessPoolExecutor(min(workers, max(1, articles)), get_context("spawn"), lifeline.hold)
    try:
        yield pool
    except BrokenProcessPool as error:
        raise KnownError(
            "توقفت إحدى عمليات التحليل فجأة، ولعل الذاكرة لم تكفِ؛ أعد المحاولة مع --workers 1.",
            "An analysis process ended abruptly, perhaps for lack of memory; try again with --workers 1.",
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def analyses_of(articles: Iterable[Article], engine: str, executor: Executor | None) -> Iterator[Analysis]:
    """What `engine` finds in each article, in order; names are not yet shared."""
    if engine != "builtin":
        from core.extract.camel import door, engines

        return door.analyze_many(articles, engines.names_model(engine))
    from core.extract.pipeline import analyze_many

    return analyze_many(articles, executor)


def analyze_all(
    articles: Sequence[Article], engine: str, workers: int | None, report: Callable[[int], None]
) -> list[Analysis]:
    """The analyses of `articles`, in order, with one name for all spellings."""
    from core.cli.voice import counted
    from core.extract.names import unify

    with worker_pool(workers, len(articles)) as executor:
        return unify(list(counted(analyses_of(articles, engine, executor), report)))
