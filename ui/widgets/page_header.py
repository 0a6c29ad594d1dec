"""The head of a page: its title, one quiet line below, and the page's buttons at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import font
from ui.widgets.labels import WrappedLabel


class PageHeader(QWidget):
    """Title and subtitle at the left, actions at the right; at most one of them is "primary"."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = WrappedLabel(title, "heading")
        self.title.setFont(font("page", font().Weight.DemiBold))
        self.subtitle = WrappedLabel(subtitle, "quiet")
        self.subtitle.setVisible(bool(subtitle))
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        across.addLayout(words, 1)
        self.beside = QHBoxLayout()
        self.beside.setSpacing(8)
        across.addLayout(self.beside)
        across.setAlignment(self.beside, Qt.AlignmentFlag.AlignVCenter)

    def say(self, title: str, subtitle: str = "") -> None:
        """Show another title and line."""
        self.title.set_whole(title)
        self.subtitle.set_whole(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add(self, *parts: QWidget) -> PageHeader:
        """Put buttons or chips at the right."""
        for part in parts:
            self.beside.addWidget(part)
        return self
