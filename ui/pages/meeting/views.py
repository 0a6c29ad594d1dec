"""The views of a meeting, each built when it is first asked for: agenda, invitation, people, minutes, pack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from referral_desk.vocabulary import Stage
from ui.pages.meeting.agenda_view import AgendaView
from ui.theme import dress

if TYPE_CHECKING:
    from referral_desk.queries.meeting import MeetingDetail
    from referral_desk.queries.minutes import ItemState
    from ui.doing import UndoPage
    from ui.pages.meeting.course_agenda import AgendaOutcome
    from ui.pages.meeting.course_view import CourseView
    from ui.pages.meeting.pack_view import PackView
    from ui.pages.meeting.people_view import PeopleView
    from ui.places import Place

VIEWS: Final = ("agenda", "invite", "people", "minutes", "pack")


class MeetingViews(QStackedWidget):
    """Hands on what its views tell. What is not in sight at first is built late: the page opens at once."""

    told = Signal(object)
    went = Signal(object)
    mend = Signal(object)
    wants_save = Signal(str, object)
    started = Signal()
    opened = Signal()
    wanted = Signal(str)
    """Another view should be shown."""

    def __init__(self, page: UndoPage, meeting_id: int) -> None:
        super().__init__()
        self._page, self._meeting_id = page, meeting_id
        self._meeting: MeetingDetail | None = None
        self._outcome: AgendaOutcome | None = None
        dress(self, "plain")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.agenda = AgendaView(page.bridge, meeting_id)
        self._built: dict[str, Any] = {"agenda": self.agenda}
        self._take("agenda", self.agenda)

    def built(self, key: str) -> Any:
        """A view if it was asked for before."""
        return self._built.get(key)

    def view(self, key: str) -> Any:
        """A view by its key; it knows the meeting."""
        if key not in self._built:
            made = self._build(key)
            self._built[key] = made
            self._take(key, made)
            if self._meeting is not None:
                _show(made, self._meeting)
        return self._built[key]

    @property
    def people(self) -> PeopleView:
        """Who is asked and who came."""
        made: PeopleView = self.view("people")
        return made

    @property
    def minutes(self) -> CourseView:
        """The minutes and their course."""
        made: CourseView = self.view("minutes")
        return made

    @property
    def pack(self) -> PackView:
        """The pack."""
        made: PackView = self.view("pack")
        return made

    def show_meeting(self, meeting: MeetingDetail) -> None:
        """Show a meeting in every view that is there."""
        self._meeting = meeting
        for made in self._built.values():
            _show(made, meeting)
        if meeting.stage.step >= Stage.HELD.step and not meeting.is_cancelled:
            self._show_outcomes()

    def _show_outcomes(self) -> None:
        """The agenda of a held meeting tells what became of each item."""
        if self._outcome is None:
            from ui.pages.meeting.course_agenda import AgendaOutcome  # noqa: PLC0415 - most meetings are to come

            self._outcome = AgendaOutcome(self._page, self.agenda)
            self._outcome.approves.connect(self._on_approves)
        self._outcome.reload()

    def _on_approves(self, item: ItemState) -> None:
        self.wanted.emit("minutes")
        self.minutes.approve_earlier(item)

    def reload(self) -> None:
        """Load the agenda, whose length the page shows, and what is in sight."""
        self.agenda.reload()
        shown: Any = self.currentWidget()
        if shown is not self.agenda:
            shown.reload()

    def follow(self, place: Place) -> None:
        """Open what a link asks for in its view: an item, an entry, a comment, or a part such as "closing"."""
        item, entry = place.wish("item"), place.wish("entry")
        if place.view != "minutes":
            if item:
                self.agenda.choose(int(item))
        elif comment := place.wish("comment"):
            self.minutes.show_comment(int(comment))
        elif item:
            self.minutes.show_entry(int(item), int(entry or 0))
        elif part := place.wish("part"):
            self.minutes.show_part(part)

    def keep(self) -> dict[str, Any]:
        """What must survive building the page anew, by view."""
        return {key: made.keep() for key, made in self._built.items() if hasattr(made, "keep")}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Take what `keep` gave."""
        for key, what in kept.items():
            self.view(key).take_up(what)

    def save_now(self) -> None:
        """Keep what is being typed, wherever."""
        for made in self._built.values():
            if hasattr(made, "save_now"):
                made.save_now()

    def unsaved(self) -> str:
        """The key of a view in which something typed is not kept yet, or nothing."""
        return next((key for key, made in self._built.items() if hasattr(made, "is_unsaved") and made.is_unsaved()), "")

    def hasHeightForWidth(self) -> bool:
        # A view takes the height that there is, and scrolls in it.
        return False

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def _build(self, key: str) -> QWidget:
        match key:
            case "invite":
                from ui.pages.meeting.invite_view import InviteView  # noqa: PLC0415 - loaded when it is asked for

                return InviteView(self._page.bridge, self._meeting_id, self)
            case "people":
                from ui.pages.meeting.people_view import PeopleView  # noqa: PLC0415 - same

                return PeopleView(self._page.bridge, self._meeting_id, self)
            case "minutes":
                from ui.pages.meeting.course_view import CourseView  # noqa: PLC0415 - same

                return CourseView(self._page, self._meeting_id, self)
            case _:
                from ui.pages.meeting.pack_view import PackView  # noqa: PLC0415 - same

                return PackView(self._page.bridge, self._meeting_id, self)

    def _take(self, key: str, made: QWidget) -> None:
        self.addWidget(made)
        for name in ("told", "went", "mend", "wants_save", "started", "opened"):
            if hasattr(made, name) and (key, name) != ("agenda", "opened"):
                getattr(made, name).connect(getattr(self, name))


def _show(view: Any, meeting: MeetingDetail) -> None:
    if hasattr(view, "show_meeting"):
        view.show_meeting(meeting)
