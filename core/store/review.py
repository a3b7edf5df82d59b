"""The queue of review: which pairs pass a filter, in the order of review; filters under a name, kept in the project."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields

from core.model import ClaimKind, Show, VerdictKind
from core.store import assigning, facts, relations, rows, settings
from core.store.articles import NAME
from core.store.store import Store
from core.store.values import RelationKey
from core.text.arabic import fold

_VIEWS = "review_views"


@dataclass(frozen=True, slots=True)
class ReviewFilter:
    """Which pairs are reviewed. An empty field lets all through.

    `sources`: one that speaks in the pair, or two that speak against each other. `words` stand in the question (blind
    to hamza, diacritics and the like). `undecided`: only pairs without a verdict. `mine`: only those with an article
    that is given to whoever has the project open.
    """

    shows: tuple[Show, ...] = (Show.CONFLICT, Show.CHECK)
    kinds: tuple[ClaimKind, ...] = ()
    sources: tuple[str, ...] = ()
    words: str = ""
    undecided: bool = True
    mine: bool = False


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A filter that an editor wants again."""

    name: str
    filter: ReviewFilter


def queue(store: Store, wanted: ReviewFilter) -> list[RelationKey]:
    """The pairs that pass, those of one question together, what most wants a decision first. Reads no fact.

    Of each dispute one pair: who decides on it decides on the others.
    """
    found = relations.keys(store, wanted.shows or tuple(Show))
    if wanted.undecided:
        decided = {key for key, verdict in facts.verdicts(store).items() if verdict.kind is not VerdictKind.UNDECIDED}
        found = [key for key in found if key.id not in decided]
    if wanted.mine:
        own = assigning.mine(store)
        told = {key for key, *_ in _told_by(store, own)}
        found = [key for key in found if key.id in told]
    if wanted.kinds or wanted.words.split():
        asked = _facts(store, wanted)
        found = [key for key in found if key.fact_id in asked]
    if wanted.sources:
        said = [_articles(store, source) for source in wanted.sources]
        first, last = said[0], said[-1]
        told = {
            key
            for key, a, b in _told_by(store, first)
            if len(said) == 1 or (a in first and b in last) or (b in first and a in last)
        }
        found = [key for key in found if key.id in told]
    return relations.one_a_dispute(found)


def views(store: Store) -> list[ReviewView]:
    """The filters that were given a name, in the order of their names."""
    kept = json.loads(settings.read(store, _VIEWS) or "{}")
    return [ReviewView(name, read_filter(data)) for name, data in sorted(kept.items())]


def keep_views(store: Store, kept: Sequence[ReviewView]) -> None:
    """Keep these instead of the former ones; no step of the history."""
    settings.write(store, _VIEWS, rows.dumps({view.name: _plain(view.filter) for view in kept}))


def sources(store: Store) -> list[str]:
    """The sources of the project that take part in a comparison, by name."""
    found = store.fetch(
        f"SELECT DISTINCT {NAME} FROM articles a WHERE a.removed = 0"
        " AND a.id IN (SELECT article_id FROM fact_claims) ORDER BY 1"
    )
    return [source for (source,) in found]


def _facts(store: Store, wanted: ReviewFilter) -> set[str]:
    """The questions (IDs) of these kinds that hold all the words."""
    words = fold(wanted.words).split()
    return {
        key
        for key, kind, question, question_en in store.fetch("SELECT id, kind, question, question_en FROM facts")
        if (not wanted.kinds or kind in wanted.kinds)
        and (not words or _holds(f"{fold(question)} {fold(question_en)}", words))
    }


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def _articles(store: Store, source: str) -> set[str]:
    return {key for (key,) in store.fetch(f"SELECT a.id FROM articles a WHERE {NAME} = ? AND a.removed = 0", (source,))}


def _told_by(store: Store, article_ids: Collection[str]) -> list[tuple[str, str, str]]:
    """The relations with an end in these articles: their keys, and the articles of both ends."""
    return store.fetch(
        "WITH own (id) AS (SELECT value FROM json_each(?)) SELECT id, a_article, b_article FROM relations"
        " WHERE a_article IN own OR b_article IN own",
        (json.dumps(list(article_ids)),),
    )


def _plain(wanted: ReviewFilter) -> dict[str, object]:
    return {part.name: getattr(wanted, part.name) for part in fields(wanted)}


def read_filter(data: dict[str, object]) -> ReviewFilter:
    """What was written, also by another version of the program: fields it does not know are left out."""
    read = {
        "shows": lambda item: tuple(Show(one) for one in item if one in set(Show)),
        "kinds": lambda item: tuple(ClaimKind(one) for one in item if one in set(ClaimKind)),
        "sources": tuple,
        "words": str,
        "undecided": bool,
        "mine": bool,
    }
    return ReviewFilter(**{name: make(data[name]) for name, make in read.items() if name in data})  # type: ignore[operator]
