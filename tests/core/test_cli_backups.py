"""The commands backups and restore, and the backups that bulk commands make."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from making import Making

from core.cli import main
from core.project import Project
from core.store import backups
from core.store.edits import SetNote


def test_bulk_commands_keep_the_project_as_it_was(filled: Project, tmp_path: Path, make: Making) -> None:
    filled.close()
    (tmp_path / "new.txt").write_text("خبر جديد عن الجسر.", "utf-8")
    assert main(["import", str(filled.path), str(tmp_path / "new.txt")]) == 0
    assert main(["analyze", str(filled.path)]) == 0
    assert main(["analyze", str(filled.path)]) == 0  # nothing new but this analysis
    assert [one.why for one in backups.listed(filled.path)] == ["analyze", "analyze", "import"]
    oldest = backups.listed(filled.path)[-1]
    with Project.open(oldest.path) as before:
        assert before.articles() == make.articles()


def test_listing_and_restoring(
    filled: Project, tmp_path: Path, make: Making, capsys: pytest.CaptureFixture[str]
) -> None:
    mark = filled.annotations(make.articles()[0].id)[0]
    assert main(["backups", str(filled.path), "--make"]) == 0
    filled.apply(SetNote(mark.id, "بعد النسخة"))
    assert main(["backups", str(filled.path), "--make"]) == 0
    capsys.readouterr()
    assert main(["backups", str(filled.path), "--json"]) == 0
    assert [json.loads(line)["number"] for line in capsys.readouterr().out.splitlines()] == [2, 1]
    assert main(["backups", str(filled.path), "--against", "1"]) == 0
    out, err = capsys.readouterr()
    assert "— → بعد النسخة" in out
    assert "notes: 1" in err
    assert "ملاحظات: 1" in err
    filled.close()
    filled.path.unlink()  # the worst that can happen
    new = tmp_path / "again.mizan"
    assert main(["restore", str(filled.path), "1", "-o", str(new)]) == 0
    with Project.open(new) as again:
        assert again.annotation(mark.id).note == ""  # type: ignore[union-attr]
    assert main(["restore", str(filled.path), "7", "-o", str(tmp_path / "b.mizan")]) == 1
    out, err = capsys.readouterr()
    assert "لا نسخة احتياطية «7»" in err
    assert "has no backup “7”" in err
