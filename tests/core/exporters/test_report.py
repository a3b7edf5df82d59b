"""What stands in a report, whatever writes it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_story import MADE, Story

from core.errors import KnownError
from core.exporters.report import html, words
from core.exporters.report.build import build
from core.exporters.report.content import Passage, Report
from core.exporters.report.passages import context, plain
from core.model import (
    Attribution,
    Evidence,
    ObsoleteVerdict,
    Origin,
    Reason,
    RelationKind,
    Show,
    Span,
    Verdict,
    VerdictKind,
)


def _built(story: Story, language: str = "ar", everything: bool = False) -> Report:
    return build(story, "قصة", language, everything, MADE)


def _marked(passage: Passage) -> list[str]:
    return [piece.text for piece in passage.pieces if piece.marked]


def _titles(report: Report) -> list[str]:
    return [section.title for section in report.sections]


def test_articles_are_numbered_with_source_date_and_title(story: Story) -> None:
    report = _built(story)
    assert [source.number for source in report.sources] == [1, 2, 3, 4]
    second = report.sources[1]
    assert (second.name, second.published, second.title) == ("BBC: River", "2 مايو 2024", "عنوان 2")
    assert report.sources[3].published == ""


def test_pairs_that_oppose_the_same_answers_are_one_point(story: Story) -> None:
    conflict, check = (section.points for section in _built(story).sections)
    (attack,), (soldiers,) = conflict, check
    assert (attack.pairs, soldiers.pairs) == (2, 2)
    assert [passage.source.number for passage in soldiers.first] == [1]
    assert [passage.source.number for passage in soldiers.second] == [2, 3]
    assert soldiers.difference == "30,000 (33٪)"


def test_who_affirms_stands_first(story: Story) -> None:
    turned = story.found[1]
    turned = replace(turned, claims=turned.claims[::-1], relations=tuple(_turn(each) for each in turned.relations))
    story.found[1] = turned
    (attack,) = _built(story).sections[0].points
    assert _marked(attack.first[0]) == ["قد يقع هجوم"]


def _turn(relation):
    return replace(relation, a=3 - relation.b, b=3 - relation.a)


def test_claims_of_one_paragraph_share_a_passage_with_all_evidence_marked(story: Story) -> None:
    (attack,) = _built(story).sections[0].points
    (denial,) = attack.second
    assert _marked(denial) == ["نفت الوزارة أي هجوم", "نفت الوزارة أي خطة"]
    assert "".join(piece.text for piece in denial.pieces) == "ونفت الوزارة أي هجوم، ونفت الوزارة أي خطة."
    assert [said.notes for said in denial.said] == [("منفي",), ("منفي",)]


def test_evidence_is_marked_exactly_even_inside_a_word(story: Story) -> None:
    (soldiers,) = _built(story).sections[1].points
    first = soldiers.first[0]
    before, evidence, after = first.pieces
    assert before.text.endswith("إن ب")
    assert (evidence.text, evidence.marked) == ("نحو 90 ألف جندي", True)
    assert after.text.startswith(" وصلوا <script>")
    assert first.said[0].notes == ("على لسان المصدر", "عبر وكالة")


def test_the_matrix_leaves_silent_cells_empty_and_silent_sources_out(story: Story) -> None:
    report = _built(story)
    (band,) = report.bands
    assert [source.number for source in band.sources] == [1, 2, 3]
    rows = {row.question: row for row in band.rows}
    assert list(rows) == ["هل يقع هجوم؟", "كم عدد الجنود؟"]
    assert [row.show for row in band.rows] == [Show.CONFLICT, Show.CHECK]
    soldiers = rows["كم عدد الجنود؟"]
    assert soldiers.event == "الحشد · 1 مايو 2024"
    assert [[said.words for said in cell] for cell in soldiers.cells] == [
        ["نحو 90 ألف جندي"],
        ["120 ألف جندي"],
        ["120 ألف جندي"],
    ]
    assert soldiers.cells[1][0].notes == ("محتمل",)
    assert rows["هل يقع هجوم؟"].cells[2][0].notes == ("مقرَّر", "9 مايو 2024")
    assert report.silent.endswith("صامت")


def test_a_wide_matrix_is_split_and_each_part_has_its_sources(story: Story) -> None:
    fact, article = story.found[0], story.known[2]
    more = [replace(article, id=f"{number:x}", source=f"مصدر {number}") for number in range(9)]
    story.known += more
    claims = (*fact.claims, *(replace(fact.claims[2], article_id=each.id) for each in more))
    story.found[0] = replace(fact, claims=claims)
    bands = _built(story).bands
    assert [len(band.sources) for band in bands] == [4, 4, 4]
    assert [source for band in bands for source in band.sources if source.name == "مصدر 8"]
    # The attack is spoken of by the sources of the first part only.
    assert [len(band.rows) for band in bands] == [2, 1, 1]
    for band in bands:
        assert all(len(row.cells) == len(band.sources) for row in band.rows)


def test_a_verdict_decides_where_a_pair_stands_and_is_shown_with_its_maker(story: Story) -> None:
    note = "اتصلنا بالوكالة\nثم بالوزارة"
    for number, kind in ((0, VerdictKind.CONTRADICTION), (1, VerdictKind.COMPATIBLE)):
        key = story.relation_id(0, number)
        story.decided[key] = Verdict(key, kind, Reason.SCOPE, note, "سارة", "2024-05-05T10:00:00+00:00")
    report = _built(story)
    assert _titles(report) == ["التناقضات", "نقاط للتحقق", "حُسمت: لا تناقض"]
    found, check, settled = (section.points for section in report.sections)
    assert [point.question for point in found] == ["كم عدد الجنود؟", "هل يقع هجوم؟"], "decided ones come first"
    assert not check
    decision = found[0].decision
    assert decision is not None
    assert (decision.verdict, decision.reason, decision.note, decision.by) == (
        "تناقض",
        "اختلاف النطاق",
        note,
        "سارة",
    )
    assert decision.at.startswith("5 مايو 2024")
    assert settled[0].decision is not None
    assert settled[0].decision.verdict == "متوافقان"
    assert dict(report.figures)["المحسوم منها"] == "2 من 3"


def test_a_verdict_that_the_comparison_no_longer_finds_is_shown_with_its_passages(story: Story) -> None:
    first, second = story.known[:2]
    a, b = (Evidence(one.id, Span(0, 10), one.text[:10]) for one in (first, second))
    verdict = Verdict("gone", VerdictKind.COMPATIBLE, None, "نظرنا", "سارة", "2024-05-05T10:00:00+00:00")
    story.obsolete = [ObsoleteVerdict(verdict, "كم كان العدد؟", a, b)]
    lost = _built(story).sections[-1]
    assert lost.title == "أحكام لم تعد المقارنة تجد مواضعها"
    (point,) = lost.points
    assert (point.question, point.decision and point.decision.note) == ("كم كان العدد؟", "نظرنا")
    assert [piece.text for piece in point.first[0].pieces if piece.marked] == [first.text[:10]]
    stream = BytesIO()
    html.write(_built(story), stream)
    assert "أحكام لم تعد المقارنة" in stream.getvalue().decode()


def test_who_related_passages_by_hand_is_said(story: Story) -> None:
    fact = story.found[0]
    by_hand = replace(fact.relations[0], origin=Origin.EDITOR)
    story.found[0] = replace(fact, relations=(by_hand, *fact.relations[1:]))
    key = story.relation_id(0, 0)
    story.decided[key] = Verdict(key, VerdictKind.DIFFERENT_EVENT, None, "", "سارة", None, "another")
    point = next(point for section in _built(story).sections for point in section.points if point.by_hand)
    assert point.reason_name == "by_hand"
    assert point.decision is not None
    assert point.decision.reason == "تبعا لحكم على زوج آخر"


def test_what_was_settled_is_no_contradiction_in_the_matrix(story: Story) -> None:
    for number in (0, 1):
        key = story.relation_id(1, number)
        story.decided[key] = Verdict(key, VerdictKind.COMPATIBLE)
    shows = {row.question: row.show for row in _built(story).bands[0].rows}
    assert shows["هل يقع هجوم؟"] is Show.UPDATE


def test_a_note_without_a_verdict_is_shown(story: Story) -> None:
    key = story.relation_id(0, 2)
    story.decided[key] = Verdict(key, note="نسأل المكتب")
    report = _built(story)
    (noted,) = report.sections[-1].points
    assert noted.show is Show.AGREE
    assert noted.decision is not None
    assert (noted.decision.verdict, noted.decision.note) == ("", "نسأل المكتب")


def test_all_brings_updates_too(story: Story) -> None:
    assert "تحديثات" not in _titles(_built(story))
    everything = _built(story, everything=True)
    assert "تحديثات" in _titles(everything)
    assert [point.number for section in everything.sections for point in section.points] == [1, 2, 3]


def test_many_points_are_cut_and_it_says_so(story: Story) -> None:
    fact = story.found[1]
    story.found = [replace(fact, id=str(number)) for number in range(150)]
    section = _built(story).sections[0]
    assert len(section.points) == 100
    assert "100 من 150" in section.note
    assert len(_built(story, everything=True).sections[0].points) == 150


def test_agreements_are_grouped_by_question(story: Story) -> None:
    (agreement,) = _built(story).agreements
    (answer,) = agreement.answers
    assert agreement.question == "كم عدد الجنود؟"
    assert (answer.said.words, [source.number for source in answer.sources]) == ("120 ألف جندي", [2, 3])


def test_an_agreement_that_an_editor_refused_is_none(story: Story) -> None:
    key = story.relation_id(0, 2)
    story.decided[key] = Verdict(key, VerdictKind.CONTRADICTION)
    report = _built(story)
    assert not report.agreements
    assert report.sections[0].points[0].relation == "متفقان"


def test_whoever_agrees_with_the_shown_answer_is_named_and_nobody_else(story: Story) -> None:
    """1 agrees with 2 and 2 with 3, but 1 not with 3: 3 is no source of what 1 says."""
    fact, article = story.found[0], story.known[2]
    others = [replace(article, id=key, source=key) for key in "abcd"]
    story.known += others
    claims = tuple(replace(fact.claims[2], article_id=other.id) for other in others)
    agree = replace(fact.relations[2], kind=RelationKind.CORROBORATES)
    chain = tuple(replace(agree, a=at, b=at + 1) for at in range(3))
    story.found = [replace(fact, claims=claims, relations=chain)]
    (agreement,) = _built(story).agreements
    assert [[source.name for source in answer.sources] for answer in agreement.answers] == [["a", "b", "c"]]


def test_english_report_has_english_words_and_arabic_passages(story: Story) -> None:
    report = _built(story, "en")
    assert not report.right_to_left
    (soldiers,) = report.sections[1].points
    assert soldiers.question == "How many soldiers?"
    assert soldiers.reason == "because 0 is not 1"
    assert soldiers.first[0].right_to_left
    assert report.sources[1].published == "2 May 2024"


def test_what_is_not_covered_is_said(story: Story) -> None:
    story.comparison_is_stale = True
    story.waiting = [story.known[3].id]
    stale, pending = _built(story).notices
    assert "أعد التحليل" in stale
    assert "صامت" in pending


@pytest.mark.parametrize("analysed", [True, False])
def test_an_empty_project_is_a_known_error(story: Story, analysed: bool) -> None:
    if analysed:
        story.known = []
    else:
        story.waiting = story.article_ids()
    with pytest.raises(KnownError) as caught:
        _built(story)
    assert ("import" if analysed else "analyze") in caught.value.en


def test_nothing_in_common_is_a_report_that_says_so(story: Story) -> None:
    story.found = []
    report = _built(story)
    assert [section.lead for section in report.sections] == ["لا تناقض.", "لا شيء ينتظر التحقق."]
    assert not report.bands


def test_a_very_long_paragraph_is_cut_between_words_around_the_evidence() -> None:
    text = "كلمة " * 20_000
    evidence = Span(50_000, 50_004)
    around = context(text, evidence)
    assert around.contains(evidence)
    assert around.end - around.start < 1000
    assert text[around.start - 1] == " "
    assert text[around.end] == " "


@given(st.text(st.characters() | st.sampled_from("\n \x00\x0b\ufdd2أب")), st.data())
def test_context_always_holds_the_evidence(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    evidence = Span(start, data.draw(st.integers(start + 1, len(text))))
    around = context(text, evidence)
    assert around.start >= 0
    assert around.end <= len(text)
    if text[evidence.start : evidence.end].strip() == text[evidence.start : evidence.end]:
        assert around.contains(evidence)
    assert "\x00" not in plain(text)


def test_a_reason_keeps_the_names_of_the_other_script_apart(story: Story) -> None:
    told = story.found[0].relations[0]
    said = replace(told, reason="«نحو 90 ألف جندي» لدى المصدر، و«120 ألف جندي» لدى BBC: River.")
    said = replace(said, reason_en="“نحو 90 ألف جندي” by المصدر, “120 ألف جندي” by BBC: River.")
    story.found[0] = replace(story.found[0], relations=(said, *story.found[0].relations[1:]))

    def reason(language: str) -> str:
        return next(
            point.reason
            for section in build(story, "قصة", language, made=MADE).sections
            for point in section.points
            if point.show is Show.CHECK
        )

    assert reason("ar") == said.reason.replace("BBC: River", "\u2068BBC: River\u2069")
    assert reason("en").count("\u2068") == 3
    assert "“\u2068نحو 90 ألف جندي\u2069” by \u2068المصدر\u2069," in reason("en")


def test_copies_of_one_text_are_said_to_be_one_voice(story: Story) -> None:
    story.found[0] = replace(story.found[0], voices=2)
    report = build(story, "قصة", made=MADE)
    told = "الأصوات المستقلة: 2؛ نسخ النص الواحد صوت واحد"
    assert {row.question for row in report.bands[0].rows if told in row.event} == {story.found[0].question}
    assert [told in point.event for section in report.sections for point in section.points].count(True) == 1
    assert told in report.agreements[0].event


def test_speakers_stand_in_the_case_that_arabic_asks_for(story: Story) -> None:
    said = story.found[0].claims[0]
    by = Attribution("المسؤولون الأمريكيون")
    claims = (replace(said, claim=replace(said.claim, attribution=by)), *story.found[0].claims[1:])
    story.found[0] = replace(story.found[0], claims=claims)
    notes = {
        note
        for language in ("ar", "en")
        for row in build(story, "قصة", language, made=MADE).bands[0].rows
        for cell in row.cells
        for answer in cell
        for note in answer.notes
    }
    assert {"على لسان المسؤولين الأمريكيين", "according to المسؤولون الأمريكيون"} <= notes


def test_more_answers_than_a_cell_holds_are_counted_in_words(story: Story) -> None:
    said = story.found[0].claims[0]
    more = tuple(
        replace(said, claim=replace(said.claim, attribution=Attribution(f"المصدر {number}"))) for number in range(4)
    )
    story.found[0] = replace(story.found[0], claims=(*story.found[0].claims, *more))
    rows = build(story, "قصة", made=MADE).bands[0].rows
    (row,) = (row for row in rows if row.question == story.found[0].question)
    assert row.cells[0][-1].words == "… وغيرها: 2"


@pytest.mark.parametrize(
    ("told", "ar", "en"),
    [
        ("81000 (86 %)", "81,000 (86٪)", "81,000 (86%)"),
        ("2:30", "ساعتان و30 دقيقة", "2 hours 30 minutes"),
        ("1:00", "ساعة", "1 hour"),
        ("يوم واحد", "يوم", "1 day"),
        ("24:00 (50 %)", "24 ساعة (50٪)", "24 hours (50%)"),
        ("12 أيام (30 %)", "12 يوما (30٪)", "12 days (30%)"),
        ("", "", ""),
    ],
)
def test_differences_are_written_in_the_language_of_the_report(told: str, ar: str, en: str) -> None:
    assert (words.difference("ar", told), words.difference("en", told)) == (ar, en)
