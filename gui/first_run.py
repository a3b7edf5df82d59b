"""What stands in the place of the article while there is none: the ways to begin, the shortest of them first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from gui import theme, wording
from gui.actions import ActionButton, Actions
from gui.reader.card import plain_label
from gui.settings import Settings

_WIDTH = 720  # pixels
_RECENT = 5


class FirstRun(QScrollArea):
    """Leads from nothing to the first contradiction: samples, own articles, another project."""

    project_chosen = Signal(object)  # path

    def __init__(self, actions: Actions, settings: Settings, here: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._actions = actions
        self.samples = QPushButton(actions["samples"].text())
        self.samples.setDefault(True)
        self.samples.clicked.connect(actions["samples"].trigger)
        self.samples.setEnabled(actions["samples"].isEnabled())
        page = QWidget()
        page.setMaximumWidth(_WIDTH)
        self._layout = QVBoxLayout(page)
        self._layout.setSpacing(8)
        self._layout.addStretch(2)
        title = plain_label(self.tr("What do several sources say about one story?"))
        font = QFont(title.font())
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setWeight(QFont.Weight.DemiBold)
        title.setFont(font)
        self._layout.addWidget(title)
        self._say(
            self.tr("Mizan reads them, lines up what they answer to the same question, and shows where they disagree.")
        )
        self._head(self.tr("See it in a minute"))
        self._layout.addWidget(self.samples, 0, Qt.AlignmentFlag.AlignLeading)
        self._say(self.tr("Eight short reports on one story; the first contradiction opens by itself."))
        self._head(self.tr("Begin with your own articles"))
        self._row("import_folder", "import_files", "paste")
        self._say(self.tr("Or drop files or a folder here: text, Word, PDF, saved pages, tables, ZIP."))
        self._head(self.tr("Go on with a project"))
        self._row("open", "new")
        self.recent: list[QToolButton] = []
        for path in [path for path in settings.recent() if path != here][:_RECENT]:
            button = QToolButton(text=wording.isolate(path.stem), toolTip=wording.path(path))
            button.setAccessibleName(self.tr("Open the project {}").format(path.stem))
            button.setIcon(theme.icon("open"))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _=False, path=path: self.project_chosen.emit(path))
            self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            self.recent.append(button)
        self._layout.addStretch(3)
        outer = QWidget()
        grid = QGridLayout(outer)
        grid.setContentsMargins(24, 12, 24, 12)
        grid.setColumnStretch(0, 1)
        grid.addWidget(page, 0, 1)
        grid.setColumnStretch(1, 6)
        grid.setColumnStretch(2, 1)
        self.setWidget(outer)

    def _head(self, words: str) -> None:
        self._layout.addSpacing(14)
        label = QLabel(words)
        label.setProperty("heading", True)
        self._layout.addWidget(label)

    def _say(self, words: str) -> None:
        label = plain_label(words)
        label.setProperty("muted", True)
        self._layout.addWidget(label)

    def _row(self, *action_ids: str) -> None:
        row = QGridLayout()
        row.setSpacing(6)
        for column, action_id in enumerate(action_ids):
            button = ActionButton(self._actions[action_id], self._actions.spec(action_id))
            button.setProperty("framed", True)
            row.addWidget(button, 0, column)
        row.setColumnStretch(len(action_ids), 1)
        self._layout.addLayout(row)
