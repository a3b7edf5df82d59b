"""An editor at work in the real program: `python editor.py DAY PROJECT FOLDER`; what was done is printed as JSON lines.

Each line is printed when the program has done it, so a reader of the lines knows what must be in the file.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model import Annotation, Layer, Reason, RelationKind, Show, Span
from gui.app import Desk
from gui.beside.relate import RelateDialog
from gui.dialogs.claim_dialog import ClaimDialog
from gui.dialogs.export_dialog import WHAT, ExportDialog
from gui.main_window import MainWindow
from gui.settings import Settings

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
NOTE = "راجعت البيانين"
WAIT, STEP = 60_000, 10  # ms


def say(what: str, **details: Any) -> None:
    """Acknowledge."""
    print(json.dumps({"what": what, **details}), flush=True)


def until(condition: Callable[[], bool]) -> None:
    """Let the window live until then."""
    for _ in range(WAIT // STEP):
        if condition():
            return
        QTest.qWait(STEP)
    raise TimeoutError


class Editor:
    """Keys and clicks in one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.view = window, window.reader.view
        self.project = window.session.project

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key where the focus is."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, modifiers)
        QTest.qWait(2)

    def marks(self, label: str, status: str = "suggested") -> list[Annotation]:
        """The marks of the open article of this label that have this status."""
        return [mark for mark in self.view.annotations if mark.label == label and mark.status == status]

    def tell(self, what: str, mark_id: str) -> None:
        """Acknowledge what a mark is now."""
        mark = self.project.annotation(mark_id)
        if mark is None:
            say(what, id=mark_id, gone=True)
        else:
            say(what, id=mark_id, status=mark.status, label=mark.label, text=mark.item.text, note=mark.note)

    def decide(self) -> None:
        """Four pairs by keys alone, the first with a reason and a note; the window begins there by itself."""
        panel = self.window.contradictions
        say("began", ready=panel.list.hasFocus())
        for place, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4)):
            row = panel.current_row()
            if row is None:
                raise LookupError
            self.press(key)
            if place == 0:
                panel.form.reason.setCurrentIndex(panel.form.reason.findData(Reason.SCOPE))
                panel.form.reason.activated.emit(panel.form.reason.currentIndex())
                panel.form.note.setPlainText(NOTE)
                panel.flush()
                panel.list.setFocus()
            self.press(Qt.Key.Key_Space)
            verdict = self.project.verdicts()[row.id]
            say("verdict", id=row.id, kind=verdict.kind, reason=verdict.reason, note=verdict.note)

    def compare(self) -> None:
        """Relate two passages by hand; from the matrix to the articles side by side; decide there and in the review."""

        def fill() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, RelateDialog)
            dialog.kind.setCurrentIndex(dialog.kind.findData(RelationKind.CONTRADICTS))
            dialog.note.setText(NOTE)
            dialog.accept()

        known = {key.id for key in self.project.relation_keys(list(Show))}
        self.press(Qt.Key.Key_1, CTRL)
        self.select_free_words()
        self.press(Qt.Key.Key_X)
        self.press(Qt.Key.Key_PageDown, CTRL)
        self.select_free_words()
        QTimer.singleShot(0, fill)
        self.press(Qt.Key.Key_X)
        self.come_back()
        drawn = [key.id for key in self.project.relation_keys(list(Show)) if key.id not in known]
        say("related", ids=drawn, verdicts=[self.project.verdicts()[key].kind for key in drawn])
        self.press(Qt.Key.Key_PageUp, CTRL)

        self.press(Qt.Key.Key_5, CTRL)
        self.press(Qt.Key.Key_N)
        self.press(Qt.Key.Key_B)
        beside = self.window.tabs.view("beside")
        say("matrix", led_to=self.window.tabs.page_id(), columns=len(beside.columns))
        self.press(Qt.Key.Key_4, CTRL)
        self.press(Qt.Key.Key_Down, ALT)
        chosen = beside.selected
        self.press(Qt.Key.Key_2, ALT)
        say("beside", id=chosen, kind=self.project.verdicts()[chosen].kind)

        self.press(Qt.Key.Key_3, CTRL)
        before = set(self.project.verdicts())
        self.press(Qt.Key.Key_W)
        self.press(Qt.Key.Key_1)
        decided = {key: one for key, one in self.project.verdicts().items() if key not in before and not one.follows}
        say("reviewed", verdicts=[[key, one.kind, one.reason] for key, one in decided.items()])

    def mark(self) -> None:
        """Accept, reject, relabel, resize, add and delete marks of the open article."""
        self.press(Qt.Key.Key_1, CTRL)
        self.press(Qt.Key.Key_Space)
        current = self.view.current
        assert current is not None
        self.press(Qt.Key.Key_A)
        self.tell("accepted", current.id)
        current = self.view.current
        assert current is not None
        self.press(Qt.Key.Key_R)
        self.tell("rejected", current.id)
        person = self.marks("PER")[0]
        self.view.select(person.id)
        self.press(Qt.Key.Key_3)
        self.tell("relabelled", person.id)
        text = self.view.text
        place = next(mark for mark in self.marks("LOC") if text[mark.span.end] == " ")
        self.view.select(place.id)
        self.press(Qt.Key.Key_Left, SHIFT | CTRL)
        self.tell("resized", place.id)
        self.select_free_words()
        self.press(Qt.Key.Key_4)
        assert self.view.current is not None
        self.tell("added", self.view.current.id)
        when = self.marks("TIME")[0]
        self.view.select(when.id)
        self.press(Qt.Key.Key_Delete)
        self.tell("deleted", when.id)

    def claim(self) -> None:
        """Tag the selected words as a claim."""

        def fill() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, ClaimDialog)
            dialog.kind.setCurrentIndex(dialog.kind.findData("other"))
            dialog.speaker.setCurrentText("سلمى الخطيب")
            dialog.note_field.setPlainText(NOTE)
            dialog.accept()

        self.select_free_words()
        QTimer.singleShot(0, fill)
        self.press(Qt.Key.Key_C)
        self.come_back()
        assert self.view.current is not None
        self.tell("claimed", self.view.current.id)

    def come_back(self) -> None:
        """From a dialog: the window manager's part, where there is one."""
        self.window.activateWindow()
        until(self.window.isActiveWindow)

    def select_free_words(self) -> None:
        """Select two words that are no name, time or figure; claims and quotes lie over whole sentences."""
        names = [mark.span for mark in self.view.annotations if mark.layer == Layer.ENTITY]
        self.view.set_selection(free_words(self.view.text, names))

    def look(self) -> None:
        """Find in the article, search the project."""
        self.press(Qt.Key.Key_F, CTRL)
        bar = self.window.reader.find_bar
        bar.field.setText("اوكرانيا")
        say("found", count=bar.counter.text())
        self.press(Qt.Key.Key_Escape)
        self.window.search.search_for("أُوكرانيــا")
        say("searched", count=self.window.search.model.rowCount())

    def undo(self) -> None:
        """Take the last two back, and do one again."""
        self.press(Qt.Key.Key_1, CTRL)  # in a field the keys would undo typing
        for _ in range(2):
            self.press(Qt.Key.Key_Z, CTRL)
        self.press(Qt.Key.Key_Z, CTRL | SHIFT)
        entry = self.project.can_redo
        say("undone", left=entry.text if entry else "")

    def export(self, folder: Path) -> None:
        """Every table, through the dialog."""
        for table in WHAT:
            dialog = ExportDialog(self.window.session, self.window.settings, self.window)
            dialog.what.setCurrentIndex(dialog.what.findData(table))
            dialog.path.setText(str(folder / f"{table}.csv"))
            dialog._save()
            say("exported", table=table, problem=dialog.problem.text())

    def go_to_and_fro(self, seed: int) -> None:
        """Decide on marks and pairs at random, take back and do again, until somebody ends the process.

        What is about to happen is said before it does; after it, the whole history and what the last edit came to.
        """
        chance = random.Random(seed)
        self.stand("opened")
        while True:
            act = chance.choice(("mark", "mark", "mark", "pair", "undo", "undo", "redo"))
            say("doing", act=act)
            if act == "mark":
                self.press(Qt.Key.Key_1, CTRL)
                self.press(Qt.Key.Key_Space)
                mark = self.view.current
                self.press(chance.choice((Qt.Key.Key_A, Qt.Key.Key_R)))
                self.stand(act, mark.id if mark else "")
            elif act == "pair":
                self.press(Qt.Key.Key_2, CTRL)
                row = self.window.contradictions.current_row()
                self.press(chance.choice((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)))
                self.stand(act, row.id if row else "")
            else:
                self.press(Qt.Key.Key_1, CTRL)
                self.press(Qt.Key.Key_Z, CTRL if act == "undo" else CTRL | SHIFT)
                self.stand(act)

    def take_marks(self, path: Path) -> None:
        """Take a file of marks in."""
        importing, jobs = self.window.importing, self.window.jobs
        importing.take([path])
        until(lambda: importing.offered is not None)
        say("offered")
        assert importing.offered is not None
        importing.offered.accept()
        until(lambda: jobs.busy)
        until(lambda: not jobs.busy)

    def stand(self, what: str, key: str = "") -> None:
        """Acknowledge the history, and what a mark or a pair is now."""
        mark, verdict = self.project.annotation(key), self.project.verdicts().get(key)
        is_now = mark.status if mark else verdict.kind if verdict else ""
        say(what, key=key, now=is_now, history=[[one.id, one.undone] for one in self.project.history(10_000)])

    def work_on(self) -> None:
        """Decide on mark after mark, until somebody ends the process."""
        while True:
            self.press(Qt.Key.Key_Space)
            mark = self.view.current
            if mark is None:
                return
            self.press(Qt.Key.Key_A)
            self.tell("accepted", mark.id)


