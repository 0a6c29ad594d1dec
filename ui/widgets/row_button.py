"""A row that one can press: icon or date at the left, title and detail, a short word at the right.

The lists "Needs you", "Coming up" and "Moving" are made of them. Arrow keys go from row to row, Enter opens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.icons import check_icon, paint_icon
from ui.text_lines import wrapped
from ui.theme import MEDIUM, RADIUS, colour, font, px
from ui.widgets.chip import chip_size, paint_chip
from ui.widgets.plain_words import aloud, plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent


@dataclass(frozen=True)
class RowLook:
    """What a row shows. `day` is (big, small), such as ("26", "nov."), in place of the icon."""

    title: str
    detail: str = ""
    icon: str = ""
    tone: str = "quiet"
    day: tuple[str, str] | None = None
    trailing: str = ""
    trailing_tone: str = "faint"
    chip: tuple[str, str] | None = None
    """(word, tone) at the right"""
    spoken: str = ""
    lines: int = 2
    """How many lines the title may take."""


class RowButton(QAbstractButton):
    """One pressable row; its title may take some lines, its detail one."""

    def __init__(self, look: RowLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        check_icon(look.icon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        parts = [look.title, look.detail, look.chip[0] if look.chip else "", look.trailing]
        self.setAccessibleName(look.spoken or aloud(*parts))
        self.setToolTip(plain_tip(look.detail))

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(px(280)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(36))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._words(width)
        return px(5) * 2 + self._title_height(words) + (px(18) if self.look.detail else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            above = self.parentWidget()
            rows = above.findChildren(RowButton) if above is not None else [self]
            index = rows.index(self) + (1 if event.key() == Qt.Key.Key_Down else -1)
            rows[max(0, min(index, len(rows) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _left(self) -> int:
        return px(8) + (px(40) if self.look.day else px(28) if self.look.icon else 0)

    def _right(self) -> int:
        room = px(8)
        if self.look.trailing:
            room += QFontMetrics(font("note")).horizontalAdvance(self.look.trailing) + px(12)
        if self.look.chip:
            room += chip_size(self.look.chip[0]).width() + px(12)
        return room

    def _words(self, width: int) -> int:
        return max(px(60), width - self._left() - self._right())

    def _title_font(self) -> QFont:
        return font("body", MEDIUM) if self.look.day else font("body")

    def _title_height(self, width: int) -> int:
        face = self._title_font()
        return QFontMetrics(face).lineSpacing() * len(wrapped(self.look.title, face, width, self.look.lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen" if self.isDown() else "hover"))
            painter.drawRoundedRect(self.rect(), RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self._paint_left(painter)
        self._paint_words(painter)
        self._paint_right(painter)

    def _paint_left(self, painter: QPainter) -> None:
        look = self.look
        if look.day:
            big, small = look.day
            painter.setFont(font("title", MEDIUM))
            painter.setPen(colour("text"))
            box = QRect(px(6), px(3), px(34), px(22))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, big)
            painter.setFont(font("small"))
            painter.setPen(colour("faint"))
            painter.drawText(box.translated(0, px(18)), Qt.AlignmentFlag.AlignCenter, small)
        elif look.icon:
            paint_icon(painter, QRect(px(8), px(6), px(18), px(18)), look.icon, colour(look.tone))

    def _paint_words(self, painter: QPainter) -> None:
        look, width, left, top = self.look, self._words(self.width()), self._left(), px(5)
        height = self._title_height(width)
        face = self._title_font()
        painter.setFont(face)
        painter.setPen(colour("text"))
        spacing = QFontMetrics(face).lineSpacing()
        for number, line in enumerate(wrapped(look.title, face, width, look.lines)):
            painter.drawText(QRect(left, top + number * spacing, width, spacing), Qt.AlignmentFlag.AlignVCenter, line)
        if look.detail:
            painter.setFont(font("note"))
            painter.setPen(colour("faint"))
            # What stands at the right stands beside the title only.
            room = self.width() - left - px(8)
            text = QFontMetrics(font("note")).elidedText(look.detail, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRect(left, top + height, room, px(18)), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_right(self, painter: QPainter) -> None:
        look, right = self.look, self.width() - px(8)
        line = QRect(0, px(5), right, px(20))
        if look.trailing:
            painter.setFont(font("note"))
            painter.setPen(colour(look.trailing_tone))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, look.trailing)
            right -= QFontMetrics(font("note")).horizontalAdvance(look.trailing) + px(12)
        if look.chip:
            word, tone = look.chip
            paint_chip(painter, QRect(right - chip_size(word).width(), px(5), px(10), px(20)), word, tone)
