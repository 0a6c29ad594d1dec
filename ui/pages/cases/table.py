"""The list of cases: reference, title, group, kind, theme, how far its escalation is, age."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication

from referral_desk.queries.cases import CaseOrder
from referral_desk.vocabulary import Answer
from ui.escalation_words import KIND_ICONS, STATE_LOOKS, age_text
from ui.language import day_text, label_text
from ui.ordered_rows import OrderedRows, OrderedRowsCard
from ui.rows import Column
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from referral_desk.queries.cases import CaseRow


class CaseTable(OrderedRows):
    """The list."""

    orders: ClassVar[Mapping[str, CaseOrder]] = {"reference": CaseOrder.REFERENCE, "age": CaseOrder.NEWEST}
    last_to_go: ClassVar[Sequence[str]] = ("escalation", "age", "minor", "kind", "theme", "group")
    room_for_words: ClassVar[int] = 300

    def __init__(self) -> None:
        translate = QCoreApplication.translate
        columns = (
            Column("reference", translate("CaseTable", "Reference"), _reference, width=168),
            Column("title", translate("CaseTable", "Title"), _title, width=320, is_strong=True),
            Column("escalation", translate("CaseTable", "On its way"), _escalation, width=260, icon=_state),
            Column("kind", translate("CaseTable", "Kind"), _kind, width=140, icon=_kind_icon),
            Column("theme", translate("CaseTable", "Theme"), _theme, width=150),
            Column("minor", translate("CaseTable", "Minor"), _minor, width=140, icon=_lacks, tip=_minor_tip),
            Column("group", translate("CaseTable", "Group"), _group, width=150),
            Column("age", translate("CaseTable", "Written down"), _age, width=110, tip=_age_tip),
        )
        empty = EmptyState("folders", "", "")
        super().__init__("cases", columns, translate("CaseTable", "Cases"), empty)

    def show_cases(self, rows: tuple[CaseRow, ...]) -> None:
        """Show cases in the order they come in; what was chosen stays chosen."""
        place = self.table.verticalScrollBar().value()
        self.set_rows(rows)
        self.table.verticalScrollBar().setValue(place)
        self.fit_columns()


class CaseListCard(OrderedRowsCard):
    """The table in its card, and "Show more" where there is more."""

    def __init__(self) -> None:
        table = CaseTable()
        super().__init__(table)
        self.table = table
        self.more.setText(self.tr("Show more"))
        self.keys.set_whole(self.tr("Enter opens · N new case · / search"))

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
        return QCoreApplication.translate("CaseTable", "Lacks facts")
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
