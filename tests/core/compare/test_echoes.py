"""Agreement word by word, however two statements are put."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files

import pytest

from core.compare.echo_features import NAMES, features
from core.compare.echoes import probability
from core.compare.items import read
from core.compare.outcome import Weights
from core.extract.pipeline import analyze
from core.model import Analysis, Article, ClaimKind, Fact, Relation, Show

Build = Callable[..., Analysis]
Between = Callable[..., list[tuple[Fact, Relation]]]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "طالبت النقابة بضمانات مكتوبة بإعادة فتح المصانع.",
            "النقابة تطالب بتعهد خطي بفتح المصانع من جديد.",
            {Show.AGREE},
        ),
        ("طالبت النقابة بضمانات مكتوبة بإعادة فتح المصانع.", "زار وفد من النقابة مستشفى البلدة وأشاد بالأطباء.", set()),
        ("حضر ركاب السفينة إلى الميناء صباحا.", "وصلت سفينة أخرى إلى ميناء بعيد محملة بالقمح.", set()),
    ],
)
def test_two_may_say_one_thing_in_other_words(
    analysed: Build, between: Between, first: str, second: str, expected: set[Show]
) -> None:
    one = analysed(first, source="أ", published="2023-05-02")
    two = analysed(second, source="ب", published="2023-05-02")
    assert {relation.show for _, relation in between([one, two], first[:-1], second[:-1])} == expected


def test_the_model_goes_by_the_features_that_are_computed(analysed: Build) -> None:
    first, second = "طالبت النقابة بضمانات مكتوبة بفتح المصانع.", "رفضت الحكومة أمس مطالب عمال الميناء."
    a, b = (
        next(item for item in read([analysed(text, source=source, published="2023-05-02")]) if item.acts)
        for text, source in ((first, "أ"), (second, "ب"))
    )
    weights = Weights({})
    raw = json.loads(files("resources").joinpath("models", "echoes.json").read_text(encoding="utf-8"))
    assert raw["names"] == list(NAMES)
    assert len(features(a, b, weights)) == len(NAMES)
    assert features(a, b, weights) == features(b, a, weights)
    assert 0 < probability(features(a, b, weights)) < probability(features(a, a, weights)) < 1


def test_a_year_long_past_beside_a_report_is_that_of_what_it_tells(analysed: Build, between: Between) -> None:
    first = "ودعت فرنسا إلى وقف القتال الذي بدأ بعد ضم روسيا شبه جزيرة القرم عام 2014، وقالت إن الحوار ضروري."
    one = analyze(Article("a", first, source="أ", published="2021-12-05"))
    two = analyze(Article("b", "وضمت روسيا شبه جزيرة القرم في 2014.", source="ب", published="2021-12-06"))
    assert Show.AGREE in {relation.show for _, relation in between([one, two], "عام 2014", "2014", ClaimKind.TIME)}


def test_what_ends_after_hours_took_them(analysed: Build, between: Between) -> None:
    lead = "بايدن وبوتين"
    one = analyze(
        Article("a", f"انتهت القمة بين {lead}، مساء الثلاثاء، بعد ساعتين ودقيقة.", source="أ", published="2021-12-08")
    )
    two = analyze(Article("b", f"واستمرت القمة بين {lead} الثلاثاء ثلاث ساعات.", source="ب", published="2021-12-08"))
    assert {r.show for _, r in between([one, two], "ساعتين ودقيقة", "ثلاث ساعات")} & {Show.CONFLICT, Show.CHECK}


@pytest.mark.parametrize("source", ["وتحدثت صحيفة، نقلا عن الاستخبارات الأمريكية،", "وتتحدث وثيقة أمريكية"])
def test_who_is_only_credited_does_nothing(between: Between, source: str) -> None:
    plan = f"{source} عن خطة لهجوم يشارك فيه ما يصل إلى 175 ألف جندي."
    massed = "وحشدت روسيا نحو 100 ألف جندي قرب الحدود مع أوكرانيا."
    one = analyze(Article("a", f"تتهم كييف روسيا بالتصعيد.\n{plan}", source="أ", published="2021-12-05"))
    two = analyze(Article("b", f"تتهم كييف روسيا بالتصعيد.\n{massed}", source="ب", published="2021-12-06"))
    assert {r.show for _, r in between([one, two], "175 ألف جندي", "100 ألف جندي", ClaimKind.QUANTITY)} == {Show.CHECK}


def test_what_is_aimed_at_is_no_direction(between: Between) -> None:
    worse = analyze(Article("a", "تدهورت العلاقات بين فرنسا وتركيا منذ سنوات.", source="أ", published="2021-12-04"))
    aim = "أكدت باريس وأنقرة سعيهما إلى تحسين العلاقات بين فرنسا وتركيا."
    better = "تحسنت العلاقات بين فرنسا وتركيا منذ سنوات."
    other, opposite = (analyze(Article("b", words, source="ب", published="2021-12-04")) for words in (aim, better))
    assert not {told.show for _, told in between([worse, other], "تدهورت", "تحسين")} & {Show.CONFLICT, Show.CHECK}
    assert {told.show for _, told in between([worse, opposite], "تدهورت", "تحسنت")} & {Show.CONFLICT, Show.CHECK}


def test_midnight_is_of_two_days(between: Between) -> None:
    first = "قالت الوزارة، صباح اليوم الاثنين، إن 20 شخصا قتلوا في الزلزال الذي ضرب شرق البلاد قبيل منتصف الليل."
    second = "قالت الوزارة إن 20 شخصا قتلوا في الزلزال الذي ضرب شرق البلاد يوم الأحد."
    one = analyze(Article("a", first, source="أ", published="2025-09-01"))
    two = analyze(Article("b", second, source="ب", published="2025-09-02"))
    words = "20 شخصا قتلوا في الزلزال"
    told = {relation.show for _, relation in between([one, two], words, words)}
    assert Show.AGREE in told
    assert not told & {Show.CHECK, Show.CONFLICT}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("وكانت آخر محادثة هاتفية بين رئيسي فرنسا وتركيا في 19 يوليو وتناولت الهجرة.", {Show.CHECK}),
        ("وجرت محادثة هاتفية أخرى بين رئيسي فرنسا وتركيا في 19 يوليو وتناولت الهجرة.", set()),
    ],
)
def test_there_is_one_latest_call(between: Between, words: str, shown: set[Show]) -> None:
    first = "وتحدث رئيسا فرنسا وتركيا هاتفيا آخر مرة في 9 يوليو، وجرت آخر مكالمة بين رئيسي فرنسا وتركيا في 9 يوليو."
    one = analyze(Article("a", first, source="أ", published="2021-12-04"))
    two = analyze(Article("b", words, source="ب", published="2021-12-05"))
    told = {relation.show for _, relation in between([one, two], "9 يوليو", "19 يوليو", ClaimKind.TIME)}
    assert told & {Show.CHECK, Show.CONFLICT} == shown


@pytest.mark.parametrize(
    ("denial", "shown"),
    [
        ("باريس تقترح لقاء جديدا وأنقرة تنفي خطة لغزو ليبيا", {Show.CONFLICT}),
        ("وقال الوزير إن أنقرة تبدو عازمة على غزو ليبيا ما لم تردعها عقوبات.", set()),
    ],
)
def test_who_denies_in_a_headline_and_what_is_so_unless(between: Between, denial: str, shown: set[Show]) -> None:
    one = analyze(Article("a", "وقال الوزير إن تركيا تخطط لغزو ليبيا.", source="أ", published="2021-12-04"))
    two = analyze(Article("b", f"{denial}\n\nنص آخر.", source="ب", published="2021-12-04"))
    told = {relation.show for _, relation in between([one, two], "تركيا تخطط لغزو ليبيا", denial[20:40])}
    assert told & {Show.CHECK, Show.CONFLICT} == shown
