"""Every action of the window in one table: its words, its keys, its drawing. Menus and toolbars are built from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from gui import theme


class Scope(Enum):
    """Where the keys of an action work. Single letters belong to one view, so that typing elsewhere stays typing."""

    WINDOW = auto()
    READER = auto()
    COMPARE = auto()  # the panel of contradictions
    SEARCH = auto()
    BESIDE = auto()
    MATRIX = auto()
    REVIEW = auto()
    CHART = auto()  # timeline and overview


@dataclass(frozen=True, slots=True)
class Spec:
    """One action. `keys` in Qt's portable notation; the first is shown. `text` is the tooltip too, unless `tip` is."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    scope: Scope = Scope.WINDOW
    tip: str = ""
    checkable: bool = False
    group: str = ""  # of which one is checked
    edits: bool = False  # changes the project: off while it is read-only


_READER = Scope.READER
SPECS: tuple[Spec, ...] = (
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
    Spec("details", QT_TRANSLATE_NOOP("Actions", "Source, date and title…"), ("Ctrl+D",), edits=True),
    Spec("remove_article", QT_TRANSLATE_NOOP("Actions", "Take the article out of the project"), edits=True),
    Spec("analyze", QT_TRANSLATE_NOOP("Actions", "Read and compare what is new"), ("F9",), "analyze", edits=True),
    Spec("cancel", QT_TRANSLATE_NOOP("Actions", "Stop the work in progress"), ("Ctrl+.",), "stop"),
    Spec("export", QT_TRANSLATE_NOOP("Actions", "Export…"), ("Ctrl+E",), "export"),
    Spec("report", QT_TRANSLATE_NOOP("Actions", "Report…"), ("Ctrl+P",), "export"),
    Spec("reveal", QT_TRANSLATE_NOOP("Actions", "Show the project file in its folder"), (), "folder"),
    Spec("preferences", QT_TRANSLATE_NOOP("Actions", "Preferences…"), ("Ctrl+,",)),
    Spec("close", QT_TRANSLATE_NOOP("Actions", "Close"), ("Ctrl+Q",), "close"),
    # Edit
    Spec("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",), "undo", edits=True),
    Spec("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", edits=True),
    Spec("copy", QT_TRANSLATE_NOOP("Actions", "Copy"), ("Ctrl+C",), "copy", _READER),
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
    Spec("apply_all", QT_TRANSLATE_NOOP("Actions", "Mark all occurrences alike"), ("L",), "all", _READER, edits=True),
    Spec("claim", QT_TRANSLATE_NOOP("Actions", "Tag as a claim…"), ("C",), "claim", _READER, edits=True),
    Spec("quote", QT_TRANSLATE_NOOP("Actions", "Mark as a quote"), ("Q",), "quote", _READER, edits=True),
    Spec("names", QT_TRANSLATE_NOOP("Actions", "Names of the project…"), ("Ctrl+M",)),
    Spec("note", QT_TRANSLATE_NOOP("Actions", "Write a note…"), ("T",), "note", _READER, edits=True),
    Spec("relate_to", QT_TRANSLATE_NOOP("Actions", "Relate to another passage…"), ("X",), "link", _READER, edits=True),
    # Contradictions
    Spec(
        "verdict_contradiction",
        QT_TRANSLATE_NOOP("Actions", "Contradiction"),
        ("1",),
        "",
        Scope.COMPARE,
        QT_TRANSLATE_NOOP("Actions", "Both cannot be true"),
        checkable=True,
        edits=True,
    ),
    Spec(
        "verdict_compatible",
        QT_TRANSLATE_NOOP("Actions", "Compatible"),
        ("2",),
        "",
        Scope.COMPARE,
        QT_TRANSLATE_NOOP("Actions", "Both can be true"),
        checkable=True,
        edits=True,
    ),
    Spec(
        "verdict_update",
        QT_TRANSLATE_NOOP("Actions", "Update"),
        ("3",),
        "",
        Scope.COMPARE,
        QT_TRANSLATE_NOOP("Actions", "The later one replaces the earlier"),
        checkable=True,
        edits=True,
    ),
    Spec(
        "verdict_different",
        QT_TRANSLATE_NOOP("Actions", "Different event"),
        ("4",),
        "",
        Scope.COMPARE,
        QT_TRANSLATE_NOOP("Actions", "They do not speak of the same thing"),
        checkable=True,
        edits=True,
    ),
    Spec("verdict_clear", QT_TRANSLATE_NOOP("Actions", "Take the verdict back"), ("0",), "", Scope.COMPARE, edits=True),
    Spec("next_relation", QT_TRANSLATE_NOOP("Actions", "Next undecided pair"), ("Space", "N"), "next", Scope.COMPARE),
    Spec(
        "review_pairs",
        QT_TRANSLATE_NOOP("Actions", "Review one by one"),
        ("R",),
        "",
        Scope.COMPARE,
        QT_TRANSLATE_NOOP("Actions", "Go through these pairs one at a time, large, with one key each"),
    ),
    Spec(
        "previous_relation", QT_TRANSLATE_NOOP("Actions", "Previous undecided pair"), ("P",), "previous", Scope.COMPARE
    ),
    Spec(
        "rename_question",
        QT_TRANSLATE_NOOP("Actions", "Question in other words…"),
        ("F2",),
        "",
        Scope.COMPARE,
        edits=True,
    ),
    Spec(
        "merge_questions",
        QT_TRANSLATE_NOOP("Actions", "Merge with other questions…"),
        (),
        "",
        Scope.COMPARE,
        edits=True,
    ),
    Spec("split_question", QT_TRANSLATE_NOOP("Actions", "Split the question…"), (), "", Scope.COMPARE, edits=True),
    Spec(
        "restore_question",
        QT_TRANSLATE_NOOP("Actions", "Question as the comparison found it"),
        (),
        "",
        Scope.COMPARE,
        edits=True,
    ),
    Spec(
        "remove_relation",
        QT_TRANSLATE_NOOP("Actions", "Remove the relation drawn by hand"),
        ("Del",),
        "delete",
        Scope.COMPARE,
        edits=True,
    ),
    # Review: verdicts by figures, reasons by the row of letters below them
    Spec(
        "review_contradiction",
        QT_TRANSLATE_NOOP("Actions", "Contradiction"),
        ("1",),
        "",
        Scope.REVIEW,
        tip=QT_TRANSLATE_NOOP("Actions", "Both cannot be true"),
        edits=True,
    ),
    Spec(
        "review_compatible",
        QT_TRANSLATE_NOOP("Actions", "Compatible"),
        ("2",),
        "",
        Scope.REVIEW,
        tip=QT_TRANSLATE_NOOP("Actions", "Both can be true"),
        edits=True,
    ),
    Spec(
        "review_update",
        QT_TRANSLATE_NOOP("Actions", "Update"),
        ("3",),
        "",
        Scope.REVIEW,
        tip=QT_TRANSLATE_NOOP("Actions", "The later one replaces the earlier"),
        edits=True,
    ),
    Spec(
        "review_different",
        QT_TRANSLATE_NOOP("Actions", "Different event"),
        ("4",),
        "",
        Scope.REVIEW,
        tip=QT_TRANSLATE_NOOP("Actions", "They do not speak of the same thing"),
        edits=True,
    ),
    Spec("review_clear", QT_TRANSLATE_NOOP("Actions", "Take the verdict back"), ("0",), "", Scope.REVIEW, edits=True),
    Spec("reason_scope", QT_TRANSLATE_NOOP("Actions", "Reason: different scope"), ("Q",), "", Scope.REVIEW, edits=True),
    Spec("reason_date", QT_TRANSLATE_NOOP("Actions", "Reason: different date"), ("W",), "", Scope.REVIEW, edits=True),
    Spec("reason_unit", QT_TRANSLATE_NOOP("Actions", "Reason: different unit"), ("E",), "", Scope.REVIEW, edits=True),
    Spec("reason_rounding", QT_TRANSLATE_NOOP("Actions", "Reason: rounding"), ("R",), "", Scope.REVIEW, edits=True),
    Spec(
        "reason_quotes_other",
        QT_TRANSLATE_NOOP("Actions", "Reason: one quotes the other"),
        ("Y",),
        "",
        Scope.REVIEW,
        edits=True,
    ),
    Spec(
        "reason_translation",
        QT_TRANSLATE_NOOP("Actions", "Reason: slip of translation"),
        ("U",),
        "",
        Scope.REVIEW,
        edits=True,
    ),
    Spec("reason_wording", QT_TRANSLATE_NOOP("Actions", "Reason: wording"), ("I",), "", Scope.REVIEW, edits=True),
    Spec("reason_other", QT_TRANSLATE_NOOP("Actions", "Reason: another one"), ("O",), "", Scope.REVIEW, edits=True),
    Spec("review_note", QT_TRANSLATE_NOOP("Actions", "Write a note"), ("T",), "note", Scope.REVIEW, edits=True),
    Spec(
        "review_next",
        QT_TRANSLATE_NOOP("Actions", "Next pair"),
        ("Space", "Return", "Enter"),
        "next",
        Scope.REVIEW,
        tip=QT_TRANSLATE_NOOP("Actions", "On to the next undecided pair"),
    ),
    Spec(
        "review_previous",
        QT_TRANSLATE_NOOP("Actions", "Previous pair"),
        ("P", "Shift+Space", "Backspace"),
        "previous",
        Scope.REVIEW,
        tip=QT_TRANSLATE_NOOP("Actions", "Back to the pair before, decided or not"),
    ),
    Spec(
        "review_skip",
        QT_TRANSLATE_NOOP("Actions", "Skip"),
        ("S",),
        "",
        Scope.REVIEW,
        tip=QT_TRANSLATE_NOOP("Actions", "Leave this pair for later"),
    ),
    Spec("review_filter", QT_TRANSLATE_NOOP("Actions", "Filter the pairs"), ("F",), "find", Scope.REVIEW),
    Spec("review_views", QT_TRANSLATE_NOOP("Actions", "Views: filters kept under a name"), ("V",), "", Scope.REVIEW),
    Spec("review_beside", QT_TRANSLATE_NOOP("Actions", "Both articles side by side"), ("B",), "", Scope.REVIEW),
    Spec("review_first", QT_TRANSLATE_NOOP("Actions", "The first passage in its article"), ("K",), "", Scope.REVIEW),
    Spec("review_second", QT_TRANSLATE_NOOP("Actions", "The second passage in its article"), ("L",), "", Scope.REVIEW),
    Spec(
        "compare_beside",
        QT_TRANSLATE_NOOP("Actions", "Both articles side by side"),
        ("B",),
        "beside",
        Scope.COMPARE,
    ),
    # Side by side. No single letters: those belong to the readers in its columns.
    Spec("compare_articles", QT_TRANSLATE_NOOP("Actions", "Compare these articles"), ("Ctrl+B",), "beside"),
    Spec("next_link", QT_TRANSLATE_NOOP("Actions", "Next relation"), ("Alt+Down",), "next", Scope.BESIDE),
    Spec("previous_link", QT_TRANSLATE_NOOP("Actions", "Previous relation"), ("Alt+Up",), "previous", Scope.BESIDE),
    Spec(
        "relate",
        QT_TRANSLATE_NOOP("Actions", "Relate…"),
        ("Ctrl+L",),
        "link",
        Scope.BESIDE,
        QT_TRANSLATE_NOOP("Actions", "Relate this passage to one of another article"),
        edits=True,
    ),
    Spec(
        "scroll_together",
        QT_TRANSLATE_NOOP("Actions", "Scroll together"),
        ("Ctrl+Shift+L",),
        "together",
        Scope.BESIDE,
        QT_TRANSLATE_NOOP("Actions", "Bring what the other articles say on the same question beside it"),
        checkable=True,
    ),
    Spec("add_column", QT_TRANSLATE_NOOP("Actions", "One more article"), ("Ctrl+Shift+B",), "add-column", Scope.BESIDE),
    Spec(
        "close_column", QT_TRANSLATE_NOOP("Actions", "Take this article out of the page"), ("Ctrl+W",), "", Scope.BESIDE
    ),
    Spec("next_column", QT_TRANSLATE_NOOP("Actions", "Next column"), ("F6",), "", Scope.BESIDE),
    Spec("previous_column", QT_TRANSLATE_NOOP("Actions", "Previous column"), ("Shift+F6",), "", Scope.BESIDE),
    *(
        Spec(f"link_{name}", text, (key,), "", Scope.BESIDE, checkable=name != "clear", edits=True)
        for name, text, key in (
            ("contradiction", QT_TRANSLATE_NOOP("Actions", "Contradiction"), "Alt+1"),
            ("compatible", QT_TRANSLATE_NOOP("Actions", "Compatible"), "Alt+2"),
            ("update", QT_TRANSLATE_NOOP("Actions", "Update"), "Alt+3"),
            ("different", QT_TRANSLATE_NOOP("Actions", "Different event"), "Alt+4"),
            ("clear", QT_TRANSLATE_NOOP("Actions", "Take the verdict back"), "Alt+0"),
        )
    ),
    Spec("link_review", QT_TRANSLATE_NOOP("Actions", "Reason and note…"), ("Alt+Return",), "", Scope.BESIDE),
    # Matrix
    Spec("matrix_next", QT_TRANSLATE_NOOP("Actions", "Next question in dispute"), ("N", "Space"), "next", Scope.MATRIX),
    Spec(
        "matrix_previous",
        QT_TRANSLATE_NOOP("Actions", "Previous question in dispute"),
        ("P",),
        "previous",
        Scope.MATRIX,
    ),
    Spec("matrix_beside", QT_TRANSLATE_NOOP("Actions", "Sources side by side"), ("B",), "beside", Scope.MATRIX),
    Spec("matrix_pairs", QT_TRANSLATE_NOOP("Actions", "To its pairs"), ("V",), "", Scope.MATRIX),
    Spec("matrix_filter", QT_TRANSLATE_NOOP("Actions", "Filter the questions"), ("F",), "find", Scope.MATRIX),
    Spec("matrix_leave", QT_TRANSLATE_NOOP("Actions", "Close the passages"), ("Esc",), "", Scope.MATRIX),
    Spec("matrix_copy", QT_TRANSLATE_NOOP("Actions", "Copy the table"), ("Ctrl+C",), "copy", Scope.MATRIX),
    Spec("matrix_export", QT_TRANSLATE_NOOP("Actions", "Export the table…"), ("Ctrl+Shift+E",), "export", Scope.MATRIX),
    # Timeline and overview
    Spec("chart_zoom_in", QT_TRANSLATE_NOOP("Actions", "Nearer in time"), ("+", "="), "zoom-in", Scope.CHART),
    Spec("chart_zoom_out", QT_TRANSLATE_NOOP("Actions", "Farther in time"), ("-",), "zoom-out", Scope.CHART),
    Spec("chart_all", QT_TRANSLATE_NOOP("Actions", "All of it"), ("Home",), "zoom-reset", Scope.CHART),
    Spec("chart_save", QT_TRANSLATE_NOOP("Actions", "Save as a picture…"), ("Ctrl+Shift+S",), "export", Scope.CHART),
    Spec("timeline_group", QT_TRANSLATE_NOOP("Actions", "Lanes by source or by question"), ("G",), "", Scope.CHART),
    Spec("timeline_shared", QT_TRANSLATE_NOOP("Actions", "Only what several sources answer"), ("A",), "", Scope.CHART),
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
    # Help
    Spec("keys", QT_TRANSLATE_NOOP("Actions", "Keys"), ("F1",), "keys"),
    Spec("about", QT_TRANSLATE_NOOP("Actions", "About Mizan"), (), ""),
)

