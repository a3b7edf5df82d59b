"""Who can speak: names, and phrases around a role, a body or a medium (مصدر أمريكي مطلع, المتحدث باسم …)."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from core.extract.speech.cues import complementizers, speech_words
from core.extract.speech.extent import ATTACHED, Extent
from core.extract.speech.lexicon import (
    bare,
    head_of,
    is_adjective,
    is_definite,
    media,
    owned,
    speaker_heads,
)
from core.extract.speech.wording import COMMAS, Wording, fold_name
from core.model import Entity, Label

_PLURAL = ("ون", "ين", "ان")


@dataclass(slots=True)
class Party:
    """A phrase that may speak, on tokens first … last - 1 (appositions included); start and end bound who is named.

    `words` are its content words (folded, without ال), `head` the first; `entity` the name that it gives;
    `is_definite` where it can point back.
    """

    first: int
    last: int
    start: int
    end: int
    head: str
    kind: str  # a class of speakers.tsv, or name
    words: frozenset[str] = frozenset()
    entity: Entity | None = None
    is_definite: bool = False
    is_back: bool = False  # with ال itself: المصدر
    is_medium: bool = False
    feminine: bool | None = None
    plural: bool = False
    role: tuple[str, frozenset[str]] | None = None  # of the person named beside it
    others: list[Party] = field(default_factory=list)  # joined with و


class Parties:
    """Finds the phrase that starts at a token; each is built once."""

    def __init__(self, wording: Wording) -> None:
        self._wording, self._extent = wording, Extent(wording)
        self._known: dict[tuple[int, str], Party | None] = {}

    def at(self, token: int, clitic: str = "") -> Party | None:
        """The phrase starting here, behind و or ف and then exactly `clitic` ("" or ل); None where none does."""
        key = (token, clitic)
        if key not in self._known:
            self._known[key] = (
                self._name(token, clitic) if token in self._wording.names else self._phrase(token, clitic)
            )
        return self._known[key]

    def joined(self, token: int, end: int, clitic: str = "") -> Party | None:
        """`at`, with the phrases that و joins to it."""
        party = self.at(token, clitic)
        if party is None:
            return None
        forms = self._wording.forms
        last = party.last
        others: list[Party] = []
        while last < end and forms[last].startswith("و") and len(forms[last]) > 2 and len(others) < 4:
            other = self.at(last)
            if (
                other is None
                or forms[last] in speaker_heads()  # وزير is no و and زير
                or other.start == self._wording.starts[last]
                or (last in self._wording.cue_tokens and last not in self._wording.names)
            ):
                break
            others.append(other)
            last = other.last
        if not others:
            return party
        return replace(party, last=last, end=others[-1].end, entity=None, plural=True, others=[party, *others])

    def _name(self, token: int, clitic: str) -> Party | None:
        wording = self._wording
        last, entity = wording.names[token]
        # «للكرملين» is marked whole: the preposition is inside.
        before = wording.clitic(token)
        inside = before.lstrip("وف") if len(before) < 3 else "?"
        if (
            inside == ""
            and wording.forms[token].lstrip("وف").startswith("لل")
            and fold_name(entity.text).startswith("لل")
        ):
            inside = "ل"
        if inside != clitic:
            return None
        head = fold_name(entity.text).split()[0] if entity.text.strip() else ""
        kind = speaker_heads().get(bare(head), "")
        words = frozenset(bare(word) for word in fold_name(entity.text).split())
        party = Party(token, last, entity.start, entity.end, bare(head), "name", words, entity)
        while _is_body(entity) and party.last < len(wording.forms) and _is_epithet(wording, party.last):
            party.last += 1
        party.is_medium = entity.label == Label.ORG and (fold_name(entity.text) in media() or kind == "medium")
        if entity.label == Label.LOC:
            party.feminine = True
        elif kind:
            party.feminine = kind.endswith("_f") or bare(head) in {"صحيفه", "وكاله", "قناه", "شبكه", "مجله"}
        if entity.label == Label.PER:
            self._take_apposition(party)
        return party

    def _owned(self, token: int) -> str | None:
        """The aide in «مساعده يوري حداد»: written with ه, not «مساعدة يوري حداد», which is hers who serves him."""
        wording = self._wording
        return owned(wording.forms[token].lstrip("وف")) if wording.text[wording.ends[token] - 1] == "ه" else None

    def _take_apposition(self, party: Party) -> None:
        """A role behind the name: يوري حداد، مستشار الرئيس، …"""
        forms = self._wording.forms
        token = party.last
        is_apart = token < len(forms) and forms[token] in COMMAS
        token += is_apart
        if token >= len(forms) or forms[token].startswith("و") or token in self._wording.names:
            return
        role = self._phrase(token, "")
        if role is None or role.entity is not None or not role.kind.startswith("person") or role.head in _OTHERS:
            return
        if is_apart and role.last < len(forms) and forms[role.last] not in COMMAS:
            return
        party.last, party.feminine, party.role = role.last, role.feminine, (role.head, role.words)

    def _phrase(self, token: int, clitic: str) -> Party | None:
        wording = self._wording
        if wording.covered[token] or wording.quoted[token]:
            return None
        head = head_of(wording.forms[token], clitic)
        if head is None:
            return None
        word, has_article, joined = head
        alone = self.is_person(token + 1) or not is_definite("".join(wording.forms[token + 1 : token + 2]))
        if not has_article and alone and (owner := self._owned(token)):
            word, has_article = owner, True
        form, before = wording.forms[token], wording.forms[token - 1] if token else ""
        if form.endswith("ا") and form[joined:-1] == word and before.endswith("ا") and len(before) > 3:
            return None  # مؤتمرا صحافيا: an adjective
        kind = speaker_heads()[word]
        if word in _RANKS and has_article and self.is_person(token + 1):
            kind = "person_m"
        if kind == "medium":
            return self._medium(token, word, has_article, joined)
        # A word in للـ is kept whole.
        is_whole = clitic == "ل" and has_article
        start = wording.offset_behind(token, joined - 1 if is_whole else joined)
        last, words, person = self._extent.of(token, word, has_article, kind)
        if word in ("كبير", "كبيره") and last == token + 1:
            return None
        party = Party(token, last, start, wording.ends[last - 1], word, kind, words)
        # A genitive makes definite: وزير الدفاع, not مسؤول في الدفاع.
        follows = wording.forms[token + 1] if last > token + 1 else ""
        is_loose = not follows or follows in ATTACHED or (is_adjective(follows) and not is_definite(follows))
        party.is_definite = has_article or not is_loose
        party.is_back = has_article
        party.plural = wording.forms[token].endswith(_PLURAL) or word == "مصادر"
        party.feminine = kind.endswith("_f") if kind != "document" else None
        if kind == "document":
            self._take_issuer(party)
        elif person is not None:
            self._take_person(party, person)
        elif kind.startswith("body"):
            self._take_title(party)
        return party

    def is_person(self, token: int) -> bool:
        """Whether a person's name begins here."""
        names = self._wording.names
        return token in names and names[token][1].label == Label.PER

    def _take_title(self, party: Party) -> None:
        """شركة "نايت فرانك": a body with its name in quotation marks."""
        pair = self._wording.pairs.get(party.last)
        if pair is not None and pair.is_short() and not self._wording.is_speech(pair):
            party.last, party.end = pair.after, pair.marks.outer_end
            party.words |= {bare(form) for form in self._wording.forms[pair.opening + 1 : pair.closing]}

    def _take_person(self, party: Party, token: int) -> None:
        last, entity = self._wording.names[token]
        party.role = (party.head, party.words)
        party.last, party.start, party.end, party.entity = last, entity.start, entity.end, entity
        party.kind = "name"

    def _take_issuer(self, party: Party) -> None:
        """بيان للكرملين · بيان صادر عن الوزارة · بيان الوزارة: the body speaks."""
        wording = self._wording
        token = party.first + 1
        forms = wording.forms
        while (
            token < len(forms) and token < party.first + 4 and (is_adjective(forms[token]) or forms[token] in _ISSUED)
        ):
            token += 1
        head = head_of(forms[token], "") if token < len(forms) else None
        if token >= len(forms) or (head is not None and speaker_heads()[head[0]] == "document"):
            return
        issuer = self.at(token) or self.at(token, "ل")
        if issuer is not None and issuer.kind != "document":
            party.last, party.start, party.end, party.entity = issuer.last, issuer.start, issuer.end, issuer.entity
            party.kind, party.head, party.words = issuer.kind, issuer.head, issuer.words
            party.role, party.feminine, party.is_medium = issuer.role, issuer.feminine, False

    def _medium(self, token: int, word: str, has_article: bool, joined: int) -> Party:
        """صحيفة كوميرسانت الروسية · قناة "المرسى" · الصحيفة: the name without the head where there is one."""
        wording = self._wording
        forms = wording.forms
        start, last = wording.offset_behind(token, joined), token + 1
        party = Party(token, last, start, wording.ends[token], word, "medium")
        party.is_medium, party.is_definite, party.feminine = True, has_article, word.endswith("ه")
        pair = wording.pairs.get(last)
        if last in wording.names:
            party.last, entity = wording.names[last]
            party.start, party.end, party.entity = entity.start, entity.end, entity
            if wording.clitic(last):  # no preposition stands here: the letter is the name's own
                party.start, party.entity = wording.starts[last], None
        elif forms[last : last + 1] == ["("] and self._extent.behind_alias(last) > last:
            party.last, entity = self._extent.behind_alias(last), wording.names[last + 1][1]
            party.start, party.end, party.entity = entity.start, entity.end, entity
        elif pair is not None and pair.is_short():
            party.start, party.end, party.last = pair.marks.start, pair.marks.end, pair.after
            inner = wording.names.get(last + 1)
            party.entity = inner[1] if inner is not None and inner[0] <= pair.closing else None
        elif not has_article and not (last < len(forms) and is_adjective(forms[last])):
            while last < len(forms) and last < token + 4 and _is_plain(wording, last):
                if last > token + 1 and is_definite(forms[last]) and is_adjective(forms[last]):
                    break  # صحيفة كوميرسانت الروسية
                last += 1
            party.last, party.end = last, wording.ends[last - 1]
            described = token + 1 < len(forms) and is_definite(forms[token + 1])
            is_kind = word in ("وسايل", "صحف", "وكالات") or (word not in _TITLED and described)
            if last > token + 1 and not is_kind:  # صحيفة الضفاف, but وكالة الأنباء …
                party.start = wording.starts[token + 1]
        is_nameless = party.last == token + 1
        while party.last < len(forms) and is_adjective(forms[party.last]) and not wording.covered[party.last]:
            party.last += 1
            party.end = wording.ends[party.last - 1] if is_nameless else party.end
        pair = wording.pairs.get(party.last)
        if party.entity is None and pair is not None and pair.is_short():  # وكالة الأنباء الروسية "تاس"
            party.start, party.end, party.last = pair.marks.start, pair.marks.end, pair.after
            inner = wording.names.get(pair.opening + 1)
            party.entity = inner[1] if inner is not None and inner[0] <= pair.closing else None
        return party


