"""When, where, by which means and at whose wish: whole texts, from their words to what an editor is shown."""

from __future__ import annotations

import pytest

from core.compare.facts import compare
from core.extract.names import unify
from core.extract.pipeline import analyze_many
from core.model import Article, Relation, RelationKind, Show, article_id

FLAGS = {Show.CONFLICT, Show.CHECK}
HOURS = "وبدأت القمة الافتراضية بين جو بايدن وفلاديمير بوتين عند الساعة 10:07 صباحا بتوقيت واشنطن"
CALL = "تجرى المكالمة بين الرئيسين الأمريكي جو بايدن والروسي فلاديمير بوتين"
CALLED = "أجرى الرئيسان الأمريكي جو بايدن والروسي فلاديمير بوتين مكالمة هاتفية"


def told(one: str, other: str, days: tuple[str, str] = ("2021-12-06", "2021-12-06")) -> list[Relation]:
    """The relations between two texts, published on these days."""
    texts = zip((one, other), days, ("أ", "ب"), strict=True)
    articles = [Article(article_id(text), text, source=source, published=day) for text, day, source in texts]
    facts = compare(unify(list(analyze_many(articles))))
    return [
        relation
        for fact in facts
        for relation in fact.relations
        if fact.claims[relation.a].article_id != fact.claims[relation.b].article_id
    ]


