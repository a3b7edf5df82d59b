"""A project whole, as JSON Lines: a heading, then every row of its tables; `mizan import` makes an equal project of it.

Nothing is left out and nothing is computed anew: texts, marks of all layers with states, notes and editors, what was
removed, facts, relations, verdicts, names, labels, what was learned, the history.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, Protocol

from core.exporters.base import dumps

HEADING = "mizan-project"


class Dumped(Protocol):
    """A project that gives its rows."""

    def dump(self) -> Iterator[dict[str, Any]]:
        """A heading, then the rows, in an order in which they can be brought in."""


def write(stream: BinaryIO, project: Dumped) -> None:
    """One line a row."""
    for line in project.dump():
        stream.write(f"{dumps(line)}\n".encode("utf-8", "surrogatepass"))
