"""What the window remembers on this computer: sizes, columns, theme, language, the last desk. Never content.

It is the "window" part of the program's own settings file (referral_desk.config). Without `use_memory` nothing is
remembered: tests and pictures begin afresh.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from referral_desk.config import Settings, load_settings
from referral_desk.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIST = "\x1f"


class Memory:
    """The settings in memory, and the folder that they are kept in (None keeps nothing)."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.settings = Settings()
        self._kept = ""

    def read(self, folder: Path | None) -> None:
        """Take up what a folder holds."""
        self.folder = folder
        self.settings = load_settings(folder) if folder is not None else Settings()
        self._kept = repr(self.settings)

    def save(self) -> None:
        """Write what has changed; a disk that refuses costs only the sizes of some columns."""
        said = repr(self.settings)
        if self.folder is None or said == self._kept:
            return
        try:
            self.settings.save(self.folder)
        except DeskError:
            return
        self._kept = said


_memory = Memory()


def use_memory(folder: Path | None) -> Settings:
    """Remember in a settings folder from now on; give what it holds."""
    _memory.read(folder)
    return _memory.settings


def settings() -> Settings:
    """The program's settings: language, theme, recent desks."""
    return _memory.settings


def save_memory() -> None:
    """Write what is to be remembered."""
    _memory.save()


def remember(key: str, value: str | QByteArray | None) -> None:
    """Keep a word or a state of Qt's under a key such as "window/geometry"; None forgets it."""
    if value is None:
        _memory.settings.window.pop(key, None)
    elif isinstance(value, QByteArray):
        _memory.settings.window[key] = base64.b64encode(value.data()).decode("ascii")
    else:
        _memory.settings.window[key] = value


def recall(key: str, otherwise: str = "") -> str:
    """A remembered word, or what to take otherwise."""
    return _memory.settings.window.get(key, otherwise)


def recall_bytes(key: str) -> QByteArray:
    """A remembered state of Qt's; empty if there is none."""
    try:
        return QByteArray(base64.b64decode(recall(key), validate=True))
    except ValueError:
        return QByteArray()


def recall_number(key: str, otherwise: int) -> int:
    """A remembered figure, or what to take otherwise."""
    text = recall(key)
    return int(text) if text.lstrip("-").isdigit() else otherwise


def remember_list(key: str, values: Iterable[str]) -> None:
    """Keep words in their order."""
    remember(key, _LIST.join(values) or None)


def recall_list(key: str) -> list[str]:
    """Remembered words in their order; empty if there are none."""
    text = recall(key)
    return text.split(_LIST) if text else []
