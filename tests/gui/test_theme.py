"""Colours can be read by everybody: WCAG 2 AA in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from gui import theme
from gui.theme import DARK, LIGHT, Tokens, contrast


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
class TestContrast:
    def test_of_text(self, tokens: Tokens) -> None:
        for ground in (tokens.window, tokens.surface, tokens.raised, tokens.selected):
            for ink in (tokens.text, tokens.muted, tokens.accent):
                assert contrast(ground, ink) >= 4.5, (ground, ink)
        assert contrast(tokens.accent, tokens.on_accent) >= 4.5

    def test_of_outlines(self, tokens: Tokens) -> None:
        for ground in (tokens.window, tokens.surface, tokens.raised):
            assert contrast(ground, tokens.control) >= 3
            assert contrast(ground, tokens.accent) >= 3

    def test_of_labels(self, tokens: Tokens) -> None:
        for pair in (*tokens.labels.values(), *tokens.extra, *tokens.shows.values(), tokens.danger):
            assert contrast(pair.tint, tokens.text) >= 4.5
            assert contrast(pair.tint, pair.ink) >= 4.5
            assert contrast(tokens.surface, pair.ink) >= 4.5

    def test_of_what_is_written_and_drawn_on_tints(self, tokens: Tokens) -> None:
        for pair in (*tokens.labels.values(), *tokens.extra, *tokens.shows.values()):
            assert contrast(pair.tint, tokens.muted) >= 4.5
            for ground in (tokens.surface, tokens.raised, pair.tint):
                assert contrast(ground, mixed(pair.ink, ground, theme.QUIET)) >= 3
        assert contrast(tokens.raised, mixed(tokens.accent, tokens.raised, theme.QUIET)) >= 3

    def test_labels_are_told_apart(self, tokens: Tokens) -> None:
        assert len({pair.tint for pair in tokens.labels.values()}) == len(tokens.labels)
        assert tokens.label("SHIP") == tokens.label("SHIP")
        assert tokens.label("SHIP") in tokens.extra

    def test_the_style_sheet_is_filled_in(self, tokens: Tokens) -> None:
        assert "$" not in theme.style_sheet(tokens).split("*/", 1)[1]


def mixed(ink: str, ground: str, strength: int) -> str:
    """The ink as it looks where it is drawn with this strength of 255."""
    parts = zip(QColor(ink).getRgb()[:3], QColor(ground).getRgb()[:3], strict=True)
    return QColor(*(round((a * strength + b * (255 - strength)) / 255) for a, b in parts)).name()


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_arabic_is_never_italic(qtbot: QtBot) -> None:
    for font in (theme.reader_font("", 17), theme.interface_font()):
        assert font.style() is QFont.Style.StyleNormal
    assert theme.reader_font("No such face", 17).families() == theme.reader_font("", 17).families()


def test_every_icon_of_the_table_is_drawn(qtbot: QtBot) -> None:
    from gui.actions import SPECS

    for name in {spec.icon for spec in SPECS if spec.icon} | {"mizan", "close", "next", "previous"}:
        image = theme.icon(name).pixmap(24, 24).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), name


def test_words_of_a_label_are_never_markup(qtbot: QtBot) -> None:
    theme.current()
    label = QLabel("<b>غليظ</b>")
    qtbot.addWidget(label)
    label.show()
    assert label.textFormat() is Qt.TextFormat.PlainText
    box = QMessageBox(text="<img src=x>")
    qtbot.addWidget(box)
    box.show()
    assert {part.textFormat() for part in box.findChildren(QLabel) if part.text()} == {Qt.TextFormat.PlainText}
