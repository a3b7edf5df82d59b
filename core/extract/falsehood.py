"""What is false without anybody calling a report untrue: a thing of that kind («آمال زائفة», «عملية "مفبركة"»)."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.speech.cues import speech_words

_MARKS = frozenset("\"'«»“”‘’")


def tells_of_kind(forms: Sequence[str], index: int) -> bool:
    """Whether the word at `index` (folded, as its neighbours) says what kind of thing the noun before it is."""
    word = forms[index]
    if word.removeprefix("ال") not in speech_words("false"):
        return False
    before = next((forms[i] for i in reversed(range(index)) if forms[i] not in _MARKS), "")
    noun = before.removeprefix("و").removeprefix("ب")
    noun = "ال" + noun[2:] if noun.startswith("لل") else noun
    if noun.startswith("ال") is not word.startswith("ال"):
        return False  # «الهجوم مفبرك»
    noun = noun.removeprefix("ال")
    return noun in speech_words("false_things") or noun.removeprefix("ل") in speech_words("false_things")


_LIES = frozenset(
    ["اكاذيب", "كذب", "كذبه", "اكذوبه", "افتراءات", "افتراء", "خرافات", "خرافه", "تضليل", "تلفيقات", "اضاليل"]
)


def is_made_of(forms: Sequence[str], index: int) -> bool:
    """«اتفاق بني على أكاذيب»: what something stands on is false, and it is there all the same."""
    return index > 0 and forms[index - 1] == "علي" and forms[index].removeprefix("ال") in _LIES


_DESPITE = frozenset(["رغم", "برغم", "الرغم", "بالرغم", "ورغم", "وبرغم", "وبالرغم", "فرغم", "من"])


def is_conceded(forms: Sequence[str], index: int) -> bool:
    """«رغم نفي طهران، وصلت شحنة»: the denial is granted, and what stands behind it is told as a fact."""
    before = forms[max(index - 2, 0) : index]
    return bool(before) and before[-1] in _DESPITE and (before[-1] != "من" or before[0] in _DESPITE - {"من"})
