"""Which sanctions are threatened or weighed, how severe they are, and on what condition."""

from __future__ import annotations

import pytest
from test_when_where import FLAGS, told

CALL = "تحدث الرئيس الأمريكي جو بايدن والرئيس الإيراني إبراهيم رئيسي عبر الهاتف الأحد.\n"
HIDDEN = "هددت واشنطن طهران بعقوبات قاسية من دون أن تكشف عن طبيعة هذه العقوبات."
UNSEEN = "هدد الرئيس الأمريكي جو بايدن إيران بعقوبات اقتصادية غير مسبوقة إذا خصبت مزيدا من اليورانيوم."
ON_OIL = "تدرس واشنطن فرض قيود على صادرات النفط الإيرانية إذا فشلت المفاوضات."
LISTED = "لوح بايدن بفرض عقوبات اقتصادية ومالية وعسكرية على إيران إذا استمر التخصيب."
SWIFT = "قال مسؤول أمريكي إن العقوبات على إيران قد تشمل فصل بنوكها عن نظام سويفت."
IF_ESCALATED = CALL + "وقال الرئيس الإيراني إن بايدن هدد بعقوبات على إيران في حال استمرار التصعيد في الخليج."
DIFFERING = [
    (ON_OIL, SWIFT),
    (LISTED, SWIFT),
    (HIDDEN, SWIFT),
    (UNSEEN, "قال مصدر في البيت الأبيض إن تهديد بايدن لإيران اقتصر على عقوبات رمزية تطال بضعة مسؤولين."),
    (UNSEEN, "البيت الأبيض: العقوبات على إيران لن تتجاوز ما فرض قبل عامين"),
    (UNSEEN, CALL + "وأكد مسؤول أمريكي أن بايدن لم يتحدث مع رئيسي عن عقوبات جديدة."),
    (IF_ESCALATED, CALL + "وأعلن البيت الأبيض أن واشنطن سترد بحزم إذا هاجمت إيران السفن في الخليج."),
]
COMPATIBLE = [
    (UNSEEN, SWIFT),
    (UNSEEN, LISTED),
    (SWIFT, "قال مسؤول أمريكي إن العقوبات على إيران قد تشمل فصل بنوكها عن سويفت ومنع تصدير النفط."),
    (SWIFT, "لوح بايدن بفرض عقوبات اقتصادية ومالية على إيران إذا استمر التخصيب."),
    (ON_OIL, "وكان الاتحاد الأوروبي قد فرض في 2012 عقوبات على بنوك إيرانية."),
    (ON_OIL, "يدرس الاتحاد الأوروبي تجميد أصول شركات إيرانية."),
    (HIDDEN, "هدد بايدن طهران بعقوبات شديدة رافضا الخوض في التفاصيل."),
    (IF_ESCALATED, CALL + "وأعلن البيت الأبيض أن واشنطن سترد بحزم إذا تصاعد التوتر في الخليج."),
]


@pytest.mark.parametrize(("one", "other"), DIFFERING)
def test_other_sanctions_or_conditions(one: str, other: str) -> None:
    assert any(relation.show in FLAGS for relation in told(one, other))


@pytest.mark.parametrize(("one", "other"), COMPATIBLE)
def test_sanctions_that_go_together(one: str, other: str) -> None:
    assert not any(relation.show in FLAGS for relation in told(one, other))


def test_a_pipeline_or_flights_alone_are_no_measures() -> None:
    found = told("وتبحث تركيا مع إيران إنشاء خط للأنابيب لنقل الغاز.", "وتعتزم تركيا تسيير رحلات إضافية إلى إيران.")
    assert not [one for one in found if one.show in FLAGS]
