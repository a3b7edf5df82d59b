"""JSON Lines: one object a row, values typed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

_encode = json.JSONEncoder(ensure_ascii=False).encode


def write(stream: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write `rows` as they come."""
    for row in rows:
        stream.write(_encode({column: row[column] for column in columns}) + "\n")
