"""What an editor does with questions: other words, several made one, answers parted, relations by hand taken away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from core.model import Fact, Origin
from core.store.rulings import (
    MergeFacts,
    RemoveRelations,
    RenameQuestion,
    SplitFact,
    WithdrawRulings,
    about,
)
from core.text.arabic import fold
from gui import i18n, wording
from gui.actions import Actions
from gui.compare.relation_model import Row
from gui.reader.card import plain_label
from gui.session import Session

_MOST = 200  # questions that a dialog lists at a time
_SIZE = (560, 420)


class QuestionCommands(QObject):
    """The actions on the question and the relation in sight; `current` says which row that is."""

    def __init__(self, session: Session, actions: Actions, current: Callable[[], Row | None], owner: QWidget) -> None:
        super().__init__(owner)
        self._session, self._actions, self._current, self._owner = session, actions, current, owner
        for action_id, slot in {
            "rename_question": self.rename,
            "merge_questions": self.merge,
            "split_question": self.split,
            "restore_question": self.restore,
            "remove_relation": self.remove,
        }.items():
            actions[action_id].triggered.connect(lambda _=False, slot=slot: self._do(slot))

    def enable(self) -> None:
        """Which of them have something to speak of."""
        row = self._current()
        there = row is not None and not self._session.read_only
        for action_id, able in {
            "rename_question": there,
            "merge_questions": there,
            "split_question": there and row is not None and len(row.fact.claims) > 2,
            "restore_question": there and row is not None and bool(self._rulings(row.fact)),
            "remove_relation": there and row is not None and row.relation.origin is Origin.EDITOR,
        }.items():
            self._actions[action_id].setEnabled(able)

    def menu(self) -> QMenu:
        """What can be done with the row in sight."""
        self.enable()
        menu = QMenu(self._owner)
        verdicts = ("verdict_contradiction", "verdict_compatible", "verdict_update", "verdict_different")
        ids = (*verdicts, "verdict_clear", None, "rename_question", "merge_questions", "split_question")
        self._actions.fill_menu(menu, (*ids, "restore_question", None, "remove_relation"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def rename(self, row: Row) -> None:
        """Ask for other words of the question."""
        dialog = QuestionDialog(self.tr("Question in other words"), row.question, self._owner)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.question() != row.question:
            self._session.do(RenameQuestion(row.fact.id, dialog.question()))

    def merge(self, row: Row) -> None:
        """Ask which other questions ask the same."""
        others = [each for each in self._session.project.matrix_rows() if each.fact_id != row.fact.id]
        arabic = i18n.language() == "ar"
        choices = [(each.fact_id, each.question if arabic else each.question_en) for each in others]
        dialog = QuestionDialog(self.tr("Merge questions"), row.question, self._owner, choices)
        dialog.explain(self.tr("Tick the questions that ask the same as this one. Their answers come under it."))
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.ticked():
            question = "" if dialog.question() == row.question else dialog.question()
            self._session.do(MergeFacts((row.fact.id, *dialog.ticked()), question))

    def split(self, row: Row) -> None:
        """Ask which answers belong to another question."""
        project = self._session.project
        names = {each.id: each.source or each.title or each.file for each in project.summaries()}
        choices = [
            (
                said.key,
                f"{wording.isolate(names[said.article_id])}: {wording.isolate(' '.join(said.claim.text.split()))}",
            )
            for said in row.fact.claims
        ]
        dialog = QuestionDialog(self.tr("Split the question"), row.question, self._owner, choices)
        dialog.explain(self.tr("Tick the answers that belong to another question, and say which."))
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.ticked():
            question = "" if dialog.question() == row.question else dialog.question()
            self._session.do(SplitFact(row.fact.id, dialog.ticked(), question))

    def restore(self, row: Row) -> None:
        """Take back what editors made of this question."""
        if self._session.do(WithdrawRulings(self._rulings(row.fact))):
            self._session.said.emit(self.tr("The question is as the comparison found it."))

    def remove(self, row: Row) -> None:
        """Take a relation that was drawn by hand away."""
        self._session.do(RemoveRelations((row.id,)))

    def _rulings(self, fact: Fact) -> tuple[str, ...]:
        return tuple(one.id for one in about(self._session.project.rulings(), fact) if not one.sides)

    def _do(self, slot: Callable[[Row], None]) -> None:
        row = self._current()
        if row is not None:
            slot(row)


class QuestionDialog(QDialog):
    """A question to be put into words; with `choices` (key, words) things to tick, found by typing."""

    def __init__(
        self, title: str, question: str, parent: QWidget | None, choices: list[tuple[str, str]] | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._choices = choices or []
        self._ticked: dict[str, None] = {}
        self.field = QLineEdit(question)
        self.field.setAccessibleName(self.tr("Question"))
        label = QLabel(self.tr("&Question"))
        label.setBuddy(self.field)
        self.words = QLineEdit(placeholderText=self.tr("Filter"))
        self.words.setAccessibleName(self.tr("Filter"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(self._fill)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(title)
        self.list.itemChanged.connect(self._tick)
        self._lead = plain_label("")
        self._lead.setWordWrap(True)
        self._lead.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self._lead, self.words, self.list, label, self.field, buttons):
            layout.addWidget(widget)
        for widget in (self.words, self.list):
            widget.setVisible(choices is not None)
        self.ok.setEnabled(choices is None)
        self.resize(_SIZE[0], _SIZE[1] if choices is not None else self.sizeHint().height())
        self._fill()

    def explain(self, sentence: str) -> None:
        """Say what to tick."""
        self._lead.setText(sentence)
        self._lead.show()

    def question(self) -> str:
        """The question as it stands, on one line."""
        return " ".join(self.field.text().split())

    def ticked(self) -> tuple[str, ...]:
        """The keys that were ticked, in that order."""
        return tuple(self._ticked)

    def _fill(self) -> None:
        """List what the words let through; what is ticked stays in sight."""
        wanted = fold(self.words.text()).split()
        shown = [(key, text) for key, text in self._choices if all(word in fold(text) for word in wanted)]
        shown.sort(key=lambda choice: choice[0] not in self._ticked)
        self.list.blockSignals(True)
        self.list.clear()
        for key, text in shown[:_MOST]:
            item = QListWidgetItem(wording.led(text))
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setCheckState(Qt.CheckState.Checked if key in self._ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)

    def _tick(self, item: QListWidgetItem) -> None:
        key = item.data(Qt.ItemDataRole.UserRole)
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked[key] = None
        else:
            self._ticked.pop(key, None)
        self.ok.setEnabled(bool(self._ticked))
