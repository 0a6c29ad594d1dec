"""What the random histories of escalations are made of: what can be done, what must hold, a fresh start."""

import datetime as dt
from dataclasses import dataclass
from itertools import count

from hypothesis import Phase
from hypothesis import strategies as st
from sqlalchemy import event, text

from referral_desk.desk import operation
from referral_desk.errors import DeskError
from referral_desk.models import Base, Case, Escalation, Meeting, Minutes
from referral_desk.models.escalation_rules import check_mergeable
from referral_desk.operations.answers import (
    close_escalation,
    release_answer,
    reopen_escalation,
    take_back_answer,
    take_back_release,
)
from referral_desk.operations.deliveries import coming_meeting, report
from referral_desk.operations.escalation_decisions import (
    accept_escalation,
    answer_escalation,
    forward_escalation,
    merge_escalation,
    put_escalation_on_agenda,
    return_escalation,
    separate_escalation,
    take_escalation_off,
    take_up_escalation,
)
from referral_desk.operations.escalations import (
    begin_escalation,
    endorse_escalation,
    recall_escalation,
    remove_escalation,
    send_escalation,
    unendorse_escalation,
    withdraw_escalation,
    word_step,
)
from referral_desk.operations.standing import follow
from referral_desk.queries.escalation_acts import EscalationActs
from referral_desk.vocabulary import (
    ConsultationRole,
    EscalationEventKind,
    EscalationLane,
    EscalationState,
    ItemOutcome,
    MeetingKind,
    MinutesState,
    Stage,
    StepOutcome,
    Tier,
)
from tests.builders import TODAY

SEEN = {"language": "da"}
DECIDED = {StepOutcome.FORWARDED, StepOutcome.ANSWERED}
ABOVE = {Tier.REGIONAL: Tier.NATIONAL, Tier.NATIONAL: Tier.INTERMINISTERIAL}
TOLD = {
    EscalationLane.REGIONAL: {Tier.REGIONAL},
    EscalationLane.NATIONAL: {Tier.NATIONAL},
    EscalationLane.INTERMINISTERIAL: {Tier.INTERMINISTERIAL},
}
KEPT = {"groups", "group_names", "standing_items", "settings", "log_entries"}
PHASES = (Phase.explicit, Phase.generate)
"""A history is made of whole steps: the one that fails is told as it was, which is far quicker than a shorter one."""
_numbers = count(1)

ACTS = {
    "word": (word_step, lambda _seen: {"problem": f"Problem {next(_numbers)}."}),
    "endorse": (endorse_escalation, lambda _seen: {"note": "Aftalt."}),
    "unendorse": (unendorse_escalation, lambda _seen: {}),
    "send": (send_escalation, lambda _seen: {}),
    "recall": (recall_escalation, lambda _seen: {}),
    "withdraw": (withdraw_escalation, lambda _seen: {"reason": "Løst."}),
    "remove": (remove_escalation, lambda _seen: {}),
    "accept": (accept_escalation, lambda _seen: {}),
    "send_back": (return_escalation, lambda _seen: {"reason": "Hvor mange?"}),
    "merge": (merge_escalation, lambda seen: {"reason": "Samme.", "lead_id": (*seen.leads, 1)[0]}),
    "separate": (separate_escalation, lambda _seen: {}),
    "put_on_agenda": (put_escalation_on_agenda, lambda _seen: {}),
    "take_off": (take_escalation_off, lambda _seen: {}),
    "forward": (forward_escalation, lambda _seen: {"reason": "Principielt."}),
    "take_up": (take_up_escalation, lambda _seen: {"reason": "Vi gør det selv."}),
    "answer": (answer_escalation, lambda _seen: {"text": f"Svar {next(_numbers)}.", "journal_number": "2026-1"}),
    "take_back_answer": (take_back_answer, lambda _seen: {"reason": "Det var det forkerte svar."}),
    "release": (release_answer, lambda seen: {"feedback": {step: f"Til trin {step}." for step in seen.steps}}),
    "take_back_release": (take_back_release, lambda _seen: {}),
    "close": (close_escalation, lambda _seen: {}),
    "reopen": (reopen_escalation, lambda _seen: {}),
}
ONWARD = ("endorse", "send", "accept", "put_on_agenda", "answer", "release", "close")
"""What brings an escalation nearer to its end, by hand."""
UPWARD = ("endorse", "send", "accept", "put_on_agenda", "forward", "send", "accept")
START = st.tuples(
    st.integers(0, 6),
    st.sampled_from([0, 1, 2, 3, 4, 4, 6, 7, 7]),
    st.sampled_from([False] * 7 + [True]),
    st.sampled_from([0] * 6 + [10, 11]),
)


