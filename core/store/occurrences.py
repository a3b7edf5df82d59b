"""All places in the project that say the same as one passage: all spellings of a name, clitics aside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from time import perf_counter

from core.model import Span
from core.store import articles, search
from core.store.store import Store
from core.text.arabic import fold, folded

Places = dict[str, list[Span]]

# و ف, then ب ل ك س, then the article; «لل» is written as one, so that a word in it is kept whole.
_PATTERN = r"(?<!\w)[وف]?(?:[بكلس]?(?P<it>(?:ال)?{core})|(?P<whole>لل{core}))(?!\w)"
_ARTICLE = "ال"
_ENTITIES = (
    "FROM annotations n JOIN articles a ON a.id = n.article_id"
    " WHERE n.layer = 'entity' AND n.removed = 0 AND n.status <> 'rejected' AND a.removed = 0"
)


def occurrences(store: Store, article_id: str, span: Span, seconds: float | None = None) -> list[tuple[str, Span]]:
    """Articles in the order of their import, places in the order of the text; none overlap.

    TimeoutError where that takes longer than so many seconds.
    """
    until = None if seconds is None else perf_counter() + seconds
    text = articles.text(store, article_id)
    if text is None or not text[span.start : span.end].strip():
        return []
    name = store.value(
        f"SELECT n.name {_ENTITIES} AND n.article_id = ? AND n.start = ? AND n.\"end\" = ? AND n.name <> ''",
        (article_id, span.start, span.end),
    )
    places: Places = defaultdict(list)
    spellings = {text[span.start : span.end]}
    if name is not None:
        for key, start, end, spelling in store.fetch(
            f"SELECT n.article_id, n.start, n.\"end\", json_extract(n.data, '$.text') {_ENTITIES} AND n.name = ?",
            (name,),
        ):
            places[key].append(Span(start, end))
            spellings.add(spelling)
    cores = {_core(spelling) for spelling in spellings}
    for key, found in _mentions(store, cores - {""}, until).items():
        others = _others(store, key, name)
        places[key] += [spot for spot in found if not any(spot.overlaps(other) for other in others)]
    return [(key, place) for key in articles.ids(store) for place in _apart(places.get(key, ()))]


def _core(spelling: str) -> str:
    """The words as the index has them, without the article, which each place may have or not."""
    words = " ".join(fold(spelling).split())
    bare = words.removeprefix(_ARTICLE)
    return bare if len(bare) > 1 else words


def _mentions(store: Store, cores: Iterable[str], until: float | None) -> Places:
    found: Places = defaultdict(list)
    for core in sorted(cores):
        escaped = r"\s{1,3}".join(map(re.escape, core.split()))
        pattern = re.compile(_PATTERN.format(core=escaped))
        for key, _, _, text in search.candidates(store, core.split(), pattern):
            if until is not None and perf_counter() > until:
                raise TimeoutError
            view = folded(text)
            for match in pattern.finditer(view.text):
                group = "it" if match["it"] is not None else "whole"
                found[key].append(view.to_original(*match.span(group)))
    return found


def _others(store: Store, article_id: str, name: str | None) -> list[Span]:
    """Where another name stands: «بايدن» inside «هانتر بايدن» is somebody else."""
    if name is None:
        return []
    found = store.fetch(
        f"SELECT n.start, n.\"end\" {_ENTITIES} AND n.article_id = ? AND n.name NOT IN ('', ?)", (article_id, name)
    )
    return [Span(start, end) for start, end in found]


def _apart(spans: Iterable[Span]) -> list[Span]:
    """In order, the longer one where two overlap."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start - span.end, span.start)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)
