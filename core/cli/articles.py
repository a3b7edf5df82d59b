"""Commands over articles without a project: annotate, compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import click

from core.cli.voice import Voice, write_json
from core.cli.work import analyze_all, engine_option, nli_option, score_option, workers_option
from core.errors import KnownError

if TYPE_CHECKING:
    from core.importers import Skipped
    from core.model import Article, Fact

_Command = TypeVar("_Command", bound=Any)


def _columns(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """text=COLUMN,title=COLUMN → part of an article to column."""
    from core.importers.columns import FIELDS

    chosen = {}
    for pair in (pair for value in values for pair in value.split(",")):
        part, equals, column = pair.partition("=")
        if not equals or part.strip() not in FIELDS:
            raise click.BadParameter(f"{pair!r}: PART=COLUMN, PART: {' | '.join(FIELDS)}")
        chosen[part.strip()] = column.strip()
    return chosen


def metadata_options(command: _Command) -> _Command:
    """--source, --published: what stands for all files of the call; --map: what the columns of tables are."""
    for option in (
        click.option(
            "--map",
            "columns",
            multiple=True,
            callback=_columns,
            metavar="text=COLUMN,…",
            help="أعمدة الجداول: text وtitle وsource وauthor وpublished وurl وid · Columns of CSV and Excel tables.",
        ),
        click.option("--published", metavar="DATE", help="تاريخ نشر الكل، مثل 2021-12-04 · Publication date of all."),
        click.option("--source", metavar="NAME", help="مصدر الكل · Source of all."),
    ):
        command = option(command)
    return command


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATH…")
@click.option(
    "--jsonl",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="مقالات بصيغة JSON Lines، و- للدخل · JSON Lines; - is stdin.",
)
@metadata_options
@score_option
@engine_option
@workers_option
@click.pass_context
def annotate(
    ctx: click.Context,
    paths: tuple[Path, ...],
    jsonl: Path | None,
    source: str | None,
    published: str | None,
    columns: dict[str, str],
    min_score: float,
    engine: str,
    workers: int | None,
) -> None:
    """استخراج ما في المقالات دون مشروع · Extract without a project, JSON Lines out.

    Each article is one JSON object on one line: its entities, quotes and claims with their offsets.
    """
    if bool(paths) == (jsonl is not None):
        raise click.UsageError("Give either PATHs or --jsonl FILE. | اختر: مسارات ملفات أو ‎--jsonl FILE.")
    voice = ctx.ensure_object(Voice)
    if jsonl is None:
        slots: Iterable[Article | Skipped | dict[str, Any]] = read(voice, paths, source, published, columns, "file")
    else:
        slots = _lines(voice, jsonl, source, published)
    failed = False
    articles: list[Article] = []
    order: list[dict[str, Any] | None] = []  # None: the next article stands here
    for slot in slots:
        if isinstance(slot, dict):
            failed = True
            order.append(slot)
        elif article := _kept(voice, slot):
            articles.append(article)
            order.append(None)
        else:
            failed = True
    from core.exporters.shapes import annotated
    from core.threshold import without_doubtful

    with voice.progress("قراءة المقالات", "Reading", len(articles)) as report:
        analyses = iter(analyze_all(articles, engine, workers, report))
    for line in order:
        write_json(annotated(without_doubtful(next(analyses), min_score)) if line is None else line)
    if failed:
        ctx.exit(1)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option("--json", "as_json", is_flag=True, help="JSON بدل الجدول · JSON instead of a table.")
@metadata_options
@engine_option
@nli_option
@workers_option
@click.pass_context
def compare(
    ctx: click.Context,
    paths: tuple[Path, ...],
    as_json: bool,
    source: str | None,
    published: str | None,
    columns: dict[str, str],
    engine: str,
    nli: str | None,
    workers: int | None,
) -> None:
    """مقارنة المقالات: أين تتفق وأين تتعارض · Compare articles: facts, relations and their reasons."""
    if not compare_paths(ctx.ensure_object(Voice), paths, as_json, source, published, engine, workers, nli, columns):
        ctx.exit(1)


def compare_paths(
    voice: Voice,
    paths: Iterable[Path],
    as_json: bool = False,
    source: str | None = None,
    published: str | None = None,
    engine: str = "builtin",
    workers: int | None = None,
    nli: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> bool:
    """Compare the articles in `paths` and print the result; False where something had to be left out."""
    from core.compare.facts import compare as compare_analyses

    model = _pairs_model(nli)
    found = [_kept(voice, item) for item in read(voice, list(paths), source, published, columns or {}, "file")]
    articles = [article for article in found if article]
    if not articles:
        return False
    with voice.progress("قراءة المقالات", "Reading", len(articles)) as report:
        facts = compare_analyses(analyze_all(articles, engine, workers, report))
    if model:
        facts = _voted(facts, articles, model)
    if as_json:
        from core.exporters.shapes import compared

        write_json(compared(articles, facts))
    else:
        from core.cli.tables import print_comparison

        print_comparison(voice, articles, facts)
    return len(articles) == len(found)


def _pairs_model(nli: str | None) -> Path | None:
    """The folder of the model that --nli names; a KnownError before anything is done where there is none."""
    if nli is None:
        return None
    from core.extract.camel.engines import pairs_model

    return pairs_model(nli)


def _voted(facts: Sequence[Fact], articles: Sequence[Article], model: Path) -> list[Fact]:
    """The facts with the vote of a model of sentence pairs."""
    from core.compare.nli import voted
    from core.extract.camel.door import Worker

    with Worker(nli=model) as worker:
        return voted(facts, articles, worker.votes)


def read(
    voice: Voice,
    paths: Sequence[Path],
    source: str | None,
    published: str | None,
    columns: Mapping[str, str],
    ids: Literal["text", "file"] = "text",
) -> Iterator[Article | Skipped]:
    """The articles in `paths` and what is left out of them; says what their readers had to mend."""
    from core.importers import Found, Said, Skipped, find
    from core.importers.articles_csv import iso_day

    said = Said(source or "", iso_day(published or ""), columns)
    for item in find(paths, said, ids):
        if isinstance(item, Found):
            for note in item.notes:
                voice.say(f"«{item.article.file}»: {note.ar}", f"{item.article.file}: {note.en}")
            yield item.article
        elif isinstance(item, Skipped):
            yield item


def _kept(voice: Voice, item: Article | Skipped) -> Article | None:
    """The article, or None after saying why there is none."""
    from core.importers import Skipped

    if isinstance(item, Skipped):
        voice.error(item.error, item.file)
        return None
    return item


def _lines(
    voice: Voice, file: Path, source: str | None, published: str | None
) -> Iterator[Article | Skipped | dict[str, Any]]:
    """The articles of a JSON Lines file; for a line that is none, the object that says so."""
    from core.importers.jsonl import read_lines

    for line, item in read_lines(file, source, published):
        if isinstance(item, KnownError):
            voice.error(item, f"{file.name}:{line}")
            yield {"id": None, "line": line, "error": voice.both(item.ar, item.en)}
        else:
            yield item
