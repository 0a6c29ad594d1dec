"""A meeting: where it stands and what its next step needs, then its agenda, people, minutes and pack."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from referral_desk.queries.agenda import AgendaRow
from referral_desk.queries.meeting import Finding, MeetingDetail, Where, meeting_detail
from referral_desk.texts import say
from referral_desk.vocabulary import MeetingKind
from ui.commands import Command
from ui.doing import UndoPage
from ui.icons import icon
from ui.language import day_text, label_text, language, time_text
from ui.pages.meeting.agenda_words import AgendaWords
from ui.pages.meeting.deadline_line import DeadlineLine
from ui.pages.meeting.details import DetailsPanel
from ui.pages.meeting.meeting_actions import MeetingActions
from ui.pages.meeting.meeting_menu import MeetingMenu
from ui.pages.meeting.steps import StepBar, StepWords
from ui.pages.meeting.views import VIEWS, MeetingViews
from ui.places import Place, wishes
from ui.saving_files import FileSaver
from ui.theme import px
from ui.widgets.beside import Beside
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip import Chip
from ui.widgets.labels import label
from ui.widgets.plain_words import plain_tip
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.pages.meeting.agenda_view import AgendaView
    from ui.pages.meeting.course_view import CourseView

LOW, LOW_FOR_WRITING = 560, 800
LEAST: Final = 340
"""How low a view may be; in a lower window the page scrolls."""
UNBOUNDED: Final = 16777215


class MeetingPage(UndoPage):
    """One meeting."""

    areas: ClassVar[frozenset[str]] = frozenset(
        {"meetings", "agenda", "papers", "packs", "seats", "people", "groups", "minutes", "attendance", "actions"}
        | {"kept_finds"}
    )

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.meeting: MeetingDetail | None = None
        self.agenda: AgendaRow | None = None
        meeting_id = place.id or 0
        self._words = AgendaWords(self)
        self._step_words = StepWords(self)
        self.doing = MeetingActions(self)
        self.edit = icon_button("pencil-simple", self.tr("Edit the meeting"))
        self.step = button("", "primary", "envelope-simple")
        self.step.hide()
        self.more = icon_button("dots-three", self.tr("More about this meeting"))
        self.header.add(self.edit, self.step, self.more)
        self.body.setSpacing(12)
        self._details: DetailsPanel | None = None
        self.steps = StepBar()
        self.tabs = Segments(
            (
                ("agenda", self.tr("Agenda")),
                ("invite", self.tr("Invitation")),
                ("people", self.tr("People")),
                ("minutes", say("Minutes", language())),
                ("pack", self.tr("Pack")),
            ),
            self.tr("Views of the meeting"),
        )
        self.bad = Chip()
        self.bad.hide()
        self.time = label("", "note")
        self.aside = QWidget()
        aside = QHBoxLayout(self.aside)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(12)
        aside.addWidget(self.bad)
        aside.addWidget(self.time)
        self.views = MeetingViews(self, meeting_id)
        self.views.setMinimumHeight(px(LEAST))
        self.deadlines = DeadlineLine(bridge, meeting_id)
        self.body.addWidget(self.steps)
        self.body.addWidget(self.deadlines)
        self.body.addWidget(Beside(self.tabs, self.aside, gap=12, apart=True))
        self.body.addWidget(self.views, 1)
        self.files = FileSaver(bridge, self)
        self._connect()
        self._show_view(place.view or "agenda")
        if place.view:
            self.views.follow(place)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._show_view)
        self.steps.mend.connect(self.mend)
        self.steps.wants_all.connect(self._on_missing)
        self.steps.wants_moves.connect(self._on_edit)
        self.step.clicked.connect(self._on_step)
        self.edit.clicked.connect(self._on_edit)
        self.more.clicked.connect(self._on_more)
        self.agenda_view.shown.connect(self._on_agenda)
        self.views.told.connect(self.told)
        self.views.went.connect(self.went)
        self.views.mend.connect(self.mend)
        self.views.wants_save.connect(self._on_save)
        self.views.started.connect(self.doing.hold)
        self.views.opened.connect(self._show_step)
        self.views.wanted.connect(self._show_view)
        self.doing.told.connect(self.told)
        self.doing.held.connect(self._on_held)
        self.files.saved.connect(self._on_saved)
        # From everywhere on the page: one arrives with the focus on the page itself.
        for keys, call in (("Ctrl+N", self._on_add), ("Ctrl+O", self._on_add_papers)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)

    # What is not in sight at first is built when it is asked for: the page opens at once.

    @property
    def details(self) -> DetailsPanel:
        """The meeting's own fields."""
        if self._details is None:
            self._details = made = DetailsPanel(self.bridge, self.place.id or 0, self)
            self.body.insertWidget(1, made)
            made.moved.connect(self.doing.say_moved)
            made.cancelled.connect(self.doing.say_cancelled)
            for over in (made.moved, made.cancelled, made.closed):
                over.connect(self._on_details_closed)
            if self.meeting is not None:
                made.show_meeting(self.meeting)
        return self._details

    @property
    def agenda_view(self) -> AgendaView:
        """The agenda."""
        return self.views.agenda

    @property
    def course_view(self) -> CourseView:
        """The minutes."""
        return self.views.minutes

    def title(self) -> str:
        return day_text(self.meeting.day, "date") if self.meeting is not None else ""

    def trail(self) -> list[tuple[str, Place]]:
        trail = [(self.tr("Meetings"), Place("meetings"))]
        if self.meeting is not None:
            where = Place("meetings", wishes=wishes(group=self.meeting.group_id, year=self.meeting.year))
            trail.append((self.meeting.group, where))
        return trail

    def reload(self) -> None:
        job = self.bridge.ask(
            meeting_detail, meeting_id=self.place.id or 0, language=language(), today=self.bridge.today
        )
        job.then(self._on_meeting)
        self.deadlines.reload()
        self.views.reload()

    def turn_to(self, place: Place) -> None:
        super().turn_to(place)
        if place.view:
            self._show_view(place.view)
        self.views.follow(self.place.with_view(self.tabs.key()))

    def keep(self) -> dict[str, Any]:
        return {"view": self.tabs.key(), "views": self.views.keep(), "head": self._details and self._details.keep()}

    def take_up(self, kept: dict[str, Any]) -> None:
        self.views.take_up(kept["views"])
        self._show_view(kept["view"])
        if kept["head"] is not None:
            self.details.take_up(kept["head"])
            self._open_details("title")

    def save_now(self) -> None:
        self.views.save_now()
        if self._details is not None:
            self._details.save_now()

    def is_unsaved(self) -> bool:
        return bool(self.views.unsaved()) or (self._details is not None and self._details.is_unsaved)

    def show_unsaved(self) -> None:
        key = self.views.unsaved()
        self._show_view(key) if key else self._open_details("title")
        if key == "agenda":
            self.agenda_view.show_unsaved()

    def commands(self) -> list[Command]:
        return [
            Command("meeting/add", self.tr("Add an item"), "plus", self._on_add, "Ctrl+N"),
            Command("meeting/papers", self.tr("Add papers"), "paperclip", self._on_add_papers, "Ctrl+O"),
            Command("meeting/pack", self.tr("Build the pack"), "file-pdf", self._on_pack),
            Command("meeting/edit", self.tr("Edit the meeting"), "pencil-simple", self._on_edit),
            *self._step_command(),
            *self.doing.documents.commands(self.meeting),
        ]

    def _step_command(self) -> list[Command]:
        step = self._step_words.step(self.meeting, self.bridge.today) if self.meeting is not None else None
        if step is None or not step.is_on or not self.doing.may_advance():
            return []
        return [Command("meeting/step", step.text, step.icon, self._on_step)]

    @Slot(object)
    def mend(self, finding: Finding) -> None:
        """Open the place where a finding is mended."""
        match finding.where:
            case Where.MEETING:
                self._open_details(finding.field_name)
            case Where.PEOPLE | Where.PACK:
                self._show_view(finding.where.value)
            case Where.MINUTES | Where.ENTRY | Where.COMMENT:
                self._show_view("minutes")
                self.course_view.mend_here(finding)
            case Where.ITEM if finding.field_name in {"outcome", "approves"}:
                self._show_view("minutes")
                self.course_view.mend_here(finding)
            case Where.ITEM if finding.field_name == "escalation":
                self.went.emit(Place("case", int(str(finding.values["case_id"]))))
            case _:
                self._show_view("agenda")
                if finding.item_id is not None:
                    field = "title" if finding.field_name.startswith("paper ") else finding.field_name
                    self.agenda_view.choose(finding.item_id, field, finding.paper_id)

    @Slot(str)
    def _show_view(self, key: str) -> None:
        if key not in VIEWS:
            return
        if self.tabs.key() != key:
            self.tabs.choose(key)
            return
        self.agenda_view.save_now()
        view = self.views.view(key)
        self.views.setCurrentWidget(view)
        self.place = self.place.with_view(key)
        if view is not self.agenda_view and not self._stale:
            view.reload()
        self._show_step()

    @Slot(object)
    def _on_meeting(self, meeting: MeetingDetail) -> None:
        self.meeting = self.doing.meeting = meeting
        title = f"{meeting.group}, {day_text(meeting.day, 'full')}"
        kind = "" if meeting.kind is MeetingKind.ORDINARY else label_text(meeting.kind)
        stage = label_text(meeting.stage) if self.steps.stepper.isHidden() else ""
        hours = f"{time_text(meeting.starts)}–{time_text(meeting.ends)}"
        parts = [meeting.title, kind, stage, hours, meeting.place]
        chair = meeting.chair and self.tr("chair {name}").format(name=meeting.chair)
        parts += [self.tr("%n member(s)", "", meeting.members), chair]
        self.call_it(title, " · ".join(part for part in parts if part))
        self.steps.show_meeting(meeting)
        if self._details is not None:
            self._details.show_meeting(meeting)
        self.views.show_meeting(meeting)
        self.tabs.set_word("people", self.tr("People ({count})").format(count=meeting.members))
        self.bad.setVisible(meeting.bad_papers > 0)
        self.bad.show_chip(self.tr("%n paper(s) cannot be used", "", meeting.bad_papers), "late")
        self._show_step()

    @Slot()
    def _show_step(self) -> None:
        meeting = self.meeting
        step = self._step_words.step(meeting, self.bridge.today) if meeting is not None else None
        is_writing = self.tabs.key() == "minutes"
        self._fit()
        self.time.setVisible(self.tabs.key() == "agenda")
        self.aside.setVisible(not (self.time.isHidden() and self.bad.isHidden()))
        self.steps.be_brief(is_brief=is_writing, is_mute=self._is_over)
        # Over the minutes their own line tells the dates.
        self.deadlines.fold(is_folded=is_writing)
        if step is None:
            self.step.hide()
            return
        self.step.setText(step.text)
        self.step.setIcon(icon(step.icon, "on_accent"))
        # What is open over the minutes has a button of its own.
        self.step.setVisible(self.tabs.key() != step.own and not self._is_over)
        self.step.setEnabled(step.is_on and self.doing.may_advance())
        self.step.setToolTip(plain_tip(step.tip))

    @property
    def _is_over(self) -> bool:
        """Whether something is open over the minutes in sight."""
        return self.tabs.key() == "minutes" and self.course_view.over is not None

    @Slot(object)
    def _on_agenda(self, row: AgendaRow) -> None:
        self.agenda = row
        self.time.setText(self._words.planned(row))

    @Slot()
    def _on_step(self) -> None:
        meeting = self.meeting
        step = self._step_words.step(meeting, self.bridge.today) if meeting is not None else None
        if step is None:
            return
        if not step.view:
            self.save_now()
            self.doing.advance()
            return
        self._show_view(step.view)
        if step.part:
            self.course_view.open(step.part)

    @Slot()
    def _on_missing(self) -> None:
        self._show_view("minutes")
        self.course_view.open("closing")

    @Slot()
    def _on_held(self) -> None:
        self._show_view("minutes")

    @Slot()
    def _on_edit(self) -> None:
        self._open_details()

    def _open_details(self, field: str = "") -> None:
        if self._is_editing and not field:
            self._on_details_closed()
        else:
            self.steps.hide()
            self.details.open_at(field)

    @property
    def _is_editing(self) -> bool:
        return self._details is not None and self._details.isVisible()

    @Slot()
    def _on_details_closed(self) -> None:
        self.details.save_now()
        self.details.hide()
        self.steps.show()
        self.edit.setFocus()

    @Slot()
    def _on_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """What one can do with the meeting beside its next step."""
        made = MeetingMenu(self.meeting, self.doing, self)
        made.went.connect(self.went)
        return made

    @Slot()
    def _on_add(self) -> None:
        self._show_view("agenda")
        self.agenda_view.add_item()

    @Slot()
    def _on_add_papers(self) -> None:
        self._show_view("agenda")
        self.agenda_view.choose_papers()

    @Slot()
    def _on_pack(self) -> None:
        self._show_view("pack")

    @Slot(str, object)
    def _on_save(self, name: str, content: bytes) -> None:
        self.files.ask(self.tr("Save as"), name, content)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.tell(self.tr("Saved as {name}.").format(name=path.name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # In a low window, or with large text, the list and the texts come first; whoever writes needs most.
        is_low = self.height() < px(LOW_FOR_WRITING if self.tabs.key() == "minutes" else LOW)
        self.steps.stepper.setVisible(not is_low)
        self.steps.setVisible(not self._is_editing and (not is_low or bool(self.steps.said())))
        self.agenda_view.clock.setMaximumHeight(0 if is_low else UNBOUNDED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_editing:
            self._on_details_closed()
        else:
            super().keyPressEvent(event)
