"""What the person likes: language, theme, text size. Put in force at once, remembered on this computer."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from referral_desk.texts import LANGUAGES
from ui import language as words
from ui.memory import recall_number, remember, save_memory, settings
from ui.theme import Mode, theme


class Preferences(QObject):
    """The wishes in force; `changed` tells that the pages must be built anew."""

    changed = Signal()

    def start(self, language: str = "", mode: str = "") -> None:
        """Put what is remembered in force; what is given goes first and is not remembered."""
        chosen = language or settings().language or words.system_language()
        words.use_language(chosen if chosen in LANGUAGES else "da")
        theme().use(Mode(mode or settings().theme), recall_number("window/text_size", 100))

    @property
    def mode(self) -> Mode:
        """Light, dark or like the system."""
        return theme().mode

    @property
    def text_size(self) -> int:
        """Per cent."""
        return theme().text_size

    def speak(self, language: str) -> None:
        """Change the language."""
        if language != words.language():
            words.use_language(language)
            settings().language = language
            self._tell()

    def look(self, mode: Mode) -> None:
        """Change the theme."""
        if mode is not self.mode:
            theme().use(mode, self.text_size)
            settings().theme = mode.value
            self._tell()

    def write_large(self, text_size: int) -> None:
        """Change the text size, in per cent."""
        if text_size != self.text_size:
            theme().use(self.mode, text_size)
            remember("window/text_size", str(theme().text_size))
            self._tell()

    def _tell(self) -> None:
        save_memory()
        self.changed.emit()


_preferences: list[Preferences] = []


def preferences() -> Preferences:
    """The person's one set of wishes."""
    if not _preferences:
        _preferences.append(Preferences())
    return _preferences[0]
