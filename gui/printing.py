"""The report as PDF, laid out page by page from the parts of its HTML.

Qt does not keep the parts of a document together, so each part is a document of its own and the pages are made here.
It needs Qt's fonts but no display: `write` makes an application without one where there is none.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QApplication

from core.errors import KnownError
from core.exporters.report import html
from core.exporters.report.content import Report
from core.model import Show
from gui import theme
from gui.reader.painting import extents

_DOTS = 96  # per inch, in which everything here is measured; the file itself is finer
_FINE = 1200
_MARGINS = QMarginsF(16, 15, 16, 17)  # millimetres
_FOOT = 30.0  # dots below the text, for the number of the page
_SIZE = 10.0  # points
_BAR = 3.0  # dots: the coloured line beside a point
_INDENT = 12.0  # dots between that line and what it embraces
_SHORT = 2  # rows of passages
_LAP = -4.0  # dots: rows of one table share the line between them
_MARK = re.compile("<(/?)mark>")
# Only our own tags look like these: all that comes from articles is escaped.
_ROW, _CELL = re.compile("<tr>(.*?)</tr>", re.DOTALL), re.compile("(?=<t[hd] )")
# Where evidence begins and ends while Qt reads the HTML. No article holds these: they are no characters.
_OPEN, _CLOSE = "\ufdd2", "\ufdd3"
_UNDERLINE = 1.4  # dots


@dataclass(frozen=True, slots=True)
class Part:
    """What is never torn apart, unless it is taller than a page. `show` gives it a coloured line at its side.

    `above` is left free before it, in dots; `with_next` keeps it on the page of what follows; `head` is what begins
    each further page while its rows go on.
    """

    body: str
    show: Show | None = None
    above: float = 0.0
    with_next: bool = False
    head: str = ""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A part on a page: `skip` dots of it were on the pages before."""

    part: Part
    y: float
    height: float
    skip: float = 0.0


def write(report: Report, stream: BinaryIO) -> None:
    """Write the report as PDF. KnownError where this system has no face for Arabic."""
    _ready()
    # QPdfWriter wants a device of Qt or a name; a file of its own keeps the stream an ordinary one.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        _Printer(report, path).run()
        stream.write(path.read_bytes())


def parts(report: Report) -> Iterator[Part]:
    """The report in the order of its pages."""
    yield Part(html.masthead(report))
    yield Part(html.sources_heading(report), above=10, with_next=True)
    yield from _rows(html.source_head(report), html.source_rows(report), "plain")
    yield Part(html.matrix_heading(report), above=14, with_next=True)
    for place, band in enumerate(report.bands):
        if caption := html.band_caption(report, place):
            yield Part(caption, above=10, with_next=True)
        rows = (html.matrix_row(report, row) for row in band.rows)
        yield from _rows(html.matrix_head(report, band), rows, "matrix")
    if report.silent:
        yield Part(html.silent(report), above=6)
    for section in report.sections:
        yield Part(html.section_heading(section), above=14, with_next=True)
        for point in section.points:
            yield Part(html.point_head(report, point), point.show, above=12, with_next=True)
            rows = [html.table("", [html.point_row(report, *row)], "sides") for row in point.rows()]
            for place, row in enumerate(rows, 1):
                # A short point stays whole; a long one breaks between its rows, the last of which stays with its foot.
                yield Part(
                    row, point.show, _LAP if place > 1 else 0.0, with_next=len(rows) <= _SHORT or place == len(rows)
                )
            yield Part(html.point_foot(report, point), point.show)
    yield Part(html.agreements_heading(report), above=14, with_next=True)
    for agreement in report.agreements:
        yield Part(html.agreed(report, agreement), above=6)
    yield Part(html.footer(report), above=20)


def _rows(head: str, rows: Iterator[str], kind: str) -> Iterator[Part]:
    """A table row by row; its head is repeated at the top of each page."""
    top = html.table(head, [], kind)
    yield Part(top, above=8, with_next=True)
    for row in rows:
        yield Part(html.table("", [row], kind), above=_LAP, head=top)


