"""`mizan doctor` says what is here and what is missing, and ends with 1 where something cannot work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.cli import cli, doctor
from core.cli.doctor import Outcome


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, [*arguments])
    return result.exit_code, result.output


def test_all_is_well_here() -> None:
    code, output = run("--lang", "en", "doctor")
    assert code == 0
    assert "✗" not in output
    assert "Model of names\t2/2" in output
    assert "Engine\tbuiltin" in output


def test_arabic_is_the_first_language() -> None:
    assert "نموذج الأسماء" in run("doctor")[1]


def test_json_is_one_object_a_line() -> None:
    _, output = run("doctor", "--json")
    findings = [json.loads(line) for line in output.splitlines()]
    assert {item["outcome"] for item in findings} <= {"ok", "note"}
    assert all(item["ar"] and item["en"] for item in findings)


def test_a_folder_that_cannot_be_written_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    finding = doctor.writable(blocked / "inside", "مجلد", "Folder")
    assert finding.outcome is Outcome.FAIL
    assert finding.advice_ar
    assert finding.advice_en
    monkeypatch.setattr(doctor, "CHECKS", [lambda: iter([finding])])
    code, output = run("--lang", "en", "doctor")
    assert code == 1
    assert output.startswith("✗ Folder")


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    present = doctor._version
    monkeypatch.setattr(doctor, "_version", lambda name: None if name in {"rapidfuzz", "torch"} else present(name))
    code, output = run("--lang", "en", "doctor")
    assert code == 1
    assert "✗ A package is missing\trapidfuzz\n    pip install rapidfuzz" in output
    assert "• Package\ttorch —" in output


def test_an_old_sqlite_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.store.file.lacking", lambda: 'near "STRICT": syntax error')
    code, output = run("--lang", "en", "doctor")
    assert code == 1
    assert "✗ SQLite is too old" in output
