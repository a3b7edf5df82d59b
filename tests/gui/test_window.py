"""The window around the text: articles, search, languages, themes, closing and coming back."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from gui_reading import go_to, mark_of, point_in, press
from gui_story import BRIDGE, bridge_analysis, make_article, valley_analysis
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAccessible, QAction, QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from core.errors import KnownError
from core.model import ArticleClaim, Fact, Quantity, Relation, RelationKind, Show, Span, Status
from core.project import Kind, Project, Touched
from core.store import edits, naming, versions
from gui import app as program
from gui import settings as preferences
from gui import theme, wording
from gui.app import Desk, open_project, place_for
from gui.dialogs.about import AboutDialog, KeysDialog
from gui.dialogs.export_dialog import ExportDialog
from gui.main_window import MainWindow
from gui.models.article_model import SummaryRole
from gui.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def titles(window: MainWindow) -> list[str]:
    model = window.articles.model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_list_is_sorted_by_date_and_can_be_sorted_otherwise(window: MainWindow) -> None:
    assert titles(window)[0].startswith("وصل سامر")
    order = window.articles.order
    order.setCurrentIndex(order.findData("undecided"))
    assert titles(window)[0].startswith("😀")


def test_the_list_is_filtered_blind_to_hamza_and_marks(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.articles.filter, "nothing")
    assert titles(window) == []
    window.articles.filter.setText("إفتتاح")
    assert titles(window) == ["😀 افتتاح الجسر الكبير"]


def test_a_click_in_the_list_opens_the_article(window: MainWindow, qtbot: QtBot) -> None:
    view = window.articles.view
    index = window.articles.model.index(window.articles.model.row_of(valley_analysis().article.id))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert window.reader.article_id == valley_analysis().article.id
    window.actions_table["next_article"].trigger()
    assert window.reader.article_id == bridge_analysis().article.id


def test_the_model_of_the_list_is_sound(window: MainWindow, qtmodeltester) -> None:
    qtmodeltester.check(window.articles.model)
    window.articles.filter.setText("جسر")
    window.articles.filter.setText("")
    assert window.articles.model.index(0).data(SummaryRole).source == "موقع السهل"
    assert "27 فبراير 2024" in window.articles.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_undecided_relations_are_counted_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    add_conflict(window.session.project)
    window.articles.reload()
    counts = [window.articles.model.index(row).data(SummaryRole).undecided for row in range(2)]
    assert counts == [1, 1]
    window.articles.view.viewport().grab()


def add_conflict(project: Project) -> None:
    """Two costs that cannot both be true."""
    a, b = bridge_analysis(), valley_analysis()
    words = "55 مليون دولار"
    start = b.article.text.index(words)
    one = a.claims[0]
    two = replace(
        one,
        start=start,
        end=start + len(words),
        text=words,
        clause=Span(start, start + 5),
        value=Quantity(5.5e7, 5.5e7, "USD"),
    )
    claims = (ArticleClaim(a.article.id, one), ArticleClaim(b.article.id, two))
    relation = Relation(0, 1, RelationKind.CONTRADICTS, Show.CONFLICT, 0.9, "15", "رقمان.", "Two figures.")
    project.store_facts([Fact("f", "كم الكلفة؟", "What does it cost?", one.kind, "", claims, (relation,))])


def test_find_is_blind_to_hamza_diacritics_and_digit_shapes(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = window.reader.find_bar
    qtbot.waitUntil(bar.isVisible)
    bar.field.setText("اكدت")
    assert bar.counter.text() == "1 من 1"
    bar.field.setText("35")
    assert bar.counter.text() == "1 من 1"
    bar.field.setText("الجسر")
    assert bar.counter.text().endswith("من 3")
    first = bar.counter.text()
    window.actions_table["find_next"].trigger()
    assert bar.counter.text() != first
    window.actions_table["find_previous"].trigger()
    assert bar.counter.text() == first
    bar.field.setText("لا شيء كهذا")
    assert bar.counter.text() == "لا نتائج"
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert window.reader.view._washes == []


def test_zoom_by_wheel_and_keys(window: MainWindow, qtbot: QtBot) -> None:
    view = window.reader.view
    size = view.font().pointSizeF()
    turn = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turn)
    assert view.font().pointSizeF() > size
    window.actions_table["zoom_reset"].trigger()
    assert view.font().pointSizeF() == size
    window.actions_table["zoom_out"].trigger()
    assert view.font().pointSizeF() < size


def test_the_legend_hides_labels_and_layers(window: MainWindow) -> None:
    toggles = window.reader.legend.toggles
    person = mark_of(window, "سامر نجّار")
    toggles["PER"].click()
    assert window.reader.view.marks.get(person.id) is None
    toggles["PER"].click()
    assert window.reader.view.marks.get(person.id) is not None
    toggles["claim"].click()
    assert {mark.annotation.layer for mark in window.reader.view.marks.marks} == {"entity", "quote"}


def test_hovering_says_what_a_mark_is(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseMove(window.reader.view.viewport(), point_in(window, "مليون دولار"))
    qtbot.waitUntil(window.reader.card.isVisible)
    said = window.reader.card.accessibleName().replace("\u200e", "")
    assert "40,000,000" in said
    assert "90%" in said
    qtbot.mouseMove(window.reader.view.viewport(), QPoint(3, 3))
    qtbot.waitUntil(lambda: not window.reader.card.isVisible())


def test_the_keyboard_says_what_a_mark_is(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, "حلبا")
    assert "حلبا" in window.reader.view.accessibleDescription()
    press(qtbot, window, Qt.Key.Key_I)
    assert window.reader.card.isVisible()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.reader.card.isVisible()
    assert window.reader.view.current is None


def test_occurrences_are_counted_behind_the_card(window: MainWindow, qtbot: QtBot) -> None:
    mark = go_to(window, "حلبا")
    press(qtbot, window, Qt.Key.Key_I)
    card = window.reader.card
    assert window.reader.commands.known_occurrences(mark) is None
    qtbot.waitUntil(lambda: window.reader.commands.known_occurrences(mark) == 2)
    assert wording.number(2) in card.accessibleName()
    press(qtbot, window, Qt.Key.Key_3)  # another label: what was counted may be wrong now
    assert window.reader.commands.known_occurrences(mark) is None


def test_a_project_too_large_to_count_in_does_not_stop_the_window(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_long(*_: object) -> None:
        raise TimeoutError

    monkeypatch.setattr(window.session.project, "occurrences", too_long)
    assert window.reader.commands.occurrences(go_to(window, "حلبا")) == 0


def test_commands_of_names_rest_for_claims_and_quotes(window: MainWindow) -> None:
    actions = window.actions_table
    go_to(window, "حلبا")
    assert actions["apply_all"].isEnabled()
    go_to(window, "كلفته بلغت 40 مليون دولار")
    assert not actions["apply_all"].isEnabled()
    assert not actions["accept_name"].isEnabled()
    assert actions["accept"].isEnabled()


def test_without_an_arabic_face_a_hint_says_what_to_install(
    open_desk: Callable[..., Desk], project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "arabic_families", list)
    window = open_desk(project_path).window
    window.reader.open(bridge_analysis().article.id)
    assert window.reader.font_hint.isVisible()
    assert "Noto Naskh Arabic" in window.reader.font_hint.text()


def test_with_an_arabic_face_no_hint_is_in_the_way(window: MainWindow) -> None:
    assert theme.arabic_families()
    assert not window.reader.font_hint.isVisible()


def test_every_edit_has_its_words() -> None:
    modules = (edits, naming, versions)
    made = {name for module in modules for name, kind in vars(module).items() if hasattr(kind, "changes")}
    assert made - {"Edit"} <= wording.EDITS.keys()


def test_a_title_that_begins_with_a_latin_word_reads_from_the_right(window: MainWindow) -> None:
    article = replace(window.reader.view.article, title="BBC: افتتاح الجسر")
    window.reader._set_heading(article)
    assert window.reader.title.text() == "\u200fBBC: افتتاح الجسر"
    assert window.reader.title.alignment() & Qt.AlignmentFlag.AlignRight


def test_words_of_articles_are_never_markup(window: MainWindow) -> None:
    go_to(window, "حلبا")
    window.inspector.name.setText("<b>حلبا</b>")
    window.inspector.name.editingFinished.emit()
    assert window.inspector._heading.text() == "\u200f<b>حلبا</b>"
    assert window.inspector._heading.textFormat() is Qt.TextFormat.PlainText


def test_the_language_switches_live_and_mirrors_the_window(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    assert window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert menu_titles(window)[0] == "مشروع"
    window.reader.view.show_at_top(BRIDGE.index("BBC"))
    window.actions_table["language_en"].trigger()
    qtbot.waitUntil(lambda: desk.window is not window and desk.window.isVisible())
    english = desk.window
    qtbot.waitUntil(lambda: english.reader.article_id != "")
    assert english.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert menu_titles(english)[0] == "Project"
    assert english.reader.article_id == bridge_analysis().article.id
    assert english.articles._summary.text().startswith("2 articles")
    english.actions_table["language_ar"].trigger()
    qtbot.waitUntil(lambda: desk.window is not english and desk.window.isVisible())


def menu_titles(window: MainWindow) -> list[str]:
    return [action.text().replace("&", "") for action in window.menuBar().actions()]


def test_every_action_can_be_reached_from_a_menu(window: MainWindow) -> None:
    reachable: set[QAction] = set()

    def walk(actions: list[QAction]) -> None:
        for action in actions:
            reachable.add(action)
            if action.menu():
                walk(action.menu().actions())

    walk(window.menuBar().actions())
    missing = [spec.id for spec in window.actions_table if window.actions_table[spec.id] not in reachable]
    panel_only = {"leave_mark", *(spec.id for spec in window.actions_table if spec.scope.name in ("COMPARE", "SEARCH"))}
    assert set(missing) <= panel_only


def test_every_control_can_be_focused_and_has_a_name_for_screen_readers(window: MainWindow) -> None:
    go_to(window, "ليلى حدّاد")
    controls = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)
    nameless = []
    for kind in controls:
        for widget in window.findChildren(kind):
            inner = widget.parent() is not None and isinstance(widget.parent(), QComboBox | QAbstractItemView)
            internal = widget.objectName().startswith("qt_") or inner or not widget.isVisibleTo(window)
            if internal or widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
                continue
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            if not name.strip():
                nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert not nameless


def test_no_key_means_two_things_in_one_place(window: MainWindow) -> None:
    taken: dict[tuple[str, str], str] = {}
    for spec in window.actions_table:
        for key in window.actions_table[spec.id].shortcuts():
            place = (spec.scope.name, key.toString())
            assert place not in taken, f"{key.toString()}: {taken[place]} and {spec.id}"
            taken[place] = spec.id
            assert spec.scope.name == "WINDOW" or ("WINDOW", key.toString()) not in taken


def test_the_theme_switches_live(window: MainWindow) -> None:
    window.actions_table["theme_dark"].trigger()
    assert theme.tokens() is theme.DARK
    assert QApplication.palette().window().color().name() == theme.DARK.window
    window.actions_table["theme_light"].trigger()
    assert theme.tokens() is theme.LIGHT


def test_a_restart_keeps_everything(open_desk: Callable[..., Desk], project_path: Path, qtbot: QtBot) -> None:
    first = open_desk(project_path)
    window = first.window
    window.reader.open(bridge_analysis().article.id)
    window.resize(1280, 400)
    window.reader.view.setFocus()
    go_to(window, "حلبا")
    press(qtbot, window, Qt.Key.Key_3)
    window.reader.set_zoom(2)
    window.reader.legend.toggles["TIME"].click()
    window.actions_table["theme_dark"].trigger()
    qtbot.wait(20)
    window.reader.view.show_at_top(BRIDGE.index("BBC"))
    place = window.reader.view.top_position()
    assert place > 0
    first.close()

    second = open_desk(project_path)
    window = second.window
    qtbot.waitUntil(lambda: window.reader.article_id == bridge_analysis().article.id)
    assert (mark_of(window, "حلبا").label, mark_of(window, "حلبا").status) == ("ORG", Status.CHANGED)
    assert second.settings["zoom"] == 2
    assert not window.reader.legend.toggles["TIME"].isChecked()
    assert theme.tokens() is theme.DARK
    assert window.reader.view.top_position() == place
    window.actions_table["undo"].trigger()
    assert mark_of(window, "حلبا").label == "LOC"
    window.actions_table["theme_system"].trigger()


def test_a_second_window_is_read_only_and_says_who_has_it(
    open_desk: Callable[..., Desk], project_path: Path, qtbot: QtBot
) -> None:
    with Project.open(project_path, editor="ليلى"):
        window = open_desk(project_path).window
        assert window.session.read_only
        assert window.read_only_bar.isVisible()
        assert "ليلى" in window.read_only_bar.text.text()
        window.reader.open(bridge_analysis().article.id)
        go_to(window, "حلبا")
        press(qtbot, window, Qt.Key.Key_3)
        assert mark_of(window, "حلبا").label == "LOC"
        assert not window.actions_table["import_files"].isEnabled()
        window.open_paths([Path("x.txt")])
        assert window.message_bar.isVisible()


def test_a_broken_project_is_refused_in_a_sentence_and_the_open_one_stays(
    desk: Desk, window: MainWindow, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.mizan"
    broken.write_bytes(b"no database at all" * 100)
    window.project_wanted.emit(broken, False)
    assert desk.window is window
    assert window.message_bar.isVisible()
    assert "broken.mizan" in window.message_bar.text.text()


def test_another_project_is_opened_and_remembered(
    desk: Desk, window: MainWindow, tmp_path: Path, qtbot: QtBot, settings: Settings
) -> None:
    window.project_wanted.emit(tmp_path / "new.mizan", True)
    assert desk.window is not window
    assert desk.window.session.project.path == tmp_path / "new.mizan"
    assert desk.window.articles._pages.currentIndex() == 1  # says what to do
    assert [path.name for path in settings.recent()] == ["new.mizan", "desk.mizan"]


def test_opening_another_project_does_not_end_the_program(
    desk: Desk, window: MainWindow, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    ended: list[bool] = []
    qapp.lastWindowClosed.connect(lambda: ended.append(True))
    window.project_wanted.emit(tmp_path / "new.mizan", True)
    desk.window.language_wanted.emit("en")
    qtbot.wait(50)
    assert not ended
    assert desk.window.isVisible()
    now = desk.window
    now.project_wanted.emit(tmp_path / "new.mizan", False)
    assert desk.window is now


def test_undo_is_shown_where_it_happens(window: MainWindow, qtbot: QtBot) -> None:
    mark = go_to(window, "يوم الأحد")
    press(qtbot, window, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    assert window.session.project.annotation(mark.id).item.text == "يوم"
    window.session.go_to(valley_analysis().article.id)
    window.actions_table["undo"].trigger()
    assert window.reader.article_id == bridge_analysis().article.id
    assert mark_of(window, "يوم الأحد")


def test_undo_in_another_article_makes_the_mark_current_there(window: MainWindow, qtbot: QtBot) -> None:
    mark = go_to(window, "يوم الأحد")
    press(qtbot, window, Qt.Key.Key_R)
    window.session.go_to(valley_analysis().article.id)
    window.actions_table["undo"].trigger()
    assert window.reader.article_id == bridge_analysis().article.id
    assert window.reader.view.current is not None
    assert window.reader.view.current.id == mark.id


def test_an_import_that_is_undone_is_told_and_brought_back_by_a_button(
    open_desk: Callable[..., Desk], project_path: Path, qtbot: QtBot
) -> None:
    window = open_desk(project_path, language="en").window
    assert window is not None
    undo = window.actions_table["undo"]
    assert undo.text() == "Undo: import of 2 articles"
    assert undo.text() in undo.toolTip()
    undo.trigger()
    assert window.undone_bar.isVisible()
    assert "import of 2 articles" in window.undone_bar.text.text()
    qtbot.waitUntil(lambda: window.articles.model.rowCount() == 0)
    qtbot.mouseClick(window.undone_bar.redo, Qt.MouseButton.LeftButton)
    assert not window.undone_bar.isVisible()
    qtbot.waitUntil(lambda: window.articles.model.rowCount() == 2)
    undo.trigger()
    window.session.do(edits.ImportArticles((make_article("وصل القطار إلى المدينة.", "وكالة الجبل", "2024-03-02"),)))
    assert not window.undone_bar.isVisible()


def test_what_is_said_about_an_article_is_corrected(window: MainWindow, qtbot: QtBot) -> None:
    read_again: list[bool] = []
    window.jobs.analyze = lambda: read_again.append(True)

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
        dialog.published.setText("2024-13-01")
        assert not ok.isEnabled()
        dialog.published.setText("2024-03-02")
        assert dialog.shown.text() == "2 مارس 2024"
        dialog.source.setText("جريدة الضفة")
        ok.click()

    QTimer.singleShot(50, fill)
    window.actions_table["details"].trigger()
    article = window.session.project.article(bridge_analysis().article.id)
    assert (article.source, article.published) == ("جريدة الضفة", "2024-03-02")
    assert "جريدة الضفة" in window.reader.source.text()
    assert read_again
    window.actions_table["undo"].trigger()
    assert "صحيفة النهر" in window.reader.source.text()


def test_an_article_is_taken_out_and_comes_back_with_its_marks(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_table["remove_article"].trigger()
    qtbot.waitUntil(lambda: window.articles.model.rowCount() == 1)
    assert window.reader.article_id == ""
    window.actions_table["undo"].trigger()
    qtbot.waitUntil(lambda: window.articles.model.rowCount() == 2)
    window.reader.open(bridge_analysis().article.id)
    assert mark_of(window, "حلبا")


def test_space_goes_on_in_the_next_article(window: MainWindow, qtbot: QtBot) -> None:
    order = window.articles.order
    order.setCurrentIndex(order.findData("undecided"))
    marks = [mark.annotation.id for mark in window.reader.view.marks.marks]
    window.reader.view.select(marks[-1])
    press(qtbot, window, Qt.Key.Key_Space)
    assert window.reader.article_id == valley_analysis().article.id
    assert window.reader.view.current.item.text == "سامر نجار"


def test_what_is_edited_is_compared_anew(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60000)
    window._compare_timer.setInterval(10)
    go_to(window, "كلفته بلغت 40 مليون دولار")
    press(qtbot, window, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: not window.session.project.comparison_is_stale, timeout=60000)


def test_commands_rest_while_there_is_no_mark(window: MainWindow) -> None:
    accept = window.actions_table["accept"]
    assert not accept.isEnabled()
    go_to(window, "حلبا")
    assert accept.isEnabled()
    window.actions_table["tab_contradictions"].trigger()
    assert not accept.isEnabled()
    window.actions_table["tab_article"].trigger()
    assert accept.isEnabled()


def test_nothing_asks_a_project_that_is_closed(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, "حلبا")
    press(qtbot, window, Qt.Key.Key_3)
    window.search.search_for("حلبا")
    window.reader.view.verticalScrollBar().setValue(1)
    window.session.changed.emit(Touched(frozenset({Kind.ARTICLES, Kind.FACTS})))
    desk.close()
    qtbot.wait(1000)


def test_files_are_dropped_on_the_window(window: MainWindow, tmp_path: Path) -> None:
    given: list[list[Path]] = []
    window.importing.take = lambda paths, ask: given.append(paths)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    place, no_button, no_key = QPoint(5, 5), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, no_button, no_key)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, no_button, no_key))
    assert given == [[tmp_path]]


def test_export_writes_what_was_asked_for(window: MainWindow, tmp_path: Path) -> None:
    dialog = ExportDialog(window.session, window.settings, window)
    dialog.what.setCurrentIndex(dialog.what.findData("annotations"))
    dialog.path.setText(str(tmp_path / "marks.csv"))
    dialog._save()
    assert dialog.result() == QDialog.DialogCode.Accepted
    written = (tmp_path / "marks.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert "سامر نجّار" in written.decode()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not hold here")
def test_an_export_that_cannot_be_written_says_why(window: MainWindow, tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IREAD | stat.S_IEXEC)
    dialog = ExportDialog(window.session, window.settings, window)
    dialog._save()
    assert dialog.problem.text()
    tmp_path.chmod(stat.S_IRWXU)


def test_an_export_into_a_missing_folder_says_so_and_stays_open(window: MainWindow, tmp_path: Path) -> None:
    dialog = ExportDialog(window.session, window.settings, window)
    dialog.path.setText(str(tmp_path / "nowhere" / "x.csv"))
    dialog._save()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert "nowhere" in dialog.problem.text()


@pytest.mark.parametrize("dialog_type", [AboutDialog, KeysDialog])
def test_help_opens(window: MainWindow, dialog_type: type[QDialog], qtbot: QtBot) -> None:
    QTimer.singleShot(50, lambda: QApplication.activeModalWidget().reject())
    window.actions_table["about" if dialog_type is AboutDialog else "keys"].trigger()


def test_the_keys_can_be_searched(window: MainWindow) -> None:
    dialog = KeysDialog(window.actions_table, window)
    dialog.filter.setText("ادعاء")
    shown = [
        dialog.tree.topLevelItem(group).child(row).text(0)
        for group in range(dialog.tree.topLevelItemCount())
        for row in range(dialog.tree.topLevelItem(group).childCount())
        if not dialog.tree.topLevelItem(group).child(row).isHidden()
    ]
    assert shown == ["وسم ادعاء"]


def test_a_search_hit_opens_its_article_there(window: MainWindow, qtbot: QtBot) -> None:
    text = valley_analysis().article.text
    span = Span(text.index("55"), text.index("55") + 2)
    window.session.go_to(valley_analysis().article.id, span)
    assert window.reader.article_id == valley_analysis().article.id
    assert window.reader.view.passage_box(span) is not None


def test_the_project_of_a_folder_is_always_the_same_and_never_inside_it(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preferences, "data_folder", lambda: tmp_path / "data")
    folder = tmp_path / "story"
    folder.mkdir()
    place = place_for([folder], settings)
    assert place == place_for([folder], settings)
    assert place.is_relative_to(tmp_path / "data")
    assert place.name.startswith("story-")
    (tmp_path / "other" / "story").mkdir(parents=True)
    assert place_for([tmp_path / "other" / "story"], settings) != place
    with open_project(place, create=True) as project:
        settings.add_recent(project.path)
    assert place_for([], settings) == place


def test_a_place_that_cannot_be_made_is_a_known_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KnownError) as error:
        open_project(tmp_path / "file" / "x.mizan", create=True)
    assert "file" in error.value.ar
    assert program.open_project is open_project
