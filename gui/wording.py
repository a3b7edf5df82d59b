"""The words of the window for what core returns as values and enums."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from html import escape
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QDateTime, QLocale, Qt

from core.extract.counting import counted, duration_told
from core.model import Annotation, Approx, Entity, Quantity, Quote, TimeKind, TimeValue, Value, Verdict
from core.store.values import HistoryEntry
from core.text.directions import directed as directed
from core.text.directions import isolate
from gui import i18n

# Enum value → source string. One table a kind of thing; a new member is a line.
LABELS = {
    "PER": QT_TRANSLATE_NOOP("Wording", "Person"),
    "LOC": QT_TRANSLATE_NOOP("Wording", "Place"),
    "ORG": QT_TRANSLATE_NOOP("Wording", "Organisation"),
    "MISC": QT_TRANSLATE_NOOP("Wording", "Other name"),
    "TIME": QT_TRANSLATE_NOOP("Wording", "Time"),
    "QUANTITY": QT_TRANSLATE_NOOP("Wording", "Figure"),
}
LAYERS = {
    "entity": QT_TRANSLATE_NOOP("Wording", "Names, times and figures"),
    "claim": QT_TRANSLATE_NOOP("Wording", "Claims"),
    "quote": QT_TRANSLATE_NOOP("Wording", "Quotes"),
}
STATUSES = {
    "suggested": QT_TRANSLATE_NOOP("Wording", "Suggested"),
    "accepted": QT_TRANSLATE_NOOP("Wording", "Accepted"),
    "changed": QT_TRANSLATE_NOOP("Wording", "Changed"),
    "rejected": QT_TRANSLATE_NOOP("Wording", "Rejected"),
    "added": QT_TRANSLATE_NOOP("Wording", "Added"),
}
ORIGINS = {
    "model": QT_TRANSLATE_NOOP("Wording", "the trained model"),
    "rule": QT_TRANSLATE_NOOP("Wording", "a rule"),
    "lexicon": QT_TRANSLATE_NOOP("Wording", "the lexicon"),
    "camel": QT_TRANSLATE_NOOP("Wording", "the CAMeL engine"),
    "editor": QT_TRANSLATE_NOOP("Wording", "an editor"),
}
QUOTE_KINDS = {
    "direct": QT_TRANSLATE_NOOP("Wording", "Direct quote"),
    "indirect": QT_TRANSLATE_NOOP("Wording", "Reported speech"),
}
CLAIM_KINDS = {
    "quantity": QT_TRANSLATE_NOOP("Wording", "How many"),
    "time": QT_TRANSLATE_NOOP("Wording", "When"),
    "place": QT_TRANSLATE_NOOP("Wording", "Where"),
    "actor": QT_TRANSLATE_NOOP("Wording", "Who"),
    "channel": QT_TRANSLATE_NOOP("Wording", "By what means"),
    "polarity": QT_TRANSLATE_NOOP("Wording", "Whether"),
    "wording": QT_TRANSLATE_NOOP("Wording", "In what words"),
    "other": QT_TRANSLATE_NOOP("Wording", "Something else"),
}
MODALITIES = {
    "asserted": QT_TRANSLATE_NOOP("Wording", "asserted"),
    "planned": QT_TRANSLATE_NOOP("Wording", "planned"),
    "conditional": QT_TRANSLATE_NOOP("Wording", "on a condition"),
    "possible": QT_TRANSLATE_NOOP("Wording", "possible"),
    "demanded": QT_TRANSLATE_NOOP("Wording", "demanded"),
}
POLARITIES = {
    "affirmed": QT_TRANSLATE_NOOP("Wording", "affirmed"),
    "denied": QT_TRANSLATE_NOOP("Wording", "denied"),
}
RELATIONS = {
    "corroborates": QT_TRANSLATE_NOOP("Wording", "Agree"),
    "refines": QT_TRANSLATE_NOOP("Wording", "One is more exact"),
    "differs_in_scope": QT_TRANSLATE_NOOP("Wording", "Differ, may both be true"),
    "contradicts": QT_TRANSLATE_NOOP("Wording", "Contradict"),
    "updates": QT_TRANSLATE_NOOP("Wording", "One updates the other"),
    "different_event": QT_TRANSLATE_NOOP("Wording", "Different events"),
}
SHOWS = {
    "conflict": QT_TRANSLATE_NOOP("Wording", "Contradiction"),
    "check": QT_TRANSLATE_NOOP("Wording", "To check"),
    "agree": QT_TRANSLATE_NOOP("Wording", "Agreement"),
    "update": QT_TRANSLATE_NOOP("Wording", "Update"),
    "silent": QT_TRANSLATE_NOOP("Wording", "On record"),
}
VERDICTS = {
    "undecided": QT_TRANSLATE_NOOP("Wording", "Undecided"),
    "contradiction": QT_TRANSLATE_NOOP("Wording", "Contradiction"),
    "compatible": QT_TRANSLATE_NOOP("Wording", "Compatible"),
    "update": QT_TRANSLATE_NOOP("Wording", "Update"),
    "different_event": QT_TRANSLATE_NOOP("Wording", "Different event"),
}
REASONS = {
    "scope": QT_TRANSLATE_NOOP("Wording", "Different scope"),
    "date": QT_TRANSLATE_NOOP("Wording", "Different date"),
    "unit": QT_TRANSLATE_NOOP("Wording", "Different unit"),
    "rounding": QT_TRANSLATE_NOOP("Wording", "Rounding"),
    "quotes_other": QT_TRANSLATE_NOOP("Wording", "One quotes the other"),
    "translation": QT_TRANSLATE_NOOP("Wording", "Slip of translation"),
    "wording": QT_TRANSLATE_NOOP("Wording", "Wording"),
    "other": QT_TRANSLATE_NOOP("Wording", "Other reason"),
}
EDITS = {
    "AddAnnotation": QT_TRANSLATE_NOOP("Wording", "add a mark"),
    "ChangeAnnotation": QT_TRANSLATE_NOOP("Wording", "change a mark"),
    "SetStatus": QT_TRANSLATE_NOOP("Wording", "decide on a mark"),
    "DecideWaiting": QT_TRANSLATE_NOOP("Wording", "decide on many marks"),
    "RemoveAnnotation": QT_TRANSLATE_NOOP("Wording", "delete a mark"),
    "SetNote": QT_TRANSLATE_NOOP("Wording", "write a note"),
    "SetVerdict": QT_TRANSLATE_NOOP("Wording", "verdict"),
    "ImportArticles": QT_TRANSLATE_NOOP("Wording", "import articles"),
    "RemoveArticles": QT_TRANSLATE_NOOP("Wording", "remove articles"),
    "ChangeArticle": QT_TRANSLATE_NOOP("Wording", "correct an article"),
    "SetLabels": QT_TRANSLATE_NOOP("Wording", "change the labels"),
    "SetTagset": QT_TRANSLATE_NOOP("Wording", "change the labels"),
    "SetLearned": QT_TRANSLATE_NOOP("Wording", "switch something learned on or off"),
    "SetTagger": QT_TRANSLATE_NOOP("Wording", "retrain the tagger"),
    "MergeNames": QT_TRANSLATE_NOOP("Wording", "merge names"),
    "SplitName": QT_TRANSLATE_NOOP("Wording", "split a name"),
    "AssignArticles": QT_TRANSLATE_NOOP("Wording", "give articles to an editor"),
    "MergeProjects": QT_TRANSLATE_NOOP("Wording", "merge projects"),
    "TakePacket": QT_TRANSLATE_NOOP("Wording", "take in a review packet"),
    "ResolveClash": QT_TRANSLATE_NOOP("Wording", "settle what editors decided differently"),
    "SettleMark": QT_TRANSLATE_NOOP("Wording", "settle what editors decided differently"),
    "RelateSpans": QT_TRANSLATE_NOOP("Wording", "relate two passages"),
    "RemoveRelations": QT_TRANSLATE_NOOP("Wording", "remove a relation"),
    "RenameQuestion": QT_TRANSLATE_NOOP("Wording", "question in other words"),
    "MergeFacts": QT_TRANSLATE_NOOP("Wording", "merge questions"),
    "SplitFact": QT_TRANSLATE_NOOP("Wording", "split a question"),
    "WithdrawRulings": QT_TRANSLATE_NOOP("Wording", "take a decision about questions back"),
    "PutAnnotations": QT_TRANSLATE_NOOP("Wording", "take over marks"),
    "PutVerdicts": QT_TRANSLATE_NOOP("Wording", "take over verdicts"),
    "Batch": QT_TRANSLATE_NOOP("Wording", "several changes"),
    # Names of batches.
    "mark_all": QT_TRANSLATE_NOOP("Wording", "mark all occurrences"),
    "relabel_all": QT_TRANSLATE_NOOP("Wording", "relabel all occurrences"),
}
# {0} is the low bound, {1} the high one.
_APPROX = {
    Approx.AT_LEAST: QT_TRANSLATE_NOOP("Wording", "at least {0}"),
    Approx.AT_MOST: QT_TRANSLATE_NOOP("Wording", "at most {1}"),
    Approx.ABOUT: QT_TRANSLATE_NOOP("Wording", "about {0}"),
    Approx.RANGE: QT_TRANSLATE_NOOP("Wording", "{0} to {1}"),
    Approx.VAGUE: QT_TRANSLATE_NOOP("Wording", "roughly {0} to {1}"),
}
_CLAIM = QT_TRANSLATE_NOOP("Wording", "Claim: {0}")
_ORDINAL = QT_TRANSLATE_NOOP("Wording", "number {0} {1}")  # {1}: what is counted
PERCENT = QT_TRANSLATE_NOOP("Wording", "{0} %")
_TO = QT_TRANSLATE_NOOP("Wording", "{0} to {1}")
_NO_DATE = QT_TRANSLATE_NOOP("Wording", "No date to count from")
_HOUR_ALONE = QT_TRANSLATE_NOOP("Wording", "{0} (no date to count from)")
_RECURS = QT_TRANSLATE_NOOP("Wording", "Recurs")
_NOW = QT_TRANSLATE_NOOP("Wording", "At the time of publication")
_MODIFIERS = {
    "START": QT_TRANSLATE_NOOP("Wording", "beginning of {0}"),
    "MID": QT_TRANSLATE_NOOP("Wording", "middle of {0}"),
    "END": QT_TRANSLATE_NOOP("Wording", "end of {0}"),
    "APPROX": QT_TRANSLATE_NOOP("Wording", "about {0}"),
    "EARLIER_IN": QT_TRANSLATE_NOOP("Wording", "earlier in {0}"),
    "BEFORE": QT_TRANSLATE_NOOP("Wording", "before {0}"),
    "AFTER": QT_TRANSLATE_NOOP("Wording", "after {0}"),
}
_NARROWING = ("START", "MID", "END")  # what these say of days is in their bounds
_HOUR = QT_TRANSLATE_NOOP("Wording", "{0}, {1}")  # day, hour
_GREENWICH = QT_TRANSLATE_NOOP("Wording", "{0} GMT")
_PARTS_OF_DAY = {
    "TMO": QT_TRANSLATE_NOOP("Wording", "{0}, morning"),
    "TAF": QT_TRANSLATE_NOOP("Wording", "{0}, afternoon"),
    "TEV": QT_TRANSLATE_NOOP("Wording", "{0}, evening"),
    "TNI": QT_TRANSLATE_NOOP("Wording", "{0}, night"),
    "TDT": QT_TRANSLATE_NOOP("Wording", "{0}, daytime"),
}


_names: dict[str, str] = {}  # what the open project calls its labels


def word(table: dict[str, str], key: str) -> str:
    """The words for `key`; a key without words (a project's own label) stands for itself."""
    if table is LABELS and _names.get(key):
        return _names[key]
    return _tr(table[key]) if key in table else str(key)


def name_labels(names: dict[str, str]) -> None:
    """Call labels as the project that is open does."""
    _names.clear()
    _names.update(names)


def label(annotation: Annotation) -> str:
    """What a mark is, in words."""
    if isinstance(annotation.item, Entity):
        return word(LABELS, annotation.item.label)
    if isinstance(annotation.item, Quote):
        return word(QUOTE_KINDS, annotation.item.kind)
    return _tr(_CLAIM).format(word(CLAIM_KINDS, annotation.item.kind))


def step_name(step: HistoryEntry) -> str:
    """What an entry of the history did, and to how many articles where it brought them or took them away."""
    count = step.articles
    if step.text == "ImportArticles":
        return QCoreApplication.translate("Wording", "import of %n article(s)", "", count)
    if step.text == "RemoveArticles":
        return QCoreApplication.translate("Wording", "removal of %n article(s)", "", count)
    return word(EDITS, step.text)


def value(item: Value | None) -> str:
    """A value in words and in the digits of the locale; "" for none."""
    if item is None:
        return ""
    if isinstance(item, Quantity):
        return quantity(item)
    return time(item) if isinstance(item, TimeValue) else item


def quantity(item: Quantity) -> str:
    """«at least 94,000 جندي»: the noun beside its figure, as Arabic counts it."""
    low = item.low if item.low is not None else item.high
    high = item.high if item.high is not None else item.low
    if item.kind == "ordinal":
        return _tr(_ORDINAL).format(number(low), item.unit or "").strip()
    one = low == high
    shape = "{0}" if item.approx is Approx.EXACT or (item.approx is Approx.RANGE and one) else _APPROX[item.approx]
    last = low if item.approx is Approx.AT_LEAST else high  # the noun stands behind the last figure only
    first = _counted(low, item, oblique=item.approx is Approx.ABOUT) if last == low else _figure(low, item)
    return _tr(shape).format(first, _counted(high, item))


def _counted(amount: float | None, item: Quantity, *, oblique: bool = False) -> str:
    if clock := duration_told(item.iso):
        parts = zip(clock, ("ساعة", "دقيقة"), strict=True)
        return " و".join(counted(each, number(each), noun, oblique=oblique) for each, noun in parts if each)
    figure = _figure(amount, item)
    counts = amount is not None and item.unit and item.kind != "percent"
    return counted(amount, figure, item.unit, oblique=oblique) if counts else figure


def _figure(amount: float | None, item: Quantity) -> str:
    return _tr(PERCENT).format(number(amount)) if item.kind == "percent" else number(amount)


def number(amount: float | None) -> str:
    """A number with the separators of the locale."""
    if amount is None:
        return ""
    whole = float(amount).is_integer()
    return (
        QLocale().toString(int(amount)) if whole and abs(amount) < 2**62 else QLocale().toString(float(amount), "g", 12)
    )


def time(item: TimeValue) -> str:
    """A resolved time as its day, month, year or days; of an unresolved one, what is known without its words."""
    if item.begin and item.end:
        whole = _month_or_year(item.timex)
        if not whole and item.begin != item.end and item.mod in _NARROWING:
            return _days(item.begin, item.end)
        text = whole or _days(item.begin, item.end)
        part = f"T{item.timex.partition('T')[2]}"
        if part in _PARTS_OF_DAY:
            text = _tr(_PARTS_OF_DAY[part]).format(text)
        elif part[1:2].isdecimal():
            text = _tr(_HOUR).format(text, _clock(part[1:]))
    else:
        return _undated(item)
    return _tr(_MODIFIERS[item.mod]).format(text) if item.mod in _MODIFIERS else text


def _undated(item: TimeValue) -> str:
    if item.kind is TimeKind.DURATION:
        return item.timex
    if item.kind is TimeKind.SET or item.timex == "PRESENT_REF":
        return _tr(_RECURS if item.kind is TimeKind.SET else _NOW)
    hour = item.timex.partition("T")[2]
    return _tr(_HOUR_ALONE).format(_clock(hour)) if hour[:1].isdecimal() else _tr(_NO_DATE)


def _clock(hour: str) -> str:
    """«18», «17:00Z» as a clock shows it; Z is that of Greenwich, any other is told in the text only."""
    hours, _, minutes = hour.removesuffix("Z").partition(":")
    shown = f"{hours}:{minutes or '00'}"
    return _tr(_GREENWICH).format(shown) if hour.endswith("Z") else shown


def _month_or_year(timex: str) -> str:
    """A whole month or year («ديسمبر 2021»); "" for anything else."""
    year, _, month = timex.partition("-")
    if not (len(year) == 4 and year.isdecimal()):
        return ""
    if len(month) == 2 and month.isdecimal():
        return i18n.locale().toString(QDate(int(year), int(month), 1), "MMMM yyyy")
    return "" if month else year


def _days(begin: str, end: str) -> str:
    """From one day to another; a month that both share is said once."""
    if begin == end:
        return day(begin)
    first = QDate.fromString(begin[:10], Qt.DateFormat.ISODate)
    shared = begin[:7] == end[:7] and first.isValid()
    return _tr(_TO).format(number(first.day()) if shared else day(begin), day(end))


def day(iso: str | None) -> str:
    """An ISO day as the locale writes it: day, month in words, year; "" for none; what is no day stays as it is."""
    if not iso:
        return ""
    try:
        read = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    return i18n.locale().toString(QDate(read.year, read.month, read.day), "d MMMM yyyy")


def moment(iso: str | None) -> str:
    """A UTC time stamp in local time."""
    if not iso:
        return ""
    try:
        stamp = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    comma = "،" if i18n.language() == "ar" else ","
    when = QDateTime.fromMSecsSinceEpoch(int(stamp.timestamp() * 1000))
    return i18n.locale().toString(when, f"d MMMM yyyy{comma} h:mm AP")


def others(verdict: Verdict) -> str:
    """Who decided otherwise, and what: «Ali: Compatible · Mona: Update»."""
    return " · ".join(f"{isolate(editor)}: {isolate(word(VERDICTS, kind))}" for editor, kind in verdict.others)


def percent(score: float) -> str:
    """A score in 0…1 as a percentage."""
    return f"{QLocale().toString(round(score * 100))}{QLocale().percent()}"


def tip(text: str) -> str:
    """`text` for a tooltip, whatever it contains: its lines stay, and nothing in it is taken for markup."""
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>' if text else ""


def listed(parts: Iterable[str]) -> str:
    """Words of any direction one after another, in the direction of the window; empty ones left out."""
    mark = "\u200f" if i18n.language() == "ar" else "\u200e"
    return mark + "  ·  ".join(isolate(part) for part in parts if part)


def led(text: str) -> str:
    """`text` in the direction of the window, also where it begins with a name in the other script (LRM, RLM)."""
    mark = "\u200f" if i18n.language() == "ar" else "\u200e"
    return mark + text if text else ""


def name(text: str) -> str:
    """The name of a source, a file or an editor, standing alone: in its own direction, at the side of the window's."""
    return led(isolate(text))


def inside(text: str) -> str:
    """The program's own words among others, in the direction of the window, whatever they speak of."""
    mark = "\u2067" if i18n.language() == "ar" else "\u2066"
    return f"{mark}{text}\u2069" if text else ""


class Told(Protocol):
    """A sentence in both languages: of a known error, of a remark on a file."""

    @property
    def ar(self) -> str: ...

    @property
    def en(self) -> str: ...


def sentence(told: Told) -> str:
    """What `told` says in the language of the window, each name in it in its own direction."""
    said = told.ar if i18n.language() == "ar" else told.en
    for opening, closing in ("«»", "“”"):
        said = said.replace(opening, f"{opening}\u2068").replace(closing, f"\u2069{closing}")
    return said


def path(place: Path | str) -> str:
    """The name of a file or a folder, folders before it, in a sentence of either direction: always left to right."""
    return f"\u2066{place}\u2069"


def _tr(source: str) -> str:
    return QCoreApplication.translate("Wording", source)
