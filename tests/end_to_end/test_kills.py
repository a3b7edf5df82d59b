"""A few of the kills of kills.py, which a command runs by the hundred."""

from __future__ import annotations

import sys

import pytest
from kills import SCENES, kill_many

_SOME = {"window": 1, "marks": 1, "import": 1, "analyze": 1, "merge": 1, "repair": 1}


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_nothing_is_lost_by_a_kill() -> None:
    turns = [name for name, number in _SOME.items() for _ in range(number)]
    said: list[str] = []
    assert set(turns) <= set(SCENES)
    assert kill_many(turns, seed=len(turns), say=said.append) == []
    assert len(said) == len(turns) + len(_SOME)
