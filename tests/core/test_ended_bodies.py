"""A group that ends leaves nothing behind that nobody deals with, and one that was used is not removed."""

import datetime as dt

import pytest

from referral_desk.deadlines import Deadlines
from referral_desk.desk import Desk
from referral_desk.errors import Invalid
from referral_desk.models import Group
from referral_desk.operations.cases import add_case, close_case
from referral_desk.operations.escalation_decisions import (
    accept_escalation,
    answer_escalation,
    forward_escalation,
    return_escalation,
)
from referral_desk.operations.escalations import begin_escalation, send_escalation, withdraw_escalation, word_step
from referral_desk.operations.groups import add_group, end_group, remove_group, report_to_group, set_group_period
from referral_desk.queries.case_view import case_view
from referral_desk.queries.escalation import escalation_page
from referral_desk.queries.loose_end_rows import Expected, NeedKind, Theme
from referral_desk.queries.loose_ends import loose_ends
from referral_desk.users import User
from referral_desk.vocabulary import CaseKind, EscalationState, Tier
from tests.builders import TODAY
from tests.escalating import eight_bodies
from tests.homecoming import Home

LAST = dt.date(2026, 11, 1)
SEEN = {"day": TODAY, "language": "en"}


@pytest.fixture
def home(desk, database):
    return Home(desk, database, eight_bodies(database))


@pytest.fixture
def page(home):
    return lambda key: home.desk.ask(escalation_page, escalation_id=key, **SEEN)


def end(home, *groups):
    """As a desk of before stands, or one where the day came: nobody was asked."""
    with home.database.write() as session:
        for group_id in groups:
            session.get(Group, group_id).stand(None, LAST)


def stranded(home):
    found = home.desk.ask(loose_ends, **SEEN)
    return [row for row in found if row.kind is NeedKind.ESCALATION_STRANDED]


def ends(home, group_id, day=TODAY, operation=end_group):
    told = {"last_day": day} if operation is end_group else {"valid_from": None, "valid_to": day}
    return home.desk.do(operation, group_id=group_id, version=home.version(Group, group_id), **told)


def test_what_lies_with_a_body_that_ended_is_told_and_has_a_next_step_in_every_state(home, page):
    draft, sent, accepted, answered = home.draft(), home.sent(1), home.accepted(2), home.answered(3)
    returned, forwarded = home.accepted(4), home.accepted(5)
    home.do(return_escalation, returned, reason="Hvor mange?")
    home.do(forward_escalation, forwarded, reason="Principielt.")
    end(home, *home.bodies.regions, home.bodies.national)
    begun = {"draft": draft, "sent": sent, "accepted": accepted, "answered": answered, "returned": returned}
    for name, key in (begun | {"forwarded": forwarded}).items():
        row, ahead = page(key).row, page(key).ahead
        assert ahead.has_ended, name
        assert " has ended: the coordinator " in ahead.words, name
        assert row.next_step == ahead.words, name
    rows = stranded(home)
    assert {row.reference for row in rows} == {page(key).row.reference for key in (*begun.values(), forwarded)}
    assert {(row.expected, row.theme, row.due) for row in rows} == {
        (Expected.COORDINATOR, Theme.CASES, Deadlines().receive_due(TODAY))
    }


def test_the_coordinator_moves_on_whatever_lies_with_a_body_that_ended(home, page):
    sent, accepted, answered = home.sent(), home.accepted(1), home.accepted(2)
    end(home, home.bodies.national)
    assert not page(accepted).acts.put_on_agenda
    assert not page(sent).acts.put_on_agenda
    home.do(return_escalation, sent, reason="Gruppen er nedlagt.")
    assert page(sent).ahead.words.startswith("Den nationale gruppe has ended: Region 1 chooses the body")
    with pytest.raises(Invalid):
        home.do(send_escalation, sent)
    home.do(word_step, sent, body_id=home.bodies.top, jump_reason="Gruppen er nedlagt.")
    home.do(send_escalation, sent)
    home.do(forward_escalation, accepted, reason="Gruppen er nedlagt.")
    home.do(send_escalation, accepted)
    home.do(answer_escalation, answered, text="Ja.", journal_number="2026-1")
    assert {home.state(key) for key in (sent, accepted)} == {EscalationState.SENT}
    assert [row.reference for row in stranded(home)] == [page(answered).row.reference]


@pytest.mark.parametrize("operation", [end_group, set_group_period])
def test_a_group_ends_when_nobody_waits_for_it_any_more(home, operation):
    region, national = home.bodies.regions[0], home.bodies.national
    made = home.draft()
    reference = home.see(made, lambda one: one.reference)
    with pytest.raises(Invalid, match=f"still has {reference}"):
        ends(home, region, operation=operation)
    # A day to come is said ahead: there is time, and the day tells what is left.
    ends(home, region, TODAY + dt.timedelta(days=40), operation)
    home.do(withdraw_escalation, made, reason="Løst.")
    with pytest.raises(Invalid, match="is still open: close it"):
        ends(home, region, operation=operation)
    case_id = home.see(made, lambda one: one.case_id)
    home.desk.do(close_case, case_id=case_id, version=home.see(made, lambda one: one.case.version), reason="Løst.")
    ends(home, region, operation=operation)
    # What lies with another body comes home outside a meeting.
    other = home.sent(1)
    ends(home, home.bodies.regions[1], operation=operation)
    assert home.holder(other) == national
    home.do(accept_escalation, other)
    for group_id in home.bodies.regions:
        home.desk.do(report_to_group, group_id=group_id, version=home.version(Group, group_id), parent_id=None)
    with pytest.raises(Invalid, match="still has"):
        ends(home, national, operation=operation)


def test_an_open_case_of_a_group_that_ended_is_the_coordinators_to_close_or_to_carry_up_in_its_place(home):
    case_id, version = home.case()
    home.sent(1)
    end(home, *home.bodies.regions)
    [row] = [one for one in home.desk.ask(loose_ends, **SEEN) if one.kind is NeedKind.CASE_STRANDED]
    assert (row.group_id, row.count, row.expected) == (home.bodies.regions[0], 1, Expected.COORDINATOR)
    seen = home.desk.ask(case_view, case_id=case_id, is_coordinator=False, **SEEN).case
    assert (seen.has_ended, seen.may_carry_up, seen.may_close) == (True, False, True)
    secretary = Desk(home.database, User("Eva Prøve", frozenset({"secretary"})))
    with pytest.raises(Invalid, match="has ended, so nobody there can endorse it"):
        secretary.do(begin_escalation, case_id=case_id, version=version)
    assert home.desk.ask(case_view, case_id=case_id, **SEEN).case.may_carry_up
    home.desk.do(begin_escalation, case_id=case_id, version=version)
    assert [one.kind for one in home.desk.ask(loose_ends, **SEEN)].count(NeedKind.CASE_STRANDED) == 0


def test_a_group_that_only_has_cases_is_told_to_be_ended_and_so_with_what_else_it_has(home):
    made = home.desk.do(add_group, tier=Tier.OTHER, name_da="Netværket")
    home.desk.do(add_case, group_id=made.id, kind=CaseKind.CHALLENGE, title="Ventetid")
    with pytest.raises(Invalid, match="Cases of the group stand on the desk: end it"):
        home.desk.do(remove_group, group_id=made.id, version=home.version(Group, made.id))
    home.sent()
    national = home.bodies.national
    with home.database.write() as session:
        for group_id in home.bodies.regions:
            session.get(Group, group_id).parent_id = None
    with pytest.raises(Invalid, match="Escalations were sent to the group: end it"):
        home.desk.do(remove_group, group_id=national, version=home.version(Group, national))
