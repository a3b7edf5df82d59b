"""Runs the built program as a person would: `python packaging/check.py dist/mizan`. Ends with 1 where something fails.

The command line on the samples, then a window without a screen that imports them, analyses them and is closed; the
project that it leaves must be whole.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"
PATIENCE = 120  # seconds


def main(folder: Path) -> None:
    """Each step prints what it saw."""
    suffix = ".exe" if sys.platform == "win32" else ""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        places = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME")
        environment = {**os.environ, **dict.fromkeys(places, home), "QT_QPA_PLATFORM": "offscreen"}

        def run(*arguments: str) -> str:
            command = [str(folder / f"mizan{suffix}"), *arguments]
            done = subprocess.run(
                command,
                env=environment,
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=PATIENCE,
                check=False,
            )
            if done.returncode:
                sys.exit(f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}")
            return done.stdout

        say(run("--version").strip())
        say(run("--lang", "en", "doctor"))
        result = json.loads(run("compare", str(SAMPLES), "--json"))
        conflicts = [item for fact in result["facts"] for item in fact["relations"] if item["show"] == "conflict"]
        if not conflicts:
            sys.exit("compare found no contradiction in the samples")
        say(f"compare: {len(result['facts'])} facts, {len(conflicts)} contradictions")
        project = Path(home) / "window.mizan"
        run("new", str(project))
        began = time.monotonic()
        name = f"mizan-window{suffix}" if sys.platform == "win32" else "mizan"
        window = subprocess.Popen([str(folder / name), str(project), str(SAMPLES)], env=environment)
        try:
            while not contradictions(run, project, Path(home)):
                if window.poll() is not None or time.monotonic() - began > PATIENCE:
                    sys.exit(f"the window did not analyse the samples (exit code {window.poll()})")
                time.sleep(0.5)
            say(f"window: samples imported, analysed and compared {time.monotonic() - began:.0f} s after the start")
        finally:
            window.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGINT)
            window.wait(PATIENCE)
        run("check", str(project))
        say("check: the project is whole")


def contradictions(run, project: Path, home: Path) -> int:
    """How many the project holds by now."""
    out = home / "contradictions.csv"
    run("export", str(project), "--what", "contradictions", "--format", "csv", "-o", str(out))
    return len(out.read_text("utf-8-sig").splitlines()) - 1


def say(text: str) -> None:
    """Onto the terminal."""
    sys.stdout.write(text.rstrip() + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
