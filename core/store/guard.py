"""Rows of a damaged or foreign project file cannot always be read: that is the file's fault, and the person is told."""

from __future__ import annotations

import enum
import inspect
import json.decoder
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from types import FunctionType, TracebackType
from typing import Any, TypeVar

from core import serial
from core.store import check, faults, rows
from core.store.store import Store

# Where values are made of what rows hold.
_READING = frozenset(module.__file__ for module in (json, json.decoder, enum, serial, rows))
_STORE = str(Path(__file__).parent)
_Class = TypeVar("_Class", bound=type)


def guarded(face: _Class) -> _Class:
    """Let every public method of a class that has a `_store` raise KnownError for rows that cannot be read."""
    members = {name: member for base in reversed(face.__mro__[:-1]) for name, member in vars(base).items()}
    for name, member in members.items():
        if name.startswith("_"):
            continue
        if isinstance(member, FunctionType):
            setattr(face, name, _guarded(member))
        elif isinstance(member, property) and member.fget:
            setattr(face, name, property(_guarded(member.fget), member.fset, member.fdel, member.__doc__))
    return face


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    if inspect.isgeneratorfunction(method):

        @wraps(method)
        def stepping(self: Any, *arguments: Any, **named: Any) -> Iterator[Any]:
            with _told(self._store):
                yield from method(self, *arguments, **named)

        return stepping

    @wraps(method)
    def reading(self: Any, *arguments: Any, **named: Any) -> Any:
        with _told(self._store):
            return method(self, *arguments, **named)

    return reading


@contextmanager
def _told(store: Store) -> Iterator[None]:
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, sqlite3.OperationalError) as error:
        place = _place(error.__traceback__)
        # Where rows do not fit each other, the file itself must show it; any other error is a bug and surfaces.
        if place in _READING or (place.startswith(_STORE) and check.problems(store)):
            raise faults.damaged(store.path) from error
        raise


def _place(trace: TracebackType | None) -> str:
    """The file in which an error arose."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace.tb_frame.f_code.co_filename if trace is not None else ""
