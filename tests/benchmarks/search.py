"""Times search as one types, and the palette, in a project of many articles, beside the bare full-text query.

    python tests/benchmarks/search.py [ARTICLES]

Prints, for each keystroke of a few queries, the milliseconds until the first page of places is there, beside what
`SELECT rowid … MATCH` alone takes in the same file; then what a keystroke in the palette takes.
"""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from core.model import Article
from core.project import Project
from core.text.arabic import fold
from gui.palette.entries import Entries, Entry, Group
from gui.search.panel import PAGE

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
VOCABULARY = 20_000
QUERIES = ("المتحدث باسم", "مستشفى الضفة", "قنطرة", "من", "ال", "غظ")
RARE = ("المتحدث باسم الميناء", "مستشفى الضفة الأخرى", "قنطرة الحجر القديمة")  # in a few hundred, in ten, in ten


def articles(count: int) -> Iterator[Article]:
    """Articles of about 2,500 characters in words that are as frequent as those of a language are (Zipf's law)."""
    chance = random.Random(7)
    words = ["".join(chance.choices(LETTERS, k=chance.randint(2, 6))) for _ in range(VOCABULARY)]
    words = ["ال" + word if chance.random() < 0.4 else word for word in words]
    words[:3] = ["من", "في", "على"]
    weights = [1 / (rank + 2) for rank in range(VOCABULARY)]
    for number in range(count):
        said = chance.choices(words, weights, k=420)
        for every, phrase in zip((30, 1000, 1000), RARE, strict=True):
            if number % every == 0:
                said.insert(100, phrase)
        text = f"{number}\n" + " ".join(said)
        yield Article(f"a{number:05}", text, " ".join(said[:8]), f"مصدر {number % 40}", published="2024-05-01")


def timed(call: Callable[[], object], rounds: int = 5) -> float:
    """The median in milliseconds."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        call()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def first_places(project: Project, query: str) -> object:
    """What the panel shows after a keystroke before it lets the window draw."""
    return next(filter(None, project.search_steps(query)), None)


def bare(connection: sqlite3.Connection, query: str) -> Callable[[], object]:
    """What the index alone does for the trigrams of a query; for shorter ones, reading the folded texts."""
    words = fold(query).split()
    trigrams = dict.fromkeys(word[at : at + 3] for word in words for at in range(len(word) - 2))
    if not trigrams:
        return lambda: connection.execute(
            "SELECT number FROM shadows WHERE instr(folded, ?) LIMIT ?", (words[0], PAGE)
        ).fetchall()
    match = " ".join(f'"{trigram}"' for trigram in trigrams)
    return lambda: connection.execute("SELECT rowid FROM search WHERE search MATCH ?", (match,)).fetchall()


def main(count: int) -> None:
    """Make the project, then type."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.mizan"
        with Project.create(path) as project:
            project.import_articles(articles(count))
            for _ in project.index_steps():
                pass
            connection = sqlite3.connect(path)
            worst = 0.0
            for query in QUERIES:
                for end in range(1, len(query) + 1):
                    typed = query[:end].strip()
                    first, whole = (
                        timed(lambda typed=typed: first_places(project, typed)),
                        timed(lambda typed=typed: project.search(typed, PAGE)),
                    )
                    index = timed(bare(connection, typed))
                    worst = max(worst, first)
                    print(
                        f"{typed:18} first places {first:5.1f} ms   {PAGE} or all {whole:6.1f} ms"
                        f"   bare {index:6.1f} ms   ratio {whole / index:5.1f}"
                    )
            connection.close()
            print(f"slowest keystroke of search until there is something to read {worst:.1f} ms (wanted: under 50)")
            entries = Entries()
            entries.put(
                Entry(Group.ARTICLES, item.title, "", print, fold(f"{item.title} {item.source}"))
                for item in project.summaries()
            )
        typed = [query[:end] for query in (*QUERIES, "المتحذث ياسم", "xyzxyz") for end in range(1, len(query) + 1)]
        slowest = max((timed(partial(entries.find, fold(query).strip(), 8)), query) for query in typed)
        print(f"slowest keystroke of the palette {slowest[0]:.1f} ms («{slowest[1]}»; wanted: under 50)")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
