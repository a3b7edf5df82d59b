"""`articles.csv`: what a folder says of the articles in it."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from core.errors import KnownError
from core.importers.base import Metadata, Skipped
from core.importers.encoding import decode
from core.importers.txt import read_bytes
from core.text.arabic import ascii_digits
from core.text.canonical import canonical
from core.text.cells import separator

FILE_NAME = "articles.csv"
_NOTHING = Metadata()
_COLUMNS = ("source", "title", "author", "url")
_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
# A cell may hold a whole article; Python's own limit is 131,072 characters.
csv.field_size_limit(2**31 - 1)


@dataclass(frozen=True, slots=True)
class MetadataFile:
    """The rows of one `articles.csv` by file name, and what is wrong with it."""

    rows: Mapping[str, Metadata] = field(default_factory=dict)
    problems: tuple[KnownError, ...] = ()
    missing: tuple[KnownError, ...] = ()  # files that it names and the folder lacks

    def of(self, name: str) -> Metadata:
        """What is said of the file of that name."""
        return self.rows.get(_key(name), _NOTHING)


def beside(folder: Path) -> MetadataFile:
    """The `articles.csv` of `folder`; empty where there is none. What is wrong in it never stops the import."""
    path = folder / FILE_NAME
    if not path.is_file():
        return MetadataFile()
    try:
        return parse(read_bytes(path), [name.name for name in folder.iterdir()])
    except KnownError as error:
        return MetadataFile(problems=(error,))


def parse(data: bytes, names: Iterable[str]) -> MetadataFile:
    """What an `articles.csv` of these bytes says; `names` are the files beside it."""
    try:
        text = decode(data, FILE_NAME)
    except KnownError as error:
        return MetadataFile(problems=(error,))
    rows: dict[str, Metadata] = {}
    problems: list[KnownError] = []
    missing: list[KnownError] = []
    present = set(map(_key, names))
    for item in _rows(text):
        if isinstance(item, KnownError):
            problems.append(item)
            continue
        line, cells = item
        name = cells.get("file", "").strip()
        if not name:
            continue
        if _key(name) not in present:
            missing.append(
                KnownError(
                    f"يذكر «{FILE_NAME}» في السطر {line} الملف «{name}» وهو غير موجود بجانبه؛ صحّح الاسم أو احذف السطر.",
                    f"{FILE_NAME}, line {line}, names “{name}”, which is not beside it; "
                    "correct the name or delete the line.",
                )
            )
            continue
        said = {column: canonical(cells.get(column, "")).strip() for column in _COLUMNS}
        try:
            published = iso_day(cells.get("published", ""))
        except KnownError as error:
            problems.append(_in_line(line, error))
            published = None
        rows[_key(name)] = Metadata(published=published, **said)
    return MetadataFile(rows, tuple(problems), tuple(missing))


def iso_day(written: str) -> str | None:
    """The ISO day in `written`, None for nothing. Raises KnownError for anything else."""
    written = ascii_digits(written).strip()
    if not written:
        return None
    try:
        match = _ISO_DAY.fullmatch(written)
        return date.fromisoformat(match[1]).isoformat() if match else _refuse(written)
    except ValueError:
        return _refuse(written)


def _refuse(written: str) -> str:
    raise KnownError(
        f"«{written}» ليس تاريخًا صحيحًا؛ اكتبه هكذا: 2021-12-04.",
        f"“{written}” is not a valid date; write it like this: 2021-12-04.",
    )


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]] | KnownError]:
    """Line number and cells by column; a KnownError where the file is broken."""
    delimiter = separator(text.partition("\n")[0])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [name.strip().casefold() for name in next(reader, [])]
        if "file" not in header:
            yield KnownError(
                f"لا عمود باسم file في «{FILE_NAME}»؛ أول سطر فيه: file,source,title,author,published,url.",
                f"{FILE_NAME} has no column “file”; its first line is: file,source,title,author,published,url.",
            )
            return
        for cells in reader:
            if len(cells) > len(header):
                yield _in_line(
                    reader.line_num,
                    KnownError(
                        "الخلايا أكثر من الأعمدة؛ ضع النص الذي فيه فاصلة بين علامتي اقتباس.",
                        "there are more cells than columns; put text with a comma between quotation marks.",
                    ),
                )
            yield reader.line_num, dict(zip(header, cells, strict=False))
    except csv.Error as error:
        yield _in_line(
            reader.line_num,
            KnownError(
                f"علامات الاقتباس غير سليمة ({error})؛ أُهمل ما بعدها.",
                f"broken quoting ({error}); the rest is ignored.",
            ),
        )


def _in_line(line: int, error: KnownError) -> KnownError:
    return KnownError(f"«{FILE_NAME}»، السطر {line}: {error.ar}", f"{FILE_NAME}, line {line}: {error.en}")


def _key(name: str) -> str:
    """Names match whichever way the file system composes their letters."""
    return unicodedata.normalize("NFC", name)


def skipped(found: MetadataFile, file: str, missing: bool) -> Iterator[Skipped]:
    """What is wrong with the `articles.csv` known as `file`; with the files that it lacks if `missing`."""
    for error in (*found.problems, *(found.missing if missing else ())):
        yield Skipped(file, error)
