"""The report, in the window and on the command line: who writes PDF, and what a worker process does.

Imports no Qt until a PDF is wanted.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from core.errors import KnownError
from core.exporters import report as reports
from core.exporters.report.content import Report


def offer_pdf() -> None:
    """Let core write PDF, which it cannot by itself."""
    reports.WRITERS[".pdf"] = write_pdf


def write_pdf(report: Report, stream: BinaryIO) -> None:
    """Write PDF with Qt. KnownError where a library of the system that Qt needs is missing."""
    try:
        from gui import printing
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")) and ".so" not in str(error):
            raise
        raise KnownError(
            f"تعذّرت كتابة PDF لنقص في مكتبات النظام ({error})؛ اختر ملفا ينتهي بـ ‎.html أو ‎.docx.",
            f"PDF cannot be written, a system library is missing ({error}); choose a file ending in .html or .docx.",
        ) from error
    printing.write(report, stream)


def write_report(project: Path, path: Path, language: str) -> None:
    """Read a project and write its report; runs in a worker process, so that the window stays awake."""
    from core.exporters.report.build import build
    from core.project import Project

    offer_pdf()
    with Project.open(project, read_only=True) as opened:
        built = build(opened, opened.path.stem, language)
    reports.write(built, path)
