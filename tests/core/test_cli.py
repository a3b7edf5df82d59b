import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core.cli import cli
from core.model import article_id
from core.project import Project

_ONE = "قال المتحدث باسم الكرملين دميتري بيسكوف يوم الجمعة إن روسيا حشدت أكثر من 94 ألف جندي قرب حدود أوكرانيا.\n"
_TWO = "أعلن البيت الأبيض يوم السبت أن روسيا قد تحشد ما يصل إلى 175 ألف جندي قرب أوكرانيا مطلع العام المقبل.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    (path / "one.txt").write_text(_ONE, encoding="utf-8")
    (path / "two.txt").write_text(_TWO, encoding="utf-8")
    table = "file,source,published\none.txt,النهر,2021-12-04\ntwo.txt,الضفة,2021-12-05\n"
    (path / "articles.csv").write_text(table, encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path: Path, folder: Path) -> Path:
    path = tmp_path / "story.mizan"
    for arguments in (("new", path), ("import", path, folder), ("analyze", path)):
        result = _mizan(*arguments)
        assert result.exit_code == 0, result.stderr
    return path


def _mizan(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=stdin, catch_exceptions=False)


def _lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_annotate_prints_one_object_an_article(folder: Path) -> None:
    result = _mizan("annotate", folder)
    assert result.exit_code == 0
    one, two = _lines(result.stdout)
    assert (one["id"], one["source"], one["published"], one["text"]) == ("one.txt", "النهر", "2021-12-04", _ONE)
    assert two["id"] == "two.txt"
    entities = [item for line in (one, two) for item in line["entities"]]  # type: ignore[attr-defined]
    assert any(item["label"] == "QUANTITY" and item["value"]["low"] == 94000 for item in entities)
    for line in (one, two):
        for layer in ("entities", "quotes", "claims"):
            for item in line[layer]:  # type: ignore[attr-defined]
                assert line["text"][item["start"] : item["end"]] == item["text"]  # type: ignore[index]


def test_a_batch_goes_on_past_bad_files_and_exits_1(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"")
    result = _mizan("annotate", folder, folder / "gone.txt")
    assert result.exit_code == 1
    assert [line["id"] for line in _lines(result.stdout)] == ["one.txt", "two.txt"]
    assert len(result.stderr.splitlines()) == 2
    assert "bad.txt" in result.stderr
    assert "gone.txt" in result.stderr


def test_jsonl_keeps_the_order_and_says_which_lines_are_bad() -> None:
    lines = [
        json.dumps({"id": "b", "text": _ONE, "published": "2021-12-04"}),
        "{broken",
        "",
        "[1]",
        json.dumps({"id": "a", "text": "", "published": None}),
        json.dumps({"id": 5, "text": "x"}),
        json.dumps({"text": "x"}),
        json.dumps({"id": "d", "text": "x", "published": "soon"}),
        "[" * 100_000,
        json.dumps({"id": "b", "text": "سطر\r\nآخر"}),
    ]
    result = _mizan("annotate", "--jsonl", "-", stdin="\ufeff" + "\n".join(lines) + "\n")
    assert result.exit_code == 1
    found = _lines(result.stdout)
    assert [line["id"] for line in found] == ["b", None, None, "a", None, None, None, None, "b"]
    assert [line["line"] for line in found if line["id"] is None] == [2, 4, 6, 7, 8, 9]
    assert all(line["error"] for line in found if line["id"] is None)
    assert found[0]["published"] == "2021-12-04"
    assert found[-1]["text"] == "سطر\nآخر"


def test_annotate_wants_paths_or_jsonl(tmp_path: Path) -> None:
    assert _mizan("annotate").exit_code == 2
    assert _mizan("annotate", tmp_path, "--jsonl", "x").exit_code == 2
    assert _mizan("annotate", "--jsonl", tmp_path / "gone.jsonl").exit_code == 1
    assert _mizan("annotate", tmp_path, "--engine", "other").exit_code == 2


def test_metadata_for_all_files_of_the_call(folder: Path) -> None:
    one, _ = _lines(_mizan("annotate", folder, "--source", "البحر", "--published", "2022-01-01").stdout)
    assert (one["source"], one["published"]) == ("البحر", "2022-01-01")
    result = _mizan("annotate", folder, "--published", "1/1/2022")
    assert result.exit_code == 1
    assert result.stdout == ""


