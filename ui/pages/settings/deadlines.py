"""How many working days before and after a meeting things are due: for all groups, or for one; shown on an example."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSpinBox, QWidget

from referral_desk.clock import add_working_days
from referral_desk.deadlines import LONGEST, Deadlines
from referral_desk.operations.deadlines import set_deadlines
from referral_desk.queries.deadlines import DeadlinesRow, deadlines, example_meeting
from referral_desk.queries.meetings import groups_that_meet
from ui.language import day_text, language
from ui.theme import px
from ui.widgets.buttons import icon_button
from ui.widgets.card import Card
from ui.widgets.day_input import DayInput
from ui.widgets.group_box import GroupBox
from ui.widgets.labels import label, rule
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from ui.doing import UndoPage

WIDTH: Final = 820
PAUSE: Final = 800
"""Milliseconds after the last change until it is kept."""
BEFORE: Final = ("invitation", "call_for_items", "pack", "apologies")
AFTER: Final = ("minutes", "comments", "approval")
OTHER: Final = ("action_reminder", "receive", "answer", "regional_to_national", "national_to_interministerial")
OF_ALL: Final = OTHER[3:]
"""What lies between groups is no single group's to set."""


class DeadlineField(QWidget):
    """One deadline: a number of working days, and whether it was set just here."""

    changed = Signal(str, int)
    back = Signal(str)
    """It should be again as it would be otherwise."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.name = name
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        self.count = QSpinBox()
        self.count.setRange(0, LONGEST)
        self.count.setAccessibleName(title)
        self.count.setFixedWidth(px(76))
        self.count.lineEdit().setTextMargins(px(8), 0, 0, 0)
        self.reset = icon_button("arrow-counter-clockwise", self.tr("Back to the usual"))
        box.addWidget(self.count)
        box.addWidget(self.reset)
        self.setFocusProxy(self.count)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.hand_on)
        self._is_filling = False
        self._known = 0
        self.count.valueChanged.connect(self._on_changed)
        self.count.editingFinished.connect(self.hand_on)
        self.reset.clicked.connect(self._on_back)

    def show_count(self, count: int, otherwise: int, *, is_own: bool, may: bool) -> None:
        """Show what holds; what is being changed here stays."""
        policy = self.reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(policy)
        self.reset.setVisible(is_own and may)
        tip = self.tr("Back to the usual: %n working day(s)", "", otherwise)
        self.reset.setToolTip(plain_tip(tip))
        self.count.setEnabled(may)
        if not self._pause.isActive():
            self._is_filling = True
            self._known = count
            self.count.setValue(count)
            self._is_filling = False

    @Slot()
    def hand_on(self) -> None:
        """Hand on what was typed, if it is new."""
        self._pause.stop()
        if self.count.value() != self._known:
            self._known = self.count.value()
            self.changed.emit(self.name, self._known)

    @Slot()
    def _on_changed(self) -> None:
        if not self._is_filling:
            self._pause.start()

    @Slot()
    def _on_back(self) -> None:
        self._pause.stop()
        self.back.emit(self.name)


class DeadlinesSection(Card):
    """All deadlines; beside each the day that it means for one meeting."""

    def __init__(self, page: UndoPage) -> None:
        super().__init__(gap=12)
        self._page = page
        self.setMaximumWidth(px(WIDTH))
        self.may = page.bridge.may(set_deadlines)
        self.titles = {
            "invitation": self.tr("Invitation"),
            "call_for_items": self.tr("Call for items"),
            "pack": self.tr("Agenda and papers"),
            "apologies": self.tr("Apologies"),
            "minutes": self.tr("Draft minutes"),
            "comments": self.tr("Comments on the minutes"),
            "approval": self.tr("Approval in writing"),
            "action_reminder": self.tr("Reminder of an action"),
            "receive": self.tr("Receiving what was sent up"),
            "answer": self.tr("Sending an answer home"),
            "regional_to_national": self.tr("Regional to national meeting"),
            "national_to_interministerial": self.tr("National to inter-ministerial"),
        }
        self.group = GroupBox(self.tr("All groups"), self.tr("Whose deadlines"))
        self.group.setMinimumWidth(px(260))
        self.day = DayInput(self.tr("Day of the example meeting"), page.bridge.today, is_ahead=True)
        self.day.setFixedWidth(px(180))
        head = QHBoxLayout()
        head.setSpacing(8)
        for words, made in ((self.tr("For"), self.group), (self.tr("Example: a meeting on"), self.day)):
            said = label(words, "field")
            said.setBuddy(made)
            head.addWidget(said)
            head.addWidget(made)
            head.addSpacing(16)
        head.addStretch()
        self.fields: dict[str, DeadlineField] = {}
        self.examples: dict[str, Any] = {}
        self.rows: dict[str, list[QWidget]] = {}
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(6)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(3, 1)
        self._build()
        note = label(
            self.tr("Working days leave out weekends, public holidays, 1 May, 5 June, 24 and 31 December."), "note"
        )
        self.add(head, rule(), self.grid, note)
        self.group.currentIndexChanged.connect(self._on_group)
        self.day.changed.connect(self._on_day)

    def reload(self) -> None:
        """Ask for the groups, the deadlines and the next meeting."""
        bridge = self._page.bridge
        bridge.ask(groups_that_meet, day=bridge.today, language=language()).then(self.group.offer_groups)
        self._ask()

    def save_now(self) -> None:
        """Keep what is being typed."""
        for made in self.fields.values():
            made.hand_on()

    def choose_group(self, group_id: int) -> None:
        """Show the deadlines of a group; 0 for all."""
        self.group.choose(group_id)

    def keep(self) -> dict[str, Any]:
        """Which group is shown."""
        return {"group": self.group.value()}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Show it again."""
        self.group.choose_later(kept["group"])

    def _build(self) -> None:
        units = {
            **dict.fromkeys(BEFORE, self.tr("working days before the meeting")),
            "minutes": self.tr("working days after the meeting"),
            "comments": self.tr("working days after they were sent out"),
            "approval": self.tr("working days after the last comment day"),
            "action_reminder": self.tr("working days before the action is due"),
            "receive": self.tr("working days after it was sent"),
            "answer": self.tr("working days after the decision"),
            **dict.fromkeys(OF_ALL, self.tr("working days at least")),
        }
        parts = (
            (self.tr("Before the meeting"), BEFORE),
            (self.tr("After the meeting"), AFTER),
            (self.tr("Beside the meetings"), OTHER),
        )
        row = 0
        for title, names in parts:
            said = label(title, "section")
            said.setContentsMargins(0, px(8) if row else 0, 0, 0)
            self.grid.addWidget(said, row, 0, 1, 4)
            row += 1
            for name in names:
                field = DeadlineField(name, f"{self.titles[name]}, {units[name]}")
                said = label(self.titles[name])
                said.setBuddy(field)
                unit, example = label(units[name], "note"), label("", "note")
                for column, made in enumerate((said, field, unit, example)):
                    self.grid.addWidget(made, row, column)
                self.fields[name], self.examples[name] = field, example
                self.rows[name] = [said, field, unit, example]
                field.changed.connect(self._on_count)
                field.back.connect(self._on_back)
                field.count.valueChanged.connect(self._show_examples)
                row += 1

    def _ask(self) -> None:
        group_id = self.group.value() or None
        bridge = self._page.bridge
        bridge.ask(deadlines, group_id=group_id).then(self._on_row)
        if self.day.day() is None:
            bridge.ask(example_meeting, day=bridge.today, group_id=group_id).then(self._on_example)

    @Slot(object)
    def _on_row(self, row: DeadlinesRow) -> None:
        if row.group_id != (self.group.value() or None):
            return
        for name, field in self.fields.items():
            for part in self.rows[name]:
                part.setVisible(name not in OF_ALL or row.group_id is None)
            field.show_count(row.counts[name], row.otherwise[name], is_own=name in row.own, may=self.may)
        self._show_examples()

    @Slot(object)
    def _on_example(self, day: dt.date | None) -> None:
        if self.day.day() is None:
            self.day.set_day(day or add_working_days(self._page.bridge.today, 30))
            self._show_examples()

    @Slot()
    def _show_examples(self) -> None:
        day = self.day.day()
        if day is None:
            return
        held = Deadlines.of({name: field.count.value() for name, field in self.fields.items()})
        written = held.minutes_due(day)
        commented = held.comments_due(written)
        by = self.tr("by {day}")
        told = {
            "invitation": by.format(day=_said(held.invitation_due(day))),
            "call_for_items": self.tr("on {day}").format(day=_said(held.items_due(day))),
            "pack": by.format(day=_said(held.pack_due(day))),
            "apologies": by.format(day=_said(held.apologies_due(day))),
            "minutes": by.format(day=_said(written)),
            "comments": by.format(day=_said(commented)),
            "approval": by.format(day=_said(held.approval_due(commented))),
            "answer": by.format(day=_said(held.answer_due(day))),
            "regional_to_national": self.tr("then from {day}").format(
                day=_said(add_working_days(day, held.regional_to_national))
            ),
            "national_to_interministerial": self.tr("then from {day}").format(
                day=_said(add_working_days(day, held.national_to_interministerial))
            ),
        }
        for name, example in self.examples.items():
            example.setText(told.get(name, ""))

    @Slot(str, int)
    def _on_count(self, name: str, count: int) -> None:
        self._set(name, count)

    @Slot(str)
    def _on_back(self, name: str) -> None:
        self._set(name, None)

    def _set(self, name: str, count: int | None) -> None:
        group_id = self.group.value() or None
        said = self.tr("{deadline}: saved.").format(deadline=self.titles[name])
        bridge = self._page.bridge
        job = bridge.do(set_deadlines, counts={name: count}, group_id=group_id)
        job.then(functools.partial(self._page.say_done, said))

    @Slot()
    def _on_group(self) -> None:
        self.save_now()
        self.day.set_day(None)
        self._ask()

    @Slot()
    def _on_day(self) -> None:
        self._show_examples()


def _said(day: dt.date) -> str:
    return day_text(day, "date")
