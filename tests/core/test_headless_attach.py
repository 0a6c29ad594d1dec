"""Attaching papers without a window: what is told, odd names, and that a mistake changes nothing."""

import os
import sys

import pytest
from sqlalchemy import select

from referral_desk.guard.findings import MOST_BYTES
from referral_desk.headless.exit_codes import Exit
from referral_desk.models import Case
from referral_desk.vocabulary import Label
from tests.builders import TODAY
from tests.demo_desk import run
from tests.pack_builders import a_picture, a_stranger

ITEM = 8


def papers_of(desk, item=ITEM):
    told = desk.run("meetings", "--group", "national", "--agenda", "--json").json
    return told[-1]["agenda"][item - 1]["papers"]


def state(desk):
    """All that the log knows."""
    with desk.opened() as file, file.database.read() as session:
        return session.connection().exec_driver_sql("SELECT id, hash FROM log_entries").fetchall()


@pytest.fixture
def letter(tmp_path):
    made = tmp_path / "brev.txt"
    made.write_text("Kære alle.\n\nTak for sidst.\n", encoding="utf-8")
    return made


@pytest.fixture
def refused(demo_desk):
    """A command that is refused leaves the record as it was."""
    before = state(demo_desk)
    yield demo_desk
    assert state(demo_desk) == before


def test_what_was_attached_is_told_paper_by_paper(demo_desk, tmp_path, letter):
    (tmp_path / "tal.pdf").write_bytes(a_stranger(3))
    (tmp_path / "foto.png").write_bytes(a_picture())
    files = tmp_path / "tal.pdf", tmp_path / "foto.png", letter
    said = demo_desk.run("attach", "--group", "national", "--next", "--item", ITEM, *files)
    assert (said.code, said.err) == (Exit.DONE, "")
    assert said.out.splitlines() == [
        "National group 2026-12-15, item 8: Invitation from the Nordic network on children",
        "  8.2  tal.pdf (PDF, 3 pages)",
        "  8.3  foto.png (Picture, 1 page)",
        "  8.4  brev.txt (Plain text)",
        "Attached 3 of 3.",
    ]


def test_json_tells_each_paper_with_its_number_and_what_was_found(demo_desk, letter):
    said = demo_desk.attach(ITEM, letter)
    assert (said.code, said.err) == (Exit.DONE, "")
    assert said.json == {
        "meeting": "2026-12-15",
        "item": ITEM,
        "title": "Invitation from the Nordic network on children",
        "papers": [
            {
                "file": "brev.txt",
                "attached": True,
                "paper": "8.2",
                "kind": "text",
                "pages": None,
                "problem": "",
                "removed": [],
                "notes": [],
            }
        ],
    }


def test_a_paper_that_cannot_be_used_is_attached_with_a_remark(demo_desk, tmp_path, letter):
    (tmp_path / "tom.pdf").write_bytes(b"")
    said = demo_desk.run("attach", "--group", "national", "--next", "--item", ITEM, tmp_path / "tom.pdf", letter)
    assert said.code == Exit.DONE_WITH_REMARKS
    assert "It cannot be used; a page in the pack will say so: “tom.pdf” has nothing in it." in said.out
    assert said.out.endswith("Attached 2 of 2.\n")


def test_the_same_file_twice_is_told_and_the_others_go_in(demo_desk, letter):
    copy = letter.with_name("kopi.txt")
    copy.write_bytes(letter.read_bytes())
    other = letter.with_name("andet.txt")
    other.write_text("Noget andet.", encoding="utf-8")
    said = demo_desk.attach(ITEM, letter, copy, other)
    assert said.code == Exit.DONE_WITH_REMARKS
    first, second, third = said.json["papers"]
    assert (first["attached"], second["attached"], third["attached"]) == (True, False, True)
    assert second["problem"] == "The item holds this file already, as paper 8.2."
    assert papers_of(demo_desk) == 3


