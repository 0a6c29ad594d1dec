"""A group that plans meetings, for the tests of agendas that fill themselves: what they show, what they are asked."""

import contextlib
import datetime as dt

import pytest

from referral_desk.desk import operation
from referral_desk.errors import Invalid
from referral_desk.models import Meeting
from referral_desk.operations.item_outcomes import carry_untaken_items
from referral_desk.operations.meetings import plan_meeting
from referral_desk.operations.standing import follow
from referral_desk.vocabulary import Stage, Tier
from tests.builders import a_group

DECEMBER, MARCH, JUNE = dt.date(2026, 12, 3), dt.date(2027, 3, 4), dt.date(2027, 6, 3)
TIMES = {"starts": dt.time(9), "ends": dt.time(12)}


@pytest.fixture
def group_id(database):
    with database.write() as session:
        group = a_group("Region 1", tier=Tier.OTHER)
        session.add(group)
        session.flush()
        return group.id


@pytest.fixture
def plan(desk, group_id):
    def planned(day, **fields):
        return desk.do(plan_meeting, group_id=group_id, day=day, **TIMES, **fields)

    return planned


@pytest.fixture
def titles(database):
    def listed(meeting_id):
        with database.read() as session:
            items = session.get(Meeting, meeting_id).items
            assert [item.position for item in items] == list(range(len(items)))
            return [item.title for item in items]

    return listed


@pytest.fixture
def find(database):
    """The id and version of an item of a meeting, by its title."""

    def found(meeting_id, title):
        with database.read() as session:
            item = next(one for one in session.get(Meeting, meeting_id).items if one.title == title)
            return {"item_id": item.id, "version": item.version}

    return found


@pytest.fixture
def over(database):
    """Let a meeting be held, or come further."""

    def held(meeting_id, stage=Stage.HELD):
        with database.write() as session:
            session.get(Meeting, meeting_id).stage = stage

    return held


def version(database, meeting_id):
    with database.read() as session:
        return session.get(Meeting, meeting_id).version


APPROVAL = "Godkendelse af referat fra {}"
REVIEW = "Årligt eftersyn: er gruppen rigtigt sammensat?"


@operation("coordinator")
def settle_group(work, *, group_id):
    """What holding a meeting and approving its minutes do at their end."""
    follow(work, group_id)
    work.touched("agenda")


@operation("coordinator")
def close_it(work, *, meeting_id):
    """What closing a meeting does with what was not reached; its minutes are approved."""
    meeting = work.get(Meeting, meeting_id)
    with contextlib.suppress(Invalid):
        carry_untaken_items(work, meeting_id=meeting_id)
    meeting.stage = Stage.CLOSED
    work.touched("meetings")


def approvals(listed):
    return [title.removeprefix(APPROVAL.format("")) for title in listed if title.startswith(APPROVAL.format(""))]
