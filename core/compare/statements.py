"""How two statements relate: the same said, denied, left open, or put the other way round."""

from __future__ import annotations

from dataclasses import replace

from core.compare.acts import NAME, NOT, acts_of, against, aims, refused_by, turned_down, words_of
from core.compare.asking import asked_or_not
from core.compare.conditions import conditions_differ
from core.compare.consequences import surely_or_perhaps
from core.compare.deadlines import deadline_or_none
from core.compare.echo_features import overlap
from core.compare.echoes import agreement, echo
from core.compare.escalating import escalating
from core.compare.events import NEAR_DAYS, Identity, gap_days
from core.compare.items import Item, is_open
from core.compare.later import came_later
from core.compare.loaded import named_otherwise
from core.compare.opposed import denies_asking, opposed, turned
from core.compare.outcome import (
    Outcome,
    Weights,
    asserts,
    same_event,
    similarity,
    speakers_apart,
    told_of_one_day,
    told_parties,
)
from core.compare.page import RESULTS
from core.compare.pledges import PLEDGE, granted, kept, one_pledge, promise_denied, undertaking
from core.compare.proposals import done_or_coming, proposed_by_another
from core.compare.raising import raised_or_not
from core.compare.relate import probabilities
from core.compare.sanctions import sanctions_differ, threat_denied
from core.compare.standing_disputes import gone_home, hacking, posted_or_not, siding
from core.compare.steps import one_step
from core.compare.telling_apart import counts_otherwise, of_other_arms, same_event_differs, same_when, told_apart
from core.compare.threats import threatening
from core.compare.undertakings import undertaken_or_not, undertakes_it
from core.compare.unsaid import one_passes_over, passes_over, told_open
from core.extract.compounds import SIDING
from core.extract.concepts import event_kinds, state_names
from core.model import ClaimKind, Modality, Polarity, RelationKind, Show

_ALIKE_CLAUSES = 0.34  # similarity from which two clauses speak of one thing
_SAME_CLAUSES = 0.5  # … and from which they say the same
_COVERED = 0.5  # share of either one's words that the other tells too, from which they say the same, whatever else
_SHARED_WORDS = 0.9  # weight of the words, beside event and parties, that two statements must share
_NEGATED_CLAUSES = 0.75  # … and from which a negation makes them contradict each other
_NEGATED_WORDS = 2.0
_SAID = 1.2  # weight of the words that an assertion and a denial of one event must share
_VOTE = 0.25  # share of the model of sentence pairs in a score that words alone decide
_ANSWER_REACH = 250  # code points from what is told to who denies it
_ANOTHER = "جدد"  # the root of what is new
_COMPANY = 4  # states that two statements must name to tell of one company
_DAYS_OF_ONE_MATTER = 10  # between the articles of which one takes back what the other tells of an accident, a vote
_TOLLS = {"death": "kill", "injury": "injure"}  # event → what is denied where it is
_ATTACK, _NO_DEED = "attack", frozenset(("", "massing"))
_INTENT = frozenset(("want", "decide", "expect"))
_BY_ONE_SIDE = frozenset(("attack", "cyber"))
_LONG = 30  # days between two times, from which they are of two things
_COMMITTED = (Modality.ASSERTED, Modality.PLANNED, Modality.DEMANDED)
_REVERSE = ({"up", "down"}, {"better", "worse"})
_SURE = 0.6  # chance from which words outweigh that two events were read
_OUTVOTED = 0.15  # below this chance the model vetoes it


