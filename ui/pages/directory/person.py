"""One person in the detail panel: contact that saves itself, seats, leaving and coming back; and somebody new."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Slot
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
from ui.forms import Choice, Form, Own, Text
from ui.language import language, time_text
from ui.pages.directory.section import SeatsSection, Section
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.day_input import DayInput
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.pick_input import Pick, PickInput
from ui.widgets.search_choice import Option, SearchChoice

if TYPE_CHECKING:
    from referral_desk.errors import DeskError
    from referral_desk.operations.outcome import Done, Undo
    from ui.pages.directory.page import DirectoryPage


class PersonDetail(QWidget):
    """What is known of a person; every field is open and saves itself."""

    def __init__(self, page: DirectoryPage) -> None:
        super().__init__()
        self.page = page
        self.row: PersonRow | None = None
        self._version = 0
        self._field = "name"
        self._undo: Undo | None = None
        self.name = ElidedLabel("", "title")
        self.state = Chip("", "quiet", "archive-box")
        self.saved = label("", "faint")
        self.back = button(self.tr("Undo"), "link")
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        for part in (self.state, self.saved, self.back):
            head.addWidget(part)
        self.organisation = SearchChoice(self.tr("None"))
        self.form = Form(
            (
                Text("name", self.tr("Name")),
                Text("title", self.tr("Title")),
                Own("organisation_id", self.tr("Speaks for"), make=self._organisation_input),
                Text("email", self.tr("E-mail")),
                Text("phone", self.tr("Telephone"), 6),
                Choice("language", self.tr("Papers in"), 6, choices=(("da", "Dansk"), ("en", "English"))),
            )
        )
        self.form.set_read_only(not page.bridge.may(change_person))
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
        box.addWidget(self.form)
        box.addWidget(self.seats)
        box.addWidget(self.leaving)
        box.addLayout(self.acts)
        box.addStretch()
        self.form.edited.connect(self._on_edited)
        self.back.clicked.connect(self._on_undo)
        self.leave.clicked.connect(self._on_leave)
        self.again.clicked.connect(self._on_again)
        self.remove.clicked.connect(self._on_remove)
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.timeout.connect(self._save)

    def _organisation_input(self) -> QWidget:
        return self.organisation

    def offer(self, options: list[Option]) -> None:
        """Offer organisations."""
        self.organisation.set_options(options)

    def show_person(self, row: PersonRow) -> None:
        """Show somebody; a field in which one types keeps its text."""
        if self.row is None or self.row.id != row.id:
            self.form.clear_marks()
            self.saved.setText("")
            self._undo = None
            self.leaving.close_form()
        self.row, self._version = row, row.version
        self.name.set_whole(row.name)
        self.state.show_chip(self.tr("No longer active"), "quiet", "archive-box")
        self.state.setVisible(not row.is_active)
        self.back.setVisible(self._undo is not None)
        values = {name: getattr(row, name) for name in self.form.fields}
        self.organisation.name_value(row.organisation_id, row.organisation)
        self.form.fill(values, of=row.id)
        self.seats.show_seats(row.seats, names_people=False)
        self.leave.setVisible(row.is_active and bool(row.seats))
        self.again.setVisible(not row.is_active)
        self.remove.setVisible(not row.seats)

    def hand_on(self) -> None:
        """Save what is being typed now."""
        self.form.hand_on()
        if self._save_soon.isActive():
            self._save_soon.stop()
            self._save()

    @Slot(str, object)
    def _on_edited(self, name: str, _value: object) -> None:
        # Fields that change together are saved together.
        self._field = name
        self._save_soon.start(0)

    @Slot()
    def _save(self) -> None:
        if self.row is None:
            return
        values = self.form.values()
        job = self.page.bridge.do(change_person, person_id=self.row.id, version=self._version, **values)
        job.then(functools.partial(self._on_saved, self.row.id))
        job.otherwise(functools.partial(self._on_refused, self._field))

    def _on_saved(self, person_id: int, done: Done) -> None:
        if self.row is None or self.row.id != person_id or done.undo is None:
            return
        self.form.clear_marks()
        self._version = done.undo.arguments["version"]
        self._undo = done.undo
        self.back.show()
        now = dt.datetime.now().astimezone()
        self.saved.setText(self.tr("Saved {time}").format(time=time_text(now.time())))

    def _on_refused(self, field: str, error: DeskError) -> None:
        self.form.mark(field, error.sentence(language()))

    @Slot()
    def _on_undo(self) -> None:
        if self._undo is not None:
            undo, self._undo = self._undo, None
            self.back.hide()
            self.saved.setText("")
            self.page.bridge.do(undo.operation, **undo.arguments)

    @Slot()
    def _on_leave(self) -> None:
        if self.row is not None:
            self.leaving.open_this(LeaveForm(self.page, self.row))

    @Slot()
    def _on_again(self) -> None:
        if self.row is not None:
            said = self.tr("{name} is active again.").format(name=self.row.name)
            self.page.change(said, reactivate_person, person_id=self.row.id, version=self._version)

    @Slot()
    def _on_remove(self) -> None:
        if self.row is not None:
            said = self.tr("{name} is removed.").format(name=self.row.name)
            self.page.change(said, remove_person, person_id=self.row.id, version=self._version)


class LeaveForm(OperationForm):
    """The last day of somebody in all their seats."""

    def __init__(self, page: DirectoryPage, row: PersonRow) -> None:
        super().__init__(page)
        self.name_it(self.tr("Let the person leave"), self.tr("Let the person leave"))
        self.row = row
        self.last = DayInput(self.tr("Last day"), page.bridge.today)
        self.last.set_day(page.as_of)
        self.add(self.tr("Last day"), self.last)
        running = len(row.present)
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
            version=self.row.version,
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
