"""What comes down to a group, and what was sent up to it, on its agendas: never lost, and never there twice.

An answer or a circular (`Delivery`) and an escalation that a group has accepted each have one agenda item at a time.
Where that item goes, they go: on to the next agenda when it is carried, back when that is undone. Without an item they
wait, and the next agenda that is made takes them. `follow_items` puts right what changed, whatever changed it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from referral_desk.desk import Work, require
from referral_desk.models import (
    AgendaItem,
    Circular,
    Delivery,
    Escalation,
    EscalationEvent,
    Group,
    Meeting,
    Paper,
    StandingItem,
)
from referral_desk.models.circulars import ITEM_KINDS
from referral_desk.models.escalation_papers import papers_with
from referral_desk.models.escalation_steps import TEXTS
from referral_desk.models.meetings import BEING_MADE
from referral_desk.models.standing_items import standing_for
from referral_desk.operations.holding import held_meeting
from referral_desk.operations.noted import is_noted_under
from referral_desk.texts import LANGUAGES, N_, is_blank, say
from referral_desk.vocabulary import (
    ConsultationRole,
    EscalationEventKind,
    EscalationState,
    ItemKind,
    ItemOutcome,
    MeetingKind,
    Purpose,
    StandingRole,
)

ANSWER_TO: Final = N_("Answer to {reference}: {title}")
PURPOSES: Final = {
    ConsultationRole.DECISION: Purpose.DECISION,
    ConsultationRole.COMMENT: Purpose.DISCUSSION,
    ConsultationRole.INFORMATION: Purpose.INFORMATION,
}
"""What the item on a body's agenda asks for."""
HEADINGS: Final = {
    "problem": N_("Problem"),
    "consequence": N_("Consequence"),
    "tried": N_("What was tried"),
    "legal_point": N_("Legal point"),
}
"""What stands above each text in the presentation of the item; the proposal is its recommendation."""
DECIDED_BY: Final = N_("{group} decided it on {day}, item {number}: {title}.")
DECISION: Final = N_("The decision: {text}")
RAISED_BY: Final = N_("{reference}, raised by {groups}.")
ITEM_MINUTES: Final = 20
UNDECIDED: Final = (EscalationState.ACCEPTED, EscalationState.ON_AGENDA)
ELSEWHERE: Final = N_("What the item brought stands on an agenda again already: nothing is lost.")
TAKEN_BACK: Final = N_("What the item brought was taken back by those who sent it: there is nothing to put back.")
TAKEN: Final = (ItemOutcome.NOTED, ItemOutcome.DECIDED)
"""What an item must have come to for the group to have heard what it brought."""


def deliver_waiting(work: Work, meeting: Meeting) -> list[AgendaItem]:
    """Put the answers and circulars that wait for a group on an agenda of it; give the new items."""
    work.session.flush()
    group = work.hold(Group, meeting.group_id)
    row, made = _place_above(work, group), []
    for delivery in open_deliveries(work, group.id):
        if delivery.item is None:
            item = _item_of(delivery, meeting.language, row)
            put_new(meeting, item)
            delivery.item = item
            if delivery.escalation is not None:
                told = meeting.day.isoformat()
                tell(work, delivery.escalation, EscalationEventKind.DELIVERED, delivery.group, told)
            made.append(item)
    if made:
        _kept(work)
    return made


def deliver(work: Work, group_id: int) -> None:
    """Put what waits for a group on its next agenda, if an ordinary meeting is being prepared."""
    meeting = coming_meeting(work, group_id)
    if meeting is not None and any(one.item is None for one in open_deliveries(work, group_id)):
        deliver_waiting(work, held_meeting(work, meeting.id))


def put_waiting_escalations(work: Work, meeting: Meeting) -> list[AgendaItem]:
    """Put the escalations that a group has accepted, and that stand nowhere, on an agenda of it; give the new items."""
    found = _undecided(work, meeting.group_id)
    return [put_escalation(work, one, meeting) for one in found if one.step.item is None]


