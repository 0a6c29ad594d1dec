"""Who was heard at a row of meetings: a line for each, a cell for each meeting, and how often at the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from ui.icons import paint_icon
from ui.theme import MEDIUM, RADIUS, colour, font, px
from ui.widgets.boxes import clear_box
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QMouseEvent, QPaintEvent

ROW: Final = 32
HEAD: Final = 38
CELL: Final = 30
SHARE: Final = 116
LEAST_NAME: Final = 110


@dataclass(frozen=True)
class CellLook:
    """How somebody was at one meeting: (icon, tone) and the word; an empty icon where they had no place."""

    icon: str
    tone: str
    word: str


@dataclass(frozen=True)
class HeardLook:
    """A line: its name, its cells, how often it was heard."""

    name: str
    cells: tuple[CellLook, ...]
    share: float | None
    words: str
    """Such as "6 of 8"."""
    tone: str = "good"
    icon: str = ""
    """A mark before the name where something is the matter."""
    spoken: str = ""


class HeardLine(QWidget):
    """One line; arrows go from meeting to meeting, Enter or the mouse opens one."""

    moved = Signal(int)
    opened = Signal(int)
    widest: ClassVar[int] = CELL
    """How wide a cell becomes where there is room."""

    def __init__(self, look: HeardLook, meetings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._meetings = look, tuple(meetings)
        self.at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._say()

    def _say(self) -> None:
        here = f"{self._meetings[self.at]}: {self.look.cells[self.at].word}. " if self.at >= 0 else ""
        self.setAccessibleName(f"{here}{self.look.spoken}")

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(LEAST_NAME + SHARE) + len(self._meetings) * px(18), px(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        across = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.moved.emit(step)
        elif across:
            self.stand_at(self.at + across if self.at >= 0 else len(self._meetings) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.at >= 0:
            self.opened.emit(self.at)
        else:
            super().keyPressEvent(event)

    def stand_at(self, cell: int) -> None:
        """Put the keyboard on a meeting."""
        self.at = max(0, min(cell, len(self._meetings) - 1))
        self._say()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.at = -1
        self._say()
        super().focusOutEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position().toPoint())
        if cell >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(cell)

    def cells(self) -> list[QRect]:
        """Where the cells stand."""
        return _columns(self.width(), len(self._meetings), self.widest)[1]

    def _cell_at(self, point: QPoint) -> int:
        return next((number for number, box in enumerate(self.cells()) if box.contains(point)), -1)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self._cell_at(event.pos())
            told = f"{self._meetings[cell]}: {self.look.cells[cell].word}" if cell >= 0 else self.look.name
            QToolTip.showText(event.globalPos(), plain_tip(told), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), colour("hover"))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        name, cells, share = _columns(self.width(), len(self._meetings), self.widest)
        left = name.adjusted(px(4), 0, -px(8), 0)
        if look.icon:
            side = px(15)
            paint_icon(painter, QRect(left.x(), (self.height() - side) // 2, side, side), look.icon, colour(look.tone))
            left = left.adjusted(px(20), 0, 0, 0)
        face = font("note")
        painter.setFont(face)
        painter.setPen(colour("text"))
        shown = QFontMetrics(face).elidedText(look.name, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, shown)
        for number, (box, cell) in enumerate(zip(cells, look.cells, strict=True)):
            self._paint_cell(painter, box, cell)
            if self.hasFocus() and number == self.at:
                painter.setPen(QPen(colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(box).adjusted(2, 4, -2, -4), RADIUS, RADIUS)
        self._paint_share(painter, share)
        if self.hasFocus() and self.at < 0:
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -2), RADIUS, RADIUS)

    @staticmethod
    def _paint_cell(painter: QPainter, box: QRect, cell: CellLook) -> None:
        side = min(box.width() - px(4), px(22))
        square = QRectF(box.center().x() - side / 2 + 0.5, box.center().y() - side / 2 + 0.5, side, side)
        if not cell.icon:
            painter.setPen(QPen(colour("line"), 1.5))
            dash = QPointF(px(3), 0)
            painter.drawLine(square.center() - dash, square.center() + dash)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("sunken" if cell.tone in {"quiet", "faint"} else f"{cell.tone}_soft"))
        painter.drawRoundedRect(square, 4, 4)
        inset = side * 0.22
        paint_icon(painter, square.adjusted(inset, inset, -inset, -inset), cell.icon, colour(cell.tone))

    def _paint_share(self, painter: QPainter, box: QRect) -> None:
        look = self.look
        bar = QRectF(box.x() + px(10), box.center().y() - px(3) + 0.5, px(48), px(6))
        if look.share is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("sunken"))
            painter.drawRoundedRect(bar, 3, 3)
            painter.setBrush(colour(look.tone))
            if look.share > 0:
                painter.drawRoundedRect(
                    QRectF(bar.x(), bar.y(), max(px(6), bar.width() * look.share), bar.height()), 3, 3
                )
        painter.setFont(font("note"))
        painter.setPen(colour("quiet" if look.tone == "good" else look.tone))
        words = box.adjusted(0, 0, -px(4), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, look.words)


class _Head(QWidget):
    """The months of the meetings; the year stands under the first of each."""

    def __init__(self, months: Sequence[tuple[str, str]], widest: int) -> None:
        super().__init__()
        self._months, self._widest = tuple(months), widest
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
        boxes = _columns(self.width(), len(self._months), self._widest)[1]
        for box, (month, year) in zip(boxes, self._months, strict=True):
            wide = box.adjusted(-px(6), 0, px(6), 0)
            painter.setFont(font("small", MEDIUM))
            painter.setPen(colour("quiet"))
            painter.drawText(QRect(wide.x(), 0, wide.width(), px(18)), centre, month)
            painter.setFont(font("small"))
            painter.setPen(colour("faint"))
            painter.drawText(QRect(wide.x(), px(16), wide.width(), px(18)), centre, year)


class HeardMatrix(QWidget):
    """All lines; `opened` tells the number of a meeting, counted from 0."""

    opened = Signal(int)
    line_type: ClassVar[type[HeardLine]] = HeardLine

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self.lines: list[HeardLine] = []

    def show_lines(
        self, months: Sequence[tuple[str, str]], meetings: Sequence[str], looks: Sequence[HeardLook]
    ) -> None:
        """Show lines; `months` head the cells (month, year or nothing), `meetings` says each in full."""
        at = next((number for number, line in enumerate(self.lines) if line.hasFocus()), -1)
        clear_box(self.box)
        self.box.addWidget(_Head(months, self.line_type.widest))
        self.lines = [self.line_type(look, meetings) for look in looks]
        for line in self.lines:
            line.opened.connect(self.opened)
            line.moved.connect(self._on_moved)
            self.box.addWidget(line)
        if 0 <= at < len(self.lines):
            self.lines[at].setFocus()

    @Slot(int)
    def _on_moved(self, step: int) -> None:
        line = self.sender()
        if isinstance(line, HeardLine):
            place = max(0, min(self.lines.index(line) + step, len(self.lines) - 1))
            at = line.at
            self.lines[place].setFocus(Qt.FocusReason.TabFocusReason)
            if at >= 0:
                self.lines[place].stand_at(at)


def _columns(width: int, cells: int, widest: int) -> tuple[QRect, list[QRect], QRect]:
    """Where name, cells and share stand in a line of a width."""
    height = px(ROW)
    room = width - px(SHARE) - px(LEAST_NAME)
    cell = max(px(18), min(px(widest), room // cells)) if cells else 0
    start = width - px(SHARE) - cells * cell
    boxes = [QRect(start + number * cell, 0, cell, height) for number in range(cells)]
    return QRect(0, 0, start, height), boxes, QRect(width - px(SHARE), 0, px(SHARE), height)
