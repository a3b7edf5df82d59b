"""Which of several calls, who spoke in it, who plans, and what was promised: from raw texts as newsrooms write them."""

from __future__ import annotations

import pytest
from test_when_where import CALLED, FLAGS, reasons, told

from core.compare.items import read
from core.extract.pipeline import analyze
from core.model import Article, Show, TimeValue

LAST = ("2021-12-31", "2021-12-31")
EARLIER = "بعد مكالمة هاتفية أجرياها في السابع من ديسمبر واستمرت ساعتين"


@pytest.mark.parametrize(
    "second",
    [
        f"وهذه هي المكالمة الثانية بينهما هذا الشهر، {EARLIER}.",
        f"وهذه هي المكالمة الرابعة بينهما منذ يناير، والثانية في غضون أسابيع قليلة، {EARLIER}.",
    ],
)
def test_a_call_recalled_is_not_the_one_that_the_news_goes_on_with(second: str) -> None:
    news = f"{CALLED} يوم الخميس.\n{second}\nوقال البيت الأبيض إن المحادثة مفيدة.\nوتحدث بايدن من منزله في ويلمنغتون."
    found = told(news, f"{CALLED} أمس الخميس، وتحدث بايدن من البيت الأبيض.", LAST)
    assert any("places" in reason for reason in reasons(found, FLAGS))


def test_what_is_told_in_a_call_is_of_the_one_told_last() -> None:
    recalled = f"{CALLED} يوم الخميس، وهي الثانية هذا الشهر، {EARLIER}، وتحدث فيها بوتين من سوتشي."
    found = told(recalled, f"{CALLED} أمس الخميس، وتحدث بوتين من نوفوسيبيرسك.", LAST)
    assert not any("places" in reason for reason in reasons(found, FLAGS))


@pytest.mark.parametrize(
    "first",
    [
        "توعد الرئيس الأمريكي جو بايدن نظيره الروسي فلاديمير بوتين برد حازم إذا غزت بلاده أوكرانيا، خلال مكالمة هاتفية"
        " الخميس استمرت خمسين دقيقة.",
        "هدد الرئيس الأمريكي جو بايدن نظيره الروسي فلاديمير بوتين بعقوبات إذا غزت بلاده أوكرانيا، خلال مكالمة هاتفية"
        " استمرت خمسين دقيقة.\nوتحدث بايدن الأربعاء هاتفيا مع الرئيس الأوكراني فولوديمير زيلينسكي.",
    ],
)
def test_those_told_of_are_those_who_spoke(first: str) -> None:
    found = told(first, f"{CALLED} أمس الخميس استمرت ساعتين.", ("2021-12-30", "2021-12-31"))
    assert any("figures" in reason or "Two figures" in reason for reason in reasons(found, FLAGS))


def test_an_hour_announced_and_one_at_which_it_began_are_asked_about() -> None:
    found = told(
        "وقال مسؤول إن المكالمة بين جو بايدن وفلاديمير بوتين ستبدأ الخميس عند الساعة 20:30 بتوقيت غرينتش.",
        f"{CALLED} أمس الخميس، وبدأت في الساعة 21:30 بتوقيت غرينتش.",
        ("2021-12-30", "2021-12-31"),
    )
    assert {relation.show for relation in found if "hours" in relation.reason_en} == {Show.CHECK}


def test_who_tells_of_a_plan_is_not_who_plans() -> None:
    found = told(
        "وينتشر الجنود الروس قرب حدود أوكرانيا، فيما تحدثت تقارير للاستخبارات الأمريكية عن خطة لهجوم على أوكرانيا.",
        "وتنفي روسيا أنها تخطط لأي هجوم على أوكرانيا.",
    )
    assert any("denied by" in reason.lower() for reason in reasons(found, FLAGS))


def test_troops_too_few_for_an_attack_are_no_denial_of_it() -> None:
    found = told(
        "وتقول واشنطن إن روسيا تستعد لشن هجوم على أوكرانيا.",
        "وقال المسؤول الأوكراني أوليكسي دانيلوف إن عدد الجنود الروس لا يكفي لشن هجوم على أوكرانيا.",
    )
    assert not reasons(found, {Show.CONFLICT})
    assert any("certain" in reason for reason in reasons(found, {Show.CHECK}))


@pytest.mark.parametrize(
    "denial",
    [
        "وأكد مسؤول أمريكي أن الرئيس الأمريكي لم يقطع أي تعهد لنظيره الروسي بشأن نشر الأسلحة.",
        "وأشار أوشاكوف إلى أن الأجيال ستصف ذلك بأنه خطأ. وقال مسؤول أمريكي إن بايدن لم يقدم لبوتين أي التزامات جديدة.",
    ],
)
def test_a_promise_that_another_denies(denial: str) -> None:
    said = "وقال أوشاكوف مساعد الرئيس الروسي إن بايدن أوضح أن الولايات المتحدة لا تنوي نشر أسلحة هجومية في أوكرانيا."
    assert reasons(told(f"{CALLED} الخميس.\n{said}", f"{CALLED} الخميس.\n{denial}", LAST), FLAGS)


