"""Whether two statements dispute one promise: what was promised, or that nothing was."""

from __future__ import annotations

from itertools import takewhile

from core.compare.acts import NAME, NO_AIM, NOT, TIME, words_of
from core.compare.events import NEAR_DAYS, gap_days
from core.compare.items import Item, is_open
from core.compare.outcome import Outcome, speakers_apart
from core.compare.pointing import NEW, is_what_was_meant, undertakes
from core.compare.senses import meaning
from core.compare.words import forms_of
from core.extract.concepts import state_names
from core.model import Modality, Polarity, RelationKind, Show

PLEDGE = "pledge"
_WEEK = 7
_PROMISED = frozenset((PLEDGE, "concede"))
_CONCEDED = frozenset(("concede",))  # «أي وعود أو تنازلات»
_TALKED = frozenset(("call", "meet", "discuss", "visit"))
_WENT = frozenset(("continue", "resign", "stretch", "hold", "remote", "two_sides", "bilateral", "long"))  # … did they
_OFFICES = frozenset(("president", "minister", "two_sides"))
_NEAR = 2  # words behind a promise that tell who gives it
_GUARANTEES = "guarantees"
_GRANTS = frozenset(("accept", "ready", "send"))  # «وافق على منح ضمانات», «أبدى استعداده لمنحها»
_TALKS = "discuss"  # … and no more than talks of it are granted
# «قدم تعهدا خلال القمة», «تنازلات»: what is promised, and of what, must be shared beside these.
_PROMISING = frozenset((PLEDGE, "send", "concede", "president", "official", "meet", "call", "apprise", "admit"))
# «تعهد جديد», «التزام من هذا النوع», «في هذا الشأن»: of what kind it is, not of what.
_OF_A_KIND = frozenset(
    meaning(word)
    for word in (
        *("جديد", "النوع", "القبيل", "مثل", "محدد", "رسمي", "واضح", "ملموس", "فعلي"),
        *("الشان", "الصدد", "الخصوص", "الموضوع", "الامر", "المساله", "الاطار"),
    )
)


def one_pledge(a: Item, b: Item) -> bool:
    """Two statements of a promise by one state, of one thing; who denies all promises denies each."""
    if a.meant or b.meant:
        return _of_one_agent(a, b) and (is_what_was_meant(a, b) or is_what_was_meant(b, a))
    if _of_one_agent(a, b) and _meet(topic(a), topic(b)):
        return True
    return _of_one_week(a, b) and (_denies_all(a, b) or _denies_all(b, a))


def _of_one_agent(a: Item, b: Item) -> bool:
    return bool(a.agent) and a.agent == b.agent


def _denies_all(denied: Item, said: Item) -> bool:
    """«لم يقدم الرئيسان أي تعهد» against a promise by one of them, or by both, to no third side."""
    if denied.raw.polarity is not Polarity.DENIED or not is_open(said) or topic(denied):
        return False
    by, his = _promisers(denied), _promisers(said)
    if _promised_to(said) - his - (denied.parties if len(denied.parties) > 1 else _promised_to(said)):
        return False
    if _of_one_agent(denied, said):
        return True
    return bool(words_of(said.acts) & _PROMISED) and frozenset() < (his or said.parties) <= by


def _promisers(item: Item) -> frozenset[str]:
    """The states named before the promise; where it is told first, the one behind it."""
    place = next((i for i, word in enumerate(item.acts) if words_of((word,)) & _PROMISED), None)
    before = _states(item.acts[:place])
    behind = () if place is None else map(_states, zip(item.acts[place + 1 : place + 1 + _NEAR]))
    return before or next(filter(None, behind), frozenset())


def _promised_to(item: Item) -> frozenset[str]:
    """«وعد الرئيس نظيره الأوكراني بأن …»: the states named right behind the promise."""
    place = next((i for i, word in enumerate(item.acts) if words_of((word,)) & _PROMISED), len(item.acts))
    return _states(tuple(takewhile(lambda word: words_of((word,)) & _OFFICES or NAME in word, item.acts[place + 1 :])))


