"""The Board tells what is late, missing or due, and nothing that is in order."""

import datetime as dt

import pytest

from referral_desk.models.base import Base
from referral_desk.queries.board import board
from referral_desk.queries.board_rows import NeedKind
from referral_desk.vocabulary import MeetingKind, SeatKind, Sector, Stage, Tier
from tests.builders import a_document, a_group, a_meeting, a_paper, a_person, a_seat, an_item

TODAY = dt.date(2026, 11, 21)
SINCE = dt.date(2024, 1, 1)
SECTORS = (Sector.POLICE, Sector.MUNICIPALITY, Sector.NGO, Sector.TRADE_UNION, Sector.SOCIAL_WORK)


def a_full_group(session, name="Region 1", *, sectors=SECTORS, **fields):
    """A regional group with every sector covered."""
    group = a_group(name, meetings_per_year=4, **fields)
    session.add(group)
    for sector in sectors:
        a_seat(group, sector=sector).take(a_person(f"Prøve {sector.value}"), SINCE)
    return group


def a_quiet_year(session, group, *, but=()):
    """Meetings that need nobody: three closed, one with its agenda sent."""
    days = [dt.date(2026, 2, 3), dt.date(2026, 5, 5), dt.date(2026, 9, 1), dt.date(2026, 12, 1)]
    for number, day in enumerate(days, 1):
        if number not in but:
            stage = Stage.CLOSED if day < TODAY else Stage.AGENDA_SENT
            meeting = a_meeting(group, day=day, stage=stage)
            an_item(meeting)
            session.add(meeting)
    session.add(a_meeting(group, day=dt.date(2027, 2, 2)))


def seen(desk, *, year=2026, day=TODAY, language="da"):
    return desk.ask(board, year=year, day=day, language=language)


def kinds(desk, **asked):
    return [need.kind for need in seen(desk, **asked).needs]


@pytest.fixture
def group(database):
    with database.write() as session:
        made = a_full_group(session)
        session.flush()
        return made.id


@pytest.fixture
def put(database, group):
    """Change the one group inside a transaction."""

    def run(change):
        with database.write() as session:
            found = session.get(Base.registry._class_registry["Group"], group)
            change(session, found)

    return run


def test_a_group_in_good_order_needs_nobody(desk, put):
    put(a_quiet_year)
    assert kinds(desk) == []


def test_the_grid_has_a_line_for_each_group_of_the_chain_from_region_to_ministries(desk, database, group):
    with database.write() as session:
        top = a_group("IMWG", tier=Tier.INTERMINISTERIAL)
        session.add_all([top, a_group("National", tier=Tier.NATIONAL, parent=top), a_group("Netværk", tier=Tier.OTHER)])
        session.add(a_group("Nedlagt", valid_to=dt.date(2020, 1, 1)))
    assert [line.name for line in seen(desk).lines] == ["Region 1", "National", "IMWG"]


def test_an_empty_quarter_needs_a_meeting_until_its_last_day(desk, put):
    put(lambda session, found: a_quiet_year(session, found, but=(4,)))
    [need] = seen(desk).needs
    assert (need.kind, need.due) == (NeedKind.EMPTY_QUARTER, dt.date(2026, 12, 31))
    assert seen(desk).lines[0].cells[3].meeting_id is None
    assert seen(desk).empty == 1


def test_two_meetings_in_one_quarter_do_not_excuse_an_empty_one(desk, put):
    def change(session, found):
        a_quiet_year(session, found, but=(4,))
        session.add(a_meeting(found, day=dt.date(2026, 8, 20), stage=Stage.CLOSED))

    put(change)
    assert kinds(desk) == [NeedKind.EMPTY_QUARTER]


@pytest.mark.parametrize("kind", [MeetingKind.EXTRAORDINARY, MeetingKind.THEME_DAY, MeetingKind.CASE_CLARIFICATION])
def test_other_meetings_stand_beside_the_rhythm(desk, put, kind):
    def change(session, found):
        a_quiet_year(session, found, but=(4,))
        session.add(a_meeting(found, day=dt.date(2026, 12, 20), kind=kind))

    put(change)
    assert NeedKind.EMPTY_QUARTER in kinds(desk)
    assert seen(desk).lines[0].cells[3].more == 1


