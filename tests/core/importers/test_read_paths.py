import os
from pathlib import Path

import pytest

from core.errors import KnownError
from core.importers import Skipped, limits, read_paths
from core.model import Article, article_id

_TEXT = "قال المتحدث إن المحادثات تبدأ غدا.\n"


def _read(*paths: Path, **options: object) -> tuple[list[Article], list[Skipped]]:
    found = list(read_paths(paths, **options))  # type: ignore[arg-type]
    return [item for item in found if isinstance(item, Article)], [item for item in found if isinstance(item, Skipped)]


def _write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def test_a_folder_is_read_recursively_in_order_and_only_articles(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            "b.txt": "ب",
            "a.TXT": "أ",
            "sub/c.txt": "ج",
            "._a.txt": "x",
            ".git/d.txt": "x",
            "e.json": "{}",
            "README.md": "x",
            "page.html": "<p>صفحة محفوظة من الموقع",
            "page_files/frame.html": "<p>إطار",
        },
    )
    articles, skipped = _read(tmp_path)
    assert [article.file for article in articles] == ["a.TXT", "b.txt", "page.html", "sub/c.txt"]
    assert skipped == []


def test_text_is_canonical_and_the_id_is_made_from_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffسطر أول\r\nسطر ثان\u2028\x00ثالث".encode())
    (article,), _ = _read(path)
    assert article.text == "سطر أول\nسطر ثان\nثالث"
    assert article.id == article_id(article.text)
    assert article.file == "a.txt"


def test_clean_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    text = "\n  مُشَكَّلٌ ـــ ٣٫٥\u00a0٪\n\nأ\u200cب 👩‍👧\n\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert _read(tmp_path)[0][0].text == text


def test_ids_by_file_are_unique_in_the_call(tmp_path: Path) -> None:
    _write(tmp_path, {"one/a.txt": "أ", "one/b.txt": "ب", "two/a.txt": "ت", "three/x/a.txt": "ث"})
    articles, _ = _read(tmp_path, ids="file")
    assert {article.id: article.text for article in articles} == {
        "one/a.txt": "أ",
        "b.txt": "ب",
        "two/a.txt": "ت",
        "three/x/a.txt": "ث",
    }
    articles, _ = _read(tmp_path / "one", tmp_path / "two", ids="file")
    assert len({article.id for article in articles}) == 3


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    _write(tmp_path, {"a.txt": "أ"})
    _write(tmp_path, {"b.txt": "ب"})
    articles, _ = _read(tmp_path, tmp_path / "a.txt", tmp_path)
    assert [article.file for article in articles] == ["a.txt", "b.txt"]


def test_metadata_beside_the_files(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            "a.txt": f"نشر في 1 يناير 2020\n{_TEXT}المصدر: وكالة الريح",
            "b.txt": _TEXT,
            "articles.csv": "\ufefffile,source,title,author,published,url\r\n"
            'a.txt,"صحيفة, النهر",عنوان,كاتب,2021-12-04,https://example.org\r\nb.txt\r\n',
        },
    )
    (a, b), skipped = _read(tmp_path)
    assert (a.source, a.title, a.author, a.published, a.url) == (
        "صحيفة, النهر",
        "عنوان",
        "كاتب",
        "2021-12-04",
        "https://example.org",
    )
    assert (b.source, b.published) == ("", None)
    assert skipped == []


def test_the_table_itself_is_no_article(tmp_path: Path) -> None:
    _write(tmp_path, {"a.txt": _TEXT, "articles.csv": "file,source\na.txt,النهر\n"})
    (article,), skipped = _read(*sorted(tmp_path.iterdir()))
    assert (article.source, skipped) == ("النهر", [])


