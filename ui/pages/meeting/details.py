"""The meeting itself: title, times, place, chair; moving it and calling it off, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from referral_desk.operations.meetings import cancel_meeting, move_meeting
from referral_desk.queries.meeting import MeetingDetail, people_to_name
from referral_desk.queries.meetings import DayWarning, day_warnings
from ui.day_words import DayWords
from ui.forms import Day, Form, Text
from ui.language import language
from ui.pages.meeting.head_form import HeadForm
from ui.pages.meeting.move_list import MoveList
from ui.theme import dress
from ui.widgets.buttons import button, icon_button
from ui.widgets.card import Card
from ui.widgets.day_input import DayInput
from ui.widgets.labels import label

if TYPE_CHECKING:
    from referral_desk.errors import DeskError
    from ui.bridge import Bridge


class DetailsPanel(Card):
    """A card below the head of the page; hidden until it is wanted. Fields save themselves."""

    moved = Signal(object, object)
    """The day before (When) and the new day."""
    cancelled = Signal()
    closed = Signal()

    def __init__(self, bridge: Bridge, meeting_id: int, parent: QWidget | None = None) -> None:
        super().__init__("", margin=16, gap=12, parent=parent)
        self._bridge, self.meeting_id = bridge, meeting_id
        self.meeting: MeetingDetail | None = None
        self._words = DayWords(self)
        self.setAccessibleName(self.tr("The meeting"))
        self.close_button = icon_button("x", self.tr("Close  (Esc)"))
        self.move_button = button(self.tr("Move the meeting …"), "link", "calendar-blank")
        self.cancel_button = button(self.tr("Cancel the meeting …"), "link", "prohibit")
        self.writing = HeadForm(bridge)
        self.form = self.writing.form
        head = QHBoxLayout()
        self.title = label(self.tr("The meeting"), "lead")
        head.addWidget(self.title)
        head.addStretch()
        for part in (self.writing.state, self.move_button, self.cancel_button, self.close_button):
            head.addWidget(part)
        self.moving = Form(
            (
                Day("day", self.tr("New day"), 4, today=bridge.today),
                Text("reason", self.tr("Why it is moved"), 8, hint=self.tr("Those who were invited will ask")),
            )
        )
        self.cancelling = Form((Text("reason", self.tr("Why it is cancelled")),))
        self.warning = label("", "wrong", wraps=True)
        self.pile = QStackedWidget()
        dress(self.pile, "plain")
        self.move_it = button(self.tr("Move the meeting"), "primary")
        self.cancel_it = button(self.tr("Cancel the meeting"), "danger")
        moving = self._sheet(self.moving, self.move_it, self.warning)
        self._sheets = (self.writing, moving, self._sheet(self.cancelling, self.cancel_it))
        for sheet in self._sheets:
            self.pile.addWidget(sheet)
        self.moves = MoveList()
        self.add(head, self.pile, self.moves)
        self.moving.edited.connect(self._on_day)
        self.close_button.clicked.connect(self.closed)
        self.move_button.clicked.connect(self._on_move)
        self.cancel_button.clicked.connect(self._on_cancel)
        self.move_it.clicked.connect(self._on_move_it)
        self.cancel_it.clicked.connect(self._on_cancel_it)
        for sheet, do_it in ((self.moving, self._on_move_it), (self.cancelling, self._on_cancel_it)):
            reason = sheet.inputs["reason"]
            assert isinstance(reason, QLineEdit)
            reason.returnPressed.connect(do_it)
        self.hide()

    def _sheet(self, form: Form, do_it: QWidget, *more: QWidget) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(form)
        for part in more:
            box.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        leave = button(self.tr("Leave it as it is"))
        leave.clicked.connect(self.show_form)
        row.addWidget(do_it)
        row.addWidget(leave)
        row.addStretch()
        box.addLayout(row)
        box.addStretch()
        return made

    @Slot()
    def show_form(self) -> None:
        """Show the fields of the meeting."""
        self._turn_to(0, self.tr("The meeting"))

    def _turn_to(self, number: int, title: str) -> None:
        """Show the fields, or one of the two sheets that ask for a reason: as high as what it shows, no higher."""
        self.title.setText(title)
        for place, sheet in enumerate(self._sheets):
            policy = QSizePolicy.Policy.Preferred if place == number else QSizePolicy.Policy.Ignored
            sheet.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self.pile.setCurrentIndex(number)
        is_free = self.meeting is not None and not self.meeting.is_closed_to_change and self._bridge.may(move_meeting)
        self.move_button.setVisible(is_free and number == 0)
        self.cancel_button.setVisible(is_free and number == 0)
        self.writing.state.setVisible(number == 0)

    def show_meeting(self, meeting: MeetingDetail) -> None:
        """Show a meeting."""
        is_first = self.meeting is None
        self.meeting = meeting
        if is_first:
            job = self._bridge.ask(people_to_name, day=meeting.day, language=language())
            job.then(self.writing.set_people)
        self.writing.show_meeting(meeting)
        self.moves.show_moves(meeting.moves)
        if self.pile.currentIndex() == 0 or meeting.is_closed_to_change:
            self.show_form()

    def keep(self) -> dict[str, Any] | None:
        """What is written and not kept yet, for the panel that takes this one's place."""
        return self.writing.hand_over() if self.is_unsaved else None

    def take_up(self, kept: dict[str, Any]) -> None:
        """Take what `keep` gave."""
        self.writing.take_over(kept)

    @property
    def is_unsaved(self) -> bool:
        """Whether something typed is not kept yet."""
        return bool(self.writing.drafts.unkept)

    def open_at(self, name: str = "") -> None:
        """Show the panel, and go to a field."""
        self.show_form()
        self.show()
        self.form.inputs.get(name, self.form.inputs["title"]).setFocus()

    def save_now(self) -> None:
        """Hand on what is being typed."""
        self.writing.leave()

    @Slot()
    def _on_move(self) -> None:
        assert self.meeting is not None
        self._on_warnings(())
        self.moving.clear_marks()
        self.moving.fill({"day": self.meeting.day, "reason": ""})
        self._turn_to(1, self.tr("Move the meeting"))
        day = self.moving.inputs["day"]
        assert isinstance(day, DayInput)
        day.setFocus()
        # The new day is written over the old one.
        day.line.selectAll()

    @Slot()
    def _on_cancel(self) -> None:
        self.cancelling.clear_marks()
        self.cancelling.fill({"reason": ""})
        self._turn_to(2, self.tr("Cancel the meeting"))
        self.cancelling.inputs["reason"].setFocus()

    @Slot(str, object)
    def _on_day(self, name: str, value: Any) -> None:
        if name == "day" and self.meeting is not None:
            job = self._bridge.ask(
                day_warnings,
                group_id=self.meeting.group_id,
                day=value,
                language=language(),
                besides=self.meeting_id,
            )
            job.then(self._on_warnings)

    @Slot(object)
    def _on_warnings(self, warnings: tuple[DayWarning, ...]) -> None:
        self.warning.setText("\n".join(self._words.said(warning) for warning in warnings))
        self.warning.setVisible(bool(warnings))

    @Slot()
    def _on_move_it(self) -> None:
        assert self.meeting is not None
        if not self.moving.can_be_read():
            return
        values = self.moving.values()
        job = self._bridge.do(
            move_meeting,
            meeting_id=self.meeting_id,
            version=self.writing.version,
            day=values["day"],
            reason=values["reason"],
        )
        job.then(self._on_moved).otherwise(self._on_not_moved)

    @Slot(object)
    def _on_moved(self, before: Any) -> None:
        self.show_form()
        self.moved.emit(before, self.moving.values()["day"])

    @Slot(object)
    def _on_not_moved(self, error: DeskError) -> None:
        self.moving.mark("reason", error.sentence(language()))

    @Slot()
    def _on_cancel_it(self) -> None:
        reason = self.cancelling.values()["reason"]
        job = self._bridge.do(cancel_meeting, meeting_id=self.meeting_id, version=self.writing.version, reason=reason)
        job.then(self._on_cancelled).otherwise(self._on_not_cancelled)

    @Slot(object)
    def _on_cancelled(self, _nothing: object) -> None:
        self.show_form()
        self.cancelled.emit()

    @Slot(object)
    def _on_not_cancelled(self, error: DeskError) -> None:
        self.cancelling.mark("reason", error.sentence(language()))
