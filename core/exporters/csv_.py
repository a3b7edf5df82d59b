"""CSV that a spreadsheet opens right: no cell runs as a formula, objects are JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TextIO

from core.text.cells import guarded


def write(stream: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write `rows` as they come."""
    writer = csv.writer(stream)
    writer.writerow([guarded(column) for column in columns])
    writer.writerows([_CELLS.get(type(row[column]), _same)(row[column]) for column in columns] for row in rows)


def _same(value: Any) -> Any:
    return value  # csv writes None as an empty cell


_object = json.JSONEncoder(ensure_ascii=False).encode
_CELLS: dict[type, Callable[[Any], Any]] = {str: guarded, dict: _object, list: _object}
