"""Rules for names: lexicon matches with what they need around them, persons behind titles and roles, bodies by their grammar.

A rule proposes only what the words carry; which proposal stands is decided in `entities`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from core.extract import gazetteer
from core.extract.clitics import readings, written_cut
from core.model import Label, Origin, Span
from core.text.arabic import fold
from core.text.segment import words


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens [start, end) of a sentence as a name; `cut` letters of the first are proclitics; `name` where a lexicon has it."""

    start: int
    end: int
    cut: int
    label: Label
    origin: Origin
    score: float
    name: str = ""


@dataclass(slots=True)
class Sentence:
    """A sentence as written and folded tokens with their offsets; `tags` and `scores` are the tagger's."""

    spans: list[Span]
    written: list[str]
    tokens: list[str]
    tags: list[str] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)

    def offsets(self, name: Candidate) -> tuple[int, int]:
        """Where a candidate lies in the article, its proclitics left out."""
        first = self.spans[name.start]
        return first.start + written_cut(self.written[name.start], name.cut), self.spans[name.end - 1].end

    def words(self, name: Candidate) -> list[str]:
        """The folded words of a candidate, its proclitics left out."""
        first = dict((cut, word) for cut, word in reversed(readings(self.tokens[name.start])))
        return [first.get(name.cut, self.tokens[name.start]), *self.tokens[name.start + 1 : name.end]]

    def is_person(self, position: int, least: float = 0.0) -> bool:
        """Whether the tagger takes the token for part of a person's name."""
        return self.tags[position].endswith("PERS") and self.scores[position] >= least


def read_sentence(text: str, span: Span) -> Sentence:
    """The tokens of a sentence, as the tagger and the lexicons take them."""
    spans = words(text, span.start, span.end)
    written = [text[word.start : word.end] for word in spans]
    return Sentence(spans, written, [fold(word) or word for word in written])


def candidates(sentence: Sentence) -> Iterator[Candidate]:
    """What lexicons and rules propose for a sentence whose tags are known; proposals may overlap."""
    matches = {match.start: match for match in gazetteer.trie().matches(sentence.tokens)}
    yield from _known(sentence, matches)
    for position in range(len(sentence.tokens)):
        yield from _person(sentence, position)
        yield from _body(sentence, position)
        yield from _medium(sentence, position, matches)


def name_cut(sentence: Sentence, position: int) -> int:
    """How many letters of the name's first token are proclitics: a lexicon decides, else the shape of the word."""
    token = sentence.tokens[position]
    known = gazetteer.trie().at(sentence.tokens, position)
    if known is not None:
        return known.cut
    options = readings(token)
    for cut, word in options:
        if word in gazetteer.first_names():
            return cut
    for cut, word in options[1:]:
        if cut and word.startswith("ال") and len(word) > 4:
            return cut
    # و before a foreign name is a conjunction unless the word looks as if it began with it (واشنطن, ويليام).
    if token[0] == "و" and len(token) > 5 and token[1] not in "ايون":
        return 1
    return 0


# ---------------------------------------------------------------------------------------------------------------- lexicons


def _known(sentence: Sentence, matches: dict[int, gazetteer.Match]) -> Iterator[Candidate]:
    for match in matches.values():
        entry = match.entry
        if match.end - match.start == 1 and not _is_supported(sentence, match):
            continue
        yield Candidate(match.start, match.end, match.cut, entry.label, Origin.LEXICON, 0.97, _shared_name(entry))


def _shared_name(entry: gazetteer.Entry) -> str:
    """A surname may be another's in this article, so it gets its full name only when the names are unified."""
    return "" if entry.kind == "surname" else entry.name


_LABEL_TAGS = {Label.PER: "PERS", Label.LOC: "LOC", Label.ORG: "ORG"}


def _is_supported(sentence: Sentence, match: gazetteer.Match) -> bool:
    """Whether a known name of one token needs no support, or has it: a head noun, or the tagger's consent."""
    token = dict(readings(sentence.tokens[match.start]))[match.cut] if match.cut else sentence.tokens[match.start]
    if match.entry.kind != gazetteer.UNSURE and token not in gazetteer.ambiguous():
        return True
    if sentence.tags[match.start].endswith(_LABEL_TAGS[match.entry.label]):
        return True
    before = _skip_quotes_back(sentence, match.start - 1)
    if before < 0:
        return False
    heads = {Label.LOC: ("place_head",), Label.ORG: ("media_head", "org_head"), Label.PER: ("title",)}[
        match.entry.label
    ]
    return any(is_trigger(kind, sentence.tokens[before]) for kind in heads)


