"""Who comes to a meeting: called from the seats of its day, noted with single strokes, taken back exactly (V8)."""

import datetime as dt

import pytest

from referral_desk.desk import operation
from referral_desk.errors import Invalid, Stale
from referral_desk.models import Attendance, Declaration, Group, Meeting, Person, Seat
from referral_desk.operations.attendance import (
    add_guest,
    call_people,
    make_guest,
    mark_others,
    register_deputy,
    remove_attendance,
    set_attendance,
)
from referral_desk.operations.attendance_sheet import put_sheet_back
from referral_desk.operations.declarations import (
    end_declaration,
    restore_declaration,
    sign_declaration,
    withdraw_declaration,
)
from referral_desk.operations.item_absences import arrive_at, leave_at, stay_throughout, step_in, step_out
from referral_desk.operations.memberships import take_seat
from referral_desk.operations.minutes import hold_meeting
from referral_desk.operations.people import remove_person
from referral_desk.queries.meeting import Where, meeting_detail
from referral_desk.vocabulary import AttendanceState, AttendeeRole, SeatKind, Sector, Stage
from tests.builders import TODAY, a_group, a_meeting, a_person, a_seat, an_item, an_organisation
from tests.chain import undo, version_of

DAY = dt.date(2026, 12, 3)
SINCE = dt.date(2024, 1, 1)
COMING, APOLOGY = AttendanceState.ACCEPTED, AttendanceState.APOLOGY
PRESENT, UNANSWERED = AttendanceState.PRESENT, AttendanceState.UNANSWERED


@pytest.fixture
def table(database):
    """A group with a chair, an officer and his colleague, a body that names nobody, an observer; ids by name."""
    police = an_organisation("Nordjyllands Politi", sector=Sector.POLICE)
    union = an_organisation("3F", sector=Sector.TRADE_UNION)
    group = a_group("Region 1")
    people = {
        "chair": a_person("Gry Prøve", organisation=union),
        "officer": a_person("Bo Prøve", organisation=police),
        "colleague": a_person("Ib Prøve", organisation=police),
        "observer": a_person("Eva Prøve", organisation=an_organisation("Universitetet", sector=Sector.RESEARCH)),
        "stranger": a_person("Kaj Prøve"),
    }
    seats = {
        "chair": a_seat(group, kind=SeatKind.CHAIR, sector=Sector.TRADE_UNION),
        "officer": a_seat(group, sector=Sector.POLICE),
        "observer": a_seat(group, kind=SeatKind.OBSERVER),
        "body": a_seat(group, sector=Sector.NGO, organisation=an_organisation("Reden", sector=Sector.NGO)),
        "vacant": a_seat(group, sector=Sector.MUNICIPALITY),
    }
    for name in ("chair", "officer", "observer"):
        seats[name].take(people[name], SINCE)
    seats["body"].take(None, SINCE)
    today = a_meeting(group, day=TODAY, chair=people["chair"])
    coming = a_meeting(group, day=DAY)
    with database.write() as session:
        session.add_all([today, coming, *people.values()])
        session.flush()
        ids = {name: person.id for name, person in people.items()} | {f"{n} seat": s.id for n, s in seats.items()}
        return ids | {"group": group.id, "today": today.id, "coming": coming.id, "police": police.id}


def sheet(database, meeting_id):
    """The rows of a sheet: who, as what, how, for whom."""
    with database.read() as session:
        return {
            row.who: (row.role, row.state, row.deputy_for.who if row.deputy_for else None)
            for row in session.get(Meeting, meeting_id).attendance
        }


def row_id(database, meeting_id, who):
    with database.read() as session:
        return next(row.id for row in session.get(Meeting, meeting_id).attendance if row.who == who)


def note(desk, database, meeting_id, who, state, was=UNANSWERED):
    return desk.do(set_attendance, attendance_id=row_id(database, meeting_id, who), was=was, state=state)