def reasons(found: list[Relation], shows: set[Show]) -> list[str]:
    return [relation.reason_en for relation in found if relation.show in shows]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            f"{CALL} الثلاثاء في الساعة السادسة مساء بتوقيت موسكو.",
            f"{CALL} الثلاثاء عند الساعة 5:00 مساء بتوقيت غرينتش.",
            "Two hours of one day",
        ),
        (
            "وقال مسؤول إن طائرة الشحن أقلعت في الساعة 20:10.",
            "وذكر بيان أن طائرة الشحن أقلعت عند الساعة 20:17.",
            "Two hours of one day",
        ),
        (
            "تعقد المشاورات الروسية الأمريكية في جنيف يومي 9 و10 يناير المقبل.",
            "ومن المقرر أن يلتقي مسؤولون روس وأمريكيون في جنيف في العاشر من يناير المقبل.",
            "Different days for one event",
        ),
        (
            "وسيخضع الحارس الجديد للكشف الطبي يوم الأربعاء.",
            "ومن المنتظر أن يجري الحارس الكشف الطبي الثلاثاء.",
            "Times close together",
        ),
        (
            f"{CALL} الثلاثاء بمبادرة من الجانب الأمريكي.",
            f"{CALL} الثلاثاء، ويقول مسؤولون إن بوتين هو من سعى إليها.",
            "asked for it",
        ),
        (
            f"{CALL} الثلاثاء، موضحا أن واشنطن طلبت إجراءها.",
            f"{CALL} الثلاثاء، ونفى مسؤول أن تكون واشنطن هي من طلبتها.",
            "both cannot be true",
        ),
        (
            f"{CALL} الثلاثاء بطلب من موسكو.",
            f"{CALL} الثلاثاء بعد رغبة متبادلة.",
            "asked for it",
        ),
        (
            f"{CALL} اليوم عبر الفيديو. ويشارك بوتين في المكالمة من منتجعه في سوتشي.",
            f"{CALL} اليوم عبر الفيديو. ويشارك بوتين في المكالمة من مكتبه في الكرملين.",
            "Two places for one who took part",
        ),
        (  # who only gestures further on in the sentence does not speak in that place
            f"{CALL} اليوم عبر الفيديو. وظهر بوتين خلال المكالمة في مقر إقامته بمدينة سوتشي، بحسب لقطات، بدا فيها "
            "بايدن ملوحا بيده ومعبرا عن أسفه لأنهما لم يلتقيا.",
            f"{CALL} اليوم عبر الفيديو. ويشارك بوتين في المكالمة من مكتبه في الكرملين.",
            "Two places for one who took part",
        ),
        (
            "انقلبت الحافلة عند الثالثة عصر الاثنين.",
            "انقلبت الحافلة نحو الساعة الخامسة والنصف من عصر الاثنين.",
            "Two hours of one day",
        ),
        (
            f"{CALL} الخميس هاتفيا. ويتحدث بايدن هاتفيا إلى بوتين الخميس من منزله في ديلاوير.",
            f"{CALL} الخميس هاتفيا. ويتحدث بايدن هاتفيا إلى بوتين الخميس من البيت الأبيض.",
            "Two places for one who took part",
        ),
        (
            "وستجتمع لجنة السياسة النقدية في الثاني من يناير.",
            "وتجتمع لجنة السياسة النقدية مجددا في التاسع من يناير.",
            "Times close together",
        ),
        (
            "ويجتمع مسؤولون روس وأمريكيون في جنيف في 10 يناير.",
            "ويجتمع مسؤولون روس وأمريكيون في فيينا في 10 يناير.",
            "Two places for one meeting",
        ),
        (  # one of the two counts the rounds
            "ويجتمع وفدان روسي وأمريكي في جنيف في 10 يناير.",
            "وتعقد الجولة الأولى من المحادثات الروسية الأمريكية في فيينا في 10 يناير.",
            "Two places for one meeting",
        ),
        (  # only what the two were to speak of was planned once; the talks are ahead
            "وكان مقررا أن يبحث الرئيسان المحادثات الروسية الأمريكية المزمعة في 10 يناير.",
            "وتنطلق المحادثات الروسية الأمريكية في 9 يناير.",
            "Times close together",
        ),
        (
            "اجتمع المفاوضون الروس والأمريكيون الأحد في مقر البعثة الدبلوماسية الأمريكية في جنيف.",
            "اختتمت روسيا والولايات المتحدة، أمس الأحد، محادثات حول أوكرانيا والضمانات في السفارة الروسية.",
            "Two places for one meeting",
        ),
        (  # the day beside a town dates what is held there
            "تعقد محادثات بين روسيا والناتو في جنيف يوم 9 يناير، ثم في إطار مجلس روسيا والناتو في بروكسل في 12 يناير.",
            "ويعقد اجتماع بين روسيا وحلف الناتو في فيينا في 12 يناير.",
            "Two places for one meeting",
        ),
        (  # an hour past midnight is of the night of the call
            f"{CALLED} في وقت متأخر من ليلة السبت إلى الأحد. وقال أوشاكوف إن الحديث الهاتفي انتهى في الساعة 00:25 "
            "بتوقيت موسكو، وإنه جاء بطلب من الرئيس الروسي.",
            f"{CALLED} مساء السبت بطلب من الجانب الأمريكي.",
            "asked for it",
        ),
        (  # two sources count the calls otherwise
            f"{CALLED} الأحد، في ثاني مكالمة بينهما هذا العام، بطلب من موسكو.",
            f"{CALLED} السبت، في ثالث مكالمة بينهما منذ القمة، بطلب من البيت الأبيض.",
            "1 day apart",
        ),
        (  # two calls by phone, of which one was by video elsewhere
            "وتأتي المحادثات بعد اتصالين هاتفيين أجراهما جو بايدن وفلاديمير بوتين في ديسمبر.",
            "عقد جو بايدن وفلاديمير بوتين قمة عبر الفيديو في 3 ديسمبر.",
            "two means",
        ),
        (
            "غرق مركب صيد اليوم قبالة الساحل الغربي لجزيرة رودس.",
            "وقع غرق المركب اليوم شرق جزيرة رودس.",
            "Opposite sides of one place",
        ),
    ],
)
def test_what_cannot_both_be_is_flagged(one: str, other: str, reason: str) -> None:
    assert any(reason in told_so for told_so in reasons(told(one, other), FLAGS))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # what stands behind «وسط» is no event of that day
            "بايدن وبوتين يتحدثان الثلاثاء وسط مخاوف من التصعيد على حدود أوكرانيا",
            "وقالت المخابرات الأمريكية إن روسيا ربما تخطط لهجوم على أوكرانيا مطلع العام المقبل.",
        ),
        (  # how long ago the last one was is no length
            "وعقد مجلس روسيا والناتو اليوم في بروكسل اجتماعا دام أربع ساعات، هو الأول منذ أكثر من عامين.",
            "وعقد مجلس روسيا والناتو اليوم في بروكسل اجتماعا دام أربع ساعات.",
        ),
        (  # one moment by two clocks
            f"{CALL} الثلاثاء في الساعة السادسة مساء بتوقيت موسكو.",
            f"{CALL} الثلاثاء عند الساعة 15:00 بتوقيت غرينتش.",
        ),
        (  # the day that was planned once
            "جرت المكالمة بين الرئيسين الأمريكي جو بايدن والروسي فلاديمير بوتين أمس السبت.",
            "وكانت المكالمة بين الرئيسين الأمريكي جو بايدن والروسي فلاديمير بوتين مقررة يوم الاثنين.",
        ),
        (  # another call, to another
            f"{CALL} الثلاثاء عبر الفيديو.",
            "وتحدث بايدن هاتفيا الاثنين مع الرئيس الفرنسي إيمانويل ماكرون.",
        ),
        (  # those who have what takes days are told of on two days
            "وتواصلت عمليات البحث عن المفقودين يوم الاثنين.",
            "وتواصلت عمليات البحث عن المفقودين يوم الأحد.",
        ),
        (  # two recorders, two hours
            "وعثر المحققون على مسجل الصوت في الساعة 02:45.",
            "وعثر المحققون على مسجل البيانات في الساعة 03:20.",
        ),
        (  # a journey is no place to speak in
            "قال الرئيس جو بايدن اليوم إنه سيسافر إلى بروكسل.",
            "قال الرئيس جو بايدن اليوم في البيت الأبيض إن بلاده ستدعم أوكرانيا.",
        ),
        (  # the town lies in the state
            "وتبدأ المحادثات الروسية الأمريكية في سويسرا في 10 يناير.",
            "وتبدأ المحادثات الروسية الأمريكية في جنيف في 10 يناير.",
        ),
        (  # two armies in one land
            "تنشر روسيا قوات في بيلاروسيا.",
            "لن تنشر ألمانيا جنودا في بيلاروسيا.",
        ),
        (  # a mission lies in the town
            "اجتمع المفاوضون الروس والأمريكيون الأحد في مقر البعثة الدبلوماسية الأمريكية.",
            "اجتمع المفاوضون الروس والأمريكيون الأحد في جنيف.",
        ),
        (  # an operator's contact with a plane is no call, and an office for contacts none either
            "وقال رئيس دائرة الاتصال إن الاتصال بالطائرة فقد يوم الثلاثاء.",
            "وقال مصدر إن الاتصال بالطائرة انقطع مساء الاثنين.",
        ),
    ],
)
def test_what_differs_only_in_looks_is_left_alone(one: str, other: str) -> None:
    assert reasons(told(one, other), FLAGS) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "استمرت القمة بين جو بايدن وفلاديمير بوتين أمس ثلاث ساعات ونصف الساعة.",
            "لم تتجاوز القمة بين جو بايدن وفلاديمير بوتين أمس 4 ساعات.",
        ),
        (  # two clocks
            f"{CALL} الثلاثاء، وبدأت في الساعة 15:07 بتوقيت غرينتش.",
            f"{CALL} الثلاثاء، وانطلقت عند الساعة 18:08 بتوقيت موسكو.",
        ),
        ("التقى الوزيران الروسي والأمريكي اليوم في أحد فنادق جنيف.", "التقى الوزيران الروسي والأمريكي اليوم في جنيف."),
        (
            "هدد الرئيس الأمريكي جو بايدن نظيره الروسي أمس، وذلك خلال قمة عبر الفيديو.",
            "وجرت القمة بين الرئيسين الأمريكي جو بايدن والروسي فلاديمير بوتين أمس عبر الفيديو.",
        ),
        (
            "حذر الرئيس جو بايدن الرئيس فلاديمير بوتين من عقوبات، وذلك في مكالمة فيديو يوم الاثنين.",
            "وجرت القمة الافتراضية بين الرئيسين الأمريكي جو بايدن والروسي فلاديمير بوتين يوم الاثنين.",
        ),
        (f"{CALL} الثلاثاء في مؤتمر بالفيديو.", f"{CALL} الثلاثاء، وهي قمة افتراضية."),
        (  # «عقداه»: those two who were named before
            "حذر جو بايدن فلاديمير بوتين من غزو أوكرانيا ومن عقوبات على أوكرانيا، في اجتماع عقداه أمس عن بعد.",
            "وجرت القمة بين الرئيسين الأمريكي جو بايدن والروسي فلاديمير بوتين أمس عبر الفيديو.",
        ),
        (  # the day beside the summit is the summit's
            "ويتحدث جو بايدن وفلاديمير بوتين هاتفيا غدا للمرة الثانية هذا الشهر بعد قمتهما عبر الفيديو في الثالث منه.",
            "وجرت القمة بين الرئيسين الأمريكي جو بايدن والروسي فلاديمير بوتين في 3 ديسمبر عبر الفيديو.",
        ),
        (
            "وسيتحدث بايدن إلى بوتين هاتفيا الخميس من منزله في ولاية ديلاوير.",
            "وسيجري بايدن المكالمة الهاتفية مع بوتين الخميس من ويلمنغتون بولاية ديلاوير.",
        ),
        ("وتحدث بوتين إلى بايدن هاتفيا من منتجع سوتشي.", "أما فلاديمير بوتين فكان في مقره بمدينة سوتشي."),
        ("وتحشد روسيا قوات على حدود أوكرانيا.", "وقالت موسكو إن المناورات الروسية تجري داخل أراضيها."),
        ("يجتمع حلف شمال الأطلسي وروسيا في مقر الناتو.", "يجتمع حلف شمال الأطلسي وروسيا في بروكسل."),
        ("يجتمع حلف شمال الأطلسي وروسيا في بروكسل.", "يجتمع حلف شمال الأطلسي وروسيا في العاصمة البلجيكية."),
        (
            "أبلغ أنتوني بلينكن سيرغي لافروف في ستوكهولم الخميس بأن موسكو ستدفع الثمن.",
            "وكان أنتوني بلينكن قد التقى سيرغي لافروف الخميس في العاصمة السويدية.",
        ),
        ("وتحشد روسيا قوات قرب الحدود الأوكرانية.", "وقالت موسكو إن القوات الروسية موجودة على أراضيها."),
        ("وعبرت باريس عن قلقها من القوات الروسية المحيطة بأوكرانيا.", "وتحشد روسيا قوات قرب الحدود الأوكرانية."),
    ],
)
def test_what_is_told_in_other_words_agrees(one: str, other: str) -> None:
    found = told(one, other)
    assert any(relation.show is Show.AGREE for relation in found)
    assert not any(relation.show is Show.CONFLICT for relation in found)