def _skip_quotes_back(sentence: Sentence, position: int) -> int:
    return position - 1 if position >= 0 and sentence.tokens[position] in _QUOTES else position


# ----------------------------------------------------------------------------------------------------------------- persons

_QUOTES = {'"', "'"}
_COMMAS = {"،", ","}
# A name has at most so many tokens behind a title.
_LONGEST_NAME = 5
# Particles inside names: they never end one.
_PARTICLES = {fold(word) for word in "بن ابن بنت آل أبو أبي أم عبد فون فان دي دا دو دير لا لو دل ديل بو ولد".split()}
_STOP_WORDS = {
    fold(word)
    for word in """في من إلى على عن مع حول بعد قبل منذ خلال أمام بين ضد لدى عند نحو حتى دون تحت فوق ضمن عبر أن إن أنه إنه أنها إنها
    أنهم إنهم التي الذي الذين اللذين اللتين ما لا لم لن قد هو هي هم هذا هذه ذلك تلك هناك كما حيث إذا لكن ولكن أو أم ثم بل كل بعض غير
    أي كان كانت يكون تكون ليس ليست سوف أيضا فقط اليوم أمس غدا الآن يوم مساء صباح عام سنة شهر أسبوع الماضي الماضية المقبل المقبلة
    الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت خلاله بأن بأنه وأن وأنه لأن مثل بسبب بشأن بعدما عندما بينما فيما
    مما وفق وفقا بحسب حسب نقلا نفسه نفسها وهو وهي التابع التابعة إنما أول ثاني ثالث آخر أكثر أقل جميع كافة مصدر مصادر به بها له لها
    لهم منه منها فيه فيها عليه عليها إليه إليها عنه عنها معه معها وكان وكانت وقد ولم ولا كانا""".split()
}


@cache
def _single(kind: str) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in gazetteer.triggers(kind) if len(phrase) == 1)


def is_trigger(kind: str, token: str) -> bool:
    """Whether a folded token is a trigger word of this kind, with or without proclitics."""
    known = _single(kind)
    return any(word in known for _, word in readings(token))


def _may_name(token: str) -> bool:
    """Whether a token may be part of a name at all."""
    if token in _PARTICLES:
        return True
    return (
        len(token) > 1
        and any(char.isalpha() for char in token)
        and token not in _STOP_WORDS
        and not any(
            is_trigger(kind, token)
            for kind in ("title", "role", "speech", "modifier", "org_head", "place_head", "org_noun")
        )
        and gazetteer.nationality(token) is None
        and not _is_possessed(token)
    )


_POSSESSIVES = ("ه", "ها", "هم", "هما", "نا")


def _is_possessed(token: str) -> bool:
    """An office with a pronoun: وزيرها، خارجيته."""
    return any(
        token.endswith(suffix)
        and (stem := token[: -len(suffix)])
        and (is_trigger("role", stem) or stem in _OFFICE_STEMS)
        for suffix in _POSSESSIVES
    )


_OFFICE_STEMS = {fold(word) for word in "خارجيت داخليت ماليت دفاع حكومت وزراء".split()}


def _person(sentence: Sentence, position: int) -> Iterator[Candidate]:
    """Names behind a title or role, behind a given name, and what a role in apposition follows."""
    token = sentence.tokens[position]
    if is_trigger("title", token) or is_trigger("role", token) or _is_possessed(token):
        start = _after_office(sentence, position)
        if start is not None and (name := _name_at(sentence, start, 0.12)):
            yield name
    elif any(word in gazetteer.first_names() for _, word in readings(token)) and (
        name := _name_at(sentence, position, 0.25)
    ):
        yield name


def _after_office(sentence: Sentence, position: int) -> int | None:
    """Where a name may begin behind the office at `position` (وزير الدفاع الأوكراني ، …), or None."""
    tokens = sentence.tokens
    place = position + 1
    limit = min(len(tokens), position + 9)
    while place < limit:
        token = tokens[place]
        if token in _COMMAS:
            return place + 1 if place + 1 < len(tokens) else None
        if _continues_office(sentence, place):
            place += 1
            continue
        return place
    return None


