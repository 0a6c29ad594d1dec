"""What minutes say: the record in both languages, frozen editions, what a correction changed, what is closed."""

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given

from referral_desk.errors import Invalid, Stale, Unavailable
from referral_desk.models import Attendance, ItemAbsence, Minutes, MinutesEdition, MinutesEntry, OrganisationName
from referral_desk.plain import from_plain, to_plain
from referral_desk.queries.minutes_content import minutes_content, minutes_wording
from referral_desk.queries.minutes_record import MinutesContent, closed_annex, open_part
from referral_desk.vocabulary import (
    ApprovalWay,
    AttendanceState,
    AttendeeRole,
    EntryKind,
    ItemOutcome,
    Label,
    MinutesState,
    Purpose,
)
from tests.builders import NOON, a_group, a_meeting, a_paper, a_person, an_action, an_item, an_organisation
from tests.core.test_minutes_pdf import full_minutes
from tests.minutes_builders import some_minutes, texts_of

DAY = dt.date(2026, 9, 3)


def write_down(session):
    """A meeting that was held, with everything that minutes can say; gives it."""
    body = an_organisation("Skattestyrelsen")
    body.names[0].name_en = "The Danish Tax Agency"
    body.names.append(OrganisationName(name_da="Skat Nu", name_en="Tax Now", valid_from=dt.date(2026, 10, 1)))
    body.names[0].valid_to = dt.date(2026, 9, 30)
    group = a_group("Referencegruppe Øst", code="rgx")
    people = [a_person(name, organisation=body) for name in ("Ane Test", "Bo Test", "Åse Test", "Carl Test")]
    meeting = a_meeting(group, day=DAY, number=3, place="Aarhus", began=dt.time(9, 5), ended=dt.time(11, 40))
    meeting.chair, meeting.secretary = people[0], people[1]
    minutes = Minutes(meeting=meeting, state=MinutesState.DRAFT)
    first = an_item(
        meeting,
        "Tolkning",
        purpose=Purpose.DECISION,
        resume="Kort. ",
        recommendation="- at gruppen vælger\n2. at den gør",
    )
    closed = an_item(meeting, "Lukket sag", label=Label.CONFIDENTIAL)
    an_item(meeting, "Eventuelt", outcome=ItemOutcome.CARRIED, outcome_reason="Ingen tid.")
    a_paper(first, title="Notat")
    action = an_action(group, "Ringe", item=first, due=dt.date(2026, 10, 1), number=7)
    action.owner_organisation, action.contact = body, people[3]
    session.add_all([meeting, minutes, action, a_meeting(group, day=dt.date(2026, 12, 3))])
    session.add(a_meeting(group, day=dt.date(2026, 10, 3), cancelled_at=NOON, cancel_reason="Sygdom."))
    entries = [
        (first, EntryKind.NOTE, "Der var **enighed**.", Label.INTERNAL),
        (first, EntryKind.NOTE, "   ", Label.INTERNAL),
        (first, EntryKind.DECISION, "Gruppen valgte.", Label.INTERNAL),
        (first, EntryKind.NOTE, "Noget fortroligt.", Label.CONFIDENTIAL),
        (first, EntryKind.ACTION, "Ringe til kommunen", Label.INTERNAL),
        (closed, EntryKind.NOTE, "Om sagen.", Label.INTERNAL),
    ]
    for place, (item, kind, text, label) in enumerate(entries):
        made = MinutesEntry(minutes=minutes, item=item, position=place, kind=kind, text=text, label=label)
        made.action = action if kind is EntryKind.ACTION else None
        session.add(made)
    roles = [AttendeeRole.CHAIR, AttendeeRole.SECRETARY, AttendeeRole.MEMBER, AttendeeRole.DEPUTY]
    states = [AttendanceState.PRESENT, AttendanceState.PRESENT, AttendanceState.APOLOGY, AttendanceState.PRESENT]
    rows = [
        Attendance(person=person, organisation=body, role=role, state=state)
        for person, role, state in zip(people, roles, states, strict=True)
    ]
    rows[3].deputy_for = rows[2]
    rows[3].absences.append(ItemAbsence(item=closed, is_conflict=True))
    meeting.attendance.extend(rows)
    session.flush()
    return meeting


@pytest.fixture
def meeting_id(database):
    with database.write() as session:
        return write_down(session).id


def freeze(session, meeting_id, reason=""):
    """Keep an edition as the operation does."""
    minutes = session.query(Minutes).filter_by(meeting_id=meeting_id).one()
    minutes.state, minutes.approved_on, minutes.approved_way = MinutesState.APPROVED, DAY, ApprovalWay.IN_WRITING
    session.flush()
    words = {"entries": [], "documents": minutes_wording(session, meeting_id=meeting_id)}
    number = len(minutes.editions) + 1
    text = json.dumps(words, ensure_ascii=False, sort_keys=True)
    minutes.editions.append(MinutesEdition.of(text, number=number, frozen_at=NOON, frozen_by="Sekretær", reason=reason))
    session.flush()
    return minutes


