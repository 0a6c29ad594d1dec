"""What one does with cases: write one down, change what is told of it, link it to agendas, close it, take it away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypedDict, TypeVar, Unpack

from sqlalchemy import func, select
from sqlalchemy.orm.attributes import flag_modified

from referral_desk.desk import Work, operation, require
from referral_desk.models import AgendaItem, Case, Escalation, EscalationStep, Group, PicklistEntry, PlanActivity
from referral_desk.models.cases import STILL_MOVING
from referral_desk.operations.escalating import held_escalation
from referral_desk.operations.outcome import Done, RemovedRow, Undo, put_back, refuse_cpr
from referral_desk.texts import N_
from referral_desk.vocabulary import Answer, CaseKind, Label

Row = TypeVar("Row")

PICKED: Final = ("theme", "setting", "trade", "age_band", "victim_status", "residence_status", "minor_support")
"""The fields that hold a code of the picklist of the same name."""
NOT_LISTED: Final = N_("Choose from the list: what was chosen does not stand on it today.")
HAS_ESCALATION: Final = N_("{reference} was carried up: close it with a reason instead, so that nothing is lost.")


class CaseDetails(TypedDict, total=False):
    """What can be told of a case beside its words; what is not given stays. Empty codes and UNKNOWN mean not known."""

    label: Label
    theme: str
    setting: str
    trade: str
    age_band: str
    victim_status: str
    residence_status: str
    guidance_on: dt.date | None
    is_detained: Answer
    is_minor: Answer
    has_representative: Answer
    minor_support: str
    has_child_plan: Answer
    has_municipal_plan: Answer
    committee_consulted: Answer
    exploitation_ids: Sequence[int]
    activity_ids: Sequence[int]


class CaseFields(CaseDetails, total=False):
    """What can be changed about a case."""

    kind: CaseKind
    title: str
    summary: str


@dataclass(frozen=True)
class CaseBefore:
    """How a case stood before a change: its columns, and the ids of what it is linked to."""

    values: dict[str, Any]
    exploitation_ids: tuple[int, ...]
    activity_ids: tuple[int, ...]
    item_ids: tuple[int, ...] | None = None
    """None where the change leaves the items alone."""
    loosened: tuple[tuple[int, Label, Label], ...] = ()
    """What was not sent yet and became as strict as the case: a step's id, its label before and since."""


@operation("coordinator", "secretary", "chair")
def add_case(
    work: Work, *, group_id: int, kind: CaseKind, title: str, summary: str = "", **fields: Unpack[CaseDetails]
) -> Done:
    """Write down a case of a group and give it its reference.

    Invalid without a title, with what looks like a CPR number, with a code that its picklist does not have today, and
    where age band and minor contradict each other.
    """
    refuse_cpr(title, summary)
    _check_codes(work, fields, None)
    # References are given one after the other: two desks that write at once wait for each other.
    group = work.hold(Group, group_id)
    case = Case(
        group=group, year=work.today.year, number=_next_number(work, group_id, work.today.year), created_on=work.today
    )
    case.is_minor = Answer.UNKNOWN
    case.kind = kind
    case.say(title, summary)
    with work.session.no_autoflush:
        _set(work, case, fields)
    work.session.add(case)
    _kept(work)
    return Done(case.id, Undo(remove_case, {"case_id": case.id, "version": case.version}))


@operation("coordinator", "secretary", "chair")
def edit_case(work: Work, *, case_id: int, version: int, **fields: Unpack[CaseFields]) -> Done:
    """Change an open case; refuses what `add_case` refuses, and a case that is closed (Invalid).

    Where it becomes stricter, what is not sent of it yet becomes as strict: nobody above reads more than it says.
    """
    going = _held_escalation_of(work, case_id) if "label" in fields else None
    case = work.hold(Case, case_id, version)
    case.check_open()
    title, summary = fields.get("title", case.title), fields.get("summary", case.summary)
    refuse_cpr(title, summary)
    _check_codes(work, fields, case)
    before = _before(case)
    # A look-up in between would write the changes so far, and count a version for each.
    with work.session.no_autoflush:
        case.say(title, summary)
        if "kind" in fields:
            case.kind = fields["kind"]
        _set(work, case, fields)
    before = replace(before, loosened=_tighten(work, case, going))
    return _changed(work, case, before)


