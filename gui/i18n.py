"""Languages of the window: source strings are English, `resources/translations/*_<language>.ts` hold the others.

They are compiled when Mizan is installed (`hatch_build.py`), one .qm for each language; English has its plural forms.
"""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from core.errors import KnownError
from gui import qt

LANGUAGES = {"ar": "العربية", "en": "English"}


def install(app: QApplication, language: str) -> None:
    """Switch the program to `language`: texts, layout direction, the form of numbers and dates."""
    for translator in qt.children(app, QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale(language))
    base = QTranslator(app)
    if base.load(QLocale(language), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(base)
    app.installTranslator(compiled(language, app))
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if language == "ar" else Qt.LayoutDirection.LeftToRight)
    app.setProperty("language", language)
    app.setApplicationDisplayName(QCoreApplication.translate("MainWindow", "Mizan"))  # behind the title of each window


def compiled(language: str, parent: QObject | None = None) -> QTranslator:
    """The words of a language. KnownError where its file is not there."""
    result = QTranslator(parent)
    path = files("resources").joinpath("translations", f"mizan_{language}.qm")
    if not result.load(str(path)):
        raise KnownError(
            f"ملف الترجمة «{path}» غير موجود أو تالف؛ أعد تثبيت ميزان.",
            f"The translation “{path}” is missing or damaged; install Mizan again.",
        )
    return result


def language() -> str:
    """The language of the window now."""
    app = QCoreApplication.instance()
    return (app.property("language") if app else None) or "en"


def locale(name: str | None = None) -> QLocale:
    """The editor's own locale where it speaks the language, else a plain one whose digits are those of the articles."""
    name = name or language()
    system = QLocale.system()
    return system if system.name().partition("_")[0] == name else QLocale("ar_AE" if name == "ar" else "en_GB")
