"""The presence sheet: who is asked to the meeting, what they answered, who came, for whom, and who was out for what."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from referral_desk.operations.attendance import mark_others, set_attendance
from referral_desk.operations.item_absences import arrive_at, leave_at, step_in, step_out
from referral_desk.queries.attendance import attendance
from referral_desk.queries.attendance_rows import AttendanceSheet, AttendeeRow
from referral_desk.queries.organisations import organisation_choices
from referral_desk.queries.people import person_choices
from referral_desk.vocabulary import AttendanceState, AttendeeRole
from ui.begun import begun_forms
from ui.language import day_text, language
from ui.messages import Message, announce
from ui.pages.meeting.people_actions import PeopleActions
from ui.pages.meeting.people_forms import GuestForm
from ui.pages.meeting.people_head import PeopleHead
from ui.pages.meeting.people_panel import PersonPanel
from ui.pages.meeting.people_tools import PeopleTools
from ui.pages.meeting.people_words import DEPUTISE, GUEST, KEYS, NOTE, YES, PeopleWords, key_of
from ui.places import Place
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_legend import KeyLegend
from ui.widgets.labels import label, rule
from ui.widgets.presence_list import CAME, CONFLICT_KEY, LEFT, TURN, PresenceList

if TYPE_CHECKING:
    from referral_desk.desk import Changes
    from referral_desk.errors import DeskError
    from referral_desk.queries.groups import ChoiceRow
    from referral_desk.queries.meeting import MeetingDetail
    from ui.bridge import Bridge

AREAS: Final = frozenset({"attendance", "people"})


class PeopleView(QWidget):
    """Before the meeting it takes answers, from its day on presence; seats are changed on the group's page."""

    went = Signal(object)
    told = Signal(object)

    def __init__(self, bridge: Bridge, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self.meeting_id = bridge, meeting_id
        self.group_id: int | None = None
        self.sheet: AttendanceSheet | None = None
        self.people: tuple[ChoiceRow, ...] = ()
        self.organisations: tuple[ChoiceRow, ...] = ()
        self._has_choices = self._was_seen = self._is_asked = False
        self._words = PeopleWords(self)
        self.doing = PeopleActions(bridge, meeting_id, self)
        self.tools = PeopleTools()
        self.head = PeopleHead(self._words, self.tools)
        self.closed = label("", "note", wraps=True)
        self.closed.hide()
        self.guest_slot = QVBoxLayout()
        self.guest_form: GuestForm | None = None
        self.list = PresenceList(self.tr("People at the meeting"))
        self.list.keys = KEYS
        self.empty = EmptyState(
            "users", self.tr("Nobody holds a seat in the group on that day."), self.tr("Fill the seats")
        )
        self.empty.hide()
        self.legend = KeyLegend(self.tr("Keys"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.guest_slot.setContentsMargins(12, 0, 12, 0)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 0)
        foot.addWidget(self.legend)
        said = QHBoxLayout()
        said.setContentsMargins(12, 0, 12, 0)
        said.addWidget(self.closed)
        card = Card(margin=4, gap=10)
        card.body.setContentsMargins(4, 14, 4, 10)
        card.add(self.head, said, self.guest_slot, self.list, self.empty, rule(), foot)
        card.body.setStretch(3, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)

    def _connect(self) -> None:
        self.doing.told.connect(self.told)
        self.doing.settled.connect(self.reload)
        self.doing.went_back.connect(self.list.go_to)
        self.list.noted.connect(self.note)
        self.list.acted.connect(self._on_acted)
        self.list.opened.connect(self._on_opened)
        self.list.flagged.connect(self._on_flagged)
        self.tools.seek.textChanged.connect(self._on_find)
        self.tools.found.connect(self._on_found)
        self.tools.others.clicked.connect(self._on_others)
        self.tools.items.toggled.connect(self._on_items)
        self.tools.guest.clicked.connect(self.open_guest)
        self.tools.open_group.clicked.connect(self._on_group)
        self.empty.started.connect(self._on_group)
        self._bridge.changed.connect(self._on_changed)
        for keys, call in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.doing.undo),
            (QKeySequence(QKeySequence.StandardKey.Find), self.tools.focus_seek),
            (QKeySequence("/"), self.tools.focus_seek),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)

    def is_unsaved(self) -> bool:
        """Whether somebody is writing in a form here."""
        return bool(begun_forms(self))

    def reload(self) -> None:
        """Ask for the sheet."""
        if self.doing.is_busy or self._is_asked:
            # What is under way tells when it is done; what was asked is answered after every change that was told.
            return
        self._is_asked = True
        day = self._bridge.today
        job = self._bridge.ask(attendance, meeting_id=self.meeting_id, today=day, language=language())
        job.then(self._on_sheet).otherwise(self._on_gone)

    def show_meeting(self, meeting: MeetingDetail) -> None:
        """Say whose people these are, and of which day."""
        self.group_id = meeting.group_id
        words = self.tr("{group} as it is on {day}").format(group=meeting.group_name, day=day_text(meeting.day, "full"))
        self.setAccessibleName(words)

    @property
    def is_open(self) -> bool:
        """Whether something can be noted."""
        return self.sheet is not None and not self.sheet.closed and self._words.may

    def rows(self) -> tuple[AttendeeRow, ...]:
        """Everybody on the sheet."""
        return self.sheet.rows if self.sheet is not None else ()

    def row(self, key: str) -> AttendeeRow | None:
        """Somebody by what they are known under."""
        return next((row for row in self.rows() if key_of(row) == key), None)

    @Slot(object)
    def _on_sheet(self, sheet: AttendanceSheet) -> None:
        self._is_asked = False
        if self.doing.is_busy:
            return
        self.sheet = sheet
        self._words.may = self._bridge.may(set_attendance)
        may = self._words.may and not sheet.closed
        self.head.show_sheet(sheet)
        self.closed.setText(sheet.closed)
        self.closed.setVisible(bool(sheet.closed))
        self.tools.show_sheet(sheet, may=may)
        self.list.setVisible(bool(sheet.rows))
        self.legend.setVisible(bool(sheet.rows))
        self.empty.setVisible(not sheet.rows)
        self._show_rows()
        self._ask_choices()
        if self.tools.seek.hasFocus() and not self.tools.seek.text() and not self._was_seen:
            # One comes to note something: the keys mean that from the start.
            self.list.go_to(self.list.here())
        self._was_seen = True

    def _on_gone(self, error: DeskError) -> None:
        self._is_asked = False
        self.told.emit(Message(error.sentence(language()), "warn"))

    def _show_rows(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        with_items = self.tools.items.isChecked() and sheet.is_held
        self.list.show_sections(
            self._words.sections(sheet), self._words.states(sheet), self._words.items(sheet) if with_items else ()
        )
        self._on_find(self.tools.seek.text())
        self.legend.show_keys(self._words.legend(sheet, with_items=with_items))

    @Slot(str, str)
    def note(self, key: str, state_key: str, *, goes_on: bool = False) -> None:
        """Note a state of somebody: shown at once; what stands already is taken away by the mouse."""
        row, sheet, state = self.row(key), self.sheet, AttendanceState(state_key)
        if row is None or sheet is None or not self.is_open:
            return
        if row.state is state and not goes_on:
            state = AttendanceState.UNANSWERED
        if row.state is not state:
            self._show(replace(row, state=state))
            self.doing.with_row(row, functools.partial(self._send_state, key, row.state, state))
        if goes_on:
            self.list.step(1)

    def _send_state(self, key: str, was: AttendanceState, state: AttendanceState, row_id: int) -> None:
        self.doing.run(set_attendance, key=key, attendance_id=row_id, was=was, state=state)

    def _show(self, row: AttendeeRow) -> None:
        """Show a row as it will be once the desk has kept it."""
        assert self.sheet is not None
        key = key_of(row)
        rows = tuple(row if key_of(other) == key else other for other in self.sheet.rows)
        self.sheet = replace(self.sheet, rows=rows)
        look = self._words.look(row, self.sheet)
        self._show_rows()
        announce(self.list, f"{row.who}: {look.state.word}")

    @Slot(str, str)
    def _on_acted(self, key: str, action: str) -> None:
        sheet, row = self.sheet, self.row(key)
        if sheet is None or row is None or not self.is_open:
            return
        states = {state.value for state in AttendanceState}
        if action == YES:
            action = (AttendanceState.PRESENT if sheet.has_come else AttendanceState.ACCEPTED).value
        if action in {TURN, CAME, LEFT, CONFLICT_KEY}:
            self._turn(key, row, action)
        elif action in states:
            self.note(key, action, goes_on=True)
        elif action == GUEST:
            self.open_guest()
        elif action in {DEPUTISE, NOTE}:
            self._open(key, action)

    def _turn(self, key: str, row: AttendeeRow, action: str) -> None:
        """Note that somebody was out for an item, came or left with it."""
        sheet, line = self.sheet, self.list.lines[key]
        if sheet is None or row.id is None or not self.tools.items.isChecked() or not 0 <= line.at < len(sheet.items):
            return
        item_id = sheet.items[line.at].id
        if action == CAME:
            self.doing.run(arrive_at, key=key, attendance_id=row.id, item_id=item_id)
        elif action == LEFT:
            self.doing.run(leave_at, key=key, attendance_id=row.id, item_id=item_id)
        elif action == CONFLICT_KEY and not row.out.get(item_id):
            self._show(replace(row, out={**row.out, item_id: True}))
            self.doing.run(step_out, key=key, attendance_id=row.id, item_id=item_id, is_conflict=True)
        elif item_id in row.out:
            self._show(replace(row, out={other: why for other, why in row.out.items() if other != item_id}))
            self.doing.run(step_in, key=key, attendance_id=row.id, item_id=item_id)
        else:
            self._show(replace(row, out={**row.out, item_id: False}))
            self.doing.run(step_out, key=key, attendance_id=row.id, item_id=item_id)

    @Slot(str)
    def _on_opened(self, key: str) -> None:
        if self.list.panel_of() == key:
            self._close_panel()
        else:
            self._open(key, "")

    @Slot(str)
    def _on_flagged(self, key: str) -> None:
        row = self.row(key)
        if row is not None:
            self._open(key, "declaration" if row.is_entitled else "")

    def _open(self, key: str, what: str) -> None:
        row, sheet = self.row(key), self.sheet
        if row is None or sheet is None:
            return
        can_have_deputy = row.role not in {AttendeeRole.GUEST, AttendeeRole.DEPUTY} and not row.deputy
        if what == DEPUTISE and not can_have_deputy:
            return
        panel = PersonPanel(self, row)
        panel.closed.connect(self._close_panel)
        self.list.open_below(key, panel)
        opens = {DEPUTISE: panel.open_deputy, NOTE: panel.open_note, "declaration": panel.open_declaration}
        if what and self.is_open:
            opens[what]()
        else:
            panel.focus_first()

    @Slot()
    def _close_panel(self) -> None:
        key = self.list.close_panel()
        if key:
            self.list.go_to(key)

    def _ask_choices(self) -> None:
        """Ask for those who can be named, once: forms need them at hand."""
        if not self._has_choices:
            self._has_choices = True
            day = self._bridge.today
            self._bridge.ask(person_choices, day=day, language=language()).then(self._on_people)
            self._bridge.ask(organisation_choices, day=day, language=language()).then(self._on_organisations)

    @Slot(object)
    def _on_people(self, people: tuple[ChoiceRow, ...]) -> None:
        self.people = people

    @Slot(object)
    def _on_organisations(self, organisations: tuple[ChoiceRow, ...]) -> None:
        self.organisations = organisations

    @Slot()
    def open_guest(self) -> None:
        """Open the form for a guest above the sheet."""
        if self.guest_form is not None or not self.is_open:
            return
        self.guest_form = GuestForm(self.doing, self.meeting_id, self.people, self.organisations)
        self.guest_form.cancelled.connect(self._on_guest_over)
        self.guest_form.finished.connect(self._on_guest_over)
        self.guest_slot.addWidget(self.guest_form)
        self.guest_form.begin()

    @Slot()
    def _on_guest_over(self) -> None:
        if self.guest_form is not None:
            self.guest_form.hide()
            self.guest_form.deleteLater()
            self.guest_form = None
        self.tools.guest.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _on_find(self, text: str) -> None:
        wanted = text.strip().casefold()
        if not wanted:
            self.list.narrow(None)
            return
        found = {key_of(row) for row in self.rows() if wanted in f"{row.name} {row.organisation}".casefold()}
        self.list.narrow(found)

    @Slot()
    def _on_found(self) -> None:
        self.list.go_to(self.list.here())

    @Slot()
    def _on_others(self) -> None:
        said = self.tr("All others are noted as present.")
        call = functools.partial(
            self.doing.run, mark_others, said=said, meeting_id=self.meeting_id, state=AttendanceState.PRESENT
        )
        first = next((row for row in self.rows() if row.id is None), None)
        if first is None:
            call()
        else:
            self.doing.with_row(first, lambda _row_id: call())

    @Slot(bool)
    def _on_items(self, _on: bool) -> None:
        self._show_rows()
        self.list.go_to(self.list.here())

    @Slot()
    def _on_group(self) -> None:
        if self.group_id is not None:
            self.went.emit(Place("group", self.group_id))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        self._has_choices = self._has_choices and "people" not in changes.areas
        if AREAS & changes.areas and self.isVisible():
            self.reload()
