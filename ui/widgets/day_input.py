"""A day one types: "3.2.2026", "3/2", "3 feb 2026", "today"; a calendar for those who want one; may be left empty."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.language import day_text
from ui.widgets.buttons import icon_button
from ui.widgets.date_field import CalendarPopup

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

_MONTHS: Final = ("jan", "feb", "mar", "apr", "ma", "jun", "jul", "aug", "sep", "o", "nov", "dec")
"""How Danish and English months begin: maj/may, okt/oct; March is found before May."""
_TODAY: Final = frozenset({"i dag", "idag", "dags dato", "today", "now", "nu"})
_CENTURY: Final = 100


def read_day(text: str, today: dt.date) -> dt.date | None:
    """The day that somebody wrote; a year left out is the present one. None where there is no such day."""
    words = " ".join(text.casefold().replace(",", " ").split())
    if words in _TODAY:
        return today
    if whole := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words):
        return _day(*map(int, whole.groups()))
    if parts := re.fullmatch(r"(\d{1,2})\s?[./ -]\s?(\d{1,2})(?:\s?[./ -]?\s?(\d{4}|\d{2}))?\.?", words):
        year = int(parts[3]) if parts[3] else today.year
        return _day(year + 2000 if year < _CENTURY else year, int(parts[2]), int(parts[1]))
    if parts := re.fullmatch(r"(?:den )?(\d{1,2})\.? ([a-zæøå]+)\.?(?: (\d{4}))?", words):
        month = next((n for n, start in enumerate(_MONTHS, 1) if parts[2].startswith(start)), 0)
        return _day(int(parts[3] or today.year), month, int(parts[1]))
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


class DayInput(QWidget):
    """A line for a day with a calendar behind it; up and down go a day on and back. `changed` tells the day or None."""

    changed = Signal(object)

    def __init__(self, name: str, today: dt.date, *, hint: str = "", parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls it, `hint` what stands in it while it is empty."""
        super().__init__(parent)
        self._today = today
        self.line = _DayLine(self)
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(self.tr("Type a day, such as 3.2.2026"))
        self.pick = icon_button("calendar-blank", self.tr("Choose in a calendar: {field}").format(field=name))
        self.pick.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.line, 1)
        box.addWidget(self.pick)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._on_edited)
        self.pick.clicked.connect(self._on_pick)

    def day(self) -> dt.date | None:
        """The day, or None where nothing stands there or it cannot be read."""
        return read_day(self.line.text(), self._today)

    def is_readable(self) -> bool:
        """Whether what stands there is a day, or nothing."""
        return not self.line.text().strip() or self.day() is not None

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
