"""What a statement tells, word by word: which acts, whether they are denied or aimed at, and what stands beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import pairwise, product, takewhile
from typing import NamedTuple

from core.compare.negation import COMPLEMENT, denied, denies, is_negated, led_to
from core.compare.senses import Phrase, Sense, known_acts, phrase, says_something, senses
from core.compare.words import AIMS, Words, is_act, is_light, light_words, read_as
from core.extract.clauses import Clause
from core.extract.concepts import state_names
from core.extract.negators import NEGATORS
from core.model import Claim
from core.text.arabic import fold
from core.text.stems import bare, root

IS, NOT, AIM, NO_AIM = "+-?!"
NAME = "@"  # before what stands for a name
TIME = "="  # before the first and last day of a time
ANY = "*"  # beside a word of which there is none at all («لم يقدم أي تعهد»)
_EXCLUDED = Sense("accept", 1)
_ALLIANCE = Sense("alliance", None)
_LESS, _MORE = Sense("rise", 1), Sense("escalate", 0)
_AGAINST = frozenset(((IS, NOT), (NOT, IS), (AIM, NO_AIM), (NO_AIM, AIM), (IS, NO_AIM), (NO_AIM, IS)))
_TURNED = {IS: NOT, NOT: IS, AIM: NO_AIM, NO_AIM: AIM}
_NEAR = 2  # content words on either side that a word tells of
_AIMED = 2  # content words behind an aim that are aimed at
_COMPLEMENT = 4  # content words behind a verb of denial that are denied
_REFUSED = "-accept"
# What is told of many things of one matter, each in its way.
_VAGUE = frozenset(("want", "safe", "strong", "critical", "heavy", "worry", "positive", "gender", "public", "full"))
_DISPUTED = frozenset(("pledge", "attack", "war"))  # of which there is none of one kind, and some of another
_MAKES = frozenset(("~قطع", "قطع", "~برم"))  # «قطع تعهدا»; elsewhere it is an act
_OF = frozenset(("في", "بشان", "حول", "عن", "نحو"))
_IT = ("ه", "ها")
_NOT_TO = frozenset(("الا", "والا"))
_THAT_REACH = 9  # words behind a verb of denial within which what is denied begins


class Act(NamedTuple):
    """A word with how it stands, and another one near it."""

    meaning: str
    stance: str
    beside: str


def acts_told(clause: Clause, claim: Claim, names: Mapping[int, str]) -> tuple[str, ...]:
    """The content words of a claim in order, each as stance and meaning, several meanings joined by a blank.

    `names`: what stands for a name, by the index of its first word in the sentence, "" for its other words.
    """
    inside = clause.words.within(claim.start, claim.end)
    forms = _told_apart(clause, inside, claim)
    joined = dict(_phrases(forms, inside, names))
    content = [i for i in inside if (names[i] if i in names else _tells(forms, i, joined))]
    condition = next((i for i in inside if forms[i] in light_words("if")), inside.stop)
    content = [i for i in content if i < condition]  # what is only supposed is not told
    content = [i for place, i in enumerate(content) if not _carries(forms, i, content[place + 1 : place + 2])]
    meant = {i: joined[i].senses if i in joined else senses(forms[i]) for i in content}
    if (verb := clause.words.at(claim.start)) == inside.start - 1 and (denies(forms[verb]) or _undertakes(forms[verb])):
        inside = range(verb, inside.stop)  # «ونفت», «وتعهد»: the evidence begins behind the conjunction
    words = Words(forms, inside, meant, content, joined.keys(), names.keys())
    turned = denied(words, claim)
    turned ^= {*_ruled_out(clause, words)} ^ {*_eased(forms, content, turned)}
    aimed = set(_aimed(words, names))
    wholly = {i for i in turned if i not in names and _is_of_none(forms, i, content)}
    told = []
    for index in content:
        stance = (NO_AIM if index in aimed else NOT) if index in turned else AIM if index in aimed else IS
        word = _told(forms[index], meant[index], names.get(index, ""), stance)
        told.append(f"{word} {stance}{ANY}" if index in wholly else word)
    return tuple(told)


def _undertakes(form: str) -> bool:
    return any(sense.id == "pledge" for sense in senses(form))


def _told_apart(clause: Clause, inside: range, claim: Claim) -> Sequence[str]:
    """The folded words, «ألا» as a negator, which folds to the same as «إلا»."""
    forms, spans = clause.words.forms, clause.words.spans
    if _NOT_TO.isdisjoint(forms[inside.start : inside.stop]):
        return forms
    told = [i for i in inside if forms[i] in _NOT_TO and "أ" in claim.text[spans[i].start - claim.start :][:2]]
    return tuple("بالا" if i in told else form for i, form in enumerate(forms)) if told else forms


def _phrases(forms: Sequence[str], inside: range, names: Mapping[int, str]) -> Iterator[tuple[int, Phrase]]:
    """Every word of a phrase with the phrase where it begins, with one that tells nothing behind that."""
    reach = inside.start
    for index in inside:
        if index >= reach and index not in names and (found := phrase(forms, index, inside.stop)):
            reach = index + len(found.words) - (len(found.words[-1]) == 1)  # «أمر بنشر»: «نشر» tells too
            yield index, found
            yield from ((i, Phrase((), ())) for i in range(index + 1, reach))


def _tells(forms: Sequence[str], index: int, joined: Mapping[int, Phrase]) -> bool:
    if index in joined:
        return bool(joined[index].senses)
    if forms[index] in light_words("reports") and (not index or forms[index - 1] not in NEGATORS):
        # «ذكر أن …» only reports, «ذكر العقوبات» tells what was spoken of.
        return bool(senses(forms[index])) and not light_words("that") & set(forms[index + 1 : index + _THAT_REACH])
    return _is_content(forms[index])


def _carries(forms: Sequence[str], verb: int, behind: Sequence[int]) -> bool:
    """A verb that says little before the noun of an act («قدم تعهدا»; not «تقدما يذكر», «تقدما في خفض …»)."""
    if not behind or forms[behind[0]].startswith("ي") or not _OF.isdisjoint(forms[verb + 1 : behind[0]]):
        return False
    read, act = read_as(forms[verb]), senses(forms[behind[0]])
    made = bool(read & _MAKES) and any(sense.id in _DISPUTED for sense in act)
    return made or (bool(read & light_words("verb")) and is_act(forms[behind[0]], act))


def _is_of_none(forms: Sequence[str], index: int, content: Sequence[int]) -> bool:
    """«أي تعهد», «لم يتفقا على أي شيء»; of «لم يعلن أي انفراجة» it is the object that there is none of."""
    if set(forms[max(index - 1, 0) : index]) & light_words("any"):
        return True
    none = next((i for i in (index + 1, index + 2) if i < len(forms) and forms[i] in light_words("any")), None)
    return none is not None and none + 1 not in content


def _eased(forms: Sequence[str], content: Sequence[int], denied: AbstractSet[int]) -> Iterator[int]:
    """«خفض التصعيد»: what is told is that it does not escalate; «لم ير أي خفض للتصعيد»: that it does."""
    for index, following in pairwise(content):
        less = _LESS in senses(forms[index]) and any(sense == _MORE for sense in senses(forms[following]))
        if less and (index in denied) is (following in denied):
            yield following


def _ruled_out(clause: Clause, words: Words) -> Iterator[int]:
    """What stands behind a verb of reporting that excludes it («استبعد أن …»), unless it is negated itself."""
    cue = clause.inside.cue if clause.inside else None
    if cue is None or not any(sense == _EXCLUDED for sense in senses(fold(cue.text))):
        return
    verb = clause.words.at(cue.start)
    if not (clause.words.starts and clause.words.starts[0] <= cue.start and is_negated(words.forms, verb)):
        yield from led_to(words) or words.content[:_COMPLEMENT]


def _told(form: str, own: Sequence[Sense], name: str, stance: str) -> str:
    if name[:1] == TIME:
        return f"{IS}{name}"
    if name in state_names() and _ALLIANCE not in own:  # «الولايات المتحدة» are no provinces
        return f"{IS}{NAME}{name.replace(' ', '_')}"
    if name:  # «الناتو» is an alliance, whatever it is called
        return " ".join((f"{IS}{NAME}{name.replace(' ', '_')}", *(f"{IS}{s.id}" for s in own if s.side is None)))
    if not own:
        return f"{stance}{root(form)}"
    return " ".join(f"{_stance(sense, stance)}{sense.id}" for sense in own)


def _stance(sense: Sense, stance: str) -> str:
    return IS if sense.side is None else _TURNED[stance] if sense.side else stance


def taken_back(told: tuple[str, ...]) -> tuple[str, ...]:
    """The same with what is done denied: as much of it as a verb of denial reaches."""
    found, left = [], COMPLEMENT
    for word in told:
        acts = left > 0 and any(one[1:] in known_acts() for one in word.split(" "))
        left -= acts
        found.append(" ".join(_opposite(one) if acts and one[1:] in known_acts() else one for one in word.split(" ")))
    return tuple(found)


def _opposite(word: str) -> str:
    return f"{_TURNED[word[0]]}{word[1:]}"


@lru_cache(maxsize=20_000)
def acts(told: tuple[str, ...]) -> frozenset[Act]:
    """Every word with each word near it, and with the first of all."""
    words = [[(one[0], one[1:]) for one in word.split(" ")] for word in told]
    found: set[Act] = set()
    for place, own in enumerate(words):
        near = {0, *range(max(place - _NEAR, 0), min(place + _NEAR + 1, len(words)))} - {place}
        for (stance, meaning), other in product((one for one in own if one[1][0] not in (NAME, ANY)), near):
            found.update(Act(meaning, stance, beside) for _, beside in words[other])
    return frozenset(found)


@lru_cache(maxsize=20_000)
def words_of(told: tuple[str, ...]) -> frozenset[str]:
    """All that its words may mean, however they stand."""
    return frozenset(one[1:] for word in told for one in word.split(" ")) - {ANY}


def acts_of(told: tuple[str, ...]) -> frozenset[str]:
    """The rows of acts.tsv in which its words stand."""
    return words_of(told) & known_acts()


def turned_down(told: tuple[str, ...]) -> frozenset[str]:
    """What is told not to be or not to be aimed at."""
    return frozenset(one[1:] for word in told for one in word.split(" ") if one[0] in (NOT, NO_AIM)) - {ANY} - AIMS


def refused_by(told: tuple[str, ...]) -> frozenset[str]:
    """What one will not accept: the word behind."""
    pairs = pairwise(told)
    return frozenset(word[1:] for one, behind in pairs if _REFUSED in one.split(" ") for word in behind.split(" "))


def aims(told: tuple[str, ...]) -> bool:
    """Whether something is aimed at, or is not to be."""
    return any(one[0] in (AIM, NO_AIM) for word in told for one in word.split(" "))


def against(a: tuple[str, ...], b: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """(meaning, beside) of what one tells or aims at and the other does not; nothing that both tell alike."""
    own, others = _by_word(a), _by_word(b)
    return frozenset(
        pair
        for pair in own.keys() & others.keys()
        if pair[0] not in AIMS
        and not own[pair] & others[pair]
        and any(stances in _AGAINST for stances in product(own[pair], others[pair]))
    )


def alike(a: tuple[str, ...], b: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """(meaning, beside) of what both tell in one way."""
    return frozenset((act.meaning, act.beside) for act in acts(a) & acts(b))


def none_at_all(a: tuple[str, ...], b: tuple[str, ...]) -> frozenset[str]:
    """What one says that there is none of, and the other tells; of another matter it may be so."""
    found: set[str] = set()
    for one, other in ((a, b), (b, a)):
        stances = {(word[1:], word[0]) for told in other for word in told.split(" ")}
        for told in one:
            if told.endswith(f"{NOT}{ANY}"):
                found.update(
                    word[1:]
                    for word in told.split(" ")
                    if word[1:] not in AIMS and (word[1:], IS) in stances and (word[1:], NOT) not in stances
                )
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _by_word(told: tuple[str, ...]) -> dict[tuple[str, str], frozenset[str]]:
    """Every word and each near it → how the word stands."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for act in acts(told):
        pair = act.meaning, act.beside
        found[pair] = found.get(pair, frozenset()) | {act.stance}
    return found


