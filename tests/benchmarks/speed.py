"""Speed of the built-in engine, layer by layer, on one core.

    python tests/benchmarks/speed.py FOLDER [--copies 40] [--camel [FOLDER]]

FOLDER holds `.txt` articles; they are read `--copies` times over with their figures changed, so that no cache
answers for the second reading. Prints tokens a second and the share of the time for each layer, then for all
together: many articles, as a project takes them, and one by one, as a window takes what is opened. Then the growth
from a half to the whole of one long text, the peak memory, and, with `--camel`, how many times faster than that
model: that of a folder, else a tiny random one, which is the least that the CAMeL engine costs.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from core.extract import pipeline
from core.importers import read_paths
from core.model import Article, article_id
from core.text.segment import words

TINY = Path(__file__).parents[1] / "core" / "extract" / "camel" / "tiny_bert.py"
LAYERS = (
    "find_boilerplate",
    "sentences",
    "extract_times",
    "extract_quantities",
    "entities_of",
    "extract_quotes",
    "extract_claims",
)


def varied(articles: list[Article], copies: int) -> list[Article]:
    """The articles, each time with other digits."""
    found = []
    for copy in range(copies):
        for article in articles:
            shift = str.maketrans("123456789", "".join("123456789"[(place + copy) % 9] for place in range(9)))
            text = article.text.translate(shift)
            found.append(replace(article, id=article_id(text), text=text))
    return found


@contextmanager
def timed(spent: dict[str, float]) -> Iterator[None]:
    """Count the processor time of each layer of the pipeline while it runs."""

    def wrapped(name: str, layer: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object, **named: object) -> object:
            start = time.process_time()
            try:
                return layer(*arguments, **named)
            finally:
                spent[name] = spent.get(name, 0.0) + time.process_time() - start

        return run

    originals = {name: getattr(pipeline, name) for name in LAYERS}
    try:
        for name, layer in originals.items():
            setattr(pipeline, name, wrapped(name, layer))
        yield
    finally:
        for name, layer in originals.items():
            setattr(pipeline, name, layer)


def tiny(folder: str) -> Path:
    """The folder of a tiny random model."""
    subprocess.run([sys.executable, TINY, folder], check=True)
    return Path(folder) / "known"


def camel_speed(model: Path, articles: list[Article]) -> float:
    """Tokens a second of the CAMeL engine with this model, its start not counted."""
    from core.extract.camel.door import Worker

    few = articles[: max(1, len(articles) // 20)]
    with Worker(ner=model) as worker:
        worker.analyze(few[0])
        start = time.perf_counter()
        for article in few:
            worker.analyze(article)
        return sum(len(words(article.text)) for article in few) / (time.perf_counter() - start)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--copies", type=int, default=40)
    parser.add_argument("--camel", metavar="FOLDER", nargs="?", const="tiny")
    options = parser.parse_args()
    read = [item for item in read_paths([options.folder]) if isinstance(item, Article)]
    if not read:
        sys.exit(f"no articles in {options.folder}")
    pipeline.analyze(read[0])  # lexicons and the tagger are loaded once
    articles = varied(read, options.copies)
    tokens = sum(len(words(article.text)) for article in articles)

    spent: dict[str, float] = {}
    start = time.process_time()
    with timed(spent):
        deque(pipeline.analyze_many(articles), maxlen=0)
    total = time.process_time() - start
    print(f"{len(articles)} articles, {tokens} tokens")
    for name in LAYERS:
        seconds = max(spent.get(name, 0.0), 1e-9)
        print(f"{name:20}{tokens / seconds:12,.0f} tokens/s {seconds / total:6.0%}")
    print(f"{'all layers':20}{tokens / total:12,.0f} tokens/s")
    start = time.process_time()
    for article in articles:
        pipeline.analyze(article)
    print(f"{'one by one':20}{tokens / (time.process_time() - start):12,.0f} tokens/s")

    long = "\n".join(article.text for article in articles[: max(2, len(articles) // 4)])
    costs = []
    for text in (long[: len(long) // 2], long):
        start = time.process_time()
        pipeline.analyze(Article(article_id(text), text))
        costs.append(time.process_time() - start)
    print(f"twice the text costs {costs[1] / costs[0]:.2f} times as much ({len(long):,} characters)")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")

    if options.camel:
        with TemporaryDirectory() as made:
            camel = camel_speed(tiny(made) if options.camel == "tiny" else Path(options.camel), articles)
        print(f"CAMeL engine {camel:,.0f} tokens/s: the built-in one is {tokens / total / camel:.1f} times as fast")


if __name__ == "__main__":
    main()
