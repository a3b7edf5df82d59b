"""What a person sets once: language, colours, face and size of the articles, name, engine; and what is hidden here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.extract.camel.engines import Engine, engines
from gui import i18n, theme, wording
from gui.actions import translated
from gui.reader.card import plain_label
from gui.session import Session
from gui.settings import Settings

_SIZES = (10.0, 40.0)  # points
_INSET = 5  # pixels between the edge of a field and its words
_THEMES = {"system": "As the system", "light": "Light", "dark": "Dark"}  # words of the actions


class PreferencesDialog(QDialog):
    """Writes nothing itself: `chosen()` says what differs from the settings, `threshold()` what the project hides."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self._settings = settings
        self._engines = {engine.key: engine for engine in engines()}
        self.language = _choice(dict(i18n.LANGUAGES), i18n.language())
        self.theme = _choice({key: translated(text) for key, text in _THEMES.items()}, settings["theme"])
        present = set(theme.arabic_families())
        faces = {"": self.tr("The best one here")} | {face: face for face in theme.READER_FACES if face in present}
        self.face = _choice(faces, settings["reader_font"])
        self.size = QDoubleSpinBox(minimum=_SIZES[0], maximum=_SIZES[1], decimals=0, value=settings["reader_size"])
        self.size.setSuffix(self.tr(" pt"))
        self.editor = QLineEdit(session.project.editor)
        self.editor.setPlaceholderText(self.tr("Recorded with every decision"))
        self.editor_id = QLineEdit(settings.editor_id())
        self.editor_id.setToolTip(
            self.tr("Your decisions stay yours when the name changes. On a second machine, type the same one in.")
        )
        self.engine = _choice(
            {key: self._engine_name(engine) for key, engine in self._engines.items()}, settings["engine"]
        )
        self.engine_state = plain_label("")
        self.engine_state.setProperty("muted", True)
        self.engine_state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.least = QSpinBox(minimum=0, maximum=100, singleStep=5, value=round(session.project.threshold * 100))
        self.least.setSuffix(" %")
        self.least.setSpecialValueText(self.tr("Show all"))
        self.least.setEnabled(not session.read_only)
        for box in (self.size, self.least):
            box.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)  # which a style sheet does not give them
        self.least.setToolTip(
            self.tr("Names, times and figures that score less stay hidden; decisions are always shown")
        )
        self.engine_state.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self.engine_state.setAlignment(Qt.AlignmentFlag.AlignTop)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for text, field in (
            (self.tr("&Language of the window"), self.language),
            (self.tr("&Colours"), self.theme),
            (self.tr("&Face of the articles"), self.face),
            (self.tr("&Size of the articles"), self.size),
            (self.tr("Your &name"), self.editor),
            (self.tr("Your i&dentifier"), self.editor_id),
            (self.tr("What &reads names"), self.engine),
            ("", self.engine_state),
            (self.tr("&Hide suggestions below"), self.least),
        ):
            form.addRow(text, field)
            if text:
                field.setAccessibleName(text.replace("&", ""))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(520)
        self.engine.currentIndexChanged.connect(self._describe_engine)
        self._describe_engine()

    def chosen(self) -> dict[str, object]:
        """The preferences that the person changed, by their keys in the settings."""
        wanted = {
            "language": self.language.currentData(),
            "theme": self.theme.currentData(),
            "reader_font": self.face.currentData(),
            "reader_size": self.size.value(),
            "editor": self.editor.text().strip(),
            "editor_id": self.editor_id.text().strip() or self._settings.editor_id(),
            "engine": self.engine.currentData(),
        }
        now = {key: self._settings[key] for key in wanted} | {"language": i18n.language()}
        return {key: value for key, value in wanted.items() if value != now[key]}

    def threshold(self) -> float:
        """In 0…1."""
        return self.least.value() / 100

    def _engine_name(self, engine: Engine) -> str:
        name = {"builtin": self.tr("Built in"), "camel": "CAMeL"}.get(engine.key, engine.key.partition(":")[2])
        return name if engine.ready else self.tr("{} (not installed)").format(wording.isolate(name))

    def _describe_engine(self) -> None:
        """What the engine is, or how to get it; one that is not ready cannot be chosen."""
        engine = self._engines[self.engine.currentData()]
        about = engine.about if i18n.language() == "ar" else engine.about_en
        text = wording.sentence(engine.problem) if engine.problem else about
        self.engine_state.setText(wording.led(text))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(engine.ready)


def _choice(names: dict[str, str], current: str) -> QComboBox:
    box = QComboBox()
    for key, name in names.items():
        box.addItem(name, key)
    box.setCurrentIndex(max(box.findData(current), 0))
    return box
