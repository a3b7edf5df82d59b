"""Commands over a project file: new, import, analyze, search, export, report, check."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from core.cli.articles import metadata_options, read
from core.cli.backups import back_up
from core.cli.cluster import cluster_executor, executor_option
from core.cli.voice import LANGUAGES, Voice, counted, printable, write_json
from core.cli.work import engine_option, score_option, worker_pool, workers_option
from core.errors import KnownError

if TYPE_CHECKING:
    from core.importers import Skipped
    from core.model import Article
    from core.project import Problem, Project

EXPORTS = ("annotations", "claims", "contradictions", "facts", "articles", "decisions", "project")
FORMATS = (
    *("csv", "xlsx", "jsonl", "doccano", "label-studio", "brat", "conll", "webanno", "uima-xmi", "uima-json"),
    *("web-annotation", "refi-qda", "claim-review"),
)
_project = click.argument("project", type=click.Path(path_type=Path), metavar="PROJECT")


@click.command()
@_project
@click.pass_obj
def new(voice: Voice, project: Path) -> None:
    """مشروع جديد فارغ · Make an empty project."""
    from core.project import Project

    with Project.create(project) as made:
        voice.say(f"أُنشئ المشروع «{made.path}».", f"Made “{made.path}”.")


@click.command("import")
@_project
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@metadata_options
@click.pass_context
def import_(
    ctx: click.Context,
    project: Path,
    paths: tuple[Path, ...],
    source: str | None,
    published: str | None,
    columns: dict[str, str],
) -> None:
    """استيراد ملفات أو مجلدات · Import files or folders, recursively; exports of ours and of others too."""
    from core.interchange import kind_of

    voice = ctx.ensure_object(Voice)
    with open_project(project) as opened:
        back_up(voice, opened, "import")
        kinds = {path: kind_of(path) for path in paths}
        done = import_articles(voice, opened, [path for path in paths if not kinds[path]], source, published, columns)
        done = all([done, *(_import_export(voice, opened, path, kind) for path, kind in kinds.items() if kind)])
    if not done:
        ctx.exit(1)


def import_articles(
    voice: Voice,
    project: Project,
    paths: Sequence[Path],
    source: str | None = None,
    published: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> bool:
    """Import articles and say what became of them; False where something was left out."""
    from core.importers import Skipped

    if not paths:
        return True
    failed: list[Skipped] = []

    def readable() -> Iterator[Article]:
        for item in read(voice, paths, source, published, columns or {}):
            if isinstance(item, Skipped):
                failed.append(item)
                voice.error(item.error, item.file)
            else:
                yield item

    with voice.progress("استيراد", "Importing") as report:
        result = project.import_articles(counted(readable(), report))
    for file, key in result.duplicates:
        there = project.article(key)
        voice.say(
            f"«{file}» نصه موجود سلفا في المشروع («{there.file or there.title}»)؛ لم يُكرر.",
            f"“{file}” has the same text as “{there.file or there.title}”, which is there already; not doubled.",
        )
    voice.say(
        f"استُورد: {len(result.added)}، مكرر: {len(result.duplicates)}، متروك: {len(failed)}.",
        f"Imported: {len(result.added)}, duplicates: {len(result.duplicates)}, left out: {len(failed)}.",
    )
    return not failed


@click.command()
@_project
@engine_option
@workers_option
@executor_option
@click.pass_obj
def analyze(voice: Voice, project: Path, engine: str, workers: int | None, cluster: str | None) -> None:
    """استخراج ما لم يُحلل ثم المقارنة · Extract and compare everything not yet analysed."""
    with open_project(project) as opened:
        back_up(voice, opened, "analyze")
        analyze_opened(voice, opened, engine, workers, cluster)


def analyze_opened(
    voice: Voice, project: Project, engine: str = "builtin", workers: int | None = None, cluster: str | None = None
) -> None:
    """Extract what waits for it and compare, with progress; in worker processes here, or on a cluster."""
    from core.analyzing import analyze_project

    waiting = project.pending_ids()
    with (
        cluster_executor(cluster) if cluster else worker_pool(workers, len(waiting)) as executor,
        voice.progress("تحليل المقالات", "Analysing", len(waiting)) as report,
    ):
        analyze_project(project, executor, lambda done, _total: report(done), engine=engine)
    voice.say(
        f"حُلّل: {len(waiting)}. أسئلة مشتركة: {len(project.facts())}.",
        f"Analysed: {len(waiting)}. Shared questions: {len(project.facts())}.",
    )


@click.command()
@_project
@click.argument("query")
@click.option("--json", "as_json", is_flag=True, help="JSON Lines بدل الأسطر · JSON Lines.")
@click.option("--limit", type=click.IntRange(1), default=500, show_default=True, help="أقصى عدد · At most.")
@click.pass_obj
def search(voice: Voice, project: Path, query: str, as_json: bool, limit: int) -> None:
    """بحث لا يفرّق بين صور الكتابة · Search, blind to hamza, diacritics, tatweel, ى/ة and digit shapes."""
    with open_project(project, read_only=True) as opened:
        hits = opened.search(query, limit)
    for hit in hits:
        if as_json:
            write_json(
                {
                    "article": hit.article_id,
                    "title": hit.title,
                    "source": hit.source,
                    "start": hit.span.start,
                    "end": hit.span.end,
                    "snippet": hit.snippet,
                    "snippet_start": hit.snippet_span.start,
                    "snippet_end": hit.snippet_span.end,
                }
            )
        else:
            start, end = hit.snippet_span.start, hit.snippet_span.end
            snippet = printable(hit.snippet.replace("\n", " "))
            found = click.style(snippet[start:end], bold=True, fg="yellow")
            where = printable(f"{hit.article_id}\t{hit.span.start}\t{hit.source or hit.title}")
            click.echo(f"{where}\t{snippet[:start]}{found}{snippet[end:]}")
    voice.say(f"المواضع: {len(hits)}.", f"Found: {len(hits)}.")


@click.command()
@_project
@click.option("--what", type=click.Choice(EXPORTS), required=True, help="ماذا · What.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="الصيغة (الأصل: csv، وللمشروع jsonl) · Format (default: csv; for a project jsonl).",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="PATH",
    help="الملف، و- للخرج · - is stdout.",
)
@click.option("--no-bom", is_flag=True, help="CSV بلا علامة ترتيب البايت · CSV without byte-order mark.")
@click.option("--decided", is_flag=True, help="ما قرره محرر فقط · Only what an editor decided.")
@score_option
@click.pass_obj
def export(
    voice: Voice,
    project: Path,
    what: str,
    format_: str | None,
    output: Path,
    no_bom: bool,
    decided: bool,
    min_score: float,
) -> None:
    """تصدير العلامات أو التناقضات أو غيرها · Write one of the exports."""
    from core import exporters

    name = format_ or ("jsonl" if what == "project" else "csv")
    exporters.check(what, name)
    with open_project(project, read_only=True) as opened:
        partly = what != "project" and (decided or min_score)
        source = exporters.Part(opened, min_score, decided) if partly else opened
        if str(output) == "-":
            left = exporters.write(sys.stdout.buffer, source, what, name, bom=not no_bom)
        else:
            left = exporters.export(source, what, name, output, bom=not no_bom)
            voice.say(f"كُتب «{output}».", f"Wrote “{output}”.")
    if left:
        voice.say("ما لم تسعه هذه الصيغة:", "What this format could not hold:")
    for sentence in left:
        voice.say(f"- {sentence.ar}", f"- {sentence.en}")


@click.command()
@_project
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    metavar="PATH",
    help="الملف: ‎.html أو ‎.docx أو ‎.pdf · The file: .html, .docx or .pdf.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="لغة التقرير (الأصل: العربية) · Its language (default: ar).")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="مع المتفق عليه والتحديثات والسجل · Also what is agreed, updated and on record.",
)
@click.pass_obj
def report(voice: Voice, project: Path, output: Path, lang: str | None, everything: bool) -> None:
    """تقرير للطباعة: المصادر والتناقضات والأحكام · A report to print: sources, contradictions, verdicts."""
    from core.exporters import report as reports
    from core.exporters.report.build import build

    reports.check_ending(output)
    with open_project(project, read_only=True) as opened:
        built = build(opened, opened.path.stem, lang or voice.language or "ar", everything)
    reports.write(built, output)
    voice.say(f"كُتب «{output}».", f"Wrote “{output}”.")


@click.command()
@_project
@click.option("--repair", is_flag=True, help="أنقذ ما يمكن في ملف جديد · Save what can be saved into a new file.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="NEW",
    help="الملف الجديد (الأصل: الاسم نفسه مع ‎-repaired) · The new file (default: NAME-repaired.mizan).",
)
@click.pass_context
def check(ctx: click.Context, project: Path, repair: bool, output: Path | None) -> None:
    """فحص سلامة ملف المشروع · Verify a project file: integrity, offsets against text, foreign keys."""
    from core.store.copies import conflicts

    voice = ctx.ensure_object(Voice)
    for copy in conflicts(project):
        voice.say(
            f"«{copy}» نسخة أخرى من المشروع تركتها مزامنة المجلد؛ لجمعهما: mizan merge NEW PROJECT COPY.",
            f"“{copy}” is another version of this project, left by a synchronised folder; to unite them: "
            "mizan merge NEW PROJECT COPY.",
        )
    problems = _problems(project, damaged_too=repair)
    for problem in problems:
        voice.error(KnownError(problem.ar, problem.en))
    if not problems:
        voice.say(f"المشروع «{project}» سليم.", f"“{project}” is sound.")
        return
    if repair:
        _repair(voice, project, output or project.with_name(f"{project.stem}-repaired{project.suffix}"))
    else:
        voice.say(
            "لإنقاذ ما يمكن في ملف جديد: mizan check --repair؛ وللنسخ الاحتياطية: mizan backups.",
            "To save what can be saved into a new file: mizan check --repair; for backups: mizan backups.",
        )
    ctx.exit(1)


def _problems(project: Path, damaged_too: bool) -> Sequence[Problem]:
    """What is wrong; with `damaged_too` also that the file cannot be opened at all."""
    from core.project import Problem

    try:
        with open_project(project, read_only=True) as opened:
            return opened.check()
    except KnownError as error:
        if not damaged_too or not project.is_file():
            raise
        return [Problem(error.ar, error.en)]


def _repair(voice: Voice, project: Path, out: Path) -> None:
    from core.store.repair import repair

    done = repair(project, out)
    for one in done.lost:
        voice.say(f"- {one.ar}", f"- {one.en}")
    articles, marks, verdicts = (done.saved[table] for table in ("articles", "annotations", "verdicts"))
    voice.say(
        f"كُتب «{out}»، وفيه مقالات: {articles}، علامات: {marks}، أحكام: {verdicts}؛ بقي «{project}» كما كان.",
        f"Wrote “{out}” with articles: {articles}, marks: {marks}, verdicts: {verdicts}; "
        f"“{project}” was left as it is.",
    )


def compare_project(voice: Voice, path: Path, paths: Sequence[Path]) -> bool:
    """Bring `paths` into the project, analyse what waits, print its comparison; False where one was left out."""
    from core.cli.tables import print_comparison

    with open_project(path, read_only=not paths) as project:
        done = import_articles(voice, project, paths)
        if not project.read_only and project.pending_ids():
            analyze_opened(voice, project)
        print_comparison(voice, project.articles(), project.facts())
    return done


def open_project(path: Path, read_only: bool = False) -> Project:
    """The project; where it must be written and cannot be, a KnownError that says who has it."""
    from core.project import Project

    project = Project.open(path, read_only=read_only)
    if project.read_only and not read_only:
        try:
            project.must_be_writable()
        finally:
            project.close()
    return project


def _import_export(voice: Voice, project: Project, path: Path, kind: str) -> bool:
    """Bring back what was exported, here or from another program, as one step; False where something was left out."""
    from core.interchange import take_in

    taken = take_in(project, path, kind, lambda item: voice.error(item.error, item.file))
    if taken.labels:
        voice.say(f"أصناف جديدة: {', '.join(taken.labels)}.", f"New labels: {', '.join(taken.labels)}.")
    rows = taken.rows or taken.marks + taken.verdicts
    more = (
        f"، مقالات: {taken.articles}" if taken.articles else "",
        f", articles: {taken.articles}" if taken.articles else "",
    )
    voice.say(
        f"«{path.name}»: {rows}{more[0]}، متروك: {taken.skipped}.",
        f"“{path.name}”: {rows} rows{more[1]}, left out: {taken.skipped}.",
    )
    return not taken.skipped
