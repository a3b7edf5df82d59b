"""What formats of other programs are given to write, and how they say what they cannot hold."""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, BinaryIO, Protocol

from core import carried
from core.colours import Colour
from core.model import Annotation, Article, Claim, Entity, Fact, Layer, ObsoleteVerdict, Quote, Status, Verdict
from core.serial import Json

SIDECAR = "mizan.jsonl"  # inside archives: what their format has no room for
_METADATA = ("title", "source", "author", "published", "url", "file")
_UNSAFE = re.compile(r"[.\x00-\x1f\x7f<>:\"/\\|?*\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+")


class Assigned(Protocol):
    """Who works on an article."""

    @property
    def assignee(self) -> str:
        """The editor's name."""


class Source(Protocol):
    """What exports ask of a project."""

    def article_ids(self) -> list[str]:
        """The articles, in the order of import."""

    def article(self, article_id: str) -> Article:
        """One article."""

    def annotations(self, article_id: str) -> list[Annotation]:
        """Its marks, rejected ones included."""

    def label_colours(self) -> Mapping[str, Colour]:
        """The colours that labels have in the window."""

    def facts(self) -> list[Fact]:
        """What the last comparison found."""

    def verdicts(self) -> dict[str, Verdict]:
        """Decisions on relations, by their key."""

    def assignments(self) -> Mapping[str, Assigned]:
        """Which editor works on which article."""

    def obsolete_verdicts(self) -> list[ObsoleteVerdict]:
        """Decisions on relations that the comparison no longer finds."""


@dataclass(frozen=True, slots=True)
class Link:
    """Between two marks of one article (IDs): `speaker` and `cue` of a quote, or how two claims stand."""

    kind: str
    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its marks, rejected ones included, what links them, and the colours of the project's labels."""

    article: Article
    marks: Sequence[Annotation]
    links: Sequence[Link]
    colours: Mapping[str, Colour] = field(default_factory=dict)

    @property
    def standing(self) -> list[Annotation]:
        """The marks that no editor rejected."""
        return [mark for mark in self.marks if mark.status is not Status.REJECTED]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a format could not hold, in one sentence."""

    ar: str
    en: str


_SENTENCES = {
    "rejected": (
        "العلامات المرفوضة لأن غيره يقرؤها مقبولة: {n}.",
        "Rejected marks, which others would read as accepted: {n}.",
    ),
    "overlaps": (
        "العلامات المتداخلة، وبقي أطولها: {n}.",
        "Marks that overlap others; the longest of each was kept: {n}.",
    ),
    "layers": ("الاقتباسات والادعاءات: {n}.", "Quotes and claims: {n}."),
    "space": (
        "علامات ليس فيها إلا فراغ أو أسطر جديدة: {n}.",
        "Marks of nothing but white space: {n}.",
    ),
    "edges": (
        "الفراغ عند أطراف العلامات: {n}.",
        "White space at the edges of marks: {n}.",
    ),
    "links": ("روابط العلامات بعضها ببعض: {n}.", "Links between marks: {n}."),
    "details": (
        "ما وراء الموضع والصنف (القيم، الأسماء الموحدة، الحالات، الملاحظات): {n}.",
        "What marks say beside place and label (values, shared names, states, notes): {n}.",
    ),
    "metadata": ("بيانات المقالات (المصدر، التاريخ…): {n}.", "What is known of articles (source, date…): {n}."),
    "texts": (
        "نصوص المقالات؛ استوردها أولا قبل هذا الملف: {n}.",
        "The articles' texts; import those before this file: {n}.",
    ),
    "control": (
        "محارف تحكم لا يقبلها XML، واستُبدلت: {n}.",
        "Control characters that XML forbids; replaced: {n}.",
    ),
    "labels": ("الفراغ في أسماء الأصناف، واستُبدل بشرطة: {n}.", "White space in labels; replaced: {n}."),
    "rows": ("صفوف لا تتسع لها ورقة جدول واحدة: {n}.", "Rows beyond what one sheet holds: {n}."),
    "long": ("خلايا قُصّ آخرها لأن Excel لا يقبل أطول منها: {n}.", "Cells cut short at what Excel can hold: {n}."),
    "undecided": ("مقارنات لم يُحكم فيها: {n}.", "Relations without a verdict: {n}."),
}


@dataclass(slots=True)
class Left:
    """Counts what does not fit while a file is written."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, what: str, number: int = 1) -> None:
        """`number` more of a kind of _SENTENCES."""
        if number:
            self.counts[what] += number

    def sentences(self) -> list[LeftOut]:
        """One sentence a kind."""
        return [LeftOut(*(words.format(n=n) for words in _SENTENCES[what])) for what, n in self.counts.items()]


