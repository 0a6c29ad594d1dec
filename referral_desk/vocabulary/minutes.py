"""The words of what follows: attendance, minutes, actions, mailings, days when offices are closed."""

from __future__ import annotations

import enum

from referral_desk.texts import N_, name_members


class AttendeeRole(enum.StrEnum):
    """As what somebody comes to a meeting."""

    CHAIR = "chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    DEPUTY = "deputy"
    OBSERVER = "observer"
    GUEST = "guest"


class AttendanceState(enum.StrEnum):
    """What is known of somebody's coming: before the meeting an answer, at it what happened."""

    UNANSWERED = "unanswered"
    ACCEPTED = "accepted"
    TENTATIVE = "tentative"
    APOLOGY = "apology"
    PRESENT = "present"
    ABSENT = "absent"


name_members(
    {
        AttendeeRole.CHAIR: N_("Chair"),
        AttendeeRole.SECRETARY: N_("Secretary"),
        AttendeeRole.MEMBER: N_("Member"),
        AttendeeRole.DEPUTY: N_("Deputy"),
        AttendeeRole.OBSERVER: N_("Observer"),
        AttendeeRole.GUEST: N_("Guest"),
        AttendanceState.UNANSWERED: N_("No answer yet"),
        AttendanceState.ACCEPTED: N_("Coming"),
        AttendanceState.TENTATIVE: N_("Perhaps"),
        AttendanceState.APOLOGY: N_("Apology"),
        AttendanceState.PRESENT: N_("Present"),
        AttendanceState.ABSENT: N_("Absent"),
    }
)


class MinutesState(enum.StrEnum):
    """How far the minutes have come, in this order (domain 4.2); a correction is a new edition of approved minutes."""

    DRAFT = "draft"
    WITH_CHAIR = "with_chair"
    IN_COMMENT = "in_comment"
    APPROVED = "approved"

    @property
    def step(self) -> int:
        """Its place in the order, from 0."""
        return list(MinutesState).index(self)


class ApprovalWay(enum.StrEnum):
    """How minutes were approved."""

    AT_MEETING = "at_meeting"
    IN_WRITING = "in_writing"


class EntryKind(enum.StrEnum):
    """What an entry of the minutes is; one can be turned into another."""

    NOTE = "note"
    DECISION = "decision"
    ACTION = "action"


class CorrectedPart(enum.StrEnum):
    """What of the minutes a correction changed."""

    MEETING = "meeting"
    TIMES = "times"
    PEOPLE = "people"
    ITEM = "item"
    OUT = "out"
    OUTCOME = "outcome"
    WORDS = "words"
    KIND = "kind"
    ACTION = "action"
    LABEL = "label"


class CommentState(enum.StrEnum):
    """What became of a comment on the minutes."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


name_members(
    {
        MinutesState.DRAFT: N_("Draft"),
        MinutesState.WITH_CHAIR: N_("With the chair"),
        MinutesState.IN_COMMENT: N_("In comment"),
        MinutesState.APPROVED: N_("Approved"),
        ApprovalWay.AT_MEETING: N_("At a meeting"),
        ApprovalWay.IN_WRITING: N_("In writing"),
        EntryKind.NOTE: N_("Note"),
        EntryKind.DECISION: N_("Decision"),
        EntryKind.ACTION: N_("Action"),
        CommentState.OPEN: N_("Unanswered"),
        CommentState.ACCEPTED: N_("Accepted"),
        CommentState.DECLINED: N_("Declined"),
    }
)


# A dictionary of its own: some of these are the same strings as kinds of entries.
name_members(
    {
        CorrectedPart.MEETING: N_("The meeting"),
        CorrectedPart.TIMES: N_("When it began and ended"),
        CorrectedPart.PEOPLE: N_("Who was there"),
        CorrectedPart.ITEM: N_("As it stood on the agenda"),
        CorrectedPart.OUT: N_("Who was out of the room"),
        CorrectedPart.OUTCOME: N_("What became of it"),
        CorrectedPart.WORDS: N_("The words"),
        CorrectedPart.KIND: N_("Kind of entry"),
        CorrectedPart.ACTION: N_("Who and by when"),
        CorrectedPart.LABEL: N_("Who may read it"),
    }
)


class ActionState(enum.StrEnum):
    """How far an action is (domain 4.2); whether it is overdue is never stored, it follows from the day."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_POSSIBLE = "not_possible"
    NOT_DONE = "not_done"
    TRANSFERRED = "transferred"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self in {ActionState.OPEN, ActionState.IN_PROGRESS}


class Priority(enum.StrEnum):
    """How much it matters that an action is done in time."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


name_members(
    {
        ActionState.OPEN: N_("Open"),
        ActionState.IN_PROGRESS: N_("In progress"),
        ActionState.DONE: N_("Done"),
        ActionState.NOT_POSSIBLE: N_("Not possible"),
        ActionState.NOT_DONE: N_("Not done"),
        ActionState.TRANSFERRED: N_("Transferred"),
        Priority.HIGH: N_("High"),
        Priority.NORMAL: N_("Normal"),
        Priority.LOW: N_("Low"),
    }
)


class ProgressKind(enum.StrEnum):
    """What a line in an action's story tells."""

    MADE = "made"
    NOTE = "note"
    STATE = "state"
    DUE = "due"
    OWNER = "owner"
    TEXT = "text"
    TRANSFERRED = "transferred"
    REMINDED = "reminded"


name_members(
    {
        ProgressKind.MADE: N_("Agreed"),
        ProgressKind.NOTE: N_("Note"),
        ProgressKind.STATE: N_("State"),
        ProgressKind.DUE: N_("Deadline"),
        ProgressKind.OWNER: N_("Owner"),
        ProgressKind.TEXT: N_("Wording"),
        ProgressKind.TRANSFERRED: N_("Transferred"),
        ProgressKind.REMINDED: N_("Reminder drafted"),
    }
)


class MailingKind(enum.StrEnum):
    """What a drafted mail was for."""

    INVITATION = "invitation"
    UPDATE = "update"
    CANCELLATION = "cancellation"
    CALL_FOR_ITEMS = "call_for_items"
    PACK = "pack"
    COMMENT_ROUND = "comment_round"
    APPROVED_MINUTES = "approved_minutes"
    REMINDER = "reminder"


class ClosingKind(enum.StrEnum):
    """Why offices are closed, or people are away, in a period that is no public holiday (domain 3.6)."""

    SCHOOL_HOLIDAY = "school_holiday"
    OFFICE_CLOSED = "office_closed"


name_members(
    {
        MailingKind.INVITATION: N_("Invitation"),
        MailingKind.UPDATE: N_("Changed invitation"),
        MailingKind.CANCELLATION: N_("Cancellation"),
        MailingKind.CALL_FOR_ITEMS: N_("Call for items"),
        MailingKind.PACK: N_("Pack"),
        MailingKind.COMMENT_ROUND: N_("Minutes in comment"),
        MailingKind.APPROVED_MINUTES: N_("Approved minutes"),
        MailingKind.REMINDER: N_("Reminder"),
        ClosingKind.SCHOOL_HOLIDAY: N_("School holiday"),
        ClosingKind.OFFICE_CLOSED: N_("Offices closed"),
    }
)
