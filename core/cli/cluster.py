"""`--executor dask://HOST:PORT`: the same work on an existing Dask cluster, through `concurrent.futures.Executor`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import metadata
from typing import Any, TypeVar

import click

from core.errors import KnownError

_SCHEME = "dask://"
_PATIENCE = 10  # seconds for the scheduler to answer
_Command = TypeVar("_Command", bound=Callable[..., Any])


def _address(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """dask://HOST:PORT"""
    if value is not None and (not value.startswith(_SCHEME) or ":" not in value[len(_SCHEME) :]):
        raise click.BadParameter(f"{value!r}: dask://HOST:PORT")
    return value


def executor_option(command: _Command) -> _Command:
    """--executor"""
    return click.option(
        "--executor",
        "cluster",
        callback=_address,
        metavar="dask://HOST:PORT",
        help="عنقود Dask قائم بدل هذا الحاسوب · An existing Dask cluster instead of this computer.",
    )(command)


@contextmanager
def cluster_executor(address: str) -> Iterator[Executor]:
    """An executor on the cluster whose scheduler is at `address`. A worker that dies is made up for by the others.

    KnownError where Dask is not installed here, no scheduler answers, it has no workers, or one has another Mizan.
    """
    try:
        from distributed import Client, KilledWorker
    except ImportError as error:
        raise KnownError(
            "حزمة Dask غير مثبّتة؛ ثبّتها بالأمر: pip install 'mizan[cluster]'.",
            "Dask is not installed; get it with: pip install 'mizan[cluster]'.",
        ) from error
    try:
        where = "tcp://" + address[len(_SCHEME) :]
        client: Any = Client(where, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise KnownError(
            f"لا يجيب عنقود Dask على «{address}»؛ تحقق من العنوان ومن أن dask scheduler يعمل.",
            f"No Dask scheduler answers at “{address}”; check the address, and that dask scheduler runs.",
        ) from error
    with client:
        _same_program(client, address)
        try:
            yield client.get_executor(pure=False)
        except KilledWorker as error:
            raise KnownError(
                "توقفت عمليات العنقود واحدة بعد أخرى في المقال نفسه، ولعل الذاكرة لم تكفِ؛ ما حُلّل قبل ذلك محفوظ.",
                "Workers of the cluster ended one after the other on the same article, perhaps for lack of memory; "
                "what was analysed before is saved.",
            ) from error


def _same_program(client: Any, address: str) -> None:
    """Values go to the workers and come back pickled: both sides must be the same program."""
    versions = client.run(metadata.version, "mizan")
    if not versions:
        raise KnownError(
            f"لا عمليات في عنقود Dask على «{address}»؛ شغّل dask worker ثم أعد المحاولة.",
            f"The Dask cluster at “{address}” has no workers; start dask worker and try again.",
        )
    here = _here()
    if others := {worker: version for worker, version in versions.items() if version != here}:
        worker, version = next(iter(others.items()))
        raise KnownError(
            f"على «{worker}» إصدار آخر من ميزان ({version}، وهنا {here})؛ ثبّت الإصدار نفسه على كل الحواسيب.",
            f"“{worker}” has another Mizan ({version}, here {here}); install the same version on all machines.",
        )


def _here() -> str:
    return metadata.version("mizan")