def free_words(text: str, taken: list[Span]) -> Span:
    """Two words of the last lines that none of these covers."""
    words, end = [], len(text)
    for word in reversed(text.split()):
        start = text.rindex(word, 0, end)
        end = start
        span = Span(start, start + len(word))
        free = len(word) > 3 and not any(span.overlaps(other) for other in taken)
        words = [*words, span] if free else []
        if len(words) == 2 and "\n" not in text[words[1].start : words[0].end]:
            return Span(words[1].start, words[0].end)
    raise LookupError


def first_day(editor: Editor) -> None:
    """All that an editor does on one evening."""
    until(lambda: not editor.window.jobs.busy)
    say("imported", articles=len(editor.project.article_ids()))
    editor.decide()
    editor.compare()
    editor.mark()
    editor.claim()
    editor.look()
    editor.undo()
    say("left", article=editor.window.reader.article_id)


def next_day(editor: Editor, folder: Path) -> None:
    """See where it was left, and export."""
    say("back", article=editor.window.reader.article_id, pending=len(editor.project.pending_ids()))
    panel = editor.window.contradictions
    say("progress", decided=panel.model.progress()[0])
    editor.export(folder)


def main() -> None:
    """Open the window, work, close it."""
    day, path, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    app = QApplication(sys.argv[:1])
    settings = Settings(path.parent / "mizan.ini")
    settings["editor"] = "هدى"
    desk = Desk(app, settings)
    desk.open(path, create=not path.exists(), paths=(folder,) if day == "first" else ())
    window = desk.window
    assert window is not None
    until(window.isVisible)
    editor = Editor(window)
    editor.come_back()
    QTest.qWait(50)
    {
        "first": first_day,
        "next": lambda _: next_day(editor, path.parent),
        "busy": lambda _: editor.work_on(),
        "taking": lambda _: editor.take_marks(folder),
        "restless": lambda _: editor.go_to_and_fro(int(sys.argv[4])),
    }[day](editor)
    desk.close()
    say("closed")


if __name__ == "__main__":
    main()
