"""The comparison as a table for people: in the terminal, or as plain text where it is piped."""

from __future__ import annotations

import io
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import click
from rich import box
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from core.cli.voice import LANGUAGES, Voice, printable
from core.exporters.report import words
from core.exporters.report.pairs import Pair, grouped, sides, stars
from core.extract.speech.case import oblique
from core.model import Article, ArticleClaim, Fact, Polarity, Relation, Show, Verdict

# In the order in which an editor wants to see them; what is silent is left out.
_STYLES = {Show.CONFLICT: "bold red", Show.CHECK: "yellow", Show.UPDATE: "cyan", Show.AGREE: "green"}
_HEADINGS = (
    ("السؤال", "Question"),
    ("مصدر: قوله", "Source: value"),
    ("مصدر: قوله", "Source: value"),
    ("العلاقة", "Relation"),
    ("السبب", "Reason"),
)
_PIPED_WIDTH = 140  # columns
_NARROW = 90  # columns: below, the parts of a row stand under each other
_RELATION_WIDTH = 13  # columns: the longest word there is
_MOST_LINES = 4
_LONGEST_VALUE = 160  # code points
_RIGHT_TO_LEFT = "\u200f"


@dataclass(frozen=True, slots=True)
class _Row:
    show: Show
    between: bool  # articles, not within one
    score: float
    question: str
    first: str
    second: str
    relation: str
    reason: str


def print_comparison(voice: Voice, articles: Sequence[Article], facts: Sequence[Fact]) -> None:
    """What the articles say alike and otherwise, on standard output; conflicts first, between sources before within."""
    rows = list(_rows(voice, articles, facts))
    rows.sort(key=lambda row: (list(_STYLES).index(row.show), not row.between, -row.score))
    counts = Counter(row.show for row in rows)
    shown = [f"{voice.one(*words.SHOWS[show])}: {counts[show]}" for show in _STYLES if counts[show]]
    summary = voice.one("، ", ", ").join(shown) or voice.one("لا شيء يُقارن بينها", "nothing to compare in them")
    click.echo(f"{voice.one('المقالات', 'Articles')}: {len(articles)} — {summary}")
    if rows:
        width = _width()
        _print(voice, _stacked(voice, rows, width) if width < _NARROW else _table(voice, rows), width)


def _rows(voice: Voice, articles: Sequence[Article], facts: Sequence[Fact]) -> Iterator[_Row]:
    """One row for all pairs that oppose the same two answers; one for an answer and all that agree with it."""
    names = _source_names(articles)
    pairs = [
        Pair(fact, relation, Verdict(fact.relation_id(relation)))
        for fact in facts
        for relation in fact.relations
        if relation.show in _STYLES
    ]
    told = (
        pair for pair in pairs if pair.relation.show is not Show.AGREE and (pair.opposed or not pair.relation.follows)
    )
    for group in grouped(told):
        yield _row(voice, group[0].fact, group[0].relation, sides(group), names)
    for fact in facts:
        agree = {(one.a, one.b): one for one in fact.relations if one.show is Show.AGREE}
        for first, *others in stars(agree):
            # The reason of the loosest one holds of all: «94 ألفا» and «100 ألف» fit, though they are not the same.
            loosest = min((agree[min(first, at), max(first, at)] for at in others), key=lambda one: one.score)
            row = _row(voice, fact, loosest, ([first], others), names)
            if row.between:
                yield row


def _row(
    voice: Voice, fact: Fact, why: Relation, both: tuple[Sequence[int], Sequence[int]], names: Mapping[str, str]
) -> _Row:
    """A row whose reason is that of one of its relations."""
    reason = voice.one(why.reason, why.reason_en)
    if why.difference and why.difference not in reason:
        reason = f"{reason} [{words.difference(voice.one(*LANGUAGES), why.difference)}]"
    first, second = both
    return _Row(
        why.show,
        len({fact.claims[place].article_id for place in (*first, *second)}) > 1,
        why.score,
        voice.one(fact.question, fact.question_en or fact.question),
        _side(voice, fact, first, names),
        _side(voice, fact, second, names),
        voice.one(*words.RELATIONS.get(why.kind, ("", ""))),
        reason,
    )