def test_a_plan_is_updated_by_what_a_later_article_reports() -> None:
    found = told(
        "ومن المقرر أن يجري جو بايدن اتصالا بالرئيس الأوكراني فولوديمير زيلينسكي يوم الجمعة.",
        "تلقى الرئيس الأوكراني فولوديمير زيلينسكي أمس الخميس اتصالا من جو بايدن.",
        ("2021-12-08", "2021-12-10"),
    )
    assert reasons(found, FLAGS) == []
    assert any(relation.show is Show.UPDATE for relation in found)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (
            "جرت المكالمة بين الرئيسين الأمريكي جو بايدن والروسي فلاديمير بوتين في 7 ديسمبر ودامت ساعتين.",
            "جرت المكالمة بين الرئيسين الأمريكي جو بايدن والروسي فلاديمير بوتين في 30 ديسمبر ودامت 50 دقيقة.",
            "2021-12-30",
        ),
        ("حشدت روسيا 94 ألف جندي روسي قرب حدود أوكرانيا.", "حشدت أوكرانيا 125 ألف جندي أوكراني قرب دونباس.", "sides"),
    ],
)
def test_what_is_kept_apart_is_on_record_with_its_reason(one: str, other: str, reason: str) -> None:
    found = told(one, other, ("2022-01-02", "2022-01-02"))
    apart = [relation for relation in found if relation.kind is RelationKind.DIFFERENT_EVENT]
    assert {relation.show for relation in apart} == {Show.SILENT}
    assert any(reason in relation.reason_en for relation in apart)


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        # The night before a day is told of that day; midnight ends the day that is told.
        (f"{CALLED} ليلة الجمعة بتوقيت موسكو.", f"{CALLED} مساء الخميس.", ("2021-12-31", "2021-12-31")),
        # An hour without a day is on the day of what it is of.
        (
            "تجرى المكالمة بين بايدن وبوتين غدا الثلاثاء.\nوقال مسؤول الاثنين إنها تبدأ الساعة 20:30 بتوقيت موسكو.",
            f"{CALL} الثلاثاء في الساعة 20:30 بتوقيت موسكو.",
            ("2021-12-06", "2021-12-06"),
        ),
        # The time nearest to the event is its own; a fragment behind the comma tells when and where.
        (
            "والتقى بايدن وبوتين وجها لوجه مرة واحدة، في 16 يونيو في جنيف.",
            "وعقد بايدن وبوتين قمة في جنيف في يونيو الماضي.",
            ("2021-12-08", "2021-12-08"),
        ),
    ],
)
def test_the_days_of_one_event_agree(one: str, other: str, days: tuple[str, str]) -> None:
    found = told(one, other, days)
    assert not reasons(found, FLAGS)
    assert any("time" in reason or "hour" in reason for reason in reasons(found, {Show.AGREE}))


