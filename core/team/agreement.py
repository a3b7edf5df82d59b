"""How far editors agree: between projects, or inside one that was merged from several.

What is compared are decisions. Marks of one layer that several editors decided on are one unit where they have the same
ID or overlap; an editor's category there is the label, or none for a mark that was rejected. Who worked on an article
but has no mark where another added one by hand said none; who left a proposal undecided said nothing. Verdicts on one
relation are units too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations
from pathlib import Path

from core.errors import KnownError
from core.model import Layer
from core.project import Project
from core.team.coefficients import Unitizing, alpha_nominal, cohen_kappa, fleiss_kappa, partition
from core.team.units import VERDICTS, Heard, Rated, Unit, units_of, workers_of


@dataclass(frozen=True, slots=True)
class Figures:
    """Of so many units, so many on which all agree; coefficients are None where there is nothing to tell.

    `unitizing` is alpha over the texts with their borders, `fleiss` over the units that all editors rated, `cohen` of
    the two editors of a pair.
    """

    units: int
    agreed: int
    alpha: float | None
    unitizing: float | None
    fleiss: float | None
    cohen: float | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A unit on which editors differ, in label or in borders: (label or None, start, end) by editor.

    `text` is what the widest of them covers, or the question of a relation; `key` the ID of a mark or of the relation.
    """

    layer: str
    articles: tuple[str, ...]
    start: int
    end: int
    text: str
    said: Mapping[str, tuple[str | None, int, int]]
    key: str = ""


@dataclass(frozen=True, slots=True)
class LayerAgreement:
    """How far editors agree on one layer, altogether and by label, pair of editors and article."""

    overall: Figures
    labels: Mapping[str, Figures]
    pairs: Mapping[tuple[str, str], tuple[Figures, Mapping[str, Figures]]]
    articles: Mapping[str, Figures]


@dataclass(frozen=True, slots=True)
class Agreement:
    """By layer (`entity`, `quote`, `claim`, `verdict`); `editors` with the number of their decisions."""

    editors: Mapping[str, int]
    layers: Mapping[str, LayerAgreement]
    disagreements: Sequence[Disagreement]
    titles: Mapping[str, str]
    skipped: Sequence[tuple[Path, KnownError]]


def agreement(projects: Sequence[Path]) -> Agreement:
    """How far the editors of these projects agree; what is no project is told in `skipped`."""
    heard = Heard()
    stems = [path.stem for path in projects]
    read: list[Path] = []
    skipped: list[tuple[Path, KnownError]] = []
    for path, stem in zip(projects, stems, strict=True):
        try:
            with Project.open(path, read_only=True) as project:
                heard.listen(project, stem if stems.count(stem) == 1 else str(path))
                read.append(path)
        except KnownError as error:
            skipped.append((path, error))
    heard.tell_apart()
    units = list(units_of(heard))
    workers = workers_of(heard)
    layers = {}
    for layer in (*map(str, Layer), VERDICTS):
        if mine := [unit for unit in units if unit.layer == layer]:
            layers[layer] = _layer(mine, _Texts(heard, workers, layer))
    texts = {unit.articles[0] for unit in units if unit.articles and _differs(unit)}
    return Agreement(
        dict(sorted(Counter(editor for editor, _ in heard.opinions).items())),
        layers,
        _disagreements(units, heard, _read(read, texts)),
        {key: one.title or one.file or key for key, one in heard.articles.items()},
        skipped,
    )


def plain(found: Agreement) -> dict[str, object]:
    """The agreement as JSON."""
    return {
        "editors": [{"name": name, "decisions": count} for name, count in found.editors.items()],
        "layers": {
            layer: {
                **_plain_figures(one.overall),
                "labels": {label: _plain_figures(figures) for label, figures in one.labels.items()},
                "pairs": [
                    {
                        "editors": list(pair),
                        **_plain_figures(figures, cohen=True),
                        "labels": {label: _plain_figures(by_label, cohen=True) for label, by_label in labels.items()},
                    }
                    for pair, (figures, labels) in one.pairs.items()
                ],
                "articles": [
                    {"article": key, "title": found.titles.get(key, key), **_plain_figures(figures)}
                    for key, figures in one.articles.items()
                ],
            }
            for layer, one in found.layers.items()
        },
        "disagreements": [
            {
                "layer": one.layer,
                "articles": list(one.articles),
                "start": one.start,
                "end": one.end,
                "text": one.text,
                "editors": {
                    editor: {"label": label} | ({} if one.layer == VERDICTS else {"start": start, "end": end})
                    for editor, (label, start, end) in one.said.items()
                },
            }
            for one in found.disagreements
        ],
    }


def _plain_figures(figures: Figures, cohen: bool = False) -> dict[str, float | None]:
    coefficients = {"alpha": figures.alpha, "unitizing_alpha": figures.unitizing, "fleiss_kappa": figures.fleiss}
    if cohen:
        coefficients["cohen_kappa"] = figures.cohen
    rounded = {name: None if value is None else round(value, 4) for name, value in coefficients.items()}
    return {"units": figures.units, "agreed": figures.agreed} | rounded


