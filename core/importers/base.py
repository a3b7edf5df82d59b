"""What every format's reader gives, and what was left out with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path

from core.errors import KnownError


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article beside its text; "" and None for what nobody said."""

    source: str = ""
    title: str = ""
    author: str = ""
    published: str | None = None  # ISO day
    url: str = ""

    def or_else(self, other: Metadata) -> Metadata:
        """This metadata, with the gaps filled from `other`."""
        gaps = {field.name: getattr(other, field.name) for field in fields(self) if not getattr(self, field.name)}
        return replace(self, **gaps)


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a format's reader finds it: canonical text and what the format itself says of it."""

    text: str
    metadata: Metadata = Metadata()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file (or a line of one) that was left out, and why."""

    file: str
    error: KnownError


# Reads a file's articles. Raises KnownError for a file that cannot be read.
Reader = Callable[[Path], Iterable[Draft]]
