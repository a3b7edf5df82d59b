"""How fast marks are exported: `python tests/benchmarks/export.py [ARTICLES]` (10,000 unless told, sixty marks each).

The CSV stands beside a bare cursor loop that writes the same columns as far as SQL gives them, in the same run.
"""

from __future__ import annotations

import csv
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from store import analysis, make_articles
from team import peak

from core import exporters
from core.project import Project

_BARE = (
    'SELECT n.id, n.article_id, a.title, a.source, a.published, n.start, n."end", substr(t.text, n.start + 1,'
    " n.\"end\" - n.start), n.label, n.name, n.data, json_extract(n.data, '$.value.unit'),"
    " json_extract(n.data, '$.value.low'), json_extract(n.data, '$.value.high'), json_extract(n.data, '$.value.timex'),"
    " json_extract(n.data, '$.value.approx'), n.name, json_extract(n.data, '$.modality'),"
    " json_extract(n.data, '$.polarity'), n.origin, n.score, n.status, e.name, n.created_at, n.updated_at, n.note,"
    ' substr(t.text, max(1, n.start - 59), 60), substr(t.text, n."end" + 1, 60)'
    " FROM annotations n JOIN articles a ON a.id = n.article_id JOIN texts t ON t.number = a.number"
    " LEFT JOIN editors e ON e.id = n.editor WHERE n.removed = 0 AND a.removed = 0 ORDER BY a.number, n.start"
)
_BAREST = (
    'SELECT n.id, n.article_id, a.title, a.source, a.published, n.start, n."end", n.label, n.name, n.data, n.origin,'
    " n.score, n.status, n.created_at, n.updated_at, n.note FROM annotations n JOIN articles a ON a.id = n.article_id"
)


def bare(path: Path, out: Path, statement: str) -> float:
    start = time.perf_counter()
    connection = sqlite3.connect(path)
    with out.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        for row in connection.execute(statement):
            writer.writerow(row)
    connection.close()
    return time.perf_counter() - start


def main(count: int, folder: Path) -> None:
    path = folder / "p.mizan"
    with Project.create(path) as project:
        articles = make_articles(count)
        project.import_articles(articles)
        project.store_analysis([analysis(article) for article in articles])
    del articles
    same = bare(path, folder / "bare.csv", _BARE)
    stored = bare(path, folder / "barest.csv", _BAREST)
    print(f"bare cursor loop, the same columns: {same:.1f} s; only what is stored: {stored:.1f} s")
    for format_ in ("csv", "jsonl", "doccano", "xlsx"):
        out = folder / f"x{exporters.FORMATS[format_].suffix}"
        command = [sys.executable, __file__, str(path), format_, str(out)]
        spent, highest = map(float, subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())
        print(
            f"{format_:<8} {spent:6.1f} s, {spent / same:4.1f} × the bare loop ({spent / stored:.1f} × what is stored),"
            f" {out.stat().st_size / 2**20:.0f} MB, memory at its highest {highest:.0f} MB"
        )


def measured(path: Path, format_: str, out: Path) -> None:
    """In a process of its own, so that its memory can be told."""
    start = time.perf_counter()
    with Project.open(path, read_only=True) as project:
        exporters.export(project, "annotations", format_, out)
    print(time.perf_counter() - start, peak())


if __name__ == "__main__":
    if len(sys.argv) == 4:
        measured(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
    else:
        with TemporaryDirectory(prefix="mizan-") as made:
            main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, Path(made))
