"""Which sectors a group covers: one line a sector, who speaks for it now, and whether somebody did in past quarters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import paint_icon
from ui.theme import MEDIUM, colour, font, px
from ui.widgets.boxes import clear_box
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

ROW: Final = 36
HEAD: Final = 28
CELL: Final = 44
SECTOR: Final = 0.25


@dataclass(frozen=True)
class CoverLook:
    """A sector. `past` says for each quarter whether it was covered, None where nobody knows."""

    key: str
    sector: str
    words: str
    """Who covers it, or the word that says that nobody does."""
    tone: str
    icon: str
    past: tuple[bool | None, ...]
    is_covered: bool
    spoken: str


class _Head(QWidget):
    """Titles of the columns."""

    def __init__(self, titles: tuple[str, str], quarters: Sequence[str], now: str) -> None:
        super().__init__()
        self._titles, self._quarters = titles, [*quarters, now]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("small", MEDIUM))
        painter.setPen(colour("faint"))
        first, second, cells = _columns(self.width(), len(self._quarters))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(first.x(), 0, first.width(), self.height()), middle, self._titles[0])
        painter.drawText(QRect(second.x(), 0, second.width(), self.height()), middle, self._titles[1])
        for box, words in zip(cells, self._quarters, strict=True):
            painter.drawText(QRect(box.x(), 0, box.width(), self.height()), Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class CoverLine(QAbstractButton):
    """One sector; pressing it goes to its seat, or offers to add one."""

    moved = Signal(int)

    def __init__(self, look: CoverLook) -> None:
        super().__init__()
        self.look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.spoken)
        self.setToolTip(plain_tip(look.spoken))

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif step:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), colour("hover"))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -2), 6, 6)
        first, second, cells = _columns(self.width(), len(look.past) + 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        for box, text, ink in (
            (first, look.sector, "text"),
            (second.adjusted(px(24), 0, 0, 0), look.words, "quiet" if look.is_covered else look.tone),
        ):
            face = font("body", MEDIUM) if ink == look.tone else font("body")
            painter.setFont(face)
            painter.setPen(colour(ink))
            shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width() - px(8))
            painter.drawText(QRect(box.x(), 0, box.width(), self.height()), middle, shown)
        side = px(16)
        mark = QRect(second.x(), (self.height() - side) // 2, side, side)
        paint_icon(painter, mark, look.icon, colour(look.tone))
        for box, was in zip(cells, (*look.past, look.is_covered), strict=True):
            self._paint_cell(painter, QRectF(box.x(), 0, box.width(), self.height()), was=was)

    @staticmethod
    def _paint_cell(painter: QPainter, box: QRectF, *, was: bool | None) -> None:
        """A filled square with a tick, an empty one with a cross: told by shape, not only by colour."""
        side = px(18)
        square = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
        if was is None:
            painter.setPen(QPen(colour("line"), 1.5))
            dash = QPointF(px(4), 0)
            painter.drawLine(square.center() - dash, square.center() + dash)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("good_soft" if was else "late_soft"))
        painter.drawRoundedRect(square, 4, 4)
        inset = px(4)
        name, tone = ("check-bold", "good") if was else ("x-bold", "late")
        paint_icon(painter, square.adjusted(inset, inset, -inset, -inset), name, colour(tone))


class CoverageMatrix(QWidget):
    """All sectors of a group; `chosen` tells the key of the pressed one."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(0)
        self.lines: list[CoverLine] = []

    def show_sectors(
        self, titles: tuple[str, str], quarters: Sequence[str], now: str, looks: Sequence[CoverLook]
    ) -> None:
        """Show sectors; `titles` head the first two columns, `quarters` and `now` the small ones."""
        clear_box(self.box)
        self.box.addWidget(_Head(titles, quarters, now))
        self.lines = [CoverLine(look) for look in looks]
        for line in self.lines:
            line.clicked.connect(self._on_clicked)
            line.moved.connect(self._on_moved)
            self.box.addWidget(line)

    @Slot()
    def _on_clicked(self) -> None:
        line = self.sender()
        if isinstance(line, CoverLine):
            self.chosen.emit(line.look.key)

    @Slot(int)
    def _on_moved(self, step: int) -> None:
        line = self.sender()
        if isinstance(line, CoverLine):
            at = max(0, min(self.lines.index(line) + step, len(self.lines) - 1))
            self.lines[at].setFocus(Qt.FocusReason.TabFocusReason)


def _columns(width: int, cells: int) -> tuple[QRect, QRect, list[QRect]]:
    """Where sector, holder and the small cells stand in a line of a width."""
    cell = px(CELL)
    left = width - cells * cell
    first = int(width * SECTOR)
    boxes = [QRect(left + n * cell, 0, cell, 1) for n in range(cells)]
    return QRect(px(4), 0, first - px(8), 1), QRect(first, 0, left - first - px(4), 1), boxes
