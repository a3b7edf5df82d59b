"""UIMA CAS as XMI or JSON, from INCEpTION and others: every annotation with a label becomes a mark."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from core.errors import KnownError
from core.importers.annotated.base import Files, Found, Home, Kept, Mark, Text, damaged, rejected, sidecar
from core.importers.annotated.identity import id_in, unpacked
from core.importers.base import Skipped
from core.importers.xml import hostile

_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ABOUT = "DocumentMetaData"
_TYPES = ("TypeSystem.xml", "typesystem.xml", "TypeSystemDescription.xml")
# Features that name what an annotation is, the most telling first.
_LABELS = ("value", "label", "Label", "category", "type", "PosValue")
# Layers that describe the language itself.
_LINGUISTIC = ("segmentation.type.", "lexmorph.type.", "syntax.type.", "metadata.type.", "tcas.DocumentAnnotation")


def read(files: Files, _home: Home) -> Iterator[Found]:
    """One text a CAS."""
    kept = sidecar(files)
    for name in [*files.named(".xmi"), *files.named(".json")]:
        stem = name.rpartition(".")[0].rpartition("/")[2]
        try:
            cas = _cas(files, name)
        except KnownError as error:
            yield Skipped(files.label(name), error)
            continue
        yield _text(files.label(name), stem, cas, kept.get(stem, Kept()))


def _cas(files: Files, name: str) -> Any:
    """The CAS in one file. cassis raises nearly anything for what is none."""
    import cassis
    from cassis.typesystem import TypeNotFoundError

    data = files.data(name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if name.casefold().endswith(".json"):
                return cassis.load_cas_from_json(BytesIO(data))
            folder = name.rpartition("/")[0]
            beside = [f"{folder}/{one}" if folder else one for one in _TYPES]
            where = next((one for one in beside if files.has(one)), None)
            types = files.data(where) if where else None
            if _ENTITY.search(data) or (types and _ENTITY.search(types)):
                raise hostile(files.label(name))
            system = cassis.load_typesystem(BytesIO(types)) if types else _dkpro()
            return cassis.load_cas_from_xmi(BytesIO(data), typesystem=system, lenient=True)
    except (ValueError, LookupError, TypeError, AttributeError, RuntimeError, SyntaxError, TypeNotFoundError) as error:
        raise damaged(files.label(name)) from error


def _dkpro() -> Any:
    """DKPro's own types, for an XMI that came without its own."""
    from cassis import load_dkpro_core_typesystem

    return load_dkpro_core_typesystem()


def _text(name: str, stem: str, cas: Any, kept: Kept) -> Text:
    text = cas.sofa_string or ""
    key = str(kept.about.get("id") or id_in(stem))
    marks: list[Mark | Skipped] = [rejected("", one) for one in kept.rejected]
    for found in cas.select_all_annotations():
        if found.type.name.endswith(_ABOUT):  # an annotation itself
            key = key or str(getattr(found, "documentId", "") or "")
        elif not any(part in found.type.name for part in _LINGUISTIC) and _is_mark(found):
            label = next((str(value) for one in _LABELS if (value := getattr(found, one, None))), "")
            carried = unpacked(getattr(found, "identifier", None))
            place = f"{found.type.name.rpartition('.')[2]} {found.xmiID if found.xmiID is not None else ''}".strip()
            marks.append(Mark(place, found.begin, found.end, label or found.type.name.rpartition(".")[2], carried))
    return Text(name, text, key, kept.about, marks)


def _is_mark(found: Any) -> bool:
    """Whether it is a span, and no relation, which says where its ends are."""
    spans = isinstance(getattr(found, "begin", None), int) and isinstance(getattr(found, "end", None), int)
    return spans and found.begin < found.end and not hasattr(found, "Governor")
