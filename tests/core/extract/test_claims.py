"""Claims: the span that carries the answer, how firmly it is said, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from core.extract.claims import extract_claims
from core.extract.pipeline import analyze
from core.model import (
    Approx,
    Article,
    Claim,
    ClaimKind,
    Entity,
    Label,
    Mention,
    Modality,
    Origin,
    Polarity,
    Quantity,
    QuantityKind,
    Quote,
    QuoteKind,
    TimeValue,
)
from core.text.segment import sentences

PUBLISHED = date(2021, 12, 4)
Mark = tuple[str, str, object]
STATES: tuple[Mark, ...] = (("روسيا", Label.LOC, "روسيا"), ("أوكرانيا", Label.LOC, "أوكرانيا"))


def claims(text: str, *marks: Mark, quotes: Sequence[Quote] = ()) -> list[Claim]:
    entities = []
    for words, label, what in marks:
        start = text.index(words)
        value = what if isinstance(what, Quantity | TimeValue) else None
        name = what if isinstance(what, str) else words
        entities.append(Entity(start, start + len(words), words, label, name, Origin.RULE, 1.0, value))
    entities.sort(key=lambda entity: entity.start)
    return extract_claims(text, PUBLISHED, sentences(text), entities, quotes)


def quote(text: str, who: str, cue: str, content: str, denial: bool = False, via: str | None = None) -> Quote:
    def mention(words: str) -> Mention:
        return Mention(text.index(words), text.index(words) + len(words), words, words)

    start = text.index(content)
    return Quote(
        start, start + len(content), content, QuoteKind.INDIRECT, denial, via, mention(who), mention(cue)
    )  # fmt: skip


def only(found: list[Claim], kind: ClaimKind) -> Claim:
    [claim] = [claim for claim in found if claim.kind is kind]
    return claim


def test_spans_lie_in_the_text_and_in_order() -> None:
    text = "حشدت روسيا أكثر من 94 ألف جندي قرب حدود أوكرانيا.\nونفت روسيا أنها تخطط لهجوم."
    found = claims(text, *STATES, ("94 ألف جندي", Label.QUANTITY, Quantity(94000, None, "جندي", Approx.AT_LEAST)))
    assert found == sorted(found, key=lambda claim: (claim.start, claim.end, claim.kind))
    for claim in found:
        assert claim.text == text[claim.start : claim.end]
        assert claim.text == claim.text.strip() != ""
        assert 0 <= claim.check_worthy <= 1


@pytest.mark.parametrize(
    ("before", "figure"),
    [("أكثر من ", "94 ألف جندي"), ("ما يصل إلى ", "175 ألف جندي"), ("نحو ", "100 ألف جندي"), ("", "90 ألف جندي")],
)
def test_a_figure_takes_its_approximator(before: str, figure: str) -> None:
    found = claims(f"نشرت روسيا {before}{figure} هناك.", STATES[0], (figure, Label.QUANTITY, Quantity(1, 1, "جندي")))
    assert only(found, ClaimKind.QUANTITY).text == before + figure


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("هاجمت روسيا أوكرانيا أمس.", Modality.ASSERTED),
        ("ربما تهاجم روسيا أوكرانيا قريبا.", Modality.POSSIBLE),
        ("قد تهاجم روسيا أوكرانيا قريبا.", Modality.POSSIBLE),
        ("سوف تهاجم روسيا أوكرانيا قريبا.", Modality.PLANNED),
        ("ستهاجم روسيا أوكرانيا قريبا.", Modality.PLANNED),
        ("إذا هاجمت روسيا أوكرانيا فسترد واشنطن.", Modality.CONDITIONAL),
        ("في حال هاجمت روسيا أوكرانيا مجددا.", Modality.CONDITIONAL),
        ("وسئل المتحدث عما إذا كانت روسيا ستهاجم أوكرانيا.", Modality.CONDITIONAL),
        ("ولا تستبعد أوكرانيا هجوما من روسيا قريبا.", Modality.POSSIBLE),
    ],
)
def test_modality_comes_from_particles_and_verbs(text: str, modality: Modality) -> None:
    found = [c for c in claims(text, *STATES) if c.kind in (ClaimKind.OTHER, ClaimKind.POLARITY)]
    assert [claim.modality for claim in found] == [modality]


def test_a_perfect_behind_qad_is_no_possibility() -> None:
    found = claims("كانت روسيا قد نشرت قوات قرب أوكرانيا.", *STATES)
    assert only(found, ClaimKind.OTHER).modality is Modality.ASSERTED


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("لا تعتزم روسيا مهاجمة أوكرانيا إطلاقا.", Polarity.DENIED),
        ("روسيا لن تهاجم أوكرانيا أبدا.", Polarity.DENIED),
        ("ترد روسيا بالنفي، وربما تهاجم أوكرانيا.", Polarity.AFFIRMED),
        ("نشرت روسيا مجموعة من العملاء ذريعة لغزو أوكرانيا.", Polarity.AFFIRMED),
        ("تنتهج روسيا حيال أوكرانيا سياسة سلمية.", Polarity.DENIED),
        ("لا تهدد روسيا أحدا في أوكرانيا.", Polarity.DENIED),
        ("أكدت روسيا عدم صحة أنباء عن خطة لمهاجمة أوكرانيا.", Polarity.DENIED),
        ("روسيا تخطط لمهاجمة أوكرانيا قريبا.", Polarity.AFFIRMED),
        ("لا يزال هجوم روسيا على أوكرانيا محتملا.", Polarity.AFFIRMED),
        ("لم يستبعد الوزير هجوما من روسيا على أوكرانيا.", Polarity.AFFIRMED),
    ],
)
def test_polarity(text: str, polarity: Polarity) -> None:
    assert only(claims(text, *STATES), ClaimKind.POLARITY).polarity is polarity


def test_a_denial_spans_who_denies_and_what() -> None:
    text = "نفت روسيا أنها تخطط لهجوم، متهمة الغرب بالتصعيد."
    found = claims(text, STATES[0], quotes=[quote(text, "روسيا", "نفت", "أنها تخطط لهجوم", denial=True)])
    claim = next(c for c in found if c.polarity is Polarity.DENIED and c.kind is ClaimKind.POLARITY)
    assert claim.text == "نفت روسيا أنها تخطط لهجوم"
    assert claim.attribution.speaker == "روسيا"


def test_a_figure_before_the_denial_is_not_denied() -> None:
    text = "روسيا، التي حشدت 100 ألف جندي، نفت أنها تخطط لهجوم."
    found = claims(text, STATES[0], ("100 ألف جندي", Label.QUANTITY, Quantity(100000, 100000, "جندي")))
    assert only(found, ClaimKind.QUANTITY).polarity is Polarity.AFFIRMED


def test_attribution_names_the_speaker_and_the_medium() -> None:
    text = "قال بيسكوف لرويترز إن المكالمة ستجرى الثلاثاء."
    found = claims(
        text,
        ("بيسكوف", Label.PER, "بيسكوف"),
        ("رويترز", Label.ORG, "رويترز"),
        ("الثلاثاء", Label.TIME, TimeValue("2021-12-07", "2021-12-07", "2021-12-07")),
        quotes=[quote(text, "بيسكوف", "قال", "إن المكالمة ستجرى الثلاثاء", via="رويترز")],
    )
    time = only(found, ClaimKind.TIME)
    assert (time.attribution.speaker, time.attribution.via) == ("بيسكوف", "رويترز")
    assert time.modality is Modality.PLANNED
    assert only(found, ClaimKind.CHANNEL).text == "لرويترز"


def test_the_speaker_is_evidence_with_his_office() -> None:
    text = "وقال وزير الدفاع الأوكراني، أوليكسي ريزنيكوف، أمس إن الوضع خطير في البلاد."
    found = claims(
        text,
        ("أوليكسي ريزنيكوف", Label.PER, "أوليكسي ريزنيكوف"),
        quotes=[quote(text, "أوليكسي ريزنيكوف", "قال", "إن الوضع خطير في البلاد")],
    )
    assert only(found, ClaimKind.ACTOR).text == "وزير الدفاع الأوكراني، أوليكسي ريزنيكوف"


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("يجري الرئيسان مكالمة فيديو اليوم.", "مكالمة فيديو", "فيديو"),
        ("أجرى الرئيسان اتصالا هاتفيا أمس.", "اتصالا هاتفيا", "هاتف"),
        ("تحدث الرئيسان عبر الفيديو أمس.", "تحدث الرئيسان عبر الفيديو", "فيديو"),
    ],
)
def test_the_means_of_a_call(text: str, span: str, value: str) -> None:
    claim = only(claims(text), ClaimKind.CHANNEL)
    assert claim.value == value
    assert claim.text in span


def test_who_asked() -> None:
    found = claims("تجرى المكالمة بناء على طلب موسكو.", ("موسكو", Label.LOC, "موسكو"))
    assert only(found, ClaimKind.ACTOR).text == "بناء على طلب موسكو"


def test_a_border_is_a_place_by_name_or_by_adjective() -> None:
    by_name = only(claims("احتشدت القوات بالقرب من حدود أوكرانيا.", STATES[1]), ClaimKind.PLACE)
    by_adjective = only(claims("احتشدت القوات على الحدود الأوكرانية."), ClaimKind.PLACE)
    assert by_name.value == by_adjective.value
    assert by_adjective.text == "على الحدود الأوكرانية"


def test_a_capital_told_by_its_state_is_the_town() -> None:
    assert only(claims("يلتقي الوفدان في العاصمة البلجيكية."), ClaimKind.PLACE).value == "بروكسل"


def test_a_rank_beside_a_meeting_but_not_in_a_month() -> None:
    assert only(claims("يستعد الجانبان لعقد قمة ثانية في جنيف."), ClaimKind.QUANTITY).value == Quantity(
        2, 2, "قمة", kind=QuantityKind.ORDINAL
    )
    assert not [c for c in claims("يجتمعان في كانون الأول المقبل بجنيف.") if c.kind is ClaimKind.QUANTITY]


def test_years_ago_are_counted_from_the_day_of_publication() -> None:
    seven = Quantity(7, 7, "سنة", Approx.ABOUT, QuantityKind.DURATION, "P7Y")
    found = claims(
        "يتصاعد التوتر بين روسيا وبين أوكرانيا منذ نحو 7 سنوات.", *STATES, ("7 سنوات", Label.QUANTITY, seven)
    )
    claim = only(found, ClaimKind.TIME)
    assert isinstance(claim.value, TimeValue)
    assert claim.value.timex == "2014"
    assert claim.text == "منذ نحو 7 سنوات"


def test_an_undisclosed_time_is_a_claim_of_its_own() -> None:
    found = claims("لم يتم الكشف عن التوقيت الدقيق للمكالمة.")
    assert only(found, ClaimKind.TIME).value is None


@pytest.mark.parametrize("text", ["", "\n\n", "…", "«»", "قال", "لا", "في 10"])
def test_scraps_give_no_error(text: str) -> None:
    assert extract_claims(text, None, sentences(text), [], []) == []


def test_a_long_line_without_marks_is_read_in_linear_time() -> None:
    text = "ربما لا تخطط روسيا لهجوم قرب حدود " * 3000
    assert extract_claims(text, PUBLISHED, sentences(text), [], []) != []


def test_a_state_behind_a_meeting_takes_part_and_a_town_is_where_it_is() -> None:
    text = "تستأنف محادثات جنيف الأحد، وتعقد اجتماعات مصر والاتحاد الأوروبي في فيينا يوم الاثنين."
    article = Article("a", text, published="2024-03-01")
    found = [claim.value for claim in analyze(article).claims if claim.kind is ClaimKind.PLACE]
    assert "جنيف" in found
    assert "فيينا" in found
    assert "مصر" not in found


def test_what_stands_before_its_denial_is_the_evidence() -> None:
    text = "الهجوم على المدينة وشيك، نفت بوردا."
    said = quote(text, "بوردا", "نفت", "الهجوم على المدينة وشيك", denial=True)
    denied = only(claims(text, quotes=[said]), ClaimKind.POLARITY)
    assert denied.text.startswith("الهجوم على المدينة وشيك")
    assert denied.start < denied.end


def read(text: str) -> list[Claim]:
    return list(analyze(Article("1", text, published="2021-12-04")).claims)


def test_a_visit_is_no_forgery() -> None:
    (claim,) = [claim for claim in read("ومن المقرر أن يزور الرئيس القرية المنكوبة.") if claim.kind is ClaimKind.OTHER]
    assert (claim.value, claim.modality) == ("زيارة", Modality.PLANNED)


def test_a_name_that_looks_like_a_demand_demands_nothing() -> None:
    found = read("قال مجاهد إن طالبان لا تسعى إلى الانتقام من أحد.")
    assert {claim.modality for claim in found} == {Modality.ASSERTED}


def test_when_somebody_called_for_it_is_told_as_a_fact() -> None:
    found = read("دعا مجلس الأمن، يوم الجمعة، إلى إجراء محادثات في جنيف.")
    assert only(found, ClaimKind.TIME).modality is Modality.ASSERTED
    assert only(found, ClaimKind.OTHER).modality is Modality.DEMANDED


def test_who_believes_it_is_told_as_a_fact_and_what_he_expects_is_possible() -> None:
    found = read("وتعتقد السلطات أن التفشي بدأ في سوق المدينة.")
    assert only(found, ClaimKind.ACTOR).modality is Modality.ASSERTED
    assert only(found, ClaimKind.OTHER).modality is Modality.POSSIBLE
    found = read("وأكد الوزير أن المصنع جاهز، متوقعا تشغيله في جنيف.")
    assert [claim.modality for claim in found if "تشغيله" in claim.text] == [Modality.POSSIBLE]


def test_the_evidence_of_a_speaker_begins_behind_the_particle() -> None:
    found = read("أما الرئيس الفرنسي إيمانويل ماكرون فقد شدد على أن الوضع خطير.")
    assert "أما الرئيس الفرنسي إيمانويل ماكرون" not in {claim.text for claim in found}
    found = read("إلا أن سكان القرية أكدوا أن الماء مقطوع.")
    assert only(found, ClaimKind.ACTOR).text == "سكان القرية"


def test_what_stands_behind_a_comma_is_told_too() -> None:
    text = "أعلنت الوزارة إجلاء معظم العاملين في مصنع البلدة، وإعادة الباقين إلى العاصمة، أمس"
    told = [claim.text for claim in claims(text, ("أمس", Label.TIME, "أمس")) if claim.kind is ClaimKind.OTHER]
    assert told == ["أعلنت الوزارة إجلاء معظم العاملين في مصنع البلدة", "وإعادة الباقين إلى العاصمة"]


@pytest.mark.parametrize(
    ("text", "statement", "polarity"),
    [
        ("المباحثات كانت جادة وامتدت نحو ساعة، ولم تغير موقف الوزارة", "المباحثات", Polarity.AFFIRMED),
        ("وعد الوزير بدراسة تقديم ضمانات مكتوبة بعدم ضم المنطقة شرقا", "وعد", Polarity.AFFIRMED),
        ("أكد الوفد مجددا عدم ضم المنطقة الشرقية إلى البلاد", "أكد", Polarity.DENIED),
        ("غير أنها منحت الدبلوماسية وقتا لعقد قمة قبل الهجوم", "أنها", Polarity.AFFIRMED),
        ("عقد الجانبان ثلاث قمم من دون احتساب قمة المدينة الأولى", "عقد", Polarity.AFFIRMED),
        ("توعدت الحكومة الشركات بعقوبات لم يسبق لها مثيل", "توعدت", Polarity.AFFIRMED),
        ("فرضت الحكومة على الشركات عقوبات لم تستخدمها من قبل", "فرضت", Polarity.AFFIRMED),
        ("الرئيسان لم يسبق أن عقدا قمة في المدينة", "الرئيسان", Polarity.DENIED),
        ("انتهت القمة المغلقة بلا اتفاق على مشاورات", "انتهت", Polarity.DENIED),
        ("عقدت منظمة أطباء بلا حدود اجتماعا عاجلا", "عقدت", Polarity.AFFIRMED),
        ("لم يتطرق اللقاء إلى الملفات المهمة كلها، بما في ذلك اتفاق الغاز والنفط", "بما", Polarity.DENIED),
    ],
)
def test_a_statement_is_denied_by_a_negator_of_its_own(text: str, statement: str, polarity: Polarity) -> None:
    found = [c for c in claims(text) if c.kind in (ClaimKind.OTHER, ClaimKind.POLARITY)]
    assert [c.polarity for c in found if statement in c.text.split()[:2]] == [polarity]


def test_an_office_is_no_name_s_behind_another_phrase() -> None:
    text = "وهذا ثاني لقاء بين الرئيسين منذ دخول سليم البيت الأبيض"
    assert not [claim for claim in claims(text, ("سليم", Label.PER, "سليم")) if claim.kind is ClaimKind.ACTOR]


def test_of_several_things_said_only_the_one_called_untrue_is_denied() -> None:
    text = "وقال سليم إن القوات موجودة في ثكناتها ولم تتحرك، وإن الحديث عن هجوم لا أساس له."
    told = [c for c in analyze(Article("a", text, published="2021-12-04")).claims if c.kind is ClaimKind.POLARITY]
    assert ("الحديث عن هجوم لا أساس له", Polarity.DENIED) in [(claim.text, claim.polarity) for claim in told]
    assert not [claim for claim in told if "ثكناتها" in claim.text and "هجوم" in claim.text]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "جددت سوريا، الأحد، نفيها وجود خطط للهجوم، ووصفت الأنباء بأنها كاذبة.",
            "جددت سوريا، الأحد، نفيها وجود خطط للهجوم",
        ),
        (
            "وقال مسؤول إن سليما لم يقدم التزاما من هذا النوع، وإنما أكد أن الدعم مستمر.",
            "سليما لم يقدم التزاما من هذا النوع",
        ),
        (
            "لكن سوريا دأبت على نفي أي نية لديها للهجوم، ووصفت الأنباء بأنها كاذبة.",
            "سوريا دأبت على نفي أي نية لديها للهجوم",
        ),
        ("وتصف سوريا الحديث عن هجوم وشيك بأنه هراء.", "تصف سوريا الحديث عن هجوم وشيك بأنه هراء"),
        ("واقترح سليم رفع القيود على عمل السفارات، التي قال الأردن إنها كثيرة.", "رفع القيود على عمل السفارات"),
        ("وقدم قائد اللواء تعازيه لعائلات الجنود، واصفا ما جرى بأنه كارثة.", "وقدم قائد اللواء تعازيه لعائلات الجنود"),
        ("لكنه رفض كشف تفاصيل الحوار قائلا إنه سري.", "لكنه رفض كشف تفاصيل الحوار"),
        ("وعقد المجلس اجتماعا في الميناء، ورجح سليم أن يتكرر.", "وعقد المجلس اجتماعا في الميناء"),
        ("سوريا ترفض فتح المعبر والأردن ينفي نية الإغلاق", "سوريا ترفض فتح المعبر"),
        ("ويتواصل نقل دبابات إلى الجزيرة، والتي تقول سوريا إنها قديمة.", "ويتواصل نقل دبابات إلى الجزيرة"),
        ("ووجه سليم إلى نظيره رسالة تهنئة، قال فيها إنه متفائل.", "ووجه سليم إلى نظيره رسالة تهنئة"),
        ("وتتهم سوريا الأردن، الذي أغلق المعبر في 2014، بالتهريب.", "الأردن، الذي أغلق المعبر في 2014"),
        ("وانتهت مدة المعاهدة، وسط تأكيد سوريا أنها ملتزمة.", "وانتهت مدة المعاهدة"),
        ("وستعقد القمة عبر الفيديو ولم يحدد موعدها.", "وستعقد القمة عبر الفيديو"),
        ("ونقلت سوريا، بحسب صور جوية، كتائب إلى درعا.", "ونقلت سوريا، بحسب صور جوية، كتائب إلى درعا"),
        ("ولم تتم دعوة سوريا إلى الاجتماع.", "ولم تتم دعوة سوريا إلى الاجتماع"),
        ("وشارك في القمة، التي عقدت سرا، خمسة وزراء.", "وشارك في القمة، التي عقدت سرا، خمسة وزراء"),
        ("ودعا الطرفان سوريا إلى التهدئة، واتفقا على مواصلة الحوار معها.", "واتفقا على مواصلة الحوار معها"),
    ],
)
def test_what_stands_before_a_report_in_one_clause_is_told_too(text: str, statement: str) -> None:
    assert statement in [claim.text for claim in analyze(Article("a", text, published="2021-12-05")).claims]


def test_what_was_done_is_told_without_names_too() -> None:
    for text in ("أعادت البلدية فتح الطريق بعد أسبوع.", "ناقشا إعمار المدرسة.", "الطريق المؤدي إلى القرية جميل."):
        assert [claim.kind for claim in claims(text)] == [ClaimKind.OTHER]
    assert not claims("طريق جميل.")
    assert [claim.text for claim in claims("نشر قواته داخل بلاده حيث يشاء.")] == ["نشر قواته داخل بلاده حيث يشاء"]
    assert [claim.text for claim in claims("ينعقد مجلس سوريا - الأردن غدا.")] == ["ينعقد مجلس سوريا - الأردن غدا"]


@pytest.mark.parametrize(
    ("text", "statement", "modality"),
    [
        ("وترسل سوريا سفينة إلى طرطوس، ومن المقرر أن تنشر طائرات.", "وترسل سوريا سفينة إلى طرطوس", "asserted"),
        ("ويخشى الأردن أن يقطع الغاز، علما أن سوريا تزوده به.", "علما أن سوريا تزوده به", "asserted"),
        (
            "بعض جيران سوريا، ومن بينهم الأردن، أعضاء في الحلف.",
            "بعض جيران سوريا، ومن بينهم الأردن، أعضاء في الحلف",
            "asserted",
        ),
        ("وقال سليم إن العلاقات في حالة يرثى لها.", "العلاقات في حالة يرثى لها", "asserted"),
        ("وقال سليم إن الجيش سيرد في حالة وقوع هجوم.", "الجيش سيرد في حالة وقوع هجوم", "conditional"),
    ],
)
def test_what_is_told_beside_a_fear_a_plan_or_a_state_is_told_as_it_is(
    text: str, statement: str, modality: str
) -> None:
    found = analyze(Article("a", text, published="2021-12-05")).claims
    assert [claim.modality.value for claim in found if claim.text == statement] == [modality]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ('واتهم سليم سوريا بإرسال مخربين لتنفيذ عملية "مفبركة".', False),
        ("وأضاف سليم أن ذلك يعطي خصومه آمالا زائفة في نصر كبير.", False),
        ("وقال سليم إن هذه أنباء زائفة عن الهجوم.", True),
        ("وقال سليم إن الهجوم مفبرك.", True),
        ("واتهم سليم سوريا بمحاولة تضليل الوفد في الميناء.", False),
        ("بغداد: الاتفاق بني على أكاذيب", False),
        ("بغداد: الأنباء عن الاتفاق أكاذيب", True),
    ],
)
def test_a_false_thing_denies_nothing_and_a_false_report_does(text: str, denied: bool) -> None:
    found = analyze(Article("a", text, published="2021-12-05")).claims
    assert any(claim.polarity is Polarity.DENIED for claim in found) is denied


def test_a_source_that_asks_to_be_nameless_demands_nothing() -> None:
    text = "وقدر مسؤول في وزارة الري، طلب عدم الكشف عن اسمه، عدد الآبار بنحو 400."
    found = claims(text, ("وزارة الري", Label.ORG, "وزارة الري"), ("400", Label.QUANTITY, Quantity(400, 400, "بئر")))
    assert only(found, ClaimKind.QUANTITY).modality is Modality.ASSERTED


def test_for_whom_an_official_works_is_no_place() -> None:
    found = analyze(Article("a", "قال مسؤول كبير في البيت الأبيض إن بايدن قد يزور كييف قريبا.")).claims
    assert ClaimKind.PLACE not in {claim.kind for claim in found}


def test_a_rank_behind_a_verb_is_of_the_meeting_told_before() -> None:
    found = claims("وفي المكالمة، التي استغرقت ساعة وكانت الثالثة بينهما في شهر، اتفقا على لقاء.")
    ranked = [c.value for c in found if isinstance(c.value, Quantity) and c.value.kind is QuantityKind.ORDINAL]
    assert [value.low for value in ranked] == [3]
    found = claims("وبدأت المحادثات اليوم، وهي الأولى منذ اجتماعهما في الربيع.")
    assert [c.text for c in found if isinstance(c.value, Quantity)] == ["وهي الأولى"]


@pytest.mark.parametrize(
    "text",
    [
        "بحثت روسيا الملف مع وزير الدفاع الفرنسي، فلان الفلاني، في قمة عقدت قبل أيام.",
        "وجرت في جنيف محادثات بين روسيا ونائبة وزير الخارجية الأميركي، ويندي شيرمان، استمرت ساعات.",
    ],
)
def test_a_name_behind_an_office_parts_no_statement(text: str) -> None:
    assert only(claims(text, STATES[0]), ClaimKind.OTHER).text == text[:-1]
