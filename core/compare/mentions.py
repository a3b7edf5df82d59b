"""The events that an article speaks of, mention by mention, with the time, place, rank and means nearest to each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.compare.around import day_around, day_beside, days_off
from core.compare.circumstances import was_set
from core.compare.events import Mention
from core.compare.levels import level_told
from core.compare.no_contacts import PRESS, PRESS_REACH, is_for_press, is_no_meeting
from core.compare.participants import PAST_BEFORE, is_definite, who_meets, with_subject
from core.compare.parties import pair_words, party_of_name
from core.compare.ranked import is_former, rank_of
from core.compare.relative import told_of_another
from core.compare.seats import speaks_from
from core.compare.settings import BACKDROP, LISTED_AT, event_cost, goes_on, is_dayless, settings
from core.extract.clauses import Clause
from core.extract.concepts import Hit, event_kinds, state_names, states
from core.extract.evidence import ranks
from core.model import Entity, Label, Span
from core.text.arabic import fold

_NOT_THIS = frozenset(("ليس", "وليس", "ليست", "وليست"))  # «… وليس لقاء بالفيديو» speaks of the event just named
DISASTERS = frozenset({"flood", "fire", "earthquake", "epidemic"})
_NEVER = frozenset(("لم", "ولم", "لن", "ولن", "عدم", "لعدم", "وعدم"))
_BUT = frozenset(("الا", "سوي", "غير"))
_THIS = frozenset(("هذا", "هذه", "بهذا", "بهذه", "لهذا", "لهذه"))
_COPULAS, _COPULA_REACH = frozenset(("هو", "هي", "كان", "كانت")), 4
THAT_ONE = frozenset(("تلك", "ذلك", "ذاك"))  # stands for an event with «التي», «الذي» behind it
_ANOTHER = frozenset(
    ("سابقه", "سابق", "اخري", "السابقه", "السابق", "مماثل", "مماثلا", "مماثله", "مشابه", "مشابها", "مشابهه")
)
_THINGS = frozenset(("arms", "guarantees", "sanctions"))  # kinds that are no events themselves
_GROUPS = frozenset(("قاده", "بقاده", "زعماء", "بزعماء", "نظرايه", "بنظرايه", "روساء"))
_OWN_ALLIES = frozenset(("حلفايه", "حلفايها"))
_GROUP_REACH = 5
_BOTH = frozenset(("الزعيمان", "الرييسان", "الرجلان", "الوزيران", "الجانبان", "الطرفان"))
# Verbs of which a meeting is meant only with «مع» behind them («بحث الملف مع قادة», not «بحث عن مفقودين»).
_CONSULTS = frozenset(("بحث", "يبحث", "تباحث", "تشاور", "يتشاور", "ناقش", "يناقش"))
_CONSULT_REACH = 8
_EXCHANGES = frozenset(("تبادل", "تبادلا", "يتبادل", "يتبادلان"))
_EXCHANGED = frozenset(("التحذير", "التحذيرات", "تحذيرات", "التهديدات", "وجهات", "الاراء", "الحديث", "اطراف"))
_SPOKEN_REACH = 14  # words to what is exchanged, over the names of both
_SEVERAL = frozenset(("لقاءات", "قاءات", "اجتماعات", "قمم", "مكالمات", "اتصالات", "زيارات", "جلسات", "جولات")) | {
    *("لقاءين", "لقاءان", "اجتماعين", "اجتماعان", "مكالمتين", "مكالمتان", "اتصالين", "اتصالان", "قمتين", "قمتان"),
    *("محادثتين", "محادثتان", "جولتين", "جولتان"),
}
_TIMES, _TIMES_REACH = frozenset(("مرتين", "مرات")), 10
_COMING = ("المقبل", "القادم", "المقرر", "المزمع", "المرتقب", "مقرر", "مرتقب", "مزمع")
_ENDS = frozenset(("انتهاء", "اختتام", "ختام", "نهايه"))
# What is said before a meeting that is wished for, offered or agreed on only.
_SOUGHT = frozenset(
    [
        *("يرغب", "ترغب", "رغب", "رغبه", "رغبته", "رغبتها", "يامل", "تامل", "امله", "املها", "يود", "يتطلع", "تتطلع"),
        *("مستعد", "مستعده", "مستعدون", "مستعدان", "مستعدين", "استعداده", "استعدادها", "استعداد", "الاستعداد"),
        *("اقترح", "اقترحت", "اقترحا", "اقترحوا", "يقترح", "تقترح", "اقتراح", "عرض", "عرضا", "عرضوا", "يعرض", "تعرض"),
        *("دعا", "دعت", "الدعوه", "دعوه", "طلب", "طلبت", "بالشروع", "الشروع"),
        *("اتفقا", "اتفقت", "اتفق", "اتفقوا", "توافقا", "امكانيه", "احتمال", "فكره", "اطلاق", "لاطلاق", "ببدء"),
    ]
)
_SOUGHT_REACH = 4
_NEXT = ("مقبل", "قادم", "مرتقب", "مزمع", "جديد")
_BESIDE = frozenset(("قبل", "بعد", "عقب", "قبيل", "بعيد"))
_INSIDE = frozenset(("في", "خلال", "اثناء"))
# What is done to a land that one takes, as each side calls it; which land, follows.
_TAKES = frozenset(("سيطرت", "سيطره", "السيطره", "استولت", "استيلاء", "الاستيلاء", "احتلت", "احتلال", "الحقت")) | {
    *("الحاق", "انتزعت", "انتزاع", "استعادت", "استعاده", "انضمام", "انضمت", "عوده", "عادت", "اعاده", "اعادت", "اجتاحت")
}
_TAKEN, _TAKEN_REACH = "القرم", 6
_ARRANGED = frozenset(("موعد", "ترتيب", "ترتيبات", "تحضير", "تحضيرات", "اعداد"))
_WITH_MEDIA = ("صحفي", "الصحفي", "للصحفي", "صحافي", "الصحافي", "وسايل")
# What is told right behind an event that has been («قمة جنيف التي انعقدت», «لقاء جنيف استغرق»).
_TOOK_PLACE = frozenset(
    [
        "استغرق",
        "استغرقت",
        "استمر",
        "استمرت",
        "دام",
        "دامت",
        "امتد",
        "امتدت",
        "انعقد",
        "انعقدت",
        "عقد",
        "عقدت",
        "جري",
        "جرت",
        "انتهي",
        "انتهت",
    ]
)
_TOOK_REACH = 3
_IN_IT = frozenset(("فيها", "فيه", "خلالها", "خلاله", "اثناءها", "اثناءه"))
_SPAN_OF = frozenset(("غضون", "ظرف", "خلال", "اقل"))
_LASTED = re.compile("[يت](?:تجاوز|تعد|تعدي|زد|ستغرق|دم|ستمر|طل)$")  # «قمة لم تتجاوز ثلاث ساعات»
_CHANNEL_REACH = 6  # words between a contact and its means


def is_ahead(clause: Clause, hits: Sequence[Hit], entities: Sequence[Entity]) -> bool | None:
    """Whether the clause speaks of what is still to come, of what has been (False), or leaves it open."""
    words = clause.words
    names = [e for e in entities if e.label in (Label.PER, Label.LOC, Label.ORG)]
    nouns = {hit.first for hit in hits if hit.table == "cues" and hit.id == "futureless"}  # «سياسة», no verb
    ahead = any(hit.table == "cues" and hit.id in ("planned", "plan") for hit in hits) or any(
        len(words.forms[i]) > 4
        and words.forms[i].lstrip("وف")[:2] in ("سي", "ست", "سن")
        and i not in nouns
        and not any(name.overlaps(words.spans[i]) for name in map(span_of, names))
        for i in words.within(clause.span.start, clause.span.end)
    )
    past = any(hit.table == "cues" and hit.id == "past" for hit in hits)
    return True if ahead else False if past else None


def span_of(entity: Entity) -> Span:
    return Span(entity.start, entity.end)


def mentions(
    clauses: Sequence[Clause],
    hits: Sequence[Sequence[Hit]],
    entities: Sequence[Sequence[Entity]],
    parties: Sequence[frozenset[str]],
    people: dict[str, str],
    main: frozenset[str],
) -> Iterator[Mention]:
    """The events that the article speaks of, in order, with the time, place, rank and means nearest to each."""
    kinds = event_kinds()
    for number, clause in enumerate(clauses):
        here = hits[number]
        inside = clause.words.within(clause.span.start, clause.span.end)  # none where it is nothing but a tatweel
        if (
            inside
            and clause.words.forms[inside.start] in _NOT_THIS
            and number
            and clauses[number - 1].sentence == clause.sentence
        ):
            continue
        told_of = (*_consulted(clause, inside), *_taken(clause, inside))
        events = sorted([*(hit for hit in here if hit.table == "events"), *told_of])
        if any(hit.id in DISASTERS for hit in events):
            events = [hit for hit in events if hit.id != "attack"]  # «فيضانات اجتاحت المدينة»
        press = {hit for hit in events if is_for_press(clause, entities[number], hit)}
        events = [hit for hit in events if hit not in press and not is_no_meeting(clause, hit)]
        means = [hit for hit in here if hit.table == "channels" and hit.id != "person" and not press]
        means = [m for m in means if not PRESS & set(clause.words.forms[max(m.first - PRESS_REACH, 0) : m.first])]
        events = [hit._replace(id="call", flags="mp") if _is_remote(clause, hit, means) else hit for hit in events]
        met = any("m" in hit.flags and "w" not in hit.flags for hit in events)
        strong = [h for h in events if "w" not in h.flags or _is_joint(clause, h, means, met=met)] or events
        strong = sorted({*strong, *(h for h in events if "m" in h.flags and speaks_from(clause, h.last))})
        if means and not any(kinds[h.id].family == "contact" and not _sets_apart(clause, h, means[0]) for h in strong):
            strong = [*strong, Hit(means[0].first, means[0].last, "events", "call", "mp")]
        ordered = ranks(clause, entities[number])
        strong = sorted([*strong, *_listed(clause, strong, ordered)])
        heads = {hit.first - 1: hit.id for hit in strong}
        strong = [hit for hit in strong if heads.get(hit.last) != hit.id]  # «جولة محادثات» is one
        around = [*entities[number], *(entities[number + 1] if goes_on(clauses, hits, number) else ())]
        whens, places = settings(clause, strong, around)
        for hit in strong:
            kind = kinds[hit.id]
            ranked = () if clause.words.forms[hit.first] in THAT_ONE else ordered
            rank = rank_of(clause, hit, strong, ranked)
            near = [
                m.id
                for m in means
                if kind.family == "contact"
                and (abs(m.first - hit.last) <= _CHANNEL_REACH or len(means) == len(strong) == 1)
                and not _sets_apart(clause, hit, m)
            ]
            told = with_subject(parties, clauses, entities, people, number) if "m" in hit.flags else parties[number]
            body = "" if kind.family != "contact" else _body(clause, hit, entities[number])
            yield Mention(
                number,
                hit.first,
                hit.id,
                kind.family,
                (day_beside(clauses, hit, entities, number) if "m" in hit.flags else None)
                or whens.get(hit.first)
                or (day_around(clauses, hit, entities, number) if "m" in hit.flags else None),
                who_meets(clauses, entities, parties, people, main, number, hit, strong),
                places.get(hit.first, "") if kind.id not in ("call", "conversation") else "",
                rank if rank != "last" else "",
                near[0] if near else "",
                _is_ahead_of(clause, here, hit, strong, entities[number]),
                "m" in kind.flags,
                body,
                is_definite(clause, hit),
                _is_another(clause, hit)
                or _is_none(clause, hit)
                or _is_with_others(clause, hit, told)
                or told_of_another(clause, strong[0].last, hit.first),
                _is_several(clause, hit),
                clause.words.forms[max(hit.first - 1, 0)] in _INSIDE and hit is not strong[0],
                rank != "" and hit is not strong[0] and "في" in clause.words.forms[max(hit.first - 2, 0) : hit.first],
                rank == "last" and _is_latest(clause, hit),
                "m" in hit.flags and is_former(clause, hit, dated=hit.first in whens),
                hit.last + 1 < clause.indices.stop and clause.words.forms[hit.last + 1] in _IN_IT,
                _is_this(clause, hit),
                days_off(clause, hit.first) if "m" in hit.flags else 0,
                level_told(clause, hit, strong, entities[number]),
                clause.sentence.start,
                hit.first in whens and is_dayless(clause, around),
                _teller(clause, people),
            )


def _teller(clause: Clause, people: dict[str, str]) -> str:
    """The state for which the one speaks whose words the clause is."""
    quote = clause.inside or clause.frame
    return party_of_name(quote.speaker.name, people) if quote is not None and quote.speaker is not None else ""


def _is_several(clause: Clause, hit: Hit) -> bool:
    """«لقاءات»; «تحدثا مرتين»."""
    forms = clause.words.forms
    plural = forms[hit.first].lstrip("وفبكل").removeprefix("ال") in _SEVERAL
    return plural or ("m" in hit.flags and bool(_TIMES & set(forms[hit.last + 1 : hit.last + 1 + _TIMES_REACH])))


def _is_none(clause: Clause, hit: Hit) -> bool:
    """«لم يلتقيا منذ القمة», «عدم لقائهما»: a meeting that is none, but for «لم يلتقيا إلا في جنيف»."""
    forms = clause.words.forms
    return forms[max(hit.first - 1, 0)] in _NEVER and not _BUT & set(forms[hit.last + 1 : clause.indices.stop])


def _is_this(clause: Clause, hit: Hit) -> bool:
    """«هذا الاتصال», «وهذه خامس محادثة», «الاتصال هو الخامس»: told before, and only now told which one it is."""
    forms = clause.words.forms
    before = {form.removeprefix("و").removeprefix("ف") for form in forms[max(hit.first - 2, 0) : hit.first]}
    copula = forms[hit.last + 1 : hit.last + 1 + _COPULA_REACH]
    return bool(_THIS & before) or (is_definite(clause, hit) and bool(_COPULAS & set(copula)))


def _is_latest(clause: Clause, hit: Hit) -> bool:
    """«آخر مكالمة», «آخر مرة تحدثا», «القمة الأخيرة»; «مكالمة أخرى» and «اللقاء الآخر» are other ones."""
    forms = clause.words.forms
    before = {form.removeprefix("و").removeprefix("ف") for form in forms[max(hit.first - 2, 0) : hit.first]}
    behind = forms[hit.last + 1] if hit.last + 1 < len(forms) else ""
    definite = forms[hit.first].removeprefix("و").startswith("ال")
    return "اخر" in before or (definite and behind in ("الاخير", "الاخيره"))


def _listed(clause: Clause, events: Sequence[Hit], ordered: Sequence[Hit]) -> Iterator[Hit]:
    """«ثلاث جولات: الأولى في جنيف …، والثانية في بروكسل …»: each ordinal that stands for the noun is an event."""
    forms = clause.words.forms
    for rank in ordered:
        before = next((hit for hit in reversed(events) if hit.last < rank.first and "m" in hit.flags), None)
        opens = forms[rank.first][:1] == "و" or (rank.first > 0 and forms[rank.first - 1] in ":،(")
        placed = rank.last + 1 < len(forms) and (forms[rank.last + 1] in LISTED_AT or forms[rank.last + 1][:1] == "ب")
        within = _SPAN_OF & set(forms[rank.last + 1 : rank.last + 3])  # «الرابعة منذ يناير، والثانية في غضون شهر»
        if before is not None and rank.first - before.last > 1 and opens and placed and not within:
            yield Hit(rank.first, rank.last, "events", before.id, before.flags)


def _taken(clause: Clause, inside: range) -> Iterator[Hit]:
    """«سيطرت روسيا على القرم», «عودة القرم إلى روسيا»: an annexation, by whatever word."""
    forms = clause.words.forms
    for index in inside:
        form = forms[index].removeprefix("و").removesuffix("ها")
        if form in _TAKES and _TAKEN in forms[index + 1 : index + 1 + _TAKEN_REACH]:
            yield Hit(index, index, "events", "annexation", "p")


def _consulted(clause: Clause, inside: range) -> Iterator[Hit]:
    """«بحث بايدن الملف مع قادة …», «تشاور مع …»: contacts by verbs that mean many other things too."""
    forms = clause.words.forms
    for index in inside:
        if forms[index].lstrip("وفس") in _EXCHANGES and _EXCHANGED & set(forms[index + 1 : index + 1 + _SPOKEN_REACH]):
            yield Hit(index, index, "events", "conversation", "mpw")
        if forms[index].lstrip("وفس") in _CONSULTS and "مع" in forms[index + 1 : index + 1 + _CONSULT_REACH]:
            yield Hit(index, index, "events", "conversation", "mpw")


def _is_remote(clause: Clause, hit: Hit, means: Sequence[Hit]) -> bool:
    """«مؤتمر بالفيديو» is a call; a press conference is none."""
    named = clause.words.forms[hit.first : hit.last + 2]
    return (
        hit.id == "conference"
        and not any(form in _WITH_MEDIA for form in named)
        and any(0 < mean.first - hit.last <= 2 for mean in means)
    )


def _sets_apart(clause: Clause, event: Hit, means: Hit) -> bool:
    """«يبحثان هاتفيا … قبل محادثات»: the means is not that of the talks."""
    first, last = sorted((event, means))
    between = clause.words.forms[first.last + 1 : last.first]
    return told_of_another(clause, event.last, means.first) or bool(_BESIDE & set(between))


def _is_with_others(clause: Clause, hit: Hit, told: frozenset[str]) -> bool:
    """«تحدث إلى قادة تسع دول»: those spoken to are a group that is not named."""
    behind = clause.words.forms[hit.last + 1 : hit.last + 1 + _GROUP_REACH]
    if "m" in hit.flags and _OWN_ALLIES & set(behind):
        return True
    return "m" in hit.flags and len(told & state_names()) < 2 and bool(_GROUPS & set(behind))


def _is_another(clause: Clause, hit: Hit) -> bool:
    """«عاصفة سابقة», «قمة أخرى», «تلك التي عقدت في …»: an event beside the one that the article is about."""
    if hit.id in _THINGS:
        return False  # «مدعومين بدبابات وأسلحة أخرى»
    return clause.words.forms[hit.first] in THAT_ONE or any(
        form in _ANOTHER for form in clause.words.forms[hit.last + 1 : hit.last + 3]
    )


def _is_ahead_of(
    clause: Clause, hits: Sequence[Hit], event: Hit, events: Sequence[Hit], entities: Sequence[Entity]
) -> bool | None:
    """`is_ahead` for one event: an adjective («المقبلة») tells it of its own noun only, not of the clause's others."""
    forms = clause.words.forms
    if any(was_set(clause, index) for index in clause.indices):
        return None  # planned once
    before = forms[event.first - 1] if event.first else ""
    near = forms[max(event.first - 2, 0) : event.first]  # over «مكالمة» to its means
    if any(form.lstrip("ولب").removeprefix("ال") in _ARRANGED for form in near):
        return True  # «توافقا على موعد مكالمة»
    lead = forms[event.first - 2] if before in _ENDS and event.first > 1 else before
    if before == "غداه" or lead in PAST_BEFORE:
        return None if is_ahead(clause, hits, entities) else False  # «بعد المكالمة», «فور انتهاء محادثته مع …»
    if not is_definite(clause, event) and _SOUGHT & set(forms[max(event.first - _SOUGHT_REACH, 0) : event.first]):
        return True  # «يرغب في عقد لقاء»
    if event.first > 2 and forms[event.first - 1] == "من" and PAST_BEFORE & set(forms[event.first - 5 : event.first]):
        return False  # «بعد ثلاثة أسابيع من قمتهما»
    behind = forms[event.last + 1 : event.last + 1 + _TOOK_REACH]
    if any(form.removeprefix("ال").startswith(_NEXT) for form in behind[:2]):
        return True  # «اجتماعهما المقبل»
    if _TOOK_PLACE & set(behind) or ("لم" in behind and any(_LASTED.match(form) for form in behind)):
        return False
    backdrop = next((i for i in range(event.last, clause.indices.stop) if forms[i] in BACKDROP), clause.indices.stop)
    hits = [hit for hit in hits if hit.first < backdrop]  # «عقدا قمة … وسط اتهامات بالتحضير لغزو»
    others = [
        hit
        for hit in hits
        if hit.id == "planned"
        and hit.table == "cues"
        and forms[hit.first].startswith(_COMING)
        and event != min(events, key=lambda e: event_cost(clause, e.first, e.last, hit.first))
    ]
    return is_ahead(clause, [hit for hit in hits if hit not in others], entities)


