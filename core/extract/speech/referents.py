"""Who is meant: a role, a short name or no subject at all goes back to the one who was named in the article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from core.extract.concepts import nationality
from core.extract.speech.lexicon import bare, head_forms, media, owned
from core.extract.speech.speakers import Parties, Party
from core.extract.speech.wording import Wording, fold_name
from core.model import Entity, Label, Mention

# Candidates looked at, from the nearest on; keeps the cost of a long article linear.
_WINDOW = 60
_NEAR = 4  # words before a bare role that may tell whose official speaks of it
# With ال, and not introduced before, these go back to whoever spoke last.
_ANAPHORS = frozenset({"مسوول", "مسووله", "ديبلوماسي", "دبلوماسي", "دبلوماسيه", "سياسي"})
# Who was named last, whether he spoke or not («أبلغ فلان فلانا …، ورد الأخير بأن …»).
_LATTER = {"اخير": (Label.PER,), "اخيره": (Label.LOC, Label.ORG)}
_SAME = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها"})
_OF_HIS = frozenset({"باسمه", "باسمها", "خارجيته", "خارجيتها", "دفاعه", "دفاعها", "رياسته", "رياستها"})
_OWNER_REACH = 25  # tokens before «مستشاره» that may name whose he is
_COUNTERPARTS = frozenset({"نظيره", "نظيرها", "نظيرته", "نظيرتها"})
_PAIR_REACH = 14  # tokens before a name in which two who hold one office are told of
# Offices of which two are told at once; of «وزيرا الخارجية» the word behind says of what.
_DUAL_OFFICES = frozenset({"رييس", "وزير", "زعيم", "مستشار", "مبعوث"})
_AKIN = {"زعيم": "رييس"}  # «الزعيم الروسي» is the president


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as it was heard: where it is named, who it is, what the verb told of its gender and number."""

    mention: Mention
    feminine: bool | None = None
    plural: bool | None = None
    is_medium: bool = False


