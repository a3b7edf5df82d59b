"""One open project, seen by the window: every change goes through here, and every view listens here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.errors import KnownError
from core.model import Annotation, Claim, Layer, Span, Status
from core.project import Kind, Project, Touched
from core.store.edits import AddAnnotation, Batch, ChangeAnnotation, RemoveAnnotation, SetStatus
from gui import i18n, wording


class Session(QObject):
    """Applies edits and says what they touched. Views read `project`; none changes it but through `do`.

    A view reads again what `changed` names: `touched.kinds` says which kinds of things, `touched.articles` whose (ids;
    empty: any). `go_to` is how one view asks the reader to show a passage.
    """

    changed = Signal(object)  # Touched
    claims_edited = Signal()  # what sources say was changed by hand: compare anew
    walked = Signal(object)  # Touched, by undo or redo
    failed = Signal(str)  # one sentence for the person, in the language of the window
    said = Signal(str)  # what was just done
    passage_wanted = Signal(str, object)  # article id, Span | None: the reader shows it
    search_wanted = Signal(str)  # a query for the search over the project

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project

    @property
    def read_only(self) -> bool:
        """Nothing can be changed: somebody else has the project, or the file is write-protected."""
        return self.project.read_only

    def do(self, edit: Any) -> bool:
        """Apply an edit of core.store.edits; False where it failed, which the person has been told."""
        about_claims = changes_claims(edit, self.project)
        try:
            touched = self.project.apply(edit)
        except KnownError as error:
            self.fail(error)
            return False
        self.changed.emit(touched)
        if about_claims:
            self.claims_edited.emit()
        return True

    def undo(self) -> None:
        """Take back the last edit, in whichever article and session it was made."""
        self._walk(self.project.can_undo, self.project.undo, self.tr("Undone: {}"))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._walk(self.project.can_redo, self.project.redo, self.tr("Done again: {}"))

    def go_to(self, article_id: str, span: Span | None = None) -> None:
        """Ask the reader to show a passage."""
        self.passage_wanted.emit(article_id, span)

    def fail(self, error: KnownError) -> None:
        """Tell the person."""
        self.failed.emit(error.ar if i18n.language() == "ar" else error.en)

    def announce(self, touched: Touched) -> None:
        """A background job stored something."""
        self.changed.emit(touched)

    def _walk(self, entry: Any, step: Any, sentence: str) -> None:
        if entry is None:
            return
        try:
            touched = step()
        except KnownError as error:
            self.fail(error)
            return
        if touched is not None:
            self.said.emit(sentence.format(wording.edit_name(entry.text)))
            self.changed.emit(touched)
            self.walked.emit(touched)
            if Kind.ANNOTATIONS in touched.kinds:
                self.claims_edited.emit()


def changes_claims(edit: Any, project: Project) -> bool:
    """Whether an edit changes what the comparison stands on: accepting a claim does not, rejecting it does."""
    return _ABOUT_CLAIMS.get(type(edit), lambda *_: False)(edit, project)


def _claims(keys: Iterable[str], project: Project) -> list[Annotation]:
    return [mark for key in keys if (mark := project.annotation(key)) and mark.layer is Layer.CLAIM]


_ABOUT_CLAIMS: dict[type, Callable[[Any, Project], bool]] = {
    AddAnnotation: lambda edit, _: isinstance(edit.item, Claim),
    ChangeAnnotation: lambda edit, _: isinstance(edit.item, Claim),
    RemoveAnnotation: lambda edit, project: bool(_claims([edit.id], project)),
    SetStatus: lambda edit, project: any(
        Status.REJECTED in (edit.status, mark.status) for mark in _claims(edit.ids, project)
    ),
    Batch: lambda edit, project: any(changes_claims(part, project) for part in edit.edits),
}
