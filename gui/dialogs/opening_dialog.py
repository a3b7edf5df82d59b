"""Where the program starts and its project cannot be opened: what is wrong with it, and what can be opened instead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout

from core.errors import DamagedError, KnownError
from gui import faults, i18n, theme
from gui.dialogs import choose
from gui.reader.card import plain_label


class OpeningDialog(QDialog):
    """`chosen` is what to open, and whether it is to be made, once the dialog was accepted."""

    def __init__(self, error: KnownError, folder: Path) -> None:
        super().__init__()
        self.setWindowTitle("Mizan" if i18n.language() == "en" else "ميزان")
        self.setWindowIcon(theme.icon("mizan"))
        self.chosen: tuple[Path, bool] | None = None
        self._error, self._folder = error, str(folder)
        said = plain_label(faults.sentence(error))
        said.setWordWrap(True)
        said.setMinimumWidth(480)
        self.buttons: dict[str, QPushButton] = {}
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for name, text, slot in (
            ("repair", self.tr("Repair…"), self._repair),
            ("open", self.tr("Open another project…"), self._open),
            ("new", self.tr("New project…"), self._new),
        ):
            if name == "repair" and not isinstance(error, DamagedError):
                continue
            self.buttons[name] = box.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            self.buttons[name].clicked.connect(slot)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(said)
        layout.addWidget(box)

    def _repair(self) -> None:
        from gui.dialogs.repair_dialog import RepairDialog

        assert isinstance(self._error, DamagedError)
        dialog = RepairDialog(self._error.path, self)
        if dialog.exec() and dialog.chosen:
            self._choose(dialog.chosen)

    def _open(self) -> None:
        if (path := choose.project(self, self._folder)) is not None:
            self._choose(path)

    def _new(self) -> None:
        if (path := choose.new_project(self, self._folder)) is not None:
            self._choose(path, create=True)

    def _choose(self, path: Path, create: bool = False) -> None:
        self.chosen = path, create
        self.accept()
