"""The export dialog offers what fits, writes it, and tells what a format could not hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from core.exporters import FORMATS, WHAT, fitting
from core.project import Project
from gui.dialogs.export_dialog import SHAPES, ExportDialog
from gui.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow) -> ExportDialog:
    return ExportDialog(window.session, window.settings, window)


def choose(dialog: ExportDialog, what: str, shape: str) -> None:
    dialog.what.setCurrentIndex(dialog.what.findData(what))
    dialog.shape.setCurrentIndex(dialog.shape.findData(shape))


def test_only_formats_that_fit_are_offered(dialog: ExportDialog) -> None:
    assert [dialog.what.itemData(row) for row in range(dialog.what.count())] != []
    assert set(SHAPES) == set(FORMATS)
    for what in WHAT:
        dialog.what.setCurrentIndex(dialog.what.findData(what))
        offered = {dialog.shape.itemData(row) for row in range(dialog.shape.count())}
        assert offered == set(fitting(what))
        assert dialog.path.text().endswith(FORMATS[dialog.shape.currentData()].suffix)


def test_every_format_is_written(window: MainWindow, tmp_path: Path) -> None:
    for what in WHAT:
        for shape in fitting(what):
            dialog = ExportDialog(window.session, window.settings, window)
            choose(dialog, what, shape)
            path = tmp_path / f"{what}-{shape}{FORMATS[shape].suffix}"
            dialog.path.setText(str(path))
            dialog._save()
            assert path.exists(), (what, shape)
            assert not dialog.problem.text()
            # It goes when all was written, and stays to be read when something was not.
            assert (dialog.result() == QDialog.DialogCode.Accepted) == (not dialog.left.text())


def test_what_a_format_could_not_hold_is_shown(dialog: ExportDialog, tmp_path: Path) -> None:
    choose(dialog, "annotations", "conll")
    dialog.path.setText(str(tmp_path / "x.conll"))
    dialog._save()
    assert dialog.left.isVisibleTo(dialog)
    assert "الاقتباسات والادعاءات" in dialog.left.text()
    assert dialog.buttons.button(QDialogButtonBox.StandardButton.Save).isHidden()


def test_only_what_is_wanted_is_written(dialog: ExportDialog, window: MainWindow, tmp_path: Path) -> None:
    choose(dialog, "annotations", "jsonl")
    dialog.decided.setChecked(True)
    dialog.path.setText(str(tmp_path / "x.jsonl"))
    dialog._save()
    assert (tmp_path / "x.jsonl").read_text("utf-8") == ""


def test_a_threshold_hides_suggestions_from_the_file(window: MainWindow, tmp_path: Path) -> None:
    window.session.project.threshold = 1.0
    dialog = ExportDialog(window.session, window.settings, window)
    choose(dialog, "annotations", "jsonl")
    assert dialog.shown.isChecked()
    assert "100" in dialog.shown.text()
    sizes = []
    for checked in (True, False):
        dialog.shown.setChecked(checked)
        dialog.path.setText(str(tmp_path / f"{checked}.jsonl"))
        dialog._save()
        sizes.append((tmp_path / f"{checked}.jsonl").stat().st_size)
    assert sizes[0] < sizes[1]


def test_a_whole_project_comes_back_from_the_dialog(dialog: ExportDialog, window: MainWindow, tmp_path: Path) -> None:
    choose(dialog, "project", "jsonl")
    dialog.path.setText(str(tmp_path / "p.jsonl"))
    dialog._save()
    lines = (tmp_path / "p.jsonl").read_text("utf-8").splitlines()
    with Project.open(window.session.project.path, read_only=True) as project:
        assert len(lines) == len(list(project.dump()))
