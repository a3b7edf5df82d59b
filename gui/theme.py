"""Colours and faces: one table of tokens for light and one for dark, and what Qt makes of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

# Faces that read well in running Arabic text, best first; and in the small sizes of menus.
READER_FACES = (
    "Noto Naskh Arabic",
    "Amiri",
    "Geeza Pro",
    "Sakkal Majalla",
    "Noto Sans Arabic",
    "Segoe UI",
    "Dubai",
    "Traditional Arabic",
    "Arial",
    "DejaVu Sans",
)
# For the Latin words in between: quiet beside a Naskh.
LATIN_FACES = ("Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans")
INTERFACE_FACES = (
    "Noto Sans Arabic",
    "Segoe UI",
    "SF Arabic",
    "Geeza Pro",
    "Noto Naskh Arabic",
    "Tahoma",
    "DejaVu Sans",
)


# Of 255: the strength of inks that are to be quiet, as those of suggestions are; 3:1 all the same.
QUIET = 190


@dataclass(frozen=True, slots=True)
class Pair:
    """A pale ground to write ordinary text on, and an ink of the same hue that reads on surface and ground."""

    tint: str
    ink: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by what they are for, as #rrggbb. Text colours reach 4.5:1 on window, surface and raised, lines 3:1."""

    name: str
    window: str  # ground of the window
    surface: str  # ground of reader, lists and fields
    raised: str  # cards, headers, hovered rows
    text: str
    muted: str  # secondary text
    border: str  # hairlines that carry no meaning
    control: str  # outlines of fields and buttons
    accent: str  # selection, focus, links
    on_accent: str
    selected: str  # ground of selected rows; ordinary text on it
    labels: dict[str, Pair]  # by entity label, and "claim", "quote"
    extra: tuple[Pair, ...]  # for labels that a project adds
    shows: dict[str, Pair]  # by what the editor sees of a relation
    danger: Pair  # errors

    def colours(self) -> dict[str, Pair]:
        """What a label can be coloured with, by the names of COLOURS."""
        return dict(zip(COLOURS, (*(self.labels[key] for key in _OF_COLOURS), *self.extra), strict=True))

    def label(self, label: str) -> Pair:
        """The colours of a label; one that a project added always gets the same of the extra ones."""
        if label in self.labels:
            return self.labels[label]
        return self.extra[hashlib.sha256(label.encode()).digest()[0] % len(self.extra)]


# The colours that a label can be given, by name: those of the built-in labels and claims, then the extra ones.
COLOURS = ("blue", "green", "violet", "grey", "amber", "red", "teal", "pink", "lime", "cyan", "orange")
_OF_COLOURS = ("PER", "LOC", "ORG", "MISC", "TIME", "QUANTITY", "claim")


LIGHT = Tokens(
    name="light",
    window="#f2f3f5",
    surface="#ffffff",
    raised="#f7f8fa",
    text="#1b222c",
    muted="#566170",
    border="#dde1e7",
    control="#7c8694",
    accent="#1d5fa6",
    on_accent="#ffffff",
    selected="#dce9f8",
    labels={
        "PER": Pair("#d3e4fa", "#0f4f94"),
        "LOC": Pair("#d0eeda", "#17633a"),
        "ORG": Pair("#e6dbf8", "#5b34a0"),
        "MISC": Pair("#e4e7eb", "#47515d"),
        "TIME": Pair("#fbe9bd", "#735000"),
        "QUANTITY": Pair("#fbdad5", "#9c2f1d"),
        "claim": Pair("#cdeeeb", "#0b655e"),
        "quote": Pair("#e8ebf0", "#4d5b73"),
    },
    extra=(
        Pair("#fadcec", "#97225f"),
        Pair("#dff0c4", "#44630b"),
        Pair("#d2eef7", "#10627c"),
        Pair("#f5e0cd", "#84480f"),
    ),
    shows={
        "conflict": Pair("#fbdad5", "#a32a1b"),
        "check": Pair("#fbe9bd", "#735000"),
        "agree": Pair("#d0eeda", "#17633a"),
        "update": Pair("#d3e4fa", "#0f4f94"),
        "silent": Pair("#e4e7eb", "#47515d"),
    },
    danger=Pair("#fbdad5", "#a32a1b"),
)
DARK = Tokens(
    name="dark",
    window="#15191f",
    surface="#1c2128",
    raised="#232932",
    text="#e6eaf0",
    muted="#abb5c3",
    border="#323a45",
    control="#76818f",
    accent="#82b8f5",
    on_accent="#0d1622",
    selected="#263c56",
    labels={
        "PER": Pair("#1d4068", "#93c4f7"),
        "LOC": Pair("#1a4a2e", "#8ad6a6"),
        "ORG": Pair("#45326f", "#c9b1f5"),
        "MISC": Pair("#3b434e", "#bcc6d2"),
        "TIME": Pair("#55430f", "#f0ca70"),
        "QUANTITY": Pair("#632c22", "#f6a898"),
        "claim": Pair("#0f4a46", "#63d2c6"),
        "quote": Pair("#333c4a", "#a9b8cf"),
    },
    extra=(
        Pair("#5c2444", "#f4a3cd"),
        Pair("#37480f", "#bddb7c"),
        Pair("#124757", "#82d2ec"),
        Pair("#573618", "#efba8a"),
    ),
    shows={
        "conflict": Pair("#632c22", "#f6a898"),
        "check": Pair("#55430f", "#f0ca70"),
        "agree": Pair("#1a4a2e", "#8ad6a6"),
        "update": Pair("#1d4068", "#93c4f7"),
        "silent": Pair("#3b434e", "#bcc6d2"),
    },
    danger=Pair("#632c22", "#f6a898"),
)


