"""What a person sets once holds at once, and the next day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from core.model import Status
from core.project import Project
from core.store.edits import SetStatus
from gui import i18n
from gui.app import Desk
from gui.dialogs.preferences import PreferencesDialog
from gui.main_window import MainWindow
from gui.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def dialog(qtbot: QtBot, window: MainWindow) -> PreferencesDialog:
    made = PreferencesDialog(window.session, window.settings, window)
    qtbot.addWidget(made)
    return made


def prefer(window: MainWindow, made: PreferencesDialog) -> None:
    window.commands.prefer(made.chosen(), made.threshold())


def test_nothing_changed_is_nothing_chosen(qtbot: QtBot, window: MainWindow) -> None:
    made = dialog(qtbot, window)
    assert set(made.chosen()) <= {"editor"}  # the account's name is shown where nobody gave one
    assert made.threshold() == 0


def test_size_and_face_of_the_articles(qtbot: QtBot, window: MainWindow, settings: Settings) -> None:
    made = dialog(qtbot, window)
    made.size.setValue(24)
    prefer(window, made)
    assert window.reader.view.font().pointSizeF() == 24
    assert Settings(Path(settings._store.fileName()))["reader_size"] == 24


def test_the_editor_is_recorded_with_decisions(
    qtbot: QtBot, window: MainWindow, desk: Desk, open_desk: Callable[..., Desk], project_path: Path
) -> None:
    made = dialog(qtbot, window)
    made.editor.setText(" هدى ")
    prefer(window, made)
    mark = window.reader.view.annotations[0]
    window.session.do(SetStatus((mark.id,), Status.ACCEPTED))
    assert window.session.project.annotation(mark.id).editor == "هدى"
    desk.close()
    again = open_desk(project_path)
    assert again.window.session.project.editor == "هدى"


def test_language_and_colours(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    made = dialog(qtbot, window)
    made.language.setCurrentIndex(made.language.findData("en"))
    made.theme.setCurrentIndex(made.theme.findData("dark"))
    prefer(window, made)
    assert i18n.language() == "en"
    assert desk.window is not window
    assert desk.window.actions_table["theme_dark"].isChecked()


def test_doubtful_suggestions_are_hidden_and_decisions_never(
    qtbot: QtBot, window: MainWindow, project_path: Path
) -> None:
    view = window.reader.view
    before = len(view.annotations)
    names = [mark for mark in view.annotations if mark.layer == "entity"]
    window.session.do(SetStatus((names[0].id,), Status.ACCEPTED))
    made = dialog(qtbot, window)
    made.least.setValue(95)
    prefer(window, made)
    assert [mark.id for mark in view.annotations if mark.layer == "entity"] == [names[0].id]
    with Project.open(project_path, read_only=True) as second:
        assert second.threshold == 0.95
    made.least.setValue(0)
    prefer(window, made)
    assert len(view.annotations) == before


def test_an_engine_that_is_not_installed_says_how_to_get_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("MIZAN_DATA", str(tmp_path))
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    made = dialog(qtbot, window)
    ok = made.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert ok.isEnabled()
    made.engine.setCurrentIndex(made.engine.findData("camel"))
    assert not ok.isEnabled()
    assert "mizan models install" in made.engine_state.text() or "camel" in made.engine_state.text()
    made.engine.setCurrentIndex(made.engine.findData("builtin"))
    assert ok.isEnabled()


def test_the_engine_is_kept_for_the_next_reading(window: MainWindow, settings: Settings) -> None:
    window.commands.prefer({"engine": "camel"}, 0.0)
    assert window.jobs.engine == "camel"
    assert settings["engine"] == "camel"


def test_every_field_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    made = dialog(qtbot, window)
    for field in (made.language, made.theme, made.face, made.size, made.editor, made.engine, made.least):
        assert field.accessibleName()
        assert "&" not in field.accessibleName()
    assert made.engine_state in made.findChildren(QLabel)


def test_the_menu_opens_it(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[PreferencesDialog] = []
    monkeypatch.setattr(PreferencesDialog, "exec", lambda self: opened.append(self) or 0)
    qtbot.keyClick(window.reader.view, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert len(opened) == 1
