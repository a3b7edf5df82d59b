"""What a relative clause tells is of the noun before it, not of the event of the clause."""

from __future__ import annotations

from core.extract.clauses import Clause

_WHICH = frozenset(("الذي", "التي", "اللذين", "اللتين"))
_WHAT = frozenset(("لما", "ما", "بما", "مما", "عما"))
# What stands behind one of these was otherwise («مكالمة عادية، بخلاف ما جرى في 7 ديسمبر»).
_UNLIKE = frozenset(("بخلاف", "خلافا", "عكس", "بعكس", "وبخلاف", "وخلافا", "مقارنه", "قياسا"))
# What is told of a meeting behind a relative clause, not in it.
_TAKES_PLACE = frozenset(
    lead + verb
    for lead in ("", "س")
    for verb in (
        *("يبدا", "تبدا", "ينطلق", "تنطلق", "يعقد", "تعقد", "ينعقد", "تنعقد", "يجري", "تجري"),
        *("يستانف", "تستانف", "يتواصل", "تتواصل", "ينتهي", "تنتهي", "يختتم", "تختتم"),
    )
)
_OWN_WORDS = 3  # words behind an event that may be its own adjectives and names
_ADJECTIVAL = ("ي", "يه", "يين")  # «القمة الأميركية الروسية التي …»


def told_of_another(clause: Clause, event: int, position: int) -> bool:
    """«الاتصال يجري لمواصلة النقاش الذي بدآه في 7 ديسمبر»: what a relative clause tells is of the noun before it."""
    forms = clause.words.forms
    if not _UNLIKE.isdisjoint(forms[event + 1 : position]):
        return True
    if any(forms[i] in _WHAT and forms[i + 1].endswith("ه") for i in range(event + 1, position - 1)):
        return True  # «المحادثة تأتي استكمالا لما ناقشه الرئيسان في 7 ديسمبر»
    which = next((i for i in range(position - 1, event, -1) if forms[i] in _WHICH), 0)
    if any(forms[i] in _TAKES_PLACE for i in range(which + 2, position)):
        return False  # «المحادثات حول الضمانات التي تطلبها موسكو تبدأ الثلاثاء»
    noun = forms[which - 1]
    return which - 1 - event >= _OWN_WORDS and noun.startswith(("ال", "لل", "بال")) and not noun.endswith(_ADJECTIVAL)
