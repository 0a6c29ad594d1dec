"""What one does with a seat, as forms that open below it: fill, hand on, end a term, mend, change, end, add."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from referral_desk.operations.memberships import (
    appoint_representative,
    end_membership,
    set_membership_period,
    take_seat,
)
from referral_desk.operations.seats import add_seat, change_seat, end_seat
from referral_desk.queries.seats import HolderRow, SeatRow
from referral_desk.vocabulary import SeatKind, Sector
from ui.doing import OperationForm
from ui.language import collator, label_text
from ui.pages.group.words import holder_text, picks, seat_name
from ui.widgets.day_input import DayInput
from ui.widgets.pick_input import PickInput

if TYPE_CHECKING:
    from ui.pages.group.page import GroupPage

ADDABLE = (
    SeatKind.MEMBER,
    SeatKind.CHAIR,
    SeatKind.DEPUTY_CHAIR,
    SeatKind.SECRETARY,
    SeatKind.DEPUTY,
    SeatKind.OBSERVER,
)


class SeatForm(OperationForm):
    """A form about a seat; knows the page's people, organisations and day."""

    def __init__(self, page: GroupPage) -> None:
        super().__init__(page)
        self.group = page

    def day_input(self, title: str, day: dt.date | None, hint: str = "") -> DayInput:
        """An input for a day that begins with one."""
        made = DayInput(title, self.group.bridge.today, hint=hint)
        made.set_day(day)
        return made

    def pick_input(self, title: str, rows: object, hint: str = "") -> PickInput:
        """An input that offers rows."""
        made = PickInput(title, hint=hint)
        made.set_picks(picks(rows))  # type: ignore[arg-type]
        return made

    def refuses(self, *days: DayInput) -> bool:
        """Refuse a day that cannot be read; True where one cannot."""
        for made in days:
            if not made.is_readable():
                self.stop(made.problem(), made)
                return True
        return False


class TakeForm(SeatForm):
    """Let somebody take a seat; if it is held, the one before leaves the day before."""

    def __init__(self, page: GroupPage, seat: SeatRow) -> None:
        super().__init__(page)
        title = self.tr("Hand the seat on") if seat.holder else self.tr("Fill the seat")
        self.name_it(title, title)
        self.seat = seat
        hint = self.tr("Name; somebody new too")
        self.who = self.pick_input(self.tr("Person"), page.people, hint)
        self.whom = self.pick_input(self.tr("Speaks for"), page.organisations, self.tr("The person's organisation"))
        self.whom.choose(seat.organisation_id)
        self.first = self.day_input(self.tr("From"), page.as_of)
        self.last = self.day_input(self.tr("Until"), None, self.tr("Open"))
        self.add(self.tr("Person"), self.who, 6).add(self.tr("Speaks for"), self.whom, 6)
        self.add(self.tr("From"), self.first, 6).add(self.tr("Until (may stay open)"), self.last, 6)
        if seat.holder is not None:
            words = self.tr("{name} leaves the day before.").format(name=holder_text(seat.holder))
            self.say(words)
        self.who.picked.connect(self._on_who)

    def _on_who(self, person_id: object) -> None:
        if self.who.new_words() and person_id is None:
            self.say(self.tr("“{name}” is new and enters the directory.").format(name=self.who.new_words()))
        elif self.seat.holder is not None:
            self.say(self.tr("{name} leaves the day before.").format(name=holder_text(self.seat.holder)))
        else:
            self.say("")

    def submit(self) -> None:
        if self.refuses(self.first, self.last):
            return
        name = self.who.text().split(" · ")[0].strip()
        if self.whom.new_words():
            self.stop(self.tr("That organisation is not in the directory: add it there first."), self.whom)
            return
        if self.seat.holder is not None and self.first.day() is None:
            self.stop(self.tr("Say from which day: the one before leaves the day before."), self.first)
            return
        self.run(
            self.tr("{name} has the seat.").format(name=name or self.whom.text()),
            take_seat,
            seat_id=self.seat.id,
            person_id=self.who.pick(),
            new_person=self.who.new_words(),
            organisation_id=self.whom.pick(),
            valid_from=self.first.day(),
            valid_to=self.last.day(),
            follows=self.seat.holder is not None,
        )


