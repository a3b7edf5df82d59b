"""REFI-QDA `.qdpx`: coded passages of text sources; positions count code points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from core.importers.annotated.base import (
    Files,
    Found,
    Home,
    Kept,
    Mark,
    Text,
    broken,
    damaged,
    rejected,
    sidecar,
    skipped,
)
from core.importers.base import Skipped
from core.importers.xml import hostile

_NS = "{urn:QDA-XML:project:1.0}"


def read(files: Files, _home: Home) -> Iterator[Found]:
    """One text a source."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    projects = files.named(".qde")
    if not projects:
        raise damaged(files.name)
    try:
        root = fromstring(files.data(projects[0]))
    except DefusedXmlException as error:
        raise hostile(files.label(projects[0])) from error
    except (ParseError, ValueError) as error:
        raise damaged(files.label(projects[0])) from error
    codes = {code.get("guid", "").upper(): code.get("name", "") for code in root.iter(f"{_NS}Code")}
    users = {user.get("guid", "").upper(): user.get("name", "") for user in root.iter(f"{_NS}User")}
    kept = sidecar(files)
    for source in root.iter(f"{_NS}TextSource"):
        guid = source.get("guid", "")
        yield _text(files, source, kept.get(guid, Kept()), codes, users)


def _text(files: Files, source: Any, kept: Kept, codes: Mapping[str, str], users: Mapping[str, str]) -> Found:
    name = source.get("name") or source.get("guid", "")
    inline = source.findtext(f"{_NS}PlainTextContent")
    stands = str(source.get("plainTextPath", "")).removeprefix("internal://")
    # The folder is written with and without a capital.
    path = next((name for name in (f"sources/{stands}", f"Sources/{stands}") if files.has(name)), "")
    if inline is None and not path:
        return skipped(files.name, name, "نص هذا المصدر ليس في الملف.", "the text of this source is not in the file.")
    text = inline if inline is not None else files.text(path).removeprefix("\ufeff")
    marks: list[Mark | Skipped] = [rejected("", one) for one in kept.rejected]
    for selection in source.iter(f"{_NS}PlainTextSelection"):
        place = selection.get("guid", "")
        try:
            by = users.get(selection.get("creatingUser", "").upper(), "")
            marks += _marks(selection, text, kept.marks.get(place, {}), codes, by)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            marks.append(broken(files.name, place, error))
    return Text(files.name, text, str(kept.about.get("id", "")), {"title": name, **kept.about}, marks)


def _marks(selection: Any, text: str, kept: Mapping[str, Any], codes: Mapping[str, str], by: str) -> Iterator[Mark]:
    """One mark for each code of a passage."""
    start, end = int(selection.get("startPosition")), int(selection.get("endPosition"))
    # Some programs count the last character in, which only the passage's name tells.
    if (name := selection.get("name")) and text[start:end] != name == text[start : end + 1]:
        end += 1
    note = selection.findtext(f"{_NS}Description") or ""
    carried = kept.get("carried")
    refs = [ref.get("targetGUID", "").upper() for ref in selection.iter(f"{_NS}CodeRef")]
    for number, ref in enumerate(refs):
        label = codes[ref]
        mine = carried if not number else None
        if mine and kept.get("label", "").split() == label.split():
            label = kept["label"]
        same = mine and str(mine.get("note", "")) == note
        yield Mark(selection.get("guid", ""), start, end, label, mine, "" if same else note, editor="" if mine else by)
