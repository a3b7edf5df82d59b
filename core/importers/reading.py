"""Paths → articles: finds the files, asks the reader of each, fills in what else is known of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from stat import S_ISREG
from typing import Literal

from core.errors import KnownError
from core.importers import articles_csv, limits
from core.importers.articles_csv import MetadataFile, iso_day
from core.importers.base import Document, Item, Metadata, Note, Skipped, Table
from core.importers.html import fragment
from core.importers.metadata import make_article
from core.importers.registry import READERS, reader_of
from core.importers.txt import unreadable
from core.model import Article
from core.text.canonical import canonical

# Beside a saved page its browser keeps a folder of what the page shows.
_PAGE_FOLDERS = ("_files", ".files", "_ملفات", "-Dateien", "_fichiers", "_archivos")
_PAGES = (".html", ".htm", ".xhtml")
# Files about a folder are none of its articles.
_ABOUT = frozenset({"readme", "license", "licence", "changelog", "contributing", "copying"})


@dataclass(frozen=True, slots=True)
class Found:
    """An article, the path that it was read from, and what its reader did to it or is not sure of."""

    article: Article
    path: Path | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table that articles were looked for in."""

    path: Path
    table: Table


@dataclass(frozen=True, slots=True)
class Said:
    """What the person who imports says: of all files, and of tables which column is which part of an article."""

    source: str = ""
    published: str | None = None  # ISO day
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read; `name` is relative to the folder that was given, or the file's own name."""

    path: Path
    name: str
    given: Path


def read_paths(
    paths: Sequence[Path],
    source: str | None = None,
    published: str | date | None = None,
    ids: Literal["text", "file"] = "text",
    columns: Mapping[str, str] | None = None,
) -> Iterator[Article | Skipped]:
    """The articles in files and folders (recursively), in order, and what had to be left out with its reason.

    `source` and `published` stand for all; then comes what the file and `articles.csv` beside it say, then what the
    text says of itself. `ids="file"` names each article by its file (relative path where two share a name), unique in
    this call; "text" gives the stable ID made from the text. `columns` maps the parts of an article to the columns of
    tables. Raises KnownError only for an invalid `published`.
    """
    day = iso_day(published) if isinstance(published, str) else published.isoformat() if published else None
    for item in find(paths, Said(source or "", day, columns or {}), ids):
        if isinstance(item, Found):
            yield item.article
        elif isinstance(item, Skipped):
            yield item


def find(
    paths: Sequence[Path], said: Said | None = None, ids: Literal["text", "file"] = "text"
) -> Iterator[Found | FoundTable | Skipped]:
    """`read_paths` with what a preview shows beside the articles."""
    said = said or Said()
    for_all = Metadata(source=said.source, published=said.published)
    by_path: dict[str, _File] = {}
    folders: dict[str, str] = {}
    for path in paths:
        for found in _files(path):
            if isinstance(found, Skipped):
                yield found
            else:
                place, name = os.path.split(found.path)
                real = folders.get(place) or folders.setdefault(place, os.path.realpath(place))
                by_path.setdefault(os.path.join(real, name), found)  # noqa: PTH118 - ten times as fast
    files = list(by_path.values())
    names = _unique_names(files) if ids == "file" else {}
    beside: dict[Path, MetadataFile] = {}
    taken: set[str] = set()
    for file in files:
        folder = file.path.parent
        if folder not in beside:
            beside[folder] = articles_csv.beside(folder)
            csv_name = Path(file.name).with_name(articles_csv.FILE_NAME).as_posix()
            yield from articles_csv.skipped(beside[folder], csv_name, missing=file.given.is_dir())
        known = for_all.or_else(beside[folder].of(file.path.name))
        for item in _items(file, said.columns):
            if isinstance(item, Table):
                yield FoundTable(file.path, item)
            elif isinstance(item, Skipped):
                yield item
            else:
                name = "/".join(filter(None, (file.name, item.part)))
                key = None
                if ids == "file":
                    key = _unused("/".join(filter(None, (names[file.path], item.part))), taken)
                yield Found(make_article(item.text, known.or_else(item.metadata), name, key), file.path, item.notes)


def pasted(text: str, markup: str = "") -> Found | Skipped:
    """The article in what was copied: the words of its markup, or else its text."""
    try:
        words = fragment(canonical(markup)) if markup else ""
    except KnownError:
        words = ""  # no markup after all: its text is there
    found = words or canonical(text)
    if not found.strip():
        return Skipped("", KnownError("لا نص في الحافظة يُستورد.", "There is no text in the clipboard to import."))
    return Found(make_article(found, Metadata()))


