"""What every format's reader takes and gives, and what was left out with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from typing import BinaryIO

from core.errors import KnownError
from core.importers import limits
from core.importers.encoding import decode
from core.text.canonical import canonical


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
        if self == _NOTHING:
            return other
        gaps = {name: getattr(other, name) for name in _METADATA if not getattr(self, name)}
        return replace(self, **gaps)


_METADATA = tuple(part.name for part in fields(Metadata))
_NOTHING = Metadata()


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader did to a text, or is not sure of: one sentence in both languages."""

    ar: str
    en: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as a format's reader finds it: canonical text and what the format itself says of it.

    `part` tells the articles of one file apart: a row, an entry, a file in an archive; "" where it is one article.
    """

    text: str
    metadata: Metadata = Metadata()
    part: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file (or a line of one) that was left out, and why."""

    file: str
    error: KnownError


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table as it names them, and which of them is which part of an article, as far as is known."""

    columns: tuple[str, ...]
    chosen: Mapping[str, str]  # part of an article (a key of core.importers.columns.FIELDS) → column


@dataclass(frozen=True, slots=True)
class Document:
    """What is to be read: its bytes, from the start, and the name that people know it by.

    `columns` is what a person said of a table (part of an article → column). `nesting` counts the archives around it.
    """

    name: str
    stream: BinaryIO
    columns: Mapping[str, str] = field(default_factory=dict)
    nesting: int = 0

    def read(self, most: int = limits.FILE_BYTES) -> bytes:
        """All bytes; KnownError for more than `most`."""
        data = self.stream.read(most + 1)
        limits.check_size(self.name, len(data), most)
        return data

    def text(self, most: int = limits.FILE_BYTES) -> str:
        """All of it as canonical text. KnownError for what is no text, or empty."""
        text = canonical(decode(self.read(most), self.name))
        if not text.strip():
            raise empty(self.name)
        return text


# Reads a document's articles, and says what it leaves out; of a table first what its columns are.
# Raises KnownError for a document that cannot be read any further.
Item = Draft | Skipped | Table
Reader = Callable[[Document], Iterable[Item]]


def empty(name: str) -> KnownError:
    """There is no text in it."""
    return KnownError(f"الملف «{name}» فارغ، ولا شيء فيه يُستورد.", f"“{name}” is empty: there is nothing to import.")


def in_line(name: str, line: int, ar: str, en: str) -> Skipped:
    """What is wrong with one line, counted from 1."""
    return Skipped(name, KnownError(f"«{name}»، السطر {line}: {ar}", f"{name}, line {line}: {en}"))


@contextmanager
def parsing(name: str, kind: str, raised: tuple[type[Exception], ...]) -> Iterator[None]:
    """Around calls of a library that reads `kind`: what it raises on damaged bytes becomes a KnownError.

    Only its calls stand inside, so that an error of ours is never told as a damaged file.
    """
    try:
        yield
    except KnownError:
        raise
    except raised as error:
        raise damaged(name, kind) from error


def damaged(name: str, kind: str) -> KnownError:
    """It is not what its name says."""
    return KnownError(
        f"الملف «{name}» تالف أو ليس {kind}؛ افتحه في برنامجه واحفظه من جديد.",
        f"“{name}” is damaged or no {kind}; open it in its own program and save it anew.",
    )
