"""Deadlines around a meeting and its actions, counted in working days (defaults of domain 4.4, all settings)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

from referral_desk.clock import add_working_days
from referral_desk.errors import Invalid

LONGEST = 120


@dataclass(frozen=True)
class Deadlines:
    """How many working days before or after a meeting (or an action's due day) something is expected.

    The defaults of domain 4.4 are weeks of five working days: 28 days are 20, 21 are 15, 7 are 5.
    """

    invitation: int = 20
    call_for_items: int = 15
    pack: int = 5
    apologies: int = 2
    minutes: int = 5
    comments: int = 10
    # For minutes that nobody objected to: how long after the last day for comments they may stay unapproved.
    approval: int = 5
    action_reminder: int = 5
    # For what lies with a body: until it takes in what was sent to it, and until what it decided goes home.
    receive: int = 5
    answer: int = 10
    # Between the last regional meeting of a quarter and the national one, and from there to the inter-ministerial.
    regional_to_national: int = 10
    national_to_interministerial: int = 10

    def __post_init__(self) -> None:
        """Refuse counts that cannot be meant (Invalid)."""
        for count in asdict(self).values():
            if not 0 <= count <= LONGEST:
                raise Invalid("A deadline is between 0 and {longest} working days.", longest=LONGEST)

    @classmethod
    def of(cls, told: Mapping[str, object]) -> Deadlines:
        """Take what is told by name, the defaults for the rest; names that are not known are left out."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in told.items() if name in known and isinstance(value, int)})

    def invitation_due(self, meeting: dt.date) -> dt.date:
        """The last day for the invitation."""
        return add_working_days(meeting, -self.invitation)

    def items_due(self, meeting: dt.date) -> dt.date:
        """The day on which items are called for."""
        return add_working_days(meeting, -self.call_for_items)

    def pack_due(self, meeting: dt.date) -> dt.date:
        """The last day for agenda and pack."""
        return add_working_days(meeting, -self.pack)

    def apologies_due(self, meeting: dt.date) -> dt.date:
        """The last day for apologies."""
        return add_working_days(meeting, -self.apologies)

    def minutes_due(self, meeting: dt.date) -> dt.date:
        """The last day for draft minutes."""
        return add_working_days(meeting, self.minutes)

    def comments_due(self, sent: dt.date) -> dt.date:
        """The last day for comments on minutes that are sent out on a day."""
        return add_working_days(sent, self.comments)

    def approval_due(self, comments_due: dt.date) -> dt.date:
        """The last day for approving minutes in writing, after the last day for comments."""
        return add_working_days(comments_due, self.approval)

    def receive_due(self, since: dt.date) -> dt.date:
        """The last day for taking in, or sending on, what lies with a body since a day."""
        return add_working_days(since, self.receive)

    def answer_due(self, since: dt.date) -> dt.date:
        """The last day for writing, releasing or closing what was decided or heard on a day."""
        return add_working_days(since, self.answer)
