"""Files and folders → articles. One module a format; a new format is a line in `registry.READERS`."""

from __future__ import annotations

from core.importers.base import Draft, Metadata, Note, Skipped, Table
from core.importers.metadata import make_article
from core.importers.reading import Found, FoundTable, Said, find, pasted, read_paths
from core.importers.registry import READERS

__all__ = [
    "READERS",
    "Draft",
    "Found",
    "FoundTable",
    "Metadata",
    "Note",
    "Said",
    "Skipped",
    "Table",
    "find",
    "make_article",
    "pasted",
    "read_paths",
]
