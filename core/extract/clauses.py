"""Sentences into clauses: who reports (the frame), what is reported (the content), and coordinate parts of each."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from core.extract import gazetteer
from core.extract.concepts import Hit, Words, nationality, read_words, rows
from core.model import HasSpan, Quote, QuoteKind, Span
from core.text.arabic import fold

# A clause begins at these words wherever they stand …
_OPENERS = frozenset(
    [
        *("لكن", "لكنه", "لكنها", "لكنهم", "لكنهما", "ولكن", "ولكنه", "ولكنها", "ولكنهم", "بينما", "فيما", "حيث"),
        *("وان", "وانه", "وانها", "وانهم", "وانهما"),  # «قال إن عددهم 90 ألفا وإن بلاده لم تر انسحابا»
        *("غير_ان", "غير_انه", "غير_انها", "غير_انهم", "الا_ان", "الا_انه", "الا_انها", "الا_انهم", "بيد_ان", "في_حين"),
    ]
)
# … and at these behind a comma: a second predicate, not a second name.
_AFTER_COMMA = frozenset(
    [
        "مضيفا",
        "مضيفه",
        "مضيفين",
        "موكدا",
        "موكده",
        "مشيرا",
        "مشيره",
        "لافتا",
        "لافته",
        "متهما",
        "متهمه",
        "معتبرا",
        "معتبره",
        "موضحا",
        "موضحه",
        "محذرا",
        "محذره",
        "قايلا",
        "قايله",
        "كما",
        "اذ",
        "بعد",
        "بعدما",
        "قبل",
        "عقب",
        "رغم",
        "بسبب",
        "وذلك",
        "وضمنها",
        "علي_ان",
        "ليس",
        "وليس",
        "وانما",
        "انما",
        "بل",
        "وهي",
        "وهو",
        "وكان",
        "وكانت",
        "وكانا",
        "وكانوا",
        "وان",
        "وانه",
        "وانها",
        "وانهم",
        "ثم",
        *("علما", "مما", "الامر_الذي", "فضلا", "ناهيك", "تحسبا", "رافضا", "رافضه", "داعما", "داعمه", "ملوحا", "ملوحه"),
        *("ومن_المقرر", "ومن_المتوقع", "ومن_المنتظر", "ومن_المرتقب", "ومن_المفترض", "ومن_المزمع", "ومن_المحتمل"),
        *("ومن_المرجح", "ومن_الممكن", "ومن_شان"),
    ]
)
# … and at these, but for «الذي يليه»: what comes after it.
_FOLLOWS = frozenset(
    f"{prefix}{verb}{whom}" for prefix in "يت" for verb in ("لي", "تبع", "عقب") for whom in ("ه", "ها", "هما", "هم")
)
# Behind a comma: an aside, up to the next one.
_ASIDES = frozenset(
    [
        *("بحسب", "حسب", "حسبما", "وفق", "وفقا", "طبقا", "نقلا", "علي", "في", "خلال", "عقب", "قبيل", "عبر", "من"),
        *("الذي", "التي", "الذين", "ومن", "ومنها", "ومنهم", "بينها", "بينهم", "بما"),
    ]
)
# «وهو ما تنفيه روسيا التي ضمت …»: what is told of a name there is none of what is denied.
_WHICH, _THAT_WHICH, _WHICH_REACH = frozenset(("الذي", "التي", "اللتين", "الذين")), ("وهو", "ما"), 6
_DERIVED = 4  # letters of «اتفق»
_ASIDE = 8  # words of it
_PAIRED = frozenset(opener.partition("_")[0] for opener in _OPENERS | _AFTER_COMMA if "_" in opener)
_DAYS = frozenset(
    ("الاحد", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعه", "السبت", "امس", "مساء", "صباح", "ليل")
)
_COMMAS = frozenset("،,؛;")
_DASHES = frozenset("-–—:")
# «مجلس روسيا - الناتو», «المفاوضات الروسية - الأميركية»
_OF_TWO = frozenset(("مجلس", "لجنه", "قمه", "لقاء", "اجتماع", "محادثات", "مفاوضات", "حوار", "اتفاق", "خط", "ازمه"))
_AT_WILL = ("تشاء", "يشاء", "شاءت", "شاء", "تريد", "يريد", "يشاوون", "يريدون", "تراه")
_DATELINE = 9  # words of a line within which a dash closes its dateline
_EDGES = " \t\n\u00a0،,؛;:.!?؟…-–—\"'“”«»()[]"
_IMPERFECT = re.compile(r"ي\w{2}|ت\w+[^ت]$")  # behind «وقد»: a second predicate, though no comma stands before it
_NOR = frozenset(("ولا", "ولن", "ولم"))  # «قواته على أراضيه ولا تهدد أحدا»: so is what it does not
_COUNTERPART = ("نظيره", "نظيرها", "نظيرته", "نظيرتها")
_NAME_REACH = 5  # words of a name between commas
_OFFICE_REACH = 2  # words of an office behind the one that tells that it is one
_COMPLEMENTS = (("ان",), ("بان",), ("انه",), ("انها",), ("وجود",), ("صحه",))  # no clause begins so
_LEADING = frozenset(["ان", "بان", "لان", "وان", "اذ", "كما", "ف"])


@dataclass(frozen=True, slots=True)
class Clause:
    """`frame`: the quote whose cue stands here, where a clause only reports; `inside`: the innermost around it;
    `denied`: around it, what somebody denies, be it that another one said it («نفى أن يكون X قد تعهد بـ…»).

    `words` are those of the whole sentence, at `indices` the clause's own; `hits` of the lexicons inside it, by table.
    """

    span: Span
    sentence: Span
    words: Words
    indices: range
    inside: Quote | None
    frame: Quote | None
    denied: Quote | None
    hits: Mapping[str, Sequence[Hit]]


def split_clauses(text: str, sentences: Sequence[Span], quotes: Sequence[Quote]) -> list[Clause]:
    """The clauses of all sentences in order; they do not overlap, and no mark stands at their edges."""
    ordered = sorted(quotes, key=lambda quote: (quote.start, -quote.end))
    starts = [quote.start for quote in ordered]
    longest = max((quote.end - quote.start for quote in ordered), default=0)
    found = []
    for sentence in sentences:
        near = ordered[bisect_left(starts, sentence.start - longest) : bisect_left(starts, sentence.end)]
        near = [quote for quote in near if quote.end > sentence.start]
        words = read_words(text, sentence)
        edges = {sentence.start, sentence.end, *_quote_cuts(near, sentence), *_report_cuts(near, words)}
        cuts = sorted(edges.union(_word_cuts(text, words)))
        for start, end in itertools.pairwise(cuts):
            if span := _trimmed(text, start, end):
                indices = words.within(span.start, span.end)
                hits: dict[str, list[Hit]] = {}
                for hit in words.hits_at(indices):
                    hits.setdefault(hit.table, []).append(hit)
                inside, frame = _innermost(span, near), _framed(span, near)
                denied = inside if inside is None or inside.denial else denied_speech(span, near)
                found.append(Clause(span, sentence, words, indices, inside, frame, denied, hits))
    return found


def _quote_cuts(quotes: Sequence[Quote], sentence: Span) -> list[int]:
    cuts = []
    for quote in quotes:
        nested = any(other is not quote and other.start <= quote.start and quote.end <= other.end for other in quotes)
        if quote.kind is QuoteKind.INDIRECT or not nested:
            cuts += [edge for edge in (quote.start, quote.end) if sentence.start < edge < sentence.end]
    return cuts


def _report_cuts(quotes: Sequence[Quote], words: Words) -> Iterator[int]:
    """Where a report is joined to what is told before it («هدد فلان بكذا، ورد بوتين بأن …», «واشنطن ترفض … وموسكو
    تنفي …»)."""
    for quote in quotes:
        cue, who = quote.cue, quote.speaker
        if cue is None or not words.starts or cue.start < words.starts[0] or cue.end > words.ends[-1]:
            continue
        verb = words.at(cue.start)
        subject = words.at(who.start) if who is not None and words.starts[0] <= who.start < cue.start else verb
        if subject < verb and who is not None and words.at(who.end) == verb:
            if words.starts[subject] < who.start and _has_predicate(words, subject):
                yield words.starts[subject]
        elif words.starts[verb] < cue.start and verb and words.forms[verb - 1] in _COMMAS:
            yield words.starts[verb]


def _has_predicate(words: Words, stop: int) -> bool:
    """Whether a verb stands before: one in the perfect, or what has the shape of one in the imperfect."""
    before = (form.removeprefix("و") for form in words.forms[:stop])
    return any(form in perfects() or (form[:1] in ("ي", "ت") and len(form) > 3) for form in before)


def _word_cuts(text: str, words: Words) -> list[int]:
    cuts = []
    forms, starts = words.forms, words.starts
    for index in range(1, len(forms)):
        form = forms[index]
        opens = index <= _DATELINE and text[starts[0] - 1 : starts[0]] in ("", "\n")
        opens = opens and not (index > 1 and forms[index - 2].removeprefix("و").removeprefix("ال") in _OF_TWO)
        if opens and form in _DASHES and not text[starts[index] + 1 : starts[index] + 2].isdigit():  # no «20:10»
            cuts.append(starts[index])
        follower = forms[index + 1] if index + 1 < len(forms) else ""
        pair = f"{form}_{follower}" if follower and form in _PAIRED else form
        if (
            (not {form, pair}.isdisjoint(_OPENERS) and follower not in _AT_WILL)  # «نشر قواتها حيث تشاء»
            or (form == "وقد" and _IMPERFECT.match(follower) and follower not in perfects())
            or (form in _FOLLOWS and forms[index - 1] not in _WHICH)
            or (form in _NOR and _IMPERFECT.match(follower) and forms[index - 1][:1] not in ("ي", "ت"))
            or (form in _WHICH and _THAT_WHICH in itertools.pairwise(forms[max(index - _WHICH_REACH, 0) : index]))
            or (text[starts[index - 1]] in _COMMAS and _starts_predicate(form, pair))
        ):
            cuts.append(starts[index])
    return cuts


def _starts_predicate(form: str, pair: str) -> bool:
    """After a comma: a listed opener, or a conjunction before a verb or a negation (ويجدد, وستجرى, وأسفر, ولم, فمن)."""
    if form in _AFTER_COMMA or pair in _AFTER_COMMA:
        return True
    if form[:1] not in ("و", "ف"):
        return False
    if form[1:] in ("قد", "لقد", "لم", "لن", "لا", "ليس") or form[1:] in perfects():
        return True
    if len(form) < 4:
        return form == "فمن"
    if len(form) == 6 and form[1] == "ت" and form[4] == "ي":
        return False  # a verbal noun of the second form (وتنفيذ)
    if form[1] == "ي" and form in gazetteer.first_names():
        return False  # «نائبة الوزير، ويندي …»
    return form[1] in "يت" or (form[1] == "س" and form[2] in "يتن")


def commas_inside(words: Words, indices: range) -> frozenset[int]:
    """The commas at which nothing ends: before what a verb governs, around an aside that says by whom, where or when
    («أرسلت روسيا، بحسب صور جوية، كتائب إلى القرم»), and around the name behind an office."""
    commas = [i for i in indices if words.forms[i] in _COMMAS]
    found = {i for i in commas if resumes(words, i)}
    for comma, following in itertools.pairwise(commas):
        opens = words.forms[comma + 1] in _ASIDES | _DAYS and following - comma <= _ASIDE
        behind = words.forms[following + 1] if following + 1 < indices.stop else ""
        is_aside = opens and behind and not _starts_predicate(behind, behind) and behind[0] not in "وف"
        if is_aside or _holds_name(words, comma, following):
            found |= {comma, following}
    return frozenset(found)


def resumes(words: Words, comma: int) -> bool:
    """Whether what a verb governs comes behind a comma, which ends an aside («نفى الموقوف، وعمره 31 عاما، أن …»)."""
    return words.forms[comma + 1 : comma + 2] in _COMPLEMENTS


def _holds_name(words: Words, comma: int, following: int) -> bool:
    """Whether the name of who holds an office stands between two commas («نظيره الروسي، فلان، سيتحرك …»)."""
    forms = words.forms
    if comma < 1 or not 2 <= following - comma <= _NAME_REACH:
        return False
    office = comma - 1 - (nationality(forms[comma - 1]) is not None)
    held = forms[office].endswith(_COUNTERPART) or any(
        0 <= office - hit.last <= _OFFICE_REACH and _COMMAS.isdisjoint(forms[hit.last : office])
        for hit in words.of("roles")
    )
    joined = forms[comma + 1][:1] == "و" and forms[comma + 1][1:] in perfects()  # but «ويندي»
    return held and not (joined or any(form[:1] == "و" for form in forms[comma + 2 : following]))


@cache
def perfects() -> frozenset[str]:
    """Folded perfect verbs that are no noun too («عقد»), with their feminine; of derived ones also those of two and
    of many («اتفقا», «اتفقوا»), which are no nouns in the accusative."""
    told = [(fold(row[0]), row[1]) for row in rows("time_verbs")]
    past = {form for form, kind in told if kind == "past"}
    past |= {form for form, kind in told if kind in ("prospect", "open") and form[0] == "ا" and form[-2] != "ا"}
    derived = {form for form in past if form.startswith("ا") and len(form) >= _DERIVED and form[-1] not in "يا"}
    return frozenset(past | {form + "ت" for form in past} | {form + end for form in derived for end in ("ا", "وا")})


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in _EDGES:
        start += 1
    last = end
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if end < last and text[end] == ")" and text.rfind("(", start, end) > text.rfind(")", start, end):
        end += 1  # «… في 7 ديسمبر (كانون الأول)»: what was opened inside
    return Span(start, end) if start < end else None


def _innermost(span: HasSpan, quotes: Sequence[Quote]) -> Quote | None:
    around = [quote for quote in quotes if quote.start <= span.start + 1 and span.end - 1 <= quote.end]
    return min(around, key=lambda quote: (quote.end - quote.start, quote.kind), default=None)


def denied_speech(span: HasSpan, quotes: Sequence[Quote]) -> Quote | None:
    """A denial whose content is a clause, in which somebody is told to have said something."""
    return _innermost(span, [quote for quote in quotes if quote.denial and fold(quote.text[:2]) == "ان"])


def _framed(span: Span, quotes: Sequence[Quote]) -> Quote | None:
    """The quote that this clause introduces: its cue lies here and its words begin behind the cue, outside."""
    for quote in quotes:
        cue = quote.cue
        if (
            cue
            and span.start <= cue.start
            and cue.end <= span.end
            and not (quote.start < span.end and span.start < quote.end)
        ):
            return quote
    return None
