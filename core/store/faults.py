"""SQLite's and the system's errors as sentences that the person can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import DamagedError, KnownError

_DAMAGED = (
    "ملف المشروع «{path}» تالف أو ناقص؛ افتح نسخة احتياطية منه (mizan backups)، أو أنقذ ما فيه "
    "بالأمر mizan check --repair.",
    "The project file “{path}” is damaged or incomplete; open a backup of it (mizan backups), or save what it still "
    "holds with mizan check --repair.",
)
_NOT_SQLITE = (
    "الملف «{path}» ليس مشروع ميزان؛ اختر ملفا ينتهي بـ ‎.mizan أنشأه البرنامج.",
    "“{path}” is not a Mizan project; choose a .mizan file that the program made.",
)
_ACTING = (
    "في «{path}» أوامر تعمل من نفسها (triggers) لا يضعها ميزان، فقد يكون خبيثا ولم يُفتح؛ "
    "اطلب من صاحبه المشروع مصدّرا (mizan export --what project).",
    "“{path}” holds commands that run by themselves (triggers), which Mizan never makes; it may be hostile and was not "
    "opened. Ask its owner for an export (mizan export --what project).",
)
_TOO_LARGE = (
    "ما يراد حفظه في «{path}» أو قراءته منه أكبر من أن يسعه مشروع؛ قسّمه.",
    "What was to be kept in “{path}”, or read from it, is larger than a project can hold; split it.",
)
_FULL = (
    "امتلأ القرص الذي عليه «{path}»؛ لم يُحفظ التغيير الأخير، وما قبله محفوظ. أفرغ مساحة ثم أعد المحاولة.",
    "The disk that holds “{path}” is full; the last change was not saved, all before it is. Free space and try again.",
)
_NOT_WRITTEN = (
    "تعذرت الكتابة في «{path}»: امتلأ القرص أو نفدت حصتك منه أو فيه عطل؛ لم يُحفظ التغيير الأخير، وما قبله محفوظ. أفرغ "
    "مساحة أو افحص القرص ثم أعد المحاولة.",
    "“{path}” could not be written: the disk, or your share of it, is full, or it is broken; the last change was not "
    "saved, all before it is. Free space or check the disk, then try again.",
)
_READ_ONLY = (
    "لا يمكن الكتابة في «{path}»؛ الملف أو مجلده للقراءة فقط. انسخ المشروع إلى مجلد تملك الكتابة فيه.",
    "“{path}” cannot be written; the file or its folder is read-only. Copy it to a folder that you may write in.",
)
_CANNOT_OPEN = (
    "تعذر فتح «{path}»؛ تأكد من وجود الملف ومن صلاحية قراءته.",
    "“{path}” cannot be opened; check that the file is there and that you may read it.",
)
_BROKEN_DISK = (
    "تعذرت القراءة أو الكتابة على القرص في «{path}»؛ تأكد من سلامة القرص واتصاله ثم أعد فتح المشروع.",
    "Reading or writing “{path}” failed; check that the disk is sound and connected, then open the project again.",
)
_BUSY = (
    "برنامج آخر يكتب الآن في «{path}»؛ أغلقه ثم أعد المحاولة.",
    "Another program is writing to “{path}”; close it and try again.",
)
_GONE = (
    "نُقل ملف المشروع «{path}» أو حُذف أو وضع برنامج آخر غيره مكانه؛ لم يُحفظ التغيير الأخير، وكل ما قبله محفوظ في أحدث "
    "نسخة احتياطية. أعد فتح المشروع، أو استعد تلك النسخة.",
    "The project file “{path}” was moved, deleted or replaced by another program; the last change was not saved, all "
    "before it is in the newest backup. Open the project again, or restore that backup.",
)
_MISSING = (
    "لا يوجد ملف «{path}»؛ تأكد من الاسم والمجلد.",
    "There is no file “{path}”; check its name and folder.",
)

# Primary result codes of SQLite, https://sqlite.org/rescode.html
_BY_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_AUTH: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _CANNOT_OPEN,
    sqlite3.SQLITE_IOERR: _BROKEN_DISK,
    sqlite3.SQLITE_PROTOCOL: _BROKEN_DISK,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_TOOBIG: _TOO_LARGE,
    sqlite3.SQLITE_NOTADB: _NOT_SQLITE,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
}
_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOENT: _MISSING,
    errno.ENOTDIR: _READ_ONLY,
    errno.EIO: _BROKEN_DISK,
}
# Windows: another program (a scanner of viruses, a synchronising one) has the file open, or a part of it locked.
_SHARED = (32, 33)
# Codes whose last byte says less than the whole: a quota and the largest size of a file are told as failed writes.
_BY_EXTENDED = {sqlite3.SQLITE_IOERR_WRITE: _NOT_WRITTEN, sqlite3.SQLITE_IOERR_SHMSIZE: _NOT_WRITTEN}


def _sentence(pair: tuple[str, str], path: Path) -> KnownError:
    ar, en = (sentence.format(path=path) for sentence in pair)
    return DamagedError(ar, en, path) if pair == _DAMAGED else KnownError(ar, en)


def damaged(path: Path) -> KnownError:
    """The file is a project, but part of it is gone."""
    return _sentence(_DAMAGED, path)


def not_a_project(path: Path) -> KnownError:
    """The file is something else."""
    return _sentence(_NOT_SQLITE, path)


def acting(path: Path) -> KnownError:
    """The file would do something by itself."""
    return _sentence(_ACTING, path)


def read_only(path: Path) -> KnownError:
    """The file or its folder cannot be written."""
    return _sentence(_READ_ONLY, path)


def gone(path: Path) -> KnownError:
    """The open file is no longer where it was."""
    return _sentence(_GONE, path)


def missing(path: Path) -> KnownError:
    """There is no such file."""
    return _sentence(_MISSING, path)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise a KnownError for what the disk or another program caused; let everything else, which is a bug, through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:  # Python's own: a text that is no UTF-8
            pair = _DAMAGED if "UTF-8" in str(error) else None
        else:
            pair = _BY_EXTENDED.get(code) or _BY_SQLITE.get(code & 0xFF)
        if pair is None:
            raise
        raise _sentence(pair, path) from error
    except UnicodeDecodeError as error:  # of a sentence of SQLite's that quotes the file
        raise damaged(path) from error
    except OSError as error:
        shared = getattr(error, "winerror", None) in _SHARED
        pair = _BUSY if shared else _BY_ERRNO.get(error.errno or 0)
        if pair is None:
            raise
        raise _sentence(pair, path) from error
