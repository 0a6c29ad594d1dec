"""Cases: pseudonymous matters that a group deals with; there is no field for a name, a birth date or an address."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from sqlalchemy import Column, ForeignKey, Index, Table, UniqueConstraint, and_, text
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from referral_desk.errors import Invalid
from referral_desk.models.agenda import AgendaItem, Paper
from referral_desk.models.base import Base, Record
from referral_desk.models.groups import Group
from referral_desk.models.picklists import PicklistEntry
from referral_desk.models.plans import PlanActivity
from referral_desk.texts import N_, is_blank, plain_case
from referral_desk.vocabulary import Answer, CaseKind, Label

if TYPE_CHECKING:
    from referral_desk.models.escalations import Escalation

CLOSED: Final = N_("{reference} is closed: open it again first.")
STILL_MOVING: Final = N_("{reference} is still on its way through the groups: it closes when the answer is reported.")
_OPEN: Final = text("closed_on IS NULL")

MINOR_BANDS: Final = frozenset({"under_15", "15_17"})
ADULT_BANDS: Final = frozenset({"18_24", "25_up"})
"""Codes of the picklist "age_band" that tell whether somebody is under 18 (domain M9)."""

case_activities = Table(
    "case_activities",
    Base.metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("plan_activity_id", ForeignKey("plan_activities.id"), primary_key=True, index=True),
)
case_items = Table(
    "case_items",
    Base.metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("agenda_item_id", ForeignKey("agenda_items.id"), primary_key=True, index=True),
)
case_exploitations = Table(
    "case_exploitations",
    Base.metadata,
    Column("case_id", ForeignKey("cases.id"), primary_key=True),
    Column("picklist_entry_id", ForeignKey("picklist_entries.id"), primary_key=True, index=True),
)


MINOR_FLAGS: Final = ("has_representative", "has_child_plan", "has_municipal_plan", "committee_consulted")
"""What is asked of a minor's matter (V11; domain M1, M4, M5)."""


