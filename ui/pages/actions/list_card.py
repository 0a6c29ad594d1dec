"""The list of actions in its card, with the keys that work in it and what to do where it is empty."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from ui.pages.actions.table import ActionTable
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel


class ListCard(Card):
    """The table; below it its keys, and "Show more" where there is more."""

    def __init__(self) -> None:
        super().__init__(margin=1, gap=0)
        self.table = ActionTable()
        self.more = button(self.tr("Show more"), "link")
        self.keys = ElidedLabel(
            self.tr("Space done · P in progress · + − a week · E words · F deadline · A owner · N note · X not done"),
            "faint",
        )
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 6)
        foot.addWidget(self.keys, 1)
        foot.addWidget(self.more)
        self.add(self.table)
        self.body.addLayout(foot)

    def say_empty(self, *, is_sought: bool, may_add: bool) -> None:
        """Say why nothing is here, and what to do about it."""
        if is_sought:
            self.table.empty.say(self.tr("Nothing fits the search."), self.tr("Show everything that is open"))
        else:
            said = self.tr("Nothing is open here. What groups agree on in their minutes shows here until it is done.")
            self.table.empty.say(said, self.tr("New action") if may_add else "")
