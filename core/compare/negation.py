"""Which words of a statement are denied: what stands behind a negator, a verb of denial, or a verb of not doing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise, takewhile

from core.compare.senses import Sense, senses
from core.compare.words import Words, is_aim, is_light, light_words, read_as
from core.extract.double_negation import denied_twice
from core.extract.negators import NEGATORS, is_idiom, is_judgement
from core.model import Claim, Polarity
from core.text.stems import bare

# What is asked, offered or told: who refuses it does not deny that it was.
OFFERED = frozenset(("accuse", "demand", "invite", "agree", "answer", "decide", "threaten", "warn", "ceasefire"))
_DEEPEST = 4  # words behind a negator that may say little before the one that is denied
_ANY_REACH = 8  # words behind a negator in which «أي» denies
COMPLEMENT = 4  # content words behind a verb of denial that are denied
_THAT_REACH = 9  # words behind a verb of denial within which what is denied begins
_OF_REACH = 5  # words from «فشل» to «في», behind which what was not done stands
_OF = frozenset(("في", "عن", "من", "دون", "ان", "بان"))
_BESIDE = frozenset(
    (
        "من",
        "خلال",
        "بعد",
        "قبل",
        "عقب",
        "اثر",
        "منذ",
        "اثناء",
        "بعدما",
        "رغم",
        "وسط",
        "يخص",
        "بخصوص",
        "حيال",
        "ازاء",
        "بشان",
        "حول",
        "بسبب",
    )
)
_COMMAS = frozenset("،,")
_REFUSED_REACH = 4  # words from «رفض» and who does so to «استبعاد»
_SUBJECT_REACH, _WHO = 6, frozenset(("التي", "الذي", "الذين", "وهو", "وهي", "وعمره", "وعمرها"))
_SHORTEST = 3  # letters of a word with «ب»
_OR = ("او",)
_UNTRUE = frozenset(
    [*(("لا", word) for word in ("صحه", "اساس")), *(("غير", word) for word in ("صحيح", "صحيحه", "دقيق", "دقيقه"))]
)
_ABOUT = frozenset(("عن", "حول", "بشان", "بان", "من"))
_HALTS = frozenset((Sense("delay", 0), Sense("continue", 1), Sense("allow", 1), Sense("rise", 1)))
_LED_REACH = 3
_TO = frozenset(("الي", "عن", "ل"))
_UNASKED = frozenset(("مطروح", "مطروحه", "مطروحا", "وارد", "وارده", "واردا"))  # what is not, is not to be
_ABOUT_REACH = 5  # words from «المزاعم» to «عن»
_VERDICTS = frozenset(("true", "deceive", "exaggerate", "prepare_ground"))
_VERDICT = frozenset(("بانه", "بانها", "مجرد", "محض", "قد", "ليس", "ليست", "لا", "غير"))
_MANNERS = frozenset(("serious", "public", "full"))
_MANNER_REACH = 3
_NO_LONGER = frozenset(("~عد", "~كن", "~عود"))  # «لم تعد برلين تستبعد», «لم يكن يعارض»
_NO_LONGER_REACH = 4  # words from a negator to the verb behind such a verb and its subject


def denied(words: Words, claim: Claim) -> set[int]:
    """The words of content that are told not to be so; what is twice denied is told to be."""
    if twice := denied_twice(words.forms, words.inside):
        verb = next((i for i in words.inside if is_light(words.forms[i], "denies")), words.inside.start)
        return {i for i in _by_negators(words) if i < verb and i not in twice}
    if (untrue := next((i for i in words.inside if _is_untrue(words.forms, i)), None)) is not None:
        return set(_reported(words, words.inside) or _called_untrue(words, untrue))
    plain = {*_by_negators(words), *_by_denial(words, claim), *_unasked(words)}
    found = plain ^ {*_not_done(words, plain)}
    return found | {
        behind
        for index, behind in pairwise(words.content)  # «لم يكن مطروحا للنقاش», «فشل في التوصل إلى اتفاق»
        if index in found and behind not in plain and not {*words.meant[index]}.isdisjoint(words.meant[behind])
    }


def is_negated(forms: Sequence[str], verb: int, start: int = 0) -> bool:
    """Whether a verb is negated: right before it, or before the verb and the subject that stand there («لم تعد …»)."""
    if verb > start and forms[verb - 1] in NEGATORS:
        return True
    if verb > start + 1 and forms[verb - 1 : verb] == _OR:
        return is_negated(forms, verb - 2, start)  # «لن يؤكد أو يستبعد»
    before = range(max(verb - _NO_LONGER_REACH, start), verb - 1)
    return any(forms[i] in NEGATORS and read_as(forms[i + 1]) & _NO_LONGER for i in before)


def denies(form: str) -> bool:
    """Whether a word is a verb of denial."""
    return is_light(form, "denies")


def led_to(words: Words) -> Sequence[int]:
    """What a statement that begins with a verb of leading tells that comes of it («أن تسفر القمة عن اتفاق»)."""
    verb = next((i for i in words.inside[:_LED_REACH] if is_light(words.forms[i], "leads")), None)
    return () if verb is None else [*_led_to(words, verb)]


def _by_negators(words: Words) -> Iterator[int]:
    forms, inside = words.forms, words.inside
    for index in inside:
        if forms[index] in NEGATORS and index not in words.joined and _is_alone(forms, index):
            yield from _behind_negator(words, index)
            yield from _not_shown(words, index)
        elif (
            forms[index] in light_words("any") and forms[index - 1] not in _COMMAS and _in_denial(forms, inside, index)
        ):
            yield from words.behind(index, 1)  # «لم تصدر عن روما حتى الآن أي وعود»


def _unasked(words: Words) -> Iterator[int]:
    """«إرسال القوات ليس مطروحا», «انضمامها غير وارد»: what stands before is denied too."""
    pairs = pairwise(words.forms[words.inside.start : words.inside.stop])
    place = next((i for i, (one, other) in enumerate(pairs) if one in NEGATORS and other in _UNASKED), None)
    if place is not None:
        before = [i for i in words.content if i < words.inside.start + place and words.is_act(i)]
        yield from before[:1]


def _is_alone(forms: Sequence[str], negator: int) -> bool:
    return not is_idiom(forms, negator) or is_judgement(forms, negator)


def _in_denial(forms: Sequence[str], inside: range, index: int) -> bool:
    before = range(max(index - _ANY_REACH, inside.start), index)
    return any(forms[i] in NEGATORS and not is_idiom(forms, i) for i in before)


def _behind_negator(words: Words, negator: int) -> Iterator[int]:
    """The word right behind it; where that says little, or is a thing that there is none of, what it leads to too."""
    if is_light("".join(words.forms[negator + 1 : negator + 2]), "leads"):
        yield from _led_to(words, negator + 1)
        return
    last = negator
    for index in words.behind(negator, _DEEPEST):
        between = words.forms[last + 1 : index]
        if between[:1] != _OR and not all(_is_passed(words, i) for i in range(last + 1, index)):
            return
        last = index
        if index in words.names:
            continue  # «لن يكون لروسيا حق النقض»
        yield index
        yield from _manner(words, index)
        if words.forms[index + 1 : index + 2] == _OR:
            continue  # «لم تأمر بحبسهما أو التحفظ عليهما»
        if not _says_little(words.forms[index]):
            return
        if is_light(words.forms[index], "succeeds"):
            yield from _succeeded_in(words, index)
            return
        if index == negator + 1 or words.forms[index] in light_words("sign") or is_aim(words.forms[index]):
            yield from _past_subject(words, index)  # «لا أسباب كثيرة للتفاؤل», «عدم وجود نية لدى روسيا لنشر …»
            return


def _succeeded_in(words: Words, verb: int) -> Iterator[int]:
    """«لم تنجح المفاوضات في تقريب المواقف»: what stands behind the preposition; who did not succeed does nothing."""
    near = range(verb + 1, min(verb + 1 + _THAT_REACH, words.inside.stop - 1))
    yield from [i + 1 for i in near if words.forms[i] in _OF and i + 1 in words.content and i + 1 not in words.names][
        :1
    ]


def _is_passed(words: Words, index: int) -> bool:
    return index in words.joined or is_light(words.forms[index], "passed") or is_light(words.forms[index], "verb")


def _led_to(words: Words, verb: int) -> Iterator[int]:
    """What stands behind the preposition of a verb of leading («لم تسفر المحادثات عن اتفاق»), or the verb itself."""
    near = range(verb + 1, min(verb + 1 + _THAT_REACH, words.inside.stop))
    to = next((i for i in near if words.forms[i] in _TO or _is_joined(words.forms[i])), None)
    if to is None:
        yield from words.behind(verb - 1, 1)
    else:
        yield from words.behind(to if words.forms[to] in _TO else to - 1, 1)


def _is_joined(form: str) -> bool:
    """Whether «ب» stands before a word («بالعدوان», «بأنها», «بتخريب»; not «بريطانية», «بحث»)."""
    if not form.startswith("ب") or len(form) <= _SHORTEST:
        return False
    return form.startswith(("بال", "بان")) or (bool(told := senses(form[1:])) and senses(form) == told)


def _not_shown(words: Words, negator: int) -> Iterator[int]:
    """«لم تر ما يدل على أن موسكو تستعد لهجوم»; what is decided nobody knows, and it is not denied."""
    near = range(negator + 1, min(negator + 1 + _THAT_REACH, words.inside.stop - 1))
    shows = next((i + 1 for i in near if words.forms[i] == "ما" and words.forms[i + 1] in light_words("shows")), None)
    if shows is None or any(s.id == "decide" for i in words.behind(shows, _DEEPEST) for s in words.meant[i]):
        return
    yield from _past_subject(words, shows)


def _manner(words: Words, index: int) -> Iterator[int]:
    """How something is not done, which is what is denied («عدم التعامل بجدية», «لم تأخذ المطالب على محمل الجد»)."""
    for other in words.behind(index, _MANNER_REACH):
        if any(sense.id in _MANNERS for sense in words.meant[other]) and not words.ends(index, other):
            yield other


def _past_subject(words: Words, verb: int) -> Iterator[int]:
    """What a verb that says little is told of, behind its subject («لم يصدر الجيش أمرا بنشر …»), which is definite."""
    last = verb
    for index in words.behind(verb, _DEEPEST):
        if words.ends(last, index):
            return
        last = index
        if index in words.names:
            continue
        if words.is_act(index):
            yield index
            if not _says_little(words.forms[index]):
                return
        elif not _is_aside(words.forms, index, verb):
            yield index  # what it has for its object («لم يقدم تفاصيل عن العقوبات»)
            return


def _is_aside(forms: Sequence[str], index: int, verb: int) -> bool:
    """A definite word, one behind a preposition, or an adjective of what there is no sign of («أسباب كثيرة»)."""
    adjective = forms[verb] in light_words("sign") and index == verb + 1
    before = forms[index - 1]
    behind = before in _BESIDE or (is_light(before, "passed") and before not in light_words("any"))
    return adjective or behind or forms[index].startswith("ال")


def _says_little(form: str) -> bool:
    return is_light(form, "verb") or is_light(form, "manages") or form in light_words("sign") or is_aim(form)


def _by_denial(words: Words, claim: Claim) -> Iterator[int]:
    """What stands behind a verb of denial, or the head of a statement that is denied without any of its words."""
    forms, inside = words.forms, words.inside
    verb = next((i for i in inside if is_light(forms[i], "denies")), None)
    if verb is None:
        if claim.polarity is Polarity.DENIED and NEGATORS.isdisjoint(forms[inside.start : inside.stop]):
            yield from _reported(words, inside) or words.content[:COMPLEMENT]
    elif not is_negated(forms, verb, inside.start):
        last, acted = _complement(forms, range(verb, inside.stop)), False
        near = range(verb + 1, last if last > verb else min(verb + 1 + _ABOUT_REACH, inside.stop))
        if told := _reported(words, near):
            yield from told
            return
        for index in words.behind(last, COMPLEMENT):
            if acted and (words.ends(last, index) or not _BESIDE.isdisjoint(forms[last + 1 : index])):
                return  # «نفى خيبة أمله من المكالمة»: the call is not denied
            if index == last + 1 and not _HALTS.isdisjoint(words.meant.get(last, ())):
                return  # «نفى أن يكون هدفها تأخير ارتفاع الأسعار»
            yield index
            last, acted = index, acted or words.is_act(index)


def _reported(words: Words, among: range) -> Sequence[int]:
    """What the report tells that is turned down («رفضت روسيا المزاعم عن نيتها غزو …»): it is denied, not the report."""
    charge = next((i for i in among if bare(words.forms[i]) & light_words("reported")), None)
    if charge is None:
        return ()
    near = range(charge + 1, min(charge + 1 + _ABOUT_REACH, words.inside.stop))
    about = next((i for i in near if words.forms[i] in _ABOUT), None)
    joined = next((i for i in near if _is_joined(words.forms[i])), None)
    head = next((i for i in (about, joined) if i is not None), charge)
    told = words.behind(head - (head == joined), COMPLEMENT)
    return [
        *takewhile(lambda i: _VERDICT.isdisjoint(words.forms[head + 1 : i + 1]) and not _is_verdict(words, i), told)
    ]


def _is_verdict(words: Words, index: int) -> bool:
    return any(sense.id in _VERDICTS for sense in words.meant[index])


def _is_untrue(forms: Sequence[str], index: int) -> bool:
    """Whether «لا صحة لـ…», «لا أساس له», «غير صحيح», «عار عن الصحة» begins at a word."""
    pair = tuple(forms[index : index + 2])
    return pair in _UNTRUE or (pair[0] in ("عار", "عاريه") and forms[index + 2 : index + 3] == ("الصحه",))


def _called_untrue(words: Words, untrue: int) -> Sequence[int]:
    """What is told before the words that call it so, else behind them; of reports what they are about."""
    told = [i for i in words.content if i < untrue] or [i for i in words.content if i > untrue]
    between = range(told[0], told[-1]) if told else range(0)
    about = next((i for i in between if words.forms[i] in _ABOUT), -1)
    return [i for i in told if i > about][:COMPLEMENT]


def _complement(forms: Sequence[str], behind: range) -> int:
    """Where what is denied begins («نفى الوزير، وهو عضو في …، وجود أي نية»); the verb of denial if nothing tells."""
    left = _THAT_REACH
    aside = False
    for index in behind:
        if forms[index] in light_words("that"):
            return index
        if forms[index] in _COMMAS:
            aside = not aside
        left -= not aside
        if not left:
            break
    return _past_aside(forms, behind)


def _past_aside(forms: Sequence[str], behind: range) -> int:
    """The comma that closes what is told of who denies («تنفي موسكو، التي ضمت القرم، أي نية»); else the verb."""
    commas = [i for i in behind if forms[i] in _COMMAS]
    told = len(commas) > 1 and commas[0] - behind.start <= _SUBJECT_REACH and forms[commas[0] + 1] in _WHO
    return commas[1] if told else behind.start


def _not_done(words: Words, plain: Set[int]) -> Iterator[int]:
    """What one does not do though the verb says nothing of it: «فشل في استعادة», «تجنب الخوض في», «رفض الإفراج عن»."""
    forms, inside = words.forms, words.inside
    for index in inside:
        avoids = is_light(forms[index], "avoids")
        if not (avoids or is_light(forms[index], "fails")) or is_negated(forms, index, inside.start):
            continue
        if avoids and any(
            is_light(forms[i], "avoids") for i in range(max(index - _REFUSED_REACH, inside.start), index)
        ):
            continue  # «رفض استبعاد إرسال القوات»
        behind = range(index + 1, min(index + 1 + _OF_REACH, inside.stop))
        of = index if avoids else next((i for i in behind if forms[i] in _OF), None)
        act = None if of is None else _act_behind(words, of)
        if act is not None and not {*words.meant[act]}.isdisjoint(words.meant.get(index, ())):
            act = _act_behind(words, act)  # «رفض رفضا قاطعا سحب قواته»
        if act is None or (index in plain and act not in plain):
            continue  # «لم تلمس تراجعا في الانتشار»
        if avoids and not OFFERED.isdisjoint(sense.id for sense in words.meant[act]):
            continue
        yield act
        if _says_little(forms[act]) and (further := _act_behind(words, act)) is not None:
            yield further


def _act_behind(words: Words, index: int) -> int | None:
    """The next word that tells something that is done, past a subject, in the same breath."""
    for found in words.behind(index, _DEEPEST):
        if words.ends(index, found):
            return None
        if words.is_act(found):
            return found
    return None
