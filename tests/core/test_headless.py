"""The front end without a window: what it lists, in words and as JSON, in two languages, and its exit codes."""

import json
import re

import pytest

from referral_desk.demo.make import PASSPHRASE
from referral_desk.deskfile import create_desk
from referral_desk.headless import opening, output
from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.parser import CODES, EXAMPLES, parser
from referral_desk.vault import with_keyring
from tests.demo_desk import ROOT, run
from tests.keys import CHEAP, PHRASE, memory_keychain

COMMANDS = [command for command in EXAMPLES if command]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples_and_exit_codes(command):
    said = run(command, "--help")
    assert said.code == Exit.DONE
    assert f"usage: referral-desk {command}" in said.out
    assert f"referral-desk {command} " in said.out.split("examples:")[1], "an example"
    assert CODES.strip() in said.out
    assert ("REFERRAL_DESK_PASSPHRASE" in said.out) == (command != "demo")


@pytest.mark.parametrize("command", EXAMPLES)
def test_every_example_is_understood(command):
    lines = EXAMPLES[command].replace("\\\n", " ").splitlines()
    told = [re.split(r"\s{3,}(?!\s|--)", line.strip())[0].split() for line in lines if "referral-desk " in line]
    assert told
    for _program, *words in told:
        assert parser().parse_args(words).command == words[0]


def test_help_names_every_command():
    said = run("--help")
    for command in COMMANDS:
        assert re.search(rf"^    {command}\s", said.out, re.MULTILINE)
    assert run("--version").out.startswith("Referral Desk ")


def test_the_exit_codes_that_are_told_are_those_that_there_are():
    told = [int(code) for code in re.findall(r"^  (\d+) ", CODES, re.MULTILINE)]
    page = (ROOT / "docs" / "headless.md").read_text(encoding="utf-8")
    assert told == [int(code) for code in Exit]
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)] == told


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["grupper"],
        ["groups"],
        ["groups", "--desk", "x.desk", "--on", "1. juni"],
        ["meetings", "--desk", "x.desk", "--year", "0"],
        ["meetings", "--desk", "x.desk", "--year", "i år"],
        ["attach", "--desk", "x.desk", "--group", "rg1", "--next", "--item", "0", "a.pdf"],
        ["attach", "--desk", "x.desk", "--group", "rg1", "--next", "--item", "tre", "a.pdf"],
        ["attach", "--desk", "x.desk", "--group", "rg1", "--next", "--item", "3"],
        ["pack", "--desk", "x.desk", "--group", "rg1", "--out", "x.pdf"],
        ["pack", "--desk", "x.desk", "--group", "rg1", "--next", "--date", "2026-12-15", "--out", "x.pdf"],
        ["pack", "--desk", "x.desk", "--group", "rg1", "--next", "--out", "x.pdf", "--pack-language", "no"],
    ],
)
def test_words_that_are_off_are_told_with_the_usage(words):
    said = run(*words)
    assert (said.code, said.out) == (Exit.USAGE, "")
    assert said.err.startswith("usage: ")
    assert "error: " in said.err


def test_a_day_that_is_not_one_is_answered_with_how_to_write_it():
    assert "write the day as 2026-12-15, not '15/12'" in run("groups", "--desk", "x.desk", "--on", "15/12").err


def test_groups_are_listed_with_their_seats_and_what_is_missing(demo_template):
    said = demo_template.run("groups")
    lines = said.out.splitlines()
    assert (said.code, said.err) == (Exit.DONE, "")
    assert lines[0] == "As of 2026-11-20", "a demo desk's day stands still"
    assert re.split(r"\s{2,}", lines[1]) == ["Code", "Tier", "Group", "Seats", "Next meeting", "Missing"]
    by_code = {line.split()[0]: line for line in lines[2:]}
    assert {"imwg", "national", "rg1", "rg2", "rg3", "rg4", "rg5", "rg6"} <= set(by_code)
    assert by_code["rg3"].endswith("representative")
    assert "Trade union, 1 vacant" in by_code["rg4"]
    assert all(line == line.rstrip() for line in lines), "no trailing blanks for a script to stumble over"


def test_groups_of_another_day_have_the_names_and_seats_of_that_day(demo_template):
    before = demo_template.run("groups", "--on", "2024-06-01")
    assert before.out.startswith("As of 2024-06-01\n")
    assert before.out != demo_template.run("groups").out


@pytest.mark.parametrize("command", ["groups", "meetings", "check"])
def test_the_same_question_gives_the_same_json(demo_template, command):
    first, second = demo_template.run(command, "--json"), demo_template.run(command, "--json")
    assert (first.code, first.err) == (Exit.DONE, "")
    assert first.out == second.out
    assert first.json
    assert first.out.endswith("}\n" if command != "meetings" else "]\n")


def test_json_of_groups_is_the_chain_as_of_a_day(demo_template):
    told = demo_template.run("groups", "--json").json
    assert told["day"] == "2026-11-20"
    national = next(group for group in told["groups"] if group["code"] == "national")
    assert national["tier"] == "national"
    assert national["next_meeting"] == "2026-12-15"
    assert isinstance(national["seats"], int)


