"""Times the pages that read the whole project: review queue, timeline, overview.

    python tests/benchmarks/pages.py [RELATIONS [ARTICLES [MARKS]]]

Makes a project of that many relations (30,000), articles (10,000) and marks (1,000,000) in a temporary folder. Prints
the milliseconds, on the clock and of the processor, to open the review queue, to filter it, and of a decision with the
step to the next pair; and, beside the window, to read times and numbers and to draw them.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from window import articles, facts

from core.compare.timeline import Grouping, lanes
from core.model import Analysis, Article, Claim, ClaimKind, Entity, Modality, Origin, Show, Span, TimeValue
from core.project import Project, ReviewFilter
from gui.actions import Actions
from gui.overview.chart import OverviewChart
from gui.review.page import ReviewPage
from gui.session import Session
from gui.settings import Settings
from gui.timeline.chart import TimelineChart

STEPS = 50
TIMES = 5  # of an article


def timed(name: str, work: Callable[[], Any]) -> Any:
    """Print how long it takes."""
    clock, busy = time.perf_counter(), time.process_time()
    result = work()
    clock, busy = time.perf_counter() - clock, time.process_time() - busy
    print(f"{name:<58} {clock * 1000:8.1f} ms {busy * 1000:8.1f} ms of the processor")
    return result


def analysis(article: Article, marks: int) -> Analysis:
    """So many marks on one article, some of them claims that say when."""
    step = max((len(article.text) - 40) // marks, 1)
    places = [at * step % (len(article.text) - 40) for at in range(marks - TIMES)]
    entities = tuple(
        Entity(at, at + 5 + number % 7, article.text[at : at + 5 + number % 7], "LOC", "x", Origin.RULE, 0.9)
        for number, at in enumerate(sorted(places))
    )
    claims = []
    for at in range(TIMES):
        day = f"2024-{1 + (at * 7 + len(article.text)) % 12:02}-{1 + int(article.id[:4], 16) % 28:02}"
        mode = Modality.PLANNED if at % 2 else Modality.ASSERTED
        words = article.text[at * 9 : at * 9 + 8]
        when = TimeValue(day, day, day)
        claims.append(Claim(at * 9, at * 9 + 8, words, ClaimKind.TIME, Span(0, 40), when, mode))
    return Analysis(article, entities=entities, claims=tuple(claims))


def main() -> None:
    """Make the project and time everything."""
    counts = [int(word) for word in sys.argv[1:]]
    relations, many, marks = (*counts, *(30_000, 10_000, 1_000_000)[len(counts) :])
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "large.mizan", "ليلى") as project:
        sources = articles(many)
        project.import_articles(sources)
        per = max(marks // many, TIMES + 1)
        for start in range(0, many, 250):
            project.store_analysis([analysis(each, per) for each in sources[start : start + 250]])
        project.store_facts(list(facts(sources, relations)))
        review(app, project, Path(folder))
        charts(project)


def review(app: QApplication, project: Project, folder: Path) -> None:
    """The queue, as a page of its own."""
    owner = QWidget()
    session = Session(project)
    page = timed(
        f"open the queue ({len(project.review_queue(ReviewFilter()))} pairs)",
        lambda: ReviewPage(session, Actions(owner), Settings(folder / "mizan.ini")),
    )
    page.resize(1280, 720)
    page.show()
    page.setFocus()
    timed("all pairs, decided or not", lambda: page.show_item(ReviewFilter(shows=tuple(Show), undecided=False)))
    timed("filter by words of the question", lambda: page.show_item(ReviewFilter(words="رقم 7")))
    page.show_item(ReviewFilter())
    app.processEvents()
    steps = []
    for number in range(STEPS):
        began = time.perf_counter()
        QTest.keyClick(page, Qt.Key(Qt.Key.Key_1.value + number % 4))
        page.repaint()
        steps.append(time.perf_counter() - began)
        app.processEvents()  # what comes next is read now
    steps.sort()
    middle, longest = steps[STEPS // 2] * 1000, steps[-1] * 1000
    print(f"{f'decide and step on, median and longest of {STEPS}':<58} {middle:8.1f} ms {longest:8.1f} ms")
    owner.deleteLater()
    page.deleteLater()
    app.processEvents()


def charts(project: Project) -> None:
    """What is read beside the window, and what the window draws of it."""
    moments = timed("read the times that several sources tell", lambda: project.moments(shared=True))
    moments = timed("read all times", lambda: project.moments(shared=False))
    drawn = timed(f"lay out {len(moments)} times by source", lambda: lanes(moments, Grouping.SOURCE))
    chart = TimelineChart()
    chart.resize(1280, 720)
    timed("take them into the chart", lambda: chart.show_lanes(drawn))
    chart.show_most()
    timed("paint the timeline", chart.grab)
    chart.zoom(3)
    timed("paint it after a zoom", chart.grab)
    found = timed("count for the overview", project.overview)
    overview = OverviewChart()
    overview.resize(1280, 500)
    timed("take the numbers into the chart", lambda: overview.show_overview(found))
    timed("paint the overview", overview.grab)
    for drawing in (chart, overview):
        drawing.close()
        drawing.deleteLater()
    QApplication.processEvents()


if __name__ == "__main__":
    main()
