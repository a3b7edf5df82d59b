"""Events and their mentions, and whether events of two articles are one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntEnum


class Identity(IntEnum):
    """Whether two mentions are one event."""

    DIFFERENT = 0
    UNSURE = 1
    NEAR = 2  # alike in all but the day, and the days lie close together
    SAME = 3


NEAR_DAYS = 2
OLD_DAYS = 7  # before publication, from which a call is background
NEWS_DAYS = 3  # for so long a call is told without its day
CALLS = ("call", "conversation")
# Kinds that may name one contact; everything else compares by its own id.
_ALIKE = {
    frozenset(pair)
    for pair in (
        ("call", "conversation"),
        ("call", "talks"),
        ("summit", "meeting"),
        ("talks", "meeting"),
        ("talks", "conversation"),
        ("summit", "talks"),
    )
}


@dataclass(frozen=True, slots=True)
class Mention:
    """An event word at `word` of clause `clause`, with what stands near it. `when`: inclusive ISO days."""

    clause: int
    word: int
    id: str
    family: str
    when: tuple[str, str] | None
    parties: frozenset[str]
    place: str
    rank: str
    channel: str
    ahead: bool | None
    meeting: bool
    body: str = ""
    definite: bool = False
    apart: bool = False  # told as another one than the article's own
    several: bool = False  # told as more than one («لقاءات رفيعة المستوى»)
    inside: bool = False  # told as that in which its clause happens («…، في مؤتمر بالفيديو»)
    apposed: bool = False  # ranks the event that its clause has just told («سيتحدث مع … في ثاني اتصال»)
    latest: bool = False  # told as the latest of its kind
    former: bool = False  # before or since which its clause tells of another («… منذ التقيا», «بعد أسبوع من قمة»)
    in_it: bool = False  # told as part of the one told last («وتحدث فيها بوتين من مقره»)
    this: bool = False  # pointed at, so that a rank is told of what is known («هذا الاتصال هو الخامس»)
    off: int = 0  # days from what is told before it («وجاء الاجتماع بعد يومين من محادثات»: -2)
    level: str = ""  # the rank of those who meet, see `levels.level_told`
    sentence: int = 0  # where its sentence begins
    dayless: bool = False  # told with nothing but an hour
    teller: str = ""  # the state for which the one speaks who tells of it, "" for none


@dataclass(slots=True, eq=False)
class Happening:
    """One event of one article: what all its mentions say together."""

    id: str
    family: str
    meeting: bool
    ahead: bool | None  # None: the text does not tell
    when: tuple[str, str] | None = None
    parties: frozenset[str] = frozenset()
    place: str = ""
    rank: str = ""
    body: str = ""
    apart: bool = False
    several: bool = False
    latest: bool = False
    level: str = ""
    wished: bool = False  # named only as what may come, without a day
    aside: bool = False  # named only as what came before another («ثاني مكالمة، بعد مكالمة في 7 ديسمبر»)
    sentence: int = 0  # in which it was named last
    channels: set[str] = field(default_factory=set)
    kinds: dict[tuple[int, int], str] = field(default_factory=dict)
    article: list[Happening] = field(default_factory=list, repr=False)  # all events of its article

    def kind_at(self, key: tuple[int, int]) -> str:
        """The kind of event by which the mention at `key` (clause, word) names it."""
        return self.kinds.get(key, self.id)

    def _is_remote(self, mention: Mention) -> bool:
        """Both are contacts at a distance («قمة عبر الفيديو», «مكالمة»), of which «القمة» is said again."""
        again = mention.definite and "video" in self.channels
        return (
            self.family == mention.family == "contact"
            and bool(self.channels or self.id in CALLS)
            and (again or bool(mention.channel or mention.id in CALLS))
        )

    def admits(self, mention: Mention) -> bool:
        """Whether `mention` may be this event: same kind or an alike one, and nothing told that tells them apart."""
        apposed = mention.apposed and self.meeting and self.is_in(mention.clause)  # «سيتصل به … في ثاني قمة»
        if not (alike(self.id, mention.id) or self._is_remote(mention) or apposed):
            return False
        if self.apart is not mention.apart or (self._is_told_beside(mention) and not apposed):
            return False
        if mention.former and self.meeting and self.is_in(mention.clause):
            return False
        if self.several is not mention.several:
            return False
        if self.when and mention.when and not _overlap(self.when, mention.when):
            return False
        ranked = (mention.when and (self.when or mention.channel in self.channels)) or (
            (mention.apposed and self.is_in(mention.clause)) or (mention.this and not self.apart)
        )
        if mention.rank and self.rank != mention.rank and not (ranked and not self.rank):
            return False
        if self.place and mention.place and self.place != mention.place:
            return False
        if self.level and mention.level and self.level != mention.level:
            return False
        if self.body != mention.body and not (self.when and self.when == mention.when):
            return False
        if not self.meeting:
            return True
        told = mention.definite and mention.id == self.id and not mention.ahead  # «المكالمة» once it is over
        if (
            not (self.when and mention.when)
            and None not in (self.ahead, mention.ahead)
            and mention.ahead is not self.ahead
            and not told
        ):
            return False
        if self.channels and mention.channel and mention.channel not in self.channels:
            return False
        if not mention.definite and len(self.parties) >= 2 and not self.parties >= mention.parties:
            return len(mention.parties) >= 2 and len(self.parties & mention.parties) >= 2
        both = len(self.parties) >= 2 and len(mention.parties) >= 2
        return not both or len(self.parties & mention.parties) >= 2

    def is_in(self, number: int) -> bool:
        return any(clause == number for clause, _ in self.kinds)

    def _is_told_beside(self, mention: Mention) -> bool:
        """A call is not the talks in a town, nor what its own clause sets beside it («المكالمة … للمحادثات»)."""
        calls = (self.is_call() or bool(self.channels), mention.id in CALLS or mention.channel != "")
        if calls[0] is calls[1] or (self._is_remote(mention) and mention.channel):
            return False
        if mention.ahead and not calls[1] and not self.ahead:
            return True  # «المحادثات المقبلة» are not the call in which they were spoken of
        if (
            mention.inside
            and not mention.when
            and not (self.place or mention.place)
            and self.parties == mention.parties
        ):
            return False
        talks = mention.when if calls[0] else self.when
        if talks and length(talks) > NEAR_DAYS:
            return True  # «محادثات يناير» are no call
        settled = mention.place or mention.body if calls[0] else self.place or self.body
        return bool(settled) or any(
            clause == mention.clause and (kind in CALLS) is not calls[1] for (clause, _), kind in self.kinds.items()
        )

    def is_call(self) -> bool:
        """Named as a call, or by phone."""
        return self.id in CALLS or "phone" in self.channels

    def is_remote(self) -> bool:
        """Those who take part are not in one place."""
        return self.is_call() or "video" in self.channels

    def add(self, mention: Mention, published: str) -> None:
        """Take up what `mention` tells; the finer time stays, and decides what is ahead of the day of publication."""
        self.sentence = mention.sentence
        self.aside = mention.former and (self.aside or not self.kinds)
        self.kinds[mention.clause, mention.word] = mention.id
        if mention.when and (self.when is None or length(mention.when) < length(self.when)):
            self.when = mention.when
        if len(mention.parties) >= 2 and len(self.parties) < 2:
            self.parties = mention.parties
        self.ahead = is_ahead(self.when, self.ahead if self.ahead is not None else mention.ahead, published)
        self.place = self.place or mention.place
        self.body = self.body or mention.body
        self.rank = self.rank or mention.rank
        self.latest = self.latest or mention.latest
        self.level = self.level or mention.level
        self.wished = not (self.when or mention.definite) and bool(self.ahead) and (self.wished or len(self.kinds) == 1)
        if mention.channel:
            self.channels.add(mention.channel)


def is_ahead(when: tuple[str, str] | None, told: bool | None, published: str) -> bool | None:
    """Whether an event is still to come, by its day where it is told, but for what is of the day of publication."""
    if not when or not published or when[0] <= published <= when[1]:
        return told
    return when[0] > published


def alike(a: str, b: str) -> bool:
    """Whether two kinds of event may name one event."""
    return a == b or frozenset((a, b)) in _ALIKE


def kin(a: Happening, b: Happening) -> bool:
    """Whether two events may be one by their kinds; a summit or a meeting at a distance is a call too."""
    if any(alike(x, y) for x in {a.id, *a.kinds.values()} for y in {b.id, *b.kinds.values()}):
        return True
    return all(h.family == "contact" and (h.channels or h.id in CALLS) for h in (a, b))


def identity(a: Happening | None, b: Happening | None, published: tuple[str, str]) -> Identity:
    """Whether two events, of articles `published` on these days, are one."""
    if a is None or b is None:
        return Identity.UNSURE
    if a is b:
        return Identity.SAME
    if not kin(a, b):
        return Identity.DIFFERENT
    if a.level and b.level and a.level != b.level:
        return Identity.DIFFERENT
    x, y = _days_of(a, published[0]), _days_of(b, published[1])
    one_day = bool(x and y and length(x) <= 1 and length(y) <= 1 and gap_days(x, y) <= 1)
    if a.rank and b.rank and a.rank != b.rank and a.id == b.id and not one_day:
        return Identity.DIFFERENT  # of one day, whichever it is of
    shared = 2 if a.meeting and b.meeting else 1  # those who meet are two; an accident has no sides
    if len(a.parties) >= 2 and len(b.parties) >= 2 and len(a.parties & b.parties) < shared:
        return Identity.DIFFERENT
    if a.meeting and a.place and b.place and a.place != b.place:
        return Identity.DIFFERENT
    if x and y:
        if _overlap(x, y):
            return Identity.SAME
        sharp = length(x) <= NEAR_DAYS and length(y) <= NEAR_DAYS
        near = bool(sharp and a.when and b.when and a.body == b.body) and gap_days(x, y) <= NEAR_DAYS
        near = near and not (_is_told_by(a.article, b) or _is_told_by(b.article, a))
        return Identity.NEAR if near else Identity.DIFFERENT
    if (not x and _had_been(a, published[0], y)) or (not y and _had_been(b, published[1], x)):
        return Identity.DIFFERENT
    if a.meeting and None not in (a.ahead, b.ahead) and a.ahead is not b.ahead:
        first = published[0] if a.ahead else published[1]
        second = published[1] if a.ahead else published[0]
        if not first or not second or second <= first:
            return Identity.DIFFERENT
    return Identity.UNSURE


def _had_been(event: Happening, published: str, days: tuple[str, str] | None) -> bool:
    """What had been when its article appeared is not what was on a later day."""
    return event.meeting and event.ahead is False and bool(published and days) and published[:10] < (days or ("",))[0]


def _days_of(event: Happening, published: str) -> tuple[str, str] | None:
    """When it was; the only call that an article tells as past, without a day, was in the days before.

    So was one of «هذا الشهر», and one beside which the article tells earlier ones of those two only.
    """
    if not published or event.ahead is not False or not event.is_call() or event.apart:
        return event.when
    day = date.fromisoformat(published[:10])
    days = (day - timedelta(days=NEWS_DAYS)).isoformat(), day.isoformat()
    if event.when:
        return days if length(event.when) > OLD_DAYS and _overlap(event.when, days) else event.when
    others = (other for other in event.article if other is not event and (other.is_call() or other.channels))
    calls = (other for other in others if len(other.parties) < 2 or len(other.parties & event.parties) >= 2)
    return days if all(other.when and (other.apart or other.when[1] < days[0]) for other in calls) else None


def _is_told_by(article: Iterable[Happening], told: Happening) -> bool:
    """Whether an article tells the event on its own day too: then what it tells of the day after is another one."""
    return any(
        h.when
        and told.when
        and alike(h.id, told.id)
        and _overlap(h.when, told.when)
        and length(h.when) <= NEAR_DAYS
        and (len(h.parties & told.parties) >= 2 or (h.id == told.id and not (h.parties and told.parties)))
        for h in article
    )


def gap_days(a: tuple[str, str], b: tuple[str, str]) -> int:
    """Days between two disjoint periods; 0 where they overlap."""
    if _overlap(a, b):
        return 0
    first, second = sorted((a, b))
    return (date.fromisoformat(second[0][:10]) - date.fromisoformat(first[1][:10])).days


def _overlap(a: tuple[str, str], b: tuple[str, str]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def length(when: tuple[str, str]) -> int:
    """Days from the first to the last of a period; 0 for one day."""
    return (date.fromisoformat(when[1][:10]) - date.fromisoformat(when[0][:10])).days
