"""The words of cases: kinds, the states of an escalation, what a body did with it, circulars."""

from __future__ import annotations

import enum

from referral_desk.texts import N_, name_members


class CaseKind(enum.StrEnum):
    """What sort of matter a case is (S3 "National Referral Mechanism": cases, challenges, matters of principle)."""

    CONCRETE = "concrete"
    CHALLENGE = "challenge"
    PRINCIPLE = "principle"
    TREND = "trend"
    INITIATIVE = "initiative"


class Answer(enum.StrEnum):
    """What is known of a yes-or-no question."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Urgency(enum.StrEnum):
    """How soon an answer is needed."""

    NORMAL = "normal"
    SOON = "soon"
    URGENT = "urgent"


class ConsultationRole(enum.StrEnum):
    """What a body is asked for (OParl 1.1 Consultation: role)."""

    DECISION = "decision"
    COMMENT = "comment"
    INFORMATION = "information"


name_members(
    {
        CaseKind.CONCRETE: N_("Concrete case"),
        CaseKind.CHALLENGE: N_("Challenge"),
        CaseKind.PRINCIPLE: N_("Matter of principle"),
        CaseKind.TREND: N_("Trend"),
        CaseKind.INITIATIVE: N_("Initiative"),
        Answer.YES: N_("Yes"),
        Answer.NO: N_("No"),
        Answer.UNKNOWN: N_("Not known"),
        Urgency.NORMAL: N_("Ordinary"),
        Urgency.SOON: N_("Soon"),
        Urgency.URGENT: N_("Urgent"),
        ConsultationRole.DECISION: N_("For decision"),
        ConsultationRole.COMMENT: N_("For comment"),
        ConsultationRole.INFORMATION: N_("For information"),
    }
)


class EscalationState(enum.StrEnum):
    """Where an escalation is on its way up and back (domain 4.2); exactly one body is responsible in each."""

    DRAFT = "draft"
    ENDORSED = "endorsed"
    SENT = "sent"
    ACCEPTED = "accepted"
    ON_AGENDA = "on_agenda"
    RETURNED = "returned"
    MERGED = "merged"
    FORWARDED = "forwarded"
    ANSWERED = "answered"
    RELEASED = "released"
    REPORTED = "reported"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self not in {EscalationState.CLOSED, EscalationState.WITHDRAWN}

    @property
    def is_with_sender(self) -> bool:
        """Whether the sender of its newest step is still to send it."""
        return self in _WITH_SENDER

    @property
    def is_with_receiver(self) -> bool:
        """Whether the body that it was sent to is to deal with it."""
        return self in _WITH_RECEIVER

    @property
    def is_answered(self) -> bool:
        """Whether the answer stands, on its way home or there."""
        return self in _ANSWERED


class EscalationLane(enum.StrEnum):
    """The lane of the Cases page that an escalation stands in: who has it now, or that its answer is there.

    What was merged into another stands where that one does, and in no lane of its own until the answer comes home.
    """

    REGIONAL = "regional"
    NATIONAL = "national"
    INTERMINISTERIAL = "interministerial"
    ANSWERED = "answered"
    MERGED = "merged"
    OVER = "over"


_WITH_SENDER = {
    EscalationState.DRAFT,
    EscalationState.ENDORSED,
    EscalationState.RETURNED,
    EscalationState.FORWARDED,
}
_WITH_RECEIVER = {EscalationState.SENT, EscalationState.ACCEPTED, EscalationState.ON_AGENDA}
_ANSWERED = {
    EscalationState.ANSWERED,
    EscalationState.RELEASED,
    EscalationState.REPORTED,
    EscalationState.CLOSED,
}


class StepOutcome(enum.StrEnum):
    """What the body of one step did with it; open while it has not decided."""

    OPEN = "open"
    RETURNED = "returned"
    MERGED = "merged"
    FORWARDED = "forwarded"
    ANSWERED = "answered"
    # Its sender gave it up, and dealt with the matter itself.
    GIVEN_UP = "given_up"


class EscalationEventKind(enum.StrEnum):
    """A line in the story of an escalation: what was done with it."""

    MADE = "made"
    ENDORSED = "endorsed"
    SENT = "sent"
    RECALLED = "recalled"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    MERGED = "merged"
    SEPARATED = "separated"
    PUT_ON_AGENDA = "put_on_agenda"
    TAKEN_OFF_AGENDA = "taken_off_agenda"
    FORWARDED = "forwarded"
    TAKEN_UP = "taken_up"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    RELEASED = "released"
    DELIVERED = "delivered"
    REPORTED = "reported"
    TOLD = "told"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"


class CircularKind(enum.StrEnum):
    """What the national group sends down (S3 "National Referral Mechanism"; domain G4, F2)."""

    FRAMEWORK = "framework"
    TREND_WARNING = "trend_warning"
    GOOD_PRACTICE = "good_practice"
    NEW_INITIATIVE = "new_initiative"


# A call each: members of two enumerations may be the same string, and one dict would hold only one of them.
name_members(
    {
        EscalationState.DRAFT: N_("Draft"),
        EscalationState.ENDORSED: N_("Endorsed"),
        EscalationState.SENT: N_("Sent"),
        EscalationState.ACCEPTED: N_("Received"),
        EscalationState.ON_AGENDA: N_("On the agenda"),
        EscalationState.RETURNED: N_("Returned"),
        EscalationState.MERGED: N_("Merged"),
        EscalationState.FORWARDED: N_("To be sent on"),
        EscalationState.ANSWERED: N_("Answered"),
        EscalationState.RELEASED: N_("Answer on its way"),
        EscalationState.REPORTED: N_("Reported back"),
        EscalationState.CLOSED: N_("Closed"),
        EscalationState.WITHDRAWN: N_("Withdrawn"),
    }
)
name_members(
    {
        StepOutcome.OPEN: N_("Not decided"),
        StepOutcome.RETURNED: N_("Returned"),
        StepOutcome.MERGED: N_("Merged"),
        StepOutcome.FORWARDED: N_("Sent on"),
        StepOutcome.ANSWERED: N_("Answered"),
        StepOutcome.GIVEN_UP: N_("Taken up again"),
    }
)
name_members(
    {
        EscalationLane.REGIONAL: N_("With the regions"),
        EscalationLane.NATIONAL: N_("With the national group"),
        EscalationLane.INTERMINISTERIAL: N_("With the inter-ministerial group"),
        EscalationLane.ANSWERED: N_("Answered"),
        EscalationLane.MERGED: N_("Merged into another"),
        EscalationLane.OVER: N_("Over"),
    }
)
name_members(
    {
        EscalationEventKind.MADE: N_("Begun"),
        EscalationEventKind.ENDORSED: N_("Endorsed by the group"),
        EscalationEventKind.SENT: N_("Sent"),
        EscalationEventKind.RECALLED: N_("Sending taken back"),
        EscalationEventKind.ACCEPTED: N_("Received"),
        EscalationEventKind.RETURNED: N_("Returned"),
        EscalationEventKind.MERGED: N_("Merged"),
        EscalationEventKind.SEPARATED: N_("Taken out again"),
        EscalationEventKind.PUT_ON_AGENDA: N_("Put on an agenda"),
        EscalationEventKind.TAKEN_OFF_AGENDA: N_("Taken off an agenda"),
        EscalationEventKind.FORWARDED: N_("To be sent on"),
        EscalationEventKind.TAKEN_UP: N_("Taken up again"),
        EscalationEventKind.ANSWERED: N_("Answered"),
        EscalationEventKind.UNANSWERED: N_("Answer taken back"),
        EscalationEventKind.RELEASED: N_("Answer released"),
        EscalationEventKind.DELIVERED: N_("Answer put on an agenda"),
        EscalationEventKind.REPORTED: N_("Reported to the group"),
        EscalationEventKind.TOLD: N_("Reported outside a meeting"),
        EscalationEventKind.CLOSED: N_("Closed"),
        EscalationEventKind.WITHDRAWN: N_("Withdrawn"),
        EscalationEventKind.REOPENED: N_("Opened again"),
    }
)
name_members(
    {
        CircularKind.FRAMEWORK: N_("Common framework"),
        CircularKind.TREND_WARNING: N_("Trend warning"),
        CircularKind.GOOD_PRACTICE: N_("Good practice"),
        CircularKind.NEW_INITIATIVE: N_("New initiative"),
    }
)
