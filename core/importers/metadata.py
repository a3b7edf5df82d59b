"""What an article's text says of itself: title, source, publication date. Read where it is said, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from email.utils import parsedate_to_datetime
from functools import cache
from itertools import islice

from core.extract.gazetteer import places, rows
from core.extract.times import extract_times
from core.importers.base import Metadata
from core.model import Article, Entity, Span, TimeValue, article_id
from core.text.arabic import ascii_digits, fold
from core.text.segment import paragraphs, sentences, words

# Where an imprint may stand: the first lines and the last ones.
_HEAD, _TAIL = 6, 4
_LONGEST_TITLE = 150  # code points
_LONGEST_IMPRINT = 110
_LONGEST_LEAD = 800
_AGENCY_KINDS = frozenset({"agency", "paper", "channel", "site", "radio"})

_DASH = "[-\u2010-\u2015\u2212\u0640]"
# «موسكو 4 كانون الأول (رويترز) - …»: up to a few words, a short bracket, a dash.
_BRACKET = re.compile(rf"(?P<place>[^()\n.؛!?؟«»\"“”]{{0,60}})\((?P<agency>[^()\n]{{2,40}})\)\s*(?:{_DASH}|:)")
# «واشنطن – وكالات», «غزة / الأناضول»
_DASHED = re.compile(
    rf"(?P<place>[^()\n.؛:!?؟«»\"“”/|–—-]{{2,40}}?)\s{{0,3}}(?:{_DASH}|[/|])\s{{0,3}}(?P<agency>[^()\n،:؛!?؟«»\"“”/|–—-]{{2,40}}?)\s{{0,3}}(?=$|{_DASH}|[:/|،\n])"
)
# «القاهرة في ٣١ ديسمبر ٢٠٢١ - …»
_DATED = re.compile(rf"(?P<place>[^()\n.؛:!?؟«»\"“”]{{4,60}}?)\s(?:{_DASH}|\()")
# «… قبل الموعد. (وكالات)» closes an article.
_CLOSING = re.compile(r"\((?P<agency>[^()\n]{2,40})\)\s*\.?\Z")
_NUMERIC_DAY = re.compile(
    r"(?<![\d/.-])(?:(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))(?![\d/.-])"
)
_YEAR = re.compile("[0-9\u0660-\u0669\u06f0-\u06f9]{4}")
_LONGEST_PLACE = 60  # code points before the bracket or dash of a dateline
_SEPARATOR = re.compile(rf"{_DASH}|[/|]")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_COMPLEMENTIZER = re.compile("[وفب]?(?:ان|انه|انها|انهم|انهما|انني|اننا|اني)")
_WEEKDAYS = tuple(map(fold, ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")))
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def from_text(text: str) -> Metadata:
    """Title, source and publication date as far as canonical `text` says them."""
    lines = paragraphs(text)
    imprint = [text[line.start : line.end] for line in _ends(lines)]
    head = [text[line.start : line.end] for line in lines[:_HEAD]]
    return Metadata(
        source=_first(_stated_source(imprint), _dateline_sources(head), _closing_source(imprint)) or "",
        title=_title(head, len(lines)),
        published=_first(_stated_days(imprint), _dateline_days(head), _lead_days(head[:3])),
    )


def make_article(text: str, said: Metadata, file: str = "", id_: str | None = None) -> Article:
    """The article of canonical `text`; what `said` leaves open is read from the text, where it says so."""
    known = said.or_else(from_text(text))
    return Article(
        id_ or article_id(text), text, known.title, known.source, known.author, known.published, known.url, file
    )


def day_in(written: str) -> str | None:
    """The day that a cell or a field states in full: ISO 8601, RFC 2822, or day, month and year as Arabic writes them.

    None for anything else, and where there is more than one.
    """
    written = written.strip()
    if not written or len(written) > _LONGEST_IMPRINT:
        return None
    if match := _ISO_DAY.match(ascii_digits(written)):
        try:
            return date.fromisoformat(match[0]).isoformat()
        except ValueError:
            return None
    with suppress(ValueError, OverflowError, IndexError, TypeError):
        return parsedate_to_datetime(written).date().isoformat()
    days = {day for _, day in _dates(written)}
    return days.pop() if len(days) == 1 else None


def _ends(lines: Sequence[Span]) -> list[Span]:
    return [*lines[:_HEAD], *lines[max(_HEAD, len(lines) - _TAIL) :]]


def _first(*found: Iterator[str]) -> str | None:
    return next((item for items in found for item in items), None)


def _title(head: Sequence[str], lines: int) -> str:
    """The first line, where it is short, ends no sentence and stands above longer text."""
    title = next((line for line in head if not _is_imprint(line)), "")
    if lines < 2 or not title:
        return ""
    below = [len(line) for line in head[head.index(title) + 1 :]]
    is_title = (
        len(title) <= _LONGEST_TITLE
        and len(words(title)) >= 3
        and title[-1] not in ".،؛:,;"
        and len(sentences(title.replace("..", "،"))) == 1
        and any(length > len(title) for length in below)
        and not _BRACKET.match(title)
    )
    return title if is_title else ""


def _is_imprint(line: str) -> bool:
    """A line of metadata, or the name of a section, which a title may follow."""
    folded = fold(line[:_LONGEST_IMPRINT])
    return (
        _labelled(line, "source") is not None
        or any(_beginning(kind).match(folded) for kind in ("published", "updated"))
        or folded in _forms("not_title")
        or _is_date_line(line)
    )


def _stated_source(lines: Sequence[str]) -> Iterator[str]:
    """«المصدر: رويترز», or the name on the line below its label."""
    for position, line in enumerate(lines):
        name = _labelled(line, "source")
        if name == "" and position + 1 < len(lines):
            name = lines[position + 1]
        if name and (name := _name(name)) and len(words(name)) <= 8:
            yield name


def _labelled(line: str, kind: str) -> str | None:
    """What follows a label of `kind` and its colon at the start of `line`; None where there is no such label."""
    label, colon, rest = line[:_LONGEST_IMPRINT].partition(":")
    return rest.strip() if colon and fold(label).strip() in _forms(kind) else None


def _dateline_sources(head: Sequence[str]) -> Iterator[str]:
    for line in head:
        forms = []
        if "(" in line[: _LONGEST_PLACE + 1]:
            forms.append((_BRACKET, 8, _may_be_agency))
        if _SEPARATOR.search(line, 0, _LONGEST_PLACE):
            forms.append((_DASHED, 4, _is_agency))
        for pattern, longest_place, is_source in forms:
            match = pattern.match(line)
            if match and len(words(match["place"])) <= longest_place and is_source(match["agency"]):
                yield _name(match["agency"])


def _closing_source(lines: Sequence[str]) -> Iterator[str]:
    for line in reversed(lines):
        if (match := _CLOSING.search(line, max(0, len(line) - 50))) and _is_agency(match["agency"]):
            yield _name(match["agency"])


def _may_be_agency(name: str) -> bool:
    """Between place and dash any name is the agency's, unless it says where that is or what sort of text follows."""
    folded = fold(name).strip()
    if _is_agency(name):
        return True
    return (
        not any(char.isdigit() for char in name)
        and len(words(name)) <= 5
        and folded.split()[0] not in _forms("not_agency")
        and folded not in {fold(place) for place, _ in places()}
    )


