"""JSON Lines: one object a row, values typed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO


def write(stream: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write `rows` as they come."""
    for row in rows:
        stream.write(json.dumps({column: row[column] for column in columns}, ensure_ascii=False) + "\n")
