"""What a clause that reports tells itself, beside what is reported: before the report, and of whom it names."""

from __future__ import annotations

from collections.abc import Iterator

from core.extract.clauses import Clause, perfects
from core.extract.concepts import function_words
from core.extract.evidence import hits_in, word_at
from core.extract.negators import NEGATORS
from core.extract.speech.cues import Form, cues, speech_words
from core.extract.speech.subjects import behind_namelessness

_COMMAS = frozenset("،,؛;")
_AS = frozenset(["كما", "حسبما", "بحسب", "وفق", "حسب", "وفقما", "بحسبما"])
_TELLS = 2  # words of a relative clause that tell something
_IN_IT = frozenset(["فيه", "فيها", "خلاله", "خلالها", "عنه", "عنها", "فيهما", "عنهم"])


def before_report(clause: Clause) -> range:
    """The words of a clause; where somebody reports in it, those that tell something before he does, and else none.

    A report comes behind what is told where it goes with that («عقد المجلس اجتماعا، واصفا …») or speaks of it
    («تتواصل التعزيزات، التي تقول موسكو إنها …»). In «وزير الخارجية، فلان، قال إن …» nothing is told before it.
    """
    cue = clause.frame.cue if clause.frame is not None else None
    if cue is None:
        return clause.indices
    forms, indices = clause.words.forms, clause.indices
    verb = word_at(clause.words, cue.start)
    comma = next((i for i in reversed(range(indices.start, verb)) if forms[i] in _COMMAS), indices.start)
    known = cues().get(forms[verb])
    if known is not None and known.form is Form.PARTICIPLE:
        return range(indices.start, comma if comma == verb - 1 else verb)
    if known is not None and known.form is Form.NOUN:  # «انتهت المهلة، وسط تأكيد سوريا أن …»
        return range(indices.start, comma)
    before = range(indices.start, comma)
    is_told = clause.inside is not None or _tells(clause, before) or _speaks_of_it(clause, comma, verb)
    return before if is_told else range(0)


def of_whom_it_names(clause: Clause) -> Iterator[range]:
    """The words of each relative clause between commas in a clause that reports («تتهم كييف روسيا، التي ضمت القرم في
    2014، بـ…»), but not that somebody will not be named, nor one that reports itself; a denial needs no commas
    («الرئيس الذي ينفي أي نية للتنحي اعتبر أن …»)."""
    cue = clause.frame.cue if clause.frame is not None else None
    if cue is None:
        return
    forms, indices, verb = clause.words.forms, clause.indices, word_at(clause.words, cue.start)
    denials = [hit for hit in hits_in(clause, "cues") if hit.id == "denied"]
    for first in indices:
        if forms[first].removeprefix("و") not in speech_words("relative"):
            continue
        stop = next((i for i in range(first, indices.stop) if forms[i] in _COMMAS), indices.stop)
        if forms[first - 1] not in _COMMAS:
            denies = any(hit.first in (first + 1, first + 2) for hit in denials)
            if first == indices.start or not denies or verb < first:
                continue
            stop = min(stop, verb)
        tells = sum(len(forms[i]) > 1 and forms[i] not in function_words() for i in range(first + 1, stop))
        if verb not in range(first, stop) and tells >= _TELLS and behind_namelessness(forms, first, stop) == first:
            yield range(first, stop)


def _tells(clause: Clause, before: range) -> bool:
    """Whether something is told there: it is denied, or a verb in the perfect stands there."""
    forms = clause.words.forms
    denied = any(hit.id == "denied" and hit.first in before for hit in hits_in(clause, "cues"))
    return denied or any(forms[i] in NEGATORS or forms[i].removeprefix("و") in perfects() for i in before)


def _speaks_of_it(clause: Clause, comma: int, verb: int) -> bool:
    """«…، والتي تقول موسكو إنها …», «…، كما قال الوزير», «رسالة …، قال فيها إن …»."""
    forms = clause.words.forms
    first = forms[comma + 1].removeprefix("و") if comma + 1 < len(forms) else ""
    return first in speech_words("relative") or first in _AS or not _IN_IT.isdisjoint(forms[verb + 1 : verb + 3])
