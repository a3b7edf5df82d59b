"""The comparison as a table for people: in the terminal, or as plain text where it is piped."""

from __future__ import annotations

import io
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from core.cli.voice import Voice
from core.model import Article, ArticleClaim, Fact, Modality, Polarity, RelationKind, Show

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
_LONGEST_VALUE = 160  # code points
_RIGHT_TO_LEFT = "\u200f"


@dataclass(frozen=True, slots=True)
class _Row:
    show: Show
    score: float
    question: str
    first: str
    second: str
    relation: str
    reason: str


def print_comparison(voice: Voice, articles: Sequence[Article], facts: Sequence[Fact]) -> None:
    """What the articles say alike and otherwise, on standard output; conflicts first."""
    rows = sorted(_rows(voice, articles, facts), key=lambda row: (list(_SHOWN).index(row.show), -row.score))
    counts = Counter(row.show for row in rows)
    summary = voice.one("، ", ", ").join(
        f"{voice.one(*_SHOWN[show][:2])}: {counts[show]}" for show in _SHOWN if counts[show]
    )
    nothing = voice.one("لا شيء يُقارن بينها", "nothing to compare in them")
    click.echo(f"{voice.one('المقالات', 'Articles')}: {len(articles)} — {summary or nothing}")
    if rows:
        _print(voice, _table(voice, rows))


def _rows(voice: Voice, articles: Sequence[Article], facts: Sequence[Fact]) -> Iterator[_Row]:
    names = _source_names(articles)
    for fact in facts:
        question = voice.one(fact.question, fact.question_en or fact.question)
        agreeing: dict[str, None] = {}
        best = 0.0
        for relation in fact.relations:
            if relation.show not in _SHOWN:
                continue
            first, second = (_said(voice, fact.claims[place], names) for place in (relation.a, relation.b))
            if relation.show is Show.AGREE and relation.kind is RelationKind.CORROBORATES:
                agreeing |= dict.fromkeys((first, second))
                best = max(best, relation.score)
                continue
            said = voice.one(*_RELATIONS[relation.kind])
            reason = voice.one(relation.reason, relation.reason_en)
            yield _Row(
                relation.show,
                relation.score,
                question,
                first,
                second,
                said,
                f"{reason} [{relation.difference}]"
                if relation.difference and relation.difference not in reason
                else reason,
            )
        if agreeing:
            # One row for all that say the same, however many pairs they make.
            one, *others = agreeing
            yield _Row(
                Show.AGREE,
                best,
                question,
                one,
                "\n".join(others),
                voice.one(*_RELATIONS[RelationKind.CORROBORATES]),
                voice.one(f"{len(agreeing)} مواضع تقول الشيء نفسه", f"{len(agreeing)} passages say the same"),
            )


def _source_names(articles: Sequence[Article]) -> dict[str, str]:
    """How each article is called: by its source, with the file where two have the same or none."""
    counts = Counter(article.source for article in articles)
    return {
        article.id: article.source
        if article.source and counts[article.source] == 1
        else " ".join(filter(None, (article.source, f"({article.file or article.title or article.id})")))
        for article in articles
    }


def _said(voice: Voice, claim: ArticleClaim, names: dict[str, str]) -> str:
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
    for (ar, en), share in zip(_HEADINGS, (2, 3, 3, 1, 3), strict=True):
        table.add_column(voice.one(ar, en), ratio=share, justify="left" if voice.language == "en" else "right")
    for row in rows:
        ar, en, style = _SHOWN[row.show]
        relation = Text(voice.one(ar, en), style=style)
        if row.relation != relation.plain:
            relation.append(f"\n{row.relation}", style="default")
        table.add_row(Text(row.question), Text(row.first), Text(row.second), relation, Text(row.reason))
    return table


def _print(voice: Voice, table: Table) -> None:
    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size((_PIPED_WIDTH, 40)).columns if terminal else _PIPED_WIDTH
    page = io.StringIO()
    Console(file=page, width=width, force_terminal=terminal, highlight=False, emoji=False, markup=False).print(table)
    # Each line is a paragraph of its own to a terminal: without a mark one that begins with a Latin word would be laid
    # out left to right and its columns would change places.
    mark = "" if voice.language == "en" else _RIGHT_TO_LEFT
    click.echo("\n".join(mark + line.rstrip() for line in page.getvalue().splitlines()))
