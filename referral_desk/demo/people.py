"""The demo desk's people and seats: names that nobody can take for an office-holder's."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from referral_desk.models import Group, Organisation, OrganisationName, Person, Seat
from referral_desk.vocabulary import SeatKind, Sector

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy.orm import Session

START: Final = dt.date(2024, 1, 1)
SOURCE: Final = "demo"

FIRST: Final = (  # noqa: SIM905 - sixty words read better so
    "Ida Jens Karen Lars Mette Niels Oline Peder Rikke Søren Tove Ulrik Vibeke Åse Anders Birgit Christian Dorte Erik"
    " Freja Gunnar Helle Ivan Johanne Kasper Lone Mads Nanna Ole Pernille Rasmus Signe Torben Una Viggo Winnie Øjvind"
    " Agnete Bjarne Connie Dagmar Ejnar Frida Gorm Hanne Ingolf Jytte"
).split()
LAST: Final = (  # noqa: SIM905 - same
    "Eksempel Prøvesen Mønsterborg Skabelonsen Tænkegaard Kladde Øvelsen Papirsen Opdigt Fiktorp Blankholt Udkast"
    " Demobæk"
).split()


@dataclass(frozen=True)
class Region:
    """What a regional group of the demo desk is made of."""

    code: str
    municipality: str
    second_municipality: str
    police: str
    ngo: str
    team: str


REGIONS: Final = (
    Region("rg1", "Fjordby", "Klitmark", "Nordjyllands Politi", "Foreningen Lanternen", "Nord"),
    Region("rg2", "Bakkelund", "Åminde", "Østjyllands Politi", "Værestedet Bakkeankeret", "Øst"),
    Region("rg3", "Hedeborg", "Vadestrand", "Syd- og Sønderjyllands Politi", "Foreningen Gangbroen", "Syd"),
    Region("rg4", "Æblerød", "Sundager", "Fyns Politi", "Æblehuset", "Fyn"),
    Region("rg5", "Møllevang", "Skovnæs", "Sydsjællands og Lolland-Falsters Politi", "Natcaféen Stjernen", "Sjælland"),
    Region("rg6", "Havnestad", "Engholm", "Københavns Politi", "Havnens Hus", "Hovedstaden"),
)

# Seats that went from one person to another: the last day of the one before.
CHANGES: Final = {
    ("rg2", SeatKind.CHAIR, Sector.MUNICIPALITY): dt.date(2025, 8, 31),
    ("rg1", SeatKind.MEMBER, Sector.HEALTH): dt.date(2025, 12, 31),
    ("rg5", SeatKind.MEMBER, Sector.POLICE): dt.date(2026, 1, 31),
    ("rg6", SeatKind.MEMBER, Sector.SOCIAL_WORK): dt.date(2025, 3, 31),
    ("rg6", SeatKind.OBSERVER, Sector.NGO): dt.date(2026, 8, 31),
}
# Region 5 sent its deputy chair to the national group until its chair took over.
HANDED_OVER: Final = dt.date(2026, 3, 31)


def fill_seats(session: Session) -> None:
    """Give the six regional groups and the national one their seats and holders; IMWG keeps its reference rows."""
    names = _names()
    groups = {group.code: group for group in session.scalars(select(Group))}
    bodies = {body.code: body for body in session.scalars(select(Organisation)) if body.code}
    for region in REGIONS:
        _fill_regional(session, groups[region.code], region, bodies, names)
    _fill_national(session, groups, bodies, names)


def _names() -> Iterator[str]:
    for number in count():
        yield f"{FIRST[number % len(FIRST)]} {LAST[(number * 5 + number // len(FIRST)) % len(LAST)]}"


def _fill_regional(
    session: Session, group: Group, region: Region, bodies: Mapping[str, Organisation], names: Iterator[str]
) -> None:
    def body(key: str, name: str, sector: Sector) -> Organisation:
        made = Organisation(code=f"demo-{region.code}-{key}", sector=sector, source=SOURCE)
        made.names.append(OrganisationName(name_da=name, name_en=name, source=SOURCE))
        session.add(made)
        return made

    town = body("municipality", f"{region.municipality} Kommune", Sector.MUNICIPALITY)
    second = body("municipality-2", f"{region.second_municipality} Kommune", Sector.MUNICIPALITY)
    police = body("police", region.police, Sector.POLICE)
    ngo = body("ngo", region.ngo, Sector.NGO)
    team = body("team", f"Opsøgende Team {region.team}", Sector.SOCIAL_WORK)
    hospital = body("hospital", f"Akutmodtagelsen i {region.municipality}", Sector.HEALTH)
    plan: list[tuple[SeatKind, Sector, Organisation]] = [
        (SeatKind.CHAIR, Sector.MUNICIPALITY, town),
        (SeatKind.DEPUTY_CHAIR, Sector.NGO, ngo),
        (SeatKind.SECRETARY, Sector.NATIONAL_CENTRE, bodies["cmm"]),
        (SeatKind.MEMBER, Sector.POLICE, police),
        (SeatKind.MEMBER, Sector.SOCIAL_WORK, team),
        (SeatKind.MEMBER, Sector.TRADE_UNION, bodies["3f"]),
        (SeatKind.MEMBER, Sector.HEALTH, hospital),
        (SeatKind.MEMBER, Sector.MUNICIPALITY, second),
        (SeatKind.DEPUTY, Sector.POLICE, police),
        (SeatKind.OBSERVER, Sector.NGO, ngo),
    ]
    for position, (kind, sector, organisation) in enumerate(plan):
        seat = Seat(kind=kind, sector=sector, organisation=organisation, position=position, source=SOURCE)
        group.seats.append(seat)
        holder = _person(session, next(names), organisation)
        change = CHANGES.get((region.code, kind, sector))
        if change:
            seat.take(holder, START, change, source=SOURCE)
            seat.take(_person(session, next(names), organisation), change + dt.timedelta(days=1), source=SOURCE)
        elif region.code == "rg4" and sector is Sector.TRADE_UNION:
            # Nobody has come in the old holder's place: the group lacks a sector.
            seat.take(holder, START, dt.date(2026, 6, 30), source=SOURCE)
        elif kind is SeatKind.DEPUTY_CHAIR:
            seat.take(holder, START, dt.date(2026, 12, 31), source=SOURCE)
        else:
            seat.take(holder, START, source=SOURCE)


def _fill_national(
    session: Session, groups: Mapping[str, Group], bodies: Mapping[str, Organisation], names: Iterator[str]
) -> None:
    national = groups["national"]
    plan: list[tuple[SeatKind, Sector, str]] = [
        (SeatKind.CHAIR, Sector.NATIONAL_CENTRE, "cmm"),
        (SeatKind.SECRETARY, Sector.NATIONAL_CENTRE, "cmm"),
        (SeatKind.MEMBER, Sector.IMMIGRATION, "dis"),
        (SeatKind.MEMBER, Sector.POLICE, "nsk"),
        (SeatKind.MEMBER, Sector.PROSECUTION, "dpp"),
        (SeatKind.MEMBER, Sector.TAX, "tax-agency"),
        (SeatKind.MEMBER, Sector.LABOUR_INSPECTION, "working-environment"),
        (SeatKind.MEMBER, Sector.RECRUITMENT_AGENCY, "siri"),
        (SeatKind.MEMBER, Sector.NGO, "nest-international"),
        (SeatKind.MEMBER, Sector.TRADE_UNION, "3f"),
        (SeatKind.OBSERVER, Sector.MINISTRY, "dge"),
    ]
    for position, (kind, sector, code) in enumerate(plan):
        seat = Seat(kind=kind, sector=sector, organisation=bodies[code], position=position, source=SOURCE)
        national.seats.append(seat)
        seat.take(_person(session, next(names), bodies[code]), START, source=SOURCE)
    for number, region in enumerate(REGIONS):
        group = groups[region.code]
        seat = Seat(kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=group, position=len(plan) + number, source=SOURCE)
        national.seats.append(seat)
        chosen = group.seats[number % 2]
        holder = chosen.held_on(dt.date(2026, 11, 1))
        assert holder is not None
        if region.code == "rg5":
            before = group.seats[1].held_on(HANDED_OVER)
            assert before is not None
            seat.take(before.person, START, HANDED_OVER, organisation=before.organisation, source=SOURCE)
            since = HANDED_OVER + dt.timedelta(days=1)
            seat.take(holder.person, since, organisation=holder.organisation, source=SOURCE)
            continue
        # Region 3's representative left: the Board has something to say.
        last_day = dt.date(2026, 10, 31) if region.code == "rg3" else None
        seat.take(holder.person, holder.valid_from, last_day, organisation=holder.organisation, source=SOURCE)


def _person(session: Session, name: str, organisation: Organisation) -> Person:
    address = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace(" ", ".")
    person = Person(name=name, organisation=organisation, email=f"{address}@demo.example")
    session.add(person)
    return person
