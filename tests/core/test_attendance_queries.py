"""What a sheet tells: places filled, sectors and regions not heard, late apologies, and attendance over two years."""

import datetime as dt

import pytest
from sqlalchemy import event

from referral_desk.models import Attendance, Declaration, Group, Meeting
from referral_desk.operations.attendance import add_guest, call_people, register_deputy, set_attendance
from referral_desk.queries.attendance import attendance
from referral_desk.queries.attendance_history import Mark, attendance_history
from referral_desk.vocabulary import AttendanceState, AttendeeRole, SeatKind, Sector, Stage, Tier
from tests.builders import TODAY, a_group, a_meeting, a_person, a_seat, an_organisation

SINCE = dt.date(2024, 1, 1)
PRESENT, APOLOGY, ABSENT = AttendanceState.PRESENT, AttendanceState.APOLOGY, AttendanceState.ABSENT


@pytest.fixture
def region(database):
    """A region with a chair of the union, police and an NGO, an observer; a meeting today and one to come; ids."""
    national = a_group("National", tier=Tier.NATIONAL)
    group = a_group("Region 1", parent=national)
    police = an_organisation("Politiet", sector=Sector.POLICE)
    people = {
        "chair": a_person("Gry Prøve", organisation=an_organisation("3F", sector=Sector.TRADE_UNION)),
        "police": a_person("Bo Prøve", organisation=police),
        "ngo": a_person("Ida Prøve", organisation=an_organisation("Reden", sector=Sector.NGO)),
        "observer": a_person("Eva Prøve"),
        "colleague": a_person("Ib Prøve", organisation=police),
    }
    seats = (
        ("chair", SeatKind.CHAIR, Sector.TRADE_UNION),
        ("police", SeatKind.MEMBER, Sector.POLICE),
        ("ngo", SeatKind.MEMBER, Sector.NGO),
        ("observer", SeatKind.OBSERVER, None),
    )
    for name, kind, sector in seats:
        a_seat(group, kind=kind, sector=sector).take(people[name], SINCE)
    # The chair speaks for the municipality too, from a second seat.
    a_seat(group, sector=Sector.MUNICIPALITY).take(people["chair"], SINCE)
    today = a_meeting(group, day=TODAY, chair=people["chair"])
    coming = a_meeting(group, day=dt.date(2026, 12, 3))
    with database.write() as session:
        session.add_all([national, today, coming, *people.values()])
        session.flush()
        ids = {name: person.id for name, person in people.items()}
        return ids | {"national": national.id, "group": group.id, "today": today.id, "coming": coming.id}


def asked(desk, meeting_id, language="en"):
    return desk.ask(attendance, meeting_id=meeting_id, today=TODAY, language=language)


def row(sheet, who):
    return next(row for row in sheet.rows if row.who == who)


def note(desk, meeting_id, who, state):
    found = row(asked(desk, meeting_id), who)
    return desk.do(set_attendance, attendance_id=found.id, was=found.state, state=state)


def test_before_anybody_is_called_the_sheet_shows_who_would_be(desk, region):
    sheet = asked(desk, region["coming"])
    assert [(found.who, found.role, found.id) for found in sheet.rows] == [
        ("Gry Prøve", AttendeeRole.CHAIR, None),
        ("Bo Prøve", AttendeeRole.MEMBER, None),
        ("Ida Prøve", AttendeeRole.MEMBER, None),
        ("Eva Prøve", AttendeeRole.OBSERVER, None),
    ]
    assert (sheet.uncalled, sheet.is_kept, sheet.has_come) == (4, False, False)
    desk.do(call_people, meeting_id=region["coming"])
    sheet = asked(desk, region["coming"])
    assert (sheet.uncalled, sheet.is_kept) == (0, True)


def test_a_chair_and_a_secretary_without_a_seat_are_shown_before_they_are_called(desk, database, region):
    with database.write() as session:
        meeting = session.get(Meeting, region["coming"])
        meeting.chair_id = region["colleague"]
        meeting.secretary = a_person("Åse Prøve")
    before = asked(desk, region["coming"])
    assert [(row.who, row.role, row.leads, row.writes) for row in before.rows if row.seat_id is None] == [
        ("Ib Prøve", AttendeeRole.CHAIR, True, False),
        ("Åse Prøve", AttendeeRole.SECRETARY, False, True),
    ]
    called = desk.do(call_people, meeting_id=region["coming"])
    after = asked(desk, region["coming"])
    assert [(row.who, row.role) for row in after.rows] == [(row.who, row.role) for row in before.rows]
    assert called.by_person[region["colleague"]] == row(after, "Ib Prøve").id


