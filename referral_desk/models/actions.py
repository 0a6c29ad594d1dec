"""Action items: what somebody is to do by when, from which item it came, and what became of it (V9)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.errors import Invalid
from referral_desk.models.agenda import AgendaItem
from referral_desk.models.base import Record
from referral_desk.models.findings import Finding, Weight, Where, refuse_first
from referral_desk.models.groups import Group
from referral_desk.models.organisations import Organisation
from referral_desk.models.people import Person
from referral_desk.texts import N_, is_blank, plain_case
from referral_desk.vocabulary import ActionState, Label, Priority, ProgressKind

OUTSIDE: Final = N_("{name} holds no seat in the group on that day: choose a member, or one of the members' bodies.")
NO_OWNER: Final = N_("The action “{text}” has no owner: say who does it.")
NO_DUE: Final = N_("The action “{text}” has no deadline: say by when.")
CLOSED: Final = N_("{reference} is closed: open it again first.")
GOES_ON: Final = N_("{reference} goes on as {other}: change that one instead.")
NEEDS_DUE: Final = N_("Say by when: an action keeps a deadline.")
NEEDS_REASON: Final = N_("Say why it was not done: the group will ask.")
SHOWN: Final = 60
"""Letters of an action's text that a sentence about it shows."""

# `closed_on` is empty exactly as long as the action is open; both engines keep indexes of those rows alone.
_OPEN: Final = text("closed_on IS NULL")
_CLOSED: Final = text("closed_on IS NOT NULL")


@dataclass(frozen=True)
class Agreed:
    """Who does something, whom to ask there, and by when."""

    person: Person | None = None
    organisation: Organisation | None = None
    contact: Person | None = None
    due: dt.date | None = None


