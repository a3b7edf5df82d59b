"""Words of an article that leave the reader: to the clipboard, or by the mouse to another column."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from core.model import Article, Span

_FORMAT = "application/x-mizan-passage"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article, as they are copied, and dragged from one column to another."""

    article_id: str
    span: Span
    text: str

    @classmethod
    def of(cls, article: Article, span: Span) -> Passage:
        """The words at a span."""
        return cls(article.id, span, article.text[span.start : span.end])

    def shortened(self, length: int) -> str:
        """The words on one line, of at most so many code points."""
        words = " ".join(self.text.split())
        return words if len(words) <= length else f"{words[: length - 1]}…"

    def mime(self) -> QMimeData:
        """For the clipboard and for a drag: the article's own characters."""
        data = QMimeData()
        packed = {"article": self.article_id, "start": self.span.start, "end": self.span.end, "text": self.text}
        data.setData(_FORMAT, json.dumps(packed).encode())
        data.setText(self.text)
        return data

    @classmethod
    def dropped(cls, data: QMimeData) -> Passage | None:
        """From a drag; None where that carries something else."""
        if not data.hasFormat(_FORMAT):
            return None
        packed = json.loads(bytes(data.data(_FORMAT).data()))
        return cls(packed["article"], Span(packed["start"], packed["end"]), packed["text"])
