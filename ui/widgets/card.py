"""A card: the one frame that groups what belongs together; no frames inside it, hairlines do."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui.theme import dress
from ui.widgets.labels import label


class Card(QFrame):
    """A titled surface. Add to `body`; put small controls beside the title with `beside_title`."""

    def __init__(self, title: str = "", *, margin: int = 16, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(gap)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.title = label(title, "lead")
        if title:
            self.setAccessibleName(title)
            self.head.addWidget(self.title)
            self.head.addStretch()
            self.body.addLayout(self.head)

    def add(self, *parts: QWidget | QLayout) -> Card:
        """Add parts below one another; give the card back."""
        for part in parts:
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)
        return self

    def beside_title(self, *parts: QWidget) -> Card:
        """Add small controls at the right of the title."""
        for part in parts:
            self.head.addWidget(part)
        return self
