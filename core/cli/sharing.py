"""Commands that share the work: review packets for a second editor, articles given to editors."""

from __future__ import annotations

from pathlib import Path

import click

from core.cli.projects import open_project
from core.cli.voice import Voice, show, write_json
from core.errors import KnownError
from core.model import Show

_path = click.Path(path_type=Path)
_project = click.argument("project", type=_path, metavar="PROJECT")
_editor = click.option("--editor", default="", envvar="MIZAN_EDITOR", help="اسم المحرر · In whose name.")


@click.group()
def packet() -> None:
    """رزم المراجعة: أزواج مختارة ومقاطعها في ملف لمحرر ثان · Review packets: chosen pairs for a second editor."""


@packet.command()
@_project
@click.option("--relations", default="", help="معرّفات الأزواج بينها فواصل · IDs of pairs, with commas.")
@click.option(
    "--show",
    type=click.Choice([str(show) for show in Show]),
    multiple=True,
    help="كل الأزواج المعروضة هكذا · All pairs that are shown so.",
)
@click.option("--note", default="", help="ملاحظة للمراجع · A note for the reviewer.")
@click.option("-o", "--output", "out", type=_path, required=True, metavar="FILE", help="الرزمة · The packet.")
@_editor
@click.pass_obj
def make(voice: Voice, project: Path, relations: str, show: tuple[str, ...], note: str, out: Path, editor: str) -> None:
    """تحضير رزمة · Write a packet: the pairs, and just the passages that they need; without the verdicts on them."""
    from core.team import packet as packets

    with open_project(project, read_only=True) as opened:
        opened.editor = editor
        keys = [key.strip() for key in relations.split(",") if key.strip()]
        keys += [key.id for key in opened.relation_keys([Show(one) for one in show])] if show else []
        count = packets.make(opened, keys, out, note)
    voice.say(f"كُتبت الرزمة «{out}»: {count} من الأزواج.", f"Wrote the packet “{out}”: {count} pairs.")


@packet.command()
@_project
@click.argument("file", type=_path, metavar="FILE")
@click.pass_obj
def take(voice: Voice, project: Path, file: Path) -> None:
    """استلام رزمة عادت · Take a returned packet in; who decided otherwise here is kept beside the reviewer."""
    from core.team import packet as packets

    with open_project(project) as opened:
        found = packets.look(opened, file)
        packets.take(opened, file)
    who_ar, who_en = "، ".join(found.reviewers) or "—", ", ".join(found.reviewers) or "—"
    voice.say(
        f"استُلمت {found.verdicts} من الأحكام على {found.pairs} من الأزواج ({who_ar})؛ المخالف منها {found.different}.",
        f"Took in {found.verdicts} verdicts on {found.pairs} pairs ({who_en}); {found.different} differ from what "
        "stands here.",
    )


@click.command()
@_project
@click.argument("assignee", default="", metavar="[EDITOR]")
@click.argument("articles", nargs=-1, metavar="ARTICLE…")
@click.option("--nobody", is_flag=True, help="لا يعمل عليها أحد (كل الأسماء مقالات) · Give them to nobody.")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines بدل الأسطر · JSON Lines.")
@_editor
@click.pass_obj
def assign(
    voice: Voice,
    project: Path,
    assignee: str,
    articles: tuple[str, ...],
    nobody: bool,
    as_json: bool,
    editor: str,
) -> None:
    """إسناد مقالات إلى محرر، أو سردها · Give articles (IDs or file names) to an editor; without any, list who has what.

    An editor's name alone lists that editor's articles.
    """
    from core.store.assigning import AssignArticles

    wanted = [assignee, *articles] if nobody else list(articles)
    with open_project(project, read_only=not wanted) as opened:
        opened.editor = editor
        summaries = {one.id: one for one in opened.summaries()}
        if wanted:
            by_name = {one.file: key for key, one in summaries.items()} | {key: key for key in summaries}
            if missing := [name for name in wanted if name not in by_name]:
                raise KnownError(
                    f"لا مقال «{missing[0]}» في المشروع «{project}»؛ اكتب معرّفه أو اسم ملفه.",
                    f"“{project}” has no article “{missing[0]}”; give its ID or the name of its file.",
                )
            opened.apply(AssignArticles(tuple(by_name[name] for name in wanted), "" if nobody else assignee))
        found = opened.assignments()
    mine = {key: one for key, one in found.items() if wanted or not assignee or one.assignee == assignee}
    for key, one in mine.items():
        about = summaries[key]
        if as_json:
            write_json({"article": key, "title": about.title, "file": about.file, "editor": one.assignee})
        else:
            show("\t".join((one.assignee, key, about.title or about.file)))
    voice.say(f"المقالات المسندة: {len(mine)}.", f"Articles given to editors: {len(mine)}.")
