"""Words that name an event, and words that only look like one."""

from __future__ import annotations

import pytest

from core.extract.concepts import read_words
from core.model import Span


def events(text: str) -> set[str]:
    return {hit.id for hit in read_words(text, Span(0, len(text))).of("events")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أجرى الوزير حديثا مع نظيره", {"conversation"}),
        ("معسكرات أقيمت حديثا قرب البلدة", set()),
        ("بينما تحدثت عن ذلك صحيفة", set()),
        ("وتتحدث الوثيقة السرية عن خمسين كتيبة", set()),
        ("ويتحدث الرئيس مع نظيره", {"conversation"}),
        ("وعودة النازحين إلى قراهم", set()),
        ("المحادثات لم تحدث تغييرا يذكر", {"talks"}),
        ("اختراق المصرف على يد قراصنة", {"cyber"}),
        ("لا ينبغي توقع أي اختراق", set()),
        ("دون أن يعلن الطرفان عن اختراق", set()),
        ("لا اختراق في محادثات الرياض", {"talks"}),
        ("طلبت لندن وعدة عواصم المغادرة", set()),
        ("وعده الرئيس بزيادة الأجور", {"pledge"}),
        ("أقالت الحكومة رئيس الهيئة", {"resignation"}),
        ("ما قيل عن عقد القمة", {"summit"}),
        ("إطلاق المشروع الجديد", {"opening"}),
        ("بعد إطلاق سراح الرهائن", set()),
    ],
)
def test_what_only_looks_like_an_event_is_none(text: str, expected: set[str]) -> None:
    assert events(text) == expected


def test_what_is_made_public_is_no_deployment() -> None:
    assert "massing" in events("نشرت الدولة قواتها قرب الحدود")
    assert "massing" in events("وستنشر منظومات صاروخية هناك")
    assert "massing" not in events("نشرت الوزارة مطالبها على موقعها")
    assert "massing" not in events("يأتي ذلك غداة نشر التقرير")
