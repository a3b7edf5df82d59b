"""Every regular expression of the program takes time in proportion to its text: a megabyte of anything never hangs it.

The patterns are found by walking the modules, so a new one is tried without being listed. Each is used as the program
uses it (`search`, or only `match` and `fullmatch`) on texts that make bad patterns go back over them again and again.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import core

MEGABYTE = 2**20  # code points
UNITS = ("ا", "a", "1", " ", "\n", '"', "1,", "و ال", "في 3-", "http://a")
# Loaded in processes of their own, with packages that need not be here.
ELSEWHERE = ("core.cli.__main__", "core.extract.camel.worker", "core.extract.camel.recogniser")
# How those are used that stand in a table or are handed on.
IN_TABLES = {
    "core.extract.calendar._GRANULARITY": "fullmatch",
    "core.importers.metadata._BRACKET": "match",
    "core.importers.metadata._DASHED": "match",
}
SMALL, LARGE = 2**11, 2**13
TOO_MUCH = 9  # times as long for four times the text; in proportion would be 4, a square 16
NOTICED = 0.01  # seconds; shorter than this is never measured well


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(core.__path__, "core."):
        if found.name not in ELSEWHERE:
            yield importlib.import_module(found.name)


def inside(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """Patterns in a value and in the tables it holds."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif depth < 3 and isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from inside(item, depth + 1)
    elif depth < 3 and isinstance(value, dict):
        yield from inside((*value, *value.values()), depth)


def uses(module: ModuleType) -> dict[str, set[str]]:
    """Name of a global → methods that are called on it."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(Path(module.__file__ or "").read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found.setdefault(node.value.id, set()).add(node.attr)
    return found


def patterns() -> list[tuple[str, re.Pattern[str], str]]:
    """(where, pattern, method); one that stands in a table is tried with `search`, which is the hardest."""
    found = {}
    for module in modules():
        methods = uses(module)
        for name, value in vars(module).items():
            for pattern in inside(value):
                used = methods.get(name, set()) if isinstance(value, re.Pattern) else set()
                anchored = bool(used) and used <= {"match", "fullmatch", "pattern", "flags"}
                where = f"{module.__name__}.{name}"
                method = ("match" if "match" in used else "fullmatch") if anchored else IN_TABLES.get(where, "search")
                found.setdefault((pattern.pattern, pattern.flags), (where, pattern, method))
    return list(found.values())


def seconds(pattern: re.Pattern[str], method: str, text: str) -> float:
    began = time.perf_counter()
    if method == "search":
        for _ in pattern.finditer(text):
            pass
    else:
        getattr(pattern, method)(text)
    return time.perf_counter() - began


FOUND = patterns()


def test_the_patterns_are_found() -> None:
    assert len(FOUND) > 80
    assert {method for _, _, method in FOUND} == {"search", "match", "fullmatch"}


@pytest.mark.parametrize(("where", "pattern", "method"), FOUND, ids=[where for where, _, _ in FOUND])
def test_time_grows_with_the_text(where: str, pattern: re.Pattern[str], method: str) -> None:
    for unit in UNITS:
        # Short texts first, so that a bad pattern fails instead of hanging.
        short, long = (
            min(seconds(pattern, method, unit * (size // len(unit))) for _ in range(2)) for size in (SMALL, LARGE)
        )
        assert long < NOTICED or long < TOO_MUCH * short, f"{where}: {unit!r} {short:.4f} → {long:.4f} s"
        assert long < 1, f"{where}: {unit!r}"
    worst = max(UNITS, key=lambda unit: seconds(pattern, method, unit * (LARGE // len(unit))))
    seconds(pattern, method, worst * (MEGABYTE // len(worst)))
