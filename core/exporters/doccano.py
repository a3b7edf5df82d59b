"""doccano's JSONL for sequence labelling: `{"text": …, "label": [[start, end, label], …]}`, code points.

doccano keeps what else stands in a line as metadata and gives it back: `mizan` holds what each mark carries.
Its importer: https://github.com/doccano/doccano/tree/master/backend/data_import
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from core import carried
from core.exporters.base import Document, Left, dumps, metadata


def write(stream: BinaryIO, documents: Iterable[Document], left: Left) -> None:
    """One line an article."""
    for document in documents:
        left.add("links", len(document.links))
        line = {
            "text": document.article.text,
            "label": [[mark.item.start, mark.item.end, carried.label(mark)] for mark in document.standing],
            "mizan": metadata(document.article) | {"marks": [carried.plain(mark) for mark in document.marks]},
        }
        stream.write(f"{dumps(line)}\n".encode())
