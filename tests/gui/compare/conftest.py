"""A real project with two sources, three questions and their relations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.model import (
    Approx,
    Article,
    ArticleClaim,
    Attribution,
    Claim,
    ClaimKind,
    Fact,
    Modality,
    Quantity,
    Relation,
    RelationKind,
    Show,
    Span,
    TimeValue,
    article_id,
)
from core.project import Project
from gui.actions import Actions
from gui.compare.panel import ContradictionsPanel
from gui.session import Session

NORTH = "😀 خبر عن السد\nقالت الوزارة إن السد يخزن أكثر من 40 ألف متر. وسيفتتح يوم الأحد.\nوالعمل مستمر في الموقع."
SOUTH = "BBC: تقول صحيفة إن السد يخزن نحو 90 ألف متر، ونفت الوزارة ذلك. ويفتتح السد الأحد 5 مايو."


def claim(article: Article, text: str, kind: ClaimKind, **rest: object) -> ArticleClaim:
    start = article.text.index(text)
    return ArticleClaim(
        article.id,
        Claim(start, start + len(text), text, kind, Span(max(start - 4, 0), start + len(text)), **rest),  # type: ignore[arg-type]
    )


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    north = Article(article_id(NORTH), NORTH, "خبر عن السد", "وكالة الشمال", "", "2024-05-01", "", "n.txt")
    south = Article(article_id(SOUTH), SOUTH, "", "جريدة الجنوب", "", "2024-05-02", "", "s.txt")
    volume = (
        claim(
            north,
            "أكثر من 40 ألف متر",
            ClaimKind.QUANTITY,
            value=Quantity(40000, None, "متر", Approx.AT_LEAST),
            attribution=Attribution("الوزارة"),
        ),
        claim(
            south,
            "نحو 90 ألف متر",
            ClaimKind.QUANTITY,
            value=Quantity(90000, 90000, "متر", Approx.ABOUT),
            modality=Modality.POSSIBLE,
        ),
    )
    opening = (
        claim(north, "يوم الأحد", ClaimKind.TIME, value=TimeValue("2024-05-05", "2024-05-05", "2024-05-05")),
        claim(south, "الأحد 5 مايو", ClaimKind.TIME, value=TimeValue("2024-05-05", "2024-05-05", "2024-05-05")),
    )
    denial = (
        claim(north, "السد يخزن", ClaimKind.POLARITY),
        claim(south, "نفت الوزارة ذلك", ClaimKind.POLARITY),
    )
    facts = [
        Fact(
            "f1",
            "كم يخزن السد؟",
            "How much does the dam hold?",
            ClaimKind.QUANTITY,
            "",
            volume,
            (
                Relation(
                    0,
                    1,
                    RelationKind.DIFFERS_IN_SCOPE,
                    Show.CHECK,
                    0.8,
                    "50000 (125 %)",
                    "رقمان مختلفان.",
                    "They differ.",
                ),
            ),
        ),
        Fact(
            "f2",
            "متى يفتتح السد؟",
            "When does the dam open?",
            ClaimKind.TIME,
            "",
            opening,
            (Relation(0, 1, RelationKind.REFINES, Show.AGREE, 0.9, "", "اليوم نفسه.", "The same day."),),
        ),
        Fact(
            "f3",
            "هل يخزن السد الماء؟",
            "Does the dam hold water?",
            ClaimKind.POLARITY,
            "",
            denial,
            (Relation(0, 1, RelationKind.CONTRADICTS, Show.CONFLICT, 0.9, "", "تأكيد ونفي.", "Said and denied."),),
        ),
    ]
    with Project.create(tmp_path / "story.mizan", "ليلى") as made:
        made.import_articles([north, south])
        made.store_facts(facts)
        yield made


@pytest.fixture
def session(project: Project) -> Iterator[Session]:
    session = Session(project)
    failures: list[str] = []
    session.failed.connect(failures.append)
    yield session
    assert failures == []


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Iterator[ContradictionsPanel]:
    owner = QWidget()
    qtbot.addWidget(owner)
    panel = ContradictionsPanel(session, Actions(owner), QFont("Noto Naskh Arabic", 16), owner)
    QVBoxLayout(owner).addWidget(panel)
    owner.resize(1200, 640)
    with qtbot.waitExposed(owner):
        owner.show()
    yield panel
    owner.close()