def propositions(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """Whether it is so: asserted by both, denied by both, asserted and denied, left open by one, or not yet so."""
    told = _propositions(a, b, weights)
    return came_later(a, b, told) or told


def _propositions(a: Item, b: Item, weights: Weights) -> Outcome | None:
    if one_passes_over(a, b) and (unsaid := passes_over(a, b, weights)):
        return unsaid
    if (stationed := posted_or_not(a, b)) and stationed.show is Show.CHECK:
        return stationed
    if a.event == b.event == SIDING:
        return siding(a, b)
    told = sanctions_differ(a, b) or conditions_differ(a, b) or threatening(a, b) or escalating(a, b)
    if told := told or deadline_or_none(a, b):
        return told
    if PLEDGE in (a.event, b.event) and (undone := kept(a, b)):
        return undone
    if (a.meant or b.meant) and (denied := promise_denied(a, b)) is not None:
        return denied
    if PLEDGE in (a.event, b.event) and (given := granted(a, b)):
        return given
    if a.event == b.event == PLEDGE and a.raw.polarity is not b.raw.polarity and not one_pledge(a, b):
        return undertaken_or_not(a, b) if _of_one_matter(a, b) else None
    alike = a.raw.polarity is b.raw.polarity is Polarity.DENIED
    if alike and a.event == b.event and a.event in _BY_ONE_SIDE and a.agent and b.agent and a.agent != b.agent:
        return None  # each side says that it plans none
    if alike and PLEDGE in (a.event, b.event) and _of_one_matter(a, b) and (meant := undertaking(a, b)):
        return meant
    told = _told(a, b, weights)
    sure = told is not None and told.show is Show.CONFLICT
    if not sure and _of_one_matter(a, b) and (undertaken := threat_denied(a, b) or undertaken_or_not(a, b)):
        return undertaken
    if told is not None and (told.show is not Show.AGREE or alike):
        return told
    otherwise = named_otherwise(a, b) or surely_or_perhaps(a, b) or raised_or_not(a, b, weights) or asked_or_not(a, b)
    if not otherwise and _of_one_matter(a, b):
        otherwise = opposed(a, b, weights) or undertaking(a, b) or proposed_by_another(a, b) or done_or_coming(a, b)
        otherwise = otherwise or told or _in_one_company(a, b)
    otherwise = otherwise or gone_home(a, b) or hacking(a, b)
    found = otherwise or told or stationed or _echoed(a, b, weights)
    portions = any((of, not every) in b.portions for of, every in a.portions)
    if found is None or found.show is not Show.AGREE or not portions:
        return found
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.55, "portion_differs")  # «جميع …», «معظم …»


def _in_one_company(a: Item, b: Item) -> Outcome | None:
    """«تحدث مع زعماء فرنسا وألمانيا وإيطاليا وبريطانيا», «أطلع قادة … على فحوى المحادثات»: the same take part."""
    kinds = event_kinds()
    both = [item.parties & state_names() for item in (a, b)]
    contacts = all(item.event and kinds[item.event].family == "contact" and asserts(item) for item in (a, b))
    if not contacts or len(both[0] & both[1]) < _COMPANY or len(both[0] ^ both[1]) > 1:
        return None
    return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.55, "said_both")


