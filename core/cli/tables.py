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

from core.cli.voice import Voice, printable
from core.model import Article, ArticleClaim, Fact, Modality, Polarity, Relation, RelationKind, Show

# In the order in which an editor wants to see them; what is silent is left out.
_SHOWN = {
    Show.CONFLICT: ("تعارض", "Conflict", "bold red"),
    Show.CHECK: ("للمراجعة", "Check", "yellow"),
    Show.UPDATE: ("تحديث", "Update", "cyan"),
    Show.AGREE: ("اتفاق", "Agreement", "green"),
}
_RELATIONS = {
    RelationKind.CORROBORATES: ("تؤيده", "corroborates"),
    RelationKind.REFINES: ("أدق", "refines"),
    RelationKind.DIFFERS_IN_SCOPE: ("اختلاف في النطاق", "differs in scope"),
    RelationKind.CONTRADICTS: ("تناقض", "contradicts"),
    RelationKind.UPDATES: ("أحدث", "updates"),
    RelationKind.DIFFERENT_EVENT: ("حدث آخر", "different event"),
}
_MODALITIES = {
    Modality.PLANNED: ("مقرر", "planned"),
    Modality.CONDITIONAL: ("مشروط", "conditional"),
    Modality.POSSIBLE: ("محتمل", "possible"),
    Modality.DEMANDED: ("مطلوب", "demanded"),
}
_HEADINGS = (
    ("السؤال", "Question"),
    ("مصدر: قوله", "Source: value"),
    ("مصدر: قوله", "Source: value"),
    ("العلاقة", "Relation"),
    ("السبب", "Reason"),
)
_PIPED_WIDTH = 140  # columns
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
    rows.sort(key=lambda row: (list(_SHOWN).index(row.show), not row.between, -row.score))
    counts = Counter(row.show for row in rows)
    shown = [f"{voice.one(*_SHOWN[show][:2])}: {counts[show]}" for show in _SHOWN if counts[show]]
    summary = voice.one("، ", ", ").join(shown) or voice.one("لا شيء يُقارن بينها", "nothing to compare in them")
    click.echo(f"{voice.one('المقالات', 'Articles')}: {len(articles)} — {summary}")
    if rows:
        print_table(voice, _table(voice, rows))


def _rows(voice: Voice, articles: Sequence[Article], facts: Sequence[Fact]) -> Iterator[_Row]:
    """One row a dispute; one for all that agree, and for all that affirm against all that deny."""
    names = _source_names(articles)
    for fact in facts:
        groups: dict[object, list[Relation]] = {}
        for relation in sorted(fact.relations, key=lambda relation: -relation.score):
            if relation.show in _SHOWN:
                many = relation.show is Show.AGREE or _opposed(fact, relation)
                if relation.follows and not many:
                    continue
                groups.setdefault(relation.show if many else (relation.a, relation.b), []).append(relation)
        for relations in groups.values():
            row = _row(voice, fact, relations, names)
            if row.between or row.show is not Show.AGREE:
                yield row


def _row(voice: Voice, fact: Fact, relations: Sequence[Relation], names: Mapping[str, str]) -> _Row:
    """The row of relations of one sort; the surest comes first and gives its reason."""
    best = relations[0]
    if _opposed(fact, best):
        pairs = [(pair.b, pair.a) if _denies(fact, pair.a) else (pair.a, pair.b) for pair in relations]
        first, second = (dict.fromkeys(side) for side in zip(*pairs, strict=True))
    elif len(relations) > 1:
        one, *others = dict.fromkeys(place for pair in relations for place in (pair.a, pair.b))
        first, second = dict.fromkeys([one]), dict.fromkeys(others)
    else:
        first, second = dict.fromkeys([best.a]), dict.fromkeys([best.b])
    reason = voice.one(best.reason, best.reason_en)
    if best.difference and best.difference not in reason:
        reason = f"{reason} [{best.difference}]"
    return _Row(
        best.show,
        len({fact.claims[place].article_id for place in (*first, *second)}) > 1,
        best.score,
        voice.one(fact.question, fact.question_en or fact.question),
        _side(voice, fact, first, names),
        _side(voice, fact, second, names),
        voice.one(*_RELATIONS[best.kind]),
        reason,
    )


def _opposed(fact: Fact, relation: Relation) -> bool:
    return relation.show is Show.CONFLICT and _denies(fact, relation.a) != _denies(fact, relation.b)


def _denies(fact: Fact, place: int) -> bool:
    return fact.claims[place].claim.polarity is Polarity.DENIED


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
    words = " ".join(claim.claim.text.split())
    if len(words) > _LONGEST_VALUE:
        words = words[:_LONGEST_VALUE].rsplit(" ", 1)[0] + " …"
    by = claim.claim.attribution.speaker
    marks = [voice.one(*_MODALITIES[claim.claim.modality])] if claim.claim.modality in _MODALITIES else []
    if claim.claim.polarity is Polarity.DENIED:
        marks.append(voice.one("منفي", "denied"))
    if by:
        marks.append(voice.one(f"عن {by}", f"by {by}"))
    aside = f" ({voice.one('، ', ', ').join(marks)})" if marks else ""
    return f"{names.get(claim.article_id, claim.article_id)}: {words}{aside}"


def _table(voice: Voice, rows: Sequence[_Row]) -> Table:
    table = Table(box=box.ROUNDED, show_lines=True, expand=True)
    for (ar, en), share in zip(_HEADINGS, (2, 3, 3, None, 3), strict=True):
        justify: JustifyMethod = "left" if voice.language == "en" else "right"
        width = None if share else _RELATION_WIDTH
        table.add_column(voice.one(ar, en), ratio=share, width=width, justify=justify)
    for row in rows:
        ar, en, style = _SHOWN[row.show]
        relation = Text().append(voice.one(ar, en), style).append(f"\n{row.relation}")
        table.add_row(cell(row.question), cell(row.first), cell(row.second), relation, cell(row.reason))
    return table


def cell(text: str) -> Text:
    """What a cell of a table shows, whoever wrote it."""
    return Text(printable(text))


def print_table(voice: Voice, table: Table) -> None:
    """A table on standard output, laid out for the language; plain text where that is no terminal."""
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size((_PIPED_WIDTH, 40)).columns if terminal else _PIPED_WIDTH
    page = io.StringIO()
    Console(file=page, width=width, force_terminal=terminal, highlight=False, emoji=False, markup=False).print(table)
    # Each line is a paragraph of its own to a terminal: without a mark one that begins with a Latin word would be laid
    # out left to right and its columns would change places.
    mark = "" if voice.language == "en" else _RIGHT_TO_LEFT
    click.echo("\n".join(mark + line.rstrip() for line in page.getvalue().splitlines()))