def test_places_are_filled_in_person_or_by_a_deputy_and_the_sectors_of_all_seats_are_heard(desk, region):
    meeting = region["today"]
    desk.do(call_people, meeting_id=meeting)
    assert asked(desk, meeting).counts.filled == 0
    for who in ("Gry Prøve", "Eva Prøve"):
        note(desk, meeting, who, PRESENT)
    note(desk, meeting, "Ida Prøve", ABSENT)
    bo = row(asked(desk, meeting), "Bo Prøve").id
    desk.do(register_deputy, attendance_id=bo, person_id=region["colleague"])
    desk.do(add_guest, meeting_id=meeting, new_person="Mia Prøve")
    sheet = asked(desk, meeting)
    counts = sheet.counts
    assert (counts.places, counts.filled, counts.deputies, counts.apologies) == (3, 2, 1, 1)
    assert (counts.absent, counts.guests, counts.unanswered) == (1, 1, 0)
    assert sheet.missing == (Sector.NGO, Sector.SOCIAL_WORK)
    order = [found.who for found in sheet.rows]
    assert order.index("Ib Prøve") == order.index("Bo Prøve") + 1, "a deputy stands behind whose place it is"
    assert row(sheet, "Gry Prøve").leads
    assert order.count("Gry Prøve") == 1


def test_observers_and_guests_without_a_declaration_of_that_day_are_named(desk, database, region):
    meeting = region["today"]
    desk.do(call_people, meeting_id=meeting)
    desk.do(add_guest, meeting_id=meeting, person_id=region["colleague"])
    assert [str(found) for found in asked(desk, meeting).findings] == [
        "Eva Prøve has not signed a declaration of confidentiality: have it signed before the meeting begins.",
        "Ib Prøve has not signed a declaration of confidentiality: have it signed before the meeting begins.",
    ]
    with database.write() as session:
        session.add(Declaration(person_id=region["observer"], signed_on=SINCE, valid_to=dt.date(2026, 11, 1)))
        session.add(Declaration(person_id=region["colleague"], signed_on=SINCE))
    sheet = asked(desk, meeting)
    assert [found.values["name"] for found in sheet.findings] == ["Eva Prøve"]
    assert row(sheet, "Ib Prøve").declaration.signed_on == SINCE
    note(desk, meeting, "Eva Prøve", APOLOGY)
    assert asked(desk, meeting).findings == ()


def test_an_apology_after_its_deadline_is_late(desk, database, region):
    for meeting_id, late in ((region["today"], True), (region["coming"], False)):
        desk.do(call_people, meeting_id=meeting_id)
        note(desk, meeting_id, "Bo Prøve", APOLOGY)
        assert row(asked(desk, meeting_id), "Bo Prøve").is_late is late


def test_approved_minutes_close_the_sheet_in_the_readers_language(desk, database, region):
    with database.write() as session:
        session.get(Meeting, region["today"]).stage = Stage.APPROVED
    sheet = asked(desk, region["today"])
    assert sheet.closed.startswith("The minutes are approved")
    assert sheet.rows == (), "nobody is called to a meeting whose minutes are approved"


def test_the_national_sheet_names_every_region_and_those_that_are_silent(desk, database, region):
    with database.write() as session:
        national = session.get(Group, region["national"])
        north = session.get(Group, region["group"])
        bo = north.seats[1].held_on(TODAY).person
        south = a_group("Region 2", parent=national)
        session.add(south)
        voice = a_seat(national, kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=north)
        a_seat(national, kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=south)
        voice.take(bo, SINCE)
        meeting = a_meeting(national, day=TODAY)
        session.add(meeting)
        session.flush()
        meeting_id = meeting.id
    desk.do(call_people, meeting_id=meeting_id)
    told = [(one.group, one.who, one.is_there) for one in asked(desk, meeting_id).delegates]
    assert told == [("Region 1", "Bo Prøve", False), ("Region 2", "", False)]
    bo = row(asked(desk, meeting_id), "Bo Prøve").id
    desk.do(register_deputy, attendance_id=bo, person_id=region["colleague"])
    told = [(one.group, one.who, one.is_there) for one in asked(desk, meeting_id).delegates]
    assert told[0] == ("Region 1", "Ib Prøve", True)