class _Printer:
    """Lays a report out and paints it."""

    def __init__(self, report: Report, path: Path) -> None:
        self._report = report
        writer = QPdfWriter(str(path))
        writer.setTitle(report.title)
        writer.setCreator("Mizan")
        writer.setResolution(_FINE)
        upright = QPageLayout.Orientation.Portrait
        paper = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), upright, _MARGINS, QPageLayout.Unit.Millimeter)
        writer.setPageLayout(paper)
        self._writer = writer
        space = writer.pageLayout().paintRectPixels(_DOTS)
        self._width, self._height = float(space.width()), float(space.height())
        font = theme.reader_font("", _SIZE)
        # Letters stand where the face says, not where a screen would put them.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._font = font
        self._style = files("resources").joinpath("report", "paper.css").read_text("utf-8")
        self._em = _SIZE * _DOTS / 72

    def run(self) -> None:
        """Paint all pages."""
        pages = list(self._pages())
        painter = QPainter(self._writer)
        painter.scale(_FINE / _DOTS, _FINE / _DOTS)
        for number, page in enumerate(pages, 1):
            if number > 1:
                self._writer.newPage()
            for placed in page:
                self._paint(painter, placed)
            self._paint_foot(painter, number, len(pages))
        painter.end()

    def _pages(self) -> Iterator[list[_Placed]]:
        """Parts from top to bottom; a group that hangs together goes to the next page as a whole."""
        space = self._height - _FOOT
        page: list[_Placed] = []
        y = 0.0
        for group in _groups(parts(self._report)):
            heights = [self._measured(part) for part in group]
            above = group[0].above if page else 0.0
            needed = above + sum(heights) + sum(part.above for part in group[1:])
            # What is taller than a page begins here if there is room for a good piece of it.
            if page and y + needed > space and (needed <= space or space - y < space / 3):
                yield page
                page, y = [], 0.0
                if group[-1].head and len(group) == 1:
                    top = Part(group[-1].head)
                    page.append(_Placed(top, 0.0, self._measured(top)))
                    y = page[0].height
            for part, height in zip(group, heights, strict=True):
                y += part.above if page else 0.0
                skip = 0.0
                while y + height - skip > space + 0.5 and height > space / 2:
                    cut = self._cut(part, skip, skip + space - y)
                    if cut <= skip:
                        if y == 0.0:
                            cut = skip + space
                        else:
                            yield page
                            page, y = [], 0.0
                            continue
                    page.append(_Placed(part, y, cut - skip, skip))
                    yield page
                    page, y, skip = [], 0.0, cut
                page.append(_Placed(part, y, height - skip, skip))
                y += height - skip
        if page:
            yield page

    def _cut(self, part: Part, start: float, end: float) -> float:
        """The last place before `end` where no line of a part is cut through."""
        document, _ = self._document(part)
        lines = sorted(_lines(document))
        cut = start
        for top, _bottom in lines:
            if start < top <= end and all(not (a < top - 0.5 and b > top + 0.5) for a, b in lines):
                cut = top
        return cut

    def _document(self, part: Part) -> tuple[QTextDocument, list[tuple[int, int]]]:
        """A part laid out in the width of the page, and where its evidence lies (UTF-16 units)."""
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setUseDesignMetrics(True)
        document.setDefaultFont(self._font)
        right_to_left = self._report.right_to_left
        option = QTextOption()  # its left is where lines begin, so the right of Arabic
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setDefaultStyleSheet(self._style)
        body = _mirrored(part.body) if right_to_left else part.body
        body = body.replace("<bdi>", "\u2068").replace("</bdi>", "\u2069")
        body = _MARK.sub(lambda found: _CLOSE if found[1] else _OPEN, body)
        document.setHtml(f'<html><body dir="{"rtl" if right_to_left else "ltr"}">{body}</body></html>')
        document.setTextWidth(self._width - (_INDENT if part.show else 0.0))
        return document, _taken_out(document)

    def _measured(self, part: Part) -> float:
        document, _ = self._document(part)
        return document.size().height()

    def _paint(self, painter: QPainter, placed: _Placed) -> None:
        part = placed.part
        document, evidence = self._document(part)
        right_to_left = self._report.right_to_left
        painter.save()
        if part.show:
            bar = QRectF(self._width - _BAR if right_to_left else 0.0, placed.y, _BAR, placed.height)
            painter.fillRect(bar, QColor(theme.LIGHT.shows[part.show].ink))
        painter.translate(0.0 if right_to_left or not part.show else _INDENT, placed.y - placed.skip)
        painter.setClipRect(QRectF(-1.0, placed.skip, self._width + 2.0, placed.height))
        for start, end in evidence:
            _mark(painter, document, start, end, theme.LIGHT.shows[part.show or Show.CHECK])
        document.documentLayout().draw(painter, QAbstractTextDocumentLayout.PaintContext())
        painter.restore()

    def _paint_foot(self, painter: QPainter, number: int, count: int) -> None:
        font = QFont(self._font)
        font.setPixelSize(round(self._em * 0.85))
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(theme.LIGHT.muted))
        foot = QRectF(0.0, self._height - _FOOT + 8.0, self._width, _FOOT - 8.0)
        start, end = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        if not self._report.right_to_left:
            start, end = end, start
        painter.drawText(foot, int(start | Qt.AlignmentFlag.AlignVCenter), self._report.title)
        painter.drawText(foot, int(end | Qt.AlignmentFlag.AlignVCenter), f"{number} / {count}")
        painter.restore()


