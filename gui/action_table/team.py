"""Actions for several editors: putting projects together, agreement, packets for review, adjudication."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.action_table.spec import Scope, Spec

_CHOICES = (
    QT_TRANSLATE_NOOP("Actions", "Choose the first version"),
    QT_TRANSLATE_NOOP("Actions", "Choose the second version"),
    QT_TRANSLATE_NOOP("Actions", "Choose the third version"),
    QT_TRANSLATE_NOOP("Actions", "Choose the fourth version"),
    QT_TRANSLATE_NOOP("Actions", "Choose the fifth version"),
    QT_TRANSLATE_NOOP("Actions", "Choose the sixth version"),
    QT_TRANSLATE_NOOP("Actions", "Choose the seventh version"),
    QT_TRANSLATE_NOOP("Actions", "Choose the eighth version"),
    QT_TRANSLATE_NOOP("Actions", "Choose the ninth version"),
)

TEAM: tuple[Spec, ...] = (
    Spec("tab_adjudicate", QT_TRANSLATE_NOOP("Actions", "Adjudication"), ("Ctrl+8",)),
    Spec(
        "merge",
        QT_TRANSLATE_NOOP("Actions", "Merge projects…"),
        ("Ctrl+Shift+M",),
        tip=QT_TRANSLATE_NOOP("Actions", "Put colleagues' projects together with this one, or in a new file"),
    ),
    Spec(
        "agreement",
        QT_TRANSLATE_NOOP("Actions", "Agreement of the editors…"),
        ("Ctrl+Shift+A",),
        tip=QT_TRANSLATE_NOOP("Actions", "How far editors agree, and where they do not"),
    ),
    Spec(
        "send_packet",
        QT_TRANSLATE_NOOP("Actions", "Send for review…"),
        ("Ctrl+Shift+P",),
        tip=QT_TRANSLATE_NOOP("Actions", "One file with the chosen pairs and their passages, for a second editor"),
    ),
    Spec(
        "take_packet",
        QT_TRANSLATE_NOOP("Actions", "Take in a returned review packet…"),
        edits=True,
    ),
    Spec("assign_me", QT_TRANSLATE_NOOP("Actions", "I work on these articles"), ("Ctrl+Shift+J",), edits=True),
    Spec("assign", QT_TRANSLATE_NOOP("Actions", "Give these articles to an editor…"), edits=True),
    # Adjudication
    *(
        Spec(f"adjudicate_{at}", text, (str(at),), "", Scope.ADJUDICATE, edits=True)
        for at, text in enumerate(_CHOICES, 1)
    ),
    Spec(
        "adjudicate_other",
        QT_TRANSLATE_NOOP("Actions", "Decide otherwise"),
        ("D",),
        "",
        Scope.ADJUDICATE,
        QT_TRANSLATE_NOOP(
            "Actions", "A verdict that none of the editors gave, another label or other words for a mark"
        ),
        edits=True,
    ),
    Spec("adjudicate_next", QT_TRANSLATE_NOOP("Actions", "Next clash"), ("N", "Space"), "next", Scope.ADJUDICATE),
    Spec("adjudicate_previous", QT_TRANSLATE_NOOP("Actions", "Previous clash"), ("P",), "previous", Scope.ADJUDICATE),
    Spec("adjudicate_open", QT_TRANSLATE_NOOP("Actions", "In its place"), ("B",), "", Scope.ADJUDICATE),
    Spec("adjudicate_settled", QT_TRANSLATE_NOOP("Actions", "Settled ones too"), ("H",), "", Scope.ADJUDICATE),
)
