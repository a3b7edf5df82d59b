"""Who asked for a meeting: «بطلب من موسكو», «بوتين هو من طلب المكالمة», «المبادرة جاءت من الجانب الأمريكي»."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from core.extract.askers import MARKS, TO, is_named, named_in, subject, the_latter
from core.extract.clauses import Clause
from core.extract.concepts import Hit, Words, function_words, nationality
from core.extract.evidence import Evidence, hits_in
from core.extract.negators import NEGATORS
from core.model import Entity, Span

BOTH = "الجانبان"  # who asked, where both did
_BEHIND = 5  # words within which who asked follows the phrase
_BEFORE = 5  # … or precedes the verb
_BETWEEN = 3  # words for the act (إجراء، عقد) between the verb and what was asked for
_REACH_OF_WHO = 4  # words before «هو من طلبها»
_NAMED_BEFORE = 11  # words that may tell what was asked for, before who did
_TOLD_BEFORE = 6  # words before «طلبها» that may tell the meeting
_ANSWERED = 3  # words from who asks to who agrees («بوتين طلب وبايدن وافق»)
_CLEFTS = frozenset(["من", "الذي", "التي", "الذين"])  # «موسكو هي التي طلبت»
_RELATIVES = frozenset(["الذي", "التي"])
_ASKED = frozenset(["طلب", "وطلب", "فطلب"])  # a verb where who asks stands right behind
_SHE_ASKED = frozenset(["طلبت", "وطلبت", "فطلبت"])
_WE = frozenset(["نحن", "اننا", "باننا", "لاننا", "بلاده", "بلادها", "بلادنا", "جانبنا"])  # whose side the speaker's is
_TOGETHER = frozenset(["معا", "سويا", "سويه", "مشتركين", "بالتراضي", "بالتوافق"])
_TOGETHER_REACH = 6  # words from «اتفقا» to «معا»
_LINKS = ("copula", "from")
_BY_WHOM = (("من", "قبل"), ("من", "جانب"), ("من", "طرف"), ("من", "لدن"))
_EITHER = (("اي", "من"), ("اي", "طرف"), ("اي", "جانب"), ("احد",), ("احدهما",), ("ايهما",), ("طرف",), ("احدي",))


class _Told(NamedTuple):
    """What is sought in: the words of a clause, the hits of the lexicon, the meetings of its sentence, who is named."""

    words: Words
    indices: range
    found: Sequence[Hit]
    meetings: Sequence[Hit]
    entities: Sequence[Entity]
    speaker: str  # who speaks the clause, "" for the paper

    def form(self, index: int) -> str:
        return "".join(self.words.forms[index : index + 1]) if index >= 0 else ""

    def of(self, role: str) -> set[int]:
        return {index for hit in self.found if hit.id == role for index in range(hit.first, hit.last + 1)}

    def who(self, first: int, count: int, *, at_once: bool = False) -> tuple[int, int, str] | None:
        """Who is named first within so many words from `first` on."""
        return named_in(self.words, range(first, min(first + count, self.indices.stop)), self.entities, at_once=at_once)

    def who_before(self, index: int, count: int) -> tuple[int, int, str] | None:
        """Who is named last within so many words before `index`."""
        return named_in(self.words, range(max(index - count, self.indices.start), index), self.entities, last=True)


_Phrase = tuple[int, int, str] | None  # first and last word, and who asked


def requests(clause: Clause, entities: Sequence[Entity]) -> Iterator[Evidence]:
    """The phrase that tells who asked, with the name of who did: a person, a body, or the state of an adjective."""
    words, done = clause.words, clause.indices.start
    found = hits_in(clause, "requests")
    if not found:
        return
    meetings = [hit for hit in words.of("events") if "m" in hit.flags]
    speaker = clause.inside.speaker.name if clause.inside and clause.inside.speaker else ""
    told = _Told(words, clause.indices, found, meetings, entities, speaker)
    for hit in found:
        if hit.first < done:
            continue
        phrase = next(filter(None, (read(told, hit) for read in _READ.get(hit.id, ()))), None)
        if phrase:
            first, last, name = phrase
            done = last + 1
            yield Evidence(Span(words.spans[first].start, words.spans[last].end), name)


def _by(told: _Told, hit: Hit) -> _Phrase:
    """«بطلب من موسكو», «تلبية لدعوة الرئيس الأمريكي»."""
    if told.form(hit.first)[:1] == "ط":
        return None
    who = told.who(hit.last + 1, _BEHIND) or the_latter(told.words, hit.last + 1, told.entities)
    return (hit.first, who[1], who[2]) if who else None


def _by_both(told: _Told, hit: Hit) -> _Phrase:
    """«برغبة متبادلة», behind the meeting."""
    return (hit.first, hit.last, BOTH) if any(m.first < hit.first for m in told.meetings) else None


def _by_verb(told: _Told, verb: Hit) -> _Phrase:
    """Verb, who asks before or behind it, and a meeting as its object («طلبت موسكو من واشنطن عقد الاجتماع»)."""
    who = told.who(verb.last + 1, 3, at_once=True)
    after = _past_the_asked(told, who[1] if who else verb.last)
    asked = _object(told, after)
    related = told.form(verb.first - 1) in _RELATIVES
    if asked is None and related and who and any(verb.first - m.last in (2, 3) for m in told.meetings):
        return verb.first, who[1], who[2]  # «المكالمة التي طلبتها موسكو»
    if asked is None:
        return None
    if who:
        return verb.first, asked.last, who[2]
    if _is_ours(told, verb):
        return verb.first, asked.last, told.speaker
    who = told.who_before(verb.first, _BEFORE)
    return (who[0], asked.last, who[2]) if who else None


def _by_passive(told: _Told, verb: Hit) -> _Phrase:
    """«المكالمة طُلبت من قبل الجانب الروسي»: who asked stands behind «من قبل», the meeting before."""
    met = any(0 < verb.first - meeting.last <= _TOLD_BEFORE for meeting in told.meetings)
    if not met or told.words.forms[verb.last + 1 : verb.last + 3] not in _BY_WHOM:
        return None
    who = told.who(verb.last + 3, _BEHIND, at_once=True)
    return (verb.first, who[1], who[2]) if who else None


def _by_wish(told: _Told, verb: Hit) -> _Phrase:
    """«الروس هم من أرادوا هذا الاتصال», «هو من عرض …»: verbs that tell who asked behind a cleft only."""
    return _by_verb(told, verb) if told.form(verb.first - 1) in _CLEFTS else None


def _object(told: _Told, after: int) -> Hit | None:
    """The meeting that is asked for behind this word, with nothing but words for its holding between."""
    light = told.of("light")
    asked = next((m for m in told.meetings if 0 < m.first - after <= _BETWEEN), None)
    if asked is not None and all(index in light for index in range(after + 1, asked.first)):
        return asked
    return next((h for h in told.found if h.id in ("pointed", "moved") and h.first == after + 1), None)


def _past_the_asked(told: _Told, last: int) -> int:
    """The last word of whom somebody asks («طلبت موسكو من واشنطن …», «اقترح على بوتين …»), else `last`."""
    if told.form(last + 1) not in TO:
        return last
    whom = told.who(last + 2, 4, at_once=True)
    return whom[1] if whom else last


def _is_ours(told: _Told, verb: Hit) -> bool:
    """«نحن من طلبنا», «لم نطلب»: who speaks tells of his own side."""
    if not told.speaker:
        return False
    form = told.form(verb.first).lstrip("وف")
    before = told.words.forms[max(verb.first - 2, 0) : verb.first]
    own = len(form) > 4 and form.endswith("نا") and not form.startswith("ن")
    imperfect = form.startswith("ن") and any(word in NEGATORS for word in before)
    return own or imperfect or not _WE.isdisjoint(before)


def _by_neither(told: _Told, verb: Hit) -> _Phrase:
    """«لم يطلبها أحدهما من الآخر», «لم يطلب أي من الطرفين المكالمة»: nobody in particular asked."""
    forms = told.words.forms
    either = next((e for e in _EITHER if forms[verb.last + 1 : verb.last + 1 + len(e)] == e), None)
    if either is None or told.form(verb.first - 1) not in NEGATORS or not told.meetings:
        return None
    return verb.first - 1, min(verb.last + len(either), told.indices.stop - 1), BOTH


def _by_own(told: _Told, verb: Hit) -> _Phrase:
    """«بوتين هو من سعى إليه», «نافيا أن تكون واشنطن هي من طلبته»: the meeting is the verb's pronoun."""
    if verb.first == told.indices.start or told.form(verb.first - 1) not in _CLEFTS:
        return None
    if any(verb.first - 1 - meeting.last == 1 for meeting in told.meetings):
        return None  # «المكالمة التي دعا إليها بايدن»
    if _is_ours(told, verb):
        return verb.first - 1, verb.last, told.speaker
    who = told.who_before(verb.first, _REACH_OF_WHO + 1)
    return (who[0], verb.last, who[2]) if who else None


