"""ZIP files of articles. Members are read from memory, never written to a disk, whatever their paths say."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

from core.errors import KnownError
from core.importers import articles_csv, limits
from core.importers.articles_csv import MetadataFile
from core.importers.base import Document, Draft, Item, Skipped, parsing
from core.importers.encoding import decode
from core.importers.package import UNPACKABLE, bomb, is_bomb, is_encrypted, open_zip

_UTF8 = 0x800  # of a member's flags: its name is UTF-8


def read(document: Document) -> Iterator[Item]:
    """The articles of all members of known formats, and what is wrong with the others."""
    from core.importers.registry import reader_of  # which has this module

    if document.nesting >= limits.NESTING:
        raise KnownError(
            f"«{document.name}» أرشيف داخل أرشيف أكثر من {limits.NESTING} مرات؛ فُكّه أولا.",
            f"“{document.name}” is an archive in an archive more than {limits.NESTING} times; unpack it first.",
        )
    with open_zip(document) as archive:
        members = {_name(info): info for info in archive.infolist() if not info.is_dir()}
        beside = _metadata(document, archive, members)
        found = False
        for name, info in sorted(members.items()):
            path = PurePosixPath(name)
            if path.name.startswith(".") or "__MACOSX" in path.parts or path.name == articles_csv.FILE_NAME:
                continue
            whole = f"{document.name}/{name}"
            if problem := _problem(whole, path, info):
                yield Skipped(whole, problem)
                found = True
            elif reader := reader_of(path.suffix):
                found = True
                said = beside[path.parent].of(path.name) if path.parent in beside else None
                try:
                    data = _bytes(whole, archive, info)
                    inner = Document(whole, io.BytesIO(data), document.columns, document.nesting + 1)
                    for item in reader(inner):
                        if isinstance(item, Draft):
                            part = "/".join(filter(None, (name, item.part)))
                            item = replace(
                                item, part=part, metadata=said.or_else(item.metadata) if said else item.metadata
                            )
                        yield item
                except KnownError as error:
                    yield Skipped(whole, error)
        for folder, table in beside.items():
            yield from articles_csv.skipped(table, f"{document.name}/{folder / articles_csv.FILE_NAME}", missing=True)
    if not found:
        raise KnownError(f"لا مقالات في الأرشيف «{document.name}».", f"The archive “{document.name}” has no articles.")


def _metadata(document: Document, archive: ZipFile, members: dict[str, ZipInfo]) -> dict[PurePosixPath, MetadataFile]:
    """Each folder's `articles.csv`."""
    found = {}
    for name, info in members.items():
        path = PurePosixPath(name)
        if path.name == articles_csv.FILE_NAME and not (is_encrypted(info) or is_bomb(info)):
            names = [PurePosixPath(other).name for other in members if PurePosixPath(other).parent == path.parent]
            try:
                found[path.parent] = articles_csv.parse(_bytes(f"{document.name}/{name}", archive, info), names)
            except KnownError as error:
                found[path.parent] = MetadataFile(problems=(error,))
    return found


def _bytes(name: str, archive: ZipFile, info: ZipInfo) -> bytes:
    limits.check_size(name, info.file_size, limits.TABLE_BYTES)
    with parsing(name, "ZIP", UNPACKABLE):
        return archive.read(info)


def _problem(name: str, path: PurePosixPath, info: ZipInfo) -> KnownError | None:
    """Why a member is not even looked at."""
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return KnownError(
            f"مسار «{name}» يخرج من الأرشيف، وهذه حيلة ملف خبيث؛ تُرك.",
            f"The path of “{name}” leads out of the archive, a trick of hostile files; it was left out.",
        )
    if is_bomb(info):
        return bomb(name, info.file_size)
    if is_encrypted(info):
        return KnownError(
            f"«{name}» محمي بكلمة مرور؛ فُكّ الأرشيف بكلمته ثم استورد المقالات.",
            f"“{name}” is protected by a password; unpack the archive with it, then import the articles.",
        )
    return None


def _name(info: ZipInfo) -> str:
    """The path of a member, with `/`. Windows writes Arabic names in a code page without saying which."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        try:
            name = decode(name.encode("cp437"), name)
        except (UnicodeEncodeError, KnownError):
            name = info.filename
    return name.replace("\\", "/").replace("\n", " ")
