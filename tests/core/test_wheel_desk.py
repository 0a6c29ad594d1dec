"""The year wheel on a desk: wishes, closed days, rules and reasons are kept and undone; plans are accepted whole."""

import datetime as dt

import pytest

from referral_desk.clock import Quarter
from referral_desk.errors import Invalid, NotAllowed, Stale
from referral_desk.models import AgendaItem, Group, Mailing, Meeting
from referral_desk.operations.carrying import carry_item
from referral_desk.operations.invitations import write_words
from referral_desk.operations.meetings import plan_meeting
from referral_desk.operations.wheel import (
    add_closing,
    change_closing,
    explain_empty_quarter,
    put_wheel_row_back,
    remove_closing,
    set_group_wish,
    set_wheel_rules,
)
from referral_desk.operations.wheel_plans import Choice, accept_plan, drag_meeting, put_dragged_back, withdraw_plan
from referral_desk.queries.meetings import meetings
from referral_desk.queries.wheel import empty_quarter_reasons, wheel
from referral_desk.reference.closings import usual_closings
from referral_desk.users import User
from referral_desk.vocabulary import ClosingKind, MailingKind, Stage, Tier
from referral_desk.wheel.check import check
from referral_desk.wheel.propose import propose
from tests.builders import NOON, TODAY, a_group, a_meeting, a_person, a_seat, an_item, an_organisation
from tests.chain import invite

TIMES = {"starts": dt.time(9), "ends": dt.time(12)}


@pytest.fixture
def groups(database):
    """Two regions under the national group under the inter-ministerial one; one person sits in both regions."""
    ministries = a_group("Ministerier", tier=Tier.INTERMINISTERIAL, meetings_per_year=2)
    national = a_group("National", tier=Tier.NATIONAL, parent=ministries, meetings_per_year=4)
    regions = [a_group(f"Region {n}", parent=national, meetings_per_year=4, position=n) for n in (1, 2)]
    both = a_person("To Pladser", organisation=an_organisation())
    for group in regions:
        a_seat(group).take(both, dt.date(2020, 1, 1))
    with database.write() as session:
        session.add_all([ministries, *regions])
        session.flush()
        return {"one": regions[0].id, "two": regions[1].id, "national": national.id, "ministries": ministries.id}


def seen(desk, year=2027):
    return desk.ask(wheel, year=year, today=TODAY, language="da")


def undo(desk, done):
    return desk.do(done.undo.operation, **done.undo.arguments)


def choices(row):
    return [
        Choice(pick.slot.group_id, pick.slot.quarter, pick.day, pick.starts, pick.ends)
        for pick in propose(row.plan).picks
    ]


def days(desk, year=2027):
    return [(row.group, row.day) for row in desk.ask(meetings, year=year, today=TODAY, language="da").rows]


def test_the_wheel_knows_groups_people_closed_days_and_gaps(desk, groups):
    row = seen(desk)
    assert [body.name for body in row.plan.bodies] == ["Region 1", "Region 2", "National", "Ministerier"]
    assert [holder.name for holder in row.plan.body[groups["one"]].holders] == ["To Pladser"]
    assert row.plan.holidays[dt.date(2027, 3, 26)] == "Langfredag"
    assert [one.name for one in row.closings] == [
        "Jul og nytår",
        "Vinterferie",
        "Påskeferie",
        "Sommerferie",
        "Efterårsferie",
        "Jul og nytår",
    ]
    assert row.plan.rules.regional_to_national == 10
    proposal = propose(row.plan)
    assert len(proposal.picks) == 14
    assert check(row.plan, proposal.picks) == ()
    assert seen(desk, 2026).empty == ()


