"""Rows of a damaged SQLite file, page by page, as far as they can be read: https://sqlite.org/fileformat2.html

SQLite gives up a table at its first bad page. Here a bad page costs its own rows only; leaves that no tree leads to any
more are found too, without the name of their table. Nothing in the file is trusted: numbers that lead nowhere end what
they belong to.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

Value = None | int | float | str | bytes

_LEAF, _INTERIOR = 0x0D, 0x05
_USUAL = 4096  # bytes: the page of every project that Mizan made
_LARGEST = 1 << 30  # bytes of one row
_WIDTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8}  # bytes by serial type; strings and blobs from 12 on


class Found(NamedTuple):
    """A row: "" where no tree leads to its page."""

    table: str
    rowid: int
    values: tuple[Value, ...]


@dataclass(slots=True)
class Pages:
    """A file in memory or mapped. `broken` counts rows and pages, by table, that `rows` met and could not read."""

    data: bytes
    broken: Counter[str] = field(default_factory=Counter)
    _visited: set[int] = field(default_factory=set)

    @property
    def size(self) -> int:
        """Bytes of a page."""
        size = int.from_bytes(self.data[16:18], "big")
        size = 65536 if size == 1 else size
        return size if size >= 512 and size & (size - 1) == 0 else _USUAL

    @property
    def count(self) -> int:
        """How many pages the file has, whatever its head says."""
        return -(-len(self.data) // self.size)

    def rows(self) -> Iterator[Found]:
        """All rows: table by table as the file lists them, then those that no tree leads to."""
        listed = [found.values for found in self._tree("", 1)]
        roots = {
            str(values[1]): values[3]
            for values in listed
            if len(values) >= 4 and values[0] == "table" and isinstance(values[3], int) and values[3] > 0
        }
        for table, root in roots.items():
            yield from self._tree(table, root)
        free = self._free()
        for page in range(2, self.count + 1):
            if page not in self._visited and page not in free and self._page(page)[:1] == bytes([_LEAF]):
                yield from self._leaf("", page)

    def _page(self, number: int) -> bytes:
        return self.data[(number - 1) * self.size : number * self.size]

    def _tree(self, table: str, root: int) -> Iterator[Found]:
        """The rows below a page, in order."""
        waiting = [root]
        while waiting:
            number = waiting.pop()
            if not 0 < number <= self.count or number in self._visited:
                self.broken[table] += 1
                continue
            page = self._page(number)
            start = 100 if number == 1 else 0
            kind = page[start] if len(page) > start else 0
            if kind == _LEAF:
                yield from self._leaf(table, number)
            elif kind == _INTERIOR:
                self._visited.add(number)
                waiting += reversed(self._children(page, start))
            else:
                self.broken[table] += 1

    def _children(self, page: bytes, start: int) -> list[int]:
        found = [int.from_bytes(page[at : at + 4], "big") for at in self._cells(page, start, start + 12)]
        return [*found, int.from_bytes(page[start + 8 : start + 12], "big")]

    def _cells(self, page: bytes, start: int, pointers: int) -> Iterator[int]:
        count = int.from_bytes(page[start + 3 : start + 5], "big")
        for place in range(pointers, min(pointers + 2 * count, len(page) - 1), 2):
            yield int.from_bytes(page[place : place + 2], "big")

    def _leaf(self, table: str, number: int) -> Iterator[Found]:
        self._visited.add(number)
        page = self._page(number)
        start = 100 if number == 1 else 0
        for at in self._cells(page, start, start + 8):
            try:
                rowid, payload = self._payload(page, at)
                values = tuple(_record(payload))
            except (ValueError, IndexError, struct.error):
                self.broken[table] += 1
            else:
                yield Found(table, rowid, values)

    def _payload(self, page: bytes, at: int) -> tuple[int, bytes]:
        """Row ID and content of a cell, with what it keeps on other pages."""
        length, at = _varint(page, at)
        rowid, at = _varint(page, at)
        rowid = rowid - (1 << 64) if rowid >= 1 << 63 else rowid
        if not 0 < length < _LARGEST:
            raise ValueError
        usable = self.size - (self.data[20] if self.data.startswith(b"SQLite format 3") else 0)
        here = length
        if length > usable - 35:
            least = (usable - 12) * 32 // 255 - 23
            here = least + (length - least) % (usable - 4)
            here = here if here <= usable - 35 else least
        parts, left = [page[at : at + here]], length - here
        following = int.from_bytes(page[at + here : at + here + 4], "big") if left else 0
        while left > 0:
            if not 1 < following <= self.count or following in self._visited:
                raise ValueError
            self._visited.add(following)
            more = self._page(following)
            parts.append(more[4 : 4 + min(left, usable - 4)])
            left -= usable - 4
            following = int.from_bytes(more[:4], "big")
        content = b"".join(parts)
        if len(content) != length:
            raise ValueError
        return rowid, content

    def _free(self) -> set[int]:
        """Pages whose content was deleted."""
        found: set[int] = set()
        trunk = int.from_bytes(self.data[32:36], "big")
        while 0 < trunk <= self.count and trunk not in found:
            found.add(trunk)
            page = self._page(trunk)
            leaves = min(int.from_bytes(page[4:8], "big"), self.size // 4 - 2)
            found.update(struct.unpack(f">{leaves}I", page[8 : 8 + 4 * leaves]) if len(page) >= 8 + 4 * leaves else ())
            trunk = int.from_bytes(page[:4], "big")
        return found


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9


def _record(data: bytes) -> Iterator[Value]:
    """The columns of a row. ValueError for what is none."""
    head, at = _varint(data, 0)
    body = head
    while at < head:
        kind, at = _varint(data, at)
        width = (kind - 12) // 2 if kind >= 12 else _WIDTHS.get(kind, 0)
        part = data[body : body + width]
        if kind in (10, 11) or len(part) != width:
            raise ValueError
        body += width
        yield _value(kind, part)
    if body != len(data):
        raise ValueError


def _value(kind: int, part: bytes) -> Value:
    if kind == 0:
        return None
    if kind < 7:
        return int.from_bytes(part, "big", signed=True)
    if kind == 7:
        return float(struct.unpack(">d", part)[0])
    if kind < 10:
        return kind - 8
    return part.decode() if kind % 2 else part
