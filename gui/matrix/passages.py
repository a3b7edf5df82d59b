"""Under the matrix: the passages of the cell at hand, and those that they stand against."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSplitter, QToolButton, QVBoxLayout

from core.model import Fact, Show
from core.project import MatrixRow
from gui import wording
from gui.actions import Actions
from gui.beside.strip import Sign
from gui.compare.passage import PassageView
from gui.matrix.model import Answer, question
from gui.reader.card import plain_label
from gui.session import Session

MOST = 4  # passages beside each other


class Passages(QFrame):
    """Up to four passages, each with its way into the article; two buttons lead to where they are decided."""

    closed = Signal()

    def __init__(self, session: Session, actions: Actions, font: QFont) -> None:
        super().__init__()
        self._session, self._font = session, font
        self.setProperty("banner", True)
        self.sign = Sign()
        self.question = plain_label("")
        self.question.setProperty("heading", True)
        self.question.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.rest = plain_label("")
        self.rest.setProperty("muted", True)
        close = QToolButton(text="×")
        close.setAccessibleName(self.tr("Close the passages"))
        close.setToolTip(self.tr("Close the passages (Esc)"))
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(self.sign)
        top.addWidget(self.question, 1)
        top.addWidget(self.rest)
        for action_id in ("matrix_beside", "matrix_pairs"):
            button = actions.button(action_id)
            button.setProperty("framed", True)
            top.addWidget(button)
        top.addWidget(close)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.views: list[PassageView] = []
        self._articles: tuple[str, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 8, 4)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.split, 1)
        self.setMinimumHeight(230)

    def show_answers(self, line: MatrixRow, fact: Fact, answers: Sequence[Answer]) -> None:
        """Show these claims of a fact, the first four of them."""
        self.question.setText(wording.led(question(line)))
        self.question.setToolTip(wording.tip(question(line)))
        self.sign.setVisible(line.show is not None)
        if line.show is not None:
            self.sign.set_show(line.show)
        shown = answers[:MOST]
        while len(self.views) < len(shown):
            self.views.append(PassageView(self._session, self._font))
            self.split.addWidget(self.views[-1])
        for number, view in enumerate(self.views):
            view.setVisible(number < len(shown))
            if number < len(shown):
                claim = shown[number].claim
                view.show_claim(
                    self._session.project.article(claim.article_id), claim, shown[number].show or Show.SILENT
                )
        self._articles = tuple(dict.fromkeys(answer.claim.article_id for answer in shown))
        left = len(fact.claims) - len(shown)
        verdicts = self._session.project.verdicts()
        split = [verdicts.get(fact.relation_id(one)) for one in fact.relations]
        told = [self.tr("%n more answer(s)", "", left)] if left else []
        told += [self.tr("editors differ: {}").format(wording.others(one)) for one in split if one and one.others]
        self.rest.setText(wording.led(" · ".join(told)))

    def articles(self) -> list[str]:
        """Of the passages in sight."""
        return list(self._articles)

    def set_reader_font(self, font: QFont) -> None:
        """The reader's face."""
        self._font = font
        for view in self.views:
            view.set_font(font)