def _feared(source: str, when: str) -> str:
    return f"وقال {source} إن روسيا قد تشن هجوما على أوكرانيا {when}."


@pytest.mark.parametrize(
    ("one", "other", "show"),
    [
        # A month lies in the beginning of its year; its end is another part of it, so two sources are kept apart.
        ("في يناير", "مطلع العام المقبل", Show.AGREE),
        ("في نهاية يناير", "في يناير", Show.AGREE),
        ("في أواخر يناير", "في نهاية يناير", Show.AGREE),
        ("خلال الشتاء", "مطلع عام 2022", Show.AGREE),
        ("في نهاية يناير", "مطلع العام المقبل", Show.CHECK),
        ("في منتصف فبراير", "أوائل عام 2022", Show.CHECK),
        ("في أواخر يناير", "خلال الشتاء", Show.CHECK),
        ("في نهاية يناير", "في منتصف فبراير", Show.CHECK),
        ("حتى نهاية يناير", "في يناير", Show.CHECK),
    ],
)
def test_times_of_what_two_sources_expect(one: str, other: str, show: Show) -> None:
    found = told(_feared("وزير الدفاع الأوكراني", one), _feared("مسؤول أمريكي", other))
    assert {r.show for r in found if "time" in r.reason_en.lower() or "until" in r.reason_en} == {show}


