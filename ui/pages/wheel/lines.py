"""Sentences below one another, each with its icon: reasons, conflicts, what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.labels import IconLabel, label

Line = tuple[str, str, str]
"""Icon, tone, sentence."""


class Lines(QWidget):
    """A column of sentences; `show_lines` shows others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(5)
        self._lines: list[QWidget] = []
        self.said: list[str] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other sentences."""
        for old in self._lines:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines, self.said = [], [said for _icon, _tone, said in lines]
        for icon, tone, said in lines:
            whole = QWidget()
            row = QHBoxLayout(whole)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(IconLabel(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(said, "note", wraps=True), 1)
            self._box.addWidget(whole)
            self._lines.append(whole)
