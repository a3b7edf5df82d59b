"""What the project tells its callers, beside the values of `core.model`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from core.model import Annotation, ArticleClaim, Evidence, Layer, RelationKind, Show, Span, Verdict


class Kind(StrEnum):
    """What sort of thing a change touched; a view reads again only what it shows."""

    ARTICLES = "articles"
    ANNOTATIONS = "annotations"
    FACTS = "facts"
    VERDICTS = "verdicts"
    SETTINGS = "settings"
    CLASHES = "clashes"
    ASSIGNMENTS = "assignments"


@dataclass(frozen=True, slots=True)
class Touched:
    """Which kinds of things changed, in which articles (IDs)."""

    kinds: frozenset[Kind] = frozenset()
    articles: frozenset[str] = frozenset()

    def __or__(self, other: Touched) -> Touched:
        return Touched(self.kinds | other.kinds, self.articles | other.articles)

    def __bool__(self) -> bool:
        return bool(self.kinds)


class RelationKey(NamedTuple):
    """A relation by its key, its fact, and the key of the one of the same dispute that stands for it ("": none)."""

    id: str
    fact_id: str
    follows: str = ""


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One line of the article list.

    `suggested` and `decided` count annotations; `undecided` the disputes shown as conflict or check that touch this
    article and have no verdict yet. `length` is in code points.
    """

    id: str
    title: str
    source: str
    author: str
    published: str | None
    url: str
    file: str
    length: int
    analysed: bool
    suggested: int
    decided: int
    undecided: int


class Where(StrEnum):
    """In what a query was found."""

    TEXT = "text"
    MARK = "mark"  # the note on a mark
    VERDICT = "verdict"  # the note on a verdict


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place that matches a query: `span` in the article, `snippet_span` the same words inside `snippet`.

    Of a note, `span` is what it was written on: the mark, or the first of the two passages of the relation (its key);
    the snippet is of the note, and of a verdict's the title is the question.
    """

    article_id: str
    title: str
    source: str
    span: Span
    snippet: str
    snippet_span: Span
    where: Where = Where.TEXT
    relation_id: str = ""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One edit in the history. `text` is the name of the edit's class, or the name that a batch was given."""

    id: int
    at: str  # UTC, ISO 8601
    editor: str
    text: str
    undone: bool
    articles: int = 0  # how many it touched


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: IDs of the new articles, and (file, ID of the article that has the same text)."""

    added: list[str]
    duplicates: list[tuple[str, str]]


class Anchor(NamedTuple):
    """The evidence of a claim, by which a ruling finds it again in a later comparison. Code points."""

    article_id: str
    start: int
    end: int
    kind: str


class RulingKind(StrEnum):
    """What editors decide about facts, beside verdicts."""

    RELATION = "relation"  # two passages related by hand
    QUESTION = "question"  # a fact's question in other words
    MERGE = "merge"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an editor decided about facts, for this comparison and later ones.

    `groups` are the claims that it is about: of the fact for a QUESTION, of each fact for a MERGE, those that go and
    those that stay for a SPLIT. A RELATION has `sides` instead, the two claims, and its `id` is the relation's.
    `question` is the fact's new one, "" where it keeps its own; `about` the question of each fact when it was decided.
    """

    id: str
    kind: RulingKind
    groups: tuple[tuple[Anchor, ...], ...] = ()
    sides: tuple[ArticleClaim, ...] = ()
    relation: RelationKind | None = None
    question: str = ""
    note: str = ""
    about: tuple[str, ...] = ()
    editor: str = ""
    decided_at: str = ""  # UTC, ISO 8601


class LearnedState(StrEnum):
    """Whether a learned entry is in force."""

    ACTIVE = "active"
    OFF = "off"  # an editor switched it off
    WAITING = "waiting"  # an ordinary word, marked once: a second mark is asked for
    DISPUTED = "disputed"  # decisions speak against each other


