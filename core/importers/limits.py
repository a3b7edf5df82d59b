"""How much one import may ask of the machine, all in one place, and the sentences for what asks for more.

An honest article has a few thousand letters, an honest archive a few thousand articles; the limits lie far above.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from core.errors import KnownError

FILE_BYTES = 50_000_000  # a text, a page, a document: read as a whole
MARKUP_BYTES = 10_000_000  # a page: parsing it costs many times its size
MARKDOWN_BYTES = 2_000_000  # costs more still
TABLE_BYTES = 200_000_000  # a table
LINES_BYTES = 2_000_000_000  # JSON Lines: read line by line
WHOLE_BYTES = 50_000_000  # an export of ours: a larger one is read line by line, and must be UTF-8
HEADER_BYTES = 100_000  # its first line
CELL = 2**31 - 1  # code points of a cell: it may hold a long quotation, and Python allows 131,072
ROWS = 1_000_000  # rows of a table, entries of a feed
COLUMNS = 1_000
RECORD_LINES = 20_000  # lines of one row of a CSV: an article in a cell; an open quotation mark ends here
PAGES = 5_000  # of a PDF
PACKED_BYTES = 1_000_000_000  # a ZIP
MEMBERS = 100_000  # files in a ZIP
UNPACKED_BYTES = 2_000_000_000  # all of them together
MARK_FILES = 200_000  # files in an archive of marks: two an article
RATIO = 300  # a member's size by its packed size, once it is larger than RATIO_FROM: text packs to a tenth
RATIO_FROM = 1_000_000
NESTING = 3  # ZIP in ZIP
DEPTH = 200  # elements inside each other in XML
FOLDERS = 50  # folders inside each other
PROBLEMS = 100  # told of one file; then the rest of it is left out
SECONDS = 120  # for one file

_Item = TypeVar("_Item")


def check_size(name: str, size: int, most: int = FILE_BYTES) -> None:
    """Refuse what is larger than `most` bytes. KnownError."""
    if size > most:
        raise too_large(name, most)


def too_large(name: str, most: int = FILE_BYTES) -> KnownError:
    """What to say of what is larger than `most` bytes."""
    return KnownError(
        f"الملف «{name}» أكبر من أن يكون مقالًا (الحد {_megabytes(most)} ميغابايت)؛ قسّمه أولًا.",
        f"“{name}” is too large for an article (the limit is {_megabytes(most)} MB); split it first.",
    )


def too_many(name: str, most: int, ar: str, en: str) -> KnownError:
    """What to say where `name` has more than `most` of something («صفوف», "rows")."""
    return KnownError(
        f"في «{name}» أكثر من {most} من ال{ar}؛ تُرك ما زاد، فقسّم الملف.",
        f"“{name}” has more than {most} {en}; the rest was left out, split the file.",
    )


def in_time(name: str, items: Iterable[_Item], seconds: float = SECONDS) -> Iterator[_Item]:
    """`items`, until reading them has taken `seconds`. KnownError then."""
    end = time.monotonic() + seconds
    for item in items:
        yield item
        if time.monotonic() > end:
            raise KnownError(
                f"طالت قراءة «{name}» فوق {seconds:g} ثانية؛ تُرك ما بقي منه، فقسّمه.",
                f"Reading “{name}” took more than {seconds:g} seconds; the rest was left out, split it.",
            )


def _megabytes(size: int) -> int:
    return -(-size // 1_000_000)
