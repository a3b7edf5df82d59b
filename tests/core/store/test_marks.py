"""An analysis replaces suggestions and never a decision; what was decided is not suggested again."""

from __future__ import annotations

from dataclasses import replace

from making import Making

from core.model import Analysis, Annotation, Article, Entity, Origin, Status
from core.project import Project
from core.store.edits import AddAnnotation, ChangeAnnotation, RemoveAnnotation, SetNote, SetStatus


def entities(project: Project, article: Article) -> list[tuple[str, str, Status]]:
    """The entity marks of an article, as (words, label, status)."""
    return [
        (mark.item.text, mark.label, mark.status)
        for mark in project.annotations(article.id)
        if isinstance(mark.item, Entity)
    ]


def person(project: Project, article: Article) -> Annotation:
    return next(mark for mark in project.annotations(article.id) if mark.label == "PER")


def again(project: Project, make: Making, article: Article, *found: Entity) -> None:
    """A new analysis that finds these entities."""
    project.store_analysis([Analysis(article, (), tuple(sorted(found, key=lambda entity: entity.start)))])


def test_what_is_stored_is_what_was_found(filled: Project, make: Making) -> None:
    for article in make.articles():
        analysis = make.analysis(article)
        items = [*analysis.entities, *analysis.quotes, *analysis.claims]
        marks = filled.annotations(article.id)
        assert len(marks) == len(items)
        assert {mark.item for mark in marks} == set(items)
        assert [mark.item.start for mark in marks] == sorted(mark.item.start for mark in marks)
        assert {mark.status for mark in marks} == {Status.SUGGESTED}
        assert filled.boilerplate(article.id) == list(analysis.boilerplate)
    assert filled.analyses() == [make.analysis(article) for article in make.articles()]


def test_a_new_analysis_replaces_suggestions_and_keeps_their_ids(filled: Project, make: Making) -> None:
    article = make.articles()[0]
    before = person(filled, article)
    minister = make.entity(article.text, "وزير الدفاع", "MISC")
    again(filled, make, article, make.entity(article.text, "سليم العابد", name="العابد سليم"), minister)
    assert [words for words, _, _ in entities(filled, article)] == ["وزير الدفاع", "سليم العابد"]
    after = person(filled, article)
    assert after.id == before.id
    assert isinstance(after.item, Entity)
    assert after.item.name == "العابد سليم"


def test_accepted_and_rejected_outlive_an_analysis(filled: Project, make: Making) -> None:
    article = make.articles()[0]
    marks = [mark for mark in filled.annotations(article.id) if mark.layer == "entity"]
    filled.apply(SetStatus((marks[0].id,), Status.REJECTED))
    filled.apply(SetStatus((marks[1].id,), Status.ACCEPTED))
    kept = [filled.annotation(mark.id) for mark in marks[:2]]
    # Shifted by a letter, they are still the same proposals: none comes back beside its decision.
    shifted = [
        replace(entity, end=entity.end - 1, text=entity.text[:-1], name="آخر")
        for entity in make.analysis(article).entities
    ]
    again(filled, make, article, *shifted)
    assert [filled.annotation(mark.id) for mark in marks[:2]] == kept
    assert {status for _, _, status in entities(filled, article)} <= {Status.REJECTED, Status.ACCEPTED}


def test_a_changed_mark_is_not_suggested_as_it_was(filled: Project, make: Making) -> None:
    article = make.articles()[0]
    name = make.entity(article.text, "سليم العابد")
    filled.apply(ChangeAnnotation(person(filled, article).id, make.entity(article.text, "وزير الدفاع", "ORG")))
    again(filled, make, article, name)
    assert entities(filled, article) == [("وزير الدفاع", "ORG", Status.CHANGED)]
    # Another label at the old place is a new proposal.
    again(filled, make, article, replace(name, label="LOC"))
    assert ("سليم العابد", "LOC", Status.SUGGESTED) in entities(filled, article)


def test_a_removed_suggestion_does_not_come_back(filled: Project, make: Making) -> None:
    article = make.articles()[0]
    filled.apply(RemoveAnnotation(person(filled, article).id))
    again(filled, make, article, make.entity(article.text, "سليم العابد"))
    assert entities(filled, article) == []
    filled.undo()
    assert entities(filled, article) == [("سليم العابد", "PER", Status.SUGGESTED)]


