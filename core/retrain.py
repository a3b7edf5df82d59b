"""Retraining the tagger on a project's decisions: what the command line and the window call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.errors import KnownError
from core.model import Span
from core.project import Project
from core.store.edits import SetTagger
from core.text.segment import sentences

# With fewer decided sentences the tagger learns accidents; with more others it takes longer than a minute.
_LEAST = 40
_OTHERS = 1500

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Retrained:
    """What came of it. `before` and `after`: strict F1 of names in decided sentences that were not learned from.

    Nothing is kept where `after` is no better.
    """

    sentences: int
    before: float
    after: float

    @property
    def is_better(self) -> bool:
        """Whether the project reads names with the retrained tagger now."""
        return self.after > self.before


def retrain_project(project: Project, progress: Progress | None = None) -> Retrained:
    """Retrain on the sentences with decisions, and use the result from now on if it reads names better.

    Takes up to a minute. One step of the history; suggestions change when articles are analysed again. KnownError where
    too few sentences were decided on.
    """
    from core.extract import tagger
    from core.extract.retraining import Lesson, agreement, dump, lessons, retrain, self_taught

    network = tagger.network()
    decided: list[Lesson] = []
    others: list[Lesson] = []
    keys = project.article_ids()
    for done, key in enumerate(keys, 1):
        text, left_out = project.article(key).text, project.boilerplate(key)
        body = [span for span in sentences(text) if not _touches(span, left_out)]
        for lesson in lessons(text, body, project.annotations(key)):
            (decided if lesson.decided else others).append(lesson)
        if progress:
            progress(done, len(keys))
    if len(decided) < _LEAST:
        raise KnownError(
            f"الجمل التي فيها قرار {len(decided)}، ولا يفيد التدريب قبل {_LEAST}؛ اقبل الأسماء أو صححها ثم أعد.",
            f"Only {len(decided)} sentences hold a decision, training needs {_LEAST}: accept or correct more names.",
        )
    step = max(1, len(others) // _OTHERS)
    given = [*decided, *self_taught(network, others[::step][:_OTHERS])]
    before, after = agreement(network, given)
    result = Retrained(len(decided), before, after)
    if result.is_better:
        project.apply(SetTagger(dump(network, retrain(network, given))))
    return result


def _touches(span: Span, others: list[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
