"""The real program, killed at random moments: `kills.py [N] [--seed S] [--from TURN] [--only SCENE]`.

Each scene starts a program on a fresh copy of a project (the window on a desk of its own, or a command), ends it with
SIGKILL at a random moment, and then looks: does the project open, is it sound, is everything there that had been
acknowledged, does undo work, is each output whole or absent, is no process left over. Prints what it found, and at the
end what became of each program. A turn is the same scene with the same decisions whenever its seed and number are; only
the clock differs. So a broken run is gone on with by `--from`, and one turn is tried again by `--from N` and that N.
What is found does not hang on how fast the machine is: programs are given time, and only what the file holds counts.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SAMPLES = ROOT / "samples"
sys.path.insert(0, str(ROOT))

from core.project import Project  # noqa: E402
from hatch_build import compile_translations  # noqa: E402

_MANY = 400  # articles of the long import: eight transactions
_WINDOW = 5.0  # seconds in which a window is killed once it works
_LONGEST = 180.0  # seconds until a window works, on a machine that others use too
_OFFICES = {"زار": "المتحف", "غادر": "الميناء", "وصف": "السوق", "دخل": "الملعب", "عبر": "الجسر", "رأى": "المصنع"}
_ORPHANS = 60.0  # seconds that workers have to notice that nobody waits for them; a busy machine is slow


class LostError(AssertionError):
    """What must never be."""


def must(holds: object, what: str) -> None:
    """LostError unless it holds."""
    if not holds:
        raise LostError(what)


@dataclass
class Stage:
    """What the scenes start from, made once: projects, articles, and how long each command takes undisturbed."""

    folder: Path
    seconds: dict[str, float]
    marks: int = 0  # in the file of marks

    def desk(self) -> Path:
        """An empty folder for one kill."""
        return Path(tempfile.mkdtemp(dir=self.folder))


def set_up(folder: Path, scenes: Collection[str]) -> Stage:
    """Make what these scenes start from."""
    compile_translations(ROOT)
    stage = Stage(folder, {})
    articles = folder / "articles"
    articles.mkdir()
    for number in range(_MANY):
        lines = (f"أعلنت البلدية رقم {number}-{line} فتح الجسر رقم {line * number} أمام المشاة." for line in range(9))
        (articles / f"{number}.txt").write_text("\n".join(lines), "utf-8")
    few = folder / "few"
    few.mkdir()
    for path in sorted(SAMPLES.glob("0*.txt"))[:4]:
        shutil.copy(path, few)
    for name, source in (("story", SAMPLES), ("fresh", SAMPLES), ("other", few)):
        path = folder / f"{name}.mizan"
        for command in (("new", path), ("import", path, source), ("analyze", path)):
            if (name, command[0]) != ("fresh", "analyze"):
                run(folder, *command)
    decide(folder / "story.mizan", "هدى")
    decide(folder / "other.mizan", "علي", 2)  # on other articles: nobody overrules anybody
    damage(folder / "story.mizan", folder / "damaged.mizan")
    if "retrain" in scenes:
        teach(folder)
    if "marks" in scenes:
        mark_all(stage)
    return stage


def undisturbed(stage: Stage, name: str) -> float:
    """How many seconds a command takes that nobody kills; measured once. "" is one that only starts."""
    if not name and name not in stage.seconds:
        begun = time.monotonic()
        run(stage.desk(), "--version")
        stage.seconds[name] = time.monotonic() - begun
    if name not in stage.seconds:
        trial = COMMANDS[name]
        desk = stage.desk()
        trial.arrange(stage, desk)
        begun = time.monotonic()
        run(desk, *trial.command(stage, desk), ends=trial.ends)
        stage.seconds[name] = time.monotonic() - begun
    return stage.seconds[name]


def decide(path: Path, editor: str, after: int = 0) -> None:
    """A few decisions that must outlive everything."""
    from core.model import Status
    from core.store.edits import SetNote, SetStatus

    with Project.open(path, editor) as project:
        for key in project.article_ids()[after : after + 2]:
            first, second, *_ = project.annotations(key)
            project.apply(SetStatus((first.id,), Status.ACCEPTED))
            project.apply(SetNote(second.id, editor))


def damage(path: Path, out: Path) -> None:
    """A copy that lost the root of its table of marks: `check --repair` finds their rows one by one."""
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'annotations'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    out.write_bytes(content)


def teach(folder: Path) -> None:
    """A project in which an editor marked in every sentence what no shipped tagger would: retraining gains by it."""
    from core.model import Entity, Origin
    from core.store.edits import AddAnnotation, Batch

    offices = folder / "offices"
    offices.mkdir()
    for who in ("كارلوس", "مارتن", "سيرجيو", "ألبرت", "نيكولا", "دانيال", "فيكتور", "أوليفر", "صامويل"):
        text = "\n".join(f"{verb} {who} مكتب {what} صباحا برفقة الوفد." for verb, what in _OFFICES.items())
        (offices / f"{who}.txt").write_text(text, "utf-8")
    path = folder / "taught.mizan"
    for command in (("new", path), ("import", path, offices), ("analyze", path)):
        run(folder, *command)
    with Project.open(path, "هدى") as project:
        edits = []
        for article in project.articles():
            at = -1
            while (at := article.text.find("مكتب", at + 1)) >= 0:
                words = article.text[at : article.text.index(" ", at + 5)]
                item = Entity(at, at + len(words), words, "ORG", words, Origin.EDITOR, 1.0)
                edits.append(AddAnnotation(article.id, item))
        project.apply(Batch(tuple(edits), "mark offices"))


def mark_all(stage: Stage) -> None:
    """A project of many articles in which nothing is marked, and a file of marks on all of their words."""
    from core.model import Entity, Label, Origin
    from core.store.edits import AddAnnotation, Batch

    path, marked = stage.folder / "unmarked.mizan", stage.folder / "marked.mizan"
    for command in (("new", path), ("import", path, stage.folder / "articles")):
        run(stage.folder, *command)
    shutil.copy(path, marked)
    with Project.open(marked, "علي") as project:
        edits = []
        for article in project.articles():
            for word in re.finditer(r"\w+", article.text):
                item = Entity(*word.span(), word[0], Label.ORG, word[0], Origin.EDITOR, 1.0)
                edits.append(AddAnnotation(article.id, item))
        project.apply(Batch(tuple(edits), "mark all"))
    stage.marks = len(edits)
    run(stage.folder, "export", marked, "--what", "annotations", "-o", stage.folder / "marks.csv")


def environment(home: Path, tag: str = "") -> dict[str, str]:
    """A home of its own, so that no preference or backup of the person is touched."""
    own = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    own["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return os.environ | own | {"MIZAN_KILLED": tag, "MIZAN_LANG": "en"}


def run(home: Path, *command: object, ends: tuple[int, ...] = (0,)) -> None:
    """A command that is left in peace; LostError where it does not end with one of these codes."""
    done = subprocess.run(
        [sys.executable, "-m", "core.cli", *map(str, command)],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    must(done.returncode in ends, f"{' '.join(map(str, command))}: {done.stderr}")


@contextmanager
def killed(
    home: Path,
    *command: object,
    seconds: float,
    begun: bool = False,
    ends: tuple[int, ...] = (0,),
    beside: Callable[[], object] | None = None,
) -> Iterator[list[str]]:
    """What a program said until it was killed, so many seconds after its start or, with `begun`, its first line.

    `beside` is done at half of that time.
    """
    said, problems = home / "said.txt", home / "problems.txt"  # files: a pipe would hold back what was said last
    with said.open("wb") as out, problems.open("wb") as err:
        process = subprocess.Popen(
            [sys.executable, *map(str, command)], cwd=ROOT, env=environment(home, home.name), stdout=out, stderr=err
        )
    try:
        until = time.monotonic() + _LONGEST
        while begun and not said.stat().st_size and process.poll() is None and time.monotonic() < until:
            time.sleep(0.005)
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds / 2)
        if beside:
            beside()
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds / 2)
    finally:
        process.kill()
        process.wait()
    must(
        process.returncode in (*ends, -signal.SIGKILL),
        f"ended with {process.returncode}: {problems.read_text('utf-8')}",
    )
    lonely(home.name)
    yield [line for line in said.read_text("utf-8").splitlines(keepends=True) if line.endswith("\n")]


def lonely(tag: str) -> None:
    """LostError where a program's workers go on without it; they are ended."""
    until = time.monotonic() + _ORPHANS
    while left := orphans(tag):
        if time.monotonic() > until:
            for pid in left:
                os.kill(pid, signal.SIGKILL)
            raise LostError(f"{len(left)} workers went on without their program")
        time.sleep(0.05)


