"""What decisions change elsewhere in the project: suggestions that follow from the lexicon they make.

The consequences of an edit are changes like its own, in the same step of the history. They are computed from what the
engine had proposed (`proposals`), so that any decision can be taken back in any state of the project.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from core import serial
from core.extract import learned
from core.extract.learned import Lexicon
from core.extract.spotting import pattern, spots
from core.model import Analysis
from core.store import articles, rows, search, telling
from core.store.changes import Change
from core.store.lessons import Lessons, Vote, votes
from core.store.store import Store
from core.store.values import LearnedEntry
from core.text.segment import paragraphs

OVERRIDES = "learned"  # the row of settings that holds what editors switched on or off
_VOTING = ("layer", "status", "data", "suggested", "added", "removed")
_DECIDED = (
    f"SELECT n.id, {', '.join(f'n.{column}' for column in _VOTING)} FROM annotations n"
    " JOIN articles a ON a.id = n.article_id"
    " WHERE n.layer = 'entity' AND (n.status <> 'suggested' OR n.removed = 1) AND a.removed = 0"
)
_AMONG = "AND a.id IN (SELECT value FROM json_each(?))"
_READ_AT_ONCE = 20  # articles whose decisions are read in one short step
# Articles that are told what was learned while an editor waits for the edit; the others follow in steps.
_AT_ONCE = 40
_LOOKUPS = 2000  # spellings times articles: what many decisions at once teach is told in steps
_CHANGES = 1000  # suggestions that come and go in one step, or those of one article
_MANY = 200  # spellings that wait: article by article is quicker then than spelling by spelling
_READ_BY_ENGINE = (
    "SELECT a.number, a.id, t.text FROM articles a JOIN texts t ON t.number = a.number"
    " JOIN analysed n ON n.article_id = a.id WHERE a.number > ? AND a.removed = 0 ORDER BY a.number LIMIT ?"
)


def lessons(store: Store) -> Lessons:
    """The votes of all decisions; read once, then kept up to date by `follow`."""
    if store.lessons is None:
        made = Lessons()
        overrides = _overrides(store.value("SELECT value FROM settings WHERE key = ?", (OVERRIDES,)))
        made.learn({mark: votes(*columns) for mark, *columns in store.fetch(_DECIDED)}, overrides)
        store.lessons = made
    return store.lessons


def _read_anew(store: Store) -> Lessons:
    store.lessons = None
    return lessons(store)


def anew_steps(store: Store) -> Iterator[None]:
    """Learn from the parts of an import, in short steps; what changed by it waits for `tell`.

    Begins again where somebody decided something meanwhile; closed early, it is still to be done.
    """
    while store.untold:
        known, parts = lessons(store), store.untold
        changes = known.changes
        made = Lessons(_overrides(store.value("SELECT value FROM settings WHERE key = ?", (OVERRIDES,))))
        every = articles.ids(store)
        for start in range(0, len(every), _READ_AT_ONCE):
            chunk = rows.dumps(every[start : start + _READ_AT_ONCE])
            made.hear({mark: votes(*columns) for mark, *columns in store.fetch(f"{_DECIDED} {_AMONG}", (chunk,))})
            yield
        affected: set[str] = set()
        for keys in made.differing(known):
            affected |= keys
            yield
        if store.lessons is known and (known.changes, store.untold) == (changes, parts):
            with store.transaction() as connection:
                _wait(connection, sorted(affected))
            store.lessons, store.untold = made, 0


def entries(store: Store) -> list[LearnedEntry]:
    """What is learned, in the order of the spellings."""
    return sorted(lessons(store).entries(), key=lambda entry: (entry.key, entry.label))


def follow(
    store: Store, connection: sqlite3.Connection, done: Sequence[Change], at: str, *, anew: bool = False
) -> Iterator[Change]:
    """What these changes, already written, ask of suggestions; each change is written before the next is asked for.

    The articles that were edited and a few dozen others are told at once, the rest by `tell`. `lessons` must have been
    read before `done` was written. `anew`: decisions came or went that are not among `done`.
    """
    affected = _changed_keys(store, lessons(store), done, anew=anew)
    returned = {change.key for change in done if _returns(change)}
    if not affected and not returned:
        return
    lexicon = lessons(store).lexicon()
    # What was learned while an article was away is new to it.
    known = {*lexicon.names, *(key for key, _ in lexicon.rejected)} if returned else set()
    if len(returned) * len(known) > _LOOKUPS:
        affected |= known
        returned = set()
    # What was removed is left as it is: nobody would tell it when these decisions are taken back.
    edited = sorted(articles.present(store, sorted(_edited(done) | returned)))
    for article in edited if len(edited) * len(affected) <= _LOOKUPS else sorted(returned):
        keys = tuple(sorted(affected | known if article in returned else affected))
        if text := articles.text(store, article):
            yield from telling.renewed(connection, article, text, spots(text, keys), lexicon, at)
    _wait(connection, affected)
    yield from tell(store, connection, at)


def _wait(connection: sqlite3.Connection, affected: Iterable[str]) -> None:
    """Let all articles be told of these spellings by `tell`."""
    connection.executemany(
        "INSERT OR REPLACE INTO waiting (spelling, after) VALUES (?, 0)", ((key,) for key in affected)
    )


def tell(store: Store, connection: sqlite3.Connection, at: str) -> Iterator[Change]:
    """Tell some of the articles that wait for it what was learned, as `follow` does."""
    waiting = connection.execute("SELECT spelling, after FROM waiting ORDER BY spelling").fetchall()
    first = min((after for _, after in waiting), default=0)
    many = tuple(key for key, after in waiting if after == first)
    if len(many) > _MANY:
        yield from _tell_all(store, connection, many, first, at)
        return
    lexicon = lessons(store).lexicon()
    left = _AT_ONCE
    for key, after in waiting:
        if not left:
            return
        for number, article, text in _mentions(store, key, after):
            if not left:
                return
            yield from telling.renewed(connection, article, text, spots(text, (key,)), lexicon, at)
            connection.execute("UPDATE waiting SET after = ? WHERE spelling = ?", (number, key))
            left -= 1
        connection.execute("DELETE FROM waiting WHERE spelling = ?", (key,))
        left = max(left - 1, 0)


def _tell_all(
    store: Store, connection: sqlite3.Connection, keys: tuple[str, ...], after: int, at: str
) -> Iterator[Change]:
    """Tell the next articles behind number `after` of these spellings, which are all that wait for just them."""
    lexicon = lessons(store).lexicon()
    changes, told = 0, after
    for number, article, text in connection.execute(_READ_BY_ENGINE, (after, _AT_ONCE)).fetchall():
        for change in telling.renewed(connection, article, text, spots(text, keys), lexicon, at):
            changes += 1
            yield change
        told = number
        if changes >= _CHANGES:
            break
    if told == after:
        connection.execute("DELETE FROM waiting WHERE after = ?", (after,))
    else:
        connection.execute("UPDATE waiting SET after = ? WHERE after = ?", (told, after))


def is_waiting(store: Store) -> bool:
    """Whether there are articles that have not been told yet."""
    return store.value("SELECT 1 FROM waiting LIMIT 1") is not None


def with_lexicon(analysis: Analysis, lexicon: Lexicon) -> Analysis:
    """The analysis as the lexicon has it, `proposed` set where that differs from what the engine proposed."""
    raw = analysis.entities if analysis.proposed is None else analysis.proposed
    if not lexicon:
        return replace(analysis, entities=raw, proposed=None)
    left_out = telling.Spots(analysis.boilerplate)
    body = [line for line in paragraphs(analysis.article.text) if not left_out.touch(line)]
    made = tuple(learned.apply(raw, analysis.article.text, body, lexicon))
    return replace(analysis, entities=made, proposed=None if made == raw else raw)


def keep_proposals(connection: sqlite3.Connection, analysis: Analysis) -> None:
    """Remember what the engine proposed, where the lexicon changed it."""
    if analysis.proposed is None:
        connection.execute("DELETE FROM proposals WHERE article_id = ?", (analysis.article.id,))
    else:
        plain = [serial.plain_entity(entity) for entity in analysis.proposed]
        telling.keep(connection, analysis.article.id, rows.dumps(plain))


def _overrides(value: str | None) -> dict[tuple[str, str], bool]:
    return {(key, label): on for key, label, on in rows.json_list(value)}


def _changed_keys(store: Store, known: Lessons, done: Iterable[Change], *, anew: bool) -> set[str]:
    """The spellings for which another entry is in force now than before `done`."""
    if anew:
        return _read_anew(store).differs(known)
    marks: dict[str, tuple[Vote, ...]] = {}
    overrides = None
    there = articles.present(store, sorted(_edited(done)))
    for change in done:
        if change.table == "articles":  # its decisions come or go with it
            return _read_anew(store).differs(known)
        if change.table == "annotations":
            row = change.after
            counts = row and row["article_id"] in there  # what is said of a removed article counts when it comes back
            marks[change.key] = votes(*(row[column] for column in _VOTING)) if row and counts else ()
        elif change.table == "settings" and change.key == OVERRIDES:
            overrides = _overrides(change.after["value"] if change.after else None)
    return known.learn(marks, overrides)


def _returns(change: Change) -> bool:
    """Whether it brings a removed article back."""
    was, now = change.before, change.after
    return change.table == "articles" and bool(was and was["removed"]) and bool(now and not now["removed"])


def _edited(done: Iterable[Change]) -> set[str]:
    """The articles whose marks changed."""
    return {row["article_id"] for change in done if "article_id" in (row := change.after or change.before or {})}


def _mentions(store: Store, key: str, after: int) -> Iterator[tuple[int, str, str]]:
    """Articles behind number `after` in which the spelling stands: number, ID, text."""
    first, *rest = key.split(" ")
    for article, _, _, text in search.candidates(store, [first.removeprefix("ال"), *rest], pattern(key), after):
        yield store.value("SELECT number FROM articles WHERE id = ?", (article,)), article, text
