"""Each format gives the text as it was written and what the file says of it, and invents nothing."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from making_files import workbook, zipped

from core.errors import KnownError
from core.importers import READERS, Found, FoundTable, Metadata, Said, Skipped, find, pasted
from core.importers.base import Document, Draft
from core.importers.metadata import day_in

_FIRST = "قال المتحدث باسم الوزارة إن المحادثات تبدأ غدا في المقر الرئيسي وتستمر يومين كاملين على الأقل."
_SECOND = "وأضاف أن 120 شخصا يشاركون فيها، وأن نسبة الحضور بلغت 50%، بحسب «البيان» الصادر أمس."


def _read(suffix: str, content: str | bytes) -> list[Draft]:
    data = content.encode() if isinstance(content, str) else content
    return [item for item in READERS[suffix](Document(f"a{suffix}", io.BytesIO(data))) if isinstance(item, Draft)]


def _page(head: str = "", body: str = "") -> str:
    return (
        f"<html dir=rtl><head><meta charset=utf-8><title>عنوان النافذة</title>{head}</head><body><nav>القائمة</nav>"
        f"<article><h1>عنوان الخبر الكبير</h1><p>{_FIRST}</p><p>{_SECOND}</p></article>{body}"
        "<footer>© 2017 حقوق النشر 2017-03-04</footer></body></html>"
    )


# Markdown


def test_markdown_gives_words_without_marks() -> None:
    (draft,) = _read(
        ".md", "# قمة **جنيف**\n\nسطر أول\nوتتمته [هنا](https://example.org)\n\n- بند\n\n`رمز` ![صورة](a.png)\n"
    )
    assert draft.text == "قمة جنيف\n\nسطر أول وتتمته هنا\n\nبند\n\nرمز"
    assert draft.metadata == Metadata(title="قمة جنيف")


def test_front_matter_says_what_it_says() -> None:
    front = "---\ntitle: عنوان\nالمصدر: النهر\ndate: 2021-12-04\nurl: https://example.org\ntags: [x]\n---\nنص الخبر\n"
    (draft,) = _read(".md", front)
    assert draft.text == "نص الخبر"
    assert draft.metadata == Metadata("النهر", "عنوان", "", "2021-12-04", "https://example.org")


# Web pages


def test_a_page_gives_the_article_without_the_page_around_it() -> None:
    (draft,) = _read(".html", _page(body="<script>alert('نص')</script>"))
    assert draft.text.split("\n") == ["عنوان الخبر الكبير", _FIRST, _SECOND]
    assert draft.metadata == Metadata(title="عنوان الخبر الكبير")  # no date: the one in the foot is not the article's


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "س", "datePublished":'
            ' "2021-12-04T23:30:00+03:00", "author": [{"name": "سلمى"}], "publisher": {"name": "النهر"}}]}</script>',
            Metadata("النهر", "عنوان الخبر الكبير", "سلمى", "2021-12-04"),
        ),
        (
            "<meta property='og:site_name' content='النهر'>"
            "<meta property='article:published_time' content='2021-12-04'>"
            "<meta name='author' content='سلمى'><link rel=canonical href='https://example.org/7'>",
            Metadata("النهر", "عنوان الخبر الكبير", "سلمى", "2021-12-04", "https://example.org/7"),
        ),
        ("<meta property='article:modified_time' content='2021-12-04'>", Metadata(title="عنوان الخبر الكبير")),
        ("<link rel=canonical href='javascript:alert(1)'>", Metadata(title="عنوان الخبر الكبير")),
    ],
)
def test_a_page_says_of_itself_what_it_declares(head: str, said: Metadata) -> None:
    assert _read(".html", _page(head))[0].metadata == said


def test_the_time_of_the_article_is_its_date_and_that_of_other_news_is_not() -> None:
    beside = "<aside><time datetime='2020-01-04'>4 يناير</time></aside>"
    assert _read(".html", _page(body=beside))[0].metadata.published is None
    own = _page().replace("</h1>", "</h1><time datetime='2021-12-04T10:00Z'>أمس</time>")
    assert _read(".html", own)[0].metadata.published == "2021-12-04"


@pytest.mark.parametrize(
    ("declared", "encoding"), [("windows-1256", "cp1256"), ("windows-1256", "utf-8"), ("x", "utf-16")]
)
def test_a_page_is_read_in_its_encoding(declared: str, encoding: str) -> None:
    page = _page().replace("charset=utf-8", f"charset={declared}")
    assert _FIRST in _read(".html", page.encode(encoding, "xmlcharrefreplace"))[0].text


def test_pages_that_browsers_saved_as_one_file_are_read() -> None:
    head = "MIME-Version: 1.0\nSnapshot-Content-Location: https://example.org/7"
    part = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit"
    (draft,) = _read(
        ".mhtml", f"{head}\nContent-Type: multipart/related; boundary=b\n\n--b\n{part}\n\n{_page()}\n--b--\n"
    )
    assert _SECOND in draft.text
    assert draft.metadata.url == "https://example.org/7"


def test_where_a_browser_saved_a_page_from_is_its_address() -> None:
    (draft,) = _read(".htm", "<!-- saved from url=(0021)https://example.org/7 -->" + _page())
    assert draft.metadata.url == "https://example.org/7"


# Word


def _word(fill: Callable[[WordDocument], None]) -> bytes:
    document, packed = WordDocument(), io.BytesIO()
    document.core_properties.title = ""
    fill(document)
    document.save(packed)
    return packed.getvalue()


def test_word_gives_paragraphs_and_tables_in_their_order() -> None:
    def fill(document: WordDocument) -> None:
        document.add_heading("قمة في جنيف", 1)
        run = document.add_paragraph("قال ").add_run("BBC")
        run.font.rtl = False
        run._r.getparent().append(document.add_paragraph(" في 2021\tثم").runs[0]._r)
        table = document.add_table(2, 2)
        for at, words in enumerate(("المدينة", "العدد", "حلبا", "٣٥")):
            table.cell(at // 2, at % 2).text = words
        document.add_paragraph("بعد الجدول.")

    (draft,) = _read(".docx", _word(fill))
    assert [line for line in draft.text.split("\n") if line] == [
        *("قمة في جنيف", "قال BBC في 2021\tثم", "المدينة | العدد", "حلبا | ٣٥", "بعد الجدول."),
    ]
    assert draft.metadata == Metadata(title="قمة في جنيف")  # nobody wrote it, and when it was made is no date


def test_word_gives_what_was_inserted_and_not_what_was_deleted_or_hidden() -> None:
    def fill(document: WordDocument) -> None:
        paragraph = document.add_paragraph("أصل")
        for tag, words in (("w:ins", " أضيف"), ("w:del", " حُذف")):
            change = OxmlElement(tag)
            run = paragraph.add_run(words)._r
            if tag == "w:del":
                run.find(qn("w:t")).tag = qn("w:delText")
            change.append(run)
            paragraph._p.append(change)
        paragraph.add_run(" مخفي").font.hidden = True

    (draft,) = _read(".docx", _word(fill))
    assert draft.text == "أصل أضيف"
    assert "Hidden text" in draft.notes[0].en


# Tables


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_columns_are_known_by_their_names_in_both_languages(separator: str) -> None:
    rows = [
        ["العنوان", "Source", "النص", "تاريخ النشر", "رابط"],
        ["عنوان", "النهر", _FIRST, "٤/١٢/٢٠٢١", "https://e.org"],
    ]
    (draft,) = _read(".csv", "\n".join(separator.join(row) for row in rows))
    assert draft == Draft(_FIRST, Metadata("النهر", "عنوان", "", "2021-12-04", "https://e.org"), "2")


def test_a_workbook_is_read_with_its_dates_and_no_formula_runs() -> None:
    rows = [["title", "text", "date"], ["أول", _FIRST, datetime(2021, 12, 4, 10)], ["=1+1", _SECOND, None]]  # noqa: DTZ001
    first, second = _read(".xlsx", workbook(rows))
    assert (first.metadata.published, second.metadata.published) == ("2021-12-04", None)
    assert second.metadata.title == ""


def test_the_longest_column_is_the_text_where_none_is_called_so() -> None:
    (draft,) = _read(".csv", f'a,b\nقصير,"{_FIRST} {_SECOND}"\n')
    assert draft.text == f"{_FIRST} {_SECOND}"


def test_a_table_without_texts_says_what_its_columns_are(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x,y\n1,2\n", "utf-8")
    table, skipped = find([tmp_path / "a.csv"])
    assert isinstance(table, FoundTable)
    assert table.table.columns == ("x", "y")
    assert isinstance(skipped, Skipped)
    assert "--map text=COLUMN" in skipped.error.en


def test_a_person_says_which_column_is_what(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("who,what\nالنهر,نص قصير\n", "utf-8")
    _, found = find([tmp_path / "a.csv"], Said(columns={"text": "what", "source": "1"}))
    assert isinstance(found, Found)
    assert (found.article.text, found.article.source) == ("نص قصير", "النهر")
    _, refused = find([tmp_path / "a.csv"], Said(columns={"text": "body"}))
    assert isinstance(refused, Skipped)
    assert "no column “body”" in refused.error.en


def test_marks_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("annotation_id,text\n1,نص\n", "utf-8")
    (skipped,) = find([tmp_path / "a.csv"])
    assert isinstance(skipped, Skipped)
    assert "marks or verdicts" in skipped.error.en


@given(st.lists(st.text(st.sampled_from("اب\"',;\t\n=+-@ 1"), min_size=1).filter(str.strip), min_size=1, max_size=5))
def test_any_text_comes_back_out_of_a_table(texts: list[str]) -> None:
    import csv

    from core.text.cells import guarded

    written = io.StringIO()
    csv.writer(written).writerows(
        [["title", "text"], *([f"عنوان {at}", guarded(text)] for at, text in enumerate(texts))]
    )
    assert [draft.text for draft in _read(".csv", written.getvalue())] == texts


# Feeds


def test_a_feed_gives_its_entries_with_what_it_says_of_them() -> None:
    first, second = _read(
        ".rss",
        '<rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>النهر</title><item><title>أول</title>'
        "<link>https://example.org/1</link><pubDate>Sat, 04 Dec 2021 23:00:00 +0300</pubDate>"
        "<author>a@b.c (سلمى)</author>"
        f"<description>ملخص</description><c:encoded><![CDATA[<p>{_FIRST}</p><p>{_SECOND}</p>]]></c:encoded></item>"
        "<item><title>ثان</title><description>ملخص &lt;b&gt;قصير&lt;/b&gt;</description></item></channel></rss>",
    )
    assert first.text == f"أول\n{_FIRST}\n{_SECOND}"
    assert first.metadata == Metadata("النهر", "أول", "سلمى", "2021-12-04", "https://example.org/1")
    assert second.text == "ثان\nملخص قصير"
    assert "a summary" in second.notes[0].en


def test_an_atom_feed_is_read_too() -> None:
    (draft,) = _read(
        ".atom",
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>النهر</title><entry><title>أول</title><author><name>سلمى</name>'
        '</author><link rel="self" href="https://e.org/x"/><link href="https://e.org/1"/><published>2021-12-04T10:00:00Z'
        f'</published><content type="html">&lt;p&gt;{_FIRST}&lt;/p&gt;</content></entry></feed>',
    )
    assert draft.text == f"أول\n{_FIRST}"
    assert draft.metadata == Metadata("النهر", "أول", "سلمى", "2021-12-04", "https://e.org/1")


# Archives, clipboard


def test_an_archive_is_a_folder(tmp_path: Path) -> None:
    files = {
        "d/b.txt": _SECOND,
        "d/a.html": _page(),
        "d/articles.csv": "file,source\nb.txt,النهر\n",
        "e.zip": zipped({"c.csv": f"title,text\nأول,{_FIRST}\n"}),
        "__MACOSX/d/._b.txt": "x",
        "d/picture.jpg": b"x",
    }
    (tmp_path / "z.zip").write_bytes(zipped(files))
    found = [item.article for item in find([tmp_path / "z.zip"], ids="file") if isinstance(item, Found)]
    assert [article.file for article in found] == ["z.zip/d/a.html", "z.zip/d/b.txt", "z.zip/e.zip/c.csv/2"]
    assert found[1].source == "النهر"
    assert len({article.id for article in found}) == 3


def test_what_was_copied_gives_its_words() -> None:
    found = pasted("نص آخر", f"<meta charset='utf-8'><p>{_FIRST}</p><ul><li>بند<li>آخر</ul><style>p{{}}</style>")
    assert isinstance(found, Found)
    assert found.article.text == f"{_FIRST}\nبند\nآخر"
    plain = pasted("  نص\r\nكما هو ")
    assert isinstance(plain, Found)
    assert plain.article.text == "  نص\nكما هو "
    assert isinstance(pasted(" ", "<p> </p>"), Skipped)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2021-12-04T23:59:00Z", "2021-12-04"),
        ("Sat, 04 Dec 2021 10:00:00 GMT", "2021-12-04"),
        ("04/12/2021 10:30", "2021-12-04"),
        ("السبت 4 ديسمبر/كانون الأول 2021", "2021-12-04"),
        ("٤ كانون الأول ٢٠٢١", "2021-12-04"),
        *(
            (text, None)
            for text in ("", "أمس", "ديسمبر 2021", "31/02/2021", "2021-02-30", "4/12/2021 - 5/12/2021", "12")
        ),
    ],
)
def test_a_stated_day_is_read_and_none_is_guessed(written: str, day: str | None) -> None:
    assert day_in(written) == day


def test_what_is_no_feed_is_refused() -> None:
    with pytest.raises(KnownError, match="neither RSS nor Atom"):
        _read(".xml", "<note>نص</note>")