def _states(told: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word[1:].replace("_", " ") for word in words_of(told) if word[0] == NAME) & state_names()


def _of_one_week(a: Item, b: Item) -> bool:
    """No promise at all, of one call; weeks later another one may have been made."""
    return not (a.published and b.published) or gap_days((a.published,) * 2, (b.published,) * 2) <= _WEEK


def _meet(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether they share a word; a name alone does not do where both tell more («دعم أوكرانيا», «ضم أوكرانيا»)."""
    plain = [frozenset(word for word in words if word[0] not in (NAME, TIME)) for words in (x, y)]
    return bool(plain[0] & plain[1]) if all(plain) else bool(x & y)


def topic(item: Item) -> frozenset[str]:
    """What a promise is of: words, and names of others than who promises; who denies it is no part of it. Of a denial
    that only points back it is not told."""
    if item.pointing:
        return frozenset()
    own = {f"{NAME}{name.replace(' ', '_')}" for name in (item.agent, item.voice) if name}
    told = item.acts
    if item.raw.polarity is Polarity.DENIED:
        told = told[next((place for place, word in enumerate(told) if word[0] in (NOT, NO_AIM)), 0) :]
    promised = next((place for place, word in enumerate(told) if words_of((word,)) & _PROMISED), None)
    if promised is not None:  # «لم يقطع أي تعهد»: the verb beside it says no more than that it was made
        first = promised - 1 if promised and told[promised - 1][0] == NOT else promised
        told = (*told[:first], *(word for word in told[promised + 1 :] if not words_of((word,)) & _CONCEDED))
    return words_of(but_for_the_talks(told)) - _PROMISING - _OF_A_KIND - own


def but_for_the_talks(told: tuple[str, ...]) -> tuple[str, ...]:
    """Without when the talks were, and how they went («خلال القمة التي استمرت ساعة», «في لقائهما بباريس»)."""
    found, talks = [], False
    for word in told:
        words = words_of((word,))
        aside = any(one[0] == NAME for one in words) or bool(words & _WENT)
        if any(one[0] == TIME for one in words) or (talks and aside):
            continue
        talks = bool(words & _TALKED)
        found.append(word)
    return tuple(found)


def kept(a: Item, b: Item) -> Outcome | None:
    """«تعهد عدم نشر أسلحة هجومية» and «لا تعتزم نشر أسلحة هجومية»: what one promises not to do is not to come."""
    for promise, other in ((a, b), (b, a)):
        if promise.event == PLEDGE and promise.raw.polarity is Polarity.AFFIRMED is not other.raw.polarity:
            if _is_refused(promise) or PLEDGE in _denied(other) or other.promised:
                continue
            left = _left_undone(promise) & _left_undone(other)
            if left and (promise.agent == other.agent or not (promise.agent and other.agent)):
                return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "pledged_or_intended")
    return None


def _is_refused(promise: Item) -> bool:
    """«رفض التعهد بعدم …», «تراجع عن تعهده»."""
    before = takewhile(lambda told: not words_of((told,)) & _PROMISED, promise.acts)
    return any(one[0] in (NOT, NO_AIM) for told in before for one in told.split(" "))


def _left_undone(item: Item) -> frozenset[str]:
    return _denied(item) - _PROMISING


def _denied(item: Item) -> frozenset[str]:
    """What is told not to be; a word that tells the opposite of an act is no negation."""
    words = (told.split(" ") for told in item.acts)
    return frozenset(one[1:] for word in words if all(one[0] in (NOT, NO_AIM) for one in word) for one in word)


def promise_denied(a: Item, b: Item) -> Outcome | None:
    """«بايدن لم يقدم أي التزام من هذا القبيل» against any statement of what is told before it; that he only recalled
    what was known goes with the denial, and gives the promise another weight."""
    if a.meant == b.meant and a.recalls is not b.recalls:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "denied_both")
    for denied, said in ((a, b), (b, a)):
        if is_what_was_meant(denied, said):
            if denied.recalls and not denied.pointing:
                return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "only_recalled")
            if not NEW.isdisjoint(forms_of(denied.raw.text)):  # «أي التزام جديد»: what was known he may have said
                return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.6, "undertaking_denied")
            return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.75, "denied_asserted")
    return None


def granted(a: Item, b: Item) -> Outcome | None:
    """«لم يلتزم بأي شيء في ما يخص الضمانات» against «وافق على ضرورة منح روسيا ضمانات», or to talk of them, by another
    voice in about those days."""
    for denied, said in ((a, b), (b, a)):
        if denied.event != PLEDGE or denied.raw.polarity is not Polarity.DENIED or denied.meant:
            continue
        words = words_of(said.acts)
        if said.raw.polarity is not Polarity.AFFIRMED or not denied.agent or _giver(said) != denied.agent:
            continue
        if not (said.event == _GUARANTEES and words & _GRANTS) and not (said.event == PLEDGE and _TALKS in words):
            continue
        of = {word for word in topic(denied) if word[0] != NAME}
        demanded = said.raw.modality is Modality.DEMANDED and "accept" not in words
        if demanded or (of and not of & words and _TALKS not in words) or not _of_two_tellers(a, b):
            continue
        if _TALKS in words:
            return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.55, "denied_perhaps")
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.65, "denied_asserted")
    return None


def _giver(said: Item) -> str:
    """Who is named first, else who says it («أقر بضرورة …»)."""
    first = next((word[1:] for told in said.acts for word in told.split(" ") if word[1:2] == NAME), "")
    return said.agent if first == f"{NAME}{said.agent.replace(' ', '_')}" else said.voice


def _of_two_tellers(a: Item, b: Item) -> bool:
    """Two voices of one article, or two articles: of about one day where what is granted is no promise."""
    if a.claim.article_id == b.claim.article_id:
        return speakers_apart(a, b)
    if a.event == b.event == PLEDGE:
        return True
    return bool(a.published and b.published) and gap_days((a.published,) * 2, (b.published,) * 2) <= NEAR_DAYS


def undertaking(a: Item, b: Item) -> Outcome | None:
    """«لم يقدم بايدن أي تعهدات» against what he is told to have said that his side will not do, of that matter."""
    for denied, said in ((a, b), (b, a)):
        if (
            denied.event == PLEDGE != said.event
            and denied.raw.polarity is Polarity.DENIED
            and not denied.meant
            and (_says_himself(denied, said) or _of_his_side(denied, said) or _by_the_other(denied, said))
            and any(word[0] in (NOT, NO_AIM) for told in said.acts for word in told.split(" "))
        ):
            return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.55, "undertaking_denied")
    return None


def _says_himself(denied: Item, said: Item) -> bool:
    """Who is told to have promised nothing, himself or his state («واشنطن تنفي تقديم تعهدات»), is told to say it."""
    of = topic(denied)
    his = said.voice == denied.agent != "" and denied.names == {denied.raw.attribution.speaker}
    himself = (said.raw.attribution.speaker in denied.names or his) and said.raw.modality is Modality.PLANNED
    return himself and (not of or bool(of & words_of(said.acts)))


def _by_the_other(denied: Item, said: Item) -> bool:
    """«بايدن لم يقدم أي التزامات جديدة» and what the Kremlin tells of him («واشنطن لا تنوي نشر أسلحة»); of no promise
    at all only on that day."""
    side = said.agent if said.agent == denied.agent and said.voice != said.agent else ""
    at_all = not topic(denied) and denied.published == said.published != ""
    return bool(side and said.voice) and (denied.pointing or at_all) and undertakes(said) and _of_one_week(denied, said)


def _of_his_side(denied: Item, said: Item) -> bool:
    """What his state will not do or does not intend is of what he promised nothing («بخصوص الأسلحة»)."""
    of = {word for word in topic(denied) & words_of(said.acts) if word[0] != NAME}
    return bool(of) and denied.agent == said.agent != "" and undertakes(said)