def test_what_came_about_by_agreement_is_the_call() -> None:
    found = told(
        f"{CALLED} في السابع من ديسمبر، وجرت، كما أعلن الكرملين حينها، باتفاق متبادل بين الطرفين.",
        f"{CALLED} الثلاثاء 7 ديسمبر، وعقدت بمبادرة من الجانب الأمريكي بحسب الكرملين.",
        ("2021-12-31", "2021-12-08"),
    )
    assert any("asked" in reason or "initiative" in reason for reason in reasons(found, FLAGS))


def test_what_may_come_is_not_what_was_massed() -> None:
    found = told(
        "وتقول واشنطن إن روسيا حشدت أكثر من 100 ألف جندي على حدود أوكرانيا وقد تشن هجوما مطلع العام.",
        "وتحدثت صحيفة عن خطة روسية لهجوم على أوكرانيا قد يشارك فيه 175 ألف جندي.",
    )
    assert any("may take part" in reason or "scope" in reason for reason in reasons(found, FLAGS))


def test_whose_troops_an_official_counts() -> None:
    found = told(
        "وتقول واشنطن إن روسيا حشدت 100 ألف جندي على حدود أوكرانيا وقد تشن هجوما، بينما قدر سكرتير مجلس الأمن القومي"
        " الأوكراني أوليكسي دانيلوف عددهم بنحو 122 ألفا.",
        "وذكرت صحيفة أن روسيا تخطط لهجوم على أوكرانيا بمشاركة ما يصل إلى 175 ألف جندي.",
    )
    assert any("122" in reason and "175" in reason for reason in reasons(found, FLAGS))


@pytest.mark.parametrize(
    ("one", "other", "shows"),
    [("أكثر من 92 ألف", "94 ألف", FLAGS), ("أكثر من 90 ألف", "94 ألف", {Show.AGREE})],
)
def test_figures_told_to_the_same_unit(one: str, other: str, shows: set[Show]) -> None:
    found = told(f"وحشدت روسيا {one} جندي قرب حدود أوكرانيا.", f"وحشدت روسيا {other} جندي قرب حدود أوكرانيا.")
    figures = {relation.show for relation in found if "94" in relation.reason_en and "90" in relation.reason_en}
    figures |= {relation.show for relation in found if "94" in relation.reason_en and "92" in relation.reason_en}
    assert figures
    assert figures <= shows


def test_a_pipeline_by_two_names_that_was_discussed_and_was_not() -> None:
    call = f"{CALLED} الثلاثاء."
    found = told(
        f'{call}\nوقال سوليفان إن خط أنابيب الغاز "نورد ستريم 2" كان من بين ما ناقشه الرئيسان.',
        f'{call}\nوقال أوشاكوف إن مشروع "السيل الشمالي-2" لم يطرح خلال المحادثات.',
        ("2021-12-08", "2021-12-08"),
    )
    assert reasons(found, FLAGS)


def test_no_promise_and_one_to_talk_of_it() -> None:
    found = told(
        f"{CALLED} الثلاثاء.\nوقال سوليفان إن بايدن لم يقدم لبوتين أي التزام بعدم ضم أوكرانيا إلى الحلف.",
        f"{CALLED} الثلاثاء.\nوبحسب أوشاكوف، وعد بايدن ببحث هذه المخاوف مع حلفاء واشنطن.",
        ("2021-12-08", "2021-12-08"),
    )
    assert reasons(found, {Show.CHECK})


@pytest.mark.parametrize(
    "open_",
    [
        "وقال سوليفان إن واشنطن لا ترى حتى الآن أن بوتين حسم أمره بشأن مهاجمة أوكرانيا.",
        "وقال سوليفان إن واشنطن لا تزال غير متيقنة مما إذا كان بوتين قد اتخذ قرارا بالهجوم على أوكرانيا.",
    ],
)
def test_who_does_not_see_a_decision_leaves_it_open(open_: str) -> None:
    found = told("وقال وزير الدفاع الأوكراني إن روسيا تخطط لهجوم على أوكرانيا.", open_)
    assert any("certain" in reason for reason in reasons(found, {Show.CHECK}))


def test_what_is_called_a_call_again_by_the_means_of_the_one_before_it() -> None:
    second = "وهذه ثاني مكالمة بينهما هذا الشهر بعد أن تحدثا لما يزيد على ساعتين عبر رابط فيديو في السابع من ديسمبر."
    news = f"{CALLED} يوم الخميس.\n{second}\nوقال أوشاكوف إن بوتين راض عن المكالمة.\nوتحدث بايدن من منزله في ويلمنغتون."
    found = told(news, f"{CALLED} أمس الخميس، وتحدث بايدن من البيت الأبيض.", LAST)
    assert any("places" in reason for reason in reasons(found, FLAGS))


def test_who_stands_on_his_own_land_and_threatens_nobody() -> None:
    """The place is one thing, the denial another."""
    found = told(
        "وقال أوشاكوف إن القوات الروسية موجودة داخل أراضيها ولا تهدد أحدا.",
        "وتقول كييف إن روسيا حشدت قوات قرب الحدود الأوكرانية استعدادا لهجوم على أوكرانيا.",
    )
    assert not any("both cannot" in reason and "موجودة" in reason for reason in reasons(found, {Show.CONFLICT}))


def test_what_was_told_of_long_ago_does_not_date_the_troops() -> None:
    found = told(
        "وتتهم واشنطن روسيا بحشد نحو 100 ألف جندي على الحدود مع أوكرانيا، بعدما ضمت القرم عام 2014.",
        "وقدرت المخابرات الأوكرانية عدد القوات الروسية قرب حدود أوكرانيا بنحو 120 ألف جندي.",
    )
    assert any("120" in reason and "100" in reason for reason in reasons(found, FLAGS))


