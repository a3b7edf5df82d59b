"""A project → the values of its report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache, partial
from importlib.metadata import version
from typing import Protocol

from core.errors import KnownError
from core.exporters.report import words
from core.exporters.report.content import (
    Agreed,
    Agreement,
    Band,
    Decision,
    MatrixRow,
    Point,
    Report,
    Said,
    Section,
    Source,
)
from core.exporters.report.pairs import Pair, denies, grouped, lost_pair, matrix_facts, matters, sides, stars
from core.exporters.report.passages import passages, plain, shortened
from core.extract.speech.case import oblique
from core.model import (
    Article,
    ArticleClaim,
    Claim,
    Fact,
    ObsoleteVerdict,
    Origin,
    Relation,
    Show,
    TimeValue,
    Verdict,
    VerdictKind,
)
from core.text.directions import apart

# Sections in their order, and the colour of each; the last two only where everything is asked for, or decided on.
_SECTIONS = {
    "conflict": Show.CONFLICT,
    "check": Show.CHECK,
    "settled": Show.AGREE,
    "update": Show.UPDATE,
    "record": Show.SILENT,
}
_ALWAYS = ("conflict", "check")
_COLUMNS = 5  # sources beside each other on a page
_MOST_POINTS = 100  # in a section
_MOST_ANSWERS = 4  # that agree, to one question
_MOST_SAID = 3  # in a cell
_CELL = 110  # code points of one answer in a cell
_DAY = re.compile(r"[،,]\s*(\d{4}-\d{2}-\d{2})$")


class Project(Protocol):
    """What the report asks of a project."""

    @property
    def comparison_is_stale(self) -> bool:
        """Whether something changed since the last comparison."""

    def article_ids(self) -> list[str]:
        """The articles, in the order of import."""

    def article(self, article_id: str) -> Article:
        """One article."""

    def pending_ids(self) -> list[str]:
        """Those not analysed yet."""

    def facts(self) -> list[Fact]:
        """What the last comparison found."""

    def verdicts(self) -> dict[str, Verdict]:
        """Decisions on relations, by their key."""

    def obsolete_verdicts(self) -> list[ObsoleteVerdict]:
        """Decisions on relations that the comparison no longer finds."""


def build(
    project: Project, title: str, language: str = "ar", everything: bool = False, made: datetime | None = None
) -> Report:
    """The report of a project, called `title`; `everything` leaves nothing out. KnownError where it is empty."""
    keys = project.article_ids()
    if not keys:
        raise KnownError(
            "المشروع فارغ، فلا شيء يُكتب عنه تقرير؛ أضف مقالات أولا: mizan import.",
            "The project is empty, so there is nothing to report on; add articles first: mizan import.",
        )
    say = partial(words.text, language)
    pending = project.pending_ids()
    if len(pending) == len(keys):
        raise KnownError(
            "لم يُحلل أي مقال في المشروع بعد؛ حلّله أولا: mizan analyze.",
            "No article of the project was analysed yet; do that first: mizan analyze.",
        )
    verdicts, facts = project.verdicts(), project.facts()
    maker = _Maker(
        project.article, language, {key: _source(project.article(key), at, language) for at, key in enumerate(keys, 1)}
    )
    pairs = [
        Pair(fact, relation, verdicts.get(key, Verdict(key)))
        for fact in facts
        for relation in fact.relations
        for key in (fact.relation_id(relation),)
    ]
    groups = grouped(pair for pair in pairs if everything or matters(pair))
    sections, numbered = [], 0
    for name in _SECTIONS:
        mine = [group for group in groups if group[0].section == name]
        shown = mine if everything else mine[:_MOST_POINTS]
        if mine or name in _ALWAYS:
            points = tuple(maker.point(group, numbered + at) for at, group in enumerate(shown, 1))
            note = say("left_out", len(shown), len(mine)) if len(shown) < len(mine) else ""
            heading = (say(f"section_{name}"), say(f"lead_{name}") if mine else say(f"none_{name}"))
            sections.append(Section(_SECTIONS[name], *heading, points, note))
            numbered += len(points)
    if lost := [pair for found in project.obsolete_verdicts() if (pair := lost_pair(found, maker.sources))]:
        points = tuple(maker.point([pair], numbered + at) for at, pair in enumerate(lost, 1))
        sections.append(Section(Show.SILENT, say("section_obsolete"), say("lead_obsolete"), points, ""))
    rows = matrix_facts(pairs, facts, everything)
    heads = maker.answering(fact for fact, _ in rows)
    silent = [source.label for source in maker.sources.values() if source not in heads]
    count = Counter(group[0].section for group in groups)
    decided = sum(group[0].verdict.kind is not VerdictKind.UNDECIDED for group in groups)
    notices = [say("stale")] if project.comparison_is_stale else []
    if pending:
        notices.append(say("pending", words.listed(language, [maker.sources[key].label for key in pending])))
    now = words.moment(language, made or datetime.now().astimezone())
    return Report(
        language,
        plain(title),
        now,
        (
            (say("articles"), str(len(keys))),
            (say("questions"), str(len(facts))),
            (say("conflicts"), str(count["conflict"])),
            (say("checks"), str(count["check"])),
            (say("decided"), say("of", decided, len(groups))),
        ),
        tuple(notices),
        tuple(maker.sources.values()),
        tuple(maker.bands(rows, heads)),
        say("matrix_lead_all" if everything else "matrix_lead") if rows else say("matrix_none"),
        say("silent", words.listed(language, silent)) if silent and rows else "",
        tuple(sections),
        tuple(maker.agreements(pairs, None if everything else _MOST_ANSWERS)),
        say("method", version("mizan"), plain(title), now),
    )


def point_of(articles: Mapping[str, Article], fact: Fact, relation: Relation, verdict: Verdict, language: str) -> Point:
    """One pair, as the report tells of it; `articles` by ID, at least the two it stands in."""
    sources = {key: _source(article, at, language) for at, (key, article) in enumerate(articles.items(), 1)}
    return _Maker(articles.__getitem__, language, sources).point([Pair(fact, relation, verdict)], 1)


class _Maker:
    """Makes the parts of one report: knows its language and how it calls the articles."""

    def __init__(self, article: Callable[[str], Article], language: str, sources: dict[str, Source]) -> None:
        self.sources = sources
        self._language = language
        self._pick = words.chooser(language)
        self._text = lru_cache(32)(lambda key: article(key).text)

    def said(self, claim: Claim, longest: int | None = None) -> Said:
        """What a claim says, on one line."""
        line = " ".join(plain(claim.text).split())
        notes = []
        if claim.modality in words.MODALITIES:
            notes.append(self._pick(words.MODALITIES[claim.modality]))
        if denies(claim):
            notes.append(words.text(self._language, "denied"))
        for key, name in (("says", claim.attribution.speaker), ("via", claim.attribution.via)):
            if name:
                notes.append(words.text(self._language, key, plain(self._behind(name))))
        if isinstance(claim.value, TimeValue) and (resolved := words.time(self._language, claim.value)):
            notes.append(resolved)
        return Said(shortened(line, longest) if longest else line, tuple(notes))

    def _behind(self, speaker: str) -> str:
        """A name in the case that «على لسان» asks for."""
        return oblique(speaker) if self._language == "ar" else speaker

    def question(self, fact: Fact) -> tuple[str, str]:
        """The question, and what the event adds to it: its day, or the event where the question does not name it."""
        asked = plain(self._pick((fact.question, fact.question_en or fact.question)))
        day = _DAY.search(fact.event)
        name = plain(fact.event[: day.start()] if day else fact.event)
        when = words.day(self._language, day[1]) if day else ""
        known = name in fact.question or self._language == "en"
        return asked, " · ".join(part for part in ("" if known else name, when, self._voices(fact)) if part)

    def _voices(self, fact: Fact) -> str:
        """How many sources speak for themselves, where some print the text of others."""
        known = self.sources
        sources = {known[key].label if key in known else key for key in (claim.article_id for claim in fact.claims)}
        return words.text(self._language, "voices", fact.voices) if 0 < fact.voices < len(sources) else ""

    def point(self, group: Sequence[Pair], number: int) -> Point:
        """Pairs that oppose the same two answers; the surest comes first and gives its reason."""
        best = group[0]
        fact, relation, verdict = best.fact, best.relation, best.verdict
        decided = verdict.kind is not VerdictKind.UNDECIDED
        decision = Decision(
            self._pick(words.VERDICTS[verdict.kind]) if decided else "",
            self._why(verdict),
            plain(verdict.note),
            plain(verdict.editor) or words.text(self._language, "unnamed"),
            words.moment(self._language, verdict.decided_at),
        )
        first, second = (
            passages([fact.claims[place] for place in side], self.sources, self._text, self.said)
            for side in sides(group)
        )
        question, event = self.question(fact)
        return Point(
            number,
            question,
            event,
            relation.show,
            self._pick(words.RELATIONS[relation.kind]) if relation.kind in words.RELATIONS else "",
            len(group),
            first,
            second,
            words.difference(self._language, plain(relation.difference)),
            self._reason(fact, relation),
            decision if decided or verdict.note else None,
            relation.origin is Origin.EDITOR,
        )

    def _reason(self, fact: Fact, relation: Relation) -> str:
        """Why they stand so, with names and passages in their own direction."""
        parts = []
        for end in (fact.claims[relation.a], fact.claims[relation.b]):
            by = end.claim.attribution
            speaker = by.speaker or ""
            parts += [end.claim.text, self.sources[end.article_id].label, speaker, oblique(speaker), by.via or ""]
        reason = self._pick((relation.reason, relation.reason_en or relation.reason))
        return apart(plain(reason), map(plain, parts), arabic=self._language == "ar")

    def _why(self, verdict: Verdict) -> str:
        reason = self._pick(words.REASONS[verdict.reason]) if verdict.reason else ""
        follows = words.text(self._language, "follows") if verdict.follows else ""
        others = [
            words.text(self._language, "otherwise", plain(editor), self._pick(words.VERDICTS[kind]))
            for editor, kind in verdict.others
        ]
        return " · ".join(filter(None, (reason, follows, *others)))

    def answering(self, facts: Iterable[Fact]) -> list[Source]:
        """The articles that answer any of these questions, in the order of the list."""
        there = {claim.article_id for fact in facts for claim in fact.claims}
        return [source for key, source in self.sources.items() if key in there]

    def bands(self, rows: Sequence[tuple[Fact, Show | None]], heads: Sequence[Source]) -> Iterator[Band]:
        """The matrix in parts of about equal width; a row stands where one of its sources speaks."""
        parts = -(-len(heads) // _COLUMNS)
        for part in range(parts):
            columns = heads[part * len(heads) // parts : (part + 1) * len(heads) // parts]
            numbers = {source.number: at for at, source in enumerate(columns)}
            found = []
            for fact, show in rows:
                cells: list[dict[Said, None]] = [{} for _ in columns]
                for claim in fact.claims:
                    at = numbers.get(self.sources[claim.article_id].number)
                    if at is not None:
                        cells[at][self.said(claim.claim, _CELL)] = None
                if any(cells):
                    found.append(MatrixRow(*self.question(fact), show, tuple(map(self._cell, cells))))
            yield Band(tuple(columns), tuple(found))

    def _cell(self, said: dict[Said, None]) -> tuple[Said, ...]:
        kept = tuple(said)[:_MOST_SAID]
        more = len(said) - len(kept)
        return (*kept, Said(words.text(self._language, "more", more), ())) if more else kept

    def agreements(self, pairs: Sequence[Pair], most: int | None) -> Iterator[Agreement]:
        """For each question the answers that more than one article gives, the answer of most first."""
        by_fact: dict[str, list[Pair]] = {}
        against = (VerdictKind.CONTRADICTION, VerdictKind.DIFFERENT_EVENT)
        for pair in pairs:
            if pair.relation.show is Show.AGREE and pair.verdict.kind not in against:
                by_fact.setdefault(pair.fact.id, []).append(pair)
        for mine in by_fact.values():
            fact = mine[0].fact
            answers = []
            for star in stars([(pair.relation.a, pair.relation.b) for pair in mine]):
                keys = dict.fromkeys(fact.claims[place].article_id for place in star)
                if len(keys) > 1:
                    sources = sorted((self.sources[key] for key in keys), key=lambda source: source.number)
                    said = self.said(fact.claims[star[0]].claim, 2 * _CELL)
                    answers.append(Agreed(Said(said.words, _resolved(fact.claims[star[0]], said)), tuple(sources)))
            if answers:
                answers.sort(key=lambda answer: -len(answer.sources))
                yield Agreement(*self.question(fact), tuple(answers[:most]))


def _resolved(claim: ArticleClaim, said: Said) -> tuple[str, ...]:
    """Of the notes only the resolved day: an agreement has many speakers."""
    return said.notes[-1:] if isinstance(claim.claim.value, TimeValue) and claim.claim.value.begin else ()


def _source(article: Article, number: int, language: str) -> Source:
    url = article.url if article.url.startswith(("https://", "http://")) else ""
    names = map(
        plain, (article.source, words.day(language, article.published), article.title, article.file or article.id, url)
    )
    return Source(number, *names)