def test_everybody_with_a_seat_on_the_day_is_called_once_and_from_their_first_seat(desk, database, table):
    with database.write() as session:
        group = session.get(Group, table["group"])
        also = a_seat(group, sector=Sector.SOCIAL_WORK)
        also.take(session.get(Seat, table["chair seat"]).held_on(DAY).person, SINCE)
        a_seat(group).take(a_person("Ny Prøve"), DAY + dt.timedelta(days=1))
    first = desk.do(call_people, meeting_id=table["coming"])
    again = desk.do(call_people, meeting_id=table["coming"])
    assert (first.new, again.new, again.gone) == (4, 0, 0)
    assert {who: role for who, (role, _state, _for) in sheet(database, table["coming"]).items()} == {
        "Gry Prøve": AttendeeRole.CHAIR,
        "Bo Prøve": AttendeeRole.MEMBER,
        "Eva Prøve": AttendeeRole.OBSERVER,
        "Reden": AttendeeRole.MEMBER,
    }


@operation("coordinator")
def give_the_seat_to_another(work, *, seat_id, name):
    seat = work.get(Seat, seat_id)
    for held in list(seat.memberships):
        seat.memberships.remove(held)
    work.session.flush()
    person = a_person(name)
    work.session.add(person)
    seat.take(person, SINCE)
    work.touched("groups")


def test_who_lost_the_seat_goes_unless_they_answered_and_a_body_that_names_somebody_keeps_its_answer(
    desk, database, table
):
    meeting = table["coming"]
    desk.do(call_people, meeting_id=meeting)
    note(desk, database, meeting, "Bo Prøve", COMING)
    note(desk, database, meeting, "Reden", COMING)
    for seat, name in (("chair", "Ea Prøve"), ("officer", "Al Prøve"), ("body", "Ida Prøve")):
        desk.do(give_the_seat_to_another, seat_id=table[f"{seat} seat"], name=name)
    called = desk.do(call_people, meeting_id=meeting)
    assert (called.new, called.gone) == (2, 1)
    assert sheet(database, meeting) == {
        "Ea Prøve": (AttendeeRole.CHAIR, UNANSWERED, None),
        "Bo Prøve": (AttendeeRole.MEMBER, COMING, None),
        "Al Prøve": (AttendeeRole.MEMBER, UNANSWERED, None),
        "Ida Prøve": (AttendeeRole.MEMBER, COMING, None),
        "Eva Prøve": (AttendeeRole.OBSERVER, UNANSWERED, None),
    }
    with pytest.raises(Invalid, match="holds no seat"):
        note(desk, database, meeting, "Bo Prøve", AttendanceState.TENTATIVE, was=COMING)
    bo = row_id(database, meeting, "Bo Prøve")
    desk.do(make_guest, attendance_id=bo, version=version_of(database, Attendance, bo))
    note(desk, database, meeting, "Bo Prøve", AttendanceState.TENTATIVE, was=COMING)


def test_somebody_named_to_lead_is_called_without_a_seat(desk, database, table):
    with database.write() as session:
        session.get(Meeting, table["coming"]).secretary = (
            session.get(Seat, table["vacant seat"]).group.seats[0].held_on(DAY).person
        )
        session.get(Meeting, table["coming"]).chair_id = table["stranger"]
    desk.do(call_people, meeting_id=table["coming"])
    found = sheet(database, table["coming"])
    assert found["Kaj Prøve"][0] is AttendeeRole.CHAIR
    assert found["Gry Prøve"][0] is AttendeeRole.CHAIR, "the group's chair keeps the seat's role"
    with database.write() as session:
        session.get(Meeting, table["coming"]).chair_id = None
    desk.do(call_people, meeting_id=table["coming"])
    assert "Kaj Prøve" not in sheet(database, table["coming"])


def test_presence_waits_for_the_day_and_two_who_note_at_once_do_not_overwrite_each_other(desk, database, table):
    desk.do(call_people, meeting_id=table["coming"])
    with pytest.raises(Invalid, match="has not been held yet"):
        note(desk, database, table["coming"], "Bo Prøve", PRESENT)
    done = note(desk, database, table["coming"], "Bo Prøve", APOLOGY)
    with pytest.raises(Stale):
        note(desk, database, table["coming"], "Bo Prøve", COMING)
    undo(desk, done)
    assert sheet(database, table["coming"])["Bo Prøve"][1] is UNANSWERED
    with pytest.raises(Stale):
        undo(desk, done)


