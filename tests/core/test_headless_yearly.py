"""The command `yearly`: the contribution to the status report, with what the window keeps back kept back too."""

import datetime as dt

import pikepdf
import pytest

from referral_desk.headless.exit_codes import Exit
from referral_desk.queries.yearly import yearly
from tests.tag_reader import artifacts, read_tags

TODAY = dt.date(2026, 11, 20)
ENGLISH = ("--document-language", "en")


def test_the_contribution_is_written_and_told_and_holds_no_small_figure_about_cases(demo_template, tmp_path):
    out = tmp_path / "bidrag.pdf"
    said = demo_template.run("yearly", 2026, "--out", out, *ENGLISH)
    with pikepdf.open(out) as pdf:
        tree, pages = read_tags(pdf), len(pdf.pages)
        assert "Internal" in artifacts(pdf, 1)
    assert (said.code, said.out, said.err) == (Exit.DONE, f"Made {out}: {pages} pages.\n", "")
    with demo_template.opened() as file, file.database.read() as session:
        shown = yearly(session, year=2026, day=TODAY, language="en")
    tables = [[[cell.text for cell in row.kids] for row in table.all("TR")] for table in tree.all("Table")]
    (kinds,) = [table for table in tables if table[-1][0] == "All groups" and table[0][-1] == "All"]
    assert [row[1:] for row in kinds[1:-1]] == [
        [*cells, whole] for cells, whole in zip(shown.cases.table.cells, shown.cases.table.rows, strict=True)
    ]
    figures = [text for row in kinds[1:] for text in row[1:]]
    assert not {"1", "2", "3", "4"} & set(figures)
    assert "1–4" in figures, "the demo desk has some"


def test_a_folder_gets_it_by_its_own_name_and_json_tells_it(demo_template, tmp_path):
    said = demo_template.run("yearly", 2025, "--plan", "ap5", "--json", "--out", tmp_path)
    (made,) = tmp_path.iterdir()
    assert said.code == Exit.DONE
    assert said.json["file"] == str(made)
    assert said.json["pages"] >= 3
    assert made.name == "2025 bidrag til den årlige statusrapport Intern.pdf"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((2027,), "2027 is still to come: choose a year that has begun.\n"),
        ((2026, "--plan", "AP77"), "There is no such action plan on this desk: choose one from the list.\n"),
    ],
)
def test_a_year_to_come_and_an_unknown_plan_are_refused(demo_template, tmp_path, words, sentence):
    said = demo_template.run("yearly", *words, "--out", tmp_path / "bidrag.pdf")
    assert (said.code, said.out, said.err) == (Exit.REFUSED, "", sentence)
    assert list(tmp_path.iterdir()) == []


def test_no_other_file_is_lost_and_a_folder_must_be_there(demo_template, tmp_path):
    (tmp_path / "noter.txt").write_text("Ikke en PDF.", encoding="utf-8")
    assert demo_template.run("yearly", 2026, "--out", tmp_path / "noter.txt").code == Exit.REFUSED
    assert demo_template.run("yearly", 2026, "--out", tmp_path / "væk" / "x.pdf").code == Exit.UNAVAILABLE
    assert demo_template.run("yearly", "i år", "--out", tmp_path / "x.pdf").code == Exit.USAGE
    assert [one.name for one in tmp_path.iterdir()] == ["noter.txt"]
