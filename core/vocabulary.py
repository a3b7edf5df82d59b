"""The part of `Project` about what things are called: labels, names, and what decisions teach about both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.colours import Colour, colour_of
from core.extract.learned import Lexicon
from core.model import Analysis
from core.store import history, learning, marks, naming, settings, tagset
from core.store.store import Store
from core.store.tagset import LabelSpec
from core.store.values import LearnedEntry, NameDecision, Touched


class Vocabulary:
    """The words of a project. `Project` is the one that is opened."""

    _store: Store

    def tagset(self) -> list[LabelSpec]:
        """The labels in the order in which they are offered, with their words and colours (`SetTagset`)."""
        return tagset.read(self._store, marks.labels(self._store))

    def labels(self) -> list[str]:
        """Entity labels: the built-in ones, the project's own, and any others in use."""
        return [spec.label for spec in self.tagset()]

    def offered_labels(self) -> list[str]:
        """The labels that an editor is offered: those that are not hidden."""
        return [spec.label for spec in self.tagset() if not spec.hidden]

    def label_colours(self) -> dict[str, Colour]:
        """The colours that labels have in the window."""
        return {spec.label: colour_of(spec.label, spec.colour) for spec in self.tagset()}

    def names(self) -> list[tuple[str, str, int]]:
        """(name, label, marks) of all names in the project, the most frequent first."""
        return naming.names_in_use(self._store)

    def spellings(self, name: str) -> list[tuple[str, int]]:
        """(spelling, marks) of what is called `name`: what `SplitName` can take from it."""
        return naming.spellings(self._store, name)

    def name_decisions(self) -> list[NameDecision]:
        """What merging and splitting names left, the latest first."""
        return naming.merged_and_split(self._store)

    def decided_names(self) -> dict[str, str]:
        """Folded spelling → canonical name, where an editor said so: what `names.unify` keeps to."""
        return naming.decided(self._store)

    def store_names(self, pairs: Sequence[tuple[Analysis, Analysis]]) -> Touched:
        """Write the names that suggestions were given by unification: analyses before and after it."""
        return marks.rename(self._store, pairs)

    def learned(self) -> list[LearnedEntry]:
        """What decisions have taught the project, in force or not; `SetLearned` switches an entry off and on."""
        return learning.entries(self._store)

    def lexicon(self) -> Lexicon:
        """What is learned and in force, as the extraction of an article takes it."""
        return learning.lessons(self._store).lexicon()

    @property
    def has_followers(self) -> bool:
        """Whether a decision has still to reach some of the articles that it concerns (`follow_steps`)."""
        return bool(self._store.untold) or learning.is_waiting(self._store)

    def follow_steps(self) -> Iterator[Touched]:
        """Let decisions reach all articles, in short steps; an edit itself reaches a few dozen."""
        for _ in learning.anew_steps(self._store):
            yield Touched()
        while learning.is_waiting(self._store):
            yield history.go_on(self._store)

    def tagger(self) -> str:
        """The tagger's layer that was retrained on this project (`SetTagger`), "" for the shipped one."""
        return settings.read(self._store, "tagger") or ""
