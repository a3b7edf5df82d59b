"""How fast projects are merged: `python tests/benchmarks/team.py [ARTICLES] [FOLDER]` (10,000 unless told).

Two editors' copies of one project with sixty marks an article, a tenth of them decided by each, some of these
differently, and five hundred verdicts. The merge runs in a process of its own, so that its memory can be told.
"""

from __future__ import annotations

import random
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from store import analysis, make_articles, make_facts, timed

from core.model import Layer, Status, VerdictKind
from core.project import Project
from core.store.edits import SetStatus, SetVerdict
from core.team.agreement import agreement
from core.team.merge import merge

_STEP = 200  # marks per decision


def work(path: Path, editor: str, seed: int) -> None:
    """Decide on every claim, which is a tenth of the marks and teaches nothing, and on five hundred relations."""
    drawn = random.Random(seed)
    with Project.open(path, editor) as project:
        marks = (mark for key in project.article_ids() for mark in project.annotations(key))
        keys = [mark.id for mark in marks if mark.layer is Layer.CLAIM]
        for start in range(0, len(keys), _STEP):
            status = drawn.choice((Status.ACCEPTED, Status.ACCEPTED, Status.REJECTED))
            project.apply(SetStatus(tuple(keys[start : start + _STEP]), status))
        relations = sorted(fact.relation_id(one) for fact in project.facts() for one in fact.relations)
        for key in relations[:500]:
            project.apply(SetVerdict((key,), drawn.choice((VerdictKind.COMPATIBLE, VerdictKind.CONTRADICTION))))


def make(folder: Path, count: int) -> tuple[Path, Path]:
    """The two copies, worked on."""
    articles = make_articles(count)
    analyses = [analysis(article) for article in articles]
    first, second = folder / "one.mizan", folder / "two.mizan"
    with Project.create(first) as project:
        project.import_articles(articles)
        project.store_analysis(analyses)
        project.store_facts(make_facts(analyses, min(30_000, 3 * count)))
    shutil.copy(first, second)
    work(first, "سارة", 1)
    work(second, "علي", 2)
    return first, second


def peak() -> float:
    """Megabytes at the highest; Linux tells those of this program alone, not of the one that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(out: Path, *projects: Path) -> None:
    before = peak()
    with timed("merge"):
        report = merge(out, projects)
    assert report.united is not None
    print(f"  {report.united.articles} articles, {report.united.marks} marks, {report.united.decided} decided")
    print(f"  memory at its highest: {peak():.0f} MB, {before:.0f} MB of it before the merge")


def main(count: int, folder: Path) -> None:
    projects = make(folder, count)
    out = folder / "merged.mizan"
    print(f"{count} articles in each of two projects of {projects[0].stat().st_size / 2**20:.0f} MB")
    start = time.perf_counter()
    subprocess.run([sys.executable, __file__, "--merge", out, *projects], check=True)
    print(f"  with the start of a process: {time.perf_counter() - start:.1f} s")
    with Project.open(out) as project:
        with timed("clashes"):
            found = len(project.clashes())
        print(f"  {found} clashes")
        with timed("opinions"):
            print(f"  {sum(1 for _ in project.opinions())} opinions")
    with timed("agreement"):
        agreement([out])
    with Project.open(out) as project, timed("check"):
        assert project.check() == []


if __name__ == "__main__":
    if sys.argv[1:2] == ["--merge"]:
        measured(*map(Path, sys.argv[2:]))
    else:
        with TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as name:
            main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, Path(name))
