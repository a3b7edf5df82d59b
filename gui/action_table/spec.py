"""What a line of the table of actions says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Scope(Enum):
    """Where the keys of an action work. Single letters belong to one view, so that typing elsewhere stays typing."""

    WINDOW = auto()
    READER = auto()
    COMPARE = auto()  # the panel of contradictions
    SEARCH = auto()
    BESIDE = auto()
    MATRIX = auto()
    REVIEW = auto()
    ADJUDICATE = auto()
    CHART = auto()  # timeline and overview


# The page in which the keys of a scope work; timeline and overview share theirs.
PAGES = {
    Scope.READER: "article",
    Scope.COMPARE: "contradictions",
    Scope.REVIEW: "review",
    Scope.BESIDE: "beside",
    Scope.MATRIX: "matrix",
    Scope.ADJUDICATE: "adjudicate",
    Scope.CHART: "timeline",
}


@dataclass(frozen=True, slots=True)
class Spec:
    """One action. `keys` in Qt's portable notation; the first is shown. `text` is the tooltip too, unless `tip` is."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    scope: Scope = Scope.WINDOW
    tip: str = ""
    checkable: bool = False
    group: str = ""  # of which one is checked
    edits: bool = False  # changes the project: off while it is read-only
