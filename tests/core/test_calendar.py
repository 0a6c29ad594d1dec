"""Calendar entries: what is written is what other programs read, on both sides of the clock's change."""

import datetime as dt
from dataclasses import replace

import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar

from referral_desk.clock import COPENHAGEN
from referral_desk.exchange.calendar import entry
from referral_desk.queries.invitations import Facts
from referral_desk.queries.letters import Attendee, Signer
from referral_desk.vocabulary import AttendanceState, AttendeeRole, Label, MailingKind
from tests.letters import AT, FACTS, LETTER, PEOPLE, a_letter

STATE = AttendanceState.ACCEPTED
SHOWN = st.text(
    st.characters(exclude_categories=("C", "Z")) | st.sampled_from(' ,;:\\"æøåÆØÅ'), min_size=1, max_size=90
)


def written(letter=LETTER, kind=MailingKind.INVITATION, people=PEOPLE, **words):
    said = {
        "language": "da",
        "summary": "Møde i gruppen",
        "description": "Frist for afbud: mandag.\n\nHusk æbler.",
        **words,
    }
    return entry(letter, kind, people, **said)


def event(made):
    """The entry as icalendar reads it."""
    return Calendar.from_ical(made.content).walk("VEVENT")[0]


def attendees(made):
    found = event(made).get("attendee", [])
    return [found] if not isinstance(found, list) else found


def test_an_invitation_says_who_when_where_and_whom_to_answer():
    made = written()
    read = event(made)
    assert (made.method, made.media_type) == ("REQUEST", "text/calendar; charset=utf-8; method=REQUEST")
    assert Calendar.from_ical(made.content)["method"] == "REQUEST"
    assert (read["uid"], read["sequence"], read["status"]) == (LETTER.uid, 3, "CONFIRMED")
    assert read["dtstart"].dt == dt.datetime(2027, 1, 20, 9, tzinfo=COPENHAGEN)
    assert read["dtend"].dt == dt.datetime(2027, 1, 20, 12, tzinfo=COPENHAGEN)
    assert read["dtstamp"].dt == read["last-modified"].dt == AT.replace(microsecond=0)
    assert (read["location"], read["summary"]) == (FACTS.place, "Møde i gruppen")
    assert read["description"] == "Frist for afbud: mandag.\n\nHusk æbler."
    assert read["organizer"] == "mailto:sekretaer@kommune.example"
    assert read["organizer"].params["CN"] == "Sekretær Prøve"


def test_everybody_stands_in_it_as_what_they_come_and_with_what_they_answered():
    seen = [
        (str(one), one.params["ROLE"], one.params["PARTSTAT"], one.params["RSVP"], one.params["LANGUAGE"])
        for one in attendees(written())
    ]
    assert seen == [
        ("mailto:sekretaer@kommune.example", "REQ-PARTICIPANT", "ACCEPTED", "FALSE", "da"),
        ("mailto:formand@xn--sby-0na.example", "CHAIR", "ACCEPTED", "TRUE", "da"),
        ("mailto:observer@ngo.example", "OPT-PARTICIPANT", "DECLINED", "TRUE", "en"),
    ]
    anew = [one.params["PARTSTAT"] for one in attendees(written(kind=MailingKind.UPDATE, asks_anew=True))]
    assert anew == ["ACCEPTED", "NEEDS-ACTION", "NEEDS-ACTION"], "only the host stays"


