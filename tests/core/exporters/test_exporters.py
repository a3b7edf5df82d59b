import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import exporters, flat
from core.errors import KnownError
from core.exporters import csv_
from core.exporters.aside import written_aside
from core.importers import Skipped
from core.importers.exports import kind_of, read_annotations, read_verdicts
from core.model import (
    Annotation,
    Approx,
    Article,
    ArticleClaim,
    Attribution,
    Claim,
    ClaimKind,
    Entity,
    Fact,
    Mention,
    Modality,
    ObsoleteVerdict,
    Origin,
    Polarity,
    Quantity,
    QuantityKind,
    Quote,
    QuoteKind,
    Reason,
    Relation,
    RelationKind,
    Show,
    Span,
    Status,
    TimeKind,
    TimeValue,
    Verdict,
    VerdictKind,
)
from core.text.cells import guarded, unguarded

_ALPHABET = "=+-@'\"\t\r\n,;أبد 12.٣😀"
_NOTES = st.text(st.sampled_from(_ALPHABET), max_size=12)
_TEXT = "=قال -5 بوتين 😀، إن «94 ألف» جندي\nثم غادر +7 يوم الثلاثاء"
_ARTICLE = Article("a1", _TEXT, "عنوان, طويل", "رويترز", "كاتب", "2021-12-04", "https://example.org", "003.txt")


@st.composite
def _spans(draw: st.DrawFn) -> tuple[int, int, str]:
    start = draw(st.integers(0, len(_TEXT) - 1))
    end = draw(st.integers(start + 1, len(_TEXT)))
    return start, end, _TEXT[start:end]


_NUMBERS = st.none() | st.integers(-(10**9), 10**12) | st.floats(allow_nan=False, allow_infinity=False)
_QUANTITIES = st.builds(
    Quantity,
    _NUMBERS,
    _NUMBERS,
    st.none() | st.sampled_from(["جندي", "USD", "=x"]),
    st.sampled_from(Approx),
    st.sampled_from(QuantityKind),
    st.none() | st.just("PT2H"),
)
_TIMES = st.builds(
    TimeValue,
    st.sampled_from(["2021-12-07", "XXXX-WXX-4", "PT4H"]),
    st.none() | st.just("2021-12-07"),
    st.none() | st.just("2021-12-08"),
    st.sampled_from(TimeKind),
    st.none() | st.just("START"),
)
_NAMES = st.text(st.sampled_from(_ALPHABET), min_size=1, max_size=8)
_MENTIONS = st.none() | st.builds(lambda span, name: Mention(*span, name), _spans(), _NAMES)
_ENTITIES = st.builds(
    lambda span, label, name, origin, score, value: Entity(*span, label, name, origin, score, value),
    _spans(),
    st.sampled_from(["PER", "QUANTITY", "direct", "وسم خاص", "-x"]),
    _NAMES,
    st.sampled_from(Origin),
    st.floats(0, 1),
    st.none() | _QUANTITIES | _TIMES,
)
_QUOTES = st.builds(
    lambda span, kind, denial, via, speaker, cue: Quote(*span, kind, denial, via, speaker, cue),
    _spans(),
    st.sampled_from(QuoteKind),
    st.booleans(),
    st.none() | _NAMES,
    _MENTIONS,
    _MENTIONS,
)
_CLAIMS = st.builds(
    lambda span, kind, clause, value, modality, polarity, who, worth: Claim(
        *span, kind, Span(clause[0], clause[1]), value, modality, polarity, who, worth
    ),
    _spans(),
    st.sampled_from(ClaimKind),
    _spans(),
    st.none() | _QUANTITIES | _TIMES | _NAMES,
    st.sampled_from(Modality),
    st.sampled_from(Polarity),
    st.builds(Attribution, st.none() | _NAMES, st.none() | _NAMES),
    st.floats(0, 1),
)
_ANNOTATIONS = st.builds(
    Annotation,
    st.uuids().map(lambda key: key.hex),
    st.just("a1"),
    _ENTITIES | _QUOTES | _CLAIMS,
    st.sampled_from(Status),
    _NOTES,
    st.just("2026-01-01T10:00:00+00:00"),
    st.just("2026-01-02T10:00:00+00:00"),
    _NOTES,
)


