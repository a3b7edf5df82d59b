"""Projects that Hypothesis makes: texts of all kinds with marks of all layers, wherever they fall."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from core.colours import Colour, colour_of
from core.model import (
    Annotation,
    Approx,
    Article,
    Attribution,
    Claim,
    ClaimKind,
    Entity,
    Fact,
    Label,
    Mention,
    Modality,
    ObsoleteVerdict,
    Origin,
    Polarity,
    Quantity,
    QuantityKind,
    Quote,
    QuoteKind,
    Span,
    Status,
    TimeKind,
    TimeValue,
    Verdict,
    article_id,
    stable_id,
)

# Letters with marks and joiners, emoji of one and of several code points, and all that some format gives a meaning to.
_PIECES = (
    *("قال", "بوتِين", "سَلْمى", "می‌خواهم", "کوردی", "ـــ", " ", "  ", "\n", "\n\n", "\t", ".", "،", "«", "»", '"', "'"),
    *(
        "🙂",
        "👩‍👩‍👧",
        "🇱🇧",
        "é",
        "٩٤٬٠٠٠",
        "94,000",
        "BBC:",
        "a_b",
        "\\",
        "|",
        "[1]",
        ";",
        "->",
        "*",
        "#",
        "<b>",
        "&amp;",
        "]]>",
    ),
    *("=1+1", "-", "O", "B-PER", "\u200f", "\u00a0", "% ", "_", "T1"),
)
_TEXTS = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=25).map("".join).filter(str.strip)
_WORDS = st.text(st.sampled_from("=أبد '\"|\\[_;\n\t<&🙂1"), max_size=8)
_NAMES = _WORDS.filter(str.strip)
_TIMES = st.sampled_from(["2026-01-01T10:00:00+00:00", "2026-02-03T00:00:00+00:00"])
_SCORES = st.integers(0, 10_000).map(lambda score: score / 10_000)
_LABELS = st.sampled_from(["PER", "LOC", "ORG", "MISC", "سلاح", "two words", "a/b-c"])


@dataclass
class Made:
    """What exports ask of a project, held in memory."""

    made: list[Article] = field(default_factory=list)
    marks: list[Annotation] = field(default_factory=list)

    def article_ids(self) -> list[str]:
        return [article.id for article in self.made]

    def article(self, article_id: str) -> Article:
        return next(article for article in self.made if article.id == article_id)

    def home(self, article_id: str) -> Article | None:
        return next((article for article in self.made if article.id == article_id), None)

    def annotations(self, article_id: str) -> list[Annotation]:
        return [mark for mark in self.marks if mark.article_id == article_id]

    def label_colours(self) -> dict[str, Colour]:
        return {label: colour_of(label) for label in Label}

    def facts(self) -> list[Fact]:
        return []

    def verdicts(self) -> dict[str, Verdict]:
        return {}

    def obsolete_verdicts(self) -> list[ObsoleteVerdict]:
        return []


@st.composite
def _spans(draw: st.DrawFn, text: str) -> tuple[int, int, str]:
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return start, end, text[start:end]


@st.composite
def _mentions(draw: st.DrawFn, text: str) -> Mention:
    return Mention(*draw(_spans(text)), draw(_NAMES))


_QUANTITIES = st.builds(
    Quantity,
    st.none() | st.integers(0, 10**6),
    st.none() | st.integers(0, 10**6),
    st.none() | _NAMES,
    st.sampled_from(Approx),
    st.sampled_from(QuantityKind),
    st.none() | st.just("PT2H"),
)
_TIME_VALUES = st.builds(
    TimeValue, st.just("2021-12-07"), st.none() | st.just("2021-12-07"), st.none(), st.sampled_from(TimeKind)
)


@st.composite
def _items(draw: st.DrawFn, text: str) -> Entity | Quote | Claim:
    place = draw(_spans(text))
    match draw(st.integers(0, 2)):
        case 0:
            value = draw(st.none() | _QUANTITIES | _TIME_VALUES)
            origin = draw(st.sampled_from(Origin))
            return Entity(*place, draw(_LABELS), draw(_NAMES), origin, draw(_SCORES), value)
        case 1:
            people = st.none() | _mentions(text)
            kind = draw(st.sampled_from(QuoteKind))
            return Quote(*place, kind, draw(st.booleans()), draw(st.none() | _NAMES), draw(people), draw(people))
        case _:
            start, end, _ = draw(_spans(text))
            return Claim(
                *place,
                draw(st.sampled_from(ClaimKind)),
                Span(start, end),
                draw(st.none() | _QUANTITIES | _TIME_VALUES | _NAMES),
                draw(st.sampled_from(Modality)),
                draw(st.sampled_from(Polarity)),
                Attribution(draw(st.none() | _NAMES), draw(st.none() | _NAMES)),
                draw(_SCORES),
            )


@st.composite
def projects(draw: st.DrawFn) -> Made:
    """One to three articles with up to six marks each."""
    texts = draw(st.lists(_TEXTS, min_size=1, max_size=3, unique=True))
    made = Made()
    for number, text in enumerate(texts):
        about = draw(st.sampled_from([{}, {"title": "عنوان, طويل", "source": "رويترز", "published": "2021-12-04"}]))
        article = Article(article_id(text), text, file=f"00{number}.txt", **about)
        made.made.append(article)
        for place, item in enumerate(draw(st.lists(_items(text), max_size=6))):
            status = draw(st.sampled_from(Status))
            note, editor = draw(_WORDS), draw(st.sampled_from(["", "سلمى"]))
            key, at = stable_id(article.id, place), draw(_TIMES)
            made.marks.append(Annotation(key, article.id, item, status, editor, at, at, note))
    return made
