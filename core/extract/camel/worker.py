"""The worker process: `python -m core.extract.camel.worker [--ner FOLDER] [--nli FOLDER]`, JSON Lines in and out.

For each line that is read, one is written:

- an article `{"id", "text", "published"}` → its line of `mizan annotate`, with `boilerplate` besides; with `learned`, a
  project's lexicon, it is applied, and `proposed` are the entities without it where they differ;
- `{"sentences": [[token, …], …]}` → `{"tags": [[IOB2 tag, …], …]}`;
- `{"pairs": [[sentence, sentence], …]}` → `{"votes": [{"agree", "other", "disagree"}, …]}`;
- anything else → `{"id": null, "line": N, "error": "…", "error_ar": "…"}`, as where a model cannot be loaded.

A model is loaded when it is first needed. The process ends with its input, and its memory with it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from core import serial
from core.errors import KnownError
from core.extract.camel import folders
from core.extract.camel.names import extract_names, tag_tokens
from core.extract.learned import EMPTY, Lexicon, Taught
from core.extract.pipeline import analyze
from core.model import Analysis, Article

Json = dict[str, Any]
Answer = Callable[[Json], Json]
_NICENESS = 5  # the window comes first


def serve(lines: Iterable[str], ner: Path | None, nli: Path | None) -> Iterator[Json]:
    """The answer to each line."""
    answers = _answers(ner, nli)
    for number, line in enumerate(lines, 1):
        try:
            yield _answer(line, answers)
        except KnownError as error:
            yield {"id": None, "line": number, "error": error.en, "error_ar": error.ar}


def line_of(analysis: Analysis) -> Json:
    """An article's answer."""
    line = {
        "id": analysis.article.id,
        "published": analysis.article.published,
        "title": analysis.article.title,
        "source": analysis.article.source,
        "text": analysis.article.text,
        "entities": [serial.plain_entity(entity) for entity in analysis.entities],
        "quotes": [serial.plain_quote(quote) for quote in analysis.quotes],
        "claims": [serial.plain_claim(claim) for claim in analysis.claims],
        "boilerplate": [[span.start, span.end] for span in analysis.boilerplate],
    }
    if analysis.proposed is not None:
        line["proposed"] = [serial.plain_entity(entity) for entity in analysis.proposed]
    return line


def _answers(ner: Path | None, nli: Path | None) -> Mapping[str, Answer]:
    """What is done with a request, by the key that only it has."""

    @cache
    def names() -> Any:
        from core.extract.camel.recogniser import load_names

        return load_names(_folder(ner, folders.ModelKind.NER))

    @cache
    def judge() -> Any:
        from core.extract.camel.recogniser import load_judge

        return load_judge(_folder(nli, folders.ModelKind.NLI))

    def article(request: Json) -> Json:
        found = Article(
            str(request["id"]),
            request["text"],
            title=request.get("title") or "",
            source=request.get("source") or "",
            published=request.get("published"),
        )
        return line_of(analyze(found, partial(extract_names, tagger=names()), _lexicon(request.get("learned"))))

    def sentences(request: Json) -> Json:
        return {"tags": [[tag for tag, _ in sentence] for sentence in tag_tokens(request["sentences"], names())]}

    def pairs(request: Json) -> Json:
        return {"votes": judge()([(first, second) for first, second in request["pairs"]])}

    return {"text": article, "sentences": sentences, "pairs": pairs}


def _answer(line: str, answers: Mapping[str, Answer]) -> Json:
    try:
        request = json.loads(line)
    except ValueError:
        request = None
    keys = [key for key in answers if isinstance(request, dict) and key in request]
    if not keys or ("text" in keys and "id" not in request):
        raise KnownError(
            "كل سطر كائن JSON فيه id وtext، أو sentences، أو pairs.",
            "A line is a JSON object that has id and text, or sentences, or pairs.",
        )
    return answers[keys[0]](request)


def _lexicon(learned: Json | None) -> Lexicon:
    """What a project has learned, as the door writes it."""
    if learned is None:
        return EMPTY
    names = {key: Taught(*taught) for key, taught in learned["names"].items()}
    return Lexicon(names, frozenset((spelling, label) for spelling, label in learned["rejected"]))


def _folder(path: Path | None, kind: folders.ModelKind) -> folders.ModelFolder:
    if path is None:
        raise KnownError(f"لم يُعطَ نموذج: --{kind}", f"No model was given: --{kind} FOLDER.")
    return folders.of_kind(path, kind)


def main() -> None:
    """Answer the lines of standard input until it ends."""
    parser = argparse.ArgumentParser(prog="core.extract.camel.worker")
    parser.add_argument("--ner", type=Path)
    parser.add_argument("--nli", type=Path)
    wanted = parser.parse_args()
    # Answers keep standard output for themselves: what a library prints goes where its warnings go.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as out:
        os.dup2(2, 1)
        if hasattr(os, "nice"):
            os.nice(_NICENESS)
        for answer in serve(sys.stdin, wanted.ner, wanted.nli):
            out.write(json.dumps(answer) + "\n")
            out.flush()


if __name__ == "__main__":
    main()