# Menus: title, then ids; None is a line between; "@name" is a place that the window fills.
MENUS: tuple[tuple[str, tuple[str | None, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&Project"),
        (
            "new",
            "open",
            "@recent",
            None,
            "import_files",
            "import_folder",
            "paste",
            "details",
            "remove_article",
            None,
            "analyze",
            "cancel",
            None,
            "export",
            "report",
            "reveal",
            None,
            "preferences",
            "close",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        ("undo", "redo", None, "copy", None, "find", "find_next", "find_previous", "search"),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Mark"),
        (
            "accept",
            "reject",
            "delete",
            None,
            "@labels",
            "claim",
            "quote",
            "note",
            "relate_to",
            None,
            "apply_all",
            "accept_name",
            "reject_name",
            "names",
            None,
            "next_undecided",
            "previous_undecided",
            "next_mark",
            "previous_mark",
            "cycle",
            "card",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Compare"),
        (
            "compare_articles",
            "add_column",
            "close_column",
            "next_column",
            "previous_column",
            "scroll_together",
            None,
            "next_link",
            "previous_link",
            "relate",
            "link_contradiction",
            "link_compatible",
            "link_update",
            "link_different",
            "link_clear",
            "link_review",
            None,
            "rename_question",
            "merge_questions",
            "split_question",
            "restore_question",
            "remove_relation",
            None,
            "matrix_next",
            "matrix_previous",
            "matrix_beside",
            "matrix_pairs",
            "matrix_filter",
            "matrix_leave",
            "matrix_copy",
            "matrix_export",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Review and charts"),
        (
            "review_pairs",
            None,
            "review_contradiction",
            "review_compatible",
            "review_update",
            "review_different",
            "review_clear",
            None,
            "reason_scope",
            "reason_date",
            "reason_unit",
            "reason_rounding",
            "reason_quotes_other",
            "reason_translation",
            "reason_wording",
            "reason_other",
            "review_note",
            None,
            "review_next",
            "review_previous",
            "review_skip",
            "review_filter",
            "review_views",
            "review_first",
            "review_second",
            "review_beside",
            None,
            "chart_zoom_in",
            "chart_zoom_out",
            "chart_all",
            "timeline_group",
            "timeline_shared",
            "chart_save",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            "previous_article",
            "next_article",
            None,
            "zoom_in",
            "zoom_out",
            "zoom_reset",
            "@faces",
            None,
            "@layers",
            "show_rejected",
            "@panels",
            None,
            "@language",
            "@theme",
            "full_screen",
        ),
    ),
    (QT_TRANSLATE_NOOP("Actions", "&Help"), ("keys", "about")),
)
TOOLBAR: tuple[str | None, ...] = (
    "import_files",
    "export",
    None,
    "undo",
    "redo",
    None,
    "next_undecided",
    "accept",
    "reject",
    None,
    "claim",
    "find",
)

# What the same key types on an Arabic keyboard (Arabic 101): single-letter keys must work without switching the layout.
_ARABIC_101 = dict(zip("ACDEFGHIJKLMNOPQRSTUVWXYZ", "شؤيثبلاهتنمةىخحضقسفعرصءغئ", strict=True)) | {
    str(digit): chr(0x0660 + digit) for digit in range(10)
}


class Actions(QObject):
    """The QActions of one window, by id. Views connect `triggered` and attach the actions of their scope."""

    def __init__(self, parent: QWidget, specs: Iterable[Spec] = SPECS) -> None:
        super().__init__(parent)
        self._specs: dict[str, Spec] = {}
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for spec in specs:
            self.add(spec)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def __contains__(self, action_id: str) -> bool:
        return action_id in self._actions

    def __iter__(self) -> Iterable[Spec]:
        return iter(self._specs.values())

    def spec(self, action_id: str) -> Spec:
        """The line of the table."""
        return self._specs[action_id]

    def add(self, spec: Spec) -> QAction:
        """Make the QAction of `spec`; also for actions that depend on the project, such as its labels."""
        action = QAction(translated(spec.text), self)
        action.setObjectName(spec.id)
        action.setCheckable(spec.checkable)
        action.setShortcuts([QKeySequence(key) for key in spec.keys + arabic_keys(spec.keys)])
        if spec.scope is not Scope.WINDOW:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        text = translated(spec.tip or spec.text).rstrip("…").replace("&", "")
        action.setToolTip(f"{text} ({shown_key(spec)})" if spec.keys else text)
        action.setStatusTip(text)
        action.setIconVisibleInMenu(False)
        if spec.icon:
            action.setIcon(theme.icon(spec.icon))
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.addAction(action)
        self._specs[spec.id] = spec
        self._actions[spec.id] = action
        return action

    def attach(self, widget: QWidget, scope: Scope) -> None:
        """Let the keys of `scope` work in `widget` and its children."""
        widget.addActions([self._actions[spec.id] for spec in self._specs.values() if spec.scope is scope])

    def set_read_only(self, read_only: bool) -> None:
        """Switch off what changes the project; undo and redo are switched on by the window."""
        for spec in self._specs.values():
            if spec.edits and read_only:
                self._actions[spec.id].setEnabled(False)

    def fill_menu_bar(self, bar: QMenuBar, places: dict[str, QMenu]) -> None:
        """Build the menus of MENUS; `places` are the menus that stand for "@name"."""
        for title, ids in MENUS:
            self.fill_menu(bar.addMenu(translated(title)), ids, places)

    def fill_menu(self, menu: QMenu, ids: Iterable[str | None], places: dict[str, QMenu] | None = None) -> None:
        """Add actions, lines (None) and submenus ("@name")."""
        menu.setToolTipsVisible(False)
        for action_id in ids:
            if action_id is None:
                menu.addSeparator()
            elif action_id.startswith("@"):
                if places and action_id[1:] in places:
                    menu.addMenu(places[action_id[1:]])
            else:
                menu.addAction(self._actions[action_id])

    def fill_toolbar(self, bar: QToolBar, ids: Iterable[str | None] = TOOLBAR) -> None:
        """Add actions and lines (None)."""
        for action_id in ids:
            if action_id is None:
                bar.addSeparator()
            else:
                bar.addAction(self._actions[action_id])

    def button(self, action_id: str, parent: QWidget | None = None, *, key: bool = True) -> QToolButton:
        """A button with the words of the action and, small behind them, its key."""
        return ActionButton(self._actions[action_id], self._specs[action_id] if key else None, parent)


class ActionButton(QToolButton):
    """A button with the words of an action and, small behind them, its key."""

    def __init__(self, action: QAction, spec: Spec | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = shown_key(spec) if spec and spec.keys else ""
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAccessibleName(action.toolTip())
        self._write()
        # A tool button takes its text from the action again whenever that changes; this comes after.
        action.changed.connect(self._write)

    def _write(self) -> None:
        self.setText(f"{self.defaultAction().iconText().rstrip('…')}  {self._key}".rstrip())


def translated(text: str) -> str:
    """Words of the table in the language of the window."""
    return QCoreApplication.translate("Actions", text)


def shown_key(spec: Spec) -> str:
    """The first key as this system writes it."""
    return key_text(spec.keys[0])


def key_text(key: str) -> str:
    """A key as this system writes it, left-to-right among words of any direction."""
    return f"\u2066{QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)}\u2069"


def arabic_keys(keys: Iterable[str]) -> tuple[str, ...]:
    """The same physical keys, with or without Shift, as an Arabic keyboard types them."""
    return tuple(_ARABIC_101[key] for key in keys if key in _ARABIC_101)
