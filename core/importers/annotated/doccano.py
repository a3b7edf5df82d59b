"""doccano's JSONL: `label` or `labels` as [start, end, label], or `entities` as objects; code points."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from core.importers.annotated.base import Files, Found, Home, Mark, Text, broken, rejected, shown_label
from core.importers.base import Skipped


def read(files: Files, _home: Home) -> Iterator[Found]:
    """One text a line."""
    for number, written in enumerate(files.lines(), 1):
        if written.strip():
            try:
                yield _text(f"{files.name}", number, json.loads(written))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                yield broken(files.name, str(number), error)


def _text(name: str, line: int, data: Mapping[str, Any]) -> Text:
    about = data.get("mizan") or {}
    kept: dict[tuple[int, int, str], list[Mapping[str, Any]]] = defaultdict(list)
    marks: list[Mark | Skipped] = []
    for one in about.get("marks", ()):
        if one.get("status") == "rejected":
            marks.append(rejected(str(line), one))
        else:
            kept[one["start"], one["end"], shown_label(one)].append(one)
    for place, shown in enumerate(_spans(data), 1):
        where = f"{line}.{place}"
        try:
            start, end, label = int(shown[0]), int(shown[1]), str(shown[2])
        except (ValueError, TypeError, IndexError) as error:
            marks.append(broken(name, where, error))
            continue
        same = kept.get((start, end, label))
        marks.append(Mark(where, start, end, label, same.pop(0) if same else None))
    return Text(name, str(data["text"]), str(about.get("id", "")), about, marks)


def _spans(data: Mapping[str, Any]) -> Iterator[Any]:
    for name in ("label", "labels"):
        if isinstance(data.get(name), list):
            yield from data[name]
    for entity in data.get("entities") or ():
        yield [entity["start_offset"], entity["end_offset"], entity["label"]] if isinstance(entity, dict) else entity
