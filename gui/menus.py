"""The menus and the toolbar of the window, from the table of actions and from what the project and the system have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QMenu, QToolBar

from gui import i18n, theme
from gui.action_table.menus import ALWAYS, TOOLBARS
from gui.views import VIEWS

if TYPE_CHECKING:
    from gui.main_window import MainWindow

translate = QCoreApplication.translate


def fill_menus(window: MainWindow) -> None:
    """Give the window its menu bar and toolbar."""
    actions = window.actions_table
    panels = QMenu(translate("Menus", "Panels"), window)
    for dock in window.docks.values():
        panels.addAction(dock.toggleViewAction())
    actions.fill_menu(panels, (None, "tab_article", *(f"tab_{view_id}" for view_id in VIEWS)))
    language = QMenu("اللغة · Language", window)
    actions.fill_menu(language, ("language_ar", "language_en"))
    colors = QMenu(translate("Menus", "Colours"), window)
    actions.fill_menu(colors, ("theme_system", "theme_light", "theme_dark"))
    places = {
        "recent": _recent_menu(window),
        "labels": window.reader.label_menu(),
        "layers": _layer_menu(window),
        "faces": _face_menu(window),
        "panels": panels,
        "language": language,
        "theme": colors,
    }
    actions.fill_menu_bar(window.menuBar(), places)
    bar = QToolBar(translate("Menus", "Toolbar"))
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setIconSize(QSize(18, 18))
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    window.addToolBar(bar)
    _follow_page(window, bar)
    window.tabs.currentChanged.connect(lambda _: _follow_page(window, bar))
    actions[f"language_{i18n.language()}"].setChecked(True)
    actions[f"theme_{window.settings['theme']}"].setChecked(True)
    actions.set_read_only(window.session.read_only)


def _follow_page(window: MainWindow, bar: QToolBar) -> None:
    """The toolbar holds what the page in sight can do."""
    window.actions_table.fill_toolbar(bar, TOOLBARS.get(window.tabs.page_id(), ALWAYS))


def _layer_menu(window: MainWindow) -> QMenu:
    """The toggles of the legend, for the keyboard."""
    menu = QMenu(translate("Menus", "Labels and layers"), window)
    for toggle in window.reader.legend.toggles.values():
        action = menu.addAction(toggle.name)
        action.setCheckable(True)
        action.setChecked(toggle.isChecked())
        action.toggled.connect(toggle.setChecked)
        toggle.toggled.connect(action.setChecked)
    return menu


def _recent_menu(window: MainWindow) -> QMenu:
    menu = QMenu(translate("Menus", "Recent projects"), window)

    def fill() -> None:
        menu.clear()
        for path in window.settings.recent():
            action = menu.addAction(f"\u2066{path}\u2069")
            action.triggered.connect(lambda _=False, path=path: window.project_wanted.emit(path, False))
        if menu.isEmpty():
            menu.addAction(translate("Menus", "None yet")).setEnabled(False)

    menu.aboutToShow.connect(fill)
    return menu


def _face_menu(window: MainWindow) -> QMenu:
    """The faces that read well and are installed."""
    menu = QMenu(translate("Menus", "Face of the articles"), window)

    def fill() -> None:
        menu.clear()
        present = set(theme.arabic_families())
        for family in ("", *(face for face in theme.READER_FACES if face in present)):
            action = menu.addAction(family or translate("Menus", "The best one here"))
            action.setCheckable(True)
            action.setChecked(family == window.settings["reader_font"])
            action.triggered.connect(lambda _=False, family=family: window.set_face(family))

    menu.aboutToShow.connect(fill)
    return menu
