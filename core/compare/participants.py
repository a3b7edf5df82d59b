"""Who takes part in a meeting or call: those told with its word, not those of whom it speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.compare.parties import parties_of, state_of
from core.compare.seats import speaks_from
from core.compare.settings import ABOUT
from core.extract.clauses import Clause
from core.extract.concepts import Hit, leaders, nationality, state_names, states
from core.model import Entity, Label

PAST_BEFORE = frozenset(("بعد", "عقب", "اثر", "غداه", "فور"))
_ARTICLE = re.compile("[وف]?(?:[بك]?ال|لل)")
_HIM = ("ه", "ها")
_OWNED = re.compile(r"(?:ت|ا[لعءوي]|يث)ها?$")  # «قمته», «اتصالها», «لقائه», «حديثه»: nouns that somebody has
_CALLS = re.compile("[وف]?س?[يت]?(?:هاتف|حادث|لتقي|قابل)$")  # verbs of which the other side is the object
_WITH_HIM = frozenset(("به", "بها", "معه", "معها", "اليه", "اليها"))
_LATTER = frozenset(("الاخير", "الاخيره"))
_BILATERAL = frozenset(("ثنايي", "ثناييه"))  # «الحوار الثنائي …، واجتماع مجلس روسيا والناتو»
_LINKS = frozenset(("مع", "بين", "الي"))
_BY_CALL = frozenset(("call", "conversation"))  # … with «ب» too («الاتصال بزعماء فرنسا وألمانيا»)
LINK_REACH, LINKED = 8, 12  # words from a meeting to «مع», and from there to the last one named
_CUTS = ABOUT | {"قبل", "بعد", "عقب", "خلال", "اثناء", "عبر", "في", "فور", "منذ", "،", "التي", "الذي"}
_ADJECTIVES = 4  # words behind a meeting that may say whose it is («القمة الأميركية الروسية»)
_LEADERS = frozenset(("الرييسان", "الرييسين", "الزعيمان", "الزعيمين", "الوزيران", "الوزيرين"))
_CLAUSES = 8  # back to which a sentence may name who meets, and when
_IMPERFECT = ("ي", "ت")  # a verb that may have no subject of its own
_PAIR = 2
_DURING = frozenset(("خلال", "اثناء", "في"))
_ASIDE = frozenset(("،", ",", "هاتفيا", "اليوم", "امس", "مساء", "صباح", "يوم"))  # … what may stand between
_ASIDES = 14  # words from a verb of meeting over names and times to «مع»
_CALLED = ("نظير", "نظرا", "رييس", "زعيم", "زعماء", "قاده", "وزير", "مستشار", "ممثل", "حلفاء")  # whom one calls


def who_meets(
    clauses: Sequence[Clause],
    entities: Sequence[Sequence[Entity]],
    parties: Sequence[frozenset[str]],
    people: dict[str, str],
    main: frozenset[str],
    number: int,
    hit: Hit,
    events: Sequence[Hit],
) -> frozenset[str]:
    """The parties of the event at `hit`; of a meeting told before («المحادثات»), none but people of its clause."""
    clause, near = clauses[number], entities[number]
    if "m" not in hit.flags:
        return parties[number]
    told = with_subject(parties, clauses, entities, people, number)
    sentence = [e for at in sentence_up_to(clauses, number) for e in entities[at] if e.label == Label.PER]
    if named := (
        _met_by(clause, hit, near, people)
        or _with_whom(
            clause,
            hit,
            events,
            near,
            sentence,
            people,
            main,
            told,
            _named_in_sentence_before(clauses, entities, number),
        )
        or _with_whom_aside(clauses, entities, people, number, hit)
    ):
        return named
    if speaks_from(clause, hit.last):  # «يتحدث بوتين من الكرملين بعد عودته من نيودلهي»
        who = frozenset(people[e.name] for e in near if e.label == Label.PER and e.name in people)
        return main if who <= main else who
    led = number > 0 and clauses[number - 1].sentence == clause.sentence and not is_definite(clause, hit)
    if led and (leaders := _two_leaders(clauses[number - 1], entities[number - 1], people)):
        return leaders
    if _is_occasion(clause, hit):  # «توعد بايدن بوتين برد إذا غزت بلاده أوكرانيا، خلال مكالمة دامت ساعة»
        before = [
            people[e.name] for e in sentence if e.name in people and e.start < clause.words.spans[hit.first].start
        ]
        if len(both := list(dict.fromkeys(before))[:_PAIR]) == _PAIR:
            return frozenset(both)
    if any("m" in event.flags and event != hit for event in events):
        told = _beside(clause, hit, events, near, people, main)
    if is_definite(clause, hit) and len(told) > 1 and not main <= told:
        states = frozenset(people[e.name] for e in near if e.label == Label.PER and e.name in people)
        return states if len(states) == _PAIR else told & main
    if hit.first and clause.words.forms[hit.first - 1] in PAST_BEFORE and is_definite(clause, hit):
        return frozenset()  # told before: its clause tells of what came after
    of_both = "".join(clause.words.forms[hit.last + 1 : hit.last + 2]).removeprefix("ال") in _BILATERAL
    return main if len(main) == _PAIR and (main < told or (of_both and told & main)) else told


def _two_leaders(lead: Clause, entities: Sequence[Entity], people: dict[str, str]) -> frozenset[str]:
    """«اختتم الرئيسان الأميركي جو بايدن والروسي فلاديمير بوتين -مساء الثلاثاء- قمة»: whom one word of the clause before
    calls both, and names. Empty for no two."""
    both = next((i for i in lead.indices if lead.words.forms[i].removeprefix("و") in _LEADERS), lead.indices.stop)
    named = [e for e in entities if e.label == Label.PER and lead.words.at(e.start) > both]
    states = frozenset(filter(None, (people.get(e.name, "") for e in named)))
    return states if len(named) == len(states) == _PAIR else frozenset()


def first_word(clause: Clause, hit: Hit) -> int:
    """Of an event that two words name («مكالمة هاتفية») the first; its hit is the second."""
    return hit.first - any(head.last == hit.first - 1 and head.id == hit.id for head in clause.words.of("events"))


def _is_occasion(clause: Clause, hit: Hit) -> bool:
    """«خلال مكالمة هاتفية»: what the clause tells was said in it."""
    before = clause.words.forms[max(first_word(clause, hit) - 1, 0)]
    return hit.id in _BY_CALL and before in _DURING and not is_definite(clause, hit)


def _beside(
    clause: Clause,
    hit: Hit,
    events: Sequence[Hit],
    entities: Sequence[Entity],
    people: dict[str, str],
    main: frozenset[str],
) -> frozenset[str]:
    """Those told beside one of several meetings of a clause: no farther than to the next one."""
    spans = clause.words.spans
    following = next((event for event in events if "m" in event.flags and event.first > hit.last), None)
    end = spans[following.first].start if following else clause.span.end
    own = parties_of(clause, spans[hit.first].start, end, entities, people, main)
    return own if len(own) >= _PAIR else parties_of(clause, clause.span.start, end, entities, people, main)


def _with_whom(
    clause: Clause,
    hit: Hit,
    events: Sequence[Hit],
    entities: Sequence[Entity],
    sentence: Sequence[Entity],
    people: dict[str, str],
    main: frozenset[str],
    told: frozenset[str],
    earlier: Sequence[Entity],
) -> frozenset[str]:
    """Those told behind the meeting («محادثات بين روسيا والناتو»، «القمة الأميركية الروسية»); behind «مع», and of whom
    one calls («أن يهاتف نظيره الأوكراني»), the other side only, beside who stands before it. Empty for no two.

    `sentence`: the people named in it so far, of whom the first is he whose meeting it is («محادثته مع …»); `earlier`:
    those of the sentence before, of which a verb without a subject goes on («ومن المقرر أن يتحدث غدا مع …»).
    """
    forms, spans, his = clause.words.forms, clause.words.spans, owned(clause, hit)
    stop = end_of(clause, hit.last + 1, LINK_REACH, events)
    link = next((i for i in range(hit.first + 1, stop) if links(forms[i], hit)), stop)
    if link == stop:
        sides = frozenset(filter(None, map(nationality, forms[hit.last + 1 : min(hit.last + 1 + _ADJECTIVES, stop)])))
        if len(sides) == _PAIR or not (his or _CALLS.match(forms[hit.first])):
            return sides if len(sides) == _PAIR else frozenset()
        link = hit.last  # «لقائه نائبة الوزير»
    end = end_of(clause, link + 1, LINKED, events)
    other = parties_of(clause, spans[link].start, spans[end - 1].end, entities, people, main)
    if forms[link] == "بين" or not other:
        return other if len(other) >= _PAIR else frozenset()
    before = parties_of(clause, spans[hit.last].end, spans[link].start, entities, people, main) - other
    if not before:
        near = [e for e in sentence if e.start < spans[hit.first].start]
        own = [e for e in near if e.start >= clause.span.start]
        states = [
            state for e in ([] if his else own) + near if (state := people.get(e.name, "")) and state not in other
        ]
        left = told - other if len(told - other) == 1 and not (his or own) else frozenset()
        before = left or frozenset(states[:1]) or (told - other if len(told - other) == 1 else frozenset())
        if not before and not near and forms[hit.first][:1] in _IMPERFECT:
            before = frozenset([state for e in earlier if (state := people.get(e.name, "")) not in ("", *other)][:1])
    return before | other if before else frozenset()


def _with_whom_aside(
    clauses: Sequence[Clause],
    entities: Sequence[Sequence[Entity]],
    people: dict[str, str],
    number: int,
    hit: Hit,
) -> frozenset[str]:
    """«تحدث الرئيس الأميركي، جو بايدن، هاتفيا، الخميس، مع نظيره الأوكراني، فولوديمير زيلينسكي»: names and times set off
    by commas tell of one meeting. Empty for no two."""
    clause = clauses[number]
    forms, spans = clause.words.forms, clause.words.spans
    ahead = [at for at in range(number, len(clauses)) if clauses[at].sentence == clause.sentence]
    near = [e for at in ahead for e in entities[at]]
    named = {i for e in near for i in clause.words.within(e.start, e.end)}
    link = hit.last + 1
    while link < len(forms) and forms[link] != "مع":
        titled = forms[link].startswith("ال") or forms[link] in _ASIDE
        if link - hit.last > _ASIDES or not (link in named or titled):
            return frozenset()
        link += 1
    if link >= len(forms) or "،" not in forms[hit.last : link]:
        return frozenset()
    states = [
        (spans[link].start < e.start, state)
        for e in near
        if spans[hit.first].start < e.start and e.label == Label.PER and (state := people.get(e.name, ""))
    ]
    who = [state for behind, state in states if not behind][:1]
    whom = [state for behind, state in states if behind][:1]
    return frozenset((*who, *whom)) if who and whom and who != whom else frozenset()


def end_of(clause: Clause, first: int, reach: int, events: Sequence[Hit]) -> int:
    """The word behind those that may belong to what stands before `first`."""
    stop = min([clause.indices.stop, first + reach, *(event.first for event in events if event.first >= first)])
    return next((i for i in range(first, stop) if clause.words.forms[i] in _CUTS), stop)


def links(form: str, hit: Hit) -> bool:
    """«مع», «بين», «إلى»; whom one calls stands behind «ب» too («الاتصال بزعماء …»)."""
    if form in _LINKS or hit.id not in _BY_CALL or form[:1] != "ب":
        return form in _LINKS
    whom = form[1:]
    return whom.removeprefix("ال").startswith(_CALLED) or whom in leaders() or whom in states()


def _met_by(clause: Clause, hit: Hit, entities: Sequence[Entity], people: dict[str, str]) -> frozenset[str]:
    """«رحب الرئيس الأوكراني بنتائج القمة، ومن المقرر أن يهاتفه بايدن»: who stands behind the verb, and whom «ه» means:
    the first one named before who is of another state."""
    forms, spans = clause.words.forms, clause.words.spans
    subject = hit.last + 1 + ("".join(forms[hit.last + 1 : hit.last + 2]) in _WITH_HIM)
    owned = subject > hit.last + 1 or (forms[hit.first].endswith(_HIM) and forms[hit.first].lstrip("وفس")[:1] in "يت")
    if not owned or subject >= len(spans):
        return frozenset()
    named = [(e.start, state) for e in entities if e.label != Label.LOC and (state := state_of(e, people))]
    who = next((state for start, state in named if spans[subject].start <= start < spans[subject].end), "")
    whom = next((state for start, state in named if start < spans[hit.first].start and state != who), "")
    return frozenset((who, whom)) if who and whom else frozenset()


def with_subject(
    parties: Sequence[frozenset[str]],
    clauses: Sequence[Clause],
    entities: Sequence[Sequence[Entity]],
    people: dict[str, str],
    number: int,
) -> frozenset[str]:
    """The parties of a clause; of one that tells one state («على أن يتحدث إلى الرئيس الأوكراني») the subject too.

    That is the first person of the sentence whose state is known.
    """
    told = parties[number]
    sentence = sentence_up_to(clauses, number)
    named = [people.get(e.name, "") for at in sentence for e in entities[at] if e.label == Label.PER]
    if clauses[number].words.forms[clauses[number].indices.start] == "وذلك" and len(told & state_names()) < _PAIR:
        both = frozenset(list(dict.fromkeys(filter(None, named)))[:2])  # «حذر بايدن بوتين …، وذلك في مكالمة»
        return both if len(both) == _PAIR else told
    if len(told) != 1 or not told <= state_names():
        return told
    if _LATTER & set(clauses[number].words.forms[clauses[number].indices.start : clauses[number].indices.stop]):
        before = [state for at in sentence[:-1] for e in entities[at] if (state := people.get(e.name, ""))]
        return told | frozenset(before[-1:])  # «بعد أن تحدث الوزير مع الأخير»
    return told | frozenset(filter(None, [next(filter(None, named), "")]))


def _named_in_sentence_before(
    clauses: Sequence[Clause], entities: Sequence[Sequence[Entity]], number: int
) -> list[Entity]:
    """The people of the sentence before that of a clause."""
    first = next((at for at in range(number, -1, -1) if clauses[at].sentence != clauses[number].sentence), -1)
    if first < 0:
        return []
    return [e for at in sentence_up_to(clauses, first) for e in entities[at] if e.label == Label.PER]


def sentence_up_to(clauses: Sequence[Clause], number: int) -> range:
    """The clauses of a sentence up to this one, as far as they may tell of it."""
    begin = number
    while begin and number - begin < _CLAUSES and clauses[begin - 1].sentence == clauses[number].sentence:
        begin -= 1
    return range(begin, number + 1)


def is_definite(clause: Clause, hit: Hit) -> bool:
    """«المكالمة», «هذا الاتصال»: an event told before."""
    form = clause.words.forms[hit.first]
    return form.lstrip("وفبكل")[:1] == "ا" and _ARTICLE.match(form) is not None


def owned(clause: Clause, hit: Hit) -> bool:
    """«محادثته», «لقائها»: the meeting of somebody told before."""
    return _OWNED.search(clause.words.forms[hit.first]) is not None