def _side(voice: Voice, fact: Fact, places: Iterable[int], names: Mapping[str, str]) -> str:
    """What is said at `places`, each once; a long list is cut."""
    lines = list(dict.fromkeys(_said(voice, fact.claims[place], names) for place in places))
    if (more := len(lines) - _MOST_LINES) > 1:
        lines[_MOST_LINES:] = [voice.one(f"… و{more} مواضع أخرى", f"… and {more} more")]
    return "\n".join(lines)


def _source_names(articles: Sequence[Article]) -> dict[str, str]:
    """How each article is called: by its source, with the file where two have the same; else by its file."""
    counts = Counter(article.source for article in articles)
    names = {}
    for article in articles:
        file = article.file or article.title or article.id
        clear = article.source if counts[article.source] == 1 else f"{article.source} ({file})"
        names[article.id] = clear if article.source else file
    return names


def _said(voice: Voice, claim: ArticleClaim, names: Mapping[str, str]) -> str:
    said = " ".join(claim.claim.text.split())
    if len(said) > _LONGEST_VALUE:
        said = said[:_LONGEST_VALUE].rsplit(" ", 1)[0] + " …"
    by = claim.claim.attribution
    marks = [voice.one(*words.MODALITIES[claim.claim.modality])] if claim.claim.modality in words.MODALITIES else []
    if claim.claim.polarity is Polarity.DENIED:
        marks.append(voice.one("منفي", "denied"))
    if by.speaker:
        marks.append(voice.one(f"عن {oblique(by.speaker)}", f"by {by.speaker}"))
    if by.via:
        marks.append(voice.one(f"عبر {by.via}", f"through {by.via}"))
    aside = f" ({voice.one('، ', ', ').join(marks)})" if marks else ""
    return f"{names.get(claim.article_id, claim.article_id)}: {said}{aside}"


def _table(voice: Voice, rows: Sequence[_Row]) -> Table:
    table = Table(box=box.ROUNDED, show_lines=True, expand=True)
    for (ar, en), share in zip(_HEADINGS, (2, 3, 3, None, 3), strict=True):
        justify: JustifyMethod = "left" if voice.language == "en" else "right"
        width = None if share else _RELATION_WIDTH
        table.add_column(voice.one(ar, en), ratio=share, width=width, justify=justify)
    for row in rows:
        table.add_row(cell(row.question), cell(row.first), cell(row.second), _stand(voice, row), cell(row.reason))
    return table


def _stacked(voice: Voice, rows: Sequence[_Row], width: int) -> Table:
    """The same for a terminal that has no room for columns."""
    table = Table(box=box.ROUNDED, show_lines=True, show_header=False, width=width)
    table.add_column(justify="left" if voice.language == "en" else "right")
    for row in rows:
        stand = _stand(voice, row, " · ")
        parts = (stand, cell(row.question), cell(row.first), Text("≠" if row.show is not Show.AGREE else "="))
        table.add_row(Text("\n").join((*parts, cell(row.second), cell(row.reason))))
    return table


def _stand(voice: Voice, row: _Row, between: str = "\n") -> Text:
    stand = Text(voice.one(*words.SHOWS[row.show]), _STYLES[row.show])
    return stand.append(between + row.relation, "none") if row.relation else stand


def cell(text: str) -> Text:
    """What a cell of a table shows, whoever wrote it."""
    return Text(printable(text))


def print_table(voice: Voice, table: Table) -> None:
    """A table on standard output, laid out for the language; plain text where that is no terminal."""
    _print(voice, table, _width())


def _width() -> int:
    terminal = sys.stdout.isatty()
    return shutil.get_terminal_size((_PIPED_WIDTH, 40)).columns if terminal else _PIPED_WIDTH


def _print(voice: Voice, table: Table, width: int) -> None:
    page = io.StringIO()
    terminal = sys.stdout.isatty()
    Console(file=page, width=width, force_terminal=terminal, highlight=False, emoji=False, markup=False).print(table)
    # Each line is a paragraph of its own to a terminal: without a mark one that begins with a Latin word would be laid
    # out left to right and its columns would change places.
    mark = "" if voice.language == "en" else _RIGHT_TO_LEFT
    click.echo("\n".join(mark + line.rstrip() for line in page.getvalue().splitlines()))
