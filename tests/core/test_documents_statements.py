"""Filling a document takes a handful of statements, however much stands in it."""

import datetime as dt

import pytest

from referral_desk.models import Attendance, Minutes, MinutesEntry
from referral_desk.queries.document_content import action_list, attendance_list, invitation
from referral_desk.queries.minutes_content import minutes_content
from referral_desk.queries.pack_content import pack_source
from referral_desk.queries.pack_issues import pack_check
from referral_desk.vocabulary import (
    AttendanceState,
    AttendeeRole,
    EntryKind,
    Label,
    MinutesState,
    StandingRole,
)
from tests.builders import TODAY, a_group, a_meeting, a_person, an_action, an_item, an_organisation
from tests.core.test_statements import statements
from tests.engines import open_embedded

ON_A_MEETING = {"language": "da", "today": TODAY}
# Each query with the most statements that it may need.
ASKED = {
    "minutes": (minutes_content, 16, lambda ids: {"meeting_id": ids[0], "language": "da"}),
    "attendance": (attendance_list, 16, lambda ids: {**ON_A_MEETING, "meeting_id": ids[0], "is_blank": False}),
    "invitation": (invitation, 18, lambda ids: {**ON_A_MEETING, "meeting_id": ids[1]}),
    "actions": (action_list, 12, lambda ids: {"day": TODAY, "language": "da", "group_id": ids[2]}),
    "pack": (pack_source, 45, lambda ids: {**ON_A_MEETING, "meeting_id": ids[1], "pack_label": Label.INTERNAL}),
    "check": (pack_check, 20, lambda ids: {"meeting_id": ids[1]}),
}


def fill(database, size):
    """A held meeting with much in it, and the next one; gives their ids and the group's."""
    with database.write() as session:
        group = a_group(code="rgx")
        held = a_meeting(group, day=dt.date(2026, 9, 3))
        following = a_meeting(group)
        minutes = Minutes(meeting=held, state=MinutesState.IN_COMMENT)
        an_item(following, "Godkendelse", standing=StandingRole.MINUTES_APPROVAL, approves=held)
        an_item(following, "Åbne punkter", standing=StandingRole.OPEN_ACTIONS)
        session.add_all([held, following, minutes])
        for number in range(size):
            body = an_organisation(f"Organisation {number}")
            person = a_person(f"Person {number}", organisation=body)
            item = an_item(held, f"Punkt {number}", owner_person=person)
            action = an_action(
                group, f"Gøre {number}", item=item, number=number + 1, owner_organisation=body, contact=person
            )
            row = Attendance(person=person, organisation=body, role=AttendeeRole.MEMBER, state=AttendanceState.PRESENT)
            held.attendance.append(row)
            session.add(action)
            entry = MinutesEntry(minutes=minutes, item=item, kind=EntryKind.ACTION, text="Gøre", action=action)
            session.add(entry)
        session.flush()
        return held.id, following.id, group.id


@pytest.mark.parametrize("name", ASKED)
def test_a_document_takes_as_many_statements_when_much_stands_in_it(tmp_path, embedded_template, name):
    query, most, arguments = ASKED[name]
    counts = []
    for size in (2, 12):
        path = tmp_path / f"{size}.desk"
        path.write_bytes(embedded_template.read_bytes())
        database = open_embedded(path)
        _, heard = statements(database, query, arguments(fill(database, size)))
        database.close()
        counts.append(len(heard))
    assert counts[0] == counts[1] <= most, "\n".join(heard)
