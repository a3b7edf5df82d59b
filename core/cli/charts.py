"""Commands that say what the window draws: timeline, overview."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from core.cli.projects import open_project
from core.cli.voice import Voice, show, write_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from core.compare.timeline import Moment
    from core.store.overview import Overview

_project = click.argument("project", type=click.Path(path_type=Path), metavar="PROJECT")
_json = click.option("--json", "as_json", is_flag=True, help="JSON بدل الجداول · JSON instead of tables.")
_LONGEST = 60  # code points of a passage
_TELLINGS = {"reported": ("وقع", "reported"), "ahead": ("مقرر أو محتمل", "planned or possible")}
_VERDICTS = {
    "contradiction": ("تناقض", "contradiction"),
    "compatible": ("متوافقان", "compatible"),
    "update": ("تحديث", "update"),
    "different_event": ("حدث آخر", "different event"),
}


@click.command()
@_project
@click.option("--all", "every", is_flag=True, help="كل الأزمنة لا المشترك منها فقط · All times, not only shared ones.")
@_json
@click.pass_context
def timeline(ctx: click.Context, project: Path, every: bool, as_json: bool) -> None:
    """ماذا يقول كل مصدر إنه حدث ومتى · What each source says happened when, planned and reported apart."""
    voice = ctx.ensure_object(Voice)
    with open_project(project, read_only=True) as opened:
        moments = sorted(opened.moments(shared=not every), key=lambda one: (one.first, one.last, one.source, one.start))
    if as_json:
        write_json({"moments": [_plain(moment) for moment in moments]})
        return
    headings = (("متى", "When"), ("المصدر", "Source"), ("نوعه", "Told as"), ("النص", "Words"), ("السؤال", "Question"))
    _print(voice, headings, (_row(voice, moment) for moment in moments))


@click.command()
@_project
@_json
@click.pass_context
def overview(ctx: click.Context, project: Path, as_json: bool) -> None:
    """أين وصل العمل، بالأرقام · How far the work is: by label, editor, article and pair of sources."""
    voice = ctx.ensure_object(Voice)
    with open_project(project, read_only=True) as opened:
        found = opened.overview()
    if as_json:
        write_json(asdict(found))
        return
    _say(voice, found)


def _plain(moment: Moment) -> dict[str, Any]:
    return {**asdict(moment), "telling": str(moment.telling)}


def _row(voice: Voice, moment: Moment) -> Sequence[str]:
    when = moment.first if moment.first == moment.last else f"{moment.first} – {moment.last}"
    question = voice.one(moment.question, moment.question_en)
    return when, moment.source, voice.one(*_TELLINGS[moment.telling]), _short(moment.text), question


def _say(voice: Voice, found: Overview) -> None:
    show(
        voice.one(
            f"المقالات: {found.articles}، المحلل منها: {found.analysed}",
            f"Articles: {found.articles}, analysed: {found.analysed}",
        )
    )
    verdicts = ((voice.one(*_VERDICTS[kind]), count) for kind, count in found.verdicts.items())
    said = voice.one("، ", ", ").join(f"{name}: {count}" for name, count in verdicts)
    show(f"{voice.one('الأحكام', 'Verdicts')}: {said or '—'}")
    counts = (("مقترح", "Suggested"), ("مقرر", "Kept"), ("مرفوض", "Rejected"))
    _print(
        voice,
        (("الطبقة", "Layer"), ("الوسم", "Label"), *counts),
        ((one.layer, one.label, one.suggested, one.kept, one.rejected) for one in found.labels),
    )
    _print(
        voice,
        (("المحرر", "Editor"), ("علامات", "Marks"), ("أحكام", "Verdicts")),
        ((one.editor or "—", one.marks, one.verdicts) for one in found.editors),
    )
    relations = (("اتفاق", "Agree"), ("تعارض", "Conflict"), ("للمراجعة", "Check"), ("تحديث", "Update"))
    _print(
        voice,
        (("مصدر", "Source"), ("مصدر", "Source"), *relations, ("بلا حكم", "Undecided")),
        ((one.a, one.b, one.agree, one.conflict, one.check, one.update, one.undecided) for one in found.pairs),
    )
    _print(
        voice,
        (
            *(("المقال", "Article"), ("المصدر", "Source"), ("علامات محسومة", "Marks decided")),
            ("أزواج محسومة", "Pairs decided"),
        ),
        (
            (
                *(_short(one.title), one.source, f"{one.decided} / {one.decided + one.suggested}"),
                f"{one.settled} / {one.pairs}",
            )
            for one in found.progress
        ),
    )


def _print(voice: Voice, headings: Sequence[tuple[str, str]], rows: Iterable[Sequence[object]]) -> None:
    from rich import box
    from rich.table import Table

    from core.cli.tables import cell, print_table

    table = Table(box=box.ROUNDED)
    for ar, en in headings:
        table.add_column(voice.one(ar, en), justify="left" if voice.language == "en" else "right")
    for row in rows:
        table.add_row(*(cell(str(one)) for one in row))
    if table.row_count:
        print_table(voice, table)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
