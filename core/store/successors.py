"""Evidence of an article that was removed, found again in another version of it: a corrected or longer text."""

from __future__ import annotations

from core.model import Span
from core.store.store import Store
from core.store.values import Anchor
from core.text.segment import sentences

_REMOVED = (
    "SELECT t.text, a.source, a.file FROM articles a JOIN texts t ON t.number = a.number"
    " WHERE a.id = ? AND a.removed = 1"
)
# Of one outlet, or imported from a file of the same name, the latest first.
_VERSIONS = (
    "SELECT a.id, t.text FROM articles a JOIN texts t ON t.number = a.number WHERE a.removed = 0"
    " AND ((a.source <> '' AND a.source = ?) OR (a.file <> '' AND a.file = ?)) AND instr(t.text, ?) > 0"
    " ORDER BY a.number DESC"
)


def successor(store: Store, evidence: Anchor) -> Anchor:
    """The same words in the version that took the place of their article; `evidence` itself where there is none.

    Their whole sentence must stand there, letter for letter and once.
    """
    for text, source, file in store.fetch(_REMOVED, (evidence.article_id,)):
        around = next((one for one in sentences(text) if one.contains(Span(evidence.start, evidence.end))), None)
        if around is None:
            return evidence
        words = text[around.start : around.end]
        for article_id, other in store.fetch(_VERSIONS, (source, file, words)):
            if other.count(words) == 1:
                shift = other.index(words) - around.start
                return Anchor(article_id, evidence.start + shift, evidence.end + shift, evidence.kind)
    return evidence