def test_what_forces_gather_for_is_expected_when_the_attack_is() -> None:
    one = "وقال وزير الدفاع الأوكراني إن روسيا قد تشن هجوما على أوكرانيا في نهاية يناير."
    other = "وتحدث تقرير أمريكي عن احتمال أن يصل عدد القوات الروسية المحتشدة قرب أوكرانيا إلى مئتي ألف مطلع العام 2022."
    assert any("come from two sources" in reason for reason in reasons(told(one, other), FLAGS))


def test_a_time_beside_a_town_of_its_own_is_of_another_meeting() -> None:
    one = "ومن المقرر أن يلتقي مسؤولون من روسيا والولايات المتحدة في جنيف في 10 يناير."
    other = "وستجري المفاوضات في مسارين: في جنيف بين روسيا والولايات المتحدة، وفي بروكسل يوم 12 يناير مع الحلف."
    assert not reasons(told(one, other), FLAGS)


def test_few_days_to_come_hold_the_day_that_another_tells() -> None:
    one = "وينتظر أن يجري بايدن وبوتين محادثة هاتفية في الأيام القليلة المقبلة."
    other = "ويجري بايدن وبوتين محادثة هاتفية الخميس."
    assert any("one is finer" in reason for reason in reasons(told(one, other), {Show.AGREE}))


def test_meetings_of_two_hosts_have_days_of_their_own() -> None:
    one = "ومن المقرر أن تجتمع روسيا والحلف في 12 يناير، ثم يعقد لقاء لمنظمة الأمن والتعاون في أوروبا في 13 يناير."
    other = "ويلتقي مسؤولون روس وأمريكيون في جنيف في 10 يناير، ويجتمعون مع الناتو في 12 يناير."
    found = told(one, other, ("2021-12-29", "2021-12-30"))
    assert not reasons(found, FLAGS)
    assert any("same time" in reason for reason in reasons(found, {Show.AGREE}))


