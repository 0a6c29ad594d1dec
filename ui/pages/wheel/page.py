"""The year wheel: all groups, one year; what is missing is proposed, everything can be dragged, conflicts are told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from referral_desk.operations.wheel import explain_empty_quarter
from referral_desk.operations.wheel_plans import Choice, accept_plan, drag_meeting
from referral_desk.queries.wheel import wheel
from referral_desk.wheel.year import Slot as PlanSlot
from ui.commands import Command
from ui.language import day_text, language
from ui.messages import announce
from ui.pages.wheel.frame import WheelFrame
from ui.pages.wheel.state import EmptyKey, PlanState, propose_beside
from ui.places import Place, wishes
from ui.widgets.year_wheel_rows import DayLook

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from referral_desk.queries.wheel_rows import WheelRow
    from referral_desk.wheel.propose import Proposal
    from ui.bridge import Bridge


class WheelPage(WheelFrame):
    """The wheel above, what is chosen or set below it."""

    def __init__(self, bridge: Bridge, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(bridge, place, parent)
        self.year = int(place.wish("year", "0")) or self._first_year()
        self._years: dict[int, PlanState] = {}
        self.state = self._state_of(self.year)
        self._asked = 0
        self._wanted: Hashable | None = None
        self._to_explain: Hashable | None = None
        self.wheel.look_at = self._look_at
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self.release.clicked.connect(self._on_release_all)
        self.listed.clicked.connect(self._on_list)
        self.accept.clicked.connect(self._on_accept_all)
        self.empty.started.connect(self._on_groups)
        self._connect_wheel()
        self._say_title()
        self._wish_for(place)

    def _wish_for(self, place: Place) -> None:
        """An empty quarter that a link leads to: its reason is to be written."""
        group, quarter = int(place.wish("group", "0")), int(place.wish("quarter", "0"))
        if group and quarter:
            self._wanted = self._to_explain = EmptyKey(group, quarter)
            self.tabs.choose("chosen")

    def _first_year(self) -> int:
        """From October on one plans the year to come."""
        today = self.bridge.today
        return today.year + (today.month >= 10)  # noqa: PLR2004 - October

    def _state_of(self, year: int) -> PlanState:
        """The plan of a year: what was set by hand in it waits while another year is looked at."""
        return self._years.setdefault(year, PlanState())

    def _connect_wheel(self) -> None:
        self.wheel.chosen.connect(self._on_chosen)
        self.wheel.opened.connect(self._on_opened)
        self.wheel.lifted.connect(self._on_lifted)
        self.wheel.dropped.connect(self._on_dropped)
        self.wheel.lane_chosen.connect(self._on_lane)
        self.chosen.accepted.connect(self._accept)
        self.chosen.accepted_group.connect(self._on_accept_group)
        self.chosen.let_go.connect(self._on_let_go)
        self.chosen.placed.connect(self._on_placed)
        self.chosen.moved.connect(self._on_moved)
        self.chosen.put_back.connect(self._on_put_back)
        self.chosen.opened.connect(self._on_open_meeting)
        self.chosen.explained.connect(self._on_explained)
        self.findings.chosen.connect(self._on_finding)
        self.wishes.group_opened.connect(self._on_open_group)

    # What the desk tells

    def reload(self) -> None:
        job = self.bridge.ask(wheel, year=self.year, today=self.bridge.today, language=language())
        job.then(self._on_row)

    def turn_to(self, place: Place) -> None:
        if year := int(place.wish("year", "0")):
            self._turn_year(year - self.year)
        self._wish_for(place)
        super().turn_to(place)

    def trail(self) -> list[tuple[str, Place]]:
        return [(self.tr("Meetings"), Place("meetings"))]

    def keep(self) -> dict[str, Any]:
        kept = {year: state.keep() for year, state in self._years.items() if state.is_begun}
        return {"year": self.year, "tab": self.tabs.key(), "key": self.wheel.current_key(), "years": kept}

    def take_up(self, kept: dict[str, Any]) -> None:
        self.year, self._wanted = kept["year"], kept["key"]
        for year, begun in kept["years"].items():
            self._state_of(year).take_up(begun)
        self.state = self._state_of(self.year)
        self.tabs.choose(kept["tab"])

    def is_unsaved(self) -> bool:
        return any(state.is_begun for state in self._years.values())

    def show_unsaved(self) -> None:
        begun = next(year for year, state in self._years.items() if state.is_begun)
        self._turn_year(begun - self.year)

    def commands(self) -> list[Command]:
        return [
            Command("wheel/accept", self.tr("Accept all proposed meetings"), "checks", self._on_accept_all),
            Command("wheel/anew", self.tr("Propose all meetings anew"), "sparkle", self._on_release_all),
            Command("wheel/closed", self.tr("Change closed days"), "buildings", self._on_closed_days),
        ]

    @Slot(object)
    def _on_row(self, row: WheelRow) -> None:
        if row.year != self.year:
            return
        self.state.take(row)
        self.wheel.setVisible(bool(row.plan.bodies))
        self.empty.setVisible(not row.plan.bodies)
        self.wishes.show_row(row)
        self.closings.show_row(row)
        self.rules.show_row(row)
        self._show()
        if self._to_explain is not None:
            if self.state.empty(self._to_explain) is not None:
                QTimer.singleShot(0, self.chosen, self.chosen.begin_reason)
            self._to_explain = None
        self._propose()

    def _propose(self) -> None:
        """Ask for proposals beside what stands and what was set by hand; on a thread, for the window goes on."""
        self._asked += 1
        plan, pinned = self.state.to_propose()
        number = self._asked

        def taken(proposal: Proposal) -> None:
            if number == self._asked:
                self.state.take_proposal(proposal)
                self._show()

        self._taken = taken
        self.bridge.run(propose_beside, plan, pinned).then(self._on_proposal)

    @Slot(object)
    def _on_proposal(self, proposal: Proposal) -> None:
        self._taken(proposal)

    def _show(self) -> None:
        row = self.state.row
        if row is None:
            return
        key = self._wanted if self._wanted is not None else self.wheel.current_key()
        self.wheel.show_scene(self.maker.scene(self.state, self.bridge.today))
        if self._wanted is not None:
            self.wheel.choose(self._wanted)
            self._wanted = None
        self.chosen.show_key(key if self.wheel.chips.row_of(key) >= 0 else None, self.state)
        count = self.findings.show_state(self.state)
        word = self.tr("To look at")
        self.tabs.set_word("findings", f"{word} {count}" if count else word)
        good = self._acceptable()
        self.accept.setText(self.tr("Accept %n proposal(s)", "", len(good)))
        self.accept.setVisible(bool(good))
        self.accept.setEnabled(self.bridge.may(accept_plan))
        self.release.setVisible(bool(self.state.pinned))
        self._say_title()

    def _say_title(self) -> None:
        title = self.tr("Year wheel {year}").format(year=self.year)
        row = self.state.row
        if row is None:
            self.call_it(title)
            return
        stand = sum(mark.year == self.year and mark.kind == "ordinary" for mark in row.marks)
        parts = [self.tr("%n ordinary meeting(s) planned", "", stand)]
        if self.state.picks:
            parts.append(self.tr("%n proposed", "", len(self.state.picks)))
        if self.state.clashes:
            parts.append(self.tr("%n without a day", "", len(self.state.clashes)))
        if row.empty:
            parts.append(self.tr("%n empty quarter(s)", "", len(row.empty)))
        if self.state.conflicts:
            parts.append(self.tr("%n conflict(s)", "", len(self.state.conflicts)))
        self.call_it(title, " · ".join(parts))

    # What is dragged

    def _look_at(self, key: Hashable, day: dt.date) -> DayLook | None:
        return self.maker.look(self.state, key, day)

    @Slot(object)
    def _on_lifted(self, key: Hashable) -> None:
        self.wheel.show_heat(self.maker.scene(self.state, self.bridge.today, lifted=key))

    @Slot(object, object)
    def _on_dropped(self, key: Hashable, day: dt.date) -> None:
        self._place(key, day)

    @Slot(object, object, object, object)
    def _on_placed(self, key: Hashable, day: dt.date, starts: dt.time, ends: dt.time) -> None:
        self._place(key, day, starts, ends)

    def _place(self, key: Hashable, day: dt.date, starts: dt.time | None = None, ends: dt.time | None = None) -> None:
        self.state.place(key, day, starts, ends)
        self._wanted = key
        self.tabs.choose("chosen")
        mark = self.state.mark(key)
        if mark is not None and key in self.state.moves and not mark.was_told:
            self._move(key, "")
            return
        self._show()
        if mark is not None and key in self.state.moves:
            QTimer.singleShot(0, self.chosen, self.chosen.begin_reason)
        self._propose()

    @Slot(object, str)
    def _on_moved(self, key: Hashable, reason: str) -> None:
        self._move(key, reason)

    def _move(self, key: Hashable, reason: str) -> None:
        mark, to = self.state.mark(key), self.state.moves.get(key) if isinstance(key, int) else None
        if mark is None or to is None:
            return
        said = self.tr("{meeting} is on {day} now.").format(
            meeting=self.maker.name(self.state, key), day=day_text(to.day, "full")
        )
        self.change(
            said,
            drag_meeting,
            meeting_id=mark.id,
            version=mark.version,
            day=to.day,
            starts=to.starts,
            ends=to.ends,
            reason=reason,
        )

    @Slot(object)
    def _on_put_back(self, key: Hashable) -> None:
        if isinstance(key, int):
            self.state.moves.pop(key, None)
            self.state.look_again()
            self._show()
            self._propose()

    @Slot(object)
    def _on_let_go(self, key: Hashable) -> None:
        if isinstance(key, PlanSlot):
            self.state.pinned.pop(key, None)
            self._propose()

    @Slot()
    def _on_release_all(self) -> None:
        self.state.pinned.clear()
        self.state.look_again()
        self._propose()

    # What is accepted

    def _acceptable(self) -> list[PlanSlot]:
        """What is proposed and nothing stops."""
        return [
            pick.slot for pick in self.state.picks if not any(one.stops for one in self.state.own_conflicts(pick.slot))
        ]

    @Slot()
    def _on_accept_all(self) -> None:
        self._accept(self._acceptable())

    @Slot(int)
    def _on_accept_group(self, group_id: int) -> None:
        self._accept([slot for slot in self._acceptable() if slot.group_id == group_id])

    @Slot(object)
    def _accept(self, slots: Sequence[PlanSlot]) -> None:
        picks = [pick for slot in slots if (pick := self.state.pick(slot)) is not None]
        if not picks:
            return
        choices = [Choice(one.slot.group_id, one.slot.quarter, one.day, one.starts, one.ends) for one in picks]
        said = self.tr("%n meeting(s) planned.", "", len(choices))
        self.change(said, accept_plan, choices=choices, language=language())

    @Slot(object, str)
    def _on_explained(self, key: Hashable, reason: str) -> None:
        row = self.state.empty(key)
        if row is not None and isinstance(key, EmptyKey):
            self.change(
                self.tr("The reason is kept."),
                explain_empty_quarter,
                group_id=row.group_id,
                year=self.year,
                quarter=row.quarter,
                reason=reason,
                version=row.version,
            )

    # Where one goes

    @Slot(object)
    def _on_chosen(self, key: Hashable | None) -> None:
        if self.wheel.held_key is None:
            self.chosen.show_key(key, self.state)
            if key is not None:
                self.tabs.choose("chosen")

    @Slot(object)
    def _on_finding(self, key: Hashable) -> None:
        self.wheel.choose(key)
        self.tabs.choose("chosen")
        self.wheel.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.maker.name(self.state, key))

    @Slot(object)
    def _on_opened(self, key: Hashable) -> None:
        if isinstance(key, int):
            self.go(Place("meeting", key))
        elif self.chosen.accept.isVisible():
            self.chosen.accept.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int)
    def _on_open_meeting(self, meeting_id: int) -> None:
        self.go(Place("meeting", meeting_id))

    @Slot(int)
    def _on_open_group(self, group_id: int) -> None:
        self.go(Place("group", group_id))

    @Slot(int)
    def _on_lane(self, group_id: int) -> None:
        self.wishes.choose(group_id)
        self.tabs.choose("wishes")

    @Slot()
    def _on_closed_days(self) -> None:
        self.tabs.choose("closings")

    @Slot()
    def _on_list(self) -> None:
        self.go(Place("meetings", wishes=wishes(year=self.year)))

    @Slot()
    def _on_groups(self) -> None:
        self.go(Place("groups"))

    @Slot()
    def _on_earlier(self) -> None:
        self._turn_year(-1)

    @Slot()
    def _on_later(self) -> None:
        self._turn_year(1)

    def _turn_year(self, step: int) -> None:
        if step:
            self.year += step
            self.state = self._state_of(self.year)
            self.place = Place("wheel", wishes=wishes(year=self.year))
            self.refresh()
