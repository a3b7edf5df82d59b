"""From nothing to the first contradiction."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from gui_story import bridge_analysis
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.errors import KnownError
from core.model import Show
from core.places import samples_folder
from core.store.edits import SetLabels
from gui.action_table.menus import ALWAYS, TOOLBARS
from gui.actions import ActionButton
from gui.main_window import MainWindow
from gui.panels.status import shortened
from gui.settings import Settings


def test_the_samples_lead_to_the_first_contradiction(open_desk: Callable, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_desk(tmp_path / "new.mizan", create=True).window
    assert window.first_run is not None
    assert window.article_page.currentWidget() is window.first_run
    assert window.first_run.samples.hasFocus()
    with qtbot.waitSignal(window.jobs.analysed, timeout=60_000):
        qtbot.keyClick(window.first_run.samples, Qt.Key.Key_Space)
    assert window.tabs.page_id() == "contradictions"
    assert window.contradictions.current_row().relation.show is Show.CONFLICT
    assert window.article_page.currentWidget() is window.beside


@pytest.mark.parametrize("page", ["contradictions", "review", "beside", "matrix", "timeline", "overview"])
def test_every_empty_page_offers_to_add_articles(page: str, open_desk: Callable, tmp_path: Path, qtbot: QtBot) -> None:
    window = open_desk(tmp_path / "new.mizan", create=True).window
    window.actions_table[f"tab_{page}"].trigger()
    wanted = window.actions_table["import_files"]

    def offered() -> list[ActionButton]:
        found = window.tabs.currentWidget().findChildren(ActionButton)
        return [button for button in found if button.defaultAction() is wanted and button.isVisible()]

    qtbot.waitUntil(lambda: len(offered()) == 1)


def test_with_the_first_articles_the_keyboard_goes_into_the_text(
    open_desk: Callable, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_desk(tmp_path / "new.mizan", create=True).window
    (tmp_path / "خبر.txt").write_text(bridge_analysis().article.text, "utf-8")
    window.jobs.import_paths([tmp_path / "خبر.txt"])
    qtbot.waitUntil(window.reader.view.hasFocus)
    assert "·" not in window.articles._summary.text()  # nothing is said of marks that were not looked for yet
    qtbot.waitUntil(lambda: "·" in window.articles._summary.text(), timeout=60_000)


def test_no_toolbar_repeats_what_its_page_has(window: MainWindow, qtbot: QtBot) -> None:
    for page, ids in TOOLBARS.items():
        if page == "article":
            continue  # its buttons stand beside the mark
        window.actions_table[f"tab_{page}"].trigger()
        qtbot.wait(10)
        found = window.tabs.currentWidget().findChildren(ActionButton)
        seen = {button.defaultAction().objectName() for button in found if button.isVisible()}
        assert not seen & (set(ids) - set(ALWAYS)), page


def test_the_samples_are_found() -> None:
    assert (samples_folder() / "articles.csv").is_file()


def test_a_project_of_before_is_one_click_away(
    open_desk: Callable, settings: Settings, project_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    settings.add_recent(project_path)
    desk = open_desk(tmp_path / "new.mizan", create=True)
    [button] = desk.window.first_run.recent
    assert "desk" in button.text()
    button.click()
    qtbot.waitUntil(lambda: desk.session.project.path == project_path)
    assert desk.window.first_run is None


def test_the_status_line_says_how_the_file_stands(
    open_desk: Callable, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_desk(project_path).window
    line = window.status.file
    assert "يُحفظ تلقائيا" in line.text()
    window.session.do(SetLabels(("SHIP",)))
    assert "حُفظ" in line.text()

    def refuse(_edit: object) -> None:
        raise KnownError("القرص ممتلئ.", "The disk is full.") from OSError()

    monkeypatch.setattr(window.session.project, "apply", refuse)
    window.session.do(SetLabels(("BOAT",)))
    assert line.text().startswith("لم يُحفظ")
    assert line.property("alarm")
    assert window.message_bar.text.text() == "القرص ممتلئ."
    monkeypatch.undo()
    window.session.do(SetLabels(("BOAT",)))
    assert "حُفظ" in line.text()
    assert not line.property("alarm")


def test_a_long_place_is_shown_by_its_last_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert shortened(tmp_path / "أخبار" / "قمة.mizan") == Path("~/أخبار/قمة.mizan")
    long = tmp_path.joinpath(*["folder"] * 9, "قمة.mizan")
    assert shortened(long).parts == ("…", *["folder"] * 5, "قمة.mizan")
