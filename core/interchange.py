"""Files that we or other programs exported, taken into a project: marks, verdicts, articles, or a project whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from core.importers import Skipped, annotated, exports
from core.importers.annotated import claim_review
from core.model import Annotation, Article, Status, Verdict
from core.project import Project
from core.store.edits import Batch, Edit, ImportArticles, PutAnnotations, PutVerdicts

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
    articles: list[Article] = []
    marks: list[Annotation] = []
    verdicts: list[Verdict] = []
    skipped = 0
    for item in found:
        match item:
            case Skipped():
                skipped += 1
                report(item)
            case Article():
                articles.append(item)
            case Annotation():
                marks.append(_met(project, item))
            case Verdict():
                verdicts.append(item)
    known = set(project.labels())
    edits: list[Edit] = [ImportArticles(tuple(articles))] if articles else []
    edits += [PutAnnotations(tuple(marks))] if marks else []
    edits += [PutVerdicts(tuple(verdicts))] if verdicts else []
    if edits:
        project.apply(edits[0] if len(edits) == 1 else Batch(tuple(edits), "PutAnnotations"))
    new = dict.fromkeys(mark.label for mark in marks if mark.layer == "entity" and mark.label not in known)
    return Taken(len(articles), len(marks), len(verdicts), 0, skipped, tuple(new))


def _met(project: Project, mark: Annotation) -> Annotation:
    """A bare mark of another program that the project has itself: accepted, or as it was decided."""
    there = None if mark.created_at else project.annotation(mark.id)
    if there is None:
        return mark
    status = Status.ACCEPTED if there.status is Status.SUGGESTED else there.status
    return replace(there, status=status, note=mark.note or there.note)
