"""Lines under headings, each with a day at the left and chips at the right: one reads it like a diary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.icons import paint_icon
from ui.theme import MEDIUM, RADIUS, colour, dress, font, px
from ui.widgets.chip import chip_size, paint_chip
from ui.widgets.line_list import HoverList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent

Index = QModelIndex | QPersistentModelIndex
LINE: Final = 52
HEAD: Final = 44
DAY: Final = 64
STAGE: Final = 150
NEAR: Final = 6
"""A heading so many lines above is brought along."""
_LEFT_MIDDLE: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class SectionHead:
    """A heading and the quiet words beside it."""

    title: str
    detail: str = ""


@dataclass(frozen=True)
class SectionLine:
    """A line: what it opens, its day, name and detail, how far it is, and chips (word, tone, icon)."""

    key: Any
    day: tuple[str, str] = ("", "")
    """large and small"""
    icon: str = ""
    """Drawn where there is no day."""
    title: str = ""
    detail: str = ""
    stage: str = ""
    step: int = 0
    steps: int = 0
    chips: tuple[tuple[str, str, str], ...] = ()
    is_quiet: bool = False
    """Over or called off: drawn in quiet ink."""
    spoken: str = ""


class SectionModel(QAbstractListModel):
    """Headings and lines, one below the other."""

    EntryRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[SectionHead | SectionLine] = []

    def set_entries(self, entries: Sequence[SectionHead | SectionLine]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken if isinstance(entry, SectionLine) else f"{entry.title}. {entry.detail}"
            case self.EntryRole:
                return entry
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.entries[index.row()], SectionHead):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class SectionDelegate(QStyledItemDelegate):
    """Draws headings and lines."""

    def __init__(self, view: SectionList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(SectionModel.EntryRole)
        return QSize(px(300), px(HEAD if isinstance(entry, SectionHead) else LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(SectionModel.EntryRole)
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, SectionHead):
            self._paint_head(painter, rect, entry)
        else:
            is_current = bool(option.state & QStyle.StateFlag.State_Selected)
            is_lit = index.row() == self._view.hovered or (is_current and self._view.is_beside)
            self._paint_line(painter, rect, entry, is_chosen=is_current and self._view.hasFocus(), is_lit=is_lit)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, head: SectionHead) -> None:
        room = rect.adjusted(px(12), px(12), -px(12), 0)
        face = font("body", MEDIUM)
        painter.setFont(face)
        painter.setPen(colour("text"))
        painter.drawText(room, _LEFT_MIDDLE, head.title)
        step = QFontMetrics(face).horizontalAdvance(head.title) + px(12)
        painter.setFont(font("note"))
        painter.setPen(colour("faint"))
        painter.drawText(room.adjusted(step, 0, 0, 0), _LEFT_MIDDLE, head.detail)
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(rect.left() + px(12), rect.bottom(), rect.right() - px(12), rect.bottom())

    def _paint_line(self, painter: QPainter, rect: QRect, line: SectionLine, *, is_chosen: bool, is_lit: bool) -> None:
        if is_chosen or is_lit:
            painter.setPen(QPen(colour("accent"), 1.5) if is_chosen else Qt.PenStyle.NoPen)
            painter.setBrush(colour("chosen" if is_chosen else "hover"))
            painter.drawRoundedRect(QRectF(rect).adjusted(4, 1, -4, -1), RADIUS, RADIUS)
        room = rect.adjusted(px(12), px(6), -px(16), -px(6))
        ink = colour("quiet" if line.is_quiet else "text")
        self._paint_day(painter, room, line, ink)
        right = self._paint_chips(painter, room, line, is_chosen=is_chosen)
        right = self._paint_stage(painter, room, line, right)
        words = QRect(room.left() + px(DAY), room.top(), right - room.left() - px(DAY) - px(12), room.height())
        upper = QRect(words.left(), words.top(), words.width(), words.height() // 2 + (0 if line.detail else 99))
        if not line.detail:
            upper = words
        face = font("body", MEDIUM) if not line.is_quiet else font("body")
        painter.setFont(face)
        painter.setPen(ink)
        title = QFontMetrics(face).elidedText(line.title, Qt.TextElideMode.ElideRight, upper.width())
        painter.drawText(upper, _LEFT_MIDDLE, title)
        if line.detail:
            painter.setFont(font("note"))
            painter.setPen(colour("faint" if line.is_quiet else "quiet"))
            lower = QRect(words.left(), upper.bottom(), words.width(), words.height() // 2)
            detail = QFontMetrics(font("note")).elidedText(line.detail, Qt.TextElideMode.ElideRight, lower.width())
            painter.drawText(lower, _LEFT_MIDDLE, detail)

    def _paint_day(self, painter: QPainter, room: QRect, line: SectionLine, ink: Any) -> None:
        if line.icon:
            side = px(20)
            place = QRect(room.left() + px(4), room.center().y() - side // 2, side, side)
            paint_icon(painter, place, line.icon, colour("faint"))
            return
        large, small = line.day
        painter.setFont(font("body", MEDIUM))
        painter.setPen(ink)
        painter.drawText(QRect(room.left(), room.top(), px(DAY), room.height() // 2), _LEFT_MIDDLE, large)
        painter.setFont(font("note"))
        painter.setPen(colour("faint" if line.is_quiet else "quiet"))
        below = QRect(room.left(), room.top() + room.height() // 2, px(DAY), room.height() // 2)
        painter.drawText(below, _LEFT_MIDDLE, small)

    def _paint_chips(self, painter: QPainter, room: QRect, line: SectionLine, *, is_chosen: bool) -> int:
        right = room.right()
        for word, tone, icon_name in reversed(line.chips):
            size = chip_size(word, with_icon=bool(icon_name))
            if right - size.width() < room.left() + px(DAY) + px(220):
                break
            right -= size.width()
            ground = "surface" if is_chosen and tone == "accent" else ""
            paint_chip(
                painter, QRect(right, room.top(), size.width(), room.height()), word, tone, icon_name, ground=ground
            )
            right -= px(8)
        return right

    def _paint_stage(self, painter: QPainter, room: QRect, line: SectionLine, right: int) -> int:
        # The stage has a column of its own, so that one can run down it with the eyes.
        middle = room.left() + max(px(DAY) + px(200), (room.width() - px(STAGE)) // 2)
        left = right - px(STAGE) if self._view.is_beside else middle
        if not line.steps or left + px(STAGE) > right:
            return right
        painter.setFont(font("note"))
        painter.setPen(colour("faint" if line.is_quiet else "quiet"))
        upper = QRect(left, room.top(), px(STAGE), room.height() // 2)
        painter.drawText(upper, _LEFT_MIDDLE, line.stage)
        width = (px(STAGE) - px(30)) / line.steps
        y = room.top() + room.height() * 3 / 4 - px(2)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(line.steps):
            reached = step < line.step
            painter.setBrush(colour("accent" if reached and not line.is_quiet else "edge" if reached else "line"))
            painter.drawRoundedRect(QRectF(left + step * width, y, width - px(3), px(4)), px(2), px(2))
        return left


class SectionList(HoverList):
    """The list. `opened` tells the key of a line that was clicked, or on which Enter was pressed."""

    opened = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None, *, is_beside: bool = False) -> None:
        """A list beside what it opens marks that line, and leaves the words all the room there is."""
        super().__init__(parent)
        self.is_beside = is_beside
        self.sections = SectionModel(self)
        self.setModel(self.sections)
        self.setItemDelegate(SectionDelegate(self))
        self.setAccessibleName(name)
        dress(self, "agenda")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)

    def show_entries(self, entries: Sequence[SectionHead | SectionLine]) -> None:
        """Show entries; the chosen line stays chosen if it is still there, the place in the list too."""
        before, place = self.chosen_key(), self.verticalScrollBar().value()
        self.sections.set_entries(entries)
        keys = [entry.key if isinstance(entry, SectionLine) else None for entry in entries]
        if before is not None and before in keys:
            self.setCurrentIndex(self.sections.index(keys.index(before)))
        self.verticalScrollBar().setValue(place)

    def bring(self, key: Any) -> None:
        """Bring a line with its heading to the top."""
        lines = enumerate(self.sections.entries)
        rows = [row for row, entry in lines if isinstance(entry, SectionLine) and entry.key == key]
        if rows:
            heads = [row for row in range(rows[0]) if isinstance(self.sections.entries[row], SectionHead)]
            top = heads[-1] if heads and rows[0] - heads[-1] < NEAR else rows[0]
            self.scrollTo(self.sections.index(top), QAbstractItemView.ScrollHint.PositionAtTop)

    def stand_on(self, key: Any) -> None:
        """Choose the line with a key, if it is there."""
        lines = enumerate(self.sections.entries)
        row = next((row for row, entry in lines if isinstance(entry, SectionLine) and entry.key == key), -1)
        if row >= 0:
            self.setCurrentIndex(self.sections.index(row))

    def chosen_key(self) -> Any:
        """The key of the chosen line, or None."""
        entry = self.currentIndex().data(SectionModel.EntryRole) if self.currentIndex().isValid() else None
        return entry.key if isinstance(entry, SectionLine) else None

    def as_text(self) -> str:
        """Headings and lines as words (for tests)."""
        lines = []
        for entry in self.sections.entries:
            if isinstance(entry, SectionHead):
                lines.append(f"# {entry.title}")
            else:
                chips = ", ".join(word for word, _tone, _icon in entry.chips)
                lines.append(
                    " | ".join(part for part in (" ".join(entry.day).strip(), entry.title, entry.stage, chips) if part)
                )
        return "\n".join(lines)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        entry = index.data(SectionModel.EntryRole)
        if isinstance(entry, SectionLine):
            self.opened.emit(entry.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen_key() is not None:
            self.opened.emit(self.chosen_key())
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        """Go to the next line, over headings."""
        row = self.currentIndex().row() + step
        while 0 <= row < self.sections.rowCount():
            if isinstance(self.sections.entries[row], SectionLine):
                self.setCurrentIndex(self.sections.index(row))
                return
            row += step

    def on_hovered(self) -> None:
        row, entries = self.hovered, self.sections.entries
        is_line = 0 <= row < len(entries) and isinstance(entries[row], SectionLine)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_line else Qt.CursorShape.ArrowCursor)
