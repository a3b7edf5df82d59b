"""Who speaks, and who holds which office: the phrase that names somebody, with the office beside the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.extract.clauses import Clause
from core.extract.concepts import Words, function_words, is_western, media, nationality
from core.extract.evidence import Evidence, hits_in, word_at
from core.extract.speech.lexicon import is_adjective, speaker_heads
from core.model import Entity, Label, Quantity, Quote, Span
from core.text.arabic import fold
from core.text.stems import variants

# Words that end the speaker's noun phrase: the complementizer, a setting, a clause.
_PHRASE_ENDS = frozenset(
    [
        "ان",
        "بان",
        "انه",
        "انها",
        "انهم",
        "عندما",
        "اثناء",
        "خلال",
        "في",
        "رد",
        "ردا",
        "حيث",
        "بعد",
        "قبل",
        "التي",
        "الذي",
        "من",
    ]
)
_NAMES = (Label.PER, Label.LOC, Label.ORG)
_APART = frozenset(["منذ", "بين", "مع", "الي", "علي", "حول", "لدي"])  # «الرئيسان منذ دخول …»: of another than the name
_SERVING = frozenset(["مساعد", "مساعده", "مستشار", "مستشاره", "معاون", "نايب", "نايبه", "مبعوث", "مبعوثه", "موفد"])
# What stands behind who estimates («يقدر مسؤولون عدد الجنود بـ…»).
_ESTIMATED = frozenset(
    [
        *(
            "عن",
            "ان",
            "عدد",
            "عددهم",
            "عددها",
            "العدد",
            "عدده",
            "هولاء",
            "هذه",
            "هذا",
            "حجم",
            "حجمها",
            "قوام",
            "قوامها",
        ),
        *("القوات", "حصيله", "الحصيله", "في", "علي", "ب", "قوه", "القوه", "،", ",", ":", "؛"),
    ]
)
_PRINTS = frozenset(["~نشر", "نشر", "~سرب", "سرب", "تسريب", "~كشف", "كشف", "~ورد", "ورد", "~طلع", "~ذاع", "~بث"])
_PRINTED_BEFORE = 3  # words before a medium that may tell that it made something known
_COMMAS = frozenset("،,؛;:")
_ESTIMATOR = 6  # words of who estimates
_APPOSITION = 8  # words that may stand between a speaker and the cue; behind more, the cue's pronoun carries him
_PASSED_ON = 10  # words from a medium to whom it cites
_MEDIA_NOUNS = frozenset(["صحيفه", "وكاله", "قناه", "شبكه", "مجله", "موقع", "اذاعه"])
_BEFORE_MEDIUM = _MEDIA_NOUNS | frozenset('"«(')
_MARKS = frozenset(":،,؛\"'“«–-—(")


def speaker(clause: Clause, quote: Quote, entities: Sequence[Entity]) -> Evidence | None:
    """Who says it, with the office («وزير الدفاع الأوكراني، أوليكسي ريزنيكوف»), or the cue whose verb carries him."""
    cue, who = quote.cue, quote.speaker
    words = clause.words
    if cue is None:
        return None
    if who is None or not clause.sentence.contains(who):
        return None  # «أضافت»: the verb alone names nobody
    first, last = word_at(words, who.start), word_at(words, who.end - 1)
    if cue.end <= who.start:
        passing = _passed_on(words, first, quote, entities)
        first = _source_start(words, word_at(words, cue.end - 1), first) if passing is None else passing
        if not any(entity.label == Label.LOC and entity.end == who.end for entity in entities):
            stop = word_at(words, quote.start) if quote.start > who.end else len(words.spans)
            last = _phrase_end(words, last, stop, entities)
    elif word_at(words, cue.start) - last > _APPOSITION:
        return None
    else:
        first = _phrase_start(words, word_at(words, clause.span.start), first, quote, entities)
    return Evidence(Span(words.spans[min(first, last)].start, max(words.spans[last].end, who.end)), who.name)


def silent(clause: Clause, here: Sequence[Entity]) -> Iterator[Evidence]:
    """Who would not comment or confirm («امتنع البيت الأبيض عن التعليق»)."""
    for hit in hits_in(clause, "cues"):
        if hit.id == "silence":
            begin = clause.words.spans[hit.first].start
            named = [e for e in here if e.label in _NAMES]
            if entity := next((e for e in named if e.start >= begin), named[-1] if named else None):
                yield Evidence(Span(entity.start, entity.end), entity.name)
            return


def _source_start(words: Words, cue: int, speaker_first: int) -> int:
    """First word of the speaker's phrase behind the cue: right after it, unless a clause mark lies between."""
    first = speaker_first
    while first - 1 > cue and speaker_first - first < 8 and words.forms[first - 1] not in _PHRASE_ENDS:
        first -= 1
    while first < speaker_first and (
        words.forms[first] in _MARKS or words.forms[first].removeprefix("و") in function_words()
    ):
        first += 1
    return first


