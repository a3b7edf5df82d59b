"""Sentences for the person can be printed whatever they quote, and come back whole from a worker process."""

from __future__ import annotations

import io
import pickle
from pathlib import Path

import pytest

from core.errors import DamagedError, KnownError
from core.importers import READERS, Skipped
from core.importers.base import Document


@pytest.mark.parametrize("line", [rb'{"id": 1, "text": "a", "date": "\ud800"}', rb'{"id": 1, "text": 7, "\udc00": 1}'])
def test_what_a_file_quotes_can_be_printed(line: bytes) -> None:
    for item in READERS[".jsonl"](Document("a.jsonl", io.BytesIO(line))):
        if isinstance(item, Skipped):
            assert (item.error.ar + item.error.en).encode()


def test_a_name_that_is_no_text_can_be_told() -> None:
    error = KnownError("لا يُقرأ \udcff", "cannot read \udcff")
    assert str(error) == "cannot read ?"
    assert error.ar == "لا يُقرأ ?"


def test_it_comes_back_from_a_worker() -> None:
    for error in (KnownError("تالف", "damaged"), DamagedError("تالف", "damaged", Path("a.mizan"))):
        copy = pickle.loads(pickle.dumps(error))
        assert type(copy) is type(error)
        assert vars(copy) == vars(error)
