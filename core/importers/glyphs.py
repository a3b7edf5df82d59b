"""Glyphs at places → text in reading order. What PDFs do to Arabic is undone here, by the places of the letters.

Letters are sorted by where they stand, from the right in a line of Arabic, with figures and Latin words from the left,
as the bidirectional algorithm (UAX #9) laid them out. So `50%`, which stands as % left of 50 and is stored as `%50`,
comes out as it was written, and so does the comma behind a year.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from core.importers.encoding import plausibility
from core.text.arabic import ARABIC_LETTER

_GAP = 0.12  # of a line's height: wider is a space
_ALEFS = frozenset("اأإآ")
_ARABIC = "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
_FIGURE = re.compile(r"\d(?:[.,:/\u066b\u066c\u060c]?\d)*")
_FROM_THE_LEFT = re.compile(rf"[^\W_{_ARABIC}](?:[^{_ARABIC}\n]*[^\W_{_ARABIC}])?")
_CLUSTER = re.compile(r".[\u0610-\u061a\u064b-\u065f\u0670]*", re.DOTALL)  # a letter and the marks on it
_MIRROR = str.maketrans("()[]{}«»<>", ")(][}{»«><")
_OPENS_WRONG = re.compile(r"(?:^|\s)[)\]»](?=\w)")
_OPENS_RIGHT = re.compile(r"(?:^|\s)[(\[«](?=\w)")
# «%50» for 50 %, and a comma before its figure for one behind it, where the places say nothing.
_SIGN_FIRST = re.compile(r"(?<![\w%٪])([%٪])(\d+(?:[.,٫]\d+)?)(?![\w%٪])")
_COMMA_FIRST = re.compile(r"(?<=\s)([،؛])(\d[\d.,/٫]*)(?=\s|$)")
_ENDS = tuple('.؟?!…:»”"')
_FAR = 2.6  # line heights: further down is another paragraph
_TALL = 1.4  # another size of type is another paragraph


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter and the box that it takes, in points, from the lower left corner of the page."""

    char: str
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Line:
    """The glyphs of a line as the file has them, and its text once it is known."""

    glyphs: tuple[Glyph, ...]
    text: str = ""

    @property
    def raw(self) -> str:
        """The letters as the file has them."""
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def left(self) -> float:
        return min(glyph.left for glyph in self.glyphs)

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)

    @property
    def middle(self) -> float:
        return median((glyph.bottom + glyph.top) / 2 for glyph in self.glyphs)

    @property
    def height(self) -> float:
        return max(1.0, max(glyph.top for glyph in self.glyphs) - min(glyph.bottom for glyph in self.glyphs))

    @property
    def is_arabic(self) -> bool:
        """More Arabic letters than Latin ones."""
        raw = self.raw
        arabic = len(ARABIC_LETTER.findall(raw))
        return arabic > 0 and arabic >= sum(char.isascii() and char.isalpha() for char in raw)


@dataclass(slots=True)
class Mended:
    """The pages' lines with their texts, and how often what was mended."""

    pages: list[list[Line]]
    moved: int = 0
    turned: int = 0
    ligatures: int = 0
    brackets: int = 0
    numbers: int = 0
    doubtful: int = 0


def reading_order(lines: Sequence[Line]) -> list[Line]:
    """The lines from top to bottom, where one column of them is out of order; columns stay as the file has them."""
    return sorted(lines, key=lambda line: -line.middle) if _is_shuffled(lines) and _one_column(lines) else list(lines)