def _by_object(told: _Told, verb: Hit) -> _Phrase:
    """«مكالمة طلبها الرئيس الروسي», «وقد طلبتها موسكو»: the pronoun is the meeting told shortly before."""
    if not any(0 < verb.first - meeting.last <= _TOLD_BEFORE for meeting in told.meetings):
        return None
    who = told.who(verb.last + 1, 3, at_once=True)
    return (verb.first, who[1], who[2]) if who else None


def _by_answer(told: _Told, verb: Hit) -> _Phrase:
    """«بوتين طلب وبايدن استجاب: كواليس المكالمة»: what was asked for is the meeting of the sentence."""
    who, agrees = told.who_before(verb.first, _ANSWERED), told.of("agrees")
    joined = told.form(verb.last + 1).startswith("و") and told.who(verb.last + 1, 1) is not None
    near = range(verb.last + 2, min(verb.last + 2 + _ANSWERED, told.indices.stop))
    answered = next((index for index in near if index in agrees), None)
    if who is None or not joined or answered is None:
        return None
    return who[0], verb.last, who[2]


def _by_asking(told: _Told, participle: Hit) -> _Phrase:
    """«اتصلت السفيرة بالوزارة طالبة إجراء المكالمة»: who asks is the subject."""
    asked = _object(told, participle.last)
    who = subject(told.words, range(told.indices.start, participle.first), told.entities)
    return (participle.first, asked.last, who[2]) if asked and who else None