@dataclass
class Seen:
    """What somebody who looks at an escalation sees of it."""

    version: int
    acts: EscalationActs
    leads: list[int]
    steps: list[int]
    lacks: list[str]
    has_agenda: bool


@operation("coordinator")
def raise_cases(work, *, group_ids, starts):
    """Several groups write a case down and carry it so far up, in one change; some skip a level."""
    for region, how_far, jumps, role in starts:
        case = Case(group_id=group_ids[region], year=2026, number=next(_numbers), created_on=work.today)
        case.say("Ventetid", "Der er for få pladser.")
        work.session.add(case)
        work.session.flush()
        key = begin_escalation(work, case_id=case.id, version=1).id
        words = {"proposal": "At der findes flere."}
        if role > 9:
            words["role"] = list(ConsultationRole)[role - 9]
        if jumps and region < 6:
            words |= {"body_id": group_ids[-1], "jump_reason": f"Haster {next(_numbers)}."}
        word_step(work, escalation_id=key, version=1, **words)
        for name in UPWARD[:how_far]:
            one = work.get(Escalation, key)
            is_at_top = one.step.body.tier is Tier.INTERMINISTERIAL
            if name == "forward" and is_at_top:
                break
            if name == "put_on_agenda" and coming_meeting(work, one.step.body_id) is None:
                break
            version = one.version
            ACTS[name][0](work, escalation_id=key, version=version, **ACTS[name][1](None))


@operation("coordinator")
def minute_meeting(work, *, meeting_id, outcomes, approves):
    """What holding a meeting, and approving its minutes, do with what stands on the agenda."""
    meeting = work.get(Meeting, meeting_id)
    if meeting.minutes is None:
        meeting.stage, meeting.minutes = Stage.HELD, Minutes(state=MinutesState.DRAFT)
        for place, item in enumerate(meeting.items):
            item.outcome = outcomes[place % len(outcomes)]
    if approves:
        meeting.stage, meeting.minutes.state = Stage.APPROVED, MinutesState.APPROVED
    work.session.flush()
    report(work, meeting)
    follow(work, meeting.group_id)
    work.touched("meetings")


def can_lead(lead, follower):
    if not (follower.state.is_with_receiver and lead.state.is_with_receiver and lead.holder_id == follower.holder_id):
        return False
    try:
        check_mergeable(follower, lead)
    except DeskError:
        return False
    return True


def one_place(one):
    """Exactly one body has it, and it stands in one inbox, on one agenda or in one list of answers."""
    holder = one.responsible
    assert (holder is not None) == one.state.is_open == (one.closed_on is None)
    assert one.holder_id == (holder or one.origin).id
    assert len({step.number for step in one.steps}) == len(one.steps)
    if one.lane in TOLD:
        assert one.holder.tier in TOLD[one.lane]
    item, is_undecided = one.step.item, one.state in {EscalationState.ACCEPTED, EscalationState.ON_AGENDA}
    stands = item is not None and item.is_live
    assert (one.state is EscalationState.ON_AGENDA) == (is_undecided and stands)
    if one.state is EscalationState.ON_AGENDA:
        assert item.meeting.stage is not Stage.CLOSED
        assert item.meeting.group_id == one.step.body_id == one.holder_id
    if is_undecided and not stands:
        assert item is None or item.waiting_group_id == one.step.body_id
    if not is_undecided and one.step.outcome not in DECIDED:
        assert item is None
    if one.state is EscalationState.MERGED:
        lead = one.lead
        assert lead.state.is_open
        assert lead.state is not EscalationState.MERGED
        assert not lead.deliveries
        assert one.lane is EscalationLane.MERGED


