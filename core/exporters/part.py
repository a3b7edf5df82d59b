"""A project as exports ask for it, without the suggestions that score too low."""

from __future__ import annotations

from dataclasses import dataclass

from core import threshold
from core.exporters.tables import Source
from core.model import Annotation, Article, Fact, Verdict


@dataclass(frozen=True, slots=True)
class Sure:
    """`project` without suggestions below `least`; decisions stay."""

    project: Source
    least: float

    def article_ids(self) -> list[str]:
        """The articles, in the order of import."""
        return self.project.article_ids()

    def article(self, article_id: str) -> Article:
        """One article."""
        return self.project.article(article_id)

    def annotations(self, article_id: str) -> list[Annotation]:
        """Its marks that are decided or sure enough."""
        return threshold.shown(self.project.annotations(article_id), self.least)

    def facts(self) -> list[Fact]:
        """What the last comparison found."""
        return self.project.facts()

    def verdicts(self) -> dict[str, Verdict]:
        """Decisions on relations, by their key."""
        return self.project.verdicts()
