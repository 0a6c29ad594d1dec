"""One person in the detail panel: contact that saves itself, seats, leaving and coming back; and somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from referral_desk.operations.people import (
    add_person,
    change_person,
    deactivate_person,
    reactivate_person,
    remove_person,
)
from referral_desk.queries.people import PersonRow
from ui.doing import OperationForm
from ui.pages.directory.person_form import PersonForm
from ui.pages.directory.section import SeatsSection, Section
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.day_input import DayInput
from ui.widgets.labels import ElidedLabel
from ui.widgets.pick_input import Pick, PickInput
from ui.widgets.search_choice import Option

if TYPE_CHECKING:
    from ui.pages.directory.page import DirectoryPage


class PersonDetail(QWidget):
    """What is known of a person; every field is open and saves itself."""

    def __init__(self, page: DirectoryPage) -> None:
        super().__init__()
        self.page = page
        self.row: PersonRow | None = None
        self.writing = PersonForm(page.bridge, page.as_of)
        self.form, self.organisation, self.saved = self.writing.form, self.writing.organisation, self.writing.state
        self.name = ElidedLabel("", "title")
        self.state = Chip("", "quiet", "archive-box")
        self.back = button(self.tr("Undo"), "link")
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        for part in (self.state, self.saved, self.back):
            head.addWidget(part)
        self.seats = SeatsSection(page)
        self.leaving = Section("")
        self.leaving.title.hide()
        self.acts = QHBoxLayout()
        self.leave = button(self.tr("Let the person leave"), "", "sign-out")
        self.again = button(self.tr("Take the person back"), "", "arrow-counter-clockwise")
        self.remove = button(self.tr("Remove"), "", "trash")
        for act in (self.leave, self.again, self.remove):
            act.setEnabled(page.bridge.may(change_person))
            self.acts.addWidget(act)
        self.acts.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 20)
        box.setSpacing(16)
        box.addLayout(head)
        box.addWidget(self.writing)
        box.addWidget(self.seats)
        box.addWidget(self.leaving)
        box.addLayout(self.acts)
        box.addStretch()
        self.writing.kept.connect(self.back.show)
        self.writing.gone.connect(self._on_gone)
        self.back.clicked.connect(self._on_undo)
        self.leave.clicked.connect(self._on_leave)
        self.again.clicked.connect(self._on_again)
        self.remove.clicked.connect(self._on_remove)

    def offer(self, options: list[Option]) -> None:
        """Offer organisations."""
        self.organisation.set_options(options)

    def show_person(self, row: PersonRow) -> None:
        """Show somebody; a field in which one types keeps its text."""
        if self.row is None or self.row.id != row.id:
            self.writing.take_undo()
            self.back.hide()
            self.leaving.close_form()
        self.row = row
        self.name.set_whole(row.name)
        self.state.show_chip(self.tr("No longer active"), "quiet", "archive-box")
        self.state.setVisible(not row.is_active)
        self.writing.show_record(row)
        self.seats.show_seats(row.seats, names_people=False)
        self.leave.setVisible(row.is_active and bool(row.seats))
        self.again.setVisible(not row.is_active)
        self.remove.setVisible(not row.seats)

    @property
    def version(self) -> int:
        """The version of the person as it was last kept or seen."""
        return self.writing.version

    @property
    def is_unsaved(self) -> bool:
        """Whether something typed is not kept yet."""
        return bool(self.writing.drafts.unkept)

    def hand_on(self) -> None:
        """Save what is being typed now."""
        self.writing.leave()

    @Slot(object)
    def _on_gone(self, _draft: object) -> None:
        self.page.tell(self.tr("Somebody else removed this person from the directory."), "warn")

    @Slot()
    def _on_undo(self) -> None:
        self.back.hide()
        self.saved.setText("")
        if (undo := self.writing.take_undo()) is not None:
            self.page.bridge.do(undo.operation, **undo.arguments)

    @Slot()
    def _on_leave(self) -> None:
        if self.row is not None:
            self.leaving.open_this(LeaveForm(self.page, self))

    @Slot()
    def _on_again(self) -> None:
        if self.row is not None:
            said = self.tr("{name} is active again.").format(name=self.row.name)
            self.page.change(said, reactivate_person, person_id=self.row.id, version=self.version)

    @Slot()
    def _on_remove(self) -> None:
        if self.row is not None:
            said = self.tr("{name} is removed.").format(name=self.row.name)
            self.page.change(said, remove_person, person_id=self.row.id, version=self.version)


class LeaveForm(OperationForm):
    """The last day of somebody in all their seats."""

    def __init__(self, page: DirectoryPage, detail: PersonDetail) -> None:
        super().__init__(page)
        self.name_it(self.tr("Let the person leave"), self.tr("Let the person leave"))
        assert detail.row is not None
        self.detail, self.row = detail, detail.row
        self.last = DayInput(self.tr("Last day"), page.bridge.today)
        self.last.set_day(page.as_of)
        self.add(self.tr("Last day"), self.last)
        running = len(self.row.present)
        words = self.tr("%n seat(s) become vacant after that day.", "", running) if running else ""
        self.say(" ".join(part for part in (words, self.tr("What was before stays as history.")) if part))

    def submit(self) -> None:
        day = self.last.day()
        if day is None:
            self.stop(self.tr("Write the last day, such as 31.12.2026."), self.last)
            return
        self.run(
            self.tr("{name} has left.").format(name=self.row.name),
            deactivate_person,
            person_id=self.row.id,
            # What was written in the person's fields meanwhile is the same person's doing.
            version=self.detail.version,
            last_day=day,
        )


class NewPersonForm(OperationForm):
    """Somebody new."""

    def __init__(self, page: DirectoryPage, picks: list[Pick]) -> None:
        super().__init__(page)
        self.name_it(self.tr("New person"), self.tr("Add to the directory"))
        self.fit_in()
        self.name, self.post, self.email, self.phone = (QLineEdit() for _ in range(4))
        self.whom = PickInput(self.tr("Speaks for"), hint=self.tr("Organisation"))
        self.whom.set_picks(picks)
        self.papers = QComboBox()
        self.papers.addItem("Dansk", "da")
        self.papers.addItem("English", "en")
        for title, made, span in (
            (self.tr("Name"), self.name, 12),
            (self.tr("Title"), self.post, 12),
            (self.tr("Speaks for"), self.whom, 12),
            (self.tr("E-mail"), self.email, 12),
            (self.tr("Telephone"), self.phone, 6),
            (self.tr("Papers in"), self.papers, 6),
        ):
            self.add(title, made, span)
            made.setAccessibleName(title)

    def values(self) -> dict[str, Any]:
        """What stands in the fields."""
        return {
            "name": self.name.text(),
            "title": self.post.text(),
            "organisation_id": self.whom.pick(),
            "email": self.email.text(),
            "phone": self.phone.text(),
            "language": self.papers.currentData(),
        }

    def submit(self) -> None:
        if not self.name.text().strip():
            self.stop(self.tr("Write the person's name."), self.name)
        elif self.whom.new_words():
            self.stop(self.tr("That organisation is not in the directory: add it there first."), self.whom)
        else:
            said = self.tr("{name} is in the directory.").format(name=self.name.text().strip())
            self.run(said, add_person, **self.values())