def one_way_up(one):
    """One level at a time, or a reason in the story; each step begins where the one before it ended."""
    assert one.way[0].sender_id == one.case.group_id
    for before, after in zip(one.way, one.way[1:], strict=False):
        assert before.body_id == after.sender_id
        assert before.outcome is StepOutcome.FORWARDED
        assert after.label.rank >= before.label.rank
    reasons = [line.text for line in one.events if line.kind is EscalationEventKind.SENT]
    for step in one.steps:
        for snapshot in step.snapshots:
            if step.body.tier is not ABOVE[step.sender.tier]:
                assert snapshot.read()["jump_reason"] in reasons
                assert snapshot.read()["jump_reason"]
    assert len(reasons) == sum(len(step.snapshots) for step in one.steps)


def one_way_home(one):
    """The answer reaches each origin once, and each body that passed it on once in the whole family."""
    if not one.state.is_answered or one.state is EscalationState.ANSWERED:
        assert not one.deliveries
        return
    assert [delivery.group_id for delivery in one.deliveries].count(one.origin.id) == 1
    family = one.lead.family
    origins = {member.case.group_id for member in family}
    heard = [delivery.group_id for member in family for delivery in member.deliveries]
    passed = {step.sender_id for member in family for step in member.way[1:]} - origins
    assert sorted(heard) == sorted([member.case.group_id for member in family] + list(passed))
    for delivery in one.deliveries:
        assert delivery.text
        item = delivery.item
        if item is not None:
            assert item.meeting.group_id == delivery.group_id
            # Once told outside a meeting it may be dropped from the agenda.
            assert item.is_live or delivery.is_told or item.waiting_group_id == delivery.group_id
        if delivery.is_told:
            assert delivery.reported_on is not None
            assert EscalationEventKind.TOLD in {line.kind for line in one.events}
        elif delivery.reported_on is not None:
            assert item.meeting.minutes.is_frozen
            assert item.fate in {ItemOutcome.NOTED, ItemOutcome.DECIDED}
    is_reported = all(delivery.reported_on for delivery in one.deliveries)
    assert is_reported == (one.state in {EscalationState.REPORTED, EscalationState.CLOSED})


def year_of(place, group_id):
    """Eight meetings of a group in two years, a week after the groups below it."""
    for quarter in range(8):
        day = TODAY + dt.timedelta(days=10 + 91 * quarter + 7 * max(0, place - 5))
        yield {
            "version": 1,
            "group_id": group_id,
            "kind": MeetingKind.ORDINARY,
            "year": day.year,
            "quarter": (day.month + 2) // 3,
            "day": day,
            "starts": dt.time(9),
            "ends": dt.time(12),
            "stage": Stage.PLANNED,
        }


def empty(database):
    """Forget the last history, but not the groups."""
    names = [name for name in Base.metadata.tables if name not in KEPT]
    with database.write() as session:
        if session.get_bind().dialect.name == "postgresql":
            session.execute(text(f"TRUNCATE {', '.join(names)}"))
            return
        session.execute(text("PRAGMA defer_foreign_keys = ON"))
        for name in names:
            session.execute(text(f"DELETE FROM {name}"))


def hasten(database):
    """A test need not survive a power cut."""

    def connect(connection, _record):
        for pragma in ("synchronous=OFF", "secure_delete=OFF"):
            connection.execute(f"PRAGMA {pragma}").fetchall()

    database.engine.dispose()
    event.listen(database.engine, "connect", connect)
