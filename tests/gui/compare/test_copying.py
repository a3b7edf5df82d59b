"""A pair copied for a mail, from each page that shows one; keys to the filter and to the note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import ClaimKind, Reason, VerdictKind
from core.project import Project
from core.store.edits import SetVerdict
from core.text.directions import undirected
from gui import i18n
from gui.compare.panel import ContradictionsPanel
from gui.compare.relation_model import Filter
from gui.session import Session

_COPY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def copied() -> list[str]:
    return undirected(QGuiApplication.clipboard().text()).splitlines()


def test_a_pair_is_copied_with_both_sources_for_a_mail(
    qtbot: QtBot, panel: ContradictionsPanel, project: Project, session: Session
) -> None:
    said: list[str] = []
    session.said.connect(said.append)
    panel.step(1)
    row = panel.current_row()
    assert row is not None
    session.do(SetVerdict((row.id,), VerdictKind.COMPATIBLE, Reason.SCOPE, "سألت الوزارة"))
    qtbot.keyClick(panel.list, Qt.Key.Key_C, _COPY)
    text = copied()
    assert text[:2] == ["How much does the dam hold?", "To check · Differ, may both be true"]
    assert "وكالة الشمال · “خبر عن السد” · 1 May 2024" in text
    assert "جريدة الجنوب · 2 May 2024" in text
    assert "“أكثر من 40 ألف متر”: according to الوزارة" in text
    assert any(line.startswith("“قالت الوزارة إن السد يخزن أكثر من 40 ألف متر.") for line in text)
    assert text[-4:-2] == ["Difference: 50,000 (125%)", "The tool’s reason: They differ."]
    assert text[-2].startswith("Editor’s verdict: Compatible — different scope (ليلى, ")
    assert text[-1] == "Note: سألت الوزارة"
    assert said[-1] == "Copied the pair with both its sources."


def test_the_copy_is_in_the_language_of_the_window(
    qtbot: QtBot, panel: ContradictionsPanel, qapp: QApplication
) -> None:
    i18n.install(qapp, "ar")
    qtbot.keyClick(panel.list, Qt.Key.Key_C, _COPY)
    assert copied()[0] == "هل يخزن السد الماء؟"
    assert copied()[-1] == "حكم المحرر: لم يُحسم بعد"


def test_keys_lead_into_the_filter_and_the_note_and_back(qtbot: QtBot, panel: ContradictionsPanel) -> None:
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_F)
    assert panel.filters.words.hasFocus()
    qtbot.keyClicks(panel.filters.words, "dam")
    qtbot.keyClick(panel.filters.words, Qt.Key.Key_Return)
    assert panel.list.hasFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_T)
    assert panel.form.note.hasFocus()
    qtbot.keyClicks(panel.form.note, "ft")
    qtbot.keyClick(panel.form.note, Qt.Key.Key_Escape)
    assert panel.list.hasFocus()
    row = panel.current_row()
    assert row is not None
    assert panel.model.verdict(row.id).note == "ft"


def test_the_list_is_narrowed_to_one_kind_of_question(qtbot: QtBot, panel: ContradictionsPanel) -> None:
    kind = panel.filters.kind
    kind.setCurrentIndex(kind.findData(ClaimKind.QUANTITY))
    kind.activated.emit(kind.currentIndex())
    assert [panel.model.index(row, 0).data() for row in range(panel.model.rowCount())] == [
        "How much does the dam hold?"
    ]
    panel.set_filter(Filter())
    assert kind.currentText() == "Any kind"
    assert panel.model.rowCount() == 2
