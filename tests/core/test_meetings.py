"""Meetings: planned with what belongs to them, changed, moved, called off, and taken step by step."""

import datetime as dt

import pytest

from referral_desk.clock import Quarter
from referral_desk.desk import Desk
from referral_desk.errors import Invalid, NotAllowed, Stale
from referral_desk.models import Meeting, PackIssue
from referral_desk.operations.meetings import (
    advance_meeting,
    cancel_meeting,
    edit_meeting,
    move_meeting,
    plan_meeting,
    put_meeting_back,
    revive_meeting,
    step_meeting_back,
)
from referral_desk.queries.agenda import agenda
from referral_desk.queries.meeting import meeting_detail, meeting_members, people_to_name
from referral_desk.queries.meetings import day_warnings, groups_that_meet, meetings
from referral_desk.users import User
from referral_desk.vocabulary import ItemKind, Label, MeetingKind, SeatKind, Stage, Tier
from tests.builders import (
    NOON,
    TODAY,
    a_document,
    a_group,
    a_meeting,
    a_paper,
    a_person,
    a_seat,
    an_item,
    an_organisation,
)
from tests.chain import invite, version_of

DAY = dt.date(2026, 12, 3)
NINE, NOON_TIME = dt.time(9), dt.time(12)


def kept(database, *rows):
    with database.write() as session:
        session.add_all(rows)
        session.flush()
        return [row.id for row in rows]


def detail(desk, meeting_id, language="en"):
    return desk.ask(meeting_detail, meeting_id=meeting_id, language=language)


def listed(desk, **fields):
    return desk.ask(meetings, **{"year": 2026, "today": TODAY, "language": "en", **fields})


@pytest.fixture
def group_id(database):
    group = a_group("Region 2", place="Rådhuset, lokale 2.14")
    chair, secretary = a_person("Formand Prøve"), a_person("Sekretær Prøve")
    a_seat(group, kind=SeatKind.CHAIR).take(chair, dt.date(2026, 1, 1), organisation=an_organisation())
    a_seat(group, kind=SeatKind.SECRETARY).take(secretary, dt.date(2026, 1, 1), organisation=an_organisation())
    return kept(database, group)[0]


@pytest.fixture
def meeting_id(desk, group_id):
    return desk.do(plan_meeting, group_id=group_id, day=DAY, starts=NINE, ends=NOON_TIME, language="en")


def test_a_planned_meeting_takes_place_chair_secretary_and_quarter_from_the_group_and_the_day(desk, meeting_id):
    seen = detail(desk, meeting_id)
    assert (seen.group, seen.place, seen.chair, seen.secretary) == (
        "Region 2",
        "Rådhuset, lokale 2.14",
        "Formand Prøve",
        "Sekretær Prøve",
    )
    assert (seen.year, seen.quarter, seen.stage, seen.label) == (2026, 4, Stage.PLANNED, Label.INTERNAL)


def test_an_ordinary_meeting_begins_with_the_standing_items(desk, group_id, meeting_id):
    items = desk.ask(agenda, meeting_id=meeting_id, language="en").items
    review = "Yearly review: does the group have the right members?"
    always = ["Exchange of information", review, "Any other business"]
    assert [item.title for item in items] == ["Approval of the agenda", *always]
    later = desk.do(
        plan_meeting, group_id=group_id, day=dt.date(2027, 3, 4), starts=NINE, ends=NOON_TIME, language="en"
    )
    items = desk.ask(agenda, meeting_id=later, language="en").items
    assert [item.title for item in items] == [
        "Approval of the agenda",
        "Approval of the minutes of 3 December 2026",
        "Follow-up on actions",
        *always,
    ]
    assert [item.kind for item in items][-1] is ItemKind.ANY_OTHER_BUSINESS
    assert all(item.is_standing for item in items)


def test_a_theme_day_begins_empty(desk, group_id):
    meeting = desk.do(
        plan_meeting,
        group_id=group_id,
        day=DAY,
        starts=NINE,
        ends=NOON_TIME,
        kind=MeetingKind.THEME_DAY,
        title="  Temadag   om tolkning ",
    )
    assert detail(desk, meeting).title == "Temadag om tolkning"
    assert detail(desk, meeting).items == 0


