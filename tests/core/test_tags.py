"""The tagging layer: what a reader is told about our pages, whatever is split, repeated, linked or empty."""

import io
from datetime import UTC, datetime

import pikepdf
import pytest
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from referral_desk.reports.boxes import RULED, Grid, Lead, PageNumber, Row, panel
from referral_desk.reports.finish import finish
from referral_desk.reports.metadata import About
from referral_desk.reports.paragraphs import Para
from referral_desk.reports.style import BODY, CELL, HEADINGS
from referral_desk.reports.tags import Element, TagCanvas
from referral_desk.reports.words import Run
from tests.tag_reader import artifacts, read_tags


class Drawing:
    """A tiny document on small pages: add flowables to `story`, then look at it."""

    def __init__(self):
        self.root = Element("Document")
        self.story = []

    def para(self, text, style=BODY, tag="P", **more):
        self.story.append(Para(text, style, self.root.add(tag), **more))

    def made(self):
        out = io.BytesIO()
        canvas = TagCanvas(out, self.root, "da-DK")
        frame = Frame(20, 20, 260, 160, 0, 0, 0, 0)
        template = PageTemplate("page", [frame], pagesize=(300, 200))
        doc = BaseDocTemplate(out, pagesize=(300, 200), pageTemplates=[template])
        doc.build(self.story, canvasmaker=lambda *_, **__: canvas)
        about = About(
            "Title", "Author", "Subject", "da-DK", ("word",), datetime(2026, 1, 1, tzinfo=UTC), standards=True
        )
        return pikepdf.open(io.BytesIO(finish(out.getvalue(), canvas, about, {})))


@pytest.fixture
def drawing():
    return Drawing()


def rows_of(drawing, count, heads=1, text="cell"):
    table = drawing.root.add("Table")
    rows = []
    for number in range(count + heads):
        line = table.add("TR")
        head = number < heads
        word = f"head {number}" if head else f"{text} {number - heads}"
        owner = line.add("TH", scope="Column") if head else line.add("TD")
        rows.append(Row([[Para(word, CELL, owner)]], [None], RULED))
    return Grid(rows, heads=heads)


def test_a_row_of_a_few_lines_goes_whole_to_the_next_page(drawing):
    grid = rows_of(drawing, 2, heads=0, text="some words that go on over a few lines of a narrow cell")
    tall = grid.rows[0].wrap(90, 1000)[1]
    assert grid.split(90, tall - 12) == []
    first, rest = grid.split(90, tall + 12)
    assert first.rows == grid.rows[:1]
    assert rest.rows == grid.rows[1:]


def test_headings_and_paragraphs_are_told_apart(drawing):
    drawing.para("Hovedpunkt", HEADINGS[0], "H1")
    drawing.para("Brødtekst – æøå.")
    with drawing.made() as pdf:
        assert [(kid.tag, kid.text) for kid in read_tags(pdf).kids] == [("H1", "Hovedpunkt"), ("P", "Brødtekst – æøå.")]


def test_a_paragraph_split_over_pages_stays_one_element_with_its_words_apart(drawing):
    words = " ".join(f"ord{n}" for n in range(300))
    drawing.para(words)
    with drawing.made() as pdf:
        assert len(pdf.pages) > 1
        (kid,) = read_tags(pdf).kids
        assert kid.text == words


def test_a_table_split_over_pages_stays_one_table_and_its_repeated_head_is_furniture(drawing):
    drawing.story.append(rows_of(drawing, 20))
    with drawing.made() as pdf:
        assert len(pdf.pages) > 2
        (table,) = read_tags(pdf).kids
        assert [row.text.strip() for row in table.kids] == ["head 0", *(f"cell {n}" for n in range(20))]
        assert all("head 0" in artifacts(pdf, page) for page in range(2, len(pdf.pages) + 1))


def test_a_row_taller_than_a_page_is_split_and_stays_one_cell(drawing):
    drawing.story.append(rows_of(drawing, 1, text="word " * 400))
    with drawing.made() as pdf:
        (table,) = read_tags(pdf).kids
        assert table.kids[1].text.split() == [*("word " * 400).split(), "0"]


def test_a_panel_splits_when_it_must(drawing):
    drawing.story.append(panel([Para(f"line {n} " * 12, BODY, drawing.root.add("P")) for n in range(12)]))
    with drawing.made() as pdf:
        assert [kid.text.split()[1] for kid in read_tags(pdf).kids] == [str(n) for n in range(12)]


