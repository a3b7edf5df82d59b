"""An article that comes, goes or changes: what follows it is what a new comparison finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compare import crowds, growing, pairing, weighing
from core.compare.facts import Comparison
from core.compare.weighing import Weighing
from core.extract.names import unify
from core.extract.pipeline import analyze
from core.importers import read_paths
from core.model import Analysis, Article, Fact, article_id

SAMPLES = Path(__file__).parents[3] / "samples"


def compare(analyses: list[Analysis], before: Weighing | None = None) -> list[Fact]:
    """What a new comparison finds."""
    return Comparison(before, once=True).update(analyses)


def _told(city: str, toll: int, day: int) -> str:
    return (
        f"قالت وزارة الداخلية إن {toll} شخصا قتلوا في فيضانات ضربت مدينة {city}.\n"
        f"ونفت الحكومة المصرية أنها تخطط لإخلاء المدينة، وقال مسؤول إن القاهرة قد تطلب مساعدة من تركيا.\n"
        f"ويعقد الجانبان محادثات في {city} يوم {day} مارس 2021 بطلب من أنقرة.\n"
    )


@pytest.fixture(scope="module")
def analyses() -> list[Analysis]:
    """The samples, and one story told by many: as large a bucket of keys as is not compared in full."""
    articles = [item for item in read_paths([SAMPLES]) if isinstance(item, Article)]
    for number in range(45):
        text = _told(("أسوان", "الأقصر")[number % 2], 20 + number % 5, 10 + number % 3) + f"المصدر {number % 9}\n"
        articles.append(
            Article(article_id(text), text, f"خبر {number}", f"صحيفة {number}", published=f"2021-03-0{1 + number % 4}")
        )
    return unify([analyze(article) for article in {article.id: article for article in articles}.values()])


@pytest.fixture(autouse=True, scope="module")
def kept_weights() -> Iterator[None]:
    """As in a large project: words are weighed anew only where it has doubled or halved."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(weighing, "_FEW", 30)
        yield


def _shortened(analysis: Analysis) -> Analysis:
    return replace(analysis, claims=analysis.claims[1:], entities=analysis.entities[:-2])


def _later(analysis: Analysis) -> Analysis:
    return replace(analysis, article=replace(analysis.article, published="2021-03-09", source="صحيفة أخرى"))


CHANGES: list[Callable[[list[Analysis], int], list[Analysis]]] = [
    lambda now, at: now[:at] + now[at + 1 :],
    lambda now, at: [*now[:at], _shortened(now[at]), *now[at + 1 :]],
    lambda now, at: [*now[:at], _later(now[at]), *now[at + 1 :]],
    lambda now, at: [*now[:at], *reversed(now[at:])],
    lambda now, at: now[: at + 1],
]


def _update(follows: Comparison, now: list[Analysis]) -> list[Fact]:
    """The facts that it finds; what it tells of how each came about makes it of what it was."""
    former = {one: one.fact for one in follows.facts}
    found = follows.update(now)
    for one in follows.facts:
        if one in former:
            assert one.fact is former[one] if one not in follows.moved else one.change.on(former[one]) == one.fact
    return found


@settings(max_examples=4, deadline=None)
@given(data=st.data())
def test_what_follows_changes_is_what_a_new_comparison_finds(analyses: list[Analysis], data: st.DataObject) -> None:
    follows = Comparison()
    now = data.draw(st.permutations(analyses))[: data.draw(st.integers(1, len(analyses)))]
    assert follows.update(now) == compare(now)
    for _ in range(3):
        before = follows.weighing
        away = [analysis for analysis in analyses if analysis.article.id not in {one.article.id for one in now}]
        at = data.draw(st.integers(0, max(len(now) - 1, 0)))
        change = data.draw(st.sampled_from(CHANGES)) if now else None
        now = [*now, *away[:2]] if change is None or data.draw(st.booleans()) else change(now, at)
        assert _update(follows, now) == compare(now, before)


@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_so_it_is_where_claims_crowd(analyses: list[Analysis], data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:  # every key, every fact is as full as those of a large project
        for place, name, few in ((pairing, "_BUCKET", 3), (crowds, "ANSWERS", 2), (growing, "WHOLE", 4)):
            patch.setattr(place, name, few)
        away = data.draw(st.permutations(analyses[-16:]))
        now, away = away[:9], away[9:]
        follows = Comparison()
        follows.update(now)
        for change in data.draw(st.lists(st.sampled_from([None, None, *CHANGES[:-1]]), min_size=4, max_size=8)):
            at, before = data.draw(st.integers(0, len(now) - 1)), follows.weighing
            if change is None or len(now) == 1:
                now, away = now[:at] + away[:2] + now[at:], away[2:]
            else:
                now = change(now, at)
            assert _update(follows, now) == compare(now, before)


def test_one_article_more_leaves_other_stories_as_they_are(analyses: list[Analysis]) -> None:
    follows = Comparison()
    before = {fact.id: fact for fact in follows.update(analyses[:-1])}
    after = _update(follows, analyses)
    assert after == compare(analyses, follows.weighing)
    article = analyses[-1].article.id
    kept = [fact for fact in after if all(claim.article_id != article for claim in fact.claims)]
    assert kept
    assert sum(before.get(fact.id) is fact for fact in kept) > len(kept) / 2


def test_a_fact_keeps_its_id_when_more_answer_it(analyses: list[Analysis]) -> None:
    follows, known = Comparison(), set[str]()
    for size in range(30, len(analyses) + 1):
        found = {fact.id for fact in follows.update(analyses[:size])}
        assert known <= found
        known = found


def test_an_article_that_comes_back_finds_its_place(analyses: list[Analysis]) -> None:
    follows = Comparison()
    follows.update(analyses)
    follows.update(analyses[:3] + analyses[4:])
    assert follows.update(analyses) == compare(analyses)


def test_words_weigh_what_they_did_until_the_project_has_doubled_or_halved(analyses: list[Analysis]) -> None:
    follows = Comparison()
    follows.update(analyses[:30])
    first = follows.weighing
    follows.update(analyses[:35])
    assert follows.weighing is first
    assert first.holds(first.claims // 2 + 1)
    assert not first.holds(first.claims // 2 - 1)
    assert not first.holds(2 * first.claims + 1)
    follows.update(analyses[:3])
    assert follows.weighing == _weighed(analyses[:3])
    follows.update(analyses)
    assert follows.weighing == _weighed(analyses) != first


def _weighed(analyses: list[Analysis]) -> Weighing:
    fresh = Comparison()
    fresh.update(analyses)
    return fresh.weighing
