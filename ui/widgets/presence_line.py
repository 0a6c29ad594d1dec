"""One person of a presence sheet as a line: who, for whom, whether they come, and which items they were out for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from ui.icons import paint_icon
from ui.theme import MEDIUM, RADIUS, colour, font, px
from ui.widgets.chip import chip_size, paint_chip
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QMouseEvent, QPaintEvent

HEIGHT: Final = 34
MARK: Final = 25
CELL: Final = 24
LEAST_CELL: Final = 15
INDENT: Final = 24
LEAST_WITH_SECTOR: Final = 420
LEAST_WITH_REST: Final = 340
IN, OUT, CONFLICT = "in", "out", "conflict"


@dataclass(frozen=True)
class StateLook:
    """One thing that can be noted of somebody: its key in the code, its word, tone and icon."""

    key: str
    word: str
    tone: str
    icon: str


@dataclass(frozen=True)
class PresenceLook:
    """What a line shows."""

    who: str
    initials: str
    organisation: str
    sector: str
    """What they speak for, or as what they come."""
    state: StateLook
    """What is noted now."""
    note: str = ""
    flag: tuple[str, str, str] | None = None
    """(word, tone, icon) where something is the matter."""
    is_indented: bool = False
    """A deputy below the one whose place it is."""
    is_faint: bool = False
    is_open: bool = True
    """Whether something can still be noted."""
    cells: tuple[str, ...] = ()
    """For each item "in", "out" or "conflict"; empty where the person is not at the meeting."""
    spoken: str = ""


@dataclass(frozen=True)
class Words:
    """How much room the widest words of all lines need: of the states, the names and the bodies."""

    state: int = 0
    who: int = 0
    organisation: int = 0

    @classmethod
    def of(cls, looks: Iterable[PresenceLook], states: Iterable[StateLook]) -> Words:
        """The room that some people and the states that can be noted need."""
        looks = tuple(looks)
        strong, body, note = (QFontMetrics(font(*face)) for face in (("note", MEDIUM), ("body", MEDIUM), ("note",)))
        said = {*(state.word for state in states), *(look.state.word for look in looks)}
        return cls(
            max(map(strong.horizontalAdvance, said), default=0),
            max(
                (body.horizontalAdvance(look.who) + (px(INDENT) if look.is_indented else 0) for look in looks),
                default=0,
            )
            + px(16),
            max((note.horizontalAdvance(look.organisation) for look in looks), default=0) + px(16),
        )


@dataclass(frozen=True)
class Columns:
    """Where the parts of all lines stand, so that they stand under one another."""

    who: QRect
    organisation: QRect
    sector: QRect
    marks: QRect
    word: QRect
    rest: QRect
    cells: tuple[QRect, ...]

    @classmethod
    def of(cls, width: int, items: int, words: Words) -> Columns:
        """Columns of a line: `items` cells at the right, `words` the room that the widest words need."""
        height = px(HEIGHT)
        left, right = px(48), width - px(12)
        marks = 3 * px(MARK) + px(6)
        states = marks + words.state + px(16)
        free = right - left - states
        side = max(px(LEAST_CELL), min(px(CELL), int(free * 0.42) // items)) if items else 0
        # Where room is short the name stays: first what they speak for goes, then the note.
        rest = items * side if items else int(free * 0.24) if free > px(LEAST_WITH_REST) else 0
        free -= rest
        sector = int(free * 0.26) if not items and free > px(LEAST_WITH_SECTOR) else 0
        beside = free - sector
        # Neither name nor body is cut while there is room for both.
        spare = beside - words.who - words.organisation
        who = words.who + int(spare * 0.45) if spare >= 0 else int(beside * 0.45)
        organisation = beside - who
        x = left
        rooms = (who, organisation, sector, marks, words.state + px(16), rest)
        boxes = []
        for room in rooms:
            boxes.append(QRect(x, 0, room, height))
            x += room
        start = right - items * side
        cells = tuple(QRect(start + n * side, 0, side, height) for n in range(items))
        return cls(boxes[0], boxes[1], boxes[2], boxes[3], boxes[4], boxes[5], cells)


class PresenceLine(QAbstractButton):
    """Pressing it opens what more can be done; `noted` tells a state that was pressed, `turned` an item's cell.

    Keys are handed on whole by `keyed`: the list knows what they mean.
    """

    noted = Signal(str)
    turned = Signal(int)
    keyed = Signal(object)
    flagged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look: PresenceLook | None = None
        self.states: tuple[StateLook, ...] = ()
        self.items: tuple[str, ...] = ()
        """The titles of the items whose cells are shown."""
        self.at = -1
        """The cell that the keyboard stands on."""
        self._words = Words()
        self._over: QPoint | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_look(
        self, look: PresenceLook, states: tuple[StateLook, ...], items: tuple[str, ...], words: Words
    ) -> None:
        """Show a person; `states` are those that can be noted, `words` the room that all lines need."""
        self.look, self.states, self.items, self._words = look, states, items, words
        self.at = min(self.at, len(items) - 1)
        self._say()
        self.update()

    def stand_at(self, cell: int) -> None:
        """Put the keyboard on an item's cell; -1 is the person."""
        if self.look is not None and self.look.cells:
            self.at = max(-1, min(cell, len(self.items) - 1))
            self._say()
            self.update()

    def columns(self) -> Columns:
        """Where its parts stand."""
        return Columns.of(self.width(), len(self.items), self._words)

    def mark_box(self, number: int) -> QRect:
        """Where one presses to note a state (for tests, and for the mouse)."""
        marks = self.columns().marks
        top = (self.height() - px(MARK)) // 2
        return QRect(marks.x() + number * px(MARK), top, px(MARK), px(MARK))

    def flag_box(self) -> QRect:
        """Where what is the matter stands."""
        if self.look is None or self.look.flag is None or self.items:
            return QRect()
        size, rest = chip_size(self.look.flag[0]), self.columns().rest
        return QRect(rest.x(), (self.height() - size.height()) // 2, min(size.width(), rest.width()), size.height())

    def _say(self) -> None:
        look = self.look
        if look is None:
            return
        name = look.spoken
        if 0 <= self.at < len(look.cells):
            name = f"{self.items[self.at]}. {name}"
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(px(560), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(420), px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.keyed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._over = event.position().toPoint()
        self.update()
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._over = None
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed = self._pressed(event.position().toPoint()) if event.button() == Qt.MouseButton.LeftButton else None
        if pressed is None:
            super().mouseReleaseEvent(event)
            return
        self.setDown(False)
        kind, number = pressed
        if kind == "state":
            self.noted.emit(self.states[number].key)
        elif kind == "flag":
            self.flagged.emit()
        else:
            self.at = number
            self.turned.emit(number)

    def _pressed(self, point: QPoint) -> tuple[str, int] | None:
        look = self.look
        if look is None or not look.is_open:
            return None
        for number in range(len(self.states)):
            if self.mark_box(number).contains(point):
                return "state", number
        if self.flag_box().contains(point):
            return "flag", 0
        if look.cells:
            for number, box in enumerate(self.columns().cells):
                if box.contains(point):
                    return "cell", number
        return None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), plain_tip(self._tip(event.pos())), self)
            return True
        return super().event(event)

    def _tip(self, point: QPoint) -> str:
        pressed, look = self._pressed(point), self.look
        if look is None:
            return ""
        if pressed is not None and pressed[0] == "state":
            return self.states[pressed[1]].word
        if pressed is not None and pressed[0] == "cell":
            return self.items[pressed[1]]
        return "\n".join(part for part in (look.who, look.organisation, look.note) if part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        if look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = self.columns()
        self._paint_ground(painter)
        self._paint_who(painter, look, columns)
        self._paint_state(painter, look, columns)
        if self.items:
            self._paint_cells(painter, look, columns)
        else:
            self._paint_rest(painter, look, columns)

    def _paint_ground(self, painter: QPainter) -> None:
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground = "chosen" if self.isChecked() else "hover" if self.underMouse() or self.hasFocus() else ""
        painter.setPen(Qt.PenStyle.NoPen)
        if ground:
            painter.setBrush(colour(ground))
            painter.drawRoundedRect(body, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body, RADIUS, RADIUS)

    def _paint_who(self, painter: QPainter, look: PresenceLook, columns: Columns) -> None:
        inset = px(INDENT) if look.is_indented else 0
        side = px(24)
        ring = QRectF(px(12) + inset, (self.height() - side) / 2, side, side)
        if look.is_indented:
            paint_icon(
                painter, ring.translated(-px(22), 0).adjusted(6, 6, -6, -6), "arrow-elbow-down-right", colour("faint")
            )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("sunken" if look.is_faint else "accent_soft"))
        painter.drawEllipse(ring)
        painter.setPen(colour("faint" if look.is_faint else "accent"))
        painter.setFont(font("small", MEDIUM))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, look.initials)
        ink = "faint" if look.is_faint else "text"
        _words(painter, columns.who.adjusted(inset, 0, -px(12), 0), look.who, ink, strong=not look.is_faint)
        beside = columns.organisation.adjusted(0, 0, -px(12), 0)
        if self.hasFocus() and 0 <= self.at < len(self.items):
            # Which item the keyboard stands on: its number alone says little.
            _words(painter, beside, self.items[self.at], "accent", size="note", strong=True)
        else:
            _words(painter, beside, look.organisation, "quiet", size="note")
        if columns.sector.width():
            _words(painter, columns.sector.adjusted(0, 0, -px(12), 0), look.sector, "faint", size="note")

    def _paint_state(self, painter: QPainter, look: PresenceLook, columns: Columns) -> None:
        if look.is_open:
            for number, state in enumerate(self.states):
                box = QRectF(self.mark_box(number)).adjusted(2, 2, -2, -2)
                is_now = state.key == look.state.key
                is_over = self._over is not None and self.mark_box(number).contains(self._over)
                painter.setPen(Qt.PenStyle.NoPen if is_now else QPen(colour("edge" if is_over else "line"), 1.2))
                painter.setBrush(colour(f"{state.tone}_soft") if is_now else Qt.BrushStyle.NoBrush)
                painter.drawEllipse(box)
                inset = box.width() * 0.22
                ink = state.tone if is_now or is_over else "faint"
                paint_icon(painter, box.adjusted(inset, inset, -inset, -inset), state.icon, colour(ink))
        else:
            box = QRectF(self.mark_box(2)).adjusted(4, 4, -4, -4)
            paint_icon(painter, box, look.state.icon, colour(look.state.tone))
        is_known = look.state.tone != "quiet"
        place = columns.word.adjusted(px(4), 0, 0, 0)
        _words(painter, place, look.state.word, look.state.tone if is_known else "faint", size="note", strong=is_known)

    def _paint_rest(self, painter: QPainter, look: PresenceLook, columns: Columns) -> None:
        room = columns.rest
        if not room.width():
            return
        if look.flag is not None:
            word, tone, icon_name = look.flag
            shown = QFontMetrics(font("small", MEDIUM)).elidedText(
                word, Qt.TextElideMode.ElideRight, room.width() - px(34)
            )
            paint_chip(painter, room, shown, tone, icon_name)
            room = room.adjusted(chip_size(shown).width() + px(8), 0, 0, 0)
        _words(painter, room, look.note, "quiet", size="note")

    def _paint_cells(self, painter: QPainter, look: PresenceLook, columns: Columns) -> None:
        for number, box in enumerate(columns.cells):
            side = min(box.width() - 3, px(20))
            square = QRectF(box.center().x() - side / 2 + 0.5, (self.height() - side) / 2, side, side)
            if not look.cells:
                painter.setPen(QPen(colour("line"), 1.5))
                dash = QPointF(px(3), 0)
                painter.drawLine(square.center() - dash, square.center() + dash)
                continue
            _paint_cell(painter, square, look.cells[number])
            if self.hasFocus() and number == self.at:
                painter.setPen(QPen(colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(square.adjusted(-1, -1, 1, 1), 4, 4)


def _paint_cell(painter: QPainter, square: QRectF, kind: str) -> None:
    """In the room a dot, out an empty frame with a dash, a conflict a filled square with scales: told by shape."""
    inset = square.width() * 0.18
    if kind == IN:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("good"))
        painter.drawEllipse(square.center(), px(3), px(3))
        return
    tone, icon_name = ("warn", "minus-bold") if kind == OUT else ("late", "scales")
    painter.setPen(QPen(colour(tone), 1))
    painter.setBrush(colour(f"{tone}_soft"))
    painter.drawRoundedRect(square, 4, 4)
    paint_icon(painter, square.adjusted(inset, inset, -inset, -inset), icon_name, colour(tone))


def _words(painter: QPainter, box: QRect, text: str, ink: str, *, size: str = "body", strong: bool = False) -> None:
    face = font(size, MEDIUM) if strong else font(size)
    painter.setFont(face)
    painter.setPen(colour(ink))
    shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
