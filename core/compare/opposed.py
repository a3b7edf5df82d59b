"""Statements that tell one act the other way round: done and not done, opened and closed, by all or not."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise, product, takewhile

from core.compare.acts import IS, NAME, NO_AIM, NOT, TIME, acts_of, against, none_at_all, refused_by, words_of
from core.compare.events import gap_days
from core.compare.holding import held_by_another
from core.compare.items import Item
from core.compare.negation import OFFERED
from core.compare.outcome import Outcome, Weights, similarity
from core.compare.pledges import PLEDGE
from core.compare.telling_apart import of_other_arms
from core.model import Modality, Polarity, RelationKind, Show

_MATTER = 1.4  # weight of the words that two statements must share to speak of one matter …
_ALIKE = 0.38  # … where they are so alike; else …
_MATTER_OF_UNLIKE = 2.0  # … so much
_WORDS, _COVERED = 2, 0.5  # … or so many words, and such a share of those of the shorter one
_SURE_MATTER = 2.5
_SURE_ALIKE = 0.85
# Who does things: what is done to one thing and not to another is told of them alike.
_PEOPLE = frozenset(
    [
        *("president", "minister", "government", "official", "police", "court", "parliament", "opposition", "company"),
        *("union", "soldier", "civilian", "player", "team", "coach", "woman", "child", "family", "dweller", "expert"),
        *("country", "city"),
    ]
)
_MOVED = frozenset(  # done to them, not by them
    [
        *((act, "soldier") for act in ("send", "mass", "withdraw", "rise")),
        *product(("evacuate", "rescue"), ("dweller", "civilian", "family", "child", "woman")),
    ]
)
# Who does not agree to one thing may agree to its opposite.
_GOVERNING = frozenset(("agree", "decide", "allow", "pledge", "support"))
_FEAR = f"{IS}worry"
_WISHED = frozenset(("+want", "+demand"))
_DISPUTED = frozenset(("attack", "war"))
_THREATS = frozenset(("threaten", "safe", "critical"))  # of one thing only where it threatens the same
_SUBJECT = 3  # words of a statement among which who acts is named
_NEAR, _OF_WHAT = 2, 2
_NOT_ASKED = f"{NOT}demand"
_LANDS = frozenset(("land", "country", "city", "district"))
_LENDS = frozenset(("send",))
_DENIES, _NOT_RESPONSIBLE = f"{NOT}admit", f"{NOT}responsible"
_HARMS = frozenset(
    [
        *("attack", "explode", "shoot", "kill", "injure", "destroy", "burn", "hack", "steal", "kidnap", "torture"),
        *("forge", "missile", "drone", "bomb", "responsible"),
    ]
)
_FELT = frozenset(("satisfied", "optimistic", "worry", "trust"))  # how a side takes what happened
_BRIEF = 4  # words of a statement that tells nothing but how it is taken
_CALLS = frozenset(("call", "conversation"))
_SPEAKS = frozenset(("discuss",))  # of a name, which is the matter
_TAKES_PART = frozenset(("attend",))  # he who does or does not is
_PHASES = frozenset(("start", "continue"))
_MEETINGS = frozenset(("meet", "call"))  # of which one ends and another begins
_TOGETHER = frozenset(("president", "minister", "government"))
_SETTLED = (Modality.ASSERTED, Modality.PLANNED)


def opposed(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """To be looked at, or where little is told beside it a contradiction. Both are of one news."""
    if a.raw.polarity is b.raw.polarity is Polarity.DENIED:
        return None
    if _asked_of_others(a, b) or _on_other_days(a, b) or of_other_arms(a, b):
        return None
    if _only_promised(a, b) or _only_promised(b, a):
        return None
    if (rival := held_by_another(a, b)) is not None:
        return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.5, "opposites") if rival else None
    if (blamed := _is_blamed(a, b)) is not None:
        return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.5, "denied_perhaps") if blamed else None
    pairs = turned(a.acts, b.acts)
    altogether = a.raw.polarity is not b.raw.polarity and _denied_altogether(a, b)
    felt = _feels_otherwise(a, b)
    if not (pairs or altogether or felt) or _done_by_others(a, b, pairs):
        return None
    if felt:
        return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.5, "opposites")
    if altogether:
        return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.5, "denied_perhaps")
    refused = (refused_by(a.acts) | refused_by(b.acts)) & OFFERED
    beside_of = {act: frozenset(other for own, other in pairs if own == act) for act, _ in pairs}
    wholly = {act for act, near in beside_of.items() if _all_else_shared(a, b, act, near)}
    pairs = frozenset(
        (act, other)
        for act, other in pairs
        if (other not in _PEOPLE or (act, other) in _MOVED or act in wholly) and other[0] != TIME
        if not (act in _PHASES and _MEETINGS & ({other} | _near(a.acts, act) | _near(b.acts, act)))
        if act not in refused and (act not in _THREATS or _near(a.acts, act) & _near(b.acts, act))
    )
    if not pairs:
        return None
    matter = a.told & b.told
    acts, beside = {act for act, _ in pairs}, {other for _, other in pairs}
    homes = {f"{NAME}{name.replace(' ', '_')}" for name in a.home | b.home}
    shared, least = _shared(a.acts, b.acts)
    if not any(other in shared or (other[0] == NAME and other not in homes) for other in beside):
        return None
    weight, close = weights.of(matter), similarity(a, b, weights)
    named = _SPEAKS if a.event and b.event and a.event != b.event else _SPEAKS | _TAKES_PART
    topics = {other for act, other in pairs if act in named and other[0] == NAME} - homes
    told = min(_words_shared(item.acts, (shared | topics) - (_PEOPLE - beside)) for item in (a, b))
    plainly = told > _WORDS or any(word.split(" ")[0][1:] in acts for word in (*a.acts, *b.acts))
    few = told >= _WORDS and len(shared | topics) >= _COVERED * least and plainly
    alike = weight >= _MATTER_OF_UNLIKE or (close >= _ALIKE and weight >= _MATTER) or few
    if not (alike or acts & wholly) or not _names_fit(a, b):
        return None
    sure = (
        close >= _SURE_ALIKE
        and weight >= _SURE_MATTER
        and a.raw.modality is b.raw.modality
        and a.raw.modality in _SETTLED
        and Polarity.DENIED in (a.raw.polarity, b.raw.polarity)
    )
    if sure:
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.6, "denied_asserted")
    reason = "denied_perhaps" if a.raw.polarity is not b.raw.polarity else "opposites"
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.5, reason)


def denies_asking(item: Item) -> bool:
    """«لم تطلب الحكومة مساعدة», «نفى أن يكون قد أمر بالإخلاء»."""
    return item.raw.polarity is Polarity.DENIED and any(_NOT_ASKED in told.split(" ") for told in item.acts)


def _on_other_days(a: Item, b: Item) -> bool:
    """«وصل الوفد الاثنين» and «غادر الوفد الخميس»: one after the other."""
    if a.raw.polarity is not b.raw.polarity or not a.days or not b.days:
        return False
    return gap_days(a.days, b.days) > 0


def _only_promised(denied: Item, said: Item) -> bool:
    """«لم تتلق ردا», «وعدت لندن بتقديم ردها بعد القمة»: it is still to come."""
    done = denied.raw.polarity is Polarity.DENIED and denied.raw.modality is Modality.ASSERTED and not denied.promised
    return done and said.promised and said.raw.polarity is Polarity.AFFIRMED


def _asked_of_others(a: Item, b: Item) -> bool:
    """«لم تطلب مساعدة من باريس» and «طلبت مساعدة من روما»."""
    if not (denies_asking(a) or denies_asking(b)):
        return False
    x, y = (_names_of(item.acts) for item in (a, b))
    return bool(x - y and y - x)


def _is_blamed(a: Item, b: Item) -> bool | None:
    """Whether one denies to have done what the other tells of him: «نفى الجيش الإسرائيلي مسؤوليته», «ضربة إسرائيلية».

    None where nobody denies that, or it is told of what: then the words of that decide.
    """
    if a.raw.polarity is b.raw.polarity:
        return None
    denied, told = (a, b) if a.raw.polarity is Polarity.DENIED else (b, a)
    head = next((i for i, one in enumerate(denied.acts) if _NOT_RESPONSIBLE in one.split(" ")), None)
    who = {f"{NAME}{name.replace(' ', '_')}" for name in denied.parties} | _names_of(denied.acts[:head])
    if head is None or not who:
        return None
    acts = _acts_of_names(told.acts, who)
    if not acts and told.agent not in denied.parties:
        return False
    if denied.acts[head + 1 :]:
        return None
    return denied.event == told.event != "" and bool(acts & _HARMS)


def _acts_of_names(told: tuple[str, ...], names: AbstractSet[str]) -> frozenset[str]:
    """What is told right beside one of these names."""
    places = [place for place, one in enumerate(told) if words_of((one,)) & names]
    return frozenset(
        act for place in places for act in words_of(told[max(place - _NEAR, 0) : place + _NEAR + 1]) if act[0] != NAME
    )


def turned(a: tuple[str, ...], b: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """What one tells and the other does not, but not what both turn together with what governs it («لم يتفقا على وقف
    المناورات», «اتفقا على مواصلتها»), nor a refusal where what is refused is told of in both, nor what one only wishes
    not to be and the other tells to be."""
    pairs = against(a, b)
    if not pairs:
        return pairs
    acts = {act for act, _ in pairs}
    both = {act for pair in _governed(a) & _governed(b) if acts.issuperset(pair) for act in pair}
    if (refused_by(a) & words_of(b) | refused_by(b) & words_of(a)) - OFFERED:
        both.add("accept")
    both |= _wished_away(a) | _wished_away(b) | _feared(a) | _feared(b)
    return frozenset(pair for pair in pairs if pair[0] not in both)


@lru_cache(maxsize=20_000)
def _governed(told: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """What one agrees to, decides, allows … with the act behind it."""
    acts = [acts_of((word,)) for word in told]
    acts = [meanings for meanings in acts if meanings]
    return frozenset(
        (act, other) for one, behind in pairwise(acts) for act in one & _GOVERNING for other in behind - {act}
    )


def _feared(told: tuple[str, ...]) -> frozenset[str]:
    """«شرح مخاوفه من توسع الحلف»: it does not tell that it grows."""
    return words_of(tuple(behind for one, behind in pairwise(told) if _FEAR in one.split(" ")))


def _wished_away(told: tuple[str, ...]) -> frozenset[str]:
    """«تريد ضمانات بألا يتوسع الحلف»: it does not tell that it did not."""
    words = {one for word in told for one in word.split(" ")}
    return frozenset(one[1:] for one in words if one[0] == NO_AIM) if words & _WISHED else frozenset()


def _feels_otherwise(a: Item, b: Item) -> bool:
    """«بوتين راض عن المكالمة», «الكرملين غير راض عنها»: one side, of one event or of nothing that is named."""
    side, other = a.voice or a.agent, a.event and b.event and a.event != b.event
    if not side or side != (b.voice or b.agent) or (other and not {a.event, b.event} <= _CALLS):
        return False
    one_event = bool(a.event and b.event)  # else it may be of another thing
    if min(sum(not one_event or told[1] not in (NAME, TIME) for told in item.acts) for item in (a, b)) > _BRIEF:
        return False
    x, y = ({one for told in item.acts for one in told.split(" ") if one[1:] in _FELT} for item in (a, b))
    return any(one[1:] == other[1:] and {one[0], other[0]} == {IS, NOT} for one, other in product(x, y))


def _near(acts: tuple[str, ...], act: str) -> frozenset[str]:
    """The words around an act that tell what does it, and to what; names of states and lands do not."""
    places = [place for place, told in enumerate(acts) if act in {word[1:] for word in told.split(" ")}]
    around = (acts[max(place - _NEAR, 0) : place] + acts[place + 1 : place + 1 + _NEAR] for place in places)
    return frozenset(word for told in around for word in words_of(told) if word[0] != NAME and word not in _LANDS)


def _all_else_shared(a: Item, b: Item, act: str, beside: frozenset[str]) -> bool:
    """«برأت المحكمة الوزير من تهمة الرشوة», «أدانت … بتهمة الرشوة»; «نفى النادي إقالة المدرب», «أقال النادي مدربه».

    `beside`: what stands near the act in both.
    """
    if a.raw.polarity is b.raw.polarity:
        shared, least = _shared(a.acts, b.acts)
        return len(shared - _PEOPLE - {act}) >= _OF_WHAT and len(shared) >= least
    denied, told = (a, b) if a.raw.polarity is Polarity.DENIED else (b, a)
    first = _first_denied(denied.acts)
    of = denied.acts[first + 1 :]
    if act in _DISPUTED or not of or act not in words_of(denied.acts[first : first + 1]):
        return False
    return _names_of(denied.acts) <= _names_of(told.acts) and all(words_of((one,)) & beside for one in of)


def _first_denied(told: tuple[str, ...]) -> int:
    """The word of an act behind a verb of denial, else the first that is told not to be."""
    verb = next((i for i, one in enumerate(told) if _DENIES in one.split(" ")), -1)
    acts = (i for i, one in enumerate(told) if i > verb and (verb >= 0 or one[0] in (NOT, NO_AIM)))
    return next((i for i in acts if acts_of((told[i],))), len(told))


def _names_of(told: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word in words_of(told) if word[0] == NAME)


def _shared(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[frozenset[str], int]:
    """What words of both may mean, names apart, and how many words the shorter one has."""
    plain = [[word for word in told if word[1] != NAME] for told in (a, b)]
    return frozenset(word for word in words_of(a) & words_of(b) if word[0] != NAME), min(map(len, plain))


def _words_shared(told: tuple[str, ...], shared: frozenset[str]) -> int:
    """How many words of a statement mean something that both tell."""
    return sum(any(word[1:] in shared for word in one.split(" ")) for one in told)


def _denied_altogether(a: Item, b: Item) -> bool:
    """«لم يتوصلا إلى أي اتفاق» against an agreement of the same people."""
    denied, told = (a, b) if a.raw.polarity is Polarity.DENIED else (b, a)
    none = none_at_all(a.acts, b.acts) - _PHASES
    if denied.event == PLEDGE:
        none -= _LENDS  # «لم يقدم أي التزام»: no thing is denied to have been sent
    if none <= _DISPUTED or none <= refused_by(a.acts) | refused_by(b.acts):
        return False  # a plan to attack is a dispute of its own; «ترفض التنازل» is «لن تقدم أي تنازل»
    if none <= {PLEDGE} and told.event != PLEDGE:
        return False  # «محادثات حول الضمانات»: nobody gave them
    if not none or (a.agent and b.agent and a.agent != b.agent):
        return False
    shared = a.parties & b.parties
    together = words_of(a.acts) & words_of(b.acts) & _TOGETHER
    return bool(shared) and (len(shared) > 1 or bool(together) or min(len(a.parties), len(b.parties)) < 2)


def _done_by_others(a: Item, b: Item, pairs: frozenset[tuple[str, str]]) -> bool:
    """Each names another state as the one that acts, or one that the other does not name as who does or will not."""
    x, y = _is_left_out(a, b), _is_left_out(b, a)
    if (x and y) or (x and refused_by(a.acts)) or (y and refused_by(b.acts)):
        return True
    if not a.agent or not b.agent or a.agent == b.agent or _acts_with(a, b) or _acts_with(b, a):
        return False
    if a.event == b.event and a.event in _DISPUTED:
        return True  # «الحلف لا يعتزم مهاجمة روسيا», «روسيا تخطط لهجوم»
    of = {other for _, other in pairs}  # «تناولا إيران»: it is spoken of, and does nothing
    return any(f"{NAME}{item.agent.replace(' ', '_')}" in words_of(item.acts[:_SUBJECT]) - of for item in (a, b))


def _acts_with(item: Item, other: Item) -> bool:
    """«الملك والرئيس لن يحضرا القمة», «الرئيس سيحضر القمة»: who acts in the other is among those who act together."""
    together = {*takewhile(lambda told: told[1] == NAME, item.acts)}
    return len(together) > 1 and f"{IS}{NAME}{other.agent.replace(' ', '_')}" in together


def _is_left_out(item: Item, other: Item) -> bool:
    """«رفضت ألمانيا تزويد كييف بالسلاح», «أرسلت بريطانيا صواريخ إلى كييف»: who is named first is not in the other."""
    first = next((word[2:] for told in item.acts for word in told.split(" ") if word[1] == NAME), "")
    named = {word[2:] for told in other.acts for word in told.split(" ") if word[1] == NAME}
    sides = {side.replace(" ", "_") for side in other.parties | {other.agent, other.voice}}
    return bool(first and named) and first not in named | sides


def _names_fit(a: Item, b: Item) -> bool:
    """They name somebody in common, or one names nobody; who speaks may tell of himself."""
    x, y = (_names_of(item.acts) for item in (a, b))
    return not x or not y or bool((x | _voice(a)) & (y | _voice(b)))


def _voice(item: Item) -> frozenset[str]:
    speaker = item.raw.attribution.speaker or item.voice
    return frozenset({f"{NAME}{speaker.replace(' ', '_')}"}) if speaker else frozenset()