def test_compare_as_json_has_the_shape_of_the_contract(folder: Path) -> None:
    result = _mizan("compare", folder, "--json")
    assert result.exit_code == 0
    data = json.loads(result.stdout)
    assert [(item["id"], item["source"]) for item in data["articles"]] == [("one.txt", "النهر"), ("two.txt", "الضفة")]
    texts = {"one.txt": _ONE, "two.txt": _TWO}
    assert data["facts"]
    for fact in data["facts"]:
        assert set(fact) >= {"id", "question", "kind", "event", "claims", "relations"}
        for claim in fact["claims"]:
            assert texts[claim["article"]][claim["start"] : claim["end"]] == claim["text"]
        for relation in fact["relations"]:
            assert 0 <= relation["a"] < relation["b"] < len(fact["claims"])
            assert relation["show"] in {"conflict", "check", "agree", "update", "silent"}


def test_compare_prints_a_table_that_an_editor_can_read(folder: Path) -> None:
    result = _mizan("compare", folder)
    assert result.exit_code == 0
    for word in ("السؤال", "السبب", "النهر", "الضفة", "94 ألف", "175 ألف"):
        assert word in result.stdout
    english = _mizan("--lang", "en", "compare", folder).stdout
    assert "Question" in english
    assert "السبب" not in english


def test_compare_of_nothing_exits_1(tmp_path: Path) -> None:
    result = _mizan("compare", tmp_path)
    assert result.exit_code == 1
    assert "no articles" in result.stderr


def test_workers_give_the_same(folder: Path) -> None:
    assert _mizan("annotate", folder, "--workers", "2").stdout == _mizan("annotate", folder).stdout


def test_the_camel_engine_says_how_to_get_it_where_it_is_missing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.extract.camel.door.find_spec", lambda name: None)
    result = _mizan("annotate", folder, "--engine", "camel")
    assert result.exit_code == 1
    assert "camel-tools" in result.stderr


def test_tag_keeps_lines_and_order(tmp_path: Path) -> None:
    path = tmp_path / "tokens.iob"
    path.write_bytes("قال O\r\nدميتري\tB-PERS x\nبيسكوف I-PERS\n\n\nفي\nموسكو\n".encode())
    result = _mizan("tag", path)
    assert result.exit_code == 0
    lines = result.stdout.split("\n")
    assert [line.split("\t")[0] for line in lines] == ["قال", "دميتري", "بيسكوف", "", "", "في", "موسكو", ""]
    assert all(line == "" or line.count("\t") == 1 for line in lines)
    assert _mizan("tag", tmp_path / "gone.iob").exit_code == 1


