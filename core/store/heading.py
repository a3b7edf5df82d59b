"""What holds where projects say different things of one article, or of themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any

from core.store import rows
from core.store.rows import TABLES, Row
from core.store.saying import Said, said
from core.store.values import ArticleDifference

METADATA = tuple(column for column in TABLES["articles"][1] if column not in ("id", "removed"))
_REPORTED = tuple(column for column in METADATA if column != "file")  # each editor may have named the file otherwise


def heading(row: Mapping[str, Any], at: str) -> Said:
    """What a project says of an article, as a version of nobody in particular."""
    return said("articles", {**row, "removed": 0}, at=at)


def united_metadata(versions: Iterable[Said]) -> Row:
    """Of each column the latest entry that is not empty."""
    listed = sorted(versions, key=attrgetter("at"))
    read = [(one.at, one.row) for one in listed]
    united = {
        column: max(((at, row[column]) for at, row in read if row[column]), default=("", read[-1][1][column]))[1]
        for column in METADATA
    }
    return {"id": read[0][1]["id"]} | united


def differences(united: Row, versions: Iterable[Said]) -> Iterator[ArticleDifference]:
    """What was said otherwise than it stands now."""
    read = [one.row for one in versions]
    for column in _REPORTED:
        others = sorted({row[column] for row in read if row[column]} - {united[column]})
        if others:
            yield ArticleDifference(united["id"], column, united[column], tuple(others))


def _labels(one: str, other: str) -> str:
    """All labels of both; the order in which they are offered is that of the alphabet where the two disagree."""
    return one if one == other else rows.dumps(sorted({*rows.json_list(one), *rows.json_list(other)}))


def _learned(one: str, other: str) -> str:
    """All switches of both; off where they disagree."""
    switches = [(key, label, on) for key, label, on in (*rows.json_list(one), *rows.json_list(other))]
    found: dict[tuple[str, str], bool] = {}
    for key, label, on in switches:
        found[key, label] = found.get((key, label), True) and on
    return rows.dumps([[*pair, on] for pair, on in sorted(found.items())])


SETTINGS = {"labels": _labels, "learned": _learned}
