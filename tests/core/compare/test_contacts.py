"""Which of several contacts one is, and which was the one before it."""

from __future__ import annotations

import pytest
from test_when_where import FLAGS, told

from core.compare.items import read
from core.extract.pipeline import analyze
from core.model import Article, Show

DAYS = ("2021-12-06", "2021-12-08")
SINCE_JULY = "وهذه أول محادثة بين جو بايدن وفلاديمير بوتين منذ مكالمة أجرياها في يوليو الماضي."


@pytest.mark.parametrize(
    ("other", "shows"),
    [
        ("أجرى جو بايدن وفلاديمير بوتين أول مباحثات بينهما منذ لقائهما في جنيف، يونيو الماضي.", {Show.CHECK}),
        ("وآخر مرة تحدث فيها جو بايدن وفلاديمير بوتين كانت في 23 سبتمبر.", {Show.CHECK}),
        ("وآخر مرة تحدث فيها جو بايدن وفلاديمير بوتين كانت في 9 يوليو.", {Show.AGREE}),
        # The first of its kind, or of all: others may have come between.
        ("وهو أول لقاء مباشر بين جو بايدن وفلاديمير بوتين منذ قمة يونيو الماضي.", set()),
        ("عقد جو بايدن وفلاديمير بوتين لقاء هو الأول بينهما منذ قمة جنيف في يونيو الماضي.", set()),
        ("عقد جو بايدن وفلاديمير بوتين أول قمة بينهما في جنيف.", set()),
    ],
)
def test_the_contact_before_is_one(other: str, shows: set[Show]) -> None:
    found = {relation.show for relation in told(SINCE_JULY, other, DAYS) if "contact before it" in relation.reason_en}
    assert found == shows
    if Show.CHECK not in shows:
        assert not [relation for relation in told(SINCE_JULY, other, DAYS) if relation.show in FLAGS]


def test_names_and_times_between_commas_are_of_one_meeting() -> None:
    text = (
        "بايدن يطلع زيلينسكي على محادثته مع بوتين.\n"
        "تحدث الرئيس الأميركي، جو بايدن، هاتفيا، الخميس، مع نظيره الأوكراني، فولوديمير زيلينسكي، وأطلعه على ما دار "
        "بينه وبين الرئيس الروسي، فلاديمير بوتين.\nواستغرقت المكالمة 80 دقيقة، بحسب البيت الأبيض. وتنفي روسيا ذلك."
    )
    lasted = next(item for item in read([analyze(Article("a", text, published="2021-12-10"))]) if item.length)
    assert lasted.parties == {"أوكرانيا", "الولايات المتحدة"}


def test_what_is_prepared_for_is_not_dated_by_the_preparation() -> None:
    text = (
        "يعقد بايدن وبوتين قمة عبر الفيديو اليوم. وتحضيرا للقمة، أجرى بايدن مساء أمس محادثات هاتفية مع قادة بريطانيا "
        "وفرنسا وألمانيا."
    )
    other = "يتحدث الرئيسان جو بايدن وفلاديمير بوتين عبر الفيديو في السابع من ديسمبر."
    assert not [relation for relation in told(text, other, ("2021-12-07",) * 2) if relation.show in FLAGS]


def test_the_second_of_two_has_a_day_and_means_of_its_own() -> None:
    text = "تحدث بايدن وبوتين مرتين الشهر الماضي، الأولى عبر الفيديو يوم 7 ديسمبر، والثانية هاتفيا في 30 منه."
    other = "يعقد الرئيسان جو بايدن وفلاديمير بوتين قمة عبر الفيديو في 7 ديسمبر."
    assert not [relation for relation in told(text, other, ("2022-01-11", "2021-12-06")) if relation.show in FLAGS]


SECOND = "تحادث الرئيسان الفرنسي إيمانويل ماكرون والتركي رجب طيب أردوغان هاتفيا الأحد 28 مارس، في ثاني اتصال بينهما {}."
CALLED = "تحادث الرئيسان الفرنسي إيمانويل ماكرون والتركي رجب طيب أردوغان هاتفيا الأحد 28 مارس حول ليبيا."
MARCH = ("2021-03-29", "2021-03-29")


@pytest.mark.parametrize(
    ("since", "other", "checked"),
    [
        ("خلال أقل من شهر", "وللمرة الثالثة هذا الشهر، تحادث الرئيسان ماكرون وأردوغان.", True),
        ("خلال أقل من شهر", "تحدث ماكرون وأردوغان أربع مرات منذ مطلع مارس.", True),
        ("خلال أقل من شهر", "وهذا أول اتصال بين ماكرون وأردوغان منذ قمة أنقرة.", True),
        ("خلال أقل من شهر", "ويرتفع بذلك إلى ثلاثة عدد المكالمات بين ماكرون وأردوغان منذ مطلع مارس.", True),
        ("خلال شهر واحد", "والاتصال، وهو الرابع بين ماكرون وأردوغان في أقل من شهر، جاء قبل محادثات جنيف.", True),
        ("منذ قمة أنقرة في يناير", "وهو خامس تواصل بين ماكرون وأردوغان منذ قمة أنقرة في يناير.", True),
        # Counted from other days, or one of them as the first of a month.
        ("خلال أقل من شهر", "وهذا خامس اتصال بين ماكرون وأردوغان منذ تولي ماكرون الرئاسة.", False),
        ("خلال أقل من شهر", "وهذا ثالث اتصال بين ماكرون وأردوغان منذ قمة أنقرة.", False),
        ("في غضون ثلاثة أسابيع", "وهو ثالث اتصال بين ماكرون وأردوغان هذا العام.", False),
        ("خلال أقل من شهر", "تحدث ماكرون وأردوغان مرتين هذا الشهر.", False),
        ("خلال أقل من شهر", "وهو أول اتصال بين ماكرون وأردوغان منذ القمة الافتراضية.", False),
    ],
)
def test_ranks_are_counted_from_their_start(since: str, other: str, checked: bool) -> None:
    found = told(SECOND.format(since), f"{CALLED}\n{other}", MARCH)
    assert any("ranks" in relation.reason_en for relation in found if relation.show in FLAGS) is checked


def test_two_ranks_weeks_apart_follow_each_other() -> None:
    first = "وهذه أول محادثة بين ماكرون وأردوغان منذ قمة أنقرة في يناير الماضي."
    for rank, checked in (("ثالث", True), ("ثاني", False)):
        later = f"{CALLED}\nوهو {rank} اتصال بين ماكرون وأردوغان منذ قمة أنقرة في يناير الماضي."
        shows = {
            relation.show for relation in told(first, later, ("2021-03-08", "2021-03-29")) if relation.show in FLAGS
        }
        assert (Show.CHECK in shows) is checked


@pytest.mark.parametrize(
    "other",
    [
        "والقمة هي الثانية بين ماكرون وأردوغان بعد لقائهما في أنقرة في 16 يناير 2020.",
        "واستمر اللقاء ساعة، وهو الثاني بين ماكرون وأردوغان بعد قمة أنقرة في يناير 2020.",
    ],
)
def test_a_rank_is_not_of_the_meeting_behind_which_it_is_counted(other: str) -> None:
    call = f"{CALLED}\nوهذا خامس اتصال بين ماكرون وأردوغان منذ تولي ماكرون الرئاسة."
    summit = f"عقد ماكرون وأردوغان الأحد 28 مارس قمة عبر الفيديو.\n{other}"
    assert any("counted in two ways" in found.reason_en for found in told(summit, call, MARCH))
