"""Errors that the person in front of the screen can act on."""

from pathlib import Path
from typing import Any


class KnownError(Exception):
    """One clear sentence: what is wrong, with which file, what to do. Anything else that is raised is a bug.

    `ar` and `en` are the same sentence in both languages; `str()` gives the English one. What a file or a name put into
    them that no text can hold (half a surrogate pair) becomes “?”, or they could not be printed.
    """

    def __init__(self, ar: str, en: str) -> None:
        self.ar, self.en = (sentence.encode("utf-8", "replace").decode() for sentence in (ar, en))
        super().__init__(self.en)

    def __reduce__(self) -> tuple[type["KnownError"], tuple[Any, ...]]:
        """Survive the way back from a worker process."""
        return type(self), (self.ar, self.en)


class DamagedError(KnownError):
    """The project file at `path` lost a part; what it still holds can be saved (`core.store.repair`)."""

    def __init__(self, ar: str, en: str, path: Path) -> None:
        super().__init__(ar, en)
        self.path = path

    def __reduce__(self) -> tuple[type[KnownError], tuple[Any, ...]]:
        return type(self), (self.ar, self.en, self.path)
