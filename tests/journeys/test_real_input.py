"""The main job on real input: five real documents and odd PDFs go to a meeting's items and come out as one pack."""

import functools
import io
import re
import time
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from referral_desk.demo.make import COORDINATOR
from referral_desk.guard.personal_data.papers import scan_paper
from referral_desk.headless.choosing import meeting_id
from referral_desk.headless.exit_codes import Exit
from referral_desk.operations.kept_finds import keep_find
from referral_desk.queries.pack_issues import pack_check
from referral_desk.queries.pack_leaks import papers_to_look_through
from referral_desk.sitting import sit_down
from tests import seeds
from tests.demo_desk import DemoDesk
from tests.journeys.reading import Page, bookmarks, links, pages_of, words_of_pages, words_of_text
from tests.tag_reader import Node, read_tags

ODD = seeds.FOLDER.parent / "papers"
# The item that each seed goes to, in the order of their names.
SEED_ITEMS = (3, 4, 6, 7, 8)
ODD_ITEM = 5
# Ordinary, annotated, rotated, encrypted without a password, with boxes off the origin, with small and big pages, with
# forms, with many pages of three files, with actions behind its bookmarks.
USABLE = (
    "good.pdf",
    "11-pages.pdf",
    "annotations.pdf",
    "annotations-rotated-270.pdf",
    "enc-R3,V2,O=master.pdf",
    "boxes2.pdf",
    "fxo-smallbig.pdf",
    "test80a2.pdf",
    "need-appearances.pdf",
    "three-files-2,3,4-collate-out.pdf",
    "outlines-with-actions.pdf",
)
# Locked with a password that nobody knows, only named like a PDF, broken beyond repair.
UNUSABLE = ("enc-XI-R6,V5,U=wwwww,O=wwwww.pdf", "bad1.pdf", "issue-141a.pdf")
# What stands as a heading in each seed: read in the sources, a few of every level.
HEADINGS = (
    (
        "Preface",
        "DANISH LEGISLATION",
        "1. Hotline",
        "4. Shelters, crisis centers and support during their stay",
        "NATO",
    ),
    (
        "Contents",
        "Preface",
        "Introduction",
        "Outreach and confidence-building work",
        "Fact box: International obligations",
    ),
    ("1. GENERAL INFORMATION", "Reflection period", "National Referral Mechanism", "6. RESOURCES"),
    (
        "Introduction",
        "Background and initiatives",
        "4. Mid-term evaluation of the Danish Centre against Human Trafficking",
    ),
    ("RELEVANT LEGISLATION", "3. NATIONAL ACTION PLAN", "PREVENTION", "5. RELEVANT REPORTS", "Government agencies"),
)
# Sentences into which the first seed's pages put a number or a footnote.
TORN = (
    "as part of its knowledge gathering and experi-ence exchange, shall establish",
    "The work group—which up to this point has consisted of",
    "guidelines have therefore been drawn up for processing their applications. Thus",
)


@dataclass(frozen=True)
class Journey:
    """What came out: the pack, what the front end said, and the items' and papers' places."""

    pdf: bytes
    told: dict
    attached: dict[str, dict]
    seconds: float

    @functools.cached_property
    def pages(self) -> list[Page]:
        return pages_of(self.pdf)

    @functools.cached_property
    def tags(self) -> Node:
        with pikepdf.open(io.BytesIO(self.pdf)) as opened:
            return read_tags(opened)

    def place(self, file: str) -> tuple[int, int]:
        """The first page (from 1) and the number of pages of an attached file."""
        number = self.attached[file]["paper"]
        paper = next(paper for paper in self.told["papers"] if paper["number"] == number)
        return paper["first_page"], paper["pages"]

    def of(self, file: str) -> list[Page]:
        first, count = self.place(file)
        return self.pages[first - 1 : first - 1 + count]

    def section(self, file: str) -> Node:
        """The structure of a paper."""
        number = self.attached[file]["paper"]
        return next(
            node
            for node in self.tags.all("Sect")
            if node.kids and re.search(rf"· Bilag {re.escape(number)} ", node.kids[0].words)
        )


