"""The words of groups: tiers, sectors, areas, seats, labels; each with its English name."""

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
