"""Single words of phrases that speak: heads, adjectives, media; words as `fold` leaves them."""

from __future__ import annotations

import re
from functools import cache

from core.extract.speech.cues import lexicon_rows, speech_words
from core.text.arabic import fold

_NISBA = ("ي", "يه", "يون", "يين", "يان", "يتين", "يات")
# The regular shapes of verbal nouns of derived verbs (forms II to X), folded, with a pronoun or without.
_VERBAL_NOUN = re.compile(
    r"(?:است\w{2,3}ا\w|ا\wت\w?ا\w|ان\w{2}ا[\wء]|ا\w{2}ا[\wء]|ا\wا\w[هت]|ت\w{2}ي\w|ت\w{2}ي[هت]|م\wا\w{2}[هت]|ت\wا\w{2}|ا\w{2}يا\w)"
    r"(?:ه|ها|هم|هما|نا)?"
)


@cache
def speaker_heads() -> dict[str, str]:
    """Folded head → class; the first listing wins."""
    heads: dict[str, str] = {}
    for kind, forms in lexicon_rows("speakers.tsv"):
        for form in forms.split():
            heads.setdefault(fold(form), kind)
    return heads


@cache
def head_forms() -> frozenset[str]:
    """Every folded word with which a phrase without a preposition may start."""
    heads = {article + head for head in speaker_heads() for article in ("", "ال")}
    return frozenset(heads | {conjunction + head for head in heads for conjunction in "وف"})


@cache
def media() -> frozenset[str]:
    """Folded names of news media and networks."""
    names = {fold(name) for row in lexicon_rows("media.tsv") for name in row[0].split("|")}
    return frozenset(names) | speech_words("network")


def bare(form: str) -> str:
    """Without ال."""
    return form[2:] if form.startswith("ال") and len(form) > 4 else form


def is_occasion(form: str) -> bool:
    """Where or how something is said: بيان، المؤتمر، تصريحاته، ردها."""
    if bare(form) in speech_words("occasion"):
        return True
    for pronoun in ("ه", "ها", "هم", "هما"):
        stem = form.removesuffix(pronoun)
        if stem != form and (stem in speech_words("occasion") or stem[:-1] + "ه" in speech_words("occasion")):
            return True
    return False


def is_definite(form: str) -> bool:
    """True for a word with ال that can stand in a name's place."""
    return (
        form.startswith("ال")
        and len(form) > 4
        and form not in speech_words("relative")
        and form not in speech_words("filler")
    )


def is_adjective(form: str) -> bool:
    """A relative adjective (روسي, الأمنية) or one of the listed."""
    if form in speech_words("preposition"):
        return False
    return (len(form) > 3 and form.endswith(_NISBA)) or form in speech_words("adjective")


def head_of(form: str, clitic: str) -> tuple[str, bool, int] | None:
    """The speaking head in a word: (bare head, has ال, letters before it), behind و or ف and then `clitic`."""
    heads = speaker_heads()
    for joined in (0, 1):
        if joined and form[0] not in "وف":
            return None
        rest = form[joined:]
        if clitic == "ل":
            if rest.startswith("لل") and rest[2:] in heads:
                return rest[2:], True, joined + 1
            if rest.startswith("ل") and rest[1:] in heads:
                return rest[1:], False, joined + 1
            continue
        if rest in heads:
            return rest, False, joined
        if rest.endswith("ا") and len(rest) > 3 and rest[:-1] in heads:  # accusative: لكن سفيرا قال
            return rest[:-1], False, joined
        if rest.startswith("ال") and rest[2:] in heads:
            return rest[2:], True, joined
        if (kin := owned(rest)) is not None:
            return kin, True, joined
    return None


def owned(form: str) -> str | None:
    """The kinsman or aide in «شقيقه», «والدته», «محاميها»."""
    for pronoun in ("ها", "هم", "هما", "ه"):
        stem = form.removesuffix(pronoun)
        if stem != form:
            stem = stem[:-1] + "ه" if stem.endswith("ت") else stem
            if stem in speech_words("kin"):
                return stem
    return None


def is_many(form: str) -> bool:
    """False for the heads of one person."""
    return form.endswith(("ون", "ين", "و", "ي", "ا", "اء", "ه", "ات")) or speaker_heads().get(bare(form)) != "person_m"


def is_verbal_noun(form: str) -> bool:
    """A verbal noun, listed or of a regular shape, not after ال."""
    if form in speech_words("content"):
        return True
    for pronoun in ("ه", "ها", "هم", "هما"):
        stem = form.removesuffix(pronoun)
        if stem != form and (
            stem in speech_words("content") or (stem.endswith("ت") and stem[:-1] + "ه" in speech_words("content"))
        ):
            return True
    return not form.startswith("ال") and _VERBAL_NOUN.fullmatch(form) is not None


def is_definite_verbal_noun(form: str) -> bool:
    """A verbal noun behind ال, also of form V (التوصل), which without ال looks like too much else."""
    return form.startswith("ال") and len(form) > 4 and (is_verbal_noun(form[2:]) or (form[2] == "ت" and len(form) == 6))
