"""Nothing hangs on the order of sets, which is another one in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).parents[3] / "samples"
# Three states that are told equally often: a question can name two of them.
TOLD = (
    "حشدت مصر والسودان وإثيوبيا وكينيا {} ألف جندي قرب الحدود.\nوتعقد مصر والسودان وإثيوبيا محادثات يوم {} مارس 2021.\n"
)
PRINT = f"""
from pathlib import Path
from core.compare.facts import compare
from core.extract.names import unify
from core.extract.pipeline import analyze
from core.importers import read_paths
from core.model import Article, article_id

told = [{TOLD!r}.format(40 + number, 10 + number) for number in range(4)]
articles = [Article(article_id(text), text, f"خبر {{text[-9:]}}", text[-9:]) for text in told]
articles += [item for item in read_paths([Path({str(SAMPLES)!r})]) if isinstance(item, Article)]
found = unify([analyze(article) for article in articles])
print(found, *compare(found), sep="\\n")
"""


def _printed(seed: int) -> str:
    environment = os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", PRINT], capture_output=True, env=environment, encoding="utf-8", check=True
    )
    return done.stdout


def test_two_processes_find_the_same() -> None:
    first, second = _printed(1), _printed(2)
    assert "السودان" in first
    assert first == second
