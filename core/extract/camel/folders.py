"""Is a folder a model that we can load? Read here, without torch, so that a wrong folder is one clear sentence.

A folder is in the format of Hugging Face: config.json, model.safetensors or pytorch_model.bin, and a vocabulary.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from core.errors import KnownError


class ModelKind(StrEnum):
    """What a model is for."""

    NER = "ner"
    NLI = "nli"


WEIGHTS = ("model.safetensors", "pytorch_model.bin")
VOCABULARY = "vocab.txt"
TOKENIZER_CONFIG = "tokenizer_config.json"
# What the layer that classifies is called; without it transformers would make one up at random.
CLASSIFIERS = ("classifier", "score")
# What models call the entity types → what we call them.
_TYPES = {
    "PERS": "PERS",
    "PER": "PERS",
    "PERSON": "PERS",
    "LOC": "LOC",
    "LOCATION": "LOC",
    "ORG": "ORG",
    "ORGANIZATION": "ORG",
    "MISC": "MISC",
    "MIS": "MISC",
}
_STANCES = {
    "entailment": "agree",
    "entail": "agree",
    "agree": "agree",
    "neutral": "other",
    "other": "other",
    "unrelated": "other",
    "contradiction": "disagree",
    "contradict": "disagree",
    "disagree": "disagree",
}
_KINDS = {ModelKind.NER: ("وسم الأسماء", "tagging names"), ModelKind.NLI: ("أزواج الجمل", "pairs of sentences")}
_SPECIAL = ("[UNK]", "[CLS]", "[SEP]", "[PAD]")
_LARGEST_HEADER = 100_000_000  # bytes; safetensors' own limit
_LFS_POINTER = b"version https://git-lfs"
_LICENCE = re.compile(r"^license:[ \t]*['\"]?([^'\"\n]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A folder that was checked. `labels[i]` is our name of the model's class i: IOB2 tags, or agree, other, disagree.

    `size` is in bytes. `licence` is what its README.md says, "" where it says nothing.
    """

    path: Path
    kind: ModelKind
    labels: tuple[str, ...]
    size: int
    licence: str


def check(folder: Path) -> ModelFolder:
    """The model in `folder`. KnownError where there is none, or it is not whole, or is for something else."""
    folder = folder.expanduser().absolute()
    if not folder.is_dir():
        raise KnownError(
            f"لا مجلد نموذج في «{folder}»؛ تحقق من المسار.", f"There is no model folder “{folder}”; check the path."
        )
    try:
        config = _json(folder / "config.json")
        kind = _kind(folder, config)
        labels = _labels(folder, kind, config)
        _check_weights(folder)
        _check_vocabulary(folder, kind, config)
        return ModelFolder(folder, kind, labels, size(folder), licence(folder))
    except OSError as error:
        raise KnownError(
            f"تعذّرت قراءة «{error.filename or folder}» ({error.strerror})؛ تحقق من أذونه.",
            f"“{error.filename or folder}” cannot be read ({error.strerror}); check its permissions.",
        ) from error


def of_kind(folder: Path, kind: ModelKind) -> ModelFolder:
    """The model in `folder`, which must be for `kind`. KnownError as `check`."""
    found = check(folder)
    if found.kind is not kind:
        is_for, wanted = _KINDS[found.kind], _KINDS[kind]
        raise KnownError(
            f"النموذج في «{folder}» لـ{is_for[0]}، والمطلوب نموذج لـ{wanted[0]}.",
            f"The model in “{folder}” is for {is_for[1]}; one for {wanted[1]} is needed.",
        )
    return found


def kind_of(folder: Path) -> ModelKind | None:
    """What the model in `folder` is for, as far as its config.json says; None for what is no model of ours."""
    try:
        return _kind(folder, _json(folder / "config.json"))
    except (KnownError, OSError):
        return None


def size(folder: Path) -> int:
    """The bytes of all files in `folder`."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def ner_label(label: str) -> str | None:
    """Our IOB2 tag for a model's label («B-PER» → «B-PERS»); None for one that we do not know."""
    if label == "O":
        return label
    position, _, name = label.partition("-")
    known = _TYPES.get(name.upper())
    return f"{position}-{known}" if known and position in ("B", "I") else None


def _kind(folder: Path, config: dict[str, Any]) -> ModelKind:
    names = config.get("architectures") or []
    if "BertForTokenClassification" in names:
        return ModelKind.NER
    if any(str(name).endswith("ForSequenceClassification") for name in names):
        return ModelKind.NLI
    what = ", ".join(map(str, names)) or "?"
    raise KnownError(
        f"النموذج في «{folder}» ليس مصنِّف أسماء (BertForTokenClassification) ولا جمل، بل: {what}.",
        f"The model in “{folder}” tags neither names (BertForTokenClassification) nor sentences; it is: {what}.",
    )


