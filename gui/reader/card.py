"""The card that says what a mark is: by hovering, by the keyboard, and for screen readers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QVBoxLayout, QWidget

from core.model import Annotation, Entity, Layer, Quote
from gui import theme, wording
from gui.theme import Pair, Tokens

translate = QCoreApplication.translate

_WIDTH = 340  # pixels
_GAP = 6


class MarkCard(QFrame):
    """Floats over the reader and takes no focus. Words of articles are shown as plain text, whatever they contain."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mark_card")
        self.setProperty("card", True)
        self.setMaximumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 10)
        self._content: QWidget | None = None
        self.hide()

    def show_for(self, annotation: Annotation, occurrences: int, where: QRect) -> None:
        """Say what `annotation` is, below `where` (in the parent), or above it where there is no room."""
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.deleteLater()
        self._content = card_content(annotation, occurrences)
        self._layout.addWidget(self._content)
        self.setAccessibleName(spoken(annotation, occurrences))
        self.adjustSize()
        area = self.parentWidget().rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = where.right() - self.width() if right_to_left else where.left()
        y = where.bottom() + 2 * _GAP
        if y + self.height() > area.bottom():
            y = where.top() - _GAP - self.height()
        self.move(min(max(x, area.left()), area.right() - self.width()), max(y, area.top()))
        self.show()
        self.raise_()


def card_content(annotation: Annotation, occurrences: int) -> QWidget:
    """A heading with the label's colour, then a line for each thing known."""
    content = QWidget()
    layout = QVBoxLayout(content)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    layout.addWidget(chip(wording.label(annotation), mark_colors(annotation)))
    title = plain_label(wording.directed(heading(annotation)))
    title.setProperty("heading", True)
    layout.addWidget(title)
    form = QFormLayout()
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(3)
    for name, text in describe(annotation, occurrences):
        left = plain_label(name)
        left.setProperty("muted", True)
        form.addRow(left, plain_label(text))
    layout.addLayout(form)
    return content


def heading(annotation: Annotation) -> str:
    """The name, or the words themselves, shortened."""
    item = annotation.item
    text = item.name if isinstance(item, Entity) and item.name else item.text
    return text if len(text) <= 120 else text[:119] + "…"


def describe(annotation: Annotation, occurrences: int = 0) -> list[tuple[str, str]]:
    """What is known of a mark: (what, in words), empty things left out."""
    item = annotation.item
    rows: list[tuple[str, str]] = []
    if isinstance(item, Entity):
        if item.name != item.text:
            rows.append((translate("MarkCard", "In the text"), item.text))
        rows.append((translate("MarkCard", "Value"), wording.value(item.value)))
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


def spoken(annotation: Annotation, occurrences: int = 0) -> str:
    """The same in one line, for a screen reader."""
    lines = [f"{name}: {text}" for name, text in describe(annotation, occurrences)]
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


def _origin(item: Entity) -> str:
    who = wording.word(wording.ORIGINS, item.origin)
    return who if item.origin == "editor" else f"{who} · {wording.percent(item.score)}"


def _status(annotation: Annotation) -> str:
    status = wording.word(wording.STATUSES, annotation.status)
    when = wording.moment(annotation.updated_at) if annotation.editor else ""
    return " · ".join(part for part in (status, annotation.editor, when) if part)
