"""One of some words, each for a value that is kept as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox


class ChoiceBox(QComboBox):
    """A list of words for values. Qt would give a StrEnum back as a bare str: the values are kept here."""

    def __init__(self, choices: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self.values: list[Any] = []
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices; the chosen value stays if it is among them."""
        before = self.value() if self.values else None
        self.clear()
        self.values = [value for value, _word in choices]
        for value, word in choices:
            self.addItem(word, value)
        if before in self.values:
            self.setCurrentIndex(self.values.index(before))

    def value(self) -> Any:
        """The chosen value, None where nothing is chosen."""
        return self.values[self.currentIndex()] if self.currentIndex() >= 0 else None
