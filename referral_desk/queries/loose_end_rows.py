"""Loose ends as plain rows: light, so that the window can show them before the store is loaded."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

from referral_desk.texts import N_, name_members
from referral_desk.vocabulary import Label, Sector


class NeedKind(enum.StrEnum):
    """What is open, most serious first where two are due on the same day."""

    NOT_HELD = "not_held"
    EMPTY_QUARTER = "empty_quarter"
    UNEXPLAINED = "unexplained"
    CANCELLATION_DUE = "cancellation_due"
    UPDATE_DUE = "update_due"
    PACK_DUE = "pack_due"
    BAD_PAPERS = "bad_papers"
    NO_AGENDA = "no_agenda"
    CALL_FOR_ITEMS = "call_for_items"
    INVITATION_DUE = "invitation_due"
    MINUTES_DUE = "minutes_due"
    WITH_CHAIR = "with_chair"
    COMMENTS_OPEN = "comments_open"
    NOT_APPROVED = "not_approved"
    NO_OUTCOME = "no_outcome"
    ESCALATION_STRANDED = "escalation_stranded"
    ESCALATION_UNANSWERED = "escalation_unanswered"
    ESCALATION_DUE = "escalation_due"
    ANSWER_UNRELEASED = "answer_unreleased"
    ESCALATION_UNRECEIVED = "escalation_unreceived"
    ESCALATION_RETURNED = "escalation_returned"
    ESCALATION_FORWARDED = "escalation_forwarded"
    ESCALATION_ENDORSED = "escalation_endorsed"
    ESCALATION_NO_AGENDA = "escalation_no_agenda"
    DELIVERY_STUCK = "delivery_stuck"
    DELIVERY_WAITING = "delivery_waiting"
    CIRCULAR_UNREAD = "circular_unread"
    CASE_STRANDED = "case_stranded"
    CASE_FLAGS = "case_flags"
    NOT_CLOSED = "not_closed"
    ESCALATION_NOT_CLOSED = "escalation_not_closed"
    ESCALATION_DRAFT = "escalation_draft"
    CASE_RESTS = "case_rests"
    WAITING = "waiting"
    ACTIONS_OVERDUE = "actions_overdue"
    ACTIONS_WITHOUT_OWNER = "actions_without_owner"
    ACTIONS_WITHOUT_DATE = "actions_without_date"
    NO_REPRESENTATIVE = "no_representative"
    NOBODY = "nobody"
    VACANT = "vacant"
    UNCOVERED = "uncovered"
    NOT_PLANNED = "not_planned"
    EXPLAINED = "explained"


class Theme(enum.StrEnum):
    """What loose ends are about, to choose among them."""

    RHYTHM = "rhythm"
    MEETING = "meeting"
    MINUTES = "minutes"
    ACTIONS = "actions"
    CASES = "cases"
    SEATS = "seats"


class Expected(enum.StrEnum):
    """Of whom it is expected."""

    SECRETARY = "secretary"
    CHAIR = "chair"
    COORDINATOR = "coordinator"
    OWNER = "owner"


name_members(
    {
        NeedKind.NOT_HELD: N_("Was it held?"),
        NeedKind.EMPTY_QUARTER: N_("No meeting this quarter"),
        NeedKind.UNEXPLAINED: N_("Empty quarter without a reason"),
        NeedKind.CANCELLATION_DUE: N_("Cancellation not sent"),
        NeedKind.UPDATE_DUE: N_("Change not sent"),
        NeedKind.PACK_DUE: N_("Pack not sent"),
        NeedKind.BAD_PAPERS: N_("Papers cannot be used"),
        NeedKind.NO_AGENDA: N_("No agenda yet"),
        NeedKind.CALL_FOR_ITEMS: N_("Items not called for"),
        NeedKind.INVITATION_DUE: N_("Not invited"),
        NeedKind.MINUTES_DUE: N_("Minutes not written"),
        NeedKind.WITH_CHAIR: N_("Waits for the chair"),
        NeedKind.COMMENTS_OPEN: N_("Comments unanswered"),
        NeedKind.NOT_APPROVED: N_("Minutes not approved"),
        NeedKind.NO_OUTCOME: N_("Items without an outcome"),
        NeedKind.NOT_CLOSED: N_("Meeting not closed"),
        NeedKind.ESCALATION_STRANDED: N_("Lies with a group that has ended"),
        NeedKind.ESCALATION_UNANSWERED: N_("Decided without an answer"),
        NeedKind.ESCALATION_DUE: N_("Answer is due"),
        NeedKind.ANSWER_UNRELEASED: N_("Answer not released"),
        NeedKind.ESCALATION_UNRECEIVED: N_("Escalation not received"),
        NeedKind.ESCALATION_RETURNED: N_("Returned, not sent again"),
        NeedKind.ESCALATION_FORWARDED: N_("Not sent on yet"),
        NeedKind.ESCALATION_ENDORSED: N_("Endorsed, not sent"),
        NeedKind.ESCALATION_NO_AGENDA: N_("Escalation on no agenda"),
        NeedKind.DELIVERY_STUCK: N_("No meeting will hear it"),
        NeedKind.DELIVERY_WAITING: N_("Answers and circulars wait"),
        NeedKind.CIRCULAR_UNREAD: N_("Circular not taken note of"),
        NeedKind.CASE_STRANDED: N_("Open cases of a group that has ended"),
        NeedKind.CASE_FLAGS: N_("Facts about minors missing"),
        NeedKind.ESCALATION_NOT_CLOSED: N_("Reported, not closed"),
        NeedKind.ESCALATION_DRAFT: N_("Draft lies still"),
        NeedKind.CASE_RESTS: N_("Cases at rest for a year"),
        NeedKind.WAITING: N_("Carried items wait"),
        NeedKind.ACTIONS_OVERDUE: N_("Actions overdue"),
        NeedKind.ACTIONS_WITHOUT_OWNER: N_("Actions without an owner"),
        NeedKind.ACTIONS_WITHOUT_DATE: N_("Actions without a deadline"),
        NeedKind.NO_REPRESENTATIVE: N_("No representative"),
        NeedKind.NOBODY: N_("Nobody has a seat"),
        NeedKind.VACANT: N_("Vacant seats"),
        NeedKind.UNCOVERED: N_("Sectors missing"),
        NeedKind.NOT_PLANNED: N_("Next quarter not planned"),
        NeedKind.EXPLAINED: N_("No meeting, with a reason"),
        Theme.RHYTHM: N_("Year plan"),
        Theme.MEETING: N_("Meetings"),
        Theme.MINUTES: N_("Minutes"),
        Theme.ACTIONS: N_("Actions"),
        Theme.CASES: N_("Cases"),
        Theme.SEATS: N_("Seats"),
        Expected.SECRETARY: N_("Secretary"),
        Expected.CHAIR: N_("Chair"),
        Expected.COORDINATOR: N_("Coordinator"),
        Expected.OWNER: N_("Whoever has the action"),
    }
)

_THEMES = {
    Theme.RHYTHM: {
        NeedKind.EMPTY_QUARTER,
        NeedKind.UNEXPLAINED,
        NeedKind.NOT_PLANNED,
        NeedKind.EXPLAINED,
        NeedKind.WAITING,
    },
    Theme.MEETING: {
        NeedKind.NOT_HELD,
        NeedKind.CANCELLATION_DUE,
        NeedKind.UPDATE_DUE,
        NeedKind.PACK_DUE,
        NeedKind.BAD_PAPERS,
        NeedKind.NO_AGENDA,
        NeedKind.CALL_FOR_ITEMS,
        NeedKind.INVITATION_DUE,
    },
    Theme.MINUTES: {
        NeedKind.MINUTES_DUE,
        NeedKind.WITH_CHAIR,
        NeedKind.COMMENTS_OPEN,
        NeedKind.NOT_APPROVED,
        NeedKind.NO_OUTCOME,
        NeedKind.NOT_CLOSED,
    },
    Theme.ACTIONS: {
        NeedKind.ACTIONS_OVERDUE,
        NeedKind.ACTIONS_WITHOUT_OWNER,
        NeedKind.ACTIONS_WITHOUT_DATE,
    },
    Theme.CASES: {
        NeedKind.ESCALATION_STRANDED,
        NeedKind.ESCALATION_UNANSWERED,
        NeedKind.ESCALATION_DUE,
        NeedKind.ANSWER_UNRELEASED,
        NeedKind.ESCALATION_UNRECEIVED,
        NeedKind.ESCALATION_RETURNED,
        NeedKind.ESCALATION_FORWARDED,
        NeedKind.ESCALATION_ENDORSED,
        NeedKind.ESCALATION_NO_AGENDA,
        NeedKind.DELIVERY_STUCK,
        NeedKind.DELIVERY_WAITING,
        NeedKind.CIRCULAR_UNREAD,
        NeedKind.CASE_STRANDED,
        NeedKind.CASE_FLAGS,
        NeedKind.ESCALATION_NOT_CLOSED,
        NeedKind.ESCALATION_DRAFT,
        NeedKind.CASE_RESTS,
    },
    Theme.SEATS: {NeedKind.NO_REPRESENTATIVE, NeedKind.NOBODY, NeedKind.VACANT, NeedKind.UNCOVERED},
}
THEME_OF = {kind: theme for theme, kinds in _THEMES.items() for kind in kinds}


@dataclass(frozen=True)
class NeedRow:
    """One loose end of one group: what, since or until when, of whom it is expected, and what it is about."""

    kind: NeedKind
    group_id: int
    group: str
    due: dt.date | None = None
    """The day on which it is or was due; None where no day is set."""
    meeting_id: int | None = None
    day: dt.date | None = None
    """The day of that meeting."""
    count: int = 0
    sectors: tuple[Sector, ...] = ()
    expected: Expected = Expected.COORDINATOR
    people: tuple[int, ...] = ()
    """Of whom it is expected, by their ids in the directory; empty where nobody is named."""
    year: int | None = None
    quarter: int | None = None
    """The quarter that it is about."""
    said: str = ""
    """What somebody wrote about it: the reason of an empty quarter, the text of a single action, a case's title."""
    case_id: int | None = None
    circular_id: int | None = None
    reference: str = ""
    """How the escalation or circular is called, such as RG4-2026-0007."""
    label: Label = Label.INTERNAL
    """Who may read what was said."""

    @property
    def theme(self) -> Theme:
        """What it is about."""
        return THEME_OF[self.kind]

    def is_mine(self, person_id: int | None, roles: frozenset[str]) -> bool:
        """Whether it is expected of a person: by name, or by role where nobody is named."""
        if self.people:
            return person_id in self.people
        return self.expected.value in roles
