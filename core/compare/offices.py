"""Which office a person is told to hold: «وزير الدفاع» against «وزير العدل», under one name."""

from __future__ import annotations

from core.compare.events import gap_days
from core.compare.items import Item
from core.text.arabic import fold
from core.text.stems import bare

_FORMER = frozenset(("السابق", "السابقه", "الاسبق", "المقبل", "المعين", "سابقا"))
_TERM = 30  # days between two articles in which who holds an office is hardly replaced
_OF = 3  # words behind an office that may name its field
# The fields of ministries, and the bodies that speak for them; seats of one power are one field.
_FIELDS = {
    **{
        word: word
        for word in (
            *("عدل", "ماليه", "اقتصاد", "طاقه", "نفط", "بترول", "صحه", "نقل", "زراعه", "تعليم", "اعلام", "ثقافه"),
            *("تجاره", "صناعه", "عمل", "بييه", "رياضه", "سياحه", "اسكان", "كهرباء", "ري", "اوقاف", "تخطيط"),
        )
    },
    **dict.fromkeys(("دفاع", "بنتاغون", "حربيه"), "دفاع"),
    **dict.fromkeys(("خارجيه",), "خارجيه"),
    **dict.fromkeys(("داخليه",), "داخليه"),
    **dict.fromkeys(("كرملين", "رياسه", "اليزيه"), "رياسه"),
}
_WHITE_HOUSE = ("البيت", "الابيض")
_HOLDERS = {
    **dict.fromkeys(("وزير", "وزيره"), "minister"),
    **dict.fromkeys(("متحدث", "متحدثه", "ناطق", "ناطقه"), "spokesperson"),
}


def other_office(a: Item, b: Item) -> bool:
    """Whether articles of about one time give one person two offices of a kind, which nobody holds at once."""
    if a.claim.article_id == b.claim.article_id or not (a.published and b.published):
        return False
    if gap_days((a.published,) * 2, (b.published,) * 2) > _TERM:
        return False
    x, y = office(a.raw.text), office(b.raw.text)
    return x is not None and y is not None and x[0] == y[0] and x[1] != y[1]


def office(words: str) -> tuple[str, str] | None:
    """Kind of office and field, in the words that name a person; None for none, a former one or an unknown field."""
    forms = fold(words).split()
    if _FORMER & set(forms):
        return None
    for index, form in enumerate(forms):
        if holder := next((_HOLDERS[word] for word in sorted(bare(form)) if word in _HOLDERS), ""):
            behind = forms[index + 1 : index + 1 + _OF]
            if tuple(behind[1:3]) == _WHITE_HOUSE:
                return holder, "رياسه"
            field = next((found for word in behind if (found := _FIELDS.get(word.removeprefix("ال")))), None)
            return (holder, field) if field else None
    return None
