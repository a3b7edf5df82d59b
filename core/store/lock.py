"""One writer at a time: a lock that the operating system holds on a file beside the project.

The system drops it when the process ends, however it ends, so a lock file that was left behind means nothing; except
that one from another machine, in a synchronised folder, may mean that somebody works there on a version of their own.
"""

from __future__ import annotations

import errno
import getpass
import json
import os
import socket
import sys
from datetime import datetime
from pathlib import Path
from typing import Self

# Beyond what is ever written, so that Windows, whose locks forbid reading, lets others read who holds it.
_LOCKED_BYTE = 1 << 30

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    # Some network drives lock nothing: then nobody can be asked, and only the record tells who else is there.
    _NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)

    def _try_lock(descriptor: int) -> bool:
        # flock belongs to the open file, not to the process: a second window of the same process is refused too.
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise
        return True


class Lock:
    """The right to write to one project; held until `release`."""

    def __init__(self, path: Path, descriptor: int, left_by: str = "") -> None:
        self.left_by = left_by  # who, on another machine, took the lock and did not give it back
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def take(cls, project: Path, name: str = "") -> Self | None:
        """The lock, or None while somebody else holds it; OSError where no file can be made beside the project."""
        path = lock_path(project)
        while True:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
            if not _try_lock(descriptor):
                os.close(descriptor)
                return None
            if _is_still(path, descriptor):
                break
            os.close(descriptor)  # its last holder removed it between our opening and our locking it
        found = _record(project)
        left_by = holder(project) if found.get("host", socket.gethostname()) != socket.gethostname() else ""
        record = {"name": name or _user(), "host": socket.gethostname(), "pid": os.getpid(), "since": _now()}
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, json.dumps(record, ensure_ascii=False).encode())
        return cls(path, descriptor, left_by)

    def release(self) -> None:
        """Give the right back and remove the file."""
        if sys.platform == "win32":
            os.close(self._descriptor)
            self._remove()
        else:
            self._remove()
            os.close(self._descriptor)

    def _remove(self) -> None:
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            return  # somebody has it open (Windows), or the folder is gone: an unlocked file means nothing


def lock_path(project: Path) -> Path:
    """The file that is locked while somebody writes to `project`."""
    real = project.resolve()  # a link to a project is that project
    return real.with_name(real.name + ".lock")


def holder(project: Path) -> str:
    """Who holds the lock, as “name (host), since”, by the clock of this machine; "" where that cannot be read."""
    record = _record(project)
    if not record.get("name"):
        return ""
    try:
        since = f"{datetime.fromisoformat(str(record.get('since'))).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:  # of another making
        since = ""
    host = f" ({record['host']})" if record.get("host") else ""
    return ", ".join(part for part in (f"{record['name']}{host}", since) if part)


def is_free(project: Path) -> bool:
    """Whether nobody on this machine writes to `project` now."""
    try:
        descriptor = os.open(lock_path(project), os.O_RDWR)
    except OSError as error:
        return isinstance(error, FileNotFoundError)
    try:
        return _try_lock(descriptor)
    finally:
        os.close(descriptor)


def _record(project: Path) -> dict[str, object]:
    """What the lock file says; nothing where it cannot be read."""
    try:
        found = json.loads(lock_path(project).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether `path` still names the file that `descriptor` has open."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _now() -> str:
    return datetime.now().astimezone().isoformat(sep=" ", timespec="minutes")
