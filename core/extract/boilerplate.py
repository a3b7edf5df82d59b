"""Lines of a file that are not the article's text: credits, repeated captions, the site's own. Precision first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from core.extract.gazetteer import first_names, rows
from core.model import Span
from core.text.arabic import fold
from core.text.segment import paragraphs, words

_LONGEST_LINE = 250  # code points
_LONGEST_CREDIT = 14  # words: «(إعداد … للنشرة العربية - تحرير …)»
_LONGEST_NAME, _LONGEST_NAMES = 5, 8
_LONGEST_FOOTER = 22
_LONGEST_HEADLINE = 18
_SHORTEST_REPEAT = 4  # words: «قمة ثانية» may head two sections
# Where a name may be credited without a colon: the first lines below the title, the last ones of the text.
_TOP, _BOTTOM = 3, 3
_ENDS_SENTENCE = re.compile(r"[.!?؟…]\W*$")
_BRACKETED = re.compile(r"[(\[](?P<inside>[^()\[\]]+)[)\]]\s*\.?")
_LINK = re.compile(r"(?:https?://|www\.)\S+|@\w+|#\w+(?:\s+#\w+)+")


def find_boilerplate(text: str) -> list[Span]:
    """Whole lines of `text`, in order, without the white space around them. «المصدر: …» is the article's own."""
    lines = paragraphs(text)
    told = [text[line.start : line.end] for line in lines]
    folded = [fold(line).strip() for line in told]
    found = [
        len(folded[at]) <= _LONGEST_LINE
        and (_is_site(told[at], folded[at]) or _is_photo(folded[at]) or _is_credit(told, folded, at))
        for at in range(len(lines))
    ]
    _mark_repeats(folded, found)
    _mark_related(told, folded, found)
    return [line for line, is_boilerplate in zip(lines, found, strict=True) if is_boilerplate]


def _is_site(line: str, folded: str) -> bool:
    """What the site says of itself, asks of the reader, or links to."""
    bare = folded.strip(" :.|•-–—…»«>")
    if bare in _forms("line") or bare in _forms("related") or _LINK.fullmatch(line.strip()):
        return True
    asks = _begins(bare, "call") and not _ENDS_SENTENCE.search(line) and _media().search(bare) is not None
    return (asks or _begins(bare, "footer")) and len(words(line)) <= _LONGEST_FOOTER


def _is_photo(folded: str) -> bool:
    """«تصوير: …», «صورة أرشيفية», also in brackets."""
    bracketed = _BRACKETED.fullmatch(folded)
    bare = (bracketed["inside"] if bracketed else folded).strip(" .:-–")
    if bare in _forms("picture"):
        return True
    label, mark, rest = _labelled(bare)
    return bool(mark) and label in _forms("photo") and 0 < len(words(rest)) <= _LONGEST_NAME


def _is_credit(told: Sequence[str], folded: Sequence[str], at: int) -> bool:
    """«تحرير: …», «(إعداد … - تحرير …)», or «تحرير محمد علي» where no sentence or headline can stand."""
    line = folded[at]
    bracketed = _BRACKETED.fullmatch(line)
    inside = bracketed["inside"] if bracketed else line
    label, mark, rest = _labelled(inside)
    is_labelled = mark == ":" and label in _forms("credit") and rest and not _ENDS_SENTENCE.search(rest)
    if not (is_labelled or _begins(inside.strip(), "credit")) or len(words(inside)) > _LONGEST_CREDIT:
        return False
    if is_labelled:
        return len(words(rest)) <= _LONGEST_NAMES
    if bracketed:
        return _names_somebody(inside)
    at_edge = at < _TOP or at >= len(told) - _BOTTOM
    rest = _beginning("credit").sub("", inside.strip(), count=1)
    return (
        at > 0
        and at_edge
        and 2 <= len(words(rest)) <= _LONGEST_NAME
        and not _ENDS_SENTENCE.search(told[at])
        and rest.split()[0] in first_names()
    )


def _names_somebody(inside: str) -> bool:
    return any(word in first_names() for word in inside.split())


def _mark_repeats(folded: Sequence[str], found: list[bool]) -> None:
    """A caption that stands twice, a headline repeated above its picture: all but the first."""
    seen: set[str] = set()
    for at, line in enumerate(folded):
        if line in seen:
            found[at] = True
        elif len(line.split()) >= _SHORTEST_REPEAT:
            seen.add(line)


def _mark_related(told: Sequence[str], folded: Sequence[str], found: list[bool]) -> None:
    """Headlines of other articles: what follows «مواضيع ذات صلة» up to the end of the file."""
    for at in range(len(told)):
        if folded[at].strip(" :.|•-–—…»«>") not in _forms("related"):
            continue
        rest = range(at + 1, len(told))
        if rest and all(
            found[below] or (len(words(told[below])) <= _LONGEST_HEADLINE and not _ENDS_SENTENCE.search(told[below]))
            for below in rest
            if not _is_source(folded[below])
        ):
            for below in rest:
                found[below] = not _is_source(folded[below])
        return


def _is_source(folded: str) -> bool:
    return folded.startswith(("المصدر", "مصدر الخبر")) and ":" in folded


def _labelled(line: str) -> tuple[str, str, str]:
    """What stands before and behind the first colon, slash or (after a photo's label) comma."""
    match = re.match(r"([^:/،|\n]{2,40}?)\s*([:/،|])\s*(.*)", line)
    return (match[1].strip(), match[2], match[3].strip()) if match else (line, "", "")


def _begins(line: str, kind: str) -> bool:
    return _beginning(kind).match(line) is not None


@cache
def _beginning(kind: str) -> re.Pattern[str]:
    """The longest form of `kind`, as whole words."""
    forms = sorted(_forms(kind), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, forms))})(?!\\w)")


@cache
def _media() -> re.Pattern[str]:
    return re.compile(rf"\b[بوفل]?(?:{'|'.join(map(re.escape, _forms('medium')))})\b")


@cache
def _forms(kind: str) -> frozenset[str]:
    """The folded forms of one kind of line."""
    return frozenset(fold(form) for row in rows("boilerplate.tsv") if row[0] == kind for form in row[1].split("|"))
