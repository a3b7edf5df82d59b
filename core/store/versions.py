"""Where editors decided differently: their versions beside each other, and the edit that settles it.

A version is a row of annotations, verdicts, names or rulings as one editor left it. An editor's later version takes the
place of the earlier one; those of others stay. What the project goes by is one of them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from core.model import (
    Annotation,
    Claim,
    Entity,
    Evidence,
    Layer,
    Quote,
    Reason,
    Span,
    Status,
    Verdict,
    VerdictKind,
)
from core.store import editors, rows, rulings
from core.store.changes import Change, Reader
from core.store.edits import hold_text
from core.store.rows import TABLES, Row
from core.store.saying import COLUMNS, LOOSE, WHEN, Said, differ, is_loose, latest, said, standing, stored
from core.store.shaping import anchors
from core.store.store import Store
from core.store.values import Assignment, Clash, ClashKind, NameDecision, Opinion, Ruling, Version

# Where versions come to different things, one was chosen, or what stands now is none of them.
_CONTESTED = " UNION ".join(
    (
        "SELECT kind, key FROM versions WHERE kind <> 'articles' GROUP BY kind, key"
        " HAVING count(DISTINCT nullif(says, '')) > 1 OR max(final) = 1",
        *(
            f"SELECT v.kind, v.key FROM versions v JOIN {kind} t ON t.{TABLES[kind][0]} = v.key"
            f" WHERE v.kind = '{kind}' AND NOT EXISTS (SELECT 1 FROM versions w WHERE w.kind = v.kind"
            f" AND w.key = v.key AND w.editor IS t.editor AND w.at IS t.{WHEN[kind]})"
            for kind in ClashKind
        ),
    )
)
_CONTESTED_VERSIONS = (
    f"WITH contested (kind, key) AS ({_CONTESTED}) SELECT {', '.join(f'v.{name}' for name in COLUMNS.split(', '))}"
    " FROM contested c JOIN versions v ON v.kind = c.kind AND v.key = c.key ORDER BY v.kind, v.key, v.at, v.id"
)


def clashes(store: Store, settled: bool = False) -> list[Clash]:
    """What editors decided differently, with all versions; with `settled` also where somebody chose one since.

    In the order of the articles and of the places in them; then verdicts, then names.
    """
    names = editors.shown(store)
    found = []
    for (kind, key), listed in _contested(store):
        own, final = latest(listed)
        is_open = differ(final) if final else differ(own)
        if not is_open and not (settled and final):
            continue
        current = standing(own, final).data
        read = [one.row for one in (*own, *final)]
        articles, subject = _articles(kind, read), _SUBJECTS[kind](read[0])
        versions = tuple(_version(one, names, current) for one in own)
        finals = tuple(_version(one, names, current) for one in final)
        found.append(Clash(ClashKind(kind), key, subject, articles, versions, finals, not is_open, _places(kind, read)))
    if not found:
        return []
    numbers = store.fetch("SELECT id, number, removed FROM articles")
    order = {key: (number, bool(removed)) for key, number, removed in numbers}
    kept = [clash for clash in found if not any(order.get(key, (0, True))[1] for key in clash.articles)]
    return sorted(kept, key=lambda clash: _place(clash, order))


def versions_of(store: Store, kind: str, key: str) -> list[Row]:
    """The rows of `versions` for one thing."""
    columns = TABLES["versions"][1]
    found = store.fetch(f"SELECT {rows.names(columns)} FROM versions WHERE kind = ? AND key = ?", (kind, key))
    return [dict(zip(columns, row, strict=True)) for row in found]


def opinions(store: Store) -> Iterator[Opinion]:
    """What each editor decided on each mark and each relation, articles that were removed left out."""
    names = editors.shown(store)
    gone = {key for (key,) in store.fetch("SELECT id FROM articles WHERE removed = 1")}
    for kind in (ClashKind.ANNOTATION, ClashKind.VERDICT):
        contested: dict[str, list[Said]] = defaultdict(list)
        for one in _stored(store, (kind,)):
            contested[one.key].append(one)
        for row in _live(store, kind):
            contested[row[TABLES[kind][0]]].append(said(kind, row))
        for listed in contested.values():
            for one in latest(listed)[0]:
                opinion = _OPINIONS[kind](one, names.get(one.editor or "", ""))
                if one.says and not gone.intersection(opinion.articles):
                    yield opinion


@dataclass(frozen=True, slots=True)
class ResolveClash:
    """Choose one version (`Version.id`) of what editors decided differently; "" makes what stands now the final one."""

    kind: ClashKind
    key: str
    version: str = ""

    def changes(self, reader: Reader) -> Iterator[Change]:
        former, before, live = _versions_now(reader, self.kind, self.key)
        offered = {row["id"]: json.loads(row["data"]) for row in former}
        if live:
            offered[live.id] = before
        picked = offered.get(self.version) if self.version else before
        if picked is not None:
            yield from _settled(reader, self.kind, self.key, picked)


@dataclass(frozen=True, slots=True)
class SettleMark:
    """Make a version of a mark, of which editors have decided differently, that none of them has: `item` is final."""

    key: str
    item: Entity | Quote | Claim

    def changes(self, reader: Reader) -> Iterator[Change]:
        former, before, _ = _versions_now(reader, ClashKind.ANNOTATION, self.key)
        row = before or next((json.loads(one["data"]) for one in former), None)
        if row is None or row["layer"] != rows.item_columns(self.item, added=False)["layer"]:
            raise ValueError(f"{self.key} is no mark of that layer on which editors decided")
        hold_text(reader, row["article_id"], self.item)
        added = bool(row["added"])
        suggested = None if added else row["suggested"] or row["data"]
        status = str(Status.ADDED if added else Status.CHANGED)
        made = row | rows.item_columns(self.item, added=added)
        made |= {"status": status, "suggested": suggested, "removed": 0}
        yield from _settled(reader, ClashKind.ANNOTATION, self.key, made)


def _versions_now(reader: Reader, kind: ClashKind, key: str) -> tuple[list[Row], Row | None, Said | None]:
    """The versions that are kept, what stands now, and that as a version where it is somebody's and is not kept."""
    former, before = reader.versions(kind, key), reader.row(str(kind), key)
    if before is None or (kind is ClashKind.ANNOTATION and is_loose(before)):
        return former, before, None
    live = said(str(kind), before)
    return former, before, None if any(row["data"] == live.data for row in former) else live


