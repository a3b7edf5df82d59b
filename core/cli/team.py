"""Commands for teams: merge, agreement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from core.cli.voice import Voice, show, write_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.table import Table

    from core.project import Clash, Project, Version
    from core.store.values import United
    from core.team.agreement import Agreement, Disagreement, Figures, LayerAgreement

_projects = click.argument("projects", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PROJECT…")
_MOST = 50  # rows of one table: JSON and the window have all
_LONGEST = 60  # code points of a mark
_COLUMNS = {
    "title": ("العنوان", "title"),
    "source": ("المصدر", "source"),
    "author": ("الكاتب", "author"),
    "published": ("تاريخ النشر", "date"),
    "url": ("الرابط", "URL"),
}
_LAYERS = {
    "entity": ("الأسماء والأرقام والأزمنة", "Entities"),
    "quote": ("الأقوال", "Quotes"),
    "claim": ("الادعاءات", "Claims"),
    "verdict": ("الأحكام", "Verdicts"),
}
_FIGURES = (
    ("المواضع", "Units"),
    ("متفق عليه", "Agreed"),
    ("كوهين κ", "Cohen κ"),
    ("فليس κ", "Fleiss κ"),
    ("كريبندورف α", "Krippendorff α"),
    ("α بالحدود", "α of spans"),
)
_KINDS = {
    "annotations": ("علامة", "mark"),
    "verdicts": ("حكم", "verdict"),
    "names": ("اسم", "name"),
    "rulings": ("سؤال أو علاقة", "question or relation"),
    "assignments": ("إسناد مقال", "assigned article"),
}
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
@click.option("--into", is_flag=True, help="ضم المشاريع إلى OUT الموجود، خطوة واحدة تُلغى · Into OUT, which exists.")
@click.pass_context
def merge(ctx: click.Context, out: Path, projects: tuple[Path, ...], into: bool) -> None:
    """دمج مشاريع عدة محررين في مشروع جديد · Put several editors' projects together in a new one.

    The projects stay as they are; with --into the first one takes the others in, as one step that undo takes back. What
    editors decided differently is kept side by side and listed.
    """
    from core.project import Project
    from core.team.merge import merge as merge_projects

    voice = ctx.ensure_object(Voice)
    if into:
        _merge_into(ctx, voice, out, projects)
        return
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


def _merge_into(ctx: click.Context, voice: Voice, out: Path, projects: Sequence[Path]) -> None:
    from core.analyzing import comparison_steps
    from core.cli.projects import open_project
    from core.team.merge import beside

    with open_project(out) as project:
        with (
            voice.progress("دمج المشاريع", "Merging", len(projects) + 1) as report,
            beside(out, projects, lambda done, _total: report(done)) as (draft, merged),
        ):
            for path, error in merged.skipped:
                voice.error(error, str(path))
            names = [path.name for path in merged.merged if path != out]
            if names:
                found = project.coming(draft)
                project.take_over(draft, names)
        if names:
            for _ in comparison_steps(project):
                pass
            voice.say(
                f"ضُمّ إلى «{out}»: مقالات جديدة {found.articles}، قرارات في العلامات {found.marks}، "
                f"أحكام {found.verdicts}.",
                f"Taken into “{out}”: {found.articles} new articles, {found.marks} decisions on marks, "
                f"{found.verdicts} verdicts.",
            )
            _print_clashes(voice, project)
    if merged.skipped:
        ctx.exit(1)


@click.command()
@_projects
@click.option("--json", "as_json", is_flag=True, help="JSON بدل الجداول · JSON instead of tables.")
@click.option(
    "--csv",
    "table",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="جدول بالأرقام، وآخر بجانبه بمواضع الاختلاف · The figures as CSV, the disagreements beside it.",
)
@click.pass_context
def agreement(ctx: click.Context, projects: tuple[Path, ...], as_json: bool, table: Path | None) -> None:
    """مدى اتفاق المحررين · How far editors agree, inside a merged project or between projects.

    By layer, label, pair of editors and article: Cohen's and Fleiss' kappa, Krippendorff's alpha, nominal and for
    spans; and what they disagree on.
    """
    from core.team.agreement import agreement as agreement_of
    from core.team.agreement import plain

    voice = ctx.ensure_object(Voice)
    found = agreement_of(projects)
    for path, error in found.skipped:
        voice.error(error, str(path))
    if table is not None:
        from core.team.agreement_csv import write

        other = write(found, table)
        voice.say(f"كُتب «{table}» و«{other}».", f"Wrote “{table}” and “{other}”.")
    elif as_json:
        write_json(plain(found))
    elif len(found.skipped) < len(projects):
        _print_agreement(voice, found)
    if found.skipped:
        ctx.exit(1)


def _print_agreement(voice: Voice, found: Agreement) -> None:
    editors = voice.one("، ", ", ").join(f"{name} ({count})" for name, count in found.editors.items())
    show(f"{voice.one('المحررون (وقراراتهم)', 'Editors (and their decisions)')}: {editors or '—'}")
    if not found.layers:
        show(voice.one("لا شيء قال فيه اثنان رأيهما.", "There is nothing on which two of them decided."))
        return
    for layer, one in found.layers.items():
        _print_layer(voice, _LAYERS[layer], one, found.titles)
    _print_disagreements(voice, found)


def _print_layer(voice: Voice, heading: tuple[str, str], one: LayerAgreement, titles: Mapping[str, str]) -> None:

    from core.cli.tables import cell, print_table

    columns = (heading, *_FIGURES)
    table = _table(voice, columns)
    rows = [(voice.one("الكل", "All"), one.overall)]
    rows += [(label, figures) for label, figures in one.labels.items()]
    for pair, (figures, labels) in one.pairs.items():
        rows.append((" × ".join(pair), figures))
        rows += [(f"{' × '.join(pair)}: {label}", of_label) for label, of_label in labels.items()]
    articles = sorted(one.articles.items(), key=lambda item: (item[1].agreed - item[1].units, item[0]))
    rows += [(titles.get(key, key), figures) for key, figures in articles[:_MOST]]
    for name, figures in rows:
        table.add_row(*map(cell, (name, *_cells(figures))))
    print_table(voice, table)


def _cells(figures: Figures) -> tuple[str, ...]:
    coefficients = (figures.cohen, figures.fleiss, figures.alpha, figures.unitizing)
    return str(figures.units), str(figures.agreed), *("—" if one is None else f"{one:.3f}" for one in coefficients)


def _print_disagreements(voice: Voice, found: Agreement) -> None:

    from core.cli.tables import cell, print_table

    show(f"{voice.one('مواضع الاختلاف', 'Disagreements')}: {len(found.disagreements)}")
    table = _table(voice, (("المقال", "Article"), ("الموضع", "Of what"), ("ما قالوه", "What they said")))
    for one in found.disagreements[:_MOST]:
        where = "\n".join(found.titles.get(key, key) for key in one.articles)
        table.add_row(*map(cell, (where, _short(one.text), _said(voice, one))))
    if found.disagreements:
        print_table(voice, table)
    if (left := len(found.disagreements) - _MOST) > 0:
        show(voice.one(f"وغيرها {left}؛ كلها في ‎--json.", f"{left} more: all are in --json."))


def _said(voice: Voice, one: Disagreement) -> str:
    lines = []
    for editor, (label, start, end) in one.said.items():
        if label is None:
            said = voice.one("لا شيء", "nothing")
        elif one.layer == "verdict":
            said = voice.one(*_VERDICTS[label])
        else:
            said = f"{label} {start}–{end}"
        lines.append(f"{editor}: {said}")
    return "\n".join(lines)


def _table(voice: Voice, columns: Sequence[tuple[str, str]]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.ROUNDED, show_lines=True, expand=True)
    for ar, en in columns:
        table.add_column(voice.one(ar, en), justify="left" if voice.language == "en" else "right")
    return table


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"


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
    show(f"{voice.one('قرارات متعارضة', 'Decisions that clash')}: {len(clashes)}")
    if not clashes:
        return

    from core.cli.tables import cell, print_table

    titles = {one.id: one.title or one.file or one.id for one in project.summaries()}
    columns = (("النوع", "Kind"), ("المقال", "Article"), ("الموضع", "Of what"), ("القرارات", "Decisions"))
    table = _table(voice, columns)
    for clash in clashes[:_MOST]:
        table.add_row(*map(cell, _row(voice, clash, titles)))
    print_table(voice, table)
    if len(clashes) > _MOST:
        left = len(clashes) - _MOST
        show(voice.one(f"وغيرها {left}؛ افتح المشروع لتراها كلها.", f"{left} more: open the project to see all."))


def _row(voice: Voice, clash: Clash, titles: Mapping[str, str]) -> Sequence[str]:
    where = "\n".join(titles.get(key, key) for key in clash.articles)
    subject = _short(clash.subject) or clash.key
    decisions = "\n".join(f"{one.editor or '—'}: {_decision(voice, one)}" for one in clash.final or clash.versions)
    return voice.one(*_KINDS[clash.kind]), where, subject, decisions


def _decision(voice: Voice, version: Version) -> str:
    from core.model import Annotation, Verdict
    from core.project import Assignment, Ruling

    value = version.value
    if version.out:
        return voice.one("مرفوضة", "rejected")
    if isinstance(value, Verdict):
        reason = f" ({value.reason})" if value.reason else ""
        return voice.one(*_VERDICTS[value.kind]) + reason
    if isinstance(value, Annotation):
        return f"{value.label} {value.item.start}–{value.item.end}"
    if isinstance(value, Ruling):
        return value.question or str(value.relation or value.kind)
    return value.assignee if isinstance(value, Assignment) else value.name
