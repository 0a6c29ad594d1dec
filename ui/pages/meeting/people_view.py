"""Who sits in the group on the meeting's day, under the names of that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.queries.meeting import MeetingDetail, MemberRow, meeting_members
from ui.language import day_text, label_text, language
from ui.places import Place
from ui.rows import Column
from ui.tables import RowView
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label

if TYPE_CHECKING:
    from ui.bridge import Bridge


class PeopleView(QWidget):
    """A table of seats and holders, to be read; seats are changed on the group's page."""

    went = Signal(object)

    def __init__(self, bridge: Bridge, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self.meeting_id = bridge, meeting_id
        self.group_id: int | None = None
        self.day = label("", "note", wraps=True)
        self.vacant = Chip()
        self.vacant.hide()
        self.open_group = button(self.tr("Change seats on the group's page"), "link", "arrow-square-out")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.day, 1)
        head.addWidget(self.vacant)
        head.addWidget(self.open_group)
        self.table = RowView(
            "meeting/people",
            self._columns(),
            self.tr("People on the meeting's day"),
            EmptyState("users", self.tr("The group has no seats on that day."), self.tr("Open the group")),
        )
        card = Card(margin=16, gap=12)
        card.add(head, self.table)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)
        self.open_group.clicked.connect(self._on_group)
        self.table.empty.started.connect(self._on_group)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("name", self.tr("Name"), self._name, width=190, is_strong=True),
            Column("seat", self.tr("Seat"), self._seat, sort=self._seat_order, width=260),
            Column("organisation", self.tr("Represents"), self._organisation, width=270),
            Column("sector", self.tr("Sector"), self._sector, width=180, is_hidden=True),
            Column("email", self.tr("E-mail"), self._email, width=160),
        )

    def _name(self, row: MemberRow) -> str:
        return row.name or (self.tr("Vacant") if row.is_vacant else "–")

    def _seat(self, row: MemberRow) -> str:
        seat = label_text(row.kind)
        return self.tr("{seat} of {group}").format(seat=seat, group=row.represents) if row.represents else seat

    def _seat_order(self, row: MemberRow) -> int:
        return list(type(row.kind)).index(row.kind)

    def _organisation(self, row: MemberRow) -> str:
        return row.organisation

    def _sector(self, row: MemberRow) -> str:
        return label_text(row.sector) if row.sector else ""

    def _email(self, row: MemberRow) -> str:
        return row.email

    def reload(self) -> None:
        """Ask for the people."""
        self._bridge.ask(meeting_members, meeting_id=self.meeting_id, language=language()).then(self._on_members)

    def show_meeting(self, meeting: MeetingDetail) -> None:
        """Say whose people these are, and of which day."""
        self.group_id = meeting.group_id
        self.day.setText(
            self.tr("{group} as it is on {day}").format(group=meeting.group_name, day=day_text(meeting.day, "full"))
        )

    @Slot(object)
    def _on_members(self, rows: tuple[MemberRow, ...]) -> None:
        self.table.set_rows(rows)
        vacant = sum(row.is_vacant for row in rows)
        self.vacant.setVisible(vacant > 0)
        self.vacant.show_chip(self.tr("%n vacant seat(s)", "", vacant), "warn")

    @Slot()
    def _on_group(self) -> None:
        if self.group_id is not None:
            self.went.emit(Place("group", self.group_id))
