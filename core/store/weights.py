"""How much words weigh when claims are compared: kept, so that one comparison goes on from another."""

from __future__ import annotations

import json

from core.compare.weighing import Weighing
from core.store import rows, settings
from core.store.store import Store

_KEY = "weights_of_words"


def read(store: Store) -> Weighing:
    """The weights of the last comparison; those of no claims where there was none."""
    found = json.loads(settings.read(store, _KEY) or "{}")
    return Weighing(found.get("claims", 0), found.get("words", {}))


def keep(store: Store, weighing: Weighing) -> None:
    """Let the next comparison go by these."""
    said = rows.dumps({"claims": weighing.claims, "words": weighing.words})
    if said != settings.read(store, _KEY):
        settings.write(store, _KEY, said)