class Theme(QObject):
    """The colours in use. Views that paint themselves read `tokens` and repaint on `changed`."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._colours: dict[str, str] = {}
        self.tokens = LIGHT
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    def choose(self, choice: str) -> None:
        """`system`, `light` or `dark`."""
        self._choice = choice
        self._apply()

    def colour_labels(self, colours: Mapping[str, str]) -> None:
        """Give labels other colours (names of COLOURS) than their own."""
        if dict(colours) != self._colours:
            self._colours = dict(colours)
            self._apply()

    def _apply(self) -> None:
        dark = self._choice == "dark" or (
            self._choice == "system" and self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        base = DARK if dark else LIGHT
        pairs = base.colours()
        chosen = {label: pairs[name] for label, name in self._colours.items() if name in pairs}
        self.tokens = replace(base, labels=base.labels | chosen) if chosen else base
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self.tokens))
        self.changed.emit()


def current() -> Theme:
    """The theme of the running program, made on first use."""
    app = QApplication.instance()
    return app.findChild(Theme) or Theme(app)


def tokens() -> Tokens:
    """The colours in use."""
    return current().tokens


def base_tokens() -> Tokens:
    """The same before the project coloured its labels."""
    return DARK if tokens().name == DARK.name else LIGHT


def color(value: str, alpha: int = 255) -> QColor:
    """A token as a QColor."""
    result = QColor(value)
    result.setAlpha(alpha)
    return result


def palette(tokens: Tokens) -> QPalette:
    """Qt's roles in our colours."""
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.raised,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.raised,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.BrightText: tokens.on_accent,
        QPalette.ColorRole.ToolTipBase: tokens.raised,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Light: tokens.raised,
        QPalette.ColorRole.Midlight: tokens.border,
        QPalette.ColorRole.Mid: tokens.border,
        QPalette.ColorRole.Dark: tokens.control,
        QPalette.ColorRole.Shadow: tokens.border,
    }
    result = QPalette()
    for role, value in roles.items():
        result.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, color(tokens.muted, 150))
    return result


def style_sheet(tokens: Tokens) -> str:
    """The parts that a palette cannot say; `$token` in the file stands for the colour."""
    text = files("resources").joinpath("themes", "mizan.qss").read_text("utf-8")
    text = text.replace("$icons", Path(str(files("resources"))).joinpath("icons").as_posix())
    text = text.replace("$danger_tint", tokens.danger.tint).replace("$danger_ink", tokens.danger.ink)
    for name in sorted(
        (name for name in Tokens.__slots__ if isinstance(getattr(tokens, name), str)), key=len, reverse=True
    ):
        text = text.replace(f"${name}", getattr(tokens, name))
    return text


def icon(name: str) -> QIcon:
    """One of our drawings in the colour of the text, drawn when it is shown: it follows the theme."""
    return QIcon(_Drawing(name))


class _Drawing(QIconEngine):
    """Draws at any size and in the colours of the moment; rendering all sizes beforehand would hold up the start."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size() * scale, mode, state, scale))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        ink = tokens().border if mode is QIcon.Mode.Disabled else tokens().text
        return _pixmap(self._name, ink, min(size.width(), size.height()))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self.pixmap(size, mode, state)


def pixmap(name: str, ink: str, size: QSize) -> QPixmap:
    """A drawing in any colour."""
    return _pixmap(name, ink, size.width())


@cache
def _pixmap(name: str, ink: str, size: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawing = files("resources").joinpath("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", ink)
    result = QPixmap(size, size)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return result


def arabic_families() -> list[str]:
    """Families of this system that write Arabic."""
    return QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)


def reader_font(preferred: str, size: float) -> QFont:
    """The face of the articles: the person's choice, else the best that the system has. Never italic."""
    return _font((preferred, *READER_FACES), size)


def interface_font() -> QFont:
    """The face of menus and lists, in the system's size."""
    size = QGuiApplication.font().pointSizeF()
    return _font(INTERFACE_FACES, max(size, 10.0))


def _font(preferred: tuple[str, ...], size: float) -> QFont:
    present = set(arabic_families())
    families = [family for family in preferred if family in present]
    families[1:1] = [family for family in LATIN_FACES if QFontDatabase.hasFamily(family)]
    font = QFont()
    if families:
        font.setFamilies(families)
    font.setPointSizeF(size)
    return font


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio of two colours, 1…21."""
    lighter, darker = sorted((_luminance(QColor(first)), _luminance(QColor(second))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(value: QColor) -> float:
    parts = [value.redF(), value.greenF(), value.blueF()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
