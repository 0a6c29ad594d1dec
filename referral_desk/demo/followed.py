"""The demo desk's actions: given to somebody at a meeting, followed to their end, some of them late."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from referral_desk.clock import add_working_days, is_working_day
from referral_desk.demo import calendar
from referral_desk.demo.reading import at
from referral_desk.models import ActionItem, ActionProgress
from referral_desk.vocabulary import ActionState, Priority, SeatKind, Sector

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from referral_desk.models import AgendaItem, Membership

# An action of this age is finished, whatever became of it; of the later ones one in so many lingers on.
SETTLED: Final = dt.timedelta(weeks=26)
LINGERS: Final = 3
BEGUN: Final = 3
SEATS: Final = {
    "chair": SeatKind.CHAIR,
    "deputy_chair": SeatKind.DEPUTY_CHAIR,
    "secretary": SeatKind.SECRETARY,
}


@dataclass
class Follower:
    """Gives numbers to actions and lets time pass over them."""

    session: Session
    endings: Sequence[Mapping[str, Any]]
    steps: Sequence[Mapping[str, Any]]
    numbers: Counter[tuple[str, int]] = field(default_factory=Counter)
    made: int = 0

    def follow(self, item: AgendaItem, row: Mapping[str, Any]) -> ActionItem:
        """Make an action of an item, as it stands on the demo's day."""
        meeting = item.meeting
        group, year = meeting.group, meeting.day.year
        self.numbers[group.code, year] += 1
        self.made += 1
        action = ActionItem(
            group=group,
            year=year,
            number=self.numbers[group.code, year],
            item=item,
            text=row["text"],
            due=_working(meeting.day + dt.timedelta(weeks=row["weeks"])),
            priority=Priority(row.get("priority", "normal")),
            theme=row.get("theme", "coordination"),
            created_on=meeting.day,
        )
        self._own(action, row["owner"], meeting.day)
        self._pass_time(action)
        self.session.add(action)
        return action

    def _own(self, action: ActionItem, owner: str, day: dt.date) -> None:
        held = self._holder(action, owner, day)
        if held is None:
            return
        if owner in SEATS:
            action.owner_person = held.person
        else:
            action.owner_organisation, action.contact = held.organisation, held.person

    def _holder(self, action: ActionItem, owner: str, day: dt.date) -> Membership | None:
        """Who holds the seat meant; where nobody does the chair takes it on."""
        kind, sector = SEATS.get(owner), None if owner in SEATS or owner == "members" else Sector(owner)
        for seat in action.group.seats:
            held = seat.held_on(day)
            if held is not None and (seat.kind is kind or (kind is None and seat.sector is sector)):
                return held
        first = action.group.seats[0] if action.group.seats else None
        return first.held_on(day) if first is not None else None

    def _pass_time(self, action: ActionItem) -> None:
        assert action.due is not None
        ending = self.endings[self.made % len(self.endings)]
        age = calendar.TODAY - action.created_on
        is_over = action.due < calendar.TODAY
        if is_over and (age > SETTLED or self.made % LINGERS != 1):
            closed = min(add_working_days(action.due, self.made % 9 - 6), calendar.TODAY)
            if self.made % BEGUN == 0:
                self._say(action, 6, before=closed)
            self._close(action, ActionState(ending["state"]), str(ending["said"]), closed)
        elif self.made % BEGUN == 0:
            action.state = ActionState.IN_PROGRESS
            self._say(action, 8, state=ActionState.IN_PROGRESS)
        elif is_over or self.made % 2:
            for days in (5, 14)[: 1 + self.made % 2]:
                self._say(action, days, before=calendar.TODAY)

    def _say(
        self, action: ActionItem, days: int, *, state: ActionState | None = None, before: dt.date | None = None
    ) -> None:
        """Let the owner tell some working days after the meeting how it goes; not at all where that is too late."""
        day = add_working_days(action.created_on, days)
        if before is not None and day >= before:
            return
        who = action.owner_person or action.contact
        said = "" if who is None else who.name
        text = str(self.steps[(self.made + days) % len(self.steps)]["said"])
        action.progress.append(ActionProgress(at=at(min(day, calendar.TODAY), 13), who=said, text=text, state=state))

    def _close(self, action: ActionItem, state: ActionState, said: str, day: dt.date) -> None:
        day = max(day, action.created_on)
        who = action.owner_person or action.contact
        action.state, action.closed_on = state, day
        action.reason = "" if state is ActionState.DONE else said
        action.progress.append(ActionProgress(at=at(day, 15), who=who.name if who else "", text=said, state=state))


def _working(day: dt.date) -> dt.date:
    return day if is_working_day(day) else add_working_days(day, 1)
