"""Where reported content ends: at the sentence's end, the next reporting word, a credit or the author's own remark."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from core.extract.clauses import perfects
from core.extract.speech.contents import Opening
from core.extract.speech.credits import Credit
from core.extract.speech.cues import (
    Form,
    complementizers,
    is_adversative,
    opens_condition,
    phrase_at,
    phrases,
    speech_words,
)
from core.extract.speech.lexicon import is_occasion
from core.extract.speech.report import Break, Report
from core.extract.speech.wording import COMMAS, Wording

# Later words that are looked at for the end of one report; keeps a long sentence linear.
_AHEAD = 12
# Tokens in which a comma that ends a content is looked for.
_REACH = 200
_POINT_IN_TIME = frozenset({"سابق", "لاحق", "متاخر", "مبكر", "واحد", "قريب", "قياسي", "محدد", "قصير", "وجيز"})
_WHEN = frozenset({"في", "وذلك"})
_WHERE = frozenset({"في", "خلال", "علي", "عبر", "اثناء", "ضمن", "عقب"})
_AFTER = frozenset({"بعد", "قبل", "عقب", "منذ", "غداه"})
_IN_REPLY = frozenset({"ردا", "تعليقا", "تعقيبا"})
_CONCESSIVE = frozenset({"رغم", "الرغم", "ورغم"})
_TURNS = frozenset({"فيما", "بينما"})
_WHICH = frozenset({"وهو", "وهي", "الامر"})
_STOPS = frozenset(".!?؟…؛;:،,-–—")


class Bounds:
    """The ends of the reports of one sentence, tokens begin … end - 1."""

    def __init__(
        self,
        wording: Wording,
        begin: int,
        end: int,
        reports: Sequence[Report],
        credited: Sequence[Credit],
        breaks: Sequence[Break],
    ) -> None:
        self._wording, self._begin, self._end = wording, begin, end
        self._reports, self._credits, self._breaks = reports, credited, breaks
        forms, opening = wording.forms, range(begin, min(end, begin + _AHEAD))
        self._concession = next((at for at in opening if forms[at] in _CONCESSIVE), end) if reports else end
        self._remarks = self._find_remarks() if reports else []
        self._turns = list(self._find_turns()) if reports else []

    def _find_turns(self) -> Iterator[int]:
        """«قال X إن …، في حين ألقى Y …»: where another does something else."""
        forms = self._wording.forms
        for at in range(self._begin + 1, self._end - 2):
            verb = at + 1 if forms[at] in _TURNS else at + 2 if forms[at : at + 2] == ["في", "حين"] else 0
            if verb and forms[at - 1] in COMMAS and forms[verb] in perfects():
                yield at

    def _find_remarks(self) -> list[int]:
        """Where the author's own words begin."""
        forms, quoted, openers = self._wording.forms, self._wording.quoted, phrases("remark")
        return [
            at
            for at in range(self._begin + 1, self._end)
            if (forms[at] in openers and not quoted[at] and phrase_at(forms, at, "remark"))
            or (forms[at] in _WHICH and self._is_comment(at))
            or (forms[at] in _WHEN and not quoted[at] and self._is_circumstance(at))
        ]

    def _is_comment(self, at: int) -> bool:
        """«، وهو ما تبرره موسكو بـ…», «، وهي اتهامات ترفضها موسكو»: the author's own clause about what was said."""
        forms = self._wording.forms
        is_charge = at + 1 < self._end and forms[at + 1] in speech_words("claims")
        if forms[at - 1] in COMMAS and forms[at] != "الامر" and is_charge:
            return True
        is_which = forms[at : at + 2] in (["وهو", "ما"], ["الامر", "الذي"])
        return is_which and forms[at - 1] in COMMAS and at + 3 in self._wording.names and at + 3 < self._end

    def _is_circumstance(self, at: int) -> bool:
        """«، في وقت تتواصل فيه …», «، وذلك خلال مؤتمر صحفي»: when and where it was said."""
        forms = self._wording.forms
        if at + 2 >= self._end or forms[at - 1] not in COMMAS:
            return False
        if forms[at] == "في":
            is_point = forms[at + 2] in _POINT_IN_TIME or at in self._wording.times
            return forms[at + 1] == "وقت" and not is_point
        is_place = forms[at + 1] in _WHERE and (is_occasion(forms[at + 2]) or forms[at + 2] == "هامش")
        return is_place or forms[at + 1] in _IN_REPLY

    def end_of(self, index: int) -> int:
        """The token behind the content of the report with this index."""
        report = self._reports[index]
        if report.end is not None:
            return report.end
        first, pair, forms = report.content.first, report.content.pair, self._wording.forms
        ends = [self._end]
        if report.content.opening is Opening.NOUN and pair is not None and pair.after < self._end:
            # «من "خطأ فادح" وواشنطن …»: a headline goes on with another clause.
            ends.extend([pair.after] if forms[pair.after].startswith("و") else [])
        if self._concession < report.begin:
            # «على الرغم من أنه قال إن …، فإن …»: the main clause.
            reach = range(first + 1, min(self._end, first + _REACH))
            ends.append(next((at for at in reach if self._is_main_clause(at)), self._end))
        if report.ends_early:
            reach = range(first + 1, min(self._end, first + _REACH))
            ends.append(next((at for at in reach if self._ends_clause(at)), self._end))
        for later in range(index + 1, min(len(self._reports), index + 1 + _AHEAD)):
            other = self._reports[later]
            if other.token > first and self._is_ended_by(index, later):
                ends.append(self.border(other.begin))
                break
        if report.content.opening is Opening.NOUN:
            # «دعا X إلى …، وذلك بعد ساعات من …»: when he did so
            reach = range(first + 1, min(self._end - 1, first + _REACH))
            ends.append(next((at for at in reach if forms[at] == "وذلك" and forms[at + 1] in _AFTER), self._end))
        if report.content.opening in (Opening.NOUN, Opening.THAT):
            ends.extend(itertools.islice((at for at in self._turns if at > first), 1))
        ends.extend(self._broken(index))
        credit = next((one for one in _from(self._credits, first + 1) if self.closes(one)), None)
        if credit is not None:
            ends.append(credit.first)
        low = bisect_left(self._remarks, first + 1)
        ends.extend(self._remarks[low : low + 1])
        return min(ends)

    def _is_main_clause(self, at: int) -> bool:
        form = self._wording.forms[at]
        return form[0] == "ف" and form[1:] in complementizers()

    def _broken(self, index: int) -> list[int]:
        """Where a reporting word without content ends the report."""
        report = self._reports[index]
        gender = report.cue.feminine if report.cue is not None else None
        low = bisect_right(self._breaks, report.content.first, key=lambda other: other.token)
        for other in self._breaks[low : low + _AHEAD]:
            is_beside = other.parent is None or other.parent <= index
            before = self._wording.forms[other.token - 1]
            is_apart = before in COMMAS or before in speech_words("connective")
            is_same = other.has_subject or gender in (None, other.cue.feminine)
            if is_beside and is_same and is_apart:
                return [self.border(other.token)]
        return []

    def _ends_clause(self, at: int) -> bool:
        """A comma or a relative clause, unless the content goes on behind it with و."""
        forms = self._wording.forms
        if forms[at] in COMMAS:
            follows = forms[at + 1] if at + 1 < self._end else ""
            return not (
                follows.startswith("و") and (follows[1:] in complementizers() or at + 1 in self._wording.cue_tokens)
            )
        return forms[at] in speech_words("relative")

    def _is_ended_by(self, index: int, later: int) -> bool:
        """Whether the later report stands beside this one, not inside its content."""
        report, other, forms = self._reports[index], self._reports[later], self._wording.forms
        if other.is_inner or other.token < 0:
            return False
        if other.cue is not None and other.cue.form is Form.PARTICIPLE:
            return other.parent is None or other.parent <= index
        before = forms[other.begin - 1]
        if opens_condition(forms, other.begin - 1):
            return False
        is_apart = before in COMMAS or before in speech_words("connective") or is_adversative(forms, other.begin - 1)
        is_apart = is_apart or (other.cue is not None and other.cue.joined > 0) or forms[other.begin].startswith("و")
        if not is_apart:
            return False
        if other.has_subject or other.begin < other.token:
            return True
        return report.cue is None or other.cue is None or report.cue.feminine == other.cue.feminine

    def border(self, begin: int) -> int:
        """Before the connectives that lead up to a clause."""
        forms, connectives = self._wording.forms, speech_words("connective")
        at = begin
        while at - 1 > self._begin and (forms[at - 1] in connectives or is_adversative(forms, at - 1)):
            at -= 1
        if at - 1 > self._begin and forms[at - 1 : at + 1] == ["في", "حين"]:
            at -= 1
        if at - 3 > self._begin and forms[at - 2] in ("وهو", "وهي") and forms[at - 3] in COMMAS:
            at -= 2  # «، وهو رقم قال X إنه …»
        return at

    def closes(self, credit: Credit) -> bool:
        """Whether the sentence, or a clause with a conjunction of its own, ends with the credit's phrase."""
        forms = self._wording.forms
        for at in range(credit.last, min(self._end, credit.last + _AHEAD)):
            if forms[at] in COMMAS and at + 1 < self._end and at + 1 not in self._wording.times:
                return forms[at + 1].startswith("و") or forms[at + 1] in speech_words("connective")
        return True

    def trimmed(self, first: int, end: int) -> int:
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


def _from(found: Sequence[Credit], token: int) -> Sequence[Credit]:
    low = bisect_left(found, token, key=lambda credit: credit.first)
    return found[low : low + _AHEAD]