def _continues_office(sentence: Sentence, place: int) -> bool:
    """Whether a token still belongs to the office: adjectives, nationality, the field it rules, a known place or body."""
    token = sentence.tokens[place]
    if sentence.is_person(place, 0.5):
        return False
    return (
        gazetteer.nationality(token) is not None
        or any(is_trigger(kind, token) for kind in ("modifier", "title", "role", "org_noun", "org_head"))
        or token in _OFFICE_WORDS
        or _is_possessed(token)
        or sentence.tags[place] != "O"
        or (token.startswith("ال") and len(token) > 4 and gazetteer.trie().at(sentence.tokens, place) is None)
        or ((known := gazetteer.trie().at(sentence.tokens, place)) is not None and known.entry.label != Label.PER)
    )


_OFFICE_WORDS = {
    fold(word)
    for word in "باسم لشؤون للشؤون لدى خارجية دفاع داخلية مالية عدل وزراء وزرائه حكومة شؤون في بلاده البلاد لمنطقة لحقوق عام أول ثان".split()
}


def _name_at(sentence: Sentence, start: int, least: float) -> Candidate | None:
    """The person's name that begins at `start`, if the tagger finds it possible at all."""
    tokens = sentence.tokens
    end = start
    while end < len(tokens) and end - start < _LONGEST_NAME and _may_name(tokens[end]):
        if end > start and not (
            sentence.tags[end].endswith("PERS") or tokens[end - 1] in _PARTICLES or _looks_foreign(tokens[end])
        ):
            break
        if sentence.tags[end] != "O" and not sentence.tags[end].endswith("PERS") and sentence.scores[end] > 0.8:
            break
        end += 1
    if end == start or tokens[end - 1] in _PARTICLES:
        return None
    support = sum(1 for place in range(start, end) if sentence.is_person(place) or _is_first_name(tokens[place]))
    share = support / (end - start)
    if share < least or (end - start == 1 and not sentence.is_person(start) and not _looks_foreign(tokens[start])):
        return None
    return Candidate(start, end, name_cut(sentence, start), Label.PER, Origin.RULE, 0.75 + 0.2 * min(share, 1.0))


def _is_first_name(token: str) -> bool:
    return any(word in gazetteer.first_names() for _, word in readings(token))


# Endings of transliterated surnames.
_FOREIGN = tuple(
    fold(ending)
    for ending in "وف وفا ييف ييفا ين ينا سكي سكايا تشينكو ينكو نكو يتش وفيتش شفيلي سون ستون برغ بيرغ مان اير غر تون دت لي نز كس تش تس".split()
)


def _looks_foreign(token: str) -> bool:
    """Whether a word is shaped like a transliterated name: no article, a foreign ending or letters that Arabic roots avoid."""
    return (
        not token.startswith("ال")
        and len(token) > 3
        and (token.endswith(_FOREIGN) or any(char in "ڤگپ" for char in token))
    )


# ------------------------------------------------------------------------------------------------------------------ bodies

# Heads whose definite complement makes a name of its own (وزارة الدفاع); behind others only known or quoted names do.
_STRONG = {
    fold(word)
    for word in "وزارة وزارتي وزارتا هيئة محكمة جهاز مفوضية مجلس لجنة نقابة سفارة جامعة رئاسة حزب حركة".split()
}
_COUNCILS = {
    fold(word)
    for word in "الأمن النواب الشيوخ الوزراء الشورى الاتحاد العموم اللوردات الدوما القضاء الأعيان الأمة الشعب السيادة القيادة الدولة الحكم المستشارين الحرب".split()
}
_COMMITTEES = {
    fold(word)
    for word in "العلاقات الشؤون القوات الاستخبارات المخابرات التحقيق الانتخابات الدولية الخارجية الدفاع".split()
}
_PORTFOLIOS = {
    fold("وال" + word)
    for word in """مغتربين تعاون تجارة صناعة تعليم ثقافة معادن اتصالات إعلام أوقاف إرشاد رياضة زراعة ري بيئة مالية تخطيط سياحة آثار
    موارد طاقة علوم بحث سكان هجرة تنمية استثمار كهرباء تموين إسكان مرافق نقل مياه شباب تكنولوجيا كومنولث دفاع داخلية""".split()
}
# Nouns without ة that take a feminine adjective.
_FEMININE = {fold(word) for word in "المخابرات الاستخبارات الأركان القوات".split()}
_COMPLEMENTS = 4


