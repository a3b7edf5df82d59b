"""Who works on a project: each editor has an ID for good and a name that may change.

The window gives its person an ID of their own, so that two people of one name stay two. Whoever is only named (on the
command line, in an import, as the one an article is given to) has the ID that is made from the name, on every machine.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from core.model import stable_id

_PUT = (
    "INSERT INTO editors (id, name, named_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE"
    " SET name = excluded.name, named_at = excluded.named_at"
    " WHERE name <> excluded.name AND excluded.named_at >= named_at"
)
_SHOWN = 4  # characters of an ID, where the name alone says too little


class Fetching(Protocol):
    """What can be asked: an open project file."""

    def fetch(self, statement: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""


def made_from(name: str) -> str:
    """The ID of whoever is only known by name."""
    return stable_id("editor", name)


def put(connection: sqlite3.Connection, key: str, name: str, at: str) -> str:
    """Let the editor `key` be called so from `at` on; the ID."""
    connection.execute(_PUT, (key, name, at))
    return key


def named(connection: sqlite3.Connection, name: str) -> str:
    """The ID of the only editor of this name, or of the one that `labels` calls so; else that made from the name."""
    found = [str(key) for (key,) in connection.execute("SELECT id FROM editors WHERE name = ? LIMIT 2", (name,))]
    if len(found) == 1:
        return found[0]
    told = labels(dict(connection.execute("SELECT id, name FROM editors").fetchall()))
    return next((key for key, label in told.items() if name in (key, label)), made_from(name))


def labels(names: Mapping[str, str]) -> dict[str, str]:
    """How editors are told apart, by ID: their name, and where several share one, the start of their ID."""
    shared = Counter(names.values())
    return {key: f"{name} ({key[:_SHOWN]})" if shared[name] > 1 and name else name for key, name in names.items()}


def shown(store: Fetching) -> dict[str, str]:
    """How the editors of a project are called, by ID."""
    return labels(names(store))


def names(store: Fetching) -> dict[str, str]:
    """Their bare names, by ID."""
    return dict(store.fetch("SELECT id, name FROM editors"))
