"""On PYTHONPATH, in a process and in all that it starts: no socket may be made, and every attempt is written down."""

import os
import sys

_LOG = os.environ["MIZAN_TEST_SOCKETS"]
_LOCAL = 1  # AF_UNIX, which leads nowhere


def _watch(event: str, arguments: tuple) -> None:
    if not event.startswith("socket.") or event == "socket.gethostname":  # which only asks this machine
        return
    if event == "socket.__new__" and arguments[1] == _LOCAL:
        return
    if event in ("socket.connect", "socket.bind") and getattr(arguments[0], "family", None) == _LOCAL:
        return
    with open(_LOG, "a", encoding="utf-8") as log:  # noqa: PTH123 - before anything else is imported
        log.write(f"{event} {arguments[1:]}\n")
    raise PermissionError(event)


sys.addaudithook(_watch)
with open(_LOG, "a", encoding="utf-8") as _log:  # noqa: PTH123
    _log.write(f"watching {os.getpid()}\n")
