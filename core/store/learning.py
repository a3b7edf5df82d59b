"""What decisions change elsewhere in the project: suggestions that follow from the lexicon they make.

The consequences of an edit are changes like its own, in the same step of the history. They are computed from what the
engine had proposed (`proposals`), so that any decision can be taken back in any state of the project.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core import serial
from core.extract import learned
from core.extract.learned import Lexicon
from core.model import Analysis, Entity, Span, Status, suggestion_id
from core.store import articles, rows, search
from core.store.edits import Change
from core.store.lessons import Lessons, Vote, votes
from core.store.rows import TABLES, Row
from core.store.store import Store
from core.store.values import LearnedEntry
from core.text.arabic import folded
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
_COLUMNS = TABLES["annotations"][1]
_READ = (
    'SELECT id, label, start, "end", status, note, added, removed, suggested, data FROM annotations'
    " WHERE article_id = ? AND layer = 'entity'"
)
# Articles that are told what was learned while an editor waits for the edit; the others follow in steps.
_AT_ONCE = 40
_LOOKUPS = 2000  # spellings times articles: what many decisions at once teach is told in steps
# A name as tokens of the folded text: proclitics in front, «لل» for the article, any white space or none between.
_NAME = r"(?<!\w)[وف]?(?:[بكلس]?{name}|لل{bare})(?!\w)"


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
        text = articles.text(store, article)
        for key in sorted(affected | known if article in returned else affected) if text else ():
            if text and (hits := _hits(text, _pattern(key))):
                yield from _renewed(connection, article, text, hits, lexicon, at)
    _wait(connection, affected)
    yield from tell(store, connection, at)


def _wait(connection: sqlite3.Connection, affected: Iterable[str]) -> None:
    """Let all articles be told of these spellings by `tell`."""
    connection.executemany(
        "INSERT OR REPLACE INTO waiting (spelling, after) VALUES (?, 0)", ((key,) for key in affected)
    )


def tell(store: Store, connection: sqlite3.Connection, at: str) -> Iterator[Change]:
    """Tell some of the articles that wait for it what was learned, as `follow` does."""
    lexicon = lessons(store).lexicon()
    left = _AT_ONCE
    for key, after in connection.execute("SELECT spelling, after FROM waiting ORDER BY spelling").fetchall():
        if not left:
            return
        for number, article, text, hits in _mentions(store, key, after):
            if not left:
                return
            yield from _renewed(connection, article, text, hits, lexicon, at)
            connection.execute("UPDATE waiting SET after = ? WHERE spelling = ?", (number, key))
            left -= 1
        connection.execute("DELETE FROM waiting WHERE spelling = ?", (key,))
        left = max(left - 1, 0)


def is_waiting(store: Store) -> bool:
    """Whether there are articles that have not been told yet."""
    return store.value("SELECT 1 FROM waiting LIMIT 1") is not None


def with_lexicon(analysis: Analysis, lexicon: Lexicon) -> Analysis:
    """The analysis as the lexicon has it, `proposed` set where that differs from what the engine proposed."""
    raw = analysis.entities if analysis.proposed is None else analysis.proposed
    if not lexicon:
        return replace(analysis, entities=raw, proposed=None)
    body = [line for line in paragraphs(analysis.article.text) if not _overlaps(line, analysis.boilerplate)]
    made = tuple(learned.apply(raw, analysis.article.text, body, lexicon))
    return replace(analysis, entities=made, proposed=None if made == raw else raw)


def keep_proposals(connection: sqlite3.Connection, analysis: Analysis) -> None:
    """Remember what the engine proposed, where the lexicon changed it."""
    if analysis.proposed is None:
        connection.execute("DELETE FROM proposals WHERE article_id = ?", (analysis.article.id,))
    else:
        plain = [serial.plain_entity(entity) for entity in analysis.proposed]
        _keep(connection, analysis.article.id, rows.dumps(plain))


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


def _pattern(key: str) -> re.Pattern[str]:
    first, *rest = key.split(" ")
    heads = (first, first.removeprefix("ال"))
    name, bare = (r"\s{0,3}".join(map(re.escape, [head, *rest])) for head in heads)
    return re.compile(_NAME.format(name=name, bare=bare))


def _hits(text: str, pattern: re.Pattern[str]) -> list[Span]:
    """Where a spelling stands in a text; proclitics may be inside the spans."""
    view = folded(text)
    return [view.to_original(*match.span()) for match in pattern.finditer(view.text)]


def _mentions(store: Store, key: str, after: int) -> Iterator[tuple[int, str, str, list[Span]]]:
    """Articles behind number `after` in which the spelling stands: number, ID, text, where."""
    first, *rest = key.split(" ")
    pattern = _pattern(key)
    for article, _, _, text in search.candidates(store, [first.removeprefix("ال"), *rest], pattern, after):
        number = store.value("SELECT number FROM articles WHERE id = ?", (article,))
        yield number, article, text, _hits(text, pattern)


def _renewed(
    connection: sqlite3.Connection, article: str, text: str, hits: Sequence[Span], lexicon: Lexicon, at: str
) -> Iterator[Change]:
    """How the suggestions at these places of an article change; what no engine has read yet has none."""
    found = connection.execute("SELECT boilerplate FROM analysed WHERE article_id = ?", (article,)).fetchone()
    if found is None:
        return
    boilerplate = rows.spans(found[0])
    lines = _lines(text, hits)
    body = [line for line in lines if not _overlaps(line, boilerplate)]
    marks = [_Mark(*row) for row in connection.execute(_READ, (article,))]
    kept = connection.execute("SELECT entities FROM proposals WHERE article_id = ?", (article,)).fetchone()
    raw = kept[0] if kept else f"[{','.join(mark.proposed for mark in marks if not mark.added)}]"
    here = [
        serial.entity(plain)
        for plain in json.loads(raw)
        if any(line.start < plain["end"] and plain["start"] < line.end for line in lines)
    ]
    wanted = {
        suggestion_id(article, entity): entity
        for entity in learned.apply(here, text, body, lexicon)
        if _overlaps(entity, hits)
    }
    loose = {mark.id: mark for mark in marks if mark.is_loose}
    speaking = _speaking(mark for mark in marks if not mark.is_loose)
    changes = False
    for mark in loose.values():
        if mark.id not in wanted and _overlaps(mark.span, hits):
            changes = True
            yield Change("annotations", mark.id, _row(connection, mark.id), None)
    for key, entity in wanted.items():
        is_taught = entity not in here
        if key in loose:
            if is_taught and loose[key].data != rows.dumps(serial.plain_entity(entity)):
                changes = True
                row = _row(connection, key)
                yield Change("annotations", key, row, row | rows.item_columns(entity, added=False))
        elif not _overlaps(entity, speaking[entity.label]) and not (is_taught and _overlaps(entity, speaking[""])):
            changes = True
            new = rows.new_annotation(key, article, entity, Status.SUGGESTED, None, at)
            yield Change("annotations", key, None, new)
    if changes and kept is None:
        _keep(connection, article, raw)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A row of _READ."""

    id: str
    label: str
    start: int
    end: int
    status: str
    note: str
    added: int
    removed: int
    suggested: str | None
    data: str

    @property
    def span(self) -> Span:
        """Where it lies."""
        return Span(self.start, self.end)

    @property
    def is_loose(self) -> bool:
        """Whether nobody has touched a proposal, as `core.store.marks` has it."""
        return self.status == Status.SUGGESTED and not self.removed and not self.note

    @property
    def proposed(self) -> str:
        """What an engine had proposed, as JSON, whatever became of it."""
        return self.data if self.suggested is None else self.suggested


