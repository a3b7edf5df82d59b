"""Direct and indirect speech with its speaker, reporting word and medium."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from core.extract.falsehood import is_conceded, is_made_of, tells_of_kind
from core.extract.speech.bounds import Bounds
from core.extract.speech.contents import Content, Opening
from core.extract.speech.credits import TONGUE, Credit
from core.extract.speech.cues import Form, complementizers, phrase_at, speech_words
from core.extract.speech.extent import is_medium_name
from core.extract.speech.reader import Reader
from core.extract.speech.referents import Referents, Voice
from core.extract.speech.report import Report
from core.extract.speech.speakers import Parties
from core.extract.speech.standing import score
from core.extract.speech.wording import COMMAS, Pair, Wording
from core.model import Entity, Mention, Quote, QuoteKind, Span

# Later reports that are looked at for the end of one; keeps a long sentence linear.
_AHEAD = 12
# Contents inside each other that are kept; deeper ones say nothing new.
_DEPTH = 4
# Tokens of a content in which its denial is looked for.
_DENIAL_REACH = 40
_HEADING = 8  # words of a heading that quotes


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
        begin = wording.behind_dateline(begin, end)
        if begin < end:
            for quote in _Sentence(wording, reader, openings, begin, end).quotes():
                quotes.setdefault((quote.start, quote.end, quote.kind), quote)
    return sorted(quotes.values(), key=lambda quote: (quote.start, -quote.end, quote.kind))


def _has_credit(wording: Wording) -> bool:
    return not speech_words("credit").isdisjoint(wording.forms)


class _Sentence:
    """One sentence: tokens begin … end - 1."""

    def __init__(self, wording: Wording, reader: Reader, openings: Sequence[int], begin: int, end: int) -> None:
        self._wording, self._reader = wording, reader
        self._begin, self._end = begin, end
        self._reports, self._credits = reader.read(begin, end)
        self._tokens = {report.token for report in self._reports}
        self._bounds = Bounds(wording, begin, end, self._reports, self._credits, reader.breaks())
        low, high = bisect_left(openings, begin), bisect_left(openings, end)
        self._pairs = [wording.pairs[opening] for opening in openings[low:high]]

    def quotes(self) -> Iterator[Quote]:
        """Reports, then what stands in quotation marks inside them or alone, then credited clauses."""
        reports = self._reports
        credited = list(self._credited())
        ends = [self._bounds.end_of(index) for index in range(len(reports))]
        for index, report in enumerate(reports):
            if report.via is None and (outer := self._outer(index, ends)) is not None:
                report.via = outer.via
        kept = _shallow(reports, ends)
        voices = [
            report.voice for index, report in enumerate(reports) if report.voice and self._outer(index, ends) is None
        ]
        used: set[int] = set()
        for report, end, is_kept in zip(reports, ends, kept, strict=True):
            if is_kept and not self._is_conceded(report):
                yield from self._quotes_of(report, end, used)
        yield from credited
        yield from self._marked(ends, used)
        self._reader.remember(self._begin, self._end, reports, voices)

    def _is_conceded(self, report: Report) -> bool:
        """«رغم نفي الكرملين المتكرر، تنتشر قوات»: what stands behind such a denial is not what is denied."""
        noun = report.token > 0 and report.content.opening is Opening.NOUN
        denial = report.cue is not None and "denial" in report.cue.traits
        return noun and denial and is_conceded(self._wording.forms, report.token)

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
        if pair is not None and self._bounds.trimmed(pair.after, end) <= pair.after and pair.words > 2:
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
            score(QuoteKind.DIRECT, False, cue is not None, report.voice is not None),
        )  # fmt: skip

    def _quote(self, report: Report, kind: QuoteKind, first: int, end: int) -> Quote | None:
        last = self._bounds.trimmed(first, end)
        if last <= first:
            return None
        start, stop = self._wording.starts[first], self._wording.ends[last - 1]
        speaker = report.voice.mention if report.voice else None
        text, cue = self._wording.text[start:stop], self._cue(report)
        has_that = self._wording.forms[first] in complementizers()
        return Quote(
            start, stop, text, kind, self._denies(report, first, last), report.via, speaker, cue,
            score(kind, has_that, cue is not None, speaker is not None),
        )  # fmt: skip

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
            if at in self._tokens:
                return False
            if phrase_at(forms, at, "untrue") and not (tells_of_kind(forms, at) or is_made_of(forms, at)):
                return True
        return False

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
        voice = self._reader.last_voice() if is_alone and not self._is_heading(pair) else None
        if voice is None or any(credit.first - pair.after < 3 for credit in self._credits_from(pair.after)):
            return None
        return _bare_report(pair.opening, pair, voice)

    def _is_heading(self, pair: Pair) -> bool:
        """A short quotation that is a line of its own without a stop: what somebody says further on."""
        text, end = self._wording.text, pair.marks.outer_end
        before, behind = text[: pair.marks.start].rstrip(" \"'“«"), text[end : end + 1]
        is_line = before[-1:] in ("", "\n") and behind in ("", "\n")
        return is_line and pair.words <= _HEADING and text[pair.marks.end - 1] not in ".!؟?"

    # Clauses credited with بحسب …

    def _credited(self) -> Iterator[Quote]:
        words = (at for at in range(self._begin, self._end) if self._wording.forms[at][0].isalpha())
        opening, begin = next(words, self._end), self._begin
        for credit in self._credits:
            recent = self._reports_before(credit.first)
            around = next((one for one in recent if credit.first < one.content.first), None)
            if around is not None:
                self._pass_on(around, credit)
                if self._tells_of_another(credit, around):  # «وعد بايدن، وفق الكرملين، بأن …»
                    yield from self._around(around, credit, max(opening, begin))
                continue
            report = next((one for one in recent if one.content.first < credit.first), None)
            if opening >= credit.first:
                yield from self._credited_behind(credit)
            elif report is None and (that := self._that_behind(credit)) is not None:
                yield from self._told_through(credit, that)
            elif report is None:
                yield from self._credited_before(credit, begin)
                begin = credit.last + 1
            elif report.content.opening is Opening.NOUN and (cut := self._last_clause(report, credit)) is not None:
                yield from self._credited_before(credit, cut)
            elif credit.voice.is_medium and report.via is None:
                report.via = credit.voice.mention.name

    def _credits_from(self, token: int) -> list[Credit]:
        low = bisect_left(self._credits, token, key=lambda credit: credit.first)
        return self._credits[low : low + _AHEAD]

    def _reports_from(self, token: int) -> list[Report]:
        low = bisect_left(self._reports, token, key=lambda report: report.token)
        return self._reports[low : low + _AHEAD]

    def _pass_on(self, report: Report, credit: Credit) -> None:
        """قالت وكالة X نقلا عن Y إن … · قال Y، بحسب وكالة X، إن …: Y speaks through X."""
        if self._wording.forms[credit.first + 1] == TONGUE:
            report.voice = credit.voice  # «أكدت موسكو على لسان X أن …»
        elif credit.voice.is_medium:
            report.via = report.via or credit.voice.mention.name
        elif report.voice is not None and (report.voice.is_medium or self._is_relayed(credit)):
            report.via, report.voice = report.voice.mention.name, credit.voice

    def _is_relayed(self, credit: Credit) -> bool:
        """«كشف تقرير ل«X»، نقلا عن Y، أن …»: whoever Y is, X only passes on."""
        return self._wording.forms[credit.first].removeprefix("و") == "نقلا"

    def _reports_before(self, token: int) -> list[Report]:
        """The nearest reports whose word stands before `token`, the nearest first."""
        high = bisect_left(self._reports, token, key=lambda report: report.token)
        return self._reports[max(0, high - _AHEAD) : high][::-1]

    def _credited_behind(self, credit: Credit) -> Iterator[Quote]:
        """بحسب X، … at the head of the sentence."""
        forms, first = self._wording.forms, credit.last
        while first < self._end and (forms[first] in COMMAS or first in self._wording.times):
            first = self._wording.times.get(first, first + 1)
        is_verb = first < self._end and forms[first].startswith("ي") and len(forms[first]) > 3
        if first == credit.last and not is_verb:  # «بحسب بيانات صدرت الأحد، …»
            behind = range(first, min(self._end - 1, first + _AHEAD))
            first = next((at + 1 for at in behind if forms[at] in COMMAS), first)
        behind = range(first, min(self._end, first + 2 * _AHEAD))
        first = next((at for at in behind if forms[at][0] == "ف" and forms[at][1:] in complementizers()), first)
        beside = next((report for report in self._reports if report.begin - first < 3 and not report.is_inner), None)
        if beside is not None:
            if credit.voice.is_medium and beside.via is None:
                beside.via = credit.voice.mention.name
            joined = beside.cue is not None and beside.cue.joined > 0
            if joined or not self._tells_of_another(credit, beside):
                return
        ends = [
            self._bounds.border(other.begin)
            for other in self._reports
            if not other.is_inner and other.begin > first + 3
        ]
        report = self._credit_report(credit, first)
        quote = self._quote(report, QuoteKind.INDIRECT, first, min([self._end, *ends]))
        if quote is not None:
            self._reader.hear(credit.voice)
            yield quote

    def _tells_of_another(self, credit: Credit, report: Report) -> bool:
        """«بحسب أوشاكوف، وعد بايدن بـ…»: whoever is credited tells what another said or did; a medium or a paper only
        hands it on."""
        who = report.voice
        if credit.voice.is_medium or who is None or report.cue is None or report.cue.form is not Form.FINITE:
            return False
        return who.mention.name != credit.voice.mention.name and report.has_subject

    def _around(self, report: Report, credit: Credit, first: int) -> Iterator[Quote]:
        """All that is told with the report, where whoever is credited stands inside it."""
        end = self._bounds.end_of(self._reports.index(report))
        if quote := self._quote(self._credit_report(credit, first), QuoteKind.INDIRECT, first, end):
            yield quote

    def _credited_before(self, credit: Credit, first: int) -> Iterator[Quote]:
        """…، بحسب X: the clause before; a whole sentence around a credit in its middle."""
        wording = self._wording
        last = self._bounds.trimmed(first, credit.first - (wording.forms[credit.first - 1] in _CLAUSE_WORDS))
        last = self._bounds.trimmed(first, last)
        pair = wording.pairs_behind.get(last)
        report = self._credit_report(credit, first)
        self._reader.hear(credit.voice)
        if pair is not None and pair.opening <= first + 1 and wording.is_speech(pair):
            yield self._direct(report, pair)
            return
        is_middle = not self._bounds.closes(credit)
        quote = self._quote(report, QuoteKind.INDIRECT, first, self._end if is_middle else last)
        if quote is not None and last - first > 1:
            yield quote

    def _that_behind(self, credit: Credit) -> int | None:
        """Where «أن» stands right behind a credit that passes on what follows («أوردت صحيفة نقلا عن وثيقة أن …»)."""
        forms = self._wording.forms
        if not self._is_relayed(credit) and forms[credit.first + 1] != TONGUE:
            return None
        behind = (at for at in range(credit.last, min(credit.last + 2, self._end)) if forms[at] not in COMMAS)
        first = next(behind, self._end)
        return first if first < self._end and forms[first] in complementizers() else None

    def _told_through(self, credit: Credit, first: int) -> Iterator[Quote]:
        """What is told behind «أن», to the next report."""
        ends = [self._bounds.border(report.begin) for report in self._reports_from(first) if not report.is_inner]
        report = self._credit_report(credit, first)
        near = (
            self._wording.names[at][1]
            for at in range(max(credit.first - _AHEAD, 0), credit.first)
            if at in self._wording.names
        )
        report.via = next((entity.name for entity in near if is_medium_name(entity)), None)
        if quote := self._quote(report, QuoteKind.INDIRECT, first, min([self._end, *ends])):
            self._reader.hear(credit.voice)
            yield quote

    def _last_clause(self, report: Report, credit: Credit) -> int | None:
        """Where the last clause with a conjunction of its own begins between a report's content and the credit."""
        forms = self._wording.forms
        for at in range(credit.first - 4, report.content.first, -1):
            if forms[at] not in COMMAS or not (
                forms[at + 1] in speech_words("connective") or forms[at + 1] in _SUBORDINATING
            ):
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
_CLAUSE_WORDS = frozenset({"علي", "كما", "حسبما", "وفقما", "بحسبما", "ما", "لما"})


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


def _bare_report(first: int, pair: Pair | None, voice: Voice) -> Report:
    return Report(-1, None, -1, Content(Opening.NOUN, first, pair), voice, first)
