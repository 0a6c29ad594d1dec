"""The seats of a group: a line each; pressing one opens what can be done with it, right below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from referral_desk.operations.memberships import take_seat
from referral_desk.operations.seats import add_seat
from referral_desk.queries.seats import SeatRow
from referral_desk.vocabulary import SeatKind, Sector
from ui.form_slot import FormSlot
from ui.language import day_text, label_text
from ui.pages.group.seat_forms import TakeForm, WhatForm
from ui.pages.group.seat_panel import SeatPanel
from ui.pages.group.words import KIND_ICON, holder_text, seat_name
from ui.periods import period_text
from ui.widgets.boxes import clear_box
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.seat_line import SeatLine, SeatLook

if TYPE_CHECKING:
    from referral_desk.queries.group import GroupView
    from ui.pages.group.page import GroupPage

ENDS_SOON = 90


class SeatsCard(Card):
    """All seats that stand on the day; the ended ones on request."""

    def __init__(self, page: GroupPage) -> None:
        super().__init__(gap=0)
        self.page = page
        self.view: GroupView | None = None
        self.lines: dict[int, SeatLine] = {}
        self.panel: SeatPanel | None = None
        self._shows_ended = False
        self.body.setContentsMargins(8, 12, 8, 8)
        self.title.setText(self.tr("Seats"))
        self.setAccessibleName(self.tr("Seats"))
        self.count = label("", "faint")
        self.add_button = button(self.tr("Add a seat"), "link", "plus")
        self.add_button.setEnabled(page.bridge.may(add_seat))
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 6)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(self.add_button)
        self.body.addLayout(head)
        self.slot = FormSlot()
        self.slot.setContentsMargins(4, 0, 4, 0)
        self.body.addLayout(self.slot)
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        self.body.addLayout(self.list)
        self.empty = EmptyState(
            "armchair",
            self.tr("A seat is a place for a sector or a body; people hold it from one day to another."),
            self.tr("Add the first seat"),
        )
        self.body.addWidget(self.empty)
        self.more = button("", "link", "archive-box")
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(self.open_new)
        self.empty.started.connect(self.open_new)
        self.more.clicked.connect(self._on_more)

    def show_seats(self, view: GroupView) -> None:
        """Show the seats; what is open stays open as long as its seat is there."""
        self.view = view
        focused = next((key for key, line in self.lines.items() if line.hasFocus()), None)
        if self.panel is not None:
            self.list.removeWidget(self.panel)
        clear_box(self.list)
        members = [seat for seat in view.standing if seat.counts]
        filled = sum(not seat.is_vacant for seat in members)
        self.count.setText(self.tr("{filled} of {all} filled").format(filled=filled, all=len(members)))
        self.count.setVisible(bool(members))
        shown = [*view.standing, *(view.ended if self._shows_ended else ())]
        self.lines = {}
        for seat in shown:
            line = SeatLine(self._look(seat))
            line.setProperty("seat", seat.id)
            line.clicked.connect(self._on_line)
            line.moved.connect(self._on_moved)
            self.lines[seat.id] = line
            self.list.addWidget(line)
        if shown:
            self.lines[shown[-1].id].is_last = True
        self._put_panel_back()
        self.empty.setVisible(not view.seats and self.slot.form is None)
        self.more.setVisible(bool(view.ended))
        hidden = self.tr("Show %n seat(s) of other days", "", len(view.ended))
        self.more.setText(self.tr("Hide seats of other days") if self._shows_ended else hidden)
        if focused in self.lines:
            self.lines[focused].setFocus()

    def open_seat(self, seat_id: int, *, fill: bool = False) -> None:
        """Open the panel of a seat, with `fill` at the form that fills it."""
        seat = self._seat(seat_id)
        if seat is None:
            return
        if not seat.is_standing and not self._shows_ended:
            self._on_more()
        self.close_panel()
        self.panel = SeatPanel(self, seat)
        self.panel.closed.connect(self._on_closed)
        self._put_panel_back()
        if fill or (seat.is_vacant and self.page.bridge.may(take_seat)):
            self.panel.open_form(TakeForm(self.page, seat))
        else:
            self.panel.focus_first()

    def close_panel(self) -> None:
        """Close what is open below a seat."""
        if self.panel is not None:
            self.list.removeWidget(self.panel)
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
        for line in self.lines.values():
            line.setChecked(False)

    @Slot()
    def open_new(self) -> None:
        """Open the form for a new seat."""
        self.open_new_for(None)

    def open_new_for(self, sector: Sector | None) -> None:
        """Open the form for a new seat, for a sector."""
        form = WhatForm(self.page, sector=sector)
        self.slot.put(form)
        form.cancelled.connect(self._on_new_over)
        form.finished.connect(self._on_new_over)
        self.empty.hide()
        self.page.show_widget(form)

    def _seat(self, seat_id: int) -> SeatRow | None:
        seats = self.view.seats if self.view is not None else ()
        return next((seat for seat in seats if seat.id == seat_id), None)

    def _put_panel_back(self) -> None:
        if self.panel is None:
            return
        line = self.lines.get(self.panel.seat.id)
        if line is None:
            self.close_panel()
            return
        line.setChecked(True)
        seat = self._seat(self.panel.seat.id)
        assert seat is not None
        self.panel.show_seat(seat)
        self.list.insertWidget(self.list.indexOf(line) + 1, self.panel)
        self.panel.show()

    def _look(self, seat: SeatRow) -> SeatLook:
        holder = seat.holder
        role = seat.title or label_text(seat.kind)
        sector = seat.represents or (label_text(seat.sector) if seat.sector else "")
        if seat.deputy_for:
            sector = self.tr("for {name}").format(name=seat.deputy_for)
        if not seat.is_standing:
            last = next(iter(seat.history), None)
            who = holder_text(last) if last else seat_name(seat)
            return SeatLook(KIND_ICON[seat.kind], who, "", role, sector, self._seat_period(seat), is_over=True)
        if holder is None:
            coming = seat.next_holder
            words = self.tr("{name} from {day}")
            when = words.format(name=coming.who, day=day_text(coming.valid_from, "date")) if coming else ""
            flag = (self.tr("Vacant"), "late" if seat.counts else "quiet", "circle-dashed")
            who = self.tr("Nobody yet") if not seat.history else self.tr("Nobody")
            return SeatLook(
                KIND_ICON[seat.kind], who, seat.organisation, role, sector, when, flag, is_vacant=seat.counts
            )
        beside = " · ".join(words for words in (holder.organisation if holder.person else "", holder.title) if words)
        return SeatLook(
            KIND_ICON[seat.kind],
            holder.who,
            beside,
            role,
            sector,
            period_text(holder.valid_from, holder.valid_to, self.page.as_of),
            self._flag(seat),
        )

    def _flag(self, seat: SeatRow) -> tuple[str, str, str] | None:
        if not seat.is_well_held and seat.kind is SeatKind.REGIONAL_REPRESENTATIVE:
            return self.tr("Not a member there"), "late", "user-minus-fill"
        if seat.ends_in is not None and seat.ends_in <= ENDS_SOON:
            return self.tr("Ends in %n day(s)", "", seat.ends_in), "warn", "hourglass-medium-fill"
        return None

    def _seat_period(self, seat: SeatRow) -> str:
        if seat.valid_from and seat.valid_from > self.page.as_of:
            return self.tr("begins {day}").format(day=day_text(seat.valid_from, "date"))
        return self.tr("ended {day}").format(day=day_text(seat.valid_to, "date"))

    @Slot()
    def _on_line(self) -> None:
        seat_id = self.sender().property("seat")
        if self.panel is not None and self.panel.seat.id == seat_id:
            self.close_panel()
        else:
            self.open_seat(seat_id)

    @Slot(int)
    def _on_moved(self, step: int) -> None:
        keys = list(self.lines)
        at = keys.index(self.sender().property("seat")) + step
        if 0 <= at < len(keys):
            self.lines[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_closed(self) -> None:
        seat_id = self.panel.seat.id if self.panel is not None else None
        self.close_panel()
        if seat_id in self.lines:
            self.lines[seat_id].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_new_over(self) -> None:
        self.empty.setVisible(self.view is not None and not self.view.seats)
        self.add_button.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_more(self) -> None:
        self._shows_ended = not self._shows_ended
        if self.view is not None:
            self.show_seats(self.view)
