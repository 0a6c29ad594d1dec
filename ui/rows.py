"""Rows and columns as Qt sees them: the only item model of lists, sorted the Danish way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

from ui.language import collator
from ui.widgets.plain_words import plain_tip

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column:
    """One column: what it shows of a row, and what it sorts by."""

    key: str
    title: str
    text: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    """What to sort by where the text is not enough (days, figures); None values come last."""
    width: int = 140
    is_number: bool = False
    is_strong: bool = False
    """The column that names the row."""
    chip: Callable[[Any], tuple[str, str] | None] | None = None
    """(word, tone) shown as a chip in place of the text."""
    icon: Callable[[Any], tuple[str, str] | None] | None = None
    """(icon, tone) before the text."""
    tip: Callable[[Any], str] | None = None
    is_hidden: bool = False
    """Hidden until the person asks for it."""


@dataclass(frozen=True)
class Heading:
    """A row that names those below it and cannot be chosen; only for tables that keep the order they are given."""

    title: str
    detail: str = ""
    icon: str = ""
    tone: str = "text"


class RowTable(QAbstractTableModel):
    """Rows as a table."""

    RowRole = Qt.ItemDataRole.UserRole
    SortRole = Qt.ItemDataRole.UserRole + 1
    ColumnRole = Qt.ItemDataRole.UserRole + 2

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns, self._rows = list(columns), list[Any]()
        self._answers: dict[int, Callable[[Any, Column], Any]] = {
            Qt.ItemDataRole.DisplayRole: _shown,
            Qt.ItemDataRole.TextAlignmentRole: _aligned,
            Qt.ItemDataRole.AccessibleTextRole: _spoken,
            Qt.ItemDataRole.ToolTipRole: _tip,
            self.RowRole: _row,
            self.SortRole: _sorted_by,
            self.ColumnRole: _column,
        }

    @property
    def columns(self) -> list[Column]:
        """The columns, in the order in which they were given."""
        return self._columns

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if isinstance(row, Heading):
            return _headed(row, column, role)
        answer = self._answers.get(role)
        return answer(row, column) if answer else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return alignment(self._columns[section])
        return None


class SortedRows(QSortFilterProxyModel):
    """Sorts the Danish way, and keeps the rows that a filter likes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._collator = collator()
        self._likes: Callable[[Any], bool] | None = None
        self.setSortRole(RowTable.SortRole)

    def like(self, likes: Callable[[Any], bool] | None) -> None:
        """Show only rows that a function likes; None shows all."""
        self.beginFilterChange()
        self._likes = likes
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if self._likes is None:
            return True
        return self._likes(self.sourceModel().index(source_row, 0, source_parent).data(RowTable.RowRole))

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = left.data(RowTable.SortRole), right.data(RowTable.SortRole)
        if one is None or other is None:
            # What has no value comes last, whichever way one sorts.
            return (one is not None) == (self.sortOrder() == Qt.SortOrder.AscendingOrder) and one is not other
        if isinstance(one, str) and isinstance(other, str):
            return self._collator.compare(one, other) < 0
        return bool(one < other)


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Where a column's cells and its title stand."""
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _headed(heading: Heading, column: Column, role: int) -> Any:
    words = " ".join(word for word in (heading.title, heading.detail) if word)
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return words
    return {RowTable.RowRole: heading, RowTable.ColumnRole: column}.get(role)


def _shown(row: Any, column: Column) -> str:
    return column.text(row)


def _aligned(_row: Any, column: Column) -> Qt.AlignmentFlag:
    return alignment(column)


def _spoken(row: Any, column: Column) -> str:
    return f"{column.title}: {column.text(row)}"


def _tip(row: Any, column: Column) -> str | None:
    return plain_tip(column.tip(row)) if column.tip else None


def _row(row: Any, _column: Column) -> Any:
    return row


def _sorted_by(row: Any, column: Column) -> Any:
    return column.sort(row) if column.sort else column.text(row)


def _column(_row: Any, column: Column) -> Column:
    return column
