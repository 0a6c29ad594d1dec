"""A secretary's whole quarter through the real window, in Danish, by clicks and keys, from invitation to closing."""

import pytest
from sqlalchemy import select

from referral_desk.models import ActionItem, Group, Meeting
from referral_desk.vocabulary import ActionState, MinutesState, Stage
from tests.journeys.quarter import ACTION, HEARD, HELD, Quarter, holds, the_day_is
from tests.journeys.window import at_the_demo_desk, plain_window, somebody

__all__ = ["plain_window", "somebody"]


@pytest.fixture
def sits_down(somebody, demo_desk, tmp_path):
    """Start the program on a day, and give the steps of the quarter."""
    folder = tmp_path / "udkast"
    folder.mkdir()

    def start(day=None):
        if day is not None:
            the_day_is(demo_desk, day)
        return Quarter(at_the_demo_desk(somebody, demo_desk), folder, told.append_fact)

    told = Told()
    start.told = told
    return start


class Told(list):
    def append_fact(self, fact, value):
        self.append((fact, value))


def test_a_secretarys_quarter_from_invitation_to_approved_minutes_and_a_chased_action(sits_down, demo_desk):
    quarter = sits_down()
    quarter.plan()
    quarter.invite()
    quarter.prepare()
    quarter.me.leaves()
    quarter = sits_down(HELD)
    quarter.to(HELD)
    quarter.meet()
    quarter.send_round()
    quarter.me.leaves()
    quarter = sits_down(HEARD)
    quarter.plan_the_year()
    quarter.me.leaves()
    with demo_desk.opened() as file, file.database.read() as session:
        later = select(Meeting.day).join(Group).where(Group.code == "rg4", Meeting.day > HEARD).order_by(Meeting.day)
        day = session.scalars(later).first()
    quarter = sits_down(day)
    quarter.to(day)
    quarter.approve()
    quarter.close()
    quarter.chase()
    quarter.me.leaves()
    with demo_desk.opened() as file, file.database.read() as session:
        assert [fact for fact in sits_down.told if not holds(session, *fact)] == []
        meeting = session.scalars(select(Meeting).join(Group).where(Group.code == "rg4", Meeting.day == HELD)).one()
        assert (meeting.stage, meeting.minutes.state, meeting.number) == (Stage.CLOSED, MinutesState.APPROVED, 4)
        [edition] = meeting.minutes.editions
        assert ACTION in str(edition.read()["documents"]["da"])
        action = session.scalars(select(ActionItem).where(ActionItem.text == ACTION)).one()
        assert action.state is ActionState.DONE
