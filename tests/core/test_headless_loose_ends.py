"""`loose-ends`: what is open, in words and as JSON; the exit code tells whether there is any."""

import json

import pytest

from referral_desk.headless.exit_codes import Exit


@pytest.fixture
def ends(demo_desk):
    def told(*words):
        return demo_desk.run("loose-ends", *words)

    return told


def test_the_demo_desk_has_loose_ends_most_urgent_first(ends):
    said = ends()
    assert said.code == Exit.DONE_WITH_REMARKS
    assert said.out.splitlines()[0] == "As of 2026-11-20"
    assert "Pack not sent" in said.out.splitlines()[2]


def test_one_group_in_danish(ends):
    said = ends("--group", "RG4", "--language", "da")
    assert {line.split("RG4")[0].strip() != "" for line in said.out.splitlines()[2:]} == {True}
    assert "Intet møde i kvartalet" in said.out


def test_json_says_what_a_script_needs(ends):
    told = json.loads(ends("--group", "rg4", "--json").out)
    assert told["day"] == "2026-11-20"
    [empty] = [row for row in told["loose_ends"] if row["kind"] == "empty_quarter"]
    assert (empty["code"], empty["due"], empty["year"], empty["quarter"]) == ("rg4", "2026-12-31", 2026, 4)
    assert (empty["is_late"], empty["expected"], empty["theme"]) == (False, "coordinator", "rhythm")


def test_a_group_that_is_not_there_is_refused(ends):
    assert ends("--group", "rg99").code == Exit.REFUSED


def test_a_day_to_come_tells_what_will_be_late_and_an_earlier_day_is_refused(ends):
    told = json.loads(ends("--group", "rg4", "--on", "2027-01-15", "--json").out)
    assert told["day"] == "2027-01-15"
    assert "unexplained" in {row["kind"] for row in told["loose_ends"]}
    # What was closed since would be missing, so half of the answer would be today's.
    before = ends("--on", "2026-11-19")
    assert before.code == Exit.REFUSED
    assert "What was open on an earlier day is not told: name a day from" in before.err
    assert before.out == ""


def test_where_nothing_is_open_the_exit_code_says_so(ends, monkeypatch):
    # Every group of the demo desk has something open.
    monkeypatch.setattr("referral_desk.headless.loose_ends.loose_ends", lambda _session, **_asked: ())
    said = ends("--group", "imwg")
    assert said.code == Exit.DONE
    assert said.out == "Nothing is open on 2026-11-20.\n"
