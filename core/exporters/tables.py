"""The exports as columns and rows; rows are made as they are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core import flat, serial
from core.exporters.base import Source
from core.exporters.shapes import plain_fact
from core.flat import Row
from core.model import (
    Annotation,
    Article,
    ArticleClaim,
    Claim,
    Fact,
    Layer,
    Quantity,
    Relation,
    Show,
    Status,
    TimeValue,
    Verdict,
    VerdictKind,
)

Table = tuple[Sequence[str], Iterator[Row]]

_SIDE = ("article", "source", "published", "start", "end", "text", "value", "attribution")
_CONTRADICTIONS = (
    *("contradiction_id", "fact", "kind", "relation"),
    *(f"a_{name}" for name in _SIDE),
    *(f"b_{name}" for name in _SIDE),
    *("difference", "difference_percent", "verdict", "reason", "note", "reviewer", "reviewed_at", "score"),
)
_ARTICLES = ("article_id", "title", "source", "author", "published", "url", "file", "text", "assigned_to")
_DECISIONS = (
    *("decision_id", "on", "article_id", "article_title", "label", "text", "other_article_id", "other_text"),
    *("decision", "reason", "note", "editor", "decided_at"),
)
_MATRIX = ("fact_id", "question", "kind", "event", "show")
_FACTS = ("id", "question", "question_en", "kind", "event", "claims", "relations")
# What an editor must see; kept in this order in the matrix.
_SERIOUS = (Show.CONFLICT, Show.CHECK, Show.UPDATE, Show.AGREE, Show.SILENT)
_PERCENT = re.compile(r"\s?\(\s?([0-9.]+)\s?[%٪]\s?\)")


def annotation_table(project: Source) -> Table:
    """Every mark, rejected ones included."""
    return flat.COLUMNS, (flat.row(mark, article) for article, mark in _marks(project))


def claim_table(project: Source) -> Table:
    """The marks of the claims layer, in the columns of annotations."""
    rows = (flat.row(mark, article) for article, mark in _marks(project) if mark.layer is Layer.CLAIM)
    return flat.COLUMNS, rows


def contradiction_table(project: Source) -> Table:
    """Relations that an editor must look at, and those that one has decided on."""
    return _CONTRADICTIONS, _contradictions(project)


def fact_table(project: Source) -> Table:
    """Facts whole: with their claims, offsets and relations."""
    return _FACTS, (plain_fact(fact) for fact in project.facts())


def matrix_table(project: Source) -> Table:
    """Facts × articles: in each cell what the article says."""
    known = [project.article(key) for key in project.article_ids()]
    headings: dict[str, str] = {}
    for article in known:
        heading = article.source or article.title or article.file or article.id
        taken = set(headings.values()) | set(_MATRIX)
        headings[article.id] = f"{heading} ({article.file or article.id})" if heading in taken else heading
    return (*_MATRIX, *headings.values()), (_matrix_row(fact, headings) for fact in project.facts())


def article_table(project: Source) -> Table:
    """The articles with their texts."""
    given = project.assignments()
    return _ARTICLES, (
        _article(project.article(key)) | {"assigned_to": given[key].assignee if key in given else None}
        for key in project.article_ids()
    )


def decision_table(project: Source) -> Table:
    """Who decided what, when and why: on marks, on relations, on those that the comparison no longer finds."""
    return _DECISIONS, _decisions(project)


def _marks(project: Source) -> Iterator[tuple[Article, Annotation]]:
    for key in project.article_ids():
        article = project.article(key)
        for mark in project.annotations(key):
            yield article, mark


def _relations(project: Source) -> Iterator[tuple[Fact, Relation, Verdict]]:
    verdicts = project.verdicts()
    for fact in project.facts():
        for relation in fact.relations:
            key = fact.relation_id(relation)
            yield fact, relation, verdicts.get(key, Verdict(key))


def _contradictions(project: Source) -> Iterator[Row]:
    known = {key: project.article(key) for key in project.article_ids()}
    for fact, relation, verdict in _relations(project):
        if (
            relation.show not in (Show.CONFLICT, Show.CHECK)
            and verdict.kind is VerdictKind.UNDECIDED
            and not verdict.note
        ):
            continue
        percent = _PERCENT.search(relation.difference)
        yield {
            "contradiction_id": verdict.relation_id,
            "fact": fact.question,
            "kind": str(fact.kind),
            "relation": str(relation.kind),
            **_side("a", fact.claims[relation.a], known),
            **_side("b", fact.claims[relation.b], known),
            "difference": _PERCENT.sub("", relation.difference),
            "difference_percent": float(percent[1]) if percent else None,
            "verdict": str(verdict.kind),
            "reason": str(verdict.reason) if verdict.reason else relation.reason,
            "note": verdict.note,
            "reviewer": verdict.editor,
            "reviewed_at": verdict.decided_at,
            "score": round(relation.score, 4),
        }


def _side(name: str, said: ArticleClaim, known: dict[str, Article]) -> Row:
    article, claim = known[said.article_id], said.claim
    speaker = " ← ".join(filter(None, (claim.attribution.speaker, claim.attribution.via)))
    cells = (article.id, article.source, article.published, claim.start, claim.end, claim.text, _value(claim), speaker)
    return {f"{name}_{column}": cell for column, cell in zip(_SIDE, cells, strict=True)}


def _value(claim: Claim) -> object:
    """A claim's value as a reader takes it in: a number, bounds, a time, a name."""
    value = claim.value
    if isinstance(value, Quantity):
        low, high = (serial.plain_value(value)[bound] for bound in ("low", "high"))
        figure = low if low == high else f"≥{low}" if high is None else f"≤{high}" if low is None else f"{low}–{high}"
        return figure if value.unit is None else f"{figure} {value.unit}"
    return value.timex if isinstance(value, TimeValue) else value