def test_a_cancellation_ends_the_entry_and_letting_somebody_off_leaves_it_standing():
    off = event(written(a_letter(is_cancelled=True), MailingKind.CANCELLATION))
    assert (off["status"], off["sequence"], len(off["attendee"])) == ("CANCELLED", 3, 3)
    made = written(kind=MailingKind.CANCELLATION, people=PEOPLE[2:])
    let_off = event(made)
    assert made.method == "CANCEL"
    assert "status" not in let_off, "RFC 5546 3.2.5: the meeting itself takes place"
    assert str(let_off["attendee"]) == "mailto:observer@ngo.example"


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        (dt.date(2027, 3, 26), 1),
        (dt.date(2027, 3, 27), 1),
        (dt.date(2027, 3, 28), 2),
        (dt.date(2027, 3, 29), 2),
        (dt.date(2027, 10, 30), 2),
        (dt.date(2027, 10, 31), 1),
        (dt.date(2027, 11, 1), 1),
    ],
)
def test_the_hour_is_the_one_on_the_wall_on_both_sides_of_the_clocks_change(day, offset):
    made = written(a_letter(facts=Facts(day, dt.time(9), dt.time(12), "")))
    starts = dt.datetime.combine(day, dt.time(9), dt.timezone(dt.timedelta(hours=offset)))
    assert event(made)["dtstart"].dt == starts
    # vobject goes by the rules in the file, not by a zone that it knows itself.
    assert vobject.readOne(made.content.decode()).vevent.dtstart.value == starts
    assert b"DTSTART;TZID=Europe/Copenhagen:" in made.content


@example(name="Et\\", place="a", summary="b", description="", state=STATE, role=AttendeeRole.GUEST, label=Label.OPEN)
@given(
    name=SHOWN,
    place=SHOWN,
    summary=SHOWN,
    description=st.text(st.characters(exclude_categories=("C",)) | st.sampled_from("\n,;\\æøå"), max_size=300),
    state=st.sampled_from(AttendanceState),
    role=st.sampled_from(AttendeeRole),
    label=st.sampled_from(Label),
)
def test_whatever_is_written_is_read_back_the_same_by_two_programs(
    name, place, summary, description, state, role, label
):
    place = " ".join(place.split())
    people = (Attendee(name, "a@kommune.example", role, state, "da"),)
    letter = a_letter(facts=Facts(FACTS.day, FACTS.starts, FACTS.ends, place), label=label)
    made = written(letter, people=people, summary=summary, description=description)
    assert made == written(letter, people=people, summary=summary, description=description)
    read, other = event(made), vobject.readOne(made.content.decode()).vevent
    assert read.get("summary", "") == summary
    assert read.get("location", "") == place
    assert read.get("description", "") == description
    shown = " ".join(name.replace('"', "'").replace("\\", "/").split())
    assert read["attendee"].params.get("CN", "") == shown
    assert (other.summary.value, other.uid.value) == (summary, LETTER.uid)
    assert getattr(other, "location", None) is None or other.location.value == place
    assert Calendar.from_ical(made.content).to_ical(sorted=False) == made.content
    lines = made.content.split(b"\r\n")
    assert max(map(len, lines)) <= 75, "RFC 5545 3.1 counts bytes"
    for line in lines:
        line.decode("utf-8")  # no letter is cut in two
    assert b"\n" not in made.content.replace(b"\r\n", b"")


def test_a_name_never_breaks_out_of_its_line():
    people = (
        Attendee(
            "A\r\nATTENDEE:mailto:x@y.example", "a@b.example", AttendeeRole.GUEST, AttendanceState.UNANSWERED, "en"
        ),
    )
    made = written(a_letter(signer=Signer('S "Ø"\r\nMETHOD:CANCEL', "", "s@b.example")), people=people)
    assert len(attendees(made)) == 1
    assert Calendar.from_ical(made.content)["method"] == "REQUEST"
    assert made.content.count(b"METHOD:") == 2, "once as a property, once inside a name"


def test_signs_that_no_calendar_may_hold_are_left_out():
    odd = "Et\x07 ord\x0b\x85 ATTENDEE:x\x7f"
    letter = a_letter(facts=replace(FACTS, place=odd), signer=replace(LETTER.signer, name=odd))
    made = written(letter, people=[replace(PEOPLE[0], name=odd)], summary=odd, description=f"{odd}\nslut")
    text = made.content.decode()
    assert not set(text) - {"\r", "\n"} & {chr(code) for code in (*range(32), *range(0x7F, 0xA0))}
    read = event(made)
    assert [len(attendees(made)), read["location"].split()] == [1, ["Et", "ord", "ATTENDEE:x"]]
    assert read["organizer"].params["CN"] == "Et ord ATTENDEE:x"
