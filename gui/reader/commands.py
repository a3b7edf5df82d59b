"""What the editor's keys and menus do to marks: each command is one edit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from core.extract.selection import clause_around, read_value, without_proclitic
from core.model import Annotation, Claim, ClaimKind, Entity, Label, Layer, Origin, Quote, QuoteKind, Span, Status
from core.project import Kind, Touched, Waiting
from core.store.changes import Edit
from core.store.deciding import DecideWaiting
from core.store.edits import AddAnnotation, Batch, ChangeAnnotation, RemoveAnnotation, SetNote, SetStatus
from gui import wording
from gui.dialogs.claim_dialog import ClaimDialog
from gui.dialogs.note_dialog import NoteDialog
from gui.reader.card import Around
from gui.reader.view import ArticleView
from gui.session import Session

_MANY = 1000  # marks that are decided on at one go; of more it is seen how it goes on
_PATIENCE = 0.06  # seconds for counting occurrences: the window must not be felt to stop
_STEP_PATIENCE = 1.5  # the same for going to one, which was asked for
_DECIDED = (Status.ACCEPTED, Status.CHANGED, Status.ADDED)


class MarkCommands(QObject):
    """Speaks of the current mark of the view, or of the selected words where there is no mark."""

    ran_out = Signal(bool)  # no undecided mark further on (True) or back in this article

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._places: dict[tuple[str, Span], list[tuple[str, Span]]] = {}  # where what stands there occurs
        session.changed.connect(self._forget)
        view.resize_wanted.connect(self.resize)

    def accept(self) -> None:
        """The suggestion is right; go on to the next one."""
        self._decide(Status.ACCEPTED)

    def reject(self) -> None:
        """The suggestion is wrong; go on to the next one."""
        self._decide(Status.REJECTED)

    def delete(self) -> None:
        """Take the mark away."""
        if (mark := self._view.current) is not None:
            self._session.do(RemoveAnnotation(mark.id))

    def label(self, label: str) -> None:
        """Mark the selected words, or give the current mark another label."""
        span = self._view.selected_span()
        mark = self._view.current
        if span is not None:
            self.add_entity(span, label)
        elif mark is not None and isinstance(mark.item, Entity):
            if mark.item.label == label:
                self._session.do(SetStatus((mark.id,), Status.ACCEPTED))
            else:
                self._session.do(ChangeAnnotation(mark.id, self._relabelled(mark.item, label)))
        else:
            self._session.said.emit(self.tr("Select words to mark, or a mark to relabel."))

    def add_entity(self, span: Span, label: str) -> None:
        """Mark a passage; proclitics stay outside. A mark that lies there already is changed instead of doubled."""
        article = self._view.article
        if article is None:
            return
        names = {item.item.name for item in self._entities()}
        span = without_proclitic(article.text, span, names)
        same = next((item for item in self._entities() if item.span == span), None)
        if same is not None:
            edit: Edit = ChangeAnnotation(same.id, self._relabelled(same.item, label))
            if same.item.label == label:
                edit = SetStatus((same.id,), Status.ACCEPTED)
            key = same.id
        else:
            add = AddAnnotation(article.id, self._entity(article.text, span, label, article.published))
            edit, key = add, add.id
        if self._session.do(edit):
            self._view.set_selection(None)
            self._view.select(key, reveal=False)

    def resize(self, annotation_id: str, span: Span) -> None:
        """Give a mark another extent; its value is read again from the words it now has."""
        mark = next((item for item in self._view.annotations if item.id == annotation_id), None)
        if mark is not None:
            self._session.do(ChangeAnnotation(mark.id, self._resized(mark.item, span)))

    def apply_all(self) -> None:
        """Mark all places that say the same, in all articles and spellings, like the current mark."""
        mark, article = self._view.current, self._view.article
        if mark is None or article is None or not isinstance(mark.item, Entity):
            return
        places = self._session.project.occurrences(article.id, mark.span)
        edits = list(self._alike(mark.item, places))
        if edits and self._session.do(Batch(tuple(edits), "mark_all")):
            self._session.said.emit(self.tr("Marked alike in %n place(s).", "", len(edits)))
        elif not edits:
            self._session.said.emit(self.tr("All occurrences are marked like this already."))

    def decide_name(self, status: Status) -> None:
        """Accept or reject every suggestion of this name, in all articles."""
        mark = self._view.current
        if mark is not None and isinstance(mark.item, Entity):
            name = self._waiting(Waiting(mark.item.label, mark.item.name))
            self.decide_waiting(name, status, (mark.id,))

    def decide_many(self) -> None:
        """Ask which suggestions to accept or reject, by label and score, and do it."""
        from gui.dialogs.decide_dialog import DecideDialog

        article = self._view.article
        if article is None:
            return
        dialog = DecideDialog(self._session, article.id, self._label_at_hand(), self._view.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.decide_waiting(dialog.which(), dialog.status(), count=dialog.count())

    def decide_waiting(
        self, which: Waiting, status: Status, also: tuple[str, ...] = (), count: int | None = None
    ) -> None:
        """Decide on all suggestions of a kind, and on the marks `also` (IDs), as one step, then go on.

        `count`: how many they are, where that is known.
        """
        count = self._session.project.count_waiting(which) if count is None else count
        also = tuple(key for key in also if not self._is_counted(key, which))
        if count > _MANY:
            steps = self._session.project.decide_steps(which, status, also)
            self._session.work_wanted.emit(self.tr("Deciding on %n mark(s)…", "", count + len(also)), steps)
            return
        edit: Edit = DecideWaiting(which, status)
        if also:
            edit = Batch((edit, SetStatus(also, status)), "DecideWaiting")
        if (count or also) and self._session.do(edit):
            count += len(also)
            done = {Status.ACCEPTED: self.tr("Accepted %n mark(s).", "", count)}
            self._session.said.emit(done.get(status, self.tr("Rejected %n mark(s).", "", count)))
            self._go_on()

    def claim(self) -> None:
        """Tag the selected words, or the words of the current mark, as a claim."""
        article, mark = self._view.article, self._view.current
        if article is None:
            return
        if mark is not None and isinstance(mark.item, Claim) and self._view.selected_span() is None:
            claim, note, edit_id = mark.item, mark.note, mark.id
        else:
            span = self._view.selected_span() or (mark.span if mark else None)
            if span is None:
                self._session.said.emit(self.tr("Select the words that say it, then tag them as a claim."))
                return
            claim, note, edit_id = self._new_claim(span), "", ""
        dialog = ClaimDialog(claim, note, self._speakers(), article.published, self._view.window())
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        if edit_id:
            self._session.do(ChangeAnnotation(edit_id, dialog.claim(), dialog.note()))
            return
        add = AddAnnotation(article.id, dialog.claim(), dialog.note())
        if self._session.do(add):
            self._view.set_selection(None)
            self._view.select(add.id, reveal=False)

    def quote(self) -> None:
        """Mark the selected words as a quote; its speaker is set beside it."""
        article, span = self._view.article, self._view.selected_span()
        if article is None or span is None:
            self._session.said.emit(self.tr("Select the words that are quoted."))
            return
        marks = '"“”«»„'
        before = article.text[max(span.start - 1, 0) : span.start]
        kind = QuoteKind.DIRECT if before and before in marks else QuoteKind.INDIRECT
        add = AddAnnotation(article.id, Quote(span.start, span.end, article.text[span.start : span.end], kind))
        if self._session.do(add):
            self._view.set_selection(None)
            self._view.select(add.id, reveal=False)

    def note(self) -> None:
        """Write a note on the current mark."""
        mark = self._view.current
        if mark is None:
            return
        dialog = NoteDialog(wording.label(mark), mark.item.text, mark.note, self._view.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._session.do(SetNote(mark.id, dialog.note()))

    def step(self, forward: bool, undecided: bool = False) -> None:
        """Go to the next or previous mark of the article; `undecided`: to one that waits for a decision."""
        wanted = (lambda mark: mark.suggested) if undecided else (lambda _: True)
        current = self._view.current.id if self._view.current else None
        found = self._view.marks.step(self._utf16_cursor(), current, forward, wanted)
        if found is not None:
            self._view.select(found.annotation.id)
        elif undecided:
            self.ran_out.emit(forward)
        else:
            self._session.said.emit(self.tr("No mark further on in this article."))

    def known_occurrences(self, annotation: Annotation) -> int | None:
        """In how many places of the project the same is said, where that was counted before."""
        if annotation.layer is not Layer.ENTITY:
            return 0
        known = self._places.get((annotation.article_id, annotation.span))
        return None if known is None else len(known)

    def occurrences(self, annotation: Annotation, patience: float = _PATIENCE) -> int:
        """In how many places of the project the same is said; 0 where there are too many articles to count them."""
        known = self.known_occurrences(annotation)
        if known is None:
            place = annotation.article_id, annotation.span
            try:
                found = self._session.project.occurrences(*place, patience)
            except TimeoutError:
                found = []
            self._places[place] = found
            known = len(found)
        return known

    def step_occurrence(self, forward: bool) -> None:
        """Go to the next place of the project, or the one before, that says the same as the current mark."""
        mark = self._view.current
        if mark is None or mark.layer is not Layer.ENTITY:
            return
        here = mark.article_id, mark.span
        if not self._places.get(here):
            self._places.pop(here, None)
            self.occurrences(mark, _STEP_PATIENCE)
        places = self._places.get(here, [])
        if len(places) < 2:
            self._session.said.emit(self.tr("Nothing else in the project says the same."))
            return
        at = (places.index(here) + (1 if forward else -1)) % len(places) if here in places else 0
        article_id, span = places[at]
        self._session.go_to(article_id, span)
        there = next((one for one in self._entities() if one.span == span), None)
        self._view.select(there.id if there else None)
        self._places[article_id, span] = places  # the same ones, seen from there
        told = self.tr("Occurrence {0} of {1}")
        self._session.said.emit(told.format(wording.number(at + 1), wording.number(len(places))))

    def around(self, annotation: Annotation) -> Around:
        """What the project says about a mark beyond its article, as far as it is known at once."""
        exactly = annotation.layer is Layer.CLAIM
        said = self._session.project.said_elsewhere(annotation.article_id, annotation.span, exactly=exactly)
        return Around(self.known_occurrences(annotation) or 0, said)

    def _forget(self, touched: Touched) -> None:
        if touched.kinds & {Kind.ARTICLES, Kind.ANNOTATIONS, Kind.SETTINGS}:
            self._places.clear()

    def _decide(self, status: Status) -> None:
        mark = self._view.current
        if mark is None:
            return
        waited = mark.status is Status.SUGGESTED
        start = self._utf16_cursor()
        following = self._view.marks.step(start, mark.id, True, lambda other: other.suggested)
        if not self._session.do(SetStatus((mark.id,), status)) or not waited:
            return
        if following is not None:
            self._view.select(following.annotation.id)
        else:
            self.ran_out.emit(True)

    def _waiting(self, which: Waiting) -> Waiting:
        """Without what the editor does not see for its score."""
        return replace(which, least=max(which.least, ceil(self._session.project.threshold * 100)))

    def _is_counted(self, key: str, which: Waiting) -> bool:
        """Whether a mark is a suggestion that is decided on as one of many."""
        mark = self._session.project.annotation(key)
        waits = mark is not None and mark.status is Status.SUGGESTED and not mark.note
        return waits and isinstance(mark.item, Entity) and round(mark.item.score * 100) >= which.least

    def _label_at_hand(self) -> str:
        mark = self._view.current
        return mark.label if mark is not None and isinstance(mark.item, Entity) else ""

    def _go_on(self) -> None:
        mark = self._view.current
        if mark is None or mark.status is not Status.SUGGESTED:
            self.step(True, undecided=True)

    def _utf16_cursor(self) -> int:
        return self._view.textCursor().position()

    def _entities(self) -> list[Annotation]:
        return [item for item in self._view.annotations if item.layer is Layer.ENTITY]

    def _entity(self, text: str, span: Span, label: str, published: str | None, name: str = "") -> Entity:
        words = text[span.start : span.end]
        known = {item.item.text: item.item.name for item in self._entities() if item.item.label == label}
        value = read_value(words, label, published)
        return Entity(span.start, span.end, words, label, name or known.get(words, words), Origin.EDITOR, 1.0, value)

    def _relabelled(self, item: Entity, label: str) -> Entity:
        published = self._view.article.published if self._view.article else None
        return replace(item, label=label, value=read_value(item.text, label, published))

    def _resized(self, item: Entity | Quote | Claim, span: Span) -> Entity | Quote | Claim:
        article = self._view.article
        assert article is not None
        words = article.text[span.start : span.end]
        if isinstance(item, Entity):
            name = words if item.name == item.text else item.name
            value = read_value(words, item.label, article.published)
            return replace(item, start=span.start, end=span.end, text=words, name=name, value=value)
        if isinstance(item, Claim):
            clause = Span(min(item.clause.start, span.start), max(item.clause.end, span.end))
            return replace(item, start=span.start, end=span.end, text=words, clause=clause)
        return replace(item, start=span.start, end=span.end, text=words)

    def _alike(self, item: Entity, places: Iterable[tuple[str, Span]]) -> Iterable[Edit]:
        """What it takes to make all places marks like `item`; decisions of another kind are left alone."""
        project = self._session.project
        marks: dict[str, list[Annotation]] = {}
        for article_id, span in places:
            if article_id not in marks:
                marks[article_id] = [other for other in project.annotations(article_id) if other.layer is Layer.ENTITY]
            over = [other for other in marks[article_id] if other.span.overlaps(span)]
            exact = next((other for other in over if other.span == span), None)
            if exact is not None:
                if (exact.item.label, exact.item.name) != (item.label, item.name):
                    if exact.status not in _DECIDED:
                        yield ChangeAnnotation(exact.id, replace(exact.item, label=item.label, name=item.name))
                elif exact.status not in _DECIDED:
                    yield SetStatus((exact.id,), Status.ACCEPTED)
            elif all(other.status in (Status.SUGGESTED, Status.REJECTED) for other in over):
                yield from (
                    SetStatus((other.id,), Status.REJECTED) for other in over if other.status is Status.SUGGESTED
                )
                article = project.article(article_id)
                yield AddAnnotation(
                    article_id, self._entity(article.text, span, item.label, article.published, item.name)
                )

    def _new_claim(self, span: Span) -> Claim:
        """A claim as the words suggest it: a figure answers how many, a time when, all else what was said."""
        article = self._view.article
        assert article is not None
        words = article.text[span.start : span.end]
        for label, kind in ((Label.QUANTITY, ClaimKind.QUANTITY), (Label.TIME, ClaimKind.TIME)):
            if (value := read_value(words, label, article.published)) is not None:
                return Claim(span.start, span.end, words, kind, clause_around(article.text, span), value)
        return Claim(span.start, span.end, words, ClaimKind.OTHER, clause_around(article.text, span))

    def _speakers(self) -> list[str]:
        """Who may have said it: the article's persons and organisations, most frequent first."""
        names = [item.item.name for item in self._entities() if item.item.label in (Label.PER, Label.ORG)]
        return sorted(dict.fromkeys(names), key=lambda name: -names.count(name))
