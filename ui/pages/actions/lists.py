"""Save the open actions as a list on paper: of a group, of an owner, one's own, or all of them."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui.command_menu import add_command
from ui.commands import Command
from ui.documents import DocumentDoor, add_languages
from ui.pages.actions.bar import GROUP, WEEK
from ui.widgets.buttons import button
from ui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from collections.abc import Iterable

    from referral_desk.queries.actions import ActionRow
    from ui.bridge import Bridge
    from ui.pages.actions.page import ActionsPage

MOST_OWNERS: Final = 12


class ActionLists(DocumentDoor):
    """Makes lists of open actions as of today."""

    def __init__(self, bridge: Bridge, window: QWidget, line: ProgressLine) -> None:
        super().__init__(bridge, window, line)
        self.with_closed = False

    def make(self, **whose: Any) -> None:
        """Make the list of a `group_id`, of a `person_id` or an `organisation_id`; without any of all that is open."""
        from referral_desk.queries.document_content import action_list  # noqa: PLC0415 - only when asked for

        self.ask(action_list, day=self._bridge.today, with_closed=self.with_closed, **whose)

    def set_with_closed(self, is_on: bool) -> None:
        """Whether the words of confidential actions stand in the lists that are made from now on."""
        self.with_closed = is_on

    def offers(self, *, group: tuple[int, str] | None, me: int | None, rows: Iterable[ActionRow]) -> list[Command]:
        """The lists that one can have: of the group that is looked at, one's own, of the rows' owners, of all."""
        found = []
        if group is not None:
            said = self.tr("Open actions of {name} …").format(name=group[1])
            found.append(self._offer("group", said, "users-three", group_id=group[0]))
        if me is not None:
            found.append(self._offer("mine", self.tr("My own open actions …"), "user", person_id=me))
        for row in owners(rows, but=me):
            said = self.tr("Open actions of {name} …").format(name=row.owner)
            if row.owner_person_id is not None:
                key = {"person_id": row.owner_person_id}
            else:
                key = {"organisation_id": row.owner_organisation_id or 0}
            found.append(self._offer(f"owner-{len(found)}", said, "user-list", **key))
        return [*found, self._offer("all", self.tr("All open actions …"), "check-square")]

    def _offer(self, key: str, title: str, glyph: str, **whose: int) -> Command:
        return Command(f"actions/list/{key}", title, glyph, functools.partial(self.make, **whose))


class ListButton(QWidget):
    """The button with its menu; `line` shows that a list is being made, and stops it."""

    def __init__(self, page: ActionsPage) -> None:
        super().__init__()
        self._page = page
        self.line = ProgressLine()
        self.lists = ActionLists(page.bridge, page, self.line)
        self.press = button(self.tr("Save a list …"), "", "file-pdf", tip=self.tr("Open actions as a PDF, to hand out"))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.press)
        self.setFocusProxy(self.press)
        self.lists.told.connect(page.told)
        self.press.clicked.connect(self.open_menu)

    def offers(self) -> list[Command]:
        """The lists that one can have now: of the owners of what is chosen, else of what is shown."""
        page, view = self._page, self._page.bar.view
        group = (page.bar.group.value(), page.bar.group.currentText()) if view == GROUP else (0, "")
        rows = page.table.chosen_rows() or page.table.shown_rows() if view != WEEK else []
        return self.lists.offers(group=group if group[0] else None, me=page.me, rows=rows)

    @Slot()
    def open_menu(self) -> None:
        """Show the menu below the button."""
        self.menu().popup(self.press.mapToGlobal(QPoint(0, self.press.height())))

    def menu(self) -> ListMenu:
        """The menu as it is now."""
        return ListMenu(self.lists, self.offers(), self)


class ListMenu(QMenu):
    """The lists there are, whether confidential actions are in them, and in which language; gone once it is closed."""

    def __init__(self, lists: ActionLists, offers: Iterable[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for offer in offers:
            add_command(self, offer)
        self.addSeparator()
        closed = self.addAction(self.tr("With confidential actions"))
        closed.setCheckable(True)
        closed.setChecked(lists.with_closed)
        closed.toggled.connect(lists.set_with_closed)
        self.addSeparator()
        add_languages(self)


def owners(rows: Iterable[ActionRow], *, but: int | None = None) -> list[ActionRow]:
    """A row of each owner, in the order of the rows; `but` is a person who is left out."""
    found: dict[tuple[int | None, int | None], ActionRow] = {}
    for row in rows:
        owner = (row.owner_person_id, row.owner_organisation_id)
        if any(owner) and (but is None or row.owner_person_id != but):
            found.setdefault(owner, row)
    return list(found.values())[:MOST_OWNERS]
