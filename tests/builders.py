"""Rows for tests, with defaults that make sense; say only what the test is about."""

from __future__ import annotations

import datetime as dt
from itertools import count

from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Attendance,
    Case,
    Document,
    DocumentContent,
    EntryComment,
    Escalation,
    EscalationStep,
    Group,
    GroupName,
    Meeting,
    Minutes,
    MinutesEntry,
    Organisation,
    OrganisationName,
    Paper,
    Person,
    Seat,
)
from referral_desk.models.documents import sha256_of
from referral_desk.vocabulary import (
    ActionState,
    AttendanceState,
    AttendeeRole,
    EntryKind,
    EscalationState,
    MinutesState,
    SeatKind,
    Sector,
    Stage,
    Tier,
)

NOON = dt.datetime(2026, 11, 21, 11, tzinfo=dt.UTC)
TODAY = NOON.date()

_numbers = count(1)


def an_organisation(name="Ørsted Kommune", *, sector=Sector.MUNICIPALITY, code=None, **fields):
    made = Organisation(sector=sector, code=code, **fields)
    made.names.append(OrganisationName(name_da=name, name_en=name))
    return made


def a_person(name="Test Person", *, organisation=None, **fields):
    return Person(name=name, organisation=organisation, **fields)


def a_group(name="Testgruppe", *, tier=Tier.REGIONAL, code=None, parent=None, **fields):
    made = Group(code=code or f"group-{next(_numbers)}", tier=tier, **fields)
    made.names.append(GroupName(name_da=name, name_en=name))
    if parent is not None:
        made.report_to(parent)
    return made


def a_seat(group, *, kind=SeatKind.MEMBER, sector=None, **fields):
    made = Seat(kind=kind, sector=sector, position=len(group.seats), **fields)
    group.seats.append(made)
    return made


def a_meeting(group, *, day=dt.date(2026, 12, 3), starts=dt.time(9), ends=dt.time(12), **fields):
    quarter = (day.month + 2) // 3
    return Meeting(group=group, year=day.year, quarter=quarter, day=day, starts=starts, ends=ends, **fields)


def an_item(meeting, title="Et punkt", **fields):
    made = AgendaItem(title=title, position=len(meeting.items), **{"minutes": 15, **fields})
    meeting.items.append(made)
    return made


def a_document(content=b"Hej.", *, name="brev.txt", kind="text", safe=None, **fields):
    safe = content if safe is None else safe
    return Document(
        sha256=sha256_of(content),
        name=name,
        kind=kind,
        size=len(content),
        added_at=NOON,
        content=DocumentContent(original=content, safe=safe, safe_sha256=sha256_of(safe)),
        **fields,
    )


def a_paper(item, document=None, title="Et bilag", **fields):
    made = Paper(title=title, document=document or a_document(), position=len(item.papers), **fields)
    item.papers.append(made)
    return made


def an_action(group, text="Skrive til kommunen", *, due=dt.date(2026, 12, 1), number=None, **fields):
    made = ActionItem(
        group=group, year=2026, number=number or next(_numbers), due=due, created_on=TODAY, state=ActionState.OPEN
    )
    made.say(text)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def a_sheet(meeting, *people, role=AttendeeRole.MEMBER, state=AttendanceState.UNANSWERED):
    """Rows for people on a meeting's sheet, as they are; seats and rules are not looked at."""
    made = [Attendance(person=person, organisation=person.organisation, role=role, state=state) for person in people]
    meeting.attendance.extend(made)
    return made


def some_minutes(meeting, *, stage=None, **fields):
    """Minutes of a meeting that was held; `stage` where they are further than a draft."""
    meeting.stage, meeting.number = stage or Stage.HELD, meeting.number or 1
    meeting.minutes = Minutes(**{"state": MinutesState.DRAFT, **fields})
    return meeting.minutes


def an_entry(minutes, item, text="Drøftet.", *, kind=EntryKind.NOTE, **fields):
    made = MinutesEntry(item=item, text=text, kind=kind, position=len(minutes.entries), **fields)
    minutes.entries.append(made)
    return made


def a_comment(minutes, entry=None, text="Det var i maj.", *, author="Et medlem", said_on=TODAY, **fields):
    quoted = fields.pop("quoted", entry.text if entry else "")
    made = EntryComment(entry=entry, text=text, author=author, said_on=said_on, quoted=quoted, **fields)
    minutes.comments.append(made)
    return made


def a_case(group, title="Ventetid på et sikkert ophold", *, number=None, created_on=TODAY, **fields):
    """A case of a group; without a number it gets one that no other has."""
    number = next(_numbers) if number is None else number
    made = Case(group=group, year=created_on.year, number=number, created_on=created_on, **fields)
    made.say(title, fields.get("summary", ""))
    return made


def an_escalation(case, body, *, state=EscalationState.DRAFT, number=1, since=TODAY, **texts):
    """An escalation of a case on its way to a body, worded so that it could be sent."""
    words = {"title": case.title, "problem": "Der er for få pladser.", "proposal": "At der findes flere."} | texts
    step = EscalationStep(number=1, sender=case.group, body=body, **words)
    made = Escalation(case=case, number=number, state=state, since=since, created_on=since, steps=[step])
    made.settle()
    return made
