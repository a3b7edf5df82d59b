"""Which editor works on which article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.store import editors
from core.store.changes import Change, Reader
from core.store.store import Store
from core.store.values import Assignment


@dataclass(frozen=True, slots=True)
class AssignArticles:
    """Give articles to an editor, by name, ID or how `Project.editors` calls them; "" gives them to nobody."""

    article_ids: tuple[str, ...]
    assignee: str

    def changes(self, reader: Reader) -> Iterator[Change]:
        assignee = reader.editor_named(self.assignee.strip())
        for key in self.article_ids:
            article, before = reader.row("articles", key), reader.row("assignments", key)
            if article is None or article["removed"] or (before or {}).get("assignee") == assignee:
                continue
            said = {"article_id": key, "assignee": assignee, "editor": reader.editor, "decided_at": reader.now}
            yield Change("assignments", key, before, said if assignee else None)


def every(store: Store) -> dict[str, Assignment]:
    """By article; those of articles that were removed are left out."""
    names, own = editors.shown(store), store.own_ids()
    found = store.fetch(
        "SELECT s.article_id, s.assignee, s.editor, s.decided_at FROM assignments s"
        " JOIN articles a ON a.id = s.article_id AND a.removed = 0"
    )
    return {
        key: Assignment(key, names.get(assignee, ""), names.get(editor or "", ""), at, assignee in own)
        for key, assignee, editor, at in found
    }


def mine(store: Store) -> set[str]:
    """The articles (IDs) of whoever has the project open."""
    return {key for key, assigned in every(store).items() if assigned.mine}