def test_minutes_say_what_was_written_and_who_came(desk, meeting_id):
    content = desk.ask(minutes_content, meeting_id=meeting_id, language="da")
    assert (content.number, content.starts, content.ends) == (3, dt.time(9, 5), dt.time(11, 40))
    assert content.next_meeting.day == dt.date(2026, 12, 3)
    assert [(one.name, one.role) for one in content.attendees] == [
        ("Ane Test", AttendeeRole.CHAIR),
        ("Åse Test", AttendeeRole.MEMBER),
        ("Carl Test", AttendeeRole.DEPUTY),
        ("Bo Test", AttendeeRole.SECRETARY),
    ]
    assert content.attendees[2].deputy_for == "Åse Test"
    first, closed, carried = content.items
    assert first.recommendation == ("at gruppen vælger", "at den gør")
    assert [line.kind.value for line in first.entries] == ["note", "decision", "note", "action"]
    action = first.entries[3].action
    assert (action.reference, action.owner, action.contact) == ("RGX-2026-7", "Skattestyrelsen", "Carl Test")
    assert [item.outcome for item in content.items] == [ItemOutcome.DECIDED, ItemOutcome.NOTED, ItemOutcome.CARRIED]
    assert carried.outcome_reason == "Ingen tid."
    assert closed.entries[0].label is Label.CONFIDENTIAL
    assert [(one.name, one.is_conflict) for one in closed.out] == [("Carl Test", True)]
    assert content.is_draft
    assert content.has_annex


def test_the_same_record_speaks_english(desk, meeting_id):
    content = desk.ask(minutes_content, meeting_id=meeting_id, language="en")
    assert {one.organisation for one in content.attendees} == {"The Danish Tax Agency"}


def test_a_meeting_that_is_gone_is_said_to_be(desk):
    with pytest.raises(Stale):
        desk.ask(minutes_content, meeting_id=404, language="da")


def test_frozen_minutes_stay_what_they_were_and_a_correction_shows_what_it_changed(desk, database, meeting_id):
    with database.write() as session:
        minutes = freeze(session, meeting_id)
        before = minutes_content(session, meeting_id=meeting_id, language="da")
        decision = next(one for one in minutes.entries if one.kind is EntryKind.DECISION)
        decision.text = "Gruppen valgte nr. 2."
        freeze(session, meeting_id, "Forkert nummer.")
    first = desk.ask(minutes_content, meeting_id=meeting_id, language="da", edition=1)
    last = desk.ask(minutes_content, meeting_id=meeting_id, language="da")
    assert first == before
    assert (first.edition, first.frozen_by, len(first.sha256)) == (1, "Sekretær", 64)
    assert first.approval.way is ApprovalWay.IN_WRITING
    (correction,) = last.corrections
    (change,) = correction.changes
    assert correction.reason == "Forkert nummer."
    assert (change.item_number, change.before, change.after) == (1, "Gruppen valgte.", "Gruppen valgte nr. 2.")
    with pytest.raises(Invalid):
        desk.ask(minutes_content, meeting_id=meeting_id, language="da", edition=3)


def test_an_edition_that_was_altered_is_refused(database, meeting_id):
    with database.write() as session:
        minutes = freeze(session, meeting_id)
        text = minutes.editions[0].content.replace("Gruppen valgte.", "Gruppen afslog.")
        session.connection().exec_driver_sql(
            "UPDATE minutes_editions SET content = " + ("?" if database.engine.name == "sqlite" else "%s"), (text,)
        )
        session.expire_all()
        with pytest.raises(Unavailable):
            minutes_content(session, meeting_id=meeting_id, language="da")


def test_an_edition_of_an_older_program_is_still_read(desk, meeting_id):
    content = desk.ask(minutes_content, meeting_id=meeting_id, language="da")
    told = to_plain(content)
    assert from_plain(MinutesContent, json.loads(json.dumps(told))) == content
    del told["corrections"]
    del told["items"][0]["papers"]
    old = from_plain(MinutesContent, told, is_old=True)
    assert old == replace(content, items=(replace(content.items[0], papers=()), *content.items[1:]))


def test_of_a_confidential_meeting_the_open_part_says_neither_what_about_nor_who():
    content = full_minutes(label=Label.CONFIDENTIAL, title="En konkret sag")
    opened = open_part(content)
    assert (opened.title, opened.attendees, opened.label) == ("", (), Label.INTERNAL)
    assert closed_annex(content).attendees == content.attendees


@given(some_minutes())
def test_a_confidential_word_stands_in_the_annex_alone_and_no_other_is_lost(content):
    opened, closed = texts_of(open_part(content)), texts_of(closed_annex(content))
    for word, label in texts_of(content).items():
        assert (word in opened) is (label is not Label.CONFIDENTIAL)
        assert word in closed or label is not Label.CONFIDENTIAL