def put_escalation(work: Work, escalation: Escalation, meeting: Meeting) -> AgendaItem:
    """Put an accepted escalation on an agenda of the body that has it, as an item in the words that were sent."""
    item = item_for(escalation, meeting, meeting.language)
    put_new(meeting, item)
    work.session.flush()
    escalation.put_on(item, work.today)
    told = meeting.day.isoformat()
    tell(work, escalation, EscalationEventKind.PUT_ON_AGENDA, meeting.group, told)
    _kept(work)
    return item


def let_item_go(work: Work, escalation: Escalation) -> None:
    """An escalation leaves the agenda it stands on, or waits for: the item goes as long as nobody has worked on it.

    Call it before the escalation is returned, merged or taken off; its state is the caller's to change.
    """
    item = escalation.step.item
    if item is None:
        return
    is_as_it_was = is_as_made(item) and not is_noted_under(work, item)
    escalation.step.item, item.waiting_group_id = None, None
    if item.meeting.stage in BEING_MADE and not item.meeting.is_cancelled:
        if is_as_it_was:
            item.meeting.take_off(item)
        else:
            _take_papers(work, item, escalation)
    _kept(work)


def hand_on(work: Work, item: AgendaItem, other: AgendaItem | None) -> None:
    """Let what an item brings stand on another one instead, or on none: then it waits."""
    for delivery in list(item.deliveries):
        delivery.stand_on(other, work.today)
        if delivery.escalation is not None and other is not None and delivery.reported_on is None:
            told = other.meeting.day.isoformat()
            tell(work, delivery.escalation, EscalationEventKind.DELIVERED, delivery.group, told)
    for step in list(item.escalation_steps):
        if step.is_undecided:
            step.item = other
            # Who looked at it before sees that it stands elsewhere.
            flag_modified(step.escalation, "since")
            if other is not None:
                told = other.meeting.day.isoformat()
                tell(work, step.escalation, EscalationEventKind.PUT_ON_AGENDA, step.body, told)


def bring_again(work: Work, item: AgendaItem, brought: Iterable[int], asked: Iterable[int]) -> None:
    """Let deliveries and escalations, by their ids, stand on an item that is put back; a decided one does not.

    Invalid where one of them stands on another agenda by now, or was taken back.
    """
    for delivery in (work.session.get(Delivery, key) for key in brought):
        require(delivery is not None, TAKEN_BACK)
        if delivery is not None:
            require(delivery.item is None, ELSEWHERE)
            delivery.stand_on(item, work.today)
    for escalation in (work.session.get(Escalation, key) for key in asked):
        if escalation is not None and escalation.state in UNDECIDED:
            require(escalation.step.item is None, ELSEWHERE)
            escalation.step.item = item
    follow_items(work, item.meeting.group_id)


def asked_under(item: AgendaItem) -> tuple[int, ...]:
    """The escalations that are to be decided under an item, by their ids."""
    return tuple(step.escalation_id for step in item.escalation_steps if step.is_undecided)


def bears_open(item: AgendaItem) -> bool:
    """Whether something hangs on an item that is not over by dropping it: a delivery, or an undecided escalation."""
    return any(not one.is_told for one in item.deliveries) or any(step.is_undecided for step in item.escalation_steps)


def follow_items(work: Work, group_id: int) -> None:
    """Let a group's deliveries and its undecided escalations follow what became of their items.

    One whose item is gone, or stands at a meeting that is off, waits again. An item that was carried while no later
    meeting stood waits itself, and what it brings waits with it.
    """
    work.session.flush()
    for delivery in open_deliveries(work, group_id):
        item = delivery.item
        if item is not None and not item.is_live and item.waiting_group_id is None:
            delivery.stand_on(None, work.today)
    for escalation in _undecided(work, group_id):
        _follow(work, escalation)
    work.session.flush()


