"""A meeting: where it stands and what its next step needs, then its agenda, its people and its pack."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

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
from ui.pages.meeting.meeting_actions import MeetingActions
from ui.pages.meeting.pack_view import PackView
from ui.pages.meeting.people_view import PeopleView
from ui.pages.meeting.saving_files import FileSaver
from ui.pages.meeting.steps import StepBar
from ui.places import Place, wishes
from ui.theme import dress, px
from ui.widgets.buttons import button, icon_button
from ui.widgets.chip import Chip
from ui.widgets.labels import label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from ui.bridge import Bridge

LOW: Final = 560
UNBOUNDED: Final = 16777215
VIEWS: Final = ("agenda", "people", "pack")


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
        self.doing = MeetingActions(bridge, self)
        self.edit = icon_button("pencil-simple", self.tr("Edit the meeting"))
        self.step = button("", "primary", "envelope-simple")
        self.step.hide()
        self.more = icon_button("dots-three", self.tr("More about this meeting"))
        self.header.add(self.edit, self.step, self.more)
        self.body.setSpacing(12)
        self._details: DetailsPanel | None = None
        self._people: PeopleView | None = None
        self._pack: PackView | None = None
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
        self.views = QStackedWidget()
        dress(self.views, "plain")
        self.views.addWidget(self.agenda_view)
        self.body.addWidget(self.steps)
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
        self.agenda_view.told.connect(self.told)
        self.agenda_view.shown.connect(self._on_agenda)
        self.agenda_view.wants_save.connect(self._on_save)
        self.doing.told.connect(self.told)
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
            made.told.connect(self.told)
            made.moved.connect(self.doing.say_moved)
            made.cancelled.connect(self.doing.say_cancelled)
            made.moved.connect(self._on_details_closed)
            made.cancelled.connect(self._on_details_closed)
            made.closed.connect(self._on_details_closed)
            if self.meeting is not None:
                made.show_meeting(self.meeting)
        return self._details

    @property
    def people_view(self) -> PeopleView:
        """Who sits in the group on the meeting's day."""
        if self._people is None:
            self._people = made = PeopleView(self.bridge, self.place.id or 0, self.views)
            self.views.addWidget(made)
            made.went.connect(self.went)
            if self.meeting is not None:
                made.show_meeting(self.meeting)
        return self._people

    @property
    def pack_view(self) -> PackView:
        """The pack."""
        if self._pack is None:
            self._pack = made = PackView(self.bridge, self.place.id or 0, self.views)
            self.views.addWidget(made)
            made.told.connect(self.told)
            made.mend.connect(self.mend)
            made.wants_save.connect(self._on_save)
            if self.meeting is not None:
                made.show_closed(is_closed=self.meeting.is_closed_to_change)
        return self._pack

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
        shown = self.views.currentWidget()
        if isinstance(shown, PeopleView | PackView):
            shown.reload()

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
            "writing": self.agenda_view.pane.keep(),
            "built": self._pack.built if self._pack is not None else None,
        }

    def take_up(self, kept: dict[str, Any]) -> None:
        self.agenda_view.pane.take_up(kept["writing"])
        self._show_view(kept["view"])
        if kept["item"] is not None:
            self.agenda_view.choose(kept["item"])
        if kept["built"] is not None:
            self.pack_view.take_up(kept["built"])

    def save_now(self) -> None:
        self.agenda_view.save_now()
        if self._details is not None:
            self._details.save_now()

    def is_unsaved(self) -> bool:
        return bool(self.agenda_view.pane.unkept)

    def show_unsaved(self) -> None:
        self._show_view("agenda")
        self.agenda_view.choose(self.agenda_view.pane.unkept[0])

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
        view = self.agenda_view if key == "agenda" else self.people_view if key == "people" else self.pack_view
        self.views.setCurrentWidget(view)
        self.place = self.place.with_view(key)
        if isinstance(view, PeopleView | PackView) and not self._stale:
            view.reload()
        self._show_step()

    @Slot(object)
    def _on_meeting(self, meeting: MeetingDetail) -> None:
        self.meeting = self.doing.meeting = meeting
        title = f"{meeting.group}, {day_text(meeting.day, 'full')}"
        parts = [f"{time_text(meeting.starts)}–{time_text(meeting.ends)}", meeting.place]
        if self.steps.stepper.isHidden():
            parts.insert(0, label_text(meeting.stage))
        if meeting.kind is not MeetingKind.ORDINARY:
            parts.insert(0, label_text(meeting.kind))
        if meeting.title:
            parts.insert(0, meeting.title)
        parts.append(self.tr("%n member(s)", "", meeting.members))
        parts.append(meeting.chair and self.tr("chair {name}").format(name=meeting.chair))
        self.call_it(title, " · ".join(part for part in parts if part))
        self.steps.show_meeting(meeting)
        for part in (self._details, self._people):
            if part is not None:
                part.show_meeting(meeting)
        if self._pack is not None:
            self._pack.show_closed(is_closed=meeting.is_closed_to_change)
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
        self.step.setVisible(not (needs_pack and self.tabs.key() == "pack"))
        stops = [finding for finding in meeting.lacks if finding.stops and finding.where is not Where.PACK]
        self.step.setEnabled(not stops and self.doing.may_advance())
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
        self.doing.advance()

    @Slot()
    def _on_edit(self) -> None:
        self._open_details("")

    def _open_details(self, field: str) -> None:
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
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        meeting = self.meeting
        is_open = meeting is not None and not meeting.is_closed_to_change
        can_step_back = meeting is not None and is_open and meeting.stage is not Stage.PLANNED
        is_off = meeting is not None and meeting.is_cancelled
        for text, glyph, call, is_on in (
            (self.tr("Take the last step back"), "arrow-u-up-left", self.doing.step_back, can_step_back),
            (
                self.tr("Hold it after all"),
                "arrow-counter-clockwise",
                self.doing.revive,
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
        self.agenda_view.choose_papers()

    @Slot()
    def _on_build(self) -> None:
        self._show_view("pack")

    @Slot(str, object)
    def _on_save(self, name: str, content: bytes) -> None:
        self.files.ask(self.tr("Save as"), name, content)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self.tell(self.tr("Saved as {name}.").format(name=path.name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a low window, or with large text, the list and the texts come first.
        is_low = event.size().height() < px(LOW)
        self.steps.stepper.setVisible(not is_low)
        self.steps.setVisible(not self._is_editing and (not is_low or bool(self.steps.said())))
        self.agenda_view.clock.setMaximumHeight(0 if is_low else UNBOUNDED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_editing:
            self._on_details_closed()
        else:
            super().keyPressEvent(event)
