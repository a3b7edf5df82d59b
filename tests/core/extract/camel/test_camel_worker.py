"""The real loading code with tiny models, in a real process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path

import pytest
from tiny_bert import sentences

from core.errors import KnownError
from core.exporters.shapes import annotated
from core.extract.camel.door import Worker, analyze_many, environment
from core.extract.camel.names import for_model
from core.extract.learned import Lexicon, Taught
from core.extract.pipeline import analyze
from core.extract.tagger import iob2
from core.model import Article, Entity, Origin

_TEXT = (
    "قال الرئيس دميتري \u200fبيـسْكوف 😀 في ووزكاوا يوم 15 ديسمبر 2021. وروسيا نشرت 94 ألف جندي.\n"
    "«سامي \u200fالحداد» يعمل في شركة النور، والخبير الروسي أَحْـمَد قال إن الأمر صعب."
)


def _names(worker: Worker, text: str) -> list[Entity]:
    found = worker.analyze(Article("x", text, published="2021-12-16")).entities
    return [entity for entity in found if entity.origin is Origin.CAMEL]


def test_names_lie_where_they_stand_in_the_text(worker: Worker) -> None:
    found = _names(worker, _TEXT)
    assert [(entity.text, entity.label) for entity in found] == [
        ("دميتري \u200fبيـسْكوف", "PER"),  # without the title; marks inside belong to it
        ("ووزكاوا", "LOC"),  # a و that is no conjunction
        ("روسيا", "LOC"),  # without the conjunction, and a country whatever the model says
        ("سامي \u200fالحداد", "PER"),
        ("شركة النور", "ORG"),
        ("أَحْـمَد", "PER"),  # with its hamza: without one the model says otherwise. الروسي alone is no name
    ]
    assert all(_TEXT[entity.start : entity.end] == entity.text for entity in found)
    assert [entity.name for entity in found[:3]] == ["دميتري بيسكوف", "ووزكاوا", "روسيا"]
    assert all(0.9 < entity.score < 1 for entity in found)


def test_all_else_is_the_built_in_engines(worker: Worker) -> None:
    article = Article("x", _TEXT, title="عنوان", published="2021-12-16")
    by_camel, builtin = worker.analyze(article), analyze(article)
    values = [[entity for entity in found.entities if entity.value] for found in (by_camel, builtin)]
    assert values[0] == values[1]
    assert len(values[0]) == 2
    assert by_camel.article == article
    assert by_camel.boilerplate == builtin.boilerplate
    assert not [entity for entity in by_camel.entities if entity.origin in (Origin.MODEL, Origin.LEXICON)]


def test_what_a_project_has_learned_holds_for_it_too(worker: Worker) -> None:
    article = Article("x", _TEXT, published="2021-12-16")
    learned = Lexicon(
        {"الخبير": Taught("ORG", "مكتب الخبير"), "شركه النور": Taught("LOC", "شركة النور", adds=False)},
        frozenset({("ووزكاوا", "LOC")}),
    )
    before, after = worker.analyze(article), worker.analyze(article, learned)
    assert before.proposed is None
    assert after.proposed == before.entities
    found = {entity.text: (entity.label, entity.name) for entity in after.entities}
    assert found["الخبير"] == ("ORG", "مكتب الخبير")
    assert found["شركة النور"][0] == "LOC"
    assert "ووزكاوا" not in found


def test_no_name_overlaps_a_time_or_a_figure(worker: Worker) -> None:
    found = worker.analyze(Article("x", _TEXT, published="2021-12-16")).entities
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("text", ["", "\u200f\u200b", "😀", "ـــ َ", "\u200f .", "x" * 3000, "ل" * 700 + " روسيا"])
def test_odd_texts_do_not_upset_it(worker: Worker, text: str) -> None:
    assert [entity.text for entity in _names(worker, text)] == (["روسيا"] if "روسيا" in text else [])


def test_a_token_of_nothing_but_marks_gets_its_tag(worker: Worker) -> None:
    sentence = ["\u200f", "سامي", "\u200b", "الحداد", "\ufeff", "في", "\u200e", "روسيا", "ـ"]
    assert worker.tag([sentence, [], ["\u200f"]]) == [
        ["O", "B-PERS", "O", "I-PERS", "O", "O", "O", "B-ORG", "O"],
        [],
        ["O"],
    ]


def test_words_are_told_without_marks_and_with_their_hamza() -> None:
    assert for_model("أَحْـمَد\u200f") == "أحمد"
    assert for_model("ﻻ") == "لا"
    assert for_model("\u200f\ufeff") == ""


def test_pairs_are_judged_in_the_same_process(worker: Worker) -> None:
    pairs = [("روسيا في", "قال روسيا"), ("سامي", "شركة النور في روسيا قال"), ("روسيا في", "قال روسيا")] * 7
    votes = worker.votes(pairs)
    assert [sorted(vote) for vote in votes] == [["agree", "disagree", "other"]] * len(pairs)
    assert all(sum(vote.values()) == pytest.approx(1, abs=1e-5) for vote in votes)
    assert votes[0]["agree"] == pytest.approx(votes[2]["agree"], abs=1e-5)
    assert votes[0]["agree"] != pytest.approx(votes[1]["agree"], abs=1e-3)


def test_it_speaks_the_lines_of_annotate_with_the_labels_of_camel_tools(tiny: Path, offline: Path) -> None:
    """camel-tools' own `predict`, which pads to 256, made the reference with the same model."""
    reference = json.loads((tiny / "reference.json").read_text())
    assert len({tag for tags in reference for tag in tags}) > 3
    assert max(map(len, reference)) > 256
    text = "قال سامي إن روسيا نشرت 94 ألف جندي."
    lines = [
        {"id": "a", "text": text, "published": None, "source": "مصدر"},
        {"no": "text"},
        {"sentences": sentences()},
        {"id": "b", "text": "في روسيا", "published": "2021-12-16"},
    ]
    done = subprocess.run(
        [sys.executable, "-m", "core.extract.camel.worker", "--ner", tiny / "random"],
        input="\n".join(map(json.dumps, lines)) + "\nnot JSON\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=environment(),
    )
    first, wrong, tagged, second, broken = map(json.loads, done.stdout.splitlines())
    builtin = annotated(analyze(Article("a", text, source="مصدر")))
    assert set(first) == {*builtin, "boilerplate"}
    assert {key: first[key] for key in ("id", "published", "title", "source", "text")} == {
        key: builtin[key] for key in ("id", "published", "title", "source", "text")
    }
    assert [entity for entity in first["entities"] if entity["label"] == "QUANTITY"] == [
        entity for entity in builtin["entities"] if entity["label"] == "QUANTITY"
    ]
    assert tagged == {"tags": [iob2(tags) for tags in reference]}
    assert [(line["id"], line["line"]) for line in (wrong, broken)] == [(None, 2), (None, 5)]
    assert "JSON" in wrong["error"]
    assert second["published"] == "2021-12-16"
    assert not offline.exists(), offline.read_text()


