"""Times the matrix and the pages beside each other with large projects, beside bare Qt in the same run.

    python tests/benchmarks/views.py [FACTS]

Makes a project of that many facts (10,000, with 30,000 relations) in a temporary folder. Prints what it takes to open
the matrix, to filter, sort and group it, to page through it; and for two and four articles side by side with many
relations to open the page and to scroll a step, ribbons included. Each beside what bare Qt takes for the like: a table
of as many rows of fixed words, two plain text views scrolled by a line.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QTableView, QWidget

from core.model import Article, ArticleClaim, Claim, ClaimKind, Fact, Quantity, Relation, RelationKind, Show, Span
from core.model import article_id as id_of
from core.project import Project
from gui import theme
from gui.actions import Actions
from gui.beside.view import BesideView
from gui.matrix.view import MatrixView
from gui.session import Session
from gui.settings import Settings

SOURCES, CLAIMS, LINES = 120, 3, 400
SHOWS = (Show.CONFLICT, Show.CHECK, Show.AGREE, Show.UPDATE)
SIZE = (1280, 720)


def articles(count: int) -> list[Article]:
    """Texts whose sentences say one figure each."""
    made = []
    for number in range(count):
        text = "\n".join(
            f"وبلغ عدد السفن في الميناء رقم {row} نحو {row + number} سفينة هذا اليوم." for row in range(LINES)
        )
        made.append(
            Article(id_of(text), text, f"خبر {number}", f"وكالة {number}", "", "2024-01-01", "", f"{number}.txt")
        )
    return made


def facts(sources: list[Article], count: int) -> list[Fact]:
    """Facts that three sources answer, each two of them related."""
    made = []
    for number in range(count):
        claims = []
        for place in range(CLAIMS):
            article = sources[(number * 7 + place) % len(sources)]
            words = f"نحو {number % LINES + sources.index(article)} سفينة"
            start = article.text.index(words)
            span = Span(start, start + len(words))
            value = Quantity(number, number, "سفينة")
            claims.append(ArticleClaim(article.id, Claim(span.start, span.end, words, ClaimKind.QUANTITY, span, value)))
        related = tuple(
            Relation(
                a, b, RelationKind.DIFFERS_IN_SCOPE, SHOWS[(a + b + number) % 4], 0.5, "5", "رقمان.", "Two figures."
            )
            for a, b in combinations(range(CLAIMS), 2)
        )
        question = f"كم سفينة في الميناء رقم {number}؟", f"How many ships in port {number}?"
        made.append(Fact(f"f{number}", *question, ClaimKind.QUANTITY, f"حدث {number % 50}", tuple(claims), related))
    return made


class Bare(QAbstractTableModel):
    """As many rows of the same words."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's signature
        return 0 if parent.isValid() else SOURCES

    def data(self, _index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return "نحو 40 سفينة" if role == Qt.ItemDataRole.DisplayRole else None


def timed(what: str, action: Callable[[], Any]) -> Any:
    """Do it, and print how long it took on the clock and of the processor, painting included."""
    start, used = time.perf_counter(), time.process_time()
    result = action()
    QApplication.processEvents()
    took, used = time.perf_counter() - start, time.process_time() - used
    print(f"{what:<64}{took * 1000:8.1f} ms{used * 1000:8.1f} ms")
    return result


def steps(what: str, action: Callable[[int], Any], count: int = 60) -> None:
    """Do it many times, and print the median on the clock and of the processor, and the slowest."""
    took, used = [], []
    for number in range(count):
        start, before = time.perf_counter(), time.process_time()
        action(number)
        QApplication.processEvents()
        took.append((time.perf_counter() - start) * 1000)
        used.append((time.process_time() - before) * 1000)
    print(f"{what:<64}{statistics.median(took):8.1f} ms{statistics.median(used):8.1f} ms, slowest {max(took):.1f}")


def shown(widget: QWidget) -> QWidget:
    """At the size of a small screen."""
    widget.resize(*SIZE)
    widget.show()
    return widget


def matrix(session: Session, actions: Actions, settings: Settings, count: int) -> None:
    """The matrix, and a bare table."""

    def bare() -> QTableView:
        view = QTableView()
        view.setModel(Bare(count))
        return shown(view)

    table = timed(f"bare Qt: a table of {count} rows is made and shown", bare)
    steps("bare Qt: a step of three rows", lambda number: table.verticalScrollBar().setValue(number * 3))
    view = timed(f"the matrix of {count} facts opens", lambda: shown(MatrixView(session, actions, settings)))
    bar = view.table.verticalScrollBar()
    steps(
        "the matrix: a step of three rows", lambda number: bar.setValue(number * 3 * view.header.defaultSectionSize())
    )
    timed("the matrix: to the last row", lambda: bar.setValue(bar.maximum()))
    timed("the matrix: sorted by question", lambda: view.tools.order.setCurrentIndex(1) or view._filter())
    timed("the matrix: grouped by event", lambda: view.tools.group.setCurrentIndex(1) or view._filter())
    timed(
        "the matrix: filtered by a word, the first time", lambda: view.tools.words.setText("رقم 77") or view._filter()
    )
    timed("the matrix: filtered by another", lambda: view.tools.words.setText("رقم 78") or view._filter())
    view.hide()


def beside(session: Session, actions: Actions, settings: Settings) -> None:
    """Columns with ribbons, and bare text views."""
    texts = [article.text for article in session.project.articles()[:4]]
    font = theme.reader_font("", 15)
    for count in (2, 4):
        holder = QWidget()
        layout = QHBoxLayout(holder)
        plain = []
        for text in texts[:count]:
            view = QPlainTextEdit(readOnly=True)
            view.setFont(font)
            view.setPlainText(text)
            layout.addWidget(view)
            plain.append(view)
        shown(holder)
        QApplication.processEvents()

        def move(number: int, plain: list[QPlainTextEdit] = plain) -> None:
            for view in plain:
                view.verticalScrollBar().setValue(number)

        steps(f"bare Qt: {count} text views, a step of one line", move)
        holder.hide()
    page = timed("side by side opens", lambda: shown(BesideView(session, actions, settings)))
    page.set_reader_font(QFont(font))
    ids = session.project.article_ids()
    for count in (2, 4):
        timed(f"side by side: {count} articles are put there", lambda count=count: page.show_articles(ids[:count]))
        QApplication.processEvents()
        bar = page.columns[0].view.verticalScrollBar()
        for together in (False, True):
            actions["scroll_together"].setChecked(together)
            how = "all by fact" if together else "one column"
            steps(f"side by side: {count} articles, {len(page._rows)} relations, {how}, a step", bar.setValue)
            print(f"{'':<64}{len(page.ribbons.found()):8} ribbons drawn")
    page.hide()


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    app = QApplication(sys.argv[:1])
    theme.current()
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "large.mizan") as project:
        sources = articles(SOURCES)
        project.import_articles(sources)
        project.store_facts(facts(sources, count))
        session, owner = Session(project), QWidget()
        actions, settings = Actions(owner), Settings(Path(folder) / "m.ini")
        matrix(session, actions, settings, count)
        beside(session, actions, settings)
        app.processEvents()


if __name__ == "__main__":
    main()
