"""Which pairs are reviewed: what they are shown as, what they are about, who speaks; and filters kept under a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QInputDialog,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
)

from core.errors import KnownError
from core.model import ClaimKind, Show
from core.project import ReviewFilter, ReviewView
from gui import wording
from gui.actions import Actions, shown_key
from gui.panels.long_box import LongBox
from gui.reader.flow import FlowLayout
from gui.session import Session

_TYPING = 250  # ms after the last letter

Index = QModelIndex | QPersistentModelIndex


class FilterBar(QWidget):
    """The fields of a ReviewFilter; `changed` says that an editor set one."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._stale = True
        self.shows: dict[Show, QToolButton] = {}
        layout = FlowLayout(self, gap=6)
        layout.setContentsMargins(14, 0, 14, 0)
        for show in Show:
            chip = self.shows[show] = QToolButton(checkable=True)
            chip.setProperty("framed", True)
            chip.setText(wording.word(wording.SHOWS, show))
            chip.setToolTip(self.tr("Show or hide: {}").format(chip.text()))
            chip.toggled.connect(self.changed)
            layout.addWidget(chip)
        self.kind = _combo(self.tr("What the question asks"), self.tr("Any question"))
        for kind in ClaimKind:
            self.kind.addItem(wording.word(wording.CLAIM_KINDS, kind), kind)
        self.sources = (
            SourceBox(self.tr("One source"), self.tr("Any source")),
            SourceBox(self.tr("The other source"), self.tr("against any source")),
        )
        self.words = QLineEdit(clearButtonEnabled=True)
        self.words.setPlaceholderText(self.tr("Words of the question"))
        self.words.setAccessibleName(self.tr("Words of the question"))
        self.words.setMinimumWidth(180)
        self.undecided = QCheckBox(self.tr("Only undecided"))
        self.mine = QCheckBox(self.tr("Assigned to me"))
        self.mine.setToolTip(self.tr("Only pairs with an article that you work on"))
        for widget in (self.kind, *self.sources, self.words, self.undecided, self.mine):
            layout.addWidget(widget)
        for combo in (self.kind, *self.sources):
            combo.activated.connect(self.changed)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._typing.timeout.connect(self.changed)
        self.words.textChanged.connect(self._typing.start)
        self.words.returnPressed.connect(self._typing.stop)
        self.words.returnPressed.connect(self.changed)
        self.undecided.toggled.connect(self.changed)
        self.mine.toggled.connect(self.changed)
        self.show_filter(ReviewFilter())

    def reload(self) -> None:
        """The sources may have changed; they are read when somebody looks."""
        self._stale = True
        if self.isVisible():
            self._offer()

    def showEvent(self, event: QShowEvent) -> None:
        self._offer()
        super().showEvent(event)

    def _offer(self) -> None:
        if self._stale:
            self._stale = False
            names = self._session.project.review_sources()
            for box in self.sources:
                box.offer(names)

    def filter(self) -> ReviewFilter:
        """What stands in the fields."""
        kind = self.kind.currentData()
        said = [box.chosen() for box in self.sources]
        return ReviewFilter(
            tuple(show for show, chip in self.shows.items() if chip.isChecked()),
            (kind,) if kind else (),
            tuple(filter(None, said)),
            self.words.text().strip(),
            self.undecided.isChecked(),
            self.mine.isChecked(),
        )

    def show_filter(self, wanted: ReviewFilter) -> None:
        """Put a filter into the fields, without `changed`."""
        blocked = QSignalBlocker(self)
        if wanted.sources:
            self._offer()
        for show, chip in self.shows.items():
            chip.setChecked(show in wanted.shows or not wanted.shows)
        self.kind.setCurrentIndex(max(self.kind.findData(next(iter(wanted.kinds), None)), 0))
        for box, source in zip(self.sources, (*wanted.sources, "", ""), strict=False):
            box.choose(source)
        self.words.setText(wanted.words)
        self._typing.stop()
        self.undecided.setChecked(wanted.undecided)
        self.mine.setChecked(wanted.mine)
        blocked.unblock()


