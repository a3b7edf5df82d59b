"""Files that we or other programs exported, taken into a project: marks, verdicts, articles, or a project whole."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from core.errors import KnownError
from core.importers import Skipped, annotated, exports, limits
from core.importers.annotated import claim_review
from core.model import Annotation, Article, Entity, Verdict
from core.project import Project, Touched
from core.store.bringing import PutAnnotations
from core.store.edits import PutVerdicts

Report = Callable[[Skipped], None]
_Item = Article | Annotation | Verdict | Skipped

_AT_ONCE = 1000  # marks that are taken in in one short step
_ARTICLE_WEIGHS, _SIGNS = 10, 200  # an article is as many marks, and one more for so many code points


@dataclass(frozen=True, slots=True)
class Taken:
    """What came in, and how much was left out."""

    articles: int = 0
    marks: int = 0
    verdicts: int = 0
    rows: int = 0  # of a whole project
    skipped: int = 0
    labels: tuple[str, ...] = ()  # of entities, that the project did not know


@dataclass(frozen=True, slots=True)
class FoundMarks:
    """What a file of `kind_of` holds, before it is taken in; of what does not fit the first `limits.PROBLEMS`."""

    path: Path
    kind: str
    holds: Taken
    problems: tuple[KnownError, ...]


def kind_of(path: Path) -> str | None:
    """What `take_in` would read the file as; None for one that holds articles, or nothing that we know."""
    return exports.kind_of(path) or annotated.format_of(path)


def look_into(project: Project, path: Path, kind: str) -> FoundMarks:
    """What `take_in` would take. A file that cannot be read any further has that among its problems. Long."""
    counts: Counter[type] = Counter()
    labels: dict[str, None] = {}
    problems: list[KnownError] = []
    rows = 0
    try:
        if kind == "project":
            rows = sum(1 for _ in exports.read_project(path))
        else:
            for item in _heard(_found(project, path, kind), counts, labels):
                if isinstance(item, Skipped) and len(problems) < limits.PROBLEMS:
                    problems.append(item.error)
    except KnownError as error:
        counts[Skipped] += 1
        problems.append(error)
    known = set(project.labels())
    new = [label for label in labels if label not in known]
    return FoundMarks(path, kind, _told(counts, new, rows), tuple(problems))


def take_in(project: Project, path: Path, kind: str, report: Report) -> Taken:
    """Take a file of `kind_of` in as one step of the history; what does not fit is reported and left out.

    A whole project makes no step: it fills an empty one. KnownError where the file cannot be read.
    """
    if kind == "project":
        return Taken(rows=project.restore(exports.read_project(path), path.name))
    counts: Counter[type] = Counter()
    labels: dict[str, None] = {}
    verdicts: list[Verdict] = []

    def to_put() -> Iterator[Article | Annotation]:
        for item in _heard(_found(project, path, kind), counts, labels):
            if isinstance(item, Skipped):
                report(item)
            elif isinstance(item, Verdict):
                verdicts.append(item)
            else:
                yield item

    known = set(project.labels())
    project.apply(PutAnnotations(path.name, to_put()))
    if verdicts:
        project.apply(PutVerdicts(tuple(verdicts)))
    return _told(counts, [label for label in labels if label not in known])


def set_aside(project: Project, path: Path, kind: str, aside: Path) -> Taken:
    """Read a file of `kind_of` into a new file of portions for `take_in_steps`; what is in it. Long; changes nothing.

    KnownError where the file cannot be read, or there is no room for what it holds.
    """
    counts: Counter[type] = Counter()
    labels: dict[str, None] = {}
    portion: list[_Item] = []
    weight = 0
    try:
        with aside.open("xb") as stream:
            for item in _heard(_found(project, path, kind), counts, labels):
                if isinstance(item, Skipped):
                    continue
                portion.append(item)
                weight += _ARTICLE_WEIGHS + len(item.text) // _SIGNS if isinstance(item, Article) else 1
                if weight >= _AT_ONCE:
                    pickle.dump(portion, stream)
                    portion, weight = [], 0
            pickle.dump(portion, stream)
    except OSError as error:
        raise KnownError(
            f"تعذر وضع ما في «{path.name}» جانبا في «{aside.parent}»؛ أفرغ مساحة على القرص ثم أعد المحاولة.",
            f"What is in “{path.name}” could not be put aside in “{aside.parent}”; free some room, then try again.",
        ) from error
    known = set(project.labels())
    return _told(counts, [label for label in labels if label not in known])


def take_in_steps(project: Project, name: str, aside: Path) -> Generator[tuple[int, Touched], None, None]:
    """What `set_aside` put into `aside` into the project, in short steps: (how much is done, what was touched).

    One undo takes it back, verdicts apart. Closed early, what came in stays, and one undo takes that back.
    """
    verdicts: list[Verdict] = []

    def portions() -> Iterator[list[Article | Annotation]]:
        with aside.open("rb") as stream:
            while stream.peek(1):
                portion: list[_Item] = pickle.load(stream)  # noqa: S301 (our own worker wrote it)
                verdicts.extend(item for item in portion if isinstance(item, Verdict))
                yield [item for item in portion if isinstance(item, Article | Annotation)]

    done = 0
    with closing(project.put_steps(name, portions())) as steps:
        for done, touched in steps:
            yield done, touched
    if verdicts:
        yield done + len(verdicts), project.apply(PutVerdicts(tuple(verdicts)))


def _found(project: Project, path: Path, kind: str) -> Iterator[_Item]:
    """What the reader of that kind finds."""
    there = set(project.article_ids())

    @lru_cache(maxsize=8)  # the marks of an article mostly stand together
    def home(key: str) -> Article | None:
        return project.article(key) if key in there else None

    if kind == "annotations":
        return exports.read_annotations(path, home)
    if kind == "verdicts":
        return exports.read_verdicts(path)
    if kind == "claim-review":
        return claim_review.read(path)
    return annotated.read(kind, path, home)


def _heard(found: Iterator[_Item], counts: Counter[type], labels: dict[str, None]) -> Iterator[_Item]:
    """What was found, counted, with the labels of its entities."""
    for item in found:
        counts[type(item)] += 1
        if isinstance(item, Annotation) and isinstance(item.item, Entity):
            labels[item.item.label] = None
        yield item


def _told(counts: Counter[type], labels: Iterable[str], rows: int = 0) -> Taken:
    return Taken(counts[Article], counts[Annotation], counts[Verdict], rows, counts[Skipped], tuple(labels))
