"""What a statement tells, word by word: which acts, whether they are denied or aimed at, and what stands beside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise, product
from typing import NamedTuple

from core.compare.senses import Phrase, Sense, known_acts, phrase, says_something, senses
from core.extract.clauses import Clause
from core.extract.concepts import rows, state_names
from core.extract.negators import NEGATORS, is_idiom
from core.model import Claim, Polarity
from core.text.arabic import fold
from core.text.stems import bare, root, variants

IS, NOT, AIM, NO_AIM = "+-?!"
NAME = "@"  # before what stands for a name
TIME = "="  # before the first and last day of a time
ANY = "*"  # beside a word of which there is none at all («لم يقدم أي تعهد»)
_EXCLUDED = Sense("accept", 1)
_LESS, _MORE = Sense("rise", 1), Sense("escalate", 0)
_AGAINST = frozenset(((IS, NOT), (NOT, IS), (AIM, NO_AIM), (NO_AIM, AIM), (IS, NO_AIM), (NO_AIM, IS)))
_TURNED = {IS: NOT, NOT: IS, AIM: NO_AIM, NO_AIM: AIM}
_NEAR = 2  # content words on either side that a word tells of
_DEEPEST = 4  # words behind a negator that may say little before the one that is denied
_AIMED = 2  # content words behind an aim that are aimed at
_ANY_REACH = 8  # words behind a negator in which «أي» denies
_OF_WHICH = 4  # words from what is not done to «عن», behind which it stands
_COMPLEMENT = 4  # content words behind a verb of denial that are denied
_WANT = "want"
_AIMS = frozenset((_WANT, "demand"))
_LEADING = _AIMS | {"succeed"}
_REFUSED = "-accept"
# What is told of many things of one matter, each in its way.
_VAGUE = frozenset((_WANT, "safe", "strong", "critical", "heavy", "worry", "positive", "gender", "public", "full"))
_DISPUTED = frozenset(("pledge", "attack", "war"))  # of which there is none of one kind, and some of another
_MAKES = frozenset(("~قطع", "قطع", "~برم"))  # «قطع تعهدا»; elsewhere it is an act
_COMMAS = frozenset("،,")
_OR = ("او",)
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
    forms = clause.words.forms
    inside = clause.words.within(claim.start, claim.end)
    joined = dict(_phrases(forms, inside, names))
    content = [i for i in inside if (names[i] if i in names else _tells(forms, i, joined))]
    condition = next((i for i in inside if forms[i] in _words("if")), inside.stop)
    content = [i for i in content if i < condition]  # what is only supposed is not told
    content = [i for place, i in enumerate(content) if not _carries(forms, i, content[place + 1 : place + 2])]
    denied = (
        set(_denied(forms, inside, content, claim)) ^ set(_ruled_out(clause, content)) ^ set(_eased(forms, content))
    )
    aimed = set(_aimed(forms, content))
    wholly = {
        i for i in denied if i not in names and {*forms[max(i - 1, 0) : i], *forms[i + 1 : i + 3]} & _words("any")
    }
    told = []
    for index in content:
        stance = (NO_AIM if index in aimed else NOT) if index in denied else AIM if index in aimed else IS
        own = joined[index].senses if index in joined else senses(forms[index])
        word = _told(forms[index], own, names.get(index, ""), stance)
        told.append(f"{word} {stance}{ANY}" if index in wholly else word)
    return tuple(told)


def _phrases(forms: Sequence[str], inside: range, names: Mapping[int, str]) -> Iterator[tuple[int, Phrase]]:
    """Every word of a phrase with the phrase where it begins, with one that tells nothing behind that."""
    reach = inside.start
    for index in inside:
        if index >= reach and index not in names and (found := phrase(forms, index, inside.stop)):
            reach = index + len(found.words)
            yield index, found
            yield from ((i, Phrase((), ())) for i in range(index + 1, reach))


def _tells(forms: Sequence[str], index: int, joined: Mapping[int, Phrase]) -> bool:
    if index in joined:
        return bool(joined[index].senses)
    if forms[index] in _words("reports") and (not index or forms[index - 1] not in NEGATORS):
        # «ذكر أن …» only reports, «ذكر العقوبات» tells what was spoken of.
        return bool(senses(forms[index])) and not _words("that") & set(forms[index + 1 : index + _THAT_REACH])
    return _is_content(forms[index])


def _carries(forms: Sequence[str], verb: int, behind: Sequence[int]) -> bool:
    """A verb that says little before the noun of an act («قدم تعهدا»)."""
    read = variants(forms[verb])
    made = bool(read & _MAKES) and any(sense.id in _DISPUTED for index in behind for sense in senses(forms[index]))
    light = bool(read & _words("verb"))
    return made or (light and any(sense.side is not None for index in behind for sense in senses(forms[index])))


def _eased(forms: Sequence[str], content: Sequence[int]) -> Iterator[int]:
    """«خفض التصعيد»: what is told is that it does not escalate."""
    for index, following in pairwise(content):
        if _LESS in senses(forms[index]) and any(sense == _MORE for sense in senses(forms[following])):
            yield following


def _ruled_out(clause: Clause, content: Sequence[int]) -> Iterator[int]:
    """What stands behind a verb of reporting that excludes it («استبعد أن …»), unless it is negated itself."""
    cue = clause.inside.cue if clause.inside else None
    if cue is None or not any(sense == _EXCLUDED for sense in senses(fold(cue.text))):
        return
    words = clause.words
    verb = words.at(cue.start)
    if not (words.starts and words.starts[0] <= cue.start and verb and words.forms[verb - 1] in NEGATORS):
        yield from content[:_COMPLEMENT]


def _told(form: str, own: Sequence[Sense], name: str, stance: str) -> str:
    if name[:1] == TIME:
        return f"{IS}{name}"
    if name in state_names():  # «الولايات المتحدة» are no provinces
        return f"{IS}{NAME}{name.replace(' ', '_')}"
    if name:  # «الناتو» is an alliance, whatever it is called
        return " ".join((f"{IS}{NAME}{name.replace(' ', '_')}", *(f"{IS}{s.id}" for s in own if s.side is None)))
    if not own:
        return f"{stance}{root(form)}"
    return " ".join(f"{_stance(sense, stance)}{sense.id}" for sense in own)


def _stance(sense: Sense, stance: str) -> str:
    return IS if sense.side is None else _TURNED[stance] if sense.side else stance


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
    return frozenset(one[1:] for word in told for one in word.split(" ") if one[0] in (NOT, NO_AIM)) - {ANY} - _AIMS


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
        if pair[0] not in _AIMS
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
                    if word[1:] not in _AIMS and (word[1:], IS) in stances and (word[1:], NOT) not in stances
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


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for row in rows("light_words") if row[0] == kind for word in row[1].split())


@lru_cache(maxsize=50_000)
def _is_content(form: str) -> bool:
    return (says_something(form) or bool(senses(form))) and not bare(form) & _words("noun")


def _denied(forms: Sequence[str], inside: range, content: Sequence[int], claim: Claim) -> Iterator[int]:
    """The words that are denied: behind each negator, and behind a verb of denial."""
    for index in inside:
        if forms[index] in NEGATORS and not is_idiom(forms, index):
            yield from _behind_negator(forms, index, content)
        elif variants(forms[index]) & _words("fails"):  # «تخلف عن السداد»
            of = forms.index("عن", index, index + _OF_WHICH) if "عن" in forms[index : index + _OF_WHICH] else index
            yield from _behind(content, of, 1)  # «امتناع الطرفين عن نشر …»
        elif forms[index] in _words("any") and NEGATORS & set(forms[max(index - _ANY_REACH, inside.start) : index]):
            yield from _behind(content, index, 1)  # «لم تصدر عن روما حتى الآن أي وعود»
    verb = next((i for i in inside if (variants(forms[i]) | {forms[i]}) & _words("denies")), None)
    if verb is not None:
        yield from _behind(content, _complement(forms, range(verb, inside.stop)), _COMPLEMENT)
    elif claim.polarity is Polarity.DENIED and not any(forms[i] in NEGATORS for i in inside):
        yield from content[:_COMPLEMENT]


def _complement(forms: Sequence[str], behind: range) -> int:
    """Where what is denied begins («نفى الوزير، وهو عضو في …، وجود أي نية»); the verb of denial if nothing tells."""
    left = _THAT_REACH
    aside = False
    for index in behind:
        if forms[index] in _words("that"):
            return index
        if forms[index] in _COMMAS:
            aside = not aside
        left -= not aside
        if not left:
            break
    return behind.start


def _behind(content: Sequence[int], index: int, count: int) -> Sequence[int]:
    """The next words of content behind a word."""
    first = bisect_right(content, index)
    return content[first : first + count]


def _behind_negator(forms: Sequence[str], negator: int, content: Sequence[int]) -> Iterator[int]:
    """The word right behind it; where that says little, or is a thing that there is none of, the one after it too."""
    last = negator
    for index in _behind(content, negator, _DEEPEST):
        between = (i for i in range(last + 1, index) if forms[last + 1 : last + 2] != _OR)
        if not all(forms[i] in _words("passed") or variants(forms[i]) & _words("verb") for i in between):
            return
        yield index
        last = index
        through = variants(forms[index]) & _words("verb") or forms[index] in _words("sign") or _leads_on(forms[index])
        if not through and forms[index + 1 : index + 2] != _OR:  # «لم تأمر بحبسهما أو التحفظ عليهما»
            return


def _is_aim(form: str) -> bool:
    return any(sense.id in _AIMS and not sense.side for sense in senses(form))


def _leads_on(form: str) -> bool:
    """Of an aim, or of what one manages to do («لم يتمكنوا من إثبات …»), what stands behind it is denied too."""
    return any(sense.id in _LEADING and not sense.side for sense in senses(form))


def _aimed(forms: Sequence[str], content: Sequence[int]) -> Iterator[int]:
    for place, index in enumerate(content):
        if _is_aim(forms[index]):
            yield from content[place + 1 : place + 1 + _AIMED]
