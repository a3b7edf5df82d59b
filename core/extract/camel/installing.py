"""Installs model data, only when asked: from a folder, or by camel-tools' own downloader. Whole or not at all.

What is installed is put together in a folder beside its place and moved there when it is complete and sound.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from threading import Timer
from typing import Any

from core.errors import KnownError
from core.extract.camel import engines, folders
from core.extract.camel.door import environment, missing

# What a model needs, of all that may lie in a folder of Hugging Face (weights for other libraries, training logs).
_WANTED = (
    "config.json",
    *folders.WEIGHTS,
    "vocab.txt",
    "tokenizer.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "sentencepiece.bpe.model",
    "spm.model",
    "README.md",
    "LICENSE",
)
_CHUNK = 1 << 20
_PATIENCE = 90  # seconds without a byte until a download is given up
_HEADROOM = 2.1  # the archive and what is in it, at the same time

Report = Callable[[int, int], None]  # bytes done, of all


def install_folder(name: str, source: Path, report: Report | None = None) -> Path:
    """Copy the model in `source` under `name`. KnownError where it is none of ours, or there is no room."""
    model = folders.check(source)
    wanted = [path for file in _WANTED if (path := model.path / file).is_file()]
    if len([path for path in wanted if path.name in folders.WEIGHTS]) > 1:
        wanted.remove(model.path / folders.WEIGHTS[1])
    total = sum(path.stat().st_size for path in wanted)
    with _staged(name, total) as staging:
        done = 0
        for path in wanted:
            with path.open("rb") as reading, (staging / path.name).open("wb") as writing:
                while chunk := reading.read(_CHUNK):
                    writing.write(chunk)
                    done += len(chunk)
                    if report:
                        report(done, total)
        _finish(staging, str(model.path))
    return engines.data_folder() / name


def install_package(name: str, report: Report | None = None, catalogue: Path | None = None) -> Path:
    """Download a package of camel-tools' catalogue and check it. KnownError where that fails, or there is no such one.

    `catalogue` is a file in camel-tools' format; else the one that comes with the program.
    """
    if error := missing():
        raise error
    with as_file(files("resources").joinpath("models", "camel-catalogue.json")) as own:
        path = catalogue or own
        packages: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["packages"]
        if name not in packages:
            raise KnownError(
                f"لا نموذج باسم «{name}» يمكن تنزيله؛ الموجود: {'، '.join(packages)}. من مجلد عندك: --from FOLDER.",
                f"No model “{name}” can be downloaded; there is: {', '.join(packages)}. From a folder: --from FOLDER.",
            )
        package = packages[name]
        with _staged(name, int(package["size"] * _HEADROOM)) as staging:
            _download(path, package, staging, report)
            _verify(staging, package)
            _finish(staging, package["url"])
    return engines.data_folder() / name


@contextmanager
def _staged(name: str, room: int) -> Iterator[Path]:
    """An empty folder that takes the place of the model `name` when the block is done, and vanishes if it fails."""
    if not engines.NAME.fullmatch(name):
        raise KnownError(
            f"الاسم «{name}» لا يصلح لنموذج؛ استعمل حروفا لاتينية وأرقاما و-.",
            f"“{name}” is no name for a model; use Latin letters, digits and -.",
        )
    place = engines.data_folder()
    staging, aside = place / f".{name}.partial", place / f".{name}.old"
    try:
        place.mkdir(parents=True, exist_ok=True)
        for left in (staging, aside):
            shutil.rmtree(left, ignore_errors=True)
        if (free := shutil.disk_usage(place).free) < room:
            raise KnownError(
                f"لا مكان للنموذج في «{place}»: يحتاج {room / 1e6:.0f} م.ب والباقي {free / 1e6:.0f}؛ أفسح له مكانا.",
                f"There is no room in “{place}”: {room / 1e6:.0f} MB are needed, {free / 1e6:.0f} are free; make room.",
            )
        (staging / "model").mkdir(parents=True)
        yield staging / "model"
        if (place / name).exists():
            (place / name).rename(aside)
        (staging / "model").rename(place / name)
    except OSError as error:
        raise KnownError(
            f"تعذّرت الكتابة في «{place}» ({error.strerror})؛ تحقق من الأذون والمكان الخالي.",
            f"“{place}” cannot be written ({error.strerror}); check its permissions and the free space.",
        ) from error
    finally:
        for left in (staging, aside):
            shutil.rmtree(left, ignore_errors=True)


def _finish(staging: Path, source: str) -> None:
    """Check what was put together, and make sure that its tokenizer keeps the hamza."""
    folders.check(staging)
    path = staging / folders.TOKENIZER_CONFIG
    config = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if (staging / folders.VOCABULARY).is_file() and config.get("do_lower_case") is not False:
        path.write_text(json.dumps(config | {"do_lower_case": False}, indent=2), encoding="utf-8")
    (staging / engines.SOURCE).write_text(source + "\n", encoding="utf-8")


def _verify(staging: Path, package: dict[str, Any]) -> None:
    for file in package["files"]:
        path = staging / file["path"]
        if not path.is_file() or _sha256(path) != file["sha256"]:
            raise KnownError(
                f"الملف «{file['path']}» لم ينزل سليما؛ أعد المحاولة.",
                f"“{file['path']}” did not arrive as it should be; try again.",
            )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _download(catalogue: Path, package: dict[str, Any], staging: Path, report: Report | None) -> None:
    """Run the downloader in a process of its own, which can be given up: camel-tools waits for a server for ever."""
    name, temporary = package["name"], staging.parent / "archive"
    temporary.mkdir()
    process = subprocess.Popen(  # noqa: S603  (our own module)
        [sys.executable, "-P", "-m", "core.extract.camel.fetch", str(catalogue), name, str(staging)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment() | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary)),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    arrived = False
    try:
        while line := _line_in_time(process):
            answer = json.loads(line)
            arrived = answer.get("arrived", False)
            if report and "done" in answer:
                report(answer["done"], package["size"])
    finally:
        process.kill()
        process.communicate()
    if not arrived:
        raise KnownError(
            f"تعذّر تنزيل «{name}»؛ تحقق من الاتصال، أو انسخ المجلد من حاسوب آخر وثبّته: "
            f"mizan models install {name} --from FOLDER.",
            f"“{name}” could not be downloaded; check the connection, or copy the folder from another computer and "
            f"install it: mizan models install {name} --from FOLDER.",
        )


def _line_in_time(process: subprocess.Popen[bytes]) -> bytes:
    """The next line of the process; b"" at its end, or where it is silent for so long that it is ended."""
    assert process.stdout
    watchdog = Timer(_PATIENCE, process.kill)
    watchdog.start()
    try:
        return process.stdout.readline()
    finally:
        watchdog.cancel()
