"""Files that we or other programs exported, taken into a project: marks, verdicts, articles, or a project whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from core.importers import Skipped, annotated, exports
from core.importers.annotated import claim_review
from core.model import Annotation, Article, Entity, Verdict
from core.project import Project
from core.store.bringing import PutAnnotations
from core.store.edits import PutVerdicts

Report = Callable[[Skipped], None]


@dataclass(frozen=True, slots=True)
class Taken:
    """What came in, and how much was left out."""

    articles: int = 0
    marks: int = 0
    verdicts: int = 0
    rows: int = 0  # of a whole project
    skipped: int = 0
    labels: tuple[str, ...] = ()  # of entities, that the project did not know


def kind_of(path: Path) -> str | None:
    """What `take_in` would read the file as; None for one that holds articles, or nothing that we know."""
    return exports.kind_of(path) or annotated.format_of(path)


def take_in(project: Project, path: Path, kind: str, report: Report) -> Taken:
    """Take a file of `kind_of` in as one step of the history; what does not fit is reported and left out.

    A whole project makes no step: it fills an empty one. KnownError where the file cannot be read.
    """
    if kind == "project":
        return Taken(rows=project.restore(exports.read_project(path), path.name))
    there = set(project.article_ids())

    @lru_cache(maxsize=8)  # the marks of an article mostly stand together
    def home(key: str) -> Article | None:
        return project.article(key) if key in there else None

    found: Iterator[Article | Annotation | Verdict | Skipped]
    if kind == "annotations":
        found = exports.read_annotations(path, home)
    elif kind == "verdicts":
        found = exports.read_verdicts(path)
    elif kind == "claim-review":
        found = claim_review.read(path)
    else:
        found = annotated.read(kind, path, home)
    return _taken(project, path.name, found, report)


def _taken(
    project: Project, name: str, found: Iterator[Article | Annotation | Verdict | Skipped], report: Report
) -> Taken:
    """What was found, taken in while it is read; verdicts are few."""
    counts: Counter[type] = Counter()
    verdicts: list[Verdict] = []
    labels: dict[str, None] = {}

    def to_put() -> Iterator[Article | Annotation]:
        for item in found:
            counts[type(item)] += 1
            if isinstance(item, Skipped):
                report(item)
            elif isinstance(item, Verdict):
                verdicts.append(item)
            else:
                if isinstance(item, Annotation) and isinstance(item.item, Entity):
                    labels[item.item.label] = None
                yield item

    known = set(project.labels())
    project.apply(PutAnnotations(name, to_put()))
    if verdicts:
        project.apply(PutVerdicts(tuple(verdicts)))
    new = tuple(label for label in labels if label not in known)
    return Taken(counts[Article], counts[Annotation], counts[Verdict], 0, counts[Skipped], new)
