"""The words of meetings: kinds, stages, purposes, standing items and what becomes of an item."""

from __future__ import annotations

import enum

from referral_desk.texts import N_, name_members


class MeetingKind(enum.StrEnum):
    """Ordinary meetings keep the rhythm (V3); the others stand beside it (S1 Cross 8, S2 "Knowledge")."""

    ORDINARY = "ordinary"
    CASE_CLARIFICATION = "case_clarification"
    THEME_DAY = "theme_day"
    EXTRAORDINARY = "extraordinary"


class Stage(enum.StrEnum):
    """How far a meeting has come, in this order."""

    PLANNED = "planned"
    INVITED = "invited"
    AGENDA_SENT = "agenda_sent"
    HELD = "held"
    MINUTES_DRAFTED = "minutes_drafted"
    IN_COMMENT = "in_comment"
    APPROVED = "approved"
    CLOSED = "closed"

    @property
    def step(self) -> int:
        """Its place in the order, from 0."""
        return list(Stage).index(self)


name_members(
    {
        MeetingKind.ORDINARY: N_("Ordinary meeting"),
        MeetingKind.CASE_CLARIFICATION: N_("Case clarification"),
        MeetingKind.THEME_DAY: N_("Theme day"),
        MeetingKind.EXTRAORDINARY: N_("Extraordinary meeting"),
        Stage.PLANNED: N_("Planned"),
        Stage.INVITED: N_("Invited"),
        Stage.AGENDA_SENT: N_("Agenda sent"),
        Stage.HELD: N_("Held"),
        Stage.MINUTES_DRAFTED: N_("Minutes drafted"),
        Stage.IN_COMMENT: N_("In comment"),
        Stage.APPROVED: N_("Approved"),
        Stage.CLOSED: N_("Closed"),
    }
)


class Purpose(enum.StrEnum):
    """What the group is asked to do with an item."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"


class ItemKind(enum.StrEnum):
    """What an item is about (domain 2.3: G4, G6 and the flows F1 to F12)."""

    FORMALITY = "formality"
    INFORMATION_EXCHANGE = "information_exchange"
    PROCEDURE = "procedure"
    GOOD_PRACTICE = "good_practice"
    PRINCIPLE = "principle"
    TREND_WARNING = "trend_warning"
    NEW_INITIATIVE = "new_initiative"
    TRAINING = "training"
    CASE_CLARIFICATION = "case_clarification"
    PLAN_FOLLOW_UP = "plan_follow_up"
    FEEDBACK = "feedback"
    ESCALATION_PROPOSAL = "escalation_proposal"
    ANY_OTHER_BUSINESS = "any_other_business"


name_members(
    {
        Purpose.INFORMATION: N_("Information"),
        Purpose.DISCUSSION: N_("Discussion"),
        Purpose.DECISION: N_("Decision"),
        ItemKind.FORMALITY: N_("Formality"),
        ItemKind.INFORMATION_EXCHANGE: N_("Exchange of information"),
        ItemKind.PROCEDURE: N_("Procedure and coordination"),
        ItemKind.GOOD_PRACTICE: N_("Good practice"),
        ItemKind.PRINCIPLE: N_("Matter of principle"),
        ItemKind.TREND_WARNING: N_("Trend warning"),
        ItemKind.NEW_INITIATIVE: N_("New initiative"),
        ItemKind.TRAINING: N_("Training"),
        ItemKind.CASE_CLARIFICATION: N_("Clarification of a case"),
        ItemKind.PLAN_FOLLOW_UP: N_("Follow-up on the action plan"),
        ItemKind.FEEDBACK: N_("Feedback from above"),
        ItemKind.ESCALATION_PROPOSAL: N_("Proposal to carry up"),
        ItemKind.ANY_OTHER_BUSINESS: N_("Any other business"),
    }
)


class StandingRole(enum.StrEnum):
    """What the program itself does with a standing item; an ordinary one is only a title that comes each time."""

    ORDINARY = "ordinary"
    AGENDA_APPROVAL = "agenda_approval"
    MINUTES_APPROVAL = "minutes_approval"
    OPEN_ACTIONS = "open_actions"
    FROM_ABOVE = "from_above"
    ANY_OTHER_BUSINESS = "any_other_business"


class ItemOutcome(enum.StrEnum):
    """What became of an item at the meeting; open until somebody says so or its minutes show it."""

    OPEN = "open"
    NOTED = "noted"
    DECIDED = "decided"
    CARRIED = "carried"
    DROPPED = "dropped"


name_members(
    {
        StandingRole.ORDINARY: N_("Item of its own"),
        StandingRole.AGENDA_APPROVAL: N_("Approval of the agenda"),
        StandingRole.MINUTES_APPROVAL: N_("Approval of the last minutes"),
        StandingRole.OPEN_ACTIONS: N_("Open actions"),
        StandingRole.FROM_ABOVE: N_("Answers and circulars from above"),
        StandingRole.ANY_OTHER_BUSINESS: N_("Any other business"),
        ItemOutcome.OPEN: N_("Open"),
        ItemOutcome.NOTED: N_("Noted"),
        ItemOutcome.DECIDED: N_("Decided"),
        ItemOutcome.CARRIED: N_("Carried forward"),
        ItemOutcome.DROPPED: N_("Dropped"),
    }
)
