"""One open project, seen by the window: every change goes through here, and every view listens here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.errors import DamagedError, KnownError
from core.model import Span
from core.project import Kind, Project, RulingKind, Touched
from gui import wording


class Session(QObject):
    """Applies edits and says what they touched. Views read `project`; none changes it but through `do`.

    A view reads again what `changed` names: `touched.kinds` says which kinds of things, `touched.articles` whose (ids;
    empty: any). `go_to` is how one view asks the reader to show a passage.
    """

    changed = Signal(object)  # Touched
    walked = Signal(object, object)  # Touched, by undo or redo, and the HistoryEntry as it stood before
    failed = Signal(str)  # one sentence for the person, in the language of the window
    damaged = Signal(object)  # DamagedError: a project file lost a part
    unsaved = Signal()  # an edit could not be written: the disk is full, the file is gone
    said = Signal(str)  # what was just done
    passage_wanted = Signal(str, object)  # article id, Span | None: the reader shows it
    view_wanted = Signal(str, object)  # a page of gui.views, and what to put in sight there (None: as it is)
    search_wanted = Signal(str)  # a query for the search over the project
    work_wanted = Signal(str, object)  # what is being done, and steps (done, all, Touched): too long to wait for

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.drawn_before = self.drawn()

    def drawn(self) -> set[str]:
        """The relations (IDs) that were drawn by hand."""
        return {one.id for one in self.project.rulings() if one.kind is RulingKind.RELATION}

    @property
    def read_only(self) -> bool:
        """Nothing can be changed: somebody else has the project, or the file is write-protected."""
        return self.project.read_only

    def do(self, edit: Any) -> bool:
        """Apply an edit of core.store.edits; False where it failed, which the person has been told."""
        try:
            touched = self.project.apply(edit)
        except KnownError as error:
            if error.__cause__ is not None:  # the file refused, not the edit
                self.unsaved.emit()
            self.fail(error)
            return False
        self.changed.emit(touched)
        return True

    def bring(self, step: Callable[[], Touched]) -> bool:
        """Take in what others decided, by a step of the project; False where it failed, which the person was told."""
        try:
            touched = step()
        except KnownError as error:
            if error.__cause__ is not None:  # the file refused, not the edit
                self.unsaved.emit()
            self.fail(error)
            return False
        self.changed.emit(touched)
        return True

    def undo(self) -> None:
        """Take back the last edit, in whichever article and session it was made."""
        self._walk(self.project.can_undo, self.project.undo_steps, self.tr("Undone: {}"))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._walk(self.project.can_redo, self.project.redo_steps, self.tr("Done again: {}"))

    def hide_below(self, least: float) -> None:
        """Hide suggestions that score less (0…1); decisions are always shown."""
        try:
            self.project.threshold = least
        except KnownError as error:
            self.fail(error)
            return
        self.changed.emit(Touched(frozenset({Kind.SETTINGS, Kind.ANNOTATIONS})))

    def remember(self, key: str, value: str) -> None:
        """Keep where the editor is. A disk that refuses costs no work here, and says so at the next edit."""
        with suppress(KnownError):
            self.project.set_setting(key, value)

    def go_to(self, article_id: str, span: Span | None = None) -> None:
        """Ask the reader to show a passage."""
        self.passage_wanted.emit(article_id, span)

    def fail(self, error: KnownError) -> None:
        """Tell the person."""
        if isinstance(error, DamagedError):
            self.damaged.emit(error)
            return
        self.failed.emit(wording.sentence(error))

    def announce(self, touched: Touched) -> None:
        """A background job stored something."""
        self.changed.emit(touched)

    def _walk(self, entry: Any, make: Callable[[], Iterator[Touched]], sentence: str) -> None:
        """The first step at once; what was done in many is taken back in as many."""
        if entry is None:
            return
        try:
            touched, second = next(steps := make(), None), next(steps, None)
        except KnownError as error:
            self.fail(error)
            return
        if touched is not None:
            said = sentence.format(wording.step_name(entry))
            self.said.emit(said)
            self.changed.emit(touched | second if second else touched)
            self.walked.emit(touched, entry)
            if second:
                self.work_wanted.emit(said, ((0, 0, more) for more in steps))
