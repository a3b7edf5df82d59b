"""Elements of a Word document that python-docx has no words for, each where the schema wants it."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_LINE = "CDD3DB"


def rule(properties: BaseOxmlElement) -> None:
    """Hairlines and some air in the cells of a table."""
    lines, air = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        put_child(lines, f"w:{side}", val="single", sz="4", space="0", color=_LINE)
    for side, width in (("top", "60"), ("left", "100"), ("bottom", "60"), ("right", "100")):
        put_child(air, f"w:{side}", w=width, type="dxa")
    properties.insert_element_before(lines, "w:shd", "w:tblLayout", "w:tblLook")
    properties.insert_element_before(air, "w:tblLook")


def shade(properties: BaseOxmlElement, fill: str) -> None:
    """Put a colour (RRGGBB) behind what has these properties."""
    put(properties, "w:shd", val="clear", color="auto", fill=fill)


# What must stand behind an element of ours in its parent: Word refuses a file whose properties are out of order.
_BEHIND = {
    "w:rFonts": ("w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:u", "w:shd", "w:rtl", "w:lang"),
    "w:szCs": ("w:highlight", "w:u", "w:shd", "w:vertAlign", "w:rtl", "w:cs", "w:lang"),
    "w:lang": ("w:eastAsianLayout", "w:specVanish", "w:oMath"),
    "w:bidi": ("w:adjustRightInd", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr"),
    "w:jc": ("w:textDirection", "w:textAlignment", "w:outlineLvl", "w:rPr", "w:sectPr"),
}
_SHADE_BEHIND = ("w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:rtl", "w:cs", "w:lang", "w:vAlign")


def put(parent: BaseOxmlElement, tag: str, **attributes: str) -> None:
    """Set an element of properties at the place where the schema wants it."""
    element = parent.find(qn(tag))
    if element is None:
        element = OxmlElement(tag)
        parent.insert_element_before(element, *_BEHIND.get(tag, _SHADE_BEHIND))
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)


def put_child(parent: BaseOxmlElement, tag: str, **attributes: str) -> None:
    """Add an element at the end."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