def _row(connection: sqlite3.Connection, key: str) -> Row:
    found = connection.execute(f"SELECT {rows.names(_COLUMNS)} FROM annotations WHERE id = ?", (key,)).fetchone()
    return dict(zip(_COLUMNS, found, strict=True))


def _speaking(decided: Iterable[_Mark]) -> defaultdict[str, list[Span]]:
    """Where decisions speak about a label; under "" where decided names stand, which nothing learned overlaps."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for mark in decided:
        if not (mark.added and mark.removed):
            found[mark.label].append(mark.span)
        if not mark.removed and mark.status != Status.REJECTED:
            found[""].append(mark.span)
        if mark.suggested is not None:
            original = json.loads(mark.suggested)
            found[original["label"]].append(Span(original["start"], original["end"]))
    return found


def _lines(text: str, hits: Sequence[Span]) -> list[Span]:
    """The lines in which the hits stand."""
    found: dict[Span, None] = {}
    for hit in hits:
        start = text.rfind("\n", 0, hit.start) + 1
        end = text.find("\n", hit.end)
        found[Span(start, len(text) if end < 0 else end)] = None
    return list(found)


def _overlaps(item: Span | Entity, others: Iterable[Span]) -> bool:
    return any(other.overlaps(item) for other in others)


def _keep(connection: sqlite3.Connection, article: str, entities: str) -> None:
    connection.execute("INSERT OR REPLACE INTO proposals (article_id, entities) VALUES (?, ?)", (article, entities))
