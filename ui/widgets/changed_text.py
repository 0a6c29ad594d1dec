"""A text with what went struck out and what came underlined; a screen reader hears both in words."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.theme import colour

if TYPE_CHECKING:
    from collections.abc import Iterable

LOOKS = {
    "same": ("text", "none"),
    "removed": ("late", "line-through"),
    "added": ("good", "underline"),
}


class ChangedText(QLabel):
    """Shows pieces of a text: each "same", "removed" or "added"."""

    def __init__(self, pieces: Iterable[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_pieces(pieces)

    def show_pieces(self, pieces: Iterable[tuple[str, str]]) -> None:
        """Show another text."""
        shown, spoken = [], []
        said = {"removed": self.tr("removed: {words}"), "added": self.tr("added: {words}")}
        for kind, text in pieces:
            token, line = LOOKS[kind]
            words = html.escape(text).replace("\n", "<br>")
            shown.append(f'<span style="color:{colour(token).name()}; text-decoration:{line}">{words}</span>')
            spoken.append(said[kind].format(words=text) if kind in said else text)
        self.setText("".join(shown))
        self.setAccessibleName(" ".join(spoken))
