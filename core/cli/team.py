"""Commands for teams: merge, agreement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from core.cli.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.project import Clash, Project, Version
    from core.store.values import United

_projects = click.argument("projects", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PROJECT…")
_MOST_CLASHES = 50  # in the table; the window shows all
_LONGEST = 60  # code points of a mark
_COLUMNS = {
    "title": ("العنوان", "title"),
    "source": ("المصدر", "source"),
    "author": ("الكاتب", "author"),
    "published": ("تاريخ النشر", "date"),
    "url": ("الرابط", "URL"),
}
_KINDS = {"annotations": ("علامة", "mark"), "verdicts": ("حكم", "verdict"), "names": ("اسم", "name")}
_VERDICTS = {
    "undecided": ("بلا حكم", "undecided"),
    "contradiction": ("تناقض", "contradiction"),
    "compatible": ("متوافقان", "compatible"),
    "update": ("تحديث", "update"),
    "different_event": ("حدث آخر", "different event"),
}


@click.command()
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT")
@_projects
@click.pass_context
def merge(ctx: click.Context, out: Path, projects: tuple[Path, ...]) -> None:
    """دمج مشاريع عدة محررين في مشروع جديد · Put several editors' projects together in a new one.

    The projects stay as they are. What editors decided differently is kept side by side and listed.
    """
    from core.project import Project
    from core.team.merge import merge as merge_projects

    voice = ctx.ensure_object(Voice)
    with voice.progress("دمج المشاريع", "Merging", len(projects)) as report:
        result = merge_projects(out, projects, lambda done, _total: report(done))
    for path, error in result.skipped:
        voice.error(error, str(path))
    if result.united:
        with Project.open(out, read_only=True) as opened:
            _say_united(voice, out, len(result.merged), result.united)
            _print_clashes(voice, opened)
    if result.skipped:
        ctx.exit(1)


def _say_united(voice: Voice, out: Path, merged: int, united: United) -> None:
    editors = voice.one("، ", ", ").join(united.editors) or "—"
    voice.say(
        f"كُتب «{out}». المشاريع: {merged}، المقالات: {united.articles} (في أكثر من مشروع: {united.shared})، "
        f"العلامات: {united.marks} (المقرَّر منها: {united.decided})، الأحكام: {united.verdicts}، المحررون: {editors}.",
        f"Wrote “{out}”. Projects: {merged}, articles: {united.articles} (in several: {united.shared}), marks: "
        f"{united.marks} (decided: {united.decided}), verdicts: {united.verdicts}, editors: {editors}.",
    )
    for difference in united.differences:
        ar, en = _COLUMNS[difference.column]
        others = " / ".join(f"«{other}»" for other in difference.others)
        voice.say(
            f"المقال {difference.article_id}: اختلفت المشاريع في {ar}؛ أُخذ «{difference.kept}» وفي غيره {others}.",
            f"Article {difference.article_id}: the projects differ in its {en}; kept “{difference.kept}”, "
            f"elsewhere {others}.",
        )


def _print_clashes(voice: Voice, project: Project) -> None:
    """What editors decided differently, on standard output."""
    clashes = project.clashes()
    click.echo(f"{voice.one('قرارات متعارضة', 'Decisions that clash')}: {len(clashes)}")
    if not clashes:
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    from core.cli.tables import print_table

    titles = {one.id: one.title or one.file or one.id for one in project.summaries()}
    table = Table(box=box.ROUNDED, show_lines=True, expand=True)
    for ar, en in (("النوع", "Kind"), ("المقال", "Article"), ("الموضع", "Of what"), ("القرارات", "Decisions")):
        table.add_column(voice.one(ar, en), justify="left" if voice.language == "en" else "right")
    for clash in clashes[:_MOST_CLASHES]:
        table.add_row(*map(Text, _row(voice, clash, titles)))
    print_table(voice, table)
    if len(clashes) > _MOST_CLASHES:
        left = len(clashes) - _MOST_CLASHES
        click.echo(voice.one(f"وغيرها {left}؛ افتح المشروع لتراها كلها.", f"{left} more: open the project to see all."))


def _row(voice: Voice, clash: Clash, titles: Mapping[str, str]) -> Sequence[str]:
    where = "\n".join(titles.get(key, key) for key in clash.articles)
    words = " ".join(clash.subject.split()) or clash.key
    subject = words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
    decisions = "\n".join(f"{one.editor or '—'}: {_decision(voice, one)}" for one in clash.final or clash.versions)
    return voice.one(*_KINDS[clash.kind]), where, subject, decisions


def _decision(voice: Voice, version: Version) -> str:
    from core.model import Annotation, Verdict

    value = version.value
    if version.out:
        return voice.one("مرفوضة", "rejected")
    if isinstance(value, Verdict):
        reason = f" ({value.reason})" if value.reason else ""
        return voice.one(*_VERDICTS[value.kind]) + reason
    if isinstance(value, Annotation):
        return f"{value.label} {value.item.start}–{value.item.end}"
    return value.name
