"""The pack as a whole: what stands where, what leads where, and that it always comes out, the same every time."""

import dataclasses
import hashlib
import io
import re
from pathlib import Path

import pikepdf
import pytest

from referral_desk.queries.packs import PackContent
from referral_desk.reports.pack import build, make
from tests.elsewhere import told_elsewhere
from tests.pack_builders import a_pack, a_paper, a_picture, a_stranger, an_item, stored
from tests.tag_reader import artifacts, read_tags

ROOT = Path(__file__).resolve().parents[2]
TEXT, LONG = b"Words of a paper.\n", ("Words that go on and on. " * 900).encode()
STRANGER, PICTURE, BROKEN = a_stranger(3), a_picture(), b"%PDF-1.7 and nothing more"
PAPERS = stored(TEXT, LONG, STRANGER, PICTURE, BROKEN)


def full_pack(**changes) -> PackContent:
    return a_pack(
        an_item(1),
        an_item(2, a_paper("2.1", LONG), a_paper("2.2", STRANGER, "pdf"), a_paper("2.3", PICTURE, "image", new=True)),
        an_item(3, a_paper("3.1", BROKEN, "pdf"), a_paper("3.2", TEXT)),
        an_item(4, recommendation=("that one thing is done,", "that another is not.")),
        **changes,
    )


@pytest.fixture(scope="module")
def made():
    return make(full_pack(), PAPERS)


@pytest.fixture
def pdf(made):
    with pikepdf.open(io.BytesIO(made.pdf)) as opened:
        yield opened


@pytest.fixture
def tree(pdf):
    return read_tags(pdf)


def text_of(tree, page):
    """All tagged text that begins on a page."""
    return "\n".join(node.text for node in tree.all() if node.page == page and not node.kids)


def test_the_agenda_tells_time_purpose_and_page_and_leads_there(tree):
    agenda = next(node for node in tree.all("Table") if "Subject number 1" in node.text and node.page == 1)
    for row in list(agenda.all("TR"))[1:]:
        number, title, purpose, hour, page = (cell.text.strip() for cell in row.kids)
        assert title == f"Subject number {number}"
        assert purpose
        assert hour == f"9.{5 * int(number):02}"
        (link,) = row.all("Link")
        assert link.links == [int(page)]
        heading = next(node for node in tree.all("H2") if title in node.text)
        assert heading.page == int(page)
        assert heading.text.split()[0] == number


def test_the_contents_give_the_true_page_of_every_item_and_paper(tree, made):
    lines = {}
    for line in tree.all("TOCI"):
        (link,) = line.all("Link")
        words = link.text.split()
        assert link.links == [int(words[-1])]
        lines[words[0]] = int(words[-1])
    for number, _, first, _, _ in made.papers:
        assert lines[number] == first
    assert {"1", "2", "3", "4", "2.1", "2.2", "2.3", "3.1", "3.2"} <= set(lines)


def test_every_paper_stands_behind_its_item_in_order(tree, made):
    starts = {node.text.split()[0]: node.page for node in tree.all("H2") if node.text.split()[0].isdigit()}
    last = 0
    for number, _, first, pages, _ in made.papers:
        assert first > last
        assert first > starts[number.split(".")[0]]
        later = [page for item, page in starts.items() if int(item) > int(number.split(".")[0])]
        assert all(page > first + pages - 1 for page in later)
        last = first + pages - 1


def test_every_page_of_a_paper_has_its_strip_and_leads_back_to_its_item(pdf, tree, made):
    home = {node.text.split()[0]: node.page for node in tree.all("H2") if node.text.split()[0].isdigit()}
    for number, _, first, pages, _ in made.papers:
        for page in range(first, first + pages):
            assert f"side {page - first + 1} af {pages}" in artifacts(pdf, page).replace("page", "side").replace(
                "of", "af"
            )
            backs = [
                str(link.Contents) for link in pdf.pages[page - 1].Annots if number.split(".")[0] in str(link.Contents)
            ]
            assert backs
            assert pdf.pages[page - 1].Annots[0].Dest[0].objgen == pdf.pages[home[number.split(".")[0]] - 1].obj.objgen


def test_an_item_leads_to_each_of_its_papers(tree, made):
    listed = {}
    for item in tree.all("LI"):
        for link in item.all("Link"):
            listed[item.kids[0].text.strip()] = link.links
    assert listed == {number: [first] for number, _, first, _, _ in made.papers}


def test_every_page_tells_its_number_of_all_pages(pdf, made):
    assert len(pdf.pages) == made.pages
    for page in range(1, made.pages + 1):
        assert f"/ {made.pages}{page}" in artifacts(pdf, page)


def test_members_are_listed_as_the_record_gives_them(tree):
    (table,) = (node for node in tree.all("Table") if "Medlem 0" in node.text and node.page > 1)
    rows = [[cell.text.strip() for cell in row.kids] for row in table.all("TR")][1:]
    assert rows == [[f"Medlem {i}", f"Organisation {i}", "Kommune", "Medlem"] for i in range(3)]


def test_an_item_has_its_blocks_in_the_danish_order(tree):
    section = next(node for node in tree.kids if node.kids[0].text.startswith("2 Subject"))
    text = " ".join(node.text for node in section.kids if node.tag != "Sect")
    order = [text.index(part) for part in ("What item 2", "that the group agrees to 2", "How item 2 came", "Paper 2.1")]
    assert order == sorted(order)


