"""The demo desk's meetings and agendas, told from resources/demo/*.toml."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from referral_desk.demo import calendar, matters
from referral_desk.demo.people import fill_seats
from referral_desk.demo.reading import read
from referral_desk.demo.record import Recorder
from referral_desk.desk import Work, operation
from referral_desk.models import AgendaItem, Group, Meeting, Organisation, PlanActivity, Setting
from referral_desk.vocabulary import ItemKind, Purpose, SeatKind, Stage, StandingRole

if TYPE_CHECKING:
    from referral_desk.demo.calendar import Slot

PLAN: Final = "AP5"
CHOSEN: Final = 4
STANDING: Final = (
    ("Godkendelse af dagsorden", ItemKind.FORMALITY, Purpose.DECISION, 5, StandingRole.AGENDA_APPROVAL),
    ("Godkendelse af referat fra sidste møde", ItemKind.FORMALITY, Purpose.DECISION, 5, StandingRole.MINUTES_APPROVAL),
    ("Opfølgningspunkter", ItemKind.INFORMATION_EXCHANGE, Purpose.INFORMATION, 20, StandingRole.OPEN_ACTIONS),
)
LAST: Final = (
    "Eventuelt",
    ItemKind.ANY_OTHER_BUSINESS,
    Purpose.INFORMATION,
    10,
    StandingRole.ANY_OTHER_BUSINESS,
)
IMWG_ITEMS: Final = (
    ("Forelæggelser fra den nationale referencegruppe", ItemKind.ESCALATION_PROPOSAL, Purpose.DECISION, 40),
    ("Opfølgning på handlingsplanen", ItemKind.PLAN_FOLLOW_UP, Purpose.DISCUSSION, 40),
)


@operation("coordinator", "administrator")
def fill_demo_desk(work: Work) -> None:
    """Fill a desk that holds the reference data with two years of meetings; the same rows on every machine."""
    session = work.session
    fill_seats(session)
    session.add(Setting(key="demo.today", value=json.dumps(calendar.TODAY.isoformat())))
    groups = {group.code: group for group in session.scalars(select(Group))}
    groups["imwg"].meetings_per_year = len(calendar.IMWG_DAYS)
    bodies = {body.code: body for body in session.scalars(select(Organisation)) if body.code}
    activities = {row.number: row for row in session.scalars(select(PlanActivity)) if row.area.plan.code == PLAN}
    pool = read("items")["item"]
    held: dict[str, int] = {}
    made = []
    for slot in calendar.slots():
        meeting = _meeting(groups[slot.group], slot, held)
        session.add(meeting)
        made.append(meeting)
        if slot.group == "national" and slot.stage is Stage.INVITED:
            rows = read("national")["item"]
            for row in rows:
                _add(meeting, row, bodies, activities)
        else:
            _fill_ordinary(meeting, slot, pool, bodies, activities)
        matters.add_items(meeting)
    session.flush()
    recorder = Recorder.of(session, pool)
    for meeting in sorted(made, key=lambda meeting: (meeting.day, meeting.id)):
        recorder.write(meeting)
    recorder.settle()
    work.touched("groups", "people", "meetings", "settings", "attendance", "minutes", "actions", "mailings")


def _meeting(group: Group, slot: Slot, held: dict[str, int]) -> Meeting:
    number = None
    if slot.stage.step >= Stage.HELD.step:
        key = f"{slot.group}-{slot.quarter.year}"
        held[key] = number = held.get(key, 0) + 1
    people = {
        seat.kind: membership.person for seat in group.seats if (membership := seat.held_on(slot.day)) is not None
    }
    return Meeting(
        group=group,
        year=slot.quarter.year,
        quarter=slot.quarter.number,
        number=number,
        day=slot.day,
        starts=slot.starts,
        ends=slot.ends,
        place=slot.place,
        stage=slot.stage,
        moved_from=slot.moved_from,
        move_reason=slot.move_reason,
        chair=people.get(SeatKind.CHAIR),
        secretary=people.get(SeatKind.SECRETARY),
    )


def _fill_ordinary(
    meeting: Meeting,
    slot: Slot,
    pool: list[dict[str, Any]],
    bodies: dict[str, Organisation],
    activities: dict[str, PlanActivity],
) -> None:
    for title, kind, purpose, minutes, standing in STANDING:
        _append(meeting, AgendaItem(title=title, kind=kind, purpose=purpose, minutes=minutes, standing=standing))
    if slot.group == "imwg":
        for title, kind, purpose, minutes in IMWG_ITEMS:
            _append(meeting, AgendaItem(title=title, kind=kind, purpose=purpose, minutes=minutes))
    else:
        # A walk through the pool that differs from group to group and from quarter to quarter.
        start = (sum(map(ord, slot.group)) + 5 * slot.quarter.number + 3 * slot.quarter.year) % len(pool)
        for step in range(CHOSEN):
            _add(meeting, pool[(start + 5 * step) % len(pool)], bodies, activities)
    title, kind, purpose, minutes, standing = LAST
    _append(meeting, AgendaItem(title=title, kind=kind, purpose=purpose, minutes=minutes, standing=standing))


def _add(
    meeting: Meeting, row: dict[str, Any], bodies: dict[str, Organisation], activities: dict[str, PlanActivity]
) -> None:
    owner = bodies.get(row.get("owner", ""))
    item = AgendaItem(
        title=row["title"],
        kind=ItemKind(row["kind"]),
        purpose=Purpose(row["purpose"]),
        minutes=row["minutes"],
        resume=row.get("resume", "").strip(),
        recommendation=row.get("recommendation", "").strip(),
        presentation=row.get("presentation", "").strip(),
        owner_organisation=owner,
        owner_person=meeting.chair if owner is None and row["kind"] != ItemKind.FORMALITY else None,
        standing=StandingRole(row["standing"]) if "standing" in row else None,
    )
    if row.get("activity"):
        item.activities.append(activities[row["activity"]])
    _append(meeting, item)


def _append(meeting: Meeting, item: AgendaItem) -> None:
    item.position = len(meeting.items)
    meeting.items.append(item)
