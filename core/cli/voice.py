"""What the command line says to people: on standard error, in Arabic and English or in the one that was asked for."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from core.errors import KnownError

LANGUAGES = ("ar", "en")
# What a terminal obeys instead of showing it, and what turns the letters around it round («gpj.exe»).
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Voice:
    """`language` None says each thing in both languages, on one line."""

    language: str | None = None

    def one(self, ar: str, en: str) -> str:
        """The Arabic text, or the English one if that was asked for: for tables, which cannot hold both."""
        return en if self.language == "en" else ar

    def both(self, ar: str, en: str) -> str:
        """The text in every language that is wanted."""
        return " | ".join({"ar": [ar], "en": [en]}.get(self.language or "", [ar, en]))

    def say(self, ar: str, en: str) -> None:
        """A message on standard error."""
        click.echo(printable(self.both(ar, en)), err=True)

    def error(self, error: KnownError, where: str = "") -> None:
        """What went wrong, on one line. `where` is a file that the sentence may not name."""
        ar, en = (sentence if where in sentence else f"{where}: {sentence}" for sentence in (error.ar, error.en))
        self.say(f"خطأ: {ar}", f"Error: {en}")

    @contextmanager
    def progress(self, ar: str, en: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
        """A bar on standard error while it is a terminal; the function given takes how many are done."""
        if sys.stderr is None or not sys.stderr.isatty():
            yield lambda _done: None
            return
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(self.one(ar, en), total=total)
            yield lambda done: bar.update(task, completed=done)


def counted(items: Iterable[_Item], report: Callable[[int], None]) -> Iterator[_Item]:
    """`items`, reporting how many have gone through."""
    for done, item in enumerate(items, 1):
        yield item
        report(done)


def printable(text: str) -> str:
    """`text` as a terminal may have it, whoever wrote it; no code point more or less."""
    return _OBEYED.sub("\ufffd", text)


def show(line: str) -> None:
    """A line for people on standard output."""
    click.echo(printable(line))


def write_json(value: Any) -> None:
    """One JSON object on one line of standard output."""
    click.echo(json.dumps(value, ensure_ascii=False))


def use_utf8() -> None:
    """Output is UTF-8 with `\\n`, also where the system's encoding is another; odd file names never stop it."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