def test_one_host_meets_on_one_day() -> None:
    one = "ومن المقرر أن تعقد جلسة للناتو مع روسيا في بروكسل في 12 يناير."
    other = "وتجتمع روسيا والحلف في بروكسل في 13 يناير."
    assert any("close together" in reason for reason in reasons(told(one, other, ("2021-12-29", "2021-12-30")), FLAGS))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # An annexation by other words, and told behind the year in which it was.
        ("وسيطرت موسكو على شبه جزيرة القرم في 2014.", "وضمت روسيا القرم في مارس 2014."),
        ("ويقاتل الانفصاليون منذ العام 2014 الذي شهد ضم روسيا القرم.", "وضمت روسيا القرم في مارس 2014."),
        ("وقتل الآلاف منذ عام 2014، وهو العام الذي ضمت فيه روسيا القرم.", "وضمت روسيا القرم في مارس 2014."),
        # A call without a day is not the one of weeks ago that is told behind it; nor are the talks of January a call.
        (
            f"{CALLED} الخميس قبيل محادثات يناير.\nوانتهت المكالمة بعد منتصف الليل بتوقيت موسكو.\n"
            "وكان بايدن قد حذر بوتين في اتصال بالفيديو في السابع من ديسمبر.",
            f"{CALLED} مساء الخميس.\nوبدأت المكالمة الخميس في الساعة 23:30 بتوقيت موسكو.",
        ),
        ("وتبادل بايدن وبوتين التحذيرات يوم الخميس.", f"{CALLED} الخميس."),
    ],
)
def test_one_thing_told_by_other_words_has_one_time(one: str, other: str) -> None:
    found = told(one, other, ("2021-12-31", "2021-12-31"))
    assert not reasons(found, FLAGS)
    assert any("time" in reason or "hour" in reason for reason in reasons(found, {Show.AGREE}))


def test_a_day_before_another_report_dates_what_its_own_clause_tells() -> None:
    one = "وكانت روسيا قد نشرت مسودة الاتفاق في 17 ديسمبر، ووصفت واشنطن بعض ما جاء فيها بأنه غير مقبول."
    other = "وعرضت روسيا مسودة الاتفاق في منتصف ديسمبر."
    found = told(one, other, ("2021-12-30", "2021-12-31"))
    assert any("one is finer" in reason for reason in reasons(found, {Show.AGREE}))


def test_one_hour_by_two_clocks_of_one_sentence() -> None:
    found = told(f"{HOURS} أمس.", f"{HOURS} أمس، أي السادسة وسبع دقائق مساء في موسكو.", ("2021-12-08",) * 2)
    assert any("hour" in reason for reason in reasons(found, {Show.AGREE}))
    assert not reasons(found, FLAGS)


def test_another_day_told_weeks_later_is_none_to_which_it_was_moved() -> None:
    plan = "يعقد الرئيسان جو بايدن وفلاديمير بوتين قمة افتراضية يوم الثلاثاء."
    report = "وهذه ثاني محادثة بينهما في ديسمبر، بعد قمة افتراضية عقدها جو بايدن وفلاديمير بوتين في الثامن من الشهر."
    assert reasons(told(plan, report, ("2021-12-05", "2021-12-30")), FLAGS)


GENEVA = "تحدث جو بايدن وفلاديمير بوتين أمس. ويلتقي وفدا روسيا والولايات المتحدة في جنيف"


@pytest.mark.parametrize(
    "other",
    [
        "اتصل جو بايدن بفلاديمير بوتين. وعبر بايدن عن دعمه للحوار الثنائي الذي يبدأ في العاشر من يناير، "
        "ولاجتماعي مجلس روسيا والناتو ومنظمة الأمن والتعاون اللذين يليانه.",
        "اتصل جو بايدن بفلاديمير بوتين. وقال الأمريكيون والروس إنهم سيجلسون في جنيف في 10 يناير (كانون الثاني).",
    ],
)
def test_two_days_or_one(other: str) -> None:
    first = f"{GENEVA} يومي 9 و10 يناير (كانون الثاني) وفق الكرملين."
    assert any("days" in reason for reason in reasons(told(first, other, ("2021-12-31",) * 2), FLAGS))


def test_a_call_that_is_being_arranged() -> None:
    arranged = "وقال مساعد للرئيس إن البلدين توافقا على موعد مكالمة هاتفية بين جو بايدن وفلاديمير بوتين."
    held = "أجرى جو بايدن وفلاديمير بوتين محادثة عبر الفيديو يوم {}."
    found = told(arranged, held.format("7 ديسمبر"), ("2021-12-03", "2021-12-20"))
    assert any("means" in reason for reason in reasons(found, FLAGS))
    assert not reasons(told(arranged, held.format("7 ديسمبر"), ("2021-12-29", "2021-12-30")), FLAGS)


