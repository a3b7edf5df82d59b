"""Every control is reached by the keyboard, has a name for screen readers, and shows that it has the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.dialogs.about import AboutDialog, KeysDialog
from gui.dialogs.article_dialog import ArticleDialog
from gui.dialogs.export_dialog import ExportDialog
from gui.dialogs.names_dialog import NamesDialog
from gui.dialogs.preferences import PreferencesDialog
from gui.dialogs.shortcuts_dialog import ShortcutsDialog
from gui.dialogs.tagset_dialog import TagsetDialog
from gui.main_window import MainWindow
from gui.views import VIEWS

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QAbstractItemView, QAbstractSpinBox)
DIALOGS: dict[str, Callable[[MainWindow], QDialog]] = {
    "about": lambda window: AboutDialog(window),
    "keys": lambda window: KeysDialog(window.actions_table, window),
    "shortcuts": lambda window: ShortcutsDialog(window.actions_table, {}, window),
    "labels": lambda window: TagsetDialog(window.session, window),
    "names": lambda window: NamesDialog(window.session, window),
    "preferences": lambda window: PreferencesDialog(window.session, window.settings, window),
    "export": lambda window: ExportDialog(window.session, window.settings, window),
    "details": lambda window: ArticleDialog(window.reader.view.article, window),
}


def controls(root: QWidget) -> Iterator[QWidget]:
    """What can be operated in `root` now, without the inner parts of a compound control."""
    for widget in root.findChildren(QWidget):
        inner = any(
            isinstance(parent, QComboBox | QAbstractItemView | QTabBar | QLineEdit | QAbstractSpinBox)
            for parent in above(widget)
        )
        if isinstance(widget, CONTROLS) and widget.isVisible() and widget.isEnabled() and not inner:
            yield widget


def above(widget: QWidget) -> Iterator[QWidget]:
    while (widget := widget.parentWidget()) is not None:
        yield widget


def name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def told(widget: QWidget) -> str:
    parents = [type(parent).__name__ for parent in above(widget)][:3]
    return f"{type(widget).__name__} «{name(widget)}» {widget.objectName()} in {parents}"


def nameless(root: QWidget) -> list[str]:
    return [told(widget) for widget in controls(root) if not name(widget).strip()]


def unreachable(root: QWidget) -> list[str]:
    """Controls that Tab passes by, though no action with a key or a menu does what they do."""
    return [
        told(widget)
        for widget in controls(root)
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not (isinstance(widget, QAbstractButton) and _is_done_otherwise(widget))
    ]


def _is_done_otherwise(button: QAbstractButton) -> bool:
    """Whether its action has a key, or stands in a menu."""
    actions = button.actions()
    return bool(actions) and all(
        action.shortcut() or any(isinstance(place, QMenu) for place in action.associatedObjects()) for action in actions
    )


def unseen(root: QWidget) -> list[str]:
    """Controls that look the same with the keyboard and without."""
    found = []
    for widget in controls(root):
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, QAbstractScrollArea):
            continue  # in a list the current row shows it, in a text the cursor
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if not widget.hasFocus():
            continue
        with_focus = _picture(widget)
        widget.clearFocus()
        if _picture(widget) == with_focus:
            found.append(told(widget))
    return found


def _picture(widget: QWidget) -> object:
    QApplication.processEvents()
    image = widget.grab().toImage()
    if isinstance(widget, QLineEdit):  # whatever its cursor does
        image = image.copy(0, 0, image.width(), 3)
    return image


@pytest.mark.parametrize("page", ["article", *VIEWS])
def test_a_page(window: MainWindow, qtbot: QtBot, page: str) -> None:
    window.actions_table[f"tab_{page}"].trigger()
    qtbot.wait(50)
    if page == "article":
        window.actions_table["next_mark"].trigger()
    assert nameless(window) == []
    assert unreachable(window) == []
    assert unseen(window) == []


@pytest.mark.parametrize("dialog", DIALOGS)
def test_a_dialog(window: MainWindow, qtbot: QtBot, dialog: str) -> None:
    opened = DIALOGS[dialog](window)
    qtbot.addWidget(opened)
    opened.show()
    qtbot.waitExposed(opened).__enter__()
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    assert opened.windowTitle()
    assert nameless(opened) == []
    assert unreachable(opened) == []
    assert unseen(opened) == []


def test_tab_goes_round_a_page_and_back(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_table["tab_contradictions"].trigger()
    panel = window.contradictions
    panel.views.setCurrentWidget(panel.split)  # as where there are pairs
    panel.filters.words.setFocus()
    seen = set()
    for _ in range(200):
        seen.add(QApplication.focusWidget())
        window.focusNextChild()
        if QApplication.focusWidget() is panel.filters.words:
            break
    assert {panel.filters.words, panel.filters.undecided, *panel.filters.chips.values()} <= seen


def test_the_first_page_too(open_desk: Callable, tmp_path: Path) -> None:
    window = open_desk(tmp_path / "new.mizan", create=True).window
    assert nameless(window.first_run) == []
    assert unreachable(window.first_run) == []
    assert unseen(window.first_run) == []


def test_sizes_follow_the_system(qapp: QApplication, open_desk: Callable, project_path: Path) -> None:
    font = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(font.pointSizeF() * 1.6)
    try:
        qapp.setFont(larger)
        window = open_desk(project_path).window
        for widget in (window.menuBar(), window.status, window.articles.filter, window.tabs.tabBar()):
            assert widget.font().pointSizeF() == pytest.approx(larger.pointSizeF(), rel=0.05), widget
    finally:
        qapp.setFont(font)
