"""The comparison as a table in the terminal: what stands in one row, and how it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.cli import tables
from core.cli.tables import print_comparison
from core.cli.voice import Voice
from core.model import (
    Article,
    ArticleClaim,
    Attribution,
    Claim,
    ClaimKind,
    Fact,
    Polarity,
    Quantity,
    Relation,
    RelationKind,
    Show,
    Span,
)

_LONG = "كم عدد المفقودين بعد الانهيارات المتتالية والفيضانات؟"


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell is a line."""
    monkeypatch.setattr(tables, "_PIPED_WIDTH", 700)


def _claim(name: str, words: str, figure: float | None = None, **rest: object) -> ArticleClaim:
    value = Quantity(figure, figure, "شخص") if figure else None
    return ArticleClaim(name, Claim(0, 1, words, ClaimKind.QUANTITY, Span(0, 1), value, **rest))  # type: ignore[arg-type]


def _told(a: int, b: int, kind: RelationKind, show: Show, difference: str = "") -> Relation:
    return Relation(a, b, kind, show, 0.9 - a / 100, difference, f"سبب {a}{b}.", f"Reason {a}{b}.")


def _agree(a: int, b: int) -> Relation:
    return _told(a, b, RelationKind.CORROBORATES, Show.AGREE)


def _differ(a: int, b: int, difference: str = "70000 (58 %)") -> Relation:
    return _told(a, b, RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, difference)


def _printed(capsys: pytest.CaptureFixture[str], fact: Fact, language: str = "ar", names: str = "abcd") -> list[str]:
    """The rows of the table, each as its words in one line."""
    articles = [Article(name, "", source=f"قناة {name}", file=f"{name}.txt") for name in names]
    print_comparison(Voice(language), articles, [fact])
    lines = capsys.readouterr().out.splitlines()[1:]
    rows: list[str] = [""]
    for line in lines:
        if "─" in line:
            rows.append("")
        else:
            rows[-1] += " ".join(line.replace("│", " ").split()) + " "
    return [row for row in rows if row.strip()]


def _toll(*relations: Relation) -> Fact:
    claims = (
        _claim("a", "120 ألف شخص", 120_000, attribution=Attribution("المسؤولون", "وكالة")),
        _claim("b", "120000 شخص", 120_000),
        _claim("c", "190 ألف شخص", 190_000),
        _claim("d", "190000 شخص", 190_000),
    )
    return Fact("f", _LONG, "How many are missing?", ClaimKind.QUANTITY, "", claims, relations)


def test_only_answers_that_agree_stand_in_a_row_of_agreement(capsys: pytest.CaptureFixture[str]) -> None:
    told = _printed(capsys, _toll(_agree(0, 1), _differ(0, 2), _differ(1, 3), _agree(2, 3)))
    agreed = [row for row in told if "اتفاق" in row]
    assert ["120 ألف" in row and "120000" in row for row in agreed] == [True, False]
    assert ["190 ألف" in row and "190000" in row for row in agreed] == [False, True]


def test_a_row_of_agreement_gives_the_reason_that_holds_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    same, finer = _agree(0, 1), replace(_told(0, 2, RelationKind.REFINES, Show.AGREE), score=0.5)
    (row,) = (row for row in _printed(capsys, _toll(same, finer)) if "اتفاق" in row)
    assert "سبب 02." in row
    assert "أحدهما أدق" in row


def test_pairs_that_oppose_the_same_answers_are_one_row(capsys: pytest.CaptureFixture[str]) -> None:
    told = _printed(capsys, _toll(_differ(0, 2), _differ(0, 3), _differ(1, 2), _differ(1, 3)))
    (row,) = (row for row in told if "للتحقق" in row)
    assert all(f"قناة {name}" in row for name in "abcd")
    assert "سبب 02." in row


def test_who_says_it_through_whom_and_the_difference_in_figures(capsys: pytest.CaptureFixture[str]) -> None:
    (_, row) = _printed(capsys, _toll(_differ(0, 2)))
    assert "عن المسؤولين، عبر وكالة" in row
    assert "70,000 (58٪)" in row
    (_, row) = _printed(capsys, _toll(_differ(0, 2, "3 أيام")), "en")
    assert "by المسؤولون, through وكالة" in row
    assert "3 days" in row


def test_who_denies_stands_against_all_who_affirm(capsys: pytest.CaptureFixture[str]) -> None:
    claims = (_claim("a", "انهار السد"), _claim("b", "لم ينهر", polarity=Polarity.DENIED), _claim("c", "السد انهار"))
    against = [_told(a, b, RelationKind.CONTRADICTS, Show.CONFLICT) for a, b in ((0, 1), (1, 2))]
    fact = Fact("f", "هل انهار السد؟", "", ClaimKind.POLARITY, "", claims, tuple(against))
    (_, row) = _printed(capsys, fact)
    assert "لم ينهر (منفي)" in row
    assert row.index("قناة a") < row.index("قناة b")
    assert "قناة c: السد انهار" in row


def test_nothing_is_cut_in_a_narrow_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "_width", lambda: 40)
    (row,) = _printed(capsys, _toll(_differ(0, 2)))
    assert all(word in row for word in _LONG.split())
    assert all(word in row for word in ("للتحقق", "120 ألف شخص", "190 ألف شخص", "سبب 02."))
    print_comparison(Voice("ar"), [], [_toll(_differ(0, 2))])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 41  # the mark of direction takes no room
