"""Our files in the hands of the programs that they are for, and theirs in ours.

The code of Label Studio and doccano runs in a process of its own: in this Python, or in those that MIZAN_PEERS names.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import cassis
import pytest
from made import Made

from core import exporters
from core.importers import annotated
from core.importers.exports import read_annotations
from core.model import Annotation, Article, Entity, Origin, Quote, QuoteKind, Status, article_id
from core.text.offsets import Utf16Map

_PEERS = os.environ.get("MIZAN_PEERS", sys.executable).split(os.pathsep)
_TEXT = "🙂 قال سَلْمى حدّاد إن «الجسر مفتوح».\n\nوأكّدت BBC ذلك في بيروت 👩‍👩‍👧."


@pytest.fixture
def made() -> Made:
    """A text whose offsets differ in every way of counting them."""
    article = Article(article_id(_TEXT), _TEXT, "الجسر", "النهر", published="2026-01-05", file="جسر.txt")

    def entity(words: str, label: str, status: Status) -> Annotation:
        start = _TEXT.index(words)
        item = Entity(start, start + len(words), words, label, words, Origin.MODEL, 0.75)
        return Annotation(f"{label}-{start}", article.id, item, status, "هدى", "2026-01-05T10:00:00+00:00")

    quoted = _TEXT.index("الجسر مفتوح")
    quote = Quote(quoted, quoted + 11, "الجسر مفتوح", QuoteKind.DIRECT)
    marks = [
        entity("سَلْمى حدّاد", "PER", Status.ACCEPTED),
        entity("BBC", "ORG", Status.SUGGESTED),
        entity("بيروت", "LOC", Status.ACCEPTED),
        Annotation("quote", article.id, quote, Status.SUGGESTED),
    ]
    return Made([article], marks)


def peer(module: str, script: str, *arguments: str) -> str:
    """What a program of the peer prints."""
    there = (
        one for one in _PEERS if not subprocess.run([one, "-c", f"import {module}"], capture_output=True).returncode
    )
    if (python := next(there, None)) is None:
        pytest.skip(f"{module} is not installed")
    command = [python, "-W", "ignore", "-c", script, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert not done.returncode, done.stderr
    return done.stdout


def words_of(made: Made) -> dict[str, str]:
    return {mark.id: mark.item.text for mark in made.marks}


@pytest.mark.parametrize(("format_", "suffix"), [("uima-xmi", ".xmi"), ("uima-json", ".json")])
def test_cassis_reads_our_marks_where_they_are(made: Made, tmp_path: Path, format_: str, suffix: str) -> None:
    path = tmp_path / "x.zip"
    exporters.export(made, "annotations", format_, path)
    with zipfile.ZipFile(path) as archive:
        (name,) = (one for one in archive.namelist() if one.endswith(suffix))
        data = BytesIO(archive.read(name))
        if suffix == ".json":
            cas = cassis.load_cas_from_json(data)
        else:
            types = cassis.load_typesystem(BytesIO(archive.read("TypeSystem.xml")))
            cas = cassis.load_cas_from_xmi(data, typesystem=types)
            begin = Utf16Map(_TEXT).to_utf16(_TEXT.index("BBC"))
            assert f'begin="{begin}"' in archive.read(name).decode()
    found = cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
    assert [(one.value, one.get_covered_text()) for one in found] == [
        ("PER", "سَلْمى حدّاد"),
        ("quote_direct", "الجسر مفتوح"),
        ("ORG", "BBC"),
        ("LOC", "بيروت"),
    ]
    tokens = cas.select("de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token")
    assert "BBC" in [one.get_covered_text() for one in tokens]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of cassis itself
@pytest.mark.parametrize("suffix", ["xmi", "json"])
def test_what_cassis_writes_is_read(tmp_path: Path, suffix: str) -> None:
    types = cassis.load_dkpro_core_typesystem()
    cas = cassis.Cas(types)
    cas.sofa_string, cas.sofa_mime = _TEXT, "text/plain"
    entity = types.get_type("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
    start = _TEXT.index("بيروت")
    cas.add(entity(begin=start, end=start + 5, value="LOC"))
    path = tmp_path / f"x.{suffix}"
    cas.to_xmi(path) if suffix == "xmi" else cas.to_json(path)
    assert annotated.format_of(path) == "uima"
    article, mark = annotated.read("uima", path, lambda _: None)
    assert isinstance(article, Article)
    assert isinstance(mark, Annotation)
    assert (article.text, mark.item.text, mark.label, mark.status) == (_TEXT, "بيروت", "LOC", Status.ADDED)


_CONFIG = (
    '<View><Labels name="label" toName="text"><Label value="PER"/></Labels><Text name="text" value="$text"/></View>'
)
_CONVERT = """
import sys
from label_studio_sdk.converter import Converter
Converter(config=sys.argv[1], project_dir=None).convert(sys.argv[2], sys.argv[3], "JSON_MIN", is_dir=False)
"""


def test_label_studio_reads_our_tasks(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    exporters.export(made, "annotations", "label-studio", path)
    peer("label_studio_sdk", _CONVERT, _CONFIG, str(path), str(tmp_path / "out"))
    (task,) = json.loads((tmp_path / "out" / "result.json").read_text("utf-8"))
    shown = [(one["labels"], _TEXT[one["start"] : one["end"]]) for one in task["label"]]
    assert shown == [(["PER"], "سَلْمى حدّاد"), (["LOC"], "بيروت")]


def test_what_label_studio_holds_is_read(tmp_path: Path) -> None:
    start = _TEXT.index("بيروت")
    value = {"start": start, "end": start + 5, "text": "بيروت", "labels": ["LOC"]}
    result = [{"id": "r1", "from_name": "label", "to_name": "text", "type": "labels", "value": value}]
    task = {"id": 7, "data": {"text": _TEXT}, "annotations": [{"id": 1, "result": result, "was_cancelled": False}]}
    path = tmp_path / "x.json"
    path.write_text(json.dumps([task]), encoding="utf-8")
    assert annotated.format_of(path) == "label-studio"
    _, mark = annotated.read("label-studio", path, lambda _: None)
    assert isinstance(mark, Annotation)
    assert (mark.item.text, mark.label, mark.status) == ("بيروت", "LOC", Status.ADDED)


_PARSE = """
import json, os, sys, uuid
from importlib.util import find_spec
from pathlib import Path
sys.path.insert(0, find_spec("backend").submodule_search_locations[0])
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.development"
import django
django.setup()
from data_import.pipeline.label import SpanLabel
from data_import.pipeline.data import TextData
from data_import.pipeline.parsers import JSONLParser
for row in JSONLParser(encoding="utf-8").parse(sys.argv[1]):
    labels = row.pop("label")
    data = TextData.parse(uuid.uuid4(), "x", "x", **row)
    spans = [SpanLabel.parse(data.uuid, one) for one in labels]
    shown = [[span.start_offset, span.end_offset, span.label] for span in spans]
    print(json.dumps({**data.meta, "text": data.text, "label": shown}))
