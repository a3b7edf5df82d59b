"""Lines of JSON that were made to break a reader: each is answered in its place, and the rest is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.cli import cli
from core.errors import KnownError
from core.importers import Skipped, limits, read_paths
from core.importers.jsonl import read_lines
from core.model import Article

_LINES = {
    b'{"id": "a", "text": "\xd9\x86\xd8\xb5 1e308", "x": 1e999}': "a",
    b'{"id": "b", "text": NaN}': None,
    b"[" * 100_000: None,
    b'{"a":' * 100_000: None,
    b'{"id": "first", "id": "c", "text": "\xd9\x86\xd8\xb5"}': "c",
    b'{"id": "d", "text": "\\ud800\xd9\x86"}': "d",
    b'{"id": "e", "text": "\xd9\x86", "x": ' + b"9" * 5000 + b"}": None,
    b"\xff\xfe": None,
    b'{"id": 1, "text": "x"}': None,
    b'{"id": "f", "text": "x", "published": "2021-99-01"}': None,
    b'{"id": "g", "text": "' + b"9" * 5000 + b'"}': "g",
    b'{"id": "long", "text": "' + b"x" * 20_000 + b'"}': None,
    b'{"id": "h", "text": "\xd9\x86"}': "h",
}


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(limits, "FILE_BYTES", 10_000)
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n".join(line[:20_010] for line in _LINES))
    return path


def test_each_line_is_an_article_or_told(lines: Path) -> None:
    found = list(read_lines(lines))
    assert [number for number, _ in found] == list(range(1, len(_LINES) + 1))
    ids = [None if isinstance(item, KnownError) else item.id for _, item in found]
    assert ids == list(_LINES.values())


def test_annotate_answers_line_by_line(lines: Path) -> None:
    done = CliRunner().invoke(cli, ["annotate", "--jsonl", str(lines)])
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 1
    assert [answer["id"] for answer in answers] == list(_LINES.values())
    assert all(answer["line"] == at and answer["error"] for at, answer in enumerate(answers, 1) if not answer["id"])


def test_an_import_reads_what_is_behind_them(lines: Path) -> None:
    found = list(read_paths([lines]))
    assert sum(isinstance(item, Article) for item in found) >= 4
    assert any(isinstance(item, Skipped) and "too large" in item.error.en for item in found)
