"""One of some words, each for a value that is kept as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class ChoiceBox(QComboBox):
    """A list of words for values. Qt would give a StrEnum back as a bare str: the values are kept here."""

    def __init__(self, choices: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        self.values: list[Any] = []
        self._is_cut = False
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

    def paintEvent(self, _event: QPaintEvent) -> None:
        # Qt cuts a word that has no room; like everything else here it shall end in an ellipsis.
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        box, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(box, option, part, self).width()
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        if (option.currentText != self.currentText()) != self._is_cut:
            self._is_cut = not self._is_cut
            self.setToolTip(plain_tip(self.currentText() if self._is_cut else ""))
        painter.drawComplexControl(box, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def value(self) -> Any:
        """The chosen value, None where nothing is chosen."""
        return self.values[self.currentIndex()] if self.currentIndex() >= 0 else None
