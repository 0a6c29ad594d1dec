"""What one does with several chosen actions at once."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from referral_desk.operations.actions import move_due
from ui.pages.actions.side_panel import SidePanel
from ui.pages.actions.words import due_text
from ui.widgets.boxes import clear_box
from ui.widgets.buttons import button
from ui.widgets.day_input import DayInput
from ui.widgets.labels import ElidedLabel, label, rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referral_desk.queries.actions import ActionRow
    from ui.doing import UndoPage

LISTED = 12


class SeveralPanel(SidePanel):
    """The panel while more than one is chosen. `wished` tells what a button asks for, as a key of the list would."""

    def __init__(self, page: UndoPage) -> None:
        super().__init__()
        self.page = page
        self.rows: list[ActionRow] = []
        self.title = label("", "title")
        steps = (
            ("done", self.tr("Done"), "check"),
            ("progress", self.tr("In progress"), "circle-half-fill"),
            ("later", self.tr("A week later"), "plus"),
            ("sooner", self.tr("A week sooner"), "minus"),
            ("priority", self.tr("High priority"), "flag"),
            ("give_up", self.tr("Not done …"), "x-circle"),
            ("mails", self.tr("Draft mails …"), "envelope-simple"),
        )
        grid = QGridLayout()
        grid.setSpacing(8)
        self.buttons = {}
        for number, (wish, word, icon_name) in enumerate(steps):
            made = button(word, "primary" if wish == "done" else "", icon_name)
            made.clicked.connect(functools.partial(self._wish, wish))
            made.setEnabled(page.bridge.may(move_due))
            self.buttons[wish] = made
            # The first has a line of its own, so that the others stand in pairs.
            grid.addWidget(made, (number + 1) // 2, (number + 1) % 2 if number else 0, 1, 1 if number else 2)
        self.due = DayInput(self.tr("Deadline for all of them"), page.bridge.today, is_ahead=True)
        self.due.setEnabled(page.bridge.may(move_due))
        self.set_due = button(self.tr("Set"))
        self.set_due.setEnabled(page.bridge.may(move_due))
        self.list = QVBoxLayout()
        self.list.setSpacing(2)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 20)
        box.setSpacing(12)
        box.addWidget(self.title)
        box.addLayout(grid)
        box.addLayout(self.slot)
        box.addWidget(label(self.tr("Deadline for all of them"), "field"))
        across = QGridLayout()
        across.addWidget(self.due, 0, 0)
        across.addWidget(self.set_due, 0, 1)
        across.setColumnStretch(0, 1)
        box.addLayout(across)
        box.addWidget(rule())
        box.addLayout(self.list)
        box.addStretch()
        self.set_due.clicked.connect(self._on_due)
        self.due.line.returnPressed.connect(self._on_due)

    def show_several(self, rows: Sequence[ActionRow]) -> None:
        """Say which are chosen."""
        if [row.id for row in rows] != [row.id for row in self.rows]:
            self.close_form()
        self.rows = list(rows)
        self.title.setText(self.tr("%n action(s) chosen", "", len(self.rows)))
        clear_box(self.list)
        for row in self.rows[:LISTED]:
            self.list.addWidget(ElidedLabel(" ".join(row.text.split()), ""))
            who = " · ".join(part for part in (row.reference, row.owner, due_text(row)) if part)
            self.list.addWidget(ElidedLabel(who, "faint"))
        if len(self.rows) > LISTED:
            self.list.addWidget(label(self.tr("and %n more", "", len(self.rows) - LISTED), "note"))

    @Slot()
    def _on_due(self) -> None:
        day = self.due.day()
        if day is None:
            self.due.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        actions = tuple((row.id, row.version) for row in self.rows)
        self.page.change(
            self.tr("New deadline for %n action(s).", "", len(actions)), move_due, actions=actions, due=day
        )
