"""What may be longer than its room scrolls up and down, without a frame of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from ui.theme import dress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Area = TypeVar("Area", bound=QScrollArea)


def scrolled(content: QWidget, area: Area) -> Area:
    """Put something into an area that one scrolls through up and down, never sideways; give the area back."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    dress(area, "plain")
    area.setWidget(content)
    return area
