"""The report for the editor in chief: one value made of a project (`build`), written in one of several formats."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from core.errors import KnownError
from core.exporters.aside import written_aside
from core.exporters.report.content import Report

__all__ = ["WRITERS", "Writer", "write"]

Writer = Callable[[Report, BinaryIO], None]


def _html(report: Report, stream: BinaryIO) -> None:
    from core.exporters.report import html

    html.write(report, stream)


def _docx(report: Report, stream: BinaryIO) -> None:
    from core.exporters.report import docx_

    docx_.write(report, stream)


def _no_pdf(_report: Report, _stream: BinaryIO) -> None:
    raise KnownError(
        "كتابة PDF تحتاج إلى مكتبات Qt، وهي غير متاحة هنا؛ اختر ملفا ينتهي بـ ‎.html أو ‎.docx.",
        "PDF is written with the Qt libraries, which are not available here; choose a file ending in .html or .docx.",
    )


# File ending → what writes it. `gui.launch` puts a writer of PDF in place: core has no Qt.
WRITERS: dict[str, Writer] = {".html": _html, ".docx": _docx, ".pdf": _no_pdf}


def check_ending(path: Path) -> None:
    """KnownError where no format has the ending of `path`."""
    if path.suffix.lower() not in WRITERS:
        known = " ".join(WRITERS)
        raise KnownError(
            f"لا يُعرف شكل التقرير من اسم الملف «{path}»؛ النهايات المعروفة: {known}.",
            f"The name “{path}” does not say which format the report should have; it may end in: {known}.",
        )


def write(report: Report, path: Path) -> None:
    """Write the report in the format that the ending of `path` names, whole or not at all. Raises KnownError."""
    check_ending(path)
    with written_aside(path) as stream:
        WRITERS[path.suffix.lower()](report, stream.buffer)
