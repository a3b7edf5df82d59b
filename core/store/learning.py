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
from dataclasses import replace

from core import serial
from core.extract import learned
from core.extract.learned import Lexicon
from core.model import Analysis, Entity, Span, Status, suggestion_id
from core.store import rows, search
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
_COLUMNS = TABLES["annotations"][1]
_READ = f"SELECT {rows.names(_COLUMNS)} FROM annotations WHERE article_id = ? AND layer = 'entity'"
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


def entries(store: Store) -> list[LearnedEntry]:
    """What is learned, in the order of the spellings."""
    return sorted(lessons(store).entries(), key=lambda entry: (entry.key, entry.label))


def follow(store: Store, connection: sqlite3.Connection, done: Sequence[Change], at: str) -> Iterator[Change]:
    """What these changes, already written, ask of suggestions; each change is written before the next is asked for.

    `lessons` must have been read before `done` was written.
    """
    known = lessons(store)
    affected = _changed_keys(store, known, done)
    lexicon = lessons(store).lexicon()
    for key in sorted(affected):
        for article, text, hits in _mentions(store, key):
            yield from _renewed(connection, article, text, hits, lexicon, at)


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
        _keep(connection, analysis.article.id, analysis.proposed)


def _overrides(value: str | None) -> dict[tuple[str, str], bool]:
    return {(key, label): on for key, label, on in rows.json_list(value)}


def _changed_keys(store: Store, known: Lessons, done: Iterable[Change]) -> set[str]:
    """The spellings for which another entry is in force now than before `done`."""
    marks: dict[str, tuple[Vote, ...]] = {}
    overrides = None
    for change in done:
        if change.table == "articles":  # its decisions come or go with it
            store.lessons = None
            return lessons(store).differs(known)
        if change.table == "annotations":
            row = change.after
            marks[change.key] = () if row is None else votes(*(row[column] for column in _VOTING))
        elif change.table == "settings" and change.key == OVERRIDES:
            overrides = _overrides(change.after["value"] if change.after else None)
    return known.learn(marks, overrides)


def _mentions(store: Store, key: str) -> Iterator[tuple[str, str, list[Span]]]:
    """Articles (ID, text) in which the spelling stands, and where; proclitics may be inside the spans."""
    first, *rest = key.split(" ")
    bare = first.removeprefix("ال")
    name, after_lam = (r"\s{0,3}".join(map(re.escape, [head, *rest])) for head in (first, bare))
    pattern = re.compile(_NAME.format(name=name, bare=after_lam))
    for article, _, _, text in search.candidates(store, [bare, *rest], pattern):
        view = folded(text)
        yield article, text, [view.to_original(*match.span()) for match in pattern.finditer(view.text)]


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
    marks = [dict(zip(_COLUMNS, row, strict=True)) for row in connection.execute(_READ, (article,))]
    loose = {row["id"]: row for row in marks if _is_loose(row)}
    decided = [row for row in marks if row["id"] not in loose]
    kept = connection.execute("SELECT entities FROM proposals WHERE article_id = ?", (article,)).fetchone()
    raw = (
        [serial.entity(plain) for plain in json.loads(kept[0])]
        if kept
        else [_proposed(row) for row in marks if not row["added"]]
    )
    here = [entity for entity in raw if _overlaps(entity, lines)]
    wanted = {
        suggestion_id(article, entity): entity
        for entity in learned.apply(here, text, body, lexicon)
        if _overlaps(entity, hits)
    }
    changed = False
    for key, row in loose.items():
        if key not in wanted and _overlaps(_span(row), hits):
            changed = True
            yield Change("annotations", key, row, None)
    speaking = _speaking(decided)
    for key, entity in wanted.items():
        is_taught = entity not in here
        if key in loose:
            former = loose[key]
            after = former | rows.item_columns(entity, added=False)
            if is_taught and after != former:
                changed = True
                yield Change("annotations", key, former, after)
        elif not _overlaps(entity, speaking[entity.label]) and not (is_taught and _overlaps(entity, speaking[""])):
            changed = True
            row = rows.new_annotation(key, article, entity, Status.SUGGESTED, None, at)
            yield Change("annotations", key, None, row)
    if changed and kept is None:
        _keep(connection, article, raw)


def _speaking(decided: Iterable[Row]) -> defaultdict[str, list[Span]]:
    """Where decisions speak about a label; under "" where decided names stand, which nothing learned overlaps."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for row in decided:
        if not (row["added"] and row["removed"]):
            found[row["label"]].append(_span(row))
        if not row["removed"] and row["status"] != Status.REJECTED:
            found[""].append(_span(row))
        if row["suggested"] is not None:
            original = json.loads(row["suggested"])
            found[original["label"]].append(Span(original["start"], original["end"]))
    return found


def _is_loose(row: Row) -> bool:
    """Whether nobody has touched a proposal, as `core.store.marks` has it."""
    return row["status"] == Status.SUGGESTED and not row["removed"] and not row["note"]


def _proposed(row: Row) -> Entity:
    """What an engine had proposed, whatever became of it."""
    return serial.entity(json.loads(row["data"] if row["suggested"] is None else row["suggested"]))


def _lines(text: str, hits: Sequence[Span]) -> list[Span]:
    """The lines in which the hits stand."""
    found: dict[Span, None] = {}
    for hit in hits:
        start = text.rfind("\n", 0, hit.start) + 1
        end = text.find("\n", hit.end)
        found[Span(start, len(text) if end < 0 else end)] = None
    return list(found)


def _span(row: Row) -> Span:
    return Span(row["start"], row["end"])


def _overlaps(item: Span | Entity, others: Iterable[Span]) -> bool:
    return any(other.overlaps(item) for other in others)


def _keep(connection: sqlite3.Connection, article: str, entities: Iterable[Entity]) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO proposals (article_id, entities) VALUES (?, ?)",
        (article, rows.dumps([serial.plain_entity(entity) for entity in entities])),
    )
