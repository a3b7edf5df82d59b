"""What survives the way out and back, format by format: the table in docs/formats.md.

`python tests/core/exporters/survival.py` writes it there anew; a test fails while it is not what the code does.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))

from made import Made

from core import carried, exporters
from core.exporters.base import SIDECAR
from core.importers import annotated
from core.importers.exports import read_annotations
from core.model import (
    Annotation,
    Approx,
    Article,
    Attribution,
    Claim,
    ClaimKind,
    Entity,
    Mention,
    Modality,
    Origin,
    Quantity,
    Quote,
    QuoteKind,
    Span,
    Status,
    article_id,
)

DOCUMENT = Path(__file__).parents[3] / "docs" / "formats.md"
BEGIN, END = "<!-- survival -->\n", "<!-- /survival -->\n"
_TEXT = "🙂 قال سَلْمى حدّاد إن «94 ألف\nجندي» وصلوا إلى بيروت \u200cأمس.\n\nونفت هدى ذلك.\n \n"
_AT = "2026-01-05T10:00:00+00:00"


@dataclass(frozen=True)
class Back:
    """What came back: marks by place and label, and articles."""

    marks: dict[tuple[int, int, str], Annotation]
    articles: list[Article]

    def of(self, mark: Annotation) -> Annotation | None:
        return self.marks.get((mark.item.start, mark.item.end, carried.label(mark)))


def _span(words: str) -> tuple[int, int, str]:
    start = _TEXT.index(words)
    return start, start + len(words), words


def sample() -> Made:
    """One article on which each aspect has a mark."""
    article = Article(
        article_id(_TEXT), _TEXT, "عنوان", "النهر", "كاتب", "2026-01-05", "https://example.org/1", "خبر.txt"
    )
    amount = Quantity(94000, None, "جندي", Approx.AT_LEAST)
    person = Entity(*_span("سَلْمى حدّاد"), "PER", "سلمى حداد", Origin.MODEL, 0.75)
    speaker, cue = Mention(*_span("سَلْمى حدّاد"), "سلمى حداد"), Mention(*_span("قال"), "قال")
    where = Span(0, len(_TEXT))
    items: dict[str, tuple[Entity | Quote | Claim, Status, str]] = {
        "name": (person, Status.ACCEPTED, ""),
        "inside": (Entity(*_span("حدّاد"), "MISC", "حداد", Origin.LEXICON, 0.5), Status.SUGGESTED, ""),
        "value": (Entity(*_span("94 ألف\nجندي"), "QUANTITY", "94", Origin.RULE, 1.0, amount), Status.SUGGESTED, ""),
        "note": (Entity(*_span("بيروت"), "LOC", "بيروت", Origin.EDITOR, 1.0), Status.ADDED, "يُراجع"),
        "edges": (Entity(*_span(" \u200cأمس"), "TIME", "أمس", Origin.RULE, 0.9), Status.SUGGESTED, ""),
        "own": (Entity(*_span("ذلك"), "إشارة بعيدة", "ذلك", Origin.EDITOR, 1.0), Status.ADDED, ""),
        "rejected": (Entity(*_span("هدى"), "LOC", "هدى", Origin.MODEL, 0.4), Status.REJECTED, ""),
        "quote": (Quote(*_span("94 ألف\nجندي"), QuoteKind.DIRECT, speaker=speaker, cue=cue), Status.ACCEPTED, ""),
        "claim": (
            Claim(
                *_span("94 ألف"), ClaimKind.QUANTITY, where, amount, Modality.PLANNED, attribution=Attribution("سلمى")
            ),
            Status.ACCEPTED,
            "",
        ),
    }
    marks = [
        Annotation(key, article.id, item, status, "هدى" if status is not Status.SUGGESTED else "", _AT, _AT, note)
        for key, (item, status, note) in items.items()
    ]
    return Made([article], marks)


def _same(key: str, *parts: str) -> Callable[[Made, Back], bool]:
    """Whether a mark came back, with these parts of it as they were."""

    def holds(made: Made, back: Back) -> bool:
        mark = next(one for one in made.marks if one.id == key)
        found = back.of(mark)
        return found is not None and all(
            getattr(found, part, None) == getattr(mark, part, None)
            and getattr(found.item, part, None) == getattr(mark.item, part, None)
            for part in parts
        )

    return holds


def _metadata(made: Made, back: Back) -> bool:
    return bool(back.articles) and replace(back.articles[0], text="") == replace(made.made[0], text="")


def _both(*checks: Callable[[Made, Back], bool]) -> Callable[[Made, Back], bool]:
    return lambda made, back: all(check(made, back) for check in checks)


ASPECTS: dict[str, Callable[[Made, Back], bool]] = {
    "texts": lambda made, back: [one.text for one in back.articles] == [one.text for one in made.made],
    "about articles": _metadata,
    "place and label": _same("name"),
    "labels of one's own": _same("own"),
    "overlaps": _both(_same("name"), _same("inside")),
    "over two lines": _same("value"),
    "white space at edges": _same("edges"),
    "values": _same("value", "value"),
    "shared names": _same("name", "name"),
    "origin and score": _same("name", "origin", "score"),
    "quotes, speakers": _same("quote", "speaker", "cue", "via", "denial"),
    "claims": _same("claim", "clause", "value", "modality", "polarity", "attribution", "check_worthy"),
    "who decided, when": _same("name", "status", "editor", "created_at", "updated_at"),
    "notes": _same("note", "note"),
    "rejected marks": _same("rejected", "status"),
}


def table() -> str:
    """The table as Markdown: ✓ survives, ◐ as long as no other program writes the file anew, – is lost."""
    made = sample()
    names = exporters.fitting("annotations")
    rows = [["", *(name.replace("-", "‑") for name in names)], ["---", *[":-:"] * len(names)]]
    with TemporaryDirectory(prefix="mizan-") as folder:
        backs = {name: _backs(made, name, Path(folder)) for name in names}
    for aspect, holds in ASPECTS.items():
        rows.append([aspect, *(_sign(holds(made, backs[name][0]), holds(made, backs[name][1])) for name in names)])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _sign(alone: bool, whole: bool) -> str:
    return "✓" if alone and whole else "◐" if whole else "–"


def _backs(made: Made, name: str, folder: Path) -> tuple[Back, Back]:
    """What comes back without what we put beside it, and with it."""
    path = folder / f"{name}{exporters.FORMATS[name].suffix}"
    exporters.export(made, "annotations", name, path)
    bare = path
    if zipfile.is_zipfile(path) and name != "xlsx":
        bare = folder / f"bare-{path.name}"
        with zipfile.ZipFile(path) as source, zipfile.ZipFile(bare, "w") as target:
            for member in source.namelist():
                if member != SIDECAR:
                    target.writestr(member, source.read(member))
    return _read(made, bare), _read(made, path)


def _read(made: Made, path: Path) -> Back:
    """Into a project that has no article, for the articles; into one that has them, for the marks."""
    kind = annotated.format_of(path)
    if kind is None:
        found: Iterable[object] = read_annotations(path, made.home)
        articles: list[Article] = []
    else:
        articles = [one for one in annotated.read(kind, path, lambda _: None) if isinstance(one, Article)]
        found = annotated.read(kind, path, made.home)
    marks = [one for one in found if isinstance(one, Annotation)]
    return Back({(one.item.start, one.item.end, carried.label(one)): one for one in marks}, articles)


def write() -> None:
    """Put the table where it belongs."""
    page = DOCUMENT.read_text("utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(f"{before}{BEGIN}{table()}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    write()
