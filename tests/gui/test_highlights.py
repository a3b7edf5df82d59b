"""Marks are painted exactly over their letters: compared with where Qt itself draws those letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QTextCharFormat, QTextLayout
from pytestqt.qtbot import QtBot

from core.model import Annotation, Article, Claim, ClaimKind, Entity, Origin, Quote, QuoteKind, Span, Status
from gui import theme
from gui.reader.marks import Filter
from gui.reader.view import ArticleView

TEXTS = {
    "emoji before": ("😀😀 عاجل: وصل الوزير إلى المطار", "الوزير"),
    "diacritics": ("أكّدَتْ لَيْلَى حَدّادٌ النبأَ اليومَ", "حَدّادٌ"),
    "tatweel": ("قال محمـــد الأمين ذلك", "محمـــد الأمين"),
    "Latin word first": ("BBC: قال الوزير إن الجسر مفتوح", "الوزير"),
    "a figure": ("بلغت الكلفة 94,000 دولار في العام", "94,000 دولار"),
    "a figure first": ("94 ألف جندي على الحدود", "94 ألف جندي"),
    "a Latin name inside": ("قال Joe Biden إن الأمر انتهى", "Joe Biden"),
    "after a Latin name": ("قال Joe Biden إن الأمر انتهى", "إن"),
    "inside a word": ("وبوتين في المدينة", "بوتين"),
    "a joined letter": ("للأوكرانيين حق", "أوكرانيين"),
    "a left-to-right paragraph": ("The Arabic word is in: Damascus today", "Damascus"),
    "a zero-width joiner": ("کتاب‌ها را خواند امروز", "کتاب‌ها"),
    "a second paragraph": ("سطر أول 😀\nثم ذهب الوفد إلى حلب", "الوفد"),
    "Kurdish letters": ("ڕۆژنامەی هەولێر گوتی", "هەولێر"),
    "Persian letters": ("چهار گروه پزشکی به پکن رفتند", "پکن"),
    "joined emoji before": ("👨\u200d👩\u200d👧\u200d👦 وصلت العائلة إلى بيروت", "العائلة"),
    "a flag before": ("🇱🇧🇸🇾 التقى الوفدان في بيروت", "الوفدان"),
    "an emoji with a colour": ("👍🏽 قال فادي إن الأمر تم", "فادي"),
    "a letter joined to nothing": ("قال ه\u200dـ صحافي إن الأمر تم", "صحافي"),
    "a date with dashes": ("في 2021-12-07 اجتمع الوفد", "2021-12-07"),
    "after a date with dashes": ("في 2021-12-07 اجتمع الوفد", "اجتمع"),
    "a range of figures": ("بين 90-100 ألف جندي", "100"),
    "Arabic figures": ("حضر ٣٥٬٠٠٠ شخص الحفل", "٣٥٬٠٠٠"),
    "a percentage": ("ارتفع السعر 4.5% هذا العام", "4.5%"),
    "a Latin word in brackets": ("قالت الوكالة (Reuters) إن الأمر تم", "Reuters"),
    "a name in quotation marks": ("صحيفة «النهر» كتبت ذلك", "النهر"),
}


def mark(text: str, words: str, shift: int = 0) -> Annotation:
    start = text.index(words) + shift
    end = start + len(words)
    item = Entity(start, end, text[start:end], "PER", words, Origin.EDITOR, 1.0)
    return Annotation("m", "a", item, Status.ADDED)


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    theme.current().choose("light")
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.set_type(theme.reader_font("", 20), 1.9)
    with qtbot.waitExposed(view):
        view.show()
    return view


def painted(view: ArticleView, text: str, annotation: Annotation) -> tuple[int, int]:
    """Left and right of the tint in the viewport, in pixels."""
    view.set_article(Article("a", text))
    view.set_annotations([annotation])
    view.viewport().repaint()
    image = view.viewport().grab().toImage()
    return columns(image, QColor(theme.tokens().labels["PER"].tint))


def pixels(image: QImage, wanted: QColor) -> set[tuple[int, int]]:
    """The pixels of exactly this colour."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pattern = bytes([wanted.blue(), wanted.green(), wanted.red(), 255])
    data, stride = bytes(image.constBits()), image.bytesPerLine()
    found, place = set(), data.find(pattern)
    while place >= 0:
        if place % 4 == 0:
            found.add((place % stride // 4, place // stride))
        place = data.find(pattern, place + 1)
    return found


def columns(image: QImage, wanted: QColor) -> tuple[int, int]:
    """The first and last column that has this colour."""
    found = [x for x, _ in pixels(image, wanted)]
    assert found, "the mark was not painted"
    return min(found), max(found)


def drawn_by_qt(view: ArticleView, text: str, words: str) -> tuple[int, int]:
    """Where Qt puts the ground of the same words in the same paragraph: an independent truth."""
    start = text.index(words)
    before = text[: text.rindex("\n", 0, start) + 1] if "\n" in text[:start] else ""
    block = view.document().findBlock(len(before.encode("utf-16-le")) // 2)
    ground = QTextCharFormat()
    ground.setBackground(QColor("#ff0000"))
    where = QTextLayout.FormatRange()
    where.start = len(text[len(before) : start].encode("utf-16-le")) // 2
    where.length = len(words.encode("utf-16-le")) // 2
    where.format = ground
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    block.layout().draw(painter, QPointF(0, 20), [where])
    painter.end()
    return columns(image, QColor("#ff0000"))


@pytest.mark.parametrize("name", TEXTS)
def test_a_mark_is_painted_over_its_own_letters(view: ArticleView, name: str) -> None:
    text, words = TEXTS[name]
    left, right = painted(view, text, mark(text, words))
    true_left, true_right = drawn_by_qt(view, text, words)
    # The ground reaches a pixel beyond the letters at each side, its outline and rounding take one or two.
    tolerance = 8 if name == "a joined letter" else 4  # half of لأ is the letter before
    assert abs(left - true_left) <= tolerance
    assert abs(right - true_right) <= tolerance


@pytest.mark.parametrize("name", TEXTS)
def test_a_mark_that_is_off_by_one_would_be_seen(view: ArticleView, name: str) -> None:
    text, words = TEXTS[name]
    if name in ("a joined letter", "diacritics"):
        pytest.skip("the next letter is drawn inside the one before, or above it")
    true = drawn_by_qt_after(view, text, words)
    shifted = painted(view, text, mark(text, words, shift=-1 if text.endswith(words) else 1))
    assert max(abs(shifted[0] - true[0]), abs(shifted[1] - true[1])) > 4


@pytest.mark.parametrize("name", ["joined emoji before", "a range of figures", "diacritics", "Latin word first"])
def test_it_is_so_on_a_fine_screen_too(view: ArticleView, name: str) -> None:
    """With two pixels for each one the tint lies over the same letters."""
    text, words = TEXTS[name]
    left, right = painted(view, text, mark(text, words))
    image = QImage(view.viewport().size() * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    view.viewport().render(image)
    fine_left, fine_right = columns(image, QColor(theme.tokens().labels["PER"].tint))
    assert abs(fine_left - 2 * left) <= 2
    assert abs(fine_right - 2 * right - 1) <= 2


LONG = "قال الوزير سامر نجار في مدينة حلبا إن كلفة الجسر بلغت ٤٠ مليون دولار 😀، وإن BBC سألته عنها. "


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(LONG * 1000, 0.5, id="one line of 100,000 characters"),
        pytest.param((LONG + "\n") * 30_000, 0.98, id="5 MB"),
        pytest.param("ا" * 20_000 + " " + LONG, 0.9999, id="a word without end"),
    ],
)
def test_marks_lie_over_their_letters_far_into_a_long_text(view: ArticleView, text: str, place: float) -> None:
    start = text.rindex("حلبا", 0, int(len(text) * place) if place < 0.99 else len(text))
    span = Span(start, start + 4)
    item = Entity(start, start + 4, "حلبا", "PER", "", Origin.EDITOR, 1.0)
    view.set_article(Article("a", text))
    view.set_annotations([Annotation("m", "a", item, Status.ADDED)])
    view.select("m")
    view.viewport().repaint()
    view.select(None)
    box = view.passage_box(span)
    assert box is not None
    left, right = columns(view.viewport().grab().toImage(), QColor(theme.tokens().labels["PER"].tint))
    assert max(abs(left - box.left()), abs(right - box.right())) <= 4
    # Qt's own idea of where these letters are.
    cursor = view.textCursor()
    cursor.setPosition(view._utf16.to_utf16(start))
    assert abs(view.cursorRect(cursor).center().x() - right) <= 4
    assert view.position_at(QPoint(right - 3, box.center().y())) in (start, start + 1)


def drawn_by_qt_after(view: ArticleView, text: str, words: str) -> tuple[int, int]:
    view.set_article(Article("a", text))
    view.viewport().repaint()
    return drawn_by_qt(view, text, words)


def test_marks_do_not_touch_the_text(view: ArticleView) -> None:
    """Joined letters stay joined: with and without marks the letters are the same pixels."""
    text, words = TEXTS["inside a word"]
    view.set_article(Article("a", text))
    ink = QColor(theme.tokens().text)
    revision = view.document().revision()
    bare = pixels(view.viewport().grab().toImage(), ink)
    view.set_annotations([mark(text, words)])
    marked = pixels(view.viewport().grab().toImage(), ink)
    assert len(bare) > 100
    assert len(marked ^ bare) <= len(bare) / 100  # half-tones of edges on another ground
    assert view.document().revision() == revision
    assert not any(block.layout().formats() for block in [view.document().firstBlock()])


def test_paragraphs_stand_on_their_own_side(view: ArticleView) -> None:
    text = "BBC: قال الوزير ذلك\nIn English only\n2024\nوبعد ذلك"
    view.set_article(Article("a", text))
    view.viewport().repaint()
    width = view.viewport().width()
    block = view.document().firstBlock()
    sides = []
    while block.isValid():
        box = block.layout().lineAt(0).naturalTextRect()
        sides.append("right" if width - box.right() < box.left() else "left")
        block = block.next()
    assert sides == ["right", "left", "left", "right"]


def test_a_suggestion_looks_unlike_a_decision(view: ArticleView) -> None:
    text, words = TEXTS["emoji before"]
    decided = mark(text, words)
    view.set_article(Article("a", text))
    view.set_annotations([decided])
    one = view.viewport().grab().toImage()
    view.set_annotations([Annotation("m", "a", decided.item, Status.SUGGESTED)])
    assert view.viewport().grab().toImage() != one


def test_layers_on_one_word_are_all_seen(view: ArticleView, qtbot: QtBot) -> None:
    text, words = TEXTS["emoji before"]
    start = text.index(words)
    end = start + len(words)
    items = [
        mark(text, words),
        Annotation("c", "a", Claim(start, end, words, ClaimKind.OTHER, Span(start, end)), Status.ADDED),
        Annotation("q", "a", Quote(start, end, words, QuoteKind.DIRECT), Status.ADDED),
    ]
    view.set_article(Article("a", text))
    view.set_annotations(items)
    image = view.viewport().grab().toImage()
    tokens = theme.tokens()
    for wanted in (tokens.labels["PER"].tint, tokens.labels["claim"].ink, tokens.labels["quote"].ink):
        columns(image, QColor(wanted))
    view.set_filter(Filter(layers=frozenset({"claim"})))
    image = view.viewport().grab().toImage()
    with pytest.raises(AssertionError):
        columns(image, QColor(tokens.labels["claim"].ink))


def test_what_is_copied_is_the_article_not_the_widget(view: ArticleView) -> None:
    text = "قال\u00a0الوزير 😀 ذلك"
    view.set_article(Article("a", text))
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == text


def test_a_selection_behind_emoji_means_its_own_words(view: ArticleView) -> None:
    text = "😀😀😀 قال إن ذا تم"
    view.set_article(Article("a", text))
    start = text.index("إن")
    view.set_selection(Span(start, start + 2))
    assert view.textCursor().selectedText() == "إن"
    assert view.selected_span() == Span(start, start + 2)
    assert view.cursor_position() == start + 2


def test_a_long_article_with_thousands_of_marks_opens(view: ArticleView) -> None:
    sentence = "قال الوزير سامر نجار في حلبا إن الكلفة بلغت 40 مليون دولار.\n"
    text = sentence * 5000
    starts = [number * len(sentence) + sentence.index("سامر") for number in range(0, 5000, 2)]
    items = [
        Annotation(str(start), "a", Entity(start, start + 9, text[start : start + 9], "PER", "", Origin.RULE, 1.0))
        for start in starts
    ]
    view.set_article(Article("a", text))
    view.set_annotations(items)
    view.select(str(starts[-1]))
    assert view.passage_box(Span(starts[-1], starts[-1] + 9)) is not None


def test_marks_are_there_wherever_one_scrolls(view: ArticleView) -> None:
    """A paragraph that comes into sight for the first time has its marks at once."""
    line = "قال الوزير سامر في المدينة كلاما طويلا عن الجسر وعن الطريق المؤدي إليه.\n"
    text = line * 300
    starts = [number * len(line) + line.index("سامر") for number in range(300)]
    view.set_article(Article("a", text))
    view.set_annotations(
        Annotation(str(start), "a", Entity(start, start + 4, "سامر", "PER", "", Origin.RULE, 1.0)) for start in starts
    )
    for place in (0, 120, 290, 40):
        view.verticalScrollBar().setValue(place)
        view.viewport().repaint()
        blocks = [block for block, _ in view._visible_blocks() if block.length() > 1]
        assert len(blocks) > 2
        assert all(view._pieces.get((block.blockNumber(), 0)) for block in blocks)


def test_the_place_survives_a_change_of_size(view: ArticleView) -> None:
    view.set_article(Article("a", "سطر من الكلام الطويل الذي يملأ السطر ويزيد عليه قليلا\n" * 200))
    view.show_at_top(3000)
    before = view.top_position()
    view.set_type(QFont(theme.reader_font("", 28)), 1.9)
    assert view.top_position() == before
    assert QRect(view.viewport().rect()).height() > 0
