"""What a group gives on paper: the speaking note, the hand-over sheet, its ledger of escalations, its open actions."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from referral_desk.vocabulary import Tier
from ui.case_documents import CaseDocuments
from ui.commands import Command
from ui.documents import add_languages
from ui.icons import icon
from ui.widgets.buttons import button
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from referral_desk.queries.group import GroupView
    from ui.doing import UndoPage


class GroupDocuments(CaseDocuments):
    """Makes a group's documents; `button` opens what there is, `line` tells that one is being made."""

    def __init__(self, page: UndoPage) -> None:
        self.line = ProgressLine()
        super().__init__(page.bridge, page, self.line)
        self.told.connect(page.told)
        self.view: GroupView | None = None
        self.button = button(self.tr("Documents"), "", "file-pdf")
        self.button.setEnabled(False)
        self.button.clicked.connect(self._on_button)
        self.menu = QMenu(page)
        self.menu.setAccessibleName(self.tr("Documents"))

    def show_group(self, view: GroupView) -> None:
        """Offer the documents of a group."""
        self.view = view
        self.button.setEnabled(True)

    def commands(self) -> list[Command]:
        """The documents that the group has: for the menu and the palette."""
        if self.view is None:
            return []
        found = []
        if self.view.tier is Tier.REGIONAL and self.view.parent_id is not None:
            words = self.tr("Speaking note for the representative …")
            found.append(self._offer("speaking", words, "microphone", self.speaking_note))
        return [
            *found,
            self._offer("handover", self.tr("Hand-over sheet …"), "arrows-left-right", self.handover),
            self._offer("ledger", self.tr("Ledger of escalations …"), "list-bullets", self._on_ledger),
        ]

    def _offer(self, key: str, words: str, glyph: str, call: object) -> Command:
        assert self.view is not None
        assert callable(call)
        return Command(f"group/document/{key}", words, glyph, functools.partial(call, self.view.id))

    def _on_ledger(self, group_id: int) -> None:
        self.ledger(group_id=group_id)

    @Slot()
    def _on_button(self) -> None:
        self.fill_menu()
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))

    def fill_menu(self) -> None:
        """Put what there is into the menu, and in which language."""
        self.menu.clear()
        for offer in self.commands():
            made = QAction(icon(offer.icon), offer.title, self.menu)
            made.triggered.connect(functools.partial(_do, offer))
            self.menu.addAction(made)
        self.menu.addSeparator()
        add_languages(self.menu)


def _do(command: Command, *_is_checked: bool) -> None:
    """Do it, whatever the action tells of itself."""
    command.call()
