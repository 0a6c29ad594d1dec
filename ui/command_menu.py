"""Commands as entries of a menu."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from ui.icons import icon
from ui.widgets.plain_words import plain_face

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from ui.commands import Command


def add_command(menu: QMenu, command: Command) -> QAction:
    """Put a command at the end of a menu."""
    made = QAction(icon(command.icon), plain_face(command.title), menu)
    made.triggered.connect(functools.partial(_do, command))
    menu.addAction(made)
    return made


def _do(command: Command, *_is_checked: bool) -> None:
    """Do it, whatever the action tells of itself."""
    command.call()
