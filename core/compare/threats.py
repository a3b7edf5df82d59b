"""Whether a side threatens others: «لا يهدد أحدا», «ذو طابع دفاعي» against «يشكل تهديدا لجيرانه», «عمل عدواني»."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from core.compare.acts import NAME, words_of
from core.compare.events import NEAR_DAYS, gap_days
from core.compare.items import Item, is_open
from core.compare.outcome import Outcome
from core.compare.spoken_of import WHOLE
from core.compare.words import forms_of, light_words
from core.extract.concepts import nationality, state_names, states
from core.extract.negators import NEGATORS, NOUN_NEGATORS
from core.model import RelationKind, Show
from core.text.stems import bare, variants

THREAT, HARMLESS = "threat", "harmless"
_THREATENS = frozenset(("~هدد", "هدد"))
_DANGERS = frozenset(("تهديد", "تهديدات", "خطر", "مخاطر"))  # a threat only as what something is or amounts to
_IS_ONE = frozenset(
    ("~شكل", "~مثل", "~عتبر", "~عد", "~ري", "يرون", "يراها", "سوي", "مصدر", "بانه", "بانها", "هو", "هي")
)
_FACES = frozenset(("~واجه", "~تعرض", "~جابه", "مواجهه", "درء", "لمواجهه", "ضد"))
_BODES = frozenset(("~نذر",))
_WAS = ("يكون", "تكون", "ليس", "ليست", "كان", "كانت", "يعد", "تعد")
_ATTACKING = frozenset(("عدواني", "عدوانيه", "عدوانيا", "هجومي", "هجوميه", "هجوميا"))
_DEFENDING = frozenset(("دفاعي", "دفاعيه", "دفاعيا"))
# What is called defensive or aggressive where a side's conduct is; weapons, shields and alliances of that kind are not.
_CONDUCT = frozenset(
    [
        *("طابع", "طابعا", "طابعه", "طابعها", "طبيعه", "طبيعته", "طبيعتها", "هدف", "هدفه", "هدفها", "اهداف", "اهدافه"),
        *("اهدافها", "غرض", "اغراض", "لاغراض", "غايات", "نوايا", "نيات", "نواياه", "نواياها", "موقف", "سلوك", "سياسه"),
        *("سلوكه", "سلوكها", "نهج", "نهجها", "وضع", "خطاب", "خطابها", "تجمع", "تجميع", "حضور", "وجود", "تموضع"),
        *("انتشار", "انتشارا", "حشد", "حشود", "تحرك", "تحركات", "عمل", "اعمال", "نشاط", "انشطه", "وضعيه", "امر"),
        *("اجراء", "اجراءات", "تدبير", "تدابير", "خطوه", "خطوات", "مهمه", "مهام", "قوات", "قواتها", "قواته", "وصفها"),
    ]
)
_DIRECTED = frozenset(("موجه", "موجها", "موجهه", "~ستهدف"))  # «غير موجهة ضد أحد»
_ANYBODY = frozenset(("احد", "احدا", "لاحد", "طرف", "دوله", "بلد"))
_WAR = frozenset(("حرب", "قوه", "سلاح", "عدوان", "غزو", "اجتياح", "هجوم", "ضربه", "قصف", "عمل", "عمليه"))
_TURNS = NEGATORS | frozenset(("ليسا", "لسن", "فليس", "وليست", "فليست", "ينفون", "رافضا", "رافضه", "رافضين"))
_REJECTS = frozenset(("~رفض", "~ستبعد", "~صدق"))
_EXCEPT = frozenset(("سوي", "الا"))
_TURN_REACH, _ONE_REACH, _OBJECT_REACH, _NOUN_REACH, _DIRECTED_REACH = 5, 8, 3, 2, 4
_CONDUCT_REACH = 5
_TELLING = frozenset(("threaten", "defence", "attack", "critical"))
_OF_TROOPS = frozenset(("soldier", "mass", "attack", "drill"))
_SCORE = 0.55


def threatening(a: Item, b: Item) -> Outcome | None:
    """One tells that a side threatens others, another voice that it does not or only defends itself; or both do not."""
    x, y = (stance(item) for item in (a, b))
    if not x or not y or x == y == THREAT or not _of_one_side(a, b):
        return None
    if x == y:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, _SCORE, "said_both")
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, _SCORE, "opposites")


def stance(item: Item) -> str:
    """THREAT, HARMLESS, or "" where nothing is told of that."""
    return _told(item.raw.text)[0] if item.kind in WHOLE and is_open(item) and not item.unclear else ""


def of_whom(item: Item) -> frozenset[str]:
    """Of which side it is told; where no side is named, those that the article is about."""
    who = _who(item)
    return frozenset({who}) if who else item.home


def _of_one_side(a: Item, b: Item) -> bool:
    if a.published and b.published and gap_days((a.published,) * 2, (b.published,) * 2) > NEAR_DAYS:
        return False
    same_voice = a.voice == b.voice and a.raw.attribution.speaker == b.raw.attribution.speaker
    if a.claim.article_id == b.claim.article_id and same_voice:
        return False
    x, y = _who(a), _who(b)
    if x and y:
        return x == y
    # «ليس لهذا الانتشار أي طابع دفاعي»: whose it is was told before.
    return any(who and who in other.home and _tells_of_troops(other) for who, other in ((x, b), (y, a)))


def _tells_of_troops(item: Item) -> bool:
    place = next((i for i, one in enumerate(item.acts) if words_of((one,)) & _TELLING), -1)
    return bool(words_of(item.acts[: place + 1]) & _OF_TROOPS)  # «المتحور يشكل تهديدا» is no state's


def _who(item: Item) -> str:
    """The state that is named before what is told of it, else who acts and is not named behind it."""
    if owner := _told(item.raw.text)[1] or (item.agent if item.charge else ""):
        return owner
    places = (i for i, one in enumerate(item.acts) if words_of((one,)) & _TELLING)
    place = next(places, len(item.acts))
    before, behind = _named(item.acts[:place]), _named(item.acts[place:])
    if place == 0 and behind:
        return behind[0]  # «تهدد روسيا جارتها»
    return before[0] if before else item.agent if item.agent not in behind else ""


def _named(acts: Sequence[str]) -> list[str]:
    words = (word[2:].replace("_", " ") for one in acts for word in one.split(" ") if word[1] == NAME)
    return [name for name in words if name in state_names()]


@lru_cache(maxsize=20_000)
def _told(text: str) -> tuple[str, str]:
    """The stance, and the state that is named right behind the words that tell it («التهديد الروسي»), or ""."""
    forms = forms_of(text)
    found: dict[str, str] = {}
    for index, form in enumerate(forms):
        if threatens := _threatens(forms, index):
            found.setdefault(HARMLESS if _is_turned(forms, index) else THREAT, _owner(forms, index))
        elif _is_conduct(forms, index, _DEFENDING):
            found.setdefault(THREAT if _is_turned(forms, index) else HARMLESS, "")
        elif variants(form) & _DIRECTED and not _ANYBODY.isdisjoint(forms[index : index + _DIRECTED_REACH]):
            found.update({HARMLESS: ""} if _is_turned(forms, index) and not threatens else {})
    return next(iter(found.items())) if len(found) == 1 else ("", "")


def _threatens(forms: Sequence[str], index: int) -> bool:
    form = forms[index]
    if form.removeprefix("و").removeprefix("ب").removeprefix("ال").removesuffix("ا") in _DANGERS:
        return _is_danger(forms, index)
    behind = forms[index + 1 : index + 1 + _OBJECT_REACH]
    means = next((word for word in behind if word.startswith("ب") and len(word) > _OBJECT_REACH), "")
    warlike = bool((bare(means) | {means.removeprefix("ب").removeprefix("ال")}) & _WAR)
    if variants(form) & _THREATENS and not form.startswith(("مهدد", "المهدد")):
        return not means or warlike or means.startswith(("بلا", "بلد"))
    if variants(form) & _BODES:
        return warlike
    return _is_conduct(forms, index, _ATTACKING)


def _is_danger(forms: Sequence[str], index: int) -> bool:
    """«تشكل تهديدا لجيرانها», «التهديد الروسي», «ما تفعله موسكو خطر على السلام»; who faces one is no danger."""
    before, behind = forms[max(index - _ONE_REACH, 0) : index], forms[index + 1 : index + 1 + _NOUN_REACH]
    if _owner(forms, index):
        return True
    if any(variants(word) & _FACES or word in _FACES for word in before):
        return False
    if any(variants(word) & _IS_ONE or word in _IS_ONE for word in before):
        return True
    if any(variants(word) & _IS_ONE for word in behind):
        return True  # «الخطر الذي تمثله القوات»
    form = forms[index]
    if form.startswith("بتهديد"):
        return True  # «اتهم روسيا بتهديد جيرانها»
    on_whom = any(word == "علي" or word[:1] == "ل" for word in behind)  # «خطر داهم على أوروبا»
    return bool(before) and not form.removeprefix("و").startswith(("ال", "ب")) and on_whom


def _owner(forms: Sequence[str], index: int) -> str:
    """«التهديد الروسي», «تهديدا روسيا», «تهديدات موسكو», «النهج العدواني لموسكو»."""
    form, behind = forms[index].removeprefix("و").removeprefix("ب"), "".join(forms[index + 1 : index + 2])
    if form.removeprefix("ال").removesuffix("ا") in _DANGERS and (state := nationality(behind)):
        return state
    if form.endswith(("ا", "ات")) and behind in states() and not form.startswith("ال"):
        return states()[behind]
    aggressive = form.removeprefix("ال") in _ATTACKING
    return states().get(behind.removeprefix("ل"), "") if aggressive and behind.startswith("ل") else ""


def _is_conduct(forms: Sequence[str], index: int, adjectives: frozenset[str]) -> bool:
    """«طابع دفاعي», «الانتشار العسكري دفاعي», «لا يمكن أن يكون دفاعيا», «أعمال عدوانية»."""
    form = forms[index].removeprefix("و").removeprefix("ب").removeprefix("ال")
    if form not in adjectives:
        return False
    before = [word for word in forms[max(index - _CONDUCT_REACH, 0) : index] if not nationality(word)][-_NOUN_REACH:]
    if form.startswith("عدواني") or (form.endswith("ا") and any(word.endswith(_WAS) for word in before)):
        return True
    return any(bare(word.removesuffix("نا")) & _CONDUCT or word.removeprefix("ال") in _CONDUCT for word in before)


def _is_turned(forms: Sequence[str], index: int) -> bool:
    """Whether a negator, or a verb that denies, stands near before; «ليس سوى تهديد» is one."""
    before = range(max(index - _TURN_REACH, 0), index)
    if not _EXCEPT.isdisjoint(forms[i] for i in before):
        return False
    return any(_turns(forms[i], index - i) for i in before) or any(_denies(form) for form in forms[:2])


def _turns(form: str, reach: int) -> bool:
    if form in NOUN_NEGATORS:
        return reach <= _NOUN_REACH  # «الحشد غير المبرر يشكل تهديدا»
    return form in _TURNS or bool(variants(form) & _REJECTS) or _denies(form)


def _denies(form: str) -> bool:
    return bool(({form, form.removeprefix("و")} | variants(form)) & light_words("denies"))
