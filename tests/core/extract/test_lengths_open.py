"""That it is left open how long a meeting takes."""

from __future__ import annotations

import pytest

from core.extract.pipeline import analyze
from core.model import Article, ClaimKind, article_id


def untold(text: str) -> list[str]:
    found = analyze(Article(article_id(text), text, published="2021-12-06")).claims
    return [claim.text for claim in found if claim.kind is ClaimKind.QUANTITY and claim.value is None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وقال متحدث إن الاتصال سيجري مساء، وإن مدته متروكة للرئيسين.", "مدته متروكة للرئيسين"),
        ("وأوضح متحدث أن مدة اللقاء سيقررها الزعيمان.", "مدة اللقاء سيقررها الزعيمان"),
        ("وأوضح متحدث أن الرئيسين هما من سيحدد مدة المكالمة.", "سيحدد مدة"),
        ("وتجرى المكالمة مساء، ولا سقف زمنيا لها.", "ولا سقف زمنيا"),
        ("ويلتقي الوزيران غدا، ولا يعرف كم سيستمر اللقاء.", "كم سيستمر اللقاء"),
        ("وقال متحدث إن المحادثات ستكون مطولة.", "ستكون مطولة"),
    ],
)
def test_a_length_left_open(text: str, told: str) -> None:
    assert untold(text) == [told]


@pytest.mark.parametrize(
    "text",
    ["واستمر اللقاء مدة ساعتين دون نتيجة.", "وتنتهي مدة العقد دون تجديد.", "وكم من مرة التقى الوزيران."],
)
def test_what_leaves_no_length_open(text: str) -> None:
    assert untold(text) == []
