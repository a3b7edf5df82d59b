"""Files that the tests make themselves, byte by byte where a program would not make them so."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence

# A string and where its first letter stands; the letters go to the right from there.
Placed = tuple[str, float, float]
_EM = 6  # points that each letter takes, at 10 points


def pdf(*pages: Iterable[Placed], picture: bool = False, title: str = "") -> bytes:
    """A PDF that shows these strings, letter by letter from the left, as they are given."""
    letters = sorted({char for page in pages for text, _, _ in page for char in text})
    codes = {char: number + 1 for number, char in enumerate(letters)}
    cmap = "\n".join(f"<{code:02X}> <{char.encode('utf-16-be').hex()}>" for char, code in codes.items())
    kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(len(pages)))
    names = " ".join(f"/g{code}" for code in codes.values())
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        (
            "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [.001 0 0 .001 0 0] /ToUnicode 6 0 R"
            f" /FirstChar 1 /LastChar {len(codes)} /Widths [{'600 ' * len(codes)}] /Resources << >>"
            f" /Encoding << /Type /Encoding /Differences [1 {names}] >>"
            f" /CharProcs << {' '.join(f'/g{code} 4 0 R' for code in codes.values())} >> >>"
        ).encode(),
        _stream("600 0 0 0 600 700 d1 0 0 600 700 re f"),
        b"<< >>",
        _stream(
            f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def "
            f"1 begincodespacerange <00> <FF> endcodespacerange {len(codes)} beginbfchar\n{cmap}\nendbfchar "
            "endcmap end end"
        ),
        f"<< /Title <feff{title.encode('utf-16-be').hex()}> >>".encode(),
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 "
        b">>\nstream\n\x00\nendstream",
        b"<< >>",
    ]
    for at, page in enumerate(pages):
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {11 + 2 * at} 0 R"
            " /Resources << /Font << /F 3 0 R >> /XObject << /I 8 0 R >> >> >>".encode()
        )
        shown = "\n".join(
            f"1 0 0 1 {left + _EM * step} {bottom} Tm <{codes[char]:02X}> Tj"
            for text, left, bottom in page
            for step, char in enumerate(text)
            if char != " "
        )
        drawn = "q 500 0 0 700 50 50 cm /I Do Q\n" if picture else ""
        bodies.append(_stream(f"{drawn}BT /F 10 Tf\n{shown}\nET"))
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    out += f"{table}{trailer}".encode()
    return bytes(out)


def laid_out(lines: Iterable[str], right: float = 550, top: float = 700) -> list[Placed]:
    """Lines of Arabic as a program lays them out: letters from the right, each line below the last."""
    return [(line, right - _EM * len(line), top - 16 * at) for at, line in enumerate(lines)]


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def workbook(rows: Iterable[Sequence[object]]) -> bytes:
    """An Excel workbook of one sheet."""
    from openpyxl import Workbook

    book, packed = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(packed)
    return packed.getvalue()


def _stream(text: str) -> bytes:
    return f"<< /Length {len(text.encode())} >>\nstream\n{text}\nendstream".encode()
