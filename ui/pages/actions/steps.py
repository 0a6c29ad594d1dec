"""What keys and buttons do to the chosen actions: one word for each, one place where it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from referral_desk.operations.action_steps import set_action_state
from referral_desk.operations.actions import move_due, set_priority
from referral_desk.vocabulary import ActionState, Priority
from ui.pages.actions.forms import ReasonForm, TransferForm

if TYPE_CHECKING:
    from referral_desk.queries.actions import ActionRow
    from ui.pages.actions.page import ActionsPage

WEEK = 7
FIELDS = ("text", "owner", "due", "note")


class Steps(QObject):
    """Takes a wish of the list or the panel, and does it to what is chosen."""

    def __init__(self, page: ActionsPage) -> None:
        super().__init__(page)
        self.page = page

    def rows(self) -> list[ActionRow]:
        """What is chosen in the list; else the action that is open beside it."""
        side = self.page.side
        chosen = self.page.table.chosen_rows()
        if side.part is side.one and side.one.view is not None and len(chosen) < 2:  # noqa: PLR2004 - one is open
            return [side.one.view.row]
        return chosen

    @Slot(str)
    def take(self, wish: str) -> None:
        """Do what is wished."""
        rows = self.rows()
        if not rows:
            return
        if wish == "panel" or wish in FIELDS:
            self._go_to("text" if wish == "panel" else wish, rows)
        elif wish == "mails":
            self.page.open_mails()
        elif not self.page.bridge.may(set_action_state):
            return
        elif wish in ("give_up", "transfer"):
            self._ask(wish, rows)
        elif wish in ("later", "sooner"):
            self._move(rows, WEEK if wish == "later" else -WEEK)
        elif wish == "priority":
            self._weigh(rows)
        else:
            self._step(wish, rows)

    def _step(self, wish: str, rows: list[ActionRow]) -> None:
        are_open = [row for row in rows if row.state.is_open]
        if wish == "done":
            # Ticking what is ticked off takes the tick away.
            state = ActionState.DONE if are_open else ActionState.OPEN
            changed = are_open or [row for row in rows if row.state is not ActionState.TRANSFERRED]
        else:
            begun = all(row.state is ActionState.IN_PROGRESS for row in are_open)
            state = ActionState.OPEN if begun else ActionState.IN_PROGRESS
            changed = are_open
        if not changed:
            return
        said = {
            ActionState.DONE: self.tr("Done: %n action(s).", "", len(changed)),
            ActionState.IN_PROGRESS: self.tr("In progress: %n action(s).", "", len(changed)),
        }.get(state, self.tr("Open again: %n action(s).", "", len(changed)))
        self.page.change(said, set_action_state, actions=_keys(changed), state=state)

    def _move(self, rows: list[ActionRow], days: int) -> None:
        changed = [row for row in rows if row.state.is_open]
        if changed:
            said = self.tr("New deadline for %n action(s).", "", len(changed))
            self.page.change(said, move_due, actions=_keys(changed), days=days)

    def _weigh(self, rows: list[ActionRow]) -> None:
        changed = [row for row in rows if row.state.is_open]
        if changed:
            are_high = all(row.priority is Priority.HIGH for row in changed)
            said = self.tr("New priority for %n action(s).", "", len(changed))
            priority = Priority.NORMAL if are_high else Priority.HIGH
            self.page.change(said, set_priority, actions=_keys(changed), priority=priority)

    def _ask(self, wish: str, rows: list[ActionRow]) -> None:
        side = self.page.side
        changed = [row for row in rows if row.state.is_open]
        if not changed:
            return
        if wish == "transfer":
            if side.part is side.one:
                side.one.open_form(TransferForm(self.page, changed[0], self.page.groups))
            return
        form = ReasonForm(self.page, _keys(changed))
        if side.part is side.several:
            side.several.open_form(form)
        else:
            side.one.open_form(form)

    def _go_to(self, field: str, rows: list[ActionRow]) -> None:
        side = self.page.side
        if side.part is side.one:
            side.one.go_to(field)
        elif side.part is side.several and field == "due":
            side.several.due.setFocus(Qt.FocusReason.TabFocusReason)
        elif len(rows) == 1:
            self.page.open_action(rows[0].id)


def _keys(rows: list[ActionRow]) -> tuple[tuple[int, int], ...]:
    return tuple((row.id, row.version) for row in rows)