@pytest.fixture
def past(database, region):
    """Ten meetings that were held: the chair always came, the police by a deputy or not, the NGO only in the first."""
    with database.write() as session:
        group = session.get(Group, region["group"])
        rows = {row.person.name: row for seat in group.seats if (row := seat.held_on(TODAY))}
        for number in range(10):
            meeting = a_meeting(group, day=dt.date(2024, 2, 1) + dt.timedelta(days=90 * number), stage=Stage.HELD)
            police = APOLOGY if number % 2 else ABSENT
            states = {"Gry Prøve": PRESENT, "Bo Prøve": police, "Ida Prøve": PRESENT if number < 3 else APOLOGY}
            for name, state in states.items():
                seat = rows[name].seat if name != "Gry Prøve" else group.seats[0]
                role = AttendeeRole.CHAIR if name == "Gry Prøve" else AttendeeRole.MEMBER
                made = Attendance(
                    person=rows[name].person, seat=seat, organisation=rows[name].organisation, role=role, state=state
                )
                meeting.attendance.append(made)
                if name == "Bo Prøve" and number % 2:
                    deputy = Attendance(
                        person_id=region["colleague"],
                        seat=seat,
                        organisation=rows[name].organisation,
                        role=AttendeeRole.DEPUTY,
                        state=PRESENT,
                        deputy_for=made,
                    )
                    meeting.attendance.append(deputy)
            session.add(meeting)
        off = a_meeting(group, day=dt.date(2026, 10, 1), stage=Stage.HELD)
        off.cancelled_at = dt.datetime(2026, 9, 1, tzinfo=dt.UTC)
        session.add(off)


def test_the_latest_eight_meetings_show_who_was_heard_and_who_has_fallen_silent(desk, region, past):
    found = desk.ask(attendance_history, group_id=region["group"], day=TODAY, language="da")
    assert len(found.meetings) == 8
    assert (found.meetings[-1].heard, found.meetings[-1].places) == (2, 3)
    by_name = {row.name: row for row in found.organisations}
    assert by_name["Politiet"].marks[-2:] == (Mark.ABSENT, Mark.DEPUTY)
    assert (by_name["Politiet"].share, by_name["Reden"].heard, by_name["Reden"].silent) == (0.5, 1, 7)
    sectors = {row.sector: row for row in found.sectors}
    assert sectors[Sector.TRADE_UNION].share == 1.0
    assert sectors[Sector.SOCIAL_WORK].is_required
    assert sectors[Sector.SOCIAL_WORK].share is None
    before = desk.ask(attendance_history, group_id=region["group"], day=TODAY, language="da", skip=8)
    assert (found.has_earlier, before.has_earlier) == (True, False)
    assert [one.day for one in before.meetings] == [dt.date(2024, 2, 1), dt.date(2024, 5, 1)]
    earlier = desk.ask(attendance_history, group_id=region["group"], day=dt.date(2024, 6, 1), language="da")
    assert len(earlier.meetings) == 2
    empty = desk.ask(attendance_history, group_id=region["national"], day=TODAY, language="da")
    assert empty.meetings == ()


@pytest.fixture
def year(database, region):
    """A meeting in each quarter of 2025, with the chair, the police and an NGO on its sheet: Gry, Bo and Ida; ids."""
    with database.write() as session:
        group = session.get(Group, region["group"])
        made = []
        for month in (2, 5, 8, 11):
            meeting = a_meeting(group, day=dt.date(2025, month, 10), stage=Stage.HELD)
            for seat, role in zip(group.seats[:3], (AttendeeRole.CHAIR, *[AttendeeRole.MEMBER] * 2), strict=True):
                held = seat.held_on(meeting.day)
                meeting.attendance.append(
                    Attendance(person=held.person, organisation=held.organisation, seat=seat, role=role, state=PRESENT)
                )
            made.append(meeting)
        session.add_all(made)
        session.flush()
        return [meeting.id for meeting in made]


LETTERS = {None: "-", Mark.PRESENT: "p", Mark.DEPUTY: "d", Mark.APOLOGY: "s", Mark.ABSENT: "a", Mark.UNKNOWN: "?"}


def heard(desk, region, *, group="group"):
    """How each sector, each body and each region was at the meetings: a letter a meeting."""
    found = desk.ask(attendance_history, group_id=region[group], day=dt.date(2025, 12, 31), language="da")

    def line(row):
        return "".join(LETTERS[mark] for mark in row.marks)

    sectors = {row.sector: line(row) for row in found.sectors}
    return sectors, {row.name: line(row) for row in found.organisations}, {row.name: line(row) for row in found.regions}


def test_a_person_is_heard_for_every_seat_held_on_the_day_and_for_none_before_or_after(desk, database, region, year):
    with database.write() as session:
        group = session.get(Group, region["group"])
        gry, bo = (group.seats[place].held_on(TODAY).person for place in (0, 1))
        # Gry sits for the municipality from a second seat; it is Bo's in summer, and nobody's in winter.
        second = group.seats[4]
        second.memberships[0].end(dt.date(2025, 5, 10))
        second.take(bo, dt.date(2025, 5, 11), dt.date(2025, 9, 30))
        # A seat that stood for two quarters only, held on paper as long as it stood.
        brief = a_seat(group, sector=Sector.SOCIAL_WORK)
        brief.take(gry, SINCE)
        brief.close(dt.date(2025, 8, 9))
        absent = session.get(Meeting, year[2]).attendance[1]
        assert absent.person is bo
        absent.state = ABSENT
    sectors, bodies, _ = heard(desk, region)
    assert sectors == {
        Sector.POLICE: "ppap",
        Sector.MUNICIPALITY: "ppa-",
        Sector.NGO: "pppp",
        Sector.TRADE_UNION: "pppp",
        Sector.SOCIAL_WORK: "pp--",
    }
    # The second seat was Gry's for her own body, then Bo's for his.
    assert bodies == {"3F": "pppp", "Politiet": "ppap", "Reden": "pppp"}


