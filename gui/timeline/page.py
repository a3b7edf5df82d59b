"""The timeline: what each source says happened when, on one axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.compare.timeline import Grouping, Lane, Moment, lanes
from core.errors import KnownError
from core.model import Polarity, Span
from core.project import Kind, Project, Touched
from gui import i18n, theme, wording
from gui.actions import Actions, Scope, shown_key
from gui.charts import picture
from gui.charts.buttons import icon_button
from gui.charts.card import Card
from gui.charts.reading import Reading
from gui.panels.empty_page import EmptyPage
from gui.session import Session
from gui.settings import Settings
from gui.timeline.chart import TimelineChart
from gui.views import View

_ROW = 24  # pixels that the scroll bar moves by a click


class TimelinePage(View):
    """`show_item` takes the ID of an article: its first time becomes the current one."""

    def __init__(self, session: Session, actions: Actions, settings: Settings) -> None:
        super().__init__(session, actions, settings)
        self.moments: Sequence[Moment] = ()
        self._lanes: dict[Grouping, list[Lane]] = {}
        self._wanted = ""  # article to show when its times have been read
        self._fresh = True  # nothing was drawn yet
        self._kept: dict[str, Any] = {}  # what to restore when the times have been read
        self.reading = Reading(self)
        self.reading.done.connect(self._show)
        self.reading.failed.connect(session.fail)
        self.chart = TimelineChart()
        self.chart.setAccessibleName(self.tr("Timeline"))
        self.chart.setToolTip("")
        self.card = Card(self.chart)
        self.bar = QScrollBar(Qt.Orientation.Vertical)
        self.bar.setSingleStep(_ROW)
        self.bar.valueChanged.connect(self.chart.scroll_to)
        self.chart.scrolled.connect(self._follow_scroll)
        self.chart.hovered.connect(self._tell)
        self.chart.current_changed.connect(self._tell_current)
        self.chart.opened.connect(lambda one: session.go_to(one.article_id, Span(one.start, one.end)))

        self.grouping = QComboBox()
        for grouping, words in (
            (Grouping.SOURCE, self.tr("A lane for each source")),
            (Grouping.QUESTION, self.tr("A lane for each question")),
        ):
            self.grouping.addItem(words, grouping)
        words = self.tr("What a lane holds")
        self.grouping.setToolTip(f"{words} ({shown_key(actions.spec('timeline_group'))})")
        self.grouping.setAccessibleName(words)
        self.grouping.currentIndexChanged.connect(self._draw)
        words = self.tr("Only what several sources answer")
        self.shared = QCheckBox(f"{words}  {shown_key(actions.spec('timeline_shared'))}")
        self.shared.setChecked(True)
        self.shared.toggled.connect(self.read)
        self.count = QLabel()
        self.count.setProperty("muted", True)
        self.empty_page = EmptyPage(actions)
        self.empty = self.empty_page.words
        self._lay_out()

        for action_id, slot in {
            "chart_zoom_in": lambda: self.chart.zoom(1.0),
            "chart_zoom_out": lambda: self.chart.zoom(-1.0),
            "chart_all": self.chart.show_all,
            "chart_save": self._save,
            "timeline_group": lambda: self.grouping.setCurrentIndex(1 - self.grouping.currentIndex()),
            "timeline_shared": self.shared.toggle,
        }.items():
            actions[action_id].triggered.connect(lambda _=False, slot=slot: slot() if self.isVisible() else None)
        actions.attach(self, Scope.CHART)
        theme.current().changed.connect(self._redraw)
        self.read()

    def refresh(self, touched: Touched) -> None:
        if touched.kinds & {Kind.ARTICLES, Kind.ANNOTATIONS, Kind.FACTS}:
            self.read()

    def show_item(self, item: object) -> None:
        """Put the first time of an article (its ID) in sight."""
        self._wanted = str(item)
        self._lead()

    def state(self) -> dict[str, Any]:
        current = self.chart.current[1].moment if self.chart.current else None
        return {
            "grouping": str(self.grouping.currentData()),
            "shared": self.shared.isChecked(),
            "days": self.chart.days_in_sight() if self.chart.strips else None,
            "offset": self.chart.offset,
            "moment": [current.article_id, current.start, current.end] if current else None,
        }

    def restore(self, state: dict[str, Any]) -> None:
        self._kept, self._fresh = state, True
        with QSignalBlocker(self.grouping):
            self.grouping.setCurrentIndex(max(self.grouping.findData(state.get("grouping")), 0))
        if self.shared.isChecked() is not (shared := bool(state.get("shared", True))):
            self.shared.setChecked(shared)  # which reads again
        elif self.moments:
            self._draw()

    def focus_target(self) -> QWidget:
        return self.chart

    def read(self) -> None:
        """Read the times again."""
        shared = self.shared.isChecked()

        def laid_out(project: Project) -> tuple[bool, list[Moment], dict[Grouping, list[Lane]]]:
            moments = project.moments(shared=shared)
            return shared, moments, {by: lanes(moments, by) for by in Grouping}

        self.reading.start(self.session.project.path, laid_out)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 14, 4)
        top.setSpacing(8)
        top.addWidget(self.grouping)
        top.addWidget(self.shared)
        top.addWidget(self.count, 1)
        for action_id in ("chart_zoom_out", "chart_zoom_in", "chart_all", "chart_save"):
            top.addWidget(icon_button(self.actions_table[action_id]))
        drawn = QWidget()
        beside = QHBoxLayout(drawn)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.chart, 1)
        beside.addWidget(self.bar)
        self.stack = QStackedWidget()
        self.stack.addWidget(drawn)
        self.stack.addWidget(self.empty_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)

    def _show(self, found: tuple[bool, Sequence[Moment], dict[Grouping, list[Lane]]]) -> None:
        shared, moments, laid_out = found
        if shared is not self.shared.isChecked():
            return  # the other times are being read
        self.moments, self._lanes = moments, laid_out
        self._draw()
        self._lead()

    def _draw(self) -> None:
        self.card.hide()
        self.chart.show_lanes(self._lanes.get(Grouping(self.grouping.currentData()), ()))
        self.stack.setCurrentIndex(0 if self.chart.strips else 1)
        if self._fresh and self.chart.strips:
            self._fresh = False
            self.chart.show_most()
            self._put_back()
        self.count.setText(self.tr("%n time(s)", "", len(self.moments)) if self.moments else "")
        none = not self.session.project.article_ids()
        only_shared = self.tr(
            "No time that several sources tell of. Show all times with {}, or add articles on one story."
        ).format(shown_key(self.actions_table.spec("timeline_shared")))
        nothing = self.tr(
            "Nothing yet says when something happened. Add articles; their times are found by themselves."
        )
        self.empty_page.say(only_shared if self.shared.isChecked() and not none else nothing, add=none)

    def _put_back(self) -> None:
        """Days, lanes and moment of the last session, as far as they are still there."""
        kept, self._kept = self._kept, {}
        if days := kept.get("days"):
            self.chart.show_days(*days)
        found = (one for one in self.moments if [one.article_id, one.start, one.end] == kept.get("moment"))
        if moment := next(found, None):
            self.chart.select(moment)
        if kept:
            self.chart.scroll_to(kept.get("offset", 0.0))

    def _lead(self) -> None:
        found = next((one for one in self.moments if one.article_id == self._wanted), None)
        if found and self.chart.select(found):
            self._wanted = ""

    def _tell(self, moment: Moment | None, where: QRect | None) -> None:
        if moment is None or where is None:
            self.card.hide()
            return
        self.card.show_lines(self._lines(moment), where)

    def _tell_current(self, moment: Moment | None, where: QRect | None) -> None:
        self._tell(moment, where)
        self.chart.setAccessibleDescription("\n".join(self._lines(moment)) if moment else "")

    def _lines(self, moment: Moment) -> list[str]:
        """What the card and a screen reader say."""
        day = wording.day(moment.first)
        if moment.first != moment.last:
            day = self.tr("{first} to {last}").format(first=day, last=wording.day(moment.last))
        told = [wording.word(wording.MODALITIES, moment.modality)]
        if moment.polarity is Polarity.DENIED:
            told.append(wording.word(wording.POLARITIES, moment.polarity))
        by = self.tr("says {}").format(wording.isolate(moment.speaker)) if moment.speaker else ""
        published = self.tr("published {}").format(wording.day(moment.published)) if moment.published else ""
        question = moment.question if i18n.language() == "ar" else moment.question_en
        return [
            wording.directed(f"«{' '.join(moment.text.split())}»"),
            wording.led(f"{day} · {' · '.join(told)}"),
            wording.led(" · ".join(part for part in (wording.isolate(moment.source), by, published) if part)),
            wording.led(question),
        ]

    def _follow_scroll(self) -> None:
        page, height = self.chart.page_height(), self.chart.content_height()
        self.bar.blockSignals(True)
        self.bar.setPageStep(max(int(page), 1))
        self.bar.setRange(0, max(int(height - page), 0))
        self.bar.setValue(int(self.chart.offset))
        self.bar.setVisible(height > page)
        self.bar.blockSignals(False)

    def _redraw(self) -> None:
        self.chart.draw_with(theme.tokens())

    def _save(self) -> None:
        path = picture.ask_for_path(self, str(self.session.project.path.parent), self.tr("timeline"))
        if path is None:
            return
        try:
            picture.save(self.chart, path)
        except KnownError as error:
            self.session.fail(error)
        else:
            self.session.said.emit(self.tr("Saved: {}").format(wording.path(path.name)))
