"""Names in sentences of our own: each case lists every PER, LOC and ORG that an editor would mark, and nothing else."""

from __future__ import annotations

import itertools
import time

import pytest

from core.extract.entities import extract_entities
from core.extract.pipeline import analyze
from core.model import Article, Label, Origin, Span
from core.text.segment import sentences

CASES = [
    # A verb behind a surname is no part of the name.
    ("ماكرون يلوح بعقوبات، وبايدن يهاتف شولتس.", [("ماكرون", "PER"), ("بايدن", "PER"), ("شولتس", "PER")]),
    ("وريابكوف يكرر موقف بلاده، وساكي تجدد العرض.", [("ريابكوف", "PER"), ("ساكي", "PER")]),
    # A body keeps all its adjectives; a minister's field with its state is none.
    (
        "قال رئيس المخابرات العسكرية الأوكرانية إن هيئة الأركان الفرنسية المشتركة أبلغت نائبة وزير الخارجية النرويجية.",
        [("المخابرات العسكرية الأوكرانية", "ORG"), ("هيئة الأركان الفرنسية المشتركة", "ORG")],
    ),
    # What an envoy is for does not belong to the union that he stands for.
    (
        "التقى الممثل الأعلى للاتحاد الأوروبي للشؤون الخارجية قادة الوفد.",
        [("للاتحاد الأوروبي", "ORG")],
    ),
    # A proclitic before a known name parts it from the name before.
    (
        "وأبلغ أردوغان لبوتين استعداده للوساطة من مقر الاتحاد ببروكسل.",
        [("أردوغان", "PER"), ("بوتين", "PER"), ("بروكسل", "LOC")],
    ),
    # A person behind the body that he leads.
    (
        "وقال المدير التنفيذي لشركة غازبروم أليكسي ميلر إن الإمدادات مستمرة.",
        [("غازبروم", "ORG"), ("أليكسي ميلر", "PER")],
    ),
    # An occasion is no name, nor على as Egypt writes it; a council has no session's adjective; a device is no body.
    (
        "وقال رئيس الوزراء الكردي في بيان إن جهاز الكمبيوتر سرق خلال جلسة مجلس الوزراء الأسبوعية.",
        [("مجلس الوزراء", "ORG")],
    ),
    (
        "وتجري وزيرة التعاون الدولي علي هامش المؤتمر مباحثات مع رئيس فرنسي سابق.",
        [],
    ),
    # The reporter between place and agency; the media that a line credits.
    (
        "بروكسل / نيرمين شوكال / الأناضول",
        [("بروكسل", "LOC"), ("نيرمين شوكال", "PER"), ("الأناضول", "ORG")],
    ),
    (
        "المصدر : الجزيرة + رويترز",
        [("الجزيرة", "ORG"), ("رويترز", "ORG")],
    ),
    # A title, a nationality and a surname that no lexicon has.
    (
        "قال وزير الدفاع الأوكراني ، ميروسلاف دوبروفسكي ، إن بلاده لن تتراجع.",
        [("ميروسلاف دوبروفسكي", "PER")],
    ),
    # Role in apposition behind the name; the body keeps its nationality adjective.
    (
        "وأوضحت ناتاليا كوزنتسوفا، المتحدثة باسم وزارة الخارجية الروسية، أن اللقاء سيعقد في جنيف.",
        [("ناتاليا كوزنتسوفا", "PER"), ("وزارة الخارجية الروسية", "ORG"), ("جنيف", "LOC")],
    ),
    # Proclitics stay outside, للـ is whole.
    (
        "وأبلغ بلينكن لافروف بموقف واشنطن من الهجوم، وفق بيان للكرملين.",
        [("بلينكن", "PER"), ("لافروف", "PER"), ("واشنطن", "LOC"), ("للكرملين", "ORG")],
    ),
    # The office of two stays outside the name of the first.
    (
        "وبحث الوزيران لافروف وبلينكن ما اتفق عليه الرئيسان بوتين وبايدن.",
        [("لافروف", "PER"), ("بلينكن", "PER"), ("بوتين", "PER"), ("بايدن", "PER")],
    ),
    # The medium that a person told is no part of his name.
    (
        "قال وزير المالية الكرواتي ماركو هورفات لرويترز إن القرض سيوقع.",
        [("ماركو هورفات", "PER"), ("رويترز", "ORG")],
    ),
    # Capitals and states stay places even where governments are meant; a nationality adjective alone is nothing.
    (
        "اتهمت موسكو كييف بالتصعيد، ورد مسؤول أوكراني بأن روسيا تحشد قواتها.",
        [("موسكو", "LOC"), ("كييف", "LOC"), ("روسيا", "LOC")],
    ),
    # The head noun of a medium stays outside, quoted or not.
    (
        'نقلت صحيفة "لو سوار" عن مصادر في البيت الأبيض، فيما ذكرت وكالة رويترز أن القمة تأجلت.',
        [("لو سوار", "ORG"), ("البيت الأبيض", "ORG"), ("رويترز", "ORG")],
    ),
    # A noun and its nationality are a body; a minister's field and his nationality are none.
    (
        "التقى وزير الخارجية الفرنسي قادة الجيش اللبناني في بيروت.",
        [("الجيش اللبناني", "ORG"), ("بيروت", "LOC")],
    ),
    # Of nested names the longest.
    (
        "يدرس الطلاب في جامعة القاهرة تاريخ شبه جزيرة القرم.",
        [("جامعة القاهرة", "ORG"), ("شبه جزيرة القرم", "LOC")],
    ),
    # Two names joined by و are two.
    (
        "اجتمع الرئيسان جو بايدن وفلاديمير بوتين في منتجع كامب ديفيد.",
        [("جو بايدن", "PER"), ("فلاديمير بوتين", "PER"), ("كامب ديفيد", "LOC")],
    ),
    # Alliances and unions under any of their names.
    (
        "دعا حلف شمال الأطلسي والاتحاد الأوروبي إلى التهدئة، وقال الأمين العام للناتو ينس ستولتنبرغ إن الباب مفتوح.",
        [
            ("حلف شمال الأطلسي", "ORG"),
            ("الاتحاد الأوروبي", "ORG"),
            ("للناتو", "ORG"),
            ("ينس ستولتنبرغ", "PER"),
        ],
    ),
    # Words that are names elsewhere: the delegation, pictures, to stand.
    (
        "نشر الوفد صور اللقاء على القاعدة نفسها، ثم غادر.",
        [],
    ),
    # A head noun stays outside a name that stands without it; an ordinary word is no given name.
    (
        "وقالت موسكو على لسان زاخاروفا إن حلف الناتو يتوسع.",
        [("موسكو", "LOC"), ("زاخاروفا", "PER"), ("الناتو", "ORG")],
    ),
    # A body of several words with coordinated portfolio.
    (
        "أعلنت وزارة الاقتصاد والتجارة أن مجلس الوزراء اللبناني سيجتمع غدا.",
        [("وزارة الاقتصاد والتجارة", "ORG"), ("مجلس الوزراء اللبناني", "ORG")],
    ),
    (
        "وقال مسؤول في الإدارة الفرنسية للصحفيين إن المحادثات تأجلت.",
        [],
    ),
    # A definite noun with its adjectives and what it is for names a body; a nationality belongs to it.
    (
        "أصدرت الهيئة الوطنية للرقابة بيانا، وأيدها الاتحاد السوداني لكرة السلة والمحكمة الإدارية العليا.",
        [
            ("الهيئة الوطنية للرقابة", "ORG"),
            ("الاتحاد السوداني لكرة السلة", "ORG"),
            ("المحكمة الإدارية العليا", "ORG"),
        ],
    ),
    # What a body does stands right behind its noun, and goes on behind «و».
    (
        "نفت هيئة مكافحة الحرائق والفيضانات اليونانية الخبر.",
        [("هيئة مكافحة الحرائق والفيضانات اليونانية", "ORG")],
    ),
    # A minister's adjective is no part of her ministry.
    (
        "وصلت وزيرة الخارجية السويدية إلى بيروت.",
        [("بيروت", "LOC")],
    ),
    # A dual has two places; the noun of a site belongs to its name.
    (
        "فتحت الشرطة بلدتي كفرشوبان وتلحبوب، ثم عبرت القافلة جسر طرابلس.",
        [("كفرشوبان", "LOC"), ("تلحبوب", "LOC"), ("جسر طرابلس", "LOC")],
    ),
    # Behind a given name that somebody announces, a common word is the surname.
    (
        "وقال النائب جورج حداد إن الجلسة تأجلت.",
        [("جورج حداد", "PER")],
    ),
    # A paper named like a region, behind its head noun and behind a dateline; folding must not make a verb a body.
    (
        'لندن: "الشرق الأوسط"\nأفاد مصدر بأن أزمة الشرق الأوسط طالت، وأيدته صحيفة الشرق الأوسط ومنظمة آفاد.',
        [
            ("لندن", "LOC"),
            ("الشرق الأوسط", "ORG"),
            ("الشرق الأوسط", "LOC"),
            ("الشرق الأوسط", "ORG"),
            ("آفاد", "ORG"),
        ],
    ),
    # A club has the name of an ordinary word; only an article about football shows it.
    (
        "سجل مهاجم الهلال هدف المباراة في مرمى النصر.",
        [("الهلال", "ORG"), ("النصر", "ORG")],
    ),
    (
        "تحقق النصر بعد ليلة بلا هلال.",
        [],
    ),
    # A group that stands without its head noun; a party whose second half is joined to it.
    (
        "اتهم تنظيم القاعدة خصومه، ورد حزب الإنصاف والتنمية بالنفي.",
        [("القاعدة", "ORG"), ("حزب الإنصاف والتنمية", "ORG")],
    ),
    # The medium that is told, in quotation marks; the last of a name's words, which the news hardly knows.
    (
        'قالت سارة الزعفراني الزنزري، في تصريح خاص لـ"مرآة الساحل"، إن الميناء مغلق.',
        [("سارة الزعفراني الزنزري", "PER"), ("مرآة الساحل", "ORG")],
    ),
]


