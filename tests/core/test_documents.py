"""Lists and letters: what they are filled with on both engines, the standards, the same bytes, the worker's door."""

import datetime as dt
import hashlib
import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from referral_desk.errors import Invalid, Stale
from referral_desk.models import Attendance
from referral_desk.queries.document_content import action_list, attendance_list, invitation
from referral_desk.queries.documents import (
    ActionLine,
    ActionList,
    AttendanceList,
    Invitation,
    InvitationItem,
    SheetLine,
)
from referral_desk.queries.minutes_content import minutes_content
from referral_desk.reports import documents
from referral_desk.reports.document_task import build
from referral_desk.vocabulary import (
    ActionState,
    AttendanceState,
    AttendeeRole,
    Label,
    MeetingKind,
    Priority,
    Purpose,
    SeatKind,
    Stage,
)
from referral_desk.vocabulary.phrases import Phrases
from tests.builders import TODAY, a_group, a_meeting, a_person, a_seat, a_sheet, an_action, an_item, an_organisation
from tests.elsewhere import told_elsewhere
from tests.minutes_builders import minutes_of
from tests.tag_reader import read_tags
from tests.verapdf import failures

ROOT = Path(__file__).resolve().parents[2]
DAY, NINE, NOON = dt.date(2027, 2, 11), dt.time(9), dt.time(12)
PEOPLE = (
    SheetLine("Formand Prøve", "Kommunen", AttendeeRole.CHAIR, AttendanceState.PRESENT),
    SheetLine("", "3F", AttendeeRole.MEMBER, AttendanceState.APOLOGY),
    SheetLine("Suppleant Prøve", "3F", AttendeeRole.DEPUTY, AttendanceState.PRESENT, "3F"),
)
MEETING = ("Regional referencegruppe 2", MeetingKind.ORDINARY, "Ordinært møde")


def some_actions(language="da", group="", owner="", count=4):
    lines = [
        ActionLine(
            f"RG2-2026-{number}",
            "RG 2" if number % 2 else "Den nationale",
            "Indsamle **pladser** fra:\n- én\n- to",
            "Kommunen" if number % 3 else "",
            "Kontakt Prøve" if number % 3 else "",
            dt.date(2026, 11, number) if number < 28 else None,
            max(0, 22 - number),
            Priority.HIGH if number == 1 else Priority.NORMAL,
            ActionState.IN_PROGRESS,
            number % 5 or None,
            dt.date(2026, 9, 3) if number % 2 else None,
        )
        for number in range(1, count + 1)
    ]
    return ActionList(language, dt.date(2026, 11, 22), Label.INTERNAL, tuple(lines), group, owner)


def a_list(language="da", *, is_blank=True, lines=PEOPLE):
    return AttendanceList(language, *MEETING, 4, DAY, NINE, NOON, "Odense", Label.INTERNAL, is_blank, lines)


def a_letter(language="da", **changes):
    about = {
        "signer": "Sekretær Prøve",
        "signer_title": "koordinator",
        "signer_email": "post@example.dk",
        "words": "Vi mødes hos politiet.\n- husk billed-id",
        "moved_from": dt.date(2027, 2, 4),
        "move_reason": "Vinterferie.",
        "apologies_due": dt.date(2027, 2, 9),
        "items": (
            InvitationItem(1, "Tolkning", Purpose.DECISION, NINE),
            InvitationItem(2, "", Purpose.DISCUSSION, NOON),
        ),
        "invited": PEOPLE,
    }
    return Invitation(
        language, *MEETING, DAY, NINE, NOON, "Odense", Label.INTERNAL, dt.date(2026, 12, 14), **(about | changes)
    )


DOCUMENTS = {
    "group": some_actions(group="Regional referencegruppe 2", count=60),
    "owner": some_actions("en", owner="Kommunen"),
    "nothing": some_actions(count=0),
    "to sign": a_list(),
    "filled": a_list("en", is_blank=False, lines=PEOPLE * 30),
    "letter": a_letter(),
    "worded letter": a_letter(
        phrases=Phrases(
            {"invitation.da": "Kære gruppe\n\nKom til {what} i {group}.", "regards.da": "Bedste hilsner\nfra os"}
        )
    ),
    "bare letter": a_letter("en", signer="", words="", items=(), invited=(), moved_from=None),
}


