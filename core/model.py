"""The values that everything else passes around. All are frozen; none knows Qt, SQL or a file.

Offsets everywhere: 0-based, half-open, in Unicode code points of the article's canonical text.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Label(StrEnum):
    """The built-in entity labels. A project adds labels of its own, so fields hold plain strings."""

    PER = "PER"
    LOC = "LOC"
    ORG = "ORG"
    MISC = "MISC"
    TIME = "TIME"
    QUANTITY = "QUANTITY"


class Origin(StrEnum):
    """Who proposed an annotation."""

    MODEL = "model"
    RULE = "rule"
    LEXICON = "lexicon"
    CAMEL = "camel"
    EDITOR = "editor"


class Approx(StrEnum):
    """How a figure bounds the amount it speaks of."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


class QuantityKind(StrEnum):
    """What a figure measures."""

    COUNT = "count"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"
    DURATION = "duration"
    MEASURE = "measure"
    FRACTION = "fraction"


class TimeKind(StrEnum):
    """TIMEX3 types."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class QuoteKind(StrEnum):
    """Inside quotation marks, or reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"


class ClaimKind(StrEnum):
    """What question a claim answers; also the kind of a fact."""

    QUANTITY = "quantity"
    TIME = "time"
    PLACE = "place"
    ACTOR = "actor"
    CHANNEL = "channel"
    POLARITY = "polarity"
    WORDING = "wording"
    OTHER = "other"


class Modality(StrEnum):
    """How the text commits itself to a claim."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    POSSIBLE = "possible"
    DEMANDED = "demanded"


class Polarity(StrEnum):
    """Whether the proposition is affirmed or denied."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class RelationKind(StrEnum):
    """How two claims of one fact stand to each other."""

    CORROBORATES = "corroborates"
    REFINES = "refines"
    DIFFERS_IN_SCOPE = "differs_in_scope"
    CONTRADICTS = "contradicts"
    UPDATES = "updates"
    DIFFERENT_EVENT = "different_event"


class Show(StrEnum):
    """What the editor sees of a relation."""

    CONFLICT = "conflict"
    CHECK = "check"
    AGREE = "agree"
    UPDATE = "update"
    SILENT = "silent"


class VerdictKind(StrEnum):
    """An editor's decision on a relation."""

    UNDECIDED = "undecided"
    CONTRADICTION = "contradiction"
    COMPATIBLE = "compatible"
    UPDATE = "update"
    DIFFERENT_EVENT = "different_event"


class Reason(StrEnum):
    """Why the editor decided so."""

    SCOPE = "scope"
    DATE = "date"
    UNIT = "unit"
    ROUNDING = "rounding"
    QUOTES_OTHER = "quotes_other"  # one source quotes the other
    TRANSLATION = "translation"
    WORDING = "wording"
    OTHER = "other"


class Layer(StrEnum):
    """Annotations lie on three layers over one text."""

    ENTITY = "entity"
    QUOTE = "quote"
    CLAIM = "claim"


class Status(StrEnum):
    """SUGGESTED is an engine's proposal; all others are an editor's decisions and outlive any new extraction."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    CHANGED = "changed"  # a suggestion with another label, span, name or value
    REJECTED = "rejected"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range in code points; never empty."""

    start: int
    end: int

    def overlaps(self, other: HasSpan) -> bool:
        """True where the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: HasSpan) -> bool:
        """True where `other` lies wholly inside (or is the same)."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: bounds or None where the words leave that side open, and the counted noun's singular.

    `unit` is the ISO code for money (USD). `iso` is an ISO 8601 duration for durations only. For VAGUE, low and high
    bound what the words allow (عشرات الآلاف → 20000, 99999). For ORDINAL low == high == rank.
    """

    low: float | None
    high: float | None
    unit: str | None
    approx: Approx = Approx.EXACT
    kind: QuantityKind = QuantityKind.COUNT
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A TIMEX3 value; `begin` and `end` are inclusive ISO days, None where it could not be resolved.

    `mod` is a TIMEX3 modifier that stays outside `timex` (START, END, MID, APPROX, EARLIER_IN, BEFORE, AFTER) or None.
    """

    timex: str
    begin: str | None = None
    end: str | None = None
    kind: TimeKind = TimeKind.DATE
    mod: str | None = None

    @property
    def is_midnight(self) -> bool:
        """The hour that is of the day before it as well."""
        return self.timex.endswith(("T00:00", "T24:00"))


# A place, an actor, a medium: the canonical name, or the normalised words, of what answers the question.
Value = Quantity | TimeValue | str


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked name, time or figure. `name` is the canonical name shared by all spellings; `score` is in 0…1."""

    start: int
    end: int
    text: str
    label: str
    name: str
    origin: Origin
    score: float
    value: Quantity | TimeValue | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names somebody; `name` is who that is (canonical), `text` the words themselves."""

    start: int
    end: int
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Reported speech. `cue` is the reporting word, `via` the medium it came through; `denial` for what is denied.

    Spans of direct quotes lie inside the quotation marks; of indirect ones from أن/إن to the end of the complement.
    `score` is the share of such quotes whose span and speaker are right; 1 where an editor marked it.
    """

    start: int
    end: int
    text: str
    kind: QuoteKind
    denial: bool = False
    via: str | None = None
    speaker: Mention | None = None
    cue: Mention | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it (canonical name; None: the outlet itself), and through which medium."""

    speaker: str | None = None
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """The smallest evidence span that answers a question.

    For a figure or a time that is the expression with its approximator («أكثر من 94000 جندي»), for polarity the
    proposition. `clause` is the clause around it, which is what decides event, modality and scope. `check_worthy` is in
    0…1, for sorting.
    """

    start: int
    end: int
    text: str
    kind: ClaimKind
    clause: Span
    value: Value | None = None
    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.AFFIRMED
    attribution: Attribution = Attribution()
    check_worthy: float = 0.5


