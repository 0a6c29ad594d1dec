"""The command `actions`: the same query as in the window, in words and as JSON."""

import datetime as dt

import pikepdf
import pytest

from referral_desk.clock import local_date, now
from referral_desk.deskfile import create_desk
from referral_desk.headless.exit_codes import Exit
from referral_desk.operations.actions import add_action
from referral_desk.sitting import sit_down
from referral_desk.users import User
from referral_desk.vocabulary import Label
from tests.action_life import lay_region
from tests.demo_desk import run
from tests.keys import CHEAP, PHRASE, memory_keychain
from tests.tag_reader import read_tags


def lay_desk(folder, *more):
    """A desk with an overdue action of 3F, one of Odense that is to come, and `more` of its region; what asks it."""
    made = create_desk(folder / "my.desk", passphrase=PHRASE, keychain=memory_keychain(), work=CHEAP).desk_file
    region = lay_region(made.database)
    desk = sit_down(made.database, User("Prøve"))
    today = local_date(now())
    for text, body, days in (("Ring til 3F", region.union, -3), ("Skriv et brev", region.town, 30)):
        due = today + dt.timedelta(days=days)
        desk.do(add_action, group_id=region.group, text=text, owner_organisation_id=body, due=due)
    for fields in more:
        desk.do(add_action, group_id=region.group, owner_organisation_id=region.town, due=today, **fields)
    made.close()
    (folder / "words.txt").write_text(PHRASE, encoding="utf-8")
    place = ("--desk", folder / "my.desk", "--passphrase-file", folder / "words.txt")
    return lambda *words: run("actions", *place, *words)


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    return lay_desk(tmp_path_factory.mktemp("desk"))


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


def test_confidential_actions_are_on_paper_only_where_they_are_asked_for(tmp_path):
    asked = lay_desk(tmp_path, {"text": "Kun for de indviede", "label": Label.CONFIDENTIAL})
    lists = tmp_path / "lists"
    lists.mkdir()
    for words in ((), ("--confidential",)):
        assert asked("--group", "rg4", "--out", lists, *words, "--document-language", "en").code == Exit.DONE
    closed, internal = sorted(lists.iterdir())
    assert (closed.stem.split()[-1], internal.stem.split()[-1]) == ("Confidential", "Internal")
    assert ["Kun for de indviede" in words_of(path) for path in (closed, internal)] == [True, False]


def test_the_words_of_confidential_actions_are_told_only_where_they_are_asked_for(tmp_path):
    asked = lay_desk(tmp_path, {"text": "Kun for de indviede", "label": Label.CONFIDENTIAL})
    for words in ((), ("--json",), ("--query", "indviede")):
        assert "Kun for" not in asked(*words).out
        assert "Kun for" in asked(*words, "--confidential").out
    line = asked("--query", "indviede", "--language", "da").out.splitlines()[1]
    assert line.startswith("RG4-")
    assert line.endswith("Fortrolig")


def test_no_list_is_made_of_what_looks_like_personal_data(tmp_path):
    asked = lay_desk(tmp_path, {"text": "Ring til hende på 51 23 45 67"})
    said = asked("--group", "rg4", "--out", tmp_path / "list.pdf")
    assert said.code == Exit.REFUSED
    assert "RG4-" in said.err
    assert "51 23" not in said.err
    assert not (tmp_path / "list.pdf").exists()


def words_of(path):
    with pikepdf.open(path) as document:
        return " ".join(read_tags(document).text.split())
