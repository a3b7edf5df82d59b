"""Files that were made to break an import: each is told in one sentence, nothing of it comes in, the rest does."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making_files import laid_out, pdf, workbook, zipped

from core.errors import KnownError
from core.importers import READERS, Skipped, limits, read_paths
from core.importers.base import Document, Draft, Item, Table
from core.model import Article

_NASTY = Path(__file__).parents[2] / "data" / "nasty"
# What is told of each file, and the texts that come in all the same.
_EXPECTED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "bomb.zip": (("zip bomb",), ()),
    "broken-quotes.csv": (("line 2: broken quotation marks",), ("نص سليم", 'نص "مقتبس" سليم')),
    "deep.rss": (("nested deeper",), ()),
    "empty.md": (("is empty",), ()),
    "entities.docx": (("declares entities",), ()),
    "entities.rss": (("declares entities",), ()),
    "external.rss": (("declares entities",), ()),
    "more-cells.csv": (("line 2: more cells than columns",), ("نص سليم",)),
    "nested.zip": (("an archive in an archive",), ()),
    "old-word.docx": (("protected by a password",), ()),
    "only-scripts.html": (("no text in the page",), ()),
    "out-of-the-folder.zip": (("out of the archive",) * 3, ("نص سليم",)),
    "page-named-text.txt": (("looks like PDF",), ()),
    "picture.pdf": (("no text layer",), ()),
    "same-ids.jsonl": (
        ("line 2: the ID “1” stands in line 1", "line 3: The line is JSON, but no object", "line 4: there is no text"),
        ("نص أول", "نص ثالث"),
    ),
    "text-named-page.pdf": (("damaged or no PDF",), ()),
}


@pytest.mark.parametrize("name", sorted(_EXPECTED))
def test_each_is_told_and_the_rest_comes_in(name: str) -> None:
    found = list(read_paths([_NASTY / name]))
    told, texts = _EXPECTED[name]
    problems = [item.error.en for item in found if isinstance(item, Skipped)]
    assert len(problems) == len(told)
    assert all(words in problem for words, problem in zip(told, problems, strict=True))
    assert tuple(item.text for item in found if isinstance(item, Article)) == texts


def test_no_nasty_file_is_forgotten() -> None:
    assert {path.name for path in _NASTY.iterdir()} == set(_EXPECTED)


def test_nothing_is_written_beside_an_archive(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "a.zip"
    path.write_bytes((_NASTY / "out-of-the-folder.zip").read_bytes())
    list(read_paths([path]))
    assert [item.name for item in tmp_path.rglob("*")] == ["in", "a.zip"]


def test_problems_of_one_file_are_told_up_to_a_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("[]\n" * 250 + '{"text": "نص"}\n', "utf-8")
    *items, last = read_paths([path])
    assert sum(isinstance(item, Skipped) for item in items) == limits.PROBLEMS
    assert any(isinstance(item, Article) for item in items)
    assert isinstance(last, Skipped)
    assert "150 more problems" in last.error.en


@pytest.mark.parametrize(
    "page", ["", " ", "<!-- ", "<!-- <!-- x -->", "<?xml version='1.0'?>", "\x01", "<html></html>"]
)
def test_a_page_of_nothing_is_told(page: str) -> None:
    with pytest.raises(KnownError):
        list(READERS[".html"](Document("a.html", io.BytesIO(page.encode()))))


def test_reading_ends_in_time() -> None:
    with pytest.raises(KnownError, match="took more than"):
        list(limits.in_time("a.zip", range(3), seconds=-1))


def test_rows_with_open_quotation_marks_take_bounded_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RECORD_LINES", 20)
    rows = 'x","\n' * 3000
    items = _items(READERS[".csv"], f"text,title\n{rows}".encode(), "a.csv")
    assert sum(isinstance(item, Skipped) for item in items) > 2000


def _items(read: Callable[[Document], object], data: bytes, name: str) -> list[Item]:
    found: list[Item] = []
    with suppress(KnownError):
        found.extend(read(Document(name, io.BytesIO(data))))  # type: ignore[arg-type]
    return found


_WORDS = st.text(st.sampled_from('قال الوزير إن 50% من،"\n;,\t<p>&amp;{}[]:1|#*'), max_size=60)
_SEEDS = {
    ".docx": zipped({"word/document.xml": '<w:d xmlns:w="w"><w:p><w:r><w:t>نص</w:t></w:r></w:p></w:d>'}),
    ".pdf": pdf(laid_out(["نم لاق", "ىلع يف"])),
    ".zip": zipped({"a.txt": "نص", "b/c.csv": "text\nنص\n", "articles.csv": "file,source\na.txt,النهر\n"}),
    ".html": "<html><body><article><h1>عنوان</h1><p>نص الخبر هنا.</p></article></body></html>".encode(),
    ".mhtml": b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>\xd9\x86\xd8\xb5</p>",
    ".xml": "<rss><item><title>نص</title><description>&lt;p&gt;نص</description></item></rss>".encode(),
    ".xlsx": workbook([["title", "text"], ["أول", "نص الخبر"]]),
    ".md": "---\ntitle: ا\n---\n# نص\n\n| ا | ب |\n|---|---|\n| 1 | 2 |\n".encode(),
    ".csv": 'العنوان,النص\nأول,"نص ""الخبر"""\n'.encode(),
    ".jsonl": '{"id": 1, "text": "نص", "date": "2021-12-04"}\n'.encode(),
    ".txt": "نص الخبر.".encode(),
}


@pytest.mark.parametrize("suffix", sorted(READERS))
@given(data=st.data())
def test_any_bytes_give_articles_or_a_sentence(suffix: str, data: st.DataObject) -> None:
    seed = _SEEDS.get(suffix, b"")
    content = data.draw(
        st.one_of(
            st.binary(max_size=200),
            _WORDS.map(str.encode),
            st.tuples(st.integers(0, len(seed)), st.integers(0, 8), st.binary(max_size=8)).map(
                lambda cut: seed[: cut[0]] + cut[2] + seed[cut[0] + cut[1] :]
            ),
        )
    )
    for item in _items(READERS[suffix], content, f"a{suffix}"):
        assert isinstance(item, Draft | Skipped | Table)
        if isinstance(item, Draft):
            assert item.text.strip()
            item.text.encode()
