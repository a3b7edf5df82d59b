"""Mizan without its window, for notebooks and scripts; what stands here stays as it is from version to version.

    import core

    with core.open_project("story.mizan") as project:
        for article in project.articles():
            for mark in project.annotations(article.id):
                print(article.source, mark.item.label, mark.item.text)
        table = core.to_pandas(project, "contradictions")

Offsets count code points of `Article.text`. What goes wrong and can be mended is raised as `core.KnownError`. Each
thing is imported when it is first used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import KnownError

if TYPE_CHECKING:
    import pandas as pd

    from core.model import Analysis, Fact
    from core.project import Project

__all__ = ["KnownError", "annotate", "find_facts", "open_project", "rows", "to_pandas"]


def open_project(path: Path | str, *, editor: str = "", read_only: bool = True, create: bool = False) -> Project:
    """A project file, to be used in a `with` block; `core.project.Project` says what it can do.

    Opened for reading, so that a window may have it at the same time. With `read_only=False` changes are made by
    `project.apply(edit)` (`core.store.edits`) in the name of `editor`; `create` makes the file.
    """
    from core.project import Project

    if create:
        return Project.create(path, editor)
    return Project.open(path, editor, read_only)


def rows(project: Project, what: str) -> Iterator[dict[str, Any]]:
    """The rows of an export as plain values: annotations, claims, contradictions, facts, articles or decisions."""
    from core.exporters import TABLES, table

    if what not in TABLES:
        known = ", ".join(TABLES)
        raise KnownError(
            f"لا جدول باسم «{what}»؛ الجداول: {known}.", f"There is no table “{what}”; there are: {known}."
        )
    columns, found = table(project, what, "jsonl")
    return ({column: row.get(column) for column in columns} for row in found)


def to_pandas(project: Project, what: str) -> pd.DataFrame:
    """The same as a table of pandas, which has to be installed."""
    try:
        import pandas as pd
    except ImportError as error:
        raise KnownError(
            "حزمة pandas غير مثبّتة؛ ثبّتها بالأمر: pip install pandas، أو استعمل core.rows.",
            "pandas is not installed; get it with: pip install pandas, or use core.rows.",
        ) from error
    return pd.DataFrame(rows(project, what))


def annotate(text: str, published: str | None = None, *, source: str = "", title: str = "") -> Analysis:
    """Names, times, figures, quotes and claims of one text; `published` (2021-12-29) is what «tomorrow» counts from.

    `Analysis.article.text` is the text that offsets count in: `text` with its newlines made alike.
    """
    from core.extract.pipeline import analyze
    from core.model import Article, article_id
    from core.text.canonical import canonical

    clean = canonical(text)
    return analyze(Article(article_id(clean), clean, title, source, "", published))


def find_facts(analyses: Sequence[Analysis]) -> list[Fact]:
    """The questions that the texts answer, their answers and how these relate; names are shared first."""
    from core.compare.facts import compare
    from core.extract.names import unify

    return compare(unify(analyses))
