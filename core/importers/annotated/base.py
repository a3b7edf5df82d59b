"""What readers of other programs' files find: texts, and marks on them with what these carried."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any, Self

from core import carried, serial
from core.errors import KnownError
from core.importers import limits
from core.importers.articles_csv import iso_day
from core.importers.base import Metadata, Skipped
from core.importers.encoding import decode
from core.importers.package import UNPACKABLE, is_bomb
from core.importers.txt import read_bytes, unreadable
from core.model import Annotation, Article, Claim, Entity, Mention, Quote, Span, article_id
from core.text.canonical import canonical

SIDECAR = "mizan.jsonl"
_METADATA = ("title", "source", "author", "published", "url")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as a file holds it: code points of its text, the label that it shows there.

    `place` is where it stands in the file, for reports: a line or a name. `kept` is what it carried, `words` what the
    file says it covers, `editor` who it says made it.
    """

    place: str
    start: int
    end: int
    label: str
    kept: Mapping[str, Any] | None = None
    note: str = ""
    words: str | None = None
    editor: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """An article as a file holds it: its text if it does, its ID if it knows it."""

    name: str
    text: str | None
    id: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)
    marks: Sequence[Mark | Skipped] = ()


Found = Text | Skipped
Home = Callable[[str], Article | None]  # an article of the project by its ID
Reader = Callable[["Files", Home], Iterable[Found]]