def _phrase_start(words: Words, clause_first: int, speaker_first: int, quote: Quote, entities: Sequence[Entity]) -> int:
    """First word of the phrase before a cue: the office in front of the name, or the medium that passes it on."""
    passing = _passed_on(words, speaker_first, quote, entities)
    if passing is not None:
        return passing
    first = clause_first
    while first < speaker_first and words.forms[first].removeprefix("و") in function_words():
        first += 1
    if words.forms[first] in ("اما", "فاما"):
        first += 1
    elif words.forms[first] in ("الا", "غير", "بيد") and words.forms[first + 1].startswith("ان"):
        first += 2
    return _after_last_mark(words, first, speaker_first)


def _passed_on(words: Words, speaker_first: int, quote: Quote, entities: Sequence[Entity]) -> int | None:
    """«صحيفة … ذكرت يوم الجمعة، نقلا عن مسؤولين»: the first word of the medium that passes the speaker's words on."""
    via = [e for e in entities if e.label == Label.ORG and fold(e.name) == fold(quote.via or "")]
    near = (word_at(words, e.start) for e in via)
    passing = [at for at in near if 0 < speaker_first - at <= _PASSED_ON and "عن" in words.forms[at:speaker_first]]
    if not passing:
        return None
    noun = passing[0] - 1 - (words.forms[passing[0] - 1] in _MARKS)  # «صحيفة "…"»
    return noun if noun >= 0 and words.forms[noun] in _MEDIA_NOUNS else passing[0]


def _phrase_end(words: Words, last: int, stop: int, entities: Sequence[Entity]) -> int:
    """Last word of the speaker's phrase: an office or a name may follow, also behind a comma."""
    index = last
    roles = {hit.first for hit in words.of("roles")}
    starts = {(e.start, e.label) for e in entities}
    while index + 1 < min(stop, last + 10):
        form, begin = words.forms[index + 1], words.spans[index + 1].start
        named = {label for label in _NAMES if (begin, label) in starts}
        if form in _PHRASE_ENDS or any(e.label == Label.TIME and e.start <= begin < e.end for e in entities):
            break
        if form in "،,":
            follower = words.spans[index + 2].start if index + 2 < stop else -1
            if index + 2 not in roles and (follower, Label.PER) not in starts:
                break
        elif (
            (
                form in _MARKS
                or form in ("ل", ".", "!", "؟")
                or form.startswith("للصحفي")
                or _is_medium(words, index + 1, entities)
            )
            or (index == last and named)
            or (
                index + 1 in roles
                and words.forms[index] not in "،,"
                and not _serves(words, index + 1, entities)
                and _names_another(words, index + 2, stop, entities)
            )
            or (index == last and index + 1 not in roles and nationality(form) is None)
        ):
            break
        index += 1
    while index > last and words.forms[index] in _MARKS:
        index -= 1
    return index


def _is_medium(words: Words, index: int, entities: Sequence[Entity]) -> bool:
    """«لرويترز»: whom the source told, no part of the source."""
    span = words.spans[index]
    return words.forms[index][:1] == "ل" and any(
        entity.start - 2 <= span.start <= entity.start <= span.end and fold(entity.name) in media()
        for entity in entities
    )


def _serves(words: Words, role: int, entities: Sequence[Entity]) -> bool:
    """«مساعد بوتين», «المتحدث باسم بايدن»: an office is named after whom it serves; he does not hold it."""
    form, behind = words.forms[role], role + 1
    if words.forms[behind : behind + 1] == ("باسم",):
        behind += 1
    elif form.removeprefix("و").startswith("ال") or not variants(form) & _SERVING:
        return False
    return behind < len(words.spans) and any(
        e.label == Label.PER and words.spans[behind].start == e.start for e in entities
    )


def _names_another(words: Words, first: int, stop: int, entities: Sequence[Entity]) -> bool:
    """Whether the office at first-1 belongs to a second person named right behind it."""
    end = min(stop, first + 5)
    return first < end and any(
        e.label == Label.PER and words.spans[first].start <= e.start < words.spans[end - 1].end for e in entities
    )


