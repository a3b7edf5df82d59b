"""The actions of one window, made from the table; menus, toolbars and buttons are built from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from gui import theme
from gui.action_table import SPECS
from gui.action_table.menus import MENUS
from gui.action_table.spec import Scope, Spec

__all__ = ["MENUS", "SPECS", "ActionButton", "Actions", "Scope", "Spec", "arabic_keys", "key_text", "shown_key"]

# What the same key types on an Arabic keyboard (Arabic 101): single-letter keys must work without switching the layout.
_ARABIC_101 = dict(zip("ACDEFGHIJKLMNOPQRSTUVWXYZ", "شؤيثبلاهتنمةىخحضقسفعرصءغئ", strict=True)) | {
    str(digit): chr(0x0660 + digit) for digit in range(10)
}
_LATIN = {typed: key for key, typed in _ARABIC_101.items()}

Keys = Mapping[str, tuple[str, ...]]  # the keys that the person chose, by action


class Actions(QObject):
    """The QActions of one window, by id. Views connect `triggered` and attach the actions of their scope.

    `keys` are those that the person chose; they stand in the place of the table's in all that shows a key.
    """

    def __init__(self, parent: QWidget, specs: Iterable[Spec] = SPECS, keys: Keys | None = None) -> None:
        super().__init__(parent)
        self._keys = keys or {}
        self._delivered: dict[str, tuple[str, ...]] = {}
        self._specs: dict[str, Spec] = {}
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for spec in specs:
            self.add(spec)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def __contains__(self, action_id: str) -> bool:
        return action_id in self._actions

    def __iter__(self) -> Iterable[Spec]:
        return iter(self._specs.values())

    def spec(self, action_id: str) -> Spec:
        """The line of the table."""
        return self._specs[action_id]

    def delivered(self, action_id: str) -> tuple[str, ...]:
        """The keys of the table, whatever the person chose."""
        return self._delivered[action_id]

    def add(self, spec: Spec) -> QAction:
        """Make the QAction of `spec`; also for actions that depend on the project, such as its labels."""
        self._delivered[spec.id] = spec.keys
        spec = replace(spec, keys=self._keys.get(spec.id, spec.keys))
        action = QAction(translated(spec.text), self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(key) for key in spec.keys + arabic_keys(spec.keys)])
        if spec.scope is not Scope.WINDOW:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        text = translated(spec.tip or spec.text).rstrip("…").replace("&", "")
        action.setToolTip(f"{text} ({shown_key(spec)})" if spec.keys else text)
        action.setStatusTip(text)
        action.setIconVisibleInMenu(False)
        if spec.icon:
            action.setIcon(theme.icon(spec.icon))
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.addAction(action)
        self._specs[spec.id] = spec
        self._actions[spec.id] = action
        return action

    def attach(self, widget: QWidget, scope: Scope) -> None:
        """Let the keys of `scope` work in `widget` and its children."""
        widget.addActions([self._actions[spec.id] for spec in self._specs.values() if spec.scope is scope])

    def set_read_only(self, read_only: bool) -> None:
        """Switch off what changes the project; undo and redo are switched on by the window."""
        for spec in self._specs.values():
            if spec.edits and read_only:
                self._actions[spec.id].setEnabled(False)

    def fill_menu_bar(self, bar: QMenuBar, places: dict[str, QMenu]) -> None:
        """Build the menus of MENUS; `places` are the menus that stand for "@name"."""
        for title, ids in MENUS:
            self.fill_menu(bar.addMenu(translated(title)), ids, places)

    def fill_menu(self, menu: QMenu, ids: Iterable[str | None], places: dict[str, QMenu] | None = None) -> None:
        """Add actions, lines (None) and submenus ("@name")."""
        menu.setToolTipsVisible(False)
        for action_id in ids:
            if action_id is None:
                menu.addSeparator()
            elif action_id.startswith("@"):
                if places and action_id[1:] in places:
                    menu.addMenu(places[action_id[1:]])
            else:
                menu.addAction(self._actions[action_id])

    def fill_toolbar(self, bar: QToolBar, ids: Iterable[str | None]) -> None:
        """Put these actions and lines (None) in the place of what is there."""
        bar.clear()
        for action_id in ids:
            if action_id is None:
                bar.addSeparator()
            else:
                bar.addAction(self._actions[action_id])

    def button(self, action_id: str, parent: QWidget | None = None, *, key: bool = True) -> QToolButton:
        """A button with the words of the action and, small behind them, its key."""
        return ActionButton(self._actions[action_id], self._specs[action_id] if key else None, parent)


class ActionButton(QToolButton):
    """A button with the words of an action and, small behind them, its key."""

    def __init__(self, action: QAction, spec: Spec | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = shown_key(spec) if spec and spec.keys else ""
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAccessibleName(action.toolTip())
        self._write()
        # A tool button takes its text from the action again whenever that changes; this comes after.
        action.changed.connect(self._write)

    def _write(self) -> None:
        self.setText(f"{self.defaultAction().iconText().rstrip('…')}  {self._key}".rstrip())


def translated(text: str) -> str:
    """Words of the table in the language of the window."""
    return QCoreApplication.translate("Actions", text)


def shown_key(spec: Spec) -> str:
    """The first key as this system writes it, "" for none."""
    return key_text(spec.keys[0]) if spec.keys else ""


def key_text(key: str) -> str:
    """A key as this system writes it, left-to-right among words of any direction."""
    return f"\u2066{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}\u2069"


def arabic_keys(keys: Iterable[str]) -> tuple[str, ...]:
    """The same physical keys, with or without Shift, as an Arabic keyboard types them."""
    return tuple(_ARABIC_101[key] for key in keys if key in _ARABIC_101)


def latin_key(key: str) -> str:
    """The key of the table that an Arabic keyboard types as `key`; any other as it is."""
    *modifiers, letter = key.rsplit("+", 1) if len(key) > 1 else [key]
    return "+".join([*modifiers, _LATIN.get(letter, letter)])