def test_a_heading_does_not_stay_behind_at_a_pages_end(drawing):
    for n in range(6):
        drawing.para(f"word {n} " * 14)
        drawing.para("Heading", HEADINGS[1], "H2")
        drawing.para(f"behind {n} " * 20)
    with drawing.made() as pdf:
        kids = read_tags(pdf).kids
        assert all(kid.page == kids[i + 1].page for i, kid in enumerate(kids) if kid.tag == "H2")


def test_no_line_of_a_paragraph_stands_alone_on_a_page(drawing):
    for n in range(9):
        drawing.para(" ".join(f"p{n}w{i}" for i in range(10 + 7 * n)))
    drawing.made().close()
    for flowable in drawing.story:
        flowable.wrap(260, 1000)
        for room in range(0, int(flowable.height), 7):
            parts = flowable.split(260, room)
            assert all(len(part._lines) >= 2 for part in parts)


def test_links_carry_words_and_lead_to_the_spot_also_ahead(drawing):
    link = drawing.root.add("P").add("Link")
    drawing.story.append(Para("Go there", BODY, link, link="there", says="Go to the other side"))
    drawing.para("between " * 200)
    drawing.para("There", HEADINGS[0], "H1", anchor="there")
    with drawing.made() as pdf:
        tree = read_tags(pdf)
        (found,) = tree.all("Link")
        assert found.text == "Go there"
        assert found.links == [next(tree.all("H1")).page]
        annotation = pdf.pages[0].Annots[0]
        assert str(annotation.Contents) == "Go to the other side"
        assert int(annotation.F) == 4


def test_a_row_can_lead_as_a_whole(drawing):
    line = drawing.root.add("Table").add("TR")
    link = line.add("TH", scope="Row").add("Link")
    row = Row([[Para("There", CELL, link)], [PageNumber("there", CELL, line.add("TD"))]], [None, 40])
    row.leads = Lead(link, "there", "Go there")
    drawing.story.append(row)
    drawing.para("There", HEADINGS[0], "H1", anchor="there")
    with drawing.made() as pdf:
        assert [node.text for node in read_tags(pdf).all("Link", "TD")] == ["There", "1"]
        assert float(pdf.pages[0].Annots[0].Rect[2]) == 280


def test_a_link_without_a_place_to_lead_to_is_left_out_but_its_words_stay(drawing):
    drawing.para("Nowhere", BODY, "Link", link="missing", says="Go")
    with drawing.made() as pdf:
        assert "/Annots" not in pdf.pages[0]
        assert read_tags(pdf).text.strip() == "Nowhere"


def test_elements_that_drew_nothing_are_left_out(drawing):
    drawing.root.add("Sect").add("P")
    drawing.para("Words")
    with drawing.made() as pdf:
        assert [kid.tag for kid in read_tags(pdf).kids] == ["P"]


def test_every_mark_of_every_page_has_its_parent(drawing):
    drawing.para("word " * 400)
    drawing.story.append(rows_of(drawing, 20))
    with drawing.made() as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        parents = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        for page in pdf.pages:
            marks = page.Contents.read_bytes().count(b"/MCID")
            assert len(parents[int(page.obj.StructParents)]) == marks
            assert page.obj.Tabs == pikepdf.Name.S


def test_raised_and_emphasised_words_are_one_sentence(drawing):
    drawing.para(
        [
            Run("The "),
            Run("group", bold=True),
            Run(" agrees"),
            Run("2", rise=1),
            Run(" to "),
            Run("it", italic=True),
            Run("."),
        ]
    )
    with drawing.made() as pdf:
        assert read_tags(pdf).text.strip() == "The group agrees2 to it."


def test_text_at_the_right_edge_ends_there(drawing):
    drawing.para("wide", CELL.but(align="right"))
    with drawing.made() as pdf:
        text = pdf.pages[0].Contents.read_bytes()
        x = float(text.split(b" Tm")[0].split()[-2])
        assert 230 < x < 260


def test_fonts_are_embedded_and_no_other_is_named(drawing):
    drawing.para([Run("plain "), Run("bold ", bold=True), Run("slanted", italic=True)])
    with drawing.made() as pdf:
        fonts = pdf.pages[0].Resources.Font.values()
        assert len(list(fonts)) >= 3
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
