"""Which column of a table is which part of an article: by its header in Arabic or English, or as a person says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from core.errors import KnownError
from core.text.arabic import fold

# The parts of an article, and what tables, feeds and note-taking programs call them.
FIELDS: dict[str, tuple[str, ...]] = {
    "text": (
        *(
            "text",
            "body",
            "content",
            "article",
            "article_text",
            "full_text",
            "fulltext",
            "story",
            "main_text",
            "body_text",
        ),
        *("النص", "نص", "المتن", "متن", "المحتوى", "محتوى", "نص الخبر", "نص المقال", "المقال", "الخبر", "متن الخبر"),
    ),
    "title": ("title", "headline", "heading", "العنوان", "عنوان", "عنوان الخبر", "عنوان المقال", "المانشيت"),
    "source": (
        *("source", "outlet", "publisher", "site", "newspaper", "agency", "media", "publication", "website"),
        *("المصدر", "مصدر", "الجهة", "الصحيفة", "الوكالة", "الموقع", "الناشر", "القناة", "اسم الموقع"),
    ),
    "author": (
        *("author", "authors", "byline", "writer", "creator", "reporter"),
        *("الكاتب", "كاتب", "المؤلف", "المحرر", "المراسل", "الصحفي", "بقلم"),
    ),
    "published": (
        *("published", "date", "pubdate", "published_at", "publication_date", "publish_date", "date_published", "day"),
        *("التاريخ", "تاريخ", "تاريخ النشر", "نشر في", "يوم النشر"),
    ),
    "url": (
        "url",
        "link",
        "href",
        "permalink",
        "article_url",
        "الرابط",
        "رابط",
        "رابط الخبر",
        "رابط المقال",
        "العنوان الإلكتروني",
    ),
    "id": ("id", "article_id", "guid", "المعرف", "الرقم", "رقم"),
}
# A column of whole articles, where none is called so (code points, mean over the first rows).
_LONG = 120


def field_of(header: str) -> str | None:
    """The part of an article that a column of this header holds."""
    return _known().get(_key(header))


def chosen(name: str, header: Sequence[str], rows: Sequence[Sequence[str]], said: Mapping[str, str]) -> dict[str, int]:
    """The number of the column of each part: as `said`, else by header; the text also by its length.

    Raises KnownError where `said` names a column that is not there, and where no column can be the text.
    """
    found: dict[str, int] = {}
    keys = [_key(column) for column in header]
    for part, column in said.items():
        if not column:
            found[part] = -1  # asked to be left open
        elif _key(column) in keys:
            found[part] = keys.index(_key(column))
        elif column.isdecimal() and 0 < int(column) <= len(header):
            found[part] = int(column) - 1
        else:
            raise KnownError(
                f"لا عمود باسم «{column}» في «{name}»؛ أعمدته: {_list(header)}.",
                f"“{name}” has no column “{column}”; its columns are: {_list(header)}.",
            )
    for number, column in enumerate(header):
        named = field_of(column)
        if named and named not in found and number not in found.values():
            found[named] = number
    if "text" not in found:
        lengths = [sum(len(row[at]) for row in rows if at < len(row)) / max(1, len(rows)) for at in range(len(header))]
        longest = max(range(len(header)), key=lengths.__getitem__, default=-1)
        if longest < 0 or lengths[longest] < _LONG or longest in found.values():
            raise KnownError(
                f"لا يُعرف أي أعمدة «{name}» هو نص المقال؛ اختره في نافذة الاستيراد أو بالخيار --map text=العمود. "
                f"أعمدته: {_list(header)}.",
                f"It is not clear which column of “{name}” is the articles' text; choose it in the import window or "
                f"with --map text=COLUMN. Its columns are: {_list(header)}.",
            )
        found["text"] = longest
    return {part: at for part, at in found.items() if at >= 0}


def _list(header: Sequence[str]) -> str:
    return ", ".join(column[:40] for column in header[:20]) + (", …" if len(header) > 20 else "")


def _key(header: str) -> str:
    return fold(" ".join(header.replace("_", " ").replace("-", " ").casefold().split()))


@cache
def _known() -> dict[str, str]:
    return {_key(name): part for part, names in FIELDS.items() for name in names}
