"""Where things are in the year wheel: lanes, days, chips."""

from __future__ import annotations

import datetime as dt
from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListView, QWidget

from ui.theme import MEDIUM, font, px
from ui.widgets.year_wheel_rows import WheelChip, WheelModel, WheelScene

NAMES: Final = 196
NAMES_WIDE: Final = 236
WIDE_FROM: Final = 1300
LANE_LEAST: Final = 36
LANE_MOST: Final = 84
MONTHS: Final = 22
WEEKS: Final = 17
CLOSED: Final = 17
CHIP: Final = 25
SATURDAY: Final = 5
ZOOMS: Final = (366, 184, 92)
"""Days in sight: a year, half a year, a quarter."""


class WheelGround(QListView):
    """A view that knows the scene, and where each day and lane of it lies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = WheelScene(1, dt.date.min)
        self.chips = WheelModel(self)
        self.zoom = 0
        self._shift = 0

    def names_width(self) -> int:
        """The room for the groups' names."""
        return px(NAMES_WIDE if self.viewport().width() > px(WIDE_FROM) else NAMES)

    def month_height(self) -> int:
        """The height of the row of months."""
        return px(MONTHS)

    def head_rect(self) -> QRect:
        """Months, weeks and the names of closed days."""
        return QRect(0, 0, self.viewport().width(), px(MONTHS + WEEKS + CLOSED))

    def week_row(self) -> QRectF:
        """The row of week numbers."""
        return QRectF(0, px(MONTHS), self.viewport().width(), px(WEEKS))

    def names_row(self) -> QRectF:
        """The row of the names of closed days."""
        return QRectF(0, px(MONTHS + WEEKS), self.viewport().width(), px(CLOSED))

    def lane_height(self) -> int:
        """The height of a lane: what the window has room for, within reason."""
        room = self.viewport().height() - self.head_rect().height()
        return max(px(LANE_LEAST), min(px(LANE_MOST), room // max(1, len(self.scene.lanes))))

    def lane_rect(self, place: int) -> QRect:
        """A lane, names and days."""
        height = self.lane_height()
        return QRect(0, self.head_rect().height() + place * height, self.viewport().width(), height)

    def bottom(self) -> int:
        """Where the last lane ends."""
        return self.head_rect().height() + len(self.scene.lanes) * self.lane_height()

    def days_rect(self) -> QRect:
        """Where the days are, over all lanes."""
        left = self.names_width()
        return QRect(
            left, self.head_rect().height(), self.viewport().width() - left, self.bottom() - self.head_rect().height()
        )

    def first_day(self) -> dt.date:
        """The first day in sight."""
        return dt.date(self.scene.year, 1, 1) + dt.timedelta(days=self._shift)

    def is_in_sight(self, day: dt.date) -> bool:
        """Whether a day is shown, or lies at most a little beyond the year."""
        if self.zoom == 0:
            return True
        return 0 <= (day - self.first_day()).days < ZOOMS[self.zoom]

    def see(self, day: dt.date, zoom: int | None = None) -> None:
        """Bring a day into sight, in another zoom if that is said; the days move as little as they can."""
        if zoom is not None and zoom != self.zoom:
            self.zoom = max(0, min(zoom, len(ZOOMS) - 1))
            self._shift = (day - dt.date(self.scene.year, 1, 1)).days - ZOOMS[self.zoom] // 2
        margin = min(14, ZOOMS[self.zoom] // 6)
        number = (day - dt.date(self.scene.year, 1, 1)).days
        lowest, highest = number - ZOOMS[self.zoom] + margin, number - margin
        self.pan(max(lowest, min(self._shift, highest)) - self._shift)

    def pan(self, days: int) -> None:
        """Show earlier or later days, within the year."""
        self._shift = max(0, min(self._shift + days, ZOOMS[0] - ZOOMS[self.zoom]))
        self.viewport().update()

    def day_width(self) -> float:
        """The width of a day."""
        return (self.viewport().width() - self.names_width() - px(8)) / ZOOMS[self.zoom]

    def left_of(self, day: dt.date) -> float:
        """Where a day begins."""
        return self.names_width() + (day - self.first_day()).days * self.day_width()

    def x_of(self, day: dt.date) -> float:
        """The middle of a day."""
        return self.left_of(day) + self.day_width() / 2

    def day_at(self, x: float) -> dt.date:
        """The working day nearest to a place."""
        number = int((x - self.names_width()) // self.day_width())
        day = self.first_day() + dt.timedelta(days=max(-31, min(396, number)))
        if day.weekday() >= SATURDAY:
            day += dt.timedelta(days=-1 if day.weekday() == SATURDAY else 1)
        return day

    def span_rect(self, first: dt.date, last: dt.date) -> QRectF:
        """The columns from one day to another."""
        left = self.left_of(first)
        days = self.days_rect()
        return QRectF(left, days.top(), self.left_of(last) + self.day_width() - left, days.height())

    def chip_rect(self, chip: WheelChip) -> QRectF:
        """Where a chip is drawn: centred on its day, within the days."""
        tall = px(CHIP) if chip.text else px(CHIP - 3)
        wide = tall if not chip.text else QFontMetrics(font("small", MEDIUM)).horizontalAdvance(chip.text) + px(28)
        lane = self.lane_rect(chip.lane)
        left = self.x_of(chip.day) - wide / 2
        if self.zoom == 0:
            left = max(float(self.names_width() + 1), min(left, self.viewport().width() - wide - 3.0))
        return QRectF(left, lane.center().y() - tall / 2 - px(1), wide, tall)
