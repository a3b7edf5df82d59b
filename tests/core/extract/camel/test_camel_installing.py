"""Models come from a folder or by camel-tools' own downloader: whole, or not at all."""

from __future__ import annotations

import hashlib
import io
import json
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from core.errors import KnownError
from core.extract.camel import engines, installing


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: Any) -> None:
        """Nothing."""


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, str]]:
    """A folder and the address on this machine under which it is served."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    folder = tmp_path / "served"
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield folder, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def _catalogue(path: Path, url: str, files: dict[str, bytes], size: int) -> Path:
    """A catalogue in camel-tools' format with one package."""
    package = {
        "name": "small",
        "dependencies": [],
        "destination": "ner/small",
        "files": [{"path": name, "sha256": hashlib.sha256(content).hexdigest()} for name, content in files.items()],
        "license": "MIT",
        "package_type": "http",
        "private": False,
        "sha256": "",
        "size": size,
        "url": url,
        "version": "1.0",
    }
    path.write_text(json.dumps({"version": "1.6.0", "components": {}, "packages": {"small": package}}))
    return path


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _nothing_left(data: Path) -> bool:
    return not data.exists() or not list(data.iterdir())


def test_a_folder_is_copied_without_what_is_not_needed(tiny: Path, tmp_path: Path, own_data: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name, content in _files(tiny / "known").items():
        (source / name).write_bytes(content)
    (source / "tokenizer_config.json").write_text('{"max_len": 512}')
    (source / "tf_model.h5").write_bytes(bytes(1000))
    (source / "pytorch_model.bin").write_bytes(bytes(1000))
    reported: list[tuple[int, int]] = []
    place = installing.install_folder("mine", source, lambda done, total: reported.append((done, total)))
    assert place == own_data / "mine"
    assert {path.name for path in place.iterdir()} == {
        "config.json",
        "model.safetensors",
        "vocab.txt",
        "tokenizer_config.json",
        "README.md",
        engines.SOURCE,
    }
    # Without this BERT's tokenizer takes the hamza for an accent and strips it.
    assert json.loads((place / "tokenizer_config.json").read_text()) == {"max_len": 512, "do_lower_case": False}
    assert reported[-1][0] == reported[-1][1] > 100_000
    camel = engines.engines()[1]
    assert camel.ready
    assert camel.path == place
    assert "apache-2.0" in camel.licence


def test_installing_again_replaces(tiny: Path, own_data: Path) -> None:
    installing.install_folder("mine", tiny / "known")
    installing.install_folder("mine", tiny / "random")
    assert (own_data / "mine" / "model.safetensors").read_bytes() == (
        tiny / "random" / "model.safetensors"
    ).read_bytes()
    assert [path.name for path in own_data.iterdir()] == ["mine"]


@pytest.mark.parametrize("name", ["", "..", "../up", "a/b", ".hidden", "نموذج", "x" * 80])
def test_a_name_is_no_path(tiny: Path, own_data: Path, name: str) -> None:
    with pytest.raises(KnownError, match="no name for a model"):
        installing.install_folder(name, tiny / "known")
    assert _nothing_left(own_data)


def test_what_is_no_model_is_not_copied(tmp_path: Path, own_data: Path) -> None:
    with pytest.raises(KnownError, match=r"no config\.json"):
        installing.install_folder("mine", tmp_path)
    assert _nothing_left(own_data)


def test_no_room_is_said_before_anything_is_copied(tiny: Path, own_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda path: type("Usage", (), {"free": 1000}))
    with pytest.raises(KnownError, match="no room"):
        installing.install_folder("mine", tiny / "known")
    assert _nothing_left(own_data)


def test_a_folder_that_cannot_be_written_is_said(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MIZAN_DATA", str(tmp_path / "file"))
    with pytest.raises(KnownError, match="cannot be written"):
        installing.install_folder("mine", tiny / "known")


def test_a_package_is_downloaded_and_checked(
    tiny: Path, served: tuple[Path, str], tmp_path: Path, own_data: Path
) -> None:
    folder, url = served
    files = _files(tiny / "known")
    (folder / "small.zip").write_bytes(_zipped(files))
    size = (folder / "small.zip").stat().st_size
    reported: list[tuple[int, int]] = []
    catalogue = _catalogue(tmp_path / "catalogue.json", f"{url}/small.zip", files, size)
    place = installing.install_package("small", lambda done, total: reported.append((done, total)), catalogue)
    assert place == own_data / "small"
    assert reported[-1] == (size, size)
    assert (place / engines.SOURCE).read_text() == f"{url}/small.zip\n"
    assert [path.name for path in own_data.iterdir()] == ["small"]
    assert not (tmp_path / "home").exists()  # camel-tools leaves nothing there
    assert engines.engines()[1].source


@pytest.mark.parametrize("fault", ["changed", "missing", "no archive", "not found"])
def test_a_package_that_is_not_what_it_should_be_is_not_installed(
    tiny: Path, served: tuple[Path, str], tmp_path: Path, own_data: Path, fault: str
) -> None:
    folder, url = served
    files = _files(tiny / "known")
    content = _zipped(files)
    if fault == "changed":
        content = _zipped(files | {"vocab.txt": files["vocab.txt"] + b"more\n"})
    elif fault == "missing":
        content = _zipped({name: content for name, content in files.items() if name != "vocab.txt"})
    elif fault == "no archive":
        content = b"<html>sign in to the hotel's network</html>"
    if fault != "not found":
        (folder / "small.zip").write_bytes(content)
    catalogue = _catalogue(tmp_path / "catalogue.json", f"{url}/small.zip", files, len(content))
    with pytest.raises(KnownError, match=r"did not arrive|could not be downloaded"):
        installing.install_package("small", catalogue=catalogue)
    assert _nothing_left(own_data)


def test_offline_is_one_clear_sentence(offline: Path, tmp_path: Path, own_data: Path) -> None:
    catalogue = _catalogue(tmp_path / "catalogue.json", "https://example.invalid/small.zip", {}, 10)
    with pytest.raises(KnownError, match=r"check the connection.*--from FOLDER") as caught:
        installing.install_package("small", catalogue=catalogue)
    assert "\n" not in caught.value.ar + caught.value.en
    assert _nothing_left(own_data)
    assert offline.exists()


def test_a_server_that_says_nothing_is_given_up(
    served: tuple[Path, str], tmp_path: Path, own_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, url = served
    silent = threading.Event()
    monkeypatch.setattr(_Quiet, "do_GET", lambda self: silent.wait(20))
    monkeypatch.setattr(installing, "_PATIENCE", 1.5)
    catalogue = _catalogue(tmp_path / "catalogue.json", f"{url}/small.zip", {}, 10)
    with pytest.raises(KnownError, match="could not be downloaded"):
        installing.install_package("small", catalogue=catalogue)
    silent.set()
    assert _nothing_left(own_data)


def test_an_unknown_package_is_said() -> None:
    with pytest.raises(KnownError, match=r"“nothing”.*ner-arabert"):
        installing.install_package("nothing")


def test_the_catalogue_is_one_that_camel_tools_reads() -> None:
    package = engines.catalogue()["ner-arabert"]
    assert package["url"].startswith("https://github.com/CAMeL-Lab/camel-tools-data/")
    assert {"config.json", "model.safetensors", "vocab.txt"} <= {file["path"] for file in package["files"]}
    assert sum(file["size"] for file in package["files"]) == package["size"]
