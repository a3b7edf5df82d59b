"""Which «نشر» sets troops or weapons up; any other makes something public («نشرت مطالبها», «غداة نشر التقرير»)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from core.text.arabic import fold

_FORM = re.compile("[وف]?[بل]?(?:ال)?(?:س?[ينت])?نشر(?:ت|وا|ا|تا|ته|تها|تهم|ه|ها|هم)?$")
_PROCLITICS = re.compile("^[وف]?(?:[بكل]?ال|لل|[بكل](?=..))?")
_PRONOUNS = re.compile("(?:ها|هم|ه)$")
_REACH = 8  # words on either side
_FORCES = """
    قوات جنود جندي جنديا عسكري عسكريا عسكريين عسكريون عسكرية وحدات وحدة جيش كتيبة كتائب لواء ألوية فرقة فرق فوج أفواج
    مجموعة مجموعات سرية سرايا عناصر عنصر أفراد فرد مقاتلين مقاتل ألف آلاف مئات تعزيزات حشود صواريخ صاروخ صاروخية أسلحة
    سلاح منظومات منظومة أنظمة نظام دبابات مدرعات مدافع مدفعية طائرات مقاتلات مروحيات سفن بوارج أسطول غواصات رادارات
    بطاريات معدات آليات عتاد ذخائر قاذفات مسيرات شرطة مراقبين قبعات درع
"""


def tells_of_publishing(forms: Sequence[str], index: int) -> bool:
    """Whether the word at `index` is a «نشر» with neither troops nor weapons near."""
    if "نشر" not in forms[index] or not _FORM.match(forms[index]):
        return False
    return not any(map(_is_force, forms[max(index - _REACH, 0) : index + _REACH + 1]))


@cache
def _forces() -> frozenset[str]:
    return frozenset(fold(form) for form in _FORCES.split())


def _is_force(form: str) -> bool:
    word = _PROCLITICS.sub("", form)
    return word in _forces() or _PRONOUNS.sub("", word) in _forces()
