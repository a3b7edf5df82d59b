"""What editors decided, in words: the kind of thing, and each editor's version of it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from core.model import Annotation, Verdict
from core.project import Assignment, Clash, NameDecision, Version
from gui import i18n, wording

KINDS = {
    "annotations": QT_TRANSLATE_NOOP("Adjudication", "Mark"),
    "verdicts": QT_TRANSLATE_NOOP("Adjudication", "Verdict"),
    "names": QT_TRANSLATE_NOOP("Adjudication", "Name"),
    "rulings": QT_TRANSLATE_NOOP("Adjudication", "Question or relation"),
    "assignments": QT_TRANSLATE_NOOP("Adjudication", "Who works on it"),
}
_UNNAMED = QT_TRANSLATE_NOOP("Adjudication", "unnamed editor")
_OUT = QT_TRANSLATE_NOOP("Adjudication", "No mark here")
_CALLED = QT_TRANSLATE_NOOP("Adjudication", "called {}")


def kind(clash: Clash) -> str:
    """What sort of thing editors differ on."""
    return _tr(KINDS[clash.kind])


def subject(clash: Clash, names: dict[str, str]) -> str:
    """What it is about: words of an article, a question in the language of the window, the source of an article."""
    if clash.subject_en and i18n.language() != "ar":
        return clash.subject_en
    return clash.subject or " · ".join(names.get(key, "") for key in clash.articles) or clash.key


def editor(version: Version) -> str:
    """Who decided so."""
    return version.editor or _tr(_UNNAMED)


def decision(version: Version) -> tuple[str, str]:
    """What was decided, in a few words, and what was written along with it."""
    value = version.value
    if version.out:
        return _tr(_OUT), value.note if isinstance(value, Annotation) else ""
    if isinstance(value, Verdict):
        reason = wording.word(wording.REASONS, value.reason) if value.reason else ""
        return wording.word(wording.VERDICTS, value.kind), "\n".join(part for part in (reason, value.note) if part)
    if isinstance(value, Annotation):
        return wording.label(value), "\n".join(part for part in (_marked(value), value.note) if part)
    if isinstance(value, NameDecision):
        return value.name, ""
    if isinstance(value, Assignment):
        return value.assignee, ""
    told = value.question or wording.word(wording.RELATIONS, value.relation or str(value.kind))
    return told, value.note


def _marked(mark: Annotation) -> str:
    item = mark.item
    name = getattr(item, "name", "")
    parts = [wording.isolate(f"«{item.text}»")]
    parts += [wording.value(item.value)] if getattr(item, "value", None) else []
    parts += [_tr(_CALLED).format(wording.isolate(name))] if name and name != item.text else []
    return "  ·  ".join(part for part in parts if part)


def _tr(source: str) -> str:
    return QCoreApplication.translate("Adjudication", source)
