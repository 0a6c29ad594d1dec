"""A rail with a station for each body on a way: what happened there, what is to come; a station opens to its papers.

Up and down go from station to station, Enter opens and closes one, right opens, left closes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import check_icon, paint_icon
from ui.theme import MEDIUM, RADIUS, colour, font, px
from ui.widgets.chip import chip_size, ground_of, paint_chip
from ui.widgets.labels import label
from ui.widgets.plain_words import aloud, plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

AXIS: Final = 20
DOT: Final = 12
LEFT: Final = 44
STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True)
class Station:
    """A body on the way. What is still to come is hollow and dashed; `section` is a heading above it."""

    key: str
    title: str
    detail: str = ""
    when: str = ""
    icon: str = ""
    tone: str = "accent"
    chip: tuple[str, str, str] | None = None
    """words, tone, icon"""
    is_ahead: bool = False
    is_now: bool = False
    """Where it is now: set off from the others."""
    opens: bool = True
    """Whether there is more to read."""
    section: str = ""
    spoken: str = ""


class StationHead(QAbstractButton):
    """The line of a station that one presses."""

    stepped = Signal(int)
    """The person goes so many stations on; 0 stands for the first or last one."""

    def __init__(self, station: Station) -> None:
        super().__init__()
        self.station = station
        check_icon(station.icon)
        self.setCheckable(station.opens)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if station.opens:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._name)
        self._name()

    @Slot()
    def _name(self) -> None:
        parts = [self.station.spoken or self.station.title, self.station.when]
        if self.station.opens:
            parts.append(self.tr("open") if self.isChecked() else self.tr("closed"))
        self.setAccessibleName(aloud(*parts))
        self.setToolTip(plain_tip(self.station.detail))

    def sizeHint(self) -> QSize:
        return QSize(px(280), px(52) if self.station.detail else px(34))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if step := STEPS.get(key):
            self.stepped.emit(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left) and self.station.opens:
            self.setChecked(key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, station = QPainter(self), self.station
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(px(LEFT) - px(8), 1, -1, -1)
        if self.underMouse() and station.opens:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
        left, right, line = px(LEFT), self.width() - px(10), QRectF(0, px(5), self.width(), px(22))
        if station.opens:
            caret = QRectF(right - px(12), line.center().y() - px(6), px(12), px(12))
            paint_icon(painter, caret, "caret-up" if self.isChecked() else "caret-down", colour("faint"))
        right -= px(20)
        painter.setFont(font("note"))
        painter.setPen(colour("faint"))
        side = QFontMetrics(painter.font()).horizontalAdvance(station.when)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(right - side, line.y(), side + 2, line.height()), middle, station.when)
        face = font("body") if station.is_ahead else font("body", MEDIUM)
        metrics = QFontMetrics(face)
        chip = station.chip
        room = right - side - px(12) - left - (chip_size(chip[0]).width() + px(10) if chip else 0)
        title = metrics.elidedText(station.title, Qt.TextElideMode.ElideRight, room)
        painter.setFont(face)
        painter.setPen(colour("quiet" if station.is_ahead else "text"))
        painter.drawText(QRectF(left, line.y(), room + px(2), line.height()), middle, title)
        if chip:
            at = left + metrics.horizontalAdvance(title) + px(10)
            paint_chip(painter, QRectF(at, line.y(), px(10), line.height()), *chip)
        if station.detail:
            painter.setFont(font("note"))
            painter.setPen(colour("faint" if station.is_ahead else "quiet"))
            room = self.width() - px(10) - left
            words = QFontMetrics(painter.font()).elidedText(station.detail, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, px(27), room, px(20)), middle, words)


class StationRow(QWidget):
    """A station on its piece of the rail, with what it opens to."""

    def __init__(
        self, station: Station, make: Callable[[Station], QWidget | None], *, is_first: bool, is_last: bool
    ) -> None:
        super().__init__()
        self.station, self._make = station, make
        self._is_first, self._is_last = is_first, is_last
        self.below_is_ahead = False
        self.inside: QWidget | None = None
        self.head = StationHead(station)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self.section = label(station.section, "section")
        self.section.setContentsMargins(px(LEFT), px(8), 0, px(2))
        self.box.addWidget(self.section)
        self.section.setVisible(bool(station.section))
        self.box.addWidget(self.head)
        self.head.toggled.connect(self._on_toggled)

    @Slot(bool)
    def _on_toggled(self, is_open: bool) -> None:
        if is_open and self.inside is None and (made := self._make(self.station)) is not None:
            self.inside = made
            around = QVBoxLayout()
            around.setContentsMargins(px(LEFT), 4, 10, 12)
            around.addWidget(made)
            self.box.addLayout(around)
        if self.inside is not None:
            self.inside.setVisible(is_open)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, station = QPainter(self), self.station
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y, radius = px(AXIS), self.head.y() + px(16), px(DOT)
        if not self._is_first:
            painter.setPen(_rail(is_ahead=station.is_ahead))
            painter.drawLine(QPointF(x, 0), QPointF(x, y - radius))
        if not self._is_last:
            painter.setPen(_rail(is_ahead=self.below_is_ahead))
            painter.drawLine(QPointF(x, y + radius), QPointF(x, self.height()))
        dot = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
        if station.is_now:
            painter.setPen(QPen(colour(station.tone), 2))
        else:
            painter.setPen(QPen(colour("edge" if station.is_ahead else station.tone), 1.2))
        painter.setBrush(colour("surface") if station.is_ahead else colour(ground_of(station.tone)))
        painter.drawEllipse(dot)
        if station.icon:
            inset = px(5)
            ink = colour("faint" if station.is_ahead else station.tone)
            paint_icon(painter, dot.adjusted(inset, inset, -inset, -inset), station.icon, ink)


def _rail(*, is_ahead: bool) -> QPen:
    pen = QPen(colour("edge" if is_ahead else "line"), 1.5 if is_ahead else 2)
    if is_ahead:
        pen.setDashPattern([2, 3])
    return pen


class WayRail(QWidget):
    """All stations below one another; `make` gives what one opens to, when it is first opened."""

    def __init__(self, name: str, make: Callable[[Station], QWidget | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.rows: list[StationRow] = []
        self._open: set[str] = set()
        self.setAccessibleName(name)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)

    def show_stations(
        self, stations: Sequence[Station], first_open: Sequence[str] = (), *, is_other: bool = False
    ) -> None:
        """Show stations anew; those that were open stay open. At first, and on another way, `first_open` are."""
        self._open = set(first_open) if is_other or not self.rows else set(self.opened())
        focused = next((row.station.key for row in self.rows if row.head.hasFocus()), "")
        for old in self.rows:
            self.box.removeWidget(old)
            old.hide()
            old.deleteLater()
        last = len(stations) - 1
        self.rows = [
            StationRow(station, self._make, is_first=number == 0, is_last=number == last)
            for number, station in enumerate(stations)
        ]
        for number, row in enumerate(self.rows):
            row.below_is_ahead = number < last and stations[number + 1].is_ahead
            self.box.addWidget(row)
            row.head.stepped.connect(self._on_stepped)
            if row.station.key in self._open and row.station.opens:
                row.head.setChecked(True)
            if row.station.key == focused:
                row.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def opened(self) -> tuple[str, ...]:
        """The keys of the open stations."""
        return tuple(row.station.key for row in self.rows if row.head.isChecked())

    @Slot(int)
    def _on_stepped(self, step: int) -> None:
        heads = [row.head for row in self.rows]
        at = heads.index(self.sender()) + step  # type: ignore[arg-type]
        heads[max(0, min(at, len(heads) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
