"""Which engines there are, what of them is installed, and where their models lie. Nothing here loads one.

An engine is named «builtin», «camel» (the model that is installed) or «camel:NAME»: an installed model, or a folder.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from core import places
from core.errors import KnownError
from core.extract.camel import door, folders
from core.extract.camel.folders import ModelKind

BUILTIN = "builtin"
CAMEL = "camel"
# What `mizan models install` downloads, and what «camel» alone means where it is installed.
DEFAULT = "ner-arabert"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
# A file beside an installed model: where it was taken from.
SOURCE = "mizan-source.txt"
_ABOUT = {
    ModelKind.NER: ("نموذج أسماء لمحرّك CAMeL", "a model of names for the CAMeL engine"),
    ModelKind.NLI: ("يرجّح علاقة كل جملتين", "weighs how two sentences relate"),
}
_CAMEL_SOURCE = "https://github.com/CAMeL-Lab/camel_tools"


@dataclass(frozen=True, slots=True)
class Engine:
    """What reads names. `key` is what --engine takes; `problem` says why it cannot work here, None where it can.

    `size` in bytes, None where nothing is known of it; `path` of what is installed.
    """

    key: str
    licence: str
    source: str
    about: str
    about_en: str
    size: int | None = None
    path: Path | None = None
    problem: KnownError | None = None

    @property
    def ready(self) -> bool:
        """Whether it can be used now."""
        return self.problem is None


def data_folder() -> Path:
    """Where models are installed."""
    return places.data_folder() / "models"


@cache
def catalogue() -> dict[str, dict[str, Any]]:
    """The packages that can be downloaded, by name, as camel-tools' catalogue describes them."""
    text = files("resources").joinpath("models", "camel-catalogue.json").read_text("utf-8")
    packages: dict[str, dict[str, Any]] = json.loads(text)["packages"]
    return packages


def engines() -> list[Engine]:
    """All engines: the built-in one, the CAMeL one, and one for each further model of names that is installed."""
    found = [
        Engine(
            BUILTIN,
            "MIT; tagger: CC BY-SA 4.0 (ANERcorp)",
            "mizan",
            "يعمل دون تنزيل ولا اتصال",
            "works without a download or a connection",
        )
    ]
    main = _main_model()
    package = catalogue()[DEFAULT]
    found.append(
        Engine(
            CAMEL,
            f"MIT (camel-tools); {_licence(main) if main else package['license']}",
            _CAMEL_SOURCE,
            "شبكة عصبية في عملية مستقلة؛ أبطأ",
            "a neural network in a process of its own; slower",
            folders.size(main) if main else package["size"],
            main,
            _problem(main),
        )
    )
    others = [path for path in installed() if path != main and folders.kind_of(path) is not ModelKind.NLI]
    return found + [_engine(f"{CAMEL}:{path.name}", path, ModelKind.NER) for path in others]


def judges() -> list[Engine]:
    """The models of sentence pairs that are installed; `key` is what --nli takes."""
    return [_engine(path.name, path, ModelKind.NLI) for path in installed() if folders.kind_of(path) is ModelKind.NLI]


def _engine(key: str, path: Path, kind: ModelKind) -> Engine:
    about, about_en = _ABOUT[kind]
    return Engine(key, _licence(path), _source(path), about, about_en, folders.size(path), path, _problem(path, kind))


def installed() -> list[Path]:
    """The model folders that were installed, by name; whether they are sound is for `folders.check` to say."""
    try:
        return sorted(path for path in data_folder().iterdir() if path.is_dir() and NAME.fullmatch(path.name))
    except OSError:
        return []


def names_model(engine: str) -> Path:
    """The folder of a CAMeL engine's model. KnownError where the engine or the model is not installed, or not sound."""
    if problem := door.missing():
        raise problem
    name = engine.partition(":")[2]
    path = _model(name) if name else _main_model()
    if path is None:
        raise _not_installed()
    return folders.of_kind(path, ModelKind.NER).path


def pairs_model(name: str) -> Path:
    """The folder of a model of sentence pairs, by its name or path. KnownError where it cannot be used."""
    if problem := door.missing():
        raise problem
    return folders.of_kind(_model(name), ModelKind.NLI).path


def _model(name: str) -> Path:
    """A model that is installed under this name, else the folder."""
    own = data_folder() / name
    return own if NAME.fullmatch(name) and own.is_dir() else Path(name)


def _main_model() -> Path | None:
    """What «camel» alone means: our own default, camel-tools' own copy of it, else the first that was installed."""
    here = [data_folder() / DEFAULT, *_of_camel_tools()]
    here += [path for path in installed() if folders.kind_of(path) is ModelKind.NER]
    return next((path for path in here if path.is_dir()), None)


def _of_camel_tools() -> Iterator[Path]:
    """Where camel-tools itself installs the default model."""
    destination = Path("data", *catalogue()[DEFAULT]["destination"].split("/"))
    if given := os.environ.get("CAMELTOOLS_DATA"):
        yield Path(given).expanduser().absolute() / destination
    own = Path("AppData", "Roaming", "camel_tools") if sys.platform == "win32" else Path(".camel_tools")
    yield Path.home() / own / destination


def _problem(path: Path | None, kind: ModelKind = ModelKind.NER) -> KnownError | None:
    if problem := door.missing():
        return problem
    if path is None:
        return _not_installed()
    try:
        folders.of_kind(path, kind)
    except KnownError as error:
        return error
    return None


def _not_installed() -> KnownError:
    megabytes = round(catalogue()[DEFAULT]["size"] / 1e6)
    return KnownError(
        f"نموذج CAMeL غير مثبّت ({megabytes} م.ب)؛ ثبّته بالأمر: mizan models install {DEFAULT}، "
        f"أو من مجلد عندك: mizan models install {DEFAULT} --from FOLDER.",
        f"No CAMeL model is installed ({megabytes} MB); get it with: mizan models install {DEFAULT}, "
        f"or from a folder you have: mizan models install {DEFAULT} --from FOLDER.",
    )


def _licence(path: Path) -> str:
    if path.name == DEFAULT or path.parent.name == "ner":
        return str(catalogue()[DEFAULT]["license"])
    return folders.licence(path) or "?"


def _source(path: Path) -> str:
    """Where an installed model was taken from."""
    try:
        return (path / SOURCE).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return str(path)
