"""A card in a lane, to be pressed: how far it is, its reference and title, chips, facts, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.icons import check_icon, paint_icon
from ui.text_lines import wrapped
from ui.theme import MEDIUM, colour, font, px
from ui.widgets.card_button import CardButton
from ui.widgets.chip import chip_size, paint_chip
from ui.widgets.plain_words import aloud, plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFont, QPaintEvent

MARGIN: Final = 12
TITLE_LINES: Final = 3
FOOT_LINES: Final = 4
CHIP_ROW: Final = 25
ARROWS: Final = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_End: "last",
}


@dataclass(frozen=True)
class CardChip:
    """A word on a chip; `key` is told when it is pressed by itself (empty: it is part of the card)."""

    word: str
    tone: str = "quiet"
    icon: str = ""
    key: str = ""


@dataclass(frozen=True)
class Fact:
    """An icon and some words; two short ones stand beside one another where there is room."""

    icon: str
    words: str
    tone: str = "quiet"


@dataclass(frozen=True)
class LaneCardLook:
    """What a card shows."""

    key: int
    state: Fact
    reference: str
    title: str
    chips: tuple[CardChip, ...] = ()
    facts: tuple[Fact, ...] = ()
    foot: str = ""
    spoken: str = ""


class LaneCard(CardButton):
    """One card; an arrow key tells `moved`, a chip with a key `chip_pressed`, Enter and a click `clicked`."""

    moved = Signal(str)
    chip_pressed = Signal(str)

    def __init__(self, look: LaneCardLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._pressed = ""
        for name in (look.state.icon, *(chip.icon for chip in look.chips), *(fact.icon for fact in look.facts)):
            check_icon(name)
        # One card of a lane is in the Tab chain: arrows go on from there.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        words = [look.reference, look.title, look.state.words, *(chip.word for chip in look.chips)]
        words += [*(fact.words for fact in look.facts), look.foot]
        self.setAccessibleName(look.spoken or aloud(*words))

    # Sizes --------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(max(self.width(), px(200))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(80))

    def heightForWidth(self, width: int) -> int:
        return self._walk(None, width)

    def chip_at(self, at: QPoint) -> str:
        """The key of the chip at a point; empty where none can be pressed."""
        found = (chip.key for chip, place in self._chip_places(self.width()) if chip.key and place.contains(at))
        return next(found, "")

    def chip_place(self, key: str) -> QRect:
        """Where the chip with a key stands."""
        return next(place for chip, place in self._chip_places(self.width()) if chip.key == key)

    def _title_lines(self, width: int) -> list[str]:
        return wrapped(self.look.title, font("body", MEDIUM), width - 2 * px(MARGIN), TITLE_LINES)

    def _chip_top(self, width: int) -> int:
        return px(MARGIN) + self._head_height(width) + len(self._title_lines(width)) * px(20) + px(6)

    def _head_height(self, width: int) -> int:
        """State and reference stand beside one another, or below where one would be cut."""
        look = self.look
        words = QFontMetrics(font("small", MEDIUM)).horizontalAdvance(look.state.words)
        needed = words + QFontMetrics(font("small")).horizontalAdvance(look.reference) + px(29)
        return px(22) if needed <= width - 2 * px(MARGIN) else px(39)

    def _chip_places(self, width: int) -> list[tuple[CardChip, QRect]]:
        left, right = px(MARGIN), width - px(MARGIN)
        x, y = left, self._chip_top(width)
        found = []
        for chip in self.look.chips:
            size = chip_size(chip.word, with_icon=bool(chip.icon))
            needed = min(size.width(), right - left)
            if x > left and x + needed > right:
                x, y = left, y + px(CHIP_ROW)
            found.append((chip, QRect(x, y, needed, size.height())))
            x += needed + px(5)
        return found

    def _fact_rows(self, width: int) -> list[list[Fact]]:
        metrics = QFontMetrics(font("note"))
        room = width - 2 * px(MARGIN)
        rows: list[list[Fact]] = []
        left = 0
        for fact in self.look.facts:
            needed = metrics.horizontalAdvance(fact.words) + px(20)
            if rows and needed + px(12) <= left:
                rows[-1].append(fact)
                left -= needed + px(12)
            else:
                rows.append([fact])
                left = room - needed
        return rows

    # Painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        self._walk(painter, self.width())

    def _walk(self, painter: QPainter | None, width: int) -> int:
        """Go down the card, painting if there is something to paint with; give its height."""
        look, left, room = self.look, px(MARGIN), width - 2 * px(MARGIN)
        top = px(MARGIN)
        if painter is not None:
            self._paint_head(painter, QRect(left, top - px(2), room, px(20)), is_tall=self._head_height(width) > px(22))
        top += self._head_height(width)
        for line in self._title_lines(width):
            _write(painter, QRect(left, top, room, px(20)), line, font("body", MEDIUM), "text")
            top += px(20)
        places = self._chip_places(width)
        if places:
            top = places[-1][1].bottom() + 1 + px(2)
            self._paint_chips(painter, places)
        top += px(6)
        for row in self._fact_rows(width):
            x = left
            for fact in row:
                x = self._paint_fact(painter, QRect(x, top, left + room - x, px(20)), fact)
            top += px(21)
        if look.foot:
            if painter is not None:
                painter.setPen(QPen(colour("line"), 1))
                painter.drawLine(left, top + px(5), left + room, top + px(5))
                paint_icon(painter, QRect(left, top + px(13), px(14), px(14)), "arrow-right", colour("faint"))
            top += px(11)
            for line in wrapped(look.foot, font("note"), room - px(20), FOOT_LINES):
                _write(painter, QRect(left + px(20), top, room - px(20), px(18)), line, font("note"), "faint")
                top += px(18)
        return top + px(MARGIN) - px(2)

    def _paint_head(self, painter: QPainter, box: QRect, *, is_tall: bool) -> None:
        look, side = self.look, px(15)
        mark = QRect(box.x(), box.y() + (box.height() - side) // 2, side, side)
        paint_icon(painter, mark, look.state.icon, colour(look.state.tone))
        words = box.adjusted(side + px(6), 0, 0, 0)
        _write(painter, words, look.state.words, font("small", MEDIUM), look.state.tone)
        face = font("small")
        needed = QFontMetrics(face).horizontalAdvance(look.reference) + 2
        beside = QRect(box.right() - needed + 2, box.y(), needed, box.height())
        _write(painter, words.translated(0, px(17)) if is_tall else beside, look.reference, face, "faint")

    def _paint_chips(self, painter: QPainter | None, places: list[tuple[CardChip, QRect]]) -> None:
        if painter is None:
            return
        at = self.mapFromGlobal(self.cursor().pos()) if self.underMouse() else QPoint(-1, -1)
        metrics = QFontMetrics(font("small", MEDIUM))
        for chip, place in places:
            # Beside the words stand the rounded ends, and the icon.
            beside = chip_size("", with_icon=bool(chip.icon)).width()
            word = metrics.elidedText(chip.word, Qt.TextElideMode.ElideRight, place.width() - beside + px(2))
            tone = "accent" if chip.key and place.contains(at) else chip.tone
            paint_chip(painter, place, word, tone, chip.icon)

    @staticmethod
    def _paint_fact(painter: QPainter | None, box: QRect, fact: Fact) -> int:
        """Paint a fact; give where the next one begins."""
        face, side = font("note"), px(14)
        needed = QFontMetrics(face).horizontalAdvance(fact.words)
        if painter is not None:
            paint_icon(painter, QRect(box.x(), box.y() + px(3), side, side), fact.icon, colour(fact.tone))
            _write(painter, box.adjusted(px(20), 0, 0, 0), fact.words, face, fact.tone)
        return box.x() + px(20) + needed + px(12)

    # Keys and mouse -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        keys = [chip.key for chip in self.look.chips if chip.key]
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif step is not None:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_T and keys and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.chip_pressed.emit(keys[0])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.chip_at(event.position().toPoint())
        if not self._pressed:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, ""
        if not pressed:
            super().mouseReleaseEvent(event)
        elif self.chip_at(event.position().toPoint()) == pressed:
            self.chip_pressed.emit(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == event.Type.ToolTip:
            self.setToolTip(plain_tip(self.look.title if len(self._title_lines(self.width())) == TITLE_LINES else ""))
        return super().event(event)


def _write(painter: QPainter | None, box: QRect, text: str, face: QFont, ink: str) -> None:
    if painter is None:
        return
    painter.setFont(face)
    painter.setPen(colour(ink))
    shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
