"""Plan a meeting, where one stands: group, day, times; what speaks against the day is said before one presses."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk import clock
from referral_desk.clock import Quarter
from referral_desk.errors import DeskError
from referral_desk.operations.meetings import plan_meeting
from referral_desk.queries.meetings import DayWarning, GroupChoice, day_warnings
from referral_desk.vocabulary import MeetingKind
from ui.day_words import DayWords
from ui.forms import Choice, Day, Form, Text, Time
from ui.language import label_text, language
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import IconLabel, label

if TYPE_CHECKING:
    from ui.bridge import Bridge

AHEAD = dt.timedelta(days=35)
"""An invitation goes out four weeks before (domain 4.4): this leaves one to write it."""
MORNING, NOON = dt.time(9), dt.time(12)
CHRISTMAS, NEW_YEAR = (12, 22), (1, 2)
"""Month and day between which nobody is called to a meeting."""


@dataclass(frozen=True)
class Habit:
    """Where and when a group met last."""

    place: str
    starts: dt.time
    ends: dt.time


def _usual(day: dt.date, today: dt.date) -> dt.date:
    """A day on which offices meet: not a weekend or holiday, and not over Christmas and New Year."""
    if (day.month, day.day) >= CHRISTMAS or (day.month, day.day) <= NEW_YEAR:
        year = day.year if day.month > 1 else day.year - 1
        before = dt.date(year, *CHRISTMAS) - dt.timedelta(days=1)
        while not clock.is_working_day(before):
            before -= dt.timedelta(days=1)
        day = before if before > today else dt.date(year + 1, *NEW_YEAR) + dt.timedelta(days=1)
    return day if clock.is_working_day(day) else clock.add_working_days(day, 1)


class PlanForm(Card):
    """Hidden until it is started. `planned` tells the new meeting."""

    planned = Signal(int)
    opened = Signal(bool)
    """It is shown, or hidden again."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("", margin=16, gap=12, parent=parent)
        self._bridge = bridge
        self._groups: tuple[GroupChoice, ...] = ()
        self._habits: dict[int, Habit] = {}
        self._wanted: int | None = None
        self._quarter: Quarter | None = None
        self._words = DayWords(self)
        self.setAccessibleName(self.tr("Plan a meeting"))
        kinds = tuple((kind, label_text(kind)) for kind in MeetingKind)
        self.form = Form(
            (
                Choice("group", self.tr("Group"), 4),
                Day("day", self.tr("Day"), 4, today=bridge.today),
                Time("starts", self.tr("From"), 2),
                Time("ends", self.tr("To"), 2),
                Choice("kind", self.tr("Kind"), 4, choices=kinds),
                Text("place", self.tr("Place"), 4, at_most=200),
                Text("title", self.tr("Title, if it needs one"), 4, at_most=200),
            )
        )
        group = self.form.inputs["group"]
        assert isinstance(group, ChoiceBox)
        self.group = group
        self.warnings = QVBoxLayout()
        self.warnings.setSpacing(2)
        self._lines: list[QWidget] = []
        self.wrong = label("", "wrong", wraps=True)
        self.wrong.hide()
        self.plan = button(self.tr("Plan the meeting"), "primary", "calendar-plus")
        self.leave = button(self.tr("Cancel"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.plan)
        row.addWidget(self.leave)
        row.addStretch()
        self.add(label(self.tr("Plan a meeting"), "lead"), self.form, self.warnings, self.wrong, row)
        self.form.edited.connect(self._on_edited)
        self.plan.clicked.connect(self._on_plan)
        self.leave.clicked.connect(self.hide)
        self.hide()

    def set_groups(self, groups: tuple[GroupChoice, ...], habits: dict[int, Habit], first: int | None = None) -> None:
        """Offer groups, with where and when each met last; the chosen one stays, else `first` is proposed."""
        self._habits = habits
        if groups == self._groups:
            return
        self._groups = groups
        before = self.group.value()
        self.group.blockSignals(True)
        self.group.offer(tuple((group.id, group.name) for group in groups))
        self.group.blockSignals(False)
        if groups:
            self.form.fill({"group": before or self._wanted or first or groups[0].id})
        if self.isVisible():
            self._settle()

    def start(self, *, group_id: int | None = None, quarter: Quarter | None = None) -> None:
        """Show the form for a group, with a working day to start from: in the quarter asked for, else in five weeks."""
        self._wanted, self._quarter = group_id, quarter
        self.form.clear_marks()
        self.wrong.hide()
        values: dict[str, Any] = {"day": self._day(quarter), "starts": MORNING, "ends": NOON, "title": ""}
        if group_id in self.group.values:
            values["group"] = group_id
        self.form.fill(values, of=(group_id, quarter))
        self._settle()
        self.show()
        self.group.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep(self) -> dict[str, Any] | None:
        """What is being written, if anything."""
        return None if self.isHidden() else self.form.values()

    def take_up(self, kept: dict[str, Any] | None) -> None:
        """Go on writing."""
        if kept is not None:
            self.start(group_id=kept["group"])
            self.form.fill({name: value for name, value in kept.items() if name != "group"})

    def _day(self, quarter: Quarter | None) -> dt.date:
        today = self._bridge.today
        if quarter is None or (today in quarter and today + AHEAD <= quarter.last):
            day = today + AHEAD
        elif quarter.first > today:
            day = quarter.first + (quarter.last - quarter.first) // 2
        else:
            day = max(today, quarter.first)
        return _usual(day, today)

    def _settle(self) -> None:
        """Take place and times as the group is used to them, and ask what speaks against the day."""
        chosen = next((group for group in self._groups if group.id == self.group.value()), None)
        if chosen is None:
            return
        habit = self._habits.get(chosen.id, Habit(chosen.place, MORNING, NOON))
        self.form.fill({"place": chosen.place or habit.place, "starts": habit.starts, "ends": habit.ends})
        self._ask()

    def _ask(self) -> None:
        values = self.form.values()
        if values["group"] is not None and values["day"] is not None:
            job = self._bridge.ask(day_warnings, group_id=values["group"], day=values["day"], language=language())
            job.then(self._on_warnings)

    @Slot(object)
    def _on_warnings(self, warnings: tuple[DayWarning, ...]) -> None:
        for old in self._lines:
            self.warnings.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = []
        for warning in warnings:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            said = self._words.said(warning)
            line.setAccessibleName(said)
            row.addWidget(IconLabel("warning-fill", "warn"))
            row.addWidget(label(said, "note", wraps=True), 1)
            self.warnings.addWidget(line)
            self._lines.append(line)

    def warned(self) -> list[str]:
        """What speaks against the day (for tests)."""
        return [line.accessibleName() for line in self._lines]

    @Slot(str, object)
    def _on_edited(self, name: str, _value: object) -> None:
        if name == "group":
            self._settle()
        elif name == "day":
            self._ask()

    @Slot()
    def _on_plan(self) -> None:
        self.form.hand_on()
        if not self.form.can_be_read():
            return
        values = self.form.values()
        if values["group"] is None:
            self.wrong.setText(self.tr("Set up a group first: a meeting belongs to one."))
            self.wrong.show()
            return
        self.plan.setEnabled(False)
        quarter = self._quarter
        job = self._bridge.do(
            plan_meeting,
            group_id=values["group"],
            day=values["day"],
            starts=values["starts"],
            ends=values["ends"],
            kind=values["kind"],
            place=values["place"],
            title=values["title"],
            # A meeting that makes up for an empty quarter counts for that one.
            quarter=quarter if quarter is not None and quarter.last < values["day"] else None,
            language=language(),
        )
        job.then(self._on_planned).otherwise(self._on_refused)

    @Slot(object)
    def _on_planned(self, meeting_id: int) -> None:
        self.plan.setEnabled(True)
        self.hide()
        self.planned.emit(meeting_id)

    @Slot(object)
    def _on_refused(self, error: DeskError) -> None:
        self.plan.setEnabled(True)
        self.wrong.setText(error.sentence(language()))
        self.wrong.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.opened.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.opened.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