def test_a_meeting_can_count_for_another_quarter_than_its_day(desk, group_id):
    meeting = desk.do(
        plan_meeting, group_id=group_id, day=dt.date(2027, 1, 7), starts=NINE, ends=NOON_TIME, quarter=Quarter(2026, 4)
    )
    assert (detail(desk, meeting).year, detail(desk, meeting).quarter) == (2026, 4)
    assert [row.id for row in listed(desk).rows] == [meeting]
    assert [row.id for row in listed(desk, year=2027).rows] == [meeting]


def test_a_group_that_does_not_stand_on_the_day_cannot_meet(desk, database):
    [group] = kept(database, a_group(valid_to=dt.date(2025, 12, 31)))
    with pytest.raises(Invalid, match="does not stand"):
        desk.do(plan_meeting, group_id=group, day=DAY, starts=NINE, ends=NOON_TIME)


def test_a_meeting_does_not_end_before_it_begins(desk, group_id, meeting_id):
    with pytest.raises(Invalid, match="ends before it begins"):
        desk.do(plan_meeting, group_id=group_id, day=DAY, starts=NOON_TIME, ends=NINE)
    with pytest.raises(Invalid, match="ends before it begins"):
        desk.do(edit_meeting, meeting_id=meeting_id, version=1, ends=dt.time(8, 30))


def test_what_is_given_changes_and_the_rest_stays(desk, database, meeting_id):
    [person] = kept(database, a_person("Ny Formand"))
    version = desk.do(
        edit_meeting,
        meeting_id=meeting_id,
        version=1,
        title=" Ekstra  møde ",
        kind=MeetingKind.EXTRAORDINARY,
        place=" Fysisk ",
        label=Label.OPEN,
        starts=dt.time(10),
        chair_id=person,
        secretary_id=None,
    )
    seen = detail(desk, meeting_id)
    assert version == seen.version == 2
    assert (seen.title, seen.kind, seen.place, seen.label) == (
        "Ekstra møde",
        MeetingKind.EXTRAORDINARY,
        "Fysisk",
        Label.OPEN,
    )
    assert (seen.starts, seen.ends, seen.chair, seen.secretary) == (dt.time(10), NOON_TIME, "Ny Formand", "")
    with pytest.raises(Stale):
        desk.do(edit_meeting, meeting_id=meeting_id, version=1, title="For sent")


def test_a_moved_meeting_keeps_its_quarter_and_reason_and_can_be_put_back(desk, meeting_id):
    before = desk.do(
        move_meeting, meeting_id=meeting_id, version=1, day=dt.date(2027, 1, 7), reason=" Sne ", starts=dt.time(10)
    )
    seen = detail(desk, meeting_id)
    assert (seen.day, seen.starts, seen.moved_from, seen.move_reason) == (
        dt.date(2027, 1, 7),
        dt.time(10),
        DAY,
        "Sne",
    )
    assert (seen.year, seen.quarter) == (2026, 4)
    desk.do(put_meeting_back, meeting_id=meeting_id, version=2, before=before)
    seen = detail(desk, meeting_id)
    assert (seen.day, seen.starts, seen.moved_from, seen.move_reason) == (DAY, NINE, None, "")


def test_moving_and_cancelling_need_a_reason(desk, meeting_id):
    with pytest.raises(Invalid, match="why the meeting is moved"):
        desk.do(move_meeting, meeting_id=meeting_id, version=1, day=DAY, reason=" ")
    with pytest.raises(Invalid, match="why the meeting is cancelled"):
        desk.do(cancel_meeting, meeting_id=meeting_id, version=1, reason="")


def test_a_cancelled_meeting_stays_in_the_list_refuses_changes_and_can_be_revived(desk, meeting_id):
    desk.do(cancel_meeting, meeting_id=meeting_id, version=1, reason="For få tilmeldte")
    [row] = listed(desk).rows
    assert (row.is_cancelled, row.cancel_reason, row.pack_due, row.is_next) == (True, "For få tilmeldte", None, False)
    with pytest.raises(Invalid, match="cancelled"):
        desk.do(edit_meeting, meeting_id=meeting_id, version=2, title="Nej")
    desk.do(revive_meeting, meeting_id=meeting_id, version=2)
    assert not detail(desk, meeting_id).is_cancelled
    with pytest.raises(Invalid, match="not cancelled"):
        desk.do(revive_meeting, meeting_id=meeting_id, version=3)