def _is_agency(name: str) -> bool:
    folded = fold(name).strip(" .")
    bare = re.sub(r"^(?:وكاله|صحيفه|جريده|قناه|موقع|شبكه)\s+", "", folded)
    return bool({folded, bare} & (_forms("agency") | _outlets())) and folded not in _forms("not_agency")


def _stated_days(lines: Sequence[str]) -> Iterator[str]:
    """«نشر في 4 ديسمبر 2021», a line that is nothing but a date, then «آخر تحديث»."""
    short = [line for line in lines if len(line) <= _LONGEST_IMPRINT]
    dated = [line for line in short if _YEAR.search(line)]
    yield from _labelled_days(dated, "published")
    for line in short[:_HEAD]:
        if line in dated and _is_date_line(line):
            yield from islice(_days(line), 1)
    yield from _labelled_days(dated, "updated")


def _labelled_days(lines: Sequence[str], kind: str) -> Iterator[str]:
    for line in lines:
        if _beginning(kind).match(fold(line)):
            for span, day in _dates(line)[:1]:
                # What follows an imprint is an hour, a zone, a desk; not a sentence.
                if len(_LETTERS.findall(line[span.end :])) <= 5:
                    yield day


def _is_date_line(line: str) -> bool:
    """Nothing but one date with its year, perhaps with the hour and the weekday."""
    if len(line) > _LONGEST_IMPRINT or not _YEAR.search(line):
        return False
    found = _dates(line)
    if len(found) != 1:
        return False
    rest = line[: found[0][0].start] + " " + line[found[0][0].end :]
    return all(
        fold(word)
        in {*_WEEKDAYS, "يوم", "الساعه", "غرينتش", "جرينتش", "بتوقيت", "مكه", "صباحا", "مساء", "م", "ص", "gmt", "utc"}
        for word in _LETTERS.findall(rest)
    )


