"""The list of cases: reference, title, group, kind, theme, how far its escalation is, age."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from referral_desk.queries.cases import CaseOrder
from referral_desk.vocabulary import Answer
from ui.escalation_words import KIND_ICONS, STATE_LOOKS, age_text
from ui.language import day_text, label_text
from ui.rows import Column
from ui.tables import RowView
from ui.theme import px
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from referral_desk.queries.cases import CaseRow

ORDERS: Final = {"reference": CaseOrder.REFERENCE, "age": CaseOrder.NEWEST}
LAST_TO_GO: Final = ("escalation", "age", "minor", "kind", "theme", "group")
"""The columns in the order in which they are kept where there is little room."""
TITLE_ROOM: Final = 300


class CaseTable(RowView):
    """The list. `ordered` tells an order that a click on the head asks for."""

    ordered = Signal(object)

    def __init__(self) -> None:
        translate = QCoreApplication.translate
        columns = (
            Column("reference", translate("CaseTable", "Reference"), _reference, width=128),
            Column("title", translate("CaseTable", "Title"), _title, width=320, is_strong=True),
            Column("escalation", translate("CaseTable", "On its way"), _escalation, width=230, icon=_state),
            Column("kind", translate("CaseTable", "Kind"), _kind, width=140, icon=_kind_icon),
            Column("theme", translate("CaseTable", "Theme"), _theme, width=150),
            Column("minor", translate("CaseTable", "Minor"), _minor, width=126, icon=_lacks, tip=_minor_tip),
            Column("group", translate("CaseTable", "Group"), _group, width=150),
            Column("age", translate("CaseTable", "Written down"), _age, width=110, tip=_age_tip),
        )
        empty = EmptyState("folders", "", "")
        super().__init__("cases", columns, translate("CaseTable", "Cases"), empty, keeps_order=True)
        self._crowded: set[str] = set()
        self.table.horizontalHeader().sectionClicked.connect(self._on_head)

    def show_cases(self, rows: tuple[CaseRow, ...]) -> None:
        """Show cases in the order they come in; what was chosen stays chosen."""
        place = self.table.verticalScrollBar().value()
        self.set_rows(rows)
        self.table.verticalScrollBar().setValue(place)
        self._fit()

    def _fit(self) -> None:
        """Show as many columns as leave the title its room; what the person hid stays hidden."""
        keys = [column.key for column in self.rows.columns]
        room = self.table.viewport().width() - px(TITLE_ROOM) - self.table.columnWidth(keys.index("reference"))
        for key in LAST_TO_GO:
            number = keys.index(key)
            if self.table.isColumnHidden(number) and key not in self._crowded:
                continue
            needed = self.table.columnWidth(number) or px(self.rows.columns[number].width)
            is_shown = needed <= room
            room -= needed if is_shown else 0
            self.table.setColumnHidden(number, not is_shown)
            (self._crowded.discard if is_shown else self._crowded.add)(key)

    @Slot(int)
    def _on_head(self, number: int) -> None:
        order = ORDERS.get(self.rows.columns[number].key)
        if order is not None:
            self.ordered.emit(order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class CaseListCard(Card):
    """The table in its card, and "Show more" where there is more."""

    def __init__(self) -> None:
        super().__init__(margin=1, gap=0)
        self.table = CaseTable()
        self.more = button(self.tr("Show more"), "link")
        self.keys = ElidedLabel(self.tr("Enter opens · N new case · / search"), "faint")
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 6)
        foot.addWidget(self.keys, 1)
        foot.addWidget(self.more)
        self.add(self.table)
        self.body.addLayout(foot)

    def say_empty(self, *, is_sought: bool, may_add: bool) -> None:
        """Say why nothing is here, and what to do about it."""
        if is_sought:
            self.table.empty.say(self.tr("No case fits the search."), self.tr("Show all open cases"))
        else:
            said = self.tr(
                "A case is a matter that a group deals with: a challenge, a trend, a matter of principle."
                " From here it can be carried up, and its answer comes back."
            )
            self.table.empty.say(said, self.tr("New case") if may_add else "")


def _reference(row: CaseRow) -> str:
    return row.reference


def _title(row: CaseRow) -> str:
    return row.title


def _group(row: CaseRow) -> str:
    return row.group


def _kind(row: CaseRow) -> str:
    return label_text(row.kind)


def _kind_icon(row: CaseRow) -> tuple[str, str]:
    return KIND_ICONS[row.kind], "faint"


def _theme(row: CaseRow) -> str:
    return row.theme_name or "–"


def _state(row: CaseRow) -> tuple[str, str] | None:
    return STATE_LOOKS[row.escalation.state] if row.escalation else None


def _escalation(row: CaseRow) -> str:
    if row.escalation is None:
        return QCoreApplication.translate("CaseTable", "Not carried up") if row.closed_on is None else "–"
    return f"{label_text(row.escalation.state)} · {row.escalation.holder}"


def _minor(row: CaseRow) -> str:
    if row.lacks_flags:
        return QCoreApplication.translate("CaseTable", "Facts missing")
    return "–" if row.is_minor is Answer.UNKNOWN else label_text(row.is_minor)


def _lacks(row: CaseRow) -> tuple[str, str] | None:
    return ("warning-fill", "warn") if row.lacks_flags else None


def _minor_tip(row: CaseRow) -> str:
    if not row.lacks_flags:
        return ""
    return QCoreApplication.translate("CaseTable", "A matter of a minor: the case page says what is missing.")


def _age(row: CaseRow) -> str:
    if row.closed_on is not None:
        words = QCoreApplication.translate("CaseTable", "Closed {day}")
        return words.format(day=day_text(row.closed_on, "date"))
    return age_text(row.age_days)


def _age_tip(row: CaseRow) -> str:
    return day_text(row.created_on, "full")
