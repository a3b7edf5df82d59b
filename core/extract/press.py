"""To which medium a source spoke («لرويترز», «في مقابلة مع قناة …», «لوكالات أنباء روسية»)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.extract.clauses import Clause
from core.extract.concepts import media, nationality
from core.extract.evidence import Evidence, word_at
from core.model import Entity, Span
from core.text.arabic import fold

UNNAMED = "إعلام "  # before the state, in the value of media without a name

_NOUNS = frozenset(("وكاله", "صحيفه", "قناه", "شبكه", "مجله", "موقع", "اذاعه", "محطه", "تلفزيون", "التلفزيون")) | {
    *("وكالات", "وسايل", "صحف", "قنوات", "محطات", "الوكالات", "الصحف", "القنوات"),
}
_OF_MEDIA = frozenset(("انباء", "الانباء", "اعلام", "الاعلام", "تلفزيونيه", "اخباريه", "محليه"))
_TO = frozenset(("الي", "مع", "امام", "عبر"))
_TALKS = ("مقابل", "حوار", "لقا", "حديث", "تصريح", "مداخل", "تحدث", "كلم")
_TALK_REACH = 3  # words before the preposition
_QUOTES, _CLOSING = frozenset("\"'“«("), frozenset('"”»')
_ADJECTIVES = 3  # words behind «وكالات» that may tell of which state they are


def addressee(clause: Clause, here: Sequence[Entity]) -> Iterator[Evidence]:
    """The medium, one of the clause's entities, by its first name; media without a name by their state."""
    words, forms = clause.words, clause.words.forms
    named: set[int] = set()
    for entity in here:
        name = media().get(fold(entity.name)) or media().get(fold(entity.text))
        if name is None:
            continue
        at = word_at(words, entity.start)
        named.add(at)
        joined = words.spans[at].start < entity.start
        first = (at if forms[at][:1] == "ل" else None) if joined else _leading(clause, at - 1)
        if first is not None:
            yield Evidence(Span(words.spans[first].start, _closing(clause, entity.end)), name)
    for index in clause.indices:
        if forms[index] not in _NOUNS and not _is_addressed(forms[index]):
            continue
        behind = range(index + 1, min(index + 1 + _ADJECTIVES, clause.indices.stop))
        last = next((i for i in behind if forms[i] not in _OF_MEDIA), index)
        first = _leading(clause, index)
        if first is not None and last not in named and (state := nationality(forms[last])):
            yield Evidence(Span(words.spans[first].start, words.spans[last].end), UNNAMED + state)


def _leading(clause: Clause, index: int) -> int | None:
    """The word that leads to a medium, from `index` back: «ل» alone or with a noun for media, or a preposition behind
    a word for what is said («في حديث إلى …», «في مقابلة مع …»)."""
    forms, begin = clause.words.forms, clause.indices.start
    while index >= begin:
        form = forms[index]
        if form == "ل" or _is_addressed(form):
            return index
        if form in _TO:
            told = (form.lstrip("وفبكي") for form in forms[max(index - _TALK_REACH, begin) : index])
            return index if any(form.startswith(_TALKS) for form in told) else None
        if form not in _QUOTES and form not in _NOUNS and form not in _OF_MEDIA:
            return None
        index -= 1
    return None


def _is_addressed(form: str) -> bool:
    """«لوكالة», «للوكالات»."""
    return form[:1] == "ل" and (form[1:] in _NOUNS or form.removeprefix("لل") in _NOUNS)


def _closing(clause: Clause, end: int) -> int:
    """Behind the quotation mark that closes a name, if one does."""
    words, behind = clause.words, word_at(clause.words, end)
    closes = behind < len(words.spans) and words.spans[behind].start == end and words.forms[behind] in _CLOSING
    return end + closes
