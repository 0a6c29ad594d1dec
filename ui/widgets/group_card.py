"""A group at a glance, to be pressed: its name, how its seats are filled, who leads it, when it meets, what lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.icons import paint_icon
from ui.theme import MEDIUM, colour, font, px
from ui.widgets.card_button import CardButton
from ui.widgets.chip import chip_size, paint_chip
from ui.widgets.plain_words import aloud

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

MARGIN: Final = 14
LINE: Final = 22
WIDEST_PIPS: Final = 24
WIDE: Final = 560
"""From this width on the lines stand beside the seats, not below them."""


@dataclass(frozen=True)
class Flag:
    """A word on a chip; the tone only repeats it."""

    word: str
    tone: str = "quiet"
    icon: str | None = None


@dataclass(frozen=True)
class CardLook:
    """What a card shows. `pips` are the tones of its seats in order; `lines` are (icon, words, is there somebody)."""

    title: str
    detail: str = ""
    pips: tuple[str, ...] = ()
    pips_said: str = ""
    lines: tuple[tuple[str, str, bool], ...] = ()
    flags: tuple[Flag, ...] = ()
    spoken: str = ""


class GroupCard(CardButton):
    """One pressable card; arrow keys go to its neighbours, Enter opens."""

    def __init__(self, look: CardLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        words = [look.title, look.detail, look.pips_said, *(line for _, line, _ in look.lines)]
        words += [flag.word for flag in look.flags]
        self.setAccessibleName(look.spoken or aloud(*words))

    def sizeHint(self) -> QSize:
        return QSize(px(280), self.heightForWidth(px(300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(80))

    def heightForWidth(self, width: int) -> int:
        look = self.look
        beside, rows = self._columns(width)
        left = (
            px(2)
            + self._title_height((beside or width) - 2 * px(MARGIN))
            + self._note_height(look.detail, (beside or width) - 2 * px(MARGIN))
            + (px(28) if look.pips_said else 0)
        )
        if not beside and rows:
            left += px(6) + len(rows) * px(26)
        room = (width - beside if beside else width) - (px(MARGIN) if beside else 2 * px(MARGIN)) - px(22)
        right = sum(self._line_height(words, room) for _, words, _ in look.lines) + (px(4) if look.lines else 0)
        return 2 * px(MARGIN) + (max(left, right) if beside else left + right)

    def _title_height(self, width: int) -> int:
        """A long name takes two lines."""
        metrics = QFontMetrics(font("body", MEDIUM))
        lines = 2 if metrics.horizontalAdvance(self.look.title) > width else 1
        return lines * px(20) + px(2)

    @staticmethod
    def _note_height(words: str, width: int) -> int:
        """Small words go on in the next line where one is too short; a line is 18 high."""
        if not words:
            return 0
        metrics = QFontMetrics(font("note"))
        taken = metrics.boundingRect(0, 0, max(width, px(40)), px(2000), Qt.TextFlag.TextWordWrap, words).height()
        return px(18) * max(1, round(taken / metrics.height()))

    def _line_height(self, words: str, width: int) -> int:
        return px(LINE) + self._note_height(words, width) - px(18)

    def _columns(self, width: int) -> tuple[int, list[list[Flag]]]:
        """Where the lines begin if they stand beside the seats (else 0), and the flags in rows below them."""
        beside = width * 11 // 20 if width >= px(WIDE) and self.look.lines else 0
        return beside, self._flag_rows((beside or width) - 2 * px(MARGIN))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }.get(Qt.Key(event.key()), 0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif step:
            cards = [card for card in self.window().findChildren(GroupCard) if card.isVisible()]
            at = cards.index(self) + step
            if 0 <= at < len(cards):
                cards[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _flag_rows(self, width: int) -> list[list[Flag]]:
        """The flags in rows that fit."""
        rows: list[list[Flag]] = []
        room = 0
        for flag in self.look.flags:
            needed = chip_size(flag.word, with_icon=flag.icon != "").width() + px(6)
            if not rows or needed > room:
                rows.append([])
                room = width
            rows[-1].append(flag)
            room -= needed
        return rows

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        beside, rows = self._columns(self.width())
        left, top = px(MARGIN), px(MARGIN)
        width = (beside or self.width()) - 2 * left
        title = self._title_height(width)
        painter.setFont(font("body", MEDIUM))
        painter.setPen(colour("text"))
        if title > px(30):
            painter.drawText(QRect(left, top, width, title), Qt.TextFlag.TextWordWrap, look.title)
        else:
            _words(painter, QRect(left, top, width, title), look.title, "text", MEDIUM)
        if beside:
            after = left + QFontMetrics(font("body", MEDIUM)).horizontalAdvance(look.title) + px(12)
            self._paint_flags(painter, [list(look.flags)], after, top + px(21))
        else:
            self._paint_flags(painter, rows, left, self.height() - px(MARGIN))
        top += title + px(2)
        if look.detail:
            tall = self._note_height(look.detail, width)
            _note(painter, QRect(left, top - px(2), width, tall), look.detail, "faint")
            top += tall
        if look.pips_said:
            self._paint_pips(painter, QRect(left, top + px(6), width, px(18)))
            top += px(28)
        if beside:
            self._paint_lines(painter, QRect(beside, px(MARGIN), self.width() - beside - left, 0))
        else:
            self._paint_lines(painter, QRect(left, top + px(4), width, 0))

    def _paint_lines(self, painter: QPainter, box: QRect) -> None:
        top, side = box.y(), px(15)
        for name, words, is_there in self.look.lines:
            mark = QRect(box.x(), top + (px(LINE) - side) // 2, side, side)
            paint_icon(painter, mark, name, colour("faint" if is_there else "late"))
            tall = self._line_height(words, box.width() - px(22))
            room = QRect(box.x() + px(22), top, box.width() - px(22), tall)
            _note(painter, room, words, "quiet" if is_there else "late")
            top += tall

    def _paint_pips(self, painter: QPainter, box: QRect) -> None:
        words = self.look.pips_said
        face = font("note")
        painter.setFont(face)
        side, gap = px(9), px(4)
        fits = (box.width() - QFontMetrics(face).horizontalAdvance(words) - px(12)) // (side + gap)
        pips = self.look.pips[: max(0, min(fits, WIDEST_PIPS))]
        x = float(box.x())
        for tone in pips:
            pip = QRectF(x, box.center().y() - side / 2 + 1, side, side)
            if tone == "empty":
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(colour("late"), 1.5))
                painter.drawRoundedRect(pip.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2)
            else:
                painter.setBrush(colour(tone))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawRoundedRect(pip, 2, 2)
            x += side + gap
        painter.setPen(colour("quiet"))
        rest = QRectF(x + (px(6) if pips else 0), box.y(), box.right() - x, box.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_flags(self, painter: QPainter, rows: list[list[Flag]], left: int, bottom: int) -> None:
        top = bottom - len(rows) * px(26) + px(6)
        for row in rows:
            x = left
            for flag in row:
                paint_chip(painter, QRect(x, top, px(10), px(20)), flag.word, flag.tone, flag.icon)
                x += chip_size(flag.word, with_icon=flag.icon != "").width() + px(6)
            top += px(26)


def _note(painter: QPainter, box: QRect, text: str, ink: str) -> None:
    painter.setFont(font("note"))
    painter.setPen(colour(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, text)


def _words(painter: QPainter, box: QRect, text: str, ink: str, weight: object = None, *, size: str = "body") -> None:
    face = font(size, weight) if weight is not None else font(size)  # type: ignore[arg-type]
    painter.setFont(face)
    painter.setPen(colour(ink))
    shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