def _after_last_mark(words: Words, first: int, speaker_first: int) -> int:
    """Skip what stands before the last comma that is no apposition of an office."""
    offices = [hit.first for hit in words.of("roles") if first <= hit.first < speaker_first]
    begin = min(offices, default=speaker_first)
    for index in range(begin - 1, first - 1, -1):
        if words.forms[index] in _MARKS:
            return index + 1
    return first if begin - first <= 2 else begin


def offices(clause: Clause, entities: Sequence[Entity], here: Sequence[Entity]) -> Iterator[Evidence]:
    """A named person with the office beside the name («المتحدث باسم الكرملين، دميتري بيسكوف»).

    Of the sentence's `entities` those `here` lie in the clause.
    """
    words = clause.words
    people = [entity for entity in here if entity.label == Label.PER]
    roles = words.of("roles") if people else []
    for entity in people if roles else ():
        first, last = word_at(words, entity.start), word_at(words, entity.end - 1)
        before = [
            hit
            for hit in roles
            if 0 < first - hit.last <= 7
            and _one_phrase(words, hit.last + 1, first, entities)
            and not _serves(words, hit.first, entities)
        ]
        after = [hit for hit in roles if 0 < hit.first - last <= 2]
        if before:
            yield Evidence(Span(words.spans[before[0].first].start, entity.end), entity.name)
        elif after:
            end = _phrase_end(words, last, len(words.spans), entities)
            if end > last:
                yield Evidence(Span(entity.start, words.spans[end].end), entity.name)


def estimators(text: str, clause: Clause, here: Sequence[Entity]) -> Iterator[Evidence]:
    """Who gives a figure by a verb that reports nothing else («يقدر مسؤولون عددهم بـ…», «تتحدث كييف عن 100 ألف»)."""
    words, indices = clause.words, clause.indices
    figures = [word_at(words, e.start) for e in here if isinstance(e.value, Quantity)]
    for hit in hits_in(clause, "cues") if figures else ():
        first = hit.last + 1
        reporting = clause.frame is not None and clause.frame.cue is not None
        if hit.id != "estimate" or reporting or not any(first < figure for figure in figures):
            continue
        ends = (
            i
            for i in range(first, indices.stop)
            if i in figures or (words.forms[i] in _ESTIMATED and not serves_in(words, i, first))
        )
        stop = next(ends, first)
        if first < stop <= first + _ESTIMATOR:
            named = [e for e in here if e.label in _NAMES and word_at(words, e.start) in range(first, stop)]
            if named or any(nationality(form) or is_western(form) for form in words.forms[first:stop]):
                span = Span(words.spans[first].start, words.spans[stop - 1].end)
                alone = len(named) == 1 and named[0].start == span.start
                yield Evidence(span, named[0].name if alone else text[span.start : span.end])


def serves_in(words: Words, index: int, first: int) -> bool:
    """«يقدر مسؤول كبير في الحلف …»: behind an office «في» tells for whom he speaks."""
    if words.forms[index] != "في":
        return False
    before = [form.lstrip("وف") for form in words.forms[first:index] if not is_adjective(form)]
    return bool(before) and speaker_heads().get(before[-1], "").startswith("person")


def printed(clause: Clause, here: Sequence[Entity]) -> Iterator[Evidence]:
    """The medium that made known what somebody else tells («تقديرات نشرتها صحيفة …», «وثيقة سربت إلى …»)."""
    words = clause.words
    for entity in here:
        name = media().get(fold(entity.name)) if entity.label == Label.ORG else None
        if name is None:
            continue
        first = word_at(words, entity.start)
        while first > clause.indices.start and (
            words.forms[first - 1] in _MEDIA_NOUNS or words.forms[first - 1] in '"«('
        ):
            first -= 1
        before = words.forms[max(first - _PRINTED_BEFORE, clause.indices.start) : first]
        if any(variants(form) & _PRINTS for form in before) and not _COMMAS & set(before):
            yield Evidence(Span(words.spans[first].start, entity.end), name)


def _one_phrase(words: Words, start: int, stop: int, entities: Sequence[Entity]) -> bool:
    """No other person, verb frame or conjunction stands between an office and the name it belongs to."""
    if any(form in _PHRASE_ENDS or form in _APART for form in words.forms[start:stop]):
        return False
    if start >= stop:
        return True
    gap = Span(words.spans[start].start, words.spans[stop - 1].end)
    return not any(e.label == Label.PER and gap.overlaps(e) for e in entities)