def test_all_others_are_marked_present_at_once_and_back(desk, database, table):
    meeting = table["today"]
    desk.do(call_people, meeting_id=meeting)
    note(desk, database, meeting, "Bo Prøve", APOLOGY)
    before = sheet(database, meeting)
    done = desk.do(mark_others, meeting_id=meeting, state=PRESENT)
    states = {who: state for who, (_role, state, _for) in sheet(database, meeting).items()}
    assert states == {"Gry Prøve": PRESENT, "Bo Prøve": APOLOGY, "Eva Prøve": PRESENT, "Reden": PRESENT}
    undo(desk, done)
    assert sheet(database, meeting) == before


def test_a_colleague_takes_a_members_place_and_undo_puts_both_back(desk, database, table):
    meeting = table["today"]
    desk.do(call_people, meeting_id=meeting)
    before = sheet(database, meeting)
    bo = row_id(database, meeting, "Bo Prøve")
    with pytest.raises(Invalid, match="register a guest"):
        desk.do(register_deputy, attendance_id=bo, person_id=table["stranger"])
    with pytest.raises(Invalid, match="place of their own"):
        desk.do(register_deputy, attendance_id=bo, person_id=table["chair"])
    done = desk.do(register_deputy, attendance_id=bo, person_id=table["colleague"], note="Syg")
    found = sheet(database, meeting)
    assert found["Ib Prøve"] == (AttendeeRole.DEPUTY, PRESENT, "Bo Prøve")
    assert found["Bo Prøve"][1] is APOLOGY
    with pytest.raises(Invalid, match="remove the deputy first"):
        note(desk, database, meeting, "Bo Prøve", PRESENT, was=APOLOGY)
    again = undo(desk, done)
    assert sheet(database, meeting) == before
    undo(desk, again)
    assert sheet(database, meeting) == found


def test_somebody_new_comes_as_a_deputy_or_guest_and_undo_leaves_nobody_in_the_directory(desk, database, table):
    meeting = table["coming"]
    desk.do(call_people, meeting_id=meeting)
    bo = row_id(database, meeting, "Bo Prøve")
    deputy = desk.do(register_deputy, attendance_id=bo, new_person="Siv Prøve")
    guest = desk.do(add_guest, meeting_id=meeting, new_person="Mia Prøve", organisation_id=table["police"])
    assert sheet(database, meeting)["Siv Prøve"] == (AttendeeRole.DEPUTY, COMING, "Bo Prøve")
    undo(desk, guest)
    undo(desk, deputy)
    assert set(sheet(database, meeting)) == {"Gry Prøve", "Bo Prøve", "Eva Prøve", "Reden"}
    with database.read() as session:
        assert not session.query(Person).filter(Person.name.in_(["Siv Prøve", "Mia Prøve"])).count()


def test_a_deputys_seat_gives_the_right_to_one_place_and_is_kept_when_the_deputy_is_released(desk, database, table):
    meeting = table["coming"]
    with database.write() as session:
        group = session.get(Group, table["group"])
        a_seat(group, kind=SeatKind.DEPUTY, deputy_for=session.get(Seat, table["officer seat"])).take(
            a_person("Per Prøve"), SINCE
        )
    desk.do(call_people, meeting_id=meeting)
    per = desk.ask(
        lambda session: next(r.person_id for r in session.get(Meeting, meeting).attendance if r.who == "Per Prøve")
    )
    with pytest.raises(Invalid, match="register a guest"):
        desk.do(register_deputy, attendance_id=row_id(database, meeting, "Gry Prøve"), person_id=per)
    desk.do(register_deputy, attendance_id=row_id(database, meeting, "Bo Prøve"), person_id=per)
    desk.do(call_people, meeting_id=meeting)
    assert sheet(database, meeting)["Per Prøve"] == (AttendeeRole.DEPUTY, COMING, "Bo Prøve")
    row = row_id(database, meeting, "Per Prøve")
    desk.do(remove_attendance, attendance_id=row, version=version_of(database, Attendance, row))
    assert sheet(database, meeting)["Per Prøve"] == (AttendeeRole.DEPUTY, UNANSWERED, None)


