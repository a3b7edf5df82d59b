"""`mizan`: a command of the command line, or the window; without a display, the comparison in the terminal."""

from __future__ import annotations

import os
import sys
from difflib import get_close_matches
from pathlib import Path

from core.cli import cli
from core.cli import main as command_line
from core.cli.articles import compare_paths
from core.cli.projects import compare_project
from core.cli.voice import Voice, use_utf8
from core.errors import KnownError
from gui.doctor import offer_checks
from gui.reporting import offer_pdf

# Qt platforms that need no display.
_HEADLESS_PLATFORMS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def main() -> int:
    """The entry point of `mizan` and `mizan-window`; returns the exit code."""
    arguments = sys.argv[1:]
    offer_pdf()
    offer_checks(_has_display)
    if arguments and (arguments[0] in cli.commands or arguments[0].startswith("-")):
        return command_line(arguments)
    use_utf8()
    voice = Voice(os.environ.get("MIZAN_LANG"))
    paths = [Path(argument) for argument in arguments]
    if missing := [path for path in paths if not path.exists()]:
        return _refuse(voice, missing[0], first=missing[0] is paths[0])
    projects = [path for path in paths if path.is_file() and path.suffix.casefold() == ".mizan"]
    articles = [path for path in paths if path not in projects]
    if len(projects) > 1:
        voice.error(KnownError("افتح مشروعا واحدا في كل مرة.", "Open one project at a time."))
        return 2
    if not _has_display():
        voice.say("لا شاشة هنا، فهذه المقارنة نصا:", "There is no display here; this is the comparison as text:")
        return _in_terminal(voice, projects, articles)
    try:
        from gui.app import run
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")) and ".so" not in str(error):
            raise
        voice.say(
            f"تعذّر تشغيل النافذة لنقص في مكتبات النظام ({error})، فهذه المقارنة نصا:",
            f"The window cannot start, a system library is missing ({error}); this is the comparison as text:",
        )
        return _in_terminal(voice, projects, articles)
    try:
        return run(projects[0] if projects else None, articles)
    except KnownError as error:
        voice.error(error)
        return 1


def _has_display() -> bool:
    """Whether Qt would find a screen; without one it aborts instead of raising."""
    if sys.platform in ("win32", "darwin"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    return platform in _HEADLESS_PLATFORMS or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _in_terminal(voice: Voice, projects: list[Path], articles: list[Path]) -> int:
    """The same comparison that the window would open on, as a table."""
    if not projects and not articles:
        return command_line(["--help"])
    try:
        done = compare_project(voice, projects[0], articles) if projects else compare_paths(voice, articles)
    except KnownError as error:
        voice.error(error)
        return 1
    return 0 if done else 1


def _refuse(voice: Voice, path: Path, first: bool) -> int:
    """A path that is not there: most likely a mistyped command if it is the first word."""
    near = get_close_matches(str(path), cli.commands, 1) if first else []
    ar, en = (f" أتقصد: mizan {near[0]}؟", f" Did you mean: mizan {near[0]}?") if near else ("", "")
    voice.error(
        KnownError(
            f"لا أمر ولا ملف ولا مجلد باسم «{path}».{ar} الأوامر: mizan --help.",
            f"There is no command, file or folder “{path}”.{en} For the commands: mizan --help.",
        )
    )
    return 2


if __name__ == "__main__":
    sys.exit(main())
