"""The coefficients give what their authors worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.team.coefficients import Unitizing, alpha_nominal, cohen_kappa, fleiss_kappa, partition


def columns(*raters: str) -> list[list[str]]:
    """Units from one line per rater; a dot is a missing rating."""
    return [[value for value in unit if value != "."] for unit in zip(*(line.split() for line in raters), strict=True)]


@pytest.mark.parametrize(
    ("raters", "expected"),
    [
        # Krippendorff, Computing Krippendorff's alpha-reliability (2011): sections A, B and C.
        (("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095),
        (("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692),
        (
            (
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 .",
            ),
            0.743,
        ),
    ],
)
def test_alpha_is_that_of_krippendorff(raters: tuple[str, ...], expected: float) -> None:
    assert alpha_nominal(columns(*raters)) == pytest.approx(expected, abs=0.0005)


# Krippendorff, Content analysis (4th edition, 2019), figure 12.11: three observers of a continuum of length 60.
_OBSERVERS = (
    [(0, 7, "1"), (7, 13, "2"), (30, 32, "5"), (32, 37, "6"), (37, 44, "6"), (44, 60, "7")],
    [(0, 7, "1"), (7, 13, "3"), (13, 21, "5"), (32, 44, "6")],
    [(0, 7, "1"), (7, 13, "4"), (13, 21, "5"), (32, 37, "6"), (37, 41, "6"), (41, 44, "6")],
)


@pytest.mark.parametrize(("binary", "expected"), [(False, 0.510), (True, 0.413)])
def test_alpha_of_spans_is_that_of_krippendorff(binary: bool, expected: float) -> None:
    measure = Unitizing()
    measure.add([partition(60, ((a, b, binary or value) for a, b, value in units)) for units in _OBSERVERS])
    assert measure.alpha() == pytest.approx(expected, abs=0.001)


def test_kappa_of_many_raters_is_that_of_fleiss() -> None:
    """The example of fourteen raters, ten subjects and five categories."""
    counts = ["0 0 0 0 14", "0 2 6 4 2", "0 0 3 5 6", "0 3 9 2 0", "2 2 8 1 1"]
    counts += ["7 7 0 0 0", "3 2 6 3 0", "2 5 3 2 2", "6 5 2 1 0", "0 2 2 3 7"]
    units = [[at for at, count in enumerate(map(int, line.split())) for _ in range(count)] for line in counts]
    assert fleiss_kappa(units) == pytest.approx(0.210, abs=0.0005)


def test_kappa_of_two_raters_is_that_of_cohen() -> None:
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert cohen_kappa(pairs) == pytest.approx(0.4)


def test_kappa_of_two_raters_is_that_of_cohens_own_table() -> None:
    """Cohen 1960: two hundred cases in three categories, seventy per cent alike where forty-one were expected."""
    table = ((88, 14, 18), (10, 40, 10), (2, 6, 12))
    pairs = [(a, b) for a, row in enumerate(table) for b, count in enumerate(row) for _ in range(count)]
    assert cohen_kappa(pairs) == pytest.approx(0.492, abs=0.0005)


# Fleiss 1971: thirty patients, six psychiatrists each, five diagnoses.
_PATIENTS = (
    *("00060", "03003", "01401", "00006", "03030", "20400", "00402", "20310", "20040", "00006"),
    *("10050", "11040", "03300", "10050", "02031", "00501", "30012", "51000", "02040", "10203"),
    *("00006", "01050", "02013", "20040", "10041", "05010", "40002", "02040", "10500", "00006"),
)


def test_kappa_of_many_raters_is_that_of_fleiss_own_table() -> None:
    units = [[at for at, count in enumerate(map(int, row)) for _ in range(count)] for row in _PATIENTS]
    assert {len(unit) for unit in units} == {6}
    assert fleiss_kappa(units) == pytest.approx(0.430, abs=0.0005)


def test_where_nothing_can_differ_there_is_no_coefficient() -> None:
    assert cohen_kappa([]) is None
    assert cohen_kappa([("a", "a"), ("a", "a")]) is None
    assert fleiss_kappa([]) is None
    assert alpha_nominal([["a"], ["b"]]) is None
    assert alpha_nominal([["a", "a"]]) is None
    assert Unitizing().alpha() is None


def test_the_shorter_of_two_overlapping_units_holds() -> None:
    assert partition(10, [(2, 8, "long"), (4, 6, "short")]) == [
        (0, 2, None),
        (2, 4, "long"),
        (4, 6, "short"),
        (6, 8, "long"),
        (8, 10, None),
    ]
    assert partition(5, []) == [(0, 5, None)]


spans = st.lists(st.tuples(st.integers(0, 39), st.integers(1, 10), st.sampled_from("abc")), max_size=6)


@given(st.lists(spans, min_size=2, max_size=4))
def test_alpha_of_spans_is_one_for_equals_and_never_more(raters: list[list[tuple[int, int, str]]]) -> None:
    divided = [partition(50, ((start, start + size, value) for start, size, value in units)) for units in raters]
    for parts in divided:
        assert [parts[0][0], *(end for _, end, _ in parts)] == [*(start for start, _, _ in parts), 50]
    measure, same = Unitizing(), Unitizing()
    measure.add(divided)
    same.add([divided[0]] * 3)
    found = measure.alpha()
    assert found is None or found <= 1 + 1e-9
    assert same.alpha() is None or same.alpha() == pytest.approx(1)
