"""An error of our own while a file is read is a bug that surfaces; it is never told as a damaged file."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from making_files import laid_out, pdf, workbook, zipped

from core.importers import docx, feeds, html, read_paths, tables, xml
from core.importers import pdf as pdf_reader

_LINE = "قال الوزير إن العمل في الجسر انتهى أمس."
_WORD = '<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>'
_FILES: dict[str, bytes] = {
    "a.html": f"<html><body><article><p>{_LINE}</p></article></body></html>".encode(),
    "a.rss": f"<rss><channel><item><title>{_LINE}</title></item></channel></rss>".encode(),
    "a.docx": zipped({"word/document.xml": _WORD.format(_LINE)}),
    "a.pdf": pdf(laid_out([_LINE])),
    "a.xlsx": workbook([["text"], [_LINE]]),
}


@pytest.mark.parametrize("error", [TypeError, AttributeError, KeyError, AssertionError])
@pytest.mark.parametrize(
    ("name", "module", "function"),
    [
        ("a.html", html, "_metadata"),
        ("a.rss", feeds, "_draft"),
        ("a.docx", docx, "_blocks"),
        ("a.docx", xml, "local"),
        ("a.pdf", pdf_reader, "Glyph"),
        ("a.xlsx", tables, "_written"),
    ],
)
def test_it_surfaces(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    module: ModuleType,
    function: str,
    error: type[Exception],
) -> None:
    (tmp_path / name).write_bytes(_FILES[name])
    assert _LINE in str(next(iter(read_paths([tmp_path / name]))))

    def broken(*_: Any) -> Any:
        raise error("ours")

    monkeypatch.setattr(module, function, broken)
    if (name, function) == ("a.docx", "local"):
        monkeypatch.setattr(docx, "local", broken)
    with pytest.raises(error, match="ours"):
        list(read_paths([tmp_path / name]))
