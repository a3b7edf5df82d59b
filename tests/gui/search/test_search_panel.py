"""Searching all articles from the window."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import Article, Entity, Origin, Span, article_id
from core.project import Project, Where
from core.store.edits import AddAnnotation
from gui.search.panel import PAGE, HitModel, SearchPanel, fitted
from gui.session import Session

CUT = ("…", "...")  # the latter with a face that has no …
TEXT = "😀 وصلت إلى الميناء ١٢ سفينة.\nوقالت إدارةُ الميناء إن الحركة عادية."


@pytest.fixture
def panel(qtbot: QtBot, tmp_path: Path) -> Iterator[SearchPanel]:
    with Project.create(tmp_path / "p.mizan") as project:
        project.import_articles([Article(article_id(TEXT), TEXT, "الميناء", "المرفأ", file="a.txt")])
        panel = SearchPanel(Session(project))
        qtbot.addWidget(panel)
        with qtbot.waitExposed(panel):
            panel.show()
        yield panel


@pytest.mark.parametrize("query", ["اداره", "إدارة", "إدارةُ", "إدا\u0640رة"])
def test_spelling_makes_no_difference(qtbot: QtBot, panel: SearchPanel, query: str) -> None:
    panel.field.setText(query)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    hit = panel.model.hits[0]
    assert TEXT[hit.span.start : hit.span.end].startswith("إدارة")
    assert hit.snippet[hit.snippet_span.start : hit.snippet_span.end].startswith("إدارة")
    panel.grab()  # paints the row


def test_digits_of_any_shape_are_found(panel: SearchPanel) -> None:
    panel.search_for("12")
    assert [TEXT[hit.span.start : hit.span.end] for hit in panel.model.hits] == ["١٢"]


def test_return_opens_the_first_place(qtbot: QtBot, panel: SearchPanel) -> None:
    qtbot.keyClicks(panel.field, "")
    panel.field.setText("الميناء")
    with qtbot.waitSignal(panel._session.passage_wanted) as wanted:
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert wanted.args[0] == article_id(TEXT)
    assert TEXT[wanted.args[1].start : wanted.args[1].end] == "الميناء"


def test_nothing_found_is_said(panel: SearchPanel) -> None:
    panel.search_for("زرافة")
    assert panel.count.text() == "Nothing found."
    panel.search_for("")
    assert panel.model.rowCount() == 0


def test_the_model_behaves(panel: SearchPanel) -> None:
    model = HitModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(panel._session.project.search("الميناء"))
    model.show([])


def test_more_places_come_as_the_list_is_scrolled(qtbot: QtBot, tmp_path: Path) -> None:
    texts = [f"{number} " + "السفينة في الميناء. " * 40 for number in range(6)]
    with Project.create(tmp_path / "many.mizan") as project:
        project.import_articles([Article(article_id(text), text) for text in texts])
        panel = SearchPanel(Session(project))
        qtbot.addWidget(panel)
        panel.resize(300, 400)
        with qtbot.waitExposed(panel):
            panel.show()
        panel.search_for("الميناء")
        qtbot.waitUntil(lambda: PAGE <= panel.model.rowCount() < 6 * 40)
        while panel.model.has_more:
            panel.list.scrollToBottom()
            qtbot.wait(5)
        qtbot.waitUntil(lambda: panel.model.rowCount() == 6 * 40)
        assert panel.model.hits == project.search("الميناء")
        assert panel.count.text() == "Places found: 240"


def test_what_takes_long_lets_the_window_live(
    qtbot: QtBot, panel: SearchPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    hit = panel._session.project.search("الميناء")[0]

    def slow(_query: str) -> Iterator[list]:
        for _ in range(8):
            time.sleep(0.02)
            yield [hit]

    monkeypatch.setattr(panel._session.project, "search_steps", slow)
    start = time.perf_counter()
    panel.search_for("x")
    assert time.perf_counter() - start < 0.15
    assert panel.model.rowCount() < 8
    qtbot.waitUntil(lambda: panel.model.rowCount() == 8)


def test_a_note_leads_to_its_mark_and_a_verdict_to_its_pair(panel: SearchPanel, qtbot: QtBot) -> None:
    project = panel._session.project
    key = article_id(TEXT)
    start = TEXT.index("إدارةُ")
    mark = AddAnnotation(key, Entity(start, start + 6, "إدارةُ", "ORG", "إدارة", Origin.EDITOR, 1.0), "من هي الإدارة؟")
    project.apply(mark)
    project._store.connection.execute(
        "INSERT INTO verdicts (relation_id, kind, note, evidence) VALUES (?, 'compatible', ?, ?)",
        ("r", "سئلت الادارة", '{"question": "كم سفينة؟", "a": {"article": "x", "start": 1, "end": 2}}'),
    )
    panel.search_for("الإدارة")
    assert [hit.where for hit in panel.model.hits] == [Where.VERDICT, Where.MARK]
    panel.grab()  # paints both
    with qtbot.waitSignal(panel._session.view_wanted) as wanted:
        panel.list.setCurrentIndex(panel.model.index(0))
    assert wanted.args == ["contradictions", "r"]
    with qtbot.waitSignal(panel._session.passage_wanted) as shown:
        panel.list.setCurrentIndex(panel.model.index(1))
    assert shown.args == [key, Span(start, start + 6)]


def test_a_line_that_is_too_long_loses_whole_words_and_says_so(qapp: QApplication) -> None:
    text = "😀 أعلنت الإدارة مساء أمس في بيان طويل أن حركة الميناء عادية رغم كل ما قيل عنها في الصحف"
    start = text.index("الميناء")
    metrics = QFontMetrics(qapp.font())
    width = metrics.horizontalAdvance(text) // 2
    shown, found = fitted(text, Span(start, start + len("الميناء")), metrics, width)
    assert shown[found.start : found.end] == "الميناء"
    assert shown.startswith("…")
    assert shown.endswith(CUT)
    assert f" {shown[1 : found.start]}" in text
    assert metrics.horizontalAdvance(shown) <= width
    assert fitted(text, Span(2, 7), metrics, 10_000) == (text, Span(2, 7))
    whole, found = fitted("كلمة" * 60, Span(0, 240), metrics, width)  # one word, longer than the line
    assert whole.endswith(CUT)
    assert found == Span(0, len(whole))
