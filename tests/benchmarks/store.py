"""How fast the project file is: `python tests/benchmarks/store.py [ARTICLES]` (10,000 unless told).

Prints the time on the clock and the time of the processor. Bulk work stands beside bare `executemany` into a table of
the same columns, in the same run.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from core.model import (
    Analysis,
    Article,
    ArticleClaim,
    Claim,
    ClaimKind,
    Entity,
    Fact,
    Origin,
    Quantity,
    Relation,
    RelationKind,
    Show,
    Span,
    Status,
    VerdictKind,
    article_id,
    suggestion_id,
)
from core.project import Project, Waiting
from core.store import rows
from core.store.deciding import DecideWaiting
from core.store.edits import AddAnnotation, RemoveArticles, SetNote, SetStatus, SetVerdict

_MARKS = 60
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإةى"
_RANDOM = random.Random(2)


@contextmanager
def timed(what: str) -> Iterator[None]:
    start, busy = time.perf_counter(), time.process_time()
    yield
    spent, busy = time.perf_counter() - start, time.process_time() - busy
    print(f"{what:<52}{spent * 1000:>12.2f} ms{busy * 1000:>12.2f} ms")


def median(what: str, act: Callable[[int], object], times: int = 200) -> None:
    spent, busy = [], time.process_time()
    for number in range(times):
        start = time.perf_counter()
        act(number)
        spent.append((time.perf_counter() - start) * 1000)
    busy = (time.process_time() - busy) * 1000 / times
    print(f"{what:<52}{statistics.median(spent):>12.2f} ms{busy:>12.2f} ms   (slowest {max(spent):.2f})")


def vocabulary(size: int) -> list[str]:
    return ["".join(_RANDOM.choices(_LETTERS, k=_RANDOM.randint(2, 9))) for _ in range(size)]


def make_articles(count: int) -> list[Article]:
    """Articles of about 2,500 letters over a vocabulary whose words are as unequally frequent as a language's."""
    words = vocabulary(40_000)
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    texts = []
    for number in range(count):
        drawn = _RANDOM.choices(words, weights, k=420)
        text = f"مقال {number} " + "\n".join(" ".join(drawn[at : at + 60]) for at in range(0, 420, 60))
        texts.append(text)
    return [Article(article_id(text), text, f"عنوان {n}", f"صحيفة {n % 40}") for n, text in enumerate(texts)]


def analysis(article: Article) -> Analysis:
    """Sixty marks over the first words."""
    marks, claims, start = [], [], 0
    for word in article.text.split()[:_MARKS]:
        start = article.text.index(word, start)
        end = start + len(word)
        if len(marks) % 10 == 9 and len(claims) < 6:
            value = Quantity(90000, None, "جندي")
            claims.append(Claim(start, end, word, ClaimKind.QUANTITY, Span(0, 100), value))
        else:
            marks.append(Entity(start, end, word, "PER", word, Origin.MODEL, 0.5))
        start = end
    return Analysis(article, (), tuple(marks), (), tuple(claims))


