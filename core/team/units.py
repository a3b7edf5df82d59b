"""What several editors said something about: their opinions, gathered from projects and brought together by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from core.project import ArticleSummary, Opinion, Project
from core.store import editors

VERDICTS = "verdict"  # stands beside the layers
Rated = dict[str, str | None]
Said = dict[str, Opinion]  # by editor


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing on which at least two editors said something. `opinions` and `categories` are by editor."""

    layer: str
    articles: tuple[str, ...]
    opinions: Mapping[str, Opinion]
    categories: Rated

    @property
    def agreed(self) -> bool:
        """Whether all said the same, wherever they drew the borders."""
        return len(set(self.categories.values())) == 1


@dataclass(slots=True)
class Heard:
    """All opinions, by editor and by what they are about; the latest of each editor counts."""

    opinions: dict[tuple[str, str], Opinion] = field(default_factory=dict)
    articles: dict[str, ArticleSummary] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)  # of editors, by ID

    def listen(self, project: Project, unnamed: str) -> None:
        """Take in what was decided in a project; `unnamed` stands for who gave no name."""
        self.articles |= {one.id: one for one in project.summaries()}
        people = project.editor_names()
        for opinion in project.opinions():
            editor = opinion.editor_id or unnamed
            self.names[editor] = people.get(editor, unnamed)
            pair = editor, opinion.key
            there = self.opinions.get(pair)
            if there is None or there.at < opinion.at:
                self.opinions[pair] = opinion
        for fact in project.facts():
            self.questions |= dict.fromkeys(map(fact.relation_id, fact.relations), fact.question)

    def tell_apart(self) -> None:
        """Call the editors by their names from now on; those who share one stay two."""
        shown = editors.labels(self.names)
        self.opinions = {(shown[editor], key): opinion for (editor, key), opinion in self.opinions.items()}


def workers_of(heard: Heard) -> Mapping[str, frozenset[str]]:
    """Who decided on any mark of an article."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (editor, _), opinion in heard.opinions.items():
        if opinion.layer is not None:
            found[opinion.articles[0]].add(editor)
    return {key: frozenset(editors) for key, editors in found.items()}


def units_of(heard: Heard) -> Iterator[Unit]:
    """What at least two editors said something about, in the order of articles and places."""
    places: defaultdict[tuple[str, str], defaultdict[str, dict[str, Opinion]]] = defaultdict(lambda: defaultdict(dict))
    verdicts: defaultdict[str, dict[str, Opinion]] = defaultdict(dict)
    for (editor, key), opinion in heard.opinions.items():
        if opinion.layer is None:
            verdicts[key][editor] = opinion
        else:
            places[opinion.articles[0], str(opinion.layer)][key][editor] = opinion
    workers = workers_of(heard)
    order = {key: number for number, key in enumerate(heard.articles)}
    for (article, layer), by_key in sorted(places.items(), key=lambda item: (order.get(item[0][0], 0), item[0][1])):
        for said in _linked(list(by_key.values())):
            categories: Rated = {editor: opinion.label for editor, opinion in said.items()}
            if all(opinion.added for opinion in said.values()):
                categories |= dict.fromkeys(workers[article] - said.keys())
            if len(categories) > 1:
                yield Unit(layer, (article,), said, dict(sorted(categories.items())))
    for _, said in sorted(verdicts.items()):
        if len(said) > 1:
            articles = next(iter(said.values())).articles
            yield Unit(VERDICTS, articles, said, {editor: said[editor].label for editor in sorted(said)})


def _linked(marks: list[Said]) -> list[Said]:
    """Marks of one layer of one article: those of different editors that overlap are one, the best matches first."""
    marks = sorted(marks, key=_place)
    ends = [max(opinion.end for opinion in said.values()) for said in marks]
    matches = []
    for at, one in enumerate(marks):
        for beside in range(at + 1, len(marks)):
            other = marks[beside]
            if _place(other)[0] >= ends[at]:
                break
            if not one.keys() & other.keys():
                shared = max(_overlap(a, b) for a in one.values() for b in other.values())
                matches.append((-shared, at, beside))
    home = list(range(len(marks)))
    found: list[Said] = [dict(mark) for mark in marks]
    for shared, at, beside in sorted(matches):
        first, second = home[at], home[beside]
        if shared and first != second and not found[first].keys() & found[second].keys():
            found[first] |= found[second]
            found[second] = {}
            home = [first if place == second else place for place in home]
    return sorted(filter(None, found), key=_place)


def _place(said: Said) -> tuple[int, int, str]:
    return min((opinion.start, opinion.end, opinion.key) for opinion in said.values())


def _overlap(one: Opinion, other: Opinion) -> float:
    """What two marks share of what they cover together."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 0.0 if shared <= 0 else shared / (max(one.end, other.end) - min(one.start, other.start))
