"""A small chain of groups for tests: a national group, two regional ones, people in seats, a picture of it all."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select

from referral_desk.models import Base, LogEntry, Mandate
from referral_desk.operations.invitations import draft_mailing, mark_sent
from referral_desk.vocabulary import MailingKind, SeatKind, Sector, Tier
from tests.builders import a_group, a_meeting, a_person, a_seat, an_organisation

SINCE = dt.date(2020, 1, 1)


@dataclass
class Chain:
    """Ids of what `lay_chain` made."""

    imwg: int
    national: int
    north: int
    south: int
    police: int
    union: int
    chair: int
    officer: int
    chair_seat: int
    police_seat: int
    empty_seat: int
    voice: int


def lay_chain(database):
    """The northern group has a chair, a police officer and an empty seat; the chair speaks for it above."""
    with database.write() as session:
        police = an_organisation("Nordjyllands Politi", sector=Sector.POLICE)
        union = an_organisation("3F", sector=Sector.TRADE_UNION)
        imwg = a_group("Tværministeriel arbejdsgruppe", tier=Tier.INTERMINISTERIAL, code="imwg")
        national = a_group("National referencegruppe", tier=Tier.NATIONAL, code="national", parent=imwg)
        north = a_group("Regional referencegruppe 1", code="rg1", parent=national, position=1, meetings_per_year=4)
        south = a_group("Regional referencegruppe 2", code="rg2", parent=national, position=2, place="Syd")
        north.names[0].short_da = north.names[0].short_en = "RG1"
        north.mandates.append(Mandate(text_da="Binder de lokale sammen.", text_en="Ties in the local actors."))
        chair = a_person("Gry Formandsen", organisation=union, title="Konsulent")
        officer = a_person("Bo Betjent", organisation=police, email="bo@politi.example", phone="+45 12 34 56 78")
        chair_seat = a_seat(north, kind=SeatKind.CHAIR, sector=Sector.TRADE_UNION)
        police_seat = a_seat(north, sector=Sector.POLICE, organisation=police)
        empty_seat = a_seat(north, sector=Sector.NGO)
        voice = a_seat(national, kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=north)
        chair_seat.take(chair, SINCE)
        police_seat.take(officer, SINCE)
        voice.take(chair, SINCE)
        session.add_all([imwg, national, north, south, chair, officer, a_meeting(north)])
        session.flush()
        return Chain(
            imwg.id,
            national.id,
            north.id,
            south.id,
            police.id,
            union.id,
            chair.id,
            officer.id,
            chair_seat.id,
            police_seat.id,
            empty_seat.id,
            voice.id,
        )


def picture(database):
    """Everything on the desk but the log, without ids and versions of its own: equal pictures say the same."""
    with database.read() as session:
        return {
            table.name: sorted(
                repr([(name, value) for name, value in row._mapping.items() if name not in {"id", "version"}])
                for row in session.execute(select(table))
            )
            for table in Base.metadata.sorted_tables
            if table.name != LogEntry.__tablename__
        }


def version_of(database, kind, id):  # noqa: A002 - the field's name
    with database.read() as session:
        return session.get(kind, id).version


def invite(desk, meeting_id):
    """Send a meeting's invitation, as one does: draft it, then note that it went out."""
    mailing = desk.do(draft_mailing, meeting_id=meeting_id, kind=MailingKind.INVITATION)
    return desk.do(mark_sent, mailing_id=mailing.id)


def undo(desk, done):
    """Take a change back, as the banner's button does."""
    assert done.undo is not None
    return desk.do(done.undo.operation, **done.undo.arguments)