class Files:
    """A file, or the files in an archive. Nothing is unpacked onto the disk, so no path can lead out."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._archive: zipfile.ZipFile | None = None
        try:
            if zipfile.is_zipfile(path):
                self._archive = zipfile.ZipFile(path)
            elif path.stat().st_size > limits.UNPACKED_BYTES:
                raise too_large(path.name)
        except OSError as error:
            raise unreadable(path, error) from error
        except zipfile.BadZipFile as error:
            raise damaged(path.name) from error
        if self._archive:
            members = self._archive.infolist()
            size = sum(member.file_size for member in members)
            if len(members) > limits.MARK_FILES or size > limits.UNPACKED_BYTES or any(map(is_bomb, members)):
                self.close()
                raise too_large(path.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the archive."""
        if self._archive:
            self._archive.close()

    @property
    def name(self) -> str:
        """The name to report under."""
        return self.path.name

    def named(self, suffix: str) -> list[str]:
        """The files that end so, in order."""
        names = self._archive.namelist() if self._archive else [self.path.name]
        return sorted(name for name in names if name.casefold().endswith(suffix) and not name.startswith("__MACOSX"))

    def has(self, name: str) -> bool:
        """Whether there is a file of that name in the archive, or beside the file."""
        return (
            name in self._archive.namelist()
            if self._archive
            else self.path.with_name(PurePosixPath(name).name).is_file()
        )

    def data(self, name: str) -> bytes:
        """The bytes of one of them. KnownError where they cannot be read."""
        try:
            if self._archive is None:
                return read_bytes(self.path.with_name(PurePosixPath(name).name), limits.UNPACKED_BYTES)
            with self._archive.open(name) as stream:
                data = stream.read(limits.UNPACKED_BYTES + 1)
        except UNPACKABLE as error:
            raise damaged(f"{self.name}/{name}") from error
        if len(data) > limits.UNPACKED_BYTES:
            raise too_large(self.name)
        return data

    def text(self, name: str) -> str:
        """One of them as text, its newlines as they are but CR LF."""
        return decode(self.data(name), name).replace("\r\n", "\n")

    def lines(self) -> Iterator[str]:
        """The lines of the file; a large one is UTF-8, and never all in memory."""
        if self._archive or self.path.stat().st_size <= limits.FILE_BYTES:
            yield from self.text(self.name).split("\n")
            return
        try:
            with self.path.open(encoding="utf-8-sig", newline="\n") as stream:
                for line in stream:
                    yield line.rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise damaged(self.name) from error

    def label(self, name: str) -> str:
        """How to speak of one of them."""
        return f"{self.name}/{name}" if self._archive else name

    def kept(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """What our own export put beside the others: (document, line)."""
        if self._archive and self.has(SIDECAR):
            for written in self.text(SIDECAR).split("\n"):
                if written.strip():
                    line = json.loads(written)
                    yield str(line["document"]), line


@dataclass(slots=True)
class Kept:
    """What the sidecar of an archive says of one document."""

    about: Mapping[str, Any] = field(default_factory=dict)
    marks: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    rejected: list[Mapping[str, Any]] = field(default_factory=list)


def sidecar(files: Files) -> dict[str, Kept]:
    """What our own export kept, by document; nothing for archives of others, and for a damaged one."""
    found: dict[str, Kept] = {}
    try:
        for name, line in files.kept():
            kept = found.setdefault(name, Kept())
            if "mark" in line:
                kept.marks[str(line["mark"])] = line
            elif "rejected" in line:
                rejected("", line["rejected"])  # whether it can be one
                kept.rejected.append(line["rejected"])
            else:
                kept.about = line
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return found


def rejected(place: str, kept: Mapping[str, Any]) -> Mark:
    """A rejected mark, which travelled beside the others; only what it carried speaks of it."""
    return Mark(place, int(kept["start"]), int(kept["end"]), shown_label(kept), kept)


def shown_label(kept: Mapping[str, Any]) -> str:
    """The label under which a mark was shown, from what it carried."""
    layer = kept["layer"]
    return str(kept["label"]) if layer == "entity" else f"{layer}_{kept['kind']}"


def attach(found: Iterable[Found], home: Home, file: str) -> Iterator[Article | Annotation | Skipped]:
    """The marks of each text as the project's; before them the article, where the project has none with that text.

    `home` finds an article of the project by its ID. What does not fit is reported, and the rest goes on.
    """
    seen: set[str] = set()
    brought: set[str] = set()
    for text in found:
        if isinstance(text, Skipped):
            yield text
            continue
        article, offset = _article(text, home)
        if article is None:
            yield skipped(
                text.name,
                "",
                "مقاله ليس في المشروع ونصه ليس في الملف؛ استورد المقالات أولا.",
                "its article is not in the project and the file has no text of it; import the articles first.",
            )
            continue
        if home(article.id) is None and article.id not in brought:
            brought.add(article.id)
            yield article
        for mark in text.marks:
            yield mark if isinstance(mark, Skipped) else _attached(text.name or file, article, mark, offset, seen)


def _article(text: Text, home: Home) -> tuple[Article | None, Callable[[int], int]]:
    """The article and how its offsets follow from the file's."""
    from core.importers import make_article

    def same(offset: int) -> int:
        return offset

    if text.text is None:
        return home(text.id), same
    raw, clean = text.text, canonical(text.text)

    def moved(offset: int) -> int:
        return len(canonical(raw[:offset]))

    there = home(article_id(clean))
    by_id = home(text.id) if text.id and there is None else None
    if by_id is not None and len(by_id.text) == len(raw):
        return by_id, same  # a format that could not hold each character
    if there is None and not clean.strip():
        return by_id, same
    made = there or make_article(clean, _metadata(text.about), str(text.about.get("file", "") or text.name))
    return made, same if raw == clean else moved


def _metadata(about: Mapping[str, Any]) -> Metadata:
    said = {name: canonical(str(about.get(name) or "")).strip() for name in _METADATA}
    try:
        published = iso_day(said.pop("published"))
    except KnownError:
        published = None
    return Metadata(published=published, **said)


def _attached(
    file: str, article: Article, mark: Mark, offset: Callable[[int], int], seen: set[str]
) -> Annotation | Skipped:
    start, end = offset(mark.start), offset(mark.end)
    words = article.text[start:end]
    if not 0 <= start < end <= len(article.text) or (mark.words is not None and canonical(mark.words) != words):
        return skipped(
            file,
            mark.place,
            f"الموضع {mark.start}–{mark.end} لا يطابق نص المقال.",
            f"{mark.start}–{mark.end} does not match the article's text.",
        )
    if not mark.label.strip():
        return skipped(file, mark.place, "بلا صنف؛ تُركت.", "it has no label; it was left out.")
    try:
        made = carried.annotation(article.id, Span(start, end), words, mark.label, mark.kept, mark.note)
        made = serial.sound(replace(made, editor=made.editor or mark.editor))
    except (KeyError, ValueError, TypeError, AttributeError, ArithmeticError) as error:
        return broken(file, mark.place, error)
    if not fits(made.item, article.text):
        return skipped(
            file,
            mark.place,
            "موضع المتحدث أو فعل القول أو الجملة لا يطابق نص المقال.",
            "the place of the speaker, the cue or the clause does not match the article's text.",
        )
    if made.id in seen:
        return skipped(
            file, mark.place, f"المعرّف {made.id} مكرر؛ بقي أولهما.", f"{made.id} comes twice; the first stays."
        )
    seen.add(made.id)
    return made


def fits(item: Entity | Quote | Claim, text: str) -> bool:
    """Whether all that a mark names lies in the article, with the words that it says."""
    named: list[Span | Mention | Entity | Quote | Claim | None] = [item]
    if isinstance(item, Quote):
        named += [item.speaker, item.cue]
    elif isinstance(item, Claim):
        named += [item.clause]
    return all(
        0 <= one.start < one.end <= len(text) and (isinstance(one, Span) or text[one.start : one.end] == one.text)
        for one in named
        if one
    )


def skipped(file: str, place: str, ar: str, en: str) -> Skipped:
    """What is wrong with one mark or line: `place` is a line, a line and which mark in it (“3.1”), or a name."""
    line, _, nth = place.partition(".")
    where = (f"«{place}»", f"“{place}”") if place else ("", "")
    if line.isdecimal() and (not nth or nth.isdecimal()):
        where = f"السطر {line}", f"line {line}"
        if nth:
            where = f"{where[0]}، العلامة {nth}", f"{where[1]}, mark {nth}"
    told = [", ".join(filter(None, (file, where[1]))), "، ".join(filter(None, (f"«{file}»", where[0])))]
    return Skipped(file, KnownError(f"{told[1]}: {ar}", f"{told[0]}: {en}"))


def broken(file: str, place: str, error: Exception) -> Skipped:
    """A mark or line of another shape."""
    return skipped(file, place, *why_broken(error))


def why_broken(error: Exception) -> tuple[str, str]:
    """What to say of a row that could not be read, in Arabic and English."""
    if isinstance(error, json.JSONDecodeError):
        return f"ليس JSON سليما عند الحرف {error.colno}؛ تُرك.", f"no sound JSON at character {error.colno}; left out."
    if isinstance(error, KeyError):
        return f"ينقصه «{error.args[0]}»؛ تُرك.", f"“{error.args[0]}” is missing; it was left out."
    if isinstance(error, RecursionError):
        return "أعمق تداخلا مما يُقرأ؛ تُرك.", "it is nested too deep; it was left out."
    return "فيه قيمة غير صحيحة؛ تُرك.", f"not valid ({error}); it was left out."


def damaged(name: str) -> KnownError:
    """The file is none of its kind."""
    return KnownError(
        f"الملف «{name}» تالف أو من صيغة أخرى؛ صدّره من جديد من البرنامج الذي أتى منه.",
        f"“{name}” is damaged or in another format; export it again from the program that it comes from.",
    )


def too_large(name: str) -> KnownError:
    """The file is larger than any export of ours."""
    return KnownError(
        f"الملف «{name}» أو ما فيه أكبر من {limits.UNPACKED_BYTES // 1_000_000} ميغابايت؛ قسّمه أولا.",
        f"“{name}”, or what it unpacks to, is larger than {limits.UNPACKED_BYTES // 1_000_000} MB; split it first.",
    )
