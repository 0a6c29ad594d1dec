"""What happened to a group, newest first: who came and went, new names, new mandates."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout

from referral_desk.queries.group import EventKind, EventRow, GroupView
from ui.language import day_text, label_text
from ui.widgets.boxes import clear_box
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.timeline import TimelineRow, TimelineStep

if TYPE_CHECKING:
    from ui.pages.group.page import GroupPage

SHOWN: Final = 8
MANY: Final = 3
BUNDLED: Final = (EventKind.JOINED, EventKind.LEFT, EventKind.SEAT_ENDED)
LOOK: Final = {
    EventKind.BEGAN: ("flag-fill", "accent"),
    EventKind.ENDED: ("archive-box-fill", "info"),
    EventKind.RENAMED: ("tag-fill", "info"),
    EventKind.MANDATE: ("article-fill", "info"),
    EventKind.JOINED: ("plus-bold", "good"),
    EventKind.LEFT: ("minus-bold", "warn"),
    EventKind.SEAT_ENDED: ("prohibit", "warn"),
}


class HistoryCard(Card):
    """A timeline; the first few events, the rest on request."""

    def __init__(self, page: GroupPage) -> None:
        super().__init__(" ", gap=8)
        self.page = page
        self.view: GroupView | None = None
        self._shows_all = False
        self.title.setText(self.tr("History"))
        self.setAccessibleName(self.tr("History"))
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        self.body.addLayout(self.rows)
        self.nothing = label(self.tr("Nothing dated is known of this group yet."), "note", wraps=True)
        self.body.addWidget(self.nothing)
        self.more = button("", "link")
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._on_more)

    def show_history(self, view: GroupView) -> None:
        """Show the events; those after the day are hollow."""
        self.view = view
        clear_box(self.rows)
        bundles = _bundles(view.events)
        shown = bundles if self._shows_all else bundles[:SHOWN]
        for place, bundle in enumerate(shown):
            step = self._bundle(bundle, is_ahead=bundle[0].day > view.day)
            self.rows.addWidget(TimelineRow(step, is_first=place == 0, is_last=place == len(shown) - 1))
        self.nothing.setVisible(not view.events)
        hidden = len(bundles) - SHOWN
        self.more.setVisible(hidden > 0)
        self.more.setText(self.tr("Show fewer") if self._shows_all else self.tr("Show %n more", "", max(hidden, 0)))

    def _bundle(self, events: list[EventRow], *, is_ahead: bool) -> TimelineStep:
        first = events[0]
        if len(events) == 1:
            return self._step(first, is_ahead=is_ahead)
        icon_name, tone = LOOK[first.kind]
        title = {
            EventKind.JOINED: self.tr("%n join", "", len(events)),
            EventKind.LEFT: self.tr("%n leave", "", len(events)),
            EventKind.SEAT_ENDED: self.tr("%n seats end", "", len(events)),
        }[first.kind]
        names = ", ".join(dict.fromkeys(event.who for event in events if event.who))
        return TimelineStep(title, names, day_text(first.day, "date"), icon_name, tone, is_ahead=is_ahead)

    def _step(self, event: EventRow, *, is_ahead: bool) -> TimelineStep:
        icon_name, tone = LOOK[event.kind]
        seat = label_text(event.seat_kind).lower() if event.seat_kind is not None else ""
        title = {
            EventKind.BEGAN: self.tr("The group begins"),
            EventKind.ENDED: self.tr("The group ends"),
            EventKind.RENAMED: self.tr("Now called {who}"),
            EventKind.MANDATE: self.tr("New mandate"),
            EventKind.JOINED: self.tr("{who} joins"),
            EventKind.LEFT: self.tr("{who} leaves"),
            EventKind.SEAT_ENDED: self.tr("A seat ends"),
        }[event.kind].format(who=event.who)
        detail = " · ".join(part for part in (seat, event.organisation) if part)
        if event.kind in (EventKind.MANDATE, EventKind.BEGAN, EventKind.ENDED, EventKind.SEAT_ENDED):
            detail = " · ".join(part for part in (event.who, seat) if part)
        return TimelineStep(
            title, detail[:1].upper() + detail[1:], day_text(event.day, "date"), icon_name, tone, is_ahead=is_ahead
        )

    @Slot()
    def _on_more(self) -> None:
        self._shows_all = not self._shows_all
        if self.view is not None:
            self.show_history(self.view)


def _bundles(events: tuple[EventRow, ...]) -> list[list[EventRow]]:
    """Events of one day and kind together where they are many: a whole group that begins is one step."""
    found: list[list[EventRow]] = []
    for _, same in groupby(events, key=lambda event: (event.day, event.kind)):
        together = list(same)
        if len(together) >= MANY and together[0].kind in BUNDLED:
            found.append(together)
        else:
            found += [[event] for event in together]
    return found
