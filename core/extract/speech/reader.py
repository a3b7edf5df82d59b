"""The reports of one sentence: who says, by which word, what from which token on, and through which medium."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from operator import attrgetter

from core.extract.speech.contents import Clauses, Content, Opening
from core.extract.speech.credits import Credit, Credits
from core.extract.speech.cues import (
    Cue,
    Form,
    complementizers,
    cues,
    is_adversative,
    is_dual,
    opens_condition,
    phrase_at,
    speech_words,
)
from core.extract.speech.headlines import headline
from core.extract.speech.lexicon import is_occasion
from core.extract.speech.referents import Referents, Voice
from core.extract.speech.relays import Relays
from core.extract.speech.report import Break, Report
from core.extract.speech.speakers import Parties, Party
from core.extract.speech.subjects import SUBJUNCTIVE, Subject, Subjects
from core.extract.speech.wording import COMMAS, Wording
from core.model import Label
from core.text.arabic import fold

_WHAT = frozenset({"ما", "الذي"})
_BEFORE_THAT = ["قبل", "ان"]  # «…، قبل أن يضيف: …» goes on with the report
_RESTING = frozenset({"استنادا", "مستنده", "مستندا"})  # on whom the speaker relies
_HAD = frozenset({"قد", "كان", "كانت"})
_ON = frozenset({"في", "خلال", "عبر", "علي"})
_ASIDE = 10  # tokens
_COMPLETED = 5  # tokens between «يكون» and the verb behind it
# Between subject and content stand at most so many commas, and so many tokens of the subject before the first.
_COMMAS, _TAIL = 4, 3
_TURNS, _TURN_REACH = frozenset(("بينما", "فيما")), 3  # tokens from there to who does something else


class Reader:
    """Reads sentence by sentence; remembers who spoke."""

    def __init__(self, wording: Wording, parties: Parties, referents: Referents) -> None:
        self._wording = wording
        self._parties = parties
        self._referents = referents
        self._subjects = Subjects(wording, parties)
        self._clauses = Clauses(wording, parties, self._subjects)
        self._cue_order = sorted(wording.cue_tokens)
        self._credits = Credits(wording, parties, referents, self._clauses, self._subjects)
        self._taken = self._credits.taken  # verbs that are part of a credit or of another report
        self._relays = Relays(wording, parties, referents, self._clauses, self._subjects, self._taken)
        self._breaks: list[Break] = []  # of this sentence
        self._silent: tuple[int, Voice] | None = None  # its last verb that reports nothing, and the subject
        self._mentioned: list[Voice] = []  # subjects of this sentence's verbs that report nothing here
        self._previous: tuple[int, int] | None = None  # a sentence without speech right before

    def read(self, begin: int, end: int) -> tuple[list[Report], list[Credit]]:
        """The reports between two tokens, in the order of their reporting words, and the credits."""
        credited = self._credits.read(begin, end)
        self._breaks.clear()
        self._silent = None
        reports: list[Report] = []
        forms = self._wording.forms
        low = bisect_left(self._cue_order, begin)
        for token in self._cue_order[low : bisect_left(self._cue_order, end)]:
            cue = self._wording.cue_tokens[token]
            if token in self._taken or (token + 1 < end and phrase_at(forms, token + 1, "impersonal")):
                continue
            if "denial" in cue.traits and token > begin and forms[token - 1] == "الي":  # folded, نفي is نفى
                if (report := self._denial(token, cue, begin, end)) is not None:
                    reports.append(report)
                continue
            if not self._clauses.reports(token):
                continue
            if "relay" in cue.takes:
                report = self._relays.relay(token, cue, begin, end)
            elif cue.form is Form.FINITE:
                report = self._finite(token, cue, begin, end, reports)
            elif cue.form is Form.PARTICIPLE:
                report = self._participle(token, cue, begin, end, reports)
            else:
                report = self._noun(token, cue, end, reports)
            if report is not None and all(report.content.first != other.content.first for other in reports[-3:]):
                reports.append(report)
        if not reports and (spoken := headline(self._wording, self._parties, self._referents, begin, end)) is not None:
            reports.append(spoken)
        return reports, credited

    def remember(self, begin: int, end: int, reports: list[Report], spoke: list[Voice]) -> None:
        """Close the sentence: who spoke in it can be meant by a later pronoun."""
        for voice in [*self._mentioned, *spoke]:
            self._referents.hear(voice)
        self._mentioned.clear()
        self._previous = None if reports else (begin, end)

    def breaks(self) -> list[Break]:
        """Reporting words of the sentence just read that report nothing."""
        return list(self._breaks)

    def hear(self, voice: Voice) -> None:
        """`voice` has just spoken."""
        self._referents.hear(voice)

    def last_voice(self) -> Voice | None:
        """Who spoke last."""
        return self._referents.last()

    # Verbs

    def _finite(self, token: int, cue: Cue, begin: int, end: int, reports: list[Report]) -> Report | None:
        forms = self._wording.forms
        if "contains" in cue.takes:
            contained, other = self._relays.contained(token, cue, begin, end), cues().get(forms[token][1:])
            if contained is not None or other is None or not forms[token].startswith("ورد"):
                return contained
            cue = replace(other, joined=1)  # و and رد
        subject = self._subjects.behind(cue, token, end)
        after = subject.after if "object" in cue.traits else self._subjects.past_address(subject.after, end)
        content = self._content(cue, after, end, subject.party, subject.is_unknown)
        content = content or self._clauses.quotation_before(token)
        if content is None and not reports and self._is_aside(cue, subject, token, begin, end):
            content = Content(Opening.NOUN, begin)
        if content is None:
            self._pass_over(token, cue, subject, begin)
            return None
        start, is_inner = token, token > begin and forms[token - 1] in speech_words("relative")
        party = subject.party
        if "person" in cue.takes and party is not None and self._subjects.is_charged(cue, party, content.first):
            party = None
        if cue.traits & {"describes", "told"} and content.first == subject.after and not cue.pronoun:
            party = (
                None  # «ووصف التقارير بأنها …», «وأبلغ بوتين أن …»: who stands alone before the content is the object
            )
        if "object" in cue.traits and party is not None and self._is_called_on(cue, party, reports):
            party = None  # «أكد X أن …، وطالب الجماهير بـ…»
        elif "object" in cue.traits and party is not None:
            # «أن بايدن أبلغ بوتين»: what follows the verb is its object where the clause opens with the subject.
            before, first = self._subjects.before(token, cue, begin)
            party = None if before is not None and self._subjects.opens_clause(first, begin) else party
        if "denial" in cue.traits and party is not None and party.is_medium:  # «أنقرة تكذب «نيويورك تايمز»: لن …»
            party = party if self._subjects.before(token, cue, begin)[0] is None else None
        if party is None:
            party, start = self._subjects.before(token, cue, begin)
        if start > begin and forms[start - 1] in complementizers():
            is_inner = is_inner or not is_adversative(forms, start - 1)
        if party is None and token > begin and forms[token - 1] in speech_words("relative"):
            return None
        is_inner = is_inner or (not cue.joined and self._is_completed(token, begin))
        if token - 2 >= begin and forms[token - 2 : token] == _BEFORE_THAT:
            start, is_inner = token - 2, False
        voice: Voice | None
        if party is not None:
            if "object" not in cue.traits:
                party = self._subjects.with_unknown_name(party, content.first)
            heard = self._referents.voice(party)
            voice = heard if party.others else replace(heard, feminine=cue.feminine)
        elif self._is_impersonal(token, cue, begin, content) or self._is_of_two(cue, forms[token], reports):
            return None
        else:
            voice = self._left_out(token, cue, begin, reports)
        report = Report(token, cue, token + 1, content, voice, start, is_inner=is_inner)
        report.ends_early = (
            token - 2 >= begin and forms[token - 1] in speech_words("relative") and forms[token - 2] in COMMAS
        )
        report.has_subject = subject.party is not None
        low = begin if not reports else token
        report.via = self._relays.medium(low, content.first if content.first > token else end, party)
        if content.first < token:
            report.end = token
        return report

    def _is_called_on(self, cue: Cue, party: Party, reports: list[Report]) -> bool:
        """«ودعا الشركة إلى …»: a verb before its subject has its gender, so whoever has another is the object."""
        if party.feminine and not cue.feminine and not party.others:
            return True
        return party.kind == "unknown" and cue.joined > 0 and bool(reports)

    def _is_aside(self, cue: Cue, subject: Subject, token: int, begin: int, end: int) -> bool:
        """«…، قال X.»: the clause before is what X says."""
        forms = self._wording.forms
        if subject.party is None or subject.party.kind == "unknown" or cue.joined or token - begin < 4:
            return False
        return forms[token - 1] in COMMAS and end - subject.after < 3 and fold(cue.lemma) in speech_words("as_verb")

    def _pass_over(self, token: int, cue: Cue, subject: Subject, begin: int) -> None:
        """Keep what a verb without content tells: who is spoken of, and that another clause has begun."""
        forms, party = self._wording.forms, subject.party
        is_apart = token > begin and (forms[token - 1] in COMMAS or forms[token - 1] in speech_words("connective"))
        is_apart = is_apart and not (cue.present and forms[token - 1] == "قد")  # may
        is_apart = is_apart and not (
            forms[token - 1] == "قد" and SUBJUNCTIVE & set(forms[max(token - 5, begin) : token])
        )
        is_apart = is_apart and not opens_condition(forms, token - 1)
        if cue.joined or is_apart:
            self._breaks.append(Break(token, cue, None, subject.party is not None))
        is_open = party is None or party.kind == "unknown"
        if is_open and not cue.joined and forms[token - 1] in _HAD:  # «كان X قد أكد موعده، محذرا من …»
            party = self._subjects.before(token, cue, begin)[0]
        if party is not None and party.kind != "unknown" and "strict" not in cue.traits:
            voice = replace(self._referents.voice(party), feminine=cue.feminine)
            self._mentioned.append(voice)
            self._silent = (token, voice)

    def _is_completed(self, token: int, begin: int) -> bool:
        """«أن يكون بوتين قد تعهد»: the verb belongs to the clause before it."""
        before = self._wording.forms[max(token - _COMPLETED, begin) : token]
        return bool(SUBJUNCTIVE & set(before)) and not COMMAS & set(before)

    def _content(self, cue: Cue, after: int, end: int, party: Party | None, is_unknown: bool) -> Content | None:
        """What the verb reports, as strictly as this verb wants it."""
        if is_unknown and "describes" not in cue.traits:
            return None
        content = self._clauses.content(cue, after, end)
        if content is not None:
            return content if "only" not in cue.traits or content.opening is Opening.NOUN else None
        noun, far = self._clauses.far_noun(cue, after, end), self._clauses.far_content(after, end)
        if noun is not None and far is not None and far.opening is Opening.THAT and far.first < noun.first:
            noun = None  # «أفادت صحيفة، نقلا عن مسؤول، بأن … يخطط لهجوم، بمشاركة …»
        if noun is not None and ("strict" not in cue.traits or self._is_behind_aside(cue, after, party, noun)):
            return noun
        if "only" in cue.traits or ("near" in cue.traits and (party is None or party.kind == "unknown")):
            return None
        if far is None or "strict" not in cue.traits or (far.opening is Opening.THAT and "describes" in cue.traits):
            return far
        if far.opening is Opening.THAT and self._is_behind_aside(cue, after, party, far):
            return far
        is_verb = party is not None or cue.joined or cue.present
        return far if is_verb and far.opening in (Opening.MARKS, Opening.COLON) else None

    def _is_behind_aside(self, cue: Cue, after: int, party: Party | None, content: Content) -> bool:
        """«رأى X، مدير المكتب، أن …»: only what commas set apart, or an occasion, stands before the content."""
        forms = self._wording.forms
        is_known = party is not None and party.kind != "unknown"
        if forms[after - 1] in COMMAS and (forms[after] in speech_words("credit") or forms[after] in _RESTING):
            # «كشفت، نقلا عن وثيقة، أن …», «كشفت، استنادا إلى وثيقة، عن أن …»
            first = content.first - (forms[content.first - 1] in cue.takes)
            return forms[first - 1] in COMMAS and content.first - after < _ASIDE
        if not (is_known or (cue.joined and party is None)):
            return False
        aside = after + (forms[after] in COMMAS)
        if forms[aside] in _ON and is_occasion(forms[aside + 1]):
            # «كتب X في تغريدة على تويتر أن …», «وبينت، في ردها على …، أن …»
            return content.first - aside < _ASIDE or (aside > after and forms[content.first - 1] in COMMAS)
        lead = content.first - (content.opening is Opening.NOUN and forms[content.first - 1] in cue.takes)
        if not is_known or forms[lead - 1] not in COMMAS:
            return False
        commas = [at for at in range(after, content.first) if forms[at] in COMMAS]
        return len(commas) <= _COMMAS and commas[0] - after <= _TAIL

    def _is_impersonal(self, token: int, cue: Cue, begin: int, content: Content) -> bool:
        """يذكر أن …: nobody's words."""
        if "impersonal" not in cue.traits or not cue.present or content.opening is not Opening.THAT:
            return False
        if "guess" in cue.traits:
            return True
        forms = self._wording.forms
        return all(forms[at] in speech_words("connective") or not forms[at][0].isalpha() for at in range(begin, token))

    def _is_of_two(self, cue: Cue, form: str, reports: list[Report]) -> bool:
        """«قال مسؤول إن الرئيسين …، وأقرا بـ…»: what two are told to have said goes on with the report of one."""
        is_apart = cue.joined > 0 and is_dual(cue, form) and bool(reports)
        return is_apart and not any(one.voice is not None and one.voice.plural for one in reports)

    # Participles and verbal nouns

    def _participle(self, token: int, cue: Cue, begin: int, end: int, reports: list[Report]) -> Report | None:
        forms = self._wording.forms
        after = self._subjects.past_address(token + 1, end) if cue.lemma == "قال" else token + 1
        content = self._clauses.content(cue, after, end)
        if content is None and token + 1 < end and "only" not in cue.traits:
            is_apart = forms[token + 1] in speech_words("preposition") or forms[token + 1] in COMMAS
            is_apart = is_apart or "object" in cue.traits or self._subjects.skip(token + 1, end) > token + 1
            is_apart = is_apart or after > token + 1  # «قائلا للصحفيين، قبيل سفره: "…"»
            content = self._clauses.far_noun(cue, token + 1, end) if "object" in cue.traits else None
            content = content or (self._clauses.far_content(token + 1, end) if is_apart else None)
        parent = self._verb_of(cue, reports)
        if content is None:
            if forms[token - 1] in COMMAS and token > begin:
                self._breaks.append(Break(token, cue, parent))
            return None
        is_predicate = content.opening is Opening.NOUN and (cue.feminine or cue.plural)
        if token == begin or (is_predicate and forms[token - 1] not in COMMAS):
            return None  # «الصحف مطالبة بتدريب محرريها»
        voice: Voice | None = self._commented(token, begin)
        nearer = self._silent is not None and (parent is None or self._silent[0] > reports[parent].token)
        if voice is not None:
            parent = None
        elif self._silent is not None and nearer and self._silent[1].feminine == cue.feminine:
            parent, voice = None, self._silent[1]
        elif parent is not None:
            voice = reports[parent].voice
        else:
            first = self._subjects.teller(self._subjects.first_party(begin, token), token)
            voice = self._referents.voice(first) if first is not None else self._referents.last(cue.feminine)
        report = Report(token, cue, token + 1, content, voice, token, parent=parent)
        report.via = reports[parent].via if parent is not None else self._relays.medium(token, content.first, None)
        return report

    def _commented(self, token: int, begin: int) -> Voice | None:
        """«وهو ما نفاه X قائلا إن …»: X."""
        forms = self._wording.forms
        for at in range(token - 1, max(begin, token - _ASIDE), -1):
            stem = forms[at].removesuffix("ه")
            if stem == forms[at] or forms[at - 1] not in _WHAT:
                continue
            cue = cues().get(stem[:-1] + "ي" if stem.endswith("ا") else stem)
            if cue is not None and cue.form is Form.FINITE:
                party = self._subjects.behind(cue, at, token).party
                return self._referents.voice(party) if party is not None else None
        return None

    def _verb_of(self, cue: Cue, reports: list[Report]) -> int | None:
        """The nearest report before whose verb agrees in gender; else the nearest."""
        recent = range(len(reports) - 1, max(-1, len(reports) - 6), -1)
        for index in recent:
            voice = reports[index].voice
            if voice is not None and voice.feminine in (None, cue.feminine):
                return index
        return recent[0] if recent else None

    def _denial(self, token: int, cue: Cue, begin: int, end: int) -> Report | None:
        """سارع الكرملين إلى نفي هذه الأنباء"""
        forms = self._wording.forms
        party = self._subjects.first_party(begin, token)
        if party is None or token + 1 >= end or not forms[token + 1][0].isalpha():
            return None
        content = Content(Opening.NOUN, token + 1)
        report = Report(token, cue, token + 1, content, self._referents.voice(party), token)
        report.ends_early = True
        return report

    def _noun(self, token: int, cue: Cue, end: int, reports: list[Report]) -> Report | None:
        """قوله إن …, إعلان موسكو أن …"""
        if cue.pronoun:
            content = self._clauses.content(cue, token + 1, end)
            if content is None or content.opening is Opening.NOUN:
                return None
            if (source := self._relays.ascribed(token, cue, content)) is not None:
                return source
            parent = self._verb_of(cue, reports)
            voice = reports[parent].voice if parent is not None else self._referents.last(cue.feminine, cue.plural)
            return Report(token, cue, token + 1, content, voice, token, is_inner=True, parent=parent)
        party = self._parties.joined(token + 1, end) if token + 1 < end else None
        if party is None:
            return None
        content = self._clauses.content(cue, party.last, end)
        if content is None and self._wording.forms[party.last : party.last + 1] == ["،"]:
            content = self._clauses.content(cue, party.last + 1, end)  # «قول الرئيس، فلان، إن …»
        is_charge = content is not None and "person" in cue.takes
        if content is None or (content.opening is Opening.NOUN and not is_charge) or content.first > party.last + 3:
            return None
        doer = self._subjects.who_did(token)
        report = Report(token, cue, token + 1, content, self._referents.voice(doer or party), token)
        report.has_subject = True
        report.is_inner = report.ends_early = doer is None
        return report

    # Subjects that do not follow the verb

    def _set_against(self, begin: int, token: int, cue: Cue) -> Voice | None:
        """«تقول كييف إن …، بينما تتحدث موسكو عن …، وتنفي …»: who is set against the one who spoke before."""
        forms = self._wording.forms
        turn = next((at for at in range(token - 1, begin, -1) if forms[at] in _TURNS), None)
        if turn is None:
            return None
        party = self._subjects.first_party(turn + 1, token)
        if party is None or party.feminine not in (None, cue.feminine) or party.first > turn + _TURN_REACH:
            return None
        return self._referents.voice(party)

    def _left_out(self, token: int, cue: Cue, begin: int, reports: list[Report]) -> Voice | None:
        """Who is meant by a verb without a subject: the sentence's speaker or subject, then the article's last."""
        if reports and (voice := self._set_against(reports[-1].cue_end, token, cue)) is not None:
            return voice
        if reports and self._wording.forms[token - 1] == "اذ":  # «قال X إن Y يدرك ذلك، إذ قال إن …»: Y did
            party = self._subjects.first_party(reports[-1].content.first + 1, token)
            if party is not None and party.feminine in (None, cue.feminine):
                return self._referents.voice(party)
        # «قالت X إن Y حث … وأوضح أن …»: where the outer speaker's verb differs in gender, the inner one's.
        for report in sorted(reports[:-6:-1], key=attrgetter("is_inner")):
            voice = report.teller or report.voice
            if voice is not None and voice.feminine in (None, cue.feminine):
                return voice
        if not reports and token > begin + 2:
            party = self._subjects.first_party(begin, token, skips_genitives=True)
            party = self._subjects.teller(party, token)
            if party is not None and party.feminine in (None, cue.feminine):
                return self._referents.voice(party)
        if self._previous is not None and "goes_on" not in cue.traits:
            party = self._subjects.first_party(*self._previous)
            is_person = party is not None and party.entity is not None and party.entity.label == Label.PER
            if party is not None and is_person and party.feminine in (None, cue.feminine):
                return self._referents.voice(party)
        return self._referents.last(cue.feminine, cue.plural)