def test_a_wish_is_kept_refused_where_it_contradicts_itself_and_undone(desk, groups):
    wish = {"group_id": groups["one"], "weekdays": (1, 3), "never": (4,), "week": 5, "travels": True}
    done = desk.do(set_group_wish, **wish, starts=dt.time(13), length=90)
    row = seen(desk)
    held = row.plan.body[groups["one"]].wish
    assert (held.weekdays, held.never, held.week, held.travels) == ((1, 3), frozenset({4}), 5, True)
    assert (held.starts, held.ends) == (dt.time(13), dt.time(14, 30))
    assert {pick.day.weekday() for pick in propose(row.plan).picks if pick.slot.group_id == groups["one"]} <= {1, 3}
    with pytest.raises(Stale):
        desk.do(set_group_wish, **wish)
    for wrong in ({"never": (1,)}, {"week": 14}, {"weekdays": (5,)}, {"length": 5}, {"never": (0, 1, 2, 3, 4)}):
        with pytest.raises(Invalid):
            desk.do(set_group_wish, **{**wish, "weekdays": (1,), **wrong}, version=1)
    with pytest.raises(Invalid):
        desk.do(set_group_wish, group_id=groups["two"], starts=dt.time(23, 50))
    again = undo(desk, done)
    assert seen(desk).wishes[groups["one"]].is_open
    undo(desk, again)
    assert seen(desk).wishes[groups["one"]].weekdays == (1, 3)


def test_usual_closed_days_can_be_moved_or_left_out_for_one_year(desk, groups):
    winter = next(one for one in seen(desk).closings if one.usual == "winter")
    week = {"first_day": dt.date(2027, 2, 8), "last_day": dt.date(2027, 2, 14)}
    moved = desk.do(change_closing, usual="winter", year=2027, kind=winter.kind, name=winter.name, **week)
    now = next(one for one in seen(desk).closings if one.usual == "winter")
    assert (now.first_day, now.is_changed) == (dt.date(2027, 2, 8), True)
    assert seen(desk).plan.closed_by(dt.date(2027, 2, 17)) is None
    with pytest.raises(Stale):
        desk.do(change_closing, usual="winter", year=2027, kind=winter.kind, name="Igen", **week)
    gone = desk.do(remove_closing, closing_id=now.id, version=now.version)
    assert seen(desk).plan.closed_by(dt.date(2027, 2, 10)) is None
    assert [one.usual for one in seen(desk).closings if one.is_left_out] == ["winter"]
    assert seen(desk, 2028).plan.closed_by(dt.date(2028, 2, 16)).name == "Vinterferie"
    undo(desk, gone)
    assert seen(desk).plan.closed_by(dt.date(2027, 2, 10)).name == "Vinterferie"
    with pytest.raises(Stale):
        undo(desk, moved)


def test_an_office_closes_on_days_of_its_own(desk, groups):
    week = {"first_day": dt.date(2027, 5, 3), "last_day": dt.date(2027, 5, 5)}
    done = desk.do(add_closing, kind=ClosingKind.OFFICE_CLOSED, name="Flytning", **week)
    [own] = [one for one in seen(desk).closings if not one.usual]
    assert (own.name, own.kind) == ("Flytning", ClosingKind.OFFICE_CLOSED)
    assert not {pick.day for pick in propose(seen(desk).plan).picks} & {dt.date(2027, 5, n) for n in (3, 4, 5)}
    removed = desk.do(remove_closing, closing_id=own.id, version=own.version)
    undo(desk, removed)
    assert [one.id for one in seen(desk).closings if not one.usual] == [own.id]
    undo(desk, done)
    assert [one for one in seen(desk).closings if not one.usual] == []
    backwards = {"first_day": week["last_day"], "last_day": week["first_day"]}
    for wrong in ({"name": " "}, backwards, {"last_day": dt.date(2028, 1, 1)}, {"name": "CPR 010180-1234"}):
        with pytest.raises(Invalid):
            desk.do(add_closing, **{"kind": ClosingKind.OFFICE_CLOSED, "name": "X", **week, **wrong})


def test_usual_closings_follow_weeks_easter_and_new_year():
    found = {one.code: (one.first_day, one.last_day) for one in usual_closings(2027)}
    assert found["winter"] == (dt.date(2027, 2, 15), dt.date(2027, 2, 28))
    assert found["easter"] == (dt.date(2027, 3, 20), dt.date(2027, 3, 29))
    assert found["christmas"] == (dt.date(2027, 12, 22), dt.date(2028, 1, 2))
    assert all(one.source and one.name_da and one.name_en for one in usual_closings(2027))


