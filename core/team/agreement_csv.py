"""Agreement as tables: the figures, and beside them what editors disagree on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.exporters import csv_
from core.exporters.aside import written_aside
from core.team.agreement import Agreement, Figures, LayerAgreement

FIGURES = ("layer", "of", "name", "units", "agreed", "cohen_kappa", "fleiss_kappa", "alpha", "unitizing_alpha")
DISAGREEMENTS = ("layer", "article", "start", "end", "text", "editor", "label", "editor_start", "editor_end")


def write(found: Agreement, path: Path) -> Path:
    """Write `path` and “… disagreements.csv” beside it, which is returned. KnownError where that cannot be."""
    with written_aside(path, "utf-8-sig") as stream:
        csv_.write(stream, FIGURES, figures(found))
    other = path.with_name(f"{path.stem} disagreements.csv")
    with written_aside(other, "utf-8-sig") as stream:
        csv_.write(stream, DISAGREEMENTS, disagreements(found))
    return other


def figures(found: Agreement) -> Iterator[dict[str, Any]]:
    """A row for each layer altogether, for each label, pair of editors, label of a pair, and article."""
    for layer, one in found.layers.items():
        for of, name, told in lines(one, found):
            coefficients = (told.cohen, told.fleiss, told.alpha, told.unitizing)
            rounded = [None if value is None else round(value, 4) for value in coefficients]
            yield dict(zip(FIGURES, (layer, of, name, told.units, told.agreed, *rounded), strict=True))


def lines(one: LayerAgreement, found: Agreement) -> Iterator[tuple[str, str, Figures]]:
    """(of what, its name, figures): the whole, then labels, pairs with their labels, articles."""
    yield "all", "", one.overall
    for label, told in one.labels.items():
        yield "label", label, told
    for pair, (told, labels) in one.pairs.items():
        yield "pair", " × ".join(pair), told
        for label, of_label in labels.items():
            yield "pair and label", f"{' × '.join(pair)}: {label}", of_label
    for key, told in sorted(one.articles.items(), key=lambda item: (item[1].agreed - item[1].units, item[0])):
        yield "article", found.titles.get(key, key), told


def disagreements(found: Agreement) -> Iterator[dict[str, Any]]:
    """A row for what each editor said; an empty label: nothing."""
    for one in found.disagreements:
        article = " · ".join(found.titles.get(key, key) for key in one.articles)
        for editor, (label, start, end) in one.said.items():
            row = (one.layer, article, one.start, one.end, one.text, editor, label or "", start, end)
            yield dict(zip(DISAGREEMENTS, row, strict=True))
