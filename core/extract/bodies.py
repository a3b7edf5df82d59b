"""Bodies of states under one name: with the state in any spelling, or alone where the article tells whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from core.extract import gazetteer
from core.model import Analysis, Entity, Label
from core.text.arabic import fold

# How far behind a state may be named, in code points, for an unqualified body to be its own.
_NEAR = 120

Noun = tuple[str, ...]
# Article ID → what sets its stateless bodies apart from those of other articles.
Homeless = dict[str, str]


def name(analysis: Analysis, entity: Entity, homeless: Homeless) -> str:
    """The name that a body of a state shares with its other forms; "" where the entity is no such body."""
    noun, state = _parts(entity.name)
    if noun is None:
        return ""
    if not state:
        state = _state_in_article(analysis, entity, noun)
    if state:
        return _joint(noun, state)
    return _written(noun) + homeless.get(analysis.article.id, "") if noun in _nouns() else ""


def homeless(own: Mapping[str, str]) -> Homeless:
    """What is added to unqualified bodies that belong to no state: another article's may be another body.

    `own`: what each article (ID) would add, see `apart`.
    """
    found = {key: added for key, added in own.items() if added}
    return found if len(found) > 1 else {}


def apart(analysis: Analysis) -> str:
    """What sets the stateless bodies of an article apart, "" where it names none."""
    for entity in analysis.entities:
        if entity.label == Label.ORG:
            noun, state = _parts(entity.name)
            if noun in _nouns() and not state and not _state_in_article(analysis, entity, noun):
                article = analysis.article
                return f" ({article.source or article.title or article.file or article.id[:6]})"
    return ""


@cache
def _nouns() -> dict[Noun, Noun]:
    """Each form of a body's noun → its canonical form."""
    return {
        tuple(gazetteer.tokens_of(form)): tuple(gazetteer.tokens_of(columns[0].split("|")[0]))
        for columns in gazetteer.rows("bodies.tsv")
        if not (len(columns) > 1 and columns[1])
        for form in columns[0].split("|")
    }


@cache
def _spelled() -> dict[Noun, str]:
    """Canonical noun → as it is written."""
    return {
        tuple(gazetteer.tokens_of(form)): form
        for columns in gazetteer.rows("bodies.tsv")
        for form in columns[0].split("|")[:1]
    }


@cache
def _joined() -> dict[tuple[Noun, str], str]:
    return {
        (tuple(gazetteer.tokens_of(columns[0])), columns[1]): columns[2]
        for columns in gazetteer.rows("bodies.tsv")
        if len(columns) > 2 and columns[1]
    }


@cache
def _feminine() -> dict[str, str]:
    """State → its adjective, masculine, without article, as it is written."""
    return {
        columns[0].split("|")[0]: columns[2].split("|")[0]
        for columns in gazetteer.rows("countries.tsv")
        if len(columns) > 2 and columns[2]
    }


@cache
def _parts_cached(form: str) -> tuple[Noun | None, str]:
    tokens = gazetteer.tokens_of(form)
    if not tokens:
        return None, ""
    state = gazetteer.nationality(tokens[-1]) if len(tokens) > 1 and tokens[-1].startswith("ال") else None
    noun = tuple(tokens[:-1]) if state else tuple(tokens)
    canonical = _nouns().get(noun)
    if canonical is None:
        return (noun, state) if state else (None, "")
    return canonical, state or ""


def _parts(form: str) -> tuple[Noun | None, str]:
    """(noun, state) of a body's name; noun None where the name is of no such kind."""
    return _parts_cached(form)


def _joint(noun: Noun, state: str) -> str:
    """«وزارة الخارجية الروسية» in one spelling, or the name that everybody uses («البنتاغون»)."""
    if (noun, state) in _joined():
        return _joined()[noun, state]
    adjective = _feminine().get(state, "")
    if not adjective or noun not in _spelled():
        return ""
    ending = "ة" if noun[0].endswith("ه") or noun[-1] in _PLURALS else ""
    qualified = " ".join(f"ال{word}{ending}" for word in adjective.split())
    return f"{_written(noun)} {qualified}"


_PLURALS = {fold("المخابرات"), fold("الاستخبارات")}


def _written(noun: Noun) -> str:
    return _spelled().get(noun, " ".join(noun))


def _state_in_article(analysis: Analysis, entity: Entity, noun: Noun) -> str:
    """The state of an unqualified body: that of the article's only qualified one, else the last one named before it."""
    if noun not in _nouns():
        return ""
    states = Counter(
        state
        for other in analysis.entities
        if other.label == Label.ORG
        for other_noun, state in (_parts(other.name),)
        if other_noun == noun and state
    )
    if len(states) == 1:
        return next(iter(states))
    return _nearest_state(analysis, entity)


def _nearest_state(analysis: Analysis, entity: Entity) -> str:
    """The state whose adjective or name stands last before the body, in the same paragraph and near."""
    text = analysis.article.text
    begin = max(text.rfind("\n", 0, entity.start) + 1, entity.start - _NEAR)
    found = ""
    for word in text[begin : entity.start].split():
        token = fold(word.strip("،,.:;؛\"'«»()[]“”"))
        if token and (state := gazetteer.nationality(token)):
            found = state
    if found:
        return found
    before = [other for other in analysis.entities if other.label == Label.LOC and begin <= other.start < entity.start]
    for other in reversed(before):
        state = gazetteer.capitals().get(other.name, other.name)
        if state in _feminine():
            return state
    return ""
