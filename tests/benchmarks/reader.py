"""Times the reader with large articles, beside a bare QPlainTextEdit in the same run.

    python tests/benchmarks/reader.py

Opens an article of 300,000 characters with 3,600 marks, alone and out of a project into its pane; one paragraph of
100,000 characters without a line break; and 5 MB; and scrolls through each. Prints medians in milliseconds, on the
clock and of the processor: until it is painted, and per frame; and the same for a bare QPlainTextEdit in which the same
text stands. Then what it takes to select a mark, to hide a label, and to show where a word of each line was found.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from core.model import (
    Analysis,
    Annotation,
    Article,
    Claim,
    ClaimKind,
    Entity,
    Origin,
    Quote,
    QuoteKind,
    Span,
    Status,
    article_id,
)
from core.project import Project
from core.text.arabic import folded
from gui import theme
from gui.actions import Actions
from gui.reader.find_bar import find_all
from gui.reader.marks import Filter
from gui.reader.pane import ReaderPane
from gui.reader.view import ArticleView
from gui.session import Session
from gui.settings import Settings

SENTENCE = "قال الوزير سامر نجار في مدينة حلبا إن كلفة الجسر بلغت ٤٠ مليون دولار، وإن BBC سألته عنها. "
FRAMES = 120


def lines(length: int, per_line: int) -> str:
    """A text of so many characters, so many sentences a line."""
    line = SENTENCE * per_line + "\n"
    return (line * (length // len(line) + 1))[:length]


def marked(text: str, count: int) -> list[Annotation]:
    """So many marks of all layers, evenly."""
    starts = []
    place = text.find("سامر")
    while place >= 0:
        starts.append(place)
        place = text.find("سامر", place + 1)
    starts = [start for start in starts if start + 40 < len(text)]
    marks: list[Annotation] = []
    for number, start in enumerate(starts):
        if len(marks) >= count:
            break
        status = Status.ACCEPTED if number % 3 else Status.SUGGESTED
        name = Entity(start, start + 9, text[start : start + 9], "PER", "", Origin.RULE, 1.0)
        claim = Claim(start, start + 40, text[start : start + 40], ClaimKind.OTHER, Span(start, start + 40))
        items = [name, replace(name, start=start + 18, end=start + 22, text=text[start + 18 : start + 22], label="LOC")]
        marks += [Annotation(f"e{number}-{at}", "a", item, status) for at, item in enumerate(items)]
        if number % 2:
            marks.append(Annotation(f"c{number}", "a", claim, status))
        if number % 5 == 0:
            quote = Quote(start, start + 30, text[start : start + 30], QuoteKind.DIRECT)
            marks.append(Annotation(f"q{number}", "a", quote, status))
    return marks[:count]


Took = tuple[float, float]  # milliseconds on the clock and of the processor


def timed(action: Callable[[], object]) -> Took:
    """How long it takes, painting included."""
    start, used = time.perf_counter(), time.process_time()
    action()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000, (time.process_time() - used) * 1000


def median(took: Sequence[Took]) -> str:
    """The middle of these, on the clock and of the processor."""
    return "".join(f"{statistics.median(one):9.1f}" for one in zip(*took, strict=True))


def frames(view: QPlainTextEdit) -> list[Took]:
    """What the frames take while the text scrolls by, a few lines each."""
    bar, took = view.verticalScrollBar(), []
    for step in range(FRAMES):
        bar.setValue(step * 3)
        took.append(timed(view.viewport().repaint))
    return took


def from_file(text: str, marks: list[Annotation]) -> None:
    """The whole way: out of a project into the pane with its heading, legend and map."""
    article = Article(article_id(text), text, "خبر", "وكالة", "", "2024-01-01", "", "a.txt")
    other = replace(article, id=article_id(SENTENCE), text=SENTENCE)
    items = [mark.item for mark in marks]
    entities, quotes, claims = (
        tuple(item for item in items if isinstance(item, kind)) for kind in (Entity, Quote, Claim)
    )
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "long.mizan") as project:
        project.import_articles([article, other])
        project.store_analysis([Analysis(article, (), entities, quotes, claims)])
        owner = QWidget()
        pane = ReaderPane(Session(project), Actions(owner), Settings(Path(folder) / "mizan.ini"), owner)
        pane.resize(1280, 720)
        owner.resize(1280, 720)
        owner.show()
        QApplication.processEvents()
        took = []
        for _ in range(7):
            pane.open(other.id)
            QApplication.processEvents()
            took.append(timed(lambda: pane.open(article.id)))
        print(f"{'    the same out of a project, in its pane':<50}{median(took)}")
        owner.close()
        QApplication.processEvents()


def report(what: str, opened: Sequence[Took], scrolled: Sequence[Took]) -> None:
    """One line of the table."""
    print(f"{what:<50}{median(opened)}{median(scrolled)}{max(frame for frame, _ in scrolled):9.1f}")


def compare(name: str, text: str, count: int, times: int) -> None:
    """Our reader and a bare one with the same text."""
    marks, article = marked(text, count), Article("a", text)
    ours, bare = ArticleView(), QPlainTextEdit(readOnly=True)
    for view in (ours, bare):
        view.resize(1280, 720)
        view.show()
    ours.set_type(theme.reader_font("", 17), 1.9)
    bare.setFont(ours.font())
    bare.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()

    def show() -> None:
        ours.set_article(article)
        ours.set_annotations(marks)
        ours.viewport().repaint()

    def show_bare() -> None:
        bare.setPlainText(text)
        bare.viewport().repaint()

    opened, opened_bare = zip(*[(timed(show), timed(show_bare)) for _ in range(times)], strict=True)
    report(f"{name}, {len(marks)} marks", opened, frames(ours))
    report("    bare QPlainTextEdit", opened_bare, frames(bare))
    if count:
        middle = marks[len(marks) // 2].id
        print(f"{'    go to a mark in the middle':<50}{median([timed(lambda: ours.select(middle))])}")
        print(f"{'    hide a label':<50}{median([timed(lambda: ours.set_filter(Filter(labels=LABELS)))])}")
    places = find_all(folded(text), "كلفة")
    print(
        f"{f'    show {len(places)} places that were found':<50}{median([timed(lambda: ours.set_washes(places, 0))])}"
    )
    ours.close()
    bare.close()


LABELS = frozenset({"PER"})


def main() -> None:
    """Print the table."""
    QApplication(sys.argv[:1])
    theme.current().choose("light")
    print(f"{'milliseconds':<50}{'open':>9}{'cpu':>9}{'frame':>9}{'cpu':>9}{'worst':>9}")
    compare("300,000 characters", lines(300_000, 5), 3600, 9)
    text = lines(300_000, 5)
    from_file(text, marked(text, 3600))
    compare("one paragraph of 100,000 characters", lines(100_000, 5).replace("\n", " "), 1200, 5)
    compare("5 MB", lines(3_000_000, 5), 0, 3)


if __name__ == "__main__":
    main()
