"""Where torch is: camel-tools' name recogniser and a classifier of sentence pairs. Imported by the worker only.

Batches are padded to their own longest member, not to 256 as NERecognizer's `predict` does: the labels are the same.
"""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

from core.errors import KnownError
from core.extract.camel.folders import CLASSIFIERS, ModelFolder

BATCH = 16  # sentences
LONGEST = 256  # word pieces with [CLS] and [SEP], as camel-tools trains and predicts
# What an import of camel_tools' models would download; ours says that there is nothing.
_CATALOGUE = '{"version": "1.6.0", "packages": {}, "components": {}}'
_HOMES = ("HOME", "USERPROFILE")
_OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
}

NameTagger = Callable[[Sequence[Sequence[str]]], list[list[tuple[str, float]]]]
PairJudge = Callable[[Sequence[tuple[str, str]]], list[dict[str, float]]]


@dataclass(slots=True)
class _Piece:
    """A stretch of a sentence that fits the model: its word pieces, and which word begins at which of them."""

    sentence: int
    ids: list[int]
    words: list[int]
    heads: list[int]


def load_names(folder: ModelFolder, pad_to: int | None = None) -> NameTagger:
    """The recogniser of `folder`; `pad_to` pads all batches to that many pieces. KnownError where it does not load."""
    with _named(folder), _offline():
        _check_pickle(folder)
        torch: Any = import_module("torch")
        transformers: Any = import_module("transformers")
        recogniser: Any = import_module("camel_tools.ner").NERecognizer(str(folder.path), use_gpu=False)
        # Lower-casing strips what is above and below a letter, and so the hamza.
        tokenizer = transformers.BertTokenizer.from_pretrained(
            str(folder.path), do_lower_case=False, strip_accents=False, local_files_only=True
        )
    model = recogniser.model.float().eval()
    first, last, blank = tokenizer.cls_token_id, tokenizer.sep_token_id, tokenizer.pad_token_id
    room = min(LONGEST, model.config.max_position_embeddings) - 2

    def classify(pieces: Sequence[_Piece]) -> Iterator[tuple[_Piece, list[int], list[float]]]:
        width = pad_to or max(len(piece.ids) for piece in pieces) + 2
        rows = [[first, *piece.ids, last] for piece in pieces]
        ids = torch.tensor([row + [blank] * (width - len(row)) for row in rows])
        mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
        with torch.inference_mode():
            logits = model(input_ids=ids, attention_mask=mask, token_type_ids=torch.zeros_like(ids))[0]
            classes, odds = logits.argmax(dim=-1), torch.softmax(logits, dim=-1).amax(dim=-1)
        for row, piece in enumerate(pieces):
            heads = [head + 1 for head in piece.heads]
            yield piece, classes[row, heads].tolist(), odds[row, heads].tolist()

    def tag(sentences: Sequence[Sequence[str]]) -> list[list[tuple[str, float]]]:
        result = [[("O", 1.0)] * len(sentence) for sentence in sentences]
        waiting = iter(sorted(_cut(sentences, tokenizer, room), key=lambda piece: len(piece.ids)))
        while batch := list(islice(waiting, BATCH)):
            for piece, classes, scores in classify(batch):
                for word, label, score in zip(piece.words, classes, scores, strict=True):
                    result[piece.sentence][word] = folder.labels[label], score
        return result

    return tag