_RANKS = frozenset({"فريق"})  # الفريق before a name is a rank, elsewhere a team
_TITLED = frozenset({"صحيفه", "قناه", "شبكه", "مجله", "موقع", "جريده", "فضاييه"})
_OTHERS = frozenset({"نظير", "نظيره"})  # «أبلغ بوتين نظيره …»: somebody else
_ISSUED = frozenset({"صادر", "صادره", "صدر", "صدرت", "عن", "مشترك", "نشرته", "نشره", "اصدره", "اصدرته", "اصدرتها"})
_ISSUED |= {"وزعه", "وزعته", "وزعتها", "نشرها"}


def _is_body(entity: Entity) -> bool:
    """True for organisations and for places, which speak for their governments."""
    return entity.label in (Label.ORG, Label.LOC)


def _is_epithet(wording: Wording, token: int) -> bool:
    """A definite adjective outside the name: نوكيا الفنلندية."""
    form = wording.forms[token]
    return is_definite(form) and is_adjective(form) and not wording.covered[token]


def _is_plain(wording: Wording, token: int) -> bool:
    """A word that can belong to a medium's name."""
    form = wording.forms[token]
    if not form[0].isalpha() or wording.covered[token] or wording.quoted[token] or token in wording.cue_tokens:
        return False
    closed = ("preposition", "connective", "filler")
    return form not in complementizers() and not any(form in speech_words(kind) for kind in closed)
