"""Speakers behind a word that governs them."""

import pytest

from core.extract.speech.case import oblique


@pytest.mark.parametrize(
    ("name", "behind"),
    [
        ("المسؤولون الأمريكيون", "المسؤولين الأمريكيين"),
        ("مسؤولون في البنتاغون", "مسؤولين في البنتاغون"),
        ("محللون غربيون", "محللين غربيين"),
        ("مسؤولان أوروبيان", "مسؤولين أوروبيين"),
        ("سكان محليون", "سكان محليون"),  # no such ending to begin with: it would be half right
        ("التلفزيون الرسمي", "التلفزيون الرسمي"),
        ("إيمانويل ماكرون", "إيمانويل ماكرون"),
        ("لبنان", "لبنان"),
        ("", ""),
    ],
)
def test_only_plurals_and_duals_of_speakers_change(name: str, behind: str) -> None:
    assert oblique(name) == behind
