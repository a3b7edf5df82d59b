"""Draws the pictures of README and guide from the samples: `python docs/make_screenshots.py`; no display is needed."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.analyzing import analyze_project
from core.importers import Skipped, read_paths
from core.model import Layer, Status
from core.project import Project
from core.store.edits import SetStatus
from gui.app import Desk
from gui.settings import Settings

ROOT = Path(__file__).parents[1]
IMAGES = Path(__file__).parent / "images"
SIZE = (1440, 860)


def main() -> None:
    """The reader and the contradictions, in Arabic on light and in English on dark."""
    app = QApplication(sys.argv[:1])
    IMAGES.mkdir(exist_ok=True)
    for language, theme in (("ar", "light"), ("en", "dark")):
        with tempfile.TemporaryDirectory() as folder:
            draw(app, Path(folder), language, theme)


def draw(app: QApplication, folder: Path, language: str, theme: str) -> None:
    """Open the samples as an editor would see them half way through, and take both pictures."""
    path = folder / "samples.mizan"
    with Project.create(path) as project:
        project.import_articles(item for item in read_paths([ROOT / "samples"]) if not isinstance(item, Skipped))
        analyze_project(project)
    settings = Settings(folder / "mizan.ini")
    settings["language"], settings["theme"] = language, theme
    desk = Desk(app, settings)
    desk.open(path)
    window = desk.window
    assert window is not None
    window.resize(*SIZE)
    QTest.qWait(300)
    window.status.file.setText(window.status.file.text().replace(str(folder), "~/Mizan"))
    view = window.reader.view
    entities = [item.id for item in view.annotations if item.layer is Layer.ENTITY]
    window.session.do(SetStatus(tuple(entities[: len(entities) // 3]), Status.ACCEPTED))
    view.select(entities[len(entities) // 3])
    QTest.qWait(200)
    save(window, f"main-{language}-{theme}")
    window.actions_table["tab_contradictions"].trigger()
    window.contradictions.select_first_undecided()
    QTest.qWait(200)
    save(window, f"contradictions-{language}-{theme}")
    desk.close()


def save(window: QWidget, name: str) -> None:
    """Into the folder of the pictures."""
    window.grab().save(str(IMAGES / f"{name}.png"))


if __name__ == "__main__":
    main()