def report(work: Work, meeting: Meeting) -> None:
    """Count what a meeting's items brought as reported, once its minutes are approved and the item was dealt with.

    What was reported and is not any more waits for that again; Invalid where its round trip was closed meanwhile. What
    was told outside a meeting is reported whatever its minutes say.
    """
    is_approved = meeting.minutes is not None and meeting.minutes.is_frozen
    for item in meeting.items:
        for delivery in (one for one in item.deliveries if not one.is_told):
            is_heard = is_approved and item.fate in TAKEN
            if is_heard and delivery.reported_on is None:
                delivery.report(work.today)
                if delivery.escalation is not None:
                    tell(work, delivery.escalation, EscalationEventKind.REPORTED, delivery.group)
            elif not is_heard and delivery.reported_on is not None:
                delivery.unreport(work.today)
            else:
                continue
            work.touched("escalations", "cases", "circulars")
    work.session.flush()


def open_deliveries(work: Work, group_id: int) -> list[Delivery]:
    """What is on its way to a group and not reported yet, in the order in which it came."""
    found = select(Delivery).where(Delivery.group_id == group_id, Delivery.reported_on.is_(None))
    return list(work.session.scalars(found.order_by(Delivery.id)))


def coming_meeting(work: Work, group_id: int) -> Meeting | None:
    """The group's next ordinary meeting whose agenda is being made; None where none is planned."""
    found = select(Meeting).where(
        Meeting.group_id == group_id,
        Meeting.day >= work.today,
        Meeting.kind == MeetingKind.ORDINARY,
        Meeting.cancelled_at.is_(None),
        Meeting.stage.in_(BEING_MADE),
    )
    return work.session.scalar(found.order_by(Meeting.day, Meeting.starts, Meeting.id).limit(1))


def is_as_made(item: AgendaItem) -> bool:
    """Whether an item says just what it said when it was put there for a delivery or an escalation."""
    for language in LANGUAGES:
        made = [_item_of(one, language, None) for one in item.deliveries]
        made += [item_for(one.escalation, item.meeting, language) for one in item.escalation_steps]
        if any(_told(item) == _told(one) for one in made):
            return True
    return False


def take_item_off(work: Work, delivery: Delivery) -> None:
    """Take a delivery off its agenda again, with its item; the caller has looked whether that may be."""
    item = delivery.item
    delivery.item = None
    if item is not None and item.waiting_group_id is None:
        item.meeting.take_off(item)
    elif item is not None:
        item.waiting_group_id = None
    _kept(work)


def item_for(escalation: Escalation, meeting: Meeting, language: str) -> AgendaItem:
    """A new item for an escalation on an agenda of the body that has it, in the words that were sent.

    It stands nowhere yet, and has the papers that were sent, those of what was merged too. `language` is that of the
    headings.
    """
    step = escalation.step
    told = [(HEADINGS[name], getattr(step, name)) for name in TEXTS if name in HEADINGS]
    return AgendaItem(
        title=step.title,
        kind=ItemKind.ESCALATION_PROPOSAL,
        purpose=PURPOSES[step.role],
        minutes=ITEM_MINUTES,
        label=step.label,
        resume=raised_by(escalation, meeting, language),
        recommendation=step.proposal,
        presentation="\n\n".join(f"{say(words, language)}\n{text}" for words, text in told if not is_blank(text)),
        activities=list(step.activities),
        papers=[
            paper.as_sent(place, origin_of(paper, escalation, meeting, language))
            for place, paper in enumerate(papers_with(step, step.label))
        ],
    )


def raised_by(escalation: Escalation, meeting: Meeting, language: str) -> str:
    """Which groups raised it, those of what was merged too, as the item says it."""
    groups = ", ".join(dict.fromkeys(one.origin.short_on(meeting.day, language) for one in escalation.family))
    return say(RAISED_BY, language, reference=escalation.reference, groups=groups)


def origin_of(paper: Paper, escalation: Escalation, meeting: Meeting, language: str) -> str:
    """The group whose paper it is, where it came with what was merged into an escalation; else empty."""
    home = paper.case
    return home.group.short_on(meeting.day, language) if home is not None and home is not escalation.case else ""


def put_new(meeting: Meeting, item: AgendaItem) -> None:
    """Put a new item where it belongs on an agenda."""
    meeting.put(item, meeting.place_for(item))


def tell(
    work: Work, escalation: Escalation, kind: EscalationEventKind, group: Group | None = None, text: str = ""
) -> EscalationEvent:
    """Write a line into an escalation's story."""
    line = EscalationEvent(at=work.now, who=work.user.name, kind=kind, group=group, text=text.strip())
    escalation.events.append(line)
    work.touched("escalations", "cases")
    return line


