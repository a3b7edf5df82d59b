r"""WebAnno TSV 3: a table a document; offsets count UTF-16 units, backslashes escape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.importers.annotated.base import Files, Found, Home, Kept, Mark, Text, broken, rejected, sidecar
from core.importers.annotated.identity import id_in, unpacked
from core.importers.base import Skipped
from core.text.offsets import Utf16Map

HEAD = "#FORMAT=WebAnno TSV 3"
_ESCAPED = re.compile(r"\\(->|.)", re.DOTALL)
_NAMED = {"t": "\t", "n": "\n", "b": "\b", "r": "\r", "f": "\f"}
_UNIT = re.compile(r"(\d+)-(\d+)(\.\d+)?")
_NUMBER = re.compile(r"(?<!\\)((?:\\\\)*)\[(\d+)\]\Z")


@dataclass(slots=True)
class _Table:
    """What the lines say; spans count UTF-16 units."""

    sentences: list[tuple[int, str]] = field(default_factory=list)  # where it begins, its words
    marks: dict[object, list[Any]] = field(default_factory=dict)  # line, begin, end, features by column
    problems: list[Skipped] = field(default_factory=list)


def read(files: Files, home: Home) -> Iterator[Found]:
    """One text a table."""
    kept = sidecar(files)
    for name in files.named(".tsv"):
        written = files.text(name)
        if written.startswith(HEAD):
            stem = name[: -len(".tsv")].rpartition("/")[2]
            yield _text(files.label(name), stem, written, kept.get(stem, Kept()), home)


def _text(name: str, stem: str, written: str, kept: Kept, home: Home) -> Text:
    table = _table(name, written.split("\n"))
    key = str(kept.about.get("id") or id_in(stem))
    known = home(key)
    text = known.text if known else str(kept.about.get("text") or _joined(table.sentences))
    units = Utf16Map(text)
    marks: list[Mark | Skipped] = [rejected("", one) for one in kept.rejected]
    marks += table.problems
    for line, begin, end, features in table.marks.values():
        carried, label = unpacked(features.get("identifier")), features.get("value")
        label = label or next((value for key, value in features.items() if value and key != "identifier"), "")
        start, stop = units.to_code_points(begin), units.to_code_points(end)
        if carried and text[carried["start"] : carried["end"]].strip() == text[start:stop].strip():
            start, stop = carried["start"], carried["end"]  # no token holds white space at the edges
        marks.append(Mark(str(line), start, stop, label, carried))
    return Text(name, None if known else text, key, kept.about, marks)


def _table(name: str, lines: Sequence[str]) -> _Table:
    table = _Table()
    columns: list[tuple[int, str]] = []  # number of the layer, feature
    words: list[str] = []
    layer = 0
    for number, line in enumerate(lines, 1):
        if line.startswith("#T_"):
            kind, _, features = line.partition("=")
            layer += 1
            # Chains and relations stand on their own columns; only spans are marks.
            columns += [(layer if kind == "#T_SP" else 0, one) for one in features.split("|")[1:]]
            columns += [(0, "")] if kind == "#T_RL" else []
        elif line.startswith("#Text="):
            words.append(_unescaped(line.removeprefix("#Text=")))
        elif _UNIT.match(line):
            try:
                _row(table, number, line.split("\t"), columns, words)
            except (ValueError, IndexError) as error:
                table.problems.append(broken(name, str(number), error))
    return table


def _row(
    table: _Table, number: int, cells: Sequence[str], columns: Sequence[tuple[int, str]], words: list[str]
) -> None:
    begin, end = (int(edge) for edge in cells[1].split("-"))
    if words:
        sentence = "\n".join(words)
        inside = len(sentence.partition(_unescaped(cells[2]))[0].encode("utf-16-le")) // 2
        table.sentences.append((begin - inside, sentence))
        words.clear()
    found: dict[object, dict[str, str]] = {}
    for cell, (layer, feature) in zip(cells[3:], columns, strict=False):
        if not layer or cell == "_":
            continue
        for place, value in enumerate(_split(cell)):
            numbered = _NUMBER.search(value)
            key: object = (layer, numbered[2]) if numbered else (layer, number, place)
            shown = value[: numbered.start() + len(numbered[1])] if numbered else value
            found.setdefault(key, {})[feature] = "" if shown == "*" else _unescaped(shown)
    for key, features in found.items():
        mark = table.marks.setdefault(key, [number, begin, end, {}])
        mark[2] = max(mark[2], end)
        mark[3] = {name: value for name, value in features.items() if value} | mark[3]


def _split(cell: str) -> list[str]:
    """Parts between bars that no backslash escapes."""
    parts, at, start = [], 0, 0
    while at < len(cell):
        if cell[at] == "\\":
            at += 1
        elif cell[at] == "|":
            parts.append(cell[start:at])
            start = at + 1
        at += 1
    return [*parts, cell[start:]]


def _joined(sentences: Sequence[tuple[int, str]]) -> str:
    """The text as far as the table holds it: newlines where nothing is said."""
    text, at = [], 0
    for begin, words in sentences:
        text.append("\n" * (begin - at) + words)
        at = max(at, begin) + len(words.encode("utf-16-le")) // 2
    return "".join(text)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: _NAMED.get(match[1], match[1]), text)
