"""Commands over the facts of a project: listing them, and what editors decide about them beside verdicts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from core.cli.projects import open_project
from core.cli.voice import Voice, show, write_json
from core.errors import KnownError
from core.model import RelationKind, Span, VerdictKind

if TYPE_CHECKING:
    from core.model import Fact, ObsoleteVerdict, Verdict
    from core.project import Project
    from core.serial import Json
    from core.store.changes import Edit

_PLACE = re.compile(r"(.+):(\d+)-(\d+)")
_project = click.argument("project", type=click.Path(path_type=Path), metavar="PROJECT")
_json = click.option("--json", "as_json", is_flag=True, help="JSON Lines بدل الأسطر · JSON Lines.")
_question = click.option("--question", default="", help="السؤال · The question.")
_editor = click.option("--editor", default="", envvar="MIZAN_EDITOR", help="اسم المحرر · In whose name.")
_KINDS = {
    "relation": ("علاقة باليد", "by hand"),
    "question": ("صياغة سؤال", "question"),
    "merge": ("ضم أسئلة", "merged"),
    "split": ("فصل سؤال", "split"),
}


@click.command()
@_project
@_json
@click.pass_obj
def facts(voice: Voice, project: Path, as_json: bool) -> None:
    """الأسئلة المشتركة وإجاباتها · List the facts: ID, kind, answers, question; with --json everything."""
    with open_project(project, read_only=True) as opened:
        found, verdicts = opened.facts(), opened.verdicts()
    for fact in found:
        if as_json:
            write_json(_plain(fact, verdicts))
        else:
            show(f"{fact.id}\t{fact.kind}\t{len(fact.claims)}\t{voice.one(fact.question, fact.question_en)}")
    voice.say(f"الأسئلة: {len(found)}.", f"Facts: {len(found)}.")


@click.command()
@_project
@click.option("--obsolete", is_flag=True, help="ما لم تعد المقارنة تجده · Those the comparison no longer finds.")
@_json
@click.pass_obj
def verdicts(voice: Voice, project: Path, obsolete: bool, as_json: bool) -> None:
    """أحكام المحررين · List the verdicts: relation, verdict, editor, which other one it follows from, note."""
    with open_project(project, read_only=True) as opened:
        lost = {one.verdict.relation_id: one for one in opened.obsolete_verdicts()}
        told = [one for key, one in opened.verdicts().items() if key in lost or not obsolete]
    for verdict in told:
        if as_json:
            write_json(_plain_verdict(verdict, lost.get(verdict.relation_id)))
        else:
            follows = f"← {verdict.follows}" if verdict.follows else ""
            cells = (verdict.relation_id, str(verdict.kind), verdict.editor, follows, " ".join(verdict.note.split()))
            show("\t".join(cells))
    voice.say(f"الأحكام: {len(told)}.", f"Verdicts: {len(told)}.")


@click.command("relate-spans")
@_project
@click.argument("first", metavar="ARTICLE:START-END")
@click.argument("second", metavar="ARTICLE:START-END")
@click.option(
    "--as",
    "relation",
    type=click.Choice([str(kind) for kind in RelationKind]),
    default=str(RelationKind.CONTRADICTS),
    show_default=True,
    help="كيف يقف أحدهما من الآخر · How they stand to each other.",
)
@click.option(
    "--verdict",
    type=click.Choice([str(kind) for kind in VerdictKind]),
    help="الحكم (الأصل: ما تقوله العلاقة) · The verdict (default: what the relation says).",
)
@_question
@click.option("--note", default="", help="ملاحظة · A note.")
@_editor
@click.pass_obj
def relate_spans(
    voice: Voice,
    project: Path,
    first: str,
    second: str,
    relation: str,
    verdict: str | None,
    question: str,
    note: str,
    editor: str,
) -> None:
    """ربط مقطعين باليد · Relate two passages by hand; ARTICLE is an ID or a file name, offsets count code points."""
    from core.store.rulings import RelateSpans

    def edit(opened: Project) -> Edit:
        decided = VerdictKind(verdict) if verdict else None
        places = (*_place(opened, first), *_place(opened, second))
        return RelateSpans(*places, RelationKind(relation), question, note, decided)

    _decide(voice, project, editor, edit)


@click.command("rename-question")
@_project
@click.argument("fact")
@click.argument("text")
@_editor
@click.pass_obj
def rename_question(voice: Voice, project: Path, fact: str, text: str, editor: str) -> None:
    """سؤال بصياغة أخرى · Ask a fact's question in other words; an empty text gives it back its own."""
    from core.store.rulings import RenameQuestion

    _decide(voice, project, editor, lambda _opened: RenameQuestion(fact, text))


@click.command("merge-facts")
@_project
@click.argument("facts", nargs=-1, required=True, metavar="FACT FACT…")
@_question
@_editor
@click.pass_obj
def merge_facts(voice: Voice, project: Path, facts: tuple[str, ...], question: str, editor: str) -> None:
    """ضم أسئلة في سؤال واحد · Make several facts one, also after later comparisons."""
    from core.store.rulings import MergeFacts

    if len(set(facts)) < 2:
        raise click.UsageError("FACT FACT…")
    _decide(voice, project, editor, lambda _opened: MergeFacts(facts, question))


