"""What can be saved of a damaged file is saved, what cannot is told, and the damaged file stays as it is."""

from __future__ import annotations

import gzip
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from making import Making

from core.cli import main
from core.errors import KnownError
from core.model import Status, VerdictKind
from core.project import Project
from core.store import schema
from core.store.edits import SetNote, SetStatus, SetVerdict
from core.store.pages import Pages
from core.store.repair import Repaired, repair

OLDER = Path(__file__).parents[2] / "data" / "projects"
PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of 42 articles, 39 of which have a decision, with an index, a fact, a verdict and a long note."""
    make = Making()
    path = tmp_path_factory.mktemp("whole") / "story.mizan"
    first = make.articles()
    articles = [make.article(f"{number} {text}") for number in range(13) for text in make.texts]
    with Project.create(path, "سارة") as project:
        project.import_articles([*first, *articles])
        analyses = [make.analysis(article) for article in (*first, *articles)]
        project.store_analysis(analyses)
        project.store_facts([make.fact(*((one.article, one.claims[0]) for one in analyses[:3]))])
        assert list(project.index_steps())
        for article in articles:
            mark = project.annotations(article.id)[0]
            project.apply(SetStatus((mark.id,), Status.ACCEPTED))
        project.apply(SetNote(mark.id, "ملاحظة طويلة " * 1000))
        fact = project.facts()[0]
        project.apply(SetVerdict((fact.relation_id(fact.relations[0]),), VerdictKind.COMPATIBLE))
    return path


@pytest.fixture
def closed(whole: Path, tmp_path: Path) -> Path:
    """A copy to be damaged."""
    return Path(shutil.copy(whole, tmp_path))


def saved(path: Path) -> tuple[Repaired, Project]:
    before = path.read_bytes()
    out = path.with_name("saved.mizan")
    result = repair(path, out)
    assert path.read_bytes() == before
    project = Project.open(out, "سارة")
    assert project.check() == []
    return result, project


def contents(path: Path) -> dict[str, set[object]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: set(connection.execute(f"SELECT * FROM {table}"))
            for table in tables
            if not table.startswith(("search", "sqlite", "_"))
        }


def root(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    return int(page)


def spoil(path: Path, page: int, content: bytes = b"\xff" * PAGE, at: int = 0) -> None:
    data = bytearray(path.read_bytes())
    start = (page - 1) * PAGE + at
    data[start : start + len(content)] = content
    path.write_bytes(data)


def change(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(statement)
        other.commit()


def test_rows_are_read_as_sqlite_reads_them(closed: Path) -> None:
    pages = Pages(closed.read_bytes())
    found: dict[str, int] = {}
    for row in pages.rows():
        assert row.table
        found[row.table] = found.get(row.table, 0) + 1
    with closing(sqlite3.connect(closed)) as connection:
        for table in schema.TABLES - {"search"}:
            (number,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            assert found.get(table, 0) == number, table
    assert not pages.broken.keys() & schema.TABLES


def test_a_sound_file_is_saved_whole(closed: Path) -> None:
    expected = contents(closed)
    result, project = saved(closed)
    assert result.lost == []
    assert project.undo()
    assert project.redo()
    project.close()
    assert contents(project.path) == expected


@pytest.mark.parametrize(
    "index", ["annotations_by_name", "annotations_by_article", "sqlite_autoindex_articles_1", "search_data"]
)
def test_a_broken_index_costs_nothing(closed: Path, index: str) -> None:
    spoil(closed, root(closed, index))
    with pytest.raises(AssertionError), Project.open(closed) as broken:
        assert broken.check() == []
    result, project = saved(closed)
    assert result.lost == []
    assert len(project.search("جندي")) > 40
    project.close()


def test_the_inner_page_of_a_table_costs_nothing_either(closed: Path) -> None:
    """Its leaves are found without it."""
    spoil(closed, root(closed, "annotations"))
    before = 3 * 13 + 3
    result, project = saved(closed)
    marks = [mark for key in project.article_ids() for mark in project.annotations(key)]
    assert sum(mark.status == "accepted" for mark in marks) == before - 3
    assert any(len(mark.note) > 10_000 for mark in marks)
    assert len(result.lost) == 1
    project.close()


def test_a_lost_leaf_costs_its_rows_and_is_told(closed: Path) -> None:
    data = closed.read_bytes()
    page = next(
        number
        for number in range(2, len(data) // PAGE)
        if data[(number - 1) * PAGE] == 13 and b'"label":"QUANTITY"' in data[(number - 1) * PAGE : number * PAGE]
    )
    spoil(closed, page)
    result, project = saved(closed)
    assert result.saved["annotations"] > 60
    assert any("marks" in one.en and "علامات" in one.ar for one in result.lost)
    assert project.can_undo is None  # a step might stand on what is gone
    assert project.comparison_is_stale
    mark = next(mark for key in project.article_ids() for mark in project.annotations(key))
    project.apply(SetNote(mark.id, "ثم يستمر العمل"))
    assert project.undo()
    project.close()


def test_the_first_page_may_be_gone(closed: Path, make: Making) -> None:
    """No head, no list of tables: every row is one without a table."""
    spoil(closed, 1)
    result, project = saved(closed)
    assert len(project.article_ids()) == 42
    assert sum(mark.status == "accepted" for key in project.article_ids() for mark in project.annotations(key)) == 39
    assert len(project.verdicts()) == 1
    assert {one.editor for one in project.history()} == {"سارة"}
    assert result.saved["texts"] == 42
    project.close()


def test_a_text_that_is_another_is_left_out_with_its_marks(closed: Path, make: Making) -> None:
    change(closed, "UPDATE texts SET text = 'س' || substr(text, 2) WHERE number = 1")
    result, project = saved(closed)
    assert make.articles()[0].id not in project.article_ids()
    assert len(project.article_ids()) == 41
    assert any("عنوان 0" in one.ar and "Import it again" in one.en for one in result.lost)
    assert len(project.verdicts()) == 1  # it keeps the words that it was about
    project.close()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ('UPDATE annotations SET start = start + 1, "end" = "end" + 1 WHERE number = 1', "put back"),
        ("UPDATE annotations SET data = '{' WHERE number = 1", "unknown"),
        ("UPDATE annotations SET article_id = 'none' WHERE number = 1", "marks"),
        ("UPDATE annotations SET editor = 'none' WHERE status <> 'suggested'", "Editors whose names"),
        ("DELETE FROM texts WHERE number = 1", "text is damaged"),
        ("DELETE FROM articles WHERE number = 1", "its title, source and date"),
        ("DELETE FROM facts", "comparing finds them"),
    ],
)
def test_rows_that_contradict_each_other(closed: Path, damage: str, said: str) -> None:
    change(closed, damage)
    result, project = saved(closed)
    assert any(said in one.en for one in result.lost), result.lost
    assert all(any("\u0620" <= letter <= "\u064a" for letter in one.ar) for one in result.lost)
    project.close()


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bytes_anywhere(closed: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(closed.read_bytes())
    for _ in range(chance.choice((1, 20, 200))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    closed.write_bytes(data)
    result, project = saved(closed)
    assert result.saved["texts"] + len(result.lost) >= 42 - 200
    project.close()


@pytest.mark.parametrize("kept", [0.7, 0.85, 0.97])
def test_a_file_cut_short(closed: Path, kept: float) -> None:
    data = closed.read_bytes()
    closed.write_bytes(data[: int(len(data) * kept)])
    with pytest.raises(KnownError, match="damaged"):
        Project.open(closed)
    result, project = saved(closed)
    assert project.article_ids()
    assert result.lost
    project.close()


def test_what_the_log_holds_is_saved_too(filled: Project, make: Making, tmp_path: Path) -> None:
    mark = filled.annotations(make.articles()[0].id)[0]
    filled.apply(SetNote(mark.id, "في السجل وحده"))
    copy = tmp_path / "copy.mizan"
    for end in ("", "-wal"):
        Path(f"{copy}{end}").write_bytes(Path(f"{filled.path}{end}").read_bytes())
    _, project = saved(copy)
    assert project.annotation(mark.id).note == "في السجل وحده"  # type: ignore[union-attr]
    project.close()


@pytest.mark.parametrize("content", [b"", b"no project " * 900, bytes(3 * PAGE)])
def test_what_holds_no_article_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "text.mizan"
    path.write_bytes(content)
    with pytest.raises(KnownError, match="No article"):
        repair(path, tmp_path / "out.mizan")
    assert list(tmp_path.iterdir()) == [path]


def test_the_command(closed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(closed, "DELETE FROM texts WHERE number = 1")
    assert main(["check", str(closed)]) == 1
    assert "--repair" in capsys.readouterr().err
    assert main(["check", "--repair", str(closed)]) == 1
    err = capsys.readouterr().err
    out = closed.with_name("story-repaired.mizan")
    assert str(out) in err
    assert "عنوان 0" in err
    assert main(["check", str(out)]) == 0
    assert main(["check", "--repair", str(out)]) == 0  # nothing to do
    assert main(["check", "--repair", str(closed)]) == 1  # never over what is there
    assert "exists already" in capsys.readouterr().err


@pytest.mark.parametrize("path", sorted(OLDER.glob("*.mizan.gz")), ids=lambda path: path.stem)
def test_files_of_older_programs_are_saved_too(path: Path, tmp_path: Path) -> None:
    copy, other = tmp_path / "old.mizan", tmp_path / "sound.mizan"
    for unpacked in (copy, other):
        unpacked.write_bytes(gzip.decompress(path.read_bytes()))
    with Project.open(other) as sound:
        keys = sound.article_ids()
        marks = [mark for key in keys for mark in sound.annotations(key)]
    result, project = saved(copy)
    assert result.lost == []
    assert project.article_ids() == keys
    assert [mark for key in keys for mark in project.annotations(key)] == marks
    project.close()
