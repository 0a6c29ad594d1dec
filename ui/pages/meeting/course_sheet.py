"""Room for what is too large to stand over the minutes: it takes their place while it is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import dress
from ui.widgets.tall_area import TallArea


class CourseSheet(TallArea):
    """One thing at a time, scrolled where it is taller than the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "plain")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addStretch()
        self.setWidget(inside)

    def lay(self, made: QWidget) -> None:
        """Put something on it."""
        self._box.insertWidget(0, made)