def _by_noun(told: _Told, noun: Hit) -> _Phrase:
    """«المبادرة جاءت من الجانب الأمريكي», «جاءت المبادرة من موسكو», «المبادرة روسية»."""
    form = told.form(noun.first)
    if form.startswith("صاحب"):  # «موسكو هي صاحبة فكرة المكالمة»
        owner = told.who_before(noun.first, _BEFORE)
        return (owner[0], noun.last, owner[2]) if owner else None
    if form in _SHE_ASKED or (form in _ASKED and is_named(told.words, noun.last + 1, told.entities)):
        return _by_passive(told, noun) or _by_verb(told, noun)  # «وطلب بوتين من محاوره …»
    if state := _described(told, noun):
        return noun.first, noun.last + 1, state
    copulas = {hit.first for hit in told.found if hit.id in _LINKS}
    named = told.form(noun.last + 1) == "الي"  # «المبادرة إلى المكالمة … جاءت من موسكو»
    behind = range(noun.last + 1, min(noun.last + (_NAMED_BEFORE if named else 4), told.indices.stop))
    joined = next((i for i in behind if i in copulas), None)
    if joined is not None and not named and any(told.form(i) in MARKS for i in range(noun.last + 1, joined)):
        joined = None  # «… وراء الطلب، فالاتصال أتى من …»
    before = noun.first - 1 if noun.first - 1 in copulas and noun.first > told.indices.start else None
    if joined is None and before is None:
        return None
    who = told.who((joined if joined is not None else noun.last) + 1, _BEHIND)
    return (before if before is not None else noun.first, who[1], who[2]) if who else None


