"""Small real projects on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from making import Making

from core.project import Project


@pytest.fixture
def make() -> Making:
    """Values to fill projects with."""
    return Making()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty project, open for editing."""
    with Project.create(tmp_path / "story.mizan", "سارة") as opened:
        yield opened


@pytest.fixture
def filled(project: Project, make: Making) -> Project:
    """A project with three analysed articles and one fact."""
    articles = make.articles()
    project.import_articles(articles)
    analyses = [make.analysis(article) for article in articles]
    project.store_analysis(analyses)
    project.store_facts([make.fact(*((analysis.article, analysis.claims[0]) for analysis in analyses))])
    return project
