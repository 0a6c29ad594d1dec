"""All groups side by side: how much of each table was heard by quarter and year, and which sectors and bodies where."""

import datetime as dt

import pytest

from referral_desk.models import Attendance, Meeting
from referral_desk.queries.attendance_overview import Share, Span, Step, attendance_overview
from referral_desk.vocabulary import AttendanceState, AttendeeRole, SeatKind, Sector, Stage, Tier
from tests.builders import TODAY, a_group, a_meeting, a_person, a_seat, an_organisation

PRESENT, APOLOGY, UNKNOWN = AttendanceState.PRESENT, AttendanceState.APOLOGY, AttendanceState.UNANSWERED
SINCE = dt.date(2020, 1, 1)
# The state of the police, of the NGO and of the other NGO at each meeting, by group and day.
HELD = {
    ("Region 1", dt.date(2021, 2, 3)): (PRESENT, PRESENT, PRESENT),
    ("Region 1", dt.date(2026, 2, 3)): (PRESENT, APOLOGY, PRESENT),
    ("Region 1", dt.date(2026, 9, 3)): (APOLOGY, UNKNOWN, APOLOGY),
    ("Region 2", dt.date(2026, 9, 4)): (PRESENT, PRESENT, APOLOGY),
}


@pytest.fixture
def groups(database):
    """Two regions with the police and two NGOs each, of which one is the same body; their meetings; ids by name."""
    national = a_group("National", tier=Tier.NATIONAL)
    police, ngo = an_organisation("Politiet", sector=Sector.POLICE), an_organisation("Reden", sector=Sector.NGO)
    made = {"National": national}
    for position, name in enumerate(("Region 2", "Region 1")):
        made[name] = group = a_group(name, parent=national)
        group.position = 9 - position
        other = an_organisation(f"Hjælpen {name}", sector=Sector.NGO)
        for body, sector in ((police, Sector.POLICE), (ngo, Sector.NGO), (other, Sector.NGO)):
            a_seat(group, sector=sector).take(a_person(f"{body.code} {name}", organisation=body), SINCE)
        a_seat(group, kind=SeatKind.OBSERVER).take(a_person(f"Observatør {name}"), SINCE)
    with database.write() as session:
        session.add_all(made.values())
        for (name, day), states in HELD.items():
            meeting = a_meeting(made[name], day=day, stage=Stage.HELD)
            for seat, state in zip(made[name].seats, states, strict=False):
                held = seat.memberships[0]
                row = Attendance(person=held.person, seat=seat, organisation=held.organisation, state=state)
                row.role = AttendeeRole.MEMBER
                meeting.attendance.append(row)
            session.add(meeting)
        session.add(a_meeting(made["Region 2"], day=dt.date(2026, 12, 3)))
        session.flush()
        return {name: group.id for name, group in made.items()}


def overview(desk, **asked):
    return desk.ask(attendance_overview, **{"day": TODAY, "language": "da", **asked})


def filled(row, heads):
    return {head: (cell.heard, cell.of) for head, cell in zip(heads, row.cells, strict=True) if cell is not None}


def test_groups_stand_below_one_another_with_the_quarters_that_their_meetings_count_for(desk, database, groups):
    with database.write() as session:
        moved = session.query(Meeting).filter_by(day=dt.date(2026, 2, 3)).one()
        moved.day = dt.date(2026, 4, 7)
    seen = overview(desk)
    assert (seen.spans[0], seen.spans[-1], seen.has_earlier) == (Span(2025, 1), Span(2026, 4), True)
    assert [head.name for head in seen.groups] == ["Region 1", "Region 2"]
    first, second = seen.by_group
    # What was not noted counts for nothing.
    assert filled(first, seen.spans) == {Span(2026, 1): (2, 3), Span(2026, 3): (0, 2)}
    assert filled(second, seen.spans) == {Span(2026, 3): (2, 3)}
    assert (first.whole, first.whole.share) == (Share(2, 5), 0.4)


def test_a_sector_is_heard_once_at_each_meeting_over_time_and_in_each_group(desk, groups):
    seen = overview(desk)
    heads = [head.id for head in seen.groups]
    over_time = {row.sector: filled(row, seen.spans) for row in seen.sectors}
    assert over_time[Sector.POLICE] == {Span(2026, 1): (1, 1), Span(2026, 3): (1, 2)}
    assert over_time[Sector.NGO] == {Span(2026, 1): (1, 1), Span(2026, 3): (1, 2)}
    by_group = {row.sector: filled(row, heads) for row in seen.sectors_by_group}
    assert by_group[Sector.NGO] == {groups["Region 1"]: (1, 2), groups["Region 2"]: (1, 1)}
    bodies = {row.name: filled(row, heads) for row in seen.organisations_by_group}
    assert bodies["Politiet"] == {groups["Region 1"]: (1, 2), groups["Region 2"]: (1, 1)}
    assert bodies["Hjælpen Region 2"] == {groups["Region 2"]: (0, 1)}
    assert list(bodies) == ["Hjælpen Region 1", "Hjælpen Region 2", "Politiet", "Reden"]


def test_one_looks_further_back_by_quarter_or_by_year(desk, groups):
    years = overview(desk, step=Step.YEAR)
    assert (years.spans[0], years.spans[-1], years.has_earlier) == (Span(2019), Span(2026), False)
    assert filled(years.by_group[0], years.spans) == {Span(2021): (3, 3), Span(2026): (2, 5)}
    before = overview(desk, skip=16)
    assert (before.spans[0], before.spans[-1]) == (Span(2021, 1), Span(2022, 4))
    assert filled(before.by_group[0], before.spans) == {Span(2021, 1): (3, 3)}
    empty = overview(desk, skip=8)
    assert (empty.groups, empty.sectors, empty.has_earlier) == ((), (), True)
    # As seen on an earlier day, what came later is not there.
    assert overview(desk, day=dt.date(2026, 2, 28)).by_group[0].whole == Share(2, 3)
