"""How far the phrase around a role or a body goes (المتحدث باسم وزارة الخارجية, مسؤول في الحكومة)."""

from __future__ import annotations

from core.extract.speech.cues import Form, complementizers, speech_words
from core.extract.speech.lexicon import (
    bare,
    head_of,
    is_adjective,
    is_definite,
    is_many,
    is_occasion,
    media,
    speaker_heads,
)
from core.extract.speech.wording import COMMAS, Wording, fold_name
from core.model import Entity, Label

# Of one phrase; appositions come on top.
_LONGEST = 14
_GREAT = ("كبير", "كبيره")
_AFFAIRS = frozenset({"لشوون", "لشيون"})
_WITH_FIELDS = frozenset({"وزير", "وزيره", "وزاره", "لجنه", "هييه"})
ATTACHED = frozenset({"في", "لدي", "علي", "من", "داخل"})


class Extent:
    """Reads phrases of one text; all positions are tokens."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording

    def of(self, token: int, head: str, has_article: bool, kind: str) -> tuple[int, frozenset[str], int | None]:
        """Token behind the phrase, its content words, and the token of the person in apposition."""
        wording, forms = self._wording, self._wording.forms
        words, at, limit = {head}, token + 1, min(len(forms), token + _LONGEST)
        # A head without ال takes one complement: a genitive with ال, a name, or a chain of nouns that ends in one.
        needs = not has_article
        while at < limit:
            form = forms[at]
            if at in wording.names:
                last, entity = wording.names[at]
                clitic = wording.clitic(at)
                if entity.label == Label.PER and not (needs and at == token + 1):
                    is_titled = at - 1 > token and bare(forms[at - 1]) in speaker_heads()
                    if is_titled and not has_article and clitic == "" and ATTACHED & set(forms[token + 1 : at]):
                        words.update(bare(word) for word in fold_name(entity.text).split())
                        at = last  # «مسؤول في إدارة الرئيس …»: not the one who speaks
                        continue
                    is_apposed = clitic == "" and kind.startswith("person")
                    return at, frozenset(words), at if is_apposed else None
                is_inside = clitic == "ب" or (clitic == "" and form.startswith("لل") and not is_medium_name(entity))
                # الأمين العام لحلف …, but not whom he speaks to.
                is_inside = is_inside or (
                    clitic == "ل" and has_article and at > token + 1 and not is_medium_name(entity)
                )
                if not ((clitic == "" and needs and not form.startswith("لل")) or is_inside):
                    break
                words.update(bare(word) for word in fold_name(entity.text).split())
                at, needs = self.behind_alias(last), False
                continue
            if wording.covered[at] or wording.quoted[at] or not form[0].isalpha():
                break
            if head in _WITH_FIELDS and form.startswith("وال") and at > token + 1 and head_of(form, "") is None:
                at += 1  # وزير البيئة والتخطيط العمراني
                continue
            step, still_needs = self._step(token, at, needs, has_article, kind)
            if not step:
                break
            words.update(bare(word) for word in forms[at : at + step])
            at, needs = at + step, still_needs
        person = at + (at < len(forms) and forms[at] in COMMAS)
        # A title may stand between the office and the name: مدير الدفاع المدني اللواء …
        is_title = person < len(forms) and is_definite(forms[person]) and bare(forms[person]) in speaker_heads()
        person += is_title and person + 1 in wording.names
        is_named = person in wording.names and wording.names[person][1].label == Label.PER
        if is_named and kind.startswith("person") and wording.clitic(person) == "":
            return at, frozenset(words), person
        return at, frozenset(words), None

    def _step(self, token: int, at: int, needs: bool, has_article: bool, kind: str) -> tuple[int, bool]:
        """How many tokens at `at` go on with the phrase, and whether it then still needs its complement."""
        wording, forms = self._wording, self._wording.forms
        form = forms[at]
        follows = forms[at + 1] if at + 1 < len(forms) else ""
        goes_on = at + 1 in wording.names or is_definite(follows)
        if form in ("باسم", "باسمه", "باسمها"):
            return 1, form == "باسم"
        if form == "مطلع" and bare(forms[token].lstrip("وف")).startswith("مصدر"):
            return 1, False
        if form in ATTACHED:
            return self._attached(at, kind.startswith("person") and not has_article)
        if at in wording.cue_tokens and wording.cue_tokens[at].form is Form.FINITE and not is_definite(form):
            return 0, needs
        if form in complementizers() or any(
            form in speech_words(kind) for kind in ("preposition", "relative", "connective")
        ):
            return 0, needs
        if form in _AFFAIRS:
            return 1, True
        if form in speech_words("addressee") or (
            form.endswith(("ون", "ين")) and not form.startswith("لل") and not needs and not is_many(forms[token])
        ):
            return 0, needs
        if is_definite(form):
            return int(needs or is_adjective(form)), False
        is_accusative = form.endswith("يا") or (form[-1] == "ا" and form[:-1] in speech_words("adjective"))
        if is_accusative and forms[token].endswith("ا") and not has_article:
            return 1, False  # لكن مسؤولا أمنيا كبيرا قال
        if kind.startswith("body") and form.startswith("ل") and is_definite(follows) and len(form) > 3:
            return 2, False  # المرصد السوري لحقوق الإنسان
        if has_article and not needs and form[0] == "ل" and speaker_heads().get(form[1:], "").startswith("body"):
            return int(goes_on), True  # الأمين العام لحلف الناتو, المدير التنفيذي لشركة …
        if form.startswith("لل"):
            return int((has_article or not needs) and form not in speech_words("addressee")), False
        if has_article and not needs:
            return int(form in speech_words("adjective")), False
        if form in _GREAT and not needs and not is_definite(follows):
            return 1, False  # مسؤول أمريكي كبير, but كبير المفاوضين
        if bare(form) in speaker_heads():
            return int(needs), needs
        # حاكم ولاية تكساس: an adjective of a man would not be feminine.
        is_noun = needs and at + 1 in wording.names and kind == "person_m" and form.endswith("يه")
        if is_adjective(form) and not is_noun:
            return 1, False
        has_pronoun = form.endswith(("ها", "هم", "ه")) and not goes_on
        is_chain = needs and form not in speech_words("filler") and (goes_on or (has_pronoun and at == token + 1))
        return int(is_chain), needs and not has_pronoun

    def behind_alias(self, at: int) -> int:
        """The token behind a second name in brackets, which the phrase runs past: حلف شمال الأطلسي (الناتو)."""
        wording, forms = self._wording, self._wording.forms
        if forms[at : at + 1] != ["("] or at + 1 not in wording.names:
            return at
        last = wording.names[at + 1][0]
        return last + 1 if forms[last : last + 1] == [")"] else at

    def _attached(self, at: int, is_free: bool) -> tuple[int, bool]:
        """مسؤول في الحكومة · مصدر مطلع على الملف · مصدر مقرب من النادي"""
        wording, forms = self._wording, self._wording.forms
        follows = forms[at + 1] if at + 1 < len(forms) else ""
        fits = forms[at] != "علي" or forms[at - 1].startswith("مطلع")
        if fits and forms[at] in ("في", "لدي") and not is_free:
            is_body = speaker_heads().get(follows, "").startswith("body")
            if self._names_person(at + 1 + is_body):
                return 1, True
        if not (fits and is_free) or is_occasion(follows):
            return 0, False
        if follows in speaker_heads():
            return 1, True
        if at + 1 in wording.names:
            is_place = wording.clitic(at + 1) == "" and wording.names[at + 1][1].label != Label.PER
            return int(is_place), True
        return (2, False) if is_definite(follows) else (0, False)

    def _names_person(self, token: int) -> bool:
        """Whether a place or body at `token` leads on to the person: السفير في موسكو جون …"""
        names = self._wording.names
        if token not in names or names[token][1].label == Label.PER:
            return False
        behind = names.get(names[token][0])
        return behind is not None and behind[1].label == Label.PER


def is_medium_name(entity: Entity) -> bool:
    return fold_name(entity.text) in media() or fold_name(entity.text).removeprefix("لل") in {
        bare(name) for name in media()
    }