def test_what_follows_in_the_same_breath_has_hosts_of_its_own() -> None:
    found = told(
        "ويعقد مسؤولون من روسيا والولايات المتحدة محادثات في جنيف في العاشر من يناير يعقبها اجتماع بين روسيا وحلف شمال"
        " الأطلسي في 12 يناير.",
        "واتفقت روسيا والولايات المتحدة على عقد محادثات في جنيف يومي 9 و10 يناير.",
        LAST,
    )
    assert any("days" in reason.lower() for reason in reasons(found, FLAGS))


def test_an_hour_told_in_a_report_is_of_the_news_not_of_the_day_of_the_report() -> None:
    found = told(
        f"{CALLED} الخميس.\nوأعلن الكرملين، الجمعة، أن الاتصال بدأ في الساعة 21:00 بتوقيت غرينتش.",
        f"{CALLED} أمس الخميس، وبدأت في الساعة 20:00 بتوقيت غرينتش.",
        LAST,
    )
    assert any("hours" in reason for reason in reasons(found, FLAGS))


@pytest.mark.parametrize(
    "hours",
    [
        "وبدأت المكالمة في الساعة 3:35 عصرا بتوقيت واشنطن وانتهت في الرابعة و25 دقيقة.",
        "وبدأت المكالمة في الساعة 15:35 بتوقيت واشنطن (20:35 بتوقيت غرينتش) واختتمت في الساعة 16:25.",
    ],
)
def test_how_long_it_took_by_the_hours_at_which_it_began_and_ended(hours: str) -> None:
    text = f"{CALLED} أمس الخميس. {hours}"
    found = told(text, f"{CALLED} أمس الخميس استمرت خمسين دقيقة.", LAST)
    assert any("same figure" in reason for reason in reasons(found, {Show.AGREE}))
    found = told(text, f"{CALLED} أمس الخميس استمرت ساعتين.", LAST)
    assert any("figures" in reason for reason in reasons(found, FLAGS))


@pytest.mark.parametrize(
    "hours",
    [
        "وبدأت المكالمة في الساعة 15:35 بتوقيت واشنطن وانتهت في الساعة 00:25 بتوقيت موسكو.",
        "وبدأت المكالمة في الساعة 9:00 وانتهت في الساعة 21:50.",
    ],
)
def test_hours_by_two_clocks_or_of_a_whole_day_tell_no_length(hours: str) -> None:
    found = told(f"{CALLED} أمس الخميس. {hours}", f"{CALLED} أمس الخميس استمرت خمسين دقيقة.", LAST)
    assert not any("figure" in reason for reason in reasons(found, {*FLAGS, Show.AGREE}))


@pytest.mark.parametrize(
    ("open_", "told_later"),
    [
        ("ولم يكشف عن التوقيت الدقيق للمكالمة.", "وبدأت المكالمة في الساعة 15:07 بتوقيت غرينتش."),
        ("وقال المتحدث إن مدة المكالمة بين بايدن وبوتين متروكة للرئيسين.", "ودامت المكالمة ساعتين."),
    ],
)
def test_what_was_open_before_and_is_known_since_is_news(open_: str, told_later: str) -> None:
    before = f"يجري الرئيسان الأمريكي جو بايدن والروسي فلاديمير بوتين مكالمة فيديو يوم الثلاثاء. {open_}"
    after = f"{CALLED} بالفيديو أمس الثلاثاء. {told_later}"
    found = told(before, after, ("2021-12-04", "2021-12-08"))
    assert any("open" in reason or "disclosed" in reason for reason in reasons(found, {Show.UPDATE}))


@pytest.mark.parametrize("led", ["تتقدمها الولايات المتحدة", "على رأسها الولايات المتحدة"])
def test_whom_a_group_accuses_is_not_who_leads_it(led: str) -> None:
    found = told(f"وتتهم دول غربية، {led}، روسيا بالتحضير لغزو أوكرانيا.", "وتنفي روسيا أنها تعتزم مهاجمة أوكرانيا.")
    assert any("denied by" in reason.lower() for reason in reasons(found, {Show.CONFLICT}))


def test_a_military_move_that_nobody_knows_to_be_decided() -> None:
    found = told(
        "وقال وزير الدفاع الأوكراني إن روسيا تخطط لهجوم على أوكرانيا.",
        "وقال مسؤول إن واشنطن لا تعرف ما إذا كان بوتين قد اتخذ قرارا بشأن التحرك عسكريا ضد أوكرانيا.",
    )
    assert any("certain" in reason for reason in reasons(found, {Show.CHECK}))


def test_a_month_within_which_a_call_is_the_second_does_not_date_it() -> None:
    found = told(
        f"{CALLED} مساء الخميس هي الثانية بينهما خلال ديسمبر. وبدأت قبيل منتصف الليل بتوقيت موسكو. وتحدثا كذلك في"
        " السابع من ديسمبر.",
        "وجرت القمة الافتراضية بين جو بايدن وفلاديمير بوتين في السابع من ديسمبر وبدأت عند الساعة 15:07 بتوقيت غرينتش.",
        LAST,
    )
    assert not any("hours" in reason for reason in reasons(found, FLAGS))