def test_rules_of_the_wheel_are_set_and_undone(desk, groups):
    done = desk.do(set_wheel_rules, travel_days=2, one_a_day=False, whole_days=False)
    rules = seen(desk).plan.rules
    assert (rules.travel_days, rules.one_a_day, rules.whole_days) == (2, False, False)
    undo(desk, done)
    assert seen(desk).plan.rules.one_a_day
    with pytest.raises(Invalid):
        desk.do(set_wheel_rules, travel_days=9, one_a_day=True, whole_days=True)


def test_a_whole_plan_is_accepted_at_once_and_undone_at_once(desk, groups):
    row = seen(desk)
    before = days(desk)
    done = desk.do(accept_plan, choices=choices(row))
    assert len(days(desk)) == 14
    after = seen(desk)
    assert propose(after.plan).picks == ()
    assert check(after.plan) == ()
    assert {mark.stage for mark in after.marks} == {Stage.PLANNED}
    with pytest.raises(Stale):
        desk.do(accept_plan, choices=choices(row))
    again = undo(desk, done)
    assert days(desk) == before
    undo(desk, again)
    assert len(days(desk)) == 14


def test_a_plan_is_accepted_whole_or_not_at_all(desk, groups):
    found = choices(seen(desk))
    over = Choice(groups["one"], Quarter(2027, 1), TODAY, **TIMES)
    with pytest.raises(Invalid):
        desk.do(accept_plan, choices=[*found[:3], over])
    with pytest.raises(Stale):
        desk.do(accept_plan, choices=[found[0], found[0]])
    with pytest.raises(Invalid):
        desk.do(accept_plan, choices=[])
    assert days(desk) == []


def test_accepting_cannot_be_undone_once_somebody_worked_on_a_meeting(desk, groups, database):
    done = desk.do(accept_plan, choices=choices(seen(desk))[:2])
    with database.write() as session:
        an_item(session.get(Meeting, done.id), "Tolke")
    with pytest.raises(Invalid, match="worked on"):
        undo(desk, done)
    assert len(days(desk)) == 2


def test_accepting_cannot_be_undone_once_somebody_wrote_what_the_mails_are_to_say(desk, groups):
    done = desk.do(accept_plan, choices=choices(seen(desk))[:1])
    desk.do(write_words, meeting_id=done.id, language="da", words="Parkering i gården.")
    with pytest.raises(Invalid, match="worked on"):
        undo(desk, done)


def test_what_was_carried_to_an_accepted_meeting_waits_again_when_the_plan_is_withdrawn(desk, groups, database):
    with database.write() as session:
        held = a_meeting(session.get(Group, groups["one"]), day=dt.date(2026, 11, 10), stage=Stage.HELD)
        item = an_item(held, "Tolke")
        session.add(held)
        session.flush()
        item_id, version = item.id, item.version
    desk.do(carry_item, item_id=item_id, version=version)
    plan = [choice for choice in choices(seen(desk)) if choice.group_id == groups["one"]]
    done = desk.do(accept_plan, choices=plan)
    with database.read() as session:
        assert "Tolke" in [item.title for item in session.get(Meeting, done.id).items]
    later = desk.do(plan_meeting, group_id=groups["one"], day=dt.date(2027, 12, 14), **TIMES)
    undo(desk, done)
    with database.read() as session:
        # It goes on to the meeting that is left, and nothing points to those that are gone.
        assert "Tolke" in [item.title for item in session.get(Meeting, later).items]
        assert session.get(AgendaItem, item_id).waiting_group_id is None