def _echoed(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """The same in other words; what was gathered around two events is told apart by less than the words themselves."""
    if told_apart(a, b):
        return None
    told = echo(a, b, weights)
    if told is None:
        return None if against(a.acts, b.acts) else one_step(a, b)
    apart = (same_event_differs(a, b) and not told_of_one_day(a, b)) or not same_when(a, b)
    return told if not apart or told.score >= _SURE else None


def _of_one_matter(a: Item, b: Item) -> bool:
    """Two voices, in articles of about one day on one state, and nothing says that they tell of two events."""
    demanded = Modality.DEMANDED in (a.raw.modality, b.raw.modality)
    asked = (a.proposer and b.proposer) or denies_asking(a) or denies_asking(b)  # both tell who does, or nobody did
    if demanded and a.raw.modality is not b.raw.modality and not asked:
        return False
    if a.claim.article_id == b.claim.article_id and not speakers_apart(a, b):
        return False
    gap = gap_days((a.published,) * 2, (b.published,) * 2) if a.published and b.published else 0
    if gap > (_DAYS_OF_ONE_MATTER if _is_taken_back(a, b) else NEAR_DAYS):
        return False
    if not same_when(a, b) or _of_other_times(a, b) or (same_event_differs(a, b) and not _of_what_comes(a, b)):
        return False
    if a.parties & b.parties or a.home & b.home or not (a.home and b.home):
        return True
    return any(word[0] == NAME for word in words_of(a.acts) & words_of(b.acts))


def _is_taken_back(a: Item, b: Item) -> bool:
    """One denies, inside one state, what the other tells; what states say to each other is other news in a week."""
    return a.raw.polarity is not b.raw.polarity and not (a.parties | b.parties) & state_names()


def _of_what_comes(a: Item, b: Item) -> bool:
    """«لم يتفقا على استئناف المشاورات», «اتفقا على أن تستأنف في يناير»: the meeting is told by one only, and ahead; so
    is one that is agreed to, or not."""
    if undertakes_it(a) and undertakes_it(b):
        return _parties_fit(a, b)
    planned = [item.raw.modality is Modality.PLANNED for item in (a, b)]
    return planned[0] is not planned[1] and bool(turned(a.acts, b.acts))


def _of_other_times(a: Item, b: Item) -> bool:
    """One tells of long before, the other of now or of another time; who takes back what is told need not tell when."""
    x, y = (item.spell or (item.published, item.published) for item in (a, b))
    past = any(item.spell and item.spell[1] < item.published for item in (a, b))
    past = past and (a.raw.polarity is b.raw.polarity or bool(a.spell and b.spell))
    return past and bool(x[0] and y[0]) and gap_days(x, y) > _LONG


def _told(a: Item, b: Item, weights: Weights) -> Outcome | None:
    demand = a.raw.modality is b.raw.modality is Modality.DEMANDED  # «طلبت مساعدات» and «لم تطلب مساعدات»
    if not demand and not (is_open(a) and is_open(b)):
        return None
    close = similarity(a, b, weights)
    said = weights.of(a.told & b.told)
    disputed = not demand and _one_dispute(a, b)
    if a.unclear and b.unclear and _asks_of_plan(a) and _asks_of_plan(b) and a.home & b.home:
        return told_open(a, b)
    if a.unclear != b.unclear:
        if (disputed or _is_of_intent(a, b)) and _speaks_of_plan(a, b) and not _said_in_one_breath(a, b):
            return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.62, "certainty_differs")
        return None
    if a.raw.polarity is not b.raw.polarity:
        if a.unclear or (not disputed and against(a.acts, b.acts) and not turned(a.acts, b.acts)):
            return None
        alike = (
            not demand
            and close >= _NEGATED_CLAUSES
            and said >= _NEGATED_WORDS
            and a.agent == b.agent
            and _parties_fit(a, b)
        )
        if disputed or (alike and same_when(a, b) and not a.unclear):
            return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.8 if disputed else 0.55, "denied_asserted")
        return _perhaps_denied(a, b, close, said)
    if not disputed and (not _parties_fit(a, b) or same_event_differs(a, b)):
        return None
    if a.cause and b.cause and _of_one_news(a, b) and a.event == b.event:
        if a.cause & b.cause:
            return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "said_both")
        return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.55, "causes_differ")
    if a.raw.polarity is Polarity.DENIED:
        if disputed or close >= _SAME_CLAUSES:
            return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.78, "denied_both")
        return None
    if a.trends and b.trends and a.event == b.event:
        if not a.trends & b.trends:
            return _opposite_trends(a, b, close, said)
        if len(a.parties & b.parties) >= 2:
            return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.62, "said_both")
    if a.trends | b.trends in _REVERSE and not a.trends & b.trends and close >= _ALIKE_CLAUSES:
        return _reversed(a, b)
    if a.agent and b.agent and a.agent != b.agent:
        return None
    if disputed or (close >= _ALIKE_CLAUSES and said >= _SHARED_WORDS):
        if a.days and b.days and (gap := gap_days(a.days, b.days)):
            return _on_other_days(a, b, gap) if close >= _SAME_CLAUSES and said >= _SAID else None
        if not disputed and counts_otherwise(a, b):
            return None
        x, y = acts_of(a.acts), acts_of(b.acts)
        if not a.event and not b.event and x and y and not x & y:
            return None  # of the same people and things other acts are told
        if not disputed and overlap(a, b, weights)[1] < _COVERED:
            return agreement(a, b, weights)
        longer = max(len(a.own), len(b.own)) > 1.6 * min(len(a.own), len(b.own))
        kind = RelationKind.REFINES if longer else RelationKind.CORROBORATES
        return Outcome(kind, Show.AGREE, 0.4 + 0.5 * close, "said_both")
    return None


def _on_other_days(a: Item, b: Item, gap: int) -> Outcome | None:
    """One thing told of two days close together; further apart they are two things."""
    if gap > NEAR_DAYS or not _of_one_news(a, b):
        return None
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.5, "time_near", "", {"days": str(gap)})


