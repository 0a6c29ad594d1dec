"""What the plan keeps to: working days between the tiers, double-booking, travel, one group a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.operations.deadlines import set_deadlines
from referral_desk.operations.wheel import set_wheel_rules
from ui.forms import Check, Form, Number
from ui.widgets.buttons import button
from ui.widgets.labels import label

if TYPE_CHECKING:
    from referral_desk.queries.wheel_rows import WheelRow
    from ui.doing import UndoPage

LONGEST_GAP, MOST_TRAVEL = 60, 3


class RulesPanel(QWidget):
    """Two gaps that are deadlines of the desk, and the wheel's own rules."""

    def __init__(self, page: UndoPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._row: WheelRow | None = None
        days = self.tr("working days")
        upward = self.tr("Last regional meeting to national meeting")
        onward = self.tr("National meeting to inter-ministerial meeting")
        self.gaps = Form(
            (
                Number("regional", upward, at_most=LONGEST_GAP, unit=days),
                Number("national", onward, at_most=LONGEST_GAP, unit=days),
            )
        )
        one = self.tr("At most one group meets on a day: the coordinator goes to all")
        whole = self.tr("Two meetings on one day are too many for one person")
        travel = self.tr("Days of travel before and after, for groups that travel")
        self.rules = Form(
            (
                Check("one_a_day", one),
                Check("whole_days", whole),
                Number("travel", travel, at_most=MOST_TRAVEL),
            )
        )
        self.save = button(self.tr("Save the rules"), "", "check")
        self.save.setEnabled(page.bridge.may(set_wheel_rules) and page.bridge.may(set_deadlines))
        note = self.tr("Public holidays, weekends, closed days and a group's own “never” are always kept.")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(self.gaps, 1)
        across.addWidget(self.rules, 1)
        box.addLayout(across)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.save)
        foot.addWidget(label(note, "note", wraps=True), 1)
        box.addLayout(foot)
        box.addStretch()
        self.save.clicked.connect(self._on_save)

    def show_row(self, row: WheelRow) -> None:
        """Show the rules in force."""
        self._row = row
        rules = row.plan.rules
        gaps = {"regional": rules.regional_to_national, "national": rules.national_to_interministerial}
        self.gaps.fill(gaps, of=("gaps", *gaps.values()))
        own = {"one_a_day": rules.one_a_day, "whole_days": rules.whole_days, "travel": rules.travel_days}
        self.rules.fill(own, of=("rules", *own.values()))

    @Slot()
    def _on_save(self) -> None:
        assert self._row is not None
        for form in (self.gaps, self.rules):
            form.hand_on()
        gaps, own, held = self.gaps.values(), self.rules.values(), self._row.plan.rules
        said = self.tr("The rules are kept.")
        if (gaps["regional"], gaps["national"]) != (held.regional_to_national, held.national_to_interministerial):
            counts = {"regional_to_national": gaps["regional"], "national_to_interministerial": gaps["national"]}
            self._page.change(said, set_deadlines, counts=counts)
        if (own["travel"], own["one_a_day"], own["whole_days"]) != (held.travel_days, held.one_a_day, held.whole_days):
            self._page.change(
                said,
                set_wheel_rules,
                travel_days=own["travel"],
                one_a_day=own["one_a_day"],
                whole_days=own["whole_days"],
            )
