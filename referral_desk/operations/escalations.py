"""What the sender of an escalation does: begin it, word it, have the group endorse it, send it, give it up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

from sqlalchemy import func, select

from referral_desk.desk import Work, operation, require
from referral_desk.guard.paper_leaks import leaks_of_papers
from referral_desk.models import (
    Case,
    Escalation,
    EscalationEvent,
    EscalationStep,
    Group,
    MinutesEntry,
    PlanActivity,
)
from referral_desk.models.escalation_papers import papers_along
from referral_desk.models.escalation_rules import check_strict
from referral_desk.models.escalation_steps import NEXT_TIER, TEXTS
from referral_desk.models.findings import refuse_first
from referral_desk.operations.escalating import UNDER_WAY, Change, held_escalation
from referral_desk.operations.leaks import Keep, Subject, check_leaks
from referral_desk.operations.outcome import Done, RemovedRow, Undo, put_back
from referral_desk.texts import N_
from referral_desk.vocabulary import (
    ConsultationRole,
    EscalationEventKind,
    EscalationState,
    Label,
    Urgency,
)

if TYPE_CHECKING:
    from referral_desk.guard.personal_data.papers import ScannedPaper

NOTHING_READ: Final[Mapping[str, ScannedPaper]] = MappingProxyType({})
WAS_SENT: Final = N_("{reference} has a story by now: withdraw it with a reason instead, so that nothing is lost.")
NOBODY_ABOVE: Final = N_("No group stands above {body} today: choose the body that is to have it.")
GROUP_ENDED: Final = N_(
    "{group} has ended, so nobody there can endorse it: the coordinator closes the case, or carries it up in its place."
)
TOP: Final = N_("Nobody stands above {body}: it answers the matter itself.")


class StepFields(TypedDict, total=False):
    """What can be said of a step; what is not given stays."""

    title: str
    problem: str
    consequence: str
    tried: str
    proposal: str
    legal_point: str
    role: ConsultationRole
    label: Label
    urgency: Urgency
    due: dt.date | None
    activity_ids: Sequence[int]
    jump_reason: str
    body_id: int


@operation("coordinator", "secretary", "chair")
def begin_escalation(work: Work, *, case_id: int, version: int) -> Done:
    """Begin to carry a case up: a draft to the body one step above its group, with what the case says.

    Invalid for a closed case, while another escalation of it is on its way, and for a group that has ended: nobody
    there can endorse it, so only the coordinator carries it up in its place.
    """
    case = work.hold(Case, case_id, version)
    case.check_open()
    has_ended = case.group.valid_to is not None and case.group.valid_to < work.today
    require(not has_ended or "coordinator" in work.user.roles, GROUP_ENDED, group=case.group.code.upper())
    under_way = case.open_escalation
    require(under_way is None, UNDER_WAY, reference=under_way.reference if under_way else "")
    step = EscalationStep(
        number=1,
        sender=case.group,
        body=body_above(work, case.group),
        role=ConsultationRole.DECISION,
        label=case.label,
        title=case.title,
        problem=case.summary,
        activities=list(case.activities),
    )
    made = Escalation(
        case=case,
        number=_last_number(work, case) + 1,
        state=EscalationState.DRAFT,
        since=work.today,
        created_on=work.today,
        steps=[step],
        events=[
            EscalationEvent(at=work.now, who=work.user.name, kind=EscalationEventKind.MADE, group=case.group, text="")
        ],
    )
    made.settle()
    work.session.add(made)
    work.session.flush()
    work.touched("escalations", "cases")
    return Done(made.id, Undo(remove_escalation, {"escalation_id": made.id, "version": made.version}))


@operation("coordinator", "secretary", "chair")
def remove_escalation(work: Work, *, escalation_id: int, version: int) -> Done:
    """Take away a draft that was begun by mistake; Invalid for what was more than a draft once."""
    escalation = held_escalation(work, escalation_id, version)
    is_new = escalation.state is EscalationState.DRAFT and len(escalation.events) == 1
    require(is_new and not escalation.step.snapshots, WAS_SENT, reference=escalation.reference)
    rows = [RemovedRow.of(row) for row in (escalation, *escalation.steps, *escalation.events)]
    activities = tuple(activity.id for activity in escalation.step.activities)
    work.session.delete(escalation)
    work.touched("escalations", "cases")
    return Done(escalation_id, Undo(restore_escalation, {"rows": rows, "activity_ids": activities}))


@operation("coordinator", "secretary", "chair")
def restore_escalation(work: Work, *, rows: Sequence[RemovedRow], activity_ids: Sequence[int]) -> Done:
    """Put a removed draft back with its words; Invalid where the case was closed or goes up anew by now.

    Where its number was given away meanwhile it has the next.
    """
    case = work.hold(Case, rows[0].values["case_id"])
    case.check_open()
    under_way = case.open_escalation
    require(under_way is None, UNDER_WAY, reference=under_way.reference if under_way else "")
    values = dict(rows[0].values)
    if any(one.number == values["number"] for one in case.escalations):
        values["number"] = _last_number(work, case) + 1
    put_back(work, [RemovedRow(rows[0].kind, values), *rows[1:]])
    escalation = work.get(Escalation, values["id"])
    if escalation.step.label.rank < case.label.rank:
        escalation.step.label = case.label
    escalation.step.activities = [work.get(PlanActivity, activity_id) for activity_id in activity_ids]
    work.session.flush()
    work.touched("escalations", "cases")
    again = {"escalation_id": escalation.id, "version": escalation.version}
    return Done(escalation.id, Undo(remove_escalation, again))


@operation("coordinator", "secretary", "chair")
def word_step(work: Work, *, escalation_id: int, version: int, **fields: Unpack[StepFields]) -> Done:
    """Change what the next body is told and asked, as long as it lies with the sender (Invalid).

    The label may be stricter than that of the case or one level below, never looser; the body is one above the sender,
    and one that is not the next needs a reason before it is sent (V5), which goes when it is the next again.
    """
    escalation = held_escalation(work, escalation_id, version)
    change, step = Change(work, escalation), escalation.step
    # A look-up in between would write the changes so far, and count a version for each.
    with work.session.no_autoflush:
        step.word(**{name: str(text) for name, text in fields.items() if name in TEXTS})
        if "label" in fields:
            step.restrict(fields["label"])
            check_strict(step)
        if "body_id" in fields:
            step.ask(work.get(Group, fields["body_id"]))
        if "due" in fields:
            require(fields["due"] is None or fields["due"] >= work.today, "The day lies behind us: choose a later one.")
            step.due = fields["due"]
        if "role" in fields:
            step.role = fields["role"]
        if "urgency" in fields:
            step.urgency = fields["urgency"]
        if "jump_reason" in fields:
            step.jump_reason = " ".join(fields["jump_reason"].split())
        if not step.skips_level:
            step.jump_reason = ""
        if "activity_ids" in fields:
            chosen = dict.fromkeys(fields["activity_ids"])
            step.activities = [work.get(PlanActivity, activity_id) for activity_id in chosen]
    return change.kept()


@operation("coordinator", "secretary", "chair")
def endorse_escalation(
    work: Work,
    *,
    escalation_id: int,
    version: int,
    entry_id: int | None = None,
    note: str = "",
    day: dt.date | None = None,
    kept: Collection[Keep] = (),
) -> Done:
    """Say that the group wants it sent: a decision in its own minutes, or a note of how it agreed otherwise.

    `day` is that of the meeting, or today. Invalid with neither, with another group's entry, and for a day to come.
    """
    escalation = held_escalation(work, escalation_id, version)
    change = Change(work, escalation)
    entry = None if entry_id is None else work.get(MinutesEntry, entry_id)
    on = day or (entry.item.meeting.day if entry is not None else work.today)
    require(on <= work.today, "The group cannot have endorsed it on a day to come.")
    check_leaks(work, {"note": note}, kept, subject=Subject("escalation", escalation.id))
    escalation.endorse(entry, note, work.today)
    escalation.endorsed_on = on
    change.tell(EscalationEventKind.ENDORSED, escalation.step.sender, note or on.isoformat())
    return change.kept()


@operation("coordinator", "secretary", "chair")
def unendorse_escalation(work: Work, *, escalation_id: int, version: int) -> Done:
    """Back to the draft: the group is asked again."""
    escalation = held_escalation(work, escalation_id, version)
    change = Change(work, escalation)
    escalation.unendorse(work.today)
    change.tell(EscalationEventKind.REOPENED, escalation.step.sender)
    return change.kept()


@operation("coordinator", "secretary", "chair")
def send_escalation(
    work: Work,
    *,
    escalation_id: int,
    version: int,
    kept: Collection[Keep] = (),
    paper_ids: Collection[int] | None = None,
    looks: Mapping[str, ScannedPaper] = NOTHING_READ,
) -> Done:
    """Send it to the next body and freeze what was sent; it can be taken back until that body has accepted it.

    `paper_ids` are the papers that go along, of the case and of what was merged into it, without them those that do not
    stay; `looks` is what the leak alarm says of each, by its document's SHA-256. LeaksFound where a text holds what
    looks like personal data that nobody `kept` with a reason; Invalid where a paper does, or was not looked through,
    where words are missing, and where it skips a level and does not say why (V5): that reason stands in its story.
    """
    escalation = held_escalation(work, escalation_id, version)
    # Nobody changes a paper meanwhile.
    work.hold(Case, escalation.case_id)
    change, step = Change(work, escalation), escalation.step
    require(step.body.valid_on(work.today), NOBODY_ABOVE, body=step.sender.code.upper())
    papers = papers_along(step, paper_ids)
    escalation.send(work.now, work.user.name, work.today, papers)
    texts = {**step.texts(), "jump_reason": step.jump_reason}
    # What the group kept in the draft is kept.
    before = (Subject("escalation", escalation.id),)
    check_leaks(work, texts, kept, subject=Subject("escalation_step", step.id), also=before)
    if papers:
        refuse_first(leaks_of_papers(work.session, papers, looks).findings)
    change.tell(EscalationEventKind.SENT, step.sender, step.jump_reason if step.skips_level else "")
    done = change.kept()
    again = {"escalation_id": escalation.id, "version": escalation.version}
    return Done(done.id, Undo(recall_escalation, again))


@operation("coordinator", "secretary", "chair")
def recall_escalation(work: Work, *, escalation_id: int, version: int) -> Done:
    """Take the sending back before the body has accepted it (Invalid); what was sent is kept, and the story tells."""
    escalation = held_escalation(work, escalation_id, version)
    change = Change(work, escalation)
    escalation.recall(work.today)
    change.tell(EscalationEventKind.RECALLED, escalation.step.sender)
    return Done(change.kept().id)


@operation("coordinator", "secretary", "chair")
def withdraw_escalation(
    work: Work, *, escalation_id: int, version: int, reason: str, kept: Collection[Keep] = ()
) -> Done:
    """The group that raised it gives it up, with a reason; Invalid once another body has it."""
    escalation = held_escalation(work, escalation_id, version)
    change = Change(work, escalation)
    check_leaks(work, {"reason": reason}, kept, subject=Subject("escalation", escalation.id))
    escalation.withdraw(reason, work.today)
    change.tell(EscalationEventKind.WITHDRAWN, escalation.origin, reason)
    return change.kept()


def _last_number(work: Work, case: Case) -> int:
    return work.session.scalar(select(func.max(Escalation.number)).where(Escalation.case_id == case.id)) or 0


def body_above(work: Work, group: Group) -> Group:
    """The body one step above a group: the one it reports to, else the one of that tier that stands today (V5).

    Invalid at the top, and where nobody stands there.
    """
    tier = NEXT_TIER.get(group.tier)
    require(tier is not None, TOP, body=group.code.upper())
    if group.parent is not None and group.parent.tier is tier and group.parent.valid_on(work.today):
        return group.parent
    standing = work.session.scalars(select(Group).where(Group.tier == tier).order_by(Group.position, Group.id))
    found = next((one for one in standing if one.valid_on(work.today)), None)
    require(found is not None, NOBODY_ABOVE, body=group.code.upper())
    assert found is not None
    return found
