"""What a correction changes beside the words: one row of fields for what is chosen, and all that was said so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from referral_desk.operations.corrections import Corrected
from referral_desk.vocabulary import CorrectedPart
from ui.pages.meeting.correction_people import MISSED, CameRow, GuestsRow, OutRow
from ui.pages.meeting.correction_rows import (
    HEAD,
    LED,
    EntryRow,
    HeadRow,
    Known,
    LedRow,
    OutcomeRow,
    Place,
    Row,
    TimesRow,
)
from ui.widgets.search_choice import SearchChoice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referral_desk.queries.groups import ChoiceRow
    from referral_desk.shorthand.action_line import Owner


class CorrectionParts(QWidget):
    """One row of fields for what is corrected; keeps what differs from the approved minutes, by its place."""

    changed = Signal()

    def __init__(self, known: Known) -> None:
        super().__init__()
        self.values: dict[Place, Any] = {}
        self._place: Place | None = None
        self.entry, self.head, self.led, self.times = EntryRow(known), HeadRow(known), LedRow(known), TimesRow(known)
        self.came, self.guests, self.out = CameRow(known), GuestsRow(known), OutRow(known)
        self.outcome = OutcomeRow(known)
        self.rows: dict[object, Row] = {
            None: self.entry,
            HEAD: self.head,
            LED: self.led,
            CorrectedPart.TIMES: self.times,
            CorrectedPart.PEOPLE: self.came,
            MISSED: self.guests,
            CorrectedPart.OUTCOME: self.outcome,
            CorrectedPart.OUT: self.out,
        }
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for row in self.rows.values():
            box.addWidget(row)
            row.changed.connect(self._on_change)

    def offer(self, people: Sequence[ChoiceRow], organisations: Sequence[ChoiceRow]) -> None:
        """Offer who can have come, or led the meeting, and from where."""
        self.came.offer(people)
        self.guests.offer(people, organisations)
        self.led.offer(people)
        if self.row_of(self._place) in {self.came, self.guests}:
            self.show_place(self._place)

    def offer_owners(self, owners: Sequence[Owner]) -> None:
        """Offer whom an action can be given to."""
        self.entry.offer(owners)

    def choices(self) -> Iterable[tuple[Place, str]]:
        """What can be corrected beside the entries."""
        for row in self.rows.values():
            yield from row.choices()

    def row_of(self, place: Place | None) -> Row | None:
        """The fields of a place; None where its words say all."""
        if place is None:
            return None
        return self.rows.get(place) or self.rows.get(place[0])

    def show_place(self, place: Place | None) -> None:
        """Show the fields of what is chosen."""
        self.settle()
        self._place = None
        shown = self.row_of(place)
        for row in self.rows.values():
            row.setVisible(row is shown)
        if place is None or shown is None:
            return
        if shown is self.out:
            self.out.offer({key: value[0] for (part, key), value in self.values.items() if self._is_person(part, key)})
        shown.fill(place[1], self.values.get(place, shown.base(place[1])))
        self._place = place

    @staticmethod
    def _is_person(part: object, key: int) -> bool:
        return part is CorrectedPart.PEOPLE and key != 0

    @Slot()
    def _on_change(self) -> None:
        place, row = self._place, self.row_of(self._place)
        if place is None or row is None:
            return
        value = row.read(place[1])
        if value == row.base(place[1]):
            self.values.pop(place, None)
        else:
            self.values[place] = value
        self.changed.emit()

    def settle(self) -> None:
        """Take what is typed in a line as chosen, or leave what was there before."""
        for made in self.findChildren(SearchChoice):
            if made.isVisible():
                made.editingFinished.emit()

    def told(self, place: Place) -> list[tuple[str, str]]:
        """What is changed there, before and after, each in a few words."""
        row = self.row_of(place)
        return row.told(place[1], self.values[place]) if row is not None else []

    def into(self, words: Corrected) -> Corrected:
        """The whole correction, the words among it."""
        names = ("kinds", "labels", "agreed", "came", "outcomes", "out", "head")
        asked: dict[str, Any] = {"missed": [], **{name: {} for name in names}}
        for place, value in self.values.items():
            if (row := self.row_of(place)) is not None:
                row.put(asked, place[1], value)
        return Corrected(texts=words.texts, added=words.added, **asked)
