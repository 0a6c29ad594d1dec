"""What can be done with one seat, open below its line; and who held it before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.operations.memberships import take_seat
from referral_desk.operations.seats import order_seats, remove_seat, reopen_seat
from referral_desk.queries.seats import HolderRow, SeatRow
from referral_desk.vocabulary import SeatKind
from ui.form_slot import FormSlot
from ui.pages.group.seat_forms import EndSeatForm, LeaveForm, PeriodForm, SeatForm, TakeForm, WhatForm
from ui.pages.group.words import holder_text, seat_name
from ui.periods import period_text
from ui.places import Place, wishes
from ui.theme import dress, px
from ui.widgets.boxes import clear_box, parts_of
from ui.widgets.buttons import button, icon_button
from ui.widgets.labels import ElidedLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.pages.group.page import GroupPage
    from ui.pages.group.seats import SeatsCard


class SeatPanel(QFrame):
    """What can be done with one seat, and who held it before."""

    closed = Signal()

    def __init__(self, card: SeatsCard, seat: SeatRow) -> None:
        super().__init__()
        dress(self, "inline")
        self.card, self.page, self.seat = card, card.page, seat
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(16, 10, 16, 12)
        self.box.setSpacing(10)
        self.acts = QHBoxLayout()
        self.acts.setSpacing(6)
        self.box.addLayout(self.acts)
        self.slot = FormSlot()
        self.box.addLayout(self.slot)
        self.past = QVBoxLayout()
        self.past.setSpacing(4)
        self.box.addLayout(self.past)
        self.show_seat(seat)

    def show_seat(self, seat: SeatRow) -> None:
        """Show a newer state of the seat; a form that is open keeps what was typed."""
        self.seat = seat
        self.setAccessibleName(seat_name(seat))
        for box in (self.acts, self.past):
            clear_box(box)
        may = self.page.bridge.may(take_seat)
        for words, name, call in self._actions(seat):
            made = button(words, "", name)
            made.setEnabled(may)
            made.clicked.connect(call)
            self.acts.addWidget(made)
        self.acts.addStretch()
        for name, words, call in (
            ("arrow-up", self.tr("Move the seat up"), self._on_up),
            ("arrow-down", self.tr("Move the seat down"), self._on_down),
        ):
            small = icon_button(name, words)
            small.setEnabled(may and seat.is_standing)
            small.clicked.connect(call)
            self.acts.addWidget(small)
        close = icon_button("x", self.tr("Close"))
        close.clicked.connect(self.closed)
        self.acts.addWidget(close)
        if seat.holder is not None and (seat.holder.note or seat.holder.source):
            # What a listing called the body, and where it stands: the name above is that of the day.
            told = " · ".join(part for part in (seat.holder.note, seat.holder.source) if part)
            self.past.addWidget(label(told, "faint", wraps=True))
        former = [held for held in seat.history if seat.holder is None or held.id != seat.holder.id]
        if former:
            self.past.addWidget(label(self.tr("Held by"), "section"))
        for held in former:
            self.past.addWidget(_PastLine(self.page, held))

    def _actions(self, seat: SeatRow) -> list[tuple[str, str, object]]:
        if not seat.is_standing:
            return [(self.tr("Open the seat again"), "arrow-counter-clockwise", self._on_reopen)]
        found: list[tuple[str, str, object]] = []
        if seat.holder is None:
            found.append((self.tr("Fill"), "user-plus", self._on_take))
        else:
            found.append((self.tr("Hand on"), "swap", self._on_take))
            found.append((self.tr("End the term"), "sign-out", self._on_leave))
            found.append((self.tr("Mend the days"), "calendar-blank", self._on_period))
        if seat.kind is not SeatKind.REGIONAL_REPRESENTATIVE:
            found.append((self.tr("Change"), "pencil-simple", self._on_change))
        if seat.history:
            found.append((self.tr("End the seat"), "prohibit", self._on_end))
        else:
            found.append((self.tr("Remove"), "trash", self._on_remove))
        return found

    @Slot()
    def focus_first(self) -> None:
        """Put the focus on the first thing one can do."""
        for made in parts_of(self.acts)[:1]:
            made.setFocus(Qt.FocusReason.TabFocusReason)
        self.page.show_widget(self)

    def open_form(self, form: SeatForm) -> None:
        """Show a form in the panel in place of another."""
        form.fit_in()
        self.slot.put(form)
        form.cancelled.connect(self.focus_first)
        form.finished.connect(self._on_finished)
        self.page.show_widget(self)

    @Slot()
    def _on_finished(self) -> None:
        self.closed.emit()

    @Slot()
    def _on_take(self) -> None:
        if self.seat.kind is SeatKind.REGIONAL_REPRESENTATIVE and self.seat.represents_id is not None:
            # Only a member of that group can speak for it: there one chooses among them.
            self.page.go(Place("group", self.seat.represents_id, wishes=wishes(appoint=1)))
            return
        self.open_form(TakeForm(self.page, self.seat))

    @Slot()
    def _on_leave(self) -> None:
        if self.seat.holder is not None:
            self.open_form(LeaveForm(self.page, self.seat.holder))

    @Slot()
    def _on_period(self) -> None:
        if self.seat.holder is not None:
            self.open_form(PeriodForm(self.page, self.seat.holder))

    @Slot()
    def _on_change(self) -> None:
        self.open_form(WhatForm(self.page, self.seat))

    @Slot()
    def _on_end(self) -> None:
        self.open_form(EndSeatForm(self.page, self.seat))

    @Slot()
    def _on_remove(self) -> None:
        said = self.tr("The seat is removed: {seat}.").format(seat=seat_name(self.seat))
        self.page.change(said, remove_seat, seat_id=self.seat.id, version=self.seat.version)

    @Slot()
    def _on_reopen(self) -> None:
        said = self.tr("The seat stands again: {seat}.").format(seat=seat_name(self.seat))
        self.page.change(said, reopen_seat, seat_id=self.seat.id, version=self.seat.version)

    @Slot()
    def _on_up(self) -> None:
        self._move(-1)

    @Slot()
    def _on_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        view = self.card.view
        if view is None:
            return
        order = [seat.id for seat in view.standing]
        at = order.index(self.seat.id)
        to = at + step
        if 0 <= to < len(order):
            order[at], order[to] = order[to], order[at]
            self.page.bridge.do(order_seats, group_id=view.id, seat_ids=order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class _PastLine(QWidget):
    """One who held the seat before or takes it next."""

    def __init__(self, page: GroupPage, held: HolderRow) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        who = ElidedLabel(holder_text(held), "note")
        when = label(period_text(held.valid_from, held.valid_to, page.as_of), "faint")
        when.setMinimumWidth(px(150))
        across.addWidget(who, 1)
        across.addWidget(when)
