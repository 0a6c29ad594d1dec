"""The open actions of a group on its page: those due first, and the way to all of them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from referral_desk.queries.action_search import ActionsPage, find_actions
from referral_desk.shorthand.action_query import ActionQuery
from ui.documents import DocumentDoor
from ui.language import day_text, language
from ui.places import Place, wishes
from ui.widgets.boxes import clear_box
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.progress_line import ProgressLine
from ui.widgets.row_button import RowButton, RowLook

if TYPE_CHECKING:
    from referral_desk.queries.actions import ActionRow
    from ui.doing import UndoPage

SHOWN = 4


class ActionsCard(Card):
    """The first few; pressing one opens it among the others."""

    def __init__(self, page: UndoPage) -> None:
        super().__init__(" ", gap=4)
        self.page = page
        self.title.setText(self.tr("Actions"))
        self.setAccessibleName(self.tr("Actions"))
        self.all = button(self.tr("All of them"), "link")
        self.all.setAccessibleDescription(self.tr("Actions"))
        self.paper = icon_button("file-pdf", self.tr("Save the open actions as PDF …"))
        self.line = ProgressLine()
        self.door = DocumentDoor(page.bridge, page, self.line)
        self.door.told.connect(page.told)
        self.beside_title(self.all)
        self.beside_title(self.paper)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        self.add(self.line, self.rows)
        self.all.clicked.connect(self._on_all)
        self.paper.clicked.connect(self.save_list)

    def reload(self) -> None:
        """Ask for the group's open actions as of today: they follow it until they are closed."""
        job = self.page.bridge.ask(
            find_actions,
            sought=ActionQuery(),
            day=self.page.bridge.today,
            language=language(),
            group_id=self.page.place.id,
            at_most=SHOWN,
        )
        job.then(self.show_found)

    @Slot(object)
    def show_found(self, found: ActionsPage) -> None:
        """Show the answer of the query."""
        clear_box(self.rows)
        if not found.rows:
            self.rows.addWidget(label(self.tr("Nothing is open."), "note", wraps=True))
        for row in found.rows:
            made = RowButton(self._look(row))
            made.clicked.connect(functools.partial(self._on_one, row.id))
            self.rows.addWidget(made)
        self.all.setText(self.tr("All %n", "", found.total))
        for part in (self.all, self.paper):
            part.setVisible(bool(found.rows))

    @Slot()
    def save_list(self) -> None:
        """Save the group's open actions as of today, without those that are confidential."""
        from referral_desk.queries.document_content import action_list  # noqa: PLC0415 - only when asked for

        self.door.ask(action_list, day=self.page.bridge.today, group_id=self.page.place.id)

    def _look(self, row: ActionRow) -> RowLook:
        due = day_text(row.due, "date")
        when = self.tr("{day}, overdue").format(day=due) if row.is_overdue else due or self.tr("No deadline")
        icon, tone = ("warning-circle-fill", "late") if row.is_overdue else ("circle", "faint")
        detail = " · ".join(part for part in (row.owner or self.tr("No owner"), when) if part)
        return RowLook(" ".join(row.text.split()), detail, icon, tone)

    def _on_one(self, action_id: int) -> None:
        self.page.go(Place("actions", view="group", wishes=wishes(group=self.page.place.id, action=action_id)))

    @Slot()
    def _on_all(self) -> None:
        self.page.go(Place("actions", view="group", wishes=wishes(group=self.page.place.id)))
