"""Text in the cells of a spreadsheet: nothing may run as a formula, and nothing may be lost."""

from __future__ import annotations

import re

# What a spreadsheet takes for a formula or splits a cell at, behind any apostrophes, so that undoing is unambiguous.
_DANGEROUS = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_FIRST = frozenset("'=+-@\t\r\n＝＋－＠")  # most cells begin otherwise, and need no more than a look
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def guarded(text: str) -> str:
    """`text`, with an apostrophe before it if a spreadsheet would run it; numbers stay numbers."""
    return f"'{text}" if _is_dangerous(text) else text


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _is_dangerous(cell) else cell


def separator(header: str) -> str:
    """What separates the cells of a table, by its first line: a spreadsheet in an Arabic locale writes semicolons."""
    return max(",;\t", key=header.count)


def _is_dangerous(text: str) -> bool:
    return text[:1] in _FIRST and _DANGEROUS.match(text) is not None and not _NUMBER.fullmatch(text)