def test_whose_words_they_are_by_two_who_hold_office() -> None:
    said = "إن بوتين حذر بايدن من أن فرض عقوبات جديدة سيكون خطأ فادحا قد يؤدي إلى قطع العلاقات."
    found = told(
        f"{CALLED} أمس الخميس. وقال المتحدث باسم الكرملين دميتري بيسكوف {said}",
        f"{CALLED} أمس الخميس. وقال مساعد الرئيس الروسي يوري أوشاكوف {said}",
        LAST,
    )
    assert any("attributions" in reason for reason in reasons(found, {Show.CHECK}))


def test_the_news_is_told_on_behind_what_came_before_it() -> None:
    news = (
        f"{CALLED} مساء الخميس.\nالمكالمة هي الثانية بين الرئيسين في أقل من شهر، بعد مكالمتهما الهاتفية يوم الثلاثاء 7"
        " ديسمبر.\nوقال مسؤول أمريكي إن نبرة المحادثة كانت جادة، مشيرا إلى أنها جاءت بناء على طلب من بوتين."
    )
    before = f"{CALLED} في 7 ديسمبر، وقال الكرملين حينها إنها جاءت بمبادرة من الجانب الأميركي."
    assert not any("asked" in reason or "initiative" in reason for reason in reasons(told(news, before, LAST), FLAGS))


def test_by_the_agreement_of_both_sides_or_at_the_wish_of_one() -> None:
    found = told(
        f"{CALLED} الخميس. وقال بيسكوف إن المكالمة تجري باتفاق الطرفين.",
        f"{CALLED} الخميس. وأفاد مسؤول أمريكي بأن بوتين هو من طلب إجراء المكالمة.",
        ("2021-12-30", "2021-12-30"),
    )
    assert any("both sides" in reason.lower() or "asked" in reason for reason in reasons(found, FLAGS))


def test_a_figure_that_goes_on_is_of_the_troops_and_not_of_the_backdrop() -> None:
    found = told(
        "وتقول واشنطن إن ما بين 60 و90 ألف جندي روسي يتمركزون قرب حدود أوكرانيا، بينما تقول كييف إن العدد يتجاوز 100"
        " ألف، وسط مخاوف من هجوم على أوكرانيا.",
        "وذكرت صحيفة أن روسيا تخطط لهجوم على أوكرانيا بمشاركة ما يصل إلى 175 ألف جندي.",
    )
    assert any("100" in reason and "175" in reason for reason in reasons(found, FLAGS))


def test_whose_office_is_told_has_promised_it() -> None:
    found = told(
        f"{CALLED} الخميس. وقال أوشاكوف إن الرئيس الأمريكي تعهد بعدم نشر أسلحة هجومية في أوكرانيا.",
        f"{CALLED} الخميس. ونفى مسؤول أمريكي أن يكون بايدن قد قطع أي تعهد يخص نشر الأسلحة في أوكرانيا.",
        LAST,
    )
    assert any("denied by" in reason for reason in reasons(found, {Show.CONFLICT}))


def test_no_promise_at_all_is_not_one_of_weeks_later() -> None:
    found = told(
        f"{CALLED} الثلاثاء. وقال سوليفان إن بايدن لم يقدم أي وعود أو تنازلات.",
        f"{CALLED} الخميس. وقال أوشاكوف إن بايدن تعهد بعدم نشر أسلحة هجومية في أوكرانيا.",
        ("2021-12-08", "2021-12-31"),
    )
    assert not reasons(found, {Show.CONFLICT})


def test_no_new_promise_and_what_the_other_side_tells_of_him() -> None:
    found = told(
        f"{CALLED} الخميس. وذكر أوشاكوف أن بايدن قال بوضوح إن الولايات المتحدة لا تنوي نشر أسلحة هجومية في أوكرانيا.",
        f"{CALLED} الخميس. ونفى مسؤول أمريكي أن يكون بايدن قد قدم أي التزامات جديدة، وذلك ردا على سؤال عن الأسلحة.",
        LAST,
    )
    assert any("pledge" in reason for reason in reasons(found, {Show.CHECK}))


def test_troops_of_an_attack_that_may_come_are_not_those_who_went_back() -> None:
    found = told(
        "وقال الجيش الروسي إن 10 آلاف جندي عادوا إلى قواعدهم. وأشار تقييم إلى أن روسيا قد تبدأ هجوما على أوكرانيا مطلع"
        " 2022 بقوات يصل قوامها إلى 175 ألفا.",
        "وتقول واشنطن إن روسيا حشدت نحو 100 ألف جندي قرب حدود أوكرانيا.",
    )
    assert any("100" in reason and "175" in reason for reason in reasons(found, FLAGS))


def test_fewer_troops_by_another_source_weeks_later_are_another_estimate() -> None:
    found = told(
        "وتقول الاستخبارات الأوكرانية إن روسيا نشرت قرب حدود أوكرانيا نحو 120 ألف جندي.",
        "وتقول واشنطن إن روسيا حشدت نحو 100 ألف جندي قرب حدود أوكرانيا.",
        ("2021-12-08", "2021-12-31"),
    )
    assert any("120" in reason and "100" in reason for reason in reasons(found, FLAGS))