def test_a_deputy_is_heard_for_all_seats_of_the_one_they_stand_in_for_and_for_none_of_their_own(
    desk, database, region, year
):
    with database.write() as session:
        group = session.get(Group, region["group"])
        deputy = session.get(Attendance, session.get(Meeting, year[0]).attendance[0].id).person
        colleague = a_person("Pia Prøve", organisation=an_organisation("Kirken", sector=Sector.NGO))
        spare = a_seat(group, kind=SeatKind.DEPUTY, sector=Sector.SOCIAL_WORK)
        spare.take(colleague, SINCE)
        first, second = (session.get(Meeting, key) for key in year[:2])
        for meeting in (first, second):
            gry = meeting.attendance[0]
            assert gry.person is deputy
            gry.state = APOLOGY
        # Pia takes Gry's place in the first quarter and comes without taking one in the second.
        for meeting, other in ((first, first.attendance[0]), (second, None)):
            meeting.attendance.append(
                Attendance(person=colleague, seat=spare, role=AttendeeRole.DEPUTY, state=PRESENT, deputy_for=other)
            )
    sectors, bodies, _ = heard(desk, region)
    assert sectors[Sector.TRADE_UNION] == sectors[Sector.MUNICIPALITY] == bodies["3F"] == "dspp"
    assert sectors[Sector.SOCIAL_WORK] == "----"
    assert "Kirken" not in bodies


def test_a_guest_and_one_who_held_no_seat_that_day_are_heard_for_nobody(desk, database, region, year):
    with database.write() as session:
        bo, ida = session.get(Meeting, year[1]).attendance[1:]
        bo.role = AttendeeRole.GUEST
        held = ida.seat.memberships[0]
        held.end(dt.date(2025, 5, 9))
    sectors, bodies, _ = heard(desk, region)
    assert (sectors[Sector.POLICE], bodies["Politiet"]) == ("p-pp", "p-pp")
    assert (sectors[Sector.NGO], bodies["Reden"]) == ("p---", "p---")
    sheet = asked(desk, year[1])
    assert [found.sectors for found in sheet.rows if found.who in {"Bo Prøve", "Ida Prøve"}] == [(), ()]
    assert {Sector.POLICE, Sector.NGO} <= set(sheet.missing)


def test_a_region_is_heard_through_a_second_seat_in_the_national_group(desk, database, region, year):
    with database.write() as session:
        national, north = (session.get(Group, region[name]) for name in ("national", "group"))
        gry = north.seats[0].held_on(TODAY).person
        a_seat(national, kind=SeatKind.CHAIR, sector=Sector.POLICE).take(gry, SINCE)
        a_seat(national, kind=SeatKind.REGIONAL_REPRESENTATIVE, represents=north).take(gry, SINCE)
        meeting = a_meeting(national, day=dt.date(2025, 6, 4), stage=Stage.HELD)
        seat = national.seats[0]
        meeting.attendance.append(Attendance(person=gry, seat=seat, role=AttendeeRole.CHAIR, state=PRESENT))
        session.add(meeting)
        session.flush()
        meeting_id = meeting.id
    assert heard(desk, region, group="national")[2] == {"Region 1": "p"}
    assert [(one.who, one.is_there) for one in asked(desk, meeting_id).delegates] == [("Gry Prøve", True)]


def test_a_sheet_and_a_history_are_read_in_a_few_statements_however_many_sit_there(desk, database, region, past):
    def statements():
        count = 0

        def counted(*_arguments):
            nonlocal count
            count += 1

        with database.read() as session:
            engine = session.get_bind()
            event.listen(engine, "before_cursor_execute", counted)
            try:
                attendance(session, meeting_id=region["today"], today=TODAY, language="da")
                attendance_history(session, group_id=region["group"], day=TODAY, language="da")
            finally:
                event.remove(engine, "before_cursor_execute", counted)
        return count

    desk.do(call_people, meeting_id=region["today"])
    few = statements()
    with database.write() as session:
        group = session.get(Group, region["group"])
        for number in range(12):
            body = an_organisation(f"Kommune {number}")
            a_seat(group, sector=Sector.MUNICIPALITY).take(a_person(f"Prøve {number}", organisation=body), SINCE)
    desk.do(call_people, meeting_id=region["today"])
    assert statements() <= few
    assert few <= 24
