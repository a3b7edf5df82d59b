"""Where an editor is in the queue of review: which pair comes next, which were skipped. No widget, no project."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from core.project import RelationKey


class ReviewQueue:
    """The pairs in order, and the place in it. What was skipped comes again when nothing else is left."""

    def __init__(self) -> None:
        self.keys: Sequence[RelationKey] = ()
        self.current = ""  # ID of the pair in sight, "" for none
        self._places: dict[str, int] = {}
        self._skipped: dict[str, None] = {}  # in the order of skipping
        self._decided: Collection[str] = frozenset()
        self._done = 0  # how many of these are in the queue

    def fill(self, keys: Sequence[RelationKey], decided: Collection[str]) -> None:
        """Take these pairs instead; the place is kept where the pair is still there."""
        self.keys = keys
        self._places = {key.id: place for place, key in enumerate(keys)}
        self._skipped = {key: None for key in self._skipped if key in self._places}
        self.decide(decided)
        if self.current not in self._places:
            self.current = ""
            self.go_on()

    def decide(self, decided: Collection[str]) -> None:
        """Which pairs (IDs) have a verdict now; the place stays."""
        self._decided = decided
        self._done = sum(key in self._places for key in decided)
        for key in [key for key in self._skipped if key in decided]:
            del self._skipped[key]

    def key(self, relation_id: str) -> RelationKey | None:
        """The pair of this ID, None where the queue has none."""
        place = self._places.get(relation_id)
        return None if place is None else self.keys[place]

    def position(self) -> int:
        """The place of the pair in sight, counted from 0; -1 for none."""
        return self._places.get(self.current, -1)

    def before(self) -> str:
        """The pair before this one, decided or not; "" for none."""
        place = self.position() - 1
        return self.keys[place].id if place >= 0 else ""

    def progress(self) -> tuple[int, int, int]:
        """How many pairs are decided, how many there are, and how many of the others were skipped."""
        return self._done, len(self.keys), len(self._skipped)

    def following(self) -> str:
        """The next open pair behind this one, going round; then the first that was skipped; "" where all is done."""
        here, count = self.position(), len(self.keys)
        for distance in range(1, count + 1):
            key = self.keys[(here + distance) % count].id
            if key != self.current and key not in self._decided and key not in self._skipped:
                return key
        waiting = [key for key in self._skipped if key != self.current]
        if waiting:
            return waiting[0]
        return self.current if self.current and self.current not in self._decided else ""

    def go_on(self) -> bool:
        """Go to what follows; False where all is done, and then the place stays."""
        key = self.following()
        self.current = key or self.current
        self._skipped.pop(self.current, None)
        return bool(key)

    def skip(self) -> bool:
        """Leave this pair for later, and go on."""
        left = self.current
        moved = self.following()
        if not left or not moved or moved == left:
            return False
        self.current = moved
        self._skipped.pop(moved, None)
        if left not in self._decided:
            self._skipped[left] = None
        return True

    def step(self, direction: int) -> bool:
        """Go to the neighbour, decided or not; False at either end."""
        place = self.position() + direction
        if not 0 <= place < len(self.keys):
            return False
        return self.go_to(self.keys[place].id)

    def go_to(self, relation_id: str) -> bool:
        """Go to this pair; False where the queue has no such one."""
        if relation_id not in self._places:
            return False
        self.current = relation_id
        self._skipped.pop(relation_id, None)
        return True