def _dateline_days(head: Sequence[str]) -> Iterator[str]:
    """A date with its year between the place and the dash of a dateline, above or before a paragraph."""
    for line in head:
        if len(line) > 80 and _YEAR.search(line, 0, _LONGEST_PLACE) and (match := _DATED.match(line)):
            for span, day in _dates(match["place"]):
                others = _LETTERS.findall(match["place"][: span.start] + " " + match["place"][span.end :])
                if len(others) <= 4 and not {fold(word) for word in others} & {
                    "قبل",
                    "بعد",
                    "منذ",
                    "حتي",
                    "ذكري",
                    "احداث",
                }:
                    yield day


def _lead_days(head: Sequence[str]) -> Iterator[str]:
    """«أعلن المتحدث، السبت 4 ديسمبر 2021، أن …»: the day of the report itself, by weekday, date and year.

    The date must belong to the reporting verb: nothing subordinate before it, the reported words right behind it.
    """
    for line in head:
        if not _YEAR.search(line, 0, _LONGEST_LEAD):
            continue
        for sentence in islice(sentences(line[:_LONGEST_LEAD]), 1):
            told = line[sentence.start : sentence.end]
            for span, day in _dates(told):
                before = [fold(told[word.start : word.end]) for word in words(told, 0, span.start)]
                behind = [fold(told[word.start : word.end]) for word in words(told, span.end)[:2]]
                reported = [word for word in behind if word != "،"][:1]
                weekday = _WEEKDAYS[date.fromisoformat(day).weekday()]
                if (
                    not _reporting().isdisjoint(before)
                    and not any(map(_COMPLEMENTIZER.fullmatch, before))
                    and reported
                    and _COMPLEMENTIZER.fullmatch(reported[0])
                    and weekday in (*before[-2:], *map(fold, told[span.start : span.end].split()))
                ):
                    yield day


def _days(line: str) -> Iterator[str]:
    return (day for _, day in _dates(line))


def _dates(line: str) -> list[tuple[Span, str]]:
    """Dates of `line` that name day, month and year, in order."""
    if not _YEAR.search(line):
        return []
    found = [
        (Span(*match.span()), day) for match in _NUMERIC_DAY.finditer(ascii_digits(line)) if (day := _numeric(match))
    ]
    for time in extract_times(line, None, [Span(0, len(line))] if line else []):
        if (day := _full_day(time)) and not any(time_span.overlaps(time) for time_span, _ in found):
            found.append((Span(time.start, time.end), day))
    return sorted(found, key=lambda item: item[0].start)


def _numeric(match: re.Match[str]) -> str | None:
    """2021-12-04, or 4/12/2021 with the day first, as Arabic writes it."""
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _full_day(time: Entity) -> str | None:
    if not isinstance(time.value, TimeValue) or time.value.mod:
        return None
    match = _ISO_DAY.match(time.value.timex)
    return match[0] if match and "/" not in time.value.timex else None


def _name(written: str) -> str:
    """A source's name without what surrounds it."""
    written = written.strip(' \t\u00a0-–—:|/،."«»“”()[]')
    return "" if written.startswith(("http", "www.")) else written


@cache
def _beginning(kind: str) -> re.Pattern[str]:
    """The longest form of one kind of imprint.tsv, as whole words, folded."""
    forms = sorted(_forms(kind), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, forms))})(?![^\\W\\d_])")


@cache
def _forms(kind: str) -> frozenset[str]:
    """The folded forms of one kind of imprint.tsv."""
    return frozenset(fold(form) for row in rows("imprint.tsv") if row[0] == kind for form in row[1].split("|"))


@cache
def _outlets() -> frozenset[str]:
    """The folded names of news agencies, papers and channels."""
    return frozenset(
        fold(name) for row in rows("organisations.tsv") if row[1] in _AGENCY_KINDS for name in row[0].split("|")
    )


@cache
def _reporting() -> frozenset[str]:
    """Folded past forms of the verbs that report, with and without و and ف."""
    past = [fold(row[0]) for row in rows("speech_verbs.tsv")]
    forms = [
        form for verb in past for form in (verb, f"{verb}ت", f"{verb}وا", f"{verb[:-1]}ت" if verb[-1] == "ي" else verb)
    ]
    return frozenset(proclitic + form for proclitic in ("", "و", "ف") for form in forms)
