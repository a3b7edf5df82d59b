"""Merging is blind to order and to repetition, whatever the editors did and whenever they did it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from contents import content
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import Making

from core.model import Entity, Reason, RelationKind, Span, Status, VerdictKind
from core.project import Project
from core.store.edits import (
    AddAnnotation,
    ChangeAnnotation,
    ChangeArticle,
    RemoveAnnotation,
    RemoveArticles,
    SetLabels,
    SetLearned,
    SetNote,
    SetStatus,
    SetVerdict,
)
from core.store.naming import MergeNames
from core.store.rulings import MergeFacts, RelateSpans, RenameQuestion, SplitFact
from core.store.versions import ResolveClash
from core.team.merge import merge

# Many small files: in memory where the system offers that.
_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
# A step: which edit, on which thing, in which manner, at which second. Seconds repeat, so that ties are common.
steps = st.lists(
    st.tuples(st.integers(0, 13), st.integers(0, 5), st.integers(0, 3), st.integers(0, 3)), min_size=0, max_size=6
)
work = st.tuples(st.sampled_from(["سارة", "علي", ""]), steps)
_STATUSES = (Status.ACCEPTED, Status.REJECTED, Status.SUGGESTED, Status.ACCEPTED)
_VERDICTS = (VerdictKind.CONTRADICTION, VerdictKind.UPDATE, VerdictKind.UNDECIDED, VerdictKind.COMPATIBLE)


@contextmanager
def at(second: int) -> Iterator[None]:
    """What is done now was done then."""
    time = f"2030-01-01T00:00:0{second}+00:00"
    with patch("core.store.history.now", lambda: time):
        yield


def do(project: Project, kind: int, thing: int, manner: int) -> None:
    articles = project.article_ids()
    if not articles:  # the import was undone
        project.redo()
        return
    article = project.article(articles[thing % len(articles)])
    marks = [mark for key in articles for mark in project.annotations(key)]
    mark = marks[thing % len(marks)]
    if kind == 0 or not isinstance(mark.item, Entity):
        project.apply(SetStatus((mark.id,), _STATUSES[manner]))
    elif kind == 1:
        made = Making().entity(article.text, article.text[manner : manner + 3], ("PER", "ORG")[manner % 2])
        project.apply(AddAnnotation(article.id, made))
    elif kind == 2:
        label = ("LOC", "ORG", "MISC", mark.item.label)[manner]
        project.apply(
            ChangeAnnotation(mark.id, Making().entity(project.article(mark.article_id).text, mark.item.text, label))
        )
    elif kind == 3:
        project.apply(RemoveAnnotation(mark.id))
    elif kind == 4:
        project.apply(SetNote(mark.id, ("", "أ", "ب", "ج")[manner]))
    elif kind == 5:
        relations = sorted(fact.relation_id(one) for fact in project.facts() for one in fact.relations)
        if relations:
            project.apply(
                SetVerdict((relations[thing % len(relations)],), _VERDICTS[manner], Reason.DATE if thing else None)
            )
    elif kind == 6:
        changed: dict[str, Any] = {("title", "source", "url", "author")[manner]: ("", "س", "ص")[thing % 3]}
        project.apply(
            ChangeArticle(type(article)(**{**{name: getattr(article, name) for name in article.__slots__}, **changed}))
        )
    elif kind == 7:
        if len(articles) > 1:
            project.apply(RemoveArticles((article.id,)))
    elif kind == 8:
        project.undo()
    elif kind == 9:
        project.redo()
    elif kind == 10:
        project.apply(MergeNames(("سليم العابد", "العابد"), ("سليم", "العابد")[manner % 2]))
    elif kind == 12:
        _rule(project, thing, manner)
    elif manner % 2:
        project.apply(SetLabels(("حزب", "سلاح")[: thing % 3]))
    else:
        project.apply(SetLearned("سليم العابد", "PER", (True, False, None)[thing % 3]))


def _rule(project: Project, thing: int, manner: int) -> None:
    facts, articles = project.facts(), project.articles()
    if len(articles) < 2:
        return
    first, second, *_ = articles
    fact = facts[thing % len(facts)] if facts else None
    if manner == 0 or fact is None:
        kind = (RelationKind.CONTRADICTS, RelationKind.REFINES)[thing % 2]
        project.apply(RelateSpans(first.id, Span(0, 4 + thing // 3), second.id, Span(0, 3), kind))
    elif manner == 1:
        project.apply(RenameQuestion(fact.id, ("كم؟", "متى؟", "")[thing % 3]))
    elif manner == 2 and len(fact.claims) > 1:
        project.apply(SplitFact(fact.id, (fact.claims[thing % 2].key,)))
    elif len(facts) > 1:
        project.apply(MergeFacts((facts[0].id, facts[1].id)))


def worked(base: Path, path: Path, editor: str, done: list[tuple[int, int, int, int]]) -> Path:
    shutil.copy(base, path)
    with Project.open(path, editor) as project:
        project._store.connection.execute("PRAGMA synchronous = OFF")
        for kind, thing, manner, second in done:
            with at(second):
                do(project, kind, thing, manner)
    return path


def merged(out: Path, *projects: Path) -> Path:
    assert merge(out, projects).skipped == []
    return out


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(one=work, other=work, third=work, resolved=st.booleans())
def test_order_and_repetition_make_no_difference(
    shared_base: Path, one: Any, other: Any, third: Any, resolved: bool
) -> None:
    with TemporaryDirectory(dir=_MEMORY) as name:
        folder = Path(name)
        a, b, c = (worked(shared_base, folder / f"{n}.mizan", *said) for n, said in enumerate((one, other, third)))
        both = merged(folder / "ab.mizan", a, b)
        assert content(merged(folder / "ba.mizan", b, a)) == content(both)
        assert content(merged(folder / "aba.mizan", both, a)) == content(both)
        if resolved:
            with Project.open(both, "لينا") as project, at(5):
                for clash in project.clashes():
                    project.apply(ResolveClash(clash.kind, clash.key, clash.versions[0].id))
                assert project.clashes() == []
            again = merged(folder / "again.mizan", b, both)
            with Project.open(again) as project:
                assert project.clashes() == []
            return
        whole = content(merged(folder / "abc.mizan", c, a, b))
        assert content(merged(folder / "ab-c.mizan", both, c)) == whole
        with Project.open(folder / "abc.mizan") as project:
            assert project.check() == []
