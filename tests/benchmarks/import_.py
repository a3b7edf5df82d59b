"""How fast articles come in, beside bare `executemany`: `python tests/benchmarks/import_.py [ARTICLES]` (1,000).

Text files, a table, JSON Lines, web pages and a ZIP of the same articles of 2,500 characters, from the disk into a
project, with source, title and date read where the text says them; seconds of the processor, then those on the clock.
`tests/benchmarks/store.py` brings in 600,000 marks.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from core.importers import read_paths
from core.model import Article
from core.project import Project

_SENTENCE = "وقال المتحدث رقم {} إن المحادثات تبدأ غدا في المقر الرئيسي وتستمر {} يوما، بحسب بيان صدر أمس. "
_LENGTH = 2500


def texts(count: int) -> list[str]:
    """Articles that all differ, with a headline, paragraphs and a source."""
    made = []
    for number in range(count):
        sentences = [_SENTENCE.format(number, day) for day in range(2, 32)]
        body = "\n".join("".join(sentences[at : at + 5]) for at in range(0, 30, 5))
        made.append(f"قمة مرتقبة رقم {number} في العاصمة\n{body}"[: _LENGTH - 20] + "\nالمصدر: وكالة الريح\n")
    return made


def write_files(folder: Path, made: list[str]) -> None:
    folder.mkdir()
    for number, text in enumerate(made):
        (folder / f"{number:05}.txt").write_text(text, "utf-8")


def write_pages(folder: Path, made: list[str]) -> None:
    folder.mkdir()
    for number, text in enumerate(made):
        title, *lines = text.splitlines()
        body = "".join(f"<p>{line}</p>" for line in lines)
        page = f"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
        (folder / f"{number:05}.html").write_text(page, "utf-8")


def write_table(path: Path, made: list[str]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows([["id", "text"], *enumerate(made)])


def write_lines(path: Path, made: list[str]) -> None:
    path.write_text("".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in made), "utf-8")


def write_zip(path: Path, made: list[str]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, text in enumerate(made):
            archive.writestr(f"{number:05}.txt", text)


class Spent:
    """Seconds of the processor and on the clock."""

    def __enter__(self) -> Spent:
        self._busy, self._start = time.process_time(), time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.busy, self.clock = time.process_time() - self._busy, time.perf_counter() - self._start


def bare(path: Path, articles: list[Article]) -> Spent:
    """A bare `executemany` of the same columns, durable."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(
        "CREATE TABLE a (id TEXT PRIMARY KEY, text TEXT, title TEXT, source TEXT, author TEXT, day TEXT)"
    )
    with Spent() as spent:
        connection.execute("BEGIN")
        connection.executemany(
            "INSERT INTO a VALUES (?, ?, ?, ?, ?, ?)",
            ((one.id, one.text, one.title, one.source, one.author, one.published) for one in articles),
        )
        connection.execute("COMMIT")
    connection.close()
    return spent


def main(count: int) -> None:
    made = texts(count)
    kinds: dict[str, Callable[[Path, list[str]], None]] = {
        "text": write_files,
        "table.csv": write_table,
        "lines.jsonl": write_lines,
        "archive.zip": write_zip,
        "pages": write_pages,
    }
    print(f"{count} articles of {len(made[0])} characters")
    print(f"{'':<14}" + "".join(f"{name:>16}" for name in ("read", "stored", "together", "executemany")))
    with TemporaryDirectory() as folder:
        for name, write in kinds.items():
            path = Path(folder, name)
            write(path, made)
            with Spent() as read:
                articles = [item for item in read_paths([path]) if isinstance(item, Article)]
            assert len(articles) == count, (name, len(articles))
            with Project.create(Path(folder, f"{name}.mizan")) as project, Spent() as stored:
                project.import_articles(articles)
            beside = bare(Path(folder, f"{name}.db"), articles)
            pairs = [
                *((spent.busy, spent.clock) for spent in (read, stored)),
                (read.busy + stored.busy, read.clock + stored.clock),
                (beside.busy, beside.clock),
            ]
            shown = "".join(f"{busy:>8.3f}{clock:>8.3f}" for busy, clock in pairs)
            print(f"{name:<14}{shown}   stored / executemany: {stored.busy / beside.busy:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
