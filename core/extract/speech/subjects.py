"""Where the subject of a reporting verb stands, behind the verb or before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.extract.speech.cues import Cue, complementizers, phrase_at, speech_words
from core.extract.speech.lexicon import bare, is_adjective, is_definite, is_occasion, is_verbal_noun, speaker_heads
from core.extract.speech.speakers import Parties, Party
from core.extract.speech.wording import COMMAS, Pair, Wording
from core.extract.word_classes import gatherings
from core.model import Label

# Participles that say how it was said (ضاحكا, متهكما).
_OWNERS = ("تها", "تهم", "ته", "هما")
_OWNED = 6  # letters of a word that may end in its owner, and be no name
_MANNER = re.compile(r"[^وفا]ا\w{2}ا|م[تن]?\w{3}ا")
# Words of a name that no other layer found, at most.
_UNKNOWN_NAME = 4
# How far before its verb a subject may begin, in tokens.
_BEFORE = 30
_CLOSED = (
    "preposition",
    "filler",
    "relative",
    "connective",
    "pronoun",
    "demonstrative",
    "negation",
    "credit",
    "naming",
)
# In this order: what a source asks who will not be named («طلب عدم الكشف عن هويته»).
_NAMELESS = (
    frozenset({"الذي", "التي", "والذي", "والتي"}),
    frozenset({"طلب", "طلبت", "طلبا", "طلبوا", "رفض", "رفضت", "فضل", "فضلت", "اشترط", "اشترطت", "ابي", "اثر"}),
    frozenset({"عدم"}),
    frozenset({"ذكر", "الكشف", "كشف", "نشر", "الافصاح", "تسميه", "اعلان", "الاعلان", "ايراد"}),
    frozenset({"عن"}),
    frozenset({"اسمه", "اسمها", "هويته", "هويتها", "اسمايهم", "هوياتهم", "اسميهما", "هويتيهما", "صفته"}),
)
_DID = frozenset({"قام", "قامت", "قاموا", "يقوم", "تقوم"})
_HAVING = frozenset({"قد", "لقد", "فقد"})
_STILL = frozenset({"تزال", "يزال", "يزالون", "زال", "زالت"})
SUBJUNCTIVE = frozenset({"يكون", "تكون", "يكونوا", "يكونا", "تكونا"})  # «نفى أن يكون قد تعهد»
_AUXILIARIES = frozenset({"كان", "كانت", "كانوا", "كانا", "قد", "لقد", "فقد"}) | _STILL | SUBJUNCTIVE


def behind_namelessness(forms: Sequence[str], token: int, end: int) -> int:
    """Past «طلب عدم ذكر اسمه», `token` itself where that does not stand there; between commas it is an aside."""
    at = token
    for words in _NAMELESS:
        if at < end and forms[at] in words:
            at += 1
    return at if at > token and forms[at - 1] in _NAMELESS[-1] else token


_HAD = frozenset({"سبق", "وسبق", "فسبق", "سبقت", "وسبقت"})
_HAD_REACH = 7  # words from «سبق» to «أن», over who is named


def had_before(forms: Sequence[str], token: int) -> int | None:
    """Where «سبق» stands of «سبق لموسكو أن نفت», «سبق وأن أعلنت» for the verb at `token`; None for no such thing."""
    if token < 1 or forms[token - 1] not in ("ان", "وان"):
        return None
    reach = range(token - 2, max(token - 2 - _HAD_REACH, -1), -1)
    had = next((at for at in reach if forms[at] in _HAD), None)
    return None if had is None or not COMMAS.isdisjoint(forms[had:token]) else had


@dataclass(slots=True)
class Subject:
    """Where the subject behind a verb ends (`after`), and who it is: None when it is left out or no source."""

    party: Party | None
    after: int
    is_unknown: bool = False  # words stand there that are no known source


class Subjects:
    """Finds subjects in one text; all positions are tokens, `end` is that behind the sentence."""

    def __init__(self, wording: Wording, parties: Parties) -> None:
        self._wording, self._parties = wording, parties

    def skip(self, token: int, end: int, over_commas: bool = True) -> int:
        """Past adverbs, times and, between such, commas."""
        wording, forms = self._wording, self._wording.forms
        at = token
        while at < end:
            if at in wording.times:
                at = wording.times[at]
                continue
            if not wording.covered[at] and (length := phrase_at(forms, at, "filler_phrase")):
                at += length
                continue
            is_comma = over_commas and forms[at] in COMMAS and at + 1 < end and self._is_skipped(at + 1)
            if forms[at] in complementizers():
                break
            is_filler = forms[at] in speech_words("filler") or _MANNER.fullmatch(forms[at])
            if not is_comma and (wording.covered[at] or not is_filler):
                break
            at += 1
        return at

    def _is_skipped(self, token: int) -> bool:
        wording = self._wording
        is_filler = wording.forms[token] in speech_words("filler")
        return token in wording.times or is_filler or phrase_at(wording.forms, token, "filler_phrase") > 0

    def behind(self, cue: Cue, token: int, end: int) -> Subject:
        """The subject right behind the verb, behind an adverb, a time or a short address."""
        wording, forms = self._wording, self._wording.forms
        at = self.skip(token + 1, end)
        if at + 1 < end and forms[at] in ("كل", "كلا") and forms[at + 1] == "من":
            at += 2
        elif (
            at < end
            and forms[at] in ("ذات", "نفس", "كلا", "كلتا", "عدد", "بعض", "احد", "جميع")
            and forms[at + 1 : at + 2] != ["من"]
        ):
            at += 1
        if at < end and forms[at] in COMMAS:
            at += 1
        if at >= end or wording.quoted[at]:
            return Subject(None, at)
        marks = self._marks_of_name(at)
        at += marks is not None
        is_demonym = is_definite(forms[at]) and is_adjective(forms[at]) and self._parties.is_person(at + 1)
        party = self._parties.joined(at + is_demonym, end)  # الأرجنتيني رامون دياز
        if party is not None and party.first not in wording.cue_tokens:
            if marks is not None and party.last == marks.closing:
                party = replace(party, last=marks.after)
            behind = self._behind_age(self._behind_name(party), end)
            return Subject(party, behind_namelessness(self._wording.forms, behind, end))
        address = self.past_address(at, end)
        if address > at:
            behind = self.skip(address, end)
            party = self._parties.joined(behind, end) if behind < end else None
            return Subject(party, party.last) if party is not None else Subject(None, at)
        if self._follows_a_name(token):
            return Subject(None, at)  # «موسكو تنفي خطة للانسحاب»
        return self._unknown(cue, at, end)

    def _marks_of_name(self, token: int) -> Pair | None:
        """«وقال «ريابكوف»، في مؤتمر صحفي، إن …»: the marks that begin here and hold a name and nothing else."""
        pair, name = self._wording.pairs.get(token), self._wording.names.get(token + 1)
        return pair if pair is not None and name is not None and name[0] == pair.closing else None

    def _follows_a_name(self, verb: int) -> bool:
        """Whether a name that no preposition governs stands right before the verb («كانت الوزيرة، فلانة، قد أكدت»)."""
        wording = self._wording
        if wording.forms[verb - 1] in _HAVING:
            verb -= 1 + (wording.forms[verb - 2] in COMMAS)
        first = next((first for first, (last, *_) in wording.names.items() if last == verb), None)
        if first is None or self._parties.at(first) is None:
            return False
        return not first or wording.forms[first - 1] not in speech_words("preposition")

    def with_unknown_name(self, party: Party, first: int) -> Party:
        """The role with the words of a name that nobody knew, where nothing else leads up to the content."""
        forms, last = self._wording.forms, party.last
        between = range(last, first)
        if party.entity is not None or not party.kind.startswith("person") or party.others:
            return party
        named = [at for at in between if self._parties.is_person(at)]
        if len(named) == 1 and not any(forms[at] in COMMAS or self._is_closed(at) for at in range(last, named[0])):
            # نائب رئيس اللجنة لإعمار المسجد الدكتور رائف نجم
            person = self._parties.at(named[0])
            return party if person is None else replace(person, role=(party.head, party.words))
        if not 0 < len(between) <= _UNKNOWN_NAME or not all(self._is_plain(at) for at in between):
            return party
        if any(_MANNER.fullmatch(forms[at]) or is_adjective(forms[at]) for at in between):
            return party
        return replace(party, last=first, end=self._wording.ends[first - 1])

    def _behind_name(self, party: Party) -> int:
        """Past the second comma of «المتحدثة باسم الوزارة، فلانة، …»."""
        forms, last = self._wording.forms, party.last
        if last >= len(forms) or forms[last] not in COMMAS:
            return last
        first = next((first for first, (behind, _) in self._wording.names.items() if behind == last), 0)
        return last + (party.first < first and forms[first - 1] in COMMAS)

    def _behind_age(self, token: int, end: int) -> int:
        """Past «البالغ من العمر 63 عاما»."""
        if token < end and self._wording.forms[token] in ("البالغ", "البالغه"):
            figures = (at for at in range(token, min(end, token + 5)) if self._wording.covered[at])
            while (token := next(figures, token)) < end and self._wording.covered[token]:
                token += 1
        return token

    def past_address(self, token: int, end: int) -> int:
        """Past «لرويترز», «للصحفيين» or «له» behind the verb; `token` itself where there is none."""
        wording = self._wording
        if token >= end:
            return token
        if token in wording.names and wording.clitic(token) == "ل":
            return wording.names[token][0]
        form = wording.forms[token]
        party = self._parties.at(token, "ل")
        if party is not None:
            return party.last
        if form in speech_words("addressee") or form in ("له", "لها", "لهم", "لنا", "لي"):
            return token + 1
        pair = wording.pairs.get(token + 1)
        return pair.after if form in ("ل", "لل") and pair is not None and pair.is_short() else token

    def _unknown(self, cue: Cue, token: int, end: int) -> Subject:
        """A subject that is no known source: one word and its adjectives, or the words of a foreign name."""
        wording, forms = self._wording, self._wording.forms
        at = token
        while at < end and at < token + 4 and self._is_plain(at):
            if at > token and is_definite(forms[at]) and not (is_definite(forms[token]) and is_adjective(forms[at])):
                if bare(forms[at]) in speaker_heads():
                    break  # a role beside the name
                # A genitive, or already the object.
                at += not is_definite(forms[token]) and "noun" not in cue.takes
                break
            if cue.takes & {"masdar", "claims", "noun"} and self._is_object(cue, at, end):
                break
            at += 1
        if at == token:
            return Subject(None, token)
        # Feminine verbs of pointing and showing go with findings and pictures (تشير المعلومات).
        strict = cue.traits & {"strict", "only"} or ("source" in cue.traits and cue.feminine)
        if strict or "describes" in cue.traits or forms[token] in speech_words("naming"):
            return Subject(None, at, is_unknown=True)
        first = wording.starts[token]
        party = Party(token, at, first, wording.ends[at - 1], bare(forms[token]), "unknown")
        party.words = frozenset(bare(form) for form in forms[token:at])
        party.is_definite = is_definite(forms[token])
        return Subject(party, at)

    def _is_object(self, cue: Cue, token: int, end: int) -> bool:
        form = self._wording.forms[token]
        if "claims" in cue.takes and bare(form) in speech_words("claims"):
            return True
        if "noun" in cue.takes and (bare(form) in speech_words("claims") or is_verbal_noun(form) or token + 1 >= end):
            return True
        return "masdar" in cue.takes and is_verbal_noun(form)

    def _is_plain(self, token: int) -> bool:
        wording, form = self._wording, self._wording.forms[token]
        if not form[0].isalpha() or wording.covered[token] or wording.quoted[token] or token in wording.cue_tokens:
            return False
        if form in _STILL or form in SUBJUNCTIVE or form in gatherings():
            return False
        if form in complementizers() or form in speech_words("addressee") or is_occasion(form):
            return False
        if len(form) >= _OWNED and form.endswith(_OWNERS):
            return False  # «أكد سياسته القائمة»: somebody's, and nobody
        if form.startswith(("بال", "لل", "كال")) or (form[0] in "بل" and is_verbal_noun(form[1:])):
            return False
        return not self._is_closed(token)

    def _is_closed(self, token: int) -> bool:
        return any(self._wording.forms[token] in speech_words(kind) for kind in _CLOSED)

    def is_charged(self, cue: Cue, party: Party, first: int) -> bool:
        """«واتهم الحكومة بـ…»: whom the verb charges; nobody else stands before the content, or the gender differs."""
        if cue.pronoun:
            return False
        if party.feminine and not cue.feminine:
            return True
        return not any(self._parties.at(at) for at in range(party.last, first)) and not any(
            is_definite(form) for form in self._wording.forms[party.last : first]
        )

    def before(self, token: int, cue: Cue, begin: int) -> tuple[Party | None, int]:
        """The subject before its verb, and where it begins: the clause's last party with nothing but commas, times and
        relative clauses between it and the verb."""
        wording, forms = self._wording, self._wording.forms
        if (had := had_before(forms, token)) is not None:
            party = self._parties.joined(had + 1, token - 1, "ل")
            return (party, token) if party is not None and party.last == token - 1 else (None, token)
        if cue.joined and not (forms[token].startswith("ف") and forms[begin] in ("اما", "واما")):
            return None, token
        low = max(begin, token - _BEFORE)
        for at in range(token - 1, low - 1, -1):
            is_border = forms[at] in complementizers() and not wording.covered[at]
            if is_border or forms[at] in (":", "؛", ";"):
                low = at + 1
                break
        if forms[token - 1 : token] and forms[token - 1] in speech_words("relative"):
            return self._antecedent(token - 1, low), token
        found: Party | None = None
        at, is_governed = low, False
        while at < token:
            form = forms[at]
            party = None if is_governed else self._parties.joined(at, token)
            if party is not None and party.last <= token:
                is_named = found is not None and found.entity is not None and found.entity.label == Label.PER
                found, at = (found if is_named else party), party.last
                continue
            step = wording.names[at][0] if at in wording.names else wording.times.get(at, at + 1)
            if found is not None and form in speech_words("relative"):
                while step < token and forms[step] not in COMMAS:
                    step += 1
            elif form in speech_words("preposition"):
                is_governed, at = True, step
                continue
            elif form in ("لا", "ما") and forms[at + 1] in _STILL:
                pass
            elif not (form in COMMAS or at in wording.times or form in speech_words("filler") or form in _AUXILIARIES):
                found = None if not is_governed else found
            is_governed, at = False, min(step, token)
        found = found or self._document_before(low, token) or self._unknown_before(low, token)
        return found, found.first if found is not None else token

    def _document_before(self, low: int, token: int) -> Party | None:
        """«مستشهدا بدراسة حديثة أظهرت أن …»: what an indefinite noun's own clause tells."""
        wording, forms = self._wording, self._wording.forms
        for at in range(token - 1, max(low, token - 3) - 1, -1):
            if forms[at][0] == "ب" and speaker_heads().get(forms[at][1:]) == "document":
                start, words = wording.offset_behind(at, 1), frozenset({forms[at][1:]})
                return Party(at, token, start, wording.ends[token - 1], forms[at][1:], "document", words)
        return None

    def _unknown_before(self, low: int, token: int) -> Party | None:
        """The clause's first words as its subject, where they are few and nothing else: زوربانوف قال …"""
        wording, forms = self._wording, self._wording.forms
        while low < token and not self._is_plain(low):
            low += 1
        high = low
        while high < token and self._is_plain(high):
            high += 1
        if low > 0 and forms[low - 1] in speech_words("preposition"):
            return None
        is_name = 0 < high - low < 4 and not forms[low].endswith("ا") and low not in wording.names
        is_near = all(forms[at] in _AUXILIARIES or forms[at] in COMMAS for at in range(high, token))
        if not is_name or not is_near or (high - low == 1 and len(forms[low]) < 4):
            return None
        words = frozenset(bare(form) for form in forms[low:high])
        return Party(low, high, wording.starts[low], wording.ends[high - 1], bare(forms[low]), "unknown", words)

    def who_did(self, noun: int) -> Party | None:
        """Who stands between verb and noun in «قام فلان باتهام خصمه بكذا», which is to say that he did so."""
        forms = self._wording.forms
        verbs = (at for at in range(noun - 1, max(noun - _BEFORE, -1), -1) if forms[at].removeprefix("و") in _DID)
        verb = next(verbs, None) if forms[noun].startswith("ب") else None
        party = self._parties.joined(verb + 1, noun) if verb is not None else None
        return party if party is not None and party.last == noun else None

    def opens_clause(self, token: int, begin: int) -> bool:
        """Whether nothing but connectives stands between the clause's border and `token`."""
        forms = self._wording.forms
        while token > begin and (
            forms[token - 1] in speech_words("connective")
            or forms[token - 1] in speech_words("filler")
            or forms[token - 1] in SUBJUNCTIVE
        ):
            token -= 1
        return token == begin or forms[token - 1] == ":" or forms[token - 1] in complementizers()

    def _antecedent(self, relative: int, low: int) -> Party | None:
        for at in range(max(low, relative - 12), relative):
            party = self._parties.at(at)
            if party is not None and relative - 1 <= party.last <= relative:
                return party
        return None

    def teller(self, document: Party | None, end: int) -> Party | None:
        """«الأرقام التي أوردها الوزير أمام البرلمان، مرجحا أن …»: who gave what the clause begins with, else that."""
        if document is None or document.kind != "document":
            return document
        forms = self._wording.forms
        for at in range(document.last, end - 1):
            if forms[at] in speech_words("relative") and forms[at + 1].endswith(("ها", "ه")):
                party = self._parties.joined(at + 2, end)
                return party if party is not None and party.kind.startswith(("person", "name")) else document
        return document

    def first_party(self, begin: int, end: int, *, skips_genitives: bool = False) -> Party | None:
        """The first who is named in the clause without a preposition; where another speaks at the end («تزامن كلام X مع
        زيارة Y، حيث أكد …»), not whose words or meeting are spoken of."""
        forms = self._wording.forms
        for at in range(begin, min(end, begin + 12)):
            party = self._parties.joined(at, end)
            if party is None or (at > begin and forms[at - 1] in speech_words("preposition")):
                continue
            if not (skips_genitives and at > begin and is_occasion(forms[at - 1])):
                return party
        return None
