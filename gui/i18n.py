"""Languages of the window: source strings are English, `resources/translations/*_<language>.ts` hold the others.

The .ts files are read as they are, so that installing needs no Qt Linguist tools, and no compiled file lags behind.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from xml.etree import ElementTree as ET

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from gui import qt

LANGUAGES = {"ar": "العربية", "en": "English"}

# Which numerus form a number takes, in the order in which Qt Linguist writes the forms.
_PLURAL: dict[str, Callable[[int], int]] = {
    "ar": lambda n: n if n < 3 else 3 if 3 <= n % 100 <= 10 else 4 if n % 100 >= 11 else 5,
    "en": lambda n: 0 if n == 1 else 1,
}


class TsTranslator(QTranslator):
    """A translator that reads every .ts file of one language."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plural = _PLURAL[language]
        self.messages = read_messages(language)

    def isEmpty(self) -> bool:
        return not self.messages

    def translate(self, context: str, source: str, _disambiguation: str | None = None, n: int = -1) -> str | None:
        forms = self.messages.get((context, source))
        if not forms:
            return None
        return forms[min(self._plural(n), len(forms) - 1)] if n >= 0 else forms[0]


def read_messages(language: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """(context, source) → its translation, or its numerus forms; what has no translation is left out."""
    messages: dict[tuple[str, str], tuple[str, ...]] = {}
    for entry in sorted(files("resources").joinpath("translations").iterdir(), key=lambda item: item.name):
        if entry.name.endswith(f"_{language}.ts"):
            root = ET.fromstring(entry.read_text("utf-8"))  # noqa: S314 - our own file
            for context in root.iter("context"):
                for message in context.iter("message"):
                    forms = _forms(message)
                    if all(forms):
                        messages[context.findtext("name", ""), message.findtext("source", "")] = forms
    return messages


def install(app: QApplication, language: str) -> None:
    """Switch the program to `language`: texts, layout direction, the form of numbers and dates."""
    for translator in qt.children(app, QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale(language))
    base = QTranslator(app)
    if base.load(QLocale(language), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(base)
    app.installTranslator(TsTranslator(language, app))
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if language == "ar" else Qt.LayoutDirection.LeftToRight)
    app.setProperty("language", language)
    app.setApplicationDisplayName(QCoreApplication.translate("MainWindow", "Mizan"))  # behind the title of each window


def language() -> str:
    """The language of the window now."""
    app = QCoreApplication.instance()
    return (app.property("language") if app else None) or "en"


def locale(name: str | None = None) -> QLocale:
    """The editor's own locale where it speaks the language, else a plain one whose digits are those of the articles."""
    name = name or language()
    system = QLocale.system()
    return system if system.name().partition("_")[0] == name else QLocale("ar_AE" if name == "ar" else "en_GB")


def _forms(message: ET.Element) -> tuple[str, ...]:
    translation = message.find("translation")
    if translation is None:
        return ("",)
    numerus = tuple(form.text or "" for form in translation.iter("numerusform"))
    return numerus or (translation.text or "",)
