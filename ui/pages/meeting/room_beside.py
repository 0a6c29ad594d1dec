"""The papers beside the text: the pack as it went out, turned to the item's page, or one of its papers."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referral_desk.queries.pack_issues import IssueRow, issued_pack, pack_issues
from referral_desk.queries.papers import PaperContent, PaperRow, safe_paper
from ui.papers.preview import Preview
from ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from referral_desk.queries.entries import RoomItem
    from ui.bridge import Bridge


class RoomBeside(QWidget):
    """A choice of what to look at, and its pages; `closed` tells that one has seen enough."""

    closed = Signal()

    def __init__(self, bridge: Bridge, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._meeting_id = bridge, meeting_id
        self._item: RoomItem | None = None
        self._issue: IssueRow | None = None
        self._open: tuple[str, int] | None = None
        self.choice = ChoiceBox(())
        self.choice.setAccessibleName(self.tr("What to look at"))
        self.preview = Preview(bridge, self.tr("The pages of the papers"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.choice)
        box.addWidget(self.preview, 1)
        self.choice.currentIndexChanged.connect(self._on_chosen)
        self.preview.closed.connect(self.closed)
        self.preview.artist.opened.connect(self._on_opened)

    def show_item(self, item: RoomItem, issue: int | None) -> None:
        """Show what belongs to an item: the pack that went out last, if there is one, else its first paper."""
        self._item = item
        if issue is not None and (self._issue is None or self._issue.id != issue):
            job = self._bridge.ask(pack_issues, meeting_id=self._meeting_id)
            job.then(functools.partial(self._on_issues, issue))
            return
        self._offer()

    def leave(self) -> None:
        """Let go of what is open."""
        self._open = None
        self.preview.artist.close()

    def _on_issues(self, issue: int, issues: tuple[IssueRow, ...]) -> None:
        self._issue = next((row for row in issues if row.id == issue), None)
        self._offer()

    def _offer(self) -> None:
        item = self._item
        if item is None:
            return
        was_blocked = self.choice.blockSignals(True)
        choices: list[tuple[Any, str]] = []
        if self._issue is not None:
            choices.append((self._issue, self.tr("The pack, issue {number}").format(number=self._issue.number)))
        choices += [(paper, f"{paper.number}  {paper.title}") for paper in item.papers if paper.has_safe_copy]
        self.choice.offer(choices)
        self.choice.setVisible(self.choice.count() > 1)
        self.choice.blockSignals(was_blocked)
        self._on_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        found: Any = self.choice.value()
        if isinstance(found, IssueRow):
            self._show_pack(found)
        elif isinstance(found, PaperRow):
            self._open = ("paper", found.id)
            self._bridge.ask(safe_paper, paper_id=found.id).then(functools.partial(self._on_paper, found))
        else:
            self._open = None
            self.preview.say(self.tr("This item has no papers, and no pack has gone out yet."))

    def _show_pack(self, issue: IssueRow) -> None:
        if self._open == ("issue", issue.id):
            self._turn()
            return
        self._open = ("issue", issue.id)
        self._bridge.ask(issued_pack, issue_id=issue.id).then(functools.partial(self._on_pack, issue))

    def _on_pack(self, issue: IssueRow, content: bytes) -> None:
        if self._open == ("issue", issue.id):
            self.preview.show_pdf(self.tr("Pack, issue {number}").format(number=issue.number), content)

    def _on_paper(self, row: PaperRow, paper: PaperContent) -> None:
        if self._open == ("paper", row.id):
            self.preview.show_paper(f"{row.number}  {row.title}", paper)

    @Slot(object)
    def _on_opened(self, sizes: object) -> None:
        if sizes:
            self._turn()

    def _turn(self) -> None:
        """Turn the pack to the first of the item's papers."""
        if self._open is None or self._open[0] != "issue" or self._issue is None or self._item is None:
            return
        for item in self._issue.items:
            if item.item_id == self._item.id:
                pages = [paper.first_page for paper in item.papers if paper.first_page]
                if pages:
                    self.preview.pages.turn_to(min(pages))