def mended(pages: Iterable[Sequence[Line]]) -> Mended:
    """The text of each line in logical order."""
    found = Mended([list(lines) for lines in pages])
    grouped = [[_grouped(line.glyphs) if line.is_arabic else None for line in lines] for lines in found.pages]
    pairs = ["".join(glyph.char for glyph in group) for lines in grouped for line in lines for group in line or ()]
    # The letters of one glyph are stored last first, or not, throughout a file: lam-alef tells.
    swapped = sum(_is_swapped(pair) for pair in pairs) > sum(_is_swapped(pair[::-1]) for pair in pairs)
    for lines, groups in zip(found.pages, grouped, strict=True):
        found.doubtful += _is_shuffled(lines) and not _one_column(lines) and _overlapping(lines)
        for at, (line, letters) in enumerate(zip(lines, groups, strict=True)):
            if letters is None:
                text = _spaced(line.glyphs)
            else:
                text, ligatures = _logical(letters, line.height, swapped)
                found.ligatures += ligatures
            lines[at] = replace(line, text=unicodedata.normalize("NFC", text))
    _turn_round(found)
    _mirror(found)
    _mend_figures(found)
    return found


def text_of(pages: Sequence[Sequence[Line]]) -> str:
    """Paragraphs: a line that the width of its column broke goes on in the next."""
    written: list[str] = []
    last: Line | None = None
    edges = (0.0, 0.0)
    for lines in pages:
        for line, column in _with_columns(lines):
            if last is not None and _goes_on(last, line, edges):
                written[-1] = f"{written[-1]} {line.text}"
            else:
                written.append(line.text)
            last, edges = line, column
    return "\n".join(written)


def _logical(groups: Sequence[list[Glyph]], height: float, swapped: bool) -> tuple[str, int]:
    """The letters of a line of Arabic in the order of reading, and how many glyphs had to be resolved."""
    resolved = 0
    letters: list[str] = []
    before: Glyph | None = None
    for group in sorted(groups, key=lambda group: -group[0].right):
        if before and before.left - group[0].right > _GAP * height:
            letters.append(" ")
        written = "".join(glyph.char for glyph in group)
        plain = _resolved(written, swapped)
        resolved += plain != written
        letters.append(plain)
        before = group[0]
    return _from_the_right(letters), resolved


