"""What pip installs elsewhere works without the checkout: resources and translations are in the wheel and the sdist."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist, made as an installer makes them."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(out)], cwd=ROOT, check=True, capture_output=True
    )
    return out


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a program whose code is the unpacked wheel, far from the checkout."""
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(site)
    return {**os.environ, "PYTHONPATH": str(site), "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """A folder that holds the samples and nothing else of the checkout."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    return tmp_path


def run(installed: dict[str, str], folder: Path, *command: str) -> str:
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env={**installed, **home}, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_code_is_that_of_the_wheel(installed: dict[str, str], elsewhere: Path) -> None:
    places = run(installed, elsewhere, "-c", "import core, gui, resources; print(core.__file__, gui.__file__)")
    assert all(place.startswith(installed["PYTHONPATH"]) for place in places.split())


def test_it_compares(installed: dict[str, str], elsewhere: Path) -> None:
    result = json.loads(run(installed, elsewhere, "-m", "gui.launch", "compare", "samples", "--json"))
    assert any(item["show"] == "conflict" for fact in result["facts"] for item in fact["relations"])


def test_the_samples_come_along(installed: dict[str, str], elsewhere: Path) -> None:
    place = run(installed, elsewhere, "-c", "from core.places import samples_folder; print(samples_folder())").strip()
    assert place.startswith(installed["PYTHONPATH"])
    assert {path.name for path in Path(place).iterdir()} == {path.name for path in (ROOT / "samples").iterdir()}


def test_its_window_speaks_arabic(installed: dict[str, str], elsewhere: Path) -> None:
    script = """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from gui.app import Desk
from gui.settings import Settings
app = QApplication([])
desk = Desk(app, Settings(Path("mizan.ini")))
desk.open(Path("a.mizan"), create=True)
print(desk.window.actions_table["undo"].text(), desk.window.windowIcon().isNull())
desk.close()
"""
    assert run(installed, elsewhere, "-c", script).split() == ["تراجع", "False"]


def test_nothing_of_resources_is_left_out(built: Path) -> None:
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        assert wanted <= set(wheel.namelist())
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {name for name in wanted if not name.endswith(".qm")} <= names
    assert {
        "hatch_build.py",
        "README.md",
        "LICENSE",
        "tests/test_wheel.py",
        "samples/expected.json",
        "packaging/mizan.spec",
    } <= names
