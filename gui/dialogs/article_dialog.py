"""What is said about an article: its text stays, the rest can be corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from core.model import Article
from gui import wording
from gui.reader.card import plain_label


class ArticleDialog(QDialog):
    """`article()` is the article as it was corrected. With another date its times are read again."""

    def __init__(self, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About the article"))
        self._article = article
        self.title = QLineEdit(article.title)
        self.source = QLineEdit(article.source)
        self.author = QLineEdit(article.author)
        self.published = QLineEdit(article.published or "", placeholderText="2021-12-31")
        self.url = QLineEdit(article.url)
        self.shown = plain_label("")
        self.shown.setProperty("muted", True)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for name, field in (
            (self.tr("T&itle"), self.title),
            (self.tr("&Source"), self.source),
            (self.tr("&Author"), self.author),
            (self.tr("&Published"), self.published),
            ("", self.shown),
            (self.tr("&Link"), self.url),
        ):
            form.addRow(name, field)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(480)
        self.published.textChanged.connect(self._check)
        self._check()

    def article(self) -> Article:
        """The article with what was corrected."""
        return replace(
            self._article,
            title=self.title.text().strip(),
            source=self.source.text().strip(),
            author=self.author.text().strip(),
            published=self.published.text().strip() or None,
            url=self.url.text().strip(),
        )

    def _check(self) -> None:
        """A date is year, month, day; it is shown in words, so that a slip is seen."""
        text = self.published.text().strip()
        sound = not text or _is_day(text)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(sound)
        self.shown.setText(wording.day(text) if sound else self.tr("A date is written like 2021-12-31."))


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