def test_no_torch_is_one_clear_sentence(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['torch'] = None\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Worker(ner=tiny / "known") as worker, pytest.raises(KnownError, match=r"torch.*pip install camel-tools"):
        worker.tag([["سامي"]])


def test_weights_that_do_not_load_are_one_clear_sentence(tiny: Path, tmp_path: Path) -> None:
    for file in (tiny / "known").iterdir():
        if file.suffix != ".safetensors":
            (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "pytorch_model.bin").write_bytes(b"PK\x03\x04 and then nothing")
    with Worker(ner=tmp_path) as worker, pytest.raises(KnownError, match=r"cannot be loaded") as caught:
        worker.tag([["سامي"]])
    assert str(tmp_path) in caught.value.en
    assert "\n" not in caught.value.en + caught.value.ar


def test_a_worker_that_is_killed_is_one_clear_sentence(tiny: Path) -> None:
    with Worker(ner=tiny / "known") as worker:
        threading.Timer(0.3, os.kill, (worker.pid, signal.SIGTERM)).start()
        with pytest.raises(KnownError, match="ended abruptly") as caught:
            worker.tag([["سامي"]])
        with pytest.raises(KnownError, match="ended abruptly"):
            worker.tag([["سامي"]])
    assert "\n" not in caught.value.en


def test_a_crash_says_what_the_worker_said_last(tmp_path: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.exit('the roof is on fire')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Worker(ner=tiny / "known") as worker, pytest.raises(KnownError, match="the roof is on fire"):
        worker.tag([["سامي"]])


def test_cancelling_ends_the_process_at_once(tiny: Path) -> None:
    with Worker(ner=tiny / "known") as worker:
        failed: list[KnownError] = []

        def wait() -> None:
            try:
                worker.tag([["سامي"]])
            except KnownError as error:
                failed.append(error)

        waiting = threading.Thread(target=wait)
        waiting.start()
        time.sleep(0.3)
        before = time.monotonic()
        worker.close()
        waiting.join(5)
        assert time.monotonic() - before < 2
        assert failed
    assert not _is_alive(worker)


def test_closing_the_generator_ends_the_process(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Worker] = []
    begin = Worker.__init__
    monkeypatch.setattr(Worker, "__init__", lambda self, **models: (started.append(self), begin(self, **models))[1])
    monkeypatch.setattr(Worker, "analyze", lambda self, article: analyze(article))
    analyses = analyze_many([Article("x", "في"), Article("y", "في")], tiny / "known")
    next(analyses)
    assert _is_alive(started[0])
    analyses.close()
    assert not _is_alive(started[0])


def test_the_program_itself_never_loads_torch(tiny: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom core.extract.camel import door, engines, installing\n"
        "engines.engines()\n"
        f"with door.Worker(ner=Path({str(tiny / 'known')!r})) as worker:\n    pass\n"
        "heavy = {'torch', 'transformers', 'camel_tools', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def _is_alive(worker: Worker) -> bool:
    return worker._process.poll() is None
