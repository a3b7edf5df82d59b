"""A project as exports ask for it, without what the person does not want in the file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from core import threshold
from core.colours import Colour
from core.exporters.base import Assigned, Source
from core.model import Annotation, Article, Fact, ObsoleteVerdict, Status, Verdict, VerdictKind


@dataclass(frozen=True, slots=True)
class Part:
    """`project` without suggestions below `least`; only what editors decided; only these articles (IDs)."""

    project: Source
    least: float = 0.0
    decided: bool = False
    articles: Collection[str] | None = None

    def article_ids(self) -> list[str]:
        """The articles, in the order of import."""
        ids = self.project.article_ids()
        return ids if self.articles is None else [key for key in ids if key in self.articles]

    def article(self, article_id: str) -> Article:
        """One article."""
        return self.project.article(article_id)

    def annotations(self, article_id: str) -> list[Annotation]:
        """Its marks that are asked for."""
        marks = threshold.shown(self.project.annotations(article_id), self.least)
        return [mark for mark in marks if mark.status is not Status.SUGGESTED] if self.decided else marks

    def label_colours(self) -> Mapping[str, Colour]:
        """The colours that labels have in the window."""
        return self.project.label_colours()

    def facts(self) -> list[Fact]:
        """What the last comparison found, as far as all its claims stand in the articles asked for."""
        found = self.project.facts()
        if self.articles is not None:
            here = self.articles
            found = [fact for fact in found if all(claim.article_id in here for claim in fact.claims)]
        if not self.decided:
            return found
        ruled = {key for key, verdict in self.verdicts().items() if verdict.kind is not VerdictKind.UNDECIDED}
        return [fact for fact in found if any(fact.relation_id(relation) in ruled for relation in fact.relations)]

    def verdicts(self) -> dict[str, Verdict]:
        """Decisions on relations, by their key."""
        return self.project.verdicts()

    def assignments(self) -> Mapping[str, Assigned]:
        """Which editor works on which article."""
        return self.project.assignments()

    def obsolete_verdicts(self) -> list[ObsoleteVerdict]:
        """Decisions on relations that the comparison no longer finds, as far as both passages are asked for."""
        found = self.project.obsolete_verdicts()
        if self.articles is None:
            return found
        here = self.articles
        return [one for one in found if all(side and side.article_id in here for side in (one.a, one.b))]
