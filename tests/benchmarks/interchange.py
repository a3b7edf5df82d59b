"""How fast files of marks are taken in: `python tests/benchmarks/interchange.py [ARTICLES]` (1,000 unless told).

Sixty marks an article, in each format, into a project: our own tables into one that has the articles, files of other
programs into an empty one. Beside it bare `executemany` of the same rows, ready made, into the tables of an empty
project with all their checks and indexes. Seconds of the processor; each import in a process of its own, so that its
memory can be told. Last, how long it takes to tell a quarter of the articles, and all of them, what such a file teaches
where an engine had marked other things.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from store import analysis, make_articles
from team import peak

from core import exporters
from core.interchange import kind_of, take_in
from core.model import Article
from core.project import Project

_TABLES = ("articles", "texts", "annotations")
_FORMATS = ("csv", "jsonl", "doccano", "label-studio", "web-annotation", "conll", "brat")
_WITH_TEXTS = ("doccano", "label-studio", "brat", "foreign")


def bare(folder: Path, source: Path) -> float:
    """Seconds for the same rows by executemany alone."""
    with closing(sqlite3.connect(source)) as connection:
        rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES}
    Project.create(folder / "bare.mizan").close()
    with closing(sqlite3.connect(folder / "bare.mizan", isolation_level=None)) as connection:
        start = time.process_time()
        connection.execute("BEGIN")
        for table, found in rows.items():
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})", found)
        connection.execute("COMMIT")
        return time.process_time() - start


def foreign(doccano: Path, out: Path) -> None:
    """doccano's file as doccano itself would write it: with nothing of ours, so that each mark is a decision."""
    with doccano.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as stream:
        for line in lines:
            read = json.loads(line)
            kept = {"text": read["text"], "label": read["label"]}
            stream.write(json.dumps(kept, ensure_ascii=False) + "\n")


def measured(path: Path, base: Path) -> None:
    """In a process of its own."""
    with Project.open(base) as project:
        before, start, kind = peak(), time.process_time(), kind_of(path)
        assert kind
        taken = take_in(project, path, kind, lambda skipped: print(skipped.error.en, file=sys.stderr))
        spent = time.process_time() - start
        highest, start = peak(), time.process_time()
        project.undo()
        print(taken.marks, spent, time.process_time() - start, before, highest)


def taught(articles: Sequence[Article], folder: Path) -> None:
    """Print the seconds in which foreign decisions on all of these articles reach all of them."""
    source, into, found = folder / "taught.mizan", folder / "pupil.mizan", [analysis(article) for article in articles]
    for path in (source, into):
        path.unlink(missing_ok=True)
    with Project.create(source) as project:
        project.import_articles(articles)
        project.store_analysis(found)
        exporters.export(project, "annotations", "doccano", folder / "taught.jsonl")
    foreign(folder / "taught.jsonl", folder / "teacher.jsonl")
    kind = kind_of(folder / "teacher.jsonl")
    assert kind
    with Project.create(into) as project:
        project.import_articles(articles)
        others = [tuple(replace(mark, label="LOC") for mark in one.entities[::2]) for one in found]
        project.store_analysis([replace(one, entities=own) for one, own in zip(found, others, strict=True)])
        for _ in project.index_steps():
            pass
        taken, longest = take_in(project, folder / "teacher.jsonl", kind, print), 0.0
        begin = last = time.process_time()
        for _ in project.follow_steps():
            longest, last = max(longest, time.process_time() - last), time.process_time()
        print(
            f"{len(articles)} articles are told of {taken.marks} decisions on {len(project.learned())} spellings in"
            f" {last - begin:.1f} s, longest step {1000 * longest:.0f} ms"
        )


def main(count: int, folder: Path) -> None:
    source, texts = folder / "source.mizan", folder / "texts.mizan"
    articles = make_articles(count)
    with Project.create(texts) as project:
        project.import_articles(articles)
    with Project.create(source) as project:
        project.import_articles(articles)
        project.store_analysis([analysis(article) for article in articles])
    base = bare(folder, source)
    print(f"{count} articles with sixty marks each; bare executemany of the same rows: {base:.2f} s")
    files = {}
    with Project.open(source, read_only=True) as project:
        for format_ in _FORMATS:
            files[format_] = folder / f"{format_}{exporters.FORMATS[format_].suffix}"
            exporters.export(project, "annotations", format_, files[format_])
    files["foreign"] = folder / "foreign.jsonl"
    foreign(files["doccano"], files["foreign"])
    for name, path in files.items():
        into = folder / "into.mizan"
        into.unlink(missing_ok=True)
        if name in _WITH_TEXTS:
            Project.create(into).close()
        else:
            into.write_bytes(texts.read_bytes())
        command = [sys.executable, __file__, "--import", str(path), str(into)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.split()
        marks, spent, undone, before, highest = map(float, done)
        print(
            f"{name:<16}{marks:>9.0f} marks {spent:7.2f} s, {spent / base:4.1f} × bare; undo {undone:6.2f} s;"
            f" memory {before:.0f} → {highest:.0f} MB, file {path.stat().st_size / 2**20:.0f} MB"
        )
    for size in (count // 4, count):
        taught(articles[:size], folder)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--import"]:
        measured(*map(Path, sys.argv[2:]))
    else:
        with TemporaryDirectory(prefix="mizan-") as made:
            main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, Path(made))
