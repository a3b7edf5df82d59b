"""From files, drops and the clipboard into the project: read in a worker, looked through where that is called for.

The preview is shown when the person asked to choose files, for what was pasted (nobody else says whose it is), and
where something is uncertain: a problem, a remark of the reader, a table. Clean files that are dropped are simply taken.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from gui import wording
from gui.jobs import ImportResult, Jobs
from gui.panels.article_list import dropped_paths
from gui.reader.pane import ReaderPane
from gui.session import Session

if TYPE_CHECKING:
    from core.importers import Found, FoundTable, Skipped
    from core.interchange import FoundMarks, Taken
    from gui.dialogs.import_preview import ImportPreview
    from gui.dialogs.marks_dialog import MarksDialog

_SKIPPED_SHOWN = 3

Items = Sequence["Found | FoundTable | Skipped"]


class Importing(QObject):
    """`preview` is the dialog that is open, or None."""

    def __init__(self, session: Session, jobs: Jobs, reader: ReaderPane, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._reader = session, jobs, reader
        self._then: deque[Callable[[Items], None]] = deque()  # what is done with what the jobs find, in order
        self.preview: ImportPreview | None = None
        self.offered: MarksDialog | None = None  # the one that was opened last
        jobs.found.connect(self._go_on)
        jobs.finished.connect(self._forget)
        jobs.imported.connect(self._tell)
        jobs.marks_taken.connect(self._tell_of_marks)

    def take(self, paths: Sequence[Path], ask: bool = False) -> None:
        """Read files and folders, and import what is in them, after a look through it where `ask` says so."""
        self._then.append(self._look if ask else self._look_if_uncertain)
        self._jobs.look_into(paths)

    def paste(self) -> bool:
        """Take what was copied; False where there is nothing to take."""
        data = QGuiApplication.clipboard().mimeData()
        return data is not None and self.take_in(data)  # PySide gives None for an empty clipboard

    def take_in(self, data: QMimeData) -> bool:
        """Take files, or an article's own words, from a drop or the clipboard; False where there is neither."""
        if paths := dropped_paths(data):
            self.take(paths, ask=True)
        elif data.hasText() or data.hasHtml():
            self._then.append(self._look)
            self._jobs.look_at_pasted(data.text(), data.html() if data.hasHtml() else "")
        else:
            return False
        return True

    def _tell(self, result: ImportResult) -> None:
        """What became of the files."""
        added, known = len(result.report.added), len(result.report.duplicates)
        parts = [self.tr("%n article(s) added.", "", added)] if added else []
        parts += [self.tr("%n article(s) were in the project already.", "", known)] if known else []
        if result.skipped:
            parts.append(self.tr("%n file(s) left out:", "", len(result.skipped)))
            parts += [wording.sentence(item.error) for item in result.skipped[:_SKIPPED_SHOWN]]
            parts += ["…"] if len(result.skipped) > _SKIPPED_SHOWN else []
            self._session.failed.emit(" ".join(parts))
        elif parts:
            self._session.said.emit(" ".join(parts))

    def _tell_of_marks(self, path: Path, taken: Taken) -> None:
        """What became of a file of marks."""
        from gui.dialogs.marks_dialog import TakenWords

        self._session.said.emit(f"{wording.path(path.name)}: {TakenWords().of(taken)}")

    def _go_on(self, items: Sequence[Found | FoundTable | Skipped | FoundMarks]) -> None:
        from core.interchange import FoundMarks

        then = self._then.popleft()
        marks = [item for item in items if isinstance(item, FoundMarks)]
        if len(marks) < len(items) or not marks:
            then([item for item in items if not isinstance(item, FoundMarks)])
        for found in marks:
            self._offer(found)

    def _offer(self, found: FoundMarks) -> None:
        """Marks are never taken in without a look at what they are."""
        from gui.dialogs.marks_dialog import MarksDialog

        dialog = MarksDialog(found, self.parent())  # type: ignore[arg-type]
        dialog.accepted.connect(lambda: self._jobs.take_marks(found.path, found.kind))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self.offered = dialog

    def _forget(self) -> None:
        """What was cancelled finds nothing."""
        self._then.clear()

    def _look_if_uncertain(self, items: Items) -> None:
        from core.importers import Found

        if all(isinstance(item, Found) and not item.notes for item in items):
            self._jobs.import_articles([item.article for item in items if isinstance(item, Found)])
        else:
            self._look(items)

    def _look(self, items: Items) -> None:
        if self.preview is not None:
            self.preview.put(items)
            return
        from gui.dialogs.import_preview import ImportPreview

        parent = self.parent()
        self.preview = ImportPreview(self._session, items, self._reader.view.font(), parent)  # type: ignore[arg-type]
        self.preview.columns_wanted.connect(self._read_again)
        self.preview.finished.connect(self._done)
        self.preview.open()

    def _read_again(self, path: Path, columns: dict[str, str]) -> None:
        """A table, with other columns."""
        self._then.append(lambda items: self.preview.put(items, path) if self.preview else None)
        self._jobs.look_into([path], columns)

    def _done(self, accepted: int) -> None:
        preview, self.preview = self.preview, None
        assert preview is not None
        if accepted:
            self._jobs.import_articles(preview.articles())
        preview.deleteLater()
