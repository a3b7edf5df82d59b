"""The small buttons above a chart."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton


def icon_button(action: QAction) -> QToolButton:
    """The drawing of an action; what it does and its key stand in the tooltip."""
    button = QToolButton()
    button.setProperty("framed", True)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAccessibleName(action.toolTip())
    return button
