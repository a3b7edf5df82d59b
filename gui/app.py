"""The program with a window: which project to open, in which language, and what outlives a window."""

from __future__ import annotations

import hashlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from core.errors import DamagedError, KnownError
from core.project import Project
from gui import faults, i18n, qt, settings, theme
from gui.main_window import MainWindow
from gui.safety import Safety
from gui.session import Session
from gui.settings import Settings

_UNSEEN = ("offscreen", "minimal")  # platforms of Qt without a screen


class Application(QApplication):
    """Passes on which file was double-clicked: macOS tells by an event, other systems by an argument."""

    file_wanted = Signal(object)  # path

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_wanted.emit(Path(event.file()))
            return True
        return super().event(event)


class Desk(QObject):
    """Holds the open session and its window; opens another project or language in a new window."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self.settings = settings
        self.session: Session | None = None
        self.window: MainWindow | None = None
        self.safety: Safety | None = None
        i18n.install(app, settings["language"])
        theme.current().choose(settings["theme"])
        if isinstance(app, Application):
            app.file_wanted.connect(self._take_file)
        app.setFont(theme.interface_font())

    def open(self, path: Path, create: bool = False, paths: Sequence[Path] = ()) -> None:
        """Show a project, made first where `create` says so. KnownError where that fails; the open one then stays."""
        same = self.session is not None and path.resolve() == self.session.project.path.resolve()
        if same and not self.session.read_only and not self.session.project.is_gone:
            return
        project = open_project(path, create, self.settings.editor())
        project.editor_identity = self.settings.editor_id()
        old = self.session, self.window
        self.session = Session(project, self)
        try:
            # Shown before the old one goes: the program ends with its last window.
            self._show(paths)
        except KnownError:  # rows that cannot be read
            _end(self.session, None)
            self.session, self.window = old
            raise
        self.settings.add_recent(path)
        _end(*old)

    def tell(self, sentence: str, details: str) -> None:
        """Tell of an unexpected error in the window, where there is one, and offer a report."""
        if self.safety is not None:
            self.safety.tell_of_fault(sentence, details)
        elif sys.stderr is not None:  # the double-click program of Windows has none
            sys.stderr.write(f"{sentence}\n{details}\n")

    def tell_of_damage(self, error: DamagedError) -> None:
        """Offer to save what a damaged project still holds."""
        if self.session is not None:
            self.session.fail(error)
        else:
            self.tell(faults.sentence(error), faults.details(error))

    def close(self) -> None:
        """Close the window and the project."""
        _end(self.session, self.window)
        self.session = self.window = self.safety = None

    def _show(self, paths: Sequence[Path] = ()) -> None:
        assert self.session is not None
        window = MainWindow(self.session, self.settings)
        window.language_wanted.connect(self._switch_language)
        window.rebuild_wanted.connect(self._rebuild)
        window.project_wanted.connect(self._open_other)
        self.window = window
        self.safety = Safety(window)
        window.show()
        # After the first paint: the window is there at once, its content a moment later.
        soon = QTimer(window, singleShot=True, interval=0)
        soon.timeout.connect(lambda: window.start(paths))
        soon.start()

    def _switch_language(self, language: str) -> None:
        """Build the window anew in the other language, on the same session and at the same place."""
        if language == i18n.language() or self.window is None:
            return
        self.settings["language"] = language
        self.window.keep_state()
        i18n.install(self._app, language)
        self._rebuild()

    def _rebuild(self) -> None:
        """Build the window anew, at the same place."""
        old = self.window
        assert old is not None
        old.keep_state()
        self._show()
        _end(None, old)

    def _take_file(self, path: Path) -> None:
        """A project is opened, anything else imported."""
        if path.suffix.casefold() == ".mizan":
            self._open_other(path, create=False)
        elif self.window is not None:
            self.window.open_paths([path], ask=True)

    def _open_other(self, path: Path, create: bool) -> None:
        try:
            self.open(path, create)
        except KnownError as error:
            if self.session is not None:
                self.session.fail(error)


def _end(session: Session | None, window: MainWindow | None) -> None:
    """Close a window and its project."""
    if window is not None:
        window.close()
        window.deleteLater()
    if session is not None:
        session.project.close()
        session.deleteLater()


def run(project: Path | None, paths: Sequence[Path]) -> int:
    """Open the window; returns the exit code. KnownError where the project cannot be opened."""
    app = QApplication.instance() or Application(sys.argv[:1])
    app.setApplicationName("mizan")
    app.setApplicationDisplayName("Mizan")
    app.setDesktopFileName("mizan")
    preferences = Settings()
    desk = Desk(app, preferences)
    faults.install(desk.tell, desk.tell_of_damage)
    end_watch = faults.watch()
    begin(desk, project or place_for(paths, preferences), paths)
    qt.collect_seldom()
    signal.signal(signal.SIGINT, lambda *_: app.quit())
    ticks = QTimer(app, interval=250)  # lets Python see Ctrl+C
    ticks.timeout.connect(lambda: None)
    ticks.start()
    code = app.exec()
    desk.close()
    end_watch()
    return code


def begin(desk: Desk, path: Path, paths: Sequence[Path] = ()) -> None:
    """Open a project, made first where there is none; where it cannot be opened, let the person say what instead.

    KnownError where they leave, or nobody is there to ask.
    """
    from gui.dialogs.opening_dialog import OpeningDialog

    create = not path.exists()
    while True:
        try:
            desk.open(path, create, paths)
        except KnownError as error:
            if QApplication.platformName() in _UNSEEN:
                raise
            dialog = OpeningDialog(error, path.parent)
            if not dialog.exec() or dialog.chosen is None:
                raise
            path, create = dialog.chosen
        else:
            return


def place_for(paths: Sequence[Path], preferences: Settings) -> Path:
    """Where the project of these articles is kept: in the person's own data, always the same for the same folder.

    Nothing is written beside the articles. Without articles it is the project that was open last, else one named mizan.
    """
    folder = settings.data_folder() / "projects"
    if not paths:
        return next(iter(preferences.recent()), folder / "mizan.mizan")
    resolved = [path.resolve() for path in paths]
    common = Path(os.path.commonpath([path if path.is_dir() else path.parent for path in resolved]))
    mark = hashlib.sha256(os.fsencode(common)).hexdigest()[:6]
    return folder / f"{common.name or 'mizan'}-{mark}.mizan"


def open_project(path: Path, create: bool, editor: str = "") -> Project:
    """Open a project, or make it with the folders it needs."""
    if not create:
        return Project.open(path, editor)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KnownError(
            f"تعذّر إنشاء المجلد «{path.parent}»: {error.strerror}. اختر مكانا آخر للمشروع.",
            f"The folder “{path.parent}” cannot be made: {error.strerror}. Choose another place for the project.",
        ) from error
    return Project.create(path, editor)
