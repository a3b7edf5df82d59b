"""Scores that were measured."""

from __future__ import annotations

import pytest

from core.compare.certainty import calibrated, undone
from core.model import Relation, RelationKind, Show


@pytest.mark.parametrize("show", [Show.AGREE, Show.CHECK, Show.CONFLICT, Show.UPDATE])
def test_a_surer_relation_scores_more_and_can_be_mapped_back(show: Show) -> None:
    first = [step / 20 for step in range(1, 20)]
    scores = [calibrated(show, score) for score in first]
    assert scores == sorted(set(scores))
    assert scores[0] > 0
    assert scores[-1] < 1
    told = [Relation(0, 1, RelationKind.REFINES, show, score, "", "", "") for score in scores]
    assert [undone(relation) for relation in told] == pytest.approx(first, abs=0.002)


def test_what_was_not_measured_keeps_its_score() -> None:
    assert calibrated(Show.SILENT, 0.7) == 0.7