class LeaveForm(SeatForm):
    """End the term of whoever holds a seat."""

    def __init__(self, page: GroupPage, holder: HolderRow) -> None:
        super().__init__(page)
        self.name_it(self.tr("End the term"), self.tr("End the term"))
        self.holder = holder
        self.last = self.day_input(self.tr("Last day"), page.as_of)
        self.add(self.tr("Last day in the seat"), self.last, 6)
        self.say(self.tr("The seat is then vacant until somebody takes it."))

    def submit(self) -> None:
        day = self.last.day()
        if day is None:
            self.stop(self.tr("Write the last day, such as 31.12.2026."), self.last)
            return
        self.run(
            self.tr("{name} leaves the seat.").format(name=self.holder.who),
            end_membership,
            membership_id=self.holder.id,
            version=self.holder.version,
            last_day=day,
        )


class PeriodForm(SeatForm):
    """Mend from when to when somebody holds a seat."""

    def __init__(self, page: GroupPage, holder: HolderRow) -> None:
        super().__init__(page)
        self.name_it(self.tr("Mend the days"), self.tr("Save"))
        self.holder = holder
        self.first = self.day_input(self.tr("From"), holder.valid_from, self.tr("Not known"))
        self.last = self.day_input(self.tr("Until"), holder.valid_to, self.tr("Open"))
        self.add(self.tr("From"), self.first, 6).add(self.tr("Until (may stay open)"), self.last, 6)
        self.say(self.tr("Both days are included."))

    def submit(self) -> None:
        if not self.refuses(self.first, self.last):
            self.run(
                self.tr("The days of {name} are mended.").format(name=self.holder.who),
                set_membership_period,
                membership_id=self.holder.id,
                version=self.holder.version,
                valid_from=self.first.day(),
                valid_to=self.last.day(),
            )


class EndSeatForm(SeatForm):
    """End a seat: it is history from the day after."""

    def __init__(self, page: GroupPage, seat: SeatRow) -> None:
        super().__init__(page)
        self.name_it(self.tr("End the seat"), self.tr("End the seat"))
        self.seat = seat
        self.last = self.day_input(self.tr("Last day"), page.as_of)
        self.add(self.tr("Last day of the seat"), self.last, 6)
        if seat.holder is not None:
            self.say(self.tr("{name} leaves with it.").format(name=holder_text(seat.holder)))
        else:
            self.say(self.tr("An ended seat is history, not a vacancy."))

    def submit(self) -> None:
        day = self.last.day()
        if day is None:
            self.stop(self.tr("Write the last day, such as 31.12.2026."), self.last)
            return
        self.run(
            self.tr("The seat has ended: {seat}.").format(seat=seat_name(self.seat)),
            end_seat,
            seat_id=self.seat.id,
            version=self.seat.version,
            last_day=day,
        )


