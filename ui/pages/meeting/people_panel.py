"""What more can be done about one person of the sheet, open below the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from referral_desk.operations.attendance import make_guest, remove_attendance
from referral_desk.operations.declarations import withdraw_declaration
from referral_desk.operations.item_absences import stay_throughout
from referral_desk.vocabulary import AttendeeRole
from ui.language import day_text
from ui.pages.meeting.people_forms import DeclarationForm, DeputyForm, NoteForm
from ui.places import Place, wishes
from ui.theme import dress
from ui.widgets.boxes import parts_of
from ui.widgets.buttons import button, icon_button
from ui.widgets.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from referral_desk.queries.attendance_rows import AttendeeRow
    from ui.doing import OperationForm
    from ui.pages.meeting.people_view import PeopleView


class PersonPanel(QFrame):
    """Buttons for one person; a form takes their place when one is pressed."""

    closed = Signal()

    def __init__(self, view: PeopleView, row: AttendeeRow) -> None:
        super().__init__()
        dress(self, "inline")
        self.view, self.row = view, row
        self.form: OperationForm | None = None
        self.setAccessibleName(row.who)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(16, 10, 12, 12)
        self.box.setSpacing(8)
        self.acts = QHBoxLayout()
        self.acts.setSpacing(6)
        self.box.addLayout(self.acts)
        self.says = label("", "note", wraps=True)
        self.box.addWidget(self.says)
        self._fill()

    def _fill(self) -> None:
        row, is_open = self.row, self.view.is_open
        for words, name, call in self._actions(row):
            made = button(words, "", name)
            made.setEnabled(is_open or call == self._on_person)
            made.clicked.connect(call)
            self.acts.addWidget(made)
        self.acts.addStretch()
        close = icon_button("x", self.tr("Close"))
        close.clicked.connect(self.closed)
        self.acts.addWidget(close)
        self.says.setText(self._told(row))
        self.says.setVisible(bool(self.says.text()))

    def _told(self, row: AttendeeRow) -> str:
        parts = [row.title] if row.title else []
        if row.answered_on is not None:
            parts.append(self.tr("answered {day}").format(day=day_text(row.answered_on, "date")))
        if row.declaration is not None:
            signed = self.tr("declaration signed {day}").format(day=day_text(row.declaration.signed_on, "date"))
            parts.append(signed)
        if not row.is_entitled:
            parts.append(self.tr("holds no seat in the group on that day"))
        return " · ".join(parts)

    def _actions(self, row: AttendeeRow) -> list[tuple[str, str, object]]:
        found: list[tuple[str, str, object]] = []
        is_outside = row.role is AttendeeRole.GUEST or row.deputy_for_id is not None or not row.is_entitled
        if not row.is_entitled:
            found.append((self.tr("Make a guest"), "user-plus", self._on_guest))
        if not is_outside and row.role is not AttendeeRole.DEPUTY and not row.deputy:
            found.append((self.tr("Register a deputy"), "users", self.open_deputy))
        if row.needs_declaration and row.declaration is None:
            found.append((self.tr("Register the signature"), "pen-nib", self.open_declaration))
        elif row.needs_declaration:
            found.append((self.tr("Withdraw the declaration"), "arrow-u-up-left", self._on_withdraw))
        found.append((self.tr("Note"), "note-pencil", self.open_note))
        if row.out:
            found.append((self.tr("Was there throughout"), "check", self._on_throughout))
        if is_outside and row.id is not None and not row.deputy:
            found.append((self.tr("Take off the sheet"), "user-minus", self._on_remove))
        if row.person_id is not None:
            found.append((self.tr("Open the person"), "identification-card", self._on_person))
        return found

    def focus_first(self) -> None:
        """Put the focus on the first thing one can do."""
        for made in parts_of(self.acts)[:1]:
            made.setFocus(Qt.FocusReason.TabFocusReason)

    def open_form(self, form: OperationForm) -> None:
        """Show a form in place of the buttons."""
        self.form = form
        form.fit_in()
        form.cancelled.connect(self.closed)
        form.finished.connect(self.closed)
        for made in parts_of(self.acts):
            made.hide()
        self.says.hide()
        self.box.addWidget(form)
        form.begin()
        self.view.list.show_panel()

    @Slot()
    def open_deputy(self) -> None:
        """Ask who comes instead."""
        view = self.view
        deputies = [row for row in view.rows() if row.role is AttendeeRole.DEPUTY and row.deputy_for_id is None]
        self.open_form(DeputyForm(view.doing, self.row, view.people, deputies))

    @Slot()
    def open_declaration(self) -> None:
        """Ask when it was signed."""
        self.open_form(DeclarationForm(self.view.doing, self.row))

    @Slot()
    def open_note(self) -> None:
        """Ask for a word."""
        self.open_form(NoteForm(self.view.doing, self.row))

    @Slot()
    def _on_guest(self) -> None:
        said = self.tr("{name} comes as a guest.").format(name=self.row.who)
        self._run(said, make_guest, attendance_id=self.row.id, version=self.row.version)

    @Slot()
    def _on_remove(self) -> None:
        said = self.tr("{name} is off the sheet.").format(name=self.row.who)
        self._run(said, remove_attendance, attendance_id=self.row.id, version=self.row.version)

    @Slot()
    def _on_withdraw(self) -> None:
        signed = self.row.declaration
        if signed is not None:
            said = self.tr("The declaration of {name} is withdrawn.").format(name=self.row.who)
            self._run(said, withdraw_declaration, declaration_id=signed.id, version=signed.version)

    @Slot()
    def _on_throughout(self) -> None:
        self._run("", stay_throughout, attendance_id=self.row.id)

    def _run(self, said: str, operation: object, **arguments: object) -> None:
        self.view.doing.run(operation, said=said, **arguments)  # type: ignore[arg-type]
        self.closed.emit()

    @Slot()
    def _on_person(self) -> None:
        if self.row.person_id is not None:
            self.view.went.emit(Place("directory", view="people", wishes=wishes(person=self.row.person_id)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