def _opposite_trends(a: Item, b: Item, close: float, said: float) -> Outcome | None:
    """«ارتفعت الأسعار» and «انخفضت الأسعار», said of one day; elsewhere one may hope for what the other says is not."""
    if (
        close < _SAME_CLAUSES
        or said < _SHARED_WORDS
        or not (asserts(a) and asserts(b))
        or len(a.trends | b.trends) != 2
    ):
        return None
    if a.published != b.published or not same_when(a, b) or aims(a.acts) or aims(b.acts):
        return None  # «تدهورت العلاقات», «السعي إلى تحسين العلاقات»
    return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.55, "trends_differ")


def _reversed(a: Item, b: Item) -> Outcome | None:
    """«ارتفع خام برنت»، «انخفض خام برنت», of no event that is known to be one."""
    if not _of_one_news(a, b) or turned_down(a.acts) & turned_down(b.acts):
        return None  # «خلا من أي مؤشر على تقارب», «ساد التوتر»
    return _voted(a, b, "disagree", Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.5, "opposites"))


def _said_in_one_breath(a: Item, b: Item) -> bool:
    """«تشير المعلومات إلى استعدادات، لكن من غير الواضح هل اتخذ القرار»: one voice tells what is open beside it."""
    near = abs(a.raw.start - b.raw.start) <= _ANSWER_REACH
    return near and a.claim.article_id == b.claim.article_id and not speakers_apart(a, b)


def _perhaps_denied(a: Item, b: Item, close: float, said: float) -> Outcome | None:
    """One negates the very word by which the other says it («السد لم ينهر»، «انهار السد»): to be looked at."""
    denied, told = (a, b) if a.raw.polarity is Polarity.DENIED else (b, a)
    if turned_down(a.acts) & turned_down(b.acts) and PLEDGE not in (a.event, b.event):
        return None  # «لا تقبل بلاده لغة التهديد», «ترفض موسكو لغة التهديد»
    if refused_by(told.acts) & turned_down(denied.acts):
        return None  # «ترفض الانسحاب», «لن تنسحب»
    if of_other_arms(a, b):
        return None
    same = bool(a.event) and a.event == b.event
    if same and "m" in event_kinds()[a.event].flags and same_event(a, b) <= Identity.UNSURE:
        return None  # «لم يلتقيا في روما»: of another meeting
    predicate = bool(denied.negated & (told.own | told.events)) if denied.negated else same
    alike = (close >= _SAME_CLAUSES and said >= _SHARED_WORDS) or (
        same and close >= _ALIKE_CLAUSES and said >= (_SHARED_WORDS if denied.frame else _SAID)
    )
    subject = bool((denied.subject - denied.negated) & told.own)
    negated = same and a.event in denied.negated
    acted = negated and "" != a.agent == b.agent  # «لم تسحب روسيا …»، «روسيا سحبت …»
    answered = same and bool(denied.frame) and _is_answer(denied, told)
    if not predicate or not (alike or subject or acted or answered) or not _of_one_news(a, b):
        return None
    if not any(word[0] != NAME for word in words_of(a.acts) & words_of(b.acts)):
        return None
    about = denied.negated | denied.subject | {denied.event}
    x, y = (words_of(item.acts) - about for item in (denied, told))
    if x and y and not x & y and not speakers_apart(a, b):  # «لم يقصف المستشفى»، «قصف مخازن السلاح»
        return None
    outcome = Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.55, "denied_perhaps")
    sure = acted or answered or (subject and (alike or negated))
    return _voted(a, b, "disagree", outcome, veto=not sure)


def _is_answer(denied: Item, told: Item) -> bool:
    """«قالت الشرطة إن القبطان اعتقل، لكن محاميه نفى توقيفه»: what is denied was told right before, no meeting."""
    near = 0 < denied.raw.start - told.raw.start <= _ANSWER_REACH
    return near and denied.claim.article_id == told.claim.article_id and "m" not in event_kinds()[told.event].flags


