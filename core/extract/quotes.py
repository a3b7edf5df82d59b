"""Direct and indirect speech with its speaker, reporting word and medium."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from core.extract.contents import Content, Opening
from core.extract.credits import Credit
from core.extract.cues import Form, complementizers, words_of
from core.extract.referents import Referents, Voice
from core.extract.reports import Reader, Report
from core.extract.speakers import Parties
from core.extract.wording import COMMAS, Pair, Wording
from core.model import Entity, Mention, Quote, QuoteKind, Span

# Later reports that are looked at for the end of one; keeps a long sentence linear.
_AHEAD = 12
# Contents inside each other that are kept; deeper ones say nothing new.
_DEPTH = 4
# Tokens in which a comma that ends a content is looked for.
_REACH = 200
# Tokens of a content in which its denial is looked for.
_DENIAL_REACH = 40
_STOPS = frozenset(".!?؟…؛;:،,-–—")


def extract_quotes(text: str, sentences: Sequence[Span], entities: Sequence[Entity]) -> list[Quote]:
    """The quotes of one text, sorted by start, an outer one before those inside it; in linear time."""
    wording = Wording(text, entities)
    if not wording.cue_tokens and not wording.pairs and ":" not in wording.forms and not _has_credit(wording):
        return []
    parties = Parties(wording)
    reader = Reader(wording, parties, Referents(wording, parties, entities))
    openings = sorted(wording.pairs)
    quotes: dict[tuple[int, int, QuoteKind], Quote] = {}
    for sentence in sentences:
        begin, end = wording.tokens_of(sentence)
        if begin < end:
            for quote in _Sentence(wording, reader, openings, begin, end).quotes():
                quotes.setdefault((quote.start, quote.end, quote.kind), quote)
    return sorted(quotes.values(), key=lambda quote: (quote.start, -quote.end, quote.kind))


def _has_credit(wording: Wording) -> bool:
    return not words_of("speech_words.tsv")["credit"].isdisjoint(wording.forms)


@cache
def _phrases(category: str) -> dict[str, list[list[str]]]:
    """Phrases of a category as lists of words, by their first word."""
    found: dict[str, list[list[str]]] = {}
    for phrase in words_of("speech_words.tsv")[category]:
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


def _phrase_at(forms: Sequence[str], at: int, category: str) -> bool:
    phrases = _phrases(category).get(forms[at])
    return phrases is not None and any(forms[at : at + len(words)] == words for words in phrases)


class _Sentence:
    """One sentence: tokens begin … end - 1."""

    def __init__(self, wording: Wording, reader: Reader, openings: Sequence[int], begin: int, end: int) -> None:
        self._wording, self._reader = wording, reader
        self._begin, self._end = begin, end
        self._reports, self._credits = reader.read(begin, end)
        self._breaks = reader.breaks()
        low, high = bisect_left(openings, begin), bisect_left(openings, end)
        self._pairs = [wording.pairs[opening] for opening in openings[low:high]]
        openers = _phrases("remark") if self._reports else {}
        forms, quoted = wording.forms, wording.quoted
        self._remarks = [
            at
            for at in range(begin + 1, end)
            if forms[at] in openers and not quoted[at] and _phrase_at(forms, at, "remark")
        ]

    def quotes(self) -> Iterator[Quote]:
        """Reports, then what stands in quotation marks inside them or alone, then credited clauses."""
        reports = self._reports
        credited = list(self._credited())
        ends = [self._end_of(index) for index in range(len(reports))]
        for index, report in enumerate(reports):
            if report.via is None and (outer := self._outer(index, ends)) is not None:
                report.via = outer.via
        kept = _shallow(reports, ends)
        voices = [
            report.voice for index, report in enumerate(reports) if report.voice and self._outer(index, ends) is None
        ]
        used: set[int] = set()
        for report, end, is_kept in zip(reports, ends, kept, strict=True):
            if is_kept:
                yield from self._quotes_of(report, end, used)
        yield from credited
        yield from self._marked(ends, used)
        self._reader.remember(self._begin, self._end, reports, voices)

    def _outer(self, index: int, ends: Sequence[int]) -> Report | None:
        """The report in whose content this one stands."""
        token = self._reports[index].token
        for before in range(index - 1, max(-1, index - 1 - _AHEAD), -1):
            if self._reports[before].content.first < token < ends[before]:
                return self._reports[before]
        return None

    def _quotes_of(self, report: Report, end: int, used: set[int]) -> Iterator[Quote]:
        content, pair = report.content, report.content.pair
        if pair is not None and content.opening is Opening.MARKS:
            used.add(pair.opening)
            yield self._direct(report, pair)
            return
        if pair is not None and self._trimmed(pair.after, end) <= pair.after and pair.words > 2:
            # The whole complement is quoted: «إن "…"» is direct speech only.
            used.add(pair.opening)
            yield self._direct(report, pair)
            return
        kind = QuoteKind.DIRECT if content.opening is Opening.COLON and report.cue is not None else QuoteKind.INDIRECT
        quote = self._quote(report, kind, content.first, end)
        if quote is not None:
            yield quote

    def _direct(self, report: Report, pair: Pair) -> Quote:
        start, end = pair.marks.start, pair.marks.end
        text, cue = self._wording.text[start:end], self._cue(report)
        return Quote(
            start, end, text, QuoteKind.DIRECT, self._denies(report, pair.opening, pair.closing), report.via,
            report.voice.mention if report.voice else None, cue,
        )  # fmt: skip

    def _quote(self, report: Report, kind: QuoteKind, first: int, end: int) -> Quote | None:
        last = self._trimmed(first, end)
        if last <= first:
            return None
        start, stop = self._wording.starts[first], self._wording.ends[last - 1]
        speaker = report.voice.mention if report.voice else None
        text = self._wording.text[start:stop]
        return Quote(start, stop, text, kind, self._denies(report, first, last), report.via, speaker, self._cue(report))

    def _cue(self, report: Report) -> Mention | None:
        if report.token < 0:
            return None
        wording = self._wording
        joined = report.cue.joined if report.cue else report.joined
        start = wording.offset_behind(report.token, joined)
        end = wording.ends[report.cue_end - 1]
        text = wording.text[start:end]
        return Mention(start, end, text, report.cue.lemma if report.cue else text)

    def _denies(self, report: Report, first: int, last: int) -> bool:
        if report.cue is not None and "denial" in report.cue.traits:
            return True
        forms = self._wording.forms
        for at in range(first, min(last, first + _DENIAL_REACH)):
            if at in self._wording.cue_tokens and any(other.token == at for other in self._reports):
                return False
            if _phrase_at(forms, at, "untrue"):
                return True
        return False

    # Where a report ends

    def _end_of(self, index: int) -> int:
        report = self._reports[index]
        if report.end is not None:
            return report.end
        first = report.content.first
        ends = [self._end]
        if report.ends_early:
            reach = range(first + 1, min(self._end, first + _REACH))
            ends.append(next((at for at in reach if self._ends_clause(at)), self._end))
        for later in range(index + 1, min(len(self._reports), index + 1 + _AHEAD)):
            other = self._reports[later]
            if other.token > first and self._is_ended_by(index, later):
                ends.append(self._border(other.begin))
                break
        ends.extend(self._broken(index))
        credit = next((one for one in self._credits_from(first + 1) if self._closes(one)), None)
        if credit is not None:
            ends.append(credit.first)
        low = bisect_left(self._remarks, first + 1)
        ends.extend(self._remarks[low : low + 1])
        return min(ends)

    def _credits_from(self, token: int) -> list[Credit]:
        low = bisect_left(self._credits, token, key=lambda credit: credit.first)
        return self._credits[low : low + _AHEAD]

    def _reports_from(self, token: int) -> list[Report]:
        low = bisect_left(self._reports, token, key=lambda report: report.token)
        return self._reports[low : low + _AHEAD]

    def _broken(self, index: int) -> list[int]:
        """Where a reporting word without content ends the report."""
        report = self._reports[index]
        gender = report.cue.feminine if report.cue is not None else None
        low = bisect_right(self._breaks, report.content.first, key=lambda other: other.token)
        for other in self._breaks[low : low + _AHEAD]:
            is_beside = other.parent is None or other.parent <= index
            if is_beside and gender in (None, other.cue.feminine) and self._wording.forms[other.token - 1] in COMMAS:
                return [other.token]
        return []

    def _ends_clause(self, at: int) -> bool:
        """A comma or a relative clause, unless the content goes on behind it with و."""
        forms = self._wording.forms
        if forms[at] in COMMAS:
            follows = forms[at + 1] if at + 1 < self._end else ""
            return not (
                follows.startswith("و") and (follows[1:] in complementizers() or at + 1 in self._wording.cue_tokens)
            )
        return forms[at] in words_of("speech_words.tsv")["relative"]

    def _is_ended_by(self, index: int, later: int) -> bool:
        """Whether the later report stands beside this one, not inside its content."""
        report, other, forms = self._reports[index], self._reports[later], self._wording.forms
        if other.is_inner or other.token < 0:
            return False
        if other.cue is not None and other.cue.form is Form.PARTICIPLE:
            return other.parent is None or other.parent <= index
        before = forms[other.begin - 1]
        is_apart = before in COMMAS or before in words_of("speech_words.tsv")["connective"]
        is_apart = is_apart or (other.cue is not None and other.cue.joined > 0) or forms[other.begin].startswith("و")
        if not is_apart:
            return False
        if other.has_subject or other.begin < other.token:
            return True
        return report.cue is None or other.cue is None or report.cue.feminine == other.cue.feminine

    def _border(self, begin: int) -> int:
        """Before the connectives that lead up to a clause."""
        forms, connectives = self._wording.forms, words_of("speech_words.tsv")["connective"]
        at = begin
        while at - 1 > self._begin and forms[at - 1] in connectives:
            at -= 1
        if at - 2 > self._begin and forms[at - 2 : at] == ["في", "حين"]:
            at -= 2
        return at

    def _closes(self, credit: Credit) -> bool:
        """Whether the sentence, or a clause with a conjunction of its own, ends with the credit's phrase."""
        forms = self._wording.forms
        for at in range(credit.last, min(self._end, credit.last + _AHEAD)):
            if forms[at] in COMMAS and at + 1 < self._end and at + 1 not in self._wording.times:
                return forms[at + 1].startswith("و") or forms[at + 1] in _connectives()
        return True

    def _trimmed(self, first: int, end: int) -> int:
        """`end` without stops at the end, and without a mark that was opened before `first`."""
        wording = self._wording
        while end > first:
            form = wording.forms[end - 1]
            pair = wording.pairs_behind.get(end)
            is_outer_mark = form in "\"'" and (pair is None or pair.opening < first)
            if not (is_outer_mark or form in _STOPS or form in ("و", "ثم")):
                break
            end -= 1
        return end

    # Quotation marks inside or outside a report

    def _marked(self, ends: Sequence[int], used: set[int]) -> Iterator[Quote]:
        for pair in self._pairs:
            if pair.opening in used or not self._wording.is_speech(pair):
                continue
            outer = self._innermost(pair, ends)
            if outer is not None or (outer := self._owner(pair)) is not None:
                yield self._direct(outer, pair)

    def _innermost(self, pair: Pair, ends: Sequence[int]) -> Report | None:
        for index in range(len(self._reports) - 1, max(-1, len(self._reports) - 1 - _AHEAD), -1):
            report = self._reports[index]
            if report.content.first <= pair.opening < ends[index]:
                inner = report.content.pair
                return None if inner is not None and inner.opening < pair.opening < inner.closing else report
        return None

    def _owner(self, pair: Pair) -> Report | None:
        """Who says a quotation outside all reports: the verb right behind it, or the last speaker where it is alone."""
        for report in self._reports_from(pair.after):
            is_joined = report.cue is not None and report.cue.joined > 0
            if report.token - pair.after < 3 and not is_joined:
                return report
        is_alone = pair.opening <= self._begin + 1 and self._end - pair.after < 3
        voice = self._reader.last_voice() if is_alone else None
        if voice is None or any(credit.first - pair.after < 3 for credit in self._credits_from(pair.after)):
            return None
        return _bare_report(pair.opening, pair, voice)

    # Clauses credited with بحسب …

    def _credited(self) -> Iterator[Quote]:
        words = (at for at in range(self._begin, self._end) if self._wording.forms[at][0].isalpha())
        opening, begin = next(words, self._end), self._begin
        for credit in self._credits:
            recent = self._reports_before(credit.first)
            around = next((one for one in recent if credit.first < one.content.first), None)
            if around is not None:
                self._pass_on(around, credit)
                continue
            report = next((one for one in recent if one.content.first < credit.first), None)
            if opening >= credit.first:
                yield from self._credited_behind(credit)
            elif report is None:
                yield from self._credited_before(credit, begin)
                begin = credit.last + 1
            elif report.content.opening is Opening.NOUN and (cut := self._last_clause(report, credit)) is not None:
                yield from self._credited_before(credit, cut)
            elif credit.voice.is_medium and report.via is None:
                report.via = credit.voice.mention.name

    def _pass_on(self, report: Report, credit: Credit) -> None:
        """قالت وكالة X نقلا عن Y إن … · قال Y، بحسب وكالة X، إن …: Y speaks through X."""
        if credit.voice.is_medium:
            report.via = report.via or credit.voice.mention.name
        elif report.voice is not None and report.voice.is_medium:
            report.via, report.voice = report.voice.mention.name, credit.voice

    def _reports_before(self, token: int) -> list[Report]:
        """The nearest reports whose word stands before `token`, the nearest first."""
        high = bisect_left(self._reports, token, key=lambda report: report.token)
        return self._reports[max(0, high - _AHEAD) : high][::-1]

    def _credited_behind(self, credit: Credit) -> Iterator[Quote]:
        """بحسب X، … at the head of the sentence."""
        forms, first = self._wording.forms, credit.last
        while first < self._end and (forms[first] in COMMAS or first in self._wording.times):
            first = self._wording.times.get(first, first + 1)
        beside = next((report for report in self._reports if report.begin - first < 3 and not report.is_inner), None)
        if beside is not None:
            if credit.voice.is_medium and beside.via is None:
                beside.via = credit.voice.mention.name
            return
        ends = [self._border(other.begin) for other in self._reports if not other.is_inner and other.begin > first + 3]
        report = self._credit_report(credit, first)
        quote = self._quote(report, QuoteKind.INDIRECT, first, min([self._end, *ends]))
        if quote is not None:
            self._reader.hear(credit.voice)
            yield quote

    def _credited_before(self, credit: Credit, first: int) -> Iterator[Quote]:
        """…، بحسب X: the clause before; a whole sentence around a credit in its middle."""
        wording = self._wording
        last = self._trimmed(first, credit.first - (wording.forms[credit.first - 1] in _CLAUSE_WORDS))
        last = self._trimmed(first, last)
        pair = wording.pairs_behind.get(last)
        report = self._credit_report(credit, first)
        self._reader.hear(credit.voice)
        if pair is not None and pair.opening <= first + 1 and wording.is_speech(pair):
            yield self._direct(report, pair)
            return
        is_middle = not self._closes(credit)
        quote = self._quote(report, QuoteKind.INDIRECT, first, self._end if is_middle else last)
        if quote is not None and last - first > 1:
            yield quote

    def _last_clause(self, report: Report, credit: Credit) -> int | None:
        """Where the last clause with a conjunction of its own begins between a report's content and the credit."""
        forms = self._wording.forms
        for at in range(credit.first - 4, report.content.first, -1):
            if forms[at] not in COMMAS or not (forms[at + 1] in _connectives() or forms[at + 1] in _SUBORDINATING):
                continue
            report.end = at
            first = at + 2
            return first + (forms[first] in complementizers())
        return None

    def _credit_report(self, credit: Credit, first: int) -> Report:
        report = _bare_report(first, None, credit.voice)
        report.token, report.cue, report.cue_end = credit.cue_token, credit.cue, credit.cue_end
        report.joined = credit.joined
        return report


_SUBORDINATING = frozenset({"بعد", "قبل", "رغم", "حيث", "اذ"})
_CLAUSE_WORDS = frozenset({"كما", "حسبما", "وفقما", "بحسبما", "ما", "لما"})


def _shallow(reports: Sequence[Report], ends: Sequence[int]) -> list[bool]:
    """Which reports lie in fewer than `_DEPTH` others."""
    kept: list[bool] = []
    open_ends: list[int] = []
    for report, end in zip(reports, ends, strict=True):
        while open_ends and open_ends[-1] <= report.content.first:
            open_ends.pop()
        kept.append(len(open_ends) < _DEPTH)
        if kept[-1]:
            open_ends.append(end)
    return kept


def _connectives() -> frozenset[str]:
    return words_of("speech_words.tsv")["connective"]


def _bare_report(first: int, pair: Pair | None, voice: Voice) -> Report:
    return Report(-1, None, -1, Content(Opening.NOUN, first, pair), voice, first)
