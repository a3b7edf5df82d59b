"""Which reader reads which files, by the end of their names. A new format is a line here."""

from __future__ import annotations

from core.importers import archive, docx, feeds, html, jsonl, markdown, pdf, tables, txt
from core.importers.base import Reader

READERS: dict[str, Reader] = {
    ".txt": txt.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".mhtml": html.read_mhtml,
    ".mht": html.read_mhtml,
    ".docx": docx.read,
    ".docm": docx.read,
    ".pdf": pdf.read,
    ".csv": tables.read_csv,
    ".tsv": tables.read_csv,
    ".xlsx": tables.read_xlsx,
    ".xlsm": tables.read_xlsx,
    ".jsonl": jsonl.read,
    ".rss": feeds.read,
    ".atom": feeds.read,
    ".xml": feeds.read,
    ".zip": archive.read,
}


def reader_of(suffix: str) -> Reader | None:
    """The reader of files whose names end so; a name without a suffix is plain text's."""
    return READERS.get(suffix.casefold() or ".txt")
