"""How a group likes to meet: weekdays in order, days it never can, time, length, week, travel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.operations.wheel import set_group_wish
from referral_desk.wheel.words import WEEKDAYS
from ui.forms import Check, Choice, Form, Number, Time
from ui.language import language
from ui.widgets.buttons import button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import label

if TYPE_CHECKING:
    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done
    from referral_desk.queries.wheel_rows import WheelRow
    from ui.doing import UndoPage

NEVER = -1
LAST_CHOICE = 3
WORKING_DAYS = 5


class WishesPanel(QWidget):
    """A form for one group's wishes; saved with a button, and undone from the banner."""

    group_opened = Signal(int)

    def __init__(self, page: UndoPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._row: WheelRow | None = None
        self.group = ChoiceBox(())
        self.group.setAccessibleName(self.tr("Group"))
        self.rhythm = button("", "link")
        ranks = (
            (0, self.tr("Any")),
            (1, self.tr("1st choice")),
            (2, self.tr("2nd choice")),
            (LAST_CHOICE, self.tr("3rd choice")),
            (NEVER, self.tr("Never")),
        )
        weeks = (
            (0, self.tr("Any week")),
            *((week, self.tr("Week {week} of 13").format(week=week)) for week in range(1, 14)),
        )
        days = [
            Choice(f"day{day}", WEEKDAYS[language()][day].capitalize(), 2, choices=ranks) for day in range(WORKING_DAYS)
        ]
        self.days = Form((*days, Choice("week", self.tr("Week of the quarter"), 2, choices=weeks)))
        self.times = Form(
            (
                Time("starts", self.tr("From"), 2),
                Number("length", self.tr("Length"), 2, at_least=15, at_most=720, unit=self.tr("min")),
                Check("travels", self.tr("Those who come travel: keep the days around it free"), 8, is_bare=True),
            )
        )
        self.wrong = label("", "wrong", wraps=True)
        self.wrong.hide()
        self.save = button(self.tr("Save the wishes"), "", "check")
        self.save.setEnabled(page.bridge.may(set_group_wish))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.group)
        head.addWidget(self.rhythm)
        head.addStretch()
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.save)
        foot.addWidget(self.wrong, 100)
        foot.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addLayout(head)
        box.addWidget(self.days)
        box.addWidget(self.times)
        box.addLayout(foot)
        box.addStretch()
        self.group.currentIndexChanged.connect(self._show)
        self.save.clicked.connect(self._on_save)
        self.rhythm.clicked.connect(self._on_rhythm)

    def show_row(self, row: WheelRow) -> None:
        """Offer the groups of a year; the chosen one stays."""
        self._row = row
        self.group.blockSignals(True)
        self.group.offer(tuple((body.id, body.name) for body in row.plan.bodies))
        self.group.blockSignals(False)
        self._show()

    def choose(self, group_id: int) -> None:
        """Show a group's wishes."""
        if group_id in self.group.values:
            self.group.setCurrentIndex(self.group.values.index(group_id))

    @Slot()
    def _show(self) -> None:
        group_id = self.group.value()
        if self._row is None or group_id not in self._row.wishes:
            return
        wish, body = self._row.wishes[group_id], self._row.plan.body[group_id]
        values: dict[str, Any] = {"week": wish.week or 0}
        for day in range(WORKING_DAYS):
            place = wish.weekdays.index(day) + 1 if day in wish.weekdays else 0
            values[f"day{day}"] = NEVER if day in wish.never else min(place, LAST_CHOICE)
        self.days.fill(values, of=(group_id, wish.version))
        times = {"starts": body.wish.starts, "length": body.wish.minutes, "travels": wish.travels}
        self.times.fill(times, of=(group_id, wish.version))
        if body.rhythm is None:
            self.rhythm.setText(self.tr("No number of meetings a year: set one on the group's page"))
        else:
            self.rhythm.setText(self.tr("%n meeting(s) a year: change it on the group's page", "", body.rhythm))
        self.wrong.hide()

    @Slot()
    def _on_save(self) -> None:
        assert self._row is not None
        for form in (self.days, self.times):
            form.hand_on()
        group_id, days, times = self.group.value(), self.days.values(), self.times.values()
        ranks = {day: days[f"day{day}"] for day in range(WORKING_DAYS)}
        liked = sorted((day for day, rank in ranks.items() if rank > 0), key=lambda day: (ranks[day], day))
        body = self._row.plan.body[group_id]
        told, wish = self._row.wishes[group_id], body.wish
        self.save.setEnabled(False)
        job = self._page.bridge.do(
            set_group_wish,
            group_id=group_id,
            version=told.version,
            weekdays=tuple(liked),
            never=tuple(day for day, rank in ranks.items() if rank == NEVER),
            # What only follows from how the group met last stays open.
            starts=times["starts"] if told.starts or times["starts"] != wish.starts else None,
            length=times["length"] if told.length or times["length"] != wish.minutes else None,
            week=days["week"] or None,
            travels=times["travels"],
        )
        self._said = self.tr("The wishes of {group} are kept.").format(group=body.name)
        job.then(self._on_done).otherwise(self._on_refused)

    @Slot(object)
    def _on_done(self, done: Done) -> None:
        self.save.setEnabled(True)
        self.wrong.hide()
        self._page.say_done(self._said, done)

    @Slot(object)
    def _on_refused(self, error: DeskError) -> None:
        self.save.setEnabled(True)
        self.wrong.setText(error.sentence(language()))
        self.wrong.show()

    @Slot()
    def _on_rhythm(self) -> None:
        self.group_opened.emit(self.group.value())
