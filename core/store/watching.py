"""Which articles changed since they were last compared, while the open project keeps its comparison.

Temporary triggers see every writer of this connection, and the open project is the only one that writes.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.store.store import Store

# An engine's proposal that nobody has touched: a note makes it an editor's.
LOOSE = "status = 'suggested' AND removed = 0 AND note = ''"
_TABLE = "CREATE TEMP TABLE IF NOT EXISTS moved (article_id TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID"
_TRIGGER = (
    "CREATE TEMP TRIGGER IF NOT EXISTS moved_{table}_{event} AFTER {event} ON main.{table}"
    " BEGIN INSERT OR IGNORE INTO moved (article_id) VALUES ({row}.{column}); END"
)
_WATCHED = {"articles": "id", "analysed": "article_id", "annotations": "article_id"}
_EVENTS = {"INSERT": "new", "UPDATE": "new", "DELETE": "old"}
_SETTLE = (
    "DELETE FROM moved WHERE article_id = ? AND NOT EXISTS"
    f" (SELECT 1 FROM annotations n WHERE n.article_id = moved.article_id AND NOT ({LOOSE}))"
)


def watch(store: Store) -> None:
    """Remember from now on which articles change."""
    with store.transaction() as connection:
        connection.execute(_TABLE)
        connection.execute("DELETE FROM moved")
        for table, column in _WATCHED.items():
            for event, row in _EVENTS.items():
                connection.execute(_TRIGGER.format(table=table, event=event, row=row, column=column))
    store.watched = True


def moved(store: Store) -> set[str]:
    """The articles that changed since this was asked last; they are taken as read."""
    with store.transaction():
        found = seen(store)
        store.connection.execute("DELETE FROM moved")
    return found


def seen(store: Store) -> set[str]:
    """The same, and they stay to be read."""
    return {key for (key,) in store.fetch("SELECT article_id FROM moved")} if store.watched else set()


def settle(store: Store, article_ids: Iterable[str]) -> None:
    """These articles are as a comparison left them, unless it could not write all of their marks. In a transaction."""
    if store.watched:
        store.connection.executemany(_SETTLE, ((key,) for key in article_ids))
