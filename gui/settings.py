"""Preferences of the person, kept for all projects: each with its default; only what differs from it is written."""

from __future__ import annotations

import getpass
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QByteArray, QObject, QSettings, QStandardPaths

from core import places

# What each preference is: its default says its type.
DEFAULTS: dict[str, Any] = {
    "language": "ar",  # "ar" | "en"
    "theme": "system",  # "system" | "light" | "dark"
    "reader_font": "",  # a family; "": the first of the preferred ones that the system has
    "reader_size": 17.0,  # points at zoom 0
    "zoom": 0,  # steps of a tenth
    "line_height": 1.9,  # in sizes of the font
    "geometry": QByteArray(),
    "window_state_ar": QByteArray(),  # docks are mirrored, so each language has its own
    "window_state_en": QByteArray(),
    "beside": QByteArray(),  # how reader and inspector share the width
    "recent": "",  # project files, newest first, one a line
    "hidden_layers": "",  # space-separated
    "hidden_labels": "",
    "show_rejected": False,
    "last_folder": "",
    "review_advance": True,  # the queue of review goes on by itself after a verdict
    "editor": "",  # in whose name decisions are recorded; "": the name of the account
    "editor_id": "",  # who that is for good, whatever the name; made when it is first asked for
    "keys": "",  # JSON: action → its keys, where they are not those of the table
    "engine": "builtin",  # a key of core.extract.camel.engines
}
_RECENT = 10
_READ: dict[type, Callable[[Any], Any]] = {
    bool: lambda raw: str(raw).lower() == "true",
    int: int,
    float: float,
    str: str,
    QByteArray: QByteArray,
}


class Settings(QObject):
    """Typed access to an ini file; a value that cannot be read counts as not set."""

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = QSettings(str(path or default_path()), QSettings.Format.IniFormat, self)

    def __getitem__(self, key: str) -> Any:
        default = DEFAULTS[key]
        raw = self._store.value(key)
        if raw is None:
            return default
        try:
            return _READ[type(default)](raw)
        except (TypeError, ValueError):
            return default

    def __setitem__(self, key: str, value: Any) -> None:
        if value == DEFAULTS[key]:
            self._store.remove(key)
        else:
            self._store.setValue(key, value)

    def editor(self) -> str:
        """In whose name decisions are recorded; "" where nobody said and the system does not know."""
        if self["editor"]:
            return self["editor"]
        try:
            return getpass.getuser()
        except (KeyError, OSError, ImportError):
            return ""

    def editor_id(self) -> str:
        """The person's own ID, which stays when the name changes. On another machine it can be typed in."""
        if not self["editor_id"]:
            self["editor_id"] = uuid4().hex[:16]
        return self["editor_id"]

    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys that the person gave to actions, by their ids; an empty tuple takes the keys away."""
        try:
            kept = json.loads(self["keys"] or "{}")
            return {action: tuple(map(str, keys)) for action, keys in kept.items()}
        except (ValueError, TypeError, AttributeError):
            return {}

    def set_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Keep these instead of the former ones."""
        self["keys"] = json.dumps(keys, sort_keys=True) if keys else ""

    def words(self, key: str) -> set[str]:
        """A space-separated preference as a set."""
        return set(self[key].split())

    def sync(self) -> None:
        """Write now."""
        self._store.sync()

    def recent(self) -> list[Path]:
        """Project files opened lately that still exist, newest first."""
        return [path for line in self["recent"].splitlines() if (path := Path(line)).is_file()]

    def add_recent(self, path: Path) -> None:
        """Put `path` at the head of the recent projects."""
        others = [str(known) for known in self.recent() if known != path]
        self["recent"] = "\n".join([str(path), *others][:_RECENT])


def default_path() -> Path:
    """The person's own configuration folder."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "mizan" / "mizan.ini"


def data_folder() -> Path:
    """Where projects live that were not given a place, and what the program writes about itself."""
    return places.data_folder()