def load_judge(folder: ModelFolder) -> PairJudge:
    """How likely the second sentence of a pair agrees with the first, disagrees, or neither. KnownError as above."""
    with _named(folder), _offline():
        _check_pickle(folder)
        torch: Any = import_module("torch")
        transformers: Any = import_module("transformers")
        transformers.utils.logging.set_verbosity_error()
        model = transformers.AutoModelForSequenceClassification.from_pretrained(
            str(folder.path), local_files_only=True, trust_remote_code=False
        )
        tokenizer = transformers.AutoTokenizer.from_pretrained(
            str(folder.path), local_files_only=True, trust_remote_code=False
        )
    model = model.float().eval()

    def judge(pairs: Sequence[tuple[str, str]]) -> list[dict[str, float]]:
        result: list[dict[str, float]] = []
        waiting = iter(pairs)
        while batch := list(islice(waiting, BATCH)):
            firsts, seconds = ([pair[place] for pair in batch] for place in (0, 1))
            inputs = tokenizer(firsts, seconds, padding=True, truncation=True, max_length=LONGEST, return_tensors="pt")
            with torch.inference_mode():
                odds = torch.softmax(model(**inputs)[0], dim=-1).tolist()
            result += [dict(zip(folder.labels, row, strict=True)) for row in odds]
        return result

    return judge


def _cut(sentences: Sequence[Sequence[str]], tokenizer: Any, room: int) -> Iterator[_Piece]:
    """Sentences as word pieces, cut between words where they outgrow the model. A word is known by its first piece."""
    words = list({word for sentence in sentences for word in sentence})
    if not words:
        return
    encoded = tokenizer(words, add_special_tokens=False, return_attention_mask=False, return_token_type_ids=False)
    pieces = dict(zip(words, encoded["input_ids"], strict=True))
    for place, sentence in enumerate(sentences):
        piece = _Piece(place, [], [], [])
        for position, word in enumerate(sentence):
            ids = pieces[word][:room]
            if piece.ids and len(piece.ids) + len(ids) > room:
                yield piece
                piece = _Piece(place, [], [], [])
            if ids:
                piece.words.append(position)
                piece.heads.append(len(piece.ids))
                piece.ids += ids
        if piece.ids:
            yield piece


@contextmanager
def _offline() -> Iterator[None]:
    """An import of camel_tools' models finds a catalogue, so that it downloads none, and leaves nothing at home."""
    with tempfile.TemporaryDirectory(prefix="mizan-") as folder:
        Path(folder, "catalogue.json").write_text(_CATALOGUE, encoding="utf-8")
        before = {name: os.environ.get(name) for name in ("CAMELTOOLS_DATA", *_HOMES)}
        os.environ |= {"CAMELTOOLS_DATA": folder} | dict.fromkeys(_HOMES, folder) | _OFFLINE
        # urllib3 tries out a socket when it is imported, unless there is no IPv6.
        socket.has_ipv6 = False
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value


@contextmanager
def _named(folder: ModelFolder) -> Iterator[None]:
    """What goes wrong while loading, as a sentence that names the folder."""
    try:
        yield
    except ImportError as error:
        raise KnownError(
            f"محرّك CAMeL غير مكتمل التثبيت ({error.name or error})؛ ثبّته بالأمر: pip install camel-tools torch.",
            f"The CAMeL engine is not wholly installed ({error.name or error}); "
            "get it with: pip install camel-tools torch.",
        ) from error
    except (OSError, RuntimeError, ValueError, KeyError, TypeError, EOFError, UnpicklingError) as error:
        raise _unloadable(folder, str(error)) from error


def _check_pickle(folder: ModelFolder) -> None:
    """A file of weights in torch's own format holds the layer that classifies; the other format was checked already."""
    path = folder.path / "pytorch_model.bin"
    if (folder.path / "model.safetensors").is_file():
        return
    weights = import_module("torch").load(str(path), map_location="cpu", weights_only=True)
    if not any(str(name).startswith(CLASSIFIERS) for name in weights):
        raise _unloadable(folder, "pytorch_model.bin: no classifier")


def _unloadable(folder: ModelFolder, why: str) -> KnownError:
    why = " ".join(why.split())[:200]
    return KnownError(
        f"تعذّر تحميل النموذج في «{folder.path}»؛ انسخه أو نزّله من جديد ({why}).",
        f"The model in “{folder.path}” cannot be loaded; copy or download it again ({why}).",
    )
