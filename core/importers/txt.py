"""Plain text: one file, one article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.errors import KnownError
from core.importers.base import Draft
from core.importers.encoding import decode
from core.text.canonical import canonical

LARGEST = 50_000_000  # bytes; a long article has 50,000


def read(path: Path) -> Iterator[Draft]:
    """The article in `path`. Raises KnownError for a file that is empty, too large, unreadable or no text."""
    text = canonical(decode(read_bytes(path), path.name))
    if not text.strip():
        raise KnownError(
            f"الملف «{path.name}» فارغ، ولا شيء فيه يُستورد.", f"“{path.name}” is empty: there is nothing to import."
        )
    yield Draft(text)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of sane size. Raises KnownError otherwise."""
    try:
        size = path.stat().st_size
        if size >= LARGEST:
            megabytes = size // 1_000_000
            raise KnownError(
                f"الملف «{path.name}» أكبر من أن يكون مقالًا ({megabytes} ميغابايت، والحد {LARGEST // 1_000_000})؛ "
                "قسّمه أولًا.",
                f"“{path.name}” is too large for an article ({megabytes} MB, the limit is {LARGEST // 1_000_000}); "
                "split it first.",
            )
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