def _names(text: str) -> list[tuple[str, str]]:
    return [(entity.text, entity.label) for entity in extract_entities(text, sentences(text), [])]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:30] for text, _ in CASES])
def test_finds_the_names_of_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert [name for name in _names(text) if name[1] != "MISC"] == expected


def test_spans_are_offsets_into_the_article() -> None:
    text = "عنوان\n\n😀 وقال الرئيس الأمريكي جو بايدن، أمس، لِرويترز إنّ روسيا...\n"
    for entity in extract_entities(text, sentences(text), []):
        assert text[entity.start : entity.end] == entity.text
    assert ("رويترز", "ORG") in _names(text)


def test_diacritics_on_a_proclitic_go_with_it() -> None:
    assert ("روسيا", "LOC") in _names("وأشار المسؤول لِروسيا.")


def test_a_surname_is_known_from_the_full_name_elsewhere() -> None:
    text = "وصل المبعوث الخاص أندريه تشيرنوفال إلى المدينة.\nورفض تشيرنوفال التعليق على الأنباء."
    assert _names(text).count(("تشيرنوفال", "PER")) == 1
    assert ("أندريه تشيرنوفال", "PER") in _names(text)


def test_nothing_overlaps_what_is_taken() -> None:
    text = "وصل جو بايدن إلى روسيا يوم الثلاثاء."
    taken = [Span(text.index("روسيا"), text.index("روسيا") + 5)]
    assert _names(text)[0] == ("جو بايدن", "PER")
    assert all(
        not entity.start < taken[0].end or entity.end <= taken[0].start
        for entity in extract_entities(text, sentences(text), taken)
    )


