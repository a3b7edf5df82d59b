"""Times what the window does with large projects, beside bare Qt in the same run.

    python tests/benchmarks/window.py [RELATIONS]

Makes a project of that many relations (30,000) in a temporary folder. Prints the milliseconds, on the clock and of the
processor, to open the list of relations, to filter it, to decide on one and to hear of other facts; the longest step
in which facts are stored; and what a bare QStringListModel takes to show as many rows and to be filtered.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget

from core.model import Article, ArticleClaim, Claim, ClaimKind, Fact, Quantity, Relation, RelationKind, Show, Span
from core.model import article_id as id_of
from core.project import Project
from gui.actions import Actions
from gui.compare.panel import ContradictionsPanel
from gui.session import Session

CLAIMS = 12  # of a fact; each two are related
SHOWS = (Show.CONFLICT, Show.CHECK, Show.AGREE, Show.UPDATE)


def articles(count: int) -> list[Article]:
    """Texts whose sentences say one figure each."""
    made = []
    for number in range(count):
        text = "".join(f"وبلغ عدد السفن في الميناء رقم {row} نحو {row + number} سفينة. " for row in range(40))
        made.append(
            Article(id_of(text), text, f"خبر {number}", f"وكالة {number}", "", "2024-01-01", "", f"{number}.txt")
        )
    return made


def facts(sources: list[Article], relations: int) -> Iterator[Fact]:
    """Facts of CLAIMS claims each until there are so many relations."""
    pairs = list(combinations(range(CLAIMS), 2))
    for number in range(relations // len(pairs) + 1):
        claims = []
        for place in range(CLAIMS):
            article = sources[(number * CLAIMS + place) % len(sources)]
            start = number * 7 % (len(article.text) - 40)
            words = article.text[start : start + 30]
            claim = Claim(
                start, start + 30, words, ClaimKind.QUANTITY, Span(start, start + 40), Quantity(place, place, "سفينة")
            )
            claims.append(ArticleClaim(article.id, claim))
        related = tuple(
            Relation(
                a,
                b,
                RelationKind.DIFFERS_IN_SCOPE,
                SHOWS[(a + b + number) % 4],
                0.5 + a / 40,
                "5",
                "رقمان مختلفان.",
                "They differ.",
            )
            for a, b in pairs
        )
        yield Fact(
            f"fact-{number}",
            f"كم سفينة في الميناء رقم {number}؟",
            f"How many ships in port {number}?",
            ClaimKind.QUANTITY,
            "",
            tuple(claims),
            related,
        )


def timed(what: str, action: Callable[[], Any]) -> Any:
    """Do it, and print how long it took, on the clock and of the processor."""
    start, used = time.perf_counter(), time.process_time()
    result = action()
    QApplication.processEvents()
    took, used = time.perf_counter() - start, time.process_time() - used
    print(f"{what:<52}{took * 1000:8.1f} ms{used * 1000:10.1f} ms")
    return result


def bare(rows: list[str]) -> None:
    """The same number of rows in Qt's own string list, behind Qt's own filter."""
    model, proxy, view = QStringListModel(), QSortFilterProxyModel(), QListView()
    view.setUniformItemSizes(True)
    proxy.setSourceModel(model)
    view.setModel(proxy)
    view.show()
    QApplication.processEvents()
    timed("bare Qt: a string list is set and shown", lambda: model.setStringList(rows))
    timed("bare Qt: filtered by a word", lambda: proxy.setFilterFixedString("رقم 77"))
    timed("bare Qt: the filter is taken away", lambda: proxy.setFilterFixedString(""))


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "large.mizan") as project:
        sources = articles(400)
        project.import_articles(sources)
        longest, start = 0.0, time.perf_counter()
        for _ in project.fact_steps(list(facts(sources, count))):
            now = time.perf_counter()
            longest, start = max(longest, now - start), now
        print(f"{'storing facts: the longest step':<52}{longest * 1000:8.1f} ms")
        path = project.path
        project.close()
        with Project.open(path) as again:
            measure(app, again)


def measure(app: QApplication, project: Project) -> None:
    """The panel of contradictions on this project, as when the program has just been started."""
    session, owner = Session(project), QWidget()
    actions = Actions(owner)
    panel = timed("open the list of relations", lambda: ContradictionsPanel(session, actions, QFont(), owner))
    panel.resize(1200, 700)
    owner.resize(1200, 700)
    timed("show it", owner.show)
    print(f"{'rows':<52}{panel.model.total():8}")
    timed("filter by a word, at once", lambda: panel.words.setText("رقم 77"))
    timed("filter by another word", lambda: panel.words.setText("وكالة 12"))
    timed("take the filter away", panel.words.clear)
    timed("only undecided", lambda: panel.undecided.setChecked(True))
    timed("all again", lambda: panel.undecided.setChecked(False))
    timed("agreement too", lambda: panel.chips[Show.AGREE].setChecked(True))
    timed("next undecided", lambda: panel.step(1))
    timed("a verdict", lambda: panel.form.buttons[next(iter(panel.form.buttons))].click())
    touched = project.store_facts(project.facts())  # the window stores them in short steps
    timed("facts told anew", lambda: session.announce(touched))
    QTest.qWait(1500)
    timed("filter by a word, after a pause", lambda: panel.words.setText("رقم 55"))
    bare([f"{panel.question.text()} {row}" for row in range(panel.model.total())])
    owner.close()
    app.processEvents()


if __name__ == "__main__":
    main()
