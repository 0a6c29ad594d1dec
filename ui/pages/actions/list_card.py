"""The list of actions in its card, with the keys that work in it and what to do where it is empty."""

from __future__ import annotations

from ui.ordered_rows import OrderedRowsCard
from ui.pages.actions.table import ActionTable


class ListCard(OrderedRowsCard):
    """The table; below it its keys, and "Show more" where there is more."""

    def __init__(self) -> None:
        table = ActionTable()
        super().__init__(table)
        self.table = table
        self.more.setText(self.tr("Show more"))
        self.keys.set_whole(
            self.tr("Space done · P in progress · + − a week · E words · F deadline · A owner · N note · X not done")
        )

    def say_empty(self, *, is_sought: bool, may_add: bool) -> None:
        """Say why nothing is here, and what to do about it."""
        if is_sought:
            self.table.empty.say(self.tr("Nothing fits the search."), self.tr("Show everything that is open"))
        else:
            said = self.tr("Nothing is open here. What groups agree on in their minutes shows here until it is done.")
            self.table.empty.say(said, self.tr("New action") if may_add else "")
