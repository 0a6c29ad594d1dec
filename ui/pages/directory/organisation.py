"""One organisation in the detail panel: names over time, sector, address, ties, people, seats."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from referral_desk.operations.organisations import (
    change_organisation,
    end_relation,
    remove_organisation,
    withdraw_organisation_name,
)
from referral_desk.queries.organisations import ContactRow, OrganisationNameRow, OrganisationRow, RelationRow
from referral_desk.vocabulary import RelationKind, Sector
from ui.forms import Choice, Form, Growing
from ui.language import collator, day_text, label_text, language
from ui.pages.directory.organisation_forms import ContactForm, CorrectNameForm, RelationForm, RenameForm
from ui.pages.directory.section import SeatsSection, Section
from ui.periods import period_text
from ui.places import Place, wishes
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel
from ui.widgets.row_button import RowButton, RowLook

if TYPE_CHECKING:
    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done
    from ui.pages.directory.page import DirectoryPage


class OrganisationDetail(QWidget):
    """What is known of an organisation on a day, and what it was called before."""

    def __init__(self, page: DirectoryPage) -> None:
        super().__init__()
        self.page = page
        self.row: OrganisationRow | None = None
        self._version = 0
        self.name = ElidedLabel("", "title")
        self.state = Chip("", "info", "clock-counter-clockwise")
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.state)
        may = page.bridge.may(change_organisation)
        self.names = Section(self.tr("Names"), self.tr("New name"), self._rename_form)
        self.contact = Section(self.tr("Address"), self.tr("New address"), self._contact_form)
        self.ties = Section(self.tr("Ties"), self.tr("Add a tie"), self._relation_form)
        self.people = Section(self.tr("Persons"))
        self.seats = SeatsSection(page)
        for section in (self.names, self.contact, self.ties):
            section.link.setEnabled(may)
        order = collator()
        sectors = sorted(Sector, key=lambda each: order.sortKey(label_text(each)))
        self.form = Form(
            (
                Choice("sector", self.tr("Sector"), choices=tuple((each.value, label_text(each)) for each in sectors)),
                Growing("role_da", self.tr("Role in the system, Danish"), lines=2),
                Growing("role_en", self.tr("Role in the system, English"), lines=2),
            )
        )
        self.form.set_read_only(not may)
        self.remove = button(self.tr("Remove"), "", "trash")
        self.remove.setEnabled(page.bridge.may(remove_organisation))
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 20)
        box.setSpacing(16)
        box.addLayout(head)
        for part in (self.names, self.form, self.contact, self.people, self.seats, self.ties):
            box.addWidget(part)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch()
        box.addLayout(foot)
        box.addStretch()
        self.form.edited.connect(self._on_edited)
        self.remove.clicked.connect(self._on_remove)
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.timeout.connect(self._save)

    def _rename_form(self) -> RenameForm:
        assert self.row is not None
        return RenameForm(self.page, self.row)

    def _contact_form(self) -> ContactForm:
        assert self.row is not None
        return ContactForm(self.page, self.row)

    def _relation_form(self) -> RelationForm:
        assert self.row is not None
        return RelationForm(self.page, self.row)

    def show_organisation(self, row: OrganisationRow) -> None:
        """Show an organisation; open forms stay if it is the same one."""
        if self.row is None or self.row.id != row.id:
            self.form.clear_marks()
            for section in (self.names, self.contact, self.ties):
                section.close_form()
        self.row, self._version = row, row.version
        self.name.set_whole(row.name)
        self.state.show_chip(self.tr("No name on this day"), "info", "clock-counter-clockwise")
        self.state.setVisible(not row.is_named)
        self.form.fill({"sector": row.sector.value, "role_da": row.role_da, "role_en": row.role_en}, of=row.id)
        self._show_names(row)
        self._show_contact(row)
        self._show_ties(row)
        self._show_people(row)
        self.seats.show_seats(row.seats, names_people=True)
        self.remove.setVisible(not (row.seats or row.people or row.relations))

    def hand_on(self) -> None:
        """Save what is being typed now."""
        self.form.hand_on()
        if self._save_soon.isActive():
            self._save_soon.stop()
            self._save()

    def _show_names(self, row: OrganisationRow) -> None:
        self.names.clear()
        may = self.page.bridge.may(withdraw_organisation_name)
        for place, name in enumerate(row.names):
            acts: list[QPushButton] = []
            if may:
                mend = icon_button("pencil-simple", self.tr("Mend the name {name}").format(name=name.name))
                mend.clicked.connect(functools.partial(self._on_mend, name))
                acts.append(mend)
            if may and place == 0 and len(row.names) > 1:
                gone = icon_button("trash", self.tr("Take the name {name} away").format(name=name.name))
                gone.clicked.connect(functools.partial(self._on_name_gone, name))
                acts.append(gone)
            words = f"{name.name} ({name.abbreviation})" if name.abbreviation else name.name
            when = period_text(name.valid_from, name.valid_to, self.page.as_of)
            other = name.name_da if name.name != name.name_da else name.name_en
            below = " · ".join(part for part in (when, other if other != name.name else "") if part)
            self.names.add_line(words, below, *acts, quiet=not name.holds)

    def _show_contact(self, row: OrganisationRow) -> None:
        self.contact.clear()
        if row.contact is None:
            self.contact.add_words(self.tr("No address to use is known."))
        else:
            for words in _contact_lines(row.contact):
                self.contact.add_words(words, "")
        for contact in row.contacts:
            if contact.is_historic:
                until = day_text(contact.valid_to, "date")
                words = self.tr("Historic, until {day}: not to be used").format(day=until)
                self.contact.add_words(words if until else self.tr("Historic: not to be used"), "section")
                for words in _contact_lines(contact):
                    self.contact.add_words(words, "faint")

    def _show_ties(self, row: OrganisationRow) -> None:
        self.ties.clear()
        if not row.relations:
            self.ties.add_words(self.tr("Tied to no other organisation."))
        for tie in row.relations:
            when = period_text(tie.valid_from, tie.valid_to, self.page.as_of)
            line = RowButton(
                RowLook(tie.other, " · ".join(part for part in (self._tie(tie), when) if part), "link", "faint")
            )
            line.clicked.connect(functools.partial(self._on_other, tie.other_id))
            if tie.holds and self.page.bridge.may(end_relation):
                across = QWidget()
                box = QHBoxLayout(across)
                box.setContentsMargins(0, 0, 0, 0)
                gone = icon_button("x", self.tr("The tie to {name} ends").format(name=tie.other))
                gone.clicked.connect(functools.partial(self._on_tie_ends, tie))
                box.addWidget(line, 1)
                box.addWidget(gone)
                self.ties.add(across)
            else:
                self.ties.add(line)

    def _tie(self, tie: RelationRow) -> str:
        if tie.forward:
            return label_text(tie.kind)
        return {
            RelationKind.SUCCESSOR: self.tr("Continues"),
            RelationKind.PART_OF: self.tr("Has as a part"),
            RelationKind.HOSTED_BY: self.tr("Hosts"),
            RelationKind.REPORTS_TO: self.tr("Is reported to by"),
            RelationKind.NOTIFIES: self.tr("Is notified by"),
        }[tie.kind]

    def _show_people(self, row: OrganisationRow) -> None:
        self.people.clear()
        if not row.people:
            self.people.add_words(self.tr("Nobody in the directory speaks for it."))
        for person in row.people:
            line = RowButton(RowLook(person.name, person.detail, "user", "accent"))
            line.clicked.connect(functools.partial(self._on_person, person.id))
            self.people.add(line)

    @Slot(str, object)
    def _on_edited(self, _name: str, _value: object) -> None:
        self._save_soon.start(0)

    @Slot()
    def _save(self) -> None:
        if self.row is None:
            return
        values = self.form.values()
        job = self.page.bridge.do(
            change_organisation,
            organisation_id=self.row.id,
            version=self._version,
            sector=Sector(values["sector"]),
            role_da=values["role_da"],
            role_en=values["role_en"],
        )
        job.then(self._on_saved).otherwise(self._on_refused)

    def _on_saved(self, done: Done) -> None:
        if done.undo is not None and self.row is not None and done.id == self.row.id:
            self._version = done.undo.arguments["version"]
            self.form.clear_marks()

    def _on_refused(self, error: DeskError) -> None:
        self.form.mark("role_da", error.sentence(language()))

    def _on_mend(self, name: OrganisationNameRow) -> None:
        self.names.open_this(CorrectNameForm(self.page, name))

    def _on_name_gone(self, name: OrganisationNameRow) -> None:
        said = self.tr("The name {name} is taken away.").format(name=name.name)
        self.page.change(said, withdraw_organisation_name, name_id=name.id, version=name.version)

    def _on_tie_ends(self, tie: RelationRow) -> None:
        said = self.tr("The tie to {name} has ended.").format(name=tie.other)
        self.page.change(said, end_relation, relation_id=tie.id, version=tie.version, last_day=self.page.as_of)

    def _on_other(self, organisation_id: int) -> None:
        self.page.go(Place("directory", view="organisations", wishes=wishes(organisation=organisation_id)))

    def _on_person(self, person_id: int) -> None:
        self.page.go(Place("directory", view="people", wishes=wishes(person=person_id)))

    @Slot()
    def _on_remove(self) -> None:
        if self.row is not None:
            said = self.tr("{name} is removed.").format(name=self.row.name)
            self.page.change(said, remove_organisation, organisation_id=self.row.id, version=self._version)


def _contact_lines(contact: ContactRow) -> list[str]:
    return [words for words in (contact.address, contact.phone, contact.email, contact.web) if words]
