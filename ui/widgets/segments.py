"""Tabs over a page's views: words underlined, arrow keys go between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from ui.theme import MEDIUM, dress, font, px
from ui.widgets.buttons import PushButton

if TYPE_CHECKING:
    from collections.abc import Sequence


class Segments(QWidget):
    """A row of words of which one is chosen; `chosen` tells the key of the new one."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        """`choices` are (key, word); `name` is what a screen reader calls the row."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._keys = [key for key, _word in choices]
        self.group = QButtonGroup(self)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for index, (_key, word) in enumerate(choices):
            tab = PushButton()
            dress(tab, "segment")
            tab.setCheckable(True)
            tab.setAutoDefault(False)
            tab.setChecked(index == 0)
            tab.setCursor(Qt.CursorShape.PointingHandCursor)
            tab.installEventFilter(self)
            self.group.addButton(tab, index)
            box.addWidget(tab)
            _write(tab, word)
        box.addStretch()
        self.group.idToggled.connect(self._on_toggled)

    def key(self) -> str:
        """The key of the chosen word."""
        return self._keys[self.group.checkedId()]

    def choose(self, key: str) -> None:
        """Choose a word; an unknown key changes nothing."""
        if key in self._keys:
            self.group.button(self._keys.index(key)).setChecked(True)

    def set_word(self, key: str, word: str) -> None:
        """Change a word, to show a count in it."""
        _write(self.group.button(self._keys.index(key)), word)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                tab = self.group.button((self.group.checkedId() + step) % len(self._keys))
                tab.setChecked(True)
                tab.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _on_toggled(self, number: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._keys[number])


def _write(tab: QAbstractButton, word: str) -> None:
    """Write a word on a tab with room for it in bold, as it stands when the tab is chosen."""
    tab.setText(word)
    tab.setMinimumWidth(QFontMetrics(font("body", MEDIUM)).horizontalAdvance(word) + px(28))
