"""What is in a project file, to compare two of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, but for the numbers that only say in which order marks were written."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = [name for (name,) in found.fetchall() if not name.startswith(("search", "sqlite", "_sqlite"))]
        result = {}
        for table in tables:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            kept = ", ".join(f'"{name}"' for name in columns if (table, name) != ("annotations", "number"))
            result[table] = sorted(connection.execute(f"SELECT {kept} FROM {table}").fetchall(), key=repr)
    return result
