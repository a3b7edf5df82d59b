"""Paragraphs as Arabic readers expect them in a plain-text view.

QPlainTextEdit takes direction, alignment and line height from the document: a paragraph that begins with a Latin word
turns left-to-right, Arabic stands flush left. Here each paragraph is laid out on its own.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout

from core.text.arabic import is_arabic


class ParagraphLayout(QPlainTextDocumentLayout):
    """Direction, alignment, line height and spacing by paragraph; otherwise QPlainTextEdit's own lazy layout."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.pitch = 0.0  # least distance between two lines, in pixels
        self.spacing = 0.0  # between two paragraphs, in pixels
        self._right_to_left: list[bool] = []
        self._options = {flag: _option(flag) for flag in (True, False)}

    def set_paragraphs(self, paragraphs: list[str]) -> None:
        """Say what the blocks will hold, before the document holds it.

        A paragraph with Arabic letters is right-to-left; one without any letters follows the one before.
        """
        before = True
        self._right_to_left = []
        for paragraph in paragraphs:
            if is_arabic(paragraph):
                before = True
            elif any(char.isalpha() for char in paragraph):
                before = False
            self._right_to_left.append(before)

    def is_right_to_left(self, number: int) -> bool:
        """The direction of the paragraph."""
        return self._right_to_left[number] if number < len(self._right_to_left) else True

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if not block.isValid():
            return QRectF()
        layout = block.layout()
        if not layout.lineCount() or layout.textOption().textDirection() is Qt.LayoutDirection.LayoutDirectionAuto:
            super().blockBoundingRect(block)  # counts the lines and makes room for them
            self._lay_out(layout, self._options[self.is_right_to_left(block.blockNumber())])
        if block.length() == 1 and block.next().isValid():
            return QRectF(0, 0, 1, self.spacing)  # an empty line is a pause, not a paragraph
        last = layout.lineAt(layout.lineCount() - 1)
        margin = self.document().documentMargin()
        height = last.y() + last.height() + self._lead(last.height())
        height += self.spacing if block.next().isValid() else margin
        return QRectF(0, 0, layout.boundingRect().right() + margin, height)

    def _lead(self, height: float) -> float:
        """Room above and below a line of that height."""
        return max(self.pitch - height, 0.0) / 2

    def _lay_out(self, layout: QTextLayout, option: QTextOption) -> None:
        margin = self.document().documentMargin()
        width = layout.lineAt(0).width()
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(width)
            lead = self._lead(line.height())
            line.setPosition(QPointF(margin, top + lead))
            top += line.height() + 2 * lead
        layout.endLayout()


def _option(right_to_left: bool) -> QTextOption:
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