@click.command("split-fact")
@_project
@click.argument("fact")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM…")
@_question
@_editor
@click.pass_obj
def split_fact(voice: Voice, project: Path, fact: str, claims: tuple[str, ...], question: str, editor: str) -> None:
    """فصل إجابات عن سؤالها · Give answers (`key` in facts --json) a question of their own."""
    from core.store.rulings import SplitFact

    _decide(voice, project, editor, lambda _opened: SplitFact(fact, claims, question))


@click.command()
@_project
@click.option("--withdraw", multiple=True, metavar="ID", help="سحب قرار · Take one back.")
@_json
@_editor
@click.pass_obj
def rulings(voice: Voice, project: Path, withdraw: tuple[str, ...], as_json: bool, editor: str) -> None:
    """ما قرره المحررون في الأسئلة · List what editors decided about facts: ID, kind, editor, about what."""
    from core.project import RulingKind
    from core.store.edits import Batch
    from core.store.rulings import RemoveRelations, WithdrawRulings, subject

    with open_project(project, read_only=not withdraw) as opened:
        if withdraw:
            opened.editor = editor
            by_hand = {one.id for one in opened.rulings() if one.kind is RulingKind.RELATION}
            hand: list[str] = []
            others: list[str] = []
            for key in withdraw:
                (hand if key in by_hand else others).append(key)
            opened.apply(Batch((RemoveRelations(tuple(hand)), WithdrawRulings(tuple(others))), "WithdrawRulings"))
        found = opened.rulings()
    for one in found:
        if as_json:
            sides = [
                {"article": side.article_id, "start": side.claim.start, "end": side.claim.end} for side in one.sides
            ]
            groups = [[dict(zip(claim._fields, claim, strict=True)) for claim in group] for group in one.groups]
            told: Json = {"id": one.id, "kind": str(one.kind), "question": one.question, "about": list(one.about)}
            told |= {"relation": one.relation and str(one.relation), "note": one.note, "sides": sides}
            write_json(told | {"claims": groups, "editor": one.editor, "decided_at": one.decided_at})
        else:
            words = " → ".join(filter(None, (" ".join(subject(one).split()), one.question)))
            show(f"{one.id}\t{voice.one(*_KINDS[one.kind])}\t{one.editor}\t{words}")
    voice.say(f"القرارات: {len(found)}.", f"Rulings: {len(found)}.")


def _decide(voice: Voice, path: Path, editor: str, make: Callable[[Project], Edit]) -> None:
    """Apply what `make` gives, and say which facts it changed."""
    with open_project(path) as project:
        project.editor = editor
        before = {fact.id: fact for fact in project.facts()}
        project.apply(make(project))
        changed = [fact for fact in project.facts() if before.get(fact.id) != fact]
        for fact in changed:
            show(f"{fact.id}\t{fact.kind}\t{len(fact.claims)}\t{voice.one(fact.question, fact.question_en)}")
    voice.say(f"تغيّر من الأسئلة: {len(changed)}.", f"Facts that changed: {len(changed)}.")


def _place(project: Project, written: str) -> tuple[str, Span]:
    """The article (ID) and span of ARTICLE:START-END."""
    found = _PLACE.fullmatch(written)
    if not found:
        raise click.UsageError(f"ARTICLE:START-END: {written}")
    name, start, end = found[1], int(found[2]), int(found[3])
    named = [one for one in project.summaries() if name in (one.id, one.file)]
    if len(named) != 1 or not 0 <= start < end <= named[0].length:
        raise KnownError(
            f"«{written}» ليس موضعا في مقال واحد من المشروع؛ اكتب المعرف أو اسم الملف ثم البداية والنهاية.",
            f"“{written}” is no place in one article of the project; write its ID or file name, then start and end.",
        )
    return named[0].id, Span(start, end)


def _plain(fact: Fact, verdicts: dict[str, Verdict]) -> Json:
    """A fact in the shape of the export, with the keys that the other commands take."""
    from core.exporters.shapes import plain_fact

    plain = plain_fact(fact)
    for claim, said in zip(plain["claims"], fact.claims, strict=True):
        claim["key"] = said.key
    for relation, told in zip(plain["relations"], fact.relations, strict=True):
        key = fact.relation_id(told)
        verdict = verdicts.get(key)
        relation |= {"id": key, "origin": str(told.origin), "verdict": verdict and str(verdict.kind)}
        relation["follows"] = verdict.follows if verdict else None
    return plain


def _plain_verdict(verdict: Verdict, lost: ObsoleteVerdict | None) -> Json:
    plain: dict[str, Any] = {
        "relation": verdict.relation_id,
        "verdict": str(verdict.kind),
        "reason": verdict.reason and str(verdict.reason),
        "note": verdict.note,
        "editor": verdict.editor,
        "decided_at": verdict.decided_at,
        "follows": verdict.follows,
        "obsolete": lost is not None,
    }
    if lost:
        plain |= {"question": lost.question} | dict(_sides(lost))
    return plain


def _sides(lost: ObsoleteVerdict) -> Iterator[tuple[str, Json]]:
    for name, side in (("a", lost.a), ("b", lost.b)):
        if side:
            place = {"article": side.article_id, "start": side.span.start, "end": side.span.end}
            yield name, place | {"text": side.text}