@dataclass(frozen=True, slots=True)
class LearnedEntry:
    """What decisions have taught about a spelling and a label.

    `rejects`: it is not suggested as `label`; else it is suggested as `label` under `name`, with `adds` also where no
    engine proposes it. `decisions` are the marks (IDs) that speak of it, for and against. `forced`: an editor overrode
    what the decisions say. `key` is the form under which spellings are compared.
    """

    spelling: str
    key: str
    label: str
    name: str
    rejects: bool
    adds: bool
    decisions: tuple[str, ...]
    state: LearnedState
    forced: bool

    @property
    def active(self) -> bool:
        """Whether it changes what is suggested."""
        return self.state is LearnedState.ACTIVE

    @property
    def count(self) -> int:
        """How many decisions speak of it."""
        return len(self.decisions)


@dataclass(frozen=True, slots=True)
class NameDecision:
    """What is written `spelling` (folded), or was called so, is called `name`: what merging and splitting left."""

    spelling: str
    name: str
    editor: str
    decided_at: str


class ClashKind(StrEnum):
    """What editors may decide differently; the values are the tables that hold it."""

    ANNOTATION = "annotations"
    VERDICT = "verdicts"
    NAME = "names"
    RULING = "rulings"
    ASSIGNMENT = "assignments"


@dataclass(frozen=True, slots=True)
class Assignment:
    """Which editor works on an article: `assignee` is a name, `mine` that it is whoever has the project open."""

    article_id: str
    assignee: str
    editor: str = ""
    decided_at: str = ""
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """What one editor decided. `out`: that there is no such mark. `current`: what the project goes by now."""

    id: str
    editor: str
    at: str  # UTC, ISO 8601
    value: Annotation | Verdict | NameDecision | Ruling | Assignment
    out: bool
    current: bool


@dataclass(frozen=True, slots=True)
class Clash:
    """One thing that editors decided differently, each with their version, the latest last.

    `key` is the ID of the mark, the key of the relation, the spelling or the ruling's ID; `articles` (IDs) are
    those that it touches. `subject` says in words what it is about: the mark's own, the relation's question, the
    spelling; `subject_en` the relation's question in English, where it is known.

    `final` are the versions that somebody chose after that: one where the clash is settled, more where they
    differ. `places` are the passages it is about: of a mark all that the versions cover, of a relation both ends.
    """

    kind: ClashKind
    key: str
    subject: str
    articles: tuple[str, ...]
    versions: tuple[Version, ...]
    final: tuple[Version, ...] = ()
    settled: bool = False
    places: tuple[Evidence, ...] = ()
    subject_en: str = ""


@dataclass(frozen=True, slots=True)
class ArticleDifference:
    """Projects say different things of one article: what a merge kept of a column, and what else was said."""

    article_id: str
    column: str
    kept: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class United:
    """What a merge made: articles and those that came from several projects, marks and decided ones, verdicts."""

    articles: int
    shared: int
    marks: int
    decided: int
    verdicts: int
    editors: tuple[str, ...]
    differences: tuple[ArticleDifference, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A passage of a source (or of the same one) that a relation sets beside another passage."""

    relation_id: str
    show: Show
    article_id: str
    source: str
    span: Span
    text: str
    question: str
    question_en: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Suggestions of entities that nobody has touched; "" is any. `least` <= percent of score <= `most`."""

    label: str = ""
    name: str = ""
    article_id: str = ""
    least: int = 0
    most: int = 100


@dataclass(frozen=True, slots=True)
class Coming:
    """What a merge would bring into a project: articles, new and known, decisions on marks, verdicts, all changes."""

    articles: int
    known: int
    marks: int
    verdicts: int
    changes: int


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one editor decided on a mark (`key` is its ID) or on a relation (`layer` None, `label` the verdict's kind).

    `label` None: that there is no such mark; `start` and `end` are code points. `added`: no engine had proposed it.
    """

    key: str
    editor: str
    at: str
    articles: tuple[str, ...]
    layer: Layer | None
    start: int
    end: int
    label: str | None
    added: bool
    editor_id: str = ""  # "" for who gave no name


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check found: one sentence in Arabic and in English."""

    ar: str
    en: str
