"""A desk that has been used for many years: seven groups that meet every quarter, with members who come and go."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from referral_desk.models import (
    ActionItem,
    AgendaItem,
    Document,
    DocumentContent,
    Group,
    GroupName,
    Meeting,
    Membership,
    Organisation,
    OrganisationName,
    Paper,
    Person,
    Seat,
)
from referral_desk.models.documents import sha256_of
from referral_desk.vocabulary import (
    ActionState,
    ItemKind,
    MeetingKind,
    Priority,
    Purpose,
    SeatKind,
    Sector,
    Stage,
    Tier,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

TODAY = dt.date(2026, 11, 20)
NOON = dt.datetime(2026, 11, 20, 11, tzinfo=dt.UTC)
YEARS = 2
"""The smallest desk; a larger one has ten or a hundred times as many."""
SECTORS = (Sector.POLICE, Sector.MUNICIPALITY, Sector.NGO, Sector.TRADE_UNION, Sector.SOCIAL_WORK, Sector.HEALTH)
ITEMS = 8
PAPERS = 2
DOCUMENTS = 12
ACTIONS = 40
"""Actions a year; the bench asks for more."""
OPEN_NOW, OPEN_LONG = 5, 500
"""One in so many of the last two years' actions is open, and one in so many of those before."""
TERM = 2
"""Every so many years somebody else takes the seat."""


def fill(session: Session, *, years: int, actions: int = ACTIONS) -> int:
    """Fill an empty store with the last so many years, each with so many actions; give the next national meeting."""
    groups = _groups(session)
    _holders(session, years)
    _documents(session)
    coming = _meetings(session, groups, years)
    _actions(session, groups, years, actions)
    return coming


def _groups(session: Session) -> list[Group]:
    top = Group(code="imwg", tier=Tier.INTERMINISTERIAL)
    national = Group(code="national", tier=Tier.NATIONAL, meetings_per_year=4, parent=top)
    regions = [
        Group(code=f"rg{n}", tier=Tier.REGIONAL, meetings_per_year=4, parent=national, position=n) for n in range(1, 7)
    ]
    for group in (top, national, *regions):
        group.names.append(GroupName(name_da=f"Gruppe {group.code}", name_en=f"Group {group.code}"))
    for number, sector in enumerate(SECTORS):
        body = Organisation(sector=sector, code=f"body-{number}")
        body.names.append(OrganisationName(name_da=f"Sted {number}", name_en=f"Place {number}"))
        session.add(body)
        session.flush()
        for group in regions:
            group.seats.append(Seat(kind=SeatKind.MEMBER, sector=sector, organisation=body, position=number))
    for number, group in enumerate(regions):
        national.seats.append(Seat(kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=group, position=number))
    session.add_all([top, *regions])
    session.flush()
    return [*regions, national]


def _holders(session: Session, years: int) -> None:
    """Members' seats first, so that whoever holds a region's first seat also speaks for it."""
    speakers: dict[tuple[int, int], int] = {}
    people, terms = [], []
    seats = sorted(session.query(Seat), key=lambda seat: seat.represents_group_id is not None)
    first = TODAY.year - years + 1
    for seat in seats:
        for begin in range(first, TODAY.year + 1, TERM):
            key = (seat.represents_group_id or seat.group_id, begin)
            person_id = speakers.get(key) if seat.represents_group_id else None
            if person_id is None:
                person_id = len(people) + 1
                active = begin + TERM > TODAY.year
                people.append(_person(person_id, seat.organisation_id, active=active))
                speakers.setdefault(key, person_id)
            end = None if begin + TERM > TODAY.year else dt.date(begin + TERM - 1, 12, 31)
            period = {"valid_from": dt.date(begin, 1, 1), "valid_to": end, "version": 1}
            terms.append(
                {"seat_id": seat.id, "person_id": person_id, "organisation_id": seat.organisation_id, **period}
            )
    session.execute(insert(Person), people)
    session.execute(insert(Membership), terms)


def _person(key: int, organisation_id: int | None, *, active: bool) -> dict[str, object]:
    return {
        "id": key,
        "version": 1,
        "name": f"Prøve Person {key}",
        "organisation_id": organisation_id,
        "is_active": active,
    }


