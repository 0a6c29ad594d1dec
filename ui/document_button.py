"""A button that opens the documents of a page, and says in which language they are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu, QWidget

from ui.command_menu import add_command
from ui.documents import add_languages
from ui.widgets.buttons import button

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
            add_command(self.menu, offer)
        self.menu.addSeparator()
        add_languages(self.menu)
