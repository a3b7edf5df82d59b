"""What nobody expected: told in one sentence, its details in a log that holds no word of any article.

Errors that end the program at once (a library that crashes) are written down by Python's faulthandler, and told when
the program is started the next time.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, qVersion

from core.errors import DamagedError, KnownError
from gui import wording
from gui.settings import data_folder

_LARGEST = 1_000_000  # bytes, then the log begins anew; the one before it is kept
_SENTENCE = QT_TRANSLATE_NOOP(
    "Faults",
    "Something unexpected happened, and this was not finished; what was done before is saved. Details for a report: {}",
)
_WITHOUT_LOG = QT_TRANSLATE_NOOP(
    "Faults", "Something unexpected happened, and this was not finished; what was done before is saved."
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "Faults",
    "The project file {} is damaged. What it still holds can be saved into a new file; it stays as it is.",
)
_crashed = ""  # what earlier programs that ended at once wrote down; found by `watch`


def install(tell: Callable[[str, str], None], tell_of_damage: Callable[[DamagedError], object] | None = None) -> None:
    """From now on write down every error that nothing caught, and tell the person: a sentence, and the details.

    A damaged project that a view came upon is told by `tell_of_damage`.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, DamagedError) and tell_of_damage:
            tell_of_damage(error)
            return
        if isinstance(error, KnownError):  # a view came upon rows that cannot be read
            tell(sentence(error), details(error))
            return
        tell(report(error), details(error))

    sys.excepthook = hook


def sentence(error: KnownError) -> str:
    """What the window says of an error: what can be done about a damaged project is a button here, no command."""
    if isinstance(error, DamagedError):
        return QCoreApplication.translate("Faults", _DAMAGED).format(f"\u2066{error.path}\u2069")
    return wording.sentence(error)


def watch() -> Callable[[], None]:
    """From now on write down what ends the program at once, and find what ended earlier ones. The returned one ends it.

    Each program has a file of its own, which is empty unless it crashed.
    """
    global _crashed  # noqa: PLW0603 - one process crashes once
    folder = data_folder() / "crashes"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _crashed = "\n".join(filter(None, map(_collected, sorted(folder.glob("*.txt")))))
        own = folder / f"{os.getpid()}.txt"
        stream = own.open("w", encoding="utf-8")
    except OSError:
        return lambda: None  # nowhere to write: the work goes on without
    if _crashed:
        _log(_crashed, data_folder() / "mizan.log")
    faulthandler.enable(stream)

    def end() -> None:
        faulthandler.disable()
        stream.close()
        own.unlink(missing_ok=True)

    return end


def take_crash() -> str:
    """What the program wrote down when it ended abruptly last time, told once; "" where it did not."""
    global _crashed
    found, _crashed = _crashed, ""
    return found


def report(error: BaseException, path: Path | None = None) -> str:
    """Write the error down; the sentence for the person."""
    path = path or data_folder() / "mizan.log"
    if not _log(details(error), path):
        return QCoreApplication.translate("Faults", _WITHOUT_LOG)
    return QCoreApplication.translate("Faults", _SENTENCE).format(f"\u2066{path}\u2069")


def details(error: BaseException) -> str:
    """Kinds of errors and places in the program, the cause last; no messages, since they may quote an article."""
    return "\n".join(_lines(error))


def full_report(trace: str) -> str:
    """What a person may send: the trace, versions, and what `mizan doctor` finds at once; no name of theirs in it."""
    from core.cli import doctor

    lines = [f"Qt {qVersion()}", trace.strip(), ""]
    for check in doctor.QUICK:
        lines += [f"{finding.outcome}\t{finding.en}\t{finding.found}" for finding in check()]
    return "\n".join(lines).replace(str(Path.home()), "~") + "\n"


def _log(text: str, path: Path) -> bool:
    """Whether it could be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _LARGEST:
            path.replace(path.with_name(path.name + ".1"))
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n{text}\n")
    except OSError:
        return False
    return True


def _collected(path: Path) -> str:
    """What a program that has ended left, which is taken away; "" for one that runs."""
    with suppress(OSError, ValueError):
        if not _is_running(int(path.stem)):
            text = path.read_text("utf-8", "replace")
            path.unlink()
            return text
    return ""


def _is_running(pid: int) -> bool:
    if sys.platform == "win32":
        return False  # the file of one that runs cannot be removed
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


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