Write = Callable[[BinaryIO, Iterable[Document], Left], None]


def documents(project: Source, what: str) -> Iterator[Document]:
    """The articles of `project` with all their marks, or their claims, one at a time."""
    related: dict[str, list[tuple[str, tuple[int, int, str], tuple[int, int, str]]]] = {}
    for fact in project.facts():
        for relation in fact.relations:
            a, b = (fact.claims[place] for place in (relation.a, relation.b))
            if a.article_id == b.article_id:
                ends = [(side.claim.start, side.claim.end, str(side.claim.kind)) for side in (a, b)]
                related.setdefault(a.article_id, []).append((str(relation.kind), ends[0], ends[1]))
    colours = project.label_colours()
    for key in project.article_ids():
        marks = project.annotations(key)
        if what == "claims":
            marks = [mark for mark in marks if mark.layer is Layer.CLAIM]
        yield Document(project.article(key), marks, list(_links(marks, related.get(key, ()))), colours)


def _links(
    marks: Sequence[Annotation], related: Iterable[tuple[str, tuple[int, int, str], tuple[int, int, str]]]
) -> Iterator[Link]:
    standing = [mark for mark in marks if mark.status is not Status.REJECTED]
    entities = {(mark.item.start, mark.item.end): mark.id for mark in standing if isinstance(mark.item, Entity)}
    claims = {
        (mark.item.start, mark.item.end, mark.label): mark.id for mark in standing if isinstance(mark.item, Claim)
    }
    for mark in standing:
        if isinstance(mark.item, Quote):
            for kind, mention in (("speaker", mark.item.speaker), ("cue", mark.item.cue)):
                if mention and (other := entities.get((mention.start, mention.end))):
                    yield Link(kind, mark.id, other)
    for kind, a, b in related:
        if a in claims and b in claims:
            yield Link(kind, claims[a], claims[b])


def metadata(article: Article) -> Json:
    """What is known of an article beside its text, with its ID."""
    known = {name: value for name in _METADATA if (value := getattr(article, name))}
    return {"id": article.id} | known


# JSON on one line, Arabic readable; one encoder for all, since making it costs as much as encoding.
dumps: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False).encode


class Archive:
    """A ZIP that is filled document by document; each gets a name that is its own and says its ID."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._kept: list[str] = []

    def put(self, name: str, content: str) -> None:
        """A text file."""
        info = zipfile.ZipInfo(name)  # a fixed date: the same project makes the same file
        info.compress_type = zipfile.ZIP_DEFLATED
        self._archive.writestr(info, content.encode("utf-8", "surrogatepass"), compresslevel=3)

    def keep(self, name: str, line: Json) -> None:
        """Something about document `name` that its format has no room for."""
        self._kept.append(dumps({"document": name} | line))

    def keep_rejected(self, name: str, document: Document) -> None:
        """The rejected marks of a document, which its format would show as standing."""
        for mark in document.marks:
            if mark.status is Status.REJECTED:
                self.keep(name, {"rejected": carried.plain(mark)})

    def finish(self) -> None:
        """Write what was kept."""
        self.put(SIDECAR, "".join(f"{line}\n" for line in self._kept))


@contextmanager
def archive(stream: BinaryIO) -> Iterator[Archive]:
    """An archive in `stream`, with its sidecar."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        made = Archive(packed)
        yield made
        made.finish()


def document_name(article: Article) -> str:
    """A file name for an article: readable, safe on every system, with its ID so that no two are alike."""
    stem = _UNSAFE.sub("_", PurePosixPath(article.file).stem or article.title)[:60].strip(" .")
    return f"{stem}-{article.id}" if stem else article.id