def keep_finds(demo):
    """Keep all that the leak alarm finds in the papers: they are public."""
    with demo.opened() as file:
        desk = sit_down(file.database, COORDINATOR)
        national = desk.ask(meeting_id, code="national", day=None, today=desk.today)
        wanted = desk.ask(papers_to_look_through, meeting_id=national)
        looks = {sha256: scan_paper(content, name, ordinary=wanted.ordinary) for sha256, name, content in wanted.papers}
        for leak in desk.ask(pack_check, meeting_id=national, looks=looks).leaks:
            kind, subject = leak.subject
            desk.do(
                keep_find,
                subject_kind=kind,
                subject_id=subject,
                field=leak.field,
                kind=leak.find.kind,
                words=leak.find.words,
                reason="Offentligt dokument",
            )


@pytest.fixture(scope="module")
def journey(demo_template, tmp_path_factory):
    if not seeds.FILES or not ODD.is_dir():
        pytest.skip("the seed documents and odd papers are not beside this clone")
    desk: DemoDesk = demo_template.copy(tmp_path_factory.mktemp("journey") / "desk")
    start = time.monotonic()
    attached = {}
    for item, file in zip(SEED_ITEMS, seeds.FILES, strict=True):
        said = desk.attach(item, file)
        assert said.code == Exit.DONE
        attached |= {paper["file"]: paper for paper in said.json["papers"]}
    said = desk.attach(ODD_ITEM, *(ODD / name for name in (*USABLE, *UNUSABLE)))
    assert said.code == Exit.DONE_WITH_REMARKS
    attached |= {paper["file"]: paper for paper in said.json["papers"]}
    out: Path = desk.folder / "pack.pdf"
    assert desk.pack(out).code == Exit.REFUSED, "the documents name telephones of offices"
    keep_finds(desk)
    said = desk.pack(out)
    assert said.code == Exit.DONE_WITH_REMARKS
    return Journey(out.read_bytes(), said.json, attached, time.monotonic() - start)


def test_the_pack_has_over_eighty_pages_and_does_not_take_long(journey, record_property):
    record_property("seconds", round(journey.seconds, 1))
    assert len(journey.pages) == journey.told["pages"] > 80
    assert journey.seconds < 60, "somebody waits for it"


def test_every_document_has_its_place_in_order_and_its_strip_on_every_page(journey):
    numbers = [paper["number"] for paper in journey.told["papers"]]
    assert numbers == sorted(numbers, key=lambda number: [int(part) for part in number.split(".")])
    for file, paper in journey.attached.items():
        item, _, _ = paper["paper"].partition(".")
        pages = journey.of(file)
        for count, page in enumerate(pages, 1):
            assert page.head.startswith(f"Punkt {item} · Bilag {paper['paper']} "), file
            assert f"side {count} af {len(pages)} · Intern" in page.head, file
    # No page is left over: what lies between the papers are the pages of the pack itself.
    assert all(first > 1 for first in (journey.place(file)[0] for file in journey.attached))


def test_bookmarks_lead_to_every_item_and_paper(journey):
    marks = bookmarks(journey.pdf)
    assert [page for _, _, page in marks] == sorted(page for _, _, page in marks)
    below = [(title, page) for level, title, page in marks if level == 1]
    papers = {title.split("  ")[0]: page for title, page in below if title[0].isdigit()}
    assert papers == {paper["number"]: paper["first_page"] for paper in journey.told["papers"]}
    # The minutes that the group approves are papers of the pack itself: they come first, before any paper of an item.
    [(minutes, page)] = [mark for mark in below if not mark[0][0].isdigit()]
    assert minutes == "Referat af mødet den 29. september 2026"
    assert page < min(papers.values())
    assert minutes in journey.pages[page - 1].body
    assert [title.split("  ")[0] for level, title, _ in marks if level == 0 and title[0].isdigit()] == list("123456789")