def test_a_headline_of_a_state_that_denies_promises() -> None:
    found = told(
        f"{CALLED} الخميس. وتابع أوشاكوف أن بايدن أكد خلال المكالمة أن واشنطن لا تنوي نشر أسلحة هجومية في أوكرانيا.",
        f"الكرملين «مرتاح» لمحادثة بوتين وبايدن... وواشنطن تنفي تقديم تعهدات جديدة\n{CALLED} الخميس.",
        LAST,
    )
    assert any("pledge" in reason for reason in reasons(found, {Show.CHECK}))


def test_no_concession_and_a_promise() -> None:
    found = told(
        f"{CALLED} الخميس. وذكر أوشاكوف أن بايدن تعهد بعدم نشر أسلحة هجومية في أوكرانيا.",
        f"{CALLED} الخميس. وقال مسؤول أمريكي إن بايدن لم يقدم أي تنازلات.",
        LAST,
    )
    assert reasons(found, FLAGS)


def test_a_round_beside_all_the_days_of_the_talks() -> None:
    series = "وقال بيسكوف إن الرئيسين سيناقشان المفاوضات المقررة في 10 و11 و12 يناير."
    osce = (
        "وتعقد روسيا والولايات المتحدة محادثات في جنيف يوم 10 يناير، ثم اجتماع لمنظمة الأمن والتعاون في فيينا يوم 13"
        " يناير."
    )
    found = told(series, osce, ("2021-12-30", "2021-12-30"))
    assert [reason for reason in reasons(found, {Show.CHECK}) if "days" in reason.lower()]


def test_talks_of_two_states_joined_by_a_dash_are_one() -> None:
    found = told(
        "ومن المقرر أن تنطلق المفاوضات الروسية - الأميركية في جنيف مساء 9 يناير.",
        "وتعقد روسيا والولايات المتحدة محادثات أمنية في جنيف يوم 10 يناير.",
        ("2022-01-01", "2021-12-31"),
    )
    assert reasons(found, FLAGS)


def test_a_town_in_two_spellings_is_one() -> None:
    found = told(
        f"{CALLED} الخميس، وتحدث بايدن من منزله في ويلمينغتون.",
        f"{CALLED} الخميس، وتحدث بايدن من منزله في ويلمنغتون.",
        LAST,
    )
    assert not any("places" in reason for reason in reasons(found, FLAGS))


def test_two_lengths_to_the_minute_are_two() -> None:
    found = told(f"{CALLED} الخميس استغرقت ساعتين و5 دقائق.", f"{CALLED} الخميس استمرت ساعتين ودقيقة واحدة.", LAST)
    assert any("figures" in reason for reason in reasons(found, FLAGS))


def test_what_had_been_when_an_article_appeared_is_not_what_was_weeks_later() -> None:
    found = told(
        f"{CALLED} بالفيديو. وقال أوشاكوف إن المحادثات عقدت بمبادرة من الجانب الأميركي.",
        f"{CALLED} أمس الخميس. وجاء الاتصال بطلب من بوتين.",
        ("2021-12-08", "2021-12-31"),
    )
    assert not any("asked" in reason or "initiative" in reason for reason in reasons(found, FLAGS))


@pytest.mark.parametrize(("rank", "shows"), [("والسادسة", FLAGS), ("والخامسة", {Show.AGREE})])
def test_a_call_that_is_ranked_twice(rank: str, shows: set[Show]) -> None:
    found = told(
        f"{CALLED} أمس الخميس، وهي الثانية بينهما هذا الشهر، {rank} منذ تولي بايدن منصبه.",
        f"{CALLED} أمس الخميس، وهي الثانية بينهما هذا الشهر، والخامسة منذ وصول بايدن إلى البيت الأبيض.",
        LAST,
    )
    assert bool([reason for reason in reasons(found, FLAGS) if rank in reason]) is (shows == FLAGS)


def test_a_day_on_which_they_met_is_not_that_of_the_saying() -> None:
    summit = (
        "08 ديسمبر 2021\nحذر الرئيس الأميركي جو بايدن نظيره الروسي فلاديمير بوتين، خلال قمة افتراضية عقداها أمس"
        " الثلاثاء واستمرت نحو ساعتين، من أن بلاده سترد.\nوبدأت المحادثة عبر دائرة فيديو مغلقة عند الساعة 15:07"
        " بتوقيت غرينتش."
    )
    found = told(summit, f"{CALLED} في السابع من ديسمبر.", ("2021-12-08", "2021-12-31"))
    assert any("phone" in reason or "video" in reason or "means" in reason for reason in reasons(found, FLAGS))


@pytest.mark.parametrize(
    ("begun", "shows"),
    [
        ("وبدأت في الساعة 20:30 بتوقيت غرينتش.", {Show.CHECK}),
        ("وكان مقررا أن تبدأ في الساعة 20:30 بتوقيت غرينتش.", {Show.UPDATE, Show.CHECK}),
        ("وبدأت في الساعة 20:36 بتوقيت غرينتش.", {Show.AGREE}),
    ],
)
def test_hours_to_five_minutes(begun: str, shows: set[Show]) -> None:
    found = told(f"{CALLED} أمس الخميس، وبدأت في الساعة 23:35 بتوقيت موسكو.", f"{CALLED} أمس الخميس، {begun}", LAST)
    hours = {relation.show for relation in found if "20:3" in relation.reason_en and "23:35" in relation.reason_en}
    assert hours
    assert hours <= shows


