"""Claims that are joined and parted one after the other make the facts that they would make at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compare import clusters
from core.compare.clusters import Clusters
from core.compare.growing import Growing
from core.compare.outcome import Outcome
from core.compare.pairing import Pair
from core.model import RelationKind, Show

_CLAIMS = 14
_SAME = Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.8, "time_same")
_OTHER = Outcome(RelationKind.DIFFERENT_EVENT, Show.SILENT, 0.8, "time_same")
_PAIRS = [(a, b) for b in range(_CLAIMS) for a in range(b)]


class _Heard(Growing):
    """A fact of which only the claims matter."""

    def follow(self, known: object, came: Set[int], gone: Set[int], renewed: Set[int], moved: Set[Pair]) -> None:
        assert not set(self.claims) & came
        assert set(self.claims) >= gone
        self.claims = sorted(set(self.claims) - gone | came)


@pytest.fixture(autouse=True, scope="module")
def heard() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clusters, "Growing", _Heard)
        yield


def _joined(related: dict[Pair, Outcome]) -> set[tuple[int, ...]]:
    found = {index: {index} for index in range(_CLAIMS)}
    for (a, b), outcome in related.items():
        if outcome is _SAME:
            one = found[a] | found[b]
            found.update((index, one) for index in one)
    return {tuple(sorted(part)) for part in found.values() if len(part) > 1}


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from(_PAIRS), st.sampled_from([_SAME, _SAME, _OTHER, None])), max_size=9),
        max_size=9,
    )
)
def test_facts_are_what_is_joined_in_the_end(rounds: list[list[tuple[Pair, Outcome | None]]]) -> None:
    related: dict[Pair, Outcome] = {}
    follows = Clusters({}, lambda _: "", related.get, None)
    for moves in rounds:
        for pair, outcome in moves:
            follows.put(pair, outcome)
            if outcome is None:
                related.pop(pair, None)
            else:
                related[pair] = outcome
        follows.update(set(), once=False)
        assert {tuple(fact.claims) for fact in follows.facts} == _joined(related)


class _Watched(defaultdict[int, set[int]]):
    """Links that tell how often somebody asked for them."""

    asked = 0

    def get(self, *arguments: object) -> object:  # type: ignore[override]
        self.asked += 1
        return super().get(*arguments)  # type: ignore[call-overload]


def test_a_large_fact_is_not_looked_through_for_a_claim_that_comes_or_goes() -> None:
    follows = Clusters({}, lambda _: "", lambda _: _SAME, None)
    for index in range(2, 2000):
        follows.put((index - 2, index), _SAME)
        follows.put((index - 1, index), _SAME)
    follows.update(set(), once=False)
    (fact,) = follows.facts
    follows._joined = watched = _Watched(set, follows._joined)
    follows.put((1000, 2000), _SAME)
    follows.update({2000}, once=False)
    assert follows.facts == {fact}
    assert fact.claims[-1] == 2000
    for pair in ((1000, 2000), (700, 702), (1, 2), (0, 1), (0, 2)):
        follows.put(pair, None)
    follows.update(set(), once=False)
    assert follows.facts == {fact}
    assert fact.claims == list(range(1, 2000))
    assert watched.asked < 100
