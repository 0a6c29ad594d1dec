"""An empty page or list teaches: one sentence what belongs here, one button that starts it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import font, px
from ui.widgets.buttons import button
from ui.widgets.labels import IconLabel, label

MOST: Final = 420


class EmptyState(QWidget):
    """A sentence, and a button where there is something to start; `started` tells that it was pressed."""

    started = Signal()

    def __init__(self, icon_name: str, sentence: str, start: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(12)
        box.addStretch()
        self.mark = IconLabel(icon_name, "faint", size=32)
        box.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self.sentence = label(sentence, "quiet", wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.sentence.setMinimumWidth(px(160))
        # In a row of its own: aligned in the column it would get the height that it needs at the column's width.
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.sentence, 100)
        across.addStretch(1)
        box.addLayout(across)
        self.start = button(start, "primary")
        self.start.clicked.connect(self.started)
        box.addWidget(self.start, 0, Qt.AlignmentFlag.AlignHCenter)
        self.start.setVisible(bool(start))
        box.addStretch()
        self._fit()

    def say(self, sentence: str, start: str = "") -> None:
        """Show another sentence and button (no button where `start` is empty)."""
        self.sentence.setText(sentence)
        self._fit()
        self.start.setText(start)
        self.start.setVisible(bool(start))

    def _fit(self) -> None:
        """Let the lines of the sentence be about as long as one another: no last word alone in a line."""
        metrics, most = QFontMetrics(font()), px(MOST)
        lines = -(-metrics.horizontalAdvance(self.sentence.text()) // most)
        least = metrics.horizontalAdvance(self.sentence.text()) // max(1, lines)
        height = self._height(most)
        widths = (width for width in range(max(least, px(160)), most, px(8)) if self._height(width) <= height)
        self.sentence.setMaximumWidth(next(widths, most))

    def _height(self, width: int) -> int:
        room = QRect(0, 0, width - 2, 100 * MOST)
        return QFontMetrics(font()).boundingRect(room, Qt.TextFlag.TextWordWrap, self.sentence.text()).height()
