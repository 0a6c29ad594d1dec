"""The quarter grid: a line for each group, a column for each quarter, in every cell how far the meeting is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.icons import paint_icon
from ui.theme import MEDIUM, RADIUS, colour, dress, font, px
from ui.widgets.plain_words import plain_tip
from ui.widgets.quarter_cells import LEFT, NAME_LEFT, RIGHT, GridCell, GridLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent

LINE: Final = 58
HEAD: Final = 34
CONTENT: Final = 46
NAMES: Final = 204
NAMES_LEAST: Final = 120
LEAST: Final = 100
MORE: Final = 17
"""What each further line of words takes."""
Index = QModelIndex | QPersistentModelIndex


class QuarterModel(QAbstractTableModel):
    """Lines and quarters as a table: column 0 is the group, the others the quarters."""

    CellRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[GridLine] = []
        self._heads: list[str] = []

    def set_lines(self, heads: Sequence[str], lines: Sequence[GridLine]) -> None:
        """Show other lines; the first head is the one over the names."""
        self.beginResetModel()
        self._heads, self._lines = list(heads), list(lines)
        self.endResetModel()

    def line(self, row: int) -> GridLine:
        """A line by its number."""
        return self._lines[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        cell = line.cells[index.column() - 1] if index.column() else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.when if cell else line.name
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                spoken = cell.spoken if cell else f"{line.name}. {line.detail}"
                return plain_tip(spoken) if role == Qt.ItemDataRole.ToolTipRole else spoken
            case self.CellRole:
                return cell or line
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section] if section < len(self._heads) else None
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return self._lines[section].name if section < len(self._lines) else None
        return None


class QuarterDelegate(QStyledItemDelegate):
    """Draws a cell: the day, the one thing to know, and a bar for how far it is."""

    def __init__(self, view: QuarterGrid) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(LEAST), px(LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        value = index.data(QuarterModel.CellRole)
        if index.column() == self._view.present_column:
            painter.fillRect(rect, colour("now"))
        if self._view.hovered == (index.row(), index.column()) and value.place is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("hover" if index.column() != self._view.present_column else "chosen"))
            painter.drawRoundedRect(rect.adjusted(3, 3, -3, -4), RADIUS, RADIUS)
        begins_tier = self._view.lines.line(index.row()).begins_tier
        if index.row():
            painter.setPen(QPen(colour("edge" if begins_tier else "line"), 1))
            painter.drawLine(rect.topLeft(), rect.topRight())
        # All cells of a line begin at one height, also where one of them goes on below.
        air = max(px(6), (self._view.verticalHeader().defaultSectionSize() - px(CONTENT)) // 2)
        inner = rect.adjusted(px(NAME_LEFT) if index.column() == 0 else px(LEFT), air, -px(RIGHT), -air)
        if isinstance(value, GridLine):
            self._paint_name(painter, inner, value, rect.width())
        else:
            self._paint_cell(painter, inner, value, rect.width(), is_short=index.column() in self._view.short_columns)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 3, -3, -3), RADIUS, RADIUS)
        painter.restore()

    @staticmethod
    def _paint_name(painter: QPainter, rect: QRect, line: GridLine, width: int) -> None:
        face, names, details = font("body", MEDIUM), line.name_lines(width), line.detail_lines(width)
        top, leading, below = px(2), px(20), px(21)
        if len(names) > 1:
            face = font("note", MEDIUM) if details else face
            top, leading = (0, px(16)) if details else (px(1), px(20))
            below = len(names) * leading
        for place, words in enumerate(names):
            _write(painter, rect.adjusted(0, top + place * leading, 0, 0), words, face, "text")
        for place, words in enumerate(details):
            _write(
                painter,
                rect.adjusted(0, top + below + place * px(MORE), 0, px(6)),
                words,
                font("note"),
                line.detail_tone,
            )

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: GridCell, width: int, *, is_short: bool) -> None:
        right = rect.right()
        if cell.more:
            taken = QFontMetrics(font("small")).horizontalAdvance(cell.more)
            _write(painter, QRect(right - taken, rect.y(), taken + 2, px(20)), cell.more, font("small"), "faint")
            right -= taken + px(6)
        day = QRect(rect.x(), rect.y(), right - rect.x(), px(20))
        when = cell.when_short if cell.when_short and (is_short or not _fits(cell.when, day.width())) else cell.when
        _write(painter, day, when, font("body"), "quiet" if cell.is_calm else "text")
        # Without a day the note takes its place.
        low, left = rect.y() + (px(21) if cell.when else px(2)), rect.x() + cell.indent
        if cell.icon:
            side = px(13)
            icon_box = QRectF(rect.x(), low + (px(18) - side) / 2, side, side)
            paint_icon(painter, icon_box, cell.icon, colour(cell.tone if cell.tone != "quiet" else "faint"))
        lines = cell.note_lines(width)
        for place, words in enumerate(lines):
            note = QRect(left, low + place * px(MORE), rect.right() - left + 1, px(18))
            _write(painter, note, words, cell.face, cell.tone if cell.is_flag else "faint")
        if cell.steps and not cell.is_calm:
            low = rect.y() + px(43) + max(0, len(lines) - 1) * px(MORE)
            self._paint_bar(painter, QRectF(rect.x(), low, rect.width(), px(3)), cell)

    @staticmethod
    def _paint_bar(painter: QPainter, rect: QRectF, cell: GridCell) -> None:
        gap = px(2)
        width = min(px(14), (rect.width() - gap * (cell.steps - 1)) / cell.steps)
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(cell.steps):
            painter.setBrush(colour("accent" if step < cell.step else "line"))
            painter.drawRoundedRect(QRectF(rect.x() + step * (width + gap), rect.y(), width, rect.height()), 1.5, 1.5)


def _fits(words: str, width: int) -> bool:
    return QFontMetrics(font("body")).elidedText(words, Qt.TextElideMode.ElideRight, width) == words


def _write(painter: QPainter, rect: QRect, text: str, face: QFont, token: str) -> None:
    painter.setFont(face)
    painter.setPen(colour(token))
    shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)


class QuarterGrid(QTableView):
    """The grid as a view. Click, Enter or Space opens; arrows go from cell to cell; Tab leaves."""

    opened = Signal(object)
    """A cell or a group was opened: its Place."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = QuarterModel(self)
        self.present_column = -1
        self.hovered: tuple[int, int] = (-1, -1)
        self.short_columns: frozenset[int] = frozenset()
        """Where a day is too long for its column: there all of them are said short."""
        self.setModel(self.lines)
        self.setItemDelegate(QuarterDelegate(self))
        self.setAccessibleName(name)
        dress(self, "grid")
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(LINE))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setFixedHeight(px(HEAD))
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        self.clicked.connect(self._on_opened)

    def show_lines(self, heads: Sequence[str], lines: Sequence[GridLine], present_column: int = -1) -> None:
        """Show lines under heads; the present quarter's column (counted with the names' as 0) is tinted."""
        at = self.currentIndex()
        self.present_column = present_column
        self.lines.set_lines(heads, lines)
        self._fit()
        if at.row() < len(lines):
            self.setCurrentIndex(self.lines.index(max(0, at.row()), max(0, at.column())))

    def set_line_height(self, height: int) -> None:
        """How tall a line is, before the text size is counted in; a tall window gives more air."""
        if px(height) != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(px(height))
            self._fit()

    def _fit(self) -> None:
        quarters = self.lines.columnCount() - 1
        if quarters < 1:
            return
        # The present quarter is what one works in: it gets a little more room.
        shares = [1.25 if column == self.present_column else 1.0 for column in range(1, quarters + 1)]
        width = self.viewport().width()
        names = px(NAMES) + max(0, width - px(NAMES + 500)) // 8
        # A quarter with something to say gets what its words need, before the others share what is left.
        needs = [max(px(LEAST), self._need(column)) for column in range(1, quarters + 1)]
        if names + sum(needs) > width:
            needs = [self._need(column) for column in range(1, quarters + 1)]
            names = max(px(NAMES_LEAST), min(names, width - max(sum(needs), px(LEAST) * quarters)))
        leasts = [self._need(column, in_lines=True) for column in range(1, quarters + 1)]
        room = max(width - names, px(LEAST) * quarters, sum(leasts))
        if room < sum(needs):
            # The notes go on in a second line, and the widest of them give way most.
            shares = [need - least for need, least in zip(needs, leasts, strict=True)]
            needs = leasts
        spare = room - sum(needs)
        self.setColumnWidth(0, names)
        for column, (share, need) in enumerate(zip(shares, needs, strict=True), 1):
            self.setColumnWidth(column, int(need + spare * share / sum(shares)))
        self.short_columns = frozenset(column for column in range(1, quarters + 1) if not self._says_days(column))
        for row in range(self.lines.rowCount()):
            self.setRowHeight(row, self._height(row))
        bar = self.horizontalScrollBar().sizeHint().height() if names + room > width + quarters else 0
        self.setFixedHeight(self.verticalHeader().length() + px(HEAD) + 2 + bar)

    def _need(self, column: int, *, in_lines: bool = False) -> int:
        """How wide a quarter must be to say every note whole; or, in lines, the longest word of each."""
        need = 0
        for row in range(self.lines.rowCount()):
            cell = self.lines.line(row).cells[column - 1]
            notes, day = QFontMetrics(cell.face), QFontMetrics(font("body"))
            words = cell.note.split() if in_lines else [cell.note]
            widest = max((notes.horizontalAdvance(word) for word in words), default=0) + cell.indent
            need = max(need, widest, day.horizontalAdvance(cell.when_short or cell.when))
        return need + px(LEFT + RIGHT) + 2

    def _says_days(self, column: int) -> bool:
        """Whether a quarter is wide enough for the whole of each day."""
        room = self.columnWidth(column) - px(LEFT + RIGHT)
        return all(_fits(self.lines.line(row).cells[column - 1].when, room) for row in range(self.lines.rowCount()))

    def _height(self, row: int) -> int:
        """How tall a line is: what does not fit into a column's width goes on below."""
        line = self.lines.line(row)
        width = self.columnWidth(0)
        lines = len(line.detail_lines(width)) if line.has_fault else 1
        for column, cell in enumerate(line.cells, 1):
            lines = max(lines, len(cell.note_lines(self.columnWidth(column))))
        return self.verticalHeader().defaultSectionSize() + max(0, lines - 1) * px(MORE)

    def _on_opened(self, index: QModelIndex) -> None:
        place = index.data(QuarterModel.CellRole).place
        if place is not None:
            self.opened.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._on_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover((index.row(), index.column()))
        opens = index.isValid() and index.data(QuarterModel.CellRole).place is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover((-1, -1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _hover(self, cell: tuple[int, int]) -> None:
        if cell != self.hovered:
            self.hovered = cell
            self.viewport().update()
