"""What a group gives on paper: the speaking note, the hand-over sheet, its ledger of escalations."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from referral_desk.vocabulary import Tier
from ui.case_documents import CaseDocuments
from ui.commands import Command
from ui.document_button import DocumentButton
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from referral_desk.queries.group import GroupView
    from ui.doing import UndoPage


class GroupDocuments(CaseDocuments):
    """Makes a group's documents; `button` opens what there is, `line` tells that one is being made."""

    def __init__(self, page: UndoPage) -> None:
        self.line = ProgressLine()
        super().__init__(page.bridge, page, self.line)
        self.told.connect(page.told)
        self.view: GroupView | None = None
        self.offered = DocumentButton(page, self.commands)
        self.button = self.offered.button
        self.button.setEnabled(False)

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

    def _offer(self, key: str, words: str, glyph: str, call: Callable[[int], None]) -> Command:
        assert self.view is not None
        return Command(f"group/document/{key}", words, glyph, functools.partial(call, self.view.id))

    def _on_ledger(self, group_id: int) -> None:
        self.ledger(group_id=group_id)