class _Project:
    """A project as exports see it."""

    def __init__(
        self, marks: list[Annotation], facts: list[Fact] | None = None, verdicts: list[Verdict] | None = None
    ) -> None:
        self._marks, self._facts, self._verdicts = marks, facts or [], verdicts or []
        self._articles = {
            key: Article(key, _TEXT, "عنوان, طويل", source) for key, source in (("a1", "رويترز"), ("a2", "النهر"))
        }
        self._articles["a1"] = _ARTICLE

    def article_ids(self) -> list[str]:
        return list(self._articles)

    def article(self, article_id: str) -> Article:
        return self._articles[article_id]

    def annotations(self, article_id: str) -> list[Annotation]:
        return [mark for mark in self._marks if mark.article_id == article_id]

    def facts(self) -> list[Fact]:
        return self._facts

    def verdicts(self) -> dict[str, Verdict]:
        return {verdict.relation_id: verdict for verdict in self._verdicts}

    def assignments(self) -> dict[str, object]:
        return {}

    def obsolete_verdicts(self) -> list[ObsoleteVerdict]:
        return [ObsoleteVerdict(verdict, "كم؟", None, None) for verdict in self._verdicts if not self._facts]


def _claim(start: int, end: int, value: Quantity, modality: Modality = Modality.ASSERTED) -> Claim:
    return Claim(
        start,
        end,
        _TEXT[start:end],
        ClaimKind.QUANTITY,
        Span(0, 30),
        value,
        modality,
        attribution=Attribution("جو", "تاس"),
    )


def _fact() -> Fact:
    claims = (
        ArticleClaim("a1", _claim(22, 28, Quantity(94000.0, None, "جندي", Approx.AT_LEAST))),
        ArticleClaim("a2", _claim(5, 7, Quantity(175000.0, 175000.0, "جندي"), Modality.POSSIBLE)),
        ArticleClaim("a2", _claim(22, 28, Quantity(94000.0, None, "جندي", Approx.AT_LEAST))),
    )
    relations = (
        Relation(0, 1, RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.83, "81000 (86 %)", "لأن النطاق مختلف", "scope"),
        Relation(0, 2, RelationKind.CORROBORATES, Show.AGREE, 0.9, "", "متفقان", "agree"),
    )
    return Fact("f1", "كم عدد القوات؟", "How many?", ClaimKind.QUANTITY, "حشد", claims, relations)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("format_", ["csv", "jsonl"])
@given(marks=st.lists(_ANNOTATIONS, max_size=5))
def test_annotations_come_back_without_loss(
    tmp_path_factory: pytest.TempPathFactory, format_: str, marks: list[Annotation]
) -> None:
    path = tmp_path_factory.mktemp("export") / f"annotations.{format_}"
    exporters.export(_Project(marks), "annotations", format_, path)
    assert list(read_annotations(path, {"a1": _ARTICLE}.get)) == marks
    assert kind_of(path) == "annotations" or not marks


_ANNOTATION_COLUMNS = """
annotation_id, article_id, article_title, source, published, start, end, text, label, name, value, unit, value_low,
value_high, timex, approx, attribution, modality, polarity, origin, score, status, editor, created_at, updated_at, note,
context_before, context_after
"""
_CONTRADICTION_COLUMNS = """
contradiction_id, fact, kind, relation, a_article, a_source, a_published, a_start, a_end, a_text, a_value,
a_attribution, b_article, b_source, b_published, b_start, b_end, b_text, b_value, b_attribution, difference,
difference_percent, verdict, reason, note, reviewer, reviewed_at, score
"""


@pytest.mark.parametrize(
    ("what", "columns"), [("annotations", _ANNOTATION_COLUMNS), ("contradictions", _CONTRADICTION_COLUMNS)]
)
def test_the_columns_are_those_that_are_documented(tmp_path: Path, what: str, columns: str) -> None:
    exporters.export(_Project([], [_fact()]), what, "csv", tmp_path / "x.csv")
    header = (tmp_path / "x.csv").read_bytes().splitlines()[0].decode("utf-8-sig")
    assert header.split(",") == columns.replace("\n", " ").strip().split(", ")


def test_flat_columns_hold_the_value_for_a_spreadsheet() -> None:
    mark = Annotation("x", "a1", _claim(22, 28, Quantity(94000.0, None, "جندي", Approx.AT_LEAST)))
    row = flat.row(mark, _ARTICLE)
    assert (row["value_low"], row["value_high"], row["unit"], row["approx"]) == (94000, None, "جندي", "at_least")
    assert (row["label"], row["modality"], row["attribution"]) == ("quantity", "asserted", "جو ← تاس")
    assert row["context_before"] + row["text"] + row["context_after"] == _TEXT.partition("\n")[0]