def _body(sentence: Sentence, position: int) -> Iterator[Candidate]:
    """Bodies named by a head noun and its complement, or by a definite noun and a nationality adjective."""
    tokens = sentence.tokens
    for cut, word in readings(tokens[position]):
        if word in _STRONG:
            end = _complement_end(sentence, word, position + 1)
            if end > position + 1:
                yield Candidate(position, end, cut, Label.ORG, Origin.RULE, 0.9)
            return
        if word in _single("org_noun"):
            end = position + 1
            while (
                end < len(tokens)
                and end - position < _COMPLEMENTS
                and is_trigger("modifier", tokens[end])
                and tokens[end].startswith("ال")
            ):
                end += 1
            if end < len(tokens) and _is_nationality(tokens[end]) and _agree(word, tokens[end]):
                yield Candidate(position, end + 1, cut, Label.ORG, Origin.RULE, 0.9)
            return


def _is_nationality(token: str) -> bool:
    """A definite singular nationality adjective without proclitic: الروسي، الأمريكية."""
    return token.startswith("ال") and not token.endswith(("ون", "ين", "ان")) and bool(gazetteer.nationality(token))


def _agree(noun: str, adjective: str) -> bool:
    """Whether a feminine (or broken plural) noun meets a feminine adjective: وزير الخارجية الأمريكي is no body."""
    return adjective.endswith("ه") == (noun.endswith("ه") or noun in _FEMININE)


def _complement_end(sentence: Sentence, head: str, start: int) -> int:
    """Where the name of a body ends whose head noun stands before `start`; `start` if the words make no name."""
    tokens = sentence.tokens
    if start >= len(tokens):
        return start
    first = tokens[start]
    if head == "مجلس" and first not in _COUNCILS:
        return start
    if head == fold("لجنة") and first not in _COMMITTEES:
        return start
    if head in (fold("حزب"), fold("حركة"), fold("جامعة"), fold("سفارة"), fold("رئاسة")):
        known = gazetteer.trie().at(tokens, start)
        if (
            known is not None
            and known.cut == 0
            and known.entry.label == Label.LOC
            and head in (fold("سفارة"), fold("جامعة"))
        ):
            return known.end
        if sentence.tags[start].endswith("ORG"):
            end = start
            while end < len(tokens) and sentence.tags[end] == "I-ORG" or end == start:
                end += 1
            return end
        return start
    end = start
    while end < len(tokens) and end - start < _COMPLEMENTS:
        token = tokens[end]
        if _is_nationality(token):
            return end + 1
        if token in _STOP_WORDS or not token.startswith("ال") or is_trigger("title", token):
            if token in _PORTFOLIOS:
                end += 1
                continue
            break
        if end > start and not _is_adjective_shaped(token):
            break
        end += 1
    return end


def _is_adjective_shaped(token: str) -> bool:
    """Definite and ending like a relative or plain adjective that agrees with a body's noun."""
    return token.endswith(("ي", "يه", "ه")) or is_trigger("modifier", token)


def _medium(sentence: Sentence, position: int, matches: dict[int, gazetteer.Match]) -> Iterator[Candidate]:
    """The name behind صحيفة, قناة, وكالة …, quoted or not; the head noun stays outside."""
    if not is_trigger("media_head", sentence.tokens[position]):
        return
    tokens = sentence.tokens
    start = position + 1
    if start >= len(tokens):
        return
    if tokens[start] in _QUOTES:
        end = next((place for place in range(start + 2, min(len(tokens), start + 6)) if tokens[place] in _QUOTES), None)
        if end is not None:
            yield Candidate(start + 1, end, 0, Label.ORG, Origin.RULE, 0.93)
        return
    known = matches.get(start)
    if known is not None and known.entry.label == Label.ORG:
        return
    end = start
    while (
        end < len(tokens) and end - start < 3 and _may_name(tokens[end]) and (sentence.tags[end] != "O" or end == start)
    ):
        end += 1
    if end > start and not tokens[start].startswith("ال") and sentence.tags[start] != "O":
        yield Candidate(start, end, 0, Label.ORG, Origin.RULE, 0.85)