def test_what_else_he_says_tells_nothing_of_the_figure() -> None:
    found = told(
        "وقال المسؤول الأمريكي إن ما بين 60 ألفا و90 ألف جندي روسي لا يزالون بالقرب من الحدود الأوكرانية وإن واشنطن لم"
        " تر دليلا على انسحاب كبير.",
        "ويتهم الغرب روسيا بحشد أكثر من 100 ألف جندي قرب الحدود الأوكرانية.",
        ("2021-12-29", "2021-12-31"),
    )
    assert any("100" in reason and "90" in reason for reason in reasons(found, FLAGS))


def test_talks_to_come_are_not_the_call_in_which_they_were_spoken_of() -> None:
    news = (
        "حذر الرئيس الأميركي جو بايدن نظيره الروسي فلاديمير بوتين، الخميس، من الغزو.\n"
        "وقالت ساكي إن بايدن شدد خلال الاتصال الهاتفي على أن التقدم في المحادثات المقبلة يحتاج إلى خفض التصعيد.\n"
        "واستمرت المكالمة، التي جرت بطلب من الرئيس الروسي، 50 دقيقة.\n"
        "وهذه المكالمة هي الثانية بين الرئيسين خلال شهر ديسمبر، بعد قمة عبر الفيديو عقداها في السابع من الشهر."
    )
    before = (
        "أجرى الرئيسان الأمريكي جو بايدن والروسي فلاديمير بوتين محادثات عبر الفيديو في السابع من ديسمبر، وعقدت بمبادرة"
        " من الجانب الأمريكي."
    )
    found = told(news, before, ("2021-12-31", "2021-12-08"))
    assert not reasons(found, {Show.CONFLICT})


@pytest.mark.parametrize(
    "second",
    [
        "وضمت روسيا القرم عام 2014 ودعمت الانفصاليين في شرق أوكرانيا، وهو صراع تقول كييف إنه قتل نحو 14 ألف شخص.",
        "وضمت روسيا القرم عام 2014، ثم دعمت تمردا في شرق أوكرانيا قتل فيه أكثر من 14 ألف شخص.",
        "وتوترت العلاقات بعد ضم القرم ودعم روسيا الانفصاليين في دونباس شرقي أوكرانيا، حيث قتل نحو 14 ألف شخص.",
    ],
)
def test_two_tolls_of_one_long_war_are_asked_about_whoever_fights_it(second: str) -> None:
    attack = "وتخشى واشنطن هجوما روسيا على أوكرانيا.\n"
    first = f"{attack}وضمت روسيا القرم عام 2014، وقتل أكثر من 13 ألف شخص في النزاع في شرق أوكرانيا."
    found = told(first, attack + second, ("2021-12-08", "2021-12-31"))
    assert any("13" in reason and "14" in reason for reason in reasons(found, {Show.CHECK}))
    assert not any("later" in reason for reason in reasons(found, {Show.UPDATE}))


LEAD = "اختتم الرئيسان الأميركي جو بايدن والروسي فلاديمير بوتين -مساء اليوم الثلاثاء- قمة عبر الفيديو استمرت نحو ساعتين"


def test_who_met_is_told_before_the_time_that_is_set_apart() -> None:
    lead = f"{LEAD}، وهيمن عليها التوتر بشأن أوكرانيا وسط اتهامات غربية لموسكو بالتحضير لغزو جارتها.\n"
    first = f"{lead}وذكر مسؤول أميركي أن القمة عقدت بطلب من موسكو."
    second = (
        "أجرى الرئيسان جو بايدن وفلاديمير بوتين محادثات عبر الفيديو يوم الثلاثاء.\n"
        "وقال أوشاكوف إن المحادثات جرت بمبادرة من الجانب الأمريكي."
    )
    found = told(first, second, ("2021-12-07", "2021-12-08"))
    assert any("Russia" in reason or "موسكو" in reason for reason in reasons(found, {Show.CONFLICT}))


def test_an_hour_that_is_set_is_of_the_day_that_was_told_before() -> None:
    plan = (
        "أعلن البيت الأبيض، اليوم الأربعاء، أن جو بايدن سيجري غدا الخميس اتصالا هاتفيا مع فلاديمير بوتين.\n"
        "وأوضح مسؤول أن المكالمة حددت عند الساعة 3:30 بعد الظهر بتوقيت واشنطن، وأنها تأتي بناء على طلب بوتين."
    )
    found = told(plan, f"{CALLED} أمس الخميس، وجرت بطلب من واشنطن.", ("2021-12-29", "2021-12-31"))
    assert {r.show for r in found if "بوتين" in r.reason_en and "واشنطن" in r.reason_en} & {Show.CONFLICT}


@pytest.mark.parametrize(
    ("told_so", "minutes"),
    [
        ("قبل نحو نصف ساعة من منتصف الليل", 23 * 60 + 30),
        ("بعد ربع ساعة من الساعة 20:00", 20 * 60 + 15),
        ("قبل 10 دقائق من الساعة 20:00", 19 * 60 + 50),
    ],
)
def test_an_hour_counted_from_another_one(told_so: str, minutes: int) -> None:
    analysis = analyze(Article("a", f"{CALLED} أمس الخميس.\nوبدأت المكالمة {told_so} في موسكو.", published=LAST[0]))
    assert minutes in {item.setting.clock for item in read([analysis])}


