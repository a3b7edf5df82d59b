"""`mizan doctor`: what a person would be asked when something does not work on their machine. No article is read."""

from __future__ import annotations

import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path

import click

from core.cli.voice import Voice, show, write_json


class Outcome(StrEnum):
    """`note` is worth knowing; `fail` keeps something from working."""

    OK = "ok"
    NOTE = "note"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its name, what was found, and what to do where it is not well, in both languages."""

    outcome: Outcome
    ar: str
    en: str
    found: str = ""
    advice_ar: str = ""
    advice_en: str = ""


Check = Callable[[], Iterator[Finding]]
_MARKS = {Outcome.OK: "✓", Outcome.NOTE: "•", Outcome.FAIL: "✗"}


def _program() -> Iterator[Finding]:
    edition = "bundle" if getattr(sys, "frozen", False) else "Python"
    found = f"{metadata.version('mizan')} · {edition} {platform.python_version()} · {platform.platform()}"
    yield Finding(Outcome.OK, "ميزان", "Mizan", found)


def _packages() -> Iterator[Finding]:
    if getattr(sys, "frozen", False):
        return  # the bundle holds them
    for name, wanted in sorted(_required().items()):
        version = _version(name)
        if version is None and wanted:
            advice = f"pip install {name}"
            yield Finding(Outcome.FAIL, "حزمة ناقصة", "A package is missing", name, advice, advice)
        else:
            absent = Outcome.NOTE if version is None else Outcome.OK
            yield Finding(absent, "حزمة", "Package", f"{name} {version or '—'}")


def _required() -> dict[str, bool]:
    """Packages that Mizan is made of → whether it cannot work without. Extras are left out."""
    names = {}
    for line in metadata.requires("mizan") or ():
        head, _, marker = line.partition(";")
        if "extra ==" not in marker:
            name = head.split("[")[0].split("=")[0].split("<")[0].split(">")[0].split("!")[0].split("~")[0].strip()
            names[name] = name not in {"camel-tools", "torch"}
    return names


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _sqlite() -> Iterator[Finding]:
    from core.store.file import lacking

    if problem := lacking():
        yield Finding(
            Outcome.FAIL,
            "SQLite قديم",
            "SQLite is too old",
            f"{sqlite3.sqlite_version}: {problem}",
            "ثبّت إصدارا من بايثون معه SQLite 3.37 أو أحدث، مع FTS5.",
            "Install a Python that comes with SQLite 3.37 or later, with FTS5.",
        )
    else:
        yield Finding(Outcome.OK, "قاعدة البيانات", "SQLite", sqlite3.sqlite_version)


def _model() -> Iterator[Finding]:
    from core.extract.entities import tag

    try:
        tags = tag([["قال", "وزير", "الخارجية", "سيرغي", "لافروف", "في", "موسكو"]])
    except OSError as error:
        yield Finding(
            Outcome.FAIL,
            "نموذج الأسماء لا يُقرأ",
            "The model of names cannot be read",
            str(error),
            "ثبّت ميزان من جديد.",
            "Install Mizan anew.",
        )
        return
    names = sum(word.startswith("B-") for word in tags[0])
    yield Finding(Outcome.OK, "نموذج الأسماء", "Model of names", f"{names}/2")


def _engines() -> Iterator[Finding]:
    from core.extract.camel.engines import engines

    for engine in engines():
        problem = engine.problem
        if problem is None:
            yield Finding(Outcome.OK, "محرّك", "Engine", engine.key)
        else:
            yield Finding(Outcome.NOTE, "محرّك غير متاح", "Engine not available", engine.key, problem.ar, problem.en)


def _scratch() -> Iterator[Finding]:
    yield writable(Path(tempfile.gettempdir()), "المجلد المؤقت", "Temporary folder")


def writable(folder: Path, ar: str, en: str) -> Finding:
    """Whether a file can be made in `folder`, which is made where it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return Finding(Outcome.OK, ar, en, str(folder))
    except OSError as error:
        return Finding(
            Outcome.FAIL,
            ar,
            en,
            f"{folder}: {error.strerror}",
            "لا يمكن الكتابة هنا: راجع صلاحيات المجلد والمساحة الباقية.",
            "Nothing can be written here: see the folder's permissions and the space that is left.",
        )


# What takes no time: for a report of a fault.
QUICK: tuple[Check, ...] = (_program, _packages, _sqlite, _engines, _scratch)
# In the order in which they are told. The window adds what only it knows: fonts, the screen, the person's folders.
CHECKS: list[Check] = [_program, _packages, _sqlite, _model, _engines, _scratch]


@click.command()
@click.option("--json", "as_json", is_flag=True, help="JSON Lines بدل الجدول · JSON Lines instead of a table.")
@click.pass_context
def doctor(ctx: click.Context, as_json: bool) -> None:
    """ما المثبّت هنا وما الناقص · What is installed here, and what is missing."""
    voice = ctx.ensure_object(Voice)
    failed = False
    for check in CHECKS:
        for finding in check():
            failed = failed or finding.outcome is Outcome.FAIL
            if as_json:
                write_json(asdict(finding))
                continue
            show(f"{_MARKS[finding.outcome]} {voice.one(finding.ar, finding.en)}\t{finding.found}".rstrip())
            if finding.advice_en:
                show(f"    {voice.one(finding.advice_ar, finding.advice_en)}")
    if failed:
        ctx.exit(1)
