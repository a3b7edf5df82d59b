"""Markup in what strangers wrote is text wherever the window shows it: it is never interpreted, and loads nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QDesktopServices, QTextDocument
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QGraphicsTextItem,
    QGraphicsView,
    QInputDialog,
    QLabel,
    QMenu,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.model import (
    Analysis,
    Article,
    ArticleClaim,
    Attribution,
    Claim,
    ClaimKind,
    Entity,
    Fact,
    Mention,
    Origin,
    Quote,
    QuoteKind,
    Reason,
    Relation,
    RelationKind,
    Show,
    Span,
    TimeValue,
    VerdictKind,
    article_id,
)
from core.project import Project
from core.store.edits import SetLabels, SetNote, SetVerdict
from gui.app import Desk
from gui.session import Session
from gui.views import VIEWS

EVIL = '<img src=x onerror=alert(1)><b>ع&amp;</b> <a href="file:///etc/passwd">رابط</a>'
FILE = "<img src=x onerror=alert(1)><b>ع&amp;"  # as far as a file's name can be so
# What happens elsewhere, or would end the test.
ELSEWHERE = {
    "close",
    "quit",
    "new",
    "open",
    "merge",
    "take_packet",
    "remove_article",
    "reveal",
    "full_screen",
    "samples",
}


def story(path: Path) -> None:
    """A project in which nothing but markup was written, on all layers, by somebody called so."""
    articles = [
        Article(article_id(text), text, EVIL, f"{EVIL}{number}", EVIL, "2024-05-01", f"http://x/{EVIL}", FILE)
        for number, text in enumerate((f"{EVIL}\nقال «{EVIL}»", f"قال {EVIL} يوم الأحد"))
    ]

    def place(article: Article, words: str) -> tuple[int, int, str]:
        start = article.text.rindex(words)
        return start, start + len(words), words

    def claim(article: Article, kind: ClaimKind) -> Claim:
        value = TimeValue("2024-05-05", "2024-05-05", "2024-05-05") if kind is ClaimKind.TIME else EVIL
        start, end, words = place(article, EVIL)
        return Claim(start, end, words, kind, Span(start, end), value, attribution=Attribution(EVIL, EVIL))

    with Project.create(path, EVIL) as project:
        project.import_articles(articles)
        analyses, facts = [], []
        for article in articles:
            spot = place(article, EVIL)
            name = Entity(*spot, EVIL, EVIL, Origin.MODEL, 0.9)
            person = Entity(*place(article, "رابط"), "PER", EVIL, Origin.MODEL, 0.9)
            said = Quote(*spot, QuoteKind.DIRECT, via=EVIL, speaker=Mention(*spot, EVIL))
            claims = tuple(claim(article, kind) for kind in (ClaimKind.TIME, ClaimKind.ACTOR))
            analyses.append(Analysis(article, (), (name, person), (said,), claims))
        project.store_analysis(analyses)
        for number, kind in enumerate((ClaimKind.TIME, ClaimKind.ACTOR)):
            claims = [ArticleClaim(analysis.article.id, analysis.claims[number]) for analysis in analyses]
            relation = Relation(0, 1, RelationKind.CONTRADICTS, Show.CONFLICT, 0.9, EVIL, EVIL, EVIL)
            facts.append(Fact(f"f{number}", EVIL, EVIL, kind, EVIL, tuple(claims), (relation,)))
        project.store_facts(facts)
        project.apply(SetLabels((EVIL,)))
        project.apply(
            SetVerdict((facts[0].relation_id(facts[0].relations[0]),), VerdictKind.CONTRADICTION, Reason.SCOPE, EVIL)
        )
        project.apply(SetNote(project.annotations(articles[0].id)[0].id, EVIL))


def interpreted() -> Iterator[str]:
    """Where any window of the program takes what was written for markup."""
    for widget in QApplication.allWidgets():
        where = f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        if isinstance(widget, QLabel) and is_markup(widget.text(), widget.textFormat()):
            yield f"{where}: {widget.text()}"
        for tip in (widget.toolTip(), widget.whatsThis()):
            if is_markup(tip):
                yield f"tooltip of {where}: {tip}"
        if isinstance(widget, QMenu) and widget.toolTipsVisible():
            yield from (f"menu: {action.toolTip()}" for action in widget.actions() if is_markup(action.toolTip()))
        if isinstance(widget, QTextEdit) and "<img" in widget.document().toHtml():
            yield f"{where}: {widget.document().toHtml()}"
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from (f"{where}: {tip}" for tip in tips(widget.model()) if is_markup(tip))
        if isinstance(widget, QGraphicsView) and widget.scene() is not None:
            for item in widget.scene().items():
                if isinstance(item, QGraphicsTextItem) and "<img" in item.toHtml():
                    yield f"{where}: {item.toHtml()}"
                if is_markup(item.toolTip()):
                    yield f"{where}: {item.toolTip()}"


def told(found: Mapping[str, Iterable[str]]) -> str:
    """All places, each once, in few words."""
    places = {place.replace(EVIL, "EVIL")[:160]: page for page in found for place in found[page]}
    return "\n".join(f"{page}: {place}" for place, page in places.items())


def is_markup(text: str, format_: Qt.TextFormat = Qt.TextFormat.AutoText) -> bool:
    """Whether Qt would show `text` as rich text with our image in it."""
    rich = format_ in (Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText)
    return "<img" in text and (rich or (format_ is Qt.TextFormat.AutoText and QtText.mightBeRichText(text)))


def tips(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for column in range(columns):
        for row in range(min(model.rowCount(QModelIndex()), 20)):
            yield str(model.data(model.index(row, column), Qt.ItemDataRole.ToolTipRole) or "")
        for side in Qt.Orientation:
            yield str(model.headerData(column, side, Qt.ItemDataRole.ToolTipRole) or "")


@pytest.fixture
def nothing_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a resource was asked for")

    monkeypatch.setattr(QTextDocument, "loadResource", refuse)
    monkeypatch.setattr(QDesktopServices, "openUrl", refuse)


@pytest.mark.usefixtures("nothing_is_loaded")
def test_no_page_interprets_markup(open_desk: Callable[..., Desk], tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / f"{FILE}.mizan"
    story(path)
    window = open_desk(path).window
    assert window is not None
    session: Session = window.session
    first, second = session.project.article_ids()
    assert EVIL in "".join(label.text() for label in window.findChildren(QLabel))
    session.failed.emit(EVIL)
    session.said.emit(EVIL)
    found: dict[str, set[str]] = {}
    for page in ("article", *VIEWS):
        window.tabs.show_page(page)
        qtbot.wait(30)
        if page == "beside":
            session.view_wanted.emit(page, [first, second])
        elif page == "timeline":
            session.view_wanted.emit(page, first)
        elif page == "matrix":
            session.view_wanted.emit(page, "f1")
        elif page in ("contradictions", "review"):
            session.view_wanted.emit(page, session.project.relation_keys([Show.CONFLICT])[1].id)
        qtbot.wait(30)
        found[page] = set(interpreted())
    window.tabs.show_page("article")
    window.reader.open(first)
    for _ in session.project.annotations(first):
        for action_id in ("next_mark", "card"):
            window.actions_table[action_id].trigger()
            qtbot.wait(20)
            found["article"] |= set(interpreted())
    assert not told(found)


@pytest.mark.usefixtures("nothing_is_loaded")
def test_no_dialog_interprets_markup(
    open_desk: Callable[..., Desk], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / f"{FILE}.mizan"
    story(path)
    window = open_desk(path).window
    assert window is not None
    seen: dict[str, list[str]] = {}

    def look(dialog: QDialog) -> int:
        dialog.show()
        qtbot.wait(20)
        seen[type(dialog).__name__] = list(interpreted())
        dialog.reject()
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    monkeypatch.setattr(QMenu, "exec", lambda *_: None)
    for name in ("getText", "getItem"):
        monkeypatch.setattr(QInputDialog, name, lambda *_, **__: ("", False))
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    first = window.session.project.article_ids()[0]
    for page in ("article", "contradictions", "beside", "matrix"):
        window.tabs.show_page(page)
        qtbot.wait(30)
        if page == "article":
            window.reader.open(first)
        for action in window.findChildren(QAction):
            if action.text().endswith("…") and action.isEnabled() and action.objectName() not in ELSEWHERE:
                action.trigger()
                qtbot.wait(20)
                for widget in QApplication.topLevelWidgets():
                    if isinstance(widget, QDialog) and widget.isVisible():
                        look(widget)
    assert len(seen) > 4, seen.keys()
    assert not told(seen)


def test_the_look_notices_markup(qtbot: QtBot) -> None:
    label = QLabel(EVIL)
    qtbot.addWidget(label)
    assert list(interpreted())
    label.setTextFormat(Qt.TextFormat.PlainText)
    assert not list(interpreted())
    label.setToolTip(EVIL)
    assert list(interpreted())
    owner = QWidget()
    qtbot.addWidget(owner)