def _items(file: _File, columns: Mapping[str, str]) -> Iterator[Item]:
    """What the reader finds in a file; a file that cannot be read is one line of the report."""
    told = 0
    try:
        if not S_ISREG(file.path.stat().st_mode):
            raise _no_file(file.name)  # a pipe that nobody writes to, a device that never ends
        with file.path.open("rb") as stream:
            reader = reader_of(file.path.suffix)
            assert reader is not None
            document = Document(file.path.name, stream, columns)
            for item in limits.in_time(file.name, reader(document)):
                told += isinstance(item, Skipped)
                if told <= limits.PROBLEMS or not isinstance(item, Skipped):
                    yield item
    except OSError as error:
        yield Skipped(file.name, unreadable(file.path, error))
    except KnownError as error:
        yield Skipped(file.name, error)
    if told > limits.PROBLEMS:
        rest = told - limits.PROBLEMS
        yield Skipped(
            file.name,
            KnownError(f"«{file.name}»: {rest} خللا آخر كالسابق.", f"{file.name}: {rest} more problems like these."),
        )


def _files(path: Path) -> Iterator[_File | Skipped]:
    """The files of a known format at or below `path`."""
    if path.name == articles_csv.FILE_NAME and path.is_file():
        return  # named by a shell's wildcard: it speaks of the files beside it
    if not path.is_dir():
        if not reader_of(path.suffix) and path.exists():
            yield Skipped(path.name, _unsupported(path))
        else:
            yield _File(path, _printable(path.name), path)
        return
    is_empty = True
    refused: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=refused.append):
        deep = len(Path(folder).relative_to(path).parts) >= limits.FOLDERS
        pages = {name.rpartition(".")[0] for name in files if name.casefold().endswith(_PAGES)}
        folders[:] = [] if deep else sorted(name for name in folders if not _is_left_out(name, pages))
        inside = Path(folder).relative_to(path).as_posix()
        for name in sorted(files):
            # Hidden files are the system's («._003.txt» on a disk that a Mac wrote to).
            stem, suffix = os.path.splitext(name)  # noqa: PTH122
            is_article = suffix and reader_of(suffix) and stem.casefold() not in _ABOUT
            if is_article and not name.startswith((".", "~$")) and name != articles_csv.FILE_NAME:
                is_empty = False
                yield _File(Path(folder, name), _printable(name if inside == "." else f"{inside}/{name}"), path)
    for error in refused:
        is_empty = False
        yield Skipped(_printable(str(error.filename)), unreadable(Path(error.filename), error))
    if is_empty:
        formats = ", ".join(READERS)
        yield Skipped(
            _printable(str(path)),
            KnownError(
                f"لا مقالات في المجلد «{path}»؛ المقالات ملفات من نوع {formats}.",
                f"The folder “{path}” has no articles; articles are {formats} files.",
            ),
        )


def _is_left_out(folder: str, pages: set[str]) -> bool:
    """A hidden folder, or what a browser saved beside a page."""
    return folder.startswith(".") or any(
        folder.endswith(end) and folder.removesuffix(end) in pages for end in _PAGE_FOLDERS
    )


def _unique_names(found: Iterable[_File]) -> dict[Path, str]:
    """File name where it is unique, else the path relative to the folder given, else the whole path."""
    found = list(found)
    choices = [[item.path.name, item.name, item.path.as_posix()] for item in found]
    counts = Counter(name for names in choices for name in set(names))
    return {
        item.path: _printable(next((name for name in names if counts[name] == 1), names[-1]))
        for item, names in zip(found, choices, strict=True)
    }


def _unused(name: str, taken: set[str]) -> str:
    """`name`, numbered where an article of this call has it already."""
    free = name
    number = 1
    while free in taken:
        number += 1
        free = f"{name}#{number}"
    taken.add(free)
    return free


def _printable(name: str) -> str:
    """`name` without the lone surrogates that stand for bytes of a file name that are no UTF-8."""
    return name.encode("utf-8", "replace").decode()


def _no_file(name: str) -> KnownError:
    return KnownError(f"«{name}» ليس ملفا عاديا؛ تُرك.", f"“{name}” is no ordinary file; it was left out.")


def _unsupported(path: Path) -> KnownError:
    formats = ", ".join(READERS)
    return KnownError(
        f"صيغة الملف «{path.name}» غير مدعومة؛ الصيغ المدعومة: {formats}.",
        f"“{path.name}” is in a format that is not supported; supported: {formats}.",
    )
