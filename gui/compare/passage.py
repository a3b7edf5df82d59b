"""One side of a relation: who says it, what the tool read, and the passage with the evidence marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QResizeEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QTextEdit, QToolButton, QVBoxLayout, QWidget

from core.model import Article, ArticleClaim, HasSpan, Show, Span
from core.text.offsets import Utf16Map
from core.text.segment import passage
from gui import theme, wording
from gui.compare import said
from gui.panels.elided_label import ElidedLabel
from gui.session import Session

# The passage is a notch smaller than the reader: two of them share the width.
_SCALE = 0.9
ROOMY = 640  # pixels; on a page that is no higher passages stand closer
_LINE = 44  # pixels, of the words where all else takes the height
_CONTEXT = 240  # code points to read, at least


class PassageView(QWidget):
    """The words of one source, `context` code points at least. Read-only; its button opens the article there."""

    def __init__(
        self,
        session: Session,
        font: QFont,
        parent: QWidget | None = None,
        *,
        context: int = _CONTEXT,
        scale: float = _SCALE,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._context, self._scale = context, scale
        self._differing: Sequence[HasSpan] = ()
        self._end: ArticleClaim | None = None
        self._article: Article | None = None
        self._show = Show.CHECK
        self._is_low = False

        self.source = ElidedLabel()
        self.source.setObjectName("passageSource")
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self.source.setFont(bold)
        self.meta = QLabel()
        self.meta.setTextFormat(Qt.TextFormat.PlainText)
        self.meta.setWordWrap(True)
        self.meta.setProperty("muted", True)
        self.value = QLabel()
        self.value.setTextFormat(Qt.TextFormat.PlainText)
        self.value.setWordWrap(True)
        self.open = QToolButton()
        self.open.setProperty("framed", True)
        self.open.clicked.connect(self._open)

        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setMinimumHeight(_LINE)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        # Arabic stands flush left in a QPlainTextEdit unless it is told otherwise.
        option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.text.document().setDefaultTextOption(option)
        self.set_font(font)

        head = QHBoxLayout()
        head.addWidget(self.source, 1)
        head.addWidget(self.open)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.meta)
        layout.addWidget(self.value)
        layout.addWidget(self.text, 1)
        # Once the text has its new size, which comes after this widget's own.
        self._centring = QTimer(self, singleShot=True, interval=0)
        self._centring.timeout.connect(self._centre)
        theme.current().changed.connect(self._mark)
        self._space()
        self._retranslate()

    def set_low(self, low: bool) -> None:
        """Where height is scarce, what was read and who said it when share a line, for the words to have another."""
        if low != self._is_low:
            self._is_low = low
            self._space()
            self._say_who()

    def set_font(self, font: QFont) -> None:
        """The reader's face, a notch smaller."""
        smaller = QFont(font)
        smaller.setPointSizeF(font.pointSizeF() * self._scale)
        self.text.setFont(smaller)

    def show_claim(self, article: Article, end: ArticleClaim, show: Show, differing: Sequence[HasSpan] = ()) -> None:
        """Show the passage around a claim of `article`; `differing` are places that the other one says otherwise."""
        self._article, self._end, self._show, self._differing = article, end, show, differing
        claim = end.claim
        self._say_who()
        span = passage(article.text, Span(claim.start, claim.end), self._context)
        self._offset = span.start
        self._map = Utf16Map(article.text[span.start : span.end])
        self.text.setPlainText(article.text[span.start : span.end])
        self.text.setAccessibleName(self.source.text())
        self._mark()
        self._centre()
        self._centring.start()
        self.open.setEnabled(True)

    def clear(self) -> None:
        """Show nothing."""
        self._end = self._article = None
        for label in (self.source, self.meta, self.value):
            label.clear()
        self.text.clear()
        self.open.setEnabled(False)

    def selected(self) -> Span | None:
        """Which words of the article are selected, None for none."""
        cursor = self.text.textCursor()
        if not (self._article and cursor.hasSelection()):
            return None
        start, end = (self._map.to_code_points(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        words = self._article.text[self._offset + start : self._offset + end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return Span(self._offset + start, self._offset + end) if start < end else None

    def marked(self) -> str:
        """The words that are highlighted as evidence, as the view shows them."""
        selections = self.text.extraSelections()
        return selections[1].cursor.selectedText() if selections else ""

    def differences(self) -> list[str]:
        """The words that stand out as different, as the view shows them."""
        return [selection.cursor.selectedText() for selection in self.text.extraSelections()[2:]]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centring.start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.open.setText(self.tr("In the article"))
        self.open.setToolTip(self.tr("Show this passage in its article"))
        if self._article and self._end:
            self.show_claim(self._article, self._end, self._show, self._differing)

    def _space(self) -> None:
        margin = 3 if self._is_low else 8
        self.layout().setContentsMargins(10, margin, 10, margin)
        self.layout().setSpacing(2 if self._is_low else 4)
        self.meta.setVisible(not self._is_low)

    def _say_who(self) -> None:
        if not (self._article and self._end):
            return
        article, attribution = self._article, self._end.claim.attribution
        self.source.setText(wording.name(article.source or article.title or article.file))
        by = self.tr("says {}").format(said.speaker(attribution.speaker)) if attribution.speaker else ""
        via = self.tr("through {}").format(wording.isolate(attribution.via)) if attribution.via else ""
        who = " · ".join(part for part in (wording.day(article.published), by, via) if part)
        told = said.summary(self._end.claim)
        self.meta.setText(wording.led(who))
        self.value.setText(wording.led(" · ".join(part for part in (told, who) if part) if self._is_low else told))

    def _open(self) -> None:
        if self._end:
            self._session.go_to(self._end.article_id, Span(self._end.claim.start, self._end.claim.end))

    def _centre(self) -> None:
        """Bring the evidence into sight, also where the passage is longer than the view is high."""
        if not self._end:
            return
        evidence = self._cursor(Span(self._end.claim.start, self._end.claim.end))
        evidence.clearSelection()
        self.text.setTextCursor(evidence)
        self.text.centerCursor()

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.text.document())
        length = self.text.document().characterCount() - 1
        cursor.setPosition(min(self._map.to_utf16(max(span.start - self._offset, 0)), length))
        cursor.setPosition(
            min(self._map.to_utf16(max(span.end - self._offset, 0)), length), QTextCursor.MoveMode.KeepAnchor
        )
        return cursor

    def _mark(self) -> None:
        """Clause pale, evidence strong, what differs reversed. ExtraSelections keep joined letters joined."""
        if not (self._end and self._article):
            self.text.setExtraSelections([])
            return
        tokens = theme.tokens()
        claim = self._end.claim
        pair = tokens.shows[self._show]
        selections = []
        for span, ground, ink in (
            (claim.clause, tokens.raised, tokens.text),
            (Span(claim.start, claim.end), pair.tint, tokens.text),
            *((Span(place.start, place.end), pair.ink, tokens.surface) for place in self._differing),
        ):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(span)
            style = QTextCharFormat()
            style.setBackground(QColor(ground))
            style.setForeground(QColor(ink))
            selection.format = style
            selections.append(selection)
        self.text.setExtraSelections(selections)