def test_taking_back_refuses_to_overwrite_what_was_noted_since(desk, database, table):
    desk.do(call_people, meeting_id=table["coming"])
    first = note(desk, database, table["coming"], "Bo Prøve", COMING)
    note(desk, database, table["coming"], "Bo Prøve", APOLOGY, was=COMING)
    assert first.undo.operation is put_sheet_back
    with pytest.raises(Stale):
        undo(desk, first)
    assert sheet(database, table["coming"])["Bo Prøve"][1] is APOLOGY


def test_members_stay_on_the_sheet_and_guests_do_not(desk, database, table):
    meeting = table["coming"]
    desk.do(call_people, meeting_id=meeting)
    bo = row_id(database, meeting, "Bo Prøve")
    with pytest.raises(Invalid, match="stays on the sheet"):
        desk.do(remove_attendance, attendance_id=bo, version=version_of(database, Attendance, bo))
    with pytest.raises(Invalid, match="already"):
        desk.do(add_guest, meeting_id=meeting, person_id=table["officer"])
    guest = desk.do(add_guest, meeting_id=meeting, person_id=table["stranger"])
    gone = desk.do(remove_attendance, attendance_id=guest.id, version=version_of(database, Attendance, guest.id))
    assert "Kaj Prøve" not in sheet(database, meeting)
    undo(desk, gone)
    assert row_id(database, meeting, "Kaj Prøve") == guest.id


def test_a_seat_holder_is_called_not_registered(desk, database, table):
    desk.do(take_seat, seat_id=table["vacant seat"], person_id=table["stranger"], valid_from=SINCE)
    with pytest.raises(Invalid, match="look for the row"):
        desk.do(add_guest, meeting_id=table["coming"], person_id=table["stranger"])


def test_approved_minutes_freeze_who_came(desk, database, table):
    meeting = table["today"]
    desk.do(call_people, meeting_id=meeting)
    with database.write() as session:
        session.get(Meeting, meeting).stage = Stage.APPROVED
    with pytest.raises(Invalid, match="correct the minutes"):
        note(desk, database, meeting, "Bo Prøve", PRESENT)
    with pytest.raises(Invalid, match="correct the minutes"):
        desk.do(add_guest, meeting_id=meeting, person_id=table["stranger"])
    with database.write() as session:
        session.get(Meeting, table["coming"]).cancelled_at = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    with pytest.raises(Invalid, match="cancelled"):
        desk.do(call_people, meeting_id=table["coming"])


@pytest.fixture
def held(desk, database, table):
    """Today's meeting, held, with five items and everybody present; the ids of the items."""
    desk.do(call_people, meeting_id=table["today"])
    with database.write() as session:
        meeting = session.get(Meeting, table["today"])
        made = [an_item(meeting, f"Punkt {number}") for number in range(1, 6)]
        meeting.stage = Stage.HELD
        session.flush()
        ids = [item.id for item in made]
    desk.do(mark_others, meeting_id=table["today"], state=PRESENT)
    return ids


def out_of_the_room(database, row):
    """Numbers of the items that somebody was out for, those because of a conflict with a minus."""
    with database.read() as session:
        absences = session.get(Attendance, row).absences
        return sorted((-a.item.number if a.is_conflict else a.item.number for a in absences), key=abs)


