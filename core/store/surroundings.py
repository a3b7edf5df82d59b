"""Where a project lies, as far as it matters to keep it whole: on network drives, in synchronised folders."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

# Kinds of file systems whose locks and shared memory other machines do not see; a write-ahead log needs both.
_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\w*|ncpfs|afs|9p|webdav|davfs\w*|ceph|glusterfs|lustre|vboxsf|vmhgfs|fuse\.\w*(?:ssh|smb|clone|drive)\w*"
    r"|fuse\.(?:gvfsd-fuse|davfs\w*|vmhgfs-fuse|glusterfs)|afpfs"
)
_REMOTE_DRIVE = 4  # GetDriveTypeW
_MOUNTS = Path("/proc/self/mounts")

# Folders that a program keeps the same on several machines, by the name of a folder above the project…
_CLOUDS = {
    "Dropbox": re.compile(r"Dropbox(?: \(.*\))?"),
    "OneDrive": re.compile(r"OneDrive(?: ?- ?.*)?"),
    "iCloud": re.compile(r"iCloud ?Drive|Mobile Documents|com~apple~CloudDocs"),
    "Google Drive": re.compile(r"Google ?Drive(?:-.*)?|My Drive"),
    "Nextcloud": re.compile(r"Nextcloud\d?|ownCloud"),
    "pCloud": re.compile(r"p[Cc]loud ?Drive"),
    "Box": re.compile(r"Box(?: Sync)?|Box-Box"),
    "Syncthing": re.compile(r"Syncthing"),
}
# …or by what lies in one.
_MARKS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox", ".sync_journal.db": "Nextcloud"}


def journal_mode(path: Path) -> str:
    """How SQLite keeps a project there whole: WAL, or a rollback journal where one file must be enough."""
    return "DELETE" if on_network(path) or cloud(path) else "WAL"


def cloud(path: Path) -> str:
    """The program that synchronises the folder of a project with other machines, "" for none that is known."""
    for parent in path.absolute().parents:
        for name, pattern in _CLOUDS.items():
            if pattern.fullmatch(parent.name):
                return name
        for mark, name in _MARKS.items():
            if (parent / mark).exists():
                return name
    return ""


def on_network(path: Path) -> bool:
    """Whether the file lies on another machine."""
    place = path.absolute()
    if sys.platform == "win32":
        import ctypes

        return place.drive.startswith("\\\\") or (
            ctypes.windll.kernel32.GetDriveTypeW(place.drive + "\\") == _REMOTE_DRIVE
        )
    return _NETWORK.fullmatch(_kind_of_file_system(place)) is not None


def _kind_of_file_system(place: Path) -> str:
    """The kind of what is mounted nearest above a place, as the system calls it; "" where it does not tell."""
    kind, longest = "", -1
    for mounted, name in _mounted():
        if (place == mounted or mounted in place.parents) and len(mounted.parts) > longest:
            kind, longest = name, len(mounted.parts)
    return kind


def _mounted() -> list[tuple[Path, str]]:
    if sys.platform == "darwin":
        told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False).stdout
        found = re.findall(r"^.* on (/.*) \((\w+)", told, re.MULTILINE)
        return [(Path(place), kind) for place, kind in found]
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []
    rows = [line.split(" ") for line in lines]
    return [(Path(re.sub(r"\\(\d{3})", _octal, row[1])), row[2]) for row in rows if len(row) > 2]


def _octal(match: re.Match[str]) -> str:
    return chr(int(match[1], 8))
