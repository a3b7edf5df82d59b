"""What the actions do that belong to the whole window: files, dialogs, appearance. A dialog is loaded when it opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog

from core.places import samples_folder
from core.project import Kind, Touched
from core.store.edits import ChangeArticle, RemoveArticles
from gui import theme
from gui.dialogs import choose

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.palette.dialog import Palette


class WindowCommands(QObject):
    """Connects the actions of one window to what they do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, window.session, window.settings
        self._go_to: Palette | None = None
        for action_id, slot in self._slots().items():
            window.actions_table[action_id].triggered.connect(lambda _=False, slot=slot: slot())
        full_screen = window.actions_table["full_screen"]
        full_screen.toggled.connect(lambda on: window.showFullScreen() if on else window.showNormal())

    def _slots(self) -> dict[str, Callable[[], object]]:
        window, session = self._window, self._session
        return {
            "new": self._new,
            "open": self._open,
            "import_files": lambda: self._import(choose.article_files(window, self._folder())),
            "import_folder": lambda: self._import(choose.article_folder(window, self._folder())),
            "paste": self._paste,
            "samples": lambda: window.import_and_show([samples_folder()]),
            "palette": self._palette,
            "shortcuts": self._shortcuts,
            "labels": self._labels,
            "analyze": window.jobs.analyze,
            "cancel": window.jobs.cancel,
            "details": self._details,
            "remove_article": self._remove_article,
            "export": self._export,
            "report": self._report,
            "reveal": lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(session.project.path.parent))),
            "backups": self._backups,
            "preferences": self._preferences,
            "compare_articles": lambda: session.view_wanted.emit("beside", window.articles.selected()),
            "names": self._names,
            "close": window.close,
            "undo": session.undo,
            "redo": session.redo,
            "search": self._search,
            "tab_article": window.reader.view.setFocus,
            "next_article": lambda: window.articles.step(1),
            "previous_article": lambda: window.articles.step(-1),
            "language_ar": lambda: window.language_wanted.emit("ar"),
            "language_en": lambda: window.language_wanted.emit("en"),
            "theme_system": lambda: self._set_theme("system"),
            "theme_light": lambda: self._set_theme("light"),
            "theme_dark": lambda: self._set_theme("dark"),
            "keys": self._keys,
            "about": self._about,
        }

    def prefer(self, chosen: dict[str, object], threshold: float) -> None:
        """Take over preferences, by their keys in the settings; the language last, since it makes a new window."""
        window, settings, session = self._window, self._settings, self._session
        language = chosen.get("language")
        for key in chosen.keys() - {"language"}:
            settings[key] = chosen[key]
        window.jobs.engine = settings["engine"]
        session.project.editor = settings.editor()
        session.project.editor_identity = settings.editor_id()
        if chosen.keys() & {"editor", "editor_id"}:
            session.project.rename_editor()
            session.announce(Touched(frozenset(Kind)))
        window.actions_table[f"theme_{settings['theme']}"].setChecked(True)
        self._set_theme(settings["theme"])
        window.set_face(settings["reader_font"])
        if threshold != session.project.threshold:
            session.hide_below(threshold)
        if language:
            window.language_wanted.emit(language)

    # Files

    def _new(self) -> None:
        if (path := choose.new_project(self._window, self._folder())) is not None:
            self._window.project_wanted.emit(path, True)

    def _open(self) -> None:
        if (path := choose.project(self._window, self._folder())) is not None:
            self._window.project_wanted.emit(path, False)

    def _import(self, paths: list[Path]) -> None:
        if paths:
            self._settings["last_folder"] = str(paths[0].parent)
            self._window.open_paths(paths, ask=True)

    def _paste(self) -> None:
        if not self._window.importing.paste():
            self._session.failed.emit(self.tr("There is no text and no file in the clipboard."))

    def _export(self) -> None:
        from gui.dialogs.export_dialog import ExportDialog

        ExportDialog(self._session, self._settings, self._window).exec()

    def _report(self) -> None:
        from gui.dialogs.report_dialog import ask_for_path

        path = ask_for_path(self._window, self._folder(), self._session.project.path.stem)
        if path is not None:
            self._settings["last_folder"] = str(path.parent)
            self._window.tabs.flush()
            self._window.jobs.report(path)

    def _backups(self) -> None:
        from gui.dialogs.restore_dialog import RestoreDialog

        self._window.tabs.flush()
        dialog = RestoreDialog(self._session, self._window)
        dialog.restoring.connect(self._window.jobs.cancel)
        dialog.restored.connect(self._window.rebuild_wanted)
        dialog.exec()

    def _folder(self) -> str:
        return self._settings["last_folder"] or str(self._session.project.path.parent)

    # The article and the project

    def _details(self) -> None:
        from gui.dialogs.article_dialog import ArticleDialog

        article = self._window.reader.view.article
        if article is None:
            return
        dialog = ArticleDialog(article, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.article() != article:
            self._session.do(ChangeArticle(dialog.article()))
            if self._session.project.pending_ids():
                self._window.jobs.analyze()

    def _remove_article(self) -> None:
        article = self._window.reader.view.article
        if article is not None and self._session.do(RemoveArticles((article.id,))):
            self._session.said.emit(self.tr("Removed with its marks; undo brings both back."))

    def _labels(self) -> None:
        from gui.dialogs.tagset_dialog import TagsetDialog

        dialog = TagsetDialog(self._session, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and (edit := dialog.edit()) is not None:
            self._session.do(edit)

    def _names(self) -> None:
        from gui.dialogs.names_dialog import NamesDialog

        NamesDialog(self._session, self._window).exec()

    def _search(self) -> None:
        """Open the search, with the words that are selected in the article."""
        view = self._window.reader.view
        span = view.selected_span()
        self.search_for(view.text[span.start : span.end] if span is not None else "")

    def search_for(self, words: str) -> None:
        """Open the search over all articles, with these words where there are any."""
        window = self._window
        window.docks["search"].show()
        window.docks["search"].raise_()
        window.search.setFocus()
        if words:
            self._session.search_wanted.emit(words)

    def _palette(self) -> None:
        from gui.palette.dialog import Palette

        if self._go_to is None:
            self._go_to = Palette(self._window)
        self._go_to.start()

    def close(self) -> None:
        """The window closes: nothing is read any more."""
        if self._go_to is not None:
            self._go_to.close_reading()

    # The program

    def _preferences(self) -> None:
        from gui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._session, self._settings, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.prefer(dialog.chosen(), dialog.threshold())

    def _keys(self) -> None:
        from gui.dialogs.about import KeysDialog

        KeysDialog(self._window.actions_table, self._window).exec()

    def _shortcuts(self) -> None:
        from gui.dialogs.shortcuts_dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self._window.actions_table, self._settings.keys(), self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.chosen() != self._settings.keys():
            self._settings.set_keys(dialog.chosen())
            self._window.rebuild_wanted.emit()

    def _about(self) -> None:
        from gui.dialogs.about import AboutDialog

        AboutDialog(self._window).exec()

    def _set_theme(self, choice: str) -> None:
        self._settings["theme"] = choice
        theme.current().choose(choice)