def test_what_was_changed_in_the_spreadsheet_holds() -> None:
    row = flat.row(Annotation("x", "a1", _claim(22, 28, Quantity(94000.0, None, "جندي", Approx.AT_LEAST))), _ARTICLE)
    cells = {
        name: "" if cell is None else json.dumps(cell) if isinstance(cell, dict) else str(cell)
        for name, cell in row.items()
    }
    item = flat.annotation(
        cells | {"value_low": "90000", "value_high": "100000", "approx": "range", "note": "صُحح"}
    ).item
    assert isinstance(item, Claim)
    assert item.value == Quantity(90000, 100000, "جندي", Approx.RANGE)


def test_contradictions_carry_both_sides_the_difference_and_the_verdict(tmp_path: Path) -> None:
    fact = _fact()
    key = fact.relation_id(fact.relations[0])
    verdict = Verdict(key, VerdictKind.COMPATIBLE, Reason.SCOPE, "-ملاحظة", "سلمى", "2026-01-01T00:00:00+00:00")
    exporters.export(_Project([], [fact], [verdict]), "contradictions", "csv", tmp_path / "c.csv")
    (row,) = _rows(tmp_path / "c.csv")
    assert row["contradiction_id"] == key
    assert (row["a_article"], row["a_source"], row["a_value"]) == ("a1", "رويترز", "≥94000 جندي")
    assert (row["b_article"], row["b_value"], row["b_attribution"]) == ("a2", "175000 جندي", "جو ← تاس")
    assert (row["difference"], row["difference_percent"]) == ("81000", "86.0")
    assert (row["verdict"], row["reason"], row["reviewer"]) == ("compatible", "scope", "سلمى")
    assert row["note"] == "'-ملاحظة"


def test_the_matrix_has_a_column_for_each_source_and_json_the_whole_fact(tmp_path: Path) -> None:
    project = _Project([], [_fact()])
    exporters.export(project, "facts", "csv", tmp_path / "f.csv")
    (row,) = _rows(tmp_path / "f.csv")
    assert (row["question"], row["show"], row["رويترز"]) == ("كم عدد القوات؟", "check", _TEXT[22:28])
    exporters.export(project, "facts", "jsonl", tmp_path / "f.jsonl")
    fact = json.loads((tmp_path / "f.jsonl").read_text("utf-8"))
    assert fact["claims"][1]["article"] == "a2"
    assert fact["relations"][0]["show"] == "check"


def test_decisions_are_those_of_editors_only(tmp_path: Path) -> None:
    entity = Entity(9, 14, _TEXT[9:14], "PER", "بوتين", Origin.RULE, 0.9)
    marks = [Annotation("s", "a1", entity), Annotation("r", "a1", entity, Status.REJECTED, "سلمى", "", "2026-01-01")]
    fact = _fact()
    verdict = Verdict(fact.relation_id(fact.relations[1]), VerdictKind.CONTRADICTION, None, "", "علي", "2026-01-02")
    exporters.export(_Project(marks, [fact], [verdict]), "decisions", "csv", tmp_path / "d.csv")
    rows = _rows(tmp_path / "d.csv")
    assert [(row["on"], row["decision"], row["editor"]) for row in rows] == [
        ("entity", "rejected", "سلمى"),
        ("relation", "contradiction", "علي"),
    ]


def test_decisions_that_the_comparison_no_longer_finds_are_kept(tmp_path: Path) -> None:
    verdict = Verdict("gone", VerdictKind.COMPATIBLE, None, "ملاحظة", "علي", "2026-01-02")
    exporters.export(_Project([], [], [verdict]), "decisions", "csv", tmp_path / "d.csv")
    (row,) = _rows(tmp_path / "d.csv")
    assert (row["on"], row["decision"], row["note"], row["text"]) == (
        "obsolete relation",
        "compatible",
        "ملاحظة",
        "",
    )


def test_what_follows_from_a_decision_is_none_of_its_own(tmp_path: Path) -> None:
    fact = _fact()
    key = fact.relation_id(fact.relations[1])
    verdict = Verdict(key, VerdictKind.DIFFERENT_EVENT, None, "", "علي", "2026-01-02", "another")
    project = _Project([], [fact], [verdict])
    exporters.export(project, "decisions", "csv", tmp_path / "d.csv")
    assert _rows(tmp_path / "d.csv") == []
    exporters.export(project, "contradictions", "csv", tmp_path / "c.csv")
    assert key in {row["contradiction_id"] for row in _rows(tmp_path / "c.csv") if row["verdict"] == "different_event"}


@pytest.mark.parametrize(("bom", "begins"), [(True, b"\xef\xbb\xbfarticle_id"), (False, b"article_id")])
def test_excel_knows_the_encoding_by_the_mark(tmp_path: Path, bom: bool, begins: bytes) -> None:
    exporters.export(_Project([]), "articles", "csv", tmp_path / "a.csv", bom=bom)
    assert (tmp_path / "a.csv").read_bytes().startswith(begins)
    assert _rows(tmp_path / "a.csv")[0]["text"] == f"'{_TEXT}"