def test_where_nothing_could_be_attached_the_exit_code_says_refused(demo_desk, letter):
    assert demo_desk.attach(ITEM, letter).code == Exit.DONE
    before = state(demo_desk)
    said = demo_desk.attach(ITEM, letter)
    assert said.code == Exit.REFUSED
    assert said.json["papers"][0]["attached"] is False
    assert state(demo_desk) == before


def test_a_missing_file_changes_nothing(refused, tmp_path, letter):
    said = refused.attach(ITEM, letter, tmp_path / "væk.pdf")
    assert (said.code, said.out) == (Exit.UNAVAILABLE, "")
    assert "væk.pdf" in said.err


def test_a_folder_is_no_paper(refused, tmp_path, letter):
    said = refused.attach(ITEM, letter, tmp_path)
    assert said.code == Exit.UNAVAILABLE
    assert said.err.endswith("is a folder: name the files in it that are to be attached.\n")


def test_a_giant_is_refused_before_it_is_read(refused, tmp_path):
    giant = tmp_path / "kæmpe.pdf"
    with giant.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    said = refused.attach(ITEM, giant)
    assert said.code == Exit.REFUSED
    assert "kæmpe.pdf" in said.err


def test_a_file_that_may_not_be_read_is_told(refused, letter, monkeypatch):
    def forbidden(_path):
        raise PermissionError(13, "no")

    monkeypatch.setattr("pathlib.Path.read_bytes", forbidden)
    said = refused.attach(ITEM, letter)
    assert said.code == Exit.UNAVAILABLE
    assert said.err.endswith("may not be read: ask whoever keeps it to let you.\n")


def test_a_meeting_that_is_over_takes_no_papers(refused, letter):
    said = refused.run("attach", "--group", "national", "--date", "2026-09-29", "--item", 4, letter)
    assert said.code == Exit.REFUSED
    assert "Attached 0 of 1." in said.out


ODD = [
    ("Årsrapport æøå – udkast 2.txt", "Årsrapport æøå – udkast 2.txt"),
    ("uden endelse", "uden endelse"),
    ("  mellemrum  .txt", "mellemrum .txt"),
    (".skjult", "skjult"),
    ("linje\nskift.txt", None),
    ("to.punkter..txt", "to.punkter..txt"),
    ("-f.txt", "-f.txt"),
    ("x" * 240 + ".txt", None),
]
if sys.platform == "win32":
    ODD = [(name, kept) for name, kept in ODD if name.isprintable() and len(name) < 200]


@pytest.mark.parametrize(("name", "kept"), ODD)
def test_files_keep_their_odd_names(demo_desk, tmp_path, name, kept):
    (tmp_path / name).write_text("Et brev.", encoding="utf-8")
    said = demo_desk.attach(ITEM, tmp_path / name)
    assert said.code == Exit.DONE
    (paper,) = said.json["papers"]
    assert paper["kind"] == "text"
    with demo_desk.opened() as file, file.database.read() as session:
        stored = session.connection().exec_driver_sql("SELECT name FROM documents ORDER BY id DESC").fetchone()[0]
    assert kept is None or stored == kept
    assert stored.isprintable()
    assert 0 < len(stored) <= 200


def test_the_words_of_a_name_do_not_decide_what_a_file_is(demo_desk, tmp_path):
    liar = tmp_path / "billede.png"
    liar.write_bytes(a_stranger(2))
    (paper,) = demo_desk.attach(ITEM, liar).json["papers"]
    assert (paper["kind"], paper["pages"]) == ("pdf", 2)
    assert paper["notes"] == ["The ending of the name does not fit the content; the content counts."]


def test_what_was_taken_out_is_told(demo_desk, tmp_path):
    (tmp_path / "aktiv.pdf").write_bytes(a_stranger(1, AA={"/O": {"/S": "/JavaScript"}}))
    said = demo_desk.run("attach", "--group", "national", "--next", "--item", ITEM, tmp_path / "aktiv.pdf")
    assert said.code == Exit.DONE
    assert "       Taken out to be safe: Things that start by themselves" in said.out.splitlines()


