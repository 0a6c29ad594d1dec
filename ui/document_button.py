"""A button that opens the documents of a page, and says in which language they are made."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.documents import add_languages
from ui.icons import icon
from ui.widgets.buttons import button
from ui.widgets.plain_words import plain_face

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.commands import Command


class DocumentButton(QObject):
    """`button` for the head of a page; `offers` tells what there is each time it is opened."""

    def __init__(self, page: QWidget, offers: Callable[[], Sequence[Command]]) -> None:
        super().__init__(page)
        self._offers = offers
        self.button = button(self.tr("Documents"), "", "file-pdf")
        self.button.clicked.connect(self._on_clicked)
        self.menu = QMenu(page)
        self.menu.setAccessibleName(self.tr("Documents"))

    @Slot()
    def _on_clicked(self) -> None:
        self.fill_menu()
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))

    def fill_menu(self) -> None:
        """Put what there is into the menu, and in which language."""
        self.menu.clear()
        for offer in self._offers():
            made = QAction(icon(offer.icon), plain_face(offer.title), self.menu)
            made.triggered.connect(functools.partial(_do, offer))
            self.menu.addAction(made)
        self.menu.addSeparator()
        add_languages(self.menu)


def _do(command: Command, *_is_checked: bool) -> None:
    """Do it, whatever the action tells of itself."""
    command.call()