def _of_one_news(a: Item, b: Item) -> bool:
    """Both assert, in articles of about one day on one state, and one voice of one article is not heard twice."""
    # Not to have promised a thing is against who says that it will come.
    x, y = (Modality.PLANNED if item.event == PLEDGE else item.raw.modality for item in (a, b))
    if x is not y or x not in _COMMITTED:
        return False
    if a.claim.article_id == b.claim.article_id and not speakers_apart(a, b):
        return False
    if a.published and b.published and gap_days((a.published, a.published), (b.published, b.published)) > NEAR_DAYS:
        return False
    if a.agent and b.agent and a.agent != b.agent:
        return False
    others = [item.parties - {item.agent, item.voice} for item in (a, b)]  # «لم تر واشنطن أي انسحاب روسي»
    fit = not all(others) or bool(others[0] & others[1]) if a.agent and b.agent else _parties_fit(a, b)
    return fit and bool(a.home & b.home or not (a.home and b.home))


def _voted(a: Item, b: Item, stance: str, outcome: Outcome, *, veto: bool = True) -> Outcome | None:
    """The score moved by what the model of sentence pairs says; where it is sure of the reverse, nothing is shown."""
    chances = probabilities(a.raw.text, b.raw.text)
    if veto and chances[stance] < _OUTVOTED:
        return None
    return replace(outcome, score=(1 - _VOTE) * outcome.score + _VOTE * chances[stance])


def _one_dispute(a: Item, b: Item) -> bool:
    """Both speak of one disputed event with one agent (an attack by one state, not by another)."""
    kinds = event_kinds()
    shared = a.event if a.event == b.event else ""
    if not shared or "d" not in kinds[shared].flags or a.supposed or b.supposed:
        return False
    if shared == PLEDGE:
        return one_pledge(a, b)
    if a.agent and b.agent and a.agent != b.agent:
        return False
    if shared in RESULTS and (_ANOTHER in a.roots) is not (_ANOTHER in b.roots):  # «ضحايا جدد»
        return False
    if shared in _TOLLS and a.raw.polarity is not b.raw.polarity and not (_denies_toll(a) or _denies_toll(b)):
        return False
    if any(
        x.agent and not y.agent and len(told_parties(y)) > 1 and x.agent not in told_parties(y)
        for x, y in ((a, b), (b, a))
    ):
        return False
    if not a.parties & b.parties and len(told_parties(a) & told_parties(b)) < 2 and not _at_home(a, b):
        return False
    planned = {i.raw.kind for i in (a, b)} == {ClaimKind.POLARITY}
    return planned and same_when(a, b)


def _denies_toll(item: Item) -> bool:
    """«لم يسقط قتلى»; «لم تعرف البلاد زلزالا كهذا منذ الذي قتل 17 ألفا» denies no dead."""
    not_so = f"{NOT}{_TOLLS[item.event]}"
    return item.rebuts or item.event in item.negated or any(not_so in told.split(" ") for told in item.acts)


def _at_home(a: Item, b: Item) -> bool:
    """A matter of the states on which both articles are («تزوير الانتخابات»): one statement at least names none."""
    return bool(a.home & b.home) and not (a.parties & state_names() and b.parties & state_names())


def _asks_of_plan(item: Item) -> bool:
    """Of what is left open: whether somebody has decided, or will attack."""
    return item.event == "attack" or "decide" in item.own


def _is_of_intent(a: Item, b: Item) -> bool:
    """«لا نعرف نوايا بوتين», «ما الذي تنوي موسكو فعله»: nobody knows what that side wants which the other tells to
    plan an attack."""
    open_, told = (a, b) if a.unclear else (b, a)
    if told.event != _ATTACK or told.kind is not ClaimKind.POLARITY or open_.event not in _NO_DEED:
        return False
    words = words_of(open_.acts)
    intends = not _INTENT.isdisjoint(words) and f"{NAME}{told.agent.replace(' ', '_')}" in words
    near = not (a.published and b.published) or gap_days((a.published,) * 2, (b.published,) * 2) <= NEAR_DAYS
    return intends and near and bool(told.agent) and open_.voice != told.agent


def _speaks_of_plan(a: Item, b: Item) -> bool:
    settled = a if b.unclear else b
    return settled.raw.polarity is Polarity.AFFIRMED


def _parties_fit(a: Item, b: Item) -> bool:
    """Relations between one pair of states are not those between another."""
    if len(a.parties) >= 2 and len(b.parties) >= 2:
        return len(a.parties & b.parties) >= 2
    return not (a.parties and b.parties) or bool(a.parties & b.parties)
