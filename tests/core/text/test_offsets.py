from hypothesis import given
from hypothesis import strategies as st

from core.text.offsets import Utf16Map


@given(st.text(st.sampled_from("ab ن😀🇾\n𝔄")), st.data())
def test_offsets_agree_with_the_encoded_text_and_come_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    table = Utf16Map(text)
    assert table.to_utf16(offset) == len(text[:offset].encode("utf-16-le")) // 2
    assert table.to_code_points(table.to_utf16(offset)) == offset


def test_the_middle_of_a_surrogate_pair_is_the_character_it_belongs_to() -> None:
    table = Utf16Map("😀😀ب")
    assert [table.to_code_points(unit) for unit in range(6)] == [0, 0, 1, 1, 2, 3]
