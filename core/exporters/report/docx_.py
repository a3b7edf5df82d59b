"""The report as a Word document: paragraphs, runs and tables run right to left, the evidence is shaded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, BinaryIO

from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from core.exporters.report import words
from core.exporters.report.content import Agreement, Band, Passage, Point, Report, Said, Section, Source
from core.exporters.report.ooxml import put, put_child, rule, shade
from core.model import Show
from core.text.directions import undirected

# Faces that Word has everywhere: Latin letters, Arabic ones.
_FACE, _ARABIC_FACE = "Calibri", "Arial"
_PASSAGE_FACE = "Times New Roman"
_MUTED = "566170"
_ACCENT = "1D5FA6"
_HEAD = "F0F2F5"
_TINTS = {
    Show.CONFLICT: ("FBDAD5", "A32A1B"),
    Show.CHECK: ("FBE9BD", "735000"),
    Show.AGREE: ("D0EEDA", "17633A"),
    Show.UPDATE: ("D3E4FA", "0F4F94"),
    Show.SILENT: ("E4E7EB", "47515D"),
}
_WIDTH = 17.4  # centimetres between the margins of A4
_QUESTION = 3.8  # centimetres of the matrix
# Latin words, also behind figures as in names of files, and what stands between two: a run of its own, left to right.
_LATIN = re.compile(
    r"(?:(?<![\d._-])\d[\d._-]{0,30})?"
    r"[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f]*(?:[ '’.&/@:_-]+[A-Za-z\u00c0-\u024f][\w\u00c0-\u024f]*)*"
)
_RIGHT_TO_LEFT = "\u200f"
_LEFT_TO_RIGHT = "\u200e"  # figures before Latin letters would go behind them, for who asks the letters and not the run
_HAS_ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")


def write(report: Report, stream: BinaryIO) -> None:
    """Write the whole document."""
    _Writer(report).document.save(stream)


class _Writer:
    """Fills one document from top to bottom."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._rtl = report.right_to_left
        self._say = words.chooser(report.language)
        self.document: DocxDocument = Document()
        _set_up(self.document, report)
        self._masthead()
        self._sources()
        self._matrix()
        number = 0
        for section in report.sections:
            number = self._section(section, number)
        self._agreements()
        self._heading(words.TEXTS["made"])
        self._write(self._paragraph(), report.method, color=_MUTED, size=9)

    # Parts

    def _masthead(self) -> None:
        report = self._report
        self._write(self._paragraph(), self._text("kind"), bold=True, color=_ACCENT)
        title = self._paragraph("Title")
        self._write(title, report.title)
        self._write(self._paragraph(), report.made, color=_MUTED)
        cells = self._table([len(report.figures) * [_WIDTH / len(report.figures)]], head=False)[0]
        for cell, (name, value) in zip(cells, report.figures, strict=True):
            self._write(self._first(cell), value, bold=True, size=16)
            self._write(self._paragraph(cell=cell), name, color=_MUTED, size=9)
        for notice in report.notices:
            line = self._paragraph()
            shade(line._p.get_or_add_pPr(), _TINTS[Show.CHECK][0])
            self._write(line, notice)

    def _sources(self) -> None:
        self._heading(words.TEXTS["articles"])
        widths = [1.4, 4.0, 3.6, 8.4]
        rows = self._table([widths] * (len(self._report.sources) + 1))
        for cell, key in zip(rows[0], ("number", "source", "date", "title"), strict=True):
            self._write(self._first(cell), self._text(key), bold=True, size=9)
        for cells, source in zip(rows[1:], self._report.sources, strict=True):
            known = (str(source.number), source.name, source.published, source.title or source.file)
            for cell, value, missing in zip(cells, known, ("", "no_source", "no_date", ""), strict=True):
                text = value or (self._text(missing) if missing else "")
                self._write(self._first(cell), text, color="" if value else _MUTED)

    def _matrix(self) -> None:
        report = self._report
        self._heading(words.TEXTS["matrix"], report.matrix_lead)
        for place, band in enumerate(report.bands, 1):
            if len(report.bands) > 1:
                part = self._paragraph(keep=True)
                self._write(part, self._text("part", place, len(report.bands)), color=_MUTED, size=9)
            self._band(band)
        if report.silent:
            self._write(self._paragraph(), report.silent, color=_MUTED, size=9)

    def _band(self, band: Band) -> None:
        width = (_WIDTH - _QUESTION) / len(band.sources)
        rows = self._table([[_QUESTION, *(width for _ in band.sources)]] * (len(band.rows) + 1))
        self._write(self._first(rows[0][0]), self._text("question"), bold=True, size=9)
        for cell, source in zip(rows[0][1:], band.sources, strict=True):
            self._write(self._first(cell), self._named([source]), bold=True, size=9)
            self._write(self._paragraph(cell=cell), source.published, color=_MUTED, size=8)
        for cells, row in zip(rows[1:], band.rows, strict=True):
            if row.show:
                self._chip(self._first(cells[0]), row.show)
            question = self._paragraph(cell=cells[0]) if row.show else self._first(cells[0])
            self._write(question, row.question, bold=True, size=9)
            if row.event:
                self._write(self._paragraph(cell=cells[0]), row.event, color=_MUTED, size=8)
            for cell, answers in zip(cells[1:], row.cells, strict=True):
                for place, said in enumerate(answers):
                    line = self._paragraph(cell=cell) if place else self._first(cell)
                    self._said(line, said, size=9)

    def _section(self, section: Section, number: int) -> int:
        self._heading((section.title, section.title), " ".join(filter(None, (section.lead, section.note))))
        for point in section.points:
            number += 1
            self._point(point)
        return number

    def _point(self, point: Point) -> None:
        stand = self._paragraph(keep=True, before=10)
        self._chip(stand, point.show)
        pairs = self._text("pairs", point.pairs) if point.pairs > 1 else ""
        self._write(stand, "  " + " · ".join(filter(None, (point.relation, pairs))), color=_MUTED, size=9)
        self._write(self._paragraph("Heading 3", keep=True), f"{point.number}. {point.question}")
        if point.event:
            self._write(self._paragraph(keep=True), point.event, color=_MUTED, size=9)
        pairs_of = list(point.rows())
        rows = self._table([[_WIDTH / 2, _WIDTH / 2]] * len(pairs_of), head=False)
        for cells, sides in zip(rows, pairs_of, strict=True):
            for cell, passage in zip(cells, sides, strict=True):
                if passage:
                    self._passage(cell, passage, point.show)
        if point.difference:
            self._line("difference", point.difference)
        if point.reason:
            self._line(point.reason_name, undirected(point.reason))
        decision = point.decision
        if decision is None or not decision.verdict:
            self._line("verdict", self._text("undecided"), color=_MUTED)
        else:
            line = self._line("verdict", decision.verdict, bold=True)
            who = self._text("by", decision.by, decision.at) if decision.at else decision.by
            self._write(line, f" — {decision.reason}" if decision.reason else "")
            self._write(line, f" ({who})", color=_MUTED)
        if decision and decision.note:
            self._line("note", decision.note)

    def _passage(self, cell: _Cell, passage: Passage, show: Show) -> None:
        head = self._first(cell)
        self._write(head, self._named([passage.source]), bold=True, size=10)
        self._write(head, f"  {passage.source.published}", color=_MUTED, size=9)
        for said in passage.said:
            if said.notes:
                words_ = f"{self._quoted(said)} " if len(passage.said) > 1 else ""
                line = self._paragraph(cell=cell)
                self._write(line, words_, size=9)
                self._write(line, " · ".join(said.notes), color=_MUTED, size=9)
        body = self._paragraph(cell=cell, rtl=passage.right_to_left, before=3)
        for piece in passage.pieces:
            for run in self._write(body, piece.text, size=12, face=_PASSAGE_FACE):
                if piece.marked:
                    # No bold and no other face: the evidence may begin inside a word, whose letters stay joined so.
                    shade(run._r.get_or_add_rPr(), _TINTS[show][0])
                    run.font.underline = True

    def _agreements(self) -> None:
        lead = words.TEXTS["agreements_none"] if not self._report.agreements else ("", "")
        self._heading(words.TEXTS["agreements"], self._say(lead))
        for agreement in self._report.agreements:
            self._agreement(agreement)

    def _agreement(self, agreement: Agreement) -> None:
        question = self._paragraph(keep=True, before=6)
        self._write(question, agreement.question, bold=True)
        self._write(question, f"  {agreement.event}" if agreement.event else "", color=_MUTED, size=9)
        for answer in agreement.answers:
            line = self._paragraph("List Bullet")
            self._write(line, f"{self._quoted(answer.said)} ")
            self._write(line, " · ".join((*answer.said.notes, self._named(answer.sources))), color=_MUTED, size=9)

    # Pieces

    def _named(self, sources: Sequence[Source]) -> str:
        """Sources with their numbers; the mark keeps what follows a Latin name in its place."""
        mark = _RIGHT_TO_LEFT if self._rtl else ""
        return words.listed(self._report.language, [f"{source.label}{mark} [{source.number}]" for source in sources])

    def _text(self, key: str, *parts: object) -> str:
        return words.text(self._report.language, key, *parts)

    def _quoted(self, said: Said) -> str:
        return words.quoted(self._report.language, said.words)

    def _heading(self, title: words.Pair, lead: str = "") -> None:
        self._write(self._paragraph("Heading 2", keep=True), self._say(title))
        if lead:
            self._write(self._paragraph(keep=True), lead, color=_MUTED)

    def _chip(self, line: Paragraph, show: Show) -> None:
        tint, ink = _TINTS[show]
        for run in self._write(line, f"\u00a0{self._say(words.SHOWS[show])}\u00a0", bold=True, color=ink, size=9):
            shade(run._r.get_or_add_rPr(), tint)

    def _said(self, line: Paragraph, said: Said, size: float) -> None:
        self._write(line, said.words, size=size + 0.5, face=_PASSAGE_FACE)
        if said.notes:
            line.add_run().add_break()
            self._write(line, " · ".join(said.notes), color=_MUTED, size=size - 1)

    def _line(self, key: str, text: str, *, bold: bool = False, color: str = "") -> Paragraph:
        line = self._paragraph(before=3)
        self._write(line, f"{self._text(key)}: ", color=_MUTED)
        self._write(line, text, bold=bold, color=color)
        return line

    def _paragraph(
        self,
        style: str = "",
        *,
        cell: _Cell | None = None,
        rtl: bool | None = None,
        keep: bool = False,
        before: float = 0,
    ) -> Paragraph:
        """A new paragraph, in the direction of the report unless told otherwise."""
        made = cell.add_paragraph() if cell is not None else self.document.add_paragraph(style=style or None)
        return self._directed(made, rtl, keep, before)

    def _first(self, cell: _Cell) -> Paragraph:
        """The paragraph that every cell has."""
        return self._directed(cell.paragraphs[0], None, False, 0)

    def _directed(self, paragraph: Paragraph, rtl: bool | None, keep: bool, before: float) -> Paragraph:
        right_to_left = self._rtl if rtl is None else rtl
        shape = paragraph.paragraph_format
        if keep:
            shape.keep_with_next = True
        if before:
            shape.space_before = Pt(before)
        properties = paragraph._p.get_or_add_pPr()
        # Asked for in so many words, because a style may say otherwise.
        put(properties, "w:bidi", val="1" if right_to_left else "0")
        put(properties, "w:jc", val="start")
        return paragraph

    def _write(
        self, line: Paragraph, text: str, *, bold: bool = False, color: str = "", size: float = 0, face: str = ""
    ) -> list[Run]:
        """Runs of one script each: Word takes face and direction of a run from its own mark, not from its letters."""
        runs = []
        for piece, right_to_left in _scripts(text, self._rtl):
            run = line.add_run()
            for place, part in enumerate(piece.split("\n")):
                if place:
                    run.add_break()
                run.add_text(part)
            properties = run._r.get_or_add_rPr()
            if face:
                put(properties, "w:rFonts", ascii=face, hAnsi=face, cs=face)
            if bold:
                run.font.bold = True
                run.font.cs_bold = True
            if color:
                run.font.color.rgb = RGBColor.from_string(color)
            if size:
                run.font.size = Pt(size)
                put(properties, "w:szCs", val=str(round(size * 2)))
            if right_to_left:
                run.font.rtl = True
            runs.append(run)
        return runs

    def _table(self, widths: Sequence[Sequence[float]], *, head: bool = True) -> list[Sequence[_Cell]]:
        """A table with these widths in centimetres, a row each; its head is repeated on every page."""
        table = self.document.add_table(len(widths), len(widths[0]))
        table.autofit = False
        properties = table._tbl.tblPr
        rule(properties)
        if self._rtl:
            # Among its neighbours it has a fixed place: Word ignores it behind the width.
            style = properties.find(qn("w:tblStyle"))
            mark = OxmlElement("w:bidiVisual")
            properties.insert(0, mark) if style is None else style.addnext(mark)
        for column, width in zip(table.columns, widths[0], strict=True):
            column.width = Cm(width)
        result = []
        for place, (row, row_widths) in enumerate(zip(table.rows, widths, strict=True)):
            setting = row._tr.get_or_add_trPr()
            setting.append(OxmlElement("w:cantSplit"))
            cells = row.cells
            for cell, width in zip(cells, row_widths, strict=True):
                cell.width = Cm(width)
                self._first(cell)
                if head and place == 0:
                    shade(cell._tc.get_or_add_tcPr(), _HEAD)
            if head and place == 0:
                setting.append(OxmlElement("w:tblHeader"))
            result.append(cells)
        return result