def words_of(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return " ".join(read_tags(opened).text.split())


@pytest.mark.parametrize("standard", ["ua1", "2a"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_lists_and_letters_keep_the_standards(name, standard):
    assert failures(build(DOCUMENTS[name])[0], standard) == {}


def test_the_same_documents_give_the_same_bytes_here_and_in_another_process():
    program = (
        "import hashlib; from tests.core.test_documents import *; "
        "print(hashlib.sha256(b''.join(build(one)[0] for one in DOCUMENTS.values())).hexdigest())"
    )
    assert told_elsewhere(program) == hashlib.sha256(b"".join(build(one)[0] for one in DOCUMENTS.values())).hexdigest()


def test_what_is_overdue_is_said_in_words_and_what_lacks_an_owner_too():
    text = words_of(build(some_actions("en", group="Group"))[0])
    assert "overdue by 21 days" in text
    assert "nobody yet" in text
    assert "4 actions, 4 overdue" in text


def test_a_list_to_sign_has_a_line_for_everybody_and_some_to_spare():
    with pikepdf.open(io.BytesIO(build(a_list("en"))[0])) as opened:
        rows = list(read_tags(opened).all("TR"))
    assert len(rows) == 1 + len(PEOPLE) + 4
    assert "Apology" in rows[2].text
    assert "Present" not in rows[1].text


def test_an_invitation_says_when_where_what_about_and_what_to_do():
    text = words_of(build(a_letter("en"))[0])
    for part in ("Thursday 11 February 2027, 09:00–12:00", "Odense", "Tolkning", "Closed item", "post@example.dk"):
        assert part in text
    assert "from Thursday 4 February 2027: Vinterferie." in text


def test_an_invitation_begins_and_ends_with_the_templates_of_the_group_as_its_mails_do():
    usual = words_of(build(a_letter("en"))[0])
    assert "You are invited to a meeting of Regional referencegruppe 2." in usual
    assert "Kind regards Sekretær Prøve" in usual
    own = Phrases({"invitation.en": "Come to {what} of {group}\non {day}.", "regards.en": "Yours,\nall of us"})
    text = words_of(build(a_letter("en", phrases=own))[0])
    assert "Come to a meeting of Regional referencegruppe 2 on Thursday 11 February 2027." in text
    assert "Yours, all of us Sekretær Prøve" in text
    assert "You are invited" not in text
    assert "Kind regards" not in text
    danish = words_of(build(a_letter(phrases=own))[0])
    assert "Venlig hilsen Sekretær Prøve" in danish, "what was worded in one language only is standard in the other"


def test_the_worker_gives_the_same_document_under_its_name():
    made = documents.build_in_worker(a_letter("en"))
    assert made.pdf == build(a_letter("en"))[0]
    assert made.name == "2027-02-11 Regional referencegruppe 2 invitation Internal.pdf"
    assert (
        documents.file_name(minutes_of(language="en"))
        == "2026-11-12 Regional referencegruppe 2 minutes draft Internal.pdf"
    )
    assert documents.file_name(some_actions("en", owner="A/B")) == "2026-11-22 A B open actions Internal.pdf"
    with pytest.raises(Invalid):
        documents.build_in_worker(minutes_of(), annex=True)


def test_the_door_is_light():
    program = (
        "import sys, referral_desk.reports.documents; print('reportlab' in sys.modules, 'sqlalchemy' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "False"]


def test_a_groups_list_has_its_open_actions_and_keeps_closed_ones_out(desk, database):
    with database.write() as session:
        group, body = a_group(code="rgx"), an_organisation("3F")
        person = a_person("Ejer Prøve", organisation=body)
        first = an_action(group, "Sen", due=dt.date(2026, 11, 1), number=1, owner_organisation=body, contact=person)
        second = an_action(group, "Uden dag", due=None, number=2, owner_person=person)
        hidden = an_action(group, "Fortrolig", number=3, label=Label.CONFIDENTIAL)
        done = an_action(group, "Gjort", number=4, closed_on=TODAY, state=ActionState.DONE)
        session.add_all([first, second, hidden, done, an_action(a_group(), "En anden gruppes")])
        session.flush()
        group_id, person_id, body_id = group.id, person.id, body.id
    content = desk.ask(action_list, day=TODAY, language="da", group_id=group_id)
    assert [(one.reference, one.days_late, one.owner) for one in content.actions] == [
        ("RGX-2026-1", 20, "3F"),
        ("RGX-2026-2", 0, "Ejer Prøve"),
    ]
    assert content.group == "Testgruppe"
    closed = desk.ask(action_list, day=TODAY, language="da", group_id=group_id, with_closed=True)
    assert (len(closed.actions), closed.label) == (3, Label.CONFIDENTIAL)
    mine = desk.ask(action_list, day=TODAY, language="da", person_id=person_id)
    assert ([one.text for one in mine.actions], mine.owner) == (["Sen", "Uden dag"], "Ejer Prøve")
    late = desk.ask(action_list, day=TODAY, language="da", organisation_id=body_id, is_overdue_only=True)
    assert [one.text for one in late.actions] == ["Sen"]
    with pytest.raises(Stale):
        desk.ask(action_list, day=TODAY, language="da", group_id=404)


def test_what_is_closed_where_it_came_from_is_on_no_open_list(desk, database):
    with database.write() as session:
        group = a_group()
        item = an_item(a_meeting(group), "Sagen", label=Label.CONFIDENTIAL)
        session.add(an_action(group, "Om sagen", item=item, label=Label.INTERNAL))
        session.flush()
        group_id = group.id
    assert desk.ask(action_list, day=TODAY, language="da", group_id=group_id).actions == ()
    closed = desk.ask(action_list, day=TODAY, language="da", group_id=group_id, with_closed=True)
    assert (len(closed.actions), closed.label) == (1, Label.CONFIDENTIAL)


def test_no_list_and_no_letter_holds_a_cpr_number(desk, database):
    with database.write() as session:
        group = a_group()
        meeting = a_meeting(group, place="Hos 010190-1234")
        other = a_meeting(group, day=DAY)
        an_item(other, "Om 010190-1234")
        session.add_all([meeting, other, an_action(group, "Ring til 010190-1234")])
        session.flush()
        group_id, meeting_id, other_id = group.id, meeting.id, other.id
    told = {"language": "da", "today": TODAY}
    with pytest.raises(Invalid, match="CPR"):
        desk.ask(action_list, day=TODAY, language="da", group_id=group_id)
    for one in (meeting_id, other_id):
        with pytest.raises(Invalid, match="CPR"):
            desk.ask(invitation, meeting_id=one, **told)
    with pytest.raises(Invalid, match="CPR"):
        desk.ask(attendance_list, meeting_id=meeting_id, is_blank=True, **told)
    assert desk.ask(attendance_list, meeting_id=other_id, is_blank=True, **told).lines == ()


def test_a_meetings_sheet_and_letter_name_who_is_asked(desk, database):
    with database.write() as session:
        group = a_group()
        seat = a_seat(group)
        body = an_organisation("Kommunen")
        people = [a_person(name, organisation=body) for name in ("Ane Test", "Bo Test")]
        seat.take(people[0], valid_from=dt.date(2020, 1, 1), organisation=body)
        meeting = a_meeting(group, place="Odense", secretary=people[1])
        an_item(meeting, "Åbent")
        an_item(meeting, "Lukket", label=Label.CONFIDENTIAL)
        a_sheet(meeting, people[0])
        session.add(meeting)
        session.flush()
        meeting_id = meeting.id
    sheet = desk.ask(attendance_list, meeting_id=meeting_id, today=TODAY, language="da", is_blank=True)
    assert "Ane Test" in [one.name for one in sheet.lines]
    letter = desk.ask(invitation, meeting_id=meeting_id, today=TODAY, language="da")
    assert [item.title for item in letter.items] == ["Åbent", ""]
    assert letter.signer == "Bo Test"
    assert letter.apologies_due == dt.date(2026, 12, 1)
    assert "Ane Test" in [one.name for one in letter.invited]
    with pytest.raises(Stale):
        desk.ask(invitation, meeting_id=404, today=TODAY, language="da")


def test_a_deputy_is_listed_once_expected_or_come_and_a_filled_list_names_whom_the_minutes_name(desk, database):
    with database.write() as session:
        group = a_group()
        body = an_organisation("Kommunen")
        names = ("Ane Test", "Bo Uspurgt", "Eva Kom", "Ib Afbud", "Mia Erstatter")
        people = dict(zip(names, (a_person(name, organisation=body) for name in names), strict=True))
        for name, person in people.items():
            a_seat(group, kind=SeatKind.MEMBER if name == "Ane Test" else SeatKind.DEPUTY).take(person, None)
        meeting = a_meeting(group, day=TODAY, stage=Stage.HELD)
        session.add(meeting)
        states = dict(zip(names, ("apology", "unanswered", "present", "apology", "present"), strict=True))
        rows = {}
        for seat, (name, person) in zip(group.seats, people.items(), strict=True):
            role = AttendeeRole.MEMBER if name == "Ane Test" else AttendeeRole.DEPUTY
            rows[name] = Attendance(person=person, seat=seat, role=role, state=AttendanceState(states[name]))
            meeting.attendance.append(rows[name])
        rows["Mia Erstatter"].deputy_for = rows["Ane Test"]
        session.flush()
        meeting_id = meeting.id

    def listed(*, is_blank):
        told = {"meeting_id": meeting_id, "today": TODAY, "language": "da"}
        return [line.name for line in desk.ask(attendance_list, **told, is_blank=is_blank).lines]

    assert sorted(listed(is_blank=True)) == ["Ane Test", "Eva Kom", "Mia Erstatter"]
    minuted = desk.ask(minutes_content, meeting_id=meeting_id, language="da").attendees
    told = sorted(one.name for one in minuted if one.state is not AttendanceState.UNANSWERED)
    assert sorted(listed(is_blank=False)) == told == ["Ane Test", "Eva Kom", "Ib Afbud", "Mia Erstatter"]
