"""The smallest spans of a clause that tell where it is: behind a locative, beside a border, in a capital."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.extract.clauses import Clause
from core.extract.concepts import Hit, Words, capitals, headquarters, nationality, party, regions, state_names, states
from core.extract.evidence import Evidence, hits_in, word_at
from core.extract.who import serves_in
from core.model import Entity, Label, Span
from core.text.arabic import fold

_NAMES = (Label.PER, Label.LOC, Label.ORG)
_LOCATIVES = frozenset(
    ["في", "داخل", "عند", "حول", "علي", "قرب", "بالقرب", "من", "عبر", "الي", "وسط", "قباله", "ضمن"]
) | {
    *("شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي"),
}
_BORDER = "الحدود"
_NEARNESS = frozenset(["قرب", "بالقرب", "بمحاذاه", "جوار", "بجوار", "مقربه"])
FAR = "بعيدا عن "  # what stands there is not near a border, and a text says so
# «على بعد مئات الكيلومترات من الحدود», «بعيدا عن حدود …»; what is some kilometres away may be near.
_AWAY = frozenset(["بعيدا", "بعيده", "بعيد", "بعيدين", "بعيدون"])
_AT_DISTANCE, _MANY = frozenset(["بعد", "مسافه", "تبعد", "يبعد"]), frozenset(["ميات", "الاف", "الوف"])
_DISTANCE_REACH = 5  # words from «بعد» to the border
_BESIDE_TOWN = _NEARNESS | {"من", "محيط", "مشارف", "ابواب", "اعتاب", "تخوم"}
# What stands around a state stands at its borders («القوات المحيطة بأوكرانيا», «المناطق المتاخمة لها»).
_ADJOINING = ("محيطه", "محيط", "محيطين", "متاخمه", "متاخم", "محاذيه", "محاذي", "مجاوره", "مجاور", "ملاصقه", "قريبه")
_FORCES = ("قوات", "جنود", "جيش", "حشود", "حشد", "تحشيد", "تعزيزات", "عسكري", "عسكريه", "دبابات", "وحدات", "حشدت")
_FORCES_REACH = 5  # words before «حول أوكرانيا» that tell of forces
_TOWN_REACH = 12  # code points from a seat to «في» and its town
_PRONOUNS = ("ها", "هم", "هما", "ه")
_LANDS = frozenset(["بلاده", "بلادها", "بلادهم", "بلده", "بلدها", "بلدهم"])  # the speaker's own state
_INSIDE = frozenset(["داخل", "ضمن"])  # borders are not left
_OUTSIDE = frozenset(["خارج", "خارجا"])
_PLACE_NOUNS = frozenset(
    ["مدينه", "بلده", "قريه", "منطقه", "اقليم", "ولايه", "العاصمه", "مدينتي", "مع", "من", "حدود", "الحدود", "محافظه"]
) | frozenset(
    [
        "منتجع",
        "المدينه",
        "ضاحيه",
        "ضواحي",
        "ريف",
        "احد",
        "احدي",
        "اجزاء",
        "انحاء",
        "مناطق",
        "بعض",
        "جزء",
        "فندق",
        "فنادق",
        "مطار",
        "ميناء",
        "جزيره",
        "لجزيره",
    ]
)
_DEFINITE = frozenset(["المدينه", "العاصمه", "البلده", "المنطقه", "الولايه"])
_HOSTS = frozenset(
    ["تستضيف", "استضافت", "تحتضن", "احتضنت", "يستضيف", "استضاف", "لتستضيف", "يحتضن", "احتضن", "تستقبل", "ستستضيف"]
) | {
    *("تستضيفها", "تستضيفه", "تحتضنها", "تحتضنه", "استضافتها", "استضافته", "احتضنتها", "احتضنته"),
}
# «ستكون باريس مسرحا للمحادثات»: what a town is for a meeting.
_VENUES = frozenset(["مسرحا", "مقرا", "مكانا", "موقعا", "محطه", "مضيفه", "ساحه", "حاضنه", "مسرح", "مقر", "مكان"])
_IS_ONE = frozenset(["تكون", "ستكون", "كانت", "وستكون", "وتكون", "لتكون"])
_VENUE_REACH = 3  # words behind a town that tell so
_SPEAKS = (
    *("تحدث", "شارك", "خاطب", "اجري", "جري", "يطل", "اطل", "اتصل", "تصل", "حاور", "هاتف", "تابع", "حادث", "نطلا"),
    *("ادلي", "ادلت", "القي", "القا", "القت"),  # «في كلمة ألقاها من …»
)
_OPENERS = ("من", "ومن")
_SEATS = frozenset(["البيت الابيض", "الكرملين", "الاليزيه", "البنتاغون"])  # are places too
# … and what of a place is meant («قبالة الساحل الغربي لجزيرة …»).
_PARTS_OF_PLACES = frozenset(
    [
        "الساحل",
        "ساحل",
        "سواحل",
        "السواحل",
        "شواطي",
        "شاطي",
        "الشرقي",
        "الغربي",
        "الشمالي",
        "الجنوبي",
        "الشرقيه",
        "الغربيه",
    ]
)
_BEFORE_OWNER = frozenset(["مع", "من", "بين", "الدبلوماسيه", "الدايمه"])
# Who speaks on the way («لدى توجهه إلى …»); that somebody will travel says not where he spoke.
_ON_THE_WAY = frozenset(["لدي", "اثناء", "عند", "عندما", "قبيل", "قبل", "طريقه", "طريقها", "وهو", "وهي", "متوجها"])
# What begins such a clause; «قبل ساعات من سفره» tells another time.
_SCENES = frozenset(["قبيل", "قبل", "بعيد", "عقب", "لدي", "اثناء", "خلال", "عند", "عندما"])
_SPANS = ("ساع", "يوم", "ايام", "دقاي", "دقيق", "اسبوع", "اسابيع", "قليل", "شهر", "اشهر")
_ASKED = frozenset(["سيل", "سيلت", "ساله", "سالها", "سالته", "سالتها", "ساله"])  # «وسئل، لدى مغادرته إلى …، عن …، فقال»
_OPENING = 4  # words that begin such a clause
_HE = frozenset(["وهو", "وهي"])
_LEAVING = frozenset(["طريقه", "طريقها", "يغادر", "تغادر", "يهم", "تهم", "متوجه", "متوجهه", "متجه", "يستعد", "تستعد"])
_WAY_REACH = 8  # words before «إلى» that may tell so


def places(
    text: str, clause: Clause, entities: Sequence[Entity], here: Sequence[Entity], subject: str | None
) -> Iterator[Evidence]:
    """Where it is: a name behind a locative, a border or a territory. `subject` is whose «أراضيها» is meant.

    Of the sentence's `entities` those `here` lie in the clause.
    """
    taken: list[Span] = []
    for spot in _spot_groups(list(hits_in(clause, "spots"))):
        if found := _at_spot(clause, spot, entities, subject):
            taken.append(found.span)
            yield found
    words, indices = clause.words, clause.indices
    meetings = {hit.last for hit in hits_in(clause, "events") if "m" in hit.flags}  # «محادثات جنيف»
    for entity in here:
        if entity.label not in (Label.LOC, Label.ORG) or any(span.overlaps(entity) for span in taken):
            continue
        index = word_at(words, entity.start)
        proclitic = fold(text[max(entity.start - 1, 0) : entity.start])
        own = proclitic in ("ب", "ل") and (entity.start < 2 or not text[entity.start - 2].isalpha())
        joined = own and proclitic == "ب"
        first = _phrase_start(words, index, indices)
        if first < index and words.forms[first].removeprefix("ب") in _PLACE_NOUNS and words.forms[first][:1] == "ب":
            joined = True  # «بولاية ديلاوير»
        while first > indices.start and words.forms[first - 1] in _PARTS_OF_PLACES:
            first -= 1
        before = words.forms[first - 1] if first > indices.start else ""
        if entity.label is Label.LOC and (begin := _around(words, index, indices, cut=own)) is not None:
            near = f"حدود {party(entity.name)}" if fold(entity.name) in states() else _bare(entity.name)
            yield Evidence(Span(words.spans[begin].start, entity.end), near)
            continue
        located = before in _LOCATIVES and before not in ("من", "علي", "الي", "حول")
        located = located or (before == "علي" and words.forms[first] in _PARTS_OF_PLACES)  # «على شاطئ …»
        located = located or (words.forms[first] == "من" and _takes_part(words, first, index, indices))
        way = words.forms[max(first - 1 - _WAY_REACH, indices.start) : first]
        moved = before == "الي" and (sets_scene(clause) or (clause.frame is not None and bool(_ON_THE_WAY & set(way))))
        # A town behind a meeting is where it is («محادثات جنيف»), a state takes part in it («اجتماعات روسيا والحلف»).
        at_meeting = index - 1 in meetings and fold(entity.name) not in states()
        hosts = bool(meetings) and fold(entity.name) not in map(fold, state_names()) and _hosts(words, index, indices)
        named = entity.label == Label.LOC and (at_meeting or hosts)
        if entity.label is Label.ORG and not (joined or (located and fold(entity.name) in _SEATS)):
            continue
        if fold(entity.name) in _SEATS and serves_in(words, first - 1, max(first - 4, indices.start)):
            continue  # «مسؤول في البنتاغون»
        if joined or located or moved or named:
            leads = not joined and not named and words.forms[first] != "من"
            start = words.spans[first - leads].start
            part = f"{before.removesuffix('ي')} {fold(entity.name)}"  # «شرقي أوكرانيا»
            yield Evidence(Span(start, entity.end), regions().get(part) or _bare(entity.name))


def outside(speakers: Sequence[Evidence], found: Iterable[Evidence]) -> Iterator[Evidence]:
    """Places outside the phrases that tell who speaks: «مسؤول في البيت الأبيض» says nothing of where."""
    return (one for one in found if not any(who.span.contains(one.span) for who in speakers))


def sets_scene(clause: Clause) -> bool:
    """«وقبيل سفره إلى …، قال …»: a clause that only tells when and where something beside it was said."""
    first, second, *near = (*clause.words.forms[clause.indices.start : clause.indices.start + _OPENING], "", "")
    if first.removeprefix("و") in _ASKED:
        forms = clause.words.forms[clause.indices.start : clause.indices.stop]
        return any(form in _ON_THE_WAY for form in forms)
    on_the_way = first in _HE and not _LEAVING.isdisjoint((second, *near))  # «، وهو في طريقه إلى …»
    return on_the_way or (first.removeprefix("و") in _SCENES and not second.startswith(_SPANS))


def _phrase_start(words: Words, index: int, indices: range) -> int:
    """The first of the nouns that lead to a name («مدينة جنيف», «المدينة السويسرية جنيف», «ضواحي …»)."""
    first = index
    while first > indices.start:
        before = words.forms[first - 1]
        described = first - 1 > indices.start and nationality(before) and words.forms[first - 2] in _DEFINITE
        if not (before.removeprefix("ب") in _PLACE_NOUNS or before in '"«(' or described):
            break
        first -= 1
    return first


def _takes_part(words: Words, first: int, index: int, indices: range) -> bool:
    """«يتحدث إليه من منزله …», «من منتجع سوتشي»: from where somebody takes part in a contact at a distance."""
    opens = opens_with_place(words.forms, indices.start, first)
    near = range(index + 1, indices.stop) if opens else range(max(first - _WAY_REACH, indices.start), first)
    verbs = [words.forms[at].lstrip("وفس") for at in near]
    meets = opens and any("m" in hit.flags and hit.first in near for hit in words.of("events"))
    speaks = meets or any(form[:4] in _SPEAKS or form[1:5] in _SPEAKS for form in verbs)
    form = words.forms[index]
    return speaks and (
        index > first + 1 or form not in states() or form in _SEATS or form in map(fold, capitals().values())
    )


def opens_with_place(forms: Sequence[str], start: int, first: int) -> bool:
    """«من كامب ديفيد، تحدث بايدن …»: the place from where, before what was done there."""
    return first in (start, start + 1) and forms[start] in _OPENERS


def _hosts(words: Words, index: int, indices: range) -> bool:
    """«تستضيف جنيف المحادثات», «جنيف تستضيف …», «ستكون جنيف مقرا لـ…»: the town is the subject of hosting."""
    before = words.forms[index - 1].lstrip("وفس") if index > indices.start else ""
    behind = words.forms[index + 1 : min(index + 1 + _VENUE_REACH, indices.stop)]
    if before in _HOSTS or any(form.lstrip("وفس") in _HOSTS for form in behind[:1]):
        return True
    return before in _IS_ONE and not _VENUES.isdisjoint(behind)


def _around(words: Words, index: int, indices: range, *, cut: bool) -> int | None:
    """First word of «المحيطة بأوكرانيا», «القريبة من أوكرانيا», «قوات … حول أوكرانيا»; None elsewhere."""
    if index <= indices.start:
        return None
    before = index - 1
    if words.forms[before] == "حول":
        behind = words.forms[max(before - _FORCES_REACH, indices.start) : before]
        return before if any(_bare_noun(form) in _FORCES for form in behind) else None
    if not cut and words.forms[before] == "من":
        before -= 1
    elif not cut:
        return None
    return before if before >= indices.start and _bare_noun(words.forms[before]) in _ADJOINING else None


def _bare_noun(form: str) -> str:
    for article in ("وال", "بال", "لل", "ال"):
        form = form.removeprefix(article)
    return next((form.removesuffix(own) for own in _PRONOUNS if form.removesuffix(own) in _FORCES), form)


def _at_spot(clause: Clause, spot: Sequence[Hit], entities: Sequence[Entity], subject: str | None) -> Evidence | None:
    """«قرب حدود أوكرانيا», «على أراضيها», «في العاصمة البلجيكية»; None where no state or no preposition is told."""
    words, start = clause.words, clause.indices.start
    end, owner = _owner(words, spot[-1], entities, subject, clause.indices)
    first = spot[0].first
    while first > start and words.forms[first - 1] in _LOCATIVES:
        first -= 1
    joined = spot[0].id != "near" and words.forms[first][:1] == "ب"  # «بالعاصمة البلجيكية»
    if first == spot[0].first and words.forms[first] not in _NEARNESS and not joined:
        return None
    if first > start and words.forms[first - 1] in _OUTSIDE:
        return None
    near = any(hit.id == "near" for hit in spot) and not _INSIDE & set(words.forms[first : spot[-1].last])
    if owner is None and words.forms[spot[-1].last] == _BORDER:
        end, owner = words.spans[spot[-1].last].end, ""  # «قرب الحدود»: which one, the article tells
    if owner is None:
        return None
    span = Span(words.spans[first].start, end)
    if near and (begin := _far_from(words, first, start)) is not None:
        return Evidence(Span(words.spans[begin].start, end), f"{FAR}{owner}".rstrip()) if owner else None
    town = next((e.name for e in entities if e.end == end and e.label == Label.LOC), owner)
    if near and town and town not in state_names() and words.forms[spot[-1].last] in _BESIDE_TOWN:
        return Evidence(span, _bare(town))  # «قرب أنقرة»: a town has no border
    named = next((e for e in entities if 0 <= e.start - end <= 1 and e.label == Label.LOC), None)
    if spot[-1].id == "capital" and named is not None:
        return Evidence(Span(span.start, named.end), named.name)  # «في العاصمة السويسرية جنيف», even where it is none
    if spot[-1].id == "capital" and owner in capitals():
        return Evidence(span, capitals()[owner])  # «في العاصمة البلجيكية»
    if spot[-1].id == "seat" and (inside := _town_behind(words, entities, end)) is not None:
        return Evidence(Span(span.start, inside.end), _bare(inside.name))  # «في مقر الأمم المتحدة في جنيف»
    if spot[-1].id == "seat" and owner in headquarters():
        return Evidence(span, headquarters()[owner])  # «في مقر الناتو»
    return Evidence(span, f"{'حدود' if near else _NOUNS[spot[-1].id]} {owner}".rstrip())


def _far_from(words: Words, first: int, start: int) -> int | None:
    """First word of «على بعد مئات الكيلومترات من», «بعيدا عن» before a border; None where no such thing is told."""
    for index in range(first - 1, max(first - 1 - _DISTANCE_REACH, start - 1), -1):
        form = words.forms[index]
        if form in _AWAY:
            return index
        if form in _AT_DISTANCE and _MANY & set(words.forms[index + 1 : first]):
            return index - (index > start and words.forms[index - 1] == "علي")
    return None


def _town_behind(words: Words, entities: Sequence[Entity], end: int) -> Entity | None:
    """The town that a preposition joins to what ends at `end`, or None."""
    for entity in entities:
        if entity.label == Label.LOC and 0 < entity.start - end <= _TOWN_REACH and entity.name not in state_names():
            index = word_at(words, entity.start)
            joined = words.forms[index][:1] == "ب" and words.spans[index].start < entity.start
            if joined or words.forms[index - 1] in ("في", "بمدينه", "مدينه"):
                return entity
    return None


_NOUNS = {
    "near": "أراضي",
    "land": "أراضي",
    "capital": "عاصمة",
    "seat": "مقر",
    "mission": "بعثة",
}  # «داخل حدودها» is her land


def _bare(place: str) -> str:
    """Without the noun that one source says and another leaves out."""
    return place.removeprefix("جزيرة ").removeprefix("مدينة ")


def _spot_groups(hits: Sequence[Hit]) -> list[list[Hit]]:
    """Spots that follow each other within two words belong together («بالقرب من حدود»)."""
    groups: list[list[Hit]] = []
    for hit in hits:
        if groups and hit.first - groups[-1][-1].last <= 2:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def _owner(
    words: Words, spot: Hit, entities: Sequence[Entity], subject: str | None, indices: range
) -> tuple[int, str | None]:
    """End of the phrase and whose border or land it is: a name behind, an adjective, or the pronoun on the noun."""
    form, start = words.forms[spot.last], indices.start
    for index in range(spot.last + 1, min(spot.last + 4, indices.stop)):
        span = words.spans[index]
        name = next(
            (e for e in entities if e.label in _NAMES and e.start <= span.end and span.start <= e.start + 2), None
        )
        if name is not None and name.end >= span.end:
            return name.end, party(name.name)
        if state := nationality(words.forms[index]):
            return span.end, state
        if words.forms[index] in _LANDS:
            return span.end, subject or ("" if spot.id == "near" else None)
        if words.forms[index] not in _BEFORE_OWNER:
            break
    if form.endswith(_PRONOUNS) and spot.id in ("land", "near") and not form.endswith("مقربه"):
        here = words.spans[spot.last].start
        before = [e for e in entities if e.label == Label.LOC and words.spans[start].start <= e.start < here]
        named = [party(e.name) for e in before if here - e.end <= 25]
        return words.spans[spot.last].end, named[-1] if named else subject
    return 0, None