def test_entities_are_sorted_and_apart() -> None:
    text = " ".join(text for text, _ in CASES)
    found = extract_entities(text, sentences(text), [])
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_only_the_given_sentences_are_read() -> None:
    text = "قال جو بايدن.\nقال فلاديمير بوتين."
    assert [entity.text for entity in extract_entities(text, sentences(text)[:1], [])] == ["جو بايدن"]


def test_names_carry_origin_and_score() -> None:
    found = extract_entities(text := "زار الرئيس الروسي فلاديمير بوتين الصين.", sentences(text), [])
    assert {entity.origin for entity in found} <= {Origin.LEXICON, Origin.RULE, Origin.MODEL}
    assert all(0 < entity.score <= 0.99 for entity in found)
    assert {entity.label for entity in found} == {Label.PER, Label.LOC}


def test_adversarial_text_takes_linear_time() -> None:
    begin = time.perf_counter()
    text = "و" * 50_000 + " " + "وزير " * 10_000 + '"' * 10_000
    extract_entities(text, sentences(text), [])
    assert time.perf_counter() - begin < 60


def test_a_word_in_li_al_is_found_again() -> None:
    text = "وصل البابا فرنسيس إلى بغداد. وقال مسؤول للبابا إن الناس يرحبون به، وشكر البابا فرنسيس لهم."
    assert ("البابا فرنسيس", "PER") in _names(text) or ("فرنسيس", "PER") in _names(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("هاتف ماكرون بوتين أمس.", ["ماكرون", "بوتين"]),
        ("وعد بايدن بوتين بعدم نشر أسلحة جديدة.", ["بايدن", "بوتين"]),
        ("وقال أنطونيو غوتيريش إن القرار باطل.", ["أنطونيو غوتيريش"]),
        ("واستبعدت المحكمة بولسونارو من القائمة.", ["بولسونارو"]),
    ],
)
def test_two_who_are_known_by_their_surnames_are_two(text: str, names: list[str]) -> None:
    found = analyze(Article("a", text, published="2021-12-04")).entities
    assert [entity.text for entity in found if entity.label == Label.PER] == names
