"""Which times stand on which lane and row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.compare.timeline import Grouping, Moment, Precision, Telling, lanes, precision
from core.model import Modality, Polarity, TimeValue


def moment(first: str, last: str = "", source: str = "النهر", modality: Modality = Modality.ASSERTED) -> Moment:
    rest = (Precision.DAY, modality, Polarity.AFFIRMED)
    return Moment("a", source, None, 0, 4, "يوم", first, last or first, *rest, fact_id="f", question="متى؟")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (TimeValue("2024-05-05", "2024-05-05", "2024-05-05"), Precision.DAY),
        (TimeValue("2024-05", "2024-05-01", "2024-05-31"), Precision.PERIOD),
        (TimeValue("2024-05", "2024-05-01", "2024-05-10", mod="START"), Precision.ABOUT),
    ],
)
def test_how_exactly_words_tell_a_time(value: TimeValue, expected: Precision) -> None:
    assert precision(value) is expected


def test_only_what_is_asserted_is_told_as_having_happened() -> None:
    told = {one: moment("2024-05-05", modality=one).telling for one in Modality}
    assert [one for one, telling in told.items() if telling is Telling.REPORTED] == [Modality.ASSERTED]


def test_moments_that_meet_take_rows_and_plans_stand_below_reports() -> None:
    month, day = moment("2024-05-01", "2024-05-31"), moment("2024-05-05")
    later = moment("2024-06-01")
    plan = moment("2024-05-20", modality=Modality.PLANNED)
    (lane,) = lanes([later, plan, day, month], Grouping.SOURCE)
    assert (lane.name, lane.reported, lane.rows) == ("النهر", 2, 3)
    assert {(place.moment.first, place.moment.last): place.row for place in lane.places} == {
        ("2024-05-01", "2024-05-31"): 0,
        ("2024-05-05", "2024-05-05"): 1,
        ("2024-06-01", "2024-06-01"): 0,
        ("2024-05-20", "2024-05-20"): 2,
    }


def test_the_fullest_lane_comes_first_and_what_answers_no_shared_question_has_no_lane_among_questions() -> None:
    held = [moment("2024-05-05"), moment("2024-05-06"), moment("2024-05-01", source="الضفة")]
    assert [lane.key for lane in lanes(held, Grouping.SOURCE)] == ["النهر", "الضفة"]
    alone = replace(held[0], fact_id="", question="")
    assert [(lane.key, len(lane.places)) for lane in lanes([*held[1:], alone], Grouping.QUESTION)] == [("f", 2)]