class WhatForm(SeatForm):
    """What a seat is for; with no seat a new one is added."""

    def __init__(self, page: GroupPage, seat: SeatRow | None = None, sector: Sector | None = None) -> None:
        super().__init__(page)
        title = self.tr("Change the seat") if seat else self.tr("New seat")
        self.name_it(title, self.tr("Save") if seat else self.tr("Add the seat"))
        self.seat = seat
        self.kind = QComboBox()
        for kind in ADDABLE:
            self.kind.addItem(label_text(kind), kind.value)
        self.sector = QComboBox()
        self.sector.addItem(self.tr("As the organisation"), None)
        order = collator()
        for each in sorted(Sector, key=lambda member: order.sortKey(label_text(member))):
            self.sector.addItem(label_text(each), each.value)
        self.whom = self.pick_input(self.tr("Organisation"), page.organisations, self.tr("Any"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("If it has one"))
        self.deputy_for = QComboBox()
        self.deputy_for.addItem(self.tr("Nobody in particular"), None)
        others = page.view.standing if page.view is not None else ()
        for other in others:
            if other.counts and (seat is None or other.id != seat.id):
                self.deputy_for.addItem(other.holder.who if other.holder else seat_name(other), other.id)
        self.since = self.day_input(self.tr("Since"), None, self.tr("Not known"))
        for words, made, span in (
            (self.tr("Kind"), self.kind, 6),
            (self.tr("Sector"), self.sector, 6),
            (self.tr("Organisation"), self.whom, 6),
            (self.tr("Title"), self.words, 6),
            (self.tr("Stands in for"), self.deputy_for, 6),
        ):
            self.add(words, made, span)
            made.setAccessibleName(words)
        if seat is None:
            self.add(self.tr("Since"), self.since, 6)
            self.since.set_day(page.as_of)
            self.sector.setCurrentIndex(max(0, self.sector.findData(sector.value if sector else None)))
        else:
            self.kind.setCurrentIndex(self.kind.findData(seat.kind.value))
            self.sector.setCurrentIndex(max(0, self.sector.findData(seat.sector.value if seat.sector else None)))
            self.whom.choose(seat.organisation_id)
            self.words.setText(seat.title)
            self.deputy_for.setCurrentIndex(max(0, self.deputy_for.findData(seat.deputy_for_id)))
        self.kind.currentIndexChanged.connect(self._on_kind)
        self._on_kind()

    def _on_kind(self) -> None:
        self.deputy_for.setEnabled(self.kind.currentData() == SeatKind.DEPUTY.value)

    def submit(self) -> None:
        if self.refuses(self.since):
            return
        if self.whom.new_words():
            self.stop(self.tr("That organisation is not in the directory: add it there first."), self.whom)
            return
        kind = SeatKind(self.kind.currentData())
        what = {
            "kind": kind,
            "sector": Sector(self.sector.currentData()) if self.sector.currentData() else None,
            "organisation_id": self.whom.pick(),
            "title": self.words.text(),
            "deputy_for_id": self.deputy_for.currentData() if kind is SeatKind.DEPUTY else None,
        }
        if self.seat is None:
            assert self.group.view is not None
            added = self.tr("The seat is added.")
            self.run(added, add_seat, group_id=self.group.view.id, valid_from=self.since.day(), **what)
        else:
            changed = self.tr("The seat is changed.")
            self.run(changed, change_seat, seat_id=self.seat.id, version=self.seat.version, **what)


class AppointForm(SeatForm):
    """Appoint a member of a regional group as its representative in the national one."""

    def __init__(self, page: GroupPage) -> None:
        super().__init__(page)
        self.name_it(self.tr("Appoint a representative"), self.tr("Appoint"))
        assert page.view is not None
        self.who = QComboBox()
        self.who.setAccessibleName(self.tr("Member"))
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for row in page.view.members:
            self.who.addItem(f"{row.name} · {row.detail}" if row.detail else row.name, row.id)
        self.first = self.day_input(self.tr("From"), page.as_of)
        self.add(self.tr("Member of the group"), self.who).add(self.tr("From"), self.first)
        if not page.view.members:
            self.say(self.tr("Nobody holds a member's seat in the group: fill a seat first."))
            self.save.setEnabled(False)

    def submit(self) -> None:
        day = self.first.day()
        if day is None:
            self.stop(self.tr("Say from which day."), self.first)
            return
        assert self.group.view is not None
        self.run(
            self.tr("{name} speaks for the group.").format(name=self.who.currentText().split(" · ")[0]),
            appoint_representative,
            group_id=self.group.view.id,
            person_id=self.who.currentData(),
            valid_from=day,
        )
