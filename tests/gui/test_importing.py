"""Adding articles in the window: chosen, dropped, pasted; looked through first where that is called for."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.importers import Found
from core.model import Article, article_id
from core.text.directions import undirected
from gui.app import Desk
from gui.dialogs import choose
from gui.dialogs.import_preview import ImportPreview
from gui.main_window import MainWindow
from gui.models.import_model import ImportModel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_TEXT = "قال الوزير سامر نجار إن كلفة جسر النهر بلغت {} مليون دولار وإن العمل فيه انتهى.\n"
_LONG = _TEXT.format(40) + "وأضاف الوزير أن الجسر الجديد سيُفتح للناس في الأسبوع المقبل بعد أن تنتهي الفحوص كلها.\n"


@pytest.fixture
def empty_window(open_desk: Callable[..., Desk], tmp_path: Path) -> MainWindow:
    window = open_desk(tmp_path / "new.mizan", True).window
    assert window is not None
    return window


def _preview(window: MainWindow, qtbot: QtBot) -> ImportPreview:
    qtbot.waitUntil(lambda: window.importing.preview is not None, timeout=30000)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=30000)
    return window.importing.preview


def _add(preview: ImportPreview, window: MainWindow, qtbot: QtBot) -> list[str]:
    """Press the button; the sources of the project's articles then."""
    preview.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60000)
    return [article.source for article in window.session.project.articles()]


def _drop(window: MainWindow, data: QMimeData) -> bool:
    place, none, key = QPointF(5, 5), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, none, key)
    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, QDropEvent(place, Qt.DropAction.CopyAction, data, none, key))
    return enter.isAccepted()