def _described(told: _Told, noun: Hit) -> str:
    """«الفكرة أمريكية»: the state of an adjective that is all that is told of the noun, where a meeting is told."""
    behind = told.form(noun.last + 1)
    plain = told.form(noun.first).lstrip("وف").startswith("ال") and not behind.startswith("ال")
    return (nationality(behind) or "") if plain and told.meetings else ""


def _by_idea(told: _Told, noun: Hit) -> _Phrase:
    """«فكرة الاتصال طرحها الجانب الأمريكي», «اقتراح عقد القمة … صدر عن واشنطن», «عرض بايدن إجراء المكالمة»."""
    who = told.who(noun.last + 1, 3, at_once=True)
    if who and (asked := _object(told, _past_the_asked(told, who[1]))):
        return noun.first, asked.last, who[2]
    meeting = next((m for m in told.meetings if 0 < m.first - noun.last <= _BETWEEN), None)
    if meeting is None:
        return None
    reach = range(meeting.last + 1, min(meeting.last + _NAMED_BEFORE, told.indices.stop))
    joined = next((hit.first for hit in told.found if hit.id in _LINKS and hit.first in reach), None)
    if joined is None or any(told.form(i) in MARKS for i in range(meeting.last, joined)):
        return None
    who = told.who(joined + 1, _BEHIND)
    return (noun.first, who[1], who[2]) if who else None


def _from(told: _Told, verb: Hit) -> _Phrase:
    """«الاتصال أتى من البيت الأبيض»: right behind the meeting."""
    came = next((m for m in told.meetings if 0 < verb.first - m.last <= 2), None)
    if came is None or any(told.form(i) not in function_words() for i in range(came.last + 1, verb.first)):
        return None
    who = told.who(verb.last + 1, _BEHIND - 1, at_once=True)
    return (came.first, who[1], who[2]) if who else None


def _behind(told: _Told, verb: Hit) -> _Phrase:
    """«الكرملين كان وراء الطلب», «كان بوتين وراء فكرة المكالمة»: who stands before it, and what behind."""
    asked = told.of("noun") | told.of("idea") | {meeting.first for meeting in told.meetings}
    who = told.who_before(verb.first, _BEFORE)
    if who is None or verb.last + 1 not in asked or not (told.meetings or told.form(verb.last + 1)[:2] == "ال"):
        return None
    return who[0], verb.last + 1, who[2]


def _by_agreement(told: _Told, verb: Hit) -> _Phrase:
    """«اتفق الجانبان معا على إجراء المكالمة»: a meeting is what was agreed on, and by both alike."""
    near = range(verb.last + 1, min(verb.last + 1 + _TOGETHER_REACH + _BETWEEN, told.indices.stop))
    together = next((index for index in near if told.form(index) in _TOGETHER), None)
    met = next((m for m in told.meetings if m.first in near), None)
    on = any(told.form(i) == "علي" for i in near if met is not None and i < met.first)
    return (verb.first, max(together, met.last), BOTH) if together is not None and met is not None and on else None


_READ: dict[str, tuple[Callable[[_Told, Hit], _Phrase], ...]] = {
    "by": (_by,),
    "both": (_by_both,),
    "own": (_by_neither, _by_own, _by_object),
    "verb": (_by_neither, _by_passive, _by_verb, _by_answer),
    "wish": (_by_wish,),
    "asking": (_by_asking,),
    "noun": (_by_noun,),
    "idea": (_by_idea,),
    "from": (_from,),
    "behind": (_behind,),
    "agreed": (_by_agreement,),
}