def test_a_cancelled_meeting_leaves_its_quarter_empty(desk, put):
    def change(session, found):
        a_quiet_year(session, found, but=(4,))
        meeting = a_meeting(found, day=dt.date(2026, 12, 1), stage=Stage.PLANNED)
        meeting.cancel(dt.datetime(2026, 11, 1, tzinfo=dt.UTC), "Sygdom")
        session.add(meeting)

    put(change)
    assert kinds(desk) == [NeedKind.EMPTY_QUARTER]
    assert seen(desk).lines[0].cells[3].was_cancelled


def test_the_next_quarter_must_be_planned_in_the_last_month(desk, put):
    def change(session, found):
        meeting = a_meeting(found, day=dt.date(2026, 12, 1), stage=Stage.AGENDA_SENT)
        an_item(meeting)
        session.add(meeting)

    put(change)
    assert kinds(desk) == []
    assert kinds(desk, day=dt.date(2026, 12, 1)) == [NeedKind.NOT_PLANNED]


def test_a_group_without_a_rhythm_may_have_empty_quarters(desk, database):
    with database.write() as session:
        session.add(a_group("IMWG", tier=Tier.INTERMINISTERIAL, meetings_per_year=None))
    row = seen(desk)
    assert ([need.kind for need in row.needs], row.empty) == ([NeedKind.NOBODY], 0)


def stage_of(put, day, stage, *, items=1):
    def change(session, found):
        a_quiet_year(session, found, but=(4,))
        meeting = a_meeting(found, day=day, stage=stage)
        for _ in range(items):
            an_item(meeting)
        session.add(meeting)

    put(change)


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        ((dt.date(2026, 12, 4), Stage.INVITED, 1), [NeedKind.PACK_DUE]),
        ((dt.date(2026, 12, 4), Stage.AGENDA_SENT, 1), []),
        ((dt.date(2026, 12, 7), Stage.INVITED, 1), []),
        ((dt.date(2026, 12, 18), Stage.INVITED, 0), [NeedKind.CALL_FOR_ITEMS]),
        ((dt.date(2026, 12, 21), Stage.INVITED, 0), []),
        ((dt.date(2026, 12, 29), Stage.PLANNED, 1), [NeedKind.INVITATION_DUE]),
        ((dt.date(2026, 12, 30), Stage.PLANNED, 1), []),
        ((dt.date(2026, 11, 20), Stage.INVITED, 1), [NeedKind.NOT_HELD]),
        ((dt.date(2026, 11, 13), Stage.HELD, 1), [NeedKind.MINUTES_DUE]),
        ((dt.date(2026, 11, 16), Stage.HELD, 1), [NeedKind.MINUTES_DUE]),
        ((dt.date(2026, 11, 2), Stage.MINUTES_DRAFTED, 1), [NeedKind.WITH_CHAIR, NeedKind.NO_OUTCOME]),
    ],
)
def test_a_meeting_needs_what_its_day_and_stage_say(desk, put, meeting, expected):
    day, stage, items = meeting
    stage_of(put, day, stage, items=items)
    assert kinds(desk) == expected


def test_a_paper_that_cannot_be_used_is_counted(desk, put):
    def change(session, found):
        a_quiet_year(session, found, but=(4,))
        meeting = a_meeting(found, day=dt.date(2026, 12, 3), stage=Stage.AGENDA_SENT)
        item = an_item(meeting)
        a_paper(item, a_document(b"1", problem="password"))
        a_paper(item, a_document(b"2", problem="damaged"))
        a_paper(item, a_document(b"3"))
        session.add(meeting)

    put(change)
    [need] = seen(desk).needs
    assert (need.kind, need.count) == (NeedKind.BAD_PAPERS, 2)
    cell = seen(desk).lines[0].cells[3]
    assert (cell.flag, cell.count) == (NeedKind.BAD_PAPERS, 2)


