"""How much each of several groups did in a row of quarters or years: figures on a ground that is deeper for more."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen

from ui.theme import MEDIUM, RADIUS, colour, font, theme
from ui.widgets.heard_matrix import CellLook, HeardLine, HeardLook, HeardMatrix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent

FAINTEST: Final = 36
DEEPEST: Final = {False: 150, True: 100}
"""Of 255: how much of the accent shows under the smallest figure, and under the largest in light and in dark.

Text keeps 4.5:1 on all of it (WCAG 2.2, 1.4.3).
"""


@dataclass(frozen=True)
class CountLook(CellLook):
    """A cell: `icon` is empty; `count` is drawn, and `depth` (0 to 1) says how deep its ground is."""

    count: str = ""
    depth: float = 0.0


def count_look(count: int, most: int, word: str) -> CountLook:
    """The look of a figure among others of which the largest is `most`; `word` says what is counted."""
    return CountLook("", "faint", word, str(count) if count else "", count / most if most else 0.0)


class CountLine(HeardLine):
    """One line; one can stand on a cell, and behind the last one on the whole line."""

    picked: int = -1
    """The cell that is looked at; as many as there are cells for the whole line, -1 for none."""

    def stand_at(self, cell: int) -> None:
        self.at = max(0, min(cell, len(self._meetings)))
        self._say()
        self.update()

    def _say(self) -> None:
        is_cell = 0 <= self.at < len(self._meetings)
        here = f"{self._meetings[self.at]}: {self.look.cells[self.at].word}. " if is_cell else ""
        self.setAccessibleName(f"{here}{self.look.spoken}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.at if self.at >= 0 else len(self._meetings))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(point):
            cell = self._cell_at(point)
            self.opened.emit(cell if cell >= 0 else len(self._meetings))

    def _cell_at(self, point: QPoint) -> int:
        return next((number for number, box in enumerate(self.cells()) if box.contains(point)), -1)

    def _paint_cell(self, painter: QPainter, box: QRect, cell: CellLook) -> None:  # type: ignore[override]
        assert isinstance(cell, CountLook)
        square = QRectF(box).adjusted(1.5, 3.5, -1.5, -3.5)
        painter.setPen(Qt.PenStyle.NoPen)
        deep = FAINTEST + round((DEEPEST[theme().colours.dark] - FAINTEST) * cell.depth)
        painter.setBrush(colour("accent", deep) if cell.count else colour("sunken"))
        painter.drawRoundedRect(square, 4, 4)
        if cell.count:
            painter.setFont(font("note", MEDIUM))
            painter.setPen(colour("text"))
            painter.drawText(square, Qt.AlignmentFlag.AlignCenter, cell.count)
        if 0 <= self.picked < len(self.look.cells) and self.look.cells[self.picked] is cell:
            self._paint_picked(painter, square)

    @staticmethod
    def _paint_picked(painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(colour("text"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _paint_share(self, painter: QPainter, box: QRect) -> None:
        super()._paint_share(painter, box)
        if self.picked == len(self.look.cells):
            self._paint_picked(painter, QRectF(box).adjusted(4, 3.5, -1.5, -3.5))


class CountMatrix(HeardMatrix):
    """All lines; `pressed` tells line and cell that were pressed, the cell behind the last being the whole line."""

    pressed = Signal(int, int)
    line_type: ClassVar[type[HeardLine]] = CountLine

    def show_counts(self, heads: Sequence[tuple[str, str]], spans: Sequence[str], looks: Sequence[HeardLook]) -> None:
        """Show lines; `heads` stand above the cells, `spans` says each in full."""
        self.show_lines(heads, spans, looks)
        for number, line in enumerate(self.lines):
            line.opened.connect(functools.partial(self.pressed.emit, number))

    def pick(self, line: int, cell: int) -> None:
        """Frame what is looked at; -1 frames nothing."""
        for number, one in enumerate(self.lines):
            assert isinstance(one, CountLine)
            one.picked = cell if number == line else -1
            one.update()