class Case(Record):
    """One matter of a group, known by its reference alone (domain 3.8: the key to real cases is never here)."""

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("group_id", "year", "number"),
        # A list shows one group or all, open ones or all, newest or oldest first: none of it reads every case.
        Index("ix_cases_open", "created_on", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_cases_open_group", "group_id", "created_on", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_cases_open_minor", "is_minor", "created_on", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_cases_created", "created_on", "id"),
        Index("ix_cases_group", "group_id", "created_on", "id"),
        Index("ix_cases_theme", "theme", "created_on", "id"),
    )

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    # With the group's code they make its reference, such as RG4-2026-0007.
    year: Mapped[int]
    number: Mapped[int]
    kind: Mapped[CaseKind] = mapped_column(default=CaseKind.CHALLENGE)
    title: Mapped[str]
    summary: Mapped[str] = mapped_column(default="")
    # Title and summary as they are searched: the engines compare Danish capitals each in its own way.
    searchable: Mapped[str] = mapped_column(default="")
    label: Mapped[Label] = mapped_column(default=Label.INTERNAL)
    # Codes of the picklists "theme", "setting" and "trade"; empty where not known.
    theme: Mapped[str] = mapped_column(default="")
    setting: Mapped[str] = mapped_column(default="")
    trade: Mapped[str] = mapped_column(default="")
    # What is told of the person in a concrete case, never who it is: codes of "age_band", "victim_status" and
    # "residence_status".
    age_band: Mapped[str] = mapped_column(default="")
    victim_status: Mapped[str] = mapped_column(default="")
    residence_status: Mapped[str] = mapped_column(default="")
    # The day whose rules the guidance shows: that of the decision; empty is today.
    guidance_on: Mapped[dt.date | None]
    is_detained: Mapped[Answer] = mapped_column(default=Answer.UNKNOWN)
    is_minor: Mapped[Answer] = mapped_column(default=Answer.UNKNOWN)
    # What V11 asks of a matter about a minor. A code of "minor_support" where somebody speaks for the child.
    has_representative: Mapped[Answer] = mapped_column(default=Answer.UNKNOWN)
    minor_support: Mapped[str] = mapped_column(default="")
    has_child_plan: Mapped[Answer] = mapped_column(default=Answer.UNKNOWN)
    has_municipal_plan: Mapped[Answer] = mapped_column(default=Answer.UNKNOWN)
    committee_consulted: Mapped[Answer] = mapped_column(default=Answer.UNKNOWN)
    created_on: Mapped[dt.date]
    closed_on: Mapped[dt.date | None]
    closed_reason: Mapped[str] = mapped_column(default="")

    group: Mapped[Group] = relationship()
    theme_entry: Mapped[PicklistEntry | None] = relationship(
        primaryjoin=lambda: and_(PicklistEntry.picklist == "theme", foreign(Case.theme) == PicklistEntry.code),
        viewonly=True,
    )
    # None chosen is unknown; several may hold at once.
    exploitations: Mapped[list[PicklistEntry]] = relationship(
        secondary=case_exploitations, order_by=PicklistEntry.position
    )
    activities: Mapped[list[PlanActivity]] = relationship(secondary=case_activities, order_by=PlanActivity.code)
    # Where it was dealt with.
    items: Mapped[list[AgendaItem]] = relationship(secondary=case_items, order_by=AgendaItem.id, overlaps="cases")
    escalations: Mapped[list[Escalation]] = relationship(back_populates="case", order_by="Escalation.number")
    papers: Mapped[list[Paper]] = relationship(back_populates="case", order_by=Paper.position, cascade="all")

    @property
    def reference(self) -> str:
        """Its reference, such as RG4-2026-0007."""
        return case_reference(self.group.code, self.year, self.number)

    def say(self, title: str, summary: str) -> None:
        """Set its words; Invalid without a title."""
        if is_blank(title):
            raise Invalid("Give the case a title: what it is about, in a few words.")
        self.title, self.summary = " ".join(title.split()), summary.strip()
        self.searchable = plain_case(" ".join(f"{self.title} {self.summary}".split()))

    def texts(self) -> dict[str, str]:
        """The free texts by field: what the leak alarm reads before anything of it leaves the group."""
        return {"title": self.title, "summary": self.summary}

    def tell_age(self, age_band: str, is_minor: Answer | None) -> None:
        """Set the age band and whether it is a minor; None takes it from the band. Invalid where they contradict."""
        told = Answer.YES if age_band in MINOR_BANDS else Answer.NO if age_band in ADULT_BANDS else None
        if is_minor is None:
            is_minor = told or self.is_minor
        elif told is not None and is_minor is not told:
            raise Invalid("The age band and “under 18” contradict each other: change one of them.")
        self.age_band, self.is_minor = age_band, is_minor

    @property
    def missing_flags(self) -> tuple[str, ...]:
        """What is not known of a minor's matter and is asked for (V11), by field; empty for others."""
        if self.is_minor is not Answer.YES:
            return ()
        return tuple(
            name
            for name in MINOR_FLAGS
            if getattr(self, name) is Answer.UNKNOWN and not (name == MINOR_FLAGS[0] and self.minor_support)
        )

    @property
    def open_escalation(self) -> Escalation | None:
        """The escalation that is on its way, if one is."""
        return next((one for one in self.escalations if one.state.is_open), None)

    def check_open(self) -> None:
        """Refuse changes to a case that is closed (Invalid)."""
        if self.closed_on is not None:
            raise Invalid(CLOSED, reference=self.reference)

    def close(self, day: dt.date, reason: str) -> None:
        """End it with a reason; Invalid while it is on its way through the groups, or without a reason."""
        self.check_open()
        if self.open_escalation is not None:
            raise Invalid(STILL_MOVING, reference=self.reference)
        if is_blank(reason):
            raise Invalid("Say in a few words how the case ended: the group will ask.")
        self.closed_on, self.closed_reason = day, reason.strip()

    def reopen(self) -> None:
        """Open it again; Invalid while it is open."""
        if self.closed_on is None:
            raise Invalid("{reference} is open already.", reference=self.reference)
        self.closed_on, self.closed_reason = None, ""


def case_reference(code: str, year: int, number: int) -> str:
    """How a case is called: RG4-2026-0007 for the seventh of that group's year."""
    return f"{code.upper()}-{year}-{number:04}"
