"""How far the work on a project is, in numbers: by label, editor, article and pair of sources. Counted by SQLite."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from core.model import Show, Status, VerdictKind
from core.store import assigning, facts
from core.store.relations import DISPUTE
from core.store.store import Store

_GONE = "(SELECT id FROM articles WHERE removed = 1)"
_THERE = f"article_id NOT IN {_GONE}"
_ANALYSED = "EXISTS (SELECT 1 FROM analysed d WHERE d.article_id = a.id AND d.published IS a.published)"
_WANTING = frozenset({Show.CONFLICT, Show.CHECK})


@dataclass(frozen=True, slots=True)
class LabelCount:
    """Marks of one label: proposed and not decided, kept or made by an editor, and rejected."""

    layer: str
    label: str
    suggested: int
    kept: int
    rejected: int


@dataclass(frozen=True, slots=True)
class EditorCount:
    """What one editor decided; "" is nobody in particular."""

    editor: str
    marks: int
    verdicts: int


@dataclass(frozen=True, slots=True)
class ArticleProgress:
    """How far one article is. `pairs` (disputes) want a decision (conflict or check), `settled` of them have one.

    `editor` is who works on it, "" for nobody.
    """

    id: str
    title: str
    source: str
    published: str | None
    suggested: int
    decided: int
    pairs: int
    settled: int
    editor: str = ""


@dataclass(frozen=True, slots=True)
class SourcePair:
    """How two sources stand to each other (`a` ≤ `b`; equal for what one says in several articles or within one).

    Pairs count as the editor decided, else as the comparison shows them; `undecided` of those that want a decision.
    """

    a: str
    b: str
    agree: int
    conflict: int
    check: int
    update: int
    undecided: int


@dataclass(frozen=True, slots=True)
class Overview:
    """`verdicts` counts what somebody decided, by kind; `shows` (all, settled) disputes by what they are shown as."""

    articles: int
    analysed: int
    labels: tuple[LabelCount, ...]
    editors: tuple[EditorCount, ...]
    verdicts: dict[VerdictKind, int]
    shows: dict[Show, tuple[int, int]]
    pairs: tuple[SourcePair, ...]
    progress: tuple[ArticleProgress, ...]


def overview(store: Store) -> Overview:
    """All the numbers. Long for large projects: it reads every mark once."""
    with store.snapshot():
        articles = store.fetch(
            f"SELECT a.id, a.title, a.source, a.file, a.published, {_ANALYSED} FROM articles a"
            " WHERE a.removed = 0 ORDER BY a.number"
        )
        marks = _marks(store)
        labels = _labels(store)
        made = store.fetch(
            "SELECT coalesce(e.name, ''), count(*) FROM annotations a LEFT JOIN editors e ON e.id = a.editor"
            f" WHERE a.status <> 'suggested' AND a.removed = 0 AND a.{_THERE} GROUP BY 1"
        )
        relations = store.fetch(
            f"SELECT r.id, a_article, b_article, show, {DISPUTE} FROM relations r"
            f" WHERE a_article NOT IN {_GONE} AND b_article NOT IN {_GONE}"
        )
    decided = {
        key: verdict for key, verdict in facts.verdicts(store).items() if verdict.kind is not VerdictKind.UNDECIDED
    }
    given = assigning.every(store)
    names = {row[0]: row[2] or row[1] or row[3] for row in articles}
    there = {row[0] for row in relations}
    given_here = [verdict for key, verdict in decided.items() if key in there and not verdict.follows]
    ruled = Counter(verdict.editor for verdict in given_here)
    by_editor = dict(made)
    shows, done = defaultdict[Show, set[str]](set), defaultdict[Show, set[str]](set)  # disputes
    pairs, settled = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)  # disputes by article
    between: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for key, a, b, shown, dispute in relations:
        show, verdict = Show(shown), decided.get(key)
        shows[show].add(dispute)
        if verdict:
            done[show].add(dispute)
        for article_id in (a, b) if show in _WANTING else ():
            pairs[article_id].add(dispute)
            if verdict:
                settled[article_id].add(dispute)
        sources = min(names[a], names[b]), max(names[a], names[b])
        between[sources][_STANDING[verdict.kind] if verdict else str(show)] += 1
        between[sources]["undecided"] += show in _WANTING and verdict is None
    return Overview(
        len(articles),
        sum(row[5] for row in articles),
        labels,
        tuple(
            EditorCount(name, by_editor.get(name, 0), ruled[name])
            for name in sorted(by_editor.keys() | ruled.keys(), key=lambda n: (-by_editor.get(n, 0) - ruled[n], n))
        ),
        dict(Counter(verdict.kind for verdict in given_here)),
        {show: (len(every), len(done[show])) for show, every in shows.items()},
        tuple(
            SourcePair(a, b, *(count[what] for what in ("agree", "conflict", "check", "update", "undecided")))
            for (a, b), count in sorted(between.items())
        ),
        tuple(
            ArticleProgress(
                *(key, title or file, names[key], published),
                *(marks[key][0], marks[key][1], len(pairs[key]), len(settled[key])),
                given[key].assignee if key in given else "",
            )
            for key, title, _, file, published, _ in articles
        ),
    )


# What a pair counts as once an editor has decided.
_STANDING = {
    VerdictKind.CONTRADICTION: "conflict",
    VerdictKind.COMPATIBLE: "agree",
    VerdictKind.UPDATE: "update",
    VerdictKind.DIFFERENT_EVENT: "different",
}


def _marks(store: Store) -> dict[str, list[int]]:
    """Article → how many of its marks are suggested, and how many decided."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for key, status, count in store.fetch(
        "SELECT article_id, status, count(*) FROM annotations WHERE removed = 0 GROUP BY article_id, status"
    ):
        found[key][status != Status.SUGGESTED] += count
    return found


def _labels(store: Store) -> tuple[LabelCount, ...]:
    found: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    places = {Status.SUGGESTED: 0, Status.REJECTED: 2}
    for layer, label, status, count in store.fetch(
        "SELECT layer, label, status, count(*) FROM annotations"
        f" WHERE removed = 0 AND {_THERE} GROUP BY layer, label, status"
    ):
        found[layer, label][places.get(Status(status), 1)] += count
    return tuple(
        LabelCount(*key, *counts) for key, counts in sorted(found.items(), key=lambda item: (item[0][0], -sum(item[1])))
    )