def test_nothing_is_read_where_the_words_are_off():
    assert run("attach", "--desk", "x.desk", "--group", "national", "--item", "1", "x.pdf").code == Exit.USAGE


if sys.platform == "linux":  # other systems cannot have such files

    def test_a_pipe_is_no_paper(refused, tmp_path):
        os.mkfifo(tmp_path / "pipe")
        said = refused.attach(ITEM, tmp_path / "pipe")
        assert said.code == Exit.UNAVAILABLE
        assert "is not an ordinary file" in said.err

    def test_a_name_of_an_old_system_keeps_its_danish_letters(demo_desk, tmp_path):
        old = os.fsencode(tmp_path) + "/blå rød.txt".encode("latin-1")
        with open(old, "wb") as file:  # noqa: PTH123 - bytes
            file.write(b"Et brev.")
        said = demo_desk.attach(ITEM, os.fsdecode(old))
        assert (said.code, said.json["papers"][0]["file"]) == (Exit.DONE, "blå rød.txt")


def case_of(desk, **fields):
    """A case of the demo desk that is on no way up; gives its reference."""
    with desk.opened() as file, file.database.write() as session:
        found = session.scalars(select(Case).where(Case.closed_on.is_(None)).order_by(Case.id)).first()
        for name, value in fields.items():
            setattr(found, name, value)
        return found.reference, found.title


def test_papers_are_put_in_a_case_by_its_reference(demo_desk, letter, tmp_path):
    reference, title = case_of(demo_desk, label=Label.INTERNAL)
    (tmp_path / "tom.pdf").touch()
    said = demo_desk.run("attach", "--case", reference.casefold(), letter, tmp_path / "tom.pdf")
    assert (said.code, said.err) == (Exit.DONE_WITH_REMARKS, "")
    head, first, second, stays, count = said.out.splitlines()
    assert head == f"{reference}: {title}"
    assert first.endswith("brev.txt (Plain text)")
    assert second.lstrip().partition("  ")[2].startswith("tom.pdf")
    assert "cannot go up with the case" in stays
    assert count == "Attached 2 of 2."
    again = demo_desk.run("attach", "--case", reference, "--json", letter)
    assert (again.code, again.json["case"], again.json["title"]) == (Exit.REFUSED, reference, title)
    assert "The case holds this file already" in again.json["papers"][0]["problem"]


def test_a_confidential_case_is_told_by_its_reference_alone(demo_desk, letter):
    reference, title = case_of(demo_desk, label=Label.CONFIDENTIAL)
    said = demo_desk.run("attach", "--case", f"{reference}/1", letter)
    assert said.out.splitlines()[0] == f"{reference}: Confidential"
    assert title not in said.out


@pytest.mark.parametrize(
    ("reference", "sentence"),
    [("RG4-26-7", "Write the reference as"), ("rg4-2026-9999", "There is no case RG4-2026-9999")],
)
def test_a_case_that_is_not_there_is_refused(refused, letter, reference, sentence):
    said = refused.run("attach", "--case", reference, letter)
    assert (said.code, said.out) == (Exit.REFUSED, "")
    assert sentence in said.err


def test_a_closed_case_takes_no_papers(demo_desk, letter):
    reference, _title = case_of(demo_desk, closed_on=TODAY)
    before = state(demo_desk)
    said = demo_desk.run("attach", "--case", reference, "--json", letter)
    assert (said.code, said.json["papers"][0]["attached"]) == (Exit.REFUSED, False)
    assert state(demo_desk) == before


@pytest.mark.parametrize(
    "words",
    [
        ["--group", "rg4", "--next"],
        ["--next", "--item", "3"],
        ["--case", "RG4-2026-0007", "--item", "3"],
        ["--case", "RG4-2026-0007", "--group", "rg4"],
        ["--case", "RG4-2026-0007", "--next"],
        [],
    ],
)
def test_an_item_or_a_case_is_named_and_not_both(words):
    said = run("attach", "--desk", "x.desk", *words, "x.pdf")
    assert (said.code, said.out) == (Exit.USAGE, "")
    assert said.err.startswith("usage: ")
