"""Files and folders → articles. One module a format; a new format is a line in READERS."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from core.errors import KnownError
from core.importers import articles_csv, txt
from core.importers.articles_csv import MetadataFile, iso_day
from core.importers.base import Draft, Metadata, Reader, Skipped
from core.importers.metadata import from_text
from core.model import Article, article_id

__all__ = ["READERS", "Draft", "Metadata", "Skipped", "make_article", "read_paths"]

READERS: dict[str, Reader] = {".txt": txt.read}


@dataclass(frozen=True, slots=True)
class _Found:
    """A file to read; `name` is relative to the folder that was given, or the file's own name."""

    path: Path
    name: str
    given: Path


def read_paths(
    paths: Sequence[Path],
    source: str | None = None,
    published: str | date | None = None,
    ids: Literal["text", "file"] = "text",
) -> Iterator[Article | Skipped]:
    """The articles in files and folders (recursively), in order, and what had to be left out with its reason.

    `source` and `published` stand for all; then comes what the file and `articles.csv` beside it say, then what the
    text says of itself. `ids="file"` names each article by its file (relative path where two share a name), unique in
    this call; "text" gives the stable ID made from the text. Raises KnownError only for an invalid `published`.
    """
    day = iso_day(published) if isinstance(published, str) else published.isoformat() if published else None
    for_all = Metadata(source=source or "", published=day)
    by_path: dict[Path, _Found] = {}
    for path in paths:
        for item in _find(path):
            if isinstance(item, Skipped):
                yield item
            else:
                by_path.setdefault(item.path.resolve(), item)
    found = list(by_path.values())
    names = _unique_names(found) if ids == "file" else {}
    beside: dict[Path, MetadataFile] = {}
    for item in found:
        folder = item.path.parent
        if folder not in beside:
            beside[folder] = articles_csv.beside(folder)
            csv_name = Path(item.name).with_name(articles_csv.FILE_NAME).as_posix()
            yield from articles_csv.skipped(beside[folder], csv_name, missing=item.given.is_dir())
        try:
            drafts = list(READERS[_suffix(item.path)](item.path))
        except KnownError as error:
            yield Skipped(item.name, error)
            continue
        said = for_all.or_else(beside[folder].of(item.path))
        for draft in drafts:
            yield make_article(draft.text, said.or_else(draft.metadata), item.name, names.get(item.path))


def make_article(text: str, said: Metadata, file: str = "", id_: str | None = None) -> Article:
    """The article of canonical `text`; what `said` leaves open is read from the text, where it says so."""
    known = said.or_else(from_text(text))
    return Article(
        id_ or article_id(text), text, known.title, known.source, known.author, known.published, known.url, file
    )


def _find(path: Path) -> Iterator[_Found | Skipped]:
    """The files of a known format at or below `path`."""
    if path.name == articles_csv.FILE_NAME and path.is_file():
        return  # named by a shell's wildcard: it speaks of the files beside it
    if not path.is_dir():
        if path.suffix and _suffix(path) not in READERS and path.exists():
            yield Skipped(path.name, _unsupported(path))
        else:
            yield _Found(path, _printable(path.name), path)
        return
    empty = True
    refused: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            # Hidden files are the system's («._003.txt» on a disk that a Mac wrote to).
            file = Path(folder, name)
            if not name.startswith(".") and file.suffix and _suffix(file) in READERS:
                empty = False
                yield _Found(file, _printable(file.relative_to(path).as_posix()), path)
    for error in refused:
        empty = False
        yield Skipped(_printable(str(error.filename)), txt.unreadable(Path(error.filename), error))
    if empty:
        formats = ", ".join(READERS)
        yield Skipped(
            _printable(str(path)),
            KnownError(
                f"لا مقالات في المجلد «{path}»؛ المقالات ملفات من نوع {formats}.",
                f"The folder “{path}” has no articles; articles are {formats} files.",
            ),
        )


def _suffix(path: Path) -> str:
    """The key in READERS; a file without a suffix that was asked for by name is plain text."""
    return path.suffix.casefold() or ".txt"


def _unique_names(found: Iterable[_Found]) -> dict[Path, str]:
    """File name where it is unique, else the path relative to the folder given, else the whole path."""
    found = list(found)
    choices = [[item.path.name, item.name, item.path.as_posix()] for item in found]
    counts = Counter(name for names in choices for name in set(names))
    return {
        item.path: _printable(next((name for name in names if counts[name] == 1), names[-1]))
        for item, names in zip(found, choices, strict=True)
    }


def _printable(name: str) -> str:
    """`name` without the lone surrogates that stand for bytes of a file name that are no UTF-8."""
    return name.encode("utf-8", "replace").decode()


def _unsupported(path: Path) -> KnownError:
    formats = ", ".join(READERS)
    return KnownError(
        f"صيغة الملف «{path.name}» غير مدعومة؛ الصيغ المدعومة: {formats}.",
        f"“{path.name}” is in a format that is not supported; supported: {formats}.",
    )
