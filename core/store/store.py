"""One open project file: its connection, its lock, and the two ways to use it, `fetch` and `transaction`."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.errors import KnownError
from core.model import Fact
from core.store import editors, faults, file, lock, schema
from core.store.lessons import Lessons


class Store:
    """The file of one project. Not for several threads at once: its owner's thread reads and writes."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, held: lock.Lock | None, holder: str, editor: str
    ) -> None:
        self.path = path
        self.connection = connection
        self.holder = holder
        self.editor = editor
        self.identity = ""  # the editor's own ID; "": the one made from the name
        self.facts: dict[tuple[str, str], Fact] = {}  # what core.store.facts has read, by ID and digest
        self.positions: dict[str, tuple[str, Sequence[int]]] = {}  # of claims in facts, with the digests of these
        self.lessons: Lessons | None = None  # what core.store.learning has read
        self.untold = 0  # parts of an import from which `lessons` has not learned yet
        self.watched = False  # whether core.store.watching remembers which articles change
        self._held = held
        self._identity = _identity(path)
        self._is_rescued = False
        self._editor_id: str | None = None

    @classmethod
    def open(cls, path: Path, editor: str = "", *, read_only: bool = False) -> Store:
        """Open for writing where that is possible; where another holds the file or it cannot be written, for reading.

        KnownError for all that is no readable project of this version or an older one.
        """
        version = file.inspect(path)
        writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
        held: lock.Lock | None = None
        holder = ""
        if writable and not read_only:
            held, writable = _take(path, editor)
            if writable and not held:
                holder = lock.holder(path) or "?"
        with ExitStack() as failing:
            if held:
                failing.callback(held.release)
            with faults.explained(path):
                connection = _connect(path, read_only=held is None, writable=writable)
            with file.on_failure(connection.close):
                _bring_up(path, connection, version, writable=held is not None)
            failing.pop_all()  # the lock is the store's now
        return cls(path, connection, held, holder, editor)

    @property
    def read_only(self) -> bool:
        """Whether edits are refused."""
        return self._held is None

    @property
    def left_by(self) -> str:
        """Who, on another machine, opened the file and did not close it: “name (host), since”; "" for nobody."""
        return self._held.left_by if self._held else ""

    @property
    def is_gone(self) -> bool:
        """Whether the file was moved, deleted or replaced: what is written now nobody would find again."""
        return _identity(self.path) != self._identity

    def _rescue(self) -> None:
        """Keep what the lost file holds as a backup, and let others have the place where it was."""
        from core.store import backups  # which opens stores

        backups.keep(self.path, self.connection, "lost")
        self._is_rescued = True
        file.remove_log(self.path)
        if self._held:
            self._held.release()
            self._held = None

    def close(self) -> None:
        """Copy the log into the file and let others write. May be called twice."""
        try:
            with faults.explained(self.path), closing(self.connection):
                if self._held and self.is_gone:
                    self._rescue()
                elif self._held:
                    self._copy_log()
        finally:
            if self._held:
                self._held.release()
                self._held = None

    def fetch(self, statement: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with faults.explained(self.path):
            return self.connection.execute(statement, parameters).fetchall()

    def each(self, statement: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Iterator[Any]:
        """The rows of a query one by one: of many thousands, not all at once."""
        with faults.explained(self.path):
            yield from self.connection.execute(statement, parameters)

    def value(self, statement: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.fetch(statement, parameters)
        return found[0][0] if found else None

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several queries that see one state of the file, whatever another writes meanwhile."""
        with faults.explained(self.path):
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self.connection.execute("ROLLBACK")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing, on disk when it ends. KnownError where the project is read-only or the disk refuses."""
        self.must_be_writable()
        with faults.explained(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            finally:
                if self.connection.in_transaction:  # it failed, and was not ended by a full disk already
                    self.connection.execute("ROLLBACK")

    def must_be_writable(self) -> None:
        """KnownError where the project is read-only, or its file is not the one that was opened."""
        if self._held and self.is_gone:
            self._rescue()
        if self._is_rescued:
            raise faults.gone(self.path)
        if self.read_only:
            raise self._refusal()

    def forget(self) -> None:
        """Another content was put into the file: nothing that was read before holds."""
        self.facts.clear()
        self.lessons = None
        self.untold = 0
        self.watched = False

    def editor_id(self, name: str | None = None) -> str | None:
        """The ID of an editor (None: who is editing); None for nobody in particular.

        Call it inside a transaction: it may add a row.
        """
        own, name = name is None, self.editor if name is None else name
        if not name:
            return None
        if own and self.identity:
            return editors.put(self.connection, self.identity, name, now())
        key = editors.made_from(name) if own else editors.named(self.connection, name)
        self.connection.execute("INSERT OR IGNORE INTO editors (id, name) VALUES (?, ?)", (key, name))
        return key

    def own_ids(self) -> set[str]:
        """The IDs that mean whoever is editing: who is only known by name may be that person."""
        return {key for key in (self.identity, self.editor and editors.made_from(self.editor)) if key}

    def _copy_log(self) -> None:
        """A reader may keep the log open, and yet the file alone must be whole when somebody copies it."""
        try:
            self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        except sqlite3.OperationalError:
            return  # a full disk, a deleted file: the log stays, and the next opening reads it

    def _refusal(self) -> KnownError:
        if not self.holder:
            return faults.read_only(self.path)
        return KnownError(
            f"المشروع «{self.path}» مفتوح للتحرير عند {self.holder}؛ أغلقه هناك ثم أعد فتحه هنا لتحرره.",
            f"“{self.path}” is open for editing elsewhere ({self.holder}); close it there, then open it again here.",
        )


def now() -> str:
    """UTC, ISO 8601, seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file lies there; None for none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _take(path: Path, editor: str) -> tuple[lock.Lock | None, bool]:
    """The lock or None, and whether the folder can be written at all."""
    with faults.explained(path):
        try:
            return lock.Lock.take(path, editor), True
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
                raise
            return None, False


def _connect(path: Path, *, read_only: bool, writable: bool) -> sqlite3.Connection:
    connection = file.connect(path, read_only=read_only, writable=writable)
    with file.on_failure(connection.close):
        found = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not found >= schema.TABLES:
            raise faults.damaged(path)
    return connection


def _bring_up(path: Path, connection: sqlite3.Connection, version: int, *, writable: bool) -> None:
    if version != schema.VERSION:  # the file's head lags behind while a log waits to be copied in
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == schema.VERSION:
        return
    if not writable:
        raise KnownError(
            f"المشروع «{path}» من إصدار أقدم ولا يمكن تحديثه الآن لأنه مفتوح للقراءة فقط؛ افتحه للكتابة أولا.",
            f"“{path}” is of an older version and cannot be brought up to date read-only; open it for writing first.",
        )
    with faults.explained(path):
        file.upgrade(path, connection, version)