def test_what_was_chosen_is_looked_through_corrected_and_added_as_one_step(
    empty_window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, folder = empty_window, tmp_path / "story"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(_TEXT.format(40 + number), "utf-8")
    (folder / "again.txt").write_text(_TEXT.format(40), "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    monkeypatch.setattr(choose, "article_folder", lambda *_: [folder])
    window.actions_table["import_folder"].trigger()
    preview = _preview(window, qtbot)
    ModelTester(preview.model).check(preview.model)
    assert window.session.project.article_ids() == []
    assert [row.taken for row in preview.model.rows] == [True, True, True, False]
    assert "empty.txt" in preview.left_out.item(0).text()
    model = preview.model
    assert model.setData(model.index(1, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    preview.source.insert("وكالة النهر")
    preview.say.click()
    assert model.setData(model.index(2, 1), "صحيفة السهل")
    assert not model.setData(model.index(2, 2), "31/12/2021")
    assert model.setData(model.index(2, 2), "2021-12-31")
    assert _add(preview, window, qtbot) == ["وكالة النهر", "صحيفة السهل"]
    window.actions_table["undo"].trigger()
    assert window.session.project.article_ids() == []


def test_clean_files_that_are_dropped_are_taken_without_a_question(
    empty_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window, data = empty_window, QMimeData()
    (tmp_path / "a.txt").write_text(_LONG, "utf-8")
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    assert _drop(window, data)
    qtbot.waitUntil(lambda: len(window.session.project.article_ids()) == 1, timeout=30000)
    assert window.importing.preview is None


def test_columns_of_a_table_are_chosen_and_seen_at_once(empty_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window, path = empty_window, tmp_path / "news.csv"
    path.write_text(f'who,what,note\nالنهر,"{_LONG}",ملاحظة أولى\nالسهل,"{_TEXT.format(7)}",ملاحظة ثانية\n', "utf-8")
    window.open_paths([path])
    preview = _preview(window, qtbot)
    assert preview.mapping.isVisible()
    assert preview.mapping.parts["text"].currentText() == "what"
    assert [row.found.article.source for row in preview.model.rows] == ["", ""]
    box = preview.mapping.parts["source"]
    box.setCurrentIndex(box.findText("who"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=30000)
    assert [row.found.article.source for row in preview.model.rows] == ["النهر", "السهل"]
    assert _add(preview, window, qtbot) == ["النهر", "السهل"]


@pytest.mark.parametrize("as_markup", [False, True])
def test_what_was_copied_becomes_an_article(empty_window: MainWindow, qtbot: QtBot, as_markup: bool) -> None:
    window, data = empty_window, QMimeData()
    data.setText(_LONG)
    if as_markup:
        data.setHtml(f"<p><b>{_TEXT.format(40)}</b></p><script>alert(1)</script><p>وهذه فقرة ثانية.</p>")
    QApplication.clipboard().setMimeData(data)
    window.reader.view.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    preview = _preview(window, qtbot)
    text = preview.model.rows[0].found.article.text
    assert ("فقرة ثانية" in text) is as_markup
    assert "alert" not in text
    assert _TEXT.format(40).strip() in text
    assert preview.text.toPlainText().startswith("قال الوزير")
    preview.reject()
    assert window.importing.preview is None
    assert window.session.project.article_ids() == []


def test_words_that_are_dropped_become_an_article(empty_window: MainWindow, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText(_LONG)
    assert _drop(empty_window, data)
    assert _preview(empty_window, qtbot).model.rows[0].found.article.text == _LONG


def test_an_empty_clipboard_is_told(empty_window: MainWindow) -> None:
    QApplication.clipboard().clear()
    empty_window.actions_table["paste"].trigger()
    assert empty_window.message_bar.isVisible()


def test_a_file_of_marks_is_looked_at_taken_in_and_taken_back(
    empty_window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, path = empty_window, tmp_path / "from_elsewhere.jsonl"
    line = {"text": _TEXT.format(40), "label": [[4, 10, "مسؤول"], [11, 5000, "ORG"]]}
    path.write_text(json.dumps(line, ensure_ascii=False) + "\n{broken\n", "utf-8")
    monkeypatch.setattr(choose, "article_files", lambda *_: [path])
    window.actions_table["import_files"].trigger()
    qtbot.waitUntil(lambda: window.importing.offered is not None, timeout=30000)
    dialog = window.importing.offered
    assert dialog is not None
    assert "doccano" in dialog.summary.text()
    assert "مسؤول" in dialog.holds.text()
    told = [dialog.problems.item(row).text() for row in range(dialog.problems.count())]
    assert len(told) == 2
    assert all("from_elsewhere.jsonl" in one for one in told)
    assert window.importing.preview is None
    assert window.session.project.article_ids() == []

    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    qtbot.waitUntil(lambda: window.session.project.article_ids() != [] and not window.jobs.busy, timeout=60000)
    (key,) = window.session.project.article_ids()
    assert [mark.item.text for mark in window.session.project.annotations(key) if mark.label == "مسؤول"] == ["الوزير"]
    while window.session.project.article_ids():  # what was read in it since
        window.actions_table["undo"].trigger()
    assert window.session.project.can_undo is None


def test_a_file_of_marks_that_is_refused_changes_nothing(
    empty_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window, path = empty_window, tmp_path / "damaged.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", "<Project")
    window.importing.take([path], ask=True)
    qtbot.waitUntil(lambda: window.importing.offered is not None, timeout=30000)
    dialog = window.importing.offered
    assert dialog is not None
    assert dialog.problems.count() == 1
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    dialog.reject()
    assert window.session.project.can_undo is None


def _many_marks(window: MainWindow, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin to take a file of three thousand marks in."""
    monkeypatch.setattr(window.jobs, "analyze", lambda: None)
    lines = [
        {"text": f"{number} " + _TEXT.format(number) * 8, "label": [[at, at + 3, "ORG"] for at in range(4, 504, 5)]}
        for number in range(30)
    ]
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    window.importing.take([path], ask=True)
    qtbot.waitUntil(lambda: window.importing.offered is not None and not window.jobs.busy, timeout=30000)
    dialog = window.importing.offered
    assert dialog is not None
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def _count(window: MainWindow) -> int:
    project = window.session.project
    return sum(len(project.annotations(key)) for key in project.article_ids())


def test_the_window_stays_awake_while_very_many_marks_come_in_and_go(
    empty_window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, told, ticks = empty_window, [], []
    window.jobs.progress.connect(lambda done, every: told.append((done, every)))
    clock = QTimer(window, interval=1)
    clock.timeout.connect(lambda: ticks.append(len(told)))
    clock.start()
    _many_marks(window, tmp_path / "many.jsonl", qtbot, monkeypatch)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60000)
    steps = [done for done, every in told if every]
    assert steps[-1] == told[-1][1] == 3030
    assert len(steps) > 3
    assert len({seen for seen in ticks if seen > len(told) - len(steps)}) >= len(steps) - 1  # between any two
    assert _count(window) == 3000
    assert window.session.project.can_undo is not None
    window.actions_table["undo"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60000)
    assert (_count(window), window.session.project.can_undo) == (0, None)


def test_who_stops_marks_that_come_in_takes_back_with_one_undo_what_came(
    empty_window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, said = empty_window, []
    window.session.said.connect(said.append)
    cancel = window.actions_table["cancel"]
    window.jobs.progress.connect(lambda _, every: QTimer.singleShot(0, cancel.trigger) if every else None)
    _many_marks(window, tmp_path / "many.jsonl", qtbot, monkeypatch)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60000)
    assert 0 < _count(window) < 3000
    assert said
    window.actions_table["undo"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60000)
    assert (_count(window), window.session.project.can_undo) == (0, None)


def test_an_article_without_a_title_is_shown_by_its_first_words(qapp: QApplication) -> None:
    short, long = "خبر قصير\nقال إن العدد 12 شخصا.", "\n\n".join(f"كلمة {number}" for number in range(40))
    model = ImportModel(())
    model.put([Found(Article(article_id(text), text, "", "", "", None, "", "a.txt")) for text in (short, long)])
    shown = [undirected(model.index(row, 0).data()) for row in range(2)]
    assert shown[0] == short.replace("\n", " ")
    assert shown[1].endswith(" …")
    assert len(shown[1]) <= 62
