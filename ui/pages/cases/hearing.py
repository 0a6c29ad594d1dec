"""When can we hear? One line: what a group sends today reaches which meeting, by when, and when it hears the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from referral_desk.vocabulary import Tier
from ui.memory import recall, remember
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import IconLabel, WrappedLabel, label
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referral_desk.queries.hearing import Hearing
    from referral_desk.queries.meetings import GroupChoice

KEY = "cases/hearing"
LAST_DAYS = 5
"""From so few working days on the line is marked."""


class HearingLine(QWidget):
    """A group to choose, and what becomes of what it sends today; `wanted` tells the group."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = ChoiceBox(())
        self.group.setAccessibleName(self.tr("When can this group hear?"))
        self.group.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.group.setMinimumContentsLength(14)
        self.ask = label(self.tr("When can we hear?"), "field")
        self.mark = IconLabel("ear", "quiet", size=18)
        self.words = WrappedLabel("", "note")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        across.addWidget(self.mark)
        across.addWidget(self.ask)
        across.addWidget(self.group)
        across.addWidget(self.words, 1)
        self.group.currentIndexChanged.connect(self._on_group)

    def offer(self, groups: Sequence[GroupChoice]) -> None:
        """Offer the groups that carry something up."""
        chosen = self.group.value() or int(recall(KEY, "0"))
        was_blocked = self.group.blockSignals(True)
        senders = [group for group in groups if group.tier in (Tier.REGIONAL, Tier.NATIONAL)]
        senders.sort(key=lambda group: group.tier is Tier.NATIONAL)
        self.group.offer(tuple((group.id, group.name) for group in senders))
        if chosen in self.group.values:
            self.group.setCurrentIndex(self.group.values.index(chosen))
        self.group.blockSignals(was_blocked)
        if senders:
            self.wanted.emit(self.group.value())

    def show_hearing(self, told: Hearing) -> None:
        """Say what becomes of what is sent today."""
        if told.group_id != self.group.value():
            return
        is_last = told.days_left is not None and told.days_left <= LAST_DAYS
        self.mark.show_icon("hourglass-medium" if is_last else "ear", "warn" if is_last else "quiet")
        self.words.set_whole(" ".join(told.lines[:3]))
        self.words.setToolTip(plain_tip(" ".join(told.lines)))

    @Slot()
    def _on_group(self) -> None:
        if (chosen := self.group.value()) is not None:
            remember(KEY, str(chosen))
            self.wanted.emit(chosen)
