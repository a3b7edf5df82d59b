"""A pair for the clipboard: the question, both passages with their sources, why, and what was decided."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from core.model import Verdict
from gui import i18n
from gui.compare.relation_model import Row
from gui.session import Session


def copy_pair(session: Session, row: Row, verdict: Verdict) -> None:
    """Put a pair on the clipboard as text in the language of the window, ready for a mail."""
    from core.exporters.report.build import point_of
    from core.exporters.report.text import written

    language = i18n.language()
    articles = {end.article_id: session.project.article(end.article_id) for end in (row.a, row.b)}
    point = point_of(articles, row.fact, row.relation, verdict, language)
    QGuiApplication.clipboard().setText(written(point, language))
    session.said.emit(QCoreApplication.translate("CopyPair", "Copied the pair with both its sources."))