def test_when_a_plan_of_which_a_source_spoke_may_be_carried_out() -> None:
    found = told(
        "وقال وزير أوكراني إن روسيا قد تهاجم بلاده في نهاية يناير.",
        "وتحدثت شبكة عن خطة روسية لاقتحام أوكرانيا في بداية 2022. وتنفي روسيا.",
    )
    assert any("compatible" in reason for reason in reasons(found, FLAGS))


def test_whom_a_pronoun_means_meets_who_is_named_behind_the_verb() -> None:
    welcomed = "ورأى الرئيس الأوكراني فولوديمير زيلينسكي في محادثات بايدن وبوتين أمرا إيجابيا"
    found = told(
        "عقد الرئيسان الأميركي جو بايدن والروسي فلاديمير بوتين يوم الثلاثاء محادثات عبر الفيديو.",
        f"تحدث بايدن وبوتين عبر الفيديو. {welcomed}، ومن المقرر أن يهاتفه بايدن اليوم الخميس.",
        ("2021-12-08", "2021-12-09"),
    )
    assert not [relation for relation in found if relation.show in FLAGS]


def test_one_of_two_calls_has_no_means_of_its_own() -> None:
    twice = "وتحدث الرئيس الأميركي جو بايدن مع الرئيس الروسي فلاديمير بوتين مرتين في ديسمبر"
    found = told(
        f"{twice}، الأولى عبر الفيديو في السابع منه والثانية بالهاتف في الثلاثين.",
        "عقد الرئيسان الأميركي جو بايدن والروسي فلاديمير بوتين قمة افتراضية في 7 ديسمبر.",
        ("2022-01-12", "2022-01-12"),
    )
    assert not [relation for relation in found if relation.show is Show.CONFLICT]


@pytest.mark.parametrize(
    "announced",
    [
        "وأعلن البيت الأبيض والكرملين أمس الأربعاء عن مكالمة هاتفية بين بايدن وبوتين.",
        "وأكد الكرملين أمس الأربعاء موعد المكالمة بين بوتين وبايدن.",
        "ورحبت ألمانيا أمس الأربعاء بالمكالمة بين بوتين وبايدن.",
        "والمكالمة بين بوتين وبايدن التي أعلن عنها الكرملين أمس الأربعاء مهمة.",
    ],
)
def test_the_day_of_an_announcement_is_not_that_of_the_event(announced: str) -> None:
    found = told(announced, f"{CALLED} أمس الخميس.", ("2021-12-30", "2021-12-31"))
    assert not [relation for relation in found if "day" in relation.reason_en and relation.show in FLAGS]


def test_what_a_meeting_is_told_to_follow_does_not_date_it() -> None:
    found = told(
        "وهذه هي الجولة الرابعة من المحادثات بين روسيا والولايات المتحدة منذ أن التقى بايدن وبوتين في يونيو الماضي.",
        "وعقدت روسيا والولايات المتحدة الجولة الثالثة من المحادثات في جنيف أمس الاثنين.",
        ("2022-01-11", "2022-01-11"),
    )
    assert any("ranks" in reason for reason in reasons(found, FLAGS))
    found = told(
        "وجولة الاثنين هي الثالثة من الحوار الذي انطلق عقب قمة بايدن وبوتين في جنيف في يونيو الماضي.",
        "وعقدت روسيا والولايات المتحدة الجولة الثالثة من المحادثات في جنيف أمس الاثنين.",
        ("2022-01-11", "2022-01-11"),
    )
    assert not reasons(found, FLAGS)


@pytest.mark.parametrize(
    ("around", "days"),
    [
        ("وجاء كلام جو بايدن أمس الأربعاء، بعد يوم من قمة جمعته بفلاديمير بوتين ودامت ساعتين.", "2021-12-09"),
        ("وقال جو بايدن الأربعاء، غداة قمة جمعته بفلاديمير بوتين ودامت ساعتين، إنه راض.", "2021-12-08"),
    ],
)
def test_a_day_counted_from_another_dates_the_event(around: str, days: str) -> None:
    found = told(around, "واستمرت قمة جو بايدن وفلاديمير بوتين أول من أمس الثلاثاء ساعة واحدة.", (days, "2021-12-09"))
    assert any("figures" in reason for reason in reasons(found, FLAGS))
    found = told(around, "واستمرت قمة جو بايدن وفلاديمير بوتين أمس الأربعاء أربع ساعات.", (days, "2021-12-09"))
    assert not [relation for relation in found if relation.show is Show.AGREE and "hours" in relation.reason_en]