@operation("coordinator", "secretary", "chair")
def close_case(work: Work, *, case_id: int, version: int, reason: str) -> Done:
    """End a case with a reason; Invalid while it is on its way through the groups."""
    refuse_cpr(reason)
    case = work.hold(Case, case_id, version)
    before = _before(case)
    case.close(work.today, reason)
    return _changed(work, case, before)


@operation("coordinator", "secretary", "chair")
def reopen_case(work: Work, *, case_id: int, version: int) -> Done:
    """Open a closed case again."""
    case = work.hold(Case, case_id, version)
    before = _before(case)
    case.reopen()
    return _changed(work, case, before)


@operation("coordinator", "secretary", "chair")
def link_case(work: Work, *, case_id: int, item_id: int) -> Done:
    """Say that an item of an agenda dealt, or is to deal, with an open case; once is enough."""
    case, item = work.hold(Case, case_id), work.get(AgendaItem, item_id)
    case.check_open()
    if item in case.items:
        return Done(case.id)
    before = _before(case, with_items=True)
    case.items.append(item)
    return _changed(work, case, before, "agenda")


@operation("coordinator", "secretary", "chair")
def unlink_case(work: Work, *, case_id: int, item_id: int) -> Done:
    """Take the link between an open case and an item of an agenda away."""
    case, item = work.hold(Case, case_id), work.get(AgendaItem, item_id)
    case.check_open()
    if item not in case.items:
        return Done(case.id)
    before = _before(case, with_items=True)
    case.items.remove(item)
    return _changed(work, case, before, "agenda")


@operation("coordinator", "secretary", "chair")
def take_back_case(work: Work, *, case_id: int, version: int, before: CaseBefore) -> Done:
    """Undo a change of a case: all is as it was, but what it was linked to and is gone meanwhile.

    Invalid where it would be closed again and is on its way through the groups by now.
    """
    going = _held_escalation_of(work, case_id)
    case = work.hold(Case, case_id, version)
    is_moving = before.values["closed_on"] is not None and case.open_escalation is not None
    require(not is_moving, STILL_MOVING, reference=case.reference)
    now = _before(case, with_items=before.item_ids is not None)
    for name, value in before.values.items():
        setattr(case, name, value)
    _link(work, case, before)
    _loosen(work, going, before)
    now = replace(now, loosened=_tighten(work, case, going))
    return _changed(work, case, now, "agenda")


@operation("coordinator", "secretary", "chair")
def remove_case(work: Work, *, case_id: int, version: int) -> Done:
    """Take away an open case that was written down by mistake; Invalid once it was carried up."""
    case = work.hold(Case, case_id, version)
    case.check_open()
    used = work.session.scalar(select(Escalation.id).where(Escalation.case_id == case.id).limit(1))
    require(used is None, HAS_ESCALATION, reference=case.reference)
    papers = [RemovedRow.of(paper) for paper in case.papers]
    again = {"row": RemovedRow.of(case), "links": _before(case, with_items=True), "papers": papers}
    work.session.delete(case)
    work.touched("cases", "agenda")
    return Done(case_id, Undo(restore_case, again))


@operation("coordinator", "secretary", "chair")
def restore_case(work: Work, *, row: RemovedRow, links: CaseBefore, papers: Sequence[RemovedRow] = ()) -> Done:
    """Put a removed case back with its papers; its reference stays its own, unless it was given away meanwhile."""
    values = dict(row.values)
    work.hold(Group, values["group_id"])
    same = select(Case.id).where(*(getattr(Case, name) == values[name] for name in ("group_id", "year", "number")))
    if work.session.scalar(same) is not None:
        values["number"] = _next_number(work, values["group_id"], values["year"])
    case = put_back(work, [RemovedRow(row.kind, values), *papers])
    assert isinstance(case, Case)
    _link(work, case, links)
    _kept(work, "agenda")
    return Done(case.id, Undo(remove_case, {"case_id": case.id, "version": case.version}))


def _before(case: Case, *, with_items: bool = False) -> CaseBefore:
    told = RemovedRow.of(case).values
    return CaseBefore(
        {name: value for name, value in told.items() if name not in _ITS_OWN},
        tuple(entry.id for entry in case.exploitations),
        tuple(activity.id for activity in case.activities),
        tuple(item.id for item in case.items) if with_items else None,
    )


_ITS_OWN: Final = frozenset({"id", "group_id", "year", "number", "created_on"})
"""What no change touches."""