def test_json_of_meetings_has_the_code_that_the_other_commands_take(demo_template):
    told = demo_template.run("meetings", "--json").json
    assert [row["day"] for row in told] == sorted(row["day"] for row in told)
    assert {row["year"] for row in told} == {2026}
    coming = next(row for row in told if row["code"] == "national" and row["is_next"])
    assert (coming["day"], coming["starts"], coming["stage"]) == ("2026-12-15", "09:30:00", "invited")
    assert "agenda" not in coming


def test_json_says_the_same_in_both_languages_but_for_the_words(demo_template):
    english, danish = (demo_template.run("meetings", "--json", "--language", code).json for code in ("en", "da"))
    words = {"group", "place"}
    assert [{key: row[key] for key in row if key not in words} for row in english] == [
        {key: row[key] for key in row if key not in words} for row in danish
    ]


def test_meetings_are_narrowed_by_group_and_year(demo_template):
    rows = demo_template.run("meetings", "--group", "RG4", "--year", "2025").out.splitlines()
    assert len(rows) == 1 + 4
    assert all(row.startswith("rg4 ") and " 2025-" in row for row in rows[1:])
    assert demo_template.run("meetings", "--year", "1999").out == "There are no meetings here.\n"
    assert demo_template.run("meetings", "--year", "1999", "--json").json == []


def test_meetings_with_their_agendas_give_the_numbers_that_attach_wants(demo_template):
    said = demo_template.run("meetings", "--group", "national", "--agenda")
    assert re.search(r"^ +5  10:45  Tolke ved den første samtale \(papers: 1\)$", said.out, re.MULTILINE)
    told = demo_template.run("meetings", "--group", "national", "--agenda", "--json").json
    coming = told[-1]["agenda"]
    assert [item["number"] for item in coming] == list(range(1, len(coming) + 1))
    assert coming[4]["title"] == "Tolke ved den første samtale"


def test_a_paper_that_cannot_be_used_is_a_remark_of_its_meeting(demo_template):
    row = next(line for line in demo_template.run("meetings", "--group", "rg5").out.splitlines() if "2026/4" in line)
    assert row.endswith("papers that cannot be used: 1")


@pytest.mark.parametrize(("command", "word"), [("groups", "Pr. 2026-11-20"), ("meetings", "Bilag"), ("check", "hel")])
def test_danish_is_spoken_on_demand(demo_template, command, word):
    said = demo_template.run(command, "--language", "da")
    assert said.code == Exit.DONE
    assert word in said.out
    assert word not in demo_template.run(command).out


def test_a_refusal_is_danish_on_demand(demo_template):
    said = demo_template.run("check", "--language", "da", "--desk", "findes-ikke.desk")
    assert said.code == Exit.UNAVAILABLE
    assert re.search(r"[æøå]|Der er ", said.err)


def test_an_unknown_group_is_refused_with_where_to_look(demo_template):
    said = demo_template.run("meetings", "--group", "rg9")
    assert (said.code, said.out) == (Exit.REFUSED, "")
    assert said.err == "There is no group rg9: the command `groups` lists them all.\n"


@pytest.mark.parametrize(
    ("which", "sentence"),
    [
        (("--date", "2026-12-16"), "national has no meeting on 2026-12-16: the command `meetings` lists them all.\n"),
        (("--date", "1999-01-01"), "national has no meeting on 1999-01-01: the command `meetings` lists them all.\n"),
    ],
)
def test_a_day_without_a_meeting_is_refused(demo_template, tmp_path, which, sentence):
    said = demo_template.run("pack", "--group", "national", *which, "--out", tmp_path / "pack.pdf")
    assert (said.code, said.err) == (Exit.REFUSED, sentence)


def test_a_group_with_no_meeting_to_come_is_refused_with_what_to_do(demo_template, tmp_path):
    said = demo_template.run("pack", "--group", "rg4", "--next", "--out", tmp_path / "pack.pdf")
    assert said.code == Exit.REFUSED
    assert said.err == "rg4 has no meeting to come: make one in the window, or name one with --date.\n"


def test_an_item_that_the_agenda_does_not_have_is_refused(demo_template, tmp_path):
    paper = tmp_path / "brev.txt"
    paper.write_text("Kære alle.", encoding="utf-8")
    said = demo_template.attach(10, paper)
    assert said.code == Exit.REFUSED
    assert said.err == "The agenda has no item 10, only 1 to 9: `meetings --agenda` lists them.\n"


def test_a_desk_that_is_not_there_is_told(tmp_path):
    said = run("check", "--desk", tmp_path / "væk.desk", "--passphrase-file", ROOT / "LICENSE")
    assert said.code == Exit.UNAVAILABLE
    assert "There is no desk at" in said.err
    assert not list(tmp_path.iterdir()), "asking makes nothing"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("forkert adgangssætning\n", "This passphrase does not open demo."),
        ("\nalt her er opdigtet\n", "is empty: it must hold the passphrase."),
        ("", "is empty: it must hold the passphrase."),
        (b"\xff\xfe\x00a", "cannot be read"),
    ],
)
def test_a_passphrase_file_that_does_not_open_the_desk_is_told(demo_desk, content, sentence):
    demo_desk.passphrase_file.write_bytes(content if isinstance(content, bytes) else content.encode())
    said = demo_desk.run("groups")
    assert (said.code, said.out) == (Exit.UNAVAILABLE, "")
    assert sentence in said.err
    assert "forkert" not in said.err, "a passphrase is never repeated"


