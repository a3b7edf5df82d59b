"""The part of `Project` about its editors: who they are, who works on what, what they decided differently."""

from __future__ import annotations

from collections.abc import Iterator

from core.store import assigning, editors, versions
from core.store.store import Store
from core.store.values import Assignment, Clash, Opinion


class Shared:
    """A project that several editors work on, each in a copy of their own or one after another."""

    _store: Store

    @property
    def editor(self) -> str:
        """In whose name edits are recorded."""
        return self._store.editor

    @editor.setter
    def editor(self, name: str) -> None:
        self._store.editor = name

    @property
    def editor_identity(self) -> str:
        """The editor's ID for good, whatever the name; "" goes by the name alone."""
        return self._store.identity

    @editor_identity.setter
    def editor_identity(self, key: str) -> None:
        self._store.identity = key

    def rename_editor(self) -> None:
        """Let all that the editor with this identity did carry the name of now; no step of the history."""
        store = self._store
        known = store.value("SELECT name FROM editors WHERE id = ?", (store.identity,))
        if known is not None and store.editor and known != store.editor and not store.read_only:
            with store.transaction():
                store.editor_id()

    def editors(self) -> dict[str, str]:
        """Who worked on the project or was given articles: name by ID; those who share one can be told apart."""
        return editors.shown(self._store)

    def assignments(self) -> dict[str, Assignment]:
        """Who works on which article (ID); `AssignArticles` changes it."""
        return assigning.every(self._store)

    def clashes(self, settled: bool = False) -> list[Clash]:
        """What editors decided differently; `ResolveClash` settles one.

        With `settled` also what was settled since, with who chose.
        """
        return versions.clashes(self._store, settled)

    def opinions(self) -> Iterator[Opinion]:
        """What each editor decided on each mark and relation. Long for large projects."""
        return versions.opinions(self._store)