@given(st.text(st.sampled_from(_ALPHABET + "＝＠")))
def test_guarding_is_undone_to_the_letter(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "@", "\t", "\r"))


@pytest.mark.parametrize("number", ["-5", "+7", "-3.25", "94000"])
def test_numbers_stay_numbers(number: str) -> None:
    assert guarded(number) == number


@pytest.mark.parametrize("formula", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "-٥"])
def test_formulas_are_made_harmless(formula: str) -> None:
    assert guarded(formula) == f"'{formula}"


def test_headings_are_guarded_too() -> None:
    page = io.StringIO()
    csv_.write(page, ["=source"], [{"=source": -5}])
    assert page.getvalue() == "'=source\r\n-5\r\n"


def test_an_export_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(ZeroDivisionError), written_aside(path) as stream:
        stream.write(f"half {1 // 0}")
    assert path.read_text(encoding="utf-8") == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["a.csv"]


def test_a_full_disk_is_a_known_error_and_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(KnownError, match="No space"), written_aside(path):
        raise OSError(28, "No space left on device")
    assert path.read_text(encoding="utf-8") == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["a.csv"]


def test_a_folder_that_is_not_there_is_a_known_error(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="cannot be written"):
        exporters.export(_Project([]), "articles", "csv", tmp_path / "gone" / "a.csv")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": "كلام آخر"}, "does not match"),
        ({"article_id": "a9"}, "not in the project"),
        ({"start": "x"}, "annotations.csv, line 2"),
        ({"start": "9", "end": "9"}, "annotations.csv, line 2"),
        ({"status": "maybe"}, "annotations.csv, line 2"),
        ({"value": "{"}, "annotations.csv, line 2"),
        ({"value": "[1]"}, "annotations.csv, line 2"),
        ({"label": ""}, "annotations.csv, line 2"),
    ],
)
def test_a_bad_line_is_reported_and_the_rest_is_read(tmp_path: Path, change: dict[str, str], said: str) -> None:
    marks = [Annotation(key, "a1", Entity(9, 14, _TEXT[9:14], "PER", "بوتين", Origin.RULE, 0.9)) for key in ("x", "y")]
    path = tmp_path / "annotations.csv"
    exporters.export(_Project(marks), "annotations", "csv", path)
    rows = _rows(path)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0])
        writer.writeheader()
        writer.writerows([rows[0] | change, rows[1]])
    skipped, read = read_annotations(path, {"a1": _ARTICLE}.get)
    assert isinstance(skipped, Skipped)
    assert said in skipped.error.en
    assert read == marks[1]


def test_a_table_that_a_spreadsheet_saved_in_its_own_way_is_read(tmp_path: Path) -> None:
    mark = Annotation("x", "a1", Entity(9, 14, _TEXT[9:14], "PER", "بوتين", Origin.RULE, 0.9))
    path = tmp_path / "annotations.csv"
    exporters.export(_Project([mark]), "annotations", "csv", path)
    rows = _rows(path)
    for delimiter, encoding in ((";", "utf-8-sig"), ("\t", "utf-16")):
        with path.open("w", encoding=encoding, newline="") as stream:
            writer = csv.DictWriter(stream, rows[0], delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
        assert kind_of(path) == "annotations"
        assert list(read_annotations(path, {"a1": _ARTICLE}.get)) == [mark]


@pytest.mark.parametrize("format_", ["csv", "jsonl"])
def test_verdicts_come_back_without_loss(tmp_path: Path, format_: str) -> None:
    fact = _fact()
    one, two = (fact.relation_id(relation) for relation in fact.relations)
    at = "2026-01-01T00:00:00+00:00"
    verdicts = [Verdict(one, VerdictKind.COMPATIBLE, Reason.SCOPE, "=ملاحظة\n", "سلمى", at), Verdict(two, note="يراجع")]
    path = tmp_path / f"contradictions.{format_}"
    exporters.export(_Project([], [fact], verdicts), "contradictions", format_, path)
    assert kind_of(path) == "verdicts"
    assert list(read_verdicts(path)) == verdicts
    exporters.export(_Project([], [fact]), "contradictions", format_, path)
    assert list(read_verdicts(path)) == []


def test_only_exports_of_annotations_are_taken_for_such(tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("file,source\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("annotation_id article_id start end text label", encoding="utf-8")
    assert not any(kind_of(path) for path in [*tmp_path.iterdir(), tmp_path, tmp_path / "gone.csv"])
