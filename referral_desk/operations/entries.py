"""Write in minutes: what is typed saves itself, and meets what others wrote entry by entry.

Nobody's words are ever written over. Where two wrote the same words in two ways, what is kept stays and the other
text becomes an entry of its own right behind it, marked as its rival, until somebody chooses.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sqlalchemy import or_, select

from referral_desk import journal
from referral_desk.desk import Work, operation
from referral_desk.errors import Invalid, Stale
from referral_desk.merging import merge_order
from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Circular,
    Escalation,
    EscalationStep,
    Meeting,
    Minutes,
    MinutesEntry,
    Organisation,
    Person,
)
from referral_desk.models.actions import Agreed
from referral_desk.models.entries import EntryRow, Said, entry_row, keepable, meet, said
from referral_desk.operations.actions import make_action
from referral_desk.texts import N_
from referral_desk.vocabulary import ActionState, EntryKind, MinutesState, ProgressKind

CITED = N_(
    "{reference} rests on this decision: take its endorsement or answer back first, or let the decision stand. "
    "It may be worded anew."
)
TOLD_ON = N_(
    "{reference} tells of this decision: let it stand, or name another there while it is not sent. It may be worded "
    "anew."
)
ITEM_GONE = N_("This item is no longer on the meeting's agenda: copy what you wrote, and go back to the agenda.")


@dataclass(frozen=True)
class EntryDraft:
    """One entry as somebody has it in the window: `base` is what it was made from, `key` the window's own name for it.

    Without an id it is new. One whose row was removed meanwhile comes again, under its id, if it was written in.
    """

    key: int
    said: Said
    id: int | None = None
    base: Said | None = None


@dataclass(frozen=True)
class SavedEntries:
    """How an item's minutes stand now: all its entries in order, and which of them is the window's `key`."""

    minutes_id: int
    entries: tuple[EntryRow, ...]
    ids: tuple[tuple[int, int], ...]
    rivals: tuple[int, ...] = ()
    """The keys whose words could not be put together with what somebody else wrote: they are rivals now."""


@operation("coordinator", "secretary", "chair", gathers=True)
def save_entries(
    work: Work,
    *,
    meeting_id: int,
    item_id: int,
    entries: tuple[EntryDraft, ...],
    removed: tuple[EntryDraft, ...] = (),
    known: tuple[int, ...] = (),
) -> SavedEntries:
    """Keep what was written under an item: `entries` are all that the window has, in its order.

    `known` are the ids in the order that the window saw last: what others moved since then stays where they put it.
    Only what differs from its `base` is written, and merged with what others wrote meanwhile. `removed` were taken
    out; what somebody else has changed since stays. Minutes are made with the first words. A CPR number is not
    refused here: it stops the minutes when they are sent (V10). Invalid once the minutes are approved or the meeting
    was called off, and where a decision goes that an escalation cites; Stale if the item left the agenda.
    """
    meeting = work.hold(Meeting, meeting_id)
    item = work.session.get(AgendaItem, item_id)
    if item is None or item.meeting_id != meeting_id:
        raise Stale(ITEM_GONE)
    if meeting.is_cancelled:
        raise Invalid("The meeting is cancelled: plan a new one instead.")
    minutes = _minutes(work, meeting)
    under = select(MinutesEntry).where(MinutesEntry.item_id == item.id, MinutesEntry.minutes_id == minutes.id)
    in_order = under.order_by(MinutesEntry.position, MinutesEntry.id).execution_options(populate_existing=True)
    stored = list(work.session.scalars(in_order))
    sheet = _Sheet(work, minutes, item, {entry.id: entry for entry in stored})
    for draft in removed:
        sheet.remove(draft)
    mine = [entry for draft in entries for entry in sheet.keep(draft)]
    order = _among([entry for entry in stored if entry.id in sheet.stored], mine, known)
    for place, entry in enumerate(order):
        if entry.position != place:
            entry.position, sheet.is_touched = place, True
    work.session.flush()
    if sheet.is_touched:
        work.touched("entries")
    return SavedEntries(
        minutes.id,
        tuple(entry_row(entry) for entry in order),
        tuple((key, entry.id) for key, entry in sheet.kept.items()),
        tuple(sheet.rivals),
    )


@operation("coordinator", "secretary", "chair")
def end_writing(work: Work) -> None:
    """Somebody leaves the writing room: what they wrote goes into the log as one entry."""
    journal.seal(work.session, lambda waiting: waiting.who == work.user.name)


@dataclass
class _Sheet:
    """The entries of one item while they are saved."""

    work: Work
    minutes: Minutes
    item: AgendaItem
    stored: dict[int, MinutesEntry]
    kept: dict[int, MinutesEntry] = field(default_factory=dict)
    rivals: list[int] = field(default_factory=list)
    is_touched: bool = False

    def keep(self, draft: EntryDraft) -> list[MinutesEntry]:
        """Keep one entry; give the rows that stand in its place now: none where it says nothing, or its rival too."""
        mine = replace(draft.said, text=keepable(draft.said.text))
        entry = self.stored.get(draft.id or 0)
        if entry is None:
            return self._keep_new(draft, mine)
        theirs = said(entry)
        if mine.is_blank and not mine.text and theirs.text == (draft.base or mine).text:
            self._delete(entry)
            return []
        both = mine if theirs == draft.base else meet(draft.base or theirs, mine, theirs)
        if both is not None:
            self._write(entry, both)
            self.kept[draft.key] = entry
            return [entry]
        rival = self._make(replace(mine, rival_of=entry.id), None)
        self.kept[draft.key] = rival
        self.rivals.append(draft.key)
        return [entry, rival]

    def remove(self, draft: EntryDraft) -> None:
        """Take an entry out, unless somebody else wrote in it since."""
        entry = self.stored.get(draft.id or 0)
        if entry is not None and (draft.base is None or said(entry).text == draft.base.text):
            self._delete(entry)

    def _keep_new(self, draft: EntryDraft, mine: Said) -> list[MinutesEntry]:
        was_taken_out = draft.id is not None and draft.base is not None and mine.text == draft.base.text
        if mine.is_blank or was_taken_out:
            return []
        again = draft.id if draft.id and self.work.session.get(MinutesEntry, draft.id) is None else None
        self.kept[draft.key] = made = self._make(mine, again)
        return [made]

    def _make(self, mine: Said, entry_id: int | None) -> MinutesEntry:
        made = MinutesEntry(id=entry_id, minutes=self.minutes, item=self.item, position=-1, kind=mine.kind, text="")
        self.work.session.add(made)
        self._write(made, mine)
        self.work.session.flush()
        self.stored[made.id] = made
        self.work.touched("minutes")
        return made

    def _write(self, entry: MinutesEntry, now: Said) -> None:
        if entry in self.stored.values() and said(entry) == now:
            return
        # A look-up in between would write the changes so far, and count a version for each.
        with self.work.session.no_autoflush:
            self._say(entry, now)

    def _say(self, entry: MinutesEntry, now: Said) -> None:
        if now.kind is not EntryKind.DECISION or now.is_blank:
            check_not_cited(self.work, entry)
        if entry.kind is not now.kind:
            self.work.touched("minutes")
        before = said(entry)
        entry.kind, entry.text, entry.label = now.kind, now.text, now.label
        entry.rival_of_id = now.rival_of if now.rival_of in self.stored else None
        entry.changed_at, entry.changed_by = self.work.now, self.work.user.name
        self.is_touched = True
        self._follow(entry, now, before)

    def _follow(self, entry: MinutesEntry, now: Said, before: Said) -> None:
        """Let the entry's action say the same; one is made with its first words, and goes if nobody has touched it.

        Who and when are written into an action that there is only where they were changed here: it may have gone on.
        """
        action = entry.action
        if now.kind is not EntryKind.ACTION or now.is_blank:
            if action is not None and is_untouched(action):
                entry.action = None
                self.work.session.delete(action)
                self.work.touched("actions")
            entry.agree(Agreed())
            return
        session = self.work.session
        person = session.get(Person, now.owner_person_id) if now.owner_person_id else None
        body = session.get(Organisation, now.owner_organisation_id) if now.owner_organisation_id else None
        contact = session.get(Person, now.contact_id) if now.contact_id and body is not None else None
        agreed = Agreed(person, due=now.due) if person is not None else Agreed(None, body, contact, now.due)
        entry.agree(agreed)
        if action is None:
            entry.action = make_action(
                self.work,
                self.item.meeting.group,
                text=now.text,
                item=self.item,
                owner_person=agreed.person,
                owner_organisation=agreed.organisation,
                contact=agreed.contact,
                due=now.due,
                label=now.label,
            )
        elif action.state.is_open:
            action.say(now.text)
            if now.owner != before.owner:
                action.own(agreed.person, agreed.organisation, agreed.contact)
            if now.due != before.due:
                action.due = now.due
            action.label = now.label
            self.work.touched("actions")

    def _delete(self, entry: MinutesEntry) -> None:
        check_not_cited(self.work, entry)
        for other in self.stored.values():
            if other.rival_of_id == entry.id:
                other.rival_of_id = None
        action, entry.action = entry.action, None
        if action is not None and is_untouched(action):
            self.work.session.delete(action)
            self.work.touched("actions")
        del self.stored[entry.id]
        self.work.session.delete(entry)
        self.work.touched("minutes")
        self.is_touched = True


def _minutes(work: Work, meeting: Meeting) -> Minutes:
    if meeting.minutes is None:
        meeting.minutes = Minutes(state=MinutesState.DRAFT)
        work.session.flush()
        work.touched("minutes", "meetings")
    held = work.hold(Minutes, meeting.minutes.id)
    held.check_open_to_writing()
    return held


def check_not_cited(work: Work, entry: MinutesEntry) -> None:
    """Refuse what would leave an escalation or a circular without the decision that it rests on."""
    if entry.id is None or entry.kind is not EntryKind.DECISION:
        return
    decided = select(EscalationStep.escalation_id).where(EscalationStep.decision_entry_id == entry.id)
    cites = or_(Escalation.endorsed_entry_id == entry.id, Escalation.id.in_(decided))
    found = work.session.scalar(select(Escalation).where(cites).order_by(Escalation.id).limit(1))
    if found is not None:
        raise Invalid(CITED, reference=found.reference)
    told = work.session.scalar(select(Circular).where(Circular.entry_id == entry.id).order_by(Circular.id).limit(1))
    if told is not None:
        raise Invalid(TOLD_ON, reference=told.reference)


def is_untouched(action: ActionItem) -> bool:
    """Whether nobody has said anything of an action since it was made."""
    return action.state is ActionState.OPEN and all(line.kind is ProgressKind.MADE for line in action.progress)


def _among(stored: list[MinutesEntry], mine: list[MinutesEntry], known: tuple[int, ...]) -> list[MinutesEntry]:
    """The writer's order; what others added or moved in it stands behind what they put it behind."""
    rows = {entry.id: entry for entry in (*stored, *mine)}
    order = merge_order(known, [entry.id for entry in mine], [entry.id for entry in stored])
    return [rows[entry_id] for entry_id in order]
