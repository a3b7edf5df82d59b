"""What the current mark is, and every part of it that an editor can change."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.extract.selection import read_value
from core.model import Annotation, Article, Entity, Label, Mention, Quote
from core.store.edits import ChangeAnnotation, SetNote
from gui import theme, wording
from gui.actions import Actions
from gui.reader.card import chip, describe, headed, mark_colors, plain_label, value_label
from gui.session import Session

_BUTTONS = ("accept", "reject", "delete", "note", "claim", "apply_all", "accept_name", "reject_name")
_WIDTH = 284  # pixels
_HALF_WIDTH = 4  # so many of them stand two in a row


class _NoteField(QPlainTextEdit):
    """Says when the editor leaves it."""

    left = Signal()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Inspector(QScrollArea):
    """Fields are written when the editor leaves them or presses Enter; each is one edit."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(_WIDTH)
        self._session = session
        self._annotation: Annotation | None = None
        self._article: Article | None = None
        self._chip = chip("", theme.tokens().labels["MISC"])
        self._heading = plain_label("")
        self._heading.setProperty("heading", True)
        self._facts = QFormLayout()
        self.label = QComboBox()
        self.label.setAccessibleName(self.tr("Label"))
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.label.activated.connect(self._write_entity)
        self.name = self._line(self._write_entity)
        self.value = self._line(self._write_entity)
        self.value_shown = plain_label("")
        self.value_shown.setProperty("muted", True)
        self.speaker = self._line(self._write_quote)
        self.via = self._line(self._write_quote)
        self.denial = QCheckBox(self.tr("The quote denies it"))
        self.denial.clicked.connect(self._write_quote)
        self.note = _NoteField()
        self.note.setProperty("field", True)
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(76)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.left.connect(self._write_note)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(6)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for text, field in (
            (self.tr("Label"), self.label),
            (self.tr("Name"), self.name),
            (self.tr("Value"), self.value),
            ("", self.value_shown),
            (self.tr("Speaker"), self.speaker),
            (self.tr("Through"), self.via),
            ("", self.denial),
            (self.tr("Note"), self.note),
        ):
            self._form.addRow(text, field)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty_page())
        self._pages.addWidget(self._mark_page(actions))
        self.setWidget(self._pages)
        theme.current().changed.connect(self._recolor)

    def show_mark(self, annotation: Annotation | None, article: Article | None) -> None:
        """Show a mark, or how to get to one."""
        self._annotation, self._article = annotation, article
        self._pages.setCurrentIndex(0 if annotation is None else 1)
        if annotation is None:
            return
        item = annotation.item
        self._recolor()
        self._heading.setText(headed(annotation))
        while self._facts.rowCount():
            self._facts.removeRow(0)
        shown_by_field = {self.tr("Name"), self.tr("Note"), self.tr("Speaker"), self.tr("Through")}
        for name, text in describe(annotation):
            if isinstance(item, Entity | Quote) and name in shown_by_field:
                continue
            left = plain_label(name)
            left.setProperty("muted", True)
            self._facts.addRow(left, value_label(text))
        entity, quote = isinstance(item, Entity), isinstance(item, Quote)
        valued = entity and item.label in (Label.TIME, Label.QUANTITY)
        for field, shown in (
            (self.label, entity),
            (self.name, entity and not valued),
            (self.value, valued),
            (self.value_shown, valued),
            (self.speaker, quote),
            (self.via, quote),
            (self.denial, quote),
        ):
            self._form.setRowVisible(field, shown)
        if isinstance(item, Entity):
            self.label.clear()
            for label in dict.fromkeys((*self._session.project.offered_labels(), item.label)):
                self.label.addItem(wording.word(wording.LABELS, label), label)
            self.label.setCurrentIndex(self.label.findData(item.label))
            self.name.setText(item.name)
            self.value.setText(item.text if item.value is not None else "")
            read = wording.value(item.value) or self.tr("No value is read from these words.")
            self.value_shown.setText(wording.led(read))
        elif isinstance(item, Quote):
            self.speaker.setText(item.speaker.name if item.speaker else "")
            self.via.setText(item.via or "")
            self.denial.setChecked(item.denial)
        self.note.setPlainText(annotation.note)
        for field in (self.label, self.name, self.value, self.speaker, self.via, self.denial, self.note):
            field.setEnabled(not self._session.read_only)

    def flush(self) -> None:
        """Save what is being written."""
        self._write_note()

    def _write_entity(self) -> None:
        item = self._annotation.item if self._annotation else None
        if not isinstance(item, Entity):
            return
        label = self.label.currentData() or item.label
        name = self.name.text().strip() or item.name
        value = item.value
        if label != item.label or (self.value.isModified() and self.value.text().strip() != item.text):
            words = self.value.text().strip() or item.text
            value = read_value(words, label, self._article.published if self._article else None)
        self._change(replace(item, label=label, name=name, value=value))

    def _write_quote(self) -> None:
        item = self._annotation.item if self._annotation else None
        if not isinstance(item, Quote):
            return
        name = self.speaker.text().strip()
        speaker = item.speaker
        if not name:
            speaker = None
        elif speaker is None or speaker.name != name:
            speaker = replace(speaker, name=name) if speaker else self._mention(name, item)
        self._change(
            replace(item, speaker=speaker, via=self.via.text().strip() or None, denial=self.denial.isChecked())
        )

    def _mention(self, name: str, item: Quote) -> Mention:
        """Where the speaker is named nearest before the quote; the quote itself where that is nowhere."""
        text = self._article.text if self._article else ""
        start = text.rfind(name, 0, item.start)
        if start < 0:
            return Mention(item.start, item.end, item.text, name)
        return Mention(start, start + len(name), name, name)

    def _write_note(self) -> None:
        if self._annotation is not None and self.note.toPlainText().strip() != self._annotation.note:
            self._session.do(SetNote(self._annotation.id, self.note.toPlainText().strip()))

    def _change(self, item: Entity | Quote) -> None:
        if self._annotation is not None and item != self._annotation.item and not self._session.read_only:
            self._session.do(ChangeAnnotation(self._annotation.id, item))

    def _recolor(self) -> None:
        if self._annotation is not None:
            pair = mark_colors(self._annotation)
            self._chip.setText(wording.label(self._annotation))
            self._chip.setStyleSheet(
                f"background: {pair.tint}; color: {pair.ink}; border-radius: 4px; padding: 1px 8px;"
            )

    def _line(self, write) -> QLineEdit:
        field = QLineEdit()
        field.editingFinished.connect(write)
        return field

    def _mark_page(self, actions: Actions) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(self._chip)
        layout.addWidget(self._heading)
        layout.addLayout(self._facts)
        layout.addLayout(self._form)
        grid = QGridLayout()
        grid.setSpacing(6)
        for index, action_id in enumerate(_BUTTONS):
            button = actions.button(action_id)
            button.setProperty("framed", True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            wide = index >= _HALF_WIDTH
            row = index - _HALF_WIDTH // 2 if wide else index // 2
            grid.addWidget(button, row, 0 if wide else index % 2, 1, 2 if wide else 1)
        layout.addLayout(grid)
        layout.addStretch(1)
        return page

    def _empty_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 16, 16, 16)
        title = QLabel(self.tr("No mark is chosen"))
        title.setProperty("heading", True)
        text = self.tr(
            "Click a mark, or press Space to go to the next undecided one.\n\n"
            "Select words and press 1–6 to mark them, C to tag a claim, Q for a quote."
        )
        how = QLabel(text)
        how.setWordWrap(True)
        how.setProperty("muted", True)
        layout.addWidget(title)
        layout.addWidget(how)
        layout.addStretch(1)
        return page