@dataclass(frozen=True, slots=True)
class Article:
    """`text` is canonical and never changes after import, so `id`, which is made from it, is the same everywhere."""

    id: str
    text: str
    title: str = ""
    source: str = ""
    author: str = ""
    published: str | None = None  # ISO day
    url: str = ""
    file: str = ""  # the name it was imported under


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the extractors found in one article. Each tuple is sorted by start.

    `proposed` are the engine's own entities, where what a project has learned changed them; else None.
    """

    article: Article
    boilerplate: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    proposed: tuple[Entity, ...] | None = None


@dataclass(frozen=True, slots=True)
class ArticleClaim:
    """A claim and the article it stands in."""

    article_id: str
    claim: Claim

    @property
    def key(self) -> str:
        """Stable across machines and analyses: it is made from the evidence, not from the engine."""
        return _evidence_key(self.article_id, self.claim.start, self.claim.end, self.claim.kind)


@dataclass(frozen=True, slots=True)
class Relation:
    """Between claims `a` and `b`: indices into the claims of its fact, a < b.

    `difference` is what differs, in figures where there are any («81000 (86 %)»), else "".
    `follows`: the key of another relation of the fact in which the same answers stand against each other; a decision
    on that one is a decision on this one. "" for one that stands for itself.
    `score` in 0…1. `reason` in Arabic and `reason_en`: one sentence each, from the parts that decided. `origin` is RULE
    for what the comparison found, EDITOR for what somebody related by hand.
    """

    a: int
    b: int
    kind: RelationKind
    show: Show
    score: float
    difference: str
    reason: str
    reason_en: str
    origin: Origin = Origin.RULE
    follows: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One question that several claims answer: a row of the matrix. `event` says in words of which event it speaks.

    `voices`: how many sources answer for themselves, those that print one text counted once; 0 where nobody counted.
    """

    id: str
    question: str
    question_en: str
    kind: ClaimKind
    event: str
    claims: tuple[ArticleClaim, ...]
    relations: tuple[Relation, ...]
    voices: int = 0

    def relation_id(self, relation: Relation) -> str:
        """The key under which a verdict on `relation` is kept."""
        return relation_key(self.claims[relation.a], self.claims[relation.b])


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision on a relation. `decided_at` is UTC, ISO 8601 with seconds; None only while UNDECIDED.

    `follows` is the key of another relation where nobody decided on this one: it is settled by the verdict on that one.
    `others` are the editors who decided otherwise, with their verdicts, as long as nobody has settled that.
    """

    relation_id: str
    kind: VerdictKind = VerdictKind.UNDECIDED
    reason: Reason | None = None
    note: str = ""
    editor: str = ""
    decided_at: str | None = None
    follows: str | None = None
    others: tuple[tuple[str, VerdictKind], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that a verdict rests on, as it was read when the verdict was given."""

    article_id: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class ObsoleteVerdict:
    """A verdict whose relation the latest comparison did not find again."""

    verdict: Verdict
    question: str
    a: Evidence | None
    b: Evidence | None


@dataclass(frozen=True, slots=True)
class Annotation:
    """A mark as the project keeps it: what it is (`item`) and what an editor made of it."""

    id: str
    article_id: str
    item: Entity | Quote | Claim
    status: Status = Status.SUGGESTED
    editor: str = ""
    created_at: str = ""  # UTC, ISO 8601
    updated_at: str = ""
    note: str = ""

    @property
    def layer(self) -> Layer:
        """Which of the three layers it lies on."""
        return _LAYERS[type(self.item)]

    @property
    def label(self) -> str:
        """The entity label, the kind of quote or the kind of claim."""
        return self.item.label if isinstance(self.item, Entity) else str(self.item.kind)

    @property
    def span(self) -> Span:
        """Where it lies in the canonical text."""
        return Span(self.item.start, self.item.end)


HasSpan = Span | Entity | Quote | Claim | Mention

_LAYERS: dict[type, Layer] = {Entity: Layer.ENTITY, Quote: Layer.QUOTE, Claim: Layer.CLAIM}


def stable_id(*parts: object) -> str:
    """Sixteen hex digits made from `parts`: the same on every machine, so that two editors' projects merge."""
    return _digest("\x1f".join(map(str, parts)))


def _digest(joined: str) -> str:
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


@lru_cache(maxsize=1 << 17)
def _evidence_key(article: str, start: int, end: int, kind: ClaimKind) -> str:
    """The key of a claim; comparison asks for it once for each of its relations."""
    return stable_id(article, start, end, kind)


def article_id(text: str) -> str:
    """The ID of the article with this canonical text."""
    return stable_id("article", text)


def suggestion_id(article: str, item: Entity | Quote | Claim) -> str:
    """The ID under which an engine's proposal is kept: the same mark gets the same ID in every analysis."""
    label = item.label if isinstance(item, Entity) else item.kind
    # As `stable_id` has it; an analysis of many articles asks for it a million times.
    return _digest(f"{article}\x1f{_LAYERS[type(item)]}\x1f{label}\x1f{item.start}\x1f{item.end}")


def relation_key(a: ArticleClaim, b: ArticleClaim) -> str:
    """The key of the pair, whichever way round it comes."""
    return stable_id("relation", *sorted((a.key, b.key)))
