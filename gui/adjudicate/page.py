"""Adjudication: what editors decided differently, their versions beside each other in context, settled by one key."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QProgressBar,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Annotation, ArticleClaim, Claim, ClaimKind, Entity, Quote, Show, VerdictKind
from core.project import Clash, ClashKind, Kind, Touched, Version
from core.store.edits import Batch, SetVerdict
from core.store.versions import ResolveClash, SettleMark
from gui import theme, wording
from gui.actions import Actions, Scope, shown_key
from gui.adjudicate import words
from gui.adjudicate.cards import VersionCard
from gui.adjudicate.finals import finals
from gui.adjudicate.model import ClashModel
from gui.compare.passage import ROOMY, PassageView
from gui.panels.folding import Folding
from gui.session import Session
from gui.settings import Settings
from gui.views import View

MOST = 9  # versions that have a key
_LIST = 250  # pixels
_CONTEXT = 400  # code points of a passage, at least
_READ = {Kind.CLASHES, Kind.VERDICTS, Kind.ANNOTATIONS, Kind.ARTICLES, Kind.FACTS, Kind.SETTINGS, Kind.ASSIGNMENTS}


class AdjudicatePage(View):
    """`show_item` takes the key of a clash: a mark's or relation's ID."""

    def __init__(self, session: Session, actions: Actions, settings: Settings) -> None:
        super().__init__(session, actions, settings)
        self.model = ClashModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setSpacing(3)
        self.list.setAccessibleName(self.tr("What editors decided differently"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._show)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setFixedHeight(8)
        self.progress.setAccessibleName(self.tr("Settled"))
        self.count = QLabel()
        self.settled = QCheckBox(self.tr("Settled ones too"))
        self.settled.toggled.connect(lambda: self.refresh(Touched(frozenset({Kind.CLASHES}))))
        self.kind = _label()
        self.kind.setProperty("muted", True)
        self.subject = _label(1.3)
        font = QFont(theme.reader_font(settings["reader_font"], settings["reader_size"]))
        self.passages = tuple(PassageView(session, font, context=_CONTEXT) for _ in range(2))
        self.cards: list[VersionCard] = []
        self._row = QWidget()
        self._cards = QHBoxLayout(self._row)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self.other = QToolButton()
        self.other.setProperty("framed", True)
        otherwise = self.tr("Decide otherwise")
        self.other.setText(f"{otherwise} ▾  {shown_key(actions.spec('adjudicate_other'))}")
        self.other.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.other.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._verdict_menu, self._mark_menu = self._verdicts(), QMenu(self)
        self._mark_menu.aboutToShow.connect(self._offer_finals)
        self._mark_menu.aboutToHide.connect(lambda: self._keep_digits(not self.session.read_only))
        self.by = _label()
        self.by.setProperty("muted", True)
        self._known: list[Clash] = []  # open and settled
        self._open_before: set[tuple[str, str]] = set()
        self._lay_out()
        for action_id, slot in {
            "adjudicate_other": self._decide_otherwise,
            "adjudicate_next": lambda: self._step(1),
            "adjudicate_previous": lambda: self._step(-1),
            "adjudicate_open": self._lead,
            "adjudicate_settled": self.settled.toggle,
            **{f"adjudicate_{at}": lambda at=at: self._choose(at - 1) for at in range(1, MOST + 1)},
        }.items():
            actions[action_id].triggered.connect(lambda _=False, slot=slot: slot() if self.isVisible() else None)
        actions.attach(self, Scope.ADJUDICATE)
        session.walked.connect(self._follow)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Adjudication"))
        self.refresh(Touched(frozenset({Kind.CLASHES})))

    def refresh(self, touched: Touched) -> None:
        """The clashes as they are now; the one in sight stays, also when it was settled just now."""
        if not touched.kinds & _READ:
            return
        project, current = self.session.project, self.current()
        self._open_before = {(one.kind, one.key) for one in self._known if not one.settled}
        self._known = project.clashes(settled=True)
        names = {one.id: one.source or one.title or one.file for one in project.summaries()}
        shown = [one for one in self._known if self.settled.isChecked() or not one.settled]
        self.model.show_clashes(shown, names)
        row = self.model.row_of(current.kind, current.key) if current else -1
        self._select(max(row, 0))
        done = sum(one.settled for one in self._known)
        self.progress.setRange(0, max(len(self._known), 1))
        self.progress.setValue(done)
        self.count.setText(
            self.tr("{done} of {all} settled").format(done=wording.number(done), all=wording.number(len(self._known)))
        )
        self._pages.setCurrentIndex(0 if shown else 1)
        self.empty.setText(
            self.tr("Everything that editors decided differently is settled.") if done else self._purpose()
        )
        self._show()

    def show_item(self, item: object) -> None:
        found = next((one for one in self._known if one.key == item), None)
        if found is not None:
            self.settled.setChecked(self.settled.isChecked() or found.settled)
            self._select(self.model.row_of(found.kind, found.key))

    def set_reader_font(self, font: QFont) -> None:
        for view in self.passages:
            view.set_font(font)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for view in self.passages:
            view.set_low(self.height() <= ROOMY)

    def focus_target(self) -> QWidget:
        return self.list

    def current(self) -> Clash | None:
        """The clash in sight."""
        row = self.list.currentIndex().row()
        return self.model.clashes[row] if 0 <= row < len(self.model.clashes) else None

    # Parts

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 14, 0)
        top.setSpacing(10)
        top.addWidget(self.progress, 1)
        for widget in (self.count, self.settled):
            top.addWidget(widget)
        both = QSplitter(Qt.Orientation.Horizontal)
        for view in self.passages:
            both.addWidget(view)
            view.text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        both.setChildrenCollapsible(False)
        held, steps = QHBoxLayout(), QHBoxLayout()
        held.addWidget(self.other)
        held.addWidget(self.by, 1)
        for action_id in ("adjudicate_open", "adjudicate_previous", "adjudicate_next"):
            button = self.actions_table.button(action_id, self)
            button.setProperty("framed", True)
            steps.addWidget(button)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self._row)
        scroll.setMinimumHeight(140)
        main = QWidget()
        layout = QVBoxLayout(main)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.addWidget(self.kind)
        layout.addWidget(self.subject)
        layout.addWidget(both, 3)
        layout.addWidget(scroll, 2)
        layout.addWidget(Folding(held, steps))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(main)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 4)
        self.list.setMinimumWidth(_LIST * 3 // 5)
        split.setSizes([_LIST, 4 * _LIST])
        split.setChildrenCollapsible(False)
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("muted", True)
        self.empty.setContentsMargins(80, 20, 80, 20)
        merge = self.actions_table.button("merge", self)
        merge.setProperty("framed", True)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.addStretch(1)
        column.addWidget(self.empty)
        column.addWidget(merge, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self._pages = QStackedWidget()
        self._pages.addWidget(split)
        self._pages.addWidget(nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(top)
        outer.addWidget(self._pages, 1)

    def _verdicts(self) -> QMenu:
        menu = QMenu(self)
        for kind in VerdictKind:
            if kind is not VerdictKind.UNDECIDED:
                action = menu.addAction(wording.word(wording.VERDICTS, kind))
                action.triggered.connect(lambda _=False, kind=kind: self._decide(kind))
        return menu

    def _purpose(self) -> str:
        return self.tr(
            "When two editors decide differently on one mark, pair or name, their versions stand here beside each "
            "other until somebody chooses. Merge a colleague's project, or take in a returned review packet, to see "
            "where you differ."
        )

    # What is shown

    def _show(self, _index: QModelIndex | None = None) -> None:
        clash = self.current()
        for card in self.cards:
            card.hide()  # at once: it is deleted with the next turn of the event loop
            card.deleteLater()
        self.cards = []
        while self._cards.count():
            self._cards.takeAt(0)
        self.other.setVisible(clash is not None and clash.kind in (ClashKind.VERDICT, ClashKind.ANNOTATION))
        is_mark = clash is not None and clash.kind is ClashKind.ANNOTATION
        self.other.setMenu(self._mark_menu if is_mark else self._verdict_menu)
        self.other.setToolTip(
            self.tr("Another label, or other words: select them in the passage first.") if is_mark else ""
        )
        may = clash is not None and not self.session.read_only
        self.other.setEnabled(may)
        self._keep_digits(may)
        if clash is None:
            return
        self.kind.setText(wording.led("  ·  ".join((words.kind(clash), *self._sources(clash)))))
        self.subject.setText(wording.led(words.subject(clash, self.model.names)))
        self._show_places(clash)
        for at, version in enumerate(clash.versions, 1):
            key = shown_key(self.actions_table.spec(f"adjudicate_{at}")) if at <= MOST else ""
            card = VersionCard(version, key, may)
            card.chosen.connect(self._take)
            self._cards.addWidget(card, 1)
            self.cards.append(card)
        self.by.setText(self._history(clash))

    def _sources(self, clash: Clash) -> list[str]:
        return [wording.isolate(self.model.names.get(key, "")) for key in clash.articles]

    def _show_places(self, clash: Clash) -> None:
        there = set(self.session.project.article_ids())
        places = [place for place in clash.places if place.article_id in there]
        for at, view in enumerate(self.passages):
            view.setVisible(at < len(places))
            if at < len(places):
                span, article = places[at].span, self.session.project.article(places[at].article_id)
                text = article.text[span.start : span.end]
                claim = Claim(span.start, span.end, text, ClaimKind.OTHER, span)
                view.show_claim(article, ArticleClaim(article.id, claim), Show.CHECK)
                view.value.clear()

    def _history(self, clash: Clash) -> str:
        """Who settled it, when, and what was chosen before that."""
        told = []
        for version in clash.final:
            sentence = self.tr("{editor} chose “{said}”, {moment}")
            told.append(
                sentence.format(
                    editor=wording.isolate(words.editor(version)),
                    said=wording.isolate(words.decision(version)[0]),
                    moment=wording.moment(version.at),
                )
            )
        return wording.led("  ·  ".join(told))

    # What an editor does

    def _choose(self, at: int) -> None:
        clash = self.current()
        if clash and at < len(clash.versions):
            self._take(clash.versions[at].id)

    def _take(self, version_id: str) -> None:
        clash = self.current()
        if clash and not self.session.read_only:
            self._settle(clash, ResolveClash(clash.kind, clash.key, version_id))

    def _decide(self, kind: VerdictKind) -> None:
        clash = self.current()
        if clash and clash.kind is ClashKind.VERDICT:
            edits = (SetVerdict((clash.key,), kind), ResolveClash(clash.kind, clash.key))
            self._settle(clash, Batch(edits, "ResolveClash"))

    def _offer_finals(self) -> None:
        """Each label that the mark could have, over the words that are selected in the passage, or over its own."""
        self._mark_menu.clear()
        self._keep_digits(False)  # they choose among the labels now
        clash = self.current()
        mark = next((one.value for one in self._versions(clash) if isinstance(one.value, Annotation)), None)
        if mark is None:
            return
        article = self.session.project.article(mark.article_id)
        span = self.passages[0].selected() or mark.span
        words_ = self._mark_menu.addAction(wording.led(f"«{wording.isolate(article.text[span.start : span.end])}»"))
        words_.setEnabled(False)
        for at, item in enumerate(finals(mark, article, span, self.session.project.offered_labels()), 1):
            key = f"&{at}  " if at <= MOST else ""
            said = wording.label(replace(mark, item=item)).replace("&", "&&")
            action = self._mark_menu.addAction(f"{key}{said}")
            # Once the menu is shut: what is settled brings the next clash, which has a menu of its own.
            action.triggered.connect(lambda _=False, item=item: QTimer.singleShot(0, lambda: self._make_final(item)))

    def _keep_digits(self, on: bool) -> None:
        """Whether a digit chooses a version."""
        for at in range(1, MOST + 1):
            self.actions_table[f"adjudicate_{at}"].setEnabled(on)

    def _versions(self, clash: Clash | None) -> list[Version]:
        """What stands now first, marks before what was taken away."""
        return sorted(clash.versions, key=lambda one: (one.out, not one.current)) if clash else []

    def _make_final(self, item: Entity | Quote | Claim) -> None:
        clash = self.current()
        if clash and not self.session.read_only:
            self._settle(clash, SettleMark(clash.key, item))

    def _settle(self, clash: Clash, edit: object) -> None:
        row = self.list.currentIndex().row()
        if self.session.do(edit):
            if self.settled.isChecked():
                row = self._next_open(row, 1)
            self._select(min(max(row, 0), len(self.model.clashes) - 1))
            if all(one.settled for one in self._known):
                self.session.said.emit(self.tr("Everything that editors decided differently is settled."))

    def _decide_otherwise(self) -> None:
        if self.other.isVisible() and self.other.isEnabled():
            self.other.showMenu()

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        if 0 <= row < len(self.model.clashes):
            self._select(row)

    def _next_open(self, row: int, by: int) -> int:
        places = [*range(row + by, len(self.model.clashes)), *range(row)]
        return next((place for place in places if not self.model.clashes[place].settled), row)

    def _lead(self) -> None:
        clash = self.current()
        if clash is None:
            return
        if clash.kind is ClashKind.VERDICT:
            self.session.view_wanted.emit("beside", clash.key)
        elif clash.places:
            self.session.go_to(clash.places[0].article_id, clash.places[0].span)
        elif clash.articles:
            self.session.go_to(clash.articles[0])

    def _select(self, row: int) -> None:
        index = self.model.index(row)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)

    def _follow(self, touched: Touched) -> None:
        """Undo and redo are seen where they happen: what is open again comes into sight."""
        if self.isVisible() and Kind.CLASHES in touched.kinds:
            still = {(one.kind, one.key) for one in self._known if not one.settled}
            back = [pair for pair in still if pair not in self._open_before]
            if len(back) == 1:
                self._select(self.model.row_of(*back[0]))


def _label(scale: float = 1.0) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() * scale)
    if scale > 1:
        font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label
