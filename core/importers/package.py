"""ZIP files of strangers, be they archives or Office documents: checked before anything is unpacked."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib

from core.errors import KnownError
from core.importers import limits
from core.importers.base import Document, parsing

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 0x1  # of a member's flags
# What zipfile raises on damaged archives: RuntimeError for a password, ValueError and OSError for places that there are
# none of, NotImplementedError for a method of packing that it does not know.
UNPACKABLE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, OverflowError),
    *(NotImplementedError, RuntimeError, ValueError),
)


def open_zip(document: Document, kind: str = "ZIP") -> zipfile.ZipFile:
    """The archive, whose members may be read: their number and sizes are sane. Raises KnownError otherwise.

    Of a plain ZIP, whose members are files by themselves, single ones may still be bombs (`is_bomb`).
    """
    stream = document.stream
    if stream.seekable():
        head = stream.read(len(_OLE))
        stream.seek(0)
        if head == _OLE:
            raise KnownError(
                f"الملف «{document.name}» محمي بكلمة مرور أو بصيغة أوفيس القديمة؛ "
                "أزل كلمة المرور واحفظه بصيغة docx أو xlsx.",
                f"“{document.name}” is protected by a password or in Office's old format; remove the password and "
                "save it as docx or xlsx.",
            )
    with parsing(document.name, kind, UNPACKABLE):
        archive = zipfile.ZipFile(stream)
    _check(document.name, archive.infolist(), alone=kind == "ZIP")
    return archive


def member(document: Document, archive: zipfile.ZipFile, name: str, kind: str) -> bytes | None:
    """The bytes of one member, None where there is none of that name."""
    if name not in archive.NameToInfo:
        return None
    found = archive.getinfo(name)
    limits.check_size(document.name, found.file_size, limits.FILE_BYTES)
    with parsing(document.name, kind, UNPACKABLE):
        return archive.read(found)


def is_encrypted(info: zipfile.ZipInfo) -> bool:
    """Whether a password is needed to read it."""
    return bool(info.flag_bits & _ENCRYPTED)


def is_bomb(info: zipfile.ZipInfo) -> bool:
    """Whether it claims to be far larger than its packed size; zipfile never unpacks more than is claimed."""
    return info.file_size > limits.RATIO_FROM and info.file_size > limits.RATIO * max(1, info.compress_size)


def bomb(name: str, size: int) -> KnownError:
    """What to say of so many bytes out of so few."""
    return KnownError(
        f"«{name}» ينفكّ إلى حجم غير معقول ({size // 1_000_000} ميغابايت)، كالقنابل المضغوطة؛ لم يُفكّ.",
        f"“{name}” would unpack to an absurd size ({size // 1_000_000} MB), as a zip bomb does; it was not unpacked.",
    )


def _check(name: str, members: list[zipfile.ZipInfo], *, alone: bool) -> None:
    if len(members) > limits.MEMBERS:
        raise limits.too_many(name, limits.MEMBERS, "ملفات", "files")
    size = sum(info.file_size for info in members if not (alone and is_bomb(info)))
    if size > limits.UNPACKED_BYTES or (not alone and any(map(is_bomb, members))):
        raise bomb(name, size)
