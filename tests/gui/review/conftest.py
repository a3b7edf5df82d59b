"""A real project with three sources and six pairs that want a decision."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget
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
    Origin,
    Quantity,
    Relation,
    RelationKind,
    Show,
    Span,
    article_id,
)
from core.project import Project
from gui.actions import Actions
from gui.review.page import ReviewPage
from gui.session import Session
from gui.settings import Settings

SOURCES = ("وكالة الشمال", "جريدة الجنوب", "إذاعة الغرب")
FIGURES = ("40", "90", "70")


def text(source: str, figure: str) -> str:
    lines = [f"😀 قالت {source} إن المخزن {at} يسع {figure} طنا من القمح، ولم تذكر غير ذلك." for at in range(1, 4)]
    return "\n".join(lines) + "\n"


def make_article(at: int) -> Article:
    body = text(SOURCES[at], FIGURES[at])
    return Article(article_id(body), body, f"مخازن {at}", SOURCES[at], "", f"2024-05-0{at + 1}", "", f"{at}.txt")


def claim(article: Article, figure: str, store: int) -> ArticleClaim:
    line = article.text.index(f"المخزن {store}")
    start = article.text.index(f"{figure} طنا", line)
    end = start + len(f"{figure} طنا")
    value = Quantity(float(figure), float(figure), "طن")
    return ArticleClaim(
        article.id,
        Claim(
            *(start, end, article.text[start:end], ClaimKind.QUANTITY, Span(line, end)),
            value=value,
            attribution=Attribution("الوزارة"),
        ),
    )


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    articles = [make_article(at) for at in range(3)]
    facts = []
    for store in range(1, 4):
        claims = tuple(claim(article, FIGURES[at], store) for at, article in enumerate(articles))
        relations = tuple(
            Relation(a, b, RelationKind.CONTRADICTS, show, 0.9 - store / 10, "50", "رقمان مختلفان.", "They differ.")
            for a, b, show in ((0, 1, Show.CONFLICT), (0, 2, Show.CHECK))
        )
        question = f"كم يسع المخزن {store}؟", f"How much does store {store} hold?"
        facts.append(Fact(f"f{store}", *question, ClaimKind.QUANTITY, "", claims, relations))
    with Project.create(tmp_path / "stores.mizan", "ليلى") as made:
        made.import_articles(articles)
        made.store_analysis([Analysis(article, entities=figures(article)) for article in articles])
        made.store_facts(facts)
        yield made


def figures(article: Article) -> tuple[Entity, ...]:
    """The figures with their values, which tell the page what differs."""
    at = SOURCES.index(article.source)
    ends = [claim(article, FIGURES[at], store).claim for store in range(1, 4)]
    return tuple(
        Entity(end.start, end.end, end.text, "QUANTITY", end.text, Origin.RULE, 0.9, end.value)  # type: ignore[arg-type]
        for end in ends
    )


@pytest.fixture
def session(project: Project) -> Iterator[Session]:
    session = Session(project)
    failures: list[str] = []
    session.failed.connect(failures.append)
    yield session
    assert failures == []


@pytest.fixture
def page(qtbot: QtBot, session: Session, settings: Settings) -> Iterator[ReviewPage]:
    owner = QWidget()
    qtbot.addWidget(owner)
    page = ReviewPage(session, Actions(owner), settings)
    page.set_reader_font(QFont("Noto Naskh Arabic", 16))
    QVBoxLayout(owner).addWidget(page)
    owner.resize(1100, 700)
    with qtbot.waitExposed(owner):
        owner.show()
    owner.activateWindow()
    page.setFocus()
    yield page
    owner.close()
