"""The year wheel: a lane for each group, the weeks of a year across, meetings as chips that one drags.

Keys: arrows go from chip to chip, Space lifts one. A lifted chip goes a working day with an arrow, a week with
Ctrl and an arrow; Space or Enter sets it down, Esc puts it back. Shift or Ctrl with an arrow lifts and moves at once.
Plus and minus, or Ctrl and the mouse's wheel, show fewer or more days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QSizePolicy, QToolTip, QWidget

from ui.messages import announce
from ui.theme import px
from ui.widgets.plain_words import plain_tip
from ui.widgets.year_wheel_ground import CLOSED, LANE_LEAST, MONTHS, SATURDAY, WEEKS, ZOOMS, WheelGround
from ui.widgets.year_wheel_paint import WheelPaint
from ui.widgets.year_wheel_rows import DayLook, WheelChip, WheelScene

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QRegion

Index = QModelIndex | QPersistentModelIndex


class YearWheel(WheelGround):
    """The wheel. `chosen` tells the chip that has the keyboard, `dropped` where one was set down."""

    chosen = Signal(object)
    opened = Signal(object)
    """Enter or a double click: the chip's key."""
    lifted = Signal(object)
    """A chip is about to be dragged: the page may then tell its `heat`."""
    dropped = Signal(object, object)
    """A chip's key and the day."""
    zoomed = Signal(int)
    lane_chosen = Signal(int)
    """A group's name was pressed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look_at: Callable[[Hashable, dt.date], DayLook | None] | None = None
        """Asked what a day says of a chip while it is dragged; must answer at once."""
        self.day_words: Callable[[dt.date], str] | None = None
        """How a day is written on a chip."""
        self.held_key: Hashable | None = None
        self.held_look: DayLook | None = None
        self.hovered_key: Hashable | None = None
        self._held_day = dt.date.min
        self._grip = 0.0
        self._pressed: tuple[Hashable, QPoint] | None = None
        self.setModel(self.chips)
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.selectionModel().currentChanged.connect(self._on_current)

    # What is shown

    def show_scene(self, scene: WheelScene) -> None:
        """Show a year; the current chip stays current if it is still there."""
        key = self.current_key()
        self.scene = scene
        self.selectionModel().blockSignals(True)
        self.chips.set_chips(scene.chips)
        self.selectionModel().blockSignals(False)
        row = self.chips.row_of(key) if key is not None else -1
        if row >= 0:
            self.setCurrentIndex(self.chips.index(row))
        elif key is not None:
            self.chosen.emit(None)
        self.updateGeometry()
        self.viewport().update()

    def show_heat(self, scene: WheelScene) -> None:
        """Show the same year with the heat of a lifted chip."""
        self.scene = scene
        self.viewport().update()

    def choose(self, key: Hashable) -> None:
        """Let a chip have the keyboard."""
        row = self.chips.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.chips.index(row))

    def current_key(self) -> Hashable | None:
        """The key of the chip that has the keyboard."""
        index = self.currentIndex()
        return self.chips.chips[index.row()].key if 0 <= index.row() < len(self.chips.chips) else None

    def lane_of_current(self) -> int:
        """The lane of the chip that has the keyboard, -1 where none has it."""
        index = self.currentIndex()
        return self.chips.chips[index.row()].lane if 0 <= index.row() < len(self.chips.chips) else -1

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= len(self.chips.chips):
            return QRect()
        return self.chip_rect(self.chips.chips[index.row()]).toAlignedRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        # What is drawn last lies on top.
        for row in range(len(self.chips.chips) - 1, -1, -1):
            chip = self.chips.chips[row]
            if self.is_in_sight(chip.day) and self.chip_rect(chip).adjusted(-2, -3, 2, 3).contains(point):
                return self.chips.index(row)
        return QModelIndex()

    def scrollTo(
        self, _index: Index, _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """All of the year is always in sight."""

    def visualRegionForSelection(self, _selection: object) -> QRegion:
        return self.viewport().visibleRegion()

    def sizeHint(self) -> QSize:
        # No taller than it must be: a page that scrolls gives what is wished, and has its own use for the room.
        return QSize(px(900), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(530), px(MONTHS + WEEKS + CLOSED) + max(1, len(self.scene.lanes)) * px(LANE_LEAST) + 2)

    # Lifting, moving, setting down

    def held_chip(self) -> WheelChip | None:
        """The chip that is lifted."""
        row = self.chips.row_of(self.held_key) if self.held_key is not None else -1
        return self.chips.chips[row] if row >= 0 else None

    def held_as(self, chip: WheelChip, tone: str) -> WheelChip:
        """A lifted chip as it would be where it is now."""
        words = self.day_words(self._held_day) if self.day_words and chip.text else chip.text
        return replace(chip, day=self._held_day, tone=tone, text=words)

    def lift(self, key: Hashable) -> bool:
        """Take a chip up; False where it cannot be moved."""
        row = self.chips.row_of(key)
        if row < 0 or not self.chips.chips[row].can_move:
            return False
        self.setCurrentIndex(self.chips.index(row))
        self.held_key, self._held_day = key, self.chips.chips[row].day
        self.lifted.emit(key)
        self._look()
        return True

    def carry_to(self, day: dt.date) -> None:
        """Carry the lifted chip to a day."""
        if self.held_key is not None and day != self._held_day:
            self._held_day = day
            self._look()
            if self._pressed is None:
                self.see(day)
            if self.held_look is not None:
                announce(self, self.held_look.spoken or self.held_look.title)

    def set_down(self, *, stays: bool = True) -> None:
        """Set the lifted chip down where it is, or put it back where it came from."""
        key, day, chip = self.held_key, self._held_day, self.held_chip()
        self.held_key = self.held_look = None
        self._pressed = None
        self.viewport().unsetCursor()
        self.viewport().update()
        if stays and chip is not None and day != chip.day:
            self.dropped.emit(key, day)

    def _look(self) -> None:
        self.held_look = self.look_at(self.held_key, self._held_day) if self.look_at and self.held_key else None
        self.viewport().update()

    def _step(self, days: int) -> None:
        day, step = self._held_day, 1 if days > 0 else -1
        day += dt.timedelta(days=days)
        while day.weekday() >= SATURDAY:
            day += dt.timedelta(days=step)
        if abs(day.year - self.scene.year) <= 1:
            self.carry_to(day)

    # Qt

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.viewport().update()
        if current.isValid():
            self.see(self.chips.chips[current.row()].day)
            self.chosen.emit(self.chips.chips[current.row()].key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        WheelPaint(self, painter).paint()
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            place = (point.y() - self.head_rect().height()) // max(1, self.lane_height())
            if point.x() < self.names_width() and 0 <= place < len(self.scene.lanes):
                self.lane_chosen.emit(self.scene.lanes[place].key)
            return
        self.setCurrentIndex(index)
        chip = self.chips.chips[index.row()]
        self._grip = event.position().x() - self.x_of(chip.day)
        self._pressed = (chip.key, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self.held_key is not None and self._pressed is not None:
            self.carry_to(self.day_at(event.position().x() - self._grip))
            return
        if self._pressed is not None:
            key, start = self._pressed
            if (point - start).manhattanLength() >= QApplication.startDragDistance() and self.lift(key):
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
                self.carry_to(self.day_at(event.position().x() - self._grip))
            return
        index = self.indexAt(point)
        chip = self.chips.chips[index.row()] if index.isValid() else None
        key_now = chip.key if chip else None
        if key_now != self.hovered_key:
            self.hovered_key = key_now
            self.viewport().update()
        is_name = chip is None and point.x() < self.names_width() and point.y() > self.head_rect().height()
        shape = Qt.CursorShape.ArrowCursor
        if chip is not None:
            shape = Qt.CursorShape.OpenHandCursor if chip.can_move else Qt.CursorShape.PointingHandCursor
        elif is_name and point.y() < self.bottom():
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            if self.held_key is not None and self._pressed is not None:
                self.set_down()
            self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(self.chips.chips[index.row()].key)

    def set_zoom(self, zoom: int) -> None:
        """Show a year (0), half a year (1) or a quarter (2) around what is chosen, or around today."""
        row = self.currentIndex().row()
        middle = min(max(self.scene.today, dt.date(self.scene.year, 1, 1)), dt.date(self.scene.year, 12, 31))
        day = self.chips.chips[row].day if 0 <= row < len(self.chips.chips) else middle
        if zoom != self.zoom and 0 <= zoom < len(ZOOMS):
            self.see(day, zoom)
            self.zoomed.emit(self.zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom + (1 if turn > 0 else -1))
        elif self.zoom:
            self.pan(-turn // 15)
        else:
            # The whole year is in sight: the page may have more to show.
            event.ignore()
            return
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        week = held == Qt.KeyboardModifier.ControlModifier
        is_set = key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        at_once = held in (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier)
        if step and (self.held_key is not None or at_once):
            if self.held_key is not None or self.lift(self.current_key()):
                self._step(step * (7 if week else 1))
        elif self.held_key is not None and (is_set or key == Qt.Key.Key_Escape):
            self.set_down(stays=is_set)
        elif self.held_key is not None:
            event.accept()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.set_zoom(self.zoom + (1 if key == Qt.Key.Key_Plus else -1))
        elif key == Qt.Key.Key_Space:
            self.lift(self.current_key())
        elif is_set and self.current_key() is not None:
            self.opened.emit(self.current_key())
        elif step or key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(Qt.Key(key))
        else:
            event.ignore()

    def _walk(self, key: Qt.Key) -> None:
        """Go to the chip beside in the lane, or to the nearest one in a lane above or below."""
        chips, row = self.chips.chips, self.currentIndex().row()
        if not chips:
            return
        if not 0 <= row < len(chips):
            wanted = 0
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            wanted = row + (1 if key == Qt.Key.Key_Right else -1)
            if not 0 <= wanted < len(chips) or chips[wanted].lane != chips[row].lane:
                return
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            own = [place for place, chip in enumerate(chips) if chip.lane == chips[row].lane]
            wanted = own[0] if key == Qt.Key.Key_Home else own[-1]
        else:
            step = 1 if key == Qt.Key.Key_Down else -1
            beyond = {chip.lane for chip in chips if (chip.lane - chips[row].lane) * step > 0}
            if not beyond:
                return
            lane = min(beyond, key=lambda one: abs(one - chips[row].lane))
            near = [place for place, chip in enumerate(chips) if chip.lane == lane]
            wanted = min(near, key=lambda place: abs((chips[place].day - chips[row].day).days))
        self.setCurrentIndex(self.chips.index(wanted))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current_key() is None and self.chips.chips and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self.chips.index(0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.held_key is not None and self._pressed is None:
            self.set_down(stays=False)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), plain_tip(self._tip(event.pos())), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave and self.hovered_key is not None:
            self.hovered_key = None
            self.viewport().update()
        return super().viewportEvent(event)

    def _tip(self, point: QPoint) -> str:
        index = self.indexAt(point)
        if index.isValid():
            chip = self.chips.chips[index.row()]
            return chip.tip or chip.spoken
        place = (point.y() - self.head_rect().height()) // max(1, self.lane_height())
        if point.x() < self.names_width():
            lane = self.scene.lanes[place] if 0 <= place < len(self.scene.lanes) else None
            return lane.spoken if lane else ""
        number = int((point.x() - self.names_width()) // self.day_width())
        day = self.first_day() + dt.timedelta(days=max(0, number))
        near = dt.timedelta(days=1)
        exact = [shade.name for shade in self.scene.shades if shade.first <= day <= shade.last]
        close = [shade.name for shade in self.scene.shades if shade.first - near <= day <= shade.last + near]
        return " · ".join(exact or close)
