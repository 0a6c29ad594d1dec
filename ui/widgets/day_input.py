"""A day one types: "3/2", "3 feb 2026", "friday week 12", "in two weeks"; a calendar for those who want one.

Beside what is typed the line shows quietly which day was understood, with its weekday.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStyle, QStyleOptionFrame, QWidget

from referral_desk.shorthand.days import read_day
from ui.language import day_text, language
from ui.theme import colour, dress, px
from ui.widgets.buttons import icon_button
from ui.widgets.date_field import CalendarPopup
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent


ROOM: Final = 30
"""What the calendar takes at the right end of the line."""


class DayInput(QWidget):
    """A line for a day with a calendar behind it; up and down go a day on and back. `changed` tells the day or None."""

    changed = Signal(object)

    def __init__(
        self, name: str, today: dt.date, *, hint: str = "", is_ahead: bool = False, parent: QWidget | None = None
    ) -> None:
        """`name` is what a screen reader calls it, `hint` what stands in it while it is empty.

        `is_ahead`: a date without a year is the next one to come (a deadline, a meeting), not that of this year.
        """
        super().__init__(parent)
        self._today, self._is_ahead = today, is_ahead
        self.is_optional = False
        self.line = _DayLine(self)
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(name)
        self.pick = icon_button("calendar-blank", self.tr("Choose in a calendar: {field}").format(field=name))
        self.pick.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        dress(self.pick, "inside")
        self.line.setTextMargins(0, 0, px(ROOM), 0)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.line, 1)
        self.pick.setParent(self)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._tell)
        self.line.textEdited.connect(self._on_edited)
        self.pick.clicked.connect(self._on_pick)
        self._tell()

    def day(self) -> dt.date | None:
        """The day, or None where nothing stands there or it cannot be read."""
        return read_day(self.line.text(), self._today, of_this_year=not self._is_ahead).day

    def is_readable(self) -> bool:
        """Whether what stands there is a day, or nothing."""
        return not self.problem()

    def is_half_typed(self) -> bool:
        """Whether no day stands there though one is needed, or what stands there is no day yet."""
        return self.day() is None and not (self.is_optional and self.is_readable())

    def problem(self, *, is_needed: bool = False) -> str:
        """Why no day can be read, as a sentence; empty where one can, or nothing stands there and none is needed."""
        text = self.line.text()
        if not text.strip():
            return self.tr("Write a day, such as 3/3, week 12 or next Friday.") if is_needed else ""
        return read_day(text, self._today, of_this_year=not self._is_ahead).sentence(language())

    def set_day(self, day: dt.date | None) -> None:
        """Show a day, or nothing."""
        self.line.setText(day_text(day, "date"))

    def write_out(self) -> None:
        """Write a day that can be read in full."""
        if (day := self.day()) is not None:
            self.set_day(day)

    def step(self, days: int) -> None:
        """Go some days on."""
        day = (self.day() or self._today) + dt.timedelta(days=days)
        self.set_day(day)
        self.changed.emit(day)

    def understood(self) -> tuple[str, ...]:
        """What the line says beside what is typed, the fullest first: which day it is, or only its weekday."""
        day = self.day()
        if day is None:
            return ()
        if self.line.text() == day_text(day, "date"):
            return (day_text(day, "weekday"),)
        return day_text(day, "full"), f"{day_text(day, 'day')} {day.year}", day_text(day, "date")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.pick.sizeHint()
        self.pick.setGeometry(
            self.width() - size.width(), (self.height() - size.height()) // 2, size.width(), size.height()
        )
        self.pick.raise_()

    @Slot()
    def _tell(self) -> None:
        day = day_text(self.day(), "full")
        self.line.setToolTip(plain_tip(day))
        self.line.setAccessibleDescription(day or self.tr("Type a day, such as 3/2, week 12 or next Friday"))

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self.changed.emit(self.day())

    @Slot()
    def _on_pick(self) -> None:
        popup = CalendarPopup(self.day() or self._today, self._today, self)
        popup.picked.connect(self._on_picked)
        popup.adjustSize()
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 4)))
        popup.show()
        popup.calendar.setFocus()

    @Slot(object)
    def _on_picked(self, day: dt.date) -> None:
        self.set_day(day)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(day)


class _DayLine(QLineEdit):
    def __init__(self, owner: DayInput) -> None:
        super().__init__(owner)
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self._owner.step(step)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._owner.write_out()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        frame = QStyleOptionFrame()
        self.initStyleOption(frame)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, frame, self)
        # One pixel lower, as Qt sets the line itself.
        room.adjust(self.fontMetrics().horizontalAdvance(self.text()) + px(16), 1, -px(ROOM + 4), 1)
        fits = (said for said in self._owner.understood() if self.fontMetrics().horizontalAdvance(said) <= room.width())
        if said := next(fits, ""):
            painter = QPainter(self)
            painter.setPen(colour("faint"))
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