def _labels(folder: Path, kind: ModelKind, config: dict[str, Any]) -> tuple[str, ...]:
    names = config.get("id2label")
    try:
        given = [str(names[key]) for key in sorted(names, key=int)] if isinstance(names, dict) else []
    except ValueError:
        given = []
    if kind is ModelKind.NER:
        labels = [ner_label(name) for name in given]
        fits = "O" in labels and any(label and label.startswith("B-") for label in labels)
    else:
        labels = [_STANCES.get(name.lower()) for name in given]
        fits = sorted(label or "" for label in labels) == ["agree", "disagree", "other"]
    known = tuple(label for label in labels if label)
    if not fits or len(known) < len(given):
        wanted = "O, B-PERS, I-PERS, B-LOC …" if kind is ModelKind.NER else "entailment, neutral, contradiction"
        raise KnownError(
            f"أصناف النموذج في «{folder}» غير المتوقعة ({wanted})، بل: {', '.join(given[:12])}.",
            f"The model in “{folder}” has other labels than expected ({wanted}): {', '.join(given[:12])}.",
        )
    return known


def _check_weights(folder: Path) -> None:
    path = next((folder / name for name in WEIGHTS if (folder / name).is_file()), None)
    if path is None:
        raise KnownError(
            f"لا أوزان في «{folder}»؛ ينقصه أحد الملفين: {'، '.join(WEIGHTS)}.",
            f"“{folder}” has no weights; one of these files is missing: {', '.join(WEIGHTS)}.",
        )
    length = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(len(_LFS_POINTER))
        if head == _LFS_POINTER:
            raise KnownError(
                f"«{path}» إشارة Git LFS لا النموذج نفسه؛ نزّل الملف الكامل.",
                f"“{path}” is a Git LFS pointer, not the model itself; download the whole file.",
            )
        file.seek(0)
        whole = _is_whole_safetensors(file.read(8), file.read, length) if path.suffix == ".safetensors" else length > 0
    if not whole:
        raise KnownError(
            f"الملف «{path}» ناقص أو تالف؛ انسخه أو نزّله من جديد.",
            f"“{path}” is cut short or damaged; copy or download it again.",
        )


def _is_whole_safetensors(head: bytes, read: Callable[[int], bytes], length: int) -> bool:
    """Whether the file is as long as its header says, and holds the layer that classifies."""
    header_length = int.from_bytes(head, "little")
    if len(head) < 8 or header_length > min(length - 8, _LARGEST_HEADER):
        return False
    try:
        header = json.loads(read(header_length))
        tensors = {name: entry for name, entry in header.items() if name != "__metadata__"}
        end = max((entry["data_offsets"][1] for entry in tensors.values()), default=0)
    except (ValueError, KeyError, TypeError, AttributeError):
        return False
    classifies = any(name.startswith(CLASSIFIERS) for name in tensors)
    return bool(classifies and 8 + header_length + end == length)


def _check_vocabulary(folder: Path, kind: ModelKind, config: dict[str, Any]) -> None:
    path = folder / VOCABULARY
    if not path.is_file():
        if kind is ModelKind.NLI and any((folder / name).is_file() for name in ("tokenizer.json", "spm.model")):
            return
        raise _no_vocabulary(path)
    try:
        entries = path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise _no_vocabulary(path) from error
    if not set(_SPECIAL) <= set(entries):
        raise _no_vocabulary(path)
    if len(entries) - (not entries[-1]) > config.get("vocab_size", 0):
        raise KnownError(
            f"«{path}» أطول مما يعرفه النموذج؛ لعله لنموذج آخر.",
            f"“{path}” has more entries than the model knows; it may belong to another model.",
        )


def _no_vocabulary(path: Path) -> KnownError:
    return KnownError(
        f"«{path}» ليس معجم نموذج BERT أو ليس موجودا؛ انسخ المجلد كاملا.",
        f"“{path}” is missing, or no vocabulary of a BERT model; copy the whole folder.",
    )


def _json(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise KnownError(
            f"لا config.json في «{path.parent}»؛ ليس هذا مجلد نموذج.",
            f"“{path.parent}” has no config.json; it is no model folder.",
        ) from error
    except ValueError as error:
        raise KnownError(f"الملف «{path}» ليس JSON سليما.", f"“{path}” is no valid JSON ({error}).") from error
    if not isinstance(value, dict):
        raise KnownError(f"الملف «{path}» ليس إعداد نموذج.", f"“{path}” is no configuration of a model.")
    return value


def licence(folder: Path) -> str:
    """The licence that a folder's README.md names, "" where it names none."""
    try:
        found = _LICENCE.search((folder / "README.md").read_text(encoding="utf-8")[:4000])
    except (OSError, UnicodeDecodeError):
        return ""
    return found.group(1).strip() if found else ""
