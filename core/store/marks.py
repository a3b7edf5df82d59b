"""Marks: reading them, and taking an analysis in without touching what an editor decided."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from core.model import Analysis, Annotation, Claim, Entity, Layer, Quote, Span, Status, suggestion_id
from core.store import articles, comparison, learning, rows, watching
from core.store.rows import TABLES
from core.store.store import Store, now
from core.store.values import Kind, Touched
from core.store.watching import LOOSE

_FROM = "FROM annotations n LEFT JOIN editors e ON e.id = n.editor JOIN articles a ON a.id = n.article_id"
_COLUMNS = TABLES["annotations"][1]
_INSERT = (
    f"INSERT INTO annotations ({rows.names(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
    " ON CONFLICT (id) DO NOTHING"
)
Taken = dict[tuple[object, object], list[Span]]  # by layer and label
_LAYER, _LABEL = _COLUMNS.index("layer"), _COLUMNS.index("label")


def of_article(store: Store, article_id: str) -> list[Annotation]:
    """The marks of an article, sorted by start; rejected ones included."""
    found = store.fetch(
        f"SELECT {rows.ANNOTATION_COLUMNS} {_FROM} WHERE n.article_id = ? AND n.removed = 0 AND a.removed = 0"
        ' ORDER BY n.start, n."end", n.layer, n.id',
        (article_id,),
    )
    return rows.read_annotations(found)


def by_id(store: Store, key: str) -> Annotation | None:
    """One mark."""
    found = store.fetch(
        f"SELECT {rows.ANNOTATION_COLUMNS} {_FROM} WHERE n.id = ? AND n.removed = 0 AND a.removed = 0", (key,)
    )
    return rows.annotation(found[0]) if found else None


def overlapping(store: Store, article_id: str, span: Span) -> list[Entity | Quote | Claim]:
    """What is marked at a passage and was not rejected."""
    found = store.fetch(
        "SELECT layer, data FROM annotations WHERE article_id = ? AND status <> 'rejected' AND removed = 0"
        ' AND start < ? AND "end" > ? ORDER BY start, "end", layer, id',
        (article_id, span.end, span.start),
    )
    return [rows.item(layer, data) for layer, data in found]


def labels(store: Store) -> list[str]:
    """The entity labels in use, by stepping over the index instead of reading all marks."""
    found = store.fetch(
        "WITH RECURSIVE used (label) AS ("
        " SELECT min(label) FROM annotations WHERE layer = 'entity' UNION ALL"
        " SELECT (SELECT min(label) FROM annotations WHERE layer = 'entity' AND label > used.label)"
        " FROM used WHERE label IS NOT NULL) SELECT label FROM used WHERE label IS NOT NULL"
    )
    return [label for (label,) in found]


def take_in(store: Store, analyses: Sequence[Analysis]) -> Touched:
    """Replace the suggestions of these articles; decisions stay, and what was decided is not suggested again."""
    if not analyses:
        return Touched()
    at = now()
    lexicon = learning.lessons(store).lexicon()
    with store.transaction() as connection:
        for analysis in analyses:
            _take_in(connection, learning.with_lexicon(analysis, lexicon), at)
        comparison.count_edit(connection)
    return Touched(
        frozenset({Kind.ANNOTATIONS, Kind.ARTICLES}), frozenset(analysis.article.id for analysis in analyses)
    )


def rename(store: Store, analyses: Sequence[tuple[Analysis, Analysis]]) -> Touched:
    """Write what became of suggestions when names were unified, given pairs of an analysis before and after."""
    updates = [
        (columns["name"], columns["data"], suggestion_id(before.article.id, new))
        for before, after in analyses
        for old, new in zip(_items(before), _items(after), strict=True)
        if old != new
        for columns in (rows.item_columns(new, added=False),)
    ]
    if not updates:
        return Touched()
    touched = frozenset(before.article.id for before, after in analyses if before != after)
    with store.transaction() as connection:
        moved = watching.seen(store)
        connection.executemany(f"UPDATE annotations SET name = ?, data = ? WHERE id = ? AND {LOOSE}", updates)
        watching.settle(store, touched - moved)
    return Touched(frozenset({Kind.ANNOTATIONS}), touched)


def analyses(store: Store, keys: Sequence[str]) -> list[Analysis]:
    """These articles with what holds of them: decisions, and the suggestions that no decision speaks against."""
    marks = ", ".join("?" * len(keys))
    found = store.fetch(
        f"SELECT article_id, layer, data, label, status FROM annotations"
        f" WHERE removed = 0 AND status <> 'rejected' AND article_id IN ({marks})",
        keys,
    )
    decided: dict[str, list[tuple[str, str, Entity | Quote | Claim]]] = defaultdict(list)
    suggested: dict[str, list[tuple[str, str, Entity | Quote | Claim]]] = defaultdict(list)
    for key, layer, data, label, status in found:
        (suggested if status == Status.SUGGESTED else decided)[key].append((layer, label, rows.item(layer, data)))
    boilerplate = dict(store.fetch(f"SELECT article_id, boilerplate FROM analysed WHERE article_id IN ({marks})", keys))
    result = []
    for article in articles.by_ids(store, keys):
        taken: Taken = defaultdict(list)
        for layer, label, item in decided[article.id]:
            taken[layer, label].append(Span(item.start, item.end))
        items = [item for _, _, item in decided[article.id]]
        items += [item for layer, label, item in suggested[article.id] if not _is_taken(taken, layer, label, item)]
        items.sort(key=lambda item: (item.start, item.end))
        result.append(
            Analysis(
                article,
                rows.spans(boilerplate.get(article.id, "[]")),
                tuple(item for item in items if isinstance(item, Entity)),
                tuple(item for item in items if isinstance(item, Quote)),
                tuple(item for item in items if isinstance(item, Claim)),
            )
        )
    return result


def boilerplate(store: Store, article_id: str) -> list[Span]:
    """The lines that extraction leaves out."""
    found = store.value("SELECT boilerplate FROM analysed WHERE article_id = ?", (article_id,))
    return [] if found is None else list(rows.spans(found))


def _take_in(connection: sqlite3.Connection, analysis: Analysis, at: str) -> None:
    key = analysis.article.id
    connection.execute(f"DELETE FROM annotations WHERE article_id = ? AND {LOOSE}", (key,))
    taken = _taken(connection, key)
    connection.executemany(
        _INSERT,
        (
            row
            for item in _items(analysis)
            for row in (rows.suggestion(suggestion_id(key, item), key, item, at),)
            if not (taken and _is_taken(taken, row[_LAYER], row[_LABEL], item))
        ),
    )
    learning.keep_proposals(connection, analysis)
    connection.execute(
        "INSERT OR REPLACE INTO analysed (article_id, at, published, boilerplate) VALUES (?, ?, ?, ?)",
        (key, at, analysis.article.published, rows.plain_spans(analysis.boilerplate)),
    )


def _taken(connection: sqlite3.Connection, article_id: str) -> Taken:
    """Where editors have decided, by layer and label; what a changed suggestion was before counts too."""
    taken: Taken = defaultdict(list)
    found = connection.execute(
        'SELECT layer, label, start, "end", suggested, added, removed FROM annotations WHERE article_id = ?',
        (article_id,),
    )
    for layer, label, start, end, suggested, added, removed in found:
        if not (added and removed):  # a mark that an editor made and took away again says nothing about suggestions
            taken[layer, label].append(Span(start, end))
        if suggested is not None:
            original = json.loads(suggested)
            label = original["label"] if layer == Layer.ENTITY else original["kind"]
            taken[layer, label].append(Span(original["start"], original["end"]))
    return taken


def _is_taken(taken: Taken, layer: object, label: object, item: Entity | Quote | Claim) -> bool:
    return any(span.overlaps(item) for span in taken.get((layer, label), ()))


def _items(analysis: Analysis) -> Iterable[Entity | Quote | Claim]:
    yield from analysis.entities
    yield from analysis.quotes
    yield from analysis.claims
