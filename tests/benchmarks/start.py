"""Times the start of the program beside an empty window of Qt, in fresh processes, one after the other.

    python tests/benchmarks/start.py [RUNS]

Prints, for an empty QMainWindow and for Mizan with an analysed project of the samples open: milliseconds from the start
of the process to the first paint and until the article stands there, their ratio, and the memory at rest.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        said(app)
app = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
MIZAN = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from gui.app import Desk
from gui.settings import Settings
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is desk.window.reader.view.viewport() \\
                and desk.window.reader.view.article is not None:
            said(app)
        return False
app = QApplication(sys.argv[:1])
desk = Desk(app, Settings(Path(sys.argv[1]).with_suffix(".ini")))
desk.open(Path(sys.argv[1]))
watch = Watch()
desk.window.reader.view.viewport().installEventFilter(watch)
app.exec()
desk.close()
"""
# Said once, at the first paint: the time since the process began; and a moment later, at rest, the memory that is used.
COMMON = """
import os, time
def since_start():
    ticks = int(open("/proc/self/stat").read().rpartition(")")[2].split()[19])
    return float(open("/proc/uptime").read().split()[0]) - ticks / os.sysconf("SC_CLK_TCK")
heard = []
def said(app):
    if heard:
        return
    heard.append(since_start())
    from PySide6.QtCore import QTimer
    def rest():
        used = next(line for line in open("/proc/self/status") if line.startswith("VmRSS"))
        print(heard[0] * 1000, int(used.split()[1]) / 1024)
        app.quit()
    QTimer.singleShot(1500, rest)
"""


def main(runs: int) -> None:
    """Alternate the two programs, so that both meet the same machine; the first run only warms the disk."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "samples.mizan"
        for command in (["new"], ["import", str(ROOT / "samples")], ["analyze"]):
            subprocess.run(
                [sys.executable, "-m", "core.cli", command[0], str(project), *command[1:]],
                cwd=ROOT,
                check=True,
                capture_output=True,
            )
        figures: dict[str, list[tuple[float, float]]] = {"empty": [], "mizan": []}
        for _ in range(runs + 1):
            for name, script in (("empty", EMPTY), ("mizan", MIZAN)):
                figures[name].append(measure(script, project))
    medians = {
        name: [statistics.median(column) for column in zip(*rows[1:], strict=True)] for name, rows in figures.items()
    }
    for name, (paint, memory) in medians.items():
        print(f"{name:6} first paint {paint:5.0f} ms   at rest {memory:4.0f} MB")
    print(f"ratio  {medians['mizan'][0] / medians['empty'][0]:.1f} (wanted: 4)   memory wanted: under 200 MB")


def measure(script: str, project: Path) -> tuple[float, float]:
    """Milliseconds to the first paint, megabytes at rest."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    done = subprocess.run(
        [sys.executable, "-c", COMMON + script, str(project)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    paint, memory = done.stdout.split()
    return float(paint), float(memory)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
