"""PDF: what the places of the letters tell, and what is said of files that have none."""

from __future__ import annotations

import io

import pytest
from making_files import laid_out, pdf

from core.errors import KnownError
from core.importers import pdf as reader
from core.importers.base import Document, Draft, Skipped

_LINES = ("أعلن الوزير أن العمل في الجسر بدأ قبل عام من", "الآن، وأن الكلفة زادت على ما كان في الخطة.")


def _read(data: bytes) -> tuple[Draft, list[Skipped]]:
    items = list(reader.read(Document("خبر.pdf", io.BytesIO(data))))
    (draft,) = (item for item in items if isinstance(item, Draft))
    return draft, [item for item in items if isinstance(item, Skipped)]


def _notes(draft: Draft) -> str:
    return " ".join(note.en for note in draft.notes)


def test_letters_that_stand_from_the_right_are_read_so_and_broken_lines_joined() -> None:
    draft, _ = _read(pdf(laid_out(line[::-1] for line in _LINES)))
    assert draft.text == " ".join(_LINES)


def test_a_file_that_reads_backwards_is_turned_round_and_says_so() -> None:
    draft, _ = _read(pdf(laid_out(_LINES)))
    assert draft.text == " ".join(_LINES)
    assert "backwards" in _notes(draft)


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("لمعلا نم %50 تغلب ةبسنلا نإ لاق", "قال إن النسبة بلغت 50% من العمل"),
        ("رخآ ءيش يف ،2021 ماع يف لاق", "قال في عام 2021، في شيء آخر"),
        ("يف 3.5 نويلم غلبو 12/04/2021 خيراتب", "بتاريخ 12/04/2021 وبلغ مليون 3.5 في"),
        ("ةكبش ىلع BBC News لاقو", "وقال BBC News على شبكة"),
    ],
)
def test_figures_signs_and_latin_words_keep_their_order(shown: str, read: str) -> None:
    assert _read(pdf(laid_out([shown])))[0].text == read


def test_presentation_forms_become_letters() -> None:
    assert _read(pdf(laid_out(["ﻡﻼﺴﻟﺍ ﻦﻋ ﻝﺎﻗ"])))[0].text == "قال عن السلام"


def test_mirrored_brackets_are_mended() -> None:
    draft, _ = _read(pdf(laid_out(["(دفولا نم) ةريزولا تلاق"])))
    assert draft.text == "قالت الوزيرة (من الوفد)"


def test_lines_out_of_order_are_put_in_theirs() -> None:
    first, second, third = laid_out([line[::-1] for line in ("السطر الأول.", "السطر الثاني.", "السطر الثالث.")])
    draft, _ = _read(pdf([third, first, second]))
    assert draft.text == "السطر الأول.\nالسطر الثاني.\nالسطر الثالث."
    assert "out of order" in _notes(draft)


def test_two_columns_stay_in_the_order_of_the_file() -> None:
    first = [f"هذا هو السطر رقم {number} في العمود الأول." for number in "٢٣٤٥٦"]
    second = [f"وهذا سطر رقم {number} في العمود الثاني." for number in "٢٣٤٥٦"]
    right, left = (laid_out((line[::-1] for line in lines), right) for lines, right in ((first, 560), (second, 280)))
    draft, _ = _read(pdf([*right, *left]))
    assert draft.text.split("\n") == [*first, *second]


def test_page_numbers_and_running_heads_are_left_out() -> None:
    bodies = ("بدأ العمل في الجسر.", "انتهى الشتاء هذا العام.", "قالت الوزيرة ما عندها.", "لا شيء آخر في الخبر.")
    pages = [
        [("رهنلا ةفيحص", 300.0, 780.0), *laid_out([body[::-1]]), (str(number), 300.0, 20.0)]
        for number, body in enumerate(bodies, 11)
    ]
    assert _read(pdf(*pages))[0].text.split("\n") == list(bodies)


def test_a_page_that_is_a_picture_is_named_and_a_file_of_them_refused() -> None:
    with pytest.raises(KnownError, match="no text layer"):
        _read(pdf([], [], picture=True))
    _, (skipped,) = _read(pdf(laid_out([_LINES[1][::-1]]), [], picture=True))
    assert "page 2" in skipped.error.en


def test_the_title_is_the_files_own_unless_a_program_gave_it() -> None:
    page = laid_out([_LINES[1][::-1]])
    assert _read(pdf(page, title="خبر الجسر"))[0].metadata.title == "خبر الجسر"
    assert _read(pdf(page, title="Microsoft Word - news.docx"))[0].metadata.title == ""


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no pdf", pdf(laid_out(_LINES))[:900]])
def test_damaged_files_are_one_sentence(data: bytes) -> None:
    with pytest.raises(KnownError):
        _read(data)
