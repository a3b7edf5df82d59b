"""Review packets: chosen pairs with the passages that they need, in one file for a second editor.

A packet is a project of its own, so that it opens by a double click, saves by itself and travels by mail. Its articles
are excerpts: the paragraphs around the evidence. The setting `packet` says where each pair comes from; the verdicts go
home under the keys that the pairs have there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path
from typing import Any

from core.errors import KnownError
from core.model import Analysis, Article, ArticleClaim, Fact, Show, Span, VerdictKind, article_id
from core.project import Project, Touched
from core.store import rows
from core.store.edits import plain_side
from core.store.rows import Row
from core.store.store import now
from core.text.segment import passage

_CONTEXT = 400  # code points around the evidence, at least
_GAP = "\n[…]\n"  # stands for what was left out


@dataclass(frozen=True, slots=True)
class Returned:
    """What a packet brings home: `verdicts` on `pairs`, of which `different` are not what stands there now."""

    sender: str
    note: str
    pairs: int
    verdicts: int
    different: int
    reviewers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """Parts of an article and where each begins in the excerpt; code points."""

    article: Article
    parts: tuple[tuple[Span, int], ...]

    def moved(self, span: Span) -> Span:
        """A passage of the article as a passage of the excerpt, cut to the part in which it begins."""
        part, start = next((part, start) for part, start in self.parts if part.start <= span.start < part.end)
        return Span(start + span.start - part.start, start + min(span.end, part.end) - part.start)


def make(project: Project, relation_ids: Sequence[str], out: Path, note: str = "") -> int:
    """Write a packet of these pairs, without the verdicts on them; how many there are.

    KnownError where `out` exists or cannot be written, and where none of the pairs is in the project.
    """
    chosen = _chosen(project, set(relation_ids))
    if not chosen:
        raise KnownError(
            "لم يُختر للرزمة زوج من هذا المشروع؛ اختر تناقضا أو أكثر.",
            "No pair of this project was chosen for the packet; choose one or more.",
        )
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for fact in chosen:
        for claim in fact.claims:
            spans[claim.article_id].append(Span(claim.claim.start, claim.claim.end))
    taken: set[str] = set()
    excerpts = {
        article.id: _excerpt(article, spans[article.id], taken) for article in project.articles_in_chunks(list(spans))
    }
    pairs: dict[str, dict[str, Any]] = {}
    facts = [_moved(fact, excerpts, pairs) for fact in chosen]
    with Project.create(out, project.editor) as packet:
        packet.import_articles(one.article for one in excerpts.values())
        packet.store_analysis([Analysis(one.article) for one in excerpts.values()])
        packet.store_facts(facts)
        packet.become_packet(
            {"from": project.editor, "project": project.path.stem, "note": note, "made_at": now(), "pairs": pairs}
        )
    return len(pairs)


def look(project: Project, path: Path) -> Returned:
    """What `take` would bring in; nothing is changed. KnownError as there."""
    about, verdicts, people = _read(project, path)
    here = project.verdicts()
    different = [row for row in verdicts if (there := here.get(row["relation_id"])) and there.kind != row["kind"]]
    names = {key: name for key, name, _ in people}
    reviewers = dict.fromkeys(names.get(row["editor"], "") for row in verdicts)
    sender, note = str(about.get("from", "")), str(about.get("note", ""))
    return Returned(sender, note, len(about["pairs"]), len(verdicts), len(different), tuple(filter(None, reviewers)))


def take(project: Project, path: Path) -> Touched:
    """Bring the verdicts of a packet home, as one edit; who decided otherwise is kept beside.

    KnownError where the file is no packet, or one of another project.
    """
    _, verdicts, people = _read(project, path)
    return project.take_verdicts(path.name, verdicts, people)


def is_of(project: Project, path: Path) -> bool:
    """Whether a file is a packet of this project; False for all that is no readable project."""
    try:
        with Project.open(path, read_only=True) as opened:
            about: Mapping[str, Any] = opened.packet()
    except KnownError:
        return False
    there = set(project.article_ids())
    return any(_sides(home) <= there for home in about["pairs"].values()) if about else False


def _read(project: Project, path: Path) -> tuple[Mapping[str, Any], list[Row], list[tuple[str, str, str]]]:
    """What the packet says of itself, its verdicts under the keys of home, and the editors that they name."""
    with Project.open(path, read_only=True) as packet:
        about: Mapping[str, Any] = packet.packet()
        found, people = packet.packet_verdicts()
    if not about:
        raise KnownError(
            f"«{path}» ليس رزمة مراجعة؛ ادمجه مشروعا إن أردت ضمه.",
            f"“{path}” is no review packet; merge it as a project if it is one.",
        )
    there = set(project.article_ids())
    verdicts = []
    for row in found:
        home = about["pairs"].get(row["relation_id"])
        if home is None or row["kind"] == VerdictKind.UNDECIDED:
            continue
        if _sides(home) <= there:
            verdicts.append(row | {"relation_id": home["id"], "evidence": rows.dumps(home["evidence"])})
    if found and not verdicts and not any(_sides(home) <= there for home in about["pairs"].values()):
        raise KnownError(
            f"الرزمة «{path}» من مشروع آخر («{about['project']}»)؛ افتح ذلك المشروع واستلمها فيه.",
            f"The packet “{path}” is of another project (“{about['project']}”); open that one and take it in there.",
        )
    named = {row["editor"] for row in verdicts}
    return about, verdicts, [one for one in people if one[0] in named]


def _sides(home: Mapping[str, Any]) -> set[str]:
    return {home["evidence"][side]["article"] for side in ("a", "b")}


def _chosen(project: Project, wanted: set[str]) -> list[Fact]:
    """The facts of these pairs, with nothing else in them."""
    keys = dict.fromkeys(key.fact_id for key in project.relation_keys(tuple(Show)) if key.id in wanted)
    found = []
    for fact in project.facts_by_ids(list(keys)).values():
        relations = [one for one in fact.relations if fact.relation_id(one) in wanted]
        places = sorted({at for one in relations for at in (one.a, one.b)})
        ends = {at: place for place, at in enumerate(places)}
        kept = tuple(replace(one, a=ends[one.a], b=ends[one.b], follows="") for one in relations)
        found.append(replace(fact, claims=tuple(fact.claims[at] for at in places), relations=kept))
    return [fact for fact in found if fact.relations]


def _excerpt(article: Article, spans: Sequence[Span], taken: set[str]) -> _Excerpt:
    """The paragraphs around these passages, under the title; equal passages of two sources stay two articles."""
    parts: list[Span] = []
    for span in sorted((passage(article.text, span, _CONTEXT) for span in spans), key=attrgetter("start")):
        if parts and span.start <= parts[-1].end + 1:
            parts[-1] = Span(parts[-1].start, max(parts[-1].end, span.end))
        else:
            parts.append(span)
    head = " — ".join(part for part in (article.title, article.source) if part) or article.file
    number = 1
    while True:
        text = f"{head} ({number})\n\n" if number > 1 else f"{head}\n\n"
        placed = []
        for at, part in enumerate(parts):
            if at or part.start > 0:
                text += _GAP
            placed.append((part, len(text)))
            text += article.text[part.start : part.end]
        if parts[-1].end < len(article.text.rstrip()):
            text += _GAP
        if (key := article_id(text)) not in taken:
            taken.add(key)
            return _Excerpt(replace(article, id=key, text=text), tuple(placed))
        number += 1


def _moved(fact: Fact, excerpts: Mapping[str, _Excerpt], pairs: dict[str, dict[str, Any]]) -> Fact:
    """The fact over the excerpts; `pairs` learns where each of its relations is at home."""
    claims = []
    for end in fact.claims:
        excerpt, said = excerpts[end.article_id], end.claim
        span, clause = excerpt.moved(Span(said.start, said.end)), said.clause
        # A clause may begin before the paragraphs that came along.
        start = clause.start if clause.overlaps(said) and clause.start >= _start(excerpt, said.start) else said.start
        moved = excerpt.moved(Span(start, max(clause.end, said.end)))
        claims.append(ArticleClaim(excerpt.article.id, replace(said, start=span.start, end=span.end, clause=moved)))
    new = replace(fact, claims=tuple(claims))
    for one in fact.relations:
        sides = {"a": plain_side(fact.claims[one.a]), "b": plain_side(fact.claims[one.b])}
        evidence = {"question": fact.question, "relation": str(one.kind), **sides}
        pairs[new.relation_id(one)] = {"id": fact.relation_id(one), "evidence": evidence}
    return new


def _start(excerpt: _Excerpt, place: int) -> int:
    return next(part.start for part, _ in excerpt.parts if part.start <= place < part.end)
