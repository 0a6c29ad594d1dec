"""Making a pack without a window: where it goes, what it says, and that nothing else is ever lost."""

import datetime as dt
import io
import re

import pikepdf
import pytest
from sqlalchemy import select

from referral_desk.headless.exit_codes import Exit
from referral_desk.headless.pack import _progress
from referral_desk.models import ActionItem, Group, Meeting
from referral_desk.vocabulary import Label, StandingRole
from tests.builders import an_item

ANY = ("--group", "rg6", "--next")


def test_the_pack_is_written_and_told(demo_template, tmp_path):
    out = tmp_path / "møde materiale.pdf"
    said = demo_template.run("pack", *ANY, "--out", out)
    assert (said.code, said.err) == (Exit.DONE, "")
    with pikepdf.open(out) as pdf:
        assert said.out == f"Made {out}: {len(pdf.pages)} pages.\n"
    assert [file.name for file in tmp_path.iterdir()] == [out.name], "no draft is left"


def test_json_tells_where_each_paper_stands(demo_template, tmp_path):
    said = demo_template.pack(tmp_path / "pack.pdf")
    assert (said.code, said.err) == (Exit.DONE, "")
    told = said.json
    assert list(told) == ["file", "pages", "problems", "papers"]
    assert told["pages"] > 20
    first = 0
    for paper in told["papers"]:
        assert list(paper) == ["number", "sha256", "first_page", "pages"]
        assert paper["first_page"] > first
        first = paper["first_page"] + paper["pages"] - 1
    assert first <= told["pages"]


def test_a_paper_that_cannot_be_used_is_named_and_the_pack_is_made(demo_template, tmp_path):
    out = tmp_path / "pack.pdf"
    said = demo_template.run("pack", "--group", "rg5", "--next", "--out", out)
    assert said.code == Exit.DONE_WITH_REMARKS
    assert re.search(r"^Paper \d\.\d is not in it, a page says so: .*“lommekort\.pdf”", said.out, re.MULTILINE) or (
        "lommekort.pdf" in said.out
    )
    told = demo_template.run("pack", "--group", "rg5", "--next", "--json", "--out", out)
    assert [problem["file_name"] for problem in told.json["problems"]] == ["lommekort.pdf"]
    assert told.code == Exit.DONE_WITH_REMARKS


def test_a_folder_gets_the_pack_by_its_own_name(demo_template, tmp_path):
    said = demo_template.run("pack", *ANY, "--out", tmp_path)
    (made,) = tmp_path.iterdir()
    assert said.code == Exit.DONE
    assert made.name.startswith("2026-12-")
    assert made.suffix == ".pdf"
    assert str(made) in said.out


def test_an_older_pack_is_replaced(demo_template, tmp_path):
    out = tmp_path / "pack.pdf"
    out.write_bytes(b"%PDF-1.4 an older one")
    assert demo_template.run("pack", *ANY, "--out", out).code == Exit.DONE
    assert out.stat().st_size > 10_000


def test_the_pack_never_takes_the_place_of_another_file(demo_desk, tmp_path):
    before = demo_desk.path.read_bytes()
    said = demo_desk.run("pack", *ANY, "--out", demo_desk.path)
    assert said.code == Exit.REFUSED
    assert "is there already and is not a PDF" in said.err
    assert demo_desk.path.read_bytes() == before
    assert demo_desk.run("pack", *ANY, "--out", demo_desk.passphrase_file).code == Exit.REFUSED


def test_a_find_that_nobody_kept_ends_the_pack_with_3_says_where_and_writes_nothing(demo_desk, tmp_path):
    letter, out = tmp_path / "brev.txt", tmp_path / "pack.pdf"
    letter.write_text("Borger 120385-1234 bor her.\n", encoding="utf-8")
    out.write_bytes(b"%PDF-1.4 an older one")
    paper = demo_desk.attach(5, letter).json["papers"][0]["paper"]
    said = demo_desk.run("pack", "--group", "national", "--next", "--out", out)
    assert (said.code, said.out) == (Exit.REFUSED, "")
    assert said.err == (
        f"Paper {paper}, page 1, holds what looks like personal data (CPR number, 120385-••••): take the paper off, put"
        " in another, or keep it and say why.\n"
    )
    assert out.read_bytes() == b"%PDF-1.4 an older one"
    danish = demo_desk.run("pack", "--language", "da", "--group", "national", "--next", "--json", "--out", out)
    assert (danish.code, danish.out, "1234" in danish.err) == (Exit.REFUSED, "", False)
    assert "personoplysninger" in danish.err


