"""Minutes, lists and letters without a window: what is written where, and what is refused."""

import io

import pikepdf
import pytest

from referral_desk.exchange.word_reading import open_word, read_entries
from referral_desk.headless.exit_codes import Exit
from tests.tag_reader import artifacts, read_tags


def test_the_last_minutes_are_written_and_told(demo_template, tmp_path):
    out = tmp_path / "referat.pdf"
    said = demo_template.run("minutes", "--group", "rg2", "--last", "--out", out)
    assert (said.code, said.err) == (Exit.DONE, "")
    with pikepdf.open(out) as pdf:
        assert said.out == f"Made {out}: {len(pdf.pages)} pages.\n"
        assert str(pdf.Root.Lang) == "da-DK"
        assert "Beslutning" in read_tags(pdf).text


def test_a_folder_gets_them_by_their_own_name_and_as_word_they_can_be_commented_in(demo_template, tmp_path):
    said = demo_template.run("minutes", "--group", "rg2", "--last", "--docx", "--json", "--out", tmp_path)
    (made,) = tmp_path.iterdir()
    assert said.json == {"file": str(made), "pages": None}
    assert made.suffix == ".docx"
    assert "referat" in made.name
    assert read_entries(open_word(made.read_bytes()))


def test_approved_minutes_come_out_clean_and_an_edition_can_be_asked_for(demo_template, tmp_path):
    out = tmp_path / "minutes.pdf"
    day = _an_approved_day(demo_template)
    wanted = ("--group", "rg2", "--date", day, "--document-language", "en", "--out", out)
    assert demo_template.run("minutes", *wanted).code == Exit.DONE
    with pikepdf.open(out) as pdf:
        assert "DRAFT" not in artifacts(pdf, 1)
        assert "Approved" in read_tags(pdf).text
    assert demo_template.run("minutes", *wanted, "--edition", 1).code == Exit.DONE
    refused = demo_template.run("minutes", *wanted, "--edition", 9)
    assert (refused.code, "no edition 9" in refused.err) == (Exit.REFUSED, True)


def _an_approved_day(demo):
    told = demo.run("meetings", "--group", "rg2", "--year", 2025, "--json").json
    return next(row["day"] for row in told if row["stage"] in {"approved", "closed"})


def test_there_is_no_annex_where_nothing_is_confidential_and_no_other_file_is_lost(demo_template, tmp_path):
    refused = demo_template.run("minutes", "--group", "rg2", "--last", "--annex", "--out", tmp_path)
    assert refused.code == Exit.REFUSED
    assert "no closed annex" in refused.err
    other = tmp_path / "noter.txt"
    other.write_bytes(b"noter")
    for more in ((), ("--docx",)):
        assert demo_template.run("minutes", "--group", "rg2", "--last", *more, "--out", other).code == Exit.REFUSED
    assert other.read_bytes() == b"noter"


@pytest.mark.parametrize("kind", ["invitation", "sign", "attendance"])
def test_lists_and_letters_are_written(demo_template, tmp_path, kind):
    said = demo_template.run("document", kind, "--group", "rg6", "--next", "--json", "--out", tmp_path)
    assert (said.code, said.err) == (Exit.DONE, "")
    (made,) = tmp_path.iterdir()
    with pikepdf.open(io.BytesIO(made.read_bytes())) as pdf:
        assert len(pdf.pages) == said.json["pages"]
        pages = "1 page" if len(pdf.pages) == 1 else f"{len(pdf.pages)} pages"
    told = demo_template.run("document", kind, "--group", "rg6", "--next", "--out", made)
    assert told.out == f"Made {made}: {pages}.\n"