@dataclass(slots=True)
class _Texts:
    """The marks that stand in each article of one layer, by editor, for the measure that looks at borders."""

    heard: Heard
    workers: Mapping[str, frozenset[str]]
    layer: str
    _marks: dict[str, defaultdict[str, list[tuple[int, int, str]]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.layer == VERDICTS:
            return
        for (editor, _), opinion in self.heard.opinions.items():
            if opinion.layer == self.layer and opinion.label is not None:
                article = self._marks.setdefault(opinion.articles[0], defaultdict(list))
                article[editor].append((opinion.start, opinion.end, opinion.label))

    def alpha(
        self, articles: Iterable[str], editors: frozenset[str] | None = None, label: str | None = None
    ) -> float | None:
        """Over the articles on which at least two of the editors worked, of one label or of all."""
        if self.layer == VERDICTS:
            return None
        measure = Unitizing()
        for key in articles:
            marks = self._marks.get(key)
            if marks is None or key not in self.heard.articles:
                continue
            raters = sorted(self.workers[key] if editors is None else self.workers[key] & editors)
            length = self.heard.articles[key].length
            measure.add(
                [
                    partition(length, (mark for mark in marks[editor] if label is None or mark[2] == label))
                    for editor in raters
                ]
            )
        return measure.alpha()


def _layer(units: Sequence[Unit], texts: _Texts) -> LayerAgreement:
    articles = list(dict.fromkeys(key for unit in units for key in unit.articles))
    editors = sorted({editor for unit in units for editor in unit.categories})
    pairs = {}
    for pair in combinations(editors, 2):
        shared = [_restricted(unit, pair) for unit in units if unit.categories.keys() >= set(pair)]
        if shared:
            chosen = frozenset(pair)
            both = _figures(shared, texts.alpha(articles, chosen), pair)
            pairs[pair] = both, _by_label(shared, partial(texts.alpha, articles, chosen), pair)
    by_article: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        for key in unit.articles:
            by_article[key].append(unit)
    return LayerAgreement(
        _figures(units, texts.alpha(articles)),
        _by_label(units, partial(texts.alpha, articles, None)),
        pairs,
        {key: _figures(found, texts.alpha([key])) for key, found in by_article.items()},
    )


def _restricted(unit: Unit, editors: Iterable[str]) -> Unit:
    return Unit(unit.layer, unit.articles, unit.opinions, {editor: unit.categories[editor] for editor in editors})


def _by_label(
    units: Sequence[Unit], unitizing: Callable[[str], float | None], pair: tuple[str, str] | None = None
) -> dict[str, Figures]:
    """Each label against all else, over the units in which somebody saw it or might have."""
    labels = sorted({label for unit in units for label in unit.categories.values() if label is not None})
    result = {}
    for label in labels:
        against: list[Unit] = []
        for unit in units:
            is_one: Rated = {editor: label if said == label else None for editor, said in unit.categories.items()}
            against.append(Unit(unit.layer, unit.articles, unit.opinions, is_one))
        figures = _figures(against, unitizing(label), pair)
        seen = [unit for unit in against if label in unit.categories.values()]
        agreed = sum(unit.agreed for unit in seen)
        result[label] = Figures(len(seen), agreed, figures.alpha, figures.unitizing, figures.fleiss, figures.cohen)
    return result


def _figures(units: Sequence[Unit], unitizing: float | None, pair: tuple[str, str] | None = None) -> Figures:
    rated = [list(unit.categories.values()) for unit in units]
    raters = len({editor for unit in units for editor in unit.categories})
    return Figures(
        len(units),
        sum(unit.agreed for unit in units),
        alpha_nominal(rated),
        unitizing,
        fleiss_kappa([ratings for ratings in rated if len(ratings) == raters]),
        cohen_kappa([(one.categories[pair[0]], one.categories[pair[1]]) for one in units]) if pair else None,
    )


def _differs(unit: Unit) -> bool:
    borders = {(one.start, one.end) for one in unit.opinions.values() if one.label is not None}
    return not unit.agreed or len(borders) > 1


def _disagreements(units: Iterable[Unit], heard: Heard, texts: Mapping[str, str]) -> list[Disagreement]:
    result = []
    for unit in filter(_differs, units):
        said = {}
        for editor, label in unit.categories.items():
            opinion = unit.opinions.get(editor)
            said[editor] = (label, opinion.start, opinion.end) if opinion else (label, 0, 0)
        listed = list(unit.opinions.values())
        span = min(one.start for one in listed), max(one.end for one in listed)
        if unit.layer == VERDICTS:
            text = heard.questions.get(listed[0].key, "")
        else:
            text = texts.get(unit.articles[0], "")[slice(*span)]
        result.append(Disagreement(unit.layer, unit.articles, *span, text, said, listed[0].key))
    return result


def _read(projects: Sequence[Path], wanted: set[str]) -> dict[str, str]:
    """The texts of these articles, from whichever project has them."""
    found: dict[str, str] = {}
    for path in projects:
        with Project.open(path, read_only=True) as project:
            keys = [key for key in project.article_ids() if key in wanted and key not in found]
            found |= {article.id: article.text for article in project.articles_in_chunks(keys)}
    return found