def _take_papers(work: Work, item: AgendaItem, escalation: Escalation) -> None:
    """The papers that came with an escalation leave an item with it, those of what was merged too."""
    cases = {one.case_id for one in escalation.family}
    drop_papers(work, item, [one for one in item.papers if one.sent_from and one.sent_from.case_id in cases])


def drop_papers(work: Work, item: AgendaItem, papers: Iterable[Paper]) -> None:
    """Take papers from an item; the others close up."""
    for paper in papers:
        item.papers.remove(paper)
        work.session.delete(paper)
    for place, paper in enumerate(item.papers):
        paper.position = place


def _undecided(work: Work, group_id: int) -> Iterable[Escalation]:
    found = select(Escalation).where(Escalation.holder_id == group_id, Escalation.state.in_(UNDECIDED))
    return list(work.session.scalars(found.order_by(Escalation.id)))


def _follow(work: Work, escalation: Escalation) -> None:
    item = escalation.step.item
    stands = item is not None and item.is_live
    if stands and item is not None and escalation.state is EscalationState.ACCEPTED:
        escalation.put_on(item, work.today)
    elif not stands and escalation.state is EscalationState.ON_AGENDA:
        escalation.take_off(work.today)
        body = escalation.step.body
        tell(work, escalation, EscalationEventKind.TAKEN_OFF_AGENDA, body)
    if not stands:
        escalation.step.item = item if item is not None and item.waiting_group_id is not None else None


def _place_above(work: Work, group: Group) -> StandingItem | None:
    """The standing item that says where on an agenda stands what comes from above; None where it is switched off."""
    rows = work.session.scalars(select(StandingItem).where(StandingItem.role == StandingRole.FROM_ABOVE))
    return next((row for row in standing_for(group, rows) if row.is_active), None)


def _item_of(delivery: Delivery, language: str, row: StandingItem | None) -> AgendaItem:
    circular, escalation = delivery.circular, delivery.escalation
    if circular is not None:
        made = AgendaItem(
            title=f"{circular.reference}: {circular.title}",
            kind=ITEM_KINDS[circular.kind],
            presentation=_with_origin(circular, language),
            label=circular.label,
            activities=list(circular.activities),
        )
    else:
        assert escalation is not None
        step = next((one for one in escalation.way if one.sender_id == delivery.group_id), escalation.way[0])
        made = AgendaItem(
            title=say(ANSWER_TO, language, reference=escalation.reference, title=step.title or escalation.case.title),
            kind=ItemKind.FEEDBACK,
            presentation=delivery.text,
            label=step.label,
            activities=list(step.activities),
        )
    made.purpose, made.standing_item = Purpose.INFORMATION, row
    if row is not None:
        made.minutes = row.minutes
    return made


def _with_origin(circular: Circular, language: str) -> str:
    """What a circular says, and behind it where it was decided and how; what is more closed is not named."""
    item = circular.item
    if item is None or max(item.label, item.meeting.label, key=lambda one: one.rank).rank > circular.label.rank:
        return circular.text
    day = f"{item.meeting.day.day}.{item.meeting.day.month}.{item.meeting.day.year}"
    told = {"group": circular.group.short_on(item.meeting.day, language), "day": day, "number": item.number}
    origin = say(DECIDED_BY, language, **told, title=item.title)
    decision = say(DECISION, language, text=circular.told_decision) if circular.told_decision else ""
    return "\n".join(part for part in (f"{circular.text}\n\n{origin}".strip(), decision) if part)


def _told(item: AgendaItem) -> tuple[object, ...]:
    activities = sorted(activity.id for activity in item.activities)
    papers = [(paper.document.id, paper.title, paper.label) for paper in item.papers]
    texts = (item.title, item.resume or "", item.recommendation or "", item.presentation or "")
    return *texts, item.label, activities, papers


def _kept(work: Work) -> None:
    work.session.flush()
    work.touched("agenda", "meetings", "escalations", "cases", "circulars")
