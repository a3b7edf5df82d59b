"""brat standoff: `.ann` with the `.txt` of the same name, alone or in an archive; code points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from core.importers.annotated.base import (
    Files,
    Found,
    Home,
    Kept,
    Mark,
    Text,
    broken,
    rejected,
    sidecar,
    skipped,
)
from core.importers.base import Skipped

_TYPE = re.compile(r"[^\w-]+")


def read(files: Files, _home: Home) -> Iterator[Found]:
    """One text for each pair of files."""
    kept = sidecar(files)
    for name in files.named(".ann"):
        stem = name[: -len(".ann")]
        if not files.has(f"{stem}.txt"):
            yield skipped(
                files.label(name), "", "لا ملف ‎.txt بجانبه بالاسم نفسه.", "there is no .txt of the same name beside it."
            )
            continue
        yield _text(files, name, f"{stem}.txt", kept.get(stem, Kept()))


def _text(files: Files, name: str, text_name: str, kept: Kept) -> Text:
    text = files.text(text_name)
    label = files.label(name)
    marks: list[Mark | Skipped] = [rejected("", one) for one in kept.rejected]
    lines = list(enumerate(files.text(name).split("\n"), 1))
    notes = {parts[1].split()[1]: parts[2] for _, line in lines if (parts := _note(line))}
    for number, line in lines:
        if line.startswith("T"):
            try:
                marks.append(_mark(label, number, line, text, kept, notes))
            except (ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
                marks.append(broken(label, str(number), error))
    return Text(label, text, str(kept.about.get("id", "")), kept.about, marks)


def _note(line: str) -> list[str] | None:
    parts = line.split("\t", 2)
    noted = line.startswith("#") and len(parts) == 3 and len(parts[1].split()) == 2
    return parts if noted else None


def _mark(file: str, number: int, line: str, text: str, kept: Kept, notes: Mapping[str, str]) -> Any:
    ref, shown, words = line.split("\t", 2)
    label, _, spans = shown.partition(" ")
    parts = [tuple(int(edge) for edge in span.split()) for span in spans.split(";")]
    start, end = parts[0][0], parts[-1][1]
    if " ".join(text[a:b] for a, b in parts) != words:
        return Mark(str(number), start, end, label, words=words if len(parts) == 1 else "\0")
    if any(text[a[1] : b[0]].strip("\n") for a, b in pairwise(parts)):
        return skipped(file, str(number), "علامة من قطع متفرقة؛ تُركت.", "a mark of several pieces; it was left out.")
    carried = kept.marks.get(ref, {})
    was = carried.get("carried")
    if was and text[was["start"] : was["end"]].strip("\n") == text[start:end].strip("\n"):
        # Newlines at the edges of a mark are no fragments, so only what it carried knows of them.
        inside = was["start"] <= start and end <= was["end"]
        start, end = (was["start"], was["end"]) if inside else (start, end)
    if carried and _TYPE.sub("_", carried["label"]) == label:
        label = carried["label"]
    note = notes.get(ref, "")
    if was and " ".join(str(was.get("note", "")).split()) == note:
        note = ""
    return Mark(str(number), start, end, label, was, note)
