"""From where somebody takes part in a contact at a distance, by his being there; where he was on holiday."""

from __future__ import annotations

import pytest
from test_when_where import FLAGS, told

CALL = "أجرى الرئيسان الفرنسي إيمانويل ماكرون والتركي رجب طيب أردوغان محادثات عبر الفيديو الثلاثاء.\n"
FROM_IZMIR = f"{CALL}وشارك أردوغان في المحادثات من مقر إقامته في إزمير."
DAYS = ("2021-12-08", "2021-12-08")


@pytest.mark.parametrize(
    "text",
    [
        "والرئيس التركي الذي كان في أنطاليا أثناء المكالمة طالب بضمانات.",
        "ووجود أردوغان في أنطاليا لم يمنعه من إجراء المكالمة.",
        "وكان أردوغان موجودا في أنطاليا خلال المكالمة.",
    ],
)
def test_in_another_town(text: str) -> None:
    found = told(FROM_IZMIR, CALL + text, DAYS)
    assert any(one.show in FLAGS and "Two places" in one.reason_en for one in found)


@pytest.mark.parametrize(
    "text",
    ["وكان أردوغان قد أمضى عطلة العيد في أنطاليا.", "وكان ماكرون في أنطاليا الشهر الماضي لقضاء إجازته."],
)
def test_where_a_holiday_was_spent(text: str) -> None:
    assert not [one for one in told(FROM_IZMIR, CALL + text, DAYS) if one.show in FLAGS]
