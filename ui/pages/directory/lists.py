"""The directory's two tables: people with their seats, organisations with what explains that they were found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from referral_desk.queries.organisations import OrganisationRow
from referral_desk.queries.people import PersonRow
from ui.language import label_text
from ui.rows import Column
from ui.tables import RowView
from ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit


class PeopleList(RowView):
    """Everybody, by name."""

    def __init__(self) -> None:
        translate = QCoreApplication.translate
        empty = EmptyState(
            "address-book",
            translate(
                "Directory", "Here stands everybody who holds a seat or prepares a meeting, with the work contact."
            ),
            translate("Directory", "Add the first person"),
        )
        columns = (
            Column("name", translate("Directory", "Name"), _person_name, width=194, is_strong=True, icon=_person_icon),
            Column("organisation", translate("Directory", "Speaks for"), _speaks_for, width=206),
            Column("seats", translate("Directory", "Seats"), _seats, width=100, tip=_seats),
            Column("email", translate("Directory", "E-mail"), _or_dash("email"), width=200, is_hidden=True),
            Column("phone", translate("Directory", "Telephone"), _or_dash("phone"), width=130, is_hidden=True),
        )
        super().__init__("directory/people", columns, translate("Directory", "Persons"), empty)
        self.sort_by("name")


class OrganisationList(RowView):
    """Every organisation; one that was found by a former name says so."""

    def __init__(self, search: QLineEdit) -> None:
        translate = QCoreApplication.translate
        self._search = search
        empty = EmptyState(
            "buildings",
            translate(
                "Directory",
                "Organisations stand here with every name they had, so that old papers keep the right one.",
            ),
            translate("Directory", "Add the first organisation"),
        )
        columns = (
            Column(
                "name", translate("Directory", "Name"), self._shown_name, width=240, is_strong=True, icon=_body_icon
            ),
            Column("sector", translate("Directory", "Sector"), _sector, width=150),
            Column(
                "people",
                translate("Directory", "Persons"),
                _people_count,
                _people_number,
                width=70,
                is_number=True,
            ),
            Column("seats", translate("Directory", "Seats"), _seat_count, _seat_number, width=70, is_number=True),
            Column("short", translate("Directory", "Short"), _or_dash("abbreviation"), width=90, is_hidden=True),
        )
        super().__init__("directory/organisations", columns, translate("Directory", "Organisations"), empty)
        self.sort_by("name")

    def _shown_name(self, row: OrganisationRow) -> str:
        former = row.former_match(self._search.text())
        if not former:
            return row.name
        words = QCoreApplication.translate("Directory", "{name} (was {former})")
        return words.format(name=row.name, former=former)


def _person_name(row: PersonRow) -> str:
    return row.name


def _speaks_for(row: PersonRow) -> str:
    return row.organisation or "–"


def _seats(row: PersonRow) -> str:
    words = [f"{label_text(seat.kind)}, {seat.group}" for seat in row.present]
    if words:
        return "; ".join(words)
    if row.is_active:
        return QCoreApplication.translate("Directory", "None now")
    return QCoreApplication.translate("Directory", "No longer active")


def _sector(row: OrganisationRow) -> str:
    return label_text(row.sector)


def _people_count(row: OrganisationRow) -> str:
    return str(len(row.people)) if row.people else "–"


def _seat_count(row: OrganisationRow) -> str:
    return str(len(row.present)) if row.present else "–"


def _or_dash(field: str) -> Any:
    def text(row: Any) -> str:
        return getattr(row, field) or "–"

    return text


def _person_icon(row: PersonRow) -> tuple[str, str]:
    return ("user", "accent") if row.is_active else ("archive-box", "faint")


def _body_icon(row: OrganisationRow) -> tuple[str, str]:
    return ("buildings", "accent") if row.is_named else ("clock-counter-clockwise", "faint")


def _people_number(row: OrganisationRow) -> int:
    return len(row.people)


def _seat_number(row: OrganisationRow) -> int:
    return len(row.present)
