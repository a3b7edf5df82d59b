"""W3C Web Annotation in JSON-LD: position and quote selectors on articles that the project has."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from core.importers.annotated.base import Files, Found, Home, Mark, Text, broken, damaged

_ARTICLE, _CARRIED = "urn:mizan:article:", "urn:mizan:carried"


def read(files: Files, _home: Home) -> Iterator[Found]:
    """One text for each article that annotations stand on, in order."""
    try:
        data = json.loads(files.text(files.name))
    except (ValueError, RecursionError) as error:
        raise damaged(files.name) from error
    texts: dict[str, list[Any]] = {}
    for number, item in enumerate(_items(data), 1):
        try:
            if item.get("motivation") != "linking":
                article, mark = _mark(f"item {number}", item)
                texts.setdefault(article, []).append(mark)
        except (ValueError, KeyError, TypeError, AttributeError, StopIteration) as error:
            yield broken(files.name, f"item {number}", error)
    for article, marks in texts.items():
        yield Text(files.name, None, article, {}, marks)


def _items(data: Any) -> Iterable[Mapping[str, Any]]:
    if isinstance(data, dict) and "first" in data:
        data = data["first"]
    items = data.get("items", [data]) if isinstance(data, dict) else data
    return items if isinstance(items, list) else []


def _mark(place: str, item: Mapping[str, Any]) -> tuple[str, Mark]:
    target = item["target"]
    selectors = {one["type"]: one for one in _listed(target["selector"])}
    position, quoted = selectors["TextPositionSelector"], selectors.get("TextQuoteSelector", {})
    bodies = [body for body in _listed(item.get("body", [])) if isinstance(body, dict)]
    said = {purpose: [body["value"] for body in bodies if body.get("purpose") == purpose] for purpose in _PURPOSES}
    label = next(iter(said["tagging"] or [body["value"] for body in bodies]))
    where = str(target.get("scope") or target["source"])
    mark = Mark(
        place,
        int(position["start"]),
        int(position["end"]),
        str(label),
        item.get(_CARRIED),
        "\n".join(map(str, said["commenting"])),
        quoted.get("exact"),
    )
    return where.removeprefix(_ARTICLE), mark


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


_PURPOSES = ("tagging", "commenting")
