"""Scores are mapped by rising lines that ship."""

from __future__ import annotations

import pytest

from core.extract.calibration import along, calibrated, tables
from core.extract.entities import extract_entities
from core.extract.quantities import extract_quantities
from core.extract.quotes import extract_quotes
from core.extract.times import extract_times
from core.model import Label, Origin, QuoteKind, Span


@pytest.mark.parametrize(
    ("score", "share"), [(0, 0), (0.1, 0.05), (0.4, 0.2), (0.6, 0.5), (0.5, 0.35), (0.8, 0.9), (0.9, 0.95), (1.0, 1.0)]
)
def test_a_line_runs_through_its_points_from_nothing_to_certainty(score: float, share: float) -> None:
    assert along([(0.4, 0.2), (0.6, 0.5), (0.8, 0.9)], score) == pytest.approx(share)


def test_what_ships_is_rising_and_within_bounds_and_covers_what_the_engine_proposes() -> None:
    lines = tables()
    for origin in (Origin.MODEL, Origin.RULE, Origin.LEXICON):
        for label in (Label.PER, Label.LOC, Label.ORG):
            points = lines[str(origin), str(label)]
            assert points == sorted(points)
            shares = [share for _, share in points]
            assert shares == sorted(shares)
            assert all(0 <= number <= 1 for point in points for number in point)


def test_a_score_without_a_line_stays() -> None:
    assert calibrated(Origin.CAMEL, Label.PER, 0.42) == 0.42
    assert calibrated(Origin.RULE, "WEAPON", 0.7) == 0.7


def test_times_and_figures_carry_calibrated_scores() -> None:
    text = "قتل 12 شخصا يوم 4 ديسمبر 2021."
    (figure,), (time,) = extract_quantities(text, [Span(0, 14)], []), extract_times(text, None, [Span(15, len(text))])
    assert figure.score == calibrated(Origin.RULE, Label.QUANTITY, 0.97) > 0.97
    assert time.score > calibrated(Origin.RULE, Label.TIME, 0.6)


def test_entities_carry_calibrated_scores() -> None:
    text = "قال الرئيس جو بايدن في واشنطن."
    found = extract_entities(text, [Span(0, len(text))], [])
    assert any(entity.origin is Origin.LEXICON for entity in found)
    for entity in found:
        if entity.origin is Origin.LEXICON:
            assert entity.score == tables()[str(entity.origin), str(entity.label)][0][1]


def test_quotes_carry_calibrated_scores() -> None:
    text = 'قال كريم بدوي إن الجسر مغلق. وأضاف: "سنفتحه بعد أسبوع واحد".'
    whole, second = text.index("."), text.index('"')
    indirect, direct = extract_quotes(text, [Span(0, whole), Span(whole + 1, len(text))], [])
    assert indirect.score == calibrated(Origin.RULE, QuoteKind.INDIRECT, 0.9)
    assert direct.start > second
    assert direct.score == calibrated(Origin.RULE, QuoteKind.DIRECT, 0.95) > indirect.score
