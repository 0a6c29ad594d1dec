"""What a station opens to: headed texts, links elsewhere, and what is folded until somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.icons import icon
from ui.widgets.buttons import ElidedLink, button
from ui.widgets.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.widgets.changed_text import ChangedText


class Papers(QWidget):
    """Texts below one another."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(4)

    def tell(self, title: str, text: str) -> None:
        """A text under its title."""
        self.box.addWidget(label(title, "field"))
        words = label(text, wraps=True)
        words.setContentsMargins(0, 0, 0, 6)
        self.box.addWidget(words)

    def note(self, words: str) -> None:
        """A quiet line."""
        made = label(words, "faint", wraps=True)
        made.setContentsMargins(0, 0, 0, 4)
        self.box.addWidget(made)

    def show_changed(self, title: str, said: ChangedText) -> None:
        """What changed in a text, under its title."""
        self.box.addWidget(label(title, "field"))
        said.setContentsMargins(0, 0, 0, 6)
        self.box.addWidget(said)

    def link(self, words: str, go: Callable[[], object]) -> None:
        """A line that leads elsewhere."""
        made = ElidedLink(words)
        made.clicked.connect(go)
        self.box.addWidget(made)

    def fold(self, words: str, *, is_open: bool) -> Papers:
        """A heading that opens to papers of its own; gives those."""
        made = _Fold(words, is_open=is_open)
        self.box.addWidget(made)
        return made.papers


class _Fold(QWidget):
    def __init__(self, words: str, *, is_open: bool) -> None:
        super().__init__()
        self._words = words
        self.papers = Papers()
        self.head = button(words, "link")
        self.head.setCheckable(True)
        self.head.setChecked(is_open)
        self.head.toggled.connect(self._on_toggled)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.head)
        box.addWidget(self.papers)
        self._on_toggled(is_open)

    @Slot(bool)
    def _on_toggled(self, is_open: bool) -> None:
        self.papers.setVisible(is_open)
        self.head.setIcon(icon("caret-down" if is_open else "caret-right", "accent"))
        state = self.tr("open") if is_open else self.tr("closed")
        self.head.setAccessibleName(f"{self._words}. {state}")
