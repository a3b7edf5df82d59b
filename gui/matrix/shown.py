"""What the matrix shows, as plain cells for the clipboard and for files."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gui import wording
from gui.matrix.model import Answer, MatrixModel, question

_OWN = (
    QT_TRANSLATE_NOOP("MatrixView", "Question"),
    QT_TRANSLATE_NOOP("MatrixView", "Event"),
    QT_TRANSLATE_NOOP("MatrixView", "Relation"),
)
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def headings(model: MatrixModel) -> list[str]:
    """Each once: no two sources share a name, but one may be called like a heading of ours."""
    own = [QCoreApplication.translate("MatrixView", name) for name in _OWN]
    return [*own, *(f"{source.name} " if source.name in own else source.name for source in model.columns)]


def shown_rows(model: MatrixModel, names: list[str], rows: range | None = None) -> Iterator[dict[str, str]]:
    """The rows by these headings, one at a time; titles of groups left out."""
    for row in rows or range(model.rowCount()):
        line = model.line(row)
        if isinstance(line, str):
            continue
        said = (model.answers(row, column) for column in range(model.columnCount()))
        answers = ("\n".join(map(_plain, found)) for found in said)
        show = wording.word(wording.SHOWS, line.show) if line.show else ""
        yield dict(zip(names, (question(line), line.event, show, *answers), strict=True))


def _plain(answer: Answer) -> str:
    """Without marks of direction, which other programs would show."""
    parts = (answer.value, answer.manner, answer.said_by)
    return " · ".join(part for part in parts if part).translate(_ISOLATES)