"""


def test_doccano_reads_our_lines_and_gives_them_back(made: Made, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    exporters.export(made, "annotations", "doccano", path)
    said = peer("django, backend.data_import", _PARSE, str(path))
    (tmp_path / "back.jsonl").write_text(said[said.index("{") :], encoding="utf-8")
    found = list(annotated.read("doccano", tmp_path / "back.jsonl", made.home))
    assert sorted(found, key=lambda mark: mark.id) == sorted(made.marks, key=lambda mark: mark.id)


def test_what_doccano_exports_is_read(tmp_path: Path) -> None:
    start = _TEXT.index("بيروت")
    entity = {"id": 3, "label": "LOC", "start_offset": start, "end_offset": start + 5}
    lines = [{"id": 1, "text": _TEXT, "label": [[start, start + 5, "LOC"]], "Comments": []}]
    lines.append({"id": 2, "text": f"{_TEXT} ", "entities": [entity], "relations": [], "Comments": []})
    for line in lines:
        path = tmp_path / "x.jsonl"
        path.write_text(json.dumps(line, ensure_ascii=False), encoding="utf-8")
        assert annotated.format_of(path) == "doccano"
        _, mark = annotated.read("doccano", path, lambda _: None)
        assert isinstance(mark, Annotation)
        assert mark.item.text == "بيروت"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_libreoffice_opens_arabic_right(made: Made, tmp_path: Path, format_: str) -> None:
    made.marks[0] = Annotation("formula", made.marks[0].article_id, made.marks[0].item, note="=1+1")
    path = tmp_path / f"marks.{format_}"
    exporters.export(made, "annotations", format_, path)
    back = "xlsx" if format_ == "csv" else "csv"
    options = "csv:Text - txt - csv (StarCalc):44,34,76" if back == "csv" else "xlsx"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # Without a window nobody sees which encoding is proposed: 76 is UTF-8.
    read = ["--infilter=CSV:44,34,76"] if format_ == "csv" else []
    out = ["--convert-to", options, "--outdir", str(tmp_path / "out"), str(path)]
    command = ["soffice", profile, "--headless", *read, *out]
    done = subprocess.run(command, check=True, capture_output=True, timeout=120)
    if b"could not be loaded" in done.stderr:
        pytest.skip("LibreOffice is here without Calc")
    found = list(read_annotations(tmp_path / "out" / f"marks.{back}", made.home))
    assert {mark.id: mark.item.text for mark in found if isinstance(mark, Annotation)} == words_of(made)
    assert all(isinstance(mark, Annotation) for mark in found)
    assert next(mark for mark in found if isinstance(mark, Annotation) and mark.id == "formula").note in (
        "=1+1",
        "'=1+1",
    )