def test_what_goes_on_elsewhere_is_the_meeting_not_what_it_is_about() -> None:
    found = told(
        "واتفقت روسيا والولايات المتحدة على محادثات بشأن الضمانات في جنيف يوم 10 يناير، على أن تتواصل في فيينا يوم 13.",
        "وتعقد روسيا والولايات المتحدة محادثات في فيينا في 13 يناير.",
        ("2021-12-30", "2021-12-30"),
    )
    assert any("The same time" in reason for reason in reasons(found, {Show.AGREE}))


def test_what_one_presents_is_no_plan_given_up() -> None:
    found = told(
        "وعرض نائب الوزير خلال اجتماع مجلس روسيا والناتو في بروكسل، أمس الأربعاء، تقييم بلاده.",
        "واجتمع مجلس روسيا والناتو في بروكسل في 12 يناير.",
        ("2022-01-13", "2022-01-13"),
    )
    assert any("time" in reason for reason in reasons(found, {Show.AGREE}))


def test_a_day_is_counted_from_the_meeting_told_before() -> None:
    counted = "ويجتمع مجلس روسيا والناتو الأربعاء، ويأتي ذلك بعد يومين من محادثات روسية أمريكية دامت ثماني ساعات."
    other = "ودامت المحادثات الروسية الأمريكية الاثنين الماضي خمس ساعات."
    found = told(counted, other, ("2022-01-11", "2022-01-11"))
    assert any("figures" in reason for reason in reasons(found, FLAGS))


def test_a_time_behind_a_comma_is_of_what_follows() -> None:
    found = told(
        "وتحدث بايدن وبوتين هاتفيا مرتين، وفي منتصف يونيو الماضي عقدا لقاء في جنيف.",
        "والتقى بايدن وبوتين في جنيف في 16 يونيو الماضي.",
    )
    assert any("times agree" in reason for reason in reasons(found, {Show.AGREE}))


def test_ranks_counted_from_two_times_do_not_gainsay_each_other() -> None:
    found = told(
        f"{CALLED} الخميس، وهي الثانية بينهما هذا الشهر.",
        f"{CALLED} الخميس، وهي الثالثة بينهما منذ قمة جنيف التي عقدت منتصف يونيو.",
        ("2021-12-31", "2021-12-31"),
    )
    assert not [relation for relation in found if "ranks" in relation.reason_en and relation.show in FLAGS]


MET = "والتقى ماكرون وبوتين في 10 مايو الماضي في مرسيليا الفرنسية في قمة استمرت نحو 4 ساعات."


@pytest.mark.parametrize(
    "other",
    [
        "واجتمع الرئيسان ماكرون وبوتين في مرسيليا في مارس الماضي.",
        "وعقد ماكرون وبوتين قمة في ليون في 10 مايو الماضي.",
        "ولم تدم قمة مرسيليا بين الرئيسين ماكرون وبوتين في 10 مايو الماضي سوى ساعتين.",
        "ومنذ أن التقيا في مرسيليا في 20 مايو، لم يجتمع ماكرون وبوتين.",
    ],
)
def test_one_former_summit(other: str) -> None:
    assert reasons(told(MET, other), FLAGS)


@pytest.mark.parametrize(
    "other",
    [
        "واجتمع وزيرا خارجية فرنسا وروسيا في مرسيليا في مارس الماضي.",
        "وعقد ماكرون وبوتين قمة في موسكو في فبراير الماضي.",
        "والتقى ماكرون وبوتين في مرسيليا في مايو الماضي.",
    ],
)
def test_other_former_meetings(other: str) -> None:
    assert not reasons(told(MET, other), FLAGS)


def test_a_land_is_taken_once() -> None:
    one = "وتدهورت العلاقات منذ أن ضمت إسرائيل الجولان عام 1981."
    assert reasons(told(one, "وأثار الضم الإسرائيلي للجولان في عام 1984 إدانات."), FLAGS)
    assert reasons(told(one, "وكانت إسرائيل قد ضمت الجولان عام 1983."), FLAGS)
    assert not reasons(told(one, "وكانت إسرائيل قد ضمت القدس عام 1980."), FLAGS)
    assert not reasons(told(one, "وكانت إسرائيل قد ضمت الجولان قبل 40 عاما."), FLAGS)
