"""One of the groups, or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Iterable

    from referral_desk.queries.meetings import GroupChoice

ALL = 0


class GroupBox(ChoiceBox):
    """The choice; its value is the id of a group, 0 for all."""

    def __init__(self, of_all: str, name: str) -> None:
        """`of_all` is the word for all groups, `name` what a screen reader calls the choice."""
        super().__init__(((ALL, of_all),))
        self.setAccessibleName(name)
        self._wanted = ALL

    def offer_groups(self, groups: Iterable[GroupChoice]) -> None:
        """Offer other groups; nobody is told, unless one of them was wanted before it was there."""
        was_blocked = self.blockSignals(True)
        self.offer(((ALL, self.itemText(0)), *((group.id, group.name) for group in groups)))
        self.blockSignals(was_blocked)
        wanted, self._wanted = self._wanted, ALL
        if wanted:
            self.choose(wanted)

    def choose(self, group_id: int) -> None:
        """Choose a group, if it is there; 0 for all."""
        if group_id in self.values:
            self.setCurrentIndex(self.values.index(group_id))

    def choose_later(self, group_id: int) -> None:
        """Choose a group as soon as the groups are there."""
        self._wanted = group_id
