"""Minutes: entries for each item, and the way from draft to approved (domain 4.2)."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from referral_desk.cpr import cpr_numbers
from referral_desk.errors import Invalid
from referral_desk.models.agenda import AgendaItem
from referral_desk.models.base import Record
from referral_desk.models.editions import FrozenEntry
from referral_desk.models.findings import Finding, Weight, Where, refuse_first
from referral_desk.models.meetings import NOT_REOPENED, Meeting
from referral_desk.models.minutes_entries import MinutesEntry as MinutesEntry  # noqa: PLC0414 - part of them
from referral_desk.models.sent_rounds import rounds, with_round
from referral_desk.texts import N_, is_blank
from referral_desk.vocabulary import (
    ApprovalWay,
    AttendanceState,
    CommentState,
    EntryKind,
    ItemOutcome,
    MinutesState,
    Stage,
)

if TYPE_CHECKING:
    from referral_desk.models.comments import EntryComment
    from referral_desk.models.editions import MinutesEdition

STAGES = {
    MinutesState.DRAFT: Stage.HELD,
    MinutesState.WITH_CHAIR: Stage.MINUTES_DRAFTED,
    MinutesState.IN_COMMENT: Stage.IN_COMMENT,
    MinutesState.APPROVED: Stage.APPROVED,
}
"""How far the meeting is while its minutes are in a state; once it is closed it stays so."""
NOT_YET = {
    MinutesState.DRAFT: N_(
        "The minutes of {day} are still a draft: send them to the chair, then to the members for comments, and let this"
        " item approve them after that."
    ),
    MinutesState.WITH_CHAIR: N_(
        "The minutes of {day} are still with the chair: send them to the members for comments, and let this item"
        " approve them after that."
    ),
}
"""Why a later meeting cannot approve minutes, by how far they are."""
FROZEN = N_("The minutes are approved, so their text stays as it is: make a correction, which shows what it changes.")


class Minutes(Record):
    """The minutes of one meeting, and how far they have come."""

    __tablename__ = "minutes"

    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"), unique=True)
    state: Mapped[MinutesState] = mapped_column(default=MinutesState.DRAFT, index=True)
    sent_to_chair_at: Mapped[dt.datetime | None]
    comments_from: Mapped[dt.datetime | None]
    # The last day for comments; silence until then is consent.
    comments_due: Mapped[dt.date | None]
    # JSON of each entry's words as they were sent out, round by round: what a returned text is compared with.
    sent: Mapped[str] = mapped_column(default="")
    approved_on: Mapped[dt.date | None]
    approved_way: Mapped[ApprovalWay | None]
    # The item of the later meeting that approved them.
    approved_in_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_items.id"))
    approval_note: Mapped[str] = mapped_column(default="")

    meeting: Mapped[Meeting] = relationship(back_populates="minutes")
    approved_in: Mapped[AgendaItem | None] = relationship(foreign_keys=[approved_in_id])
    entries: Mapped[list[MinutesEntry]] = relationship(back_populates="minutes", cascade="all, delete-orphan")
    comments: Mapped[list[EntryComment]] = relationship(back_populates="minutes", order_by="EntryComment.id")
    editions: Mapped[list[MinutesEdition]] = relationship(back_populates="minutes", order_by="MinutesEdition.number")

    @property
    def is_written(self) -> bool:
        """Whether anything is written, or somebody has said something about it."""
        return any(not is_blank(entry.text) for entry in self.entries) or bool(self.comments)

    @property
    def is_frozen(self) -> bool:
        """Whether the text stays as it is."""
        return self.state is MinutesState.APPROVED

    def check_open_to_writing(self) -> None:
        """Refuse to change entries or comments of approved minutes (Invalid)."""
        if self.is_frozen:
            raise Invalid(FROZEN)

    def in_order(self) -> list[MinutesEntry]:
        """The entries that say something, in the order of the agenda."""
        said = [entry for entry in self.entries if not is_blank(entry.text)]
        return sorted(said, key=lambda entry: (entry.item.position, entry.position, entry.id))

    def open_items(self) -> list[AgendaItem]:
        """The items of which nobody can tell what became of them: their meeting does not close."""
        return [item for item in self.meeting.items if item.lacks_outcome]

    def lacks(self, today: dt.date | None = None) -> list[Finding]:
        """What the next step of the minutes, or closing their meeting, still needs (V9, V10)."""
        match self.state:
            case MinutesState.DRAFT:
                found = self._lacks_for_chair()
            case MinutesState.WITH_CHAIR:
                found = self._lacks_for_comment()
            case MinutesState.IN_COMMENT:
                found = self._lacks_for_approval(today)
            case _:
                found = self._lacks_for_closing()
        return sorted(found, key=lambda finding: not finding.stops)

    def send_to_chair(self, at: dt.datetime) -> None:
        """The draft is written and goes to the chair; Invalid where nothing is written."""
        self._check_state(MinutesState.DRAFT)
        if self.meeting.stage.step < Stage.HELD.step:
            raise Invalid("The meeting was not held yet: record that first.")
        refuse_first(self.lacks())
        self.sent_to_chair_at = at
        self._come_to(MinutesState.WITH_CHAIR)

    def send_to_comment(self, at: dt.datetime, today: dt.date, due: dt.date) -> None:
        """The members are asked for comments until a day; Invalid with a CPR number or an action without V9's facts."""
        self._check_state(MinutesState.WITH_CHAIR)
        if due < today:
            raise Invalid("The last day for comments lies behind us: choose a later one.")
        refuse_first(self.lacks())
        for entry in self.entries:
            entry.agree(entry.agreed)
        self.comments_from, self.comments_due = at, due
        self.sent = with_round(self.sent, {entry.id: entry.text for entry in self.entries})
        self._come_to(MinutesState.IN_COMMENT)

    def set_comments_due(self, due: dt.date) -> None:
        """Give more or less time for comments."""
        self._check_state(MinutesState.IN_COMMENT)
        if self.comments_from is not None and due < self.comments_from.date():
            raise Invalid("The last day for comments lies before the day on which they were asked for.")
        self.comments_due = due

    def take_back(self) -> None:
        """One step back: from the members to the chair, from the chair to the draft; Invalid once they are approved."""
        if self.is_frozen:
            raise Invalid(NOT_REOPENED)
        match self.state:
            case MinutesState.IN_COMMENT:
                self.comments_due = None
                self._come_to(MinutesState.WITH_CHAIR)
            case MinutesState.WITH_CHAIR:
                self._come_to(MinutesState.DRAFT)
            case _:
                raise Invalid("The minutes are a draft: there is no step to take back.")

    def sent_texts(self, entry_id: int) -> list[str]:
        """An entry's words as the members got them, those of the last round first; none for one written later."""
        return [told[str(entry_id)] for told in reversed(rounds(self.sent)) if str(entry_id) in told]

    def approve_in_writing(self, today: dt.date, note: str, *, all_agreed: bool) -> None:
        """Everybody agreed (the note says how), or the time for comments ran out and no objection stands."""
        self._check_state(MinutesState.IN_COMMENT)
        if all_agreed and is_blank(note):
            raise Invalid("Say how everybody agreed, such as “by e-mail to the secretary”: it stands in the record.")
        if not all_agreed and (self.comments_due is None or today <= self.comments_due):
            raise Invalid("The time for comments is not over: wait for it, or say that everybody has agreed.")
        if not all_agreed and self.objections():
            raise Invalid(
                "A comment was declined, so silence is not consent: let the next meeting approve, or say that everybody"
                " has agreed."
            )
        self._approve(today, ApprovalWay.IN_WRITING, note)

    def approve_at_meeting(self, today: dt.date, item: AgendaItem, note: str) -> None:
        """A later meeting's item approves them, on that meeting's day; Invalid where it is not there for that."""
        if self.state in NOT_YET:
            raise Invalid(NOT_YET[self.state], day=f"{self.meeting.day:%d.%m.%Y}")
        self._check_state(MinutesState.IN_COMMENT)
        if item.approves_id != self.meeting_id or item.meeting_id == self.meeting_id:
            raise Invalid("This item does not approve these minutes.")
        if item.meeting.is_cancelled or item.meeting.stage.step < Stage.HELD.step:
            raise Invalid("The meeting that is to approve the minutes was not held yet.")
        if item.outcome in {ItemOutcome.CARRIED, ItemOutcome.DROPPED}:
            raise Invalid("The item was not dealt with: say first that it was decided.")
        self._approve(min(today, item.meeting.day), ApprovalWay.AT_MEETING, note)
        self.approved_in = item

    def objections(self) -> list[EntryComment]:
        """The comments that were declined: who made them has not agreed."""
        return [comment for comment in self.comments if comment.state is CommentState.DECLINED]

    def frozen_entries(self) -> tuple[FrozenEntry, ...]:
        """What every entry says, as an edition keeps it."""
        return tuple(
            FrozenEntry(entry.id, entry.item.number, entry.item.title, entry.kind, entry.text, entry.label)
            for entry in self.in_order()
        )

    def cpr_findings(self) -> list[Finding]:
        """Where the minutes look like they hold a civil registration number (V10)."""
        template = N_(
            "The minutes of item {number} hold what looks like a CPR number: take it out before they are sent."
        )
        return [
            self._on_entry(Weight.STOPS, template, entry, number=entry.item.number)
            for entry in self.in_order()
            if cpr_numbers(entry.text)
        ]

    def action_findings(self) -> list[Finding]:
        """Which actions of the minutes lack an owner in the group or a date (V9)."""
        day, found = self.meeting.day, []
        for entry in self.in_order():
            if entry.kind is not EntryKind.ACTION:
                continue
            if entry.action is None:
                template = N_("An action under item {number} was not understood: say who does it and by when.")
                found.append(self._on_entry(Weight.STOPS, template, entry, number=entry.item.number))
            elif entry.action.state.is_open:
                found += [
                    replace(lacking, where=Where.ENTRY, item_id=entry.item_id, entry_id=entry.id)
                    for lacking in entry.action.lacks(day, entry.agreed)
                ]
        return found

    def rival_findings(self) -> list[Finding]:
        """Where two people's words for the same stand side by side, until somebody chooses."""
        template = N_("Under item {number} two people wrote the same in two ways: choose one.")
        return [
            self._on_entry(Weight.STOPS, template, entry, number=entry.item.number)
            for entry in self.in_order()
            if entry.rival_of_id is not None
        ]

    def comment_findings(self) -> list[Finding]:
        """Which comments nobody has answered."""
        return [
            Finding(
                Weight.STOPS,
                Where.COMMENT,
                N_("The comment by {who} is not answered yet."),
                {"who": comment.who},
                item_id=comment.entry.item_id if comment.entry else None,
                entry_id=comment.entry_id,
                comment_id=comment.id,
            )
            for comment in self.comments
            if comment.state is CommentState.OPEN
        ]

    def item_findings(self, weight: Weight) -> list[Finding]:
        """Which items were neither noted, decided, carried forward nor dropped."""
        template = N_("Item {number} is open: note or decide something, carry it forward, or drop it.")
        return [
            Finding(weight, Where.ITEM, template, {"number": item.number}, item_id=item.id, field_name="outcome")
            for item in self.open_items()
        ]

    def escalation_findings(self) -> list[Finding]:
        """Which escalations stood on the agenda and were not decided, or were decided and have no answer."""
        undecided = N_(
            "{reference} under item {number} is not decided: answer it, send it on or return it, or carry the item"
            " forward."
        )
        unanswered = N_(
            "Item {number} is decided, but {reference} has no answer: write it, those who asked wait for it."
        )
        return [
            Finding(
                Weight.STOPS,
                Where.ITEM,
                unanswered if item.fate is ItemOutcome.DECIDED else undecided,
                {
                    "number": item.number,
                    "reference": step.escalation.reference,
                    "case_id": step.escalation.case_id,
                },
                item_id=item.id,
                field_name="escalation",
            )
            for item in self.meeting.items
            for step in item.escalation_steps
            if item.is_live and step.is_undecided
        ]

    def _lacks_for_chair(self) -> list[Finding]:
        if not self.in_order():
            return [Finding(Weight.STOPS, Where.MINUTES, N_("Nothing is written in the minutes yet."))]
        found = self.item_findings(Weight.WARNS)
        if not any(row.state is AttendanceState.PRESENT for row in self.meeting.attendance):
            found.append(Finding(Weight.WARNS, Where.PEOPLE, N_("Nobody is marked as present.")))
        return found

    def _lacks_for_comment(self) -> list[Finding]:
        if not self.in_order():
            return [Finding(Weight.STOPS, Where.MINUTES, N_("Nothing is written in the minutes yet."))]
        return [*self.rival_findings(), *self.cpr_findings(), *self.action_findings()]

    def _lacks_for_approval(self, today: dt.date | None) -> list[Finding]:
        found = [
            *self.comment_findings(),
            *self.rival_findings(),
            *self.cpr_findings(),
            *self.action_findings(),
        ]
        if not found and today is not None and self.comments_due is not None and today <= self.comments_due:
            waits = N_("Comments can still come in; everybody may also agree before, or the next meeting approve.")
            found.append(Finding(Weight.WARNS, Where.MINUTES, waits, field_name="comments_due"))
        elif not found and self.objections():
            stands = N_(
                "A comment was declined: let the next meeting approve the minutes, or say that everybody agreed."
            )
            found.append(Finding(Weight.WARNS, Where.COMMENT, stands))
        return found

    def _lacks_for_closing(self) -> list[Finding]:
        template = N_("Item {number} decided on other minutes that are not frozen yet: freeze them as approved.")
        waiting = [
            Finding(Weight.STOPS, Where.ITEM, template, {"number": item.number}, item_id=item.id, field_name="approves")
            for item in self.meeting.items
            if item.approves is not None
            and item.fate is ItemOutcome.DECIDED
            and item.approves.minutes is not None
            and not item.approves.minutes.is_frozen
        ]
        return [
            *self.item_findings(Weight.STOPS),
            *waiting,
            *self.escalation_findings(),
            *self.comment_findings(),
            *self.action_findings(),
            *self.cpr_findings(),
        ]

    def _approve(self, day: dt.date, way: ApprovalWay, note: str) -> None:
        refuse_first(self.lacks())
        self.approved_on, self.approved_way, self.approval_note = day, way, note.strip()
        self._come_to(MinutesState.APPROVED)

    def _come_to(self, state: MinutesState) -> None:
        self.state = state
        if self.meeting.stage is not Stage.CLOSED:
            self.meeting.stage = STAGES[state]

    def _check_state(self, state: MinutesState) -> None:
        if self.state is state:
            return
        if self.is_frozen:
            raise Invalid("The minutes are approved already.")
        raise Invalid("The minutes are not at that step: take one step after the other.")

    @staticmethod
    def _on_entry(weight: Weight, template: str, entry: MinutesEntry, **values: object) -> Finding:
        return Finding(
            weight, Where.ENTRY, template, dict(values), item_id=entry.item_id, entry_id=entry.id, field_name="text"
        )
