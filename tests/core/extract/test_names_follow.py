"""Names that follow a project: the same as when all articles are read at once."""

from __future__ import annotations

import random

import pytest

from core.extract import namesakes
from core.extract.names import Names, unify
from core.extract.pipeline import analyze
from core.model import Analysis, Article, Entity, Origin, article_id

FULL = ("سامي الراوي", "سامي عبد الله الراوي", "هدى الراوي", "ليلى منصور", "ليلا منصور", "كريم حداد")
SHORT = ("الراوي", "منصور", "حداد", "الوزير كريم حداد")
BODIES = ("وزارة الخارجية", "وزارة الخارجية المصرية", "وزارة الدفاع", "البنتاغون")


def _article(chance: random.Random, number: int) -> Article:
    text = (
        f"قال المتحدث {chance.choice(FULL)} من {chance.choice(BODIES)} إن المحادثات رقم {number} انتهت.\n"
        f"وأضاف {chance.choice(SHORT)}: «لن نعود». وقالت {chance.choice(BODIES)} إن تركيا توافق.\n"
    )
    return Article(article_id(text), text, f"خبر {number}", f"صحيفة {number % 3}")


def test_articles_that_come_change_and_go_leave_the_names_of_all() -> None:
    chance = random.Random(7)
    pool = [analyze(_article(chance, number)) for number in range(24)]
    decided = {"الراوي": "سامي الراوي"}
    follows, ruled = Names({}), Names(decided)
    for _ in range(30):
        now = chance.sample(pool, chance.randint(0, len(pool)))
        assert follows.update(now) == unify(now)
        assert ruled.update(now) == unify(now, decided)


def test_an_article_whose_names_stay_is_the_same_object() -> None:
    chance = random.Random(8)
    pool = [analyze(_article(chance, number)) for number in range(12)]
    follows = Names({})
    first = follows.update(pool)
    follows.update(first)
    assert all(old is new for old, new in zip(first, follows.update(first), strict=True))
    first = follows.update(pool)
    assert all(old is new for old, new in zip(first, follows.update(pool), strict=True))


def test_a_list_may_hold_an_article_twice() -> None:
    one = analyze(_article(random.Random(9), 1))
    assert [found.article for found in unify([one, one])] == [one.article, one.article]


def _named(number: int, *called: str) -> Analysis:
    text = f"{number}: " + "، ".join(called)
    found = (
        Entity(text.index(name), text.index(name) + len(name), name, label, name, Origin.MODEL, 0.9)
        for name in called
        for label in ("PER" if " " in name else "LOC",)
    )
    return Analysis(Article(f"a{number}", text), entities=tuple(found))


@pytest.mark.parametrize("seed", range(3))
def test_names_that_come_more_and_less_often_are_shared_as_when_all_are_read_at_once(seed: int) -> None:
    chance = random.Random(seed)
    given = ("سامي", "ليلى", "ليلا", "محمد", "م.", "عبد الله", "ديمتري", "دميتري", "كريم محمد")
    surnames = ("الراوي", "الرواي", "حداد", "زيلينسكي", "زيلنسكي", "شي جينبينغ", "شي جين بينغ")
    places = ("تركيا", "النهر", "النهير", "نهر")

    def some(number: int) -> Analysis:
        people = {f"{chance.choice(given)} {chance.choice(surnames)}" for _ in range(chance.randint(0, 3))}
        return _named(number, *sorted(people), *chance.sample(places, 2))

    follows, ruled, decided = Names({}), Names({"زيلنسكي": "زيلينسكي"}), {"زيلنسكي": "زيلينسكي"}
    now: list[Analysis] = []
    for number in range(60):
        kept = [one if chance.random() < 0.9 else some(int(one.article.id[1:])) for one in now]
        now = [one for one in kept if chance.random() < 0.95] + [some(number)]
        assert follows.update(now) == unify(now)
        assert ruled.update(now) == unify(now, decided)


def test_an_article_more_is_held_against_the_kin_of_its_names_only(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = "بتسدركلمن"
    people = [f"سامي {a}{b}{c}" for a in letters for b in letters for c in letters if a != b != c]
    articles = [_named(number, name, f"هدى {name.split()[1]}") for number, name in enumerate(people)]
    follows = Names({})
    follows.update(articles)
    compared: list[object] = []
    same = namesakes._is_same_person

    def watched(*pair: tuple[str, ...]) -> bool:
        compared.append(pair)
        return same(*pair)

    monkeypatch.setattr(namesakes, "_is_same_person", watched)
    follows.update([*articles, _named(-1, "ليلى بتس")])
    assert 0 < len(compared) < 10
