"""The only door to camel-tools' models: a worker process that is asked line by line, and what is done with one.

Nothing here imports torch. A worker costs seconds to start and about a gigabyte; both end with it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from core import serial
from core.errors import KnownError
from core.extract.learned import EMPTY, Lexicon
from core.model import Analysis, Article, Span

_ROOT = Path(__file__).parents[3]
_NEEDED = ("camel_tools", "torch", "transformers")
_ERROR_TAIL = 4000  # bytes of what a worker that crashed said last
_SENTENCES = 256  # per request of `tag`: enough to sort by length, few enough to answer soon
_PAIRS = 64

Json = dict[str, Any]
Odds = dict[str, float]


def missing() -> KnownError | None:
    """Why there can be no worker here; None where there can."""
    if getattr(sys, "frozen", False):
        return KnownError(
            "هذه النسخة من ميزان بلا محرّك CAMeL؛ ثبّت النسخة الكاملة (pip install mizan)، أو استعمل المحرّك المضمّن.",
            "This edition of Mizan has no CAMeL engine; install the full one (pip install mizan), or use the built-in.",
        )
    absent = [name for name in _NEEDED if not find_spec(name)]
    if not absent:
        return None
    names = ", ".join(absent)
    return KnownError(
        f"محرّك CAMeL غير مثبّت ({names})؛ ثبّته بالأمر: pip install camel-tools torch، أو استعمل --engine builtin.",
        f"The CAMeL engine is not installed ({names}); get it with: pip install camel-tools torch, "
        "or use --engine builtin.",
    )


class Worker:
    """A worker process with its models; ends with the block. Everything raises KnownError where it cannot answer."""

    def __init__(self, ner: Path | None = None, nli: Path | None = None) -> None:
        if error := missing():
            raise error
        options = [[f"--{kind}", str(folder)] for kind, folder in (("ner", ner), ("nli", nli)) if folder]
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  (closed with the worker)
        self._process = subprocess.Popen(  # noqa: S603  (our own module)
            # -P: a torch.py in the folder one happens to be in is not imported.
            [sys.executable, "-P", "-m", "core.extract.camel.worker", *(part for option in options for part in option)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            env=environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def close(self) -> None:
        """End the process now, whatever it is doing; an answer that is waited for elsewhere becomes a KnownError."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                try:
                    pipe.close()
                except BrokenPipeError:  # what was not written yet has nobody to read it
                    continue
        self._said.close()

    def analyze(self, article: Article, lexicon: Lexicon = EMPTY) -> Analysis:
        """Everything in one article: names by CAMeL, all else by the built-in engine, `lexicon` over both."""
        request: Json = {
            "id": article.id,
            "text": article.text,
            "published": article.published,
            "title": article.title,
            "source": article.source,
        }
        if lexicon:
            names = {key: (taught.label, taught.name, taught.adds) for key, taught in lexicon.names.items()}
            request["learned"] = {"names": names, "rejected": sorted(lexicon.rejected)}
        line = self._ask(request)
        proposed = line.get("proposed")
        return Analysis(
            article,
            tuple(Span(start, end) for start, end in line["boilerplate"]),
            tuple(serial.entity(entity) for entity in line["entities"]),
            tuple(serial.quote(quote) for quote in line["quotes"]),
            tuple(serial.claim(claim) for claim in line["claims"]),
            None if proposed is None else tuple(serial.entity(entity) for entity in proposed),
        )

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """IOB2 tags of ready-made tokens."""
        tags: list[list[str]] = []
        for start in range(0, len(sentences), _SENTENCES):
            tags += self._ask({"sentences": sentences[start : start + _SENTENCES]})["tags"]
        return tags

    def votes(self, pairs: Sequence[tuple[str, str]]) -> list[Odds]:
        """For each pair of sentences how likely they agree, disagree, or neither: agree, disagree, other."""
        votes: list[Odds] = []
        for start in range(0, len(pairs), _PAIRS):
            votes += self._ask({"pairs": pairs[start : start + _PAIRS]})["votes"]
        return votes

    def _ask(self, request: Json) -> Json:
        assert self._process.stdin
        assert self._process.stdout
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except (OSError, ValueError) as error:  # it ended, or was closed
            raise self._crash() from error
        if not line.endswith(b"\n"):
            raise self._crash()
        answer: Json = json.loads(line)
        if "error" in answer:
            raise KnownError(answer["error_ar"], answer["error"])
        return answer

    def _crash(self) -> KnownError:
        """Why no answer came."""
        if not self._said.closed:
            self._process.wait()
        code = self._process.returncode
        why = f"signal {-code}" if code and code < 0 else self._last_words() or f"exit code {code}"
        return KnownError(
            f"توقف محرّك CAMeL فجأة، ولعل الذاكرة لم تكفِ؛ أعد المحاولة، أو استعمل المحرّك المضمّن ({why}).",
            f"The CAMeL engine ended abruptly, perhaps for lack of memory; try again, or use the built-in one ({why}).",
        )

    def _last_words(self) -> str:
        if self._said.closed:
            return ""
        self._said.seek(0, os.SEEK_END)
        self._said.seek(max(self._said.tell() - _ERROR_TAIL, 0))
        lines = self._said.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")


def analyze_many(articles: Iterable[Article], folder: Path) -> Iterator[Analysis]:
    """The analysis of each article, in order. The worker ends with the generator."""
    with Worker(ner=folder) as worker:
        for article in articles:
            yield worker.analyze(article)


def tag(sentences: Sequence[Sequence[str]], folder: Path) -> list[list[str]]:
    """IOB2 tags of ready-made tokens."""
    with Worker(ner=folder) as worker:
        return worker.tag(sentences)


def environment() -> dict[str, str]:
    """Ours, with the program on the path."""
    path = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH", "")]))
    return os.environ | {"PYTHONPATH": path, "PYTHONUTF8": "1"}
