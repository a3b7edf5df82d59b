"""What an editor does on the timeline, done in the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.model import (
    Analysis,
    Article,
    ArticleClaim,
    Claim,
    ClaimKind,
    Fact,
    Modality,
    Relation,
    RelationKind,
    Show,
    Span,
    TimeValue,
    article_id,
)
from core.project import Project
from gui import i18n, theme
from gui.actions import Actions
from gui.charts import picture
from gui.charts.calendar_axis import CalendarAxis
from gui.session import Session
from gui.settings import Settings
from gui.timeline.page import TimelinePage

Key = Qt.Key
RIVER = "😀 يفتح الجسر يوم الأحد. وبدأ العمل عام 2020.\n"
BANK = "فُتح الجسر مطلع مايو، وتفقده الوزير في 7 مايو.\n"


def claim(text: str, words: str, first: str, last: str, modality: Modality, mod: str | None = None) -> Claim:
    start = text.index(words)
    value = TimeValue(first, first, last, mod=mod)
    return Claim(start, start + len(words), words, ClaimKind.TIME, Span(0, len(text)), value, modality)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    river = Article(article_id(RIVER), RIVER, "الجسر", "النهر", "", "2024-05-01")
    bank = Article(article_id(BANK), BANK, "الجسر", "الضفة", "", "2024-05-08")
    opens = claim(RIVER, "يوم الأحد", "2024-05-05", "2024-05-05", Modality.PLANNED)
    began = claim(RIVER, "عام 2020", "2020-01-01", "2020-12-31", Modality.ASSERTED)
    opened = claim(BANK, "مطلع مايو", "2024-05-01", "2024-05-10", Modality.ASSERTED, "START")
    seen = claim(BANK, "7 مايو", "2024-05-07", "2024-05-07", Modality.ASSERTED)
    ends = tuple(ArticleClaim(one.id, end) for one, end in ((river, opens), (bank, opened), (bank, seen)))
    relation = Relation(0, 1, RelationKind.REFINES, Show.CHECK, 0.8, "", "سبب.", "Reason.")
    with Project.create(tmp_path / "bridge.mizan", "ليلى") as made:
        made.import_articles([river, bank])
        made.store_analysis([Analysis(river, claims=(opens, began)), Analysis(bank, claims=(opened, seen))])
        made.store_facts([Fact("f1", "متى يُفتح الجسر؟", "When does it open?", ClaimKind.TIME, "", ends, (relation,))])
        yield made


@pytest.fixture
def session(project: Project) -> Iterator[Session]:
    session = Session(project)
    failures: list[str] = []
    session.failed.connect(failures.append)
    yield session
    assert failures == []


@pytest.fixture
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    wanted = getattr(request, "param", "en")
    i18n.install(qapp, wanted)
    yield wanted
    i18n.install(qapp, "en")


@pytest.fixture
def page(qtbot: QtBot, session: Session, settings: Settings, language: str) -> Iterator[TimelinePage]:
    owner = QWidget()
    qtbot.addWidget(owner)
    page = TimelinePage(session, Actions(owner), settings)
    QVBoxLayout(owner).addWidget(page)
    owner.resize(1000, 600)
    with qtbot.waitExposed(owner):
        owner.show()
    owner.activateWindow()
    page.chart.setFocus()
    qtbot.waitUntil(lambda: bool(page.moments))
    yield page
    page.reading.close()
    owner.close()


def current(page: TimelinePage) -> str:
    assert page.chart.current is not None
    return page.chart.current[1].moment.text


def names(page: TimelinePage) -> list[str]:
    return [strip.lane.name for strip in page.chart.strips]


def point(page: TimelinePage, words: str) -> QPoint:
    """Where a moment is drawn, in the chart."""
    for strip in page.chart.strips:
        for place in strip.lane.places:
            if place.moment.text == words:
                return page.chart._rect(strip, place).center()
    raise AssertionError(words)


def test_lanes_by_source_and_by_question(qtbot: QtBot, page: TimelinePage) -> None:
    assert names(page) == ["الضفة", "النهر"]
    qtbot.keyClick(page.chart, Key.Key_G)
    assert names(page) == ["متى يُفتح الجسر؟"]
    assert page.grouping.currentText() == "A lane for each question"
    (strip,) = page.chart.strips
    assert (strip.lane.reported, strip.lane.rows) == (2, 3)


def test_all_times_are_shown_on_wish(qtbot: QtBot, page: TimelinePage) -> None:
    assert page.count.text() == "3 times"
    qtbot.keyClick(page.chart, Key.Key_A)
    qtbot.waitUntil(lambda: page.count.text() == "4 times")
    assert not page.shared.isChecked()


@pytest.mark.parametrize("language", ["ar", "en"], indirect=True)
def test_time_runs_as_reading_does_and_keys_follow(qtbot: QtBot, page: TimelinePage, language: str) -> None:
    chart = page.chart
    chart.show_all()
    early, late = point(page, "مطلع مايو").x(), point(page, "7 مايو").x()
    assert (early > late) is (language == "ar")
    onward, back = (Key.Key_Left, Key.Key_Right) if language == "ar" else (Key.Key_Right, Key.Key_Left)
    qtbot.keyClick(chart, onward)
    assert current(page) == "مطلع مايو"
    qtbot.keyClick(chart, onward)
    assert current(page) == "7 مايو"
    qtbot.keyClick(chart, back)
    assert current(page) == "مطلع مايو"
    qtbot.keyClick(chart, Key.Key_Down)
    assert current(page) == "يوم الأحد"
    qtbot.keyClick(chart, Key.Key_Up)
    assert current(page) in ("مطلع مايو", "7 مايو")
    assert "الضفة" in chart.accessibleDescription()
    assert page.card.isVisible()
    qtbot.keyClick(chart, Key.Key_Escape)
    assert chart.current is None
    assert not page.card.isVisible()


def test_enter_and_a_click_open_the_passage(qtbot: QtBot, page: TimelinePage, session: Session) -> None:
    page.chart.show_all()
    qtbot.keyClick(page.chart, Key.Key_Right)
    with qtbot.waitSignal(session.passage_wanted) as wanted:
        qtbot.keyClick(page.chart, Key.Key_Return)
    article, span = wanted.args or ("", None)
    assert session.project.article(article).text[span.start : span.end] == "مطلع مايو"
    with qtbot.waitSignal(session.passage_wanted) as wanted:
        qtbot.mouseClick(page.chart.viewport(), Qt.MouseButton.LeftButton, pos=point(page, "يوم الأحد"))
    article, span = wanted.args or ("", None)
    assert session.project.article(article).text[span.start : span.end] == "يوم الأحد"


def test_hovering_says_what_a_bar_is(qtbot: QtBot, page: TimelinePage) -> None:
    page.chart.show_all()
    qtbot.mouseMove(page.chart.viewport(), point(page, "يوم الأحد"))
    qtbot.waitUntil(page.card.isVisible)
    for words in ("يوم الأحد", "5 May 2024", "planned", "النهر", "When does it open?"):
        assert words in page.card.text()
    qtbot.mouseMove(page.chart.viewport(), QPoint(5, 5))
    qtbot.waitUntil(lambda: not page.card.isVisible())


def test_zoom_and_pan_by_keys_wheel_and_buttons(qtbot: QtBot, page: TimelinePage) -> None:
    chart = page.chart

    def seen() -> tuple[float, float]:
        low, high = chart.box.viewRange()[0]
        return low, high - low

    def turn(delta: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        at = QPointF(chart.rect().center())
        button, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, at, QPoint(), QPoint(0, delta), button, modifiers, phase, False)
        QApplication.sendEvent(chart.viewport(), event)

    chart.show_all()
    low, length = seen()
    qtbot.keyClick(chart, Key.Key_Plus)
    assert seen()[1] < length
    qtbot.keyClick(chart, Key.Key_Minus)
    assert seen()[1] == pytest.approx(length)
    turn(120)
    assert seen()[1] < length
    turn(-120)
    assert seen()[1] == pytest.approx(length)
    turn(-120, Qt.KeyboardModifier.ShiftModifier)
    assert seen()[0] > low
    qtbot.keyClick(chart, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert seen()[0] == pytest.approx(low)
    chart.zoom(3)
    qtbot.keyClick(chart, Key.Key_Home)
    assert seen() == pytest.approx((low, length))


def test_an_article_leads_to_its_first_time(page: TimelinePage) -> None:
    page.show_item(article_id(RIVER))
    assert current(page) == "يوم الأحد"


def test_more_lanes_than_the_page_holds_are_scrolled(qtbot: QtBot, page: TimelinePage) -> None:
    page.window().resize(1000, 220)
    qtbot.waitUntil(page.bar.isVisible)
    page.bar.setValue(page.bar.maximum())
    assert page.chart.offset == pytest.approx(page.bar.maximum(), abs=1)
    qtbot.keyClick(page.chart, Key.Key_PageUp)
    assert page.chart.offset == 0
    qtbot.keyClick(page.chart, Key.Key_Right)
    qtbot.keyClick(page.chart, Key.Key_Down)
    assert page.chart.rect().contains(point(page, "يوم الأحد"))


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_the_picture_is_in_light_colours_and_the_window_keeps_its_own(
    page: TimelinePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    path = tmp_path / f"times.{suffix}"
    page.chart.draw_with(theme.DARK)
    monkeypatch.setattr(picture, "ask_for_path", lambda *_: path)
    page.actions_table["chart_save"].trigger()
    if suffix == "svg":
        assert QSvgRenderer(str(path)).isValid()
        image = QImage(page.chart.size(), QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        from PySide6.QtGui import QPainter

        painter = QPainter(image)
        QSvgRenderer(str(path)).render(painter)
        painter.end()
    else:
        image = QImage(str(path))
    assert image.pixelColor(image.width() - 4, image.height() - 4).name() == theme.LIGHT.surface
    assert page.chart.tokens is theme.tokens()
    assert len({image.pixelColor(x, image.height() // 4).name() for x in range(image.width())}) > 2


def test_an_empty_timeline_says_what_to_do(qtbot: QtBot, page: TimelinePage, session: Session) -> None:
    session.announce(session.project.store_facts([]))
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    assert "A" in page.empty.text()
    assert "Show all times" in page.empty.text()


@pytest.mark.parametrize(
    ("language", "days", "expected"),
    [
        ("ar", 20, ["1 مايو", "3 مايو"]),
        ("en", 20, ["1 May", "3 May"]),
        ("ar", 300, ["مايو 2024", "يونيو 2024"]),
        ("en", 6000, ["2026", "2028"]),
    ],
    indirect=["language"],
)
def test_the_axis_speaks_the_language(qtbot: QtBot, language: str, days: int, expected: list[str]) -> None:
    axis = CalendarAxis("bottom")
    first = 739007.0  # 1 May 2024
    ((step, values),) = axis.tickValues(first + days, first, 1000)
    assert [words.strip("\u200e\u200f") for words in axis.tickStrings(values, 1, step)[:2]] == expected