def test_who_comes_late_or_leaves_is_out_for_the_items_before_or_after_and_a_correction_moves_the_edge(
    desk, database, table, held
):
    bo = row_id(database, table["today"], "Bo Prøve")
    desk.do(step_out, attendance_id=bo, item_id=held[2], is_conflict=True)
    desk.do(arrive_at, attendance_id=bo, item_id=held[3])
    assert out_of_the_room(database, bo) == [1, 2, -3]
    desk.do(arrive_at, attendance_id=bo, item_id=held[1])
    assert out_of_the_room(database, bo) == [1, -3]
    left = desk.do(leave_at, attendance_id=bo, item_id=held[3])
    assert out_of_the_room(database, bo) == [1, -3, 4, 5]
    desk.do(leave_at, attendance_id=bo, item_id=held[4])
    assert out_of_the_room(database, bo) == [1, -3, 5]
    with pytest.raises(Stale):
        undo(desk, left)
    desk.do(step_in, attendance_id=bo, item_id=held[0])
    throughout = desk.do(stay_throughout, attendance_id=bo)
    assert out_of_the_room(database, bo) == []
    undo(desk, throughout)
    assert out_of_the_room(database, bo) == [-3, 5]


def test_only_somebody_at_a_meeting_that_is_held_steps_out_of_it(desk, database, table, held):
    bo = row_id(database, table["today"], "Bo Prøve")
    note(desk, database, table["today"], "Bo Prøve", APOLOGY, was=PRESENT)
    with pytest.raises(Invalid, match="mark the person present"):
        desk.do(step_out, attendance_id=bo, item_id=held[0])
    gry = row_id(database, table["today"], "Gry Prøve")
    with database.write() as session:
        other = an_item(session.get(Meeting, table["coming"]))
        session.flush()
        other_id = other.id
    with pytest.raises(Stale):
        desk.do(step_out, attendance_id=gry, item_id=other_id)
    with database.write() as session:
        session.get(Meeting, table["today"]).stage = Stage.AGENDA_SENT
    with pytest.raises(Invalid, match="has not begun"):
        desk.do(step_out, attendance_id=gry, item_id=held[0])


def test_a_declaration_holds_from_the_day_it_was_signed_to_its_last(desk, database, table):
    signed = desk.do(
        sign_declaration, person_id=table["observer"], signed_on=dt.date(2025, 1, 1), valid_to=dt.date(2026, 6, 30)
    )
    with pytest.raises(Invalid, match="already"):
        desk.do(sign_declaration, person_id=table["observer"], signed_on=dt.date(2025, 1, 1))
    with pytest.raises(Invalid, match="still to come"):
        desk.do(sign_declaration, person_id=table["observer"], signed_on=DAY)
    with pytest.raises(Invalid, match="before the first day"):
        desk.do(end_declaration, declaration_id=signed.id, version=1, valid_to=dt.date(2024, 1, 1))

    def days():
        with database.read() as session:
            row = session.get(Declaration, signed.id)
            return row and [row.holds_on(dt.date(2024, 12, 31)), row.holds_on(dt.date(2026, 6, 30)), row.holds_on(DAY)]

    assert days() == [False, True, False]
    longer = desk.do(end_declaration, declaration_id=signed.id, version=1, valid_to=None)
    assert days() == [False, True, True]
    undo(desk, longer)
    gone = desk.do(withdraw_declaration, declaration_id=signed.id, version=version_of(database, Declaration, signed.id))
    assert days() is None
    assert gone.undo.operation is restore_declaration
    undo(desk, gone)
    assert days() == [False, True, False]
    with pytest.raises(Invalid, match="stands in groups or meetings"):
        desk.do(remove_person, person_id=table["observer"], version=1)


def test_holding_a_meeting_warns_of_whoever_comes_without_a_declaration(desk, database, table):
    desk.do(call_people, meeting_id=table["today"])
    with database.write() as session:
        an_item(session.get(Meeting, table["today"]))

    def warned():
        seen = desk.ask(meeting_detail, meeting_id=table["today"], language="en", today=TODAY)
        assert seen.next_stage is Stage.HELD
        return [(finding.where, finding.stops, str(finding).split(" has ")[0]) for finding in seen.lacks]

    unsigned = [(Where.PEOPLE, False, "Eva Prøve")]
    assert warned() == unsigned
    done = desk.do(sign_declaration, person_id=table["observer"], signed_on=dt.date(2025, 1, 1))
    assert warned() == []
    undo(desk, done)
    assert warned() == unsigned
    version = version_of(database, Meeting, table["today"])
    desk.do(hold_meeting, meeting_id=table["today"], version=version)