def test_an_hour_behind_what_is_told_aside_is_that_of_the_end() -> None:
    found = told(
        f"{CALLED} أمس الخميس، وبدأت في الساعة 23:35 بتوقيت موسكو.",
        f"{CALLED} أمس الخميس.\nوانتهى الاتصال، وهو الرابع بين الرئيسين منذ يناير، عند الساعة 21:25 بتوقيت غرينتش.",
        LAST,
    )
    assert not any("hours" in reason for reason in reasons(found, FLAGS))


def test_an_hour_alone_is_of_the_day_that_the_news_told() -> None:
    news = (
        "حذر الرئيس الأميركي جو بايدن نظيره الروسي فلاديمير بوتين، خلال محادثات عبر الفيديو، الثلاثاء، من الغزو.\n"
        "وبحسب البيت الأبيض، بدأت المكالمة عند الساعة 10:07 صباحا بتوقيت واشنطن وانتهت عند الساعة 12:08.\n"
        "وأجرى بايدن بعد المكالمة اتصالات بقادة فرنسا وألمانيا وإيطاليا وبريطانيا."
    )
    other = "وعقد جو بايدن وفلاديمير بوتين في 7 ديسمبر قمة عبر الفيديو استغرقت نحو ساعتين ونصف الساعة."
    found = told(news, other, ("2021-12-08", "2021-12-30"))
    assert any("10:07" in reason and "ونصف" in reason for reason in reasons(found, FLAGS))


@pytest.mark.parametrize(
    ("told_so", "day"),
    [
        ("المحادثة ستجري فعلا يوم الثلاثاء", "2021-12-07"),
        ("وسيتحدث بايدن لاحقا يوم الأحد إلى زيلينسكي", "2021-12-05"),
    ],
)
def test_an_adverb_is_no_verb(told_so: str, day: str) -> None:
    values = [e.value for e in analyze(Article("a", f"{told_so}.", published="2021-12-04")).entities]
    assert day in {value.begin for value in values if isinstance(value, TimeValue)}


DENIES = "وتنفي روسيا أنها تخطط لأي هجوم على أوكرانيا."
PLANS = "قالت المخابرات الأمريكية إن روسيا تخطط لهجوم على أوكرانيا مطلع العام المقبل."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (DENIES, "وتتوقع الاستخبارات الأوكرانية هجوما روسيا واسع النطاق في نهاية الشهر المقبل."),
        (PLANS, "وتقول روسيا إنها لا تريد الحرب وإنها لن تهاجم أوكرانيا."),
    ],
)
def test_who_attacks_is_told_by_an_adjective_or_by_himself(first: str, second: str) -> None:
    assert reasons(told(first, second), FLAGS)


def test_who_counts_the_forces_of_another_side_has_not_sent_them() -> None:
    article = (
        "وتفيد وثيقة أمريكية بأن روسيا تحشد حاليا نحو 70 ألف جندي قرب الحدود. في المقابل، تتحدث كييف عن أكثر من 94 ألف"
        " جندي، وفق ما قاله وزير الدفاع الأوكراني أوليكسي ريزنيكوف أمام البرلمان."
    )
    found = told(article, "تم حشد أكثر من 120 ألف جندي روسي قرب حدود أوكرانيا.")
    assert any("120" in reason and "94" in reason for reason in reasons(found, FLAGS))


def test_who_is_told_before_an_estimate_by_another_has_sent_them() -> None:
    massed = "وتقول كييف إن روسيا حشدت قرب حدودها 120 ألف جندي، وفق أحدث تقدير لوزارة الدفاع الأوكرانية."
    found = told(massed, "وقالت موسكو إن كييف حشدت في دونباس نصف جيشها، أي نحو 125 ألف عسكري.")
    assert not any("120" in reason and "125" in reason for reason in reasons(found, FLAGS))


def test_a_meeting_without_a_day_is_the_one_of_the_news() -> None:
    news = (
        "يلتقي جو بايدن وفلاديمير بوتين عبر الفيديو الثلاثاء، وكانا قد اجتمعا وجها لوجه في جنيف في يونيو الماضي.\n"
        "وقال بيسكوف إن الاتصال سيجري مساء الثلاثاء.\nوقال يوري أوشاكوف إن فكرة اللقاء جاءت من الجانب الأمريكي."
    )
    other = "وتحدث جو بايدن وفلاديمير بوتين عبر الفيديو أمس الثلاثاء، وجرت المكالمة بطلب من بوتين."
    found = told(news, other, ("2021-12-05", "2021-12-08"))
    assert any("asked" in reason for reason in reasons(found, FLAGS))


def test_what_is_new_may_stand_in_quotation_marks() -> None:
    denied = 'وقال مسؤول أمريكي كبير إن بايدن "لم يقدم أي التزام جديد".'
    said = 'وأوضح أوشاكوف أن بايدن "قال بوضوح إن الولايات المتحدة لا تنوي نشر أسلحة هجومية في أوكرانيا".'
    asked = f"وردا على سؤال حول ما أعلنه الكرملين بشأن تعهد أمريكي بعدم نشر أسلحة هجومية في أوكرانيا، {denied[1:]}"
    found = told(f"{CALLED} أمس.\n{asked}", f"{CALLED} أمس.\n{said}", LAST)
    assert not reasons(found, {Show.CONFLICT})


