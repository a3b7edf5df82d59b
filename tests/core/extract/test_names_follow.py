"""Names that follow a project: the same as when all articles are read at once."""

from __future__ import annotations

import random

from core.extract.names import Names, unify
from core.extract.pipeline import analyze
from core.model import Article, article_id

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
