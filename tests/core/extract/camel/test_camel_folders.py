"""Which folders are models, and which engines there are: read without torch."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from core.errors import KnownError
from core.extract.camel import door, engines
from core.extract.camel.folders import ModelKind, check, of_kind

_VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "كلمة"]


def _weights(names: tuple[str, ...] = ("classifier.weight",)) -> bytes:
    """A file in the format of safetensors."""
    entries = {name: {"dtype": "F32", "shape": [1], "data_offsets": [4 * n, 4 * n + 4]} for n, name in enumerate(names)}
    header = json.dumps({"__metadata__": {"format": "pt"}} | entries).encode()
    return len(header).to_bytes(8, "little") + header + bytes(4 * len(names))


def _config(**changes: Any) -> dict[str, Any]:
    return {
        "architectures": ["BertForTokenClassification"],
        "model_type": "bert",
        "vocab_size": len(_VOCABULARY),
        "id2label": {"0": "O", "1": "B-PER", "2": "I-PER", "10": "B-LOC"},
    } | changes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that looks like a model."""
    made = tmp_path / "model"
    made.mkdir()
    (made / "config.json").write_text(json.dumps(_config()))
    (made / "model.safetensors").write_bytes(_weights())
    (made / "vocab.txt").write_text("\n".join(_VOCABULARY) + "\n", encoding="utf-8")
    return made


def test_a_sound_folder(folder: Path) -> None:
    (folder / "README.md").write_text("---\nlanguage: ar\nlicense: apache-2.0\n---\n")
    model = check(folder)
    assert model.kind is ModelKind.NER
    assert model.labels == ("O", "B-PERS", "I-PERS", "B-LOC")
    assert model.licence == "apache-2.0"
    assert model.size == sum(path.stat().st_size for path in folder.iterdir())


def test_labels_of_pairs_are_known_by_their_names(folder: Path) -> None:
    labels = {"0": "CONTRADICTION", "1": "neutral", "2": "Entailment"}
    (folder / "config.json").write_text(
        json.dumps(_config(architectures=["XLMRobertaForSequenceClassification"], id2label=labels))
    )
    assert check(folder).labels == ("disagree", "other", "agree")
    with pytest.raises(KnownError, match="for pairs of sentences; one for tagging names is needed"):
        of_kind(folder, ModelKind.NER)


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("config.json", None, "no config.json"),
        ("config.json", b"{", "no valid JSON"),
        ("config.json", b"[]", "no configuration"),
        ("config.json", b"\xff\xfe", "no valid JSON"),
        ("config.json", _config(architectures=["BertForMaskedLM"]), "BertForMaskedLM"),
        ("config.json", _config(architectures=None), "tags neither"),
        ("config.json", _config(id2label=None), "other labels"),
        ("config.json", _config(id2label={"0": "LABEL_0", "1": "LABEL_1"}), "LABEL_0"),
        ("config.json", _config(id2label={"0": "O", "x": "B-PER"}), "other labels"),
        ("config.json", _config(id2label={"0": "O", "1": "B-CAR"}), "B-CAR"),
        ("config.json", _config(vocab_size=3), "another model"),
        ("model.safetensors", None, "no weights"),
        ("model.safetensors", b"", "cut short"),
        ("model.safetensors", _weights()[:-1], "cut short"),
        ("model.safetensors", b"\xff" * 64, "cut short"),
        ("model.safetensors", b"\x02\0\0\0\0\0\0\0[]", "cut short"),
        ("model.safetensors", _weights(("bert.encoder",)), "cut short"),
        ("model.safetensors", b"version https://git-lfs.github.com/spec/v1\n", "Git LFS"),
        ("vocab.txt", None, "vocabulary"),
        ("vocab.txt", b"one\ntwo\n", "vocabulary"),
        ("vocab.txt", b"\xff\xfe\x00", "vocabulary"),
    ],
)
def test_a_folder_that_is_no_model_is_one_clear_sentence(folder: Path, file: str, content: Any, says: str) -> None:
    if content is None:
        (folder / file).unlink()
    else:
        (folder / file).write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    with pytest.raises(KnownError, match=says) as caught:
        check(folder)
    assert str(folder) in caught.value.en
    assert str(folder) in caught.value.ar
    assert "\n" not in caught.value.en + caught.value.ar


def test_no_folder_is_not_taken_for_the_name_of_a_model_in_the_net(tmp_path: Path) -> None:
    for name in ("CAMeL-Lab/bert-base-arabic-camelbert-msa-ner", "gone"):
        with pytest.raises(KnownError, match="no model folder"):
            check(tmp_path / name)


def test_engines_say_what_is_missing_and_what_to_do() -> None:
    builtin, camel = engines.engines()
    assert (builtin.key, builtin.ready) == ("builtin", True)
    assert (camel.key, camel.ready) == ("camel", False)
    assert camel.size == 541_609_492
    assert "AraBERT" in camel.licence
    assert "mizan models install ner-arabert" in str(camel.problem)
    with pytest.raises(KnownError, match="mizan models install ner-arabert"):
        engines.names_model("camel")


def test_engines_know_what_is_installed(folder: Path, own_data: Path) -> None:
    for name in ("mine", "other"):
        shutil.copytree(folder, own_data / name)
    (own_data / ".half.partial").mkdir()
    (own_data / "empty").mkdir()
    found = {engine.key: engine for engine in engines.engines()}
    assert list(found) == ["builtin", "camel", "camel:empty", "camel:other"]
    assert found["camel"].path == own_data / "mine"
    assert found["camel:other"].ready
    assert "config.json" in str(found["camel:empty"].problem)
    assert engines.names_model("camel") == own_data / "mine"
    assert engines.names_model("camel:other") == own_data / "other"
    assert engines.names_model(f"camel:{folder}") == folder
    shutil.copytree(folder, own_data / "ner-arabert")
    assert engines.names_model("camel") == own_data / "ner-arabert"


def test_what_camel_tools_itself_installed_is_found(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path / "theirs"))
    place = tmp_path / "theirs" / "data" / "ner" / "arabert"
    shutil.copytree(folder, place)
    assert engines.names_model("camel") == place
    assert engines.engines()[1].ready


def test_without_torch_that_is_what_is_said_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "find_spec", lambda name: None if name == "torch" else object())
    with pytest.raises(KnownError, match=r"\(torch\).*pip install camel-tools torch.*builtin"):
        engines.names_model("camel")
    assert "torch" in str(engines.engines()[1].problem)
    with pytest.raises(KnownError, match="torch"):
        door.Worker(ner=Path("x"))


def test_the_small_edition_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    with pytest.raises(KnownError, match="pip install mizan"):
        engines.names_model("camel")
