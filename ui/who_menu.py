"""The menu at one's own name: language, theme, the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from ui.icons import icon
from ui.language import language
from ui.preferences import preferences
from ui.theme import Mode
from ui.widgets.plain_words import plain_face

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class WhoMenu(QMenu):
    """Who sits here, and what they like."""

    wants_settings = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        who = QAction(plain_face(name), self)
        who.setEnabled(False)
        self.addAction(who)
        self.addSeparator()
        self._choices([("da", "Dansk"), ("en", "English")], language(), self._on_language)
        self.addSeparator()
        modes = [
            (Mode.LIGHT.value, self.tr("Light")),
            (Mode.DARK.value, self.tr("Dark")),
            (Mode.SYSTEM.value, self.tr("Like the computer")),
        ]
        self._choices(modes, preferences().mode.value, self._on_mode)
        self.addSeparator()
        more = QAction(icon("gear"), self.tr("Settings"), self)
        more.triggered.connect(self.wants_settings)
        self.addAction(more)

    def _choices(self, choices: list[tuple[str, str]], present: str, call: Any) -> None:
        group = QActionGroup(self)
        for key, word in choices:
            made = QAction(word, self)
            made.setCheckable(True)
            made.setChecked(key == present)
            made.setData(key)
            group.addAction(made)
            self.addAction(made)
        group.triggered.connect(call)

    @Slot(QAction)
    def _on_language(self, chosen: QAction) -> None:
        preferences().speak(chosen.data())

    @Slot(QAction)
    def _on_mode(self, chosen: QAction) -> None:
        preferences().look(Mode(chosen.data()))