def _set_up(document: DocxDocument, report: Report) -> None:
    """Page, faces and the numbers at the foot."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin = section.bottom_margin = Cm(1.8)
    if report.right_to_left:
        section._sectPr.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")
    properties = document.core_properties
    properties.title, properties.author, properties.comments = report.title[:255], "Mizan", ""
    properties.language = report.language
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
    for name, size, before in (
        ("Normal", 10.5, 0),
        ("Title", 24, 0),
        ("Heading 2", 15, 18),
        ("Heading 3", 12, 0),
        ("List Bullet", 10.5, 0),
    ):
        style: Any = document.styles[name]
        style.font.name, style.font.size, style.font.italic = _FACE, Pt(size), False
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(2)
        if name not in ("Normal", "List Bullet"):
            style.font.color.rgb = RGBColor.from_string("1B222C")
            style.font.bold = style.font.cs_bold = True
        mark = style.element.get_or_add_rPr()
        # The template spaces the letters of a title out, which tears Arabic ones apart.
        for spacing in mark.findall(qn("w:spacing")):
            mark.remove(spacing)
        put(mark, "w:rFonts", ascii=_FACE, hAnsi=_FACE, cs=_ARABIC_FACE)
        for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
            mark.find(qn("w:rFonts")).attrib.pop(qn(f"w:{theme}"), None)
        put(mark, "w:szCs", val=str(round(size * 2)))
        put(mark, "w:lang", val="en-GB", bidi="ar-SA")
    foot = section.footer.paragraphs[0]
    foot.alignment = 1  # centre
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = foot.add_run()
        if kind:
            put_child(run._r, "w:fldChar", fldCharType=kind)
        else:
            instruction = OxmlElement("w:instrText")
            instruction.text = text
            run._r.append(instruction)


def _scripts(text: str, right_to_left: bool) -> Iterator[tuple[str, bool]]:
    """`text` in stretches of one direction; what has none goes with the report."""
    at = 0
    for latin in _LATIN.finditer(text):
        if latin.start() > at:
            yield from _neutral(text[at : latin.start()], right_to_left)
        yield (_LEFT_TO_RIGHT if latin[0][0].isdecimal() else "") + latin[0], False
        at = latin.end()
    if at < len(text):
        yield from _neutral(text[at:], right_to_left)


def _neutral(text: str, right_to_left: bool) -> Iterable[tuple[str, bool]]:
    return [(text, right_to_left or _HAS_ARABIC.search(text) is not None)]
