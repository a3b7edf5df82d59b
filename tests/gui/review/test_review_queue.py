"""The order in which pairs come."""

from __future__ import annotations

from core.project import RelationKey
from gui.review.queue import ReviewQueue


def keys(*ids: str) -> list[RelationKey]:
    return [RelationKey(key, "f") for key in ids]


def test_what_is_open_comes_first_then_what_was_skipped_then_nothing() -> None:
    queue = ReviewQueue()
    queue.fill(keys("a", "b", "c"), {"b"})
    assert queue.current == "a"
    assert queue.skip()
    assert queue.current == "c"
    queue.decide({"b", "c"})
    assert queue.go_on()
    assert queue.current == "a"
    queue.decide({"a", "b", "c"})
    assert not queue.go_on()
    assert queue.current == "a"
    assert queue.progress() == (3, 3, 0)


def test_the_last_open_pair_cannot_be_skipped() -> None:
    queue = ReviewQueue()
    queue.fill(keys("a", "b"), {"b"})
    assert not queue.skip()
    assert queue.current == "a"


def test_the_place_is_kept_where_the_pair_is_still_there() -> None:
    queue = ReviewQueue()
    queue.fill(keys("a", "b", "c"), set())
    queue.go_to("b")
    queue.skip()
    queue.fill(keys("x", "c"), set())
    assert (queue.current, queue.position()) == ("c", 1)
    assert queue.progress() == (0, 2, 0)
    queue.fill([], set())
    assert (queue.current, queue.position(), queue.following()) == ("", -1, "")
