"""What `mizan doctor` asks of the window: the screen, a face that writes Arabic, the person's folders.

Imports no Qt itself: Qt ends the program where a library of the system is missing, so a process of its own asks it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from core.cli import doctor
from core.cli.doctor import Finding, Outcome

_FONTS_SHOWN = 4
_LIBRARIES_AR = "ينقص النظام مكتبات يحتاجها Qt؛ على أوبنتو وديبيان: libegl1 libgl1 libxkbcommon0 libxcb-cursor0."
_LIBRARIES_EN = (
    "The system lacks libraries that Qt needs; on Ubuntu and Debian: libegl1 libgl1 libxkbcommon0 libxcb-cursor0."
)


def offer_checks(has_display: Callable[[], bool]) -> None:
    """Let `mizan doctor` look at the window too."""
    doctor.CHECKS.append(lambda: _window(has_display()))


def _window(has_display: bool) -> Iterator[Finding]:
    if not has_display:
        yield Finding(
            Outcome.NOTE,
            "لا شاشة هنا",
            "There is no display here",
            "",
            "تعمل الأوامر، ولا تُفتح النافذة.",
            "Commands work, the window does not open.",
        )
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            platform, version, families, best, folders = pool.submit(_ask_qt, has_display).result()
        except (ImportError, BrokenProcessPool) as error:
            yield Finding(Outcome.FAIL, "النافذة", "Window", str(error), _LIBRARIES_AR, _LIBRARIES_EN)
            return
    yield Finding(Outcome.OK, "النافذة", "Window", f"Qt {version} · {platform}")
    if families:
        others = [family for family in families if family != best][: _FONTS_SHOWN - 1]
        found = ", ".join([best, *others]) + ("…" if len(families) > _FONTS_SHOWN else "")
        yield Finding(Outcome.OK, "خطوط عربية", "Faces with Arabic", f"{len(families)}: {found}")
    else:
        yield Finding(
            Outcome.FAIL,
            "لا خط عربيا في هذا النظام",
            "No face of this system writes Arabic",
            "",
            "ثبّت خطا عربيا مثل Noto Naskh Arabic (على أوبنتو وديبيان: fonts-noto-core).",
            "Install an Arabic face such as Noto Naskh Arabic (on Ubuntu and Debian: fonts-noto-core).",
        )
    for folder, ar, en in zip(
        folders, ("مجلد المشاريع", "مجلد التفضيلات"), ("Folder of projects", "Folder of preferences"), strict=True
    ):
        yield doctor.writable(Path(folder), ar, en)


def _ask_qt(has_display: bool) -> tuple[str, str, list[str], str, list[str]]:
    """Platform, version, families with Arabic, the one that articles get, folders of projects and preferences."""
    if not has_display:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QFontInfo
    from PySide6.QtWidgets import QApplication

    from gui import settings, theme

    app = QApplication.instance() or QApplication([])
    folders = [str(settings.data_folder() / "projects"), str(settings.default_path().parent)]
    face = QFontInfo(theme.reader_font("", 17.0)).family()
    return app.platformName(), qVersion(), theme.arabic_families(), face, folders