def test_a_planned_meeting_is_dragged_without_a_reason_and_an_invited_one_is_not(desk, groups, database):
    meeting_id = desk.do(plan_meeting, group_id=groups["one"], day=dt.date(2027, 2, 3), **TIMES)
    day = dt.date(2027, 2, 9)
    done = desk.do(drag_meeting, meeting_id=meeting_id, version=seen(desk).marks[0].version, day=day)
    [mark] = seen(desk).marks
    assert (mark.day, mark.moved_from, mark.was_told) == (day, None, False)
    undo(desk, done)
    assert seen(desk).marks[0].day == dt.date(2027, 2, 3)
    with database.write() as session:
        a_seat(session.get(Meeting, meeting_id).group).take(a_person(), None)
    invite(desk, meeting_id)
    version = seen(desk).marks[0].version
    with pytest.raises(Invalid, match="Say why"):
        desk.do(drag_meeting, meeting_id=meeting_id, version=version, day=day)
    done = desk.do(drag_meeting, meeting_id=meeting_id, version=version, day=day, reason="Sne", starts=dt.time(10))
    [mark] = seen(desk).marks
    assert (mark.moved_from, mark.move_reason, mark.starts) == (dt.date(2027, 2, 3), "Sne", dt.time(10))
    undo(desk, done)
    assert (seen(desk).marks[0].moved_from, seen(desk).marks[0].day) == (None, dt.date(2027, 2, 3))


def test_a_planned_meeting_that_was_written_about_needs_a_reason_too(desk, groups, database):
    meeting_id = desk.do(plan_meeting, group_id=groups["one"], day=dt.date(2027, 2, 3), **TIMES)
    mail = Mailing(meeting_id=meeting_id, kind=MailingKind.CALL_FOR_ITEMS, drafted_at=NOON, drafted_by="x")
    with database.write() as session:
        session.add(mail)
    [mark] = seen(desk).marks
    assert mark.was_told
    with pytest.raises(Invalid, match="Say why"):
        desk.do(drag_meeting, meeting_id=meeting_id, version=mark.version, day=dt.date(2027, 2, 4))


def test_an_empty_quarter_has_its_reason(desk, database, groups):
    with database.write() as session:
        for key in ("one", "two", "national"):
            session.get(Group, groups[key]).valid_from = dt.date(2020, 1, 1)
    empty = seen(desk, 2026).empty
    assert [(row.quarter, row.reason) for row in empty if row.group_id == groups["one"]] == [(1, ""), (2, ""), (3, "")]
    done = desk.do(explain_empty_quarter, group_id=groups["one"], year=2026, quarter=2, reason="For få kunne komme.")
    [told] = [row for row in seen(desk, 2026).empty if row.reason]
    assert (told.quarter, told.reason) == (2, "For få kunne komme.")
    assert desk.ask(empty_quarter_reasons, years=[2026]) == {(groups["one"], 2026, 2): "For få kunne komme."}
    with pytest.raises(Stale):
        desk.do(explain_empty_quarter, group_id=groups["one"], year=2026, quarter=2, reason="Andet")
    gone = desk.do(
        explain_empty_quarter, group_id=groups["one"], year=2026, quarter=2, reason=" ", version=told.version
    )
    assert desk.ask(empty_quarter_reasons, years=[2026]) == {}
    undo(desk, gone)
    assert len(desk.ask(empty_quarter_reasons, years=[2026])) == 1
    undo(desk, done)
    assert desk.ask(empty_quarter_reasons, years=[2026]) == {}
    for wrong in ({"quarter": 5}, {"reason": ""}, {"reason": "010180-1234"}):
        with pytest.raises(Invalid):
            desk.do(
                explain_empty_quarter, **{"group_id": groups["two"], "year": 2026, "quarter": 1, "reason": "x", **wrong}
            )


def test_only_those_who_may_change_the_wheel(desk, groups):
    desk.user = User("Læser", frozenset({"reader"}))
    for operation in (accept_plan, withdraw_plan, set_group_wish, put_wheel_row_back, drag_meeting, put_dragged_back):
        assert not desk.may(operation)
    with pytest.raises(NotAllowed):
        desk.do(set_wheel_rules, travel_days=1, one_a_day=True, whole_days=True)