class Referents:
    """Knows the people of one article from the names and the roles beside them; hears the speakers in order."""

    def __init__(self, wording: Wording, parties: Parties, entities: Sequence[Entity]) -> None:
        self._wording = wording
        self._full = _full_names(entities)
        self._bodies = _bodies(entities)
        # Holders of roles and bodies by head: (token, content words, name), in the order of the text.
        self._holders: dict[str, list[tuple[int, frozenset[str], str, bool]]] = {}
        self._office: tuple[str, frozenset[str]] = ("", frozenset())  # … the last one held, without its state
        self._voices: list[Voice] = []
        self._named = sorted(wording.names)
        heads = head_forms()
        behind = 0  # the last phrase: «وزير» in «نائب وزير الخارجية» is nobody's role
        for token, form in enumerate(wording.forms):
            if token in wording.names:
                self._learn_name(token, parties)
            elif token >= behind and form in heads and (party := parties.at(token)) is not None:
                behind = party.last
                if party.role is not None:
                    self._learn_role(party)

    def _learn_name(self, token: int, parties: Parties) -> None:
        """Keep a body under its head, and the role behind a name."""
        party = parties.at(token)
        entity = self._wording.names[token][1]
        if entity.label == Label.ORG and fold_name(entity.text).split():
            words = frozenset(bare(word) for word in fold_name(entity.text).split())
            self._add(bare(fold_name(entity.text).split()[0]), token, words, self.name(entity), False)
        if party is not None and party.role is not None:
            self._learn_role(party)
        elif party is not None and entity.label == Label.PER:
            self._learn_one_of_two(token, self.name(entity))

    def _learn_one_of_two(self, token: int, name: str) -> None:
        """Keep the role of one of two who hold it («الرئيسان الأميركي جو بايدن والروسي فلاديمير بوتين»)."""
        forms = self._wording.forms
        state = forms[token - 1].removeprefix("و") if token else ""
        if not nationality(state):
            return
        before = (_of_two(forms, at) for at in range(token - 2, token - _PAIR_REACH, -1))
        if found := next(filter(None, before), None):
            self._add(found[0], token - 1, found[1] | {found[0], bare(state)}, name, True)

    def _learn_role(self, party: Party) -> None:
        """Keep a role phrase found beside a name (الرئيس الأمريكي جو بايدن); «نظيره» holds the office told last."""
        if party.role is None or party.entity is None:
            return
        head, words = party.role
        if head in _COUNTERPARTS:
            head, words = self._office[0], self._office[1] | (words - {head})
        else:
            self._office = head, frozenset(word for word in words if not nationality(word))
        if head:
            self._add(head, party.first, words, self.name(party.entity), True)

    def _add(self, head: str, token: int, words: frozenset[str], name: str, is_person: bool) -> None:
        known = self._holders.setdefault(head, [])
        entry = (token, words, name, is_person)
        if not known or known[-1][0] <= token:
            known.append(entry)
        else:
            known.insert(bisect_left(known, token, key=lambda holder: holder[0]), entry)

    def name(self, entity: Entity) -> str:
        """The canonical name; a short form takes the longest form of the article."""
        if entity.name != entity.text:
            return entity.name
        if entity.label == Label.PER:
            return self._full.get(fold_name(entity.text), entity.name)
        return self._bodies.get(fold_name(entity.text), entity.name)

    def voice(self, party: Party) -> Voice:
        """The party as a speaker; a phrase without a name is looked up, or introduced."""
        if party.others:
            text = self._wording.text[party.start : party.end]
            return Voice(Mention(party.start, party.end, text, text), party.feminine, True)
        text = self._wording.text[party.start : party.end]
        name = self.name(party.entity) if party.entity is not None else self._holder(party, text)
        return Voice(Mention(party.start, party.end, text, name), party.feminine, party.plural, party.is_medium)

    def _holder(self, party: Party, text: str) -> str:
        if not party.is_definite:
            self._add(party.head, party.first, party.words, text, False)
            return text
        if party.head in _LATTER and (latter := self._latter(party)):
            return latter
        asked = party.words - {party.head}
        if asked & _SAME and party.is_back and (voice := self._last_of(asked - _SAME, party.feminine)) is not None:
            return voice.mention.name
        if (owner := self._owner(party)) is not None:
            return owner
        known = self._holders.get(party.head) or self._holders.get(_AKIN.get(party.head, "")) or []
        split = bisect_left(known, party.first, key=lambda holder: holder[0])
        if not asked and (of := self._states_before(party.first)):
            for _, words, name, is_person in reversed(known[max(0, split - _WINDOW) : split]):
                if is_person and of & _states(words):
                    return name
        for _, words, name, _ in reversed(known[max(0, split - _WINDOW) : split]):
            if asked <= words:
                return name
        for _, words, name, is_person in known[split : split + _WINDOW]:
            if is_person and asked and asked <= words:
                return name
        is_back = party.is_back and (party.head in _ANAPHORS or party.kind == "document")
        if is_back and (voice := self._last_of(asked, party.feminine)) is not None and not voice.is_medium:
            return voice.mention.name
        self._add(party.head, party.first, party.words, text, False)
        return text

    def _owner(self, party: Party) -> str | None:
        """«مستشار بايدن» for «مستشاره», «المتحدث باسم موسكو» for «المتحدث باسمها»: where one is named before."""
        forms = self._wording.forms
        for token in range(party.first, party.last):
            form, stem = forms[token], forms[token].removesuffix("ها").removesuffix("ه")
            held = owned(form.lstrip("وف")) if token == party.first else None
            if held is None and form not in _OF_HIS:
                continue
            her = form.endswith("ها")
            near = [
                self._wording.names[at][1]
                for at in self._named[: bisect_left(self._named, party.first)]
                if at >= party.first - _OWNER_REACH
            ]
            names = {self.name(e) for e in near if e.label == (Label.LOC if her else Label.PER)}
            if len(names) != 1:
                return None
            text = self._wording.text
            start, end = self._wording.starts[token], self._wording.ends[token] - len(form) + len(stem)
            noun = text[start:end]
            noun = noun[:-1] + "ة" if noun.endswith("ت") else noun
            return f"{text[party.start : start]}{noun} {names.pop()}"
        return None

    def _latter(self, party: Party) -> str:
        """The name that stands last before «الأخير», or ""; a medium is nobody who answers."""
        stop = bisect_left(self._named, party.first)
        before = self._named[max(0, stop - _WINDOW) : stop]
        named = (self._wording.names[token][1] for token in reversed(before))
        labels = _LATTER[party.head]
        return next((self.name(e) for e in named if e.label in labels and fold_name(e.text) not in media()), "")

    def _states_before(self, token: int) -> frozenset[str]:
        """The state of the official in whose words a bare role stands («قال مسؤول أميركي إن الرئيس …»)."""
        return _states(map(bare, self._wording.forms[max(0, token - _NEAR) : token]))

    def _last_of(self, asked: Collection[str], feminine: bool | None) -> Voice | None:
        """The latest speaker whom «المسؤول الأمريكي» can mean: of that state, where words name one."""
        if not (asked_of := _states(asked)):
            return self.last(feminine)
        recent = self._voices[: -_WINDOW - 1 : -1]
        return next((v for v in recent if asked_of & _states(map(bare, fold_name(v.mention.text).split()))), None)

    def hear(self, voice: Voice) -> None:
        """`voice` has just spoken."""
        self._voices.append(voice)

    def last(self, feminine: bool | None = None, plural: bool = False) -> Voice | None:
        """The latest speaker whom a verb of this gender and number can mean."""
        recent = self._voices[: -_WINDOW - 1 : -1]
        for voice in recent:
            if plural and not voice.plural:
                continue
            if feminine is None or voice.feminine is None or voice.feminine == feminine:
                return voice
        return recent[0] if recent else None