@lru_cache(maxsize=50_000)
def _is_content(form: str) -> bool:
    return (says_something(form) or bool(senses(form))) and not bare(form) & light_words("noun")


def _aimed(words: Words, names: Mapping[int, str]) -> Iterator[int]:
    """What stands behind an aim and its subject («يريد الرئيس تعهدا ملزما بألا ينضم …»)."""
    content = [index for index in words.content if index not in names]
    for place, index in enumerate(content):
        waits = is_light(words.forms[index], "awaits")  # «تنتظر أن ترد لندن»: she has not
        if waits or any(sense.id in AIMS and not sense.side for sense in words.meant[index]):
            subject = takewhile(lambda i: words.forms[i].startswith("ال") and not words.is_act(i), content[place + 1 :])
            behind = content[place + 1 + len([*subject]) :]
            further = any(sense.id == "pledge" for i in behind[:1] for sense in words.meant[i])
            turned_down = any(sense.id == "accept" for i in behind[:1] for sense in words.meant[i])
            if not (turned_down and words.forms[behind[0]].endswith(_IT)):  # «وهو مطلب رفضته واشنطن»
                yield from _unbroken(words, behind[: _AIMED + further])


def _unbroken(words: Words, indices: Sequence[int]) -> Iterator[int]:
    """The words up to where something else begins («نية للغزو، بعدما ضمت القرم»)."""
    for place, index in enumerate(indices):
        if place and words.ends(indices[place - 1], index):
            return
        yield index
