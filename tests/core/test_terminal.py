"""What strangers wrote never steers the terminal of whoever prints it, and turns no letters round."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from core.cli import cli
from core.cli.voice import printable
from core.model import Article, article_id
from core.project import Project

_EVIL = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202egpj.exe\u202c\u2066"
_OBEYED = ("\x1b", "\x07", "\x9b", "\u202e", "\u2066")


def test_only_what_is_obeyed_is_replaced() -> None:
    kept = "قال\tنص\u200f \u200eBBC\n🙂"
    assert printable(kept) == kept
    assert len(printable(_EVIL)) == len(_EVIL)
    assert not any(mark in printable(_EVIL) for mark in _OBEYED)


@pytest.mark.parametrize("command", ["compare", "import", "search", "facts", "overview"])
def test_no_command_lets_it_through(command: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number, figure in enumerate(("90 ألف جندي", "40 ألف جندي")):
        text = f"قال {_EVIL} إن روسيا حشدت {figure} قرب حدود أوكرانيا {_EVIL}."
        (folder / f"{number}{_EVIL.replace('/', '')}.txt").write_text(text, "utf-8")
    (folder / f"bad{_EVIL}.docx").write_bytes(b"PK")
    project = tmp_path / "a.mizan"
    arguments = {"compare": [str(folder)], "import": [str(project), str(folder)], "search": [str(project), "حشدت"]}
    Project.create(project).close()
    if command != "import":
        with Project.open(project) as opened:
            text = f"حشدت {_EVIL}"
            opened.import_articles([Article(article_id(text), text, _EVIL, _EVIL, _EVIL, "2024-05-01")])
    done = CliRunner().invoke(cli, [command, *arguments.get(command, [str(project)])], catch_exceptions=False)
    assert done.output
    assert not any(mark in done.output for mark in _OBEYED), repr(done.output)
