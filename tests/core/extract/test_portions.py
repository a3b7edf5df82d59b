"""Articles that are analysed together: what is found in each does not depend on the others."""

from __future__ import annotations

from core.extract.pipeline import analyze, analyze_many, analyze_together
from core.extract.portions import portions
from core.model import Article

TOLD = (
    "قال وزير الخارجية الروسي سيرغي لافروف إن بلاده لن تحشد 94 ألف جندي قرب الحدود. وأضاف لافروف أن اللقاء غدا.",
    "أعلنت الرئاسة في بوغوتا أن القمة أُجّلت يومين. ولم يحضر الأمين العام.",
    "",
    "ارتفع عدد المصابين في طرابلس إلى 120، بحسب وكالة رويترز.",
)
ARTICLES = [Article(f"a{number}", text, published="2021-12-08") for number, text in enumerate(TOLD)]


def test_the_first_article_is_alone_and_none_is_lost() -> None:
    articles = [Article(str(number), "ن" * 4_000) for number in range(8)]
    cut = list(portions(iter(articles)))
    assert [len(portion) for portion in cut] == [1, 3, 3, 1]
    assert [article for portion in cut for article in portion] == articles
    assert list(portions([])) == []


def test_a_long_article_waits_for_no_other() -> None:
    short, long = Article("short", "ن"), Article("long", "ن" * 1_000_000)
    assert list(portions([short, long, short])) == [[short], [long], [short]]


def test_together_is_one_by_one() -> None:
    alone = [analyze(article) for article in ARTICLES]
    assert analyze_together(ARTICLES) == alone
    assert list(analyze_many(ARTICLES)) == alone
    assert alone[0].quotes
    assert alone[0].entities
