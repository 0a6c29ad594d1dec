"""What one does with an organisation, as forms: new, rename, mend a name, new address, tie to another."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from referral_desk.operations.organisations import (
    add_organisation,
    correct_organisation_name,
    relate_organisations,
    rename_organisation,
    set_contact,
)
from referral_desk.queries.organisations import OrganisationNameRow, OrganisationRow
from referral_desk.vocabulary import RelationKind, Sector
from ui.doing import OperationForm
from ui.language import collator, label_text
from ui.widgets.day_input import DayInput
from ui.widgets.pick_input import Pick, PickInput

if TYPE_CHECKING:
    from ui.pages.directory.page import DirectoryPage


class DayForm(OperationForm):
    """A form with days in it."""

    def __init__(self, page: DirectoryPage) -> None:
        super().__init__(page)
        self.directory = page

    def day_input(self, title: str, day: dt.date | None) -> DayInput:
        """An input for a day that may be left empty."""
        made = DayInput(title, self.directory.bridge.today, hint=self.tr("Not known"))
        made.set_day(day)
        return made

    def refuses(self, made: DayInput, *, needed: bool = False) -> bool:
        """Refuse a day that cannot be read, or that is needed and missing."""
        if problem := made.problem(is_needed=needed):
            self.stop(problem, made)
            return True
        return False


class NewOrganisationForm(DayForm):
    """An authority, NGO, union or other body."""

    def __init__(self, page: DirectoryPage) -> None:
        super().__init__(page)
        self.name_it(self.tr("New organisation"), self.tr("Add to the directory"))
        self.fit_in()
        self.name_da, self.name_en, self.short, self.role = (QLineEdit() for _ in range(4))
        self.sector = QComboBox()
        order = collator()
        for each in sorted(Sector, key=lambda member: order.sortKey(label_text(member))):
            self.sector.addItem(label_text(each), each.value)
        self.sector.setCurrentIndex(self.sector.findData(Sector.NGO.value))
        for title, made, span in (
            (self.tr("Name in Danish"), self.name_da, 12),
            (self.tr("Name in English"), self.name_en, 12),
            (self.tr("Short"), self.short, 4),
            (self.tr("Sector"), self.sector, 8),
            (self.tr("Role in the system"), self.role, 12),
        ):
            self.add(title, made, span)
            made.setAccessibleName(title)

    def submit(self) -> None:
        name = self.name_da.text().strip() or self.name_en.text().strip()
        if not name:
            self.stop(self.tr("Write the organisation's name in at least one language."), self.name_da)
            return
        self.run(
            self.tr("{name} is in the directory.").format(name=name),
            add_organisation,
            name_da=self.name_da.text(),
            name_en=self.name_en.text(),
            abbreviation=self.short.text(),
            sector=Sector(self.sector.currentData()),
            role_da=self.role.text(),
        )


class RenameForm(DayForm):
    """A new name from a day on."""

    def __init__(self, page: DirectoryPage, row: OrganisationRow) -> None:
        super().__init__(page)
        self.name_it(self.tr("New name"), self.tr("Rename"))
        self.row = row
        self.name_da, self.name_en, self.short = (QLineEdit() for _ in range(3))
        self.first = self.day_input(self.tr("From"), page.as_of)
        for title, made, span in (
            (self.tr("Name in Danish"), self.name_da, 12),
            (self.tr("Name in English"), self.name_en, 12),
            (self.tr("Short"), self.short, 5),
            (self.tr("From"), self.first, 7),
        ):
            self.add(title, made, span)
            made.setAccessibleName(title)
        self.say(self.tr("Papers of earlier days keep the old name."))

    def submit(self) -> None:
        if self.refuses(self.first, needed=True):
            return
        name = self.name_da.text().strip() or self.name_en.text().strip()
        self.run(
            self.tr("It is called {name}.").format(name=name),
            rename_organisation,
            organisation_id=self.row.id,
            version=self.row.version,
            valid_from=self.first.day(),
            name_da=self.name_da.text(),
            name_en=self.name_en.text(),
            abbreviation=self.short.text(),
        )


class CorrectNameForm(DayForm):
    """Mend a slip in a name."""

    def __init__(self, page: DirectoryPage, row: OrganisationNameRow) -> None:
        super().__init__(page)
        self.name_it(self.tr("Mend the name"), self.tr("Save"))
        self.row = row
        self.name_da, self.name_en = QLineEdit(row.name_da), QLineEdit(row.name_en)
        self.short = QLineEdit(row.abbreviation)
        for title, made in (
            (self.tr("Name in Danish"), self.name_da),
            (self.tr("Name in English"), self.name_en),
            (self.tr("Short"), self.short),
        ):
            self.add(title, made)
            made.setAccessibleName(title)
        self.say(self.tr("For slips of the pen: the days on which it holds stay."))

    def submit(self) -> None:
        self.run(
            self.tr("The name is mended."),
            correct_organisation_name,
            name_id=self.row.id,
            version=self.row.version,
            name_da=self.name_da.text(),
            name_en=self.name_en.text(),
            abbreviation=self.short.text(),
        )


class ContactForm(DayForm):
    """A new address; the one before becomes history."""

    def __init__(self, page: DirectoryPage, row: OrganisationRow) -> None:
        super().__init__(page)
        self.name_it(self.tr("New address"), self.tr("Save"))
        self.row = row
        now = row.contact
        self.address = QLineEdit(now.address if now else "")
        self.phone = QLineEdit(now.phone if now else "")
        self.email = QLineEdit(now.email if now else "")
        self.web = QLineEdit(now.web if now else "")
        self.first = self.day_input(self.tr("From"), page.as_of)
        for title, made, span in (
            (self.tr("Address"), self.address, 12),
            (self.tr("Telephone"), self.phone, 6),
            (self.tr("E-mail"), self.email, 6),
            (self.tr("Web"), self.web, 6),
            (self.tr("From"), self.first, 6),
        ):
            self.add(title, made, span)
            made.setAccessibleName(title)

    def submit(self) -> None:
        if self.refuses(self.first, needed=True):
            return
        self.run(
            self.tr("The address is kept."),
            set_contact,
            organisation_id=self.row.id,
            address=self.address.text(),
            phone=self.phone.text(),
            email=self.email.text(),
            web=self.web.text(),
            valid_from=self.first.day(),
        )


class RelationForm(DayForm):
    """A dated tie to another organisation."""

    def __init__(self, page: DirectoryPage, row: OrganisationRow) -> None:
        super().__init__(page)
        self.name_it(self.tr("New tie"), self.tr("Add"))
        self.row = row
        self.kind = QComboBox()
        for kind in RelationKind:
            self.kind.addItem(label_text(kind), kind.value)
        self.kind.setCurrentIndex(self.kind.findData(RelationKind.PART_OF.value))
        self.other = PickInput(self.tr("Organisation"), hint=self.tr("Organisation"))
        self.other.set_picks([Pick(each.id, each.name, "") for each in page.organisations if each.id != row.id])
        self.first = self.day_input(self.tr("From"), None)
        for title, made, span in (
            (self.tr("Kind"), self.kind, 5),
            (self.tr("Organisation"), self.other, 7),
            (self.tr("From"), self.first, 7),
        ):
            self.add(title, made, span)
            made.setAccessibleName(title)

    def submit(self) -> None:
        other = self.other.pick()
        if other is None:
            self.stop(self.tr("Choose an organisation from the list."), self.other)
            return
        if self.refuses(self.first):
            return
        self.run(
            self.tr("Tied to {name}.").format(name=self.other.text().split(" · ")[0]),
            relate_organisations,
            organisation_id=self.row.id,
            other_id=other,
            kind=RelationKind(self.kind.currentData()),
            valid_from=self.first.day(),
        )
