"""Actions that work everywhere in the window."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gui.action_table.spec import Spec

WINDOW: tuple[Spec, ...] = (
    # Project
    Spec("new", QT_TRANSLATE_NOOP("Actions", "New project…"), ("Ctrl+N",), "new"),
    Spec("open", QT_TRANSLATE_NOOP("Actions", "Open project…"), ("Ctrl+O",), "open"),
    Spec("import_files", QT_TRANSLATE_NOOP("Actions", "Add articles…"), ("Ctrl+I",), "add-files", edits=True),
    Spec(
        "import_folder",
        QT_TRANSLATE_NOOP("Actions", "Add a folder of articles…"),
        ("Ctrl+Shift+I",),
        "add-folder",
        edits=True,
    ),
    Spec("paste", QT_TRANSLATE_NOOP("Actions", "Paste as an article…"), ("Ctrl+V",), "", edits=True),
    Spec("samples", QT_TRANSLATE_NOOP("Actions", "Try it with the samples"), (), "claim", edits=True),
    Spec("details", QT_TRANSLATE_NOOP("Actions", "Source, date and title…"), ("Ctrl+D",), edits=True),
    Spec("remove_article", QT_TRANSLATE_NOOP("Actions", "Take the article out of the project"), edits=True),
    Spec("analyze", QT_TRANSLATE_NOOP("Actions", "Read and compare what is new"), ("F9",), "analyze", edits=True),
    Spec("cancel", QT_TRANSLATE_NOOP("Actions", "Stop the work in progress"), ("Ctrl+.",), "stop"),
    Spec("export", QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+E",), "export"),
    Spec("report", QT_TRANSLATE_NOOP("Actions", "Report…"), ("Ctrl+P",), "export"),
    Spec("reveal", QT_TRANSLATE_NOOP("Actions", "Show the project file in its folder"), (), "folder"),
    Spec("backups", QT_TRANSLATE_NOOP("Actions", "Backups…")),
    Spec("preferences", QT_TRANSLATE_NOOP("Actions", "Preferences…"), ("Ctrl+,",)),
    Spec("close", QT_TRANSLATE_NOOP("Actions", "Close"), ("Ctrl+Q",), "close"),
    # Edit
    Spec("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), "undo", edits=True),
    Spec("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", edits=True),
    Spec("find", QT_TRANSLATE_NOOP("Actions", "Find in the article"), ("Ctrl+F",), "find"),
    Spec("find_next", QT_TRANSLATE_NOOP("Actions", "Find next"), ("F3", "Ctrl+G"), "next"),
    Spec("find_previous", QT_TRANSLATE_NOOP("Actions", "Find previous"), ("Shift+F3", "Ctrl+Shift+G"), "previous"),
    Spec("search", QT_TRANSLATE_NOOP("Actions", "Search all articles"), ("Ctrl+Shift+F",), "search"),
    # Moving
    Spec("tab_article", QT_TRANSLATE_NOOP("Actions", "Article"), ("Ctrl+1",)),
    Spec("tab_contradictions", QT_TRANSLATE_NOOP("Actions", "Contradictions"), ("Ctrl+2",)),
    Spec("tab_review", QT_TRANSLATE_NOOP("Actions", "Review"), ("Ctrl+3",)),
    Spec("tab_timeline", QT_TRANSLATE_NOOP("Actions", "Timeline"), ("Ctrl+6",)),
    Spec("tab_overview", QT_TRANSLATE_NOOP("Actions", "Overview"), ("Ctrl+7",)),
    Spec("tab_beside", QT_TRANSLATE_NOOP("Actions", "Side by side"), ("Ctrl+4",)),
    Spec("tab_matrix", QT_TRANSLATE_NOOP("Actions", "Matrix"), ("Ctrl+5",)),
    Spec("next_article", QT_TRANSLATE_NOOP("Actions", "Next article"), ("Ctrl+PgDown",), "next"),
    Spec("previous_article", QT_TRANSLATE_NOOP("Actions", "Previous article"), ("Ctrl+PgUp",), "previous"),
    # Marks
    Spec("names", QT_TRANSLATE_NOOP("Actions", "Names of the project…"), ("Ctrl+M",)),
    # View
    Spec("zoom_in", QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+="), "zoom-in"),
    Spec("zoom_out", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), "zoom-out"),
    Spec("zoom_reset", QT_TRANSLATE_NOOP("Actions", "Usual size of text"), ("Ctrl+0",), "zoom-reset"),
    Spec("show_rejected", QT_TRANSLATE_NOOP("Actions", "Show rejected marks"), ("Ctrl+Shift+R",), "", checkable=True),
    Spec("language_ar", "العربية", (), "", checkable=True, group="language"),
    Spec("language_en", "English", (), "", checkable=True, group="language"),
    Spec("theme_system", QT_TRANSLATE_NOOP("Actions", "As the system"), (), "", checkable=True, group="theme"),
    Spec("theme_light", QT_TRANSLATE_NOOP("Actions", "Light"), (), "", checkable=True, group="theme"),
    Spec("theme_dark", QT_TRANSLATE_NOOP("Actions", "Dark"), (), "", checkable=True, group="theme"),
    Spec("full_screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), ("F11",), "", checkable=True),
    Spec("labels", QT_TRANSLATE_NOOP("Actions", "Labels of the project…"), ("Ctrl+Shift+T",), edits=True),
    # Help
    Spec("palette", QT_TRANSLATE_NOOP("Actions", "Go to anything…"), ("Ctrl+K",), "search"),
    Spec("shortcuts", QT_TRANSLATE_NOOP("Actions", "Change the keys…"), ("Shift+F1",), "keys"),
    Spec("keys", QT_TRANSLATE_NOOP("Actions", "Keys"), ("F1",), "keys"),
    Spec("about", QT_TRANSLATE_NOOP("Actions", "About Mizan"), (), ""),
)
