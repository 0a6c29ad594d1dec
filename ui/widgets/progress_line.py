"""A slow thing shows itself: its name, how far it is, and a button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.labels import ElidedLabel


class ProgressLine(QWidget):
    """Hidden while nothing runs. `cancelled` tells that the person wants it to stop."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(4)
        self.what = ElidedLabel("", "note")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(px(160))
        column.addWidget(self.what)
        column.addWidget(self.bar)
        row.addLayout(column, 1)
        self.stop = button(self.tr("Cancel"))
        self.stop.clicked.connect(self._on_stop)
        row.addWidget(self.stop)
        self.hide()

    def start(self, name: str) -> None:
        """Show that something runs; until its first step the bar only moves."""
        self._name = name
        self.bar.setAccessibleName(name)
        self.bar.setRange(0, 0)
        self.what.set_whole(name)
        self.stop.setEnabled(True)
        self.show()

    @Slot(int, int, str)
    def show_step(self, done: int, total: int, what: str = "") -> None:
        """Show how far it is."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.what.set_whole(what or self._name)

    @Slot()
    def finish(self) -> None:
        """Hide again."""
        self.hide()

    @Slot()
    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.what.set_whole(self.tr("Stopping …"))
        self.cancelled.emit()
