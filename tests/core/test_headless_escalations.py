"""The command `escalations`: what the groups sent up, in words and as JSON."""

import datetime as dt

import pytest
from sqlalchemy import select

from referral_desk.deskfile import create_desk
from referral_desk.headless.exit_codes import Exit
from referral_desk.models import EscalationStep, PicklistEntry
from referral_desk.operations.escalation_decisions import answer_escalation
from referral_desk.operations.escalations import withdraw_escalation
from referral_desk.sitting import sit_down
from referral_desk.users import User
from referral_desk.vocabulary import Label
from tests.demo_desk import run
from tests.escalating import Course, eight_bodies
from tests.keys import CHEAP, PHRASE, memory_keychain


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """A desk with an escalation on each level, an answered one and one that was given up; asks it."""
    folder = tmp_path_factory.mktemp("desk")
    made = create_desk(folder / "my.desk", passphrase=PHRASE, keychain=memory_keychain(), work=CHEAP).desk_file
    with made.database.write() as session:
        session.add(PicklistEntry(picklist="theme", code="minors", name_da="Børn", name_en="Minors"))
    course = Course(sit_down(made.database, User("Prøve")), made.database, eight_bodies(made.database))
    course.draft(0)
    course.sent(1)
    course.at_the_top(2)
    course.do(answer_escalation, course.at_the_top(3), text="Ja.", journal_number="2026-7")
    course.do(withdraw_escalation, course.draft(4), reason="Løst lokalt.")
    with made.database.write() as session:
        closed = session.scalars(select(EscalationStep).order_by(EscalationStep.id)).first()
        closed.title, closed.label = "Kun for de indviede", Label.CONFIDENTIAL
    made.close()
    (folder / "words.txt").write_text(PHRASE, encoding="utf-8")
    place = ("--desk", folder / "my.desk", "--passphrase-file", folder / "words.txt")
    return lambda *words: run("escalations", *place, *words)


def test_a_confidential_title_is_told_only_where_it_is_asked_for(asked):
    for words in ((), ("--json",)):
        assert "indviede" not in asked(*words).out
        assert "indviede" in asked(*words, "--confidential").out
    assert "Confidential" in asked("--level", "regional").out


def states(said):
    return [row["state"] for row in said.json["escalations"]]


def test_all_are_listed_and_those_under_way_alone(asked):
    assert states(asked("--json")) == ["draft", "sent", "sent", "answered", "withdrawn"]
    assert states(asked("--open", "--json")) == ["draft", "sent", "sent", "answered"]


def test_they_are_narrowed_by_level_group_theme_and_age(asked):
    assert states(asked("--level", "regional", "--open", "--json")) == ["draft"]
    assert [row["holder"] for row in asked("--level", "national", "--json").json["escalations"]] == [
        "Den nationale gruppe"
    ]
    assert states(asked("--level", "interministerial", "--open", "--json")) == ["sent", "answered"]
    assert states(asked("--group", "rg3", "--json")) == ["sent"]
    assert states(asked("--theme", "minors", "--json")) == []
    assert states(asked("--older-than", "3", "--json")) == []


def test_a_list_says_who_has_it_and_what_comes_next(asked):
    said = asked("--level", "national")
    assert said.code == Exit.DONE
    head, row = said.out.splitlines()
    assert head.split()[0] == "Reference"
    assert "Den nationale gruppe" in row
    assert "Region 2" in row
    assert asked("--theme", "minors").out == "There are no such escalations.\n"


def test_words_that_are_off_are_refused(asked):
    assert asked("--group", "rg99").code == Exit.REFUSED
    unknown = asked("--theme", "mminors")
    assert unknown.code == Exit.REFUSED
    assert unknown.err == "There is no theme mminors, only minors.\n"
    assert asked("--theme", "MINORS").code == Exit.DONE
    assert asked("--level", "county").code == Exit.USAGE
    assert asked("--older-than", "many").code == Exit.USAGE


def test_days_are_counted_to_a_day_to_come_and_to_none_before_today(asked):
    before = asked("--on", "2020-01-01")
    assert before.code == Exit.REFUSED
    assert "Where each escalation lay on an earlier day is not told" in before.err
    today = asked("--json").json
    later = dt.date.fromisoformat(today["day"]) + dt.timedelta(days=10)
    said = asked("--on", str(later), "--open", "--json").json
    assert [row["waits_days"] for row in said["escalations"]] == [10] * 4
    assert said["day"] == str(later)
