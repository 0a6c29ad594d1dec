"""One table for every list: columns are data, rows are frozen dataclasses.

    COLUMNS = (Column("name", self.tr("Name"), attrgetter("name"), width=220), Column("n", ..., is_number=True))
    self.table = RowView("directory/people", COLUMNS, self.tr("People"), EmptyState("users", self.tr("...")))
    self.bridge.ask(people).then(self.table.set_rows)
    self.table.opened.connect(self._on_opened)      # a row was opened: double click, Enter

Sorting is Danish (QCollator), by `key` where the text does not sort by itself; widths, order, sorting and the choice
of columns are remembered under the view's key. Numbers stand at the right. Rows are 32 px, hover on, zebra off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui.icons import paint_icon
from ui.memory import recall_bytes, recall_list, remember, remember_list
from ui.rows import Column, Heading, Index, RowTable, SortedRows, alignment
from ui.theme import MEDIUM, ROW, colour, dress, font, px, sized
from ui.widgets.chip import paint_chip
from ui.widgets.line_list import HoverRows
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.widgets.empty_state import EmptyState

MARGIN: Final = 10
LEAST: Final = 56
"""How narrow a column may become."""


class RowDelegate(QStyledItemDelegate):
    """Draws a cell: text, chip or icon; the whole row is tinted under the mouse and when it is chosen."""

    def __init__(self, view: RowView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        column: Column = index.data(RowTable.ColumnRole)
        face = font("body", MEDIUM) if column.is_strong else font("body")
        words = QFontMetrics(face).horizontalAdvance(str(index.data()))
        extra = px(22) if column.icon else px(34) if column.chip else 0
        return QSize(words + 2 * px(MARGIN) + extra + px(4), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column: Column = index.data(RowTable.ColumnRole)
        row = index.data(RowTable.RowRole)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Heading):
            _paint_heading(painter, rect, row)
            painter.restore()
            return
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or index.row() == self._view.table.hovered:
            painter.fillRect(rect, colour("chosen" if is_chosen else "hover"))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(px(MARGIN), 0, -px(MARGIN), 0)
        chip = column.chip(row) if column.chip else None
        mark = column.icon(row) if column.icon else None
        if mark:
            side = px(16)
            paint_icon(painter, QRect(inner.x(), inner.center().y() - side // 2, side, side), mark[0], colour(mark[1]))
            inner = inner.adjusted(px(22), 0, 0, 0)
        if chip:
            paint_chip(painter, inner, *chip)
        else:
            face = font("body", MEDIUM) if column.is_strong else font("body")
            painter.setFont(face)
            painter.setPen(colour("text" if column.is_strong or is_chosen else "quiet"))
            text = QFontMetrics(face).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, alignment(column), text)
        if self._view.table.hasFocus() and index.row() == self._view.table.currentIndex().row():
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
            painter.drawLine(rect.topLeft(), rect.topRight())
        painter.restore()

    def helpEvent(self, event: Any, view: Any, option: QStyleOptionViewItem, index: Index) -> bool:
        # A cut-off text shows whole.
        if index.isValid() and not index.data(Qt.ItemDataRole.ToolTipRole):
            view.setToolTip("")
            if self.sizeHint(option, index).width() > view.visualRect(index).width():
                view.setToolTip(plain_tip(str(index.data())))
        return super().helpEvent(event, view, option, index)


def _paint_heading(painter: QPainter, rect: QRect, heading: Heading) -> None:
    painter.fillRect(rect, colour("page"))
    painter.setPen(QPen(colour("line"), 1))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    inner = rect.adjusted(px(MARGIN), 0, -px(MARGIN), 0)
    if heading.icon:
        side = px(16)
        place = QRect(inner.x(), inner.center().y() - side // 2, side, side)
        paint_icon(painter, place, heading.icon, colour(heading.tone))
        inner = inner.adjusted(px(22), 0, 0, 0)
    face = font("note", MEDIUM)
    middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.setFont(face)
    painter.setPen(colour(heading.tone))
    painter.drawText(inner, middle, heading.title)
    painter.setFont(font("note"))
    painter.setPen(colour("faint"))
    step = QFontMetrics(face).horizontalAdvance(heading.title) + px(8)
    painter.drawText(inner.adjusted(step, 0, 0, 0), middle, heading.detail)


class _Table(HoverRows, QTableView):
    """The Qt view inside a RowView."""

    opened = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().data(RowTable.RowRole))
            return
        super().keyPressEvent(event)


class RowView(QWidget):
    """A table with its empty state. Tells `opened` (a row) and `chosen` (a row or None)."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        key: str,
        columns: Sequence[Column],
        name: str,
        empty: EmptyState,
        parent: QWidget | None = None,
        *,
        keeps_order: bool = False,
    ) -> None:
        """`key` is where its columns are remembered; `name` is what a screen reader calls it.

        A table that keeps the order it is given may hold Headings; the column that names the row takes what room is
        left, and the head tells by `sectionClicked` what one would sort by.
        """
        super().__init__(parent)
        self._keeps_order = keeps_order
        self._key = sized(f"table/{key}")
        self.rows = RowTable(columns, self)
        self.sorted = SortedRows(self)
        self.sorted.setSourceModel(self.rows)
        self.table = _Table()
        self.table.setModel(self.sorted)
        self.table.setItemDelegate(RowDelegate(self))
        self.table.setAccessibleName(name)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSortingEnabled(not keeps_order)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(px(ROW))
        dress(self.table, "rows")
        self.empty = empty
        self._pile = QStackedLayout(self)
        self._pile.addWidget(self.table)
        self._pile.addWidget(empty)
        self._set_up_head()
        self.table.doubleClicked.connect(self._on_double_clicked)
        self.table.opened.connect(self.opened)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show rows; what was chosen stays chosen if a row with the same id is still there."""
        before = getattr(self.chosen_row(), "id", None)
        self.rows.set_rows(rows)
        self.table.clearSpans()
        for number, row in enumerate(rows):
            if isinstance(row, Heading):
                self.table.setSpan(number, 0, 1, len(self.rows.columns))
        self._pile.setCurrentIndex(0 if rows else 1)
        if before is not None:
            self.choose(before)

    def chosen_row(self) -> Any:
        """The chosen row, or None."""
        index = self.table.currentIndex()
        return index.data(RowTable.RowRole) if index.isValid() else None

    def choose(self, row_id: object) -> bool:
        """Choose the row with an id; False if it is not there."""
        for number in range(self.sorted.rowCount()):
            index = self.sorted.index(number, 0)
            if getattr(index.data(RowTable.RowRole), "id", None) == row_id:
                self.table.setCurrentIndex(index)
                return True
        return False

    def like(self, likes: Callable[[Any], bool] | None) -> None:
        """Show only rows that a function likes."""
        self.sorted.like(likes)

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by a column, unless the person chose another order before."""
        if recall_bytes(self._key).isEmpty():
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            self.table.sortByColumn([column.key for column in self.rows.columns].index(key), order)

    def as_text(self) -> str:
        """The visible rows, one a line, cells parted by " | " (for tests)."""
        shown = [n for n in range(self.sorted.columnCount()) if not self.table.isColumnHidden(n)]
        return "\n".join(
            " | ".join(str(self.sorted.index(row, n).data()) for n in shown) for row in range(self.sorted.rowCount())
        )

    def _set_up_head(self) -> None:
        head = self.table.horizontalHeader()
        head.setSectionsMovable(not self._keeps_order)
        head.setSectionsClickable(True)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(px(LEAST))
        is_number_last = [column for column in self.rows.columns if not column.is_hidden][-1].is_number
        is_number_last = is_number_last or self._keeps_order
        # What room is left goes to words: to the last column, or to the one that names the row.
        head.setStretchLastSection(not is_number_last)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for number, column in enumerate(self.rows.columns):
            self.table.setColumnWidth(number, px(column.width))
            self.table.setColumnHidden(number, column.is_hidden)
        # A state of other columns than these would put widths in the wrong places.
        keys = [column.key for column in self.rows.columns]
        if recall_list(f"{self._key}/columns") == keys:
            head.restoreState(recall_bytes(self._key))
        else:
            remember(self._key, None)
            self.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        if is_number_last:
            strong = next(number for number, column in enumerate(self.rows.columns) if column.is_strong)
            head.setSectionResizeMode(strong, QHeaderView.ResizeMode.Stretch)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(300)
        self._later.timeout.connect(self._remember)
        head.customContextMenuRequested.connect(self._on_head_menu)
        for changed in (head.sectionResized, head.sectionMoved, head.sortIndicatorChanged):
            changed.connect(self._on_head_changed)

    def _remember(self) -> None:
        remember(self._key, self.table.horizontalHeader().saveState())
        remember_list(f"{self._key}/columns", [column.key for column in self.rows.columns])

    @Slot()
    def _on_head_changed(self) -> None:
        if self.table.isVisible():
            self._later.start()

    @Slot(QPoint)
    def _on_head_menu(self, at: QPoint) -> None:
        menu = self.column_menu()
        menu.popup(self.table.horizontalHeader().mapToGlobal(at))

    def column_menu(self) -> QMenu:
        """The menu of the head: which columns to show."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, column in enumerate(self.rows.columns):
            made = QAction(column.title, menu)
            made.setCheckable(True)
            made.setChecked(not self.table.isColumnHidden(number))
            made.setEnabled(not column.is_strong)
            made.setData(number)
            menu.addAction(made)
        menu.triggered.connect(self._on_column)
        return menu

    @Slot(QAction)
    def _on_column(self, made: QAction) -> None:
        self.table.setColumnHidden(made.data(), not made.isChecked())
        self._remember()

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(RowTable.RowRole))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(index.data(RowTable.RowRole) if index.isValid() else None)