def make_facts(analyses: list[Analysis], relations: int) -> list[Fact]:
    found = []
    per = 10
    for number in range(relations // per):
        chosen = [analyses[(number * 5 + at) % len(analyses)] for at in range(5)]
        claims = tuple(ArticleClaim(one.article.id, one.claims[number % len(one.claims)]) for one in chosen)
        pairs = tuple(
            Relation(a, b, RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.5, "3", "سبب يكفي سطرا", "a reason")
            for a in range(5)
            for b in range(a + 1, 5)
        )
        found.append(Fact(f"f{number}", "كم؟", "How many?", ClaimKind.QUANTITY, "", claims, pairs))
    return found


def bare(folder: Path, articles: list[Article], analyses: list[Analysis]) -> float:
    """Seconds for the same rows by executemany alone, with the same columns and nothing else."""
    marks = rows.TABLES["annotations"][1]
    data = [
        [row[column] for column in marks]
        for one in analyses
        for item in (*one.entities, *one.claims)
        for key in (suggestion_id(one.article.id, item),)
        for row in (rows.new_annotation(key, one.article.id, item, Status.SUGGESTED, None, "2025-01-01"),)
    ]
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE a (id TEXT PRIMARY KEY, text TEXT, title TEXT, source TEXT)")
    connection.execute(f"CREATE TABLE n ({rows.names(marks)}, PRIMARY KEY (id))")
    start = time.process_time()
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO a VALUES (?, ?, ?, ?)", ((a.id, a.text, a.title, a.source) for a in articles))
    connection.executemany(f"INSERT OR IGNORE INTO n VALUES ({', '.join('?' * len(marks))})", data)
    connection.execute("COMMIT")
    spent = time.process_time() - start
    connection.close()
    return spent


def main(count: int) -> None:
    articles = make_articles(count)
    analyses = [analysis(article) for article in articles]
    marks = sum(len(one.entities) + len(one.claims) for one in analyses)
    print(f"{count} articles of {statistics.mean(len(a.text) for a in articles):.0f} letters, {marks} marks")
    with TemporaryDirectory() as name:
        folder = Path(name)
        with timed("preparing rows and writing them by executemany"):
            base = bare(folder, articles, analyses)
        print(f"{'  executemany alone':<67}{base * 1000:>12.2f} ms")
        project = Project.create(folder / "story.mizan", "سارة")
        start = time.process_time()
        with timed("import_articles"):
            project.import_articles(articles)
        with timed("store_analysis"):
            project.store_analysis(analyses)
        print(f"{'  ratio of the two to bare executemany':<67}{(time.process_time() - start) / base:>12.2f}")
        with timed("index_steps"):
            for _ in project.index_steps():
                pass
        facts = make_facts(analyses, 30_000)
        with timed("store_facts, 30,000 relations"):
            project.store_facts(facts)
        with timed("store_facts again, one changed"):
            project.store_facts(facts[1:])
        print(f"{'file':<52}{project.path.stat().st_size / 2**20:>12.0f} MB")
        read(project, articles, facts)
        project.close()
        with timed("open"):
            project = Project.open(folder / "story.mizan")
        with timed("check"):
            problems = project.check()
        assert not problems, problems[:3]
        with timed("analyses"):
            project.analyses()
        project.close()


def read(project: Project, articles: list[Article], facts: list[Fact]) -> None:
    with timed("facts, 30,000 relations"):
        project.facts()
    with timed("summaries"):
        project.summaries()
    with timed("labels"):
        project.labels()
    median("annotations of an article", lambda n: project.annotations(articles[n].id))
    median("article", lambda n: project.article(articles[n].id))
    words = [articles[0].text.split()[n] for n in range(10, 60)]
    long = [word for word in words if len(word) > 3]
    rare = [max(article.text.split(), key=len) for article in articles[:50]]
    median("search, word of the text, 500 hits", lambda n: project.search(long[n % len(long)]), 50)
    median("search, 50 hits", lambda n: project.search(long[n % len(long)], 50), 50)
    median("search, rare word", lambda n: project.search(rare[n]), 50)
    median("search, two letters, 50 hits", lambda n: project.search(long[n % len(long)][:2], 50), 20)
    median("search, nothing found", lambda n: project.search("قططقطط"), 20)
    mark = project.annotations(articles[5].id)[7]
    with timed(f"occurrences ({len(project.occurrences(articles[5].id, mark.span))})"):
        project.occurrences(articles[5].id, mark.span)
    ids = [project.annotations(article.id)[0].id for article in articles[:1000]]
    median("apply SetStatus", lambda n: project.apply(SetStatus((ids[n],), Status.ACCEPTED)))
    median("apply SetNote", lambda n: project.apply(SetNote(ids[n], "ملاحظة")))
    entity = Entity(0, 4, "مقال", "MISC", "مقال", Origin.EDITOR, 1.0)
    median("apply AddAnnotation", lambda n: project.apply(AddAnnotation(articles[n].id, entity)))
    keys = [fact.relation_id(relation) for fact in facts[1:200] for relation in fact.relations]
    median("apply SetVerdict", lambda n: project.apply(SetVerdict((keys[n],), VerdictKind.UPDATE)))
    median("undo", lambda n: project.undo())
    median("redo", lambda n: project.redo())
    with timed("apply SetStatus to 1000"):
        project.apply(SetStatus(tuple(ids), Status.REJECTED))
    waiting = Waiting("PER")
    with timed(f"count what waits of a label ({project.count_waiting(waiting)})"):
        project.count_waiting(waiting)
    with timed("apply DecideWaiting to them"):
        project.apply(DecideWaiting(waiting, Status.ACCEPTED))
    with timed("undo it"):
        project.undo()
    keys = [article.id for article in articles]
    median("what waits by score, 200 articles", lambda n: project.waiting_by_score(keys[n : n + 200]), 20)
    places = [(article.id, project.annotations(article.id)[1].span) for article in articles[:50]]
    median("what other sources say", lambda n: project.said_elsewhere(*places[n]), 50)
    with timed("apply RemoveArticles, half"):
        project.apply(RemoveArticles(tuple(article.id for article in articles[::2])))
    with timed("undo it"):
        project.undo()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