def test_steps_go_forward_one_by_one_and_say_what_they_lack(desk, database, meeting_id):
    def step(operation):
        return desk.do(operation, meeting_id=meeting_id, version=version_of(database, Meeting, meeting_id))

    assert detail(desk, meeting_id).next_stage is Stage.INVITED
    with pytest.raises(Invalid, match="Nobody has been invited"):
        step(advance_meeting)
    invite(desk, meeting_id)
    seen = detail(desk, meeting_id)
    assert (seen.stage, seen.next_stage) == (Stage.INVITED, Stage.AGENDA_SENT)
    assert [str(finding) for finding in seen.lacks] == ["The pack has not been issued yet."]
    with pytest.raises(Invalid, match="not been issued"):
        step(advance_meeting)
    with database.write() as session:
        session.add(an_issue(session.get(Meeting, meeting_id)))
    assert detail(desk, meeting_id).lacks == ()
    assert step(advance_meeting) is Stage.AGENDA_SENT
    assert detail(desk, meeting_id).next_stage is Stage.HELD
    with pytest.raises(Invalid, match="agenda is out"):
        step(advance_meeting)
    assert step(step_meeting_back) is Stage.INVITED
    assert step(step_meeting_back) is Stage.PLANNED
    with pytest.raises(Invalid, match="only planned"):
        step(step_meeting_back)
    # The invitation went out all the same.
    assert step(advance_meeting) is Stage.INVITED


def an_issue(meeting):
    return PackIssue(
        meeting=meeting,
        number=1,
        issued_at=NOON,
        issued_by="A",
        language="da",
        label=Label.INTERNAL,
        pages=3,
        document=a_document(b"%PDF-1", name="p.pdf", kind="pdf"),
        manifest='{"frame": "", "items": []}',
        content="{}",
    )


def test_nobody_can_be_invited_to_a_group_without_holders_of_seats(desk, database):
    [group] = kept(database, a_group())
    meeting = desk.do(plan_meeting, group_id=group, day=DAY, starts=NINE, ends=NOON_TIME)
    stops, *rest = detail(desk, meeting).lacks
    assert stops.stops
    assert [str(finding) for finding in rest] == ["No place is written yet.", "Nobody is named as chair."]
    with pytest.raises(Invalid, match="Nobody holds a seat"):
        desk.do(advance_meeting, meeting_id=meeting, version=1)


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage.step >= Stage.HELD.step])
def test_a_meeting_that_was_held_is_changed_by_nobody(desk, database, stage):
    [meeting] = kept(database, a_meeting(a_group(), stage=stage))
    calls = [
        (edit_meeting, {"starts": dt.time(8)}),
        (move_meeting, {"day": DAY, "reason": "x"}),
        (cancel_meeting, {"reason": "x"}),
        (advance_meeting, {}),
        (step_meeting_back, {}),
    ]
    for operation, fields in calls:
        with pytest.raises(Invalid, match=r"was held|minutes are approved"):
            desk.do(operation, meeting_id=meeting, version=1, **fields)


def test_a_reader_plans_nothing(database, group_id):
    reader = Desk(database, User("Læser", frozenset({"reader"})), now=lambda: NOON)
    with pytest.raises(NotAllowed):
        reader.do(plan_meeting, group_id=group_id, day=DAY, starts=NINE, ends=NOON_TIME)


def test_the_list_counts_items_papers_problems_and_minutes_over(desk, database):
    meeting = a_meeting(a_group("Region 4"))
    item = an_item(meeting, minutes=200)
    a_paper(item)
    a_paper(item, a_document(b"x", name="x.pdf", problem="damaged"))
    an_item(meeting, minutes=10)
    kept(database, meeting)
    [row] = listed(desk).rows
    assert (row.items, row.papers, row.bad_papers, row.minutes_over, row.issues) == (2, 2, 1, 30, 0)
    assert row.group == "Region 4"


def test_the_list_knows_each_groups_next_and_last_meeting_and_when_its_pack_is_due(desk, database):
    group = a_group()
    rows = [a_meeting(group, day=day) for day in (dt.date(2026, 3, 5), dt.date(2026, 9, 3), DAY, dt.date(2026, 12, 17))]
    rows[0].stage = rows[1].stage = Stage.HELD
    kept(database, *rows)
    found = listed(desk).rows
    assert [(row.is_last, row.is_next) for row in found] == [
        (False, False),
        (True, False),
        (False, True),
        (False, False),
    ]
    assert [row.pack_due for row in found] == [None, None, dt.date(2026, 11, 26), dt.date(2026, 12, 10)]


