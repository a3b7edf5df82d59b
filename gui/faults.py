"""What nobody expected: told in one sentence, its details in a log that holds no word of any article."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from gui.settings import data_folder

_LARGEST = 1_000_000  # bytes, then the log begins anew
_SENTENCE = QT_TRANSLATE_NOOP(
    "Faults",
    "Something unexpected happened, and this was not finished; what was done before is saved. Details for a report: {}",
)
_WITHOUT_LOG = QT_TRANSLATE_NOOP(
    "Faults", "Something unexpected happened, and this was not finished; what was done before is saved."
)


def install(tell: Callable[[str], None]) -> None:
    """From now on write down every error that nothing caught, and tell the person."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        tell(report(error))

    sys.excepthook = hook


def report(error: BaseException, path: Path | None = None) -> str:
    """Write the error down; the sentence for the person."""
    path = path or data_folder() / "mizan.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = not path.exists() or path.stat().st_size > _LARGEST
        with path.open("w" if fresh else "a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n{details(error)}\n")
    except OSError:
        return QCoreApplication.translate("Faults", _WITHOUT_LOG)
    return QCoreApplication.translate("Faults", _SENTENCE).format(f"\u2066{path}\u2069")


def details(error: BaseException) -> str:
    """Kinds of errors and places in the program, the cause last; no messages, since they may quote an article."""
    return "\n".join(_lines(error))


def _lines(error: BaseException) -> Iterator[str]:
    seen: BaseException | None = error
    while seen is not None:
        yield f"{type(seen).__module__}.{type(seen).__qualname__}"
        for frame in traceback.extract_tb(seen.__traceback__):
            yield f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}'
        # What a worker process sends is text: only its lines of places are ours.
        remote = getattr(seen, "tb", "")
        yield from (line for line in str(remote).splitlines() if line.startswith('  File "'))
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
