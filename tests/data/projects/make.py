"""Writes `vN.mizan.gz` beside this file, N being the schema of now: run before a migration is added."""

import gzip
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from core.analyzing import analyze_project
from core.importers import Skipped, read_paths
from core.model import Status, VerdictKind
from core.project import Project
from core.store import schema
from core.store.edits import SetNote, SetStatus, SetVerdict

HERE = Path(__file__).parent


def main() -> None:
    """The same work in every version."""
    texts = sorted((HERE.parents[2] / "samples").glob("*.txt"))[:2]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "old.mizan"
        with Project.create(path, "سارة") as project:
            project.import_articles(item for item in read_paths(texts) if not isinstance(item, Skipped))
            analyze_project(project)
            marks = project.annotations(project.article_ids()[0])
            project.apply(SetStatus((marks[0].id, marks[1].id), Status.ACCEPTED))
            project.apply(SetStatus((marks[2].id,), Status.REJECTED))
            project.apply(SetNote(marks[0].id, "راجعتها مع المصدر"))
            fact = project.facts()[0]
            key = fact.relation_id(fact.relations[0])
            project.apply(SetVerdict((key,), VerdictKind.CONTRADICTION, note="رقمان لا يجتمعان"))
            project.undo()
            project.redo()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("VACUUM")
        (HERE / f"v{schema.VERSION}.mizan.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))


if __name__ == "__main__":
    main()