def test_a_bad_paper_of_a_far_off_meeting_can_wait(desk, put):
    def change(session, found):
        a_quiet_year(session, found)
        # 45 working days, and its pack is due 5 before.
        meeting = a_meeting(found, day=dt.date(2027, 2, 1), kind=MeetingKind.THEME_DAY, stage=Stage.INVITED)
        a_paper(an_item(meeting), a_document(b"1", problem="password"))
        session.add(meeting)

    put(change)
    assert kinds(desk) == []
    assert kinds(desk, day=dt.date(2026, 11, 25)) == [NeedKind.BAD_PAPERS]


def test_a_region_without_a_representative_who_is_its_member_is_told(desk, database):
    with database.write() as session:
        national = a_group("National", tier=Tier.NATIONAL)
        regions = [a_full_group(session, f"Region {number}", parent=national) for number in (1, 2, 3)]
        session.add(national)
        good, left = (a_seat(national, kind=SeatKind.REGIONAL_REPRESENTATIVE) for _ in range(2))
        good.represents, left.represents = regions[0], regions[1]
        good.take(regions[0].seats[0].memberships[0].person, SINCE)
        left.take(regions[1].seats[0].memberships[0].person, SINCE)
        regions[1].seats[0].memberships[0].end(dt.date(2026, 6, 30))
        for region in regions:
            a_quiet_year(session, region)
    row = seen(desk)
    vacant = [need.group for need in row.needs if need.kind is NeedKind.NO_REPRESENTATIVE]
    assert vacant == ["Region 2", "Region 3"]
    [line] = [line for line in row.lines if line.tier is Tier.NATIONAL]
    assert (line.represented, line.represented_of) == (1, 3)


def test_sectors_without_a_seat_are_named(desk, database):
    with database.write() as session:
        found = a_full_group(session, sectors=SECTORS[:3])
        a_quiet_year(session, found)
    [need] = seen(desk).needs
    assert (need.kind, need.sectors) == (NeedKind.UNCOVERED, (Sector.TRADE_UNION, Sector.SOCIAL_WORK))


def test_what_is_due_first_stands_first_and_what_has_no_day_last(desk, database):
    with database.write() as session:
        first = a_full_group(session, "Region 1", sectors=SECTORS[:4])
        second = a_full_group(session, "Region 2", position=1)
        a_quiet_year(session, first, but=(4,))
        a_quiet_year(session, second, but=(4,))
        session.add(a_meeting(second, day=dt.date(2026, 11, 10), stage=Stage.INVITED))
    assert kinds(desk) == [NeedKind.NOT_HELD, NeedKind.EMPTY_QUARTER, NeedKind.UNCOVERED]


def test_meetings_of_the_next_thirty_days_come_up_in_order(desk, put):
    def change(session, found):
        for days in (31, 30, 5, 0, -1):
            meeting = a_meeting(found, day=TODAY + dt.timedelta(days=days), stage=Stage.AGENDA_SENT)
            an_item(meeting)
            session.add(meeting)

    put(change)
    assert [row.day for row in seen(desk).coming] == [TODAY + dt.timedelta(days=days) for days in (0, 5, 30)]
    assert seen(desk).coming[0].items == 1


def test_figures_count_quarters_of_groups_with_a_rhythm(desk, put):
    put(a_quiet_year)
    row = seen(desk)
    assert (row.held, row.ahead, row.empty) == (3, 1, 0)
    assert row.years == (2026, 2027)
    assert row.working_days_left == 26


def test_names_are_those_of_the_language_and_the_day(desk, database, put):
    def change(_session, found):
        found.names[0].name_en, found.names[0].short_da = "Region One", "R1"

    put(change)
    assert seen(desk, language="da").lines[0].name == "R1"
    assert seen(desk, language="en").lines[0].name == "Region One"
