"""A correction puts right what approved minutes say of the meeting, of who was in the room, and of what was agreed."""

import datetime as dt

import pytest

from referral_desk.errors import Invalid
from referral_desk.models import Meeting, MinutesEntry, Person
from referral_desk.operations.actions import move_due
from referral_desk.operations.corrections import Corrected, Missed, Terms
from referral_desk.operations.item_absences import step_out
from referral_desk.operations.leaks import Keep, LeaksFound
from referral_desk.operations.meetings import edit_meeting
from referral_desk.operations.minutes import send_minutes_to_chair, send_minutes_to_comment
from referral_desk.queries.minutes_content import minutes_content
from referral_desk.queries.minutes_record import open_part
from referral_desk.vocabulary import AttendanceState, AttendeeRole, CorrectedPart, ItemOutcome, Label, ProgressKind
from tests.builders import a_person, a_sheet
from tests.corrections import AGREED, LATER, action_of, approved, correct, lines, person, said_by, sheet, told
from tests.minutes_course import course

__all__ = ["course"]

PHONE = "Ring til Jonas på 27 84 19 36."


def meeting_of(course, **fields):
    with course.database.write() as session:
        meeting = session.get(Meeting, course.first)
        for name, value in fields.items():
            setattr(meeting, name, value)


def test_a_correction_says_where_the_meeting_was_what_it_was_called_and_who_led_it(course):
    former, writer = a_person("Gammel Formand"), a_person("Gammel Referent")
    meeting_of(course, chair=former, secretary=writer, place="Lokale 1")
    with course.database.write() as session:
        session.add(a_person("Ny Formand"))
        a_sheet(session.get(Meeting, course.first), former, role=AttendeeRole.CHAIR)
    approved(course)
    with pytest.raises(Invalid, match="who led it: correct the minutes"):
        course.desk.do(
            edit_meeting, meeting_id=course.first, version=course.version(Meeting, course.first), place="Lokale 2"
        )
    head = {
        "title": " Møde  om tolkning ",
        "place": "Storegade 5, 5000 Odense C",
        "chair_id": person(course, "Ny Formand"),
        "secretary_id": person(course),
        "label": Label.INTERNAL,
    }
    correct(course, Corrected(head=head))
    assert told(course) == [
        (CorrectedPart.MEETING, "", "Title: Møde om tolkning"),
        (CorrectedPart.MEETING, "Place: Lokale 1", "Place: Storegade 5, 5000 Odense C"),
        (CorrectedPart.MEETING, "Chair: Gammel Formand", "Chair: Ny Formand"),
        (CorrectedPart.MEETING, "Minutes taken by: Gammel Referent", "Minutes taken by: Medlem Prøve"),
        (CorrectedPart.PEOPLE, "", "Ny Formand: present, chair"),
        (CorrectedPart.PEOPLE, "Gammel Formand: present, chair", "Gammel Formand: present, guest"),
        (CorrectedPart.PEOPLE, "Gammel Referent: present, secretary", "Gammel Referent: present, guest"),
    ]
    content = said_by(course, language="da")
    assert (content.chair, content.secretary, content.place) == ("Ny Formand", "Medlem Prøve", head["place"])
    assert said_by(course, 1).chair == "Gammel Formand"
    with pytest.raises(Invalid, match="Nothing is different"):
        correct(course, Corrected(head=head))
    # What nobody names keeps the name that it was approved with, also where the head is corrected again.
    with course.database.write() as session:
        session.query(Person).filter_by(name="Ny Formand").one().name = "Giftenavn Formand"
    correct(course, Corrected(head={"title": "Møde om tolke", "secretary_id": None}))
    assert [after for _, _, after in told(course)] == ["Title: Møde om tolke", ""]
    assert said_by(course).chair == "Ny Formand"


def test_the_words_of_a_corrected_head_are_looked_through_like_all_others(course):
    approved(course)
    for name in ("title", "place"):
        corrected = Corrected(head={name: PHONE})
        with pytest.raises(LeaksFound) as refused:
            correct(course, corrected)
        [find] = refused.value.finds[name]
        correct(course, corrected, kept=[Keep(name, find.words, "Vagttelefonen.")])
        with pytest.raises(Invalid, match="CPR"):
            correct(course, Corrected(head={name: "010170-1234"}))
    assert said_by(course).title == PHONE


def test_a_meeting_that_becomes_closed_takes_all_that_is_told_of_it_along_and_opens_again(course):
    approved(course)
    before = said_by(course)
    correct(course, Corrected(head={"title": "Om Hansens sag"}))
    correct(course, Corrected(outcomes={course.two: (ItemOutcome.DROPPED, "Hansen trak sig.")}))
    correct(course, Corrected(head={"label": Label.CONFIDENTIAL}, missed=[Missed(new_person="Vidne Prøve")]))
    # The labels of items and entries follow from the meeting's and are not told one by one.
    assert [part for part, _, _ in told(course)] == [CorrectedPart.MEETING, CorrectedPart.PEOPLE]
    assert told(course)[0][1:] == ("Access: Internal", "Access: Confidential")
    whole = said_by(course)
    assert {item.label for item in whole.items} == {Label.CONFIDENTIAL}
    assert {line.label for line in lines(whole).values()} == {Label.CONFIDENTIAL}
    # What earlier corrections told while it was open, too.
    shown = repr(open_part(whole))
    assert not [word for word in ("Hansen", "Vidne", "Ring til") if word in shown]
    correct(course, Corrected(head={"label": Label.INTERNAL}))
    again = said_by(course)
    assert [item.label for item in again.items] == [item.label for item in before.items]
    assert {line.label for line in lines(again).values()} == {Label.INTERNAL}
    assert "Hansen trak" not in repr(open_part(again).corrections)