def test_the_outline_names_items_and_below_them_their_papers(pdf):
    with pdf.open_outline() as outline:
        lines = {line.title: [kid.title for kid in line.children] for line in outline.root}
    assert lines["2  Subject number 2"] == ["2.1  Paper 2.1", "2.2  Paper 2.2", "2.3  Paper 2.3"]
    assert lines["4  Subject number 4"] == []


def test_the_file_tells_title_author_language_and_keywords(pdf):
    assert str(pdf.Root.Lang) == "da-DK"
    assert "Regional referencegruppe 2" in str(pdf.docinfo["/Title"])
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == str(pdf.docinfo["/Title"])
        assert metadata["dc:creator"] == ["Regional referencegruppe 2"]
        assert "26. november 2026" in metadata["pdf:Keywords"]
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_a_paper_that_cannot_be_read_is_named_with_its_reason_and_the_pack_is_whole(pdf, tree, made):
    number, _, first, pages, sentence = next(paper for paper in made.papers if paper[4])
    assert (number, pages) == ("3.1", 1)
    page = text_of(tree, first)
    assert "Paper 3.1" in page
    assert "paper-3.1.pdf" in page
    assert sentence in page.replace("\n", " ")
    assert "Words of a paper." in text_of(tree, first + 1)
    assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize(
    ("paper", "reason"),
    [
        (a_paper("1.1", None, "pdf"), "not found"),
        (a_paper("1.1", TEXT, "other"), "kind of file"),
        (a_paper("1.1", b"", "pdf"), "empty"),
        (a_paper("1.1", b"%PDF-1.4\n\0\0", "pdf"), "damaged"),
        (a_paper("1.1", b"\x89PNG\r\n\x1a\n cut", "image"), "damaged"),
        (a_paper("1.1", TEXT, "image"), "damaged"),
        (a_paper("1.1", TEXT, problem="The sender withdrew it."), "withdrew"),
    ],
)
def test_whatever_is_wrong_with_a_paper_becomes_a_page_that_says_so(paper, reason):
    pack = make(
        a_pack(an_item(1, paper), language="en"), stored(TEXT, b"", b"%PDF-1.4\n\0\0", b"\x89PNG\r\n\x1a\n cut")
    )
    assert reason in pack.papers[0][4]
    assert pack.papers[0][3] == 1


def test_a_locked_paper_is_refused_for_its_password():
    with pikepdf.open(io.BytesIO(STRANGER)) as pdf:
        out = io.BytesIO()
        pdf.save(out, encryption=pikepdf.Encryption(user="a", owner="b"))
    pack = make(a_pack(an_item(1, a_paper("1.1", out.getvalue(), "pdf")), language="en"), stored(out.getvalue()))
    assert "password" in pack.papers[0][4]


def test_a_picture_that_unfolds_to_a_giant_is_refused():
    out = io.BytesIO()
    from PIL import Image  # noqa: PLC0415

    Image.new("1", (9000, 9000)).save(out, "PNG")
    pack = make(a_pack(an_item(1, a_paper("1.1", out.getvalue(), "image")), language="en"), stored(out.getvalue()))
    assert "too large" in pack.papers[0][4]


def test_the_same_content_gives_the_same_bytes_here_and_in_another_process(made):
    assert build(full_pack(), dict(reversed(PAPERS.items()))) == made.pdf
    program = (
        "import hashlib; from tests.core.test_pack import *; "
        "print(hashlib.sha256(build(full_pack(), PAPERS)).hexdigest())"
    )
    assert told_elsewhere(program) == hashlib.sha256(made.pdf).hexdigest()


def test_another_issue_gives_other_bytes():
    pack = a_pack(an_item(1))
    assert build(pack, {}) != build(dataclasses.replace(pack, issue=3), {})


def test_a_pack_without_items_and_members_is_one_page():
    assert make(a_pack(members=0), {}).pages == 1


@pytest.mark.parametrize("language", ["da", "en"])
def test_times_and_dates_are_written_as_the_language_does(language):
    with pikepdf.open(io.BytesIO(build(a_pack(an_item(1), language=language), {}))) as opened:
        cover = text_of(read_tags(opened), 1)
    wanted = {"da": "Torsdag den 26. november 2026 kl. 9.00–12.00", "en": "Thursday 26 November 2026, 09:00–12:00"}
    assert wanted[language] in cover.replace("\n", " ")


def test_many_items_and_long_names_flow_over_as_many_pages_as_they_need():
    title = "Orientering om arbejdet med menneskehandel til tvangsarbejde i rengøring, gartnerier og byggeri " * 3
    items = [an_item(n, a_paper(f"{n}.1", TEXT, title=title), title=title, starts_at=None) for n in range(1, 31)]
    pack = make(a_pack(*items, members=60, group="Den nationale referencegruppe mod menneskehandel " * 3), stored(TEXT))
    assert not any(paper[4] for paper in pack.papers)
    with pikepdf.open(io.BytesIO(pack.pdf)) as opened:
        tree = read_tags(opened)
        members = next(node for node in tree.all("Table") if "Medlem 59" in node.text)
        assert len(list(members.all("TR"))) == 61


def test_progress_climbs_to_its_end():
    told = []
    make(full_pack(), PAPERS, lambda done, total, key: told.append((done / total, key)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert all(re.match(r"[A-Z]", key) for _, key in told)