@pytest.mark.parametrize("content", ["\ufeff{}\r\n", "{}", "{}\nmere\n"])
def test_a_passphrase_file_may_come_from_any_editor(demo_desk, content):
    demo_desk.passphrase_file.write_bytes(content.format(PASSPHRASE).encode())
    assert demo_desk.run("groups").code == Exit.DONE


@pytest.mark.parametrize("place", ["væk.txt", "."])
def test_a_passphrase_file_that_is_not_one_is_told(demo_desk, place):
    said = demo_desk.run("groups", "--passphrase-file", demo_desk.folder / place)
    assert said.code == Exit.UNAVAILABLE
    assert "cannot be read: see that it is there" in said.err


def test_the_environment_opens_a_desk_and_the_file_comes_first(demo_desk, monkeypatch):
    monkeypatch.setenv(opening.VARIABLE, PASSPHRASE)
    assert run("groups", "--desk", demo_desk.path).code == Exit.DONE
    demo_desk.passphrase_file.write_text("noget helt andet\n", encoding="utf-8")
    assert demo_desk.run("groups").code == Exit.UNAVAILABLE


def test_without_passphrase_and_keyring_the_program_says_what_to_give(demo_desk, monkeypatch):
    monkeypatch.setenv(opening.VARIABLE, "")
    said = run("groups", "--desk", demo_desk.path)
    assert said.code == Exit.UNAVAILABLE
    assert said.err.endswith("Name a file that holds it with --passphrase-file, or set REFERRAL_DESK_PASSPHRASE.\n")
    assert said.err.count("\n") == 1


def test_the_keyring_opens_a_desk_without_a_word(tmp_path, monkeypatch):
    keychain = memory_keychain()
    create_desk(tmp_path / "my.desk", passphrase=PHRASE, keychain=keychain, work=CHEAP).desk_file.close()
    monkeypatch.setattr(opening, "with_keyring", lambda: with_keyring(keychain))
    said = run("meetings", "--desk", tmp_path / "my.desk")
    assert (said.code, said.out, said.err) == (Exit.DONE, "There are no meetings here.\n", "")


def test_a_desk_that_is_open_elsewhere_is_left_alone(demo_desk):
    with demo_desk.opened():
        said = demo_desk.run("groups")
    assert said.code == Exit.UNAVAILABLE
    assert said.err.count("\n") == 1
    assert demo_desk.run("groups").code == Exit.DONE


def test_a_file_that_is_no_desk_is_told(demo_desk):
    demo_desk.path.write_bytes(b"%PDF-1.7 and so on, and so on")
    assert demo_desk.run("check").code == Exit.UNAVAILABLE


def test_a_bug_is_told_by_its_place_alone(demo_template, monkeypatch):
    def breaks(*_args, **_kwargs):
        message = "Karen Tænkegaard"
        raise RuntimeError(message)

    monkeypatch.setattr("referral_desk.headless.opening.sit_down", breaks)
    said = demo_template.run("groups")
    assert said.code == Exit.BROKEN
    assert "RuntimeError in breaks, line" in said.err
    assert "Karen" not in said.err


def test_being_stopped_is_no_bug(demo_template, monkeypatch):
    def stops(*_args, **_kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("referral_desk.headless.opening.sit_down", stops)
    said = demo_template.run("groups")
    assert said.code == Exit.STOPPED == 130
    assert said.err.startswith("Stopped.")


def test_who_works_is_told_even_where_the_computer_does_not_know(monkeypatch):
    def nobody():
        raise KeyError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert opening.person().name == "?"


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252"])
def test_any_console_gets_an_answer(demo_template, encoding):
    said = demo_template.run("groups", "--language", "da", encoding=encoding)
    assert said.code == Exit.DONE
    assert "national" in said.out
    rows = json.loads(demo_template.run("meetings", "--language", "da", "--json", encoding=encoding).out)
    utf8 = demo_template.run("meetings", "--language", "da", "--json").json
    assert rows == utf8, "JSON loses no letter anywhere"


def test_a_terminal_obeys_nothing_that_a_name_or_a_title_holds(capsys):
    hostile = "\x1b[2Ja\x9b31m\u202ecod.exe\x07\tb"
    output.say_lines([hostile])
    output.say_problem(hostile)
    output.say_json({"title": hostile})
    said = capsys.readouterr()
    assert said.out.splitlines()[0] == said.err.rstrip("\n") == "�[2Ja�31m�cod.exe�\tb"
    assert not set(said.out) & set("\x1b\x9b\u202e\x07")
    assert json.loads(said.out.partition("\n")[2]) == {"title": hostile}
