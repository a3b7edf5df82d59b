"""The keys of all actions, to change: found by words or by pressing a key, warned of where a key is taken."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.text.arabic import fold
from gui.action_table.spec import PAGES, Scope
from gui.actions import Actions, Keys, arabic_keys, key_text, latin_key, translated
from gui.reader.card import plain_label

_ID = Qt.ItemDataRole.UserRole


class ShortcutsDialog(QDialog):
    """`chosen()` is what the person wants: the keys that differ from those delivered, by action."""

    def __init__(self, actions: Actions, kept: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change the keys"))
        self._actions = actions
        self._specs = {spec.id: spec for spec in actions}
        self._keys = {key: spec.keys for key, spec in self._specs.items()}
        # Actions that this project does not have, such as the labels of another one, keep theirs.
        self._others = {key: keys for key, keys in kept.items() if key not in self._specs}
        self.filter = QLineEdit(placeholderText=self.tr("Find an action"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show)
        self.by_key = _key_field(self.tr("Find by key"))
        self.by_key.keySequenceChanged.connect(self._show)
        self.tree = QTreeWidget(columnCount=3, rootIsDecorated=False)
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Keys"), self.tr("Where")])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setAccessibleName(self.tr("Action"))
        self.tree.currentItemChanged.connect(lambda *_: self._enable())
        self.new_key = _key_field(self.tr("New key"))
        self.new_key.keySequenceChanged.connect(self._enable)
        self.warning = plain_label("")
        self.only, self.add, self.none, self.delivered = (
            QPushButton(words, autoDefault=False)
            for words in (
                self.tr("Give this key only"),
                self.tr("Add this key"),
                self.tr("Take the keys away"),
                self.tr("As delivered"),
            )
        )
        self.only.clicked.connect(lambda: self._give((self._new(),)))
        self.add.clicked.connect(lambda: self._give((*self._keys[self._current()], self._new())))
        self.none.clicked.connect(lambda: self._give(()))
        self.delivered.clicked.connect(lambda: self._give(self._actions.delivered(self._current())))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.all_delivered = buttons.addButton(self.tr("All as delivered"), QDialogButtonBox.ButtonRole.ResetRole)
        self.all_delivered.clicked.connect(self._reset)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        top, change = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.filter, 1)
        top.addWidget(self.by_key)
        change.addWidget(self.new_key, 1)
        for button in (self.only, self.add, self.none, self.delivered):
            change.addWidget(button)
        note = plain_label(self.tr("Letters of a page work on an Arabic keyboard too."))
        note.setProperty("muted", True)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.tree, 1)
        layout.addLayout(change)
        layout.addWidget(self.warning)
        layout.addWidget(note)
        layout.addWidget(buttons)
        self.resize(780, 600)
        self._show()

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The keys that differ from those delivered, by action."""
        changed = {key: keys for key, keys in self._keys.items() if keys != self._actions.delivered(key)}
        return self._others | changed

    def choose(self, action_id: str) -> None:
        """Put an action in sight."""
        for row in range(self.tree.topLevelItemCount()):
            if self.tree.topLevelItem(row).data(0, _ID) == action_id:
                self.tree.setCurrentItem(self.tree.topLevelItem(row))

    def clashing(self, action_id: str, key: str) -> tuple[list[str], list[str]]:
        """The actions that `key` means already: where it would mean two things at once, and in other pages."""
        scope = self._specs[action_id].scope
        wanted = {key, *arabic_keys([key])}
        same, elsewhere = [], []
        for other, keys in self._keys.items():
            if other != action_id and wanted & {*keys, *arabic_keys(keys)}:
                theirs = self._specs[other].scope
                (same if theirs is scope or Scope.WINDOW in (theirs, scope) else elsewhere).append(other)
        return same, elsewhere

    def _show(self) -> None:
        """The actions that the words and the key find."""
        current = self._current()
        words = fold(self.filter.text()).split()
        key = _plain(self.by_key.keySequence())
        self.tree.clear()
        for action_id, spec in self._specs.items():
            keys = self._keys[action_id]
            page = PAGES.get(spec.scope, "")
            where = translated(self._specs[f"tab_{page}"].text) if page else self.tr("Everywhere")
            name = self._name(action_id)
            if (not key or key in keys) and all(word in fold(f"{name} {spec.text} {where}") for word in words):
                item = QTreeWidgetItem(self.tree, [name, "   ".join(map(key_text, keys)), where])
                item.setData(0, _ID, action_id)
        self.choose(current)
        if self.tree.currentItem() is None:
            self.tree.setCurrentItem(self.tree.topLevelItem(0))
        self._enable()

    def _enable(self) -> None:
        action_id, key = self._current(), self._new()
        for button in (self.only, self.add):
            button.setEnabled(bool(action_id and key))
        for button in (self.none, self.delivered):
            button.setEnabled(bool(action_id))
        self.warning.clear()
        if action_id and key:
            same, elsewhere = self.clashing(action_id, key)
            if same:
                words = self.tr("{key} belongs to “{action}” here; it is taken from there.")
            elif elsewhere:
                words = self.tr("{key} also means “{action}” elsewhere; that is no conflict.")
            else:
                return
            self.warning.setText(words.format(key=key_text(key), action=self._name((same or elsewhere)[0])))
            self.warning.setProperty("alarm", bool(same))
            self.warning.style().unpolish(self.warning)
            self.warning.style().polish(self.warning)

    def _give(self, keys: tuple[str, ...]) -> None:
        """These keys for the current action; whoever had one of them where it works loses it."""
        action_id = self._current()
        for key in keys:
            for other in self.clashing(action_id, key)[0]:
                taken = {key, *arabic_keys([key])}
                self._keys[other] = tuple(one for one in self._keys[other] if one not in taken)
        self._keys[action_id] = tuple(dict.fromkeys(keys))
        self.new_key.clear()
        self._show()

    def _reset(self) -> None:
        self._keys = {key: self._actions.delivered(key) for key in self._specs}
        self._others = {}
        self._show()

    def _current(self) -> str:
        item = self.tree.currentItem()
        return item.data(0, _ID) if item is not None else ""

    def _new(self) -> str:
        return _plain(self.new_key.keySequence())

    def _name(self, action_id: str) -> str:
        spec = self._specs[action_id]
        return translated(spec.tip or spec.text).replace("&", "").rstrip("…")


def _key_field(name: str) -> QKeySequenceEdit:
    field = QKeySequenceEdit()
    field.setMaximumSequenceLength(1)
    field.setClearButtonEnabled(True)
    field.setAccessibleName(name)
    field.setToolTip(name)
    line = field.findChild(QLineEdit)
    line.setPlaceholderText(name)
    line.setAccessibleName(name)
    return field


def _plain(sequence: QKeySequence) -> str:
    """A key as the table writes it, typed on a Latin or an Arabic keyboard."""
    return latin_key(sequence.toString(QKeySequence.SequenceFormat.PortableText))