def test_links_lead_from_item_to_paper_and_back(journey):
    items = {title.split("  ")[0]: page for level, title, page in bookmarks(journey.pdf) if level == 0}
    with pikepdf.open(io.BytesIO(journey.pdf)) as pdf:
        for file, paper in journey.attached.items():
            first, _ = journey.place(file)
            home = items[paper["paper"].split(".")[0]]
            lists = {page for number in range(home, home + 2) for page in links(pdf, number)}
            assert first in lists, file
            assert home in links(pdf, first), file


@pytest.mark.parametrize("place", range(5))
def test_the_words_of_a_seed_are_all_there_once_and_in_order(journey, place):
    file = seeds.FILES[place].name
    assert words_of_pages(journey.of(file)) == words_of_text(seeds.straightened(file))


@pytest.mark.parametrize("place", range(5))
def test_the_headings_of_a_seed_are_headings_in_the_structure(journey, place):
    section = journey.section(seeds.FILES[place].name)
    found = {" ".join(node.words.split()) for node in section.all("H4", "H5", "H6")}
    assert set(HEADINGS[place]) <= found
    # And what is a sentence is no heading.
    assert not [heading for heading in found if heading.endswith(".") or len(heading) > 120]


def test_no_page_furniture_stands_inside_a_sentence(journey):
    section = journey.section(seeds.FILES[0].name)
    paragraphs = [" ".join(node.words.split()) for node in section.all("P", "LBody")]
    for sentence in TORN:
        assert any(sentence in paragraph for paragraph in paragraphs), sentence
    assert {str(number) for number in (9, 10)} <= set(paragraphs), "the numbers are kept, by themselves"


def test_lists_tables_and_notes_of_the_seeds_are_what_they_are(journey):
    first, second = (journey.section(file.name) for file in seeds.FILES[:2])
    assert len(list(first.all("LI"))) > 30
    (contents,) = second.all("Table")
    rows = [[" ".join(cell.words.split()) for cell in row.kids] for row in contents.all("TR")]
    assert rows[0] == ["Preface", "5"]
    assert rows[-1] == ["Overview of public players involved in coordination and operational efforts", "22"]
    assert len(rows) == 16
    assert len(list(second.all("Note"))) >= 4


@pytest.mark.parametrize("name", USABLE)
def test_every_page_of_an_odd_paper_is_there_with_its_words(journey, name):
    password = None
    with pypdfium2.PdfDocument(ODD / name, password=password) as source:
        wanted = [page.get_textpage().get_text_range().split() for page in source]
    pages = journey.of(name)
    assert len(pages) == len(wanted)
    for page, words in zip(pages, wanted, strict=True):
        # Letters only: a turned page may be read in another order, but none of its letters may be missing.
        assert not missing("".join(words), page.head + page.body)


def missing(wanted, found):
    """The letters of a text, with how often, that another text does not have."""
    from collections import Counter  # noqa: PLC0415

    return Counter(wanted) - Counter(found)


@pytest.mark.parametrize("name", UNUSABLE)
def test_an_unusable_paper_stands_as_a_page_that_says_so(journey, name):
    paper = journey.attached[name]
    assert paper["attached"]
    assert name in paper["problem"]
    (page,) = journey.of(name)
    problem = next(one for one in journey.told["problems"] if one["number"] == paper["paper"])
    assert problem["file_name"] == name
    assert "".join(problem["sentence"].split()) in "".join(page.body.split())
    assert len(journey.told["problems"]) == len(UNUSABLE)


def test_the_file_is_sound(journey):
    with pikepdf.open(io.BytesIO(journey.pdf)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert not pdf.is_encrypted
        assert "/JavaScript" not in pdf.Root.get("/Names", {})
        assert "/OpenAction" not in pdf.Root or pdf.Root.OpenAction.get("/S") == "/GoTo"
        assert all(page.obj.get("/AA") is None for page in pdf.pages)