def _settled(reader: Reader, kind: ClashKind, key: str, picked: Row) -> Iterator[Change]:
    """`picked` is what holds from now on, in the name of whoever chose it; all versions stay to be seen."""
    former, before, live = _versions_now(reader, kind, key)
    # Whoever chose knew all versions, whatever the clocks of the machines say on which they were made.
    now = max([reader.now, *(row["at"] for row in former), *([live.at] if live else [])])
    after = picked | {"editor": reader.editor, WHEN[kind]: now}
    final = said(str(kind), after, final=True)
    for row in former:
        if row["final"] and row["id"] != final.id:
            yield Change("versions", row["id"], row, None)
    if live:  # somebody's version, which must outlive the choice
        yield Change("versions", live.id, reader.row("versions", live.id), stored(live))
    yield Change("versions", final.id, reader.row("versions", final.id), stored(final))
    yield Change(str(kind), key, before, after)


def _contested(store: Store) -> Iterator[tuple[tuple[str, str], list[Said]]]:
    """The versions of what several editors decided on, by kind and key, what stands in the project now included."""
    found = (Said(*row) for row in store.fetch(_CONTESTED_VERSIONS))
    for (kind, key), group in groupby(found, key=attrgetter("kind", "key")):
        listed = list(group)
        row = _row(store, kind, key)
        if row is not None and not (kind == ClashKind.ANNOTATION and is_loose(row)):
            listed.append(said(kind, row))
        yield (kind, key), listed


def _stored(store: Store, kinds: Collection[str]) -> Iterator[Said]:
    marks = ", ".join("?" * len(kinds))
    order = "ORDER BY kind, key, at, id"
    for row in store.fetch(f"SELECT {COLUMNS} FROM versions WHERE kind IN ({marks}) {order}", tuple(kinds)):
        yield Said(*row)


def _row(store: Store, kind: str, key: str) -> Row | None:
    name, columns = TABLES[kind]
    found = store.fetch(f"SELECT {rows.names(columns)} FROM {kind} WHERE {name} = ?", (key,))
    return dict(zip(columns, found[0], strict=True)) if found else None


def _live(store: Store, kind: str) -> Iterator[Row]:
    columns = TABLES[kind][1]
    decided = f"WHERE NOT ({LOOSE})" if kind == ClashKind.ANNOTATION else ""
    for row in store.fetch(f"SELECT {rows.names(columns)} FROM {kind} {decided}"):
        yield dict(zip(columns, row, strict=True))


