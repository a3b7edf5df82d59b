"""What is told to be so by a denial that it is not: «نفت القول بأنه لا توجد خطط», «ليس صحيحا أننا لن ننسحب»."""

from __future__ import annotations

from collections.abc import Sequence

_DENIALS = frozenset(
    [
        *("نفي", "نفت", "نفوا", "نفيا", "ينفي", "تنفي", "ينفون", "نافيا", "نافيه", "انكر", "انكرت", "ينكر", "تنكر"),
        *("كذب", "كذبت", "يكذب", "تكذب", "دحض", "دحضت", "فند", "فندت"),
    ]
)
_UNTRUE = frozenset([("لا", "صحه"), ("ليس", "صحيحا"), ("ليس", "صحيح"), ("غير", "صحيح"), ("ليس", "دقيقا")])
_THAT = frozenset(
    [
        *("ان", "انه", "انها", "انهم", "انهما", "اننا", "اني", "انني", "بان", "بانه", "بانها", "بانهم", "بانهما"),
        "باننا",
    ]
)
_AGAIN = frozenset(("لا", "لم", "لن", "ليس", "ليست", "عدم"))
_COMMAS = frozenset("،,؛;.:")
_SAYS = (
    *("وقال", "وتقول", "ويقول", "واكد", "واضاف", "واوضح", "وشدد", "واعلن", "واشار", "وذكر", "وتابع"),
    *("قايل", "موكد", "مضيف", "مشير", "موضح", "مشدد", "معلن"),
)
_THAT_REACH = 9  # words behind a denial within which what is denied begins …
_AGAIN_REACH = 3  # … and from there to what denies it again, over its subject («أن الوزير لم»)


def denied_twice(forms: Sequence[str], inside: range) -> range | None:
    """The words (folded) behind the second negation; None where nothing is denied twice."""
    verb = next((i for i in inside if _denies(forms, i)), None)
    if verb is None or (verb > inside.start and forms[verb - 1] in _AGAIN):
        return None
    near = range(verb + 1, min(verb + 1 + _THAT_REACH, inside.stop))
    that = next((i for i in near if forms[i] in _THAT), None)
    if that is None or any(forms[i] in _COMMAS or forms[i].startswith(_SAYS) for i in range(verb, that)):
        return None  # «نفى ذلك، وقال إنه لم …»
    again = next((i for i in range(that + 1, min(that + 1 + _AGAIN_REACH, inside.stop)) if forms[i] in _AGAIN), None)
    return None if again is None else range(again + 1, inside.stop)


def _denies(forms: Sequence[str], index: int) -> bool:
    plain = forms[index][1:] if forms[index][:1] in ("و", "ف") else forms[index]
    return plain in _DENIALS or forms[index] in _DENIALS or (plain, *forms[index + 1 : index + 2]) in _UNTRUE
