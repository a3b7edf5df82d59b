"""XML of strangers: no entities, no external references, bounded depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.errors import KnownError
from core.importers import limits
from core.importers.base import parsing

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def parse(name: str, data: bytes, kind: str = "XML", *, dtd: bool = False) -> Element:
    """The root element. Raises KnownError for what is no XML, declares entities, or is nested too deep.

    `dtd` allows a document type that declares nothing, as old feeds have.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        with parsing(name, kind, (SyntaxError, ValueError, LookupError)):  # LookupError: an encoding that is none
            root: Element = fromstring(data, forbid_dtd=not dtd)
    except KnownError as error:
        if isinstance(error.__cause__, DefusedXmlException):
            raise hostile(name) from error
        raise
    level = [root]
    for _ in range(limits.DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return root
    raise KnownError(
        f"عناصر «{name}» متداخلة أعمق من {limits.DEPTH} مستوى، فلم يُقرأ.",
        f"The elements of “{name}” are nested deeper than {limits.DEPTH} levels; it was not read.",
    )


def hostile(name: str) -> KnownError:
    """It declares entities, or has a document type where none belongs."""
    return KnownError(
        f"في «{name}» تعريف كيانات أو مرجع خارجي، وهذا لا يُقرأ لأنه قد يكون خبيثا؛ احفظ الملف من جديد بدونه.",
        f"“{name}” declares entities or refers to other files, which is not read since it may be hostile; "
        "save it anew without them.",
    )


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
