"""Three long articles on one ferry, with facts that all three answer, in a real window on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from core.model import (
    Article,
    ArticleClaim,
    Claim,
    ClaimKind,
    Fact,
    Quantity,
    Relation,
    RelationKind,
    Show,
    Span,
    article_id,
)
from core.project import Project
from gui.beside.relate import RelateDialog
from gui.beside.view import BesideView
from gui.main_window import MainWindow

FILLER = "وقال سكان الجزيرة إن الرحلة البحرية صارت أطول من المعتاد في هذا الموسم من السنة."


def text(ferry: str, date: str, captain: str, before: int) -> str:
    """A story whose sentences stand at other heights in each source."""
    lines = [f"😀 خبر العبارة {before}", *[f"{FILLER} ({number})" for number in range(before)]]
    lines.append(f"وكان على متن العبارة {ferry} عند الإبحار.")
    lines += [f"{FILLER} ({number})" for number in range(40, 70)]
    lines.append(f"وأبحرت العبارة {date} من الميناء القديم.")
    lines += [f"{FILLER} ({number})" for number in range(70, 100)]
    lines.append(f"وقاد العبارة {captain} طوال الرحلة.")
    return "\n".join([*lines, *[f"{FILLER} ({number})" for number in range(100, 120)]])


STORIES = (
    ("وكالة الموج", "120 راكبا", "يوم الأحد", "القبطان سالم", 6),
    ("جريدة المرسى", "95 راكبا", "الأحد 5 مايو", "القبطان سالم", 18),
    ("قناة الشراع", "نحو 120 راكبا", "يوم الاثنين", "القبطان وليد", 11),
)


def articles() -> list[Article]:
    made = []
    for source, ferry, date, captain, before in STORIES:
        words = text(ferry, date, captain, before)
        made.append(Article(article_id(words), words, f"خبر {source}", source, "", "2024-05-06", "", f"{before}.txt"))
    return made


def facts(sources: list[Article]) -> list[Fact]:
    def said(column: int, kind: ClaimKind, value: Quantity | None = None) -> tuple[ArticleClaim, ...]:
        found = []
        for article, story in zip(sources, STORIES, strict=True):
            start = article.text.index(story[column])
            span = start, start + len(story[column])
            found.append(ArticleClaim(article.id, Claim(*span, story[column], kind, Span(*span), value)))
        return tuple(found)

    def relation(a: int, b: int, kind: RelationKind, show: Show) -> Relation:
        return Relation(a, b, kind, show, 0.8, "", "سبب من المقطعين.", "From both passages.")

    agree, conflict, finer = RelationKind.CORROBORATES, RelationKind.CONTRADICTS, RelationKind.REFINES
    aboard = said(1, ClaimKind.QUANTITY, Quantity(120, 120, "راكب"))
    numbers = (relation(0, 1, conflict, Show.CONFLICT), relation(0, 2, agree, Show.AGREE))
    days = (relation(0, 1, finer, Show.AGREE), relation(1, 2, conflict, Show.CHECK))
    who = (relation(0, 1, agree, Show.AGREE),)
    time, actor = said(2, ClaimKind.TIME), said(3, ClaimKind.ACTOR)
    return [
        Fact("ferry", "كم راكبا كان على متنها؟", "How many were aboard?", ClaimKind.QUANTITY, "", aboard, numbers),
        Fact("date", "متى أبحرت؟", "When did it sail?", ClaimKind.TIME, "", time, days),
        Fact("captain", "من قادها؟", "Who steered it?", ClaimKind.ACTOR, "", actor, who),
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "ferry.mizan"
    with Project.create(made, "ليلى") as project:
        found = articles()
        project.import_articles(found)
        project.store_analysis([])
        project.store_facts(facts(found))
        project.mark_compared(project.count_edits())
    return made


@pytest.fixture
def window(open_desk: Callable, path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr("gui.jobs.Jobs.analyze", lambda *_: None)  # the facts are those of the story
    monkeypatch.setattr("gui.jobs.Jobs.compare", lambda *_: None)
    return open_desk(path, language="en").window


@pytest.fixture
def beside(window: MainWindow, qtbot: QtBot) -> BesideView:
    window.actions_table["tab_beside"].trigger()
    view = window.tabs.view("beside")
    qtbot.waitUntil(lambda: view.columns[0].view.hasFocus())
    qtbot.wait(30)
    return view


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[RelationKind]]:
    """Accepts the dialog with the kind that is put here."""
    kinds: list[RelationKind] = []

    def accept(dialog: RelateDialog) -> QDialog.DialogCode:
        dialog.kind.setCurrentIndex(dialog.kind.findData(kinds[-1]))
        dialog.note.setText("راجعت الميناء")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RelateDialog, "exec", accept)
    return kinds
