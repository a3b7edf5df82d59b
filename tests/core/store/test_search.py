"""Search and occurrences are blind to spelling, exact in their offsets, and know clitics."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import Making

from core.model import Analysis, Article, Span, Status, VerdictKind
from core.project import Project, SearchHit, Where
from core.store.edits import AddAnnotation, RemoveArticles, SetNote, SetStatus, SetVerdict
from core.text.arabic import fold


@pytest.fixture(params=["indexed", "read"])
def texts(request: pytest.FixtureRequest, project: Project, make: Making) -> list[Article]:
    """Articles that write the same words in different ways; what finds them must not matter."""
    articles = [
        make.article(text, title="ت", source="م")
        for text in (
            "أعلنَ الوزيرُ أنّ إيران لن تشارك، وإن إيـــران بعيدة.",
            "😀 ذهبت لإيران مرتين؛ وبايران أيضا ٩٤٬٠٠٠ زائر عام 2021",
            "الوزيرة في مستشفى المدينه، وللوزير رأي في الإيرانيين",
        )
    ]
    project.import_articles(articles)
    if request.param == "indexed":
        assert list(project.index_steps()) == [None]
    return articles


def words(project: Project, hits: list[SearchHit]) -> list[str]:
    """What the hits cover, read from the articles; the snippet must cover the same."""
    found = []
    for hit in hits:
        text = project.article(hit.article_id).text
        assert hit.snippet in text
        assert hit.snippet[hit.snippet_span.start : hit.snippet_span.end] == text[hit.span.start : hit.span.end]
        found.append(text[hit.span.start : hit.span.end])
    return found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ايران", ["إيران", "إيـــران", "إيران", "ايران", "إيران"]),
        ("وزير", ["وزيرُ", "وزير", "وزير"]),
        ("94", ["٩٤"]),
        ("٢٠٢١", ["2021"]),
        ("مستشفي المدينة", ["مستشفى المدينه"]),
        ("وزير رأي", ["وزير رأي"]),
        ("لن", ["لنَ", "لن"]),
        ("في مستشفى", ["في مستشفى"]),
        ("لا شيء كهذا", []),
        ("  ", []),
        ("\"؛*'", []),
    ],
)
def test_search(project: Project, texts: list[Article], query: str, expected: list[str]) -> None:
    assert words(project, project.search(query)) == expected


def test_search_stops_at_its_limit_and_leaves_out_removed_articles(project: Project, texts: list[Article]) -> None:
    assert len(project.search("ايران", limit=2)) == 2
    project.apply(RemoveArticles((texts[0].id,)))
    assert {hit.article_id for hit in project.search("ايران")} == {texts[1].id, texts[2].id}
    project.undo()
    assert len(project.search("ايران")) == 5


def test_a_hit_says_where_it_is(project: Project, texts: list[Article]) -> None:
    hit = project.search("زائر")[0]
    assert (hit.article_id, hit.title, hit.source) == (texts[1].id, "ت", "م")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="اأإةهىيوبرنلم ًٌَُّـ\u200f٣3\n😀é…ﷲ", min_size=1, max_size=60))
def test_each_word_is_found_where_it_stands(text: str) -> None:
    with TemporaryDirectory() as folder, Project.create(Path(folder) / "a.mizan") as project:
        article = Making().article(text)
        project.import_articles([article])
        for word in {word for word in text.split() if fold(word).isalnum()}:
            hits = project.search(word, limit=1000)
            assert fold(word) in [fold(text[hit.span.start : hit.span.end]) for hit in hits]
            assert text.index(word) in range(hits[0].span.start - len(word), hits[-1].span.end)
            same = project.occurrences(article.id, Making().span(text, word))
            assert all(fold(text[span.start : span.end]).endswith(fold(word).removeprefix("ال")) for _, span in same)


def places(project: Project, article: Article, span: Span) -> list[str]:
    """The words of all occurrences."""
    return [project.article(key).text[found.start : found.end] for key, found in project.occurrences(article.id, span)]


def test_occurrences_of_plain_words_leave_clitics_out(project: Project, texts: list[Article], make: Making) -> None:
    assert places(project, texts[0], make.span(texts[0].text, "إيران")) == ["إيران", "إيـــران", "إيران", "ايران"]
    assert places(project, texts[0], make.span(texts[0].text, "الوزيرُ")) == ["الوزيرُ", "للوزير"]
    assert places(project, texts[0], Span(7, 8)) == []


def test_occurrences_of_any_words_whatever_they_hold(project: Project, make: Making) -> None:
    text = "قال: «لن نشارك\" أبدا» (100%) a*b ^c AND NOT {x}\\ 'y' — نهاية\nقال: «لن نشارك\" أبدا» (100%)"
    article = make.article(text)
    project.import_articles([article])
    for indexed in (False, True):
        for end in range(1, len(text)):
            span = Span(max(0, end - 12), end)
            if text[span.start : span.end].strip() and not text[span.start - 1 : span.start].isalnum():
                project.occurrences(article.id, span)
            project.search(text[span.start : span.end])
        quote = make.span(text, '«لن نشارك" أبدا»')
        assert project.occurrences(article.id, quote) == [
            (article.id, quote),
            (article.id, make.span(text, '«لن نشارك" أبدا»', 1)),
        ]
        assert indexed or list(project.index_steps())


def test_occurrences_of_a_name_are_all_its_spellings(project: Project, make: Making) -> None:
    first = make.article("سيرغي العابد زار المدينة. ثم قال العابد كلمته، وسيرجي العابد يعود")
    second = make.article("للعابد رأي، ونجله كريم العابد بعيد، وبالعابد وحده تنتهي. والعابدون كثر")
    project.import_articles([first, second])
    name = "سيرغي العابد"
    project.store_analysis(
        [
            Analysis(
                first,
                (),
                (
                    make.entity(first.text, "سيرغي العابد", name=name),
                    make.entity(first.text, "العابد", name=name, nth=1),
                    make.entity(first.text, "سيرجي العابد", name=name),
                ),
            ),
            Analysis(second, (), (make.entity(second.text, "كريم العابد"),)),
        ]
    )
    assert places(project, first, make.span(first.text, "العابد", 1)) == [
        "سيرغي العابد",
        "العابد",
        "سيرجي العابد",
        "للعابد",
        "العابد",
    ]
    # A rejected spelling no longer counts as one of the name's.
    short = next(mark for mark in project.annotations(first.id) if mark.item.text == "العابد")
    project.apply(SetStatus((short.id,), Status.REJECTED))
    assert places(project, first, make.span(first.text, "سيرغي العابد")) == ["سيرغي العابد", "سيرجي العابد"]


def test_every_occurrence_can_be_marked(project: Project, texts: list[Article], make: Making) -> None:
    for key, span in project.occurrences(texts[0].id, make.span(texts[0].text, "إيران")):
        text = project.article(key).text
        entity = make.entity(text, text[span.start : span.end], "LOC", "إيران")
        project.apply(AddAnnotation(key, entity))
    assert project.check() == []


def test_notes_are_found_with_what_they_were_written_on(filled: Project) -> None:
    article = filled.article_ids()[0]
    mark = filled.annotations(article)[0]
    fact = next(fact for fact in filled.facts() if fact.relations)
    key = fact.relation_id(fact.relations[0])
    filled.apply(SetNote(mark.id, "سألنا المُحرِّرة: الإسم صحيح"))
    filled.apply(SetVerdict((key,), VerdictKind.COMPATIBLE, note="راجعَت المحررة الرقمين"))
    verdict, noted = filled.search("المحررة")
    assert (verdict.where, verdict.relation_id, verdict.title) == (Where.VERDICT, key, fact.question)
    assert verdict.article_id == fact.claims[fact.relations[0].a].article_id
    assert (noted.where, noted.article_id, noted.span) == (Where.MARK, article, mark.span)
    assert [hit.snippet[hit.snippet_span.start : hit.snippet_span.end] for hit in (verdict, noted)] == [
        "المحررة",
        "المُحرِّرة",
    ]
    filled.apply(RemoveArticles((article,)))
    assert noted not in filled.search("المحررة")
