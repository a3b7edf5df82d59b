"""Fuzzing for as long as one likes: `python tests/fuzz/run.py [--minutes N] [--target NAME]`.

Each target runs in a process of its own, so that a crash or a hang of one ends nothing else. What was found stays in
the folder of finds, and `--replay FILE --target NAME` tries it again.
"""

from __future__ import annotations

import argparse
import faulthandler
import hashlib
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from pathlib import Path
from random import Random

HANG = 60  # seconds for one input, at most a few thousand letters
_ROOT = Path(__file__).parents[2]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="for all targets together")
    parser.add_argument("--target", action="append", help="only this one; may be repeated")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--finds", type=Path, default=Path(tempfile.gettempdir(), "mizan-fuzz"))
    parser.add_argument("--replay", type=Path, help="try this one input with --target")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    sys.path[:0] = [str(_ROOT), str(Path(__file__).parent)]
    from targets import TARGETS

    names = arguments.target or list(TARGETS)
    if arguments.replay:
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "in").mkdir()
            TARGETS[names[0]].check(arguments.replay.read_bytes(), Path(folder, "in"))
        return 0
    arguments.finds.mkdir(parents=True, exist_ok=True)
    if arguments.worker:
        return _work(names[0], arguments.minutes * 60, arguments.seed, arguments.finds)
    found = 0
    for name in names:
        found += _supervised(name, arguments.minutes * 60 / len(names), arguments.seed, arguments.finds)
    return int(found > 0)


def _supervised(name: str, seconds: float, seed: int, finds: Path) -> int:
    """Run a worker until its time is over, and a new one when it dies. How many faults there were."""
    end = time.monotonic() + seconds
    found = 0
    while (left := end - time.monotonic()) > 0:
        command = [sys.executable, __file__, "--worker", "--target", name, "--minutes", str(left / 60)]
        done = subprocess.run([*command, "--seed", str(seed), "--finds", str(finds)], check=False)
        found += done.returncode != 0
        current = finds / f"{name}.current"
        if done.returncode not in (0, 1):
            print(f"{name}: crashed or hung (exit {done.returncode}), input {_kept(name, current.read_bytes(), finds)}")
        current.unlink(missing_ok=True)
        if not done.returncode:
            break
        seed += 1
    return found


def _work(name: str, seconds: float, seed: int, finds: Path) -> int:
    """Try inputs for so long; each kind of fault is told once, with the input that shows it."""
    from targets import TARGETS, inputs

    target = TARGETS[name]
    warnings.simplefilter("ignore")
    current = finds / f"{name}.current"
    seen: set[str] = set()
    tried = 0
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        for data in inputs(target, Random(f"{name} {seed}")):
            if time.monotonic() > end:
                break
            place = Path(folder, str(tried))
            place.mkdir()
            current.write_bytes(data)
            faulthandler.dump_traceback_later(HANG, exit=True)
            began = time.monotonic()
            try:
                target.check(data, place)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is a find
                steps = traceback.extract_tb(error.__traceback__)[-3:]
                kind = f"{type(error).__name__} {[(Path(step.filename).name, step.lineno) for step in steps]}"
                if kind not in seen:
                    seen.add(kind)
                    print(f"\n{name}: {kind}: {str(error)[:200]}\n  input {_kept(name, data, finds)}", flush=True)
                    traceback.print_exc(limit=-6)
            if (took := time.monotonic() - began) > HANG / 10 and "slow" not in seen:
                seen.add("slow")
                print(f"\n{name}: {took:.0f} s for {len(data)} bytes, input {_kept(name, data, finds)}", flush=True)
            faulthandler.cancel_dump_traceback_later()
            for file in place.iterdir():
                file.unlink()
            place.rmdir()
            tried += 1
    print(f"{name}: {tried} inputs, {len(seen)} kinds of faults (seed {seed})", flush=True)
    current.unlink(missing_ok=True)
    return int(bool(seen))


def _kept(name: str, data: bytes, finds: Path) -> Path:
    path = finds / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    sys.exit(main())