def test_what_stands_for_all_files_comes_first_and_the_text_last(tmp_path: Path) -> None:
    _write(tmp_path, {"a.txt": f"{_TEXT}المصدر: وكالة الريح", "articles.csv": "file,published\na.txt,2021-12-04\n"})
    (article,), _ = _read(tmp_path / "a.txt")
    assert (article.source, article.published) == ("وكالة الريح", "2021-12-04")
    (article,), _ = _read(tmp_path, source="النهر", published="2022-01-01")
    assert (article.source, article.published) == ("النهر", "2022-01-01")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("name,source\na.txt,x\n", "file"),
        ('file,source\na.txt,"x\n', "line"),
        ("file,published\na.txt,4 December\n", "2021-12-04"),
        ("file,published\na.txt,2021-02-30\n", "2021-02-30"),
        ("file,source\ngone.txt,x\n", "gone.txt"),
        ("file,source\na.txt,x,y\n", "line 2"),
        (b"\x00\x01\x02" * 50, "articles.csv"),
    ],
)
def test_a_broken_table_is_reported_and_the_articles_are_read(tmp_path: Path, table: str | bytes, said: str) -> None:
    _write(tmp_path, {"a.txt": _TEXT, "articles.csv": table})
    articles, skipped = _read(tmp_path)
    assert [article.text for article in articles] == [_TEXT]
    assert len(skipped) == 1
    assert skipped[0].file == "articles.csv"
    assert said in skipped[0].error.en


def test_a_table_with_semicolons_is_read(tmp_path: Path) -> None:
    _write(tmp_path, {"a.txt": _TEXT, "articles.csv": "File;Source\na.txt;وكالة, الريح\n"})
    assert _read(tmp_path)[0][0].source == "وكالة, الريح"


def test_a_lone_file_does_not_answer_for_its_neighbours(tmp_path: Path) -> None:
    _write(tmp_path, {"a.txt": _TEXT, "articles.csv": "file\ngone.txt\n"})
    assert _read(tmp_path / "a.txt")[1] == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\r\n\xef\xbb\xbf"),
        ("binary.txt", bytes(range(256)) * 40),
        ("broken.txt", _TEXT.encode() * 3 + b"\xff\xfe" + _TEXT.encode()),
        ("page.pdf", b"%PDF-1.4"),
    ],
)
def test_a_bad_file_is_one_sentence_and_the_rest_goes_on(tmp_path: Path, name: str, content: bytes) -> None:
    _write(tmp_path, {name: content, "good.txt": _TEXT})
    articles, skipped = _read(tmp_path / name, tmp_path / "good.txt")
    assert [article.file for article in articles] == ["good.txt"]
    assert [item.file for item in skipped] == [name]
    for sentence in (skipped[0].error.ar, skipped[0].error.en):
        assert name in sentence
        assert "\n" not in sentence


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(limits.FILE_BYTES + 1)
    _, (skipped,) = _read(path)
    assert "limit is 50" in skipped.error.en


def test_missing_paths_and_folders_without_articles_are_reported(tmp_path: Path) -> None:
    _write(tmp_path, {"empty/articles.csv": "file\n", "empty/expected.json": "{}"})
    articles, skipped = _read(tmp_path / "gone.txt", tmp_path / "empty")
    assert articles == []
    assert {item.file for item in skipped} == {"gone.txt", str(tmp_path / "empty")}
    assert any("no file or folder" in item.error.en for item in skipped)
    assert any("no articles" in item.error.en for item in skipped)


def test_an_unreadable_file_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, {"a.txt": _TEXT, "b.txt": _TEXT})
    open_file = Path.open

    def refuse(path: Path, mode: str = "r") -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return open_file(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    articles, (skipped,) = _read(tmp_path)
    assert [article.file for article in articles] == ["b.txt"]
    assert "may not read" in skipped.error.en


def test_an_unreadable_folder_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, {"a.txt": _TEXT, "closed/b.txt": _TEXT})
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    articles, (skipped,) = _read(tmp_path)
    assert [article.file for article in articles] == ["a.txt"]
    assert "closed" in skipped.error.en


def test_an_invalid_date_for_all_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    _write(tmp_path, {"a.txt": _TEXT})
    with pytest.raises(KnownError, match="2021-12-04"):
        _read(tmp_path, published="yesterday")


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX only")
def test_a_file_name_that_is_no_utf8_can_be_printed(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe3\xde.txt")).write_text(_TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (article,), _ = _read(tmp_path, ids="file")
    article.id.encode()
    article.file.encode()
