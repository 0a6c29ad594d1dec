"""A table in the order that its query gives: its head asks for another one, its columns go where room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from ui.tables import RowView
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.rows import Column
    from ui.widgets.empty_state import EmptyState


class OrderedRows(RowView):
    """The table. `ordered` tells the order (a value of `orders`) that a click on the head asks for."""

    ordered = Signal(object)
    orders: ClassVar[Mapping[str, Any]] = {}
    """The orders to ask for, by the key of their column."""
    last_to_go: ClassVar[Sequence[str]] = ()
    """Keys of columns in the order in which they are kept where there is little room."""
    room_for_words: ClassVar[int] = 0
    share_of_words: ClassVar[float] = 0.0
    """What the column that names the row keeps before another one is shown: so much, or so much of the width."""

    def __init__(self, key: str, columns: Sequence[Column], name: str, empty: EmptyState) -> None:
        super().__init__(key, columns, name, empty, keeps_order=True)
        self._crowded: set[str] = set()
        self._left_out: set[str] = set()
        self.table.horizontalHeader().sectionClicked.connect(self._on_head)
        self.table.viewport().installEventFilter(self)

    def leave_out(self, *keys: str) -> None:
        """Leave columns out that would say the same in every row."""
        self._left_out = set(keys)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Show as many columns as leave the words their room; what the person hid stays hidden."""
        columns = self.rows.columns
        # The head remembers no width of what is hidden.
        widths = [self.table.columnWidth(number) or px(column.width) for number, column in enumerate(columns)]
        width = self.table.viewport().width()
        room = width - max(px(self.room_for_words), int(width * self.share_of_words))
        for number, column in enumerate(columns):
            is_fixed = column.key not in self.last_to_go and not column.is_strong
            room -= widths[number] if is_fixed and not self.table.isColumnHidden(number) else 0
        keys = [column.key for column in columns]
        for key in self.last_to_go:
            number = keys.index(key)
            if self.table.isColumnHidden(number) and key not in self._crowded:
                continue
            is_shown = widths[number] <= room and key not in self._left_out
            room -= widths[number] if is_shown else 0
            self.table.setColumnHidden(number, not is_shown)
            (self._crowded.discard if is_shown else self._crowded.add)(key)

    @Slot(int)
    def _on_head(self, number: int) -> None:
        order = self.orders.get(self.rows.columns[number].key)
        if order is not None:
            self.ordered.emit(order)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The table gets its room after this widget has got its own.
        if event.type() == QEvent.Type.Resize and watched is self.table.viewport():
            self.fit_columns()
        return super().eventFilter(watched, event)


class OrderedRowsCard(Card):
    """Such a table in its card; below it its `keys`, and `more` where there is more: both are for others to word."""

    def __init__(self, table: OrderedRows) -> None:
        super().__init__(margin=1, gap=0)
        self.more = button("", "link")
        self.keys = ElidedLabel("", "faint")
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 6)
        foot.addWidget(self.keys, 1)
        foot.addWidget(self.more)
        self.add(table, foot)
