"""Exports carry the colours that labels have in the project, where the format can hold them."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from openpyxl import load_workbook

from core.colours import COLOURS, colour_of
from core.exporters import export
from core.project import Project
from core.store.tagset import LabelSpec as Spec
from core.store.tagset import SetTagset
from gui import theme


def coloured(project: Project) -> None:
    """Names of people in orange."""
    specs = [Spec("PER", colour="orange") if spec.label == "PER" else spec for spec in project.tagset()]
    project.apply(SetTagset(tuple(specs)))


def test_a_workbook_has_labels_on_their_grounds(filled: Project, tmp_path: Path) -> None:
    coloured(filled)
    export(filled, "annotations", "xlsx", tmp_path / "marks.xlsx")
    heading, *rows = load_workbook(tmp_path / "marks.xlsx").active.iter_rows()
    at = [cell.value for cell in heading].index("label")
    grounds = {row[at].value: row[at].fill.start_color.rgb[-6:].lower() for row in rows}
    assert grounds["PER"] == COLOURS["orange"].tint[1:]
    told = {label: pair.tint[1:] for label, pair in filled.label_colours().items() if label in grounds}
    assert told.items() <= grounds.items()


def test_codes_have_the_inks_of_the_labels(filled: Project, tmp_path: Path) -> None:
    coloured(filled)
    export(filled, "annotations", "refi-qda", tmp_path / "marks.qdpx")
    book = zipfile.ZipFile(tmp_path / "marks.qdpx").read("project.qde").decode()
    colours = dict(re.findall(r'<Code [^>]*name="(\w+)"[^>]*color="(#\w+)"', book))
    assert colours["PER"] == COLOURS["orange"].ink
    told = {label: pair.ink for label, pair in filled.label_colours().items() if label in colours}
    assert told.items() <= colours.items()


def test_they_are_those_of_the_light_window() -> None:
    assert tuple(COLOURS) == theme.COLOURS
    for name, pair in theme.LIGHT.colours().items():
        assert (pair.tint, pair.ink) == COLOURS[name]
    for label in ("PER", "QUANTITY", "سفينة", "SHIP", "ميناء"):
        pair = theme.LIGHT.label(label)
        assert colour_of(label) == (pair.tint, pair.ink)
        assert colour_of(label, "teal") == COLOURS["teal"]
        assert colour_of(label, "no such colour") == colour_of(label)
