"""What all cases together give on paper: the ledger of escalations, whole or of a level, and the hand-over sheet."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from referral_desk.vocabulary import Tier
from ui.case_documents import CaseDocuments
from ui.commands import Command
from ui.document_button import DocumentButton
from ui.language import label_text
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from ui.doing import UndoPage

LEVELS = (Tier.REGIONAL, Tier.NATIONAL, Tier.INTERMINISTERIAL)


class CasesDocuments(CaseDocuments):
    """Makes them; `button` opens what there is, `line` tells that one is being made."""

    def __init__(self, page: UndoPage) -> None:
        self.line = ProgressLine()
        super().__init__(page.bridge, page, self.line)
        self.told.connect(page.told)
        self.offered = DocumentButton(page, self.commands)
        self.button = self.offered.button

    def commands(self) -> list[Command]:
        """The documents there are: for the menu and the palette."""
        levels = [
            Command(
                f"cases/document/ledger-{level.value}",
                self.tr("Ledger of escalations, {level} …").format(level=label_text(level).lower()),
                "list-bullets",
                functools.partial(self.ledger, level=level),
            )
            for level in LEVELS
        ]
        return [
            Command("cases/document/ledger", self.tr("Ledger of all escalations …"), "list-bullets", self.ledger),
            *levels,
            Command(
                "cases/document/closed",
                self.tr("Ledger of all escalations, with confidential ones …"),
                "lock-simple",
                functools.partial(self.ledger, with_closed=True),
            ),
            Command(
                "cases/document/handover",
                self.tr("Hand-over sheet for a new coordinator …"),
                "arrows-left-right",
                self.handover,
            ),
        ]
