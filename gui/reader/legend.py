"""What the colours mean, and which of them are shown: a row of toggles above the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from core.model import Annotation, Layer, Status
from gui import theme, wording
from gui.reader.flow import FlowLayout
from gui.reader.marks import Filter

_SWATCH = 16  # pixels


class Toggle(QToolButton):
    """A label or a whole layer, in its colour, with how many there are."""

    def __init__(self, key: str, layer: Layer, name: str) -> None:
        super().__init__(checkable=True, checked=True)
        self.key, self.layer, self.name = key, layer, name
        self.is_layer = key == layer
        self.count = 0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """How many marks it stands for."""
        self.count = count
        self.setText(f"{self.name} {wording.number(count)}" if count else self.name)
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + _SWATCH + 16, self.fontMetrics().height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent)) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x = self.width() - _SWATCH - 5 if right_to_left else 5
        box = QRect(QPoint(x, (self.height() - _SWATCH) // 2), QSize(_SWATCH, _SWATCH))
        self._paint_swatch(painter, box, tokens)
        painter.setPen(QColor(tokens.text if self.isChecked() and self.isEnabled() else tokens.muted))
        before, after = (4, _SWATCH + 11) if right_to_left else (_SWATCH + 11, 4)
        area = self.rect().adjusted(before, 0, -after, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text())

    def _paint_swatch(self, painter: QPainter, box: QRect, tokens: theme.Tokens) -> None:
        """A small picture of how the marks look; hollow while they are hidden."""
        pair = tokens.label(self.key)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shown = self.isChecked() and self.isEnabled()
        ink = QColor(pair.ink if shown else tokens.control)
        if self.is_layer and self.layer is Layer.ENTITY:
            painter.setPen(QPen(QColor(tokens.text if shown else tokens.control), 1.2))
            for step in (0, 3):
                painter.drawRoundedRect(box.adjusted(step, 3 - step, step - 3, -step), 3, 3)
        elif self.layer is Layer.ENTITY:
            painter.setPen(QPen(ink, 1.2))
            if shown:
                painter.setBrush(QColor(pair.tint))
            painter.drawRoundedRect(box, 4, 4)
        elif self.layer is Layer.CLAIM:
            painter.setPen(QPen(ink, 2))
            painter.drawPolyline(
                [
                    box.topRight() - QPoint(4, -2),
                    box.topLeft() + QPoint(4, 2),
                    box.bottomLeft() + QPoint(4, -2),
                    box.bottomRight() - QPoint(4, 2),
                ]
            )
        else:
            painter.setPen(QPen(ink, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(box.center() - QPoint(0, 6), box.center() + QPoint(0, 6))


class Legend(QWidget):
    """Toggles on two levels: for names as a layer and for each of their labels, then for claims and quotes."""

    changed = Signal()

    def __init__(self, hidden_layers: set[str], hidden_labels: set[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hidden = hidden_layers | hidden_labels
        self._rejected = True
        self.toggles: dict[str, Toggle] = {}
        self._layout = FlowLayout(self)
        self._layout.setContentsMargins(8, 0, 8, 4)
        self._add(str(Layer.ENTITY), Layer.ENTITY, self.tr("Names"))
        for label in wording.LABELS:
            self._add(label, Layer.ENTITY, wording.word(wording.LABELS, label))
        for layer in (Layer.CLAIM, Layer.QUOTE):
            self._add(str(layer), layer, wording.word(wording.LAYERS, layer))
        self.toggles[Layer.ENTITY].toggled.connect(self._follow_layer)
        theme.current().changed.connect(self.update)

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Count, and add toggles for labels that the project made."""
        seen = [item for item in annotations if item.status is not Status.REJECTED]
        counts: Counter[str] = Counter(item.layer for item in seen)
        labels = Counter(item.label for item in seen if item.layer is Layer.ENTITY)
        for label in sorted(labels.keys() - self.toggles.keys()):
            self._add(label, Layer.ENTITY, label)
        counts += labels
        for key, toggle in self.toggles.items():
            toggle.set_count(counts[key])

    def set_show_rejected(self, shown: bool) -> None:
        """Rejected marks are hidden unless asked for."""
        self._rejected = not shown
        self.changed.emit()

    def filter(self) -> Filter:
        """What the toggles leave out."""
        off = [toggle for toggle in self.toggles.values() if not toggle.isChecked()]
        return Filter(
            frozenset(toggle.key for toggle in off if toggle.is_layer),
            frozenset(toggle.key for toggle in off if not toggle.is_layer),
            self._rejected,
        )

    def _follow_layer(self, shown: bool) -> None:
        """Labels of a layer that is hidden say nothing."""
        for toggle in self.toggles.values():
            if not toggle.is_layer:
                toggle.setEnabled(shown)

    def _add(self, key: str, layer: Layer, name: str) -> None:
        toggle = Toggle(key, layer, name)
        toggle.setChecked(key not in self._hidden)
        toggle.setEnabled(toggle.is_layer or self.toggles[Layer.ENTITY].isChecked())
        whole = wording.word(wording.LAYERS, key) if toggle.is_layer else name
        toggle.setToolTip(wording.tip(self.tr("Show or hide: {}").format(whole)))
        toggle.toggled.connect(self.changed)
        self.toggles[key] = toggle
        # A label that the project made goes before claims and quotes.
        behind = 2 if layer is Layer.ENTITY and str(Layer.QUOTE) in self.toggles else 0
        self._layout.insert(self._layout.count() - behind, toggle)
