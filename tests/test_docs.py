"""The documents say what the program does: references are as they are made, links lead somewhere, commands exist."""

from __future__ import annotations

import re
import runpy
import shlex
from pathlib import Path

import click
import pytest

from core.cli import cli

ROOT = Path(__file__).parents[1]
DOCS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
REFERENCES = runpy.run_path(str(ROOT / "docs" / "make_references.py"))["FILES"]


def paths(found: list[Path]) -> dict[str, Path]:
    return {str(path.relative_to(ROOT)): path for path in found}


@pytest.mark.parametrize("name", REFERENCES)
def test_references_are_up_to_date(name: str) -> None:
    written = (ROOT / "docs" / name).read_text("utf-8")
    assert written == REFERENCES[name](), "run: python docs/make_references.py"


@pytest.mark.parametrize("path", paths(DOCS).values(), ids=paths(DOCS))
def test_links_and_pictures_lead_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        assert target.startswith("https://") or (path.parent / target).exists(), target


def test_every_picture_is_shown_and_small() -> None:
    shown = {target for path in DOCS for target in re.findall(r"images/([\w-]+\.png)", path.read_text("utf-8"))}
    there = {path.name for path in (ROOT / "docs" / "images").iterdir()}
    assert there == shown
    assert all(path.stat().st_size <= 150_000 for path in (ROOT / "docs" / "images").iterdir())


def commands() -> list[str]:
    """Each `mizan …` line in the blocks of code."""
    blocks = [block for path in DOCS for block in re.findall(r"```\w*\n(.*?)```", path.read_text("utf-8"), re.S)]
    lines = {line.split("#")[0].strip() for block in blocks for line in block.splitlines()}
    return sorted(line for line in lines if line.startswith("mizan "))


@pytest.mark.parametrize("line", commands())
def test_commands_are_written_as_they_are_understood(line: str) -> None:
    command: click.Command = cli
    rest = shlex.split(line)[1:]
    if rest == ["samples"] or rest[0].endswith(".mizan"):
        return  # opens the window
    context = click.Context(cli)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        found = command.get_command(context, rest.pop(0))
        assert found is not None, line
        command = found
    command.make_context("mizan", rest, parent=context, resilient_parsing=False)
