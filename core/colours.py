"""Colours of labels by their names: what the window shows in its light theme, and what exports carry."""

from __future__ import annotations

import hashlib
from typing import NamedTuple


class Colour(NamedTuple):
    """#rrggbb: a pale ground to write ordinary text on, and an ink of the same hue that reads on white."""

    tint: str
    ink: str


COLOURS = {
    "blue": Colour("#d3e4fa", "#0f4f94"),
    "green": Colour("#d0eeda", "#17633a"),
    "violet": Colour("#e6dbf8", "#5b34a0"),
    "grey": Colour("#e4e7eb", "#47515d"),
    "amber": Colour("#fbe9bd", "#735000"),
    "red": Colour("#fbdad5", "#9c2f1d"),
    "teal": Colour("#cdeeeb", "#0b655e"),
    "pink": Colour("#fadcec", "#97225f"),
    "lime": Colour("#dff0c4", "#44630b"),
    "cyan": Colour("#d2eef7", "#10627c"),
    "orange": Colour("#f5e0cd", "#84480f"),
}
# Those that labels have before a project gives them another one.
BUILT_IN = {"PER": "blue", "LOC": "green", "ORG": "violet", "MISC": "grey", "TIME": "amber", "QUANTITY": "red"}
# For labels that a project adds: a label always gets the same of them.
EXTRA = ("pink", "lime", "cyan", "orange")


def colour_of(label: str, chosen: str = "") -> Colour:
    """The colour of a label: the one that was chosen for it (a name of COLOURS), else its own."""
    own = BUILT_IN.get(label) or EXTRA[hashlib.sha256(label.encode()).digest()[0] % len(EXTRA)]
    return COLOURS.get(chosen) or COLOURS[own]
