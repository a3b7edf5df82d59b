"""Where the report goes, and in which format."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

# File ending → what the format is good for; the first is proposed.
FORMATS = {
    ".pdf": QT_TRANSLATE_NOOP("ReportDialog", "PDF, to print and send (*.pdf)"),
    ".docx": QT_TRANSLATE_NOOP("ReportDialog", "Word, to edit (*.docx)"),
    ".html": QT_TRANSLATE_NOOP("ReportDialog", "Web page, for the screen (*.html)"),
}


def ask_for_path(parent: QWidget, folder: str, stem: str) -> Path | None:
    """The file that the person chose, with the ending of the chosen format where the name has none; None: no report."""
    names = {_tr(text): ending for ending, text in FORMATS.items()}
    proposed = str(Path(folder) / f"{stem}.pdf")
    text, chosen = QFileDialog.getSaveFileName(parent, _tr(_TITLE), proposed, ";;".join(names))
    if not text:
        return None
    path = Path(text)
    ending = names.get(chosen, ".pdf")
    if path.suffix.lower() not in FORMATS:
        return path.with_name(path.name + ending)
    # The proposed name keeps its ending when another format is chosen.
    return path.with_suffix(ending) if path == Path(proposed) else path


_TITLE = QT_TRANSLATE_NOOP("ReportDialog", "Report")


def _tr(source: str) -> str:
    return QCoreApplication.translate("ReportDialog", source)