def _annotation_value(row: Row, editor: str) -> Annotation:
    times = row["created_at"], row["updated_at"]
    item = rows.item(row["layer"], row["data"])
    return Annotation(row["id"], row["article_id"], item, Status(row["status"]), editor, *times, row["note"])


def _verdict_value(row: Row, editor: str) -> Verdict:
    reason = None if row["reason"] is None else Reason(row["reason"])
    return Verdict(row["relation_id"], VerdictKind(row["kind"]), reason, row["note"], editor, row["decided_at"])


_VALUES: dict[str, Callable[[Row, str], Annotation | Verdict | NameDecision | Ruling | Assignment]] = {
    "annotations": _annotation_value,
    "verdicts": _verdict_value,
    "names": lambda row, editor: NameDecision(row["spelling"], row["name"], editor, row["decided_at"]),
    "rulings": rulings.of_row,
    "assignments": lambda row, editor: Assignment(row["article_id"], row["assignee"], editor, row["decided_at"]),
}


_SUBJECTS: dict[str, Callable[[Row], str]] = {
    "annotations": lambda row: str(json.loads(row["data"])["text"]),
    "verdicts": lambda row: str(json.loads(row["evidence"]).get("question", "")),
    "names": lambda row: str(row["spelling"]),
    "rulings": lambda row: rulings.subject(rulings.of_row(row)),
    "assignments": lambda _row: "",
}


def _version(one: Said, names: Mapping[str, str], current: str) -> Version:
    editor = names.get(one.editor or "", "")
    value = _VALUES[one.kind](one.row, editor)
    if isinstance(value, Assignment):
        value = replace(value, assignee=names.get(value.assignee, ""))
    return Version(one.id, editor, one.at, value, one.says == "out", one.data == current)


def _articles(kind: str, found: Iterable[Row]) -> tuple[str, ...]:
    if kind in (ClashKind.ANNOTATION, ClashKind.ASSIGNMENT):
        return tuple(dict.fromkeys(row["article_id"] for row in found))
    if kind == ClashKind.VERDICT:
        sides = [json.loads(row["evidence"]) for row in found]
        return tuple(dict.fromkeys(side[at]["article"] for side in sides for at in ("a", "b") if at in side))
    if kind == ClashKind.RULING:
        return tuple(dict.fromkeys(one.article_id for one in anchors(map(rulings.of_row, found))))
    return ()


def _places(kind: str, found: Sequence[Row]) -> tuple[Evidence, ...]:
    """The passages that these versions speak of."""
    if kind == ClashKind.ANNOTATION:
        widest = max(found, key=lambda row: (row["end"] - row["start"], -row["start"]))
        span = Span(min(row["start"] for row in found), max(row["end"] for row in found))
        return (Evidence(widest["article_id"], span, json.loads(widest["data"])["text"]),)
    if kind == ClashKind.VERDICT:
        sides = max((json.loads(row["evidence"]) for row in found), key=len)
        ends = [sides[at] for at in ("a", "b") if at in sides]
        return tuple(Evidence(end["article"], Span(end["start"], end["end"]), end["text"]) for end in ends)
    if kind == ClashKind.RULING:
        ruled = [side for row in found[:1] for side in rulings.of_row(row).sides]
        return tuple(
            Evidence(side.article_id, Span(side.claim.start, side.claim.end), side.claim.text) for side in ruled
        )
    return ()


def _place(clash: Clash, order: Mapping[str, tuple[int, bool]]) -> tuple[int, int, int, str]:
    first = clash.versions[0].value
    start = first.item.start if isinstance(first, Annotation) else 0
    number = order[clash.articles[0]][0] if clash.articles else 0
    return list(ClashKind).index(clash.kind), number, start, clash.key


def _mark_opinion(one: Said, editor: str) -> Opinion:
    row = one.row
    # What an editor rejects is the proposal, whatever it had been made before.
    place = json.loads(row["suggested"]) if one.says == "out" and row["suggested"] else row
    label = None if one.says == "out" else row["label"]
    span = place["start"], place["end"]
    return Opinion(
        one.key,
        editor,
        one.at,
        (row["article_id"],),
        Layer(row["layer"]),
        *span,
        label,
        bool(row["added"]),
        one.editor or "",
    )


def _verdict_opinion(one: Said, editor: str) -> Opinion:
    row = one.row
    return Opinion(
        one.key, editor, one.at, _articles("verdicts", [row]), None, 0, 0, row["kind"], False, one.editor or ""
    )


_OPINIONS: dict[str, Callable[[Said, str], Opinion]] = {"annotations": _mark_opinion, "verdicts": _verdict_opinion}
