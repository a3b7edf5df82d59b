"""How comparison grows with the number of articles, on generated stories with varied entities, figures and dates.

    python tests/benchmarks/compare_scale.py [1000 10000 …] [--copies 0.2]

A story has one event (a flood, a truce, talks, troops) between or in places drawn at random, and is told by about ten
sources that differ in figures and days; `--copies` is the share of articles that repeat another one nearly word for
word. Extraction is not counted. Prints seconds of comparison, relations, and memory per size, and the milliseconds that
a further article takes in an open project until its facts are stored; before that, the share of all related pairs of a
small set (every pair compared) that the candidate stage proposes. The stories name few people, so the sharing of names
is also measured alone, on as many articles that name as many as a real project does.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from itertools import accumulate, combinations
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from core.analyzing import Keeper, comparison_steps
from core.compare.facts import compare
from core.compare.items import Item, read
from core.compare.judging import outcome_of
from core.compare.outcome import Weights
from core.compare.pairing import Candidates, group
from core.compare.weighing import weigh
from core.extract.names import Names, unify
from core.extract.pipeline import analyze_many
from core.model import Analysis, Article, Entity, Origin, Show, article_id
from core.project import Project
from gui import workers

MORE = 15  # articles that come one by one

STATES = [
    "مصر",
    "السودان",
    "كينيا",
    "إثيوبيا",
    "تركيا",
    "إيران",
    "باكستان",
    "الهند",
    "فرنسا",
    "ألمانيا",
    "إيطاليا",
    "إسبانيا",
    "البرازيل",
    "المكسيك",
    "كندا",
    "اليابان",
]
CITIES = [
    "مراوي",
    "كسلا",
    "نيروبي",
    "أنطاليا",
    "شيراز",
    "لاهور",
    "مومباي",
    "ليون",
    "ميونخ",
    "ميلانو",
    "فالنسيا",
    "كوريتيبا",
    "بويبلا",
    "أوساكا",
]
NAMES = ["سامي", "ليلى", "كريم", "هدى", "ماجد", "نادر", "سلمى", "فارس", "رنا", "جمال"]
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
SURNAMES = ["الراوي", "حداد", "الشمري", "منصور", "عيسى", "القاضي", "الحلبي", "زيدان", "النجار", "البكري"]


def story(chance: random.Random, number: int) -> list[tuple[str, str]]:
    """Ten (text, day) that tell one story with differing figures, days and sources."""
    a, b = chance.sample(STATES, 2)
    city = chance.choice(CITIES)
    who = f"{chance.choice(NAMES)} {chance.choice(SURNAMES)}"
    day = date(2021, 1, 1) + timedelta(days=number * 37 % 700)
    meets = day + timedelta(days=9)
    toll, troops = chance.randint(5, 400), chance.randint(10, 180)
    found = []
    for source in range(10):
        told, massed = toll + source % 3, troops + 10 * (source % 2)
        found.append(
            (
                f"أنباء عن {city} رقم {number}\n"
                f"قال المتحدث باسم الحكومة {who} إن {told} شخصا قتلوا في فيضانات ضربت مدينة {city}.\n"
                f"وحشدت {a} نحو {massed} ألف جندي قرب الحدود مع {b}، وفق ما ذكره مصدر دبلوماسي رقم {source}.\n"
                f"ونفت {a} أنها تخطط لمهاجمة {b}، فيما قال مسؤول إن {a} قد تشن هجوما واسعا.\n"
                f"ويعقد الجانبان محادثات في {city} يوم {meets.day}/{meets.month}/{meets.year}.\n"
                f"وجرت المكالمة بين الرئيسين بطلب من {a if source % 2 else b} واستمرت {30 + source % 2} دقيقة.\n",
                day.isoformat(),
            )
        )
    return found


def articles(size: int, copies: float) -> list[Article]:
    """`size` articles of generated stories."""
    chance = random.Random(size)
    found: list[Article] = []
    number = 0
    while len(found) < size:
        number += 1
        for source, (text, day) in enumerate(story(chance, number)):
            whole = f"{text}المصدر {source}\n"
            if chance.random() < copies:
                whole = f"{found[-1].text if found else text}نشر في {source} {number}\n"
            found.append(Article(article_id(whole), whole, f"خبر {number}", f"مصدر {source}", published=day))
    return found[:size]


def candidate_recall(size: int, copies: float) -> None:
    """Print how many of the pairs that all-pairs comparison shows are candidates, and how many come into one fact.

    Of many claims that give one answer only some are candidates with each other; the fact that they share holds them.
    """
    analyses = unify(list(analyze_many(articles(size, copies))))
    items = read(analyses)
    candidates = _candidates(items)
    proposed, weights = candidates.found.keys(), candidates.weights
    homes: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fact in compare(analyses):
        for claim in fact.claims:
            homes[claim.article_id, claim.key].add(fact.id)
    shown: list[tuple[bool, bool, bool]] = []  # wants a decision, is a candidate, comes into one fact
    for a, b in combinations(range(len(items)), 2):
        told = outcome_of(items[a], items[b], weights) if group(items[a]) == group(items[b]) else None
        if told and told.show is not Show.SILENT:
            one, two = (homes[item.claim.article_id, item.claim.key] for item in (items[a], items[b]))
            shown.append((told.show is not Show.AGREE, (a, b) in proposed, bool(one & two)))
    for label, rows in (("all that is shown", shown), ("what wants a decision", [row for row in shown if row[0]])):
        print(
            f"{size} articles, {label}: {len(rows)} pairs of {len(items) * (len(items) - 1) // 2}, candidates "
            f"{sum(row[1] for row in rows) / len(rows):.3f}, in one fact {sum(row[2] for row in rows) / len(rows):.3f}"
        )


def _candidates(items: Sequence[Item]) -> Candidates:
    """The candidate stage."""
    weighing = weigh(items)
    candidates = Candidates(Weights(weighing.rarity(), few=weighing.is_small))
    candidates.update(set(), dict(enumerate(items)))
    return candidates


def further(found: list[Analysis], size: int) -> Iterator[tuple[float, float]]:
    """Of each article behind the first `size`, in an open project: processor seconds until its facts are stored.

    Those of both processes, and those of the longest step in the one that has the window.
    """
    with (
        TemporaryDirectory() as folder,
        Project.create(Path(folder) / "scale.mizan") as project,
        ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=workers.begin) as executor,
    ):
        keeper = Keeper(executor)
        project.import_articles([analysis.article for analysis in found[:size]])
        project.store_analysis(found[:size])
        for _ in comparison_steps(project, keeper):
            pass
        for analysis in found[size:]:
            before = executor.submit(time.process_time).result()
            begin, longest = time.process_time(), 0.0
            project.import_articles([analysis.article])
            project.store_analysis([analysis])
            last = time.process_time()
            for _ in comparison_steps(project, keeper):
                longest = max(longest, time.process_time() - last)
                last = time.process_time()
            yield last - begin + executor.submit(time.process_time).result() - before, longest


def names_shared(size: int) -> None:
    """Print how long one article more takes among so many, whose names are as unequally frequent as in the news."""
    chance = random.Random(size)

    def drawn(count: int, words: int) -> Callable[[], str]:
        found = [
            " ".join("".join(chance.choices(LETTERS, k=chance.randint(3, 7))) for _ in range(words))
            for _ in range(count)
        ]
        weights = list(accumulate(1 / (rank + 20) for rank in range(count)))
        return lambda: chance.choices(found, cum_weights=weights)[0]

    given, surname, place, body = drawn(800, 1), drawn(12_000, 1), drawn(6000, 1), drawn(15_000, 2)
    kinds = {"PER": lambda: f"{given()} {surname()}", "LOC": place, "ORG": body}

    def named(number: int) -> Analysis:
        text, found = f"مقال {number}\n", []
        for label in chance.choices(["PER", "LOC", "ORG"], k=18):
            name = kinds[label]()
            found.append(Entity(len(text), len(text) + len(name), name, label, name, Origin.MODEL, 0.9))
            text += f"{name} "
        return Analysis(Article(article_id(text), text), entities=tuple(found))

    analyses, names = [named(number) for number in range(size)], Names({})
    names.update(analyses)
    work = []
    for number in range(MORE):
        analyses.append(named(size + number))
        begin = time.process_time()
        names.update(analyses)
        work.append(time.process_time() - begin)
    different = len({entity.name for one in analyses for entity in one.entities})
    print(
        f"names of one article more, among {different} in {size} articles: {1000 * statistics.median(work):.0f} ms"
        f" (worst {1000 * max(work):.0f})",
        flush=True,
    )


def main() -> None:
    """Print one line per size, and the growth from the first to the last."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[1000])
    parser.add_argument("--copies", type=float, default=0.2)
    parser.add_argument("--recall", type=int, default=60, metavar="ARTICLES", help="size of the small set; 0 for none")
    options = parser.parse_args()
    if options.recall:
        candidate_recall(options.recall, options.copies)
    told: list[tuple[int, float]] = []
    for size in options.sizes:
        with ProcessPoolExecutor(2) as executor:
            found = list(analyze_many(articles(size + MORE, options.copies), executor))
        analyses = unify(found[:size])
        begin = time.perf_counter()
        items = read(analyses)
        reading = time.perf_counter()
        candidates = _candidates(items)
        paired = time.perf_counter()
        claims, pairs = len(items), len(candidates.found)
        del items, candidates
        begun, used = time.perf_counter(), time.process_time()
        facts = compare(analyses)
        took, used = time.perf_counter() - begun, time.process_time() - used
        shown = sum(relation.show is not Show.SILENT for fact in facts for relation in fact.relations)
        relations = sum(len(fact.relations) for fact in facts)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        told.append((size, used))
        print(
            f"{size} articles, {claims} claims: read {reading - begin:.1f} s, {pairs} candidates "
            f"{paired - reading:.1f} s, compared {took:.1f} s ({used:.1f} s of the processor), {len(facts)} facts, "
            f"{relations} relations ({shown} shown), {peak:.0f} MB",
            flush=True,
        )
        del facts, analyses
        names_shared(size)
        work, longest = zip(*further(found, size), strict=True)
        print(
            f"one article more: {1000 * statistics.median(work):.0f} ms of work (worst {1000 * max(work):.0f}), "
            f"the longest step of the window {1000 * max(longest):.0f} ms",
            flush=True,
        )
    if len(told) > 1:
        (first, quick), (last, slow) = told[0], told[-1]
        print(f"{last / first:.1f} times the articles took {slow / quick:.1f} times as long")


if __name__ == "__main__":
    main()
