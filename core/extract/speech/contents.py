"""What a reporting word reports: where its subject stands and where the reported content begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from core.extract.clauses import perfects
from core.extract.speech.cues import Cue, Form, complementizers, cues, is_dual, speech_words
from core.extract.speech.lexicon import bare, is_definite_verbal_noun, is_occasion, is_verbal_noun
from core.extract.speech.speakers import Parties
from core.extract.speech.subjects import SUBJUNCTIVE, Subjects, had_before
from core.extract.speech.wording import COMMAS, Pair, Wording
from core.text.arabic import fold

# Tokens between a verb and its content, at most.
_REACH = 60
_SHADDA = "\u0651"
_REACHES = frozenset({"ابلغ", "بلغ"})
_THIS = frozenset({"ذلك", "هذا", "الامر"})
_NOT_TO = frozenset({"بالا"})  # «تعهد بألا تنشر …»
_NOUN_FOLLOWS = frozenset({"ان", "بان", "وان"})
# How a source speaks who is not to be named.
_ON_TERMS = frozenset({"رفض", "رفضت", "طلب", "طلبت", "فضل", "فضلت", "اشترط", "اشترطت", "تحدث", "تحدثت"})
_UNNAMED = frozenset({"عدم", "الكشف", "كشف", "ذكر", "نشر", "الافصاح", "شريطه", "بشرط", "شرط", "حجب"})
_STOPS = frozenset(".!؟")
_REACH_NOUN = 14
_NOT_CHARGED = frozenset({"باسم", "بلاده", "بلادها", "بلادهم", "بلادنا", "بلدان", "بلدين", "بلديهما"})
_FIGURE_REACH = 3


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


class Clauses:
    """Reads the clauses of one text; all positions are tokens, `end` is that behind the sentence."""

    def __init__(self, wording: Wording, parties: Parties, subjects: Subjects) -> None:
        self._wording = wording
        self._parties = parties
        self._subjects = subjects

    def content(self, cue: Cue, token: int, end: int) -> Content | None:
        """The content that begins at `token`, past adverbs and times; None where none does."""
        wording, forms = self._wording, self._wording.forms
        at = self._subjects.skip(token, end)
        if at + 1 < end and forms[at] in ("ذلك", "هذا") and forms[at + 1].startswith("بان"):
            at += 1  # مبررا ذلك بأن …
        if at >= end:
            return None
        found = self._clause(at, end, False)
        if found is not None:
            return found
        form = forms[at]
        if at + 1 < end and form in speech_words("preposition"):
            found = self._clause(at + 1, end, False)
            if found is not None and found.opening is Opening.THAT and forms[at] not in speech_words("no_content"):
                return found
        if wording.quoted[at] or not form[0].isalpha():
            return None
        return self._noun(cue, at, end)

    def far_noun(self, cue: Cue, token: int, end: int) -> Content | None:
        """A noun as content behind a place or an occasion: شدد خلال الاتصال على ضرورة …"""
        wording, forms = self._wording, self._wording.forms
        at, limit = token, min(end - 1, token + _REACH_NOUN)
        while at < limit and not wording.quoted[at] and forms[at] not in complementizers():
            if forms[at] in COMMAS:
                is_led = is_verbal_noun(forms[at + 1]) or forms[at + 1] in cue.takes or self._is_joined_noun(at + 1)
                is_led = is_led or forms[at + 1] in _NOT_TO
                if is_led and (found := self._noun(cue, at + 1, end)) is not None:
                    return found  # «أكد X، مدير الشركة، أهمية …»: the apposition is behind us
                at = self._past_aside(at, end)
                found = self._noun(cue, at, end) if at else None
                if found is not None or not at:
                    return found
                continue
            if at in wording.cue_tokens and self._interrupts(at, wording.cue_tokens[at], end):
                return None
            if {"ب", "person"} & cue.takes == {"ب"} and self._is_joined_noun(at):
                return Content(Opening.NOUN, at)
            is_noun = is_verbal_noun(forms[at + 1]) or is_definite_verbal_noun(forms[at + 1])
            is_noun = (is_noun and at + 1 not in wording.names) or at + 1 in wording.pairs
            is_prepared = forms[at] in cue.takes and is_noun
            is_prepared = is_prepared or (forms[at] == "عن" in cue.takes and forms[at + 1].endswith(("ه", "ها", "هم")))
            if is_prepared and not wording.covered[at]:
                return Content(Opening.NOUN, at + 1, wording.pairs.get(at + 1))
            is_object = "masdar" in cue.takes and forms[at] in speech_words("content") and not wording.covered[at]
            if is_object and forms[at - 1] not in speech_words("preposition"):
                of_any = forms[at] == "اي" and at > token and is_verbal_noun(forms[at - 1])
                return Content(Opening.NOUN, at - of_any)  # «استبعد قبل اللقاء تقديم أي تنازل»
            at = wording.names[at][0] if at in wording.names else at + 1
        return None

    def _is_joined_noun(self, at: int) -> bool:
        """A verbal noun behind ب: تعهد … ببناء …"""
        form = self._wording.forms[at]
        if not form.startswith("ب") or self._wording.covered[at]:
            return False
        # بتعهد: of form V, which without ب looks like too much else.
        is_fifth = len(form) == 5 and form[1] == "ت"
        return form[1:] in speech_words("content") or is_fifth or _is_joined_verbal_noun(form)

    def _past_aside(self, comma: int, end: int) -> int:
        """The token behind the next comma, 0 where there is none near by."""
        forms = self._wording.forms
        reach = range(comma + 1, min(end - 1, comma + _REACH_NOUN))
        return next((at + 1 for at in reach if forms[at] in COMMAS), 0)

    def _noun(self, cue: Cue, at: int, end: int) -> Content | None:
        """A noun as content, where this verb takes one."""
        wording, forms = self._wording, self._wording.forms
        form, follows = forms[at], forms[at + 1] if at + 1 < end else ""
        takes = cue.takes
        if "person" in takes:
            return self._charge(cue, at, end)
        if form in takes and follows and (follows[0].isalpha() or wording.pairs.get(at + 1)):
            is_free = form in ("عن", "من") or (form == "علي" and cue.lemma != "حث") or is_verbal_noun(follows)
            is_free = is_free and follows not in ("هامش", "ما", "بعد", "خلال", "لسان") and not is_occasion(follows)
            pair = wording.pairs.get(at + 1)
            return Content(Opening.NOUN, at + 1, pair) if is_free and at + 1 not in wording.times else None
        if "ب" in takes and (form in _NOT_TO or _is_joined_verbal_noun(form)):
            return Content(Opening.NOUN, at)
        if form == "عما" and "عن" in takes:  # تساءل عما إذا كان …
            return Content(Opening.NOUN, at + 1)
        if (
            form in speech_words("preposition")
            or form in complementizers()
            or (at in wording.cue_tokens and len(form) < 4 and form not in speech_words("content"))
        ):
            return None
        ends = not follows or not follows[0].isalpha()
        if form in _ON_TERMS and follows in _UNNAMED:
            return None  # «أكد مسؤول، رفض الكشف عن اسمه، أن …», «نفى مسؤول تحدث شريطة …»
        if form in _THIS and (at + 1 in wording.cue_tokens or (ends and "denial" not in cue.traits)):
            return None  # «نفى X ذلك قائلا …»; «وينفي X ذلك.» is all there is of a denial
        claimed = at + (form in speech_words("demonstrative") and at + 1 < end)  # «ورفض هذه الاتهامات»
        if "claims" in takes and bare(forms[claimed]) in speech_words("claims"):
            return Content(Opening.NOUN, at)
        # With ال only where something stands between: أكد الوزير الالتزام.
        is_object = is_verbal_noun(form) or (is_definite_verbal_noun(form) and at - 1 not in wording.cue_tokens)
        if "masdar" in takes and is_object and at not in wording.names:
            return Content(Opening.NOUN, at)
        is_any = (
            "noun" in takes and form not in speech_words("connective") and form != "ان" and not form.startswith("ل")
        ) and form not in speech_words("adjective")  # «نفى مسؤول مغربي رفيع، الخميس، أن …»
        return Content(Opening.NOUN, at) if is_any else None

    def _charge(self, cue: Cue, at: int, end: int) -> Content | None:
        """اتهم X بـ…, طلب من X …: the content behind the person."""
        wording, forms = self._wording, self._wording.forms
        if "ب" in cue.takes:
            for token in range(at, min(end, at + 12)):
                if forms[token] in COMMAS:
                    return None
                form = forms[token]
                if form == "ب" and token + 1 in wording.pairs:
                    return Content(Opening.NOUN, token + 1, wording.pairs[token + 1])
                if not wording.covered[token] and _is_charged(form):
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
            if (is_far and self._is_other_that(at)) or self._is_if(at):
                return None
            pair = wording.pairs.get(at + 1)
            return Content(Opening.THAT, at, pair)
        if form == ":" and at + 2 < end and forms[at + 1] in complementizers():
            return Content(Opening.THAT, at + 1, wording.pairs.get(at + 2))
        if form == ":" and at + 1 < end:
            pair = wording.pairs.get(at + 1)
            return Content(Opening.COLON, at + 1) if pair is None else Content(Opening.MARKS, at + 1, pair)
        pair = wording.pairs.get(at)
        if pair is not None and wording.is_speech(pair):
            return Content(Opening.MARKS, at, pair)
        return None

    def _is_if(self, at: int) -> bool:
        """«هدد بعقوبات إن غزت …»: إن before a verb is a condition; that of speech stands before a noun. Verbs without
        the feminine ending may be nouns too («إن أقدم …»)."""
        wording = self._wording
        follower = wording.forms[at + 1]
        return wording.text[wording.starts[at]] == "إ" and follower.endswith("ت") and follower in perfects()

    def _is_other_that(self, at: int) -> bool:
        """بعد أن, يمكن أن, يريد أن يذهب: no reported content."""
        forms = self._wording.forms
        before = forms[at - 1]
        if before in speech_words("no_content") or before.removeprefix("و") in speech_words("no_content"):
            return True
        follows = forms[at + 1]
        if before in COMMAS and (follows in SUBJUNCTIVE or follows.startswith("ي")):
            return False  # «نفى الوزير، وهو عضو في المجلس، أن يكون قد …», «توقع X، في مؤتمر، أن يقع …»
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
            if cue is not None and not is_relative and self._interrupts(at, cue, end):
                return None
            is_relative = forms[at] in speech_words("relative")
            at += 1
        return None

    def quotation_before(self, token: int) -> Content | None:
        """«…»، قالت X: the quotation stands before its verb."""
        wording, forms = self._wording, self._wording.forms
        at = token
        for _ in range(3):
            pair = wording.pairs_behind.get(at)
            if pair is not None and pair.words > 1 and not wording.is_name(pair):
                return Content(Opening.MARKS, pair.opening, pair)
            if at == 0 or not (forms[at - 1] in COMMAS or forms[at - 1] in ("هكذا", "كما", "هذا", "ما")):
                return None
            at -= 1
        return None

    def _interrupts(self, token: int, cue: Cue, end: int) -> bool:
        """Whether a reporting word on the way takes the content for itself; «قائلا» only hands it on."""
        if cue.form is Form.NOUN or (cue.form is Form.PARTICIPLE and cue.lemma == "قال"):
            return False
        if "relay" in cue.takes and cue.form is Form.FINITE:  # «نشرت صحيفة تقريرا، نقلت فيه عن مسؤول أن …»
            source = token + 1 + (self._wording.forms[token + 1 : token + 2] in (["فيه"], ["فيها"]))
            return self._wording.forms[source : source + 1] == ["عن"] and self.reports(token)
        if "only" in cue.traits and self.content(cue, token + 1, end) is None:
            if "contains" not in cue.takes or not self._wording.forms[token].startswith("ورد"):
                return False  # «متوجها إلى …: "…"»
            cue = replace(cues()["رد"], joined=1)  # «ورد بوتين بأن …»
        if not self.reports(token):
            return False
        is_loose = cue.joined > 0 or "strict" not in cue.traits
        return is_loose or not complementizers().isdisjoint(self._wording.forms[token + 1 : token + 2])

    def _is_future(self, token: int) -> bool:
        """Whether the verb is joined to one in the future: سيؤكد … ويجدد."""
        forms = self._wording.forms
        for at in range(token - 1, max(-1, token - 20), -1):
            if forms[at] in _STOPS or (forms[at] in COMMAS and at in self._wording.pairs):
                return False
            if forms[at] == "سوف" or (forms[at].startswith(("سي", "ست")) and forms[at][1:] in cues()):
                return True
        return False

    def _is_figure(self, token: int) -> bool:
        wording = self._wording
        if token >= len(wording.forms):
            return False
        return wording.forms[token] == "من" or bool(wording.covered[token] and token not in wording.names)

    def _leads_to_figure(self, token: int) -> bool:
        wording = self._wording
        behind = range(token, min(token + _FIGURE_REACH, len(wording.forms)))
        figure = next((at for at in behind if wording.covered[at]), None)
        return figure is not None and not any(
            at in wording.names or at in wording.times for at in range(token, figure + 1)
        )

    def reports(self, token: int) -> bool:
        """Whether what stands before lets the word at `token` be a verb, a participle or a noun that reports."""
        wording, forms = self._wording, self._wording.forms
        cue = wording.cue_tokens[token]
        if cue.form is not Form.FINITE:
            return True
        is_other = any(forms[token] in speech_words(kind) for kind in ("preposition", "filler", "connective"))
        if is_other and _SHADDA not in wording.text[wording.starts[token] : wording.ends[token]]:
            return False  # «بين», but «بيّن» can only be the verb
        if fold(cue.lemma) in _REACHES and (self._is_figure(token + 1) or self._leads_to_figure(token + 1)):
            return False  # تبلغ 28 عاما, يبلغ من العمر …, يبلغ عدد أفرادها 40
        if cue.joined and cue.present and self._is_future(token):
            return False
        before = forms[token - 1] if token else ""
        if is_dual(cue, forms[token]) and not (cue.joined or before.endswith("ان")):
            return False  # «حذرا», «نقلا» are nouns where no two people precede
        if token == 0 or cue.joined:
            return True
        if before in speech_words("negation"):
            return "not" in cue.traits
        no_noun = had_before(forms, token) is not None or forms[token - 2] in speech_words("no_content")
        if not cue.present and before in _NOUN_FOLLOWS and not no_noun:
            return False  # «قال إن تعهد الحلف …»: behind إن stands a noun
        if cue.present and before in ("ان", "وان", "بان", "كي", "لكي", "حتي", "لان"):
            return before == "ان" and token > 1 and forms[token - 2] == "قبل"
        return before not in speech_words("preposition")


def _is_joined_verbal_noun(form: str) -> bool:
    """ببناء, بالحضور."""
    return form[0] == "ب" and len(form) > 3 and (is_verbal_noun(form[1:]) or is_definite_verbal_noun(form[1:]))


def _is_charged(form: str) -> bool:
    """بإرسال, «بشن»; no «بشأن», «بلاده»."""
    short = len(form) == 3 and form[1:] not in speech_words("content")
    return len(form) > 2 and form[0] == "ب" and not short and form not in _NOT_CHARGED | speech_words("preposition")