def test_a_correction_names_several_guests_and_a_refusal_names_none(course):
    approved(course)
    with pytest.raises(Invalid, match="on the sheet already"):
        correct(
            course, Corrected(missed=[Missed(new_person="Gæst Et"), Missed(person_id=person(course, "Anden Prøve"))])
        )
    assert "Gæst Et" not in sheet(course)
    correct(course, Corrected(missed=[Missed(new_person=f"Gæst {name}") for name in ("Et", "Tre", "To")]))
    assert [after for _, _, after in told(course)] == [f"Gæst {name}: present, guest" for name in ("Et", "To", "Tre")]


def test_a_correction_says_who_was_out_of_the_room_under_the_name_of_that_day(course):
    course.hold()
    with course.database.write() as session:
        meeting = session.get(Meeting, course.first)
        a_sheet(meeting, a_person("Anden Prøve"), a_person("Tredje Prøve"))
        for row in meeting.attendance:
            row.state = AttendanceState.PRESENT
    rows = {name: key for name, (key, _, _) in sheet(course).items()}
    course.desk.do(step_out, attendance_id=rows["Anden Prøve"], item_id=course.one)
    for item in (course.one, course.two):
        course.write(item, "Drøftet.")
    course.step(send_minutes_to_chair)
    course.step(send_minutes_to_comment)
    course.approve()
    with course.database.write() as session:
        session.get(Person, person(course)).name = "Medlem Giftenavn"
    member = rows["Medlem Prøve"]
    told_out = {course.one: {rows["Anden Prøve"]: None, member: True, rows["Tredje Prøve"]: False}}
    correct(course, Corrected(out={**told_out, course.two: {member: None}}))
    conflict = "Medlem Prøve (conflict of interest), Tredje Prøve"
    assert told(course) == [(CorrectedPart.OUT, "Anden Prøve", conflict)]
    assert [len(item.out) for item in said_by(course).items] == [2, 0]
    with pytest.raises(Invalid, match="Nothing is different"):
        correct(course, Corrected(out=told_out))
    away = {rows["Anden Prøve"]: AttendanceState.APOLOGY}
    with pytest.raises(Invalid, match="Anden Prøve is not at the meeting"):
        correct(course, Corrected(came=away, out={course.two: {rows["Anden Prøve"]: False}}))
    with pytest.raises(Invalid, match="Anden Prøve was not there"):
        correct(course, Corrected(came=away, head={"chair_id": person(course, "Anden Prøve")}))
    # Who did not come at all was out of the room for no item.
    correct(course, Corrected(came={member: AttendanceState.ABSENT}))
    assert told(course) == [
        (CorrectedPart.PEOPLE, "Medlem Prøve: present, member", "Medlem Prøve: absent, member"),
        (CorrectedPart.OUT, conflict, "Tredje Prøve"),
    ]


def test_a_correction_says_who_does_an_action_by_when_and_the_action_follows_where_it_stood_so(course):
    entry = approved(course)
    member, sooner = person(course), AGREED - dt.timedelta(days=1)
    with course.database.write() as session:
        session.add(a_person("Fremmed Prøve"))
        session.get(Meeting, course.first).group.seats[0].held_on(AGREED).person.name = "Medlem Giftenavn"
    correct(course, Corrected(agreed={entry: Terms(member, due=sooner)}))
    assert [(part, after.partition(": ")[2]) for part, _, after in told(course)] == [
        # Only the day was named: the owner keeps the name of the meeting's day.
        (CorrectedPart.ACTION, f"Medlem Prøve, {sooner.day}.{sooner.month}.{sooner.year}")
    ]

    def action():
        with course.database.read() as session:
            found = session.get(MinutesEntry, entry).action
            return found.due, [line.kind for line in found.progress]

    assert action() == (sooner, [ProgressKind.MADE, ProgressKind.DUE])
    # It was put off meanwhile: the minutes say what was agreed, and the action stays where it is.
    course.desk.do(move_due, actions=[action_of(course, entry)], due=LATER)
    correct(course, Corrected(agreed={entry: Terms(member, due=AGREED)}))
    assert (lines(said_by(course))["Ring til kommunen."].action.due, action()[0]) == (AGREED, LATER)
    for terms, wrong in (
        (Terms(person(course, "Fremmed Prøve"), due=AGREED), "holds no seat"),
        (Terms(member), "no deadline"),
        (Terms(due=AGREED), "no owner"),
    ):
        with pytest.raises(Invalid, match=wrong):
            correct(course, Corrected(agreed={entry: terms}))
    with pytest.raises(Invalid, match="Only an action"):
        correct(course, Corrected(agreed={course.note: Terms(member, due=AGREED)}))
    assert course.desk.ask(minutes_content, meeting_id=course.first, language="en").edition == 3
