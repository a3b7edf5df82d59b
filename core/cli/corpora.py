"""Commands over ready-made tokens and sentence pairs: tag, relate."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from core.cli.voice import Voice
from core.cli.work import engine_option, nli_option
from core.errors import KnownError

Row = dict[str, Any]
Relater = Callable[[str, str], tuple[str, float]]

_COLUMN = re.compile(r"[ \t]+")


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.iob")
@engine_option
def tag(file: Path, engine: str) -> None:
    """وسم كلمات مقطّعة سلفا · Tag ready-made tokens.

    One token a line (further columns are ignored), a blank line between sentences; out come token, tab, tag (IOB2).
    """
    tokens = [_COLUMN.split(line.strip(" \t\r"), 1)[0] for line in _text(file).removesuffix("\n").split("\n")]
    sentences: list[list[str]] = [[]]
    for token in tokens:
        if token:
            sentences[-1].append(token)
        elif sentences[-1]:
            sentences.append([])
    filled = [sentence for sentence in sentences if sentence]
    if engine != "builtin":
        from core.extract.camel import door, engines

        tagged = door.tag(filled, engines.names_model(engine))
    else:
        from core.extract.entities import tag as tag_sentences

        tagged = tag_sentences(filled)
    tags = iter([tag for sentence in tagged for tag in sentence])
    for token in tokens:
        click.echo(f"{token}\t{next(tags)}" if token else "")


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="PAIRS.csv")
@nli_option
@click.pass_context
def relate(ctx: click.Context, file: Path, nli: str | None) -> None:
    """علاقة كل جملتين: agree أو disagree أو other · Relate pairs of sentences.

    CSV with the columns s1 and s2; the same rows come out with `relation` and `score`.
    """
    # Python's own limit is 131,072 characters a cell.
    csv.field_size_limit(2**31 - 1)
    reader = csv.DictReader(_text(file).splitlines(keepends=True), strict=True)
    try:
        columns = list(reader.fieldnames or [])
        if not {"s1", "s2"} <= set(columns):
            raise KnownError(
                f"لا عمودين باسم s1 وs2 في «{file.name}»؛ أضف سطر عناوين يذكرهما.",
                f"“{file.name}” has no columns s1 and s2; give it a header line that names them.",
            )
        added = [name for name in ("relation", "score") if name not in columns]
        with _relater(nli) as relate_pair:
            writer = csv.DictWriter(sys.stdout, [*columns, *added], extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            done = [_write_related(ctx.ensure_object(Voice), file, reader, row, writer, relate_pair) for row in reader]
    except csv.Error as error:
        raise KnownError(
            f"الملف «{file.name}» ليس CSV سليما عند السطر {reader.line_num} ({error}).",
            f"“{file.name}” is broken CSV at line {reader.line_num} ({error}).",
        ) from error
    if not all(done):
        ctx.exit(1)


def _write_related(
    voice: Voice, file: Path, reader: csv.DictReader[str], row: Row, writer: csv.DictWriter[str], relate_pair: Relater
) -> bool:
    """Write one row with its relation; False where its cells do not fit the columns."""
    if row["s1"] is None or row["s2"] is None or None in row:
        voice.error(
            KnownError(
                f"خلايا السطر {reader.line_num} لا توافق الأعمدة؛ تُرك بلا علاقة.",
                f"The cells of line {reader.line_num} do not fit the columns; it was left without a relation.",
            ),
            file.name,
        )
        writer.writerow(row | {"relation": "", "score": ""})
        return False
    relation, score = relate_pair(row["s1"], row["s2"])
    writer.writerow(row | {"relation": relation, "score": round(score, 4)})
    return True


@contextmanager
def _relater(nli: str | None) -> Iterator[Relater]:
    """`relate` of a pair, with the vote of a model where one is given."""
    from core.compare.relate import relate as relate_pair

    if nli is None:
        yield relate_pair
        return
    from core.compare.nli import relate_all
    from core.extract.camel import door, engines

    with door.Worker(nli=engines.pairs_model(nli)) as worker:
        yield lambda first, second: relate_all([(first, second)], worker.votes)[0]


def _text(file: Path) -> str:
    """The text of a UTF-8 file, newlines as `\\n`."""
    from core.importers.txt import unreadable

    try:
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise unreadable(file, error) from error
    except UnicodeDecodeError as error:
        raise KnownError(
            f"الملف «{file.name}» ليس بترميز UTF-8؛ احفظه به ثم أعد المحاولة.",
            f"“{file.name}” is not UTF-8; save it as UTF-8 and try again.",
        ) from error
