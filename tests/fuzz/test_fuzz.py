"""A short run of each target, the same inputs every time; `run.py` goes on for as long as one likes."""

from __future__ import annotations

import time
import warnings
from pathlib import Path
from random import Random

import pytest
from targets import TARGETS, inputs

SECONDS = 0.25  # a target, beyond its seeds
LEAST = 3  # inputs, however slow the machine is


@pytest.mark.parametrize("name", TARGETS)
def test_any_input_is_taken_or_refused(name: str, tmp_path: Path) -> None:
    target = TARGETS[name]
    seeds = len(target.seeds())
    end = time.monotonic() + SECONDS
    for number, data in enumerate(inputs(target, Random(name))):
        if number >= seeds + LEAST and time.monotonic() > end:
            break
        folder = tmp_path / str(number)
        folder.mkdir()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parsers of others, on damaged bytes
            target.check(data, folder)
