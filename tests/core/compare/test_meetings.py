"""Which meeting or call each word of a text means, and who takes part in it."""

from __future__ import annotations

import pytest

from core.compare.page import read_page
from core.compare.parties import offices_told, person_states
from core.extract.pipeline import analyze
from core.model import Article

DAY = "2022-03-10"
CALL = "بحث الرئيسان الأميركي جو بايدن والروسي فلاديمير بوتين الأزمة في اتصال بالفيديو الثلاثاء. "


def told(text: str) -> list[tuple[str, int, frozenset[str]]]:
    """(word, number of the meeting that it means, who takes part), in order."""
    analysis = analyze(Article("a", text, source="أ", published=DAY))
    page = read_page(analysis, person_states([offices_told(analysis)]))
    found: list[tuple[str, int, frozenset[str]]] = []
    known: list[object] = []
    for clause, events in zip(page.clauses, page.events, strict=True):
        for word, event in events:
            if event.meeting:
                known += [event] if not any(event is other for other in known) else []
                number = next(i for i, other in enumerate(known) if other is event)
                found.append((clause.words.forms[word], number, event.parties))
    return found


@pytest.mark.parametrize(
    ("text", "meetings"),
    [
        # What is pointed at is known; only now is it told which of how many it is.
        (CALL + "وهذا الاتصال هو السادس بينهما منذ الصيف.", [0, 0]),
        (CALL + "وهذه سادس محادثة بين الزعيمين.", [0, 0]),
        (CALL + "وكان الرئيسان قد تهاتفا أربع مرات. وشارك بوتين في الاتصال من قصره.", [0, 1, 0]),
        # Wished for, offered or still to come: none of those that were.
        (CALL + "وأبدى بوتين رغبته في عقد لقاء مباشر.", [0, 1]),
        (CALL + "وقال الكرملين إن بوتين مستعد لاجتماع جديد.", [0, 1]),
        (CALL + "وعبر عن أمله في أن يكون اجتماعهما المقبل وجها لوجه.", [0, 1]),
        # Who takes part tells two calls apart, also in one clause, and which of them is meant behind them.
        (
            CALL + "وكان بايدن قد تشاور الاثنين مع قادة فرنسا وألمانيا، ومن المقرر أن يهاتف نظيره الأوكراني فولوديمير "
            "زيلينسكي. ووصف مساعد الرئيس الروسي يوري أوشاكوف الحديث بأنه كان صريحا.",
            [0, 1, 2, 0],
        ),
        (CALL + "وتناولت المباحثات الوضع في أوكرانيا وتمدد حلف شمال الأطلسي ومقترحات موسكو.", [0, 0]),
        # Each of two has its own day and means.
        ("تحدث جو بايدن مع فلاديمير بوتين مرتين: الأولى عبر الفيديو في 2 مارس والثانية بالهاتف في 8 منه.", [0, 1, 2]),
        # The day of another meeting tells that it is still to come.
        (
            "تأتي هذه المكالمة بعد أربعة أسابيع من قمة افتراضية. "
            "وينعقد اجتماع لمجلس روسيا والناتو في 12 مارس، ثم لقاء آخر في اليوم التالي.",
            [0, 1, 2, 3],
        ),
        # Presidents meet elsewhere than ministers; what is denied is no meeting.
        (
            "التقى وزير الخارجية الأميركي أنتوني بلينكن نظيره الروسي سيرغي لافروف في جنيف الثلاثاء. ومن المبكر "
            "الحديث عن قمة بين الرئيسين. وهذا اللقاء هو الثاني بين الوزيرين.",
            [0, 1, 0],
        ),
        (CALL + "ولم يلتقيا منذ قمة يونيو. وانتهى الاتصال قبل موعده.", [0, 1, 2, 0]),
        (CALL + "وتناول الاتصال، إلى جانب العلاقات الثنائية، ما اتفق عليه في قمة جنيف.", [0, 0, 1]),
        (CALL + "وقالت واشنطن إن النقاش مع الجانب الروسي دام ساعة.", [0, 0]),
        (CALL + "ويلتئم مجلس روسيا والناتو في بروكسل الأربعاء المقبل، وقد سبقه عشاء عمل جمع رئيسي الوفدين.", [0, 1, 2]),
        (CALL + "ووعد بايدن بأن يناقش مع حلفائه مخاوف موسكو، واتفقا على الشروع في مشاورات.", [0, 1, 2]),
        # Neither a ministerial council nor a breakthrough is an event of its own.
        (CALL + "ولا تتوقع موسكو اختراقا على هامش مجلس وزاري.", [0]),
        (CALL + "وسبقه عشاء عمل دام ساعتين. وتنتقل المحادثات السبت المقبل إلى بروكسل.", [0, 1, 2]),
    ],
)
def test_each_word_means_its_meeting(text: str, meetings: list[int]) -> None:
    assert [number for _, number, _ in told(text)] == meetings


@pytest.mark.parametrize(
    ("text", "word", "parties"),
    [
        # Whom one calls, meets or talks to stands behind the word; of what they speak, too, but is no party.
        ("يعتزم جو بايدن الاتصال بزعماء فرنسا وإيطاليا فور انتهاء محادثته مع فلاديمير بوتين.", "الاتصال", "ايف"),
        ("يعتزم جو بايدن الاتصال بزعماء فرنسا وإيطاليا فور انتهاء محادثته مع فلاديمير بوتين.", "محادثته", "ار"),
        ("وصف فلاديمير بوتين في سوتشي، حيث استقبل الرئيس الفرنسي، محادثته مع جو بايدن بأنها مثمرة.", "محادثته", "ار"),
        ("وبعد لقائه نائبة رئيس الوزراء الأوكراني، قال وزير الخارجية الأميركي أنتوني بلينكن إنه قلق.", "لقايه", "او"),
        (CALL + "كما أجرى أنتوني بلينكن مباحثات مع نظيره الفرنسي.", "مباحثات", "اف"),
        (
            "هاتف جو بايدن فولوديمير زيلينسكي الأحد. وجاء الاتصال بعد أيام من مكالمة بين بايدن وفلاديمير بوتين.",
            "الاتصال",
            "او",
        ),
        (CALL + "وخلال تلك القمة، طالب بوتين بضمانات تمنع توسع حلف شمال الأطلسي.", "القمه", "ار"),
        (CALL + "ورحب الرئيس الأوكراني فولوديمير زيلينسكي بالقمة الأميركية الروسية.", "بالقمه", "ار"),
        (CALL + "والتقيا وجها لوجه في يونيو الماضي.", "والتقيا", "ار"),
    ],
)
def test_who_takes_part_is_told_with_the_meeting(text: str, word: str, parties: str) -> None:
    states = {"ا": "الولايات المتحدة", "ر": "روسيا", "و": "أوكرانيا", "ف": "فرنسا", "ي": "إيطاليا"}
    assert {who for form, _, who in told(text) if form == word} == {frozenset(states[letter] for letter in parties)}
