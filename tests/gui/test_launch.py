import os
import subprocess
import sys
from pathlib import Path

import pytest

_ONE = "قال المتحدث باسم الكرملين يوم الجمعة إن روسيا حشدت أكثر من 94 ألف جندي قرب حدود أوكرانيا.\n"
_TWO = "أعلن البيت الأبيض يوم السبت أن روسيا قد تحشد ما يصل إلى 175 ألف جندي قرب أوكرانيا.\n"
_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="a display is always there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    (path / "one.txt").write_text(_ONE, encoding="utf-8")
    (path / "two.txt").write_text(_TWO, encoding="utf-8")
    return path


def _launch(*arguments: object, before: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """`mizan` without a display, after the Python code `before`."""
    kept = {name: value for name, value in os.environ.items() if name not in _DISPLAY}
    script = f"import sys\n{before}\nfrom gui.launch import main\nsys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=kept | environment,
    )


def test_without_a_display_the_comparison_is_printed(folder: Path) -> None:
    done = _launch(folder)
    compared = _launch("compare", folder)
    assert done.returncode == 0
    assert done.stdout == compared.stdout
    assert "94 ألف" in done.stdout
    assert len(done.stderr.splitlines()) == 1
    assert "no display" in done.stderr


def test_without_a_display_a_project_prints_its_comparison(folder: Path, tmp_path: Path) -> None:
    project = tmp_path / "story.mizan"
    assert _launch("new", project).returncode == 0
    done = _launch(project, folder)
    assert done.returncode == 0
    assert "94 ألف" in done.stdout
    again = _launch(project)
    assert again.stdout == done.stdout


def test_without_a_display_nothing_to_compare_says_how_to_go_on() -> None:
    done = _launch()
    assert done.returncode == 0
    assert "compare" in done.stdout


def test_a_missing_qt_library_is_named_and_the_comparison_is_printed(folder: Path) -> None:
    before = """
class _Broken:
    def find_spec(self, name, path=None, target=None):
        if name == "gui.app":
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
sys.meta_path.insert(0, _Broken())
"""
    done = _launch(folder, before=before, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0
    assert "libEGL.so.1" in done.stderr
    assert "94 ألف" in done.stdout


def test_a_bug_in_the_window_is_not_taken_for_a_missing_library(folder: Path) -> None:
    before = """
class _Broken:
    def find_spec(self, name, path=None, target=None):
        if name == "gui.app":
            raise ImportError("cannot import name 'x' from 'gui.y'", name="gui.y")
sys.meta_path.insert(0, _Broken())
"""
    done = _launch(folder, before=before, QT_QPA_PLATFORM="offscreen")
    assert "Traceback" in done.stderr


def test_with_a_display_the_window_gets_project_and_paths(folder: Path, tmp_path: Path) -> None:
    project = tmp_path / "story.mizan"
    _launch("new", project)
    before = """
import types
app = types.ModuleType("gui.app")
app.run = lambda project, paths: print(project, paths) or 0
sys.modules["gui.app"] = app
"""
    for display in ({"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}):
        done = _launch(project, folder, before=before, **display)
        assert done.stdout == f"{project} {[folder]}\n"
        assert done.returncode == 0


@pytest.mark.parametrize(("word", "meant"), [("comapre", "mizan compare"), ("gone.mizan", "gone.mizan")])
def test_a_mistyped_command_is_one_sentence_and_exit_2(word: str, meant: str) -> None:
    done = _launch(word)
    assert done.returncode == 2
    assert meant in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_commands_and_options_go_to_the_command_line() -> None:
    assert _launch("--version").stdout.startswith("mizan ")
    assert "annotate" in _launch("--help").stdout
    assert _launch("annotate").returncode == 2
