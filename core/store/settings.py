"""What the project remembers beside the work itself: where the editor was, the zoom. No step of the history."""

from __future__ import annotations

from core.store.store import Store


def read(store: Store, key: str) -> str | None:
    """What is remembered under `key`, None where nothing is."""
    found = store.value("SELECT value FROM settings WHERE key = ?", (key,))
    return None if found is None else str(found)


def write(store: Store, key: str, value: str) -> None:
    """Remember something. KnownError where the project is read-only."""
    with store.transaction() as connection:
        connection.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (key, value))