def _of_two(forms: Sequence[str], at: int) -> tuple[str, frozenset[str]] | None:
    """The office that a dual at a token tells («الرئيسين», «وزيرا الخارجية»), and of what it is; None for no dual."""
    form = forms[at] if at >= 0 else ""
    for noun, ending in product((form.lstrip("ولب"), form), ("ان", "ين", "ا", "ي")):
        stem = noun.removeprefix("ال").removesuffix(ending)
        if noun.endswith(ending) and stem in _DUAL_OFFICES:
            behind = forms[at + 1 : at + 2] if ending in ("ا", "ي") else ()
            return stem, frozenset(map(bare, behind))
    return None


def _states(words: Iterable[str]) -> frozenset[str]:
    """The states whose adjectives stand among these words."""
    return frozenset(state for word in words if (state := nationality(word)))


def _full_names(entities: Sequence[Entity]) -> dict[str, str]:
    """Folded last name → the first full name with it; a last name that two people share stays as it is."""
    full: dict[str, set[str]] = {}
    first: dict[str, str] = {}
    for entity in entities:
        parts = fold_name(entity.text).split()
        if entity.label == Label.PER and len(parts) > 1:
            full.setdefault(parts[-1], set()).add(parts[0])
            first.setdefault(parts[-1], entity.name)
    return {last: first[last] for last, given in full.items() if len(given) == 1}


def _bodies(entities: Sequence[Entity]) -> dict[str, str]:
    """Folded name of a body → the one longer name that begins with it (وزارة الخارجية → وزارة الخارجية الروسية)."""
    names = {fold_name(entity.text): entity.name for entity in entities if entity.label == Label.ORG}
    longer: dict[str, set[str]] = {}
    for name in names:
        parts = name.split()
        for length in range(max(2, len(parts) - 2), len(parts)):
            longer.setdefault(" ".join(parts[:length]), set()).add(name)
    return {short: names[next(iter(found))] for short, found in longer.items() if len(found) == 1 and short in names}
