"""What an editor sees and does in the overview, done in the page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.model import (
    Analysis,
    Article,
    ArticleClaim,
    Claim,
    ClaimKind,
    Entity,
    Fact,
    Origin,
    Relation,
    RelationKind,
    Show,
    Span,
    Status,
    VerdictKind,
    article_id,
)
from core.project import Project, ReviewFilter
from core.store.edits import RemoveArticles, SetStatus, SetVerdict
from gui import i18n, theme
from gui.actions import Actions
from gui.charts import picture
from gui.overview.bars import BarPlot
from gui.overview.page import OverviewPage
from gui.overview.progress import ProgressModel
from gui.session import Session
from gui.settings import Settings

Key = Qt.Key
SOURCES = ("النهر", "الضفة", "السهل")


def make_article(source: str) -> Article:
    text = f"حلبا: نص من {source} عن الجسر."
    return Article(article_id(text), text, f"عنوان {source}", source, "", "2024-05-01")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    articles = [make_article(source) for source in SOURCES]
    claims = tuple(ArticleClaim(each.id, Claim(0, 4, "حلبا", ClaimKind.PLACE, Span(0, 8))) for each in articles)
    shows = (Show.CONFLICT, Show.AGREE, Show.AGREE)
    relations = tuple(
        Relation(a, b, RelationKind.CONTRADICTS, show, 0.9, "", "سبب.", "Reason.")
        for (a, b), show in zip(combinations(range(3), 2), shows, strict=True)
    )
    place = Entity(0, 4, "حلبا", "LOC", "حلبا", Origin.RULE, 0.9)
    with Project.create(tmp_path / "bridge.mizan", "ليلى") as made:
        made.import_articles(articles)
        made.store_analysis([Analysis(each, entities=(place,)) for each in articles])
        made.store_facts([Fact("f1", "أين الجسر؟", "Where is it?", ClaimKind.PLACE, "", claims, relations)])
        yield made


@pytest.fixture
def session(project: Project) -> Iterator[Session]:
    session = Session(project)
    failures: list[str] = []
    session.failed.connect(failures.append)
    yield session
    assert failures == []


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot, session: Session, settings: Settings) -> Iterator[OverviewPage]:
    i18n.install(qapp, "en")
    owner = QWidget()
    qtbot.addWidget(owner)
    page = OverviewPage(session, Actions(owner), settings)
    QVBoxLayout(owner).addWidget(page)
    owner.resize(1000, 640)
    with qtbot.waitExposed(owner):
        owner.show()
    owner.activateWindow()
    page.chart.setFocus()
    qtbot.waitUntil(lambda: page.found is not None)
    yield page
    page.reading.close()
    owner.close()


def cell_of(page: OverviewPage, *sources: str) -> tuple[int, int]:
    row, column = sorted((page.chart.matrix.sources.index(source) for source in sources), reverse=True)
    return row, column


def test_the_numbers_are_those_of_the_project_and_follow_decisions(
    qtbot: QtBot, page: OverviewPage, session: Session
) -> None:
    assert "3 articles" in page.numbers.text()
    assert "0 of 3 marks decided" in page.numbers.text()
    assert "0 of 1 pairs decided" in page.numbers.text()
    project = session.project
    mark = project.annotations(make_article("النهر").id)[0]
    pair = project.review_queue(ReviewFilter())[0]
    assert session.do(SetStatus((mark.id,), Status.ACCEPTED))
    assert session.do(SetVerdict((pair.id,), VerdictKind.COMPATIBLE))
    qtbot.waitUntil(lambda: "1 of 3 marks decided" in page.numbers.text())
    assert "1 of 1 pairs decided" in page.numbers.text()
    first = page.chart.matrix.pair_at(*cell_of(page, "النهر", "الضفة"))
    assert (first.agree, first.conflict) == (1, 0)


def test_bars_of_all_plots_have_one_thickness(page: OverviewPage) -> None:
    def apart(plot: BarPlot) -> float:
        return plot.box.mapFromView(QPointF(0, 1)).y() - plot.box.mapFromView(QPointF(0, 0)).y()

    steps = [apart(plot) for plot in page.chart.plots.values()]
    assert max(steps) - min(steps) < 2, steps  # pixels


def test_a_cell_leads_to_the_review_of_its_pairs(qtbot: QtBot, page: OverviewPage, session: Session) -> None:
    row, column = cell_of(page, "النهر", "الضفة")
    with qtbot.waitSignal(session.view_wanted) as wanted:
        spot = page.chart.rect_of(row, column).center()
        qtbot.mouseClick(page.chart.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert wanted.args is not None
    view, chosen = wanted.args
    assert view == "review"
    (key,) = session.project.review_queue(chosen)
    fact = session.project.facts_by_ids([key.fact_id])[key.fact_id]
    assert [(told.a, told.b) for told in fact.relations if fact.relation_id(told) == key.id] == [(0, 1)]


def test_the_keyboard_walks_through_the_cells(qtbot: QtBot, page: OverviewPage, session: Session) -> None:
    chart = page.chart
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Right, Key.Key_Right):
        qtbot.keyClick(chart, key)
    assert chart.matrix.current == (2, 2)
    qtbot.keyClick(chart, Key.Key_Left)
    assert chart.matrix.current == (2, 1)
    pair = chart.current_pair()
    assert pair is not None
    assert page.card.isVisible()
    assert pair.a in chart.accessibleDescription()
    with qtbot.waitSignal(session.view_wanted) as wanted:
        qtbot.keyClick(chart, Key.Key_Return)
    assert wanted.args is not None
    assert set(wanted.args[1].sources) == {pair.a, pair.b}
    qtbot.keyClick(chart, Key.Key_Escape)
    assert chart.matrix.current is None
    assert not page.card.isVisible()


def test_hovering_says_what_a_cell_counts(qtbot: QtBot, page: OverviewPage) -> None:
    qtbot.mouseMove(page.chart.viewport(), page.chart.rect_of(*cell_of(page, "النهر", "السهل")).center())
    qtbot.waitUntil(page.card.isVisible)
    assert "Agreement 1" in page.card.text()
    assert "النهر" in page.card.text()


def test_the_table_of_articles_sorts_and_opens(qtbot: QtBot, page: OverviewPage, session: Session) -> None:
    river = make_article("النهر")
    mark = session.project.annotations(river.id)[0]
    assert session.do(SetStatus((mark.id,), Status.REJECTED))
    qtbot.waitUntil(lambda: any(row.decided for row in page.model.rows))
    page.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert page.model.rows[0].id == river.id
    assert page.model.index(0, 3).data().strip("\u2068\u2069") == "1 / 1"
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(0, 0))
    with qtbot.waitSignal(session.passage_wanted) as wanted:
        qtbot.keyClick(page.table, Key.Key_Return)
    assert wanted.args == [river.id, None]


def test_the_model_of_the_table_is_sound(page: OverviewPage) -> None:
    model = ProgressModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.found is not None
    model.show_rows(page.found.progress)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [row.source for row in model.rows] == sorted(SOURCES, reverse=True)
    model.show_rows(page.found.progress[:1])
    assert model.rowCount() == 1
    del tester


def test_the_picture_is_in_light_colours(page: OverviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "overview.png"
    page.chart.draw_with(theme.DARK)
    monkeypatch.setattr(picture, "ask_for_path", lambda *_: path)
    page.actions_table["chart_save"].trigger()
    image = QImage(str(path))
    assert image.size() == page.chart.size() * 2
    assert image.pixelColor(image.width() - 4, image.height() - 4).name() == theme.LIGHT.surface


def test_a_picture_that_cannot_be_written_is_told(
    page: OverviewPage, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    session.failed.disconnect()
    session.failed.connect(told.append)
    for suffix in ("png", "svg"):
        path = tmp_path / "none" / f"overview.{suffix}"
        monkeypatch.setattr(picture, "ask_for_path", lambda *_, path=path: path)
        page.actions_table["chart_save"].trigger()
    assert len(told) == 2
    assert all("cannot be written" in sentence for sentence in told)


def test_an_empty_overview_says_what_to_do(qtbot: QtBot, page: OverviewPage, session: Session) -> None:
    assert session.do(RemoveArticles(tuple(session.project.article_ids())))
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    assert page.empty.text().startswith("No articles yet")
