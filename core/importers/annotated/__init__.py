"""Marks in files of other programs: which format it is, by what is in it, and its reader."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from core.importers.annotated import brat, conll, doccano, label_studio, refi_qda, uima, web_annotation, webanno
from core.importers.annotated.base import Files, Home, Reader, attach
from core.importers.base import Skipped
from core.importers.package import UNPACKABLE
from core.model import Annotation, Article

__all__ = ["READERS", "SUFFIXES", "format_of", "read"]

READERS: dict[str, Reader] = {
    "doccano": doccano.read,
    "label-studio": label_studio.read,
    "brat": brat.read,
    "conll": conll.read,
    "webanno": webanno.read,
    "uima": uima.read,
    "web-annotation": web_annotation.read,
    "refi-qda": refi_qda.read,
}
# What files of marks alone are called; others (.csv, .jsonl, .zip …) may hold articles too.
SUFFIXES = (".json", ".jsonld", ".xmi", ".qdpx", ".ann", ".conll", ".iob", ".iob2", ".bio")
_HEAD = 65_536  # bytes
_TOKENS = (".conll", ".iob", ".iob2", ".bio")


def read(format_: str, path: Path, home: Home) -> Iterator[Article | Annotation | Skipped]:
    """What is in `path`: articles that the project lacks, each before its marks, and what is wrong with the rest.

    `home` finds an article of the project by its ID. Raises KnownError where the file itself cannot be read.
    """
    with Files(path) as files:
        yield from attach(READERS[format_](files, home), home, files.name)


def format_of(path: Path) -> str | None:
    """The key in READERS of a file that holds marks of another program, or "claim-review"; None for all else."""
    suffix = path.suffix.casefold()
    if not path.is_file():
        return None
    if zipfile.is_zipfile(path):
        try:
            return _packed(path)
        except UNPACKABLE:
            return None  # whoever reads it says what is wrong
    if suffix == ".ann":
        return "brat" if path.with_suffix(".txt").is_file() else None
    if suffix in _TOKENS:
        return "conll"
    with path.open("rb") as stream:
        head = stream.read(_HEAD).decode("utf-8-sig", "replace")
    if suffix in (".json", ".jsonld"):
        return _json(path, head)
    if suffix == ".jsonl":
        return "doccano" if _is_doccano(head) else None
    if suffix == ".xmi":
        return "uima"
    return "webanno" if head.startswith(webanno.HEAD) else None


def _packed(path: Path) -> str | None:
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if not name.startswith("__MACOSX")]
        if any(name.endswith(".qde") for name in names):
            return "refi-qda"
        if any(name.endswith(".xmi") for name in names):
            return "uima"
        if any(name.endswith(".ann") for name in names):
            return "brat"
        for name in names:
            if name.endswith((".tsv", ".json")):
                with archive.open(name) as stream:
                    head = stream.read(_HEAD)
                if head.startswith(webanno.HEAD.encode()):
                    return "webanno"
                if b'"%TYPES"' in head or b'"%FEATURE_STRUCTURES"' in head:
                    return "uima"
    return None


def _json(path: Path, head: str) -> str | None:
    if '"%TYPES"' in head or '"%FEATURE_STRUCTURES"' in head:
        return "uima"
    if "www.w3.org/ns/anno" in head:
        return "web-annotation"
    if '"ClaimReview"' in head and "schema.org" in head:
        return "claim-review"
    if head.lstrip()[:1] not in ("[", "{") or '"data"' not in head:
        return None
    try:
        tasks = json.loads(path.read_text("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    first = tasks[0] if isinstance(tasks, list) and tasks else tasks
    known = isinstance(first, dict) and isinstance(first.get("data"), dict)
    return "label-studio" if known and {"annotations", "predictions"} & first.keys() else None


def _is_doccano(head: str) -> bool:
    """By its first line, which may be longer than what was read of it."""
    line = head.lstrip().partition("\n")[0]
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return '"label": [[' in line or '"entities": [{"id"' in line
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        return False
    labels = data.get("label", data.get("labels"))
    spans = isinstance(labels, list) and all(isinstance(one, list) and len(one) == 3 for one in labels)
    return spans or (isinstance(data.get("entities"), list) and "relations" in data)
