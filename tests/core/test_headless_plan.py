"""`plan YEAR` on the demo desk: what it proposes, what it says against, and that accepting plans it."""

from referral_desk.headless.exit_codes import Exit
from tests.demo_desk import run

# One meeting in each quarter for the seven groups, and three a year for the ministries.
MEETINGS = 7 * 4 + 3


def test_a_year_is_proposed_in_words_and_as_json(demo_template):
    said = demo_template.run("plan", "2027")
    lines = said.out.splitlines()
    assert said.err == ""
    assert lines[0].split()[:2] == ["Code", "Day"]
    assert sum(" proposed" in line for line in lines) == MEETINGS
    told = demo_template.run("plan", "2027", "--json").json
    assert [row["day"] for row in told["meetings"]] == sorted(row["day"] for row in told["meetings"])
    assert {row["plan"] for row in told["meetings"]} == {"proposed"}
    assert told["no_day"] == []


def test_one_group_can_be_asked_for_and_what_speaks_against_its_days_is_told_in_danish(demo_template):
    told = demo_template.run("plan", "2026", "--group", "RG4", "--language", "da", "--json")
    assert told.code == Exit.DONE_WITH_REMARKS
    assert {row["code"] for row in told.json["meetings"]} == {"rg4"}
    assert len([row for row in told.json["meetings"] if row["plan"] == "stands"]) == 3


def test_an_accepted_plan_stands_and_is_not_accepted_twice(demo_desk):
    assert demo_desk.run("plan", "2027", "--accept").out.count(" accepted") == MEETINGS
    again = demo_desk.run("plan", "2027", "--json").json
    assert [row["plan"] for row in again["meetings"]] == ["stands"] * MEETINGS
    refused = demo_desk.run("plan", "2027", "--accept")
    assert refused.code == Exit.REFUSED
    assert refused.err == "Nothing is proposed that could be accepted.\n"


def test_a_group_outside_the_wheel_is_named(demo_template):
    said = demo_template.run("plan", "2027", "--group", "nordic-children")
    assert said.code == Exit.REFUSED
    assert "nordic-children is not in the wheel" in said.err
    assert run("plan", "--desk", "x.desk").code == Exit.USAGE
