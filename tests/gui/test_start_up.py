"""The window starts without the heavy packages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from gui.app import Desk
from gui.settings import Settings
app = QApplication([])
folder = Path(sys.argv[1])
desk = Desk(app, Settings(folder / "mizan.ini"))
desk.open(folder / "desk.mizan")
for _ in range(50):
    app.processEvents()
desk.window.grab()
desk.close()
heavy = {"torch", "transformers", "pandas", "sklearn", "scipy", "camel_tools", "pyqtgraph", "numpy", "docx", "lxml"}
heavy |= {"trafilatura", "openpyxl", "pypdfium2", "cassis", "rapidfuzz", "xlsxwriter", "babel", "multiprocessing"}
# What is loaded with the first import, export, analysis, dialog or other page.
heavy |= {"click", "core.cli"}
heavy |= {"core.importers", "core.exporters", "core.analyzing", "core.extract.quantities", "core.extract.times"}
heavy |= {"gui.compare.panel", "gui.review.page", "gui.beside.view", "gui.matrix.view", "gui.dialogs.preferences"}
heavy |= {"gui.dialogs.export_dialog", "gui.dialogs.import_preview", "gui.dialogs.about", "gui.reporting"}
heavy &= set(sys.modules)
print(",".join(sorted(heavy)))
"""


def test_the_window_imports_nothing_heavy(tmp_path: Path, project_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        env={**__import__("os").environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == ""
