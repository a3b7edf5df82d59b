"""Label Studio's JSON: what people annotated, and predictions where nobody has; code points."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from core.importers.annotated.base import Files, Found, Home, Mark, Text, broken, damaged, rejected
from core.importers.base import Skipped

_KINDS = ("labels", "hypertextlabels", "paragraphlabels")


def read(files: Files, _home: Home) -> Iterator[Found]:
    """One text a task."""
    try:
        tasks = json.loads(files.text(files.name))
    except (ValueError, RecursionError) as error:
        raise damaged(files.name) from error
    for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks], 1):
        try:
            yield _text(files.name, number, task)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
            yield broken(files.name, f"task {number}", error)


def _text(name: str, number: int, task: Mapping[str, Any]) -> Text:
    data = task["data"]
    about = data.get("mizan") or {}
    text = data.get("text") if isinstance(data.get("text"), str) else _only_text(data)
    marks: list[Mark | Skipped] = [rejected(str(number), kept) for kept in about.get("rejected", ())]
    seen: set[str] = set()
    for version in [*task.get("annotations", ()), *task.get("predictions", ())]:
        if version.get("was_cancelled"):
            continue
        for region in version.get("result", ()):
            place = f"task {number}, {region.get('id', '')}"
            if region.get("type") not in _KINDS or str(region.get("id")) in seen:
                continue  # a relation, or a prediction that somebody took over
            seen.add(str(region.get("id")))
            try:
                marks.append(_mark(place, region))
            except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
                marks.append(broken(name, place, error))
    return Text(name, text, str(about.get("id", "")), about, marks)


def _mark(place: str, region: Mapping[str, Any]) -> Mark:
    value, meta = region["value"], region.get("meta") or {}
    label = next(iter(value.get(region["type"]) or value["labels"]))
    note = meta.get("text") or ""
    note = "\n".join(map(str, note)) if isinstance(note, list) else str(note)
    return Mark(place, int(value["start"]), int(value["end"]), str(label), meta.get("mizan"), note, value.get("text"))


def _only_text(data: Mapping[str, Any]) -> str:
    """The text of a task that calls it something else."""
    return max((value for value in data.values() if isinstance(value, str)), key=len)
