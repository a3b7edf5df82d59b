"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.errors import KnownError
from core.importers import limits
from core.importers.base import Document, Draft


def read(document: Document) -> Iterator[Draft]:
    """The article, to the letter. Raises KnownError for a file that is empty, too large or no text."""
    yield Draft(document.text())


def read_bytes(path: Path, most: int = limits.FILE_BYTES) -> bytes:
    """The bytes of a file of sane size. Raises KnownError otherwise."""
    try:
        limits.check_size(path.name, path.stat().st_size, most)
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> KnownError:
    """The sentence for a file or folder that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return KnownError(
            f"لا يوجد ملف أو مجلد بالاسم «{path}»؛ تحقق من المسار.",
            f"There is no file or folder “{path}”; check the path.",
        )
    if isinstance(error, PermissionError):
        return KnownError(
            f"لا إذن بقراءة «{path}»؛ غيّر أذوناته أو انسخه إلى مكان آخر.",
            f"You may not read “{path}”; change its permissions or copy it elsewhere.",
        )
    return KnownError(
        f"تعذّرت قراءة «{path}» ({error.strerror}).", f"“{path}” cannot be read ({error.strerror}); check the disk."
    )
