"""Files that are written aside and put in place when they are whole."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from core.errors import KnownError


@contextmanager
def bytes_aside(path: Path) -> Iterator[BinaryIO]:
    """A file that appears as `path` when the block ends well; until then, and after an error, nothing changes.

    Raises KnownError where it cannot be written.
    """
    try:
        handle, aside = tempfile.mkstemp(prefix=f".{path.name[:50]}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(aside).chmod(path.stat().st_mode if path.exists() else 0o666 & ~_umask())
        Path(aside).replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with suppress(FileNotFoundError):
            Path(aside).unlink()


@contextmanager
def written_aside(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """The same for text, with newlines as they are written."""
    with bytes_aside(path) as stream, text_in(stream, encoding) as text:
        yield text


@contextmanager
def text_in(stream: BinaryIO, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Text in a file of bytes, which stays open."""
    text = io.TextIOWrapper(stream, encoding=encoding, newline="")
    try:
        yield text
        text.flush()
    finally:
        text.detach()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> KnownError:
    return KnownError(
        f"تعذّرت كتابة «{path}» ({error.strerror})؛ لم يتغير شيء. أغلق الملف إن كان مفتوحا، أو اختر مجلدا آخر.",
        f"“{path}” cannot be written ({error.strerror}); nothing was changed. "
        "Close it if it is open elsewhere, or choose another folder.",
    )