def _documents(session: Session) -> None:
    for number in range(1, DOCUMENTS + 1):
        words = f"Bilag {number}".encode()
        content = DocumentContent(original=words, safe=words, safe_sha256=sha256_of(words))
        session.add(
            Document(
                sha256=sha256_of(words),
                name=f"bilag-{number}.txt",
                kind="text",
                size=len(words),
                added_at=NOON,
                content=content,
            )
        )
    session.flush()


def _meetings(session: Session, groups: list[Group], years: int) -> int:
    meetings, items, papers = [], [], []
    coming = 0
    for year in range(TODAY.year - years + 1, TODAY.year + 1):
        for quarter in range(1, 5):
            for place, group in enumerate(groups):
                key = len(meetings) + 1
                day = dt.date(year, 3 * quarter, 1 + place)
                over = day < TODAY
                coming = coming if over else key
                meetings.append(_meeting(key, group, day, quarter, Stage.CLOSED if over else Stage.PLANNED))
                for position in range(ITEMS):
                    items.append(_item(len(items) + 1, key, position))
                    papers += [_paper(len(items), number, len(papers)) for number in range(PAPERS)]
    session.execute(insert(Meeting), meetings)
    session.execute(insert(AgendaItem), items)
    session.execute(insert(Paper), papers)
    return coming


def _meeting(key: int, group: Group, day: dt.date, quarter: int, stage: Stage) -> dict[str, object]:
    return {
        "id": key,
        "version": 1,
        "group_id": group.id,
        "kind": MeetingKind.ORDINARY,
        "year": day.year,
        "quarter": quarter,
        "day": day,
        "starts": dt.time(9),
        "ends": dt.time(12),
        "stage": stage,
        "chair_id": 1,
        "secretary_id": 2,
    }


def _item(key: int, meeting_id: int, position: int) -> dict[str, object]:
    return {
        "id": key,
        "version": 1,
        "meeting_id": meeting_id,
        "position": position,
        "title": f"Punkt {position + 1}",
        "kind": ItemKind.INFORMATION_EXCHANGE,
        "purpose": Purpose.DISCUSSION,
        "owner_person_id": 1 + position % 4,
    }


def _paper(item_id: int, position: int, count: int) -> dict[str, object]:
    return {
        "version": 1,
        "item_id": item_id,
        "document_id": 1 + (count // PAPERS * PAPERS + position) % DOCUMENTS,
        "position": position,
        "title": f"Bilag {position + 1}",
    }


def _actions(session: Session, groups: list[Group], years: int, a_year: int) -> None:
    people = session.scalars(select(Person.id).where(Person.is_active).order_by(Person.id)).all()
    former = session.scalars(select(Person.id).order_by(Person.id)).all()
    items = {}
    for group in groups:
        found = select(AgendaItem.id).join(AgendaItem.meeting).where(Meeting.group_id == group.id)
        items[group.id] = session.scalars(found.order_by(AgendaItem.id)).all()
    for ago in reversed(range(years)):
        is_recent = ago < TERM
        rows = []
        for turn in range(a_year):
            number = (years - 1 - ago) * a_year + turn
            group, owners = groups[number % len(groups)], people if is_recent else former
            is_open = number // len(groups) % (OPEN_NOW if is_recent else OPEN_LONG) == 0
            rows.append(_action(number, group, turn, ago, owners, items[group.id], is_open=is_open))
        session.execute(insert(ActionItem), rows)


def _action(
    number: int, group: Group, turn: int, ago: int, owners: Sequence[int], items: Sequence[int], *, is_open: bool
) -> dict[str, object]:
    due = TODAY - dt.timedelta(days=366 * ago + turn % 366 - (90 if is_open else 0))
    is_of_body, owner = number % 3 == 0, owners[number % len(owners)]
    return {
        "version": 1,
        "group_id": group.id,
        "year": due.year,
        "number": number,
        "item_id": items[number % len(items)],
        "text": f"Opgave {number}",
        "searchable": f"opgave {number}",
        "owner_person_id": None if is_of_body else owner,
        "owner_organisation_id": 1 + number % len(SECTORS) if is_of_body else None,
        "contact_id": owner if is_of_body else None,
        "due": due,
        "priority": Priority.NORMAL,
        "state": ActionState.OPEN if is_open else ActionState.DONE,
        "closed_on": None if is_open else due,
        "created_on": due - dt.timedelta(days=30),
    }
