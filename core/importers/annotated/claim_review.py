"""Verdicts from our own ClaimReview, by the relation that each is about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from core import serial
from core.importers.annotated.base import Files, broken, damaged
from core.importers.base import Skipped
from core.model import Reason, Verdict, VerdictKind

_VERDICT = "urn:mizan:verdict"


def read(path: Path) -> Iterator[Verdict | Skipped]:
    """The verdicts of reviews that name a relation."""
    files = Files(path)
    try:
        graph = json.loads(files.text(files.name))["@graph"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise damaged(files.name) from error
    for number, review in enumerate(graph, 1):
        try:
            kept = review[_VERDICT]
            reason = Reason(kept["reason"]) if kept["reason"] else None
            kind = VerdictKind(kept["kind"])
            found = Verdict(str(kept["relation_id"]), kind, reason, kept["note"], kept["editor"], kept["decided_at"])
            yield serial.sound(found)
        except (ValueError, KeyError, TypeError) as error:
            yield broken(files.name, f"item {number}", error)