def orphans(tag: str) -> list[int]:
    """Processes that were started with this tag and still run (Linux)."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            environ = (entry / "environ").read_bytes()  # empty for what has ended and is not yet waited for
            if f"MIZAN_KILLED={tag}".encode() in environ.split(b"\0"):
                found.append(int(entry.name))
        except OSError:
            continue  # it ended meanwhile, or is not ours
    return found


def sound(path: Path, editors: tuple[str, ...] = ()) -> Project:
    """The project, opened for editing and checked; `editors` have decided what `decide` says."""
    project = Project.open(path, "فحص")
    must(not project.read_only, "opened read-only")
    must(not (problems := project.check()), f"not sound: {[problem.en for problem in problems]}")
    marks = [mark for key in project.article_ids() for mark in project.annotations(key)]
    for editor in editors:
        must(sum(mark.note == editor for mark in marks) >= 2, f"a note of {editor} is gone")
        must(sum(mark.status == "accepted" for mark in marks) >= 2, f"a decision of {editor} is gone")
    return project


def undoable(project: Project) -> None:
    """Taking back and doing again works, and leaves the file sound."""
    before = [(one.id, one.undone) for one in project.history(10_000)]
    if project.can_undo:
        must(project.undo() is not None, "undo did nothing")
        must(project.redo() is not None, "redo did nothing")
    must([(one.id, one.undone) for one in project.history(10_000)] == before, "undo and redo changed the history")
    must(not project.check(), "not sound after undo")


def window(stage: Stage, chance: random.Random) -> str:
    """An editor decides, takes back and does again; in every other kill another program reads the project meanwhile."""
    desk = stage.desk()
    path = Path(shutil.copy(stage.folder / "story.mizan", desk))
    seconds = chance.uniform(0, _WINDOW)
    command = (HERE / "editor.py", "restless", path, stage.folder / "few", chance.randrange(1 << 30))
    begun = chance.random() < 0.85
    look = (lambda: run(desk, "verdicts", path)) if chance.random() < 0.5 else None
    with killed(desk, *command, seconds=seconds, begun=begun, beside=look) as lines:
        said = [json.loads(line) for line in lines]
        with sound(path) as project:  # it may have taken back what stood there
            if said:
                acknowledged(project, said)
            undoable(project)
        written(path)
    shutil.rmtree(desk)
    return f"{sum(line['what'] != 'doing' for line in said)} acknowledged"


def acknowledged(project: Project, said: list[dict[str, Any]]) -> None:
    """What was said to be done is done; of what was about to be done, all or nothing."""
    stands = [line for line in said if line["what"] != "doing"]
    must(stands, "nothing was acknowledged")
    told = [tuple(one) for one in stands[-1]["history"]]
    found = [(one.id, one.undone) for one in project.history(10_000)]
    moved = found != told
    if moved:
        must(said[-1]["what"] == "doing", "the history changed though nothing was being done")
        one_more = found[1:] == told
        flipped = len(found) == len(told) and sum(a != b for a, b in zip(found, told, strict=True)) == 1
        must(one_more or flipped, f"more than the last step changed: {told[:3]} → {found[:3]}")
    done = {key for key, undone in found if not undone}
    expected: dict[str, str] = {}
    for before, line in pairwise(stands):
        new = {key for key, _ in line["history"]} - {key for key, _ in before["history"]}
        if not new:
            continue  # nothing was decided that was not so already; what made it so may be taken back later
        if line["what"] == "mark" and line["key"] and new <= done:
            expected[line["key"]] = line["now"]
        else:
            expected.pop(line["key"], None)  # taken back since
    wrong = [key for key, now in expected.items() if now != (mark.status if (mark := project.annotation(key)) else "")]
    must(len(wrong) <= moved, f"acknowledged and not there: {[(key, expected[key]) for key in wrong]}")


def first_window(stage: Stage, chance: random.Random) -> str:
    """A window that makes a project, imports and analyses."""
    desk = stage.desk()
    path = desk / "new.mizan"
    seconds = chance.uniform(0.2, 2.5 * _WINDOW)
    with killed(desk, HERE / "editor.py", "first", path, stage.folder / "few", seconds=seconds):
        stands = path.exists()
        if stands:
            with sound(path) as project:
                undoable(project)
    run(desk, *(("import", path, stage.folder / "few") if stands else ("new", path)))
    shutil.rmtree(desk)
    return "made" if stands else "not made yet"


def marks(stage: Stage, chance: random.Random) -> str:
    """A window takes a file of marks in, by steps: what came stands, one undo takes it back, the rest comes later."""
    desk = stage.desk()
    path = Path(shutil.copy(stage.folder / "unmarked.mizan", desk))
    given = stage.folder / "marks.csv"
    seconds = chance.uniform(0, _WINDOW)
    taking = (HERE / "editor.py", "taking", path, given)
    with killed(desk, *taking, seconds=seconds, begun=True), sound(path) as project:
        found = _editors_marks(project)
        must(found <= stage.marks, f"{found} marks of {stage.marks}")
        undoable(project)
        if found:
            project.undo()
            must(not _editors_marks(project), "one undo did not take all of them back")
            project.redo()
        must(_editors_marks(project) == found, "doing it again brought other marks")
    run(desk, "import", path, given)
    with sound(path) as project:
        must(_editors_marks(project) == stage.marks, "the rest did not come")
    shutil.rmtree(desk)
    return f"some: {found} of {stage.marks}" if 0 < found < stage.marks else "all" if found else "none"


def _editors_marks(project: Project) -> int:
    return sum(mark.status == "added" for key in project.article_ids() for mark in project.annotations(key))


def written(path: Path) -> None:
    """Every row is what the last step that stands made of it: verdicts too, which others may follow or take back."""
    with closing(sqlite3.connect(path)) as connection:
        last: dict[tuple[str, str], dict[str, Any] | None] = {}
        for (changes,) in connection.execute("SELECT changes FROM history WHERE state = 'done' ORDER BY id"):
            last |= {(table, key): after for table, key, _, after in json.loads(changes)}
        for (table, key), after in last.items():
            if table not in ("annotations", "verdicts"):
                continue
            name = "id" if table == "annotations" else "relation_id"
            cursor = connection.execute(f"SELECT * FROM {table} WHERE {name} = ?", (key,))
            names = [column for column, *_ in cursor.description]
            rows = [dict(zip(names, row, strict=True)) for row in cursor]
            if after is None:
                must(not rows, f"{table} {key} should be gone")
            else:
                must(rows and after.items() <= rows[0].items(), f"{table} {key} is not what was decided")


Scene = Callable[[Stage, random.Random], str]


class Trial(NamedTuple):
    """A command that is killed: how often beside the others, on what, how it ends undisturbed, what must hold after."""

    weight: int
    arrange: Callable[[Stage, Path], None]
    command: Callable[[Stage, Path], tuple[object, ...]]
    look: Callable[[Stage, Path, bool], str]
    ends: tuple[int, ...] = (0,)


def _story(stage: Stage, desk: Path) -> None:
    for name in ("story", "fresh", "other"):
        shutil.copy(stage.folder / f"{name}.mizan", desk)
    (desk / "out.csv").write_text("old", "utf-8")
    (desk / "out.html").write_text("old", "utf-8")


def _imported(stage: Stage, desk: Path, again: bool) -> str:
    with sound(desk / "story.mizan", ("هدى",)) as project:
        found = len(project.article_ids()) - 8
        must(0 <= found <= _MANY, f"{found} articles")
        undoable(project)
    if again:
        run(desk, "import", desk / "story.mizan", stage.folder / "articles")
        with sound(desk / "story.mizan") as project:
            must(len(project.article_ids()) == _MANY + 8, "a second import did not bring the rest")
    return f"{found} articles"


def _analyzed(_: Stage, desk: Path, again: bool) -> str:
    path = desk / "fresh.mizan"
    with sound(path) as project:
        waiting = len(project.pending_ids())
        undoable(project)
    if again:
        run(desk, "analyze", path)
        with sound(path) as project:
            must(not project.pending_ids() and project.facts(), "a second analysis did not finish it")
    return f"{waiting} waiting"


def _merged(_: Stage, desk: Path, again: bool) -> str:
    for name, editor in (("story", "هدى"), ("other", "علي")):
        with sound(desk / f"{name}.mizan", (editor,)) as project:
            undoable(project)
    out = desk / "out.mizan"
    there = out.exists()
    if not there and again:
        run(desk, "merge", out, desk / "story.mizan", desk / "other.mizan")
    if out.exists():
        sound(out, ("هدى", "علي")).close()
    return "made" if there else "not made"


def _backed_up(stage: Stage, desk: Path) -> None:
    _story(stage, desk)
    run(desk, "backups", desk / "story.mizan", "--make")


def _restored(_: Stage, desk: Path, again: bool) -> str:
    sound(desk / "story.mizan", ("هدى",)).close()
    out = desk / "out.mizan"
    there = out.exists()
    if not there and again:
        run(desk, "restore", desk / "story.mizan", "last", "-o", out)
    if out.exists():
        with sound(out, ("هدى",)) as project:
            undoable(project)
    return "made" if there else "not made"


def _written(name: str, end: str) -> Callable[[Stage, Path, bool], str]:
    def look(_: Stage, desk: Path, again: bool) -> str:
        text = (desk / name).read_text("utf-8-sig")
        must(text == "old" or text.rstrip().endswith(end) or (not end and text.count("\n") > 100), "half a file")
        sound(desk / "story.mizan", ("هدى",)).close()
        return "old" if text == "old" else "whole"

    return look


def _taught(stage: Stage, desk: Path) -> None:
    shutil.copy(stage.folder / "taught.mizan", desk)


def _retrained(_: Stage, desk: Path, again: bool) -> str:
    path = desk / "taught.mizan"
    with sound(path) as project:
        offices = [mark for key in project.article_ids() for mark in project.annotations(key) if mark.status == "added"]
        must(len(offices) == 54, f"{len(offices)} of 54 marks of an editor")
        learned = bool(project.tagger())
        undoable(project)
    if again:
        run(desk, "models", "retrain", path)
        with sound(path) as project:
            must(project.tagger() and not project.pending_ids(), "a second training did not finish it")
    return "retrained" if learned else "not retrained"


def _damaged(stage: Stage, desk: Path) -> None:
    shutil.copy(stage.folder / "damaged.mizan", desk)


def _repaired(stage: Stage, desk: Path, again: bool) -> str:
    path, out = desk / "damaged.mizan", desk / "damaged-repaired.mizan"
    there = out.exists()
    if not there and again:
        run(desk, "check", path, "--repair", ends=(1,))
        must(out.exists(), "a second repair did not make it")
    must(path.read_bytes() == (stage.folder / path.name).read_bytes(), "the damaged file was changed")
    if out.exists():
        with sound(out, ("هدى",)) as project:
            undoable(project)
    return "made" if there else "not made"


COMMANDS: dict[str, Trial] = {
    "import": Trial(3, _story, lambda s, d: ("import", d / "story.mizan", s.folder / "articles"), _imported),
    "analyze": Trial(2, _story, lambda s, d: ("analyze", d / "fresh.mizan"), _analyzed),
    "analyze in workers": Trial(1, _story, lambda s, d: ("analyze", d / "fresh.mizan", "--workers", 2), _analyzed),
    "merge": Trial(2, _story, lambda s, d: ("merge", d / "out.mizan", d / "story.mizan", d / "other.mizan"), _merged),
    "export": Trial(
        1,
        _story,
        lambda s, d: ("export", d / "story.mizan", "--what", "annotations", "-o", d / "out.csv"),
        _written("out.csv", ""),
    ),
    "restore": Trial(
        1, _backed_up, lambda s, d: ("restore", d / "story.mizan", "last", "-o", d / "out.mizan"), _restored
    ),
    "report": Trial(
        1,
        _story,
        lambda s, d: ("report", d / "story.mizan", "-o", d / "out.html"),
        _written("out.html", "</html>"),
    ),
    "retrain": Trial(1, _taught, lambda s, d: ("models", "retrain", d / "taught.mizan"), _retrained),
    "repair": Trial(1, _damaged, lambda s, d: ("check", d / "damaged.mizan", "--repair"), _repaired, (1,)),
}


def command_scene(name: str) -> Scene:
    """A command, killed at any moment of it."""
    trial = COMMANDS[name]

    def scene(stage: Stage, chance: random.Random) -> str:
        desk = stage.desk()
        trial.arrange(stage, desk)
        seconds = chance.uniform(0.5 * undisturbed(stage, ""), 1.3 * undisturbed(stage, name))
        with killed(desk, "-m", "core.cli", *trial.command(stage, desk), seconds=seconds, ends=trial.ends):
            found = trial.look(stage, desk, chance.random() < 0.3)
            whole_backups(desk)
        shutil.rmtree(desk)
        return found

    return scene


def whole_backups(home: Path) -> None:
    """Each backup that has its name is whole."""
    for path in home.glob("mizan/backups/*/*.mizan"):
        sound(path).close()


SCENES: dict[str, tuple[int, Scene]] = {
    "window": (8, window),
    "first window": (2, first_window),
    "marks": (1, marks),
    **{name: (trial.weight, command_scene(name)) for name, trial in COMMANDS.items()},
}


def kill_many(turns: Sequence[str], seed: int, say: Callable[[str], object] = print, start: int = 1) -> list[str]:
    """One kill in each of these scenes, from turn `start` on; what was lost, in sentences.

    `say` gets a line for each, then one for each program.
    """
    lost: list[str] = []
    outcomes: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory(prefix="mizan-kills-") as folder:
        stage = set_up(Path(folder), set(turns))
        for turn, name in enumerate(turns, 1):
            if turn < start:
                continue
            try:
                found = SCENES[name][1](stage, random.Random(f"{seed}/{turn}"))
            except (LostError, subprocess.SubprocessError) as error:
                found = f"LOST: {error}"
                lost.append(f"kill {turn}, {name}: {error}")
            outcomes.setdefault(name, Counter())[found.partition(":")[0].lstrip("0123456789 ")] += 1
            say(f"{turn}\t{name}\t{found}")
    for name, counted in outcomes.items():
        say(f"{name}: {counted.total()} kills, {counted['LOST']} lost ({_told(counted)})")
    return lost


def _told(counted: Counter[str]) -> str:
    return ", ".join(f"{found} {number}" for found, number in counted.most_common())


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="start", type=int, default=1, metavar="TURN")
    parser.add_argument("--only", choices=SCENES, default="")
    given = parser.parse_args()
    weights = [weight for weight, _ in SCENES.values()]
    chosen = random.Random(given.seed).choices(list(SCENES), weights, k=given.number)
    turns = [given.only or name for name in chosen]
    lost = kill_many(turns, given.seed, lambda line: print(line, flush=True), given.start)
    print(f"{len(turns) - given.start + 1} kills, {len(lost)} lost")
    for sentence in lost:
        print(sentence, file=sys.stderr)
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
