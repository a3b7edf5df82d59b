"""Claims that a quote makes as a whole: a denial with who denies, a promise with who promises, a wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.extract.clauses import denied_speech
from core.extract.concepts import event_kinds, read_words
from core.extract.double_negation import denied_twice
from core.model import Attribution, Claim, ClaimKind, Mention, Modality, Polarity, Quote, QuoteKind, Span

_COMMA = re.compile("[،؛]")
# «نفى المتهم، البالغ من العمر 40 عاما، أن …»: what stands before what is denied.
_ASIDE = re.compile(r"(?!ب?[إأا]ن)[^،؛,]{1,60}[،,][^،؛,]{1,80}[،,]\s*ب?[إأا]ن(?:ه|ها|هم)?\s")
_AND_THAT = re.compile(r"[،؛,]\s*و(?:ب?[إأا]ن(?:ه|ها|هم)?)\s")
_PLEDGE = "pledge"
_WORDS = 4  # of a direct quote, from which its wording is a claim
_WORTH = {ClaimKind.POLARITY: 0.75, ClaimKind.WORDING: 0.45}


def claims_of_quotes(text: str, quotes: Sequence[Quote]) -> Iterator[Claim]:
    """Denials with who denies, promises with who promises, and the wording of direct quotes."""
    for quote in quotes:
        if quote.denial and (quote.cue or quote.speaker):
            yield _denial(text, quote, quote.cue.start if quote.cue else quote.start)  # «باريس: الأنباء عن … كاذبة»
        elif quote.cue and _promises(text, quote.cue) and denied_speech(quote.cue, quotes) is None:
            yield _promise(text, quotes, quote, quote.cue.start)
        if quote.kind is QuoteKind.DIRECT and len(quote.text.split()) >= _WORDS:
            span = Span(quote.start, quote.end)
            who = Attribution(quote.speaker.name if quote.speaker else None, quote.via)
            yield Claim(
                quote.start, quote.end, quote.text, ClaimKind.WORDING, span, None, attribution=who,
                check_worthy=_WORTH[ClaimKind.WORDING],
            )  # fmt: skip


def _promises(text: str, cue: Mention) -> bool:
    return any(hit.id == _PLEDGE for hit in read_words(text, Span(cue.start, cue.end)).of("events"))


def _promise(text: str, quotes: Sequence[Quote], quote: Quote, start: int) -> Claim:
    """From who promises to the end of what is promised; whoever tells of it is the source."""
    start = _from_speaker(text, quote, start)
    around = [q for q in quotes if q is not quote and q.start <= start and quote.end <= q.end and not q.denial]
    teller = min(around, key=lambda q: q.end - q.start, default=None)
    who = Attribution(teller.speaker.name if teller.speaker else None, teller.via) if teller else Attribution()
    return Claim(
        start,
        quote.end,
        text[start : quote.end],
        ClaimKind.POLARITY,
        Span(start, quote.end),
        event_kinds()[_PLEDGE].ar,
        attribution=who,
        check_worthy=_WORTH[ClaimKind.POLARITY],
    )


def _from_speaker(text: str, quote: Quote, cue: int) -> int:
    """Where the speaker begins who stands right before the cue, else the cue itself."""
    who = quote.speaker
    near = who is not None and who.end <= cue <= who.end + 12 and "\n" not in text[who.end : cue]
    return who.start if who is not None and near else cue


def _denial(text: str, quote: Quote, start: int) -> Claim:
    """From who denies, or the denying verb, to the end of what is denied."""
    who = quote.speaker
    start = _from_speaker(text, quote, start) if quote.cue else start
    part = _called_untrue(text, quote)
    aside = _ASIDE.match(text, part.start, part.end)
    comma = _COMMA.search(text, aside.end() if aside else part.start + 25, part.end)
    end = comma.start() if comma else part.end
    if part.start > quote.start:
        start = part.start
    if end <= start:  # what is denied stands before its denial
        start, end = quote.start, max(quote.end, start)
    told = text[start:end].rstrip()
    whole = Span(start, max(part.end, end))
    events = [hit.id for hit in read_words(text, whole).of("events")]
    forms = read_words(text, Span(min(whole.start, quote.cue.start if quote.cue else whole.start), whole.end)).forms
    return Claim(
        start,
        start + len(told),
        told,
        ClaimKind.POLARITY,
        whole,
        event_kinds()[events[0]].ar if events else None,
        Modality.ASSERTED,
        Polarity.AFFIRMED if denied_twice(forms, range(len(forms))) else Polarity.DENIED,
        Attribution(who.name if who else None, quote.via),
        0.9,
    )


def _called_untrue(text: str, quote: Quote) -> Span:
    """What is denied: all of it, or the one of several things said that is called untrue («…، وإن الأنباء كاذبة»)."""
    edges = [(found.start(), found.end()) for found in _AND_THAT.finditer(text, quote.start, quote.end)]
    starts, ends = [quote.start, *(end for _, end in edges)], [*(start for start, _ in edges), quote.end]
    parts = [Span(*part) for part in zip(starts, ends, strict=True)]
    untrue = (part for part in parts if any(hit.id == "denied" for hit in read_words(text, part).of("cues")))
    return next(untrue, Span(quote.start, quote.end)) if edges else parts[0]