def _grouped(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Letters that one glyph stands for share a box; a mark belongs to the letter that it stands on."""
    groups: list[list[Glyph]] = []
    boxes: dict[tuple[float, float, float], list[Glyph]] = {}
    marks: list[Glyph] = []
    for glyph in glyphs:
        if unicodedata.combining(glyph.char) or unicodedata.category(glyph.char) == "Cf":
            marks.append(glyph)
            continue
        box = (round(glyph.left, 2), round(glyph.right, 2), round(glyph.bottom, 1))
        if box in boxes and glyph.right > glyph.left:
            boxes[box].append(glyph)
        else:
            boxes[box] = [glyph]
            groups.append(boxes[box])
    for mark in marks:
        center = (mark.left + mark.right) / 2
        if groups:
            min(groups, key=lambda group: abs((group[0].left + group[0].right) / 2 - center)).append(mark)
    return groups


def _resolved(written: str, swapped: bool) -> str:
    """What one glyph stands for: its letters without their shape, lam before alef."""
    if any("\ufb50" <= char <= "\ufefc" for char in written):
        return unicodedata.normalize("NFKC", written)
    letters = _CLUSTER.findall(written)
    return "".join(reversed(letters)) if swapped and len(letters) > 1 else written


def _is_swapped(pair: str) -> bool:
    return len(pair) == 2 and pair[0] in _ALEFS and pair[1] == "ل"


def _from_the_right(letters: Sequence[str]) -> str:
    """Letters as they stand, from the right → logical order: figures and Latin words are read from the left."""
    return _FROM_THE_LEFT.sub(_read_from_the_left, "".join(letters))


def _read_from_the_left(found: re.Match[str]) -> str:
    """A stretch of Latin words is turned as a whole, but of mere figures each on its own."""
    stretch = found[0]
    if any(char.isalpha() for char in stretch):
        return stretch[::-1]
    return _FIGURE.sub(lambda figure: figure[0][::-1], stretch)


def _spaced(glyphs: Sequence[Glyph]) -> str:
    """A line of another script, as the file has it, with a space where there is a gap."""
    height = max(glyph.top - glyph.bottom for glyph in glyphs)
    parts = [glyphs[0].char]
    for before, glyph in pairwise(glyphs):
        if glyph.left - before.right > _GAP * height or glyph.right < before.left:
            parts.append(" ")
        parts.append(glyph.char)
    return "".join(parts)


def _turn_round(found: Mended) -> None:
    """A file whose letters were laid from left to right, as programs without Arabic do, reads backwards: turn it."""
    arabic = "\n".join(line.text for lines in found.pages for line in lines if line.is_arabic)
    backwards = "\n".join(_backwards(line) for line in arabic.split("\n"))
    if plausibility(backwards) > plausibility(arabic):
        for lines in found.pages:
            for at, line in enumerate(lines):
                if line.is_arabic:
                    lines[at] = replace(line, text=_backwards(line.text))
                    found.turned += 1


def _backwards(text: str) -> str:
    return _from_the_right(_CLUSTER.findall(text)[::-1])


def _mirror(found: Mended) -> None:
    arabic = [line.text for lines in found.pages for line in lines if line.is_arabic]
    wrong = sum(len(_OPENS_WRONG.findall(text)) for text in arabic)
    if wrong > sum(len(_OPENS_RIGHT.findall(text)) for text in arabic):
        found.brackets = wrong
        for lines in found.pages:
            lines[:] = [replace(line, text=line.text.translate(_MIRROR)) if line.is_arabic else line for line in lines]


def _mend_figures(found: Mended) -> None:
    for lines in found.pages:
        for at, line in enumerate(lines):
            if line.is_arabic:
                text, signs = _SIGN_FIRST.subn(r"\2\1", line.text)
                text, commas = _COMMA_FIRST.subn(r"\2\1", text)
                found.numbers += signs + commas
                lines[at] = replace(line, text=text)


def _is_shuffled(lines: Sequence[Line]) -> bool:
    """Some line stands higher than the one before it."""
    return any(below.middle > above.middle + 0.5 * above.height for above, below in pairwise(lines))


def _one_column(lines: Sequence[Line]) -> bool:
    """No two lines stand beside each other."""
    ordered = sorted(lines, key=lambda line: -line.middle)
    return all(above.middle - below.middle > 0.5 * below.height for above, below in pairwise(ordered))


def _overlapping(lines: Sequence[Line]) -> bool:
    """A line stands above one that came earlier, in the same column: the order is not that of columns either."""
    columns: list[list[Line]] = []
    for line in lines:
        if columns and line.middle <= columns[-1][-1].middle + 0.5 * line.height:
            columns[-1].append(line)
        else:
            columns.append([line])
    spans = [(min(line.left for line in column), max(line.right for line in column)) for column in columns]
    return any(
        min(a[1], b[1]) - max(a[0], b[0]) > 0.2 * min(a[1] - a[0], b[1] - b[0])
        for at, a in enumerate(spans)
        for b in spans[at + 1 :]
    )


def _with_columns(lines: Sequence[Line]) -> Iterator[tuple[Line, tuple[float, float]]]:
    """Each line with the edges of its column: the lines down to where the next stands higher."""
    column: list[Line] = []
    for line in [*lines, None]:
        if line is None or (column and line.middle > column[-1].middle + 0.5 * line.height):
            edges = (min((one.left for one in column), default=0), max((one.right for one in column), default=0))
            yield from ((one, edges) for one in column)
            column = []
        if line is not None:
            column.append(line)


def _goes_on(line: Line, following: Line, edges: tuple[float, float]) -> bool:
    """The first word of the next line had no room at the end of this one."""
    if line.text.rstrip().endswith(_ENDS) or line.is_arabic != following.is_arabic:
        return False
    tall, low = sorted((line.height, following.height), reverse=True)
    if tall > _TALL * low or 0 < line.middle - following.middle > _FAR * line.height:
        return False
    room = (edges[1] - edges[0]) - (line.right - line.left)
    words = following.text.split(" ")
    wide = (following.right - following.left) * (len(words[0]) + 1) / max(1, len(following.text))
    return room < max(wide, 0.5 * line.height) * 1.1
