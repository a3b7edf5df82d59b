"""The card that says what a mark is: by hovering, by the keyboard, and for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.model import Annotation, Entity, Layer, Quantity, Quote, TimeValue
from core.project import Elsewhere
from core.text.arabic import is_arabic
from gui import i18n, theme, wording
from gui.signs import sign_icon
from gui.theme import Pair, Tokens

translate = QCoreApplication.translate

_WIDTH = 340  # pixels
_GAP = 6
_OTHERS = 5  # passages that are listed
_SOURCE = 26  # code points of a source


@dataclass(frozen=True, slots=True)
class Around:
    """What the project knows of a mark beyond the article: how often it occurs, what other passages say to it."""

    occurrences: int = 0
    elsewhere: Sequence[Elsewhere] = ()


class MarkCard(QFrame):
    """Floats over the reader. Words of articles are shown as plain text, whatever they contain."""

    passage_wanted = Signal(str, object)  # article id, Span
    occurrence_wanted = Signal(bool)  # the next one, or the one before
    left = Signal()  # by the mouse
    closed = Signal()  # by the keyboard

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mark_card")
        self.setProperty("card", True)
        self.setMaximumWidth(_WIDTH)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 10)
        self._content: QWidget | None = None
        self.annotation: Annotation | None = None
        self.links: list[QPushButton] = []
        self.hide()

    def show_for(self, annotation: Annotation, around: Around, where: QRect) -> None:
        """Say what `annotation` is, below `where` (in the parent), or above it where there is no room."""
        self.annotation = annotation
        self.setAccessibleName(spoken(annotation, around))
        area = self.parentWidget().rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        below, above = where.bottom() + 2 * _GAP, where.top() - _GAP
        room = max(area.bottom() - below, above - area.top())
        # It never covers the mark, which is read and clicked on: rather fewer other passages are listed, and at last
        # one of them alone, without what the inspector says too.
        most = min(_OTHERS, len(around.elsewhere))
        for listed, brief in [*((number, False) for number in range(most, 0, -1)), *[(1, True)][:most], (0, False)]:
            self._fill(self._made(annotation, around, listed, brief=brief))
            if self.height() <= room:
                break
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = where.right() - self.width() if right_to_left else where.left()
        y = below if self.height() <= area.bottom() - below else max(above - self.height(), area.top())
        if y < above < y + self.height():  # too high for either side: beside the mark
            x = where.left() - self.width() - _GAP
            x = x if x >= area.left() else where.right() + _GAP
        self.move(min(max(x, area.left()), area.right() - self.width()), y)
        self.show()
        self.raise_()

    def _fill(self, content: QWidget) -> None:
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._layout.addWidget(content)
        content.show()  # a hidden widget takes no room
        self.adjustSize()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _made(self, annotation: Annotation, around: Around, listed: int, *, brief: bool) -> QWidget:
        """A heading with the label's colour, a line for each thing known, then the way to `listed` other places.

        In `brief` the heading and those places only.
        """
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(chip(wording.label(annotation), mark_colors(annotation)))
        title = plain_label(headed(annotation))
        title.setProperty("heading", True)
        layout.addWidget(title)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(3)
        for name, text in [] if brief else describe(annotation, around.occurrences):
            left = plain_label(name)
            left.setProperty("muted", True)
            form.addRow(left, value_label(text))
        layout.addLayout(form)
        self.links = []
        if around.occurrences > 1 and not brief:
            row = QHBoxLayout()
            for forward, name in ((False, self.tr("Occurrence before")), (True, self.tr("Next occurrence"))):
                button = self._link(name)
                button.clicked.connect(lambda _=False, forward=forward: self.occurrence_wanted.emit(forward))
                row.addWidget(button)
            layout.addLayout(row)
        if around.elsewhere and not brief:
            said = plain_label(self.tr("Other passages on this"))
            said.setProperty("muted", True)
            layout.addWidget(said)
        for other in around.elsewhere[:listed]:
            layout.addWidget(self._other(other))
        if (more := len(around.elsewhere) - listed) > 0:
            layout.addWidget(plain_label(self.tr("and %n more", "", more)))
        return content

    def _other(self, other: Elsewhere) -> QPushButton:
        """What a source says: the sign of the relation, the source, its words; a click leads there."""
        button = self._link("")
        button.setIcon(sign_icon(other.show))
        source = other.source if len(other.source) <= _SOURCE else f"{other.source[: _SOURCE - 1]}…"
        words = " ".join(other.text.split())
        said = f"{wording.isolate(source)}: {wording.isolate(words)}"
        room = _WIDTH - 70
        button.setText(button.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
        sign = wording.word(wording.SHOWS, other.show)
        question = other.question if i18n.language() == "ar" else other.question_en
        button.setToolTip(wording.tip(f"{sign} · {question}\n{other.source}: {other.text}"))
        button.setAccessibleName(f"{sign}. {said}")
        button.clicked.connect(lambda: self.passage_wanted.emit(other.article_id, other.span))
        return button

    def _link(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("link", True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.links.append(button)
        return button


def heading(annotation: Annotation) -> str:
    """The name, a time or a figure in words, or the words themselves, shortened."""
    item = annotation.item
    text = item.name if isinstance(item, Entity) and item.name else item.text
    if isinstance(item, Entity) and isinstance(item.value, TimeValue | Quantity):
        text = wording.value(item.value)
    return text if len(text) <= 120 else text[:119] + "…"


def headed(annotation: Annotation) -> str:
    """The same in its direction: words of the article in theirs, a value in that of the window."""
    valued = isinstance(annotation.item, Entity) and annotation.item.value is not None
    return wording.led(heading(annotation)) if valued else wording.directed(heading(annotation))


def describe(annotation: Annotation, occurrences: int = 0) -> list[tuple[str, str]]:
    """What is known of a mark: (what, in words), empty things left out."""
    item = annotation.item
    rows: list[tuple[str, str]] = []
    if isinstance(item, Entity):
        if heading(annotation) != item.text:
            rows.append((translate("MarkCard", "In the text"), item.text))
        rows.append((translate("MarkCard", "Proposed by"), _origin(item)))
    elif isinstance(item, Quote):
        rows.append((translate("MarkCard", "Speaker"), item.speaker.name if item.speaker else ""))
        rows.append((translate("MarkCard", "Through"), item.via or ""))
        rows.append((translate("MarkCard", "Reporting word"), item.cue.text if item.cue else ""))
        rows.append((translate("MarkCard", "Denies"), translate("MarkCard", "yes") if item.denial else ""))
    else:
        rows.append((translate("MarkCard", "Value"), wording.value(item.value)))
        rows.append((translate("MarkCard", "Commitment"), wording.word(wording.MODALITIES, item.modality)))
        rows.append((translate("MarkCard", "Polarity"), wording.word(wording.POLARITIES, item.polarity)))
        rows.append(
            (translate("MarkCard", "Speaker"), item.attribution.speaker or translate("MarkCard", "the outlet itself"))
        )
        rows.append((translate("MarkCard", "Through"), item.attribution.via or ""))
    rows.append((translate("MarkCard", "Status"), _status(annotation)))
    rows.append((translate("MarkCard", "Occurrences"), wording.number(occurrences) if occurrences > 1 else ""))
    rows.append((translate("MarkCard", "Note"), annotation.note))
    return [(name, text) for name, text in rows if text]


def spoken(annotation: Annotation, around: Around | None = None) -> str:
    """The same in one line, for a screen reader."""
    lines = [f"{name}: {text}" for name, text in describe(annotation, around.occurrences if around else 0)]
    others = around.elsewhere if around else ()
    lines += [f"{wording.word(wording.SHOWS, other.show)}: {other.source}: {other.text}" for other in others]
    return ". ".join([wording.label(annotation), heading(annotation), *lines])


def mark_colors(annotation: Annotation, tokens: Tokens | None = None) -> Pair:
    """The colours of a mark, whatever its layer."""
    tokens = tokens or theme.tokens()
    return tokens.label(annotation.label if annotation.layer is Layer.ENTITY else str(annotation.layer))


def chip(text: str, pair: Pair) -> QLabel:
    """A small tinted label."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setStyleSheet(f"background: {pair.tint}; color: {pair.ink}; border-radius: 4px; padding: 1px 8px;")
    label.setSizePolicy(label.sizePolicy().Policy.Maximum, label.sizePolicy().Policy.Fixed)
    return label


def plain_label(text: str) -> QLabel:
    """A label for words that come from outside: never markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def value_label(text: str) -> QLabel:
    """The same beside its name: figures stand where the words of the window begin."""
    return plain_label(wording.directed(text) if is_arabic(text) else wording.led(text))


def _origin(item: Entity) -> str:
    who = wording.word(wording.ORIGINS, item.origin)
    return who if item.origin == "editor" else f"{who} · {wording.percent(item.score)}"


def _status(annotation: Annotation) -> str:
    status = wording.word(wording.STATUSES, annotation.status)
    when = wording.moment(annotation.updated_at) if annotation.editor else ""
    return " · ".join(wording.isolate(part) for part in (status, annotation.editor, when) if part)
