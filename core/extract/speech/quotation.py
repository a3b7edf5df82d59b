"""Pairs of quotation marks of every shape, also turned round or never closed."""

from __future__ import annotations

import re
from dataclasses import dataclass

# One letter a family: a mark is closed by one of its own family.
_FAMILY = {
    **dict.fromkeys("«»‹›《》", "g"),
    **dict.fromkeys('"“”„‟″＂❝❞', "d"),
    **dict.fromkeys("'‘’‚‛′`", "s"),
}
_MARK = re.compile(f"[{''.join(_FAMILY)}]+|\n")
_OPENING = frozenset("«‹“„‟‘‚‛《❝")
_CLOSING = frozenset("»›”’》❞")
# What a quotation never closes in front of, and what may stand between a word and a mark that opens.
_PROCLITIC_TAIL = "ـلبوفك"


@dataclass(frozen=True, slots=True)
class Quotation:
    """`outer` bounds take in the marks, `start` and `end` are what they hold, without white space at its edges."""

    outer_start: int
    start: int
    end: int
    outer_end: int
    is_closed: bool = True


def quotations(text: str) -> list[Quotation]:
    """The pairs in order of their opening marks; none crosses a newline, an unclosed one runs to the line's end."""
    found: list[Quotation] = []
    open_marks: list[tuple[str, int, int]] = []  # family, where the mark starts, where its content starts
    for match in _MARK.finditer(text):
        start, end = match.span()
        if match[0] == "\n":
            _leave_open(text, open_marks, start, found)
            continue
        family = _FAMILY[match[0][0]]
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if family == "s" and len(match[0]) == 1 and _is_apostrophe(before, after, open_marks):
            continue
        is_open = any(mark[0] == family for mark in open_marks[-3:])
        if _opens(match[0][0], before, after, is_open):
            open_marks.append((family, start, end))
        elif is_open:
            while open_marks[-1][0] != family:
                open_marks.pop()
            _, outer, inner = open_marks.pop()
            _keep(text, outer, inner, start, end, True, found)
    _leave_open(text, open_marks, len(text), found)
    return sorted(found, key=lambda pair: (pair.outer_start, -pair.outer_end))


def _is_apostrophe(before: str, after: str, open_marks: list[tuple[str, int, int]]) -> bool:
    """Between letters, or behind a word while no single mark is open (players')."""
    if before.isalnum() and after.isalnum():
        return True
    return before.isalnum() and not any(mark[0] == "s" for mark in open_marks[-3:])


def _opens(mark: str, before: str, after: str, is_open: bool) -> bool:
    """Where the mark stands decides, then its shape: shapes are often turned round in Arabic copy."""
    free_before = before.isspace() or before in "(:[،,–—-/"
    free_after = after.isspace() or after in ".,،؛;:!?؟)]…/"
    if free_before and not free_after:
        return not (is_open and mark in _CLOSING)
    if free_after and not free_before:
        return False
    if not is_open:
        return True
    return mark in _OPENING and before in _PROCLITIC_TAIL


def _leave_open(text: str, open_marks: list[tuple[str, int, int]], line_end: int, found: list[Quotation]) -> None:
    if open_marks:
        _, outer, inner = open_marks[0]
        _keep(text, outer, inner, line_end, line_end, False, found)
        open_marks.clear()


def _keep(text: str, outer: int, start: int, end: int, outer_end: int, is_closed: bool, found: list[Quotation]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Quotation(outer, start, end, outer_end, is_closed))
