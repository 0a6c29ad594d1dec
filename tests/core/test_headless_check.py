"""`check` without a window: a sound desk passes, and what was tampered with is named."""

import pytest
from sqlalchemy import text

from referral_desk.headless.exit_codes import Exit

SOUND = {"file": [], "log": [], "papers": [], "reference": []}


def change(desk, statement, **values):
    """Change a desk as somebody could who has its key and goes around the program."""
    with desk.opened() as file, file.database.write() as session:
        session.execute(text(statement), values)


def place_of(desk, statement):
    with desk.opened() as file, file.database.read() as session:
        return session.execute(text(statement)).fetchone()


def flip(path, place):
    with path.open("r+b") as file:
        file.seek(place)
        old = file.read(1)
        file.seek(place)
        file.write(bytes([old[0] ^ 1]))


def test_a_sound_desk_passes(demo_template):
    said = demo_template.run("check")
    assert (said.code, said.err) == (Exit.DONE, "")
    assert said.out.splitlines() == [
        "The file is sound.",
        "The log is whole.",
        "Every stored paper is what was stored.",
        "The reference data is in order.",
    ]
    assert demo_template.run("check", "--json").json == {"sound": True, "problems": SOUND}


def test_an_altered_log_entry_is_named(demo_desk):
    change(demo_desk, "UPDATE log_entries SET who = 'en anden' WHERE id = 2")
    said = demo_desk.run("check", "--json")
    assert said.code == Exit.DONE_WITH_REMARKS
    assert said.json == {"sound": False, "problems": SOUND | {"log": ["2"]}}
    assert "The log was altered at entry 2." in demo_desk.run("check").out


def test_a_removed_log_entry_is_noticed_at_the_next(demo_desk):
    change(demo_desk, "DELETE FROM log_entries WHERE id = 2")
    assert demo_desk.run("check", "--json").json["problems"] == SOUND | {"log": ["3"]}


def test_altered_bytes_of_a_paper_are_named(demo_desk):
    number, name, sha256 = place_of(demo_desk, "SELECT id, name, sha256 FROM documents ORDER BY id LIMIT 1 OFFSET 3")
    change(demo_desk, "UPDATE document_contents SET original = :new WHERE document_id = :id", new=b"%PDF-", id=number)
    said = demo_desk.run("check")
    assert said.code == Exit.DONE_WITH_REMARKS
    assert f"A stored paper was altered: {name} ({sha256})" in said.out.splitlines()
    assert said.out.splitlines()[-1].startswith("Keep this file as it is")


def test_a_lost_paper_is_named(demo_desk):
    number, name, sha256 = place_of(demo_desk, "SELECT id, name, sha256 FROM documents ORDER BY id LIMIT 1")
    change(demo_desk, "DELETE FROM document_contents WHERE document_id = :id", id=number)
    assert demo_desk.run("check", "--json").json["problems"] == SOUND | {"papers": [f"{name} ({sha256})"]}


def test_a_flipped_bit_in_a_page_is_found(demo_desk):
    size = demo_desk.path.stat().st_size
    # The last page belongs to a paper: everything else can still be read.
    flip(demo_desk.path, size - 2000)
    said = demo_desk.run("check", "--json")
    assert said.code == Exit.DONE_WITH_REMARKS
    assert said.json["sound"] is False
    assert f"page {size // 4096} was changed outside the program" in said.json["problems"]["file"]


@pytest.mark.parametrize("part", range(1, 16))
def test_wherever_a_bit_is_flipped_it_does_not_pass(demo_desk, part):
    flip(demo_desk.path, demo_desk.path.stat().st_size * part // 16 + 7)
    said = demo_desk.run("check")
    assert said.code in {Exit.DONE_WITH_REMARKS, Exit.UNAVAILABLE}
    assert said.out or said.err.count("\n") == 1


def test_a_desk_whose_first_page_is_gone_does_not_open(demo_desk):
    flip(demo_desk.path, 100)
    said = demo_desk.run("check")
    assert (said.code, said.out) == (Exit.UNAVAILABLE, "")


def test_flipped_first_bytes_are_told_and_forgiven(demo_desk):
    flip(demo_desk.path, 3)
    said = demo_desk.run("check", "--json")
    assert said.code == Exit.DONE_WITH_REMARKS
    assert said.json["problems"]["file"] == ["its first bytes were changed; the key file beside it makes up for them"]


def test_a_fault_in_the_reference_data_is_told(demo_template, monkeypatch):
    class Fault:
        def sentence(self, _language):
            return "plans.toml: a year is missing."

    monkeypatch.setattr("referral_desk.reference.check", lambda: [Fault()])
    said = demo_template.run("check")
    assert said.code == Exit.DONE_WITH_REMARKS
    assert "The reference data has a fault: plans.toml: a year is missing." in said.out


def test_rows_without_their_parent_are_told(demo_desk):
    with demo_desk.opened() as file:
        connection = file.database.engine.raw_connection()
        driver = connection.driver_connection
        driver.execute("PRAGMA query_only = OFF")
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute("UPDATE agenda_items SET meeting_id = 99999 WHERE id = 1")
        driver.commit()
        connection.close()
    said = demo_desk.run("check", "--json")
    assert said.json["problems"]["file"] == ["rows of the table agenda_items lost what they belong to"]