def test_a_find_in_an_open_action_that_the_pack_carries_ends_it_too(demo_desk, tmp_path):
    with demo_desk.opened() as file, file.database.write() as session:
        national = select(Group.id).where(Group.code == "national").scalar_subquery()
        coming = select(Meeting).where(Meeting.group_id == national, Meeting.day > dt.date(2026, 11, 20))
        an_item(
            session.scalars(coming.order_by(Meeting.day)).first(), "Åbne punkter", standing=StandingRole.OPEN_ACTIONS
        )
        is_open = ActionItem.closed_on.is_(None)
        action = session.scalars(select(ActionItem).where(ActionItem.group_id == national, is_open)).first()
        action.text, action.label, action.item = "Ring til borgeren på mobil 28 83 45 61", Label.INTERNAL, None
        reference = action.reference
    said = demo_desk.run("pack", "--group", "national", "--next", "--out", tmp_path / "pack.pdf")
    assert (said.code, said.out, list(tmp_path.glob("pack*"))) == (Exit.REFUSED, "", [])
    assert said.err.startswith(f"The open action {reference} holds what looks like personal data (Telephone number")


def test_a_folder_that_is_not_there_is_told_before_the_work(demo_template, tmp_path, monkeypatch):
    monkeypatch.setattr("referral_desk.headless.pack.build_in_worker", None)
    said = demo_template.run("pack", *ANY, "--out", tmp_path / "væk" / "pack.pdf")
    assert (said.code, said.out) == (Exit.UNAVAILABLE, "")
    assert said.err == f"There is no folder {tmp_path / 'væk'}: make it first, or name another.\n"


def test_a_folder_that_may_not_be_changed_is_told_before_the_work(demo_template, tmp_path, monkeypatch):
    monkeypatch.setattr("referral_desk.headless.pack.build_in_worker", None)
    locked = tmp_path / "låst"
    locked.mkdir(mode=0o500)
    said = demo_template.run("pack", *ANY, "--out", locked / "pack.pdf")
    assert said.code == Exit.UNAVAILABLE
    assert "is read-only, or its folder is." in said.err


def test_a_disk_that_is_full_leaves_the_older_pack(demo_template, tmp_path, monkeypatch):
    out = tmp_path / "pack.pdf"
    out.write_bytes(b"%PDF-1.4 an older one")

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    said = demo_template.run("pack", *ANY, "--out", out)
    assert said.code == Exit.UNAVAILABLE
    assert "is full" in said.err
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("pack.pdf", b"%PDF-1.4 an older one")]


@pytest.mark.parametrize(("language", "word"), [("da", "Dagsorden"), ("en", "Agenda")])
def test_the_pack_speaks_the_language_that_is_asked_for(demo_template, tmp_path, language, word):
    out = tmp_path / "pack.pdf"
    assert demo_template.run("pack", *ANY, "--pack-language", language, "--out", out).code == Exit.DONE
    with pikepdf.open(out) as pdf:
        assert str(pdf.Root.Lang).startswith(language)
        titles = [str(item.title) for item in pdf.open_outline().root]
    assert word in titles


def test_making_the_same_pack_twice_gives_the_same_bytes(demo_template, tmp_path):
    for name in ("a.pdf", "b.pdf"):
        demo_template.run("pack", *ANY, "--out", tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_progress_is_shown_to_a_person_only(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    for stream in (terminal := Terminal(), pipe := io.StringIO()):
        monkeypatch.setattr("sys.stderr", stream)
        tell = _progress("en")
        tell(1, 2, "Setting pages")
        tell(2, 2, "Setting pages")
    assert terminal.getvalue().startswith("\r 50 %")
    assert terminal.getvalue().endswith("\n")
    assert pipe.getvalue() == ""
