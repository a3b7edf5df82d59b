"""Clauses credited to somebody: بحسب X · وفقا لX · كما قال X · على ما أعلن X · على لسان X · على حد تعبيره."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from core.extract.speech.contents import Clauses
from core.extract.speech.cues import Cue, Form, cues, speech_words
from core.extract.speech.referents import Referents, Voice
from core.extract.speech.speakers import Parties, Party
from core.extract.speech.subjects import Subjects
from core.extract.speech.wording import COMMAS, Wording
from core.text.arabic import fold

TONGUE = "لسان"
_ON = frozenset({"علي", "وعلي"})
# What has «على» of its own («رد على ما أعلن», «اتفقا على ما قالت …»), and how far before it that may stand.
_TAKES_ON = frozenset(
    [
        *("رد", "ردا", "الرد", "رده", "ردها", "ردت", "يرد", "ترد", "علق", "علقت", "تعليقا", "التعليق", "تعقيبا"),
        *("احتج", "احتجت", "احتجاجا", "اعترض", "اعترضت", "اعتراضا", "بناء", "وافق", "وافقت"),
        *("اتفق", "اتفقت", "اتفقا", "اجمع", "اجمعت", "اطلع", "اطلعت"),
    ]
)
_TAKES_ON |= {"و" + form for form in _TAKES_ON}
_ON_REACH = 5


@dataclass(slots=True)
class Credit:
    """«بحسب X» on tokens first … last - 1; its reporting word ends at `cue_end`, behind `joined` letters."""

    first: int
    last: int
    cue_token: int
    cue_end: int
    voice: Voice
    joined: int = 0
    cue: Cue | None = None


class Credits:
    """Finds the credits of one sentence after another. `taken`: verbs inside them, which report nothing else."""

    def __init__(
        self, wording: Wording, parties: Parties, referents: Referents, clauses: Clauses, subjects: Subjects
    ) -> None:
        self._wording, self._parties = wording, parties
        self._referents, self._clauses, self._subjects = referents, clauses, subjects
        self.taken: set[int] = set()

    def read(self, begin: int, end: int) -> list[Credit]:
        """The credits between two tokens, in order."""
        wording, forms = self._wording, self._wording.forms
        found: list[Credit] = []
        for token in range(begin, end - 1):
            form = forms[token]
            if form not in _openers() or wording.covered[token] or wording.quoted[token]:
                continue
            if form == "حد":
                credit = self._said(token, end) if token > begin and forms[token - 1] in _ON else None
            elif form == TONGUE:
                credit = self._tongue(token, end) if token > begin and forms[token - 1] in _ON else None
            elif form == "ما":
                is_told = token > begin + 2 and forms[token - 1] == "علي"
                is_told = is_told and _TAKES_ON.isdisjoint(forms[max(begin, token - _ON_REACH) : token])
                credit = self._clause(token - 1, token + 1, end) if is_told else None
            elif form in speech_words("credit"):
                credit = self._named(token, end)
            else:
                credit = self._clause(token, token + 1, end) if token > begin + 2 else None
            if credit is not None:
                found.append(credit)
        return found

    def _named(self, token: int, end: int) -> Credit | None:
        """بحسب X · وفقا لX · نقلا عن X · بحسب ما أعلن X"""
        wording, forms = self._wording, self._wording.forms
        # «وفق» begins with its own و.
        joined = int(forms[token].startswith("و") and forms[token] not in ("وفق", "وفقا"))
        word, at = forms[token][joined:], token + 1
        if word == "نقلا":
            if forms[at] != "عن":
                return None
            at += 1
        at += at < end and forms[at] in ("ذات", "نفس")
        if at >= end:
            return None
        if forms[at] in ("ما", "لما", "الذي"):
            return self._clause(token, at + 1, end)
        clitic = "ل" if word in ("وفقا", "طبقا") else ""
        if clitic and forms[at] == "ل" and at + 1 in wording.pairs:
            at, clitic = at + 2, ""
        party = self._parties.joined(at, end, clitic) or (self._people(at) if not clitic else None)
        if party is None:
            return None
        cue_end = token + 2 if word == "نقلا" else token + 1
        return Credit(token, party.last, token, cue_end, self._referents.voice(party), joined)

    def _people(self, at: int) -> Party | None:
        """People in the plural without ال: بحسب إسلاميين."""
        form = self._wording.forms[at]
        if self._wording.covered[at] or len(form) < 6 or not form.endswith("ين") or form.startswith("ال"):
            return None
        start, end = self._wording.starts[at], self._wording.ends[at]
        return Party(at, at + 1, start, end, form, "unknown", frozenset({form}), plural=True)

    def _clause(self, token: int, at: int, end: int) -> Credit | None:
        """كما قال X · حسبما ذكرت X · وفق ما أكده X: only where the verb has no content of its own."""
        forms = self._wording.forms
        if at >= end:
            return None
        is_told = forms[token] in _ON
        cue = cues().get(forms[at]) or (None if is_told else cues().get(forms[at].removesuffix("ه")))
        if cue is None or cue.form is not Form.FINITE or (is_told and cue.joined):
            return None
        if (is_told or forms[token] in ("كما", "وكما")) and fold(cue.lemma) not in speech_words("as_verb"):
            return None
        if not is_told and (voice := self._he_said(token, at, end, cue)) is not None:
            self.taken.add(at)
            return Credit(token, at + 1, at, at + 1, voice, 0, cue)
        behind = at + 1 if "relay" in cue.takes and at + 1 < end and forms[at + 1].startswith("عن") else at
        subject = self._subjects.behind(cue, behind, end)
        if (
            subject.party is None
            or subject.party.kind == "unknown"
            or self._clauses.content(cue, subject.after, end) is not None
        ):
            return None
        if self._clauses.far_content(subject.after, end) is not None:
            return None
        self.taken.add(at)
        last = subject.party.last
        if "relay" in cue.takes and last < end and forms[last] == "عن":  # وفق ما نقلته وكالة X عن مصادرها
            reach = range(last, min(end, last + 8))
            last = next((token for token in reach if forms[token] in COMMAS), last)
        return Credit(token, last, at, at + 1, self._referents.voice(subject.party), 0, cue)

    def _he_said(self, token: int, at: int, end: int, cue: Cue) -> Voice | None:
        """«…، كما قال، …»: the last speaker, where nothing stands behind the verb."""
        forms = self._wording.forms
        is_aside = forms[token - 1] in COMMAS and (at + 1 >= end or forms[at + 1] in COMMAS or forms[at + 1] == ".")
        return self._referents.last(cue.feminine, cue.plural) if is_aside else None

    def _tongue(self, token: int, end: int) -> Credit | None:
        """«على لسان المتحدث باسمه»: whose words they are, if another was named before."""
        party = self._parties.joined(token + 1, end)
        if party is None:
            return None
        return Credit(token - 1, party.last, token - 1, token + 1, self._referents.voice(party))

    def _said(self, token: int, end: int) -> Credit | None:
        """على حد قول X · على حد تعبيره"""
        forms = self._wording.forms
        if forms[token + 1] not in speech_words("said"):
            return None
        party = self._parties.joined(token + 2, end) if token + 2 < end else None
        if party is not None:
            return Credit(token - 1, party.last, token - 1, token + 2, self._referents.voice(party))
        voice = self._referents.last(forms[token + 1].endswith("ها"))
        return Credit(token - 1, token + 2, token - 1, token + 2, voice) if voice is not None else None


@cache
def _openers() -> frozenset[str]:
    return speech_words("credit") | speech_words("credit_clause") | {"حد", "ما", TONGUE}
