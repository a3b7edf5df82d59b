"""Commands over the backups of a project: backups, restore."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from core.cli.voice import Voice, show, write_json
from core.errors import KnownError

if TYPE_CHECKING:
    from core.project import Project
    from core.store.differing import Difference

# Occasions, kinds of differences, and states, in words.
_WHY = {
    "open": ("عند الفتح", "on opening"),
    "import": ("قبل استيراد", "before an import"),
    "analyze": ("قبل تحليل", "before an analysis"),
    "retrain": ("قبل تدريب", "before retraining"),
    "restore": ("قبل استعادة", "before restoring"),
    "merge": ("قبل دمج", "before a merge"),
    "asked": ("بطلب", "asked for"),
    "lost": ("بعد ضياع الملف", "after the file was lost"),
}
_WHAT = {
    "article": ("مقالات", "articles"),
    "mark": ("علامات مقرَّرة", "marks decided"),
    "verdict": ("أحكام", "verdicts"),
    "note": ("ملاحظات", "notes"),
}
_project = click.argument("project", type=click.Path(path_type=Path), metavar="PROJECT")


def back_up(voice: Voice, project: Project, why: str) -> None:
    """A backup before bulk work; where it cannot be made that is said, and the work goes on."""
    from core.store import backups

    try:
        backups.make(project.path, why)
    except KnownError as error:
        voice.error(error)


@click.command("backups")
@_project
@click.option("--make", "make_one", is_flag=True, help="اصنع واحدة الآن · Make one now.")
@click.option("--against", metavar="BACKUP", help="بم يختلف المشروع عنها · In what the project differs from it.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines بدل الجدول · JSON Lines.")
@click.pass_obj
def list_backups(voice: Voice, project: Path, make_one: bool, against: str | None, as_json: bool) -> None:
    """النسخ الاحتياطية لمشروع · The backups of a project, newest first; also of one that is gone."""
    from core.store import backups
    from core.store.differing import differences

    if make_one:
        backups.make(project, "asked", always=True)
    if against is not None:
        _print_differences(voice, differences(project, backups.find(project, against).path), as_json)
        return
    found = backups.listed(project)
    for one in found:
        if as_json:
            write_json({"number": one.number, "at": one.at.isoformat(), "why": one.why, "bytes": one.size})
        else:
            when = f"{one.at.astimezone():%Y-%m-%d %H:%M}"
            why = voice.one(*_WHY.get(one.why, (one.why, one.why)))
            show(f"{one.number}\t{when}\t{one.size / 1e6:.1f} MB\t{why}")
    place = backups.folder(project)
    voice.say(f"النسخ: {len(found)}، في «{place}».", f"Backups: {len(found)}, in “{place}”.")


@click.command()
@_project
@click.argument("backup", metavar="BACKUP")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="NEW",
    help="المشروع الجديد · The new project.",
)
@click.pass_obj
def restore(voice: Voice, project: Path, backup: str, output: Path) -> None:
    """مشروع جديد من نسخة احتياطية: رقمها أو last · A new project from a backup, by its number or “last”."""
    from core.store import backups

    one = backups.find(project, backup)
    backups.restore(one.path, output)
    voice.say(
        f"كُتب «{output}» من النسخة {one.number}؛ لم يتغير «{project}».",
        f"Wrote “{output}” from backup {one.number}; “{project}” was left as it is.",
    )


def _print_differences(voice: Voice, found: list[Difference], as_json: bool) -> None:
    for one in found:
        if as_json:
            write_json(asdict(one))
        else:
            what = voice.one(*_WHAT[one.what])
            show(f"{what}\t{one.title}\t{' '.join(one.text.split())}\t{one.then or '—'} → {one.now or '—'}")
    counts = Counter[str](one.what for one in found)
    told = [tuple(f"{word}: {counts[what]}" for word in words) for what, words in _WHAT.items()]
    ar, en = "، ".join(one[0] for one in told), ", ".join(one[1] for one in told)
    voice.say(f"الفروق ({ar}).", f"Differences ({en}).")
