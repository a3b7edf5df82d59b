"""The part of `Project` about its editors: who they are, who works on what, what they decided differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from core.store import assigning, backups, editors, history, packets, relations, takeover, versions
from core.store.rows import Row
from core.store.store import Store
from core.store.values import Assignment, Clash, ClashKind, Coming, Opinion, Touched


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

    def editor_names(self) -> dict[str, str]:
        """The bare names by ID."""
        return editors.names(self._store)

    def assignments(self) -> dict[str, Assignment]:
        """Who works on which article (ID); `AssignArticles` changes it."""
        return assigning.every(self._store)

    def clashes(self, settled: bool = False) -> list[Clash]:
        """What editors decided differently; `ResolveClash` settles one.

        With `settled` also what was settled since, with who chose.
        """
        found = versions.clashes(self._store, settled)
        pairs = [clash.key for clash in found if clash.kind is ClashKind.VERDICT]
        english = relations.questions_en(self._store, pairs) if pairs else {}
        return [replace(clash, subject_en=english.get(clash.key, "")) for clash in found]

    def opinions(self) -> Iterator[Opinion]:
        """What each editor decided on each mark and relation. Long for large projects."""
        return versions.opinions(self._store)

    def coming(self, merged: Path) -> Coming:
        """What a file that `core.team.merge` made of this project and others would bring. Long for large ones."""
        with takeover.beside(self._store, merged):
            return takeover.coming(self._store)

    def take_over(self, merged: Path, names: Sequence[str]) -> Touched:
        """Bring in what such a file has beyond this project, as one edit, after a backup; `names` are the others'.

        KnownError where the project was changed since the file was made. Facts wait for the next comparison.
        """
        self._store.must_be_writable()
        backups.make(self._store.path, "merge", always=True)
        with takeover.beside(self._store, merged):
            takeover.bring(self._store)
            found = tuple(takeover.changes(self._store))
        return history.apply(self._store, takeover.MergeProjects(tuple(names), found))

    def become_packet(self, about: dict[str, object]) -> None:
        """Be a review packet from now on, which says this about itself; what was done so far cannot be undone."""
        packets.seal(self._store, about)

    def packet(self) -> Mapping[str, object]:
        """What a review packet says about itself (`core.team.packet`); empty for a project that is none."""
        return packets.contents(self._store)

    def packet_verdicts(self) -> tuple[list[Row], list[tuple[str, str, str]]]:
        """The verdicts of a packet as rows, and the editors that they name."""
        return packets.verdicts(self._store), packets.editors(self._store)

    def take_verdicts(self, packet: str, verdicts: Sequence[Row], people: Sequence[tuple[str, str, str]]) -> Touched:
        """Take verdicts of a packet in, beside those that others gave, as one edit."""
        with self._store.transaction() as connection:
            for key, name, at in people:
                editors.put(connection, key, name, at)
        return history.apply(self._store, packets.TakePacket(packet, tuple(verdicts)))
