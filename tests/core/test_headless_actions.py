"""The command `actions`: the same query as in the window, in words and as JSON."""

import datetime as dt

import pytest

from referral_desk.clock import local_date, now
from referral_desk.deskfile import create_desk
from referral_desk.headless.exit_codes import Exit
from referral_desk.operations.actions import add_action
from referral_desk.sitting import sit_down
from referral_desk.users import User
from tests.action_life import lay_region
from tests.demo_desk import run
from tests.keys import CHEAP, PHRASE, memory_keychain


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """A desk with an overdue action of 3F and one of Odense that is to come; asks it."""
    folder = tmp_path_factory.mktemp("desk")
    made = create_desk(folder / "my.desk", passphrase=PHRASE, keychain=memory_keychain(), work=CHEAP).desk_file
    region = lay_region(made.database)
    desk = sit_down(made.database, User("Prøve"))
    today = local_date(now())
    for text, body, days in (("Ring til 3F", region.union, -3), ("Skriv et brev", region.town, 30)):
        due = today + dt.timedelta(days=days)
        desk.do(add_action, group_id=region.group, text=text, owner_organisation_id=body, due=due)
    made.close()
    (folder / "words.txt").write_text(PHRASE, encoding="utf-8")
    place = ("--desk", folder / "my.desk", "--passphrase-file", folder / "words.txt")
    return lambda *words: run("actions", *place, *words)


def test_open_actions_are_listed_by_their_day(asked):
    said = asked()
    lines = said.out.splitlines()
    assert (said.code, said.err) == (Exit.DONE, "")
    assert [line.split()[0] for line in lines] == [
        "Reference",
        *(row["reference"] for row in asked("--json").json["actions"]),
    ]
    assert len(lines) == 4
    assert "overdue" in lines[1]
    assert lines[1].endswith("Ring til 3F")


def test_they_are_narrowed_by_owner_group_day_and_query(asked):
    assert [row["text"] for row in asked("--owner", "3F", "--overdue", "--json").json["actions"]] == ["Ring til 3F"]
    assert len(asked("--group", "national").out.splitlines()) == 2
    assert [row["owner"] for row in asked("--query", "brev", "--json").json["actions"]] == ["Odense Kommune"]
    assert asked("--query", "er:lukket", "--language", "en").out == "There are no such actions.\n"


def test_a_query_that_is_not_understood_is_refused_with_what_is_nearest(asked):
    said = asked("--query", "ovner:3F")
    assert (said.code, said.out) == (Exit.REFUSED, "")
    assert "“owner:”" in said.err


def test_open_actions_of_an_owner_or_a_group_are_saved_as_a_list_on_paper(asked, tmp_path):
    said = asked("--owner", "3F", "--overdue", "--out", tmp_path, "--document-language", "en")
    (made,) = tmp_path.iterdir()
    assert (said.code, made.name.split(" ", 1)[1]) == (Exit.DONE, "3F overdue actions Internal.pdf")
    assert made.read_bytes().startswith(b"%PDF-")
    assert asked("--group", "national", "--out", tmp_path / "list.pdf").code == Exit.DONE
    assert asked("--query", "brev", "--out", tmp_path / "list.pdf").code == Exit.REFUSED
