"""What comes through somebody else: a medium that quotes (نقلت صحيفة X عن Y), a statement (جاء في بيان …)."""

from __future__ import annotations

from core.extract import gazetteer
from core.extract.speech.contents import Clauses, Content, Opening
from core.extract.speech.cues import Cue, Form, complementizers, speech_words
from core.extract.speech.lexicon import is_occasion, media
from core.extract.speech.referents import Referents, Voice
from core.extract.speech.report import Report
from core.extract.speech.speakers import Parties, Party
from core.extract.speech.subjects import Subjects
from core.extract.speech.wording import COMMAS, Wording

_ASCRIBED_REACH = 12  # tokens


class Relays:
    """Reads one sentence after another; `taken` are verbs that are part of another report."""

    def __init__(
        self,
        wording: Wording,
        parties: Parties,
        referents: Referents,
        clauses: Clauses,
        subjects: Subjects,
        taken: set[int],
    ) -> None:
        self._wording, self._parties, self._referents = wording, parties, referents
        self._clauses, self._subjects, self.taken = clauses, subjects, taken

    def contained(self, token: int, cue: Cue, begin: int, end: int) -> Report | None:
        """جاء في بيان للوزارة أن … · أصدرت الوزارة بيانا جاء فيه أن …: the issuer speaks."""
        forms = self._wording.forms
        if token + 2 >= end:
            return None
        if forms[token + 1] in ("فيه", "فيها"):
            content, party = self._clauses.content(cue, token + 2, end), self._subjects.first_party(begin, token)
            if content is None or content.opening is Opening.NOUN:
                return None
            voice = self._referents.voice(party) if party is not None else self._referents.last()
            return Report(token, cue, token + 2, content, voice, token, has_subject=True)
        if forms[token + 1] not in ("في", "ضمن", "علي"):
            return None
        party = self._parties.at(token + 2)
        if party is None and forms[token + 2].startswith("ال") and token + 3 < end:
            party = self._parties.at(token + 3)
        after = party.last if party is not None else token + 3
        content = self._clauses.content(cue, after, end) or self._clauses.far_content(after, end)
        if content is None or content.opening is Opening.NOUN:
            return None
        voice = self._referents.voice(party) if party is not None else self._referents.last()
        return Report(token, cue, token + 1, content, voice, token, has_subject=True)

    def relay(self, token: int, cue: Cue, begin: int, end: int) -> Report | None:
        """نقلت صحيفة X عن Y قوله إن …"""
        wording, forms = self._wording, self._wording.forms
        subject = self._subjects.behind(cue, token, end)
        medium, start = (subject.party, token) if subject.party else self._subjects.before(token, cue, begin)
        if forms[token + 1 : token + 2] in (["فيه"], ["فيها"]):  # «نشرت صحيفة تقريرا، نقلت فيه عن مسؤول …»
            medium = self._subjects.first_party(begin, token) or medium
        at = subject.after
        while at < min(end, token + 14) and forms[at] not in ("عن", "عنه", "عنها", "عنهم"):
            at += 1
        if at >= min(end, token + 14) or at + 1 >= end:
            return None
        voice, after = self._source(at, end)
        after = self._subjects.skip(after, end)
        after += after < end and forms[after] in COMMAS
        said = wording.cue_tokens.get(after) if after < end else None
        cue_token, cue_end = token, at + 1 if at == token + 1 else token + 1
        if said is not None and said.lemma == "قال" and said.form is Form.NOUN:
            cue_token, cue_end, cue = after, after + 1, said
            self.taken.add(after)
            after += 1
        content = self._clauses.content(cue, after, end) or self._clauses.far_content(after, end)
        if content is None or content.opening is Opening.NOUN:
            return None
        report = Report(cue_token, cue, cue_end, content, voice, start, has_subject=True)
        if medium is not None:
            teller = self._referents.voice(medium)
            report.via, report.teller = teller.mention.name, None if medium.is_medium else teller
        return report

    def ascribed(self, token: int, cue: Cue, content: Content) -> Report | None:
        """«نسبت صحيفة X إلى Y قوله إن …»: Y, who stands behind إلى right before his word."""
        forms = self._wording.forms
        for at in range(token - 1, max(0, token - _ASCRIBED_REACH), -1):
            if forms[at] == "الي":
                party = self._parties.joined(at + 1, token)
                if party is None or party.last != token:
                    return None
                report = Report(token, cue, token + 1, content, self._referents.voice(party), token, has_subject=True)
                report.via = self.medium(max(0, at - _ASCRIBED_REACH), at, None)
                return report
        return None

    def _source(self, at: int, end: int) -> tuple[Voice | None, int]:
        """Who stands behind عن at `at`, and the token behind."""
        wording, forms = self._wording, self._wording.forms
        if forms[at] != "عن":
            return self._referents.last(forms[at] == "عنها"), at + 1
        party = self._parties.joined(at + 1, end)
        if party is not None:
            # «مسؤولين ووثيقة للمخابرات»: what is joined last may have a body behind it.
            return self._referents.voice(party), party.last
        last = at + 1
        while last < min(end, at + 6) and forms[last][0].isalpha() and forms[last] not in complementizers():
            if last in wording.cue_tokens:
                break
            last += 1
        if last == at + 1:
            return None, last
        start, stop = wording.starts[at + 1], wording.ends[last - 1]
        party = Party(at + 1, last, start, stop, forms[at + 1], "unknown", frozenset(forms[at + 1 : last]))
        return self._referents.voice(party), last

    def medium(self, low: int, high: int, subject: Party | None) -> str | None:
        """A medium named between two tokens that is not the speaker."""
        wording, forms = self._wording, self._wording.forms
        at = low
        while at < min(high, low + 90):
            party = self._parties.at(at) or (self._parties.at(at, "ل") if "ل" in forms[at][:2] else None)
            nameless = party is not None and party.entity is None and forms[at].startswith("لل")  # «قال للصحيفة»
            apart = subject is None or not subject.first <= at < subject.last
            if party is not None and party.is_medium and not nameless and apart:
                return self._referents.voice(party).mention.name
            if at + 1 in wording.pairs and (quoted := self._quoted_medium(at)) is not None:
                return quoted
            # «الجزيرة» is a medium where it is marked as one, or told something.
            is_bare = not wording.covered[at] and forms[at] in media() and forms[at] not in gazetteer.ambiguous()
            if forms[at] in speech_words("network") or is_bare:
                return wording.text[wording.starts[at] : wording.ends[at]]
            if not wording.covered[at] and forms[at].startswith("ل") and forms[at][1:] in media():
                return wording.text[wording.offset_behind(at, 1) : wording.ends[at]]
            at = wording.names[at][0] if at in wording.names else at + 1
        return None

    def _quoted_medium(self, at: int) -> str | None:
        """لـ"الخبر" · في مقابلة مع "مرآة الساحل": the marks hold the medium's name."""
        wording, forms = self._wording, self._wording.forms
        pair = wording.pairs[at + 1]
        if not pair.is_short() or wording.is_speech(pair):
            return None
        is_with = forms[at] == "مع" and any(is_occasion(form) for form in forms[max(0, at - 2) : at])
        return wording.text[pair.marks.start : pair.marks.end] if forms[at] == "ل" or is_with else None