def _groups(found: Iterator[Part]) -> Iterator[list[Part]]:
    """Parts that must begin on one page."""
    group: list[Part] = []
    for part in found:
        group.append(part)
        if not part.with_next:
            yield group
            group = []
    if group:
        yield group


def _mirrored(body: str) -> str:
    """The cells of every row the other way round: Qt lays columns out from the left, whatever `dir` says."""
    return _ROW.sub(lambda row: f"<tr>{''.join(reversed(_CELL.split(row[1])))}</tr>", body)


def _taken_out(document: QTextDocument) -> list[tuple[int, int]]:
    """Take the signs around evidence out; where it lies then. A format of its own would break joined letters apart."""
    found: list[tuple[int, int]] = []
    start = document.find(_OPEN)
    while not start.isNull():
        begin = start.selectionStart()
        start.removeSelectedText()
        stop = document.find(_CLOSE, begin)
        found.append((begin, stop.selectionStart()))
        stop.removeSelectedText()
        start = document.find(_OPEN, begin)
    return found


def _lines(document: QTextDocument) -> Iterator[tuple[float, float]]:
    """Top and bottom of every line, in dots."""
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        top = layout.blockBoundingRect(block).top()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            yield top + line.y(), top + line.y() + line.height()
        block = block.next()


def _mark(painter: QPainter, document: QTextDocument, start: int, end: int, pair: theme.Pair) -> None:
    """A ground behind the evidence and a line below it, from where its letters lie."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        origin = document.documentLayout().blockBoundingRect(block).topLeft()
        first, last = max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            begin, stop = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if begin < stop:
                for left, right in extents(line, begin, stop):
                    at = origin + QPointF(left, line.y())
                    ground = QRectF(at.x(), at.y() + line.height() * 0.08, right - left, line.height() * 0.84)
                    painter.fillRect(ground, QColor(pair.tint))
                    below = QRectF(ground.left(), ground.bottom() - _UNDERLINE, ground.width(), _UNDERLINE)
                    painter.fillRect(below, QColor(pair.ink))
        block = block.next()


@cache
def _application() -> QApplication:
    """Kept for good: the fonts go with it. Without a display, so that one that does not answer does not matter."""
    if sys.platform not in ("win32", "darwin"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QApplication(["mizan"])


def _ready() -> None:
    if QGuiApplication.instance() is None:
        _application()
    if not theme.arabic_families():
        raise KnownError(
            "لا خط عربيا في هذا النظام، فلا يمكن كتابة PDF؛ ثبّت خطا مثل Noto Naskh Arabic، أو اكتب ‎.html أو ‎.docx.",
            "This system has no face for Arabic, so PDF cannot be written; install one such as Noto Naskh Arabic, "
            "or write .html or .docx.",
        )
