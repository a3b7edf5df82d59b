"""What an editor does with questions: other words, several made one, answers parted."""

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
    QVBoxLayout,
    QWidget,
)

from core.exporters.report.passages import shortened
from core.model import ArticleClaim, Fact
from core.project import MatrixRow
from core.store.rulings import MergeFacts, RenameQuestion, SplitFact, WithdrawRulings, about
from core.text.arabic import fold
from gui import i18n, wording
from gui.actions import Actions
from gui.reader.card import plain_label
from gui.session import Session

_MOST = 200  # questions that a dialog lists at a time
_MORE = 12  # code points around an answer that are worth a line
_CLAUSE = 140  # code points of the words around an answer
_SIZE = (560, 420)
_VERBS = ("rename", "merge", "split", "restore")


class QuestionCommands(QObject):
    """The actions on the question in sight; `current` says which fact that is.

    `prefix` stands before the IDs of a page's own actions: the keys of a page speak to that page only.
    """

    def __init__(
        self, session: Session, actions: Actions, current: Callable[[], Fact | None], owner: QWidget, prefix: str = ""
    ) -> None:
        super().__init__(owner)
        self._session, self._actions, self._current, self._owner = session, actions, current, owner
        slots = (self.rename, self.merge, self.split, self.restore)
        self.ids = tuple(f"{prefix}{verb}_question{'s' * (verb == 'merge')}" for verb in _VERBS)
        for action_id, slot in zip(self.ids, slots, strict=True):
            actions[action_id].triggered.connect(lambda _=False, slot=slot: self._do(slot))

    def enable(self) -> None:
        """Which of them have something to speak of."""
        fact = self._current()
        there = fact is not None and not self._session.read_only
        can_split = fact is not None and len(fact.claims) > 2
        is_ruled = there and fact is not None and bool(self._rulings(fact))
        for action_id, able in zip(self.ids, (True, True, can_split, is_ruled), strict=True):
            self._actions[action_id].setEnabled(there and able)

    def rename(self, fact: Fact) -> None:
        """Ask for other words of the question."""
        dialog = QuestionDialog(self.tr("Question in other words"), asked(fact), self._owner)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.question() != asked(fact):
            self._session.do(RenameQuestion(fact.id, dialog.question()))

    def merge(self, fact: Fact) -> None:
        """Ask which other questions ask the same."""
        others = [each for each in self._session.project.matrix_rows() if each.fact_id != fact.id]
        choices = [(each.fact_id, asked(each)) for each in others]
        dialog = QuestionDialog(self.tr("Merge questions"), asked(fact), self._owner, choices)
        dialog.explain(self.tr("Tick the questions that ask the same as this one. Their answers come under it."))
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.ticked():
            question = "" if dialog.question() == asked(fact) else dialog.question()
            self._session.do(MergeFacts((fact.id, *dialog.ticked()), question))

    def split(self, fact: Fact) -> None:
        """Ask which answers belong to another question."""
        project = self._session.project
        names = {each.id: each.source or each.title or each.file for each in project.summaries()}
        choices = [(said.key, self._answer(names[said.article_id], said)) for said in fact.claims]
        dialog = QuestionDialog(self.tr("Split the question"), asked(fact), self._owner, choices)
        dialog.explain(self.tr("Tick the answers that belong to another question, and say which."))
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.ticked():
            question = "" if dialog.question() == asked(fact) else dialog.question()
            self._session.do(SplitFact(fact.id, dialog.ticked(), question))

    def restore(self, fact: Fact) -> None:
        """Take back what editors made of this question."""
        if self._session.do(WithdrawRulings(self._rulings(fact))):
            self._session.said.emit(self.tr("The question is as the comparison found it."))

    def _answer(self, source: str, said: ArticleClaim) -> str:
        """Who says what, and below it in which words: of two figures alike these tell which is which."""
        claim = said.claim
        clause = self._session.project.article(said.article_id).text[claim.clause.start : claim.clause.end]
        around = shortened(" ".join(clause.split()), _CLAUSE)
        words = wording.isolate(" ".join(claim.text.split()))
        first = f"{wording.isolate(source)}: {words}"
        return f"{first}\n{wording.name(around)}" if len(clause) > len(claim.text) + _MORE else first

    def _rulings(self, fact: Fact) -> tuple[str, ...]:
        return tuple(one.id for one in about(self._session.project.rulings(), fact) if not one.sides)

    def _do(self, slot: Callable[[Fact], None]) -> None:
        fact = self._current()
        if fact is not None and self._owner.isVisible():
            slot(fact)


def asked(what: Fact | MatrixRow) -> str:
    """The question in the language of the window."""
    return what.question if i18n.language() == "ar" else what.question_en


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
