"""What one reporting word tells, in tokens."""

from __future__ import annotations

from dataclasses import dataclass

from core.extract.speech.contents import Content
from core.extract.speech.cues import Cue
from core.extract.speech.referents import Voice


@dataclass(slots=True)
class Report:
    """Reported speech, in tokens: `token` is the reporting word (-1: none), `begin` where its clause begins.

    `has_subject` where a subject of its own follows the verb; `is_inner` where it stands inside another's clause.
    `parent` is the report whose verb a participle goes with.
    """

    token: int
    cue: Cue | None
    cue_end: int
    content: Content
    voice: Voice | None
    begin: int
    via: str | None = None
    teller: Voice | None = None  # the person who passes it on, and goes on
    has_subject: bool = False
    is_inner: bool = False
    parent: int | None = None
    end: int | None = None  # where it is known before the others are
    ends_early: bool = False  # at the first comma or relative clause
    joined: int = 0  # letters before the reporting word, where there is no cue


@dataclass(slots=True)
class Break:
    """A reporting word without content that still ends what was reported before (…، مطالبا الشعب بـ…)."""

    token: int
    cue: Cue
    parent: int | None
    has_subject: bool = False