class ViewsButton(QToolButton):
    """The named filters: one to choose, this one to keep, one to forget."""

    chosen = Signal(object)  # ReviewFilter

    def __init__(self, session: Session, actions: Actions, bar: FilterBar) -> None:
        super().__init__()
        self._session, self._bar = session, bar
        self.setProperty("framed", True)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self.fill)
        action = actions["review_views"]
        words = self.tr("Views")
        self.setText(f"{words} ▾  {shown_key(actions.spec('review_views'))}")
        self.setToolTip(action.toolTip())
        self.setAccessibleName(action.toolTip())
        action.triggered.connect(self.showMenu)

    def fill(self) -> None:
        """What the menu offers now."""
        menu = self.menu()
        menu.clear()
        views = self._session.project.review_views()
        now = self._bar.filter()
        for view in views:
            action = menu.addAction(wording.led(view.name.replace("&", "&&")))
            action.setCheckable(True)
            action.setChecked(view.filter == now)
            action.triggered.connect(lambda _=False, view=view: self.chosen.emit(view.filter))
        for name, wanted in (
            (self.tr("All that wants a decision"), ReviewFilter()),
            (self.tr("All pairs, decided or not"), ReviewFilter(shows=tuple(Show), undecided=False)),
        ):
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(wanted == now)
            action.triggered.connect(lambda _=False, wanted=wanted: self.chosen.emit(wanted))
        menu.addSeparator()
        keep = menu.addAction(self.tr("Keep this filter under a name…"), self._ask)
        keep.setEnabled(not self._session.read_only)
        forget = menu.addMenu(self.tr("Forget"))
        forget.setEnabled(bool(views) and not self._session.read_only)
        for view in views:
            forget.addAction(wording.led(view.name), lambda view=view: self.forget(view.name))

    def keep(self, name: str) -> None:
        """Keep the filter that stands in the bar; an equal name is taken over."""
        others = [view for view in self._session.project.review_views() if view.name != name]
        self._write([*others, ReviewView(name, self._bar.filter())])

    def forget(self, name: str) -> None:
        """No longer offer a filter."""
        self._write([view for view in self._session.project.review_views() if view.name != name])

    def _ask(self) -> None:
        name, wanted = QInputDialog.getText(self, self.tr("Keep this filter"), self.tr("Name of the view:"))
        if wanted and name.strip():
            self.keep(name.strip())

    def _write(self, views: Iterable[ReviewView]) -> None:
        try:
            self._session.project.set_review_views(list(views))
        except KnownError as error:
            self._session.fail(error)


class Sources(QAbstractListModel):
    """The names of sources, behind what stands for all of them."""

    def __init__(self, anything: str) -> None:
        super().__init__()
        self._anything = anything
        self.names: Sequence[str] = ()

    def show_names(self, names: Sequence[str]) -> None:
        """These from now on."""
        self.beginResetModel()
        self.names = names
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.names) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        name = self.names[index.row() - 1] if index.row() > 0 else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.led(name) if name else self._anything
        return name if role == Qt.ItemDataRole.UserRole else None


class SourceBox(LongBox):
    """One of the sources, or any of them ("")."""

    def __init__(self, name: str, anything: str) -> None:
        self._sources = Sources(anything)
        super().__init__(self._sources)
        _describe(self, name)

    def offer(self, names: Sequence[str]) -> None:
        """These sources; the one that is chosen stays where it is among them."""
        if names != self._sources.names:
            chosen = self.chosen()
            self._sources.show_names(names)
            self.choose(chosen)

    def chosen(self) -> str:
        """The source, "" for any."""
        return self._sources.names[self.currentIndex() - 1] if self.currentIndex() > 0 else ""

    def choose(self, name: str) -> None:
        """Choose a source; any, where there is no such one."""
        names = self._sources.names
        self.setCurrentIndex(names.index(name) + 1 if name in names else 0)


def _combo(name: str, anything: str) -> QComboBox:
    combo = QComboBox()
    _describe(combo, name)
    combo.addItem(anything, None)
    return combo


def _describe(combo: QComboBox, name: str) -> None:
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    combo.setMaximumWidth(200)
