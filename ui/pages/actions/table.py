"""The list of actions under headings: ticked off, put off and begun by keys, several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelection, QItemSelectionModel, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from referral_desk.queries.action_search import ActionOrder
from referral_desk.vocabulary import Priority
from ui.language import day_text, label_text
from ui.ordered_rows import OrderedRows
from ui.pages.actions.words import STATE_ICONS, due_mark, due_text, origin_text, under_headings
from ui.rows import Column, Heading, RowTable
from ui.tables import MARGIN
from ui.theme import px
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from referral_desk.queries.actions import ActionRow

KEYS: Final = {
    Qt.Key.Key_Space: "done",
    Qt.Key.Key_D: "done",
    Qt.Key.Key_P: "progress",
    Qt.Key.Key_Plus: "later",
    Qt.Key.Key_Minus: "sooner",
    Qt.Key.Key_H: "priority",
    Qt.Key.Key_E: "text",
    Qt.Key.Key_F2: "text",
    Qt.Key.Key_F: "due",
    Qt.Key.Key_A: "owner",
    Qt.Key.Key_N: "note",
    Qt.Key.Key_X: "give_up",
    Qt.Key.Key_O: "transfer",
    Qt.Key.Key_Return: "panel",
    Qt.Key.Key_Enter: "panel",
}
"""What each key does to the chosen actions."""


class ActionTable(OrderedRows):
    """The list. `wished` tells what a key or a click on a circle asks for; `picked` that others are chosen."""

    wished = Signal(str)
    picked = Signal()
    orders: ClassVar[Mapping[str, ActionOrder]] = {
        "due": ActionOrder.DUE,
        "owner": ActionOrder.OWNER,
        "group": ActionOrder.GROUP,
        "item": ActionOrder.ITEM,
        "theme": ActionOrder.THEME,
        "priority": ActionOrder.PRIORITY,
    }
    last_to_go: ClassVar[Sequence[str]] = ("due", "owner", "group", "item", "priority", "theme")
    room_for_words: ClassVar[int] = 260
    share_of_words: ClassVar[float] = 0.4

    def __init__(self) -> None:
        translate = QCoreApplication.translate
        empty = EmptyState("check-square", "", "")
        columns = (
            Column("text", translate("Actions", "What is to be done"), _text, width=360, is_strong=True, icon=_state),
            Column("due", translate("Actions", "Deadline"), due_text, width=146, icon=due_mark, tip=_due_tip),
            Column("owner", translate("Actions", "Owner"), _owner, width=160, tip=_contact),
            Column("priority", translate("Actions", "Priority"), _priority, width=90, icon=_flag),
            Column("group", translate("Actions", "Group"), _group, width=130),
            Column("item", translate("Actions", "From item"), origin_text, width=190, tip=_origin_tip),
            Column("theme", translate("Actions", "Theme"), _theme, width=130),
            Column("reference", translate("Actions", "Reference"), _reference, width=110, is_hidden=True),
        )
        super().__init__("actions", columns, translate("Actions", "Actions"), empty)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.viewport().installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)

    def show_actions(
        self, rows: Sequence[ActionRow], order: ActionOrder, today: dt.date, *, has_more: bool = False
    ) -> None:
        """Show actions under headings; those that were chosen stay chosen where they are still there."""
        before = {row.id for row in self.chosen_rows()}
        current = self.chosen_row()
        place = self.table.verticalScrollBar().value()
        model = self.table.selectionModel()
        was_blocked = model.blockSignals(True)
        number = self.table.currentIndex().row()
        self.set_rows(under_headings(rows, order, today, has_more=has_more))
        chosen = QItemSelection()
        for at in range(self.rows.rowCount()):
            row = self.rows.index(at, 0).data(RowTable.RowRole)
            if not isinstance(row, Heading) and row.id in before:
                chosen.select(self.rows.index(at, 0), self.rows.index(at, self.rows.columnCount() - 1))
        if before and chosen.isEmpty():
            # What was ticked off is gone: the one that stands in its place is next.
            self._stand_at(number)
        elif before:
            if current is not None:
                self.choose(current.id)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            model.select(self.sorted.mapSelectionFromSource(chosen), flag)
        model.blockSignals(was_blocked)
        self.table.verticalScrollBar().setValue(place)
        self.table.viewport().update()
        self.fit_columns()
        self.picked.emit()

    def chosen_rows(self) -> list[ActionRow]:
        """The chosen actions, from above."""
        indexes = sorted(self.table.selectionModel().selectedRows(), key=lambda index: index.row())
        rows = [index.data(RowTable.RowRole) for index in indexes]
        return [row for row in rows if not isinstance(row, Heading)]

    def shown_rows(self) -> list[ActionRow]:
        """The actions on show, from above."""
        found = (self.rows.index(at, 0).data(RowTable.RowRole) for at in range(self.rows.rowCount()))
        return [row for row in found if not isinstance(row, Heading)]

    def _stand_at(self, number: int) -> None:
        count = self.sorted.rowCount()
        places = [*range(max(0, number), count), *reversed(range(min(number, count)))]
        for place in places:
            index = self.sorted.index(place, 0)
            if not isinstance(index.data(RowTable.RowRole), Heading):
                self.table.setCurrentIndex(index)
                return

    @Slot(QItemSelection, QItemSelection)
    def _on_selected(self, _chosen: QItemSelection, _gone: QItemSelection) -> None:
        self.picked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.table:
            is_plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            wish = KEYS.get(Qt.Key(event.key())) if is_plain else None
            if wish is not None and self.chosen_rows():
                self.wished.emit(wish)
                return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            index = self.table.indexAt(event.position().toPoint())
            is_circle = index.isValid() and index.column() == 0 and event.position().x() < px(2 * MARGIN + 16)
            if is_circle and not isinstance(index.data(RowTable.RowRole), Heading):
                self.table.setCurrentIndex(index)
                self.wished.emit("done")
                return True
        return super().eventFilter(watched, event)


def _text(row: ActionRow) -> str:
    return " ".join(row.text.split())


def _state(row: ActionRow) -> tuple[str, str]:
    return STATE_ICONS[row.state]


def _owner(row: ActionRow) -> str:
    return row.owner or QCoreApplication.translate("Actions", "No owner")


def _contact(row: ActionRow) -> str:
    return f"{row.owner} · {row.contact}" if row.contact else row.owner


def _group(row: ActionRow) -> str:
    return row.group


def _theme(row: ActionRow) -> str:
    return row.theme_name or "–"


def _priority(row: ActionRow) -> str:
    return "" if row.priority is Priority.NORMAL else label_text(row.priority)


def _flag(row: ActionRow) -> tuple[str, str] | None:
    return ("flag-fill", "warn") if row.priority is Priority.HIGH else None


def _reference(row: ActionRow) -> str:
    return row.reference


def _due_tip(row: ActionRow) -> str:
    return day_text(row.due, "full")


def _origin_tip(row: ActionRow) -> str:
    if not row.item:
        return origin_text(row)
    words = QCoreApplication.translate("Actions", "{item} (meeting {day})")
    return words.format(item=origin_text(row), day=day_text(row.meeting_day, "date"))