def test_the_list_offers_the_years_and_groups_there_are(desk, database):
    national = a_group("National", tier=Tier.NATIONAL)
    kept(
        database,
        national,
        a_group("Region 1", tier=Tier.REGIONAL),
        a_group("Nedlagt", valid_to=dt.date(2020, 1, 1)),
        a_group("Netværk", tier=Tier.OTHER),
        a_meeting(national, day=dt.date(2024, 2, 1)),
    )
    found = listed(desk)
    assert found.years == (2024, 2026)
    assert [group.name for group in found.groups] == ["Region 1", "National", "Netværk"]
    assert desk.ask(groups_that_meet, day=TODAY, language="da") == found.groups


def test_members_are_those_of_the_meetings_day_under_the_names_of_that_day(desk, database):
    group = a_group()
    skat = an_organisation("SKAT")
    skat.names[0].valid_to = dt.date(2018, 6, 30)
    skat.rename("Skattestyrelsen", "Danish Tax Agency", dt.date(2018, 7, 1))
    seat = a_seat(group)
    seat.take(a_person("Før"), dt.date(2015, 1, 1), dt.date(2018, 12, 31), organisation=skat)
    seat.take(a_person("Nu"), dt.date(2019, 1, 1), organisation=skat)
    a_seat(group, kind=SeatKind.OBSERVER)
    old, new = kept(database, a_meeting(group, day=dt.date(2017, 5, 4)), a_meeting(group))

    def who(meeting, language):
        rows = desk.ask(meeting_members, meeting_id=meeting, language=language)
        return [(row.name, row.organisation, row.is_vacant) for row in rows]

    assert who(old, "da") == [("Før", "SKAT", False), ("", "", True)]
    assert who(new, "en") == [("Nu", "Danish Tax Agency", False), ("", "", True)]


def test_the_chair_comes_first_wherever_the_group_lists_that_seat(desk, database):
    group = a_group()
    for kind, name in ((SeatKind.MEMBER, "Et medlem"), (SeatKind.SECRETARY, "Sekretær"), (SeatKind.CHAIR, "Formand")):
        a_seat(group, kind=kind).take(a_person(name), dt.date(2019, 1, 1))
    [meeting] = kept(database, a_meeting(group))
    rows = desk.ask(meeting_members, meeting_id=meeting, language="da")
    assert [row.name for row in rows] == ["Formand", "Sekretær", "Et medlem"]


def test_people_who_left_are_not_offered(desk, database):
    kept(database, a_person("B Aktiv", organisation=an_organisation("Fonden")), a_person("A Gået", is_active=False))
    [row] = desk.ask(people_to_name, day=TODAY, language="da")
    assert (row.name, row.organisation) == ("B Aktiv", "Fonden")


def test_a_date_warns_of_holidays_weekends_clashes_and_a_full_quarter(desk, database):
    regional, national = a_group("Region 3"), a_group("National", tier=Tier.NATIONAL)
    both = a_person("To Pladser")
    for group in (regional, national):
        a_seat(group).take(both, None, organisation=an_organisation())
    other = a_meeting(national, day=DAY)
    own = a_meeting(regional, day=dt.date(2026, 11, 5))
    regional_id, _, own_id, _ = kept(database, regional, national, own, other)

    def warned(day, **fields):
        return [
            (row.kind, row.what, row.people)
            for row in desk.ask(day_warnings, group_id=regional_id, day=day, language="da", **fields)
        ]

    assert warned(dt.date(2026, 12, 25), besides=own_id)[0][:2] == ("holiday", "Juledag")
    assert warned(dt.date(2026, 12, 5), besides=own_id) == [("weekend", "", ())]
    assert warned(DAY, besides=own_id) == [("clash", "National", ("To Pladser",))]
    assert warned(dt.date(2026, 12, 10)) == [("same_quarter", "", ())]
    assert warned(dt.date(2027, 2, 4)) == []


def test_a_meeting_that_is_gone_is_told_as_gone(desk):
    for query in (meeting_detail, meeting_members):
        with pytest.raises(Stale):
            desk.ask(query, meeting_id=999, language="da")