def _matrix_row(fact: Fact, headings: dict[str, str]) -> Row:
    said: dict[str, list[str]] = {heading: [] for heading in headings.values()}
    for claim in fact.claims:
        if (words := " ".join(claim.claim.text.split())) not in said[headings[claim.article_id]]:
            said[headings[claim.article_id]].append(words)
    shown = {relation.show for relation in fact.relations}
    return {
        "fact_id": fact.id,
        "question": fact.question,
        "kind": str(fact.kind),
        "event": fact.event,
        "show": next((str(show) for show in _SERIOUS if show in shown), None),
        **{heading: " · ".join(words) for heading, words in said.items()},
    }


def _article(article: Article) -> Row:
    return {"article_id": article.id} | {name: getattr(article, name) for name in _ARTICLES[1:-1]}


def _decisions(project: Source) -> Iterator[Row]:
    for article, mark in _marks(project):
        if mark.status is not Status.SUGGESTED:
            yield {
                **dict.fromkeys(_DECISIONS),
                "decision_id": mark.id,
                "on": str(mark.layer),
                "article_id": article.id,
                "article_title": article.title,
                "label": mark.label,
                "text": mark.item.text,
                "decision": str(mark.status),
                "note": mark.note,
                "editor": mark.editor,
                "decided_at": mark.updated_at,
            }
    for fact, relation, verdict in _relations(project):
        if verdict.kind is not VerdictKind.UNDECIDED and not verdict.follows:
            a, b = (fact.claims[place] for place in (relation.a, relation.b))
            sides = ((a.article_id, a.claim.text), (b.article_id, b.claim.text))
            told = ("relation", str(relation.kind), project.article(a.article_id).title, sides)
            yield _decision(verdict, *told)
            for editor, kind in verdict.others:  # stands beside it until somebody settles that
                yield _decision(Verdict(verdict.relation_id, kind, editor=editor), *told)
    there = set(project.article_ids())
    for found in project.obsolete_verdicts():
        kept = [(side.article_id, side.text) if side else (None, None) for side in (found.a, found.b)]
        title = project.article(kept[0][0]).title if kept[0][0] in there else None
        yield _decision(found.verdict, "obsolete relation", None, title, kept)


def _decision(
    verdict: Verdict, on: str, label: str | None, title: str | None, sides: Sequence[tuple[str | None, str | None]]
) -> Row:
    (article_id, text), (other_id, other_text) = sides
    return {
        "decision_id": verdict.relation_id,
        "on": on,
        "article_id": article_id,
        "article_title": title,
        "label": label,
        "text": text,
        "other_article_id": other_id,
        "other_text": other_text,
        "decision": str(verdict.kind),
        "reason": str(verdict.reason) if verdict.reason else None,
        "note": verdict.note,
        "editor": verdict.editor,
        "decided_at": verdict.decided_at,
    }
