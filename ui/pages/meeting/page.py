"""A meeting: where it stands and what its next step needs, then its agenda, its people and its pack."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from referral_desk.operations.meetings import (
    When,
    advance_meeting,
    put_meeting_back,
    revive_meeting,
    step_meeting_back,
)
from referral_desk.queries.agenda import AgendaRow
from referral_desk.queries.meeting import Finding, MeetingDetail, Where, meeting_detail
from referral_desk.vocabulary import MeetingKind, Stage
from ui.commands import Command
from ui.icons import icon
from ui.language import day_text, label_text, language, time_text
from ui.page import Page
from ui.pages.meeting.agenda_view import AgendaView
from ui.pages.meeting.agenda_words import AgendaWords
from ui.pages.meeting.details import DetailsPanel
from ui.pages.meeting.pack_view import PackView
from ui.pages.meeting.people_view import PeopleView
from ui.pages.meeting.saving_files import FileSaver
from ui.pages.meeting.steps import StepBar
from ui.places import Place, wishes
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip import Chip
from ui.widgets.labels import label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from ui.bridge import Bridge

VIEWS = ("agenda", "people", "pack")


class MeetingPage(Page):
    """One meeting."""

    areas: ClassVar[frozenset[str]] = frozenset({"meetings", "agenda", "papers", "packs", "seats", "people", "groups"})
    scrolls: ClassVar[bool] = False

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.meeting: MeetingDetail | None = None
        self.agenda: AgendaRow | None = None
        meeting_id = place.id or 0
        self._words = AgendaWords(self)
        self.edit = button(self.tr("Edit the meeting"), "", "pencil-simple")
        self.step = button("", "primary")
        self.step.hide()
        self.more = icon_button("dots-three", self.tr("More about this meeting"))
        self.header.add(self.edit, self.step, self.more)
        self.body.setSpacing(12)
        self.details = DetailsPanel(bridge, meeting_id)
        self.steps = StepBar()
        self.tabs = Segments(
            (("agenda", self.tr("Agenda")), ("people", self.tr("People")), ("pack", self.tr("Pack"))),
            self.tr("Views of the meeting"),
        )
        self.bad = Chip()
        self.bad.hide()
        self.time = label("", "note")
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.tabs, 1)
        across.addWidget(self.bad)
        across.addWidget(self.time)
        self.agenda_view = AgendaView(bridge, meeting_id)
        self.people_view = PeopleView(bridge, meeting_id)
        self.pack_view = PackView(bridge, meeting_id)
        self.views = QStackedWidget()
        for view in (self.agenda_view, self.people_view, self.pack_view):
            self.views.addWidget(view)
        for part in (self.details, self.steps):
            self.body.addWidget(part)
        self.body.addLayout(across)
        self.body.addWidget(self.views, 1)
        self.files = FileSaver(bridge, self)
        self._connect()
        self._show_view(place.view or "agenda")

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._show_view)
        self.steps.mend.connect(self.mend)
        self.step.clicked.connect(self._on_step)
        self.edit.clicked.connect(self._on_edit)
        self.more.clicked.connect(self._on_more)
        self.details.told.connect(self.told)
        self.details.moved.connect(self._on_moved)
        self.details.cancelled.connect(self._on_cancelled)
        self.details.closed.connect(self._on_details_closed)
        self.agenda_view.told.connect(self.told)
        self.agenda_view.shown.connect(self._on_agenda)
        self.agenda_view.wants_save.connect(self._on_save)
        self.people_view.went.connect(self.went)
        self.pack_view.told.connect(self.told)
        self.pack_view.mend.connect(self.mend)
        self.pack_view.wants_save.connect(self._on_save)
        self.files.saved.connect(self._on_saved)

    def title(self) -> str:
        return day_text(self.meeting.day, "date") if self.meeting is not None else ""

    def trail(self) -> list[tuple[str, Place]]:
        trail = [(self.tr("Meetings"), Place("meetings"))]
        if self.meeting is not None:
            where = Place("meetings", wishes=wishes(group=self.meeting.group_id, year=self.meeting.year))
            trail.append((self.meeting.group, where))
        return trail

    def reload(self) -> None:
        self.bridge.ask(meeting_detail, meeting_id=self.place.id or 0, language=language()).then(self._on_meeting)
        self.agenda_view.reload()
        self.people_view.reload()
        if self.views.currentWidget() is self.pack_view:
            self.pack_view.reload()

    def turn_to(self, place: Place) -> None:
        super().turn_to(place)
        if place.view:
            self._show_view(place.view)
        if item := place.wish("item"):
            self.agenda_view.choose(int(item))

    def keep(self) -> dict[str, Any]:
        return {
            "view": self.tabs.key(),
            "item": self.agenda_view.list.chosen_id(),
            "built": self.pack_view.built,
        }

    def take_up(self, kept: dict[str, Any]) -> None:
        self._show_view(kept["view"])
        if kept["item"] is not None:
            self.agenda_view.choose(kept["item"])
        self.pack_view.take_up(kept["built"])

    def save_now(self) -> None:
        self.agenda_view.save_now()
        self.details.save_now()

    def commands(self) -> list[Command]:
        return [
            Command("meeting/add", self.tr("Add an item"), "plus", self._on_add, "Ctrl+N"),
            Command("meeting/papers", self.tr("Add papers"), "paperclip", self._on_add_papers, "Ctrl+O"),
            Command("meeting/pack", self.tr("Build the pack"), "file-pdf", self._on_build),
            Command("meeting/edit", self.tr("Edit the meeting"), "pencil-simple", self._on_edit),
        ]

    @Slot(object)
    def mend(self, finding: Finding) -> None:
        """Open the place where a finding is mended."""
        match finding.where:
            case Where.MEETING:
                self._open_details(finding.field_name)
            case Where.PEOPLE:
                self._show_view("people")
            case Where.PACK:
                self._show_view("pack")
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
        self.views.setCurrentIndex(VIEWS.index(key))
        view = self.views.currentWidget()
        self.place = self.place.with_view(key)
        if view is self.pack_view and not self._stale:
            self.pack_view.reload()
        self._show_step()

    @Slot(object)
    def _on_meeting(self, meeting: MeetingDetail) -> None:
        self.meeting = meeting
        title = f"{meeting.group}, {day_text(meeting.day, 'full')}"
        parts = [f"{time_text(meeting.starts)}–{time_text(meeting.ends)}", meeting.place]
        if meeting.kind is not MeetingKind.ORDINARY:
            parts.insert(0, label_text(meeting.kind))
        if meeting.title:
            parts.insert(0, meeting.title)
        parts.append(self.tr("%n member(s)", "", meeting.members))
        parts.append(meeting.chair and self.tr("chair {name}").format(name=meeting.chair))
        self.call_it(title, " · ".join(part for part in parts if part))
        self.steps.show_meeting(meeting)
        self.details.show_meeting(meeting)
        self.people_view.show_meeting(meeting)
        self.pack_view.show_closed(is_closed=meeting.is_closed_to_change)
        self.tabs.set_word("people", self.tr("People ({count})").format(count=meeting.members))
        self.bad.setVisible(meeting.bad_papers > 0)
        self.bad.show_chip(self.tr("%n paper(s) cannot be used", "", meeting.bad_papers), "late")
        self._show_step()

    def _show_step(self) -> None:
        meeting = self.meeting
        if meeting is None or meeting.next_stage is None:
            self.step.hide()
            return
        words = {
            Stage.INVITED: (self.tr("Mark as invited"), "envelope-simple"),
            Stage.AGENDA_SENT: (self.tr("Mark the agenda as sent"), "paper-plane-tilt"),
        }
        text, icon_name = words[meeting.next_stage]
        needs_pack = meeting.next_stage is Stage.AGENDA_SENT and not meeting.issues
        if needs_pack:
            text, icon_name = self.tr("Make the pack"), "file-pdf"
        self.step.setText(text)
        self.step.setIcon(icon(icon_name, "on_accent"))
        # On the pack's own view its button is the one to press.
        self.step.setVisible(not (needs_pack and self.views.currentWidget() is self.pack_view))
        stops = [finding for finding in meeting.lacks if finding.stops and finding.where is not Where.PACK]
        self.step.setEnabled(not stops and self.bridge.may(advance_meeting))
        self.step.setToolTip(stops[0].sentence(language()) if stops else "")

    @Slot(object)
    def _on_agenda(self, row: AgendaRow) -> None:
        self.agenda = row
        self.time.setText(self._words.planned(row))

    @Slot()
    def _on_step(self) -> None:
        meeting = self.meeting
        if meeting is None:
            return
        if meeting.next_stage is Stage.AGENDA_SENT and not meeting.issues:
            self._show_view("pack")
            return
        job = self.bridge.do(advance_meeting, meeting_id=meeting.id, version=meeting.version)
        job.then(self._on_advanced)

    @Slot(object)
    def _on_advanced(self, stage: Stage) -> None:
        said = self.tr("The meeting is now: {stage}.").format(stage=label_text(stage).lower())
        self.tell(said, "good", action=self.tr("Undo"), call=self._on_step_back)

    @Slot()
    def _on_step_back(self) -> None:
        if self.meeting is not None:
            self.bridge.do(step_meeting_back, meeting_id=self.meeting.id, version=self.meeting.version)

    @Slot()
    def _on_edit(self) -> None:
        self._open_details("")

    def _open_details(self, field: str) -> None:
        if self.details.isVisible() and not field:
            self._on_details_closed()
        else:
            self.steps.hide()
            self.details.open_at(field)

    @Slot()
    def _on_details_closed(self) -> None:
        self.details.save_now()
        self.details.hide()
        self.steps.show()

    def _on_moved(self, before: When, day: dt.date) -> None:
        said = self.tr("The meeting was moved to {day}.").format(day=day_text(day, "full"))
        self.tell(said, "good", action=self.tr("Undo"), call=functools.partial(self._put_back, before))
        self._on_details_closed()

    def _put_back(self, before: When) -> None:
        if self.meeting is not None:
            self.bridge.do(put_meeting_back, meeting_id=self.meeting.id, version=self.meeting.version, before=before)

    @Slot()
    def _on_cancelled(self) -> None:
        self.tell(self.tr("The meeting is cancelled."), "info", action=self.tr("Undo"), call=self._on_revive)
        self._on_details_closed()

    @Slot()
    def _on_revive(self) -> None:
        if self.meeting is not None:
            self.bridge.do(revive_meeting, meeting_id=self.meeting.id, version=self.meeting.version)

    @Slot()
    def _on_more(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """What one can do with the meeting beside its next step."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        meeting = self.meeting
        is_open = meeting is not None and not meeting.is_closed_to_change
        can_step_back = meeting is not None and is_open and meeting.stage is not Stage.PLANNED
        is_off = meeting is not None and meeting.is_cancelled
        for text, glyph, call, is_on in (
            (self.tr("Take the last step back"), "arrow-u-up-left", self._on_step_back, can_step_back),
            (
                self.tr("Hold it after all"),
                "arrow-counter-clockwise",
                self._on_revive,
                is_off,
            ),
            (self.tr("Open the group"), "users-three", self._on_group, meeting is not None),
        ):
            made = QAction(icon(glyph), text, menu)
            made.setEnabled(is_on)
            made.triggered.connect(call)
            menu.addAction(made)
        return menu

    @Slot()
    def _on_group(self) -> None:
        if self.meeting is not None:
            self.go(Place("group", self.meeting.group_id))

    @Slot()
    def _on_add(self) -> None:
        self._show_view("agenda")
        self.agenda_view.add_item()

    @Slot()
    def _on_add_papers(self) -> None:
        self._show_view("agenda")
        self.agenda_view.papers.choose_files()

    @Slot()
    def _on_build(self) -> None:
        self._show_view("pack")

    @Slot(str, object)
    def _on_save(self, name: str, content: bytes) -> None:
        self.files.ask(self.tr("Save as"), name, content)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.tell(self.tr("Saved as {name}.").format(name=path.name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.details.isVisible():
            self._on_details_closed()
        else:
            super().keyPressEvent(event)
