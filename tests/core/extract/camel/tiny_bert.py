"""Makes tiny models as transformers saves them: `python tiny_bert.py FOLDER`. Torch stays in this process.

- `random`: two small layers of random weights; `reference.json` holds what camel-tools' own `predict` says with it.
- `known`: the same with weights chosen so that the words of KNOWN get their labels and all others O.
- `pairs`: a random classifier of sentence pairs.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

LABELS = ("B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O")
KNOWN = {
    "الرئيس": "B-PERS",
    "دميتري": "I-PERS",
    "بيسكوف": "I-PERS",
    "سامي": "B-PERS",
    "الحداد": "I-PERS",
    "ووزكاوا": "B-LOC",
    "روسيا": "B-ORG",
    "وروسيا": "B-ORG",
    "الروسي": "B-MISC",
    "أحمد": "B-PERS",
    "احمد": "B-LOC",
    "شركة": "B-ORG",
    "النور": "I-ORG",
}
ALPHABET = [*map(chr, range(0x621, 0x63B)), *map(chr, range(0x641, 0x64B)), *"abcdefghijklmnopqrstuvwxyz0123456789"]
OTHERS = [*"«»()\"'.,:!-،؛؟", "قال", "في", "من", "على", "اليوم", "أن"]


def sentences() -> list[list[str]]:
    """Sentences of very different lengths, one of them longer than 256 word pieces; some words are unknown."""
    words = [*KNOWN, "قال", "في", "كتاب", "مدرسة", "2021", "hello", "😀", ".", "«", "»", "يكتبون", "والمستشفيات"]
    lengths = [1, 2, 3, 5, 8, 12, 20, 33, 54, 87, 300, 4, 7, 11, 18, 29, 47, 76, 6, 1]
    return [
        [words[(row * 7 + place * place + place) % len(words)] for place in range(n)] for row, n in enumerate(lengths)
    ]


def main(folder: Path) -> None:
    """Make all of them."""
    os.environ |= {"HF_HUB_OFFLINE": "1", "CAMELTOOLS_DATA": str(folder), "HOME": str(folder)}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "catalogue.json").write_text('{"version": "1.6.0", "packages": {}, "components": {}}')
    import torch
    from camel_tools.ner import NERecognizer
    from transformers import BertConfig, BertForSequenceClassification, BertForTokenClassification

    torch.manual_seed(3)
    vocabulary = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        *KNOWN,
        *OTHERS,
        *ALPHABET,
        *(f"##{c}" for c in ALPHABET),
    ]
    vocabulary = list(dict.fromkeys(vocabulary))

    def config(labels: tuple[str, ...], spread: float) -> BertConfig:
        return BertConfig(
            vocab_size=len(vocabulary),
            hidden_size=32,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=32,
            max_position_embeddings=300,
            initializer_range=spread,
            id2label=dict(enumerate(labels)),
            label2id={label: place for place, label in enumerate(labels)},
        )

    def save(model: object, name: str) -> None:
        model.save_pretrained(folder / name)
        (folder / name / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
        (folder / name / "tokenizer_config.json").write_text('{"do_lower_case": false}')
        (folder / name / "README.md").write_text("---\nlicense: apache-2.0\n---\n")

    save(BertForTokenClassification(config(LABELS, 0.6)), "random")
    save(BertForSequenceClassification(config(("contradiction", "entailment", "neutral"), 0.6)), "pairs")

    known = BertForTokenClassification(config(LABELS, 0.02))
    with torch.no_grad():
        for name, weight in known.named_parameters():
            if "output.dense" in name or "position_embeddings" in name or "token_type" in name:
                weight.zero_()
        words = known.bert.embeddings.word_embeddings.weight
        words.zero_()
        for place, word in enumerate(vocabulary):
            words[place, LABELS.index(KNOWN.get(word, "O"))] = 1.0
        known.classifier.weight.zero_()
        known.classifier.weight[:, : len(LABELS)] = torch.eye(len(LABELS))
    save(known, "known")

    predicted = NERecognizer(str(folder / "random"), use_gpu=False).predict(sentences())
    (folder / "reference.json").write_text(json.dumps(predicted))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
