"""Relating two passages from the reader: take one, go to the other, take that; a banner says which step it is."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from core.model import Span
from gui import wording
from gui.panels.message_bar import MessageBar
from gui.reader.passage import Passage
from gui.reader.view import ArticleView
from gui.session import Session

_SHOWN = 60  # code points of a passage in the banner


class Relating(QObject):
    """Holds the first passage while the editor looks for the second one, in the same article or in another."""

    def __init__(self, session: Session, view: ArticleView, banner: MessageBar, key: str) -> None:
        super().__init__(view)
        self._session, self._view, self._banner, self._key = session, view, banner, key
        self.first: Passage | None = None

    def take(self) -> None:
        """Take the selected words, or the current mark: the first passage, or the one to relate it to."""
        passage = self._passage()
        if passage is None:
            self._session.said.emit(self.tr("Select words, or a mark, then relate them to another passage."))
        elif self.first is None:
            self.first = passage
            self._view.set_selection(None)
            words = self.tr(
                "Relating “{words}”: select the other passage, here or in another article, and press {key}. Esc leaves."
            )
            said = words.format(words=wording.isolate(passage.shortened(_SHOWN)), key=wording.isolate(self._key))
            self._banner.show_notice(said)
        else:
            self._relate(self.first, passage)

    def cancel(self) -> bool:
        """Leave; False where nothing was being related."""
        was, self.first = self.first is not None, None
        self._banner.hide()
        return was

    def _relate(self, first: Passage, second: Passage) -> None:
        from gui.beside.relate import RelateDialog

        there = {one.id: one for one in self._session.project.summaries((first.article_id, second.article_id))}
        if first.article_id not in there:  # it was taken out of the project meanwhile
            self.cancel()
            return
        names = [there[end.article_id] for end in (first, second)]
        sources = (names[0].source or names[0].title, names[1].source or names[1].title)
        dialog = RelateDialog(first, second, sources, self._view.window())
        if dialog.exec() == QDialog.DialogCode.Accepted and self._session.do(dialog.edit()):
            self.cancel()
            self._session.said.emit(self.tr("Related: see Contradictions."))

    def _passage(self) -> Passage | None:
        article, span = self._view.article, self._view.selected_span()
        mark = self._view.current
        if span is None and mark is not None:
            span = Span(mark.item.start, mark.item.end)
        return Passage.of(article, span) if article and span else None
