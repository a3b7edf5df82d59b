"""What Mizan is, and all its keys."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.text.arabic import fold
from gui.actions import MENUS, Actions, key_text, translated
from gui.reader.card import plain_label


class AboutDialog(QDialog):
    """Name, version, licence, and that nothing leaves the machine."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Mizan"))
        layout = QVBoxLayout(self)
        name = plain_label(self.tr("Mizan {}").format(_version()))
        name.setProperty("heading", True)
        layout.addWidget(name)
        layout.addWidget(
            plain_label(self.tr("Reads what several Arabic sources wrote about one story and shows where they differ."))
        )
        layout.addWidget(plain_label(self.tr("Everything stays on this machine. Free software under the MIT licence.")))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)


class KeysDialog(QDialog):
    """Every action with its keys, as the menus have them, and a field to find one."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.filter = QLineEdit(placeholderText=self.tr("Find an action"), clearButtonEnabled=True)
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.textChanged.connect(self._filter)
        self.tree = QTreeWidget(columnCount=2, rootIsDecorated=False)
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        specs = {spec.id: spec for spec in actions}
        listed = {action_id for _, ids in MENUS for action_id in ids if action_id}
        groups = [(translated(title).replace("&", ""), [i for i in ids if i in specs]) for title, ids in MENUS]
        groups.append((self.tr("Elsewhere"), [action_id for action_id in specs if action_id not in listed]))
        for title, ids in groups:
            group = QTreeWidgetItem(self.tree, [title])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for action_id in ids:
                if specs[action_id].keys:
                    keys = [key_text(key) for key in specs[action_id].keys]
                    text = actions[action_id].toolTip().rpartition(" (")[0] or actions[action_id].text()
                    QTreeWidgetItem(group, [text, "   ".join(keys)])
        for text, keys in (
            (self.tr("Move the end of a mark by a letter"), "Shift+←   Shift+→"),
            (self.tr("Move the end of a mark by a word"), "Ctrl+Shift+←   Ctrl+Shift+→"),
            (self.tr("Move the start of a mark instead"), "+ Alt"),
        ):
            QTreeWidgetItem(self.tree.topLevelItem(2), [text, keys])
        self.tree.expandAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree)
        layout.addWidget(buttons)
        self.resize(560, 560)

    def _filter(self, text: str) -> None:
        words = fold(text).split()
        for number in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(number)
            for row in range(group.childCount()):
                item = group.child(row)
                item.setHidden(not all(word in fold(f"{item.text(0)} {item.text(1)}") for word in words))


def _version() -> str:
    try:
        return version("mizan")
    except PackageNotFoundError:
        return ""
