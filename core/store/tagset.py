"""The labels of a project: their order, colours and words; renaming and deleting one with its marks."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields, replace

from core.model import Entity, Label, Status
from core.store import rows, settings
from core.store.changes import Change, Reader
from core.store.edits import ChangeAnnotation, RemoveAnnotation
from core.store.rows import TABLES, Row
from core.store.store import Store

_KEY = "tagset"
_COLUMNS = TABLES["annotations"][1]


@dataclass(frozen=True, slots=True)
class LabelSpec:
    """One label. An empty name is the one it has anyway; `colour` is one that the window knows; hidden: not offered."""

    label: str
    name: str = ""
    colour: str = ""
    description: str = ""
    hidden: bool = False

    @property
    def built_in(self) -> bool:
        """Whether every project has it."""
        return self.label in set(Label)


@dataclass(frozen=True, slots=True)
class SetTagset:
    """The labels of the project in the order in which they are offered; built-in ones that are missing come last."""

    labels: tuple[LabelSpec, ...]

    def changes(self, reader: Reader) -> Iterator[Change]:
        own = [spec.label for spec in self.labels if not spec.built_in]
        for key, value in ((_KEY, [asdict(spec) for spec in self.labels]), ("labels", own)):
            before = reader.row("settings", key)
            after = {"key": key, "value": rows.dumps(value)}
            if after != before and (value or before):
                yield Change("settings", key, before, after)


@dataclass(frozen=True, slots=True)
class Relabel:
    """Give all marks of a label another one; with "" remove them. Rejected ones stay rejected."""

    label: str
    into: str = ""

    def changes(self, reader: Reader) -> Iterator[Change]:
        for row in reader.labelled(self.label):
            item = rows.item(row["layer"], row["data"])
            assert isinstance(item, Entity)
            if not self.into:
                yield from RemoveAnnotation(row["id"]).changes(reader)
            elif row["status"] == Status.REJECTED:
                columns = rows.item_columns(replace(item, label=self.into), added=bool(row["added"]))
                yield Change("annotations", row["id"], row, row | columns)
            else:
                yield from ChangeAnnotation(row["id"], replace(item, label=self.into)).changes(reader)


def read(store: Store, in_use: Sequence[str]) -> list[LabelSpec]:
    """The labels of the project in order: as they were arranged, then the built-in ones, its own, any others in use."""
    known = {part.name for part in fields(LabelSpec)}
    kept = [
        LabelSpec(**{name: value for name, value in spec.items() if name in known})
        for spec in json.loads(settings.read(store, _KEY) or "[]")
    ]
    own = json.loads(settings.read(store, "labels") or "[]")
    specs = {spec.label: spec for spec in kept if spec.built_in or spec.label in {*own, *in_use}}
    for label in (*map(str, Label), *own, *in_use):
        specs.setdefault(label, LabelSpec(label))
    return list(specs.values())


def labelled(connection: sqlite3.Connection, label: str) -> list[Row]:
    """The marks of a label, rejected ones too."""
    found = connection.execute(
        f"SELECT {rows.names(_COLUMNS)} FROM annotations"
        " WHERE layer = 'entity' AND label = ? AND removed = 0 ORDER BY number",
        (label,),
    )
    return [dict(zip(_COLUMNS, row, strict=True)) for row in found]
