"""The words with a fixed meaning: tiers, sectors, seats, stages, purposes, labels; each with its English name."""

from __future__ import annotations

import enum

from referral_desk.texts import N_, name_members


class Tier(enum.StrEnum):
    """Where a group stands in the chain; other forums stand beside it."""

    REGIONAL = "regional"
    NATIONAL = "national"
    INTERMINISTERIAL = "interministerial"
    OTHER = "other"


name_members(
    {
        Tier.REGIONAL: N_("Regional"),
        Tier.NATIONAL: N_("National"),
        Tier.INTERMINISTERIAL: N_("Inter-ministerial"),
        Tier.OTHER: N_("Other forum"),
    }
)


class Sector(enum.StrEnum):
    """Which part of society an organisation or a seat speaks for (S2 1.1, S3 "NRM", S5 section 3)."""

    POLICE = "police"
    PROSECUTION = "prosecution"
    IMMIGRATION = "immigration"
    TAX = "tax"
    LABOUR_INSPECTION = "labour_inspection"
    RECRUITMENT_AGENCY = "recruitment_agency"
    MUNICIPALITY = "municipality"
    SOCIAL_WORK = "social_work"
    HEALTH = "health"
    PRISON_SERVICE = "prison_service"
    SHELTER = "shelter"
    NGO = "ngo"
    TRADE_UNION = "trade_union"
    EMPLOYER = "employer"
    MINISTRY = "ministry"
    NATIONAL_CENTRE = "national_centre"
    RESEARCH = "research"
    INTERNATIONAL = "international"
    OTHER = "other"


name_members(
    {
        Sector.POLICE: N_("Police"),
        Sector.PROSECUTION: N_("Prosecution"),
        Sector.IMMIGRATION: N_("Immigration"),
        Sector.TAX: N_("Tax"),
        Sector.LABOUR_INSPECTION: N_("Labour inspection"),
        Sector.RECRUITMENT_AGENCY: N_("Recruitment agency"),
        Sector.MUNICIPALITY: N_("Municipality"),
        Sector.SOCIAL_WORK: N_("Social work"),
        Sector.HEALTH: N_("Region and health"),
        Sector.PRISON_SERVICE: N_("Prison service"),
        Sector.SHELTER: N_("Shelter"),
        Sector.NGO: N_("NGO"),
        Sector.TRADE_UNION: N_("Trade union"),
        Sector.EMPLOYER: N_("Employers"),
        Sector.MINISTRY: N_("Ministry"),
        Sector.NATIONAL_CENTRE: N_("National centre (CMM)"),
        Sector.RESEARCH: N_("Research"),
        Sector.INTERNATIONAL: N_("International"),
        Sector.OTHER: N_("Other"),
    }
)


class RelationKind(enum.StrEnum):
    """How one organisation stands to another."""

    SUCCESSOR = "successor"
    PART_OF = "part_of"
    HOSTED_BY = "hosted_by"
    REPORTS_TO = "reports_to"
    NOTIFIES = "notifies"


name_members(
    {
        RelationKind.SUCCESSOR: N_("Continued as"),
        RelationKind.PART_OF: N_("Part of"),
        RelationKind.HOSTED_BY: N_("Hosted by"),
        RelationKind.REPORTS_TO: N_("Reports to"),
        RelationKind.NOTIFIES: N_("Notifies"),
    }
)


class AreaKind(enum.StrEnum):
    """What kind of area."""

    REGION = "region"
    POLICE_DISTRICT = "police_district"
    MUNICIPALITY = "municipality"


name_members(
    {
        AreaKind.REGION: N_("Region"),
        AreaKind.POLICE_DISTRICT: N_("Police district"),
        AreaKind.MUNICIPALITY: N_("Municipality"),
    }
)


class SeatKind(enum.StrEnum):
    """What a seat is for."""

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    SECRETARY = "secretary"
    MEMBER = "member"
    REGIONAL_REPRESENTATIVE = "regional_representative"
    DEPUTY = "deputy"
    OBSERVER = "observer"


name_members(
    {
        SeatKind.CHAIR: N_("Chair"),
        SeatKind.DEPUTY_CHAIR: N_("Deputy chair"),
        SeatKind.SECRETARY: N_("Secretary"),
        SeatKind.MEMBER: N_("Member"),
        SeatKind.REGIONAL_REPRESENTATIVE: N_("Regional representative"),
        SeatKind.DEPUTY: N_("Deputy"),
        SeatKind.OBSERVER: N_("Observer"),
    }
)


class Trouble(enum.StrEnum):
    """Why a regional group has no proper voice in the national group (V2): each is a red flag."""

    NO_SEAT = "no_seat"
    VACANT = "vacant"
    NOT_A_MEMBER = "not_a_member"


name_members(
    {
        Trouble.NO_SEAT: N_("No seat in the national group"),
        Trouble.VACANT: N_("No representative"),
        Trouble.NOT_A_MEMBER: N_("Representative is not a member"),
    }
)


class Label(enum.StrEnum):
    """Who may read something, printed on every page and in file names (domain 4.6)."""

    OPEN = "open"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"

    @property
    def rank(self) -> int:
        """Its place in the order, the most open first."""
        return list(Label).index(self)


name_members({Label.OPEN: N_("Open"), Label.INTERNAL: N_("Internal"), Label.CONFIDENTIAL: N_("Confidential")})


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
