"""What a reporting word reports: where its subject stands and where the reported content begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from core.extract.cues import Cue, Form, complementizers, cues, words_of
from core.extract.speakers import Parties, Party, bare, is_adjective, is_definite
from core.extract.wording import COMMAS, Pair, Wording

# Tokens between a verb and its content, at most.
_REACH = 60
_REACH_NOUN = 14
# The regular shapes of verbal nouns of derived verbs (forms II to X), folded, with a pronoun or without.
_VERBAL_NOUN = re.compile(
    r"(?:است\w{2,3}ا\w|ا\wت\w?ا\w|ان\w{2}ا[\wء]|ا\w{2}ا[\wء]|ا\wا\w[هت]|ت\w{2}ي\w|ت\w{2}ي[هت]|م\wا\w{2}[هت]|ت\wا\w{2}|ا\w{2}يا\w)"
    r"(?:ه|ها|هم|هما|نا)?"
)


class Opening(Enum):
    """How the content begins."""

    THAT = "that"  # أن, إن
    MARKS = "marks"  # quotation marks
    COLON = "colon"  # a colon without marks
    NOUN = "noun"  # ضرورة …, صحة …


@dataclass(slots=True)
class Content:
    """Reported content from token `first`; `pair` are the quotation marks that it begins with."""

    opening: Opening
    first: int
    pair: Pair | None = None


@dataclass(slots=True)
class Subject:
    """Where the subject behind a verb ends (`after`), and who it is: None when it is left out or no source."""

    party: Party | None
    after: int
    is_unknown: bool = False  # words stand there that are no known source


@cache
def _words(category: str) -> frozenset[str]:
    return words_of("speech_words.tsv")[category]


def is_verbal_noun(form: str) -> bool:
    """A verbal noun, listed or of a regular shape, not after ال."""
    if form in _words("content"):
        return True
    for pronoun in ("ه", "ها", "هم", "هما"):
        stem = form.removesuffix(pronoun)
        if stem != form and (
            stem in _words("content") or (stem.endswith("ت") and stem[:-1] + "ه" in _words("content"))
        ):
            return True
    return not form.startswith("ال") and _VERBAL_NOUN.fullmatch(form) is not None


class Clauses:
    """Reads the clauses of one text; all positions are tokens, `end` is that behind the sentence."""

    def __init__(self, wording: Wording, parties: Parties) -> None:
        self._wording = wording
        self._parties = parties

    def skip(self, token: int, end: int, over_commas: bool = True) -> int:
        """Past adverbs, times and, between such, commas."""
        wording, forms = self._wording, self._wording.forms
        at = token
        while at < end:
            if at in wording.times:
                at = wording.times[at]
                continue
            is_comma = over_commas and forms[at] in COMMAS and at + 1 < end and self._is_skipped(at + 1)
            if not is_comma and (wording.covered[at] or forms[at] not in _words("filler")):
                break
            at += 1
        return at

    def _is_skipped(self, token: int) -> bool:
        return token in self._wording.times or self._wording.forms[token] in _words("filler")

    def subject(self, cue: Cue, token: int, end: int) -> Subject:
        """The subject right behind the verb, behind an adverb, a time or a short address."""
        wording, forms = self._wording, self._wording.forms
        at = self.skip(token + 1, end)
        if at + 1 < end and forms[at] in ("كل", "كلا") and forms[at + 1] == "من":
            at += 2
        elif (
            at < end and forms[at] in ("كلا", "كلتا", "عدد", "بعض", "احد", "جميع") and forms[at + 1 : at + 2] != ["من"]
        ):
            at += 1
        if at < end and forms[at] in COMMAS:
            at += 1
        if at >= end or wording.quoted[at]:
            return Subject(None, at)
        party = self._parties.joined(at, end)
        if party is not None and party.first not in wording.cue_tokens:
            return Subject(party, party.last)
        address = self._address(at, end)
        if address > at:
            behind = self.skip(address, end)
            party = self._parties.joined(behind, end) if behind < end else None
            return Subject(party, party.last) if party is not None else Subject(None, at)
        return self._unknown(cue, at, end)

    def _address(self, token: int, end: int) -> int:
        """Past «لرويترز», «للصحفيين» or «له» behind the verb; `token` itself where there is none."""
        wording = self._wording
        if token >= end:
            return token
        if token in wording.names:
            return wording.names[token][0] if wording.clitic(token) == "ل" else token
        form = wording.forms[token]
        party = self._parties.at(token, "ل")
        if party is not None:
            return party.last
        if form in _words("addressee") or form in ("له", "لها", "لهم", "لنا", "لي"):
            return token + 1
        pair = wording.pairs.get(token + 1)
        return pair.after if form in ("ل", "لل") and pair is not None and pair.is_short() else token

    def _unknown(self, cue: Cue, token: int, end: int) -> Subject:
        """A subject that is no known source: one word and its adjectives, or the words of a foreign name."""
        wording, forms = self._wording, self._wording.forms
        at = token
        while at < end and at < token + 4 and self._is_plain(at):
            if at > token and is_definite(forms[at]) and not (is_definite(forms[token]) and is_adjective(forms[at])):
                # A genitive, or already the object.
                at += not is_definite(forms[token]) and "noun" not in cue.takes
                break
            if cue.takes & {"masdar", "claims", "noun"} and self._is_object(cue, at, end):
                break
            at += 1
        if at == token:
            return Subject(None, token)
        strict = cue.traits & {"strict", "source", "only"}
        if strict or forms[token] in _words("naming"):
            return Subject(None, at, is_unknown=True)
        first = wording.starts[token]
        party = Party(token, at, first, wording.ends[at - 1], bare(forms[token]), "unknown")
        party.words = frozenset(bare(form) for form in forms[token:at])
        party.is_definite = is_definite(forms[token])
        return Subject(party, at)

    def _is_object(self, cue: Cue, token: int, end: int) -> bool:
        form = self._wording.forms[token]
        if "claims" in cue.takes and bare(form) in _words("claims"):
            return True
        if "noun" in cue.takes and (bare(form) in _words("claims") or is_verbal_noun(form) or token + 1 >= end):
            return True
        return "masdar" in cue.takes and is_verbal_noun(form)

    def _is_plain(self, token: int) -> bool:
        wording, form = self._wording, self._wording.forms[token]
        if not form[0].isalpha() or wording.covered[token] or wording.quoted[token] or token in wording.cue_tokens:
            return False
        if form in complementizers() or form in _words("addressee") or form in _words("occasion"):
            return False
        if form.startswith(("بال", "لل", "كال")) or (form[0] in "بل" and is_verbal_noun(form[1:])):
            return False
        return not any(form in _words(kind) for kind in _CLOSED)

    def content(self, cue: Cue, token: int, end: int) -> Content | None:
        """The content that begins at `token`, past adverbs and times; None where none does."""
        wording, forms = self._wording, self._wording.forms
        at = self.skip(token, end)
        if at >= end:
            return None
        found = self._clause(at, end, False)
        if found is not None:
            return found
        form = forms[at]
        if at + 1 < end and form in _words("preposition"):
            found = self._clause(at + 1, end, False)
            if found is not None and found.opening is Opening.THAT and forms[at] not in _words("no_content"):
                return found
        if wording.quoted[at] or not form[0].isalpha():
            return None
        return self._noun(cue, at, end)

    def far_noun(self, cue: Cue, token: int, end: int) -> Content | None:
        """A noun as content behind a place or an occasion: شدد خلال الاتصال على ضرورة …, أكد في كلمته أهمية …"""
        wording, forms = self._wording, self._wording.forms
        at, limit = token, min(end - 1, token + _REACH_NOUN)
        while at < limit and not wording.quoted[at] and forms[at] not in complementizers():
            if at in wording.cue_tokens and self._interrupts(at, wording.cue_tokens[at]):
                return None
            is_prepared = forms[at] in cue.takes and is_verbal_noun(forms[at + 1])
            is_prepared = is_prepared or (forms[at] == "عن" in cue.takes and forms[at + 1].endswith(("ه", "ها", "هم")))
            if is_prepared and not wording.covered[at]:
                return Content(Opening.NOUN, at + 1)
            is_object = "masdar" in cue.takes and forms[at] in _words("content") and not wording.covered[at]
            if is_object and forms[at - 1] not in _words("preposition"):
                return Content(Opening.NOUN, at)
            at = wording.names[at][0] if at in wording.names else at + 1
        return None

    def _noun(self, cue: Cue, at: int, end: int) -> Content | None:
        """A noun as content, where this verb takes one."""
        wording, forms = self._wording, self._wording.forms
        form, follows = forms[at], forms[at + 1] if at + 1 < end else ""
        takes = cue.takes
        if "person" in takes:
            return self._charge(cue, at, end)
        if form in takes and follows and (follows[0].isalpha() or wording.pairs.get(at + 1)):
            is_free = form in ("عن", "من") or (form == "علي" and cue.lemma != "حث") or is_verbal_noun(follows)
            is_free = (
                is_free and follows not in ("هامش", "ما", "بعد", "خلال") and bare(follows) not in _words("occasion")
            )
            pair = wording.pairs.get(at + 1)
            return Content(Opening.NOUN, at + 1, pair) if is_free and at + 1 not in wording.times else None
        if "ب" in takes and form.startswith("ب") and len(form) > 3 and is_verbal_noun(form[1:]):
            return Content(Opening.NOUN, at)
        if form in _words("preposition") or form in complementizers() or (at in wording.cue_tokens and len(form) < 4):
            return None
        if "claims" in takes and bare(form) in _words("claims"):
            return Content(Opening.NOUN, at)
        if "masdar" in takes and is_verbal_noun(form) and at not in wording.names:
            return Content(Opening.NOUN, at)
        is_any = "noun" in takes and form not in _words("connective") and form != "ان" and not form.startswith("ل")
        return Content(Opening.NOUN, at) if is_any else None

    def _charge(self, cue: Cue, at: int, end: int) -> Content | None:
        """اتهم X بـ…, طلب من X …: the content behind the person."""
        wording, forms = self._wording, self._wording.forms
        if "ب" in cue.takes:
            for token in range(at, min(end, at + 12)):
                if forms[token] in COMMAS:
                    return None
                form = forms[token]
                if not wording.covered[token] and len(form) > 3 and form.startswith("ب") and form != "باسم":
                    return Content(Opening.NOUN, token)
            return None
        if forms[at] != "من":
            return None
        party = self._parties.at(at + 1) if at + 1 < end else None
        behind = party.last if party is not None else at + 2
        return Content(Opening.NOUN, behind) if behind < end and is_verbal_noun(forms[behind]) else None

    def _clause(self, at: int, end: int, is_far: bool) -> Content | None:
        """أن, a colon or quotation marks at `at`."""
        wording, forms = self._wording, self._wording.forms
        form = forms[at]
        if form in complementizers() and not wording.covered[at] and at + 1 < end:
            if is_far and self._is_other_that(at):
                return None
            pair = wording.pairs.get(at + 1)
            return Content(Opening.THAT, at, pair)
        if form == ":" and at + 1 < end:
            pair = wording.pairs.get(at + 1)
            return Content(Opening.COLON, at + 1) if pair is None else Content(Opening.MARKS, at + 1, pair)
        pair = wording.pairs.get(at)
        if pair is not None and wording.is_speech(pair):
            return Content(Opening.MARKS, at, pair)
        return None

    def _is_other_that(self, at: int) -> bool:
        """بعد أن, يمكن أن, يريد أن يذهب: no reported content."""
        forms = self._wording.forms
        before = forms[at - 1]
        if before in _words("no_content") or before.removeprefix("و") in _words("no_content"):
            return True
        follows = forms[at + 1]
        return forms[at] == "ان" and follows.startswith("ي") and at + 1 not in self._wording.names and len(follows) > 3

    def far_content(self, token: int, end: int) -> Content | None:
        """The content further on in the sentence, past appositions, places and occasions."""
        wording, forms = self._wording, self._wording.forms
        at, limit = token, min(end, token + _REACH)
        is_relative = False
        while at < limit:
            if at in wording.names:
                at = wording.names[at][0]
                continue
            found = self._clause(at, end, True)
            if found is not None:
                return found
            pair = wording.pairs.get(at)
            if pair is not None:
                at = max(pair.after, at + 1)
                continue
            cue = wording.cue_tokens.get(at)
            if cue is not None and not is_relative and self._interrupts(at, cue):
                return None
            is_relative = forms[at] in _words("relative")
            at += 1
        return None

    def _interrupts(self, token: int, cue: Cue) -> bool:
        """Whether a reporting word on the way takes the content for itself; «قائلا» only hands it on."""
        if cue.form is Form.NOUN or (cue.form is Form.PARTICIPLE and cue.lemma == "قال"):
            return False
        return self.reports(token) and (cue.joined > 0 or "strict" not in cue.traits)

    def _is_future(self, token: int) -> bool:
        """Whether the verb is joined to one in the future: سيؤكد … ويجدد."""
        forms = self._wording.forms
        for at in range(token - 1, max(-1, token - 20), -1):
            if forms[at] in COMMAS and at in self._wording.pairs:
                return False
            if forms[at] == "سوف" or (forms[at].startswith(("سي", "ست")) and forms[at][1:] in cues()):
                return True
        return False

    def reports(self, token: int) -> bool:
        """Whether what stands before lets the word at `token` be a verb, a participle or a noun that reports."""
        wording, forms = self._wording, self._wording.forms
        cue = wording.cue_tokens[token]
        if cue.form is not Form.FINITE:
            return True
        if any(forms[token] in _words(kind) for kind in ("preposition", "filler", "connective")):
            return False
        if cue.joined and cue.present and self._is_future(token):
            return False
        before = forms[token - 1] if token else ""
        if cue.plural and not cue.present and forms[token].endswith("ا") and not (cue.joined or before.endswith("ان")):
            return False  # «حذرا», «نقلا» are nouns where no two people precede
        if token == 0 or cue.joined:
            return True
        if before in _words("negation") or before in _words("demonstrative"):
            return False
        if cue.present and before in ("ان", "وان", "بان", "كي", "لكي", "حتي", "لان"):
            return False
        return before not in _words("preposition")


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
