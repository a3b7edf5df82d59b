"""Where the editor is: kept in the project a moment after each step; a program that was killed comes back there."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QObject, QTimer

from gui.reader.view import ArticleView
from gui.session import Session
from gui.views import Pages

PLACE = "place"  # the project's setting
_KEEP = 700  # ms


class Place(QObject):
    """Page, current mark, and what each page says of itself; the reader keeps article and position on its own."""

    def __init__(self, session: Session, pages: Pages, reader: ArticleView, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._pages, self._reader = session, pages, reader
        self._kept = session.project.setting(PLACE)
        self._timer = QTimer(self, interval=_KEEP)
        self._timer.timeout.connect(self.keep)

    def restore(self) -> None:
        """Go where the last session was, and remember from now on."""
        place = _parse(self._kept)
        if mark := place.get("mark"):
            self._reader.select(str(mark), reveal=False)
        self._pages.states = place.get("pages") or {}
        if self._pages.has(place.get("page")):
            self._pages.show_page(place["page"])
        self.follow()

    def follow(self) -> None:
        """Remember from now on."""
        if not self._session.read_only:
            self._timer.start()

    def keep(self) -> None:
        """Write it where it changed. A full disk is told of by the edits that it stops."""
        mark = self._reader.current
        pages = {key: state for key, state in self._pages.read_states().items() if state}
        place = json.dumps(
            {"page": self._pages.page_id(), "mark": mark.id if mark else "", "pages": pages}, ensure_ascii=False
        )
        if place == self._kept or self._session.read_only:
            return
        self._kept = place
        self._session.remember(PLACE, place)


def _parse(text: str) -> dict[str, Any]:
    """What was kept; nothing where it is not ours."""
    try:
        place = json.loads(text or "{}")
    except ValueError:
        return {}
    return place if isinstance(place, dict) else {}