def _changed(work: Work, case: Case, before: CaseBefore, *areas: str) -> Done:
    # What a case is linked to is kept in tables of its own: its version must tell of it all the same.
    flag_modified(case, "title")
    _kept(work, *areas)
    return Done(case.id, Undo(take_back_case, {"case_id": case.id, "version": case.version, "before": before}))


def _held_escalation_of(work: Work, case_id: int) -> Escalation | None:
    """The escalation of a case that is on its way, held: before the case, as all that is done with it does."""
    found = select(Escalation.id).where(Escalation.case_id == case_id, Escalation.closed_on.is_(None))
    key = work.session.scalar(found.limit(1))
    return held_escalation(work, key) if key is not None else None


def _tighten(work: Work, case: Case, going: Escalation | None) -> tuple[tuple[int, Label, Label], ...]:
    """Make what is not sent of a case as strict as the case is; give what that changed."""
    if going is None or not going.state.is_with_sender or going.step.label.rank >= case.label.rank:
        return ()
    step = going.step
    changed = (step.id, step.label, case.label)
    step.label = case.label
    flag_modified(going, "since")
    work.touched("escalations")
    return (changed,)


def _loosen(work: Work, going: Escalation | None, before: CaseBefore) -> None:
    """Give what became stricter with the case its label again, where it was not sent nor changed since."""
    for key, was, since in before.loosened:
        step = work.session.get(EscalationStep, key)
        is_there = step is not None and going is not None and going.state.is_with_sender and step is going.step
        if is_there and step is not None and going is not None and step.label is since:
            step.label = was
            flag_modified(going, "since")
            work.touched("escalations")


def _kept(work: Work, *areas: str) -> None:
    work.session.flush()
    work.touched("cases", *areas)


def _link(work: Work, case: Case, links: CaseBefore) -> None:
    """Link a case to what it was linked to, as far as that is still there."""
    session = work.session
    with session.no_autoflush:
        case.exploitations = _there(session.get(PicklistEntry, key) for key in links.exploitation_ids)
        case.activities = _there(session.get(PlanActivity, key) for key in links.activity_ids)
        if links.item_ids is not None:
            case.items = _there(session.get(AgendaItem, key) for key in links.item_ids)


def _there(rows: Iterable[Row | None]) -> list[Row]:
    return [row for row in rows if row is not None]


def _check_codes(work: Work, fields: CaseDetails, case: Case | None) -> None:
    """Refuse codes that their picklist does not have today; what a case has already may stay."""
    for name in PICKED:
        code = fields.get(name)
        if not code or (case is not None and getattr(case, name) == code):
            continue
        found = select(PicklistEntry).where(PicklistEntry.picklist == name, PicklistEntry.code == code)
        entry = work.session.scalar(found)
        require(entry is not None and entry.valid_on(work.today), NOT_LISTED)


def _set(work: Work, case: Case, fields: CaseDetails) -> None:
    if "age_band" in fields or "is_minor" in fields:
        case.tell_age(fields.get("age_band", case.age_band or ""), fields.get("is_minor"))
    for name in _PLAIN:
        if name in fields:
            setattr(case, name, fields[name])
    if "exploitation_ids" in fields:
        case.exploitations = _exploitations(work, case, fields["exploitation_ids"])
    if "activity_ids" in fields:
        case.activities = [work.get(PlanActivity, key) for key in dict.fromkeys(fields["activity_ids"])]


_PLAIN: Final = (
    *("label", "theme", "setting", "trade", "victim_status", "residence_status", "guidance_on", "is_detained"),
    *("has_representative", "minor_support", "has_child_plan", "has_municipal_plan", "committee_consulted"),
)


def _exploitations(work: Work, case: Case, ids: Sequence[int]) -> list[PicklistEntry]:
    chosen = [work.get(PicklistEntry, key) for key in dict.fromkeys(ids)]
    held = case.exploitations
    listed = all(one.picklist == "exploitation" and (one in held or one.valid_on(work.today)) for one in chosen)
    require(listed, NOT_LISTED)
    is_both = len(chosen) > 1 and any(one.code == "unknown" for one in chosen)
    require(not is_both, "Choose the kinds of exploitation that are known, or “not known” alone.")
    return chosen


def _next_number(work: Work, group_id: int, year: int) -> int:
    last = select(func.max(Case.number)).where(Case.group_id == group_id, Case.year == year)
    return (work.session.scalar(last) or 0) + 1
