"""Projects of several editors, each a copy of one file."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from making import Making

from core.project import Project

Copies = Callable[[str], Project]


@pytest.fixture
def base(filled: Project) -> Path:
    """A project with three analysed articles and one fact, closed."""
    filled.close()
    return filled.path


@pytest.fixture
def copy_for(base: Path, tmp_path: Path) -> Copies:
    """A copy of the project for an editor, open."""

    def copied(editor: str) -> Project:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.mizan"
        shutil.copy(base, path)
        return Project.open(path, editor)

    return copied


@pytest.fixture(scope="session")
def shared_base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same project for tests that make many copies themselves."""
    make, path = Making(), tmp_path_factory.mktemp("base") / "base.mizan"
    articles = make.articles()
    with Project.create(path, "لينا") as project:
        project.import_articles(articles)
        analyses = [make.analysis(article) for article in articles]
        project.store_analysis(analyses)
        project.store_facts([make.fact(*((one.article, one.claims[0]) for one in analyses))])
    return path
