"""Actions on the marks of the article in sight."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.action_table.spec import Scope, Spec

_READER = Scope.READER
READER: tuple[Spec, ...] = (
    # Edit
    Spec("copy", QT_TRANSLATE_NOOP("Actions", "Copy"), ("Ctrl+C",), "copy", _READER),
    # Moving
    Spec("next_mark", QT_TRANSLATE_NOOP("Actions", "Next mark"), ("N", "F4", "Tab"), "next", _READER),
    Spec(
        "previous_mark",
        QT_TRANSLATE_NOOP("Actions", "Previous mark"),
        ("P", "Shift+F4", "Shift+Tab"),
        "previous",
        _READER,
    ),
    Spec(
        "next_undecided",
        QT_TRANSLATE_NOOP("Actions", "Next undecided mark"),
        ("Space", "F8"),
        "next-undecided",
        _READER,
    ),
    Spec(
        "previous_undecided",
        QT_TRANSLATE_NOOP("Actions", "Previous undecided mark"),
        ("Shift+Space", "Shift+F8"),
        "",
        _READER,
    ),
    Spec("cycle", QT_TRANSLATE_NOOP("Actions", "Next mark at this place"), ("M",), "layers", _READER),
    Spec("next_occurrence", QT_TRANSLATE_NOOP("Actions", "Next place that says the same"), ("O", "F7"), "", _READER),
    Spec(
        "previous_occurrence",
        QT_TRANSLATE_NOOP("Actions", "Previous place that says the same"),
        ("Shift+O", "Shift+F7"),
        "",
        _READER,
    ),
    Spec("leave_mark", QT_TRANSLATE_NOOP("Actions", "Leave the mark"), ("Esc",), "", _READER),
    Spec("card", QT_TRANSLATE_NOOP("Actions", "Show what the mark is"), ("I",), "info", _READER),
    # Marks
    Spec("accept", QT_TRANSLATE_NOOP("Actions", "Accept"), ("A", "Return"), "accept", _READER, edits=True),
    Spec("reject", QT_TRANSLATE_NOOP("Actions", "Reject"), ("R",), "reject", _READER, edits=True),
    Spec("delete", QT_TRANSLATE_NOOP("Actions", "Delete"), ("Del", "Backspace"), "delete", _READER, edits=True),
    Spec(
        "accept_name",
        QT_TRANSLATE_NOOP("Actions", "Accept all of this name"),
        ("Shift+A",),
        "accept-all",
        _READER,
        edits=True,
    ),
    Spec("reject_name", QT_TRANSLATE_NOOP("Actions", "Reject all of this name"), ("Shift+R",), "", _READER, edits=True),
    Spec(
        "decide_many",
        QT_TRANSLATE_NOOP("Actions", "Accept or reject many…"),
        ("B",),
        "",
        _READER,
        QT_TRANSLATE_NOOP("Actions", "Decide on all suggestions of a label by their score"),
        edits=True,
    ),
    Spec("apply_all", QT_TRANSLATE_NOOP("Actions", "Mark all occurrences alike"), ("L",), "all", _READER, edits=True),
    Spec("claim", QT_TRANSLATE_NOOP("Actions", "Tag as a claim…"), ("C",), "claim", _READER, edits=True),
    Spec("quote", QT_TRANSLATE_NOOP("Actions", "Mark as a quote"), ("Q",), "quote", _READER, edits=True),
    Spec("note", QT_TRANSLATE_NOOP("Actions", "Write a note…"), ("T",), "note", _READER, edits=True),
    Spec("relate_to", QT_TRANSLATE_NOOP("Actions", "Relate to another passage…"), ("X",), "link", _READER, edits=True),
)