SUMMIT = "وتأتي التحضيرات للقمة الثانية بين جو بايدن وفلاديمير بوتين في ظل التوتر."


@pytest.mark.parametrize(
    ("second", "days", "asked"),
    [
        ("وستكون هذه المكالمة الرابعة بين بايدن وبوتين منذ يناير.", ("2021-12-04", "2021-12-07"), True),
        ("وهذه خامس مرة يتحدث فيها بايدن وبوتين منذ يناير.", ("2021-12-04", "2021-12-08"), True),
        ("وهذه خامس محادثة بين بايدن وبوتين منذ يناير.", ("2021-12-04", "2021-12-31"), False),
    ],
)
def test_a_summit_and_a_call_are_counted_apart(second: str, days: tuple[str, str], asked: bool) -> None:
    news = "وسيتحدث جو بايدن وفلاديمير بوتين عبر الفيديو يوم الثلاثاء."
    found = told(f"{news}\n{SUMMIT}", f"{second}", days)
    assert any("counted in two ways" in reason for reason in reasons(found, FLAGS)) is asked


def test_a_fourth_and_a_fifth_of_one_count_differ() -> None:
    first = f"{CALLED} الثلاثاء.\nوكانت هذه المكالمة الرابعة بين بايدن وبوتين منذ تولي بايدن منصبه في يناير."
    second = f"{CALLED} الثلاثاء.\nوتعد هذه خامس محادثة بين بايدن وبوتين منذ تنصيب بايدن في 20 يناير الماضي."
    found = told(first, second, ("2021-12-08", "2021-12-08"))
    assert any("الرابعة" in reason and "خامس" in reason for reason in reasons(found, FLAGS))


def test_other_weapons_make_no_other_event() -> None:
    massed = "تقول أوكرانيا إن روسيا حشدت 94300 جندي بالقرب من حدودها، مدعومين بدبابات ومدفعية وأسلحة أخرى."
    found = told(massed, PLANS.replace("لهجوم", "لهجوم قد يشارك فيه 175 ألف جندي"))
    assert any("94300" in reason and "175" in reason for reason in reasons(found, FLAGS))


def test_a_summit_that_only_ranks_the_call_is_that_call() -> None:
    news = (
        "بايدن وبوتين وجها لوجه عبر الفيديو الثلاثاء.\n"
        "أعلن الكرملين أن الرئيس الروسي فلاديمير بوتين سيعقد قمة افتراضية مع نظيره الأمريكي جو بايدن الثلاثاء 7 ديسمبر،"
        " في ثاني قمة تجمعهما هذا العام.\nوجاء ترتيب القمة بناء على طلب من الجانب الروسي.\n"
        "والتقى الرئيسان في جنيف في 16 يونيو الماضي في قمة استمرت ساعات."
    )
    other = "وتحدث جو بايدن وفلاديمير بوتين عبر الفيديو أمس الثلاثاء. وجرى اللقاء بمبادرة من الجانب الأميركي."
    found = told(news, other, ("2021-12-05", "2021-12-08"))
    assert any("asked" in reason for reason in reasons(found, FLAGS))


def test_a_day_told_of_what_was_discussed_before_is_not_that_of_the_call() -> None:
    news = (
        f"{CALLED} أمس الخميس.\nوقال أوشاكوف إن المحادثة تأتي استكمالا لما ناقشه الرئيسان في 7 ديسمبر.\n"
        "وأجرى بايدن المحادثة من منزله في ويلمنغتون."
    )
    before = "أجرى الرئيسان جو بايدن وفلاديمير بوتين محادثات عبر الفيديو الثلاثاء.\nوتحدث بايدن من البيت الأبيض."
    assert not reasons(told(news, before, ("2021-12-31", "2021-12-08")), {Show.CONFLICT})


def test_what_one_side_asks_for_is_no_demand_of_the_day() -> None:
    found = told(
        "وستعقد الولايات المتحدة وروسيا محادثات أمنية في جنيف يوم 10 يناير.",
        "وستكون الضمانات الأمنية التي تطلبها روسيا محور مفاوضات بين روسيا والولايات المتحدة يومي 9 و10 يناير في جنيف.",
        LAST,
    )
    assert any("Different days" in reason for reason in reasons(found, {Show.CHECK}))


def test_a_day_on_which_it_was_otherwise_is_not_that_of_the_call() -> None:
    usual = "وتحدث بوتين وبايدن الخميس. وكانت مكالمة هاتفية عادية، بخلاف ما جرى في 7 ديسمبر حين تحدثا عبر الفيديو."
    before = "وتحدث بوتين مع بايدن عبر الفيديو في 7 ديسمبر."
    assert not reasons(told(usual, before, ("2021-12-31", "2021-12-08")), FLAGS)


@pytest.mark.parametrize(("day", "flagged"), [("2021-12-31", True), ("2022-01-10", False)])
def test_no_promise_at_all_beside_what_the_other_side_tells_of_him(day: str, flagged: bool) -> None:
    one = "وبحسب أوشاكوف، فإن بايدن قال لبوتين إن بلاده لا تنوي نشر أسلحة هجومية في أوكرانيا."
    other = "غير أن مسؤولا أمريكيا كبيرا قال للصحافيين إن بايدن لم يقطع أي التزامات."
    assert bool(reasons(told(CALLED + one, CALLED + other, ("2021-12-31", day)), FLAGS)) is flagged