class ActionItem(Record):
    """One action of a group. Its owner is a person, or an organisation with a contact; open ones follow the group."""

    __tablename__ = "action_items"
    __table_args__ = (
        UniqueConstraint("group_id", "year", "number"),
        Index("ix_action_items_open_due", "due", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_action_items_group_open_due", "group_id", "due", "id", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_action_items_person", "owner_person_id", "closed_on", "due"),
        Index("ix_action_items_organisation", "owner_organisation_id", "closed_on", "due"),
        Index("ix_action_items_contact", "contact_id", "closed_on", "due"),
        Index("ix_action_items_closed", "closed_on", "id", sqlite_where=_CLOSED, postgresql_where=_CLOSED),
        Index(
            "ix_action_items_group_closed",
            "group_id",
            "closed_on",
            "id",
            sqlite_where=_CLOSED,
            postgresql_where=_CLOSED,
        ),
    )

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    # With the group's code they make its reference, such as RG4-2026-12.
    year: Mapped[int]
    number: Mapped[int]
    # Where it came from; None for an action that somebody wrote down outside a meeting.
    item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"), index=True)
    text: Mapped[str]
    # The text as it is searched: the engines compare Danish capitals each in its own way.
    searchable: Mapped[str] = mapped_column(default="")
    owner_person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    owner_organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"))
    # Whom to ask at the owner organisation.
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    due: Mapped[dt.date | None]
    priority: Mapped[Priority] = mapped_column(default=Priority.NORMAL)
    # A code of the picklist "theme".
    theme: Mapped[str] = mapped_column(default="")
    label: Mapped[Label] = mapped_column(default=Label.INTERNAL)
    state: Mapped[ActionState] = mapped_column(default=ActionState.OPEN)
    reason: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[dt.date | None]
    # The action that goes on with it, in this group or another.
    transferred_to_id: Mapped[int | None] = mapped_column(ForeignKey("action_items.id"), index=True)
    created_on: Mapped[dt.date]

    group: Mapped[Group] = relationship()
    item: Mapped[AgendaItem | None] = relationship()
    owner_person: Mapped[Person | None] = relationship(foreign_keys=[owner_person_id])
    owner_organisation: Mapped[Organisation | None] = relationship()
    contact: Mapped[Person | None] = relationship(foreign_keys=[contact_id])
    transferred_to: Mapped[ActionItem | None] = relationship(
        remote_side="ActionItem.id", back_populates="transferred_from"
    )
    transferred_from: Mapped[ActionItem | None] = relationship(back_populates="transferred_to", uselist=False)
    progress: Mapped[list[ActionProgress]] = relationship(
        back_populates="action", order_by="ActionProgress.id", cascade="all, delete-orphan"
    )

    @property
    def reference(self) -> str:
        """Its reference, such as RG4-2026-12."""
        return reference(self.group.code, self.year, self.number)

    @property
    def closest_label(self) -> Label:
        """Its own label, or that of its item or meeting where that is closer: what is closed there is closed here."""
        where = [self.item.label, self.item.meeting.label] if self.item is not None else []
        return max([self.label, *where], key=lambda label: label.rank)

    @property
    def owner_name(self) -> str:
        """Who owns it, for its story: the person's name, or the organisation's code or Danish name on its first day."""
        if self.owner_person is not None:
            return self.owner_person.name
        return self.owner_organisation.name_on(self.created_on, "da") if self.owner_organisation else ""

    def is_overdue(self, day: dt.date) -> bool:
        """Whether it is open on a day that lies after its due day; never stored."""
        return self.state.is_open and self.due is not None and self.due < day

    def say(self, text: str) -> None:
        """Set what is to be done; Invalid if that is nothing."""
        if is_blank(text):
            raise Invalid("Write what is to be done.")
        self.text = text.strip()
        self.searchable = plain_case(" ".join(self.text.split()))

    def own(self, person: Person | None, organisation: Organisation | None, contact: Person | None = None) -> None:
        """Say who does it: a person, or an organisation with somebody to ask there, or nobody yet.

        Invalid for both at once, and for a contact without an organisation.
        """
        if person is not None and organisation is not None:
            raise Invalid("A person or an organisation owns the action, not both: name the person as contact instead.")
        if contact is not None and organisation is None:
            raise Invalid("Only an organisation that owns the action has a contact there.")
        self.owner_person, self.owner_organisation, self.contact = person, organisation, contact

    @property
    def terms(self) -> Agreed:
        """Who does it by when, as it stands now."""
        return Agreed(self.owner_person, self.owner_organisation, self.contact, self.due)

    def lacks(self, day: dt.date, agreed: Agreed | None = None) -> list[Finding]:
        """What V9 asks for and is not there: an owner, a due day, and an owner who belongs to the group on a day.

        While minutes are a draft this is a loose end; it stops their way to the members. `agreed` is what they say,
        where the action has gone on since.
        """
        terms = agreed or self.terms
        told: dict[str, object] = {
            "text": self.text if len(self.text) <= SHOWN else self.text[: SHOWN - 1].rstrip() + "…"
        }
        found = []
        if terms.person is None and terms.organisation is None:
            found.append(self._stops(NO_OWNER, told, "owner"))
        if terms.due is None:
            found.append(self._stops(NO_DUE, told, "due"))
        return found + self.outsiders(day, terms)

    def outsiders(self, day: dt.date, agreed: Agreed | None = None) -> list[Finding]:
        """That the owner belongs to no body of the group on a day (V9); empty where it does, or nobody is named."""
        terms = agreed or self.terms
        bodies, people = members_of(self.group, day)
        if self.item is not None:
            people |= {person for person in (self.item.meeting.chair, self.item.meeting.secretary) if person}
        name = ""
        if terms.organisation is not None and terms.organisation not in bodies:
            name = terms.organisation.name_on(day, "da")
        person = terms.person
        if person is not None and person not in people and person.organisation not in bodies:
            name = person.name
        return [self._stops(OUTSIDE, {"name": name}, "owner")] if name else []

    def check(self, day: dt.date) -> None:
        """Refuse an action that V9 does not allow on a day (Invalid)."""
        refuse_first(self.lacks(day))

    def check_open(self) -> None:
        """Refuse changes to an action that is closed (Invalid)."""
        if self.transferred_to is not None:
            raise Invalid(GOES_ON, reference=self.reference, other=self.transferred_to.reference)
        if not self.state.is_open:
            raise Invalid(CLOSED, reference=self.reference)

    def begin(self) -> None:
        """Somebody works on it."""
        self.check_open()
        self.state = ActionState.IN_PROGRESS

    def pause(self) -> None:
        """Nobody works on it yet, after all."""
        self.check_open()
        self.state = ActionState.OPEN

    def close(self, state: ActionState, day: dt.date, reason: str = "") -> None:
        """End it: done, not possible or not done; the last two need a reason (Invalid)."""
        self.check_open()
        if state is not ActionState.DONE and is_blank(reason):
            raise Invalid(NEEDS_REASON)
        self.state, self.closed_on, self.reason = state, day, reason.strip()

    def hand_over(self, other: ActionItem, day: dt.date, reason: str) -> None:
        """Let another action go on with it, in this group or another: both know of each other."""
        self.check_open()
        self.state, self.closed_on, self.reason = ActionState.TRANSFERRED, day, reason.strip()
        self.transferred_to = other

    def reopen(self) -> None:
        """Open it again; Invalid while it is open, or where another action goes on with it."""
        if self.state.is_open:
            raise Invalid("{reference} is open already.", reference=self.reference)
        if self.transferred_to is not None:
            raise Invalid(GOES_ON, reference=self.reference, other=self.transferred_to.reference)
        self.state, self.closed_on, self.reason = ActionState.OPEN, None, ""

    def _stops(self, template: str, values: dict[str, object], field: str) -> Finding:
        return Finding(Weight.STOPS, Where.ITEM, template, values, item_id=self.item_id, field_name=field)


class ActionProgress(Record):
    """A line in an action's story: who said or changed what, and the state that it came to by that."""

    __tablename__ = "action_progress"

    action_id: Mapped[int] = mapped_column(ForeignKey("action_items.id"), index=True)
    at: Mapped[dt.datetime]
    who: Mapped[str]
    kind: Mapped[ProgressKind] = mapped_column(default=ProgressKind.NOTE)
    text: Mapped[str] = mapped_column(default="")
    state: Mapped[ActionState | None]
    # What was changed, before and after: a day as 2026-12-01, an owner's name, a reference.
    before: Mapped[str] = mapped_column(default="")
    after: Mapped[str] = mapped_column(default="")

    action: Mapped[ActionItem] = relationship(back_populates="progress")


def reference(code: str, year: int, number: int) -> str:
    """How an action is called: RG4-2026-12 for the twelfth of that group's year."""
    return f"{code.upper()}-{year}-{number}"


def members_of(group: Group, day: dt.date) -> tuple[set[Organisation], set[Person]]:
    """The bodies and the people that hold a seat in a group on a day, whatever kind of seat (V9)."""
    bodies: set[Organisation] = set()
    people: set[Person] = set()
    for seat in group.seats:
        held = seat.held_on(day)
        if held is not None:
            bodies |= {body for body in (held.organisation, seat.organisation) if body}
            people |= {held.person} if held.person else set()
    return bodies, people
