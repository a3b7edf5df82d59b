"""Find in the article and its notes: blind to hamza, diacritics, tatweel, ى/ة and digit shapes, as core folds them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from core.model import Span
from core.text.arabic import Folded, fold, folded
from gui import theme, wording

_MOST = 5000  # places found at most


def find_all(view: Folded, query: str) -> list[Span]:
    """All places that say `query`, none overlapping, in code points of the original."""
    wanted = fold(query).strip()
    found: list[Span] = []
    start = view.text.find(wanted) if wanted else -1
    while start >= 0 and len(found) < _MOST:
        found.append(view.to_original(start, start + len(wanted)))
        start = view.text.find(wanted, start + len(wanted))
    return found


class FindBar(QWidget):
    """A line above the text. `found` carries the places and the index of the current one (None: nothing found)."""

    found = Signal(object, object)  # list[Span], int | None
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._notes: list[tuple[Span, str]] = []
        self._view: Folded | None = None  # made when it is first needed
        self._spans: list[Span] = []
        self._index: int | None = None
        self._from = 0
        self.field = QLineEdit(placeholderText=self.tr("Find in this article and its notes"), clearButtonEnabled=True)
        self.field.setAccessibleName(self.tr("Find in this article and its notes"))
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.counter = QLabel()
        self.counter.setProperty("muted", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.counter)
        for name, text, slot in (
            ("previous", self.tr("Find previous (Shift+F3)"), self.previous),
            ("next", self.tr("Find next (F3)"), self.next),
            ("close", self.tr("Close (Esc)"), self.close_bar),
        ):
            button = QToolButton(icon=theme.icon(name), toolTip=text)
            button.setAccessibleName(text)
            button.clicked.connect(slot)
            layout.addWidget(button)
        self.hide()

    def set_text(self, text: str) -> None:
        """Another article: search it for the same words."""
        self._text, self._view = text, None
        if self.isVisible():
            self._search()

    def set_notes(self, notes: Iterable[tuple[Span, str]]) -> None:
        """What is noted about which passages: they are found by the words of the note too."""
        self._notes = [(span, fold(note)) for span, note in notes]

    def open_bar(self, query: str, position: int) -> None:
        """Show the bar; the first place from `position` on is the current one."""
        self._from = position
        self.show()
        if query:
            self.field.setText(query)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hide the bar and what it had found."""
        self.hide()
        self.found.emit([], None)
        self.closed.emit()

    def next(self) -> None:
        """Go to the next place, from the last to the first."""
        self._step(1)

    def previous(self) -> None:
        """Go to the previous place."""
        self._step(-1)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
        return super().eventFilter(watched, event)

    def _search(self) -> None:
        if self._view is None:
            self._view = folded(self._text)
        query = self.field.text()
        wanted = fold(query).strip()
        noted = [span for span, note in self._notes if wanted and wanted in note]
        places = find_all(self._view, query) + noted
        self._spans = sorted(dict.fromkeys(places), key=lambda span: (span.start, span.end)) if noted else places
        after = (index for index, span in enumerate(self._spans) if span.start >= self._from)
        self._index = next(after, 0) if self._spans else None
        self._report()

    def _step(self, by: int) -> None:
        if self._index is not None:
            self._index = (self._index + by) % len(self._spans)
            self._from = self._spans[self._index].start
            self._report()

    def _report(self) -> None:
        if not self.field.text().strip():
            self.counter.setText("")
        elif self._index is None:
            self.counter.setText(self.tr("Nothing found"))
        else:
            of = self.tr("{0} of {1}")
            self.counter.setText(of.format(wording.number(self._index + 1), wording.number(len(self._spans))))
        self.found.emit(self._spans, self._index)
