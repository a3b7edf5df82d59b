"""Headlines that speak: «X: …», also behind the topic («…… X: …»)."""

from __future__ import annotations

from core.extract.speech.contents import Content, Opening
from core.extract.speech.cues import speech_words
from core.extract.speech.referents import Referents
from core.extract.speech.report import Report
from core.extract.speech.speakers import Parties, Party
from core.extract.speech.wording import Wording

# Tokens of a headline, at most.
_LONGEST = 25
_FIRST_PERSON = frozenset({"لن", "لم", "نحن", "انا"})
_PARTING = frozenset({".", "…", "|", "!", "؟"})


def headline(wording: Wording, parties: Parties, referents: Referents, begin: int, end: int) -> Report | None:
    """The report of the line on tokens begin … end - 1; None where it is no headline that speaks."""
    forms = wording.forms
    before = wording.text[max(0, wording.starts[begin] - 4) : wording.starts[begin]].rstrip(" ")
    if not before.endswith(("\n", "..", "…", "|")) and wording.starts[begin]:
        return None
    for colon in range(begin + 1, min(end - 3, begin + _LONGEST)):
        if forms[colon] != ":":
            continue
        first = next((at + 1 for at in range(colon - 1, begin, -1) if forms[at] in _PARTING), begin)
        at, pair = colon + 1, wording.pairs.get(colon + 1)
        party = parties.at(first) or _ministry(wording, first) or _joined(wording, parties, first, colon)
        if party is not None and party.last != colon:
            # «وزيرة البيئة تتفقد المحمية: لن نسمح …»
            is_own = pair is not None or forms[at] in _FIRST_PERSON or forms[at].startswith("سن")
            is_subject = is_own and party.kind.startswith(("person", "name")) and not party.is_medium
            party = party if is_subject else _joined(wording, parties, first, colon)
        if party is None or (party.kind != "unknown" and _is_bare_role(party)):
            return None
        if party.is_medium or at in wording.cue_tokens:
            return None
        if pair is None and (end - begin > _LONGEST or (forms[end - 1] == "." != forms[end - 2])):
            return None  # a dateline or a byline
        opening = Opening.NOUN if pair is None else Opening.MARKS
        return Report(-1, None, -1, Content(opening, at, pair), referents.voice(party), first, has_subject=True)
    return None


def _joined(wording: Wording, parties: Parties, first: int, colon: int) -> Party | None:
    """«…… وشيمشك: …»: who is joined to the headline's first half."""
    for at in range(colon - 1, max(first, colon - 6), -1):
        if wording.forms[at].startswith("و") and (party := parties.at(at)) is not None and party.last == colon:
            return party
    return None


def _is_bare_role(party: Party) -> bool:
    return party.entity is None and party.last - party.first < 2


def _ministry(wording: Wording, token: int) -> Party | None:
    """«الصحة: …», «الداخلية: …»: a ministry that its field alone names in a headline."""
    form = wording.forms[token]
    if form not in speech_words("ministry"):
        return None
    words = frozenset({form})
    return Party(token, token + 1, wording.starts[token], wording.ends[token], form, "unknown", words, feminine=True)
