"""Which article a file is about, and what its marks carried in a field of text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

_ID = re.compile(r"(?:\A|-)([0-9a-f]{16})\Z")


def id_in(name: str) -> str:
    """The ID at the end of a file's name, "" where there is none."""
    found = _ID.search(name)
    return found[1] if found else ""


def unpacked(written: str | None) -> Mapping[str, Any] | None:
    """What a mark carried, None where another program wrote something of its own there."""
    if not written or not written.startswith("{"):
        return None
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        return None
    ours = (
        isinstance(found, dict) and "layer" in found and all(type(found.get(edge)) is int for edge in ("start", "end"))
    )
    return found if ours else None