def test_relate_keeps_the_rows_and_adds_two_columns(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_text('\ufeffn,s1,s2\n1,"ارتفع, النفط",انخفض النفط\n2,x\n3,"سطر\nآخر",سطر\n', encoding="utf-8")
    result = _mizan("relate", path)
    rows = list(csv.DictReader(result.stdout.splitlines(keepends=True)))
    assert [row["n"] for row in rows] == ["1", "2", "3"]
    assert (rows[0]["s1"], rows[2]["s1"]) == ("ارتفع, النفط", "سطر\nآخر")
    assert {rows[0]["relation"], rows[2]["relation"]} <= {"agree", "disagree", "other"}
    assert 0 <= float(rows[0]["score"]) <= 1
    assert (rows[1]["relation"], result.exit_code) == ("", 1)
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    assert "s1" in _mizan("relate", path).stderr


def test_import_reports_doubles_and_skipped_files(project: Path, folder: Path) -> None:
    (folder / "copy.txt").write_text(_ONE, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    result = _mizan("import", project, folder)
    assert result.exit_code == 1
    assert "copy.txt" in result.stderr
    assert "empty.txt" in result.stderr
    with Project.open(project) as opened:
        assert opened.article_ids() == [article_id(_ONE), article_id(_TWO)]


def test_search_is_blind_to_spelling(project: Path) -> None:
    (hit,) = _lines(_mizan("search", project, "اوكرانيا", "--json", "--limit", "1").stdout)
    assert hit["snippet"][hit["snippet_start"] : hit["snippet_end"]] == "أوكرانيا"  # type: ignore[index]
    assert "أوكرانيا" in _mizan("search", project, "اوكرانيا").stdout


def test_export_and_import_bring_everything_back(project: Path, folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "annotations.csv"
    assert _mizan("export", project, "--what", "annotations", "-o", table).exit_code == 0
    other = tmp_path / "other.mizan"
    for arguments in (("new", other), ("import", other, folder), ("import", other, table)):
        result = _mizan(*arguments)
        assert result.exit_code == 0, result.stderr
    again = tmp_path / "again.csv"
    assert _mizan("export", other, "--what", "annotations", "-o", again).exit_code == 0
    assert again.read_bytes() == table.read_bytes()


def test_verdicts_written_into_the_table_come_back_as_one_step(project: Path, tmp_path: Path) -> None:
    table = tmp_path / "contradictions.csv"
    _mizan("export", project, "--what", "contradictions", "-o", table)
    with table.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows
    decided = rows[0] | {"verdict": "compatible", "reason": "scope", "note": "الرقمان لزمنين", "reviewer": "سلمى"}
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows([decided, *rows[1:], decided | {"verdict": "perhaps"}])
    result = _mizan("import", project, table)
    assert result.exit_code == 1
    assert "perhaps" in result.stderr
    with Project.open(project) as opened:
        (verdict,) = opened.verdicts().values()
        assert (verdict.kind, verdict.reason, verdict.editor) == ("compatible", "scope", "سلمى")
        opened.undo()
        assert opened.verdicts() == {}


@pytest.mark.parametrize("what", ["annotations", "claims", "contradictions", "facts", "articles", "decisions"])
@pytest.mark.parametrize("format_", ["csv", "jsonl"])
def test_every_export_is_written(project: Path, tmp_path: Path, what: str, format_: str) -> None:
    path = tmp_path / f"out.{format_}"
    result = _mizan("export", project, "--what", what, "--format", format_, "-o", path, "--no-bom")
    assert result.exit_code == 0
    if format_ == "jsonl":
        _lines(path.read_text("utf-8"))
    else:
        assert not path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_annotations_of_unknown_articles_are_left_out(project: Path, tmp_path: Path) -> None:
    table = tmp_path / "annotations.jsonl"
    _mizan("export", project, "--what", "annotations", "--format", "jsonl", "-o", table)
    empty = tmp_path / "empty.mizan"
    _mizan("new", empty)
    result = _mizan("import", empty, table)
    assert result.exit_code == 1
    assert "import the articles first" in result.stderr


def test_a_sound_project_passes_the_check_and_a_damaged_one_does_not(project: Path, tmp_path: Path) -> None:
    assert _mizan("check", project).exit_code == 0
    damaged = tmp_path / "damaged.mizan"
    damaged.write_bytes(project.read_bytes()[:5000])
    assert _mizan("check", damaged).exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("analyze", "gone.mizan"),
        ("search", "gone.mizan", "x"),
        ("check", "gone.mizan"),
        ("export", "gone.mizan", "--what", "facts", "-o", "x.csv"),
        ("import", "gone.mizan", "."),
    ],
)
def test_a_missing_project_is_one_line(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = _mizan(*arguments)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_new_does_not_overwrite(project: Path) -> None:
    before = project.read_bytes()
    assert _mizan("new", project).exit_code == 1
    assert project.read_bytes() == before


def test_messages_come_in_the_language_that_was_asked_for(tmp_path: Path) -> None:
    both, arabic, english = (
        _mizan(*language, "compare", tmp_path / "gone").stderr for language in ((), ("--lang", "ar"), ("--lang", "en"))
    )
    assert "خطأ" in both
    assert "Error" in both
    assert "Error" not in arabic
    assert "خطأ" not in english


def test_models_lists_the_engines() -> None:
    names = [line["name"] for line in _lines(_mizan("models", "--json").stdout)]
    assert names[:2] == ["builtin", "camel"]
    assert "builtin" in _mizan("models").stdout


@pytest.mark.parametrize("arguments", [[], ["--help"], ["--version"], ["annotate", "--help"], ["nonsense"]])
def test_help_and_wrong_usage(arguments: list[str]) -> None:
    assert _mizan(*arguments).exit_code == (2 if arguments in ([], ["nonsense"]) else 0)


def test_no_command_imports_qt_or_torch(folder: Path, tmp_path: Path) -> None:
    script = f"""
import sys
from core.cli import main
project = {str(tmp_path / "p.mizan")!r}
for arguments in (
    ["new", project], ["import", project, {str(folder)!r}], ["analyze", project], ["search", project, "x"],
    ["check", project], ["export", project, "--what", "facts", "-o", {str(tmp_path / "f.csv")!r}],
    ["annotate", {str(folder)!r}], ["compare", {str(folder)!r}], ["models"],
):
    assert main(arguments) == 0, arguments
heavy = {{"PySide6", "shiboken6", "torch", "transformers", "sklearn", "scipy", "camel_tools"}}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr


def test_help_imports_nothing_that_takes_time() -> None:
    script = (
        "import sys\nfrom core.cli import main\nmain(['--help'])\n"
        "slow = {'rich', 'sqlite_utils', 'babel', 'charset_normalizer', 'pycrfsuite', 'core.project'}\n"
        "assert not slow & set(sys.modules), slow & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr


def test_output_is_utf8_whatever_the_locale_says(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "core.cli", "annotate", str(folder / "one.txt")],
        check=True,
        capture_output=True,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PATH": ""},
    )
    assert json.loads(done.stdout.decode("utf-8"))["text"] == _ONE


def test_report_writes_what_the_ending_says(project: Path, tmp_path: Path) -> None:
    page, document = tmp_path / "report.html", tmp_path / "report.docx"
    for path in (page, document):
        result = _mizan("report", project, "-o", path)
        assert result.exit_code == 0, result.stderr
    text = page.read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in text
    assert "94 ألف" in text
    assert document.read_bytes().startswith(b"PK")
    assert _mizan("report", project, "-o", page, "--lang", "en", "--all").exit_code == 0
    assert '<html lang="en" dir="ltr">' in page.read_text("utf-8")


@pytest.mark.parametrize("name", ["report.odt", "report", "gone/report.html", "report.pdf"])
def test_a_report_that_cannot_be_written_is_one_sentence(project: Path, tmp_path: Path, name: str) -> None:
    before = sorted(tmp_path.iterdir())
    result = _mizan("report", project, "-o", tmp_path / name)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert name in result.stderr or ".docx" in result.stderr
    assert sorted(tmp_path.iterdir()) == before


def test_an_empty_project_has_no_report(tmp_path: Path) -> None:
    _mizan("new", tmp_path / "empty.mizan")
    result = _mizan("report", tmp_path / "empty.mizan", "-o", tmp_path / "report.html")
    assert result.exit_code == 1
    assert "mizan import" in result.stderr


def test_articles_in_a_table_come_in_by_their_columns(project: Path, tmp_path: Path) -> None:
    table = tmp_path / "news.csv"
    table.write_text(f"who;what\nالنهر;{_ONE.strip()} زيادة\nالضفة;\n", encoding="utf-8")
    result = _mizan("import", project, table, "--map", "text=what,source=who")
    assert result.exit_code == 1
    assert "line 3: there is no text" in result.stderr
    assert "Imported: 1" in result.stderr
    for command in ("annotate", "compare"):
        result = _mizan(
            command, table, "--map", "text=what", "--map", "source=who", *(["--json"] * (command == "compare"))
        )
        assert result.exit_code == 1
        assert "النهر" in result.stdout
    assert _mizan("import", project, table, "--map", "body=what").exit_code == 2
    assert "no column “x”" in _mizan("import", project, table, "--map", "text=x").stderr


def test_what_a_reader_mended_is_told(project: Path, tmp_path: Path) -> None:
    feed = tmp_path / "news.rss"
    feed.write_text(f"<rss><item><title>خبر</title><description>{_ONE}</description></item></rss>", encoding="utf-8")
    result = _mizan("import", project, feed)
    assert result.exit_code == 0
    assert "news.rss/1: The feed gives a summary" in result.stderr
