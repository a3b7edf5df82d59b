"""PDF: the text layer, put back into the order in which it is read. A page that is only a picture is said to be one.

What a PDF holds is glyphs at places, not text; `glyphs.py` makes lines and paragraphs of them. The dates in the file
say when it was made, not when the article was published.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.errors import KnownError
from core.importers import limits
from core.importers.base import Document, Draft, Metadata, Note, Skipped, parsing
from core.importers.glyphs import Glyph, Line, Mended, mended, reading_order, text_of
from core.text.canonical import canonical

if TYPE_CHECKING:
    import pypdfium2

_RUNNING = 0.6  # share of the pages on which a line at the edge stands, if it belongs to the page and not to the text
_NUMBER = re.compile(r"\W*\d{1,4}\W*")
# Titles that programs give their files: a file's name, or nothing.
_NO_TITLE = re.compile(r"(?i)microsoft|untitled|document|.*\.(?:docx?|pdf|indd|qxd|rtf|html?|pptx?)\Z|\W*\Z")


def read(document: Document) -> Iterator[Draft | Skipped]:
    """The article. Raises KnownError for what is no PDF, is protected, or has no text at all."""
    import pypdfium2

    raised = (pypdfium2.PdfiumError, OSError, ValueError)
    data = document.read()
    with parsing(document.name, "PDF", raised):
        try:
            pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).casefold():
                raise KnownError(
                    f"الملف «{document.name}» محمي بكلمة مرور؛ افتحه بها واطبعه إلى PDF جديد ثم استورده.",
                    f"“{document.name}” is protected by a password; print it to a new PDF with that.",
                ) from error
            raise
    try:
        if len(pdf) > limits.PAGES:
            raise limits.too_many(document.name, limits.PAGES, "صفحات", "pages")
        pages: list[list[Line]] = []
        pictures: list[int] = []
        for number in limits.in_time(document.name, range(len(pdf))):
            with parsing(document.name, "PDF", raised):
                lines, is_picture = _page(pdf, number)
            pages.append(lines)
            pictures += [number + 1] if is_picture and not lines else []
        with parsing(document.name, "PDF", raised):
            said = pdf.get_metadata_dict(skip_empty=True)
    finally:
        pdf.close()
    if not any(pages):
        raise KnownError(
            f"لا طبقة نص في «{document.name}»: صفحاته صور؛ مرّره على برنامج للتعرف الضوئي (OCR) ثم استورده.",
            f"“{document.name}” has no text layer: its pages are pictures; let text recognition (OCR) read it.",
        )
    for number in pictures:
        yield Skipped(
            document.name,
            KnownError(
                f"«{document.name}»، الصفحة {number}: صورة بلا طبقة نص؛ تُركت.",
                f"{document.name}, page {number}: a picture without a text layer; it was left out.",
            ),
        )
    pages = _without_running_lines(pages)
    ordered = [reading_order(lines) for lines in pages]
    found = mended(ordered)
    found.moved = sum(
        now is not was for page, old in zip(ordered, pages, strict=True) for now, was in zip(page, old, strict=True)
    )
    title = "" if _NO_TITLE.match(said.get("Title", "")) else canonical(said["Title"]).strip()
    yield Draft(
        canonical(text_of(found.pages)),
        Metadata(title=title, author=canonical(said.get("Author", "")).strip()),
        notes=tuple(_notes(found)),
    )


def _page(pdf: pypdfium2.PdfDocument, number: int) -> tuple[list[Line], bool]:
    """The lines of a page as the file has them, and whether there is a picture on it."""
    from pypdfium2 import raw

    page = pdf[number]
    try:
        text = page.get_textpage()
        box = raw.FS_RECTF()
        lines: list[list[Glyph]] = [[]]
        for at in range(text.count_chars()):
            char = chr(raw.FPDFText_GetUnicode(text, at))
            if char in "\r\n":
                lines += [[]] if lines[-1] else []
            elif char.isspace() or not char.isprintable():
                continue  # spaces are made of gaps
            elif raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)):
                lines[-1].append(Glyph(char, box.left, box.right, box.bottom, box.top))
        is_picture = any(True for _ in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        return [Line(tuple(glyphs)) for glyphs in lines if glyphs], is_picture
    finally:
        page.close()


def _without_running_lines(pages: list[list[Line]]) -> list[list[Line]]:
    """Page numbers, and what stands at the head or foot of most pages, are not the article's."""
    edges = Counter(
        words for lines in pages if len(pages) > 2 for words in {_words(line) for line in (*lines[:2], *lines[-2:])}
    )
    running = {words for words, count in edges.items() if count > 2 and count >= _RUNNING * len(pages)}

    def is_edge(line: Line) -> bool:
        return _words(line) in running or bool(_NUMBER.fullmatch(line.raw))

    kept = []
    for lines in pages:
        first = next((at for at, line in enumerate(lines[:2]) if not is_edge(line)), min(2, len(lines)))
        last = len(lines)
        while last > max(first, len(lines) - 2) and is_edge(lines[last - 1]):
            last -= 1
        kept.append(lines[first:last])
    return kept


def _words(line: Line) -> str:
    return re.sub(r"\d+", "0", line.raw)


def _notes(found: Mended) -> Iterator[Note]:
    for count, ar, en in (
        (found.moved, "أُعيد ترتيب أسطر كانت في غير موضعها", "Lines that were out of order were put in theirs"),
        (found.turned, "قُلبت أسطر كانت مكتوبة من آخرها", "Lines that were stored backwards were turned round"),
        (
            found.ligatures,
            "أُصلحت «لا» مقلوبة أو حروف في صورة العرض",
            "Swapped lam-alef and presentation forms were mended",
        ),
        (found.brackets, "أُصلحت أقواس معكوسة", "Mirrored brackets were mended"),
        (found.numbers, "أُصلحت مواضع أرقام وعلامات مثل %50", "Figures and signs such as %50 were put right"),
    ):
        if count:
            yield Note(f"{ar} ({count}).", f"{en} ({count}).")
    if found.doubtful:
        yield Note(
            "ترتيب الأسطر في بعض الصفحات غير مؤكد (أعمدة أو إطارات)؛ راجع النص.",
            "The order of the lines is not certain on some pages (columns or boxes); look the text through.",
        )