def _body(clause: Clause, hit: Hit, entities: Sequence[Entity]) -> str:
    """The body that meets («اجتماع لمجلس …», «جلسة لمنظمة …»), named right behind the word for the meeting."""
    here = clause.words.spans[hit.last].end
    behind = (e for e in entities if e.label == Label.ORG and here < e.start <= here + 3)
    return next((e.name for e in behind if fold(e.name) not in states()), "")


def _is_joint(clause: Clause, hit: Hit, means: Sequence[Hit], *, met: bool) -> bool:
    """A weak word for a contact that is one nonetheless: «الحديث الذي دار بين الرئيسين عبر الفيديو».

    `met`: a plainer word for one is there too.
    """
    behind = clause.words.forms[hit.last + 1 : hit.last + 5]
    near = any(0 < mean.first - hit.last <= _CHANNEL_REACH for mean in means)
    spoken = "مع" in behind and not any(form.startswith(_WITH_MEDIA) for form in behind)
    both = behind[:1] and behind[0] in _BOTH  # «تكلم الزعيمان»
    two = not met and clause.words.forms[hit.first].removeprefix("و") in pair_words() and "عن" not in behind
    # «بايدن وبوتين يتحدثان الثلاثاء»; not «تحدثا عن هجوم»
    return "m" in hit.flags and bool(near or "بين" in behind or spoken or both or two)