def test_a_mark_that_was_added_and_removed_leaves_room_for_suggestions(filled: Project, make: Making) -> None:
    article = make.articles()[0]
    added = AddAnnotation(article.id, make.entity(article.text, "وزير الدفاع", "MISC"))
    filled.apply(added)
    filled.apply(RemoveAnnotation(added.id))
    again(filled, make, article, make.entity(article.text, "وزير الدفاع", "MISC"))
    assert entities(filled, article) == [("وزير الدفاع", "MISC", Status.SUGGESTED)]


def test_a_note_on_a_suggestion_outlives_an_analysis(filled: Project, make: Making) -> None:
    article = make.articles()[0]
    mark = person(filled, article)
    filled.apply(SetNote(mark.id, "من هو؟"))
    again(filled, make, article)
    found = filled.annotation(mark.id)
    assert found
    assert (found.note, found.status) == ("من هو؟", Status.SUGGESTED)


def test_undo_and_redo_of_a_decision_after_a_new_analysis(filled: Project, make: Making) -> None:
    article = make.articles()[0]
    mark = person(filled, article)
    filled.apply(SetStatus((mark.id,), Status.ACCEPTED))
    again(filled, make, article)
    filled.undo()
    assert person(filled, article).status is Status.SUGGESTED
    again(filled, make, article)  # finds nothing: the suggestion is gone
    assert entities(filled, article) == []
    filled.redo()
    assert entities(filled, article) == [("سليم العابد", "PER", Status.ACCEPTED)]
    assert filled.check() == []


def test_comparison_gets_decisions_and_what_no_decision_speaks_against(filled: Project, make: Making) -> None:
    article = make.articles()[0]
    mark = person(filled, article)
    filled.apply(SetStatus((mark.id,), Status.REJECTED))
    claim = make.claim(article.text, "المحادثات تبدأ غدا")
    filled.apply(AddAnnotation(article.id, claim))
    wider = make.entity(article.text, "90 ألف جندي", "QUANTITY")
    filled.apply(AddAnnotation(article.id, wider))
    (analysis, *_) = filled.analyses()
    assert mark.item not in analysis.entities
    assert claim in analysis.claims
    # The engine's «ألف جندي» lies under the editor's figure: only the editor's counts.
    assert [entity.text for entity in analysis.entities] == ["90 ألف جندي"]


def test_an_editors_mark_says_so(filled: Project, make: Making) -> None:
    article = make.articles()[0]
    edit = AddAnnotation(article.id, make.entity(article.text, "وزير الدفاع", "MISC"), "لقب")
    filled.apply(edit)
    mark = filled.annotation(edit.id)
    assert mark
    assert (mark.status, mark.editor, mark.note, len(mark.id)) == (Status.ADDED, "سارة", "لقب", 32)
    assert isinstance(mark.item, Entity)
    assert mark.item.origin is Origin.EDITOR
    assert mark.created_at.endswith("+00:00")


def test_names_are_shared_with_suggestions_only(filled: Project, make: Making) -> None:
    first, second, _ = make.articles()
    decided = person(filled, first)
    filled.apply(SetStatus((decided.id,), Status.ACCEPTED))
    before = filled.analyses()
    after = [
        replace(
            one,
            entities=tuple(
                replace(entity, name="س. العابد") if entity.label == "PER" else entity for entity in one.entities
            ),
        )
        for one in before
    ]
    touched = filled.store_names(list(zip(before, after, strict=True)))
    items = [person(filled, article).item for article in (first, second)]
    assert [item.name for item in items if isinstance(item, Entity)] == ["سليم العابد", "س. العابد"]
    assert second.id in touched.articles


def test_labels_are_the_built_in_ones_the_projects_and_those_in_use(filled: Project, make: Making) -> None:
    from core.store.edits import SetLabels

    article = make.articles()[0]
    filled.apply(SetLabels(("سلاح", "PER")))
    filled.apply(AddAnnotation(article.id, make.entity(article.text, "وزير", "منصب")))
    assert filled.labels() == ["PER", "LOC", "ORG", "MISC", "TIME", "QUANTITY", "سلاح", "منصب"]
