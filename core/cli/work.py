"""Engines and workers: how articles become analyses."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeVar

import click

from core.errors import KnownError

if TYPE_CHECKING:
    from core.model import Analysis, Article

ENGINES = ("builtin", "camel")
CAMEL_MODULE = "core.extract.camel"
# From here on starting worker processes pays.
_MANY_ARTICLES = 60
_Command = TypeVar("_Command", bound=Callable[..., Any])


def engine_option(command: _Command) -> _Command:
    """--engine"""
    return click.option(
        "--engine",
        type=click.Choice(ENGINES),
        default=ENGINES[0],
        show_default=True,
        help="ما الذي يقرأ النص · What reads the text.",
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
    pool = ProcessPoolExecutor(min(workers, max(1, articles)), mp_context=get_context("spawn"))
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
    if engine == "camel":
        return iter(camel().analyze_many(articles))
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


def camel() -> Any:
    """The module of the CAMeL engine. Raises KnownError where it is not there."""
    if not find_spec(CAMEL_MODULE):
        raise KnownError(
            "هذه النسخة من ميزان بلا محرّك CAMeL؛ استعمل المحرّك المضمّن: --engine builtin.",
            "This edition of Mizan has no CAMeL engine; use the built-in one: --engine builtin.",
        )
    if not (find_spec("camel_tools") and find_spec("torch")):
        raise KnownError(
            "محرّك CAMeL غير مثبّت؛ ثبّته بالأمر: pip install camel-tools torch، أو استعمل --engine builtin.",
            "The CAMeL engine is not installed; get it with: pip install camel-tools torch, or use --engine builtin.",
        )
    return import_module(CAMEL_MODULE)
