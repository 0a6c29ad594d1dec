"""A row of the list of papers that a page's end splits still leads to its paper, from both pages."""

import io
from collections import Counter

import pikepdf
import pytest

from referral_desk.reports.pack import build
from tests.journeys.reading import links
from tests.pack_builders import a_pack, a_paper, an_item, stored
from tests.verapdf import failures

TITLE = "A paper whose long title takes several lines in the list of papers, as titles of real papers do now and then"
REMOVED = ("Hidden details such as author and program", "Comments and notes", "Programs", "Files inside the file")


@pytest.fixture(scope="module")
def pack():
    contents = [f"Text {number}.".encode() for number in range(1, 31)]
    papers = [
        a_paper(f"1.{number}", content, title=TITLE, removed=REMOVED[: 1 + number % 4])
        for number, content in enumerate(contents, 1)
    ]
    return build(a_pack(an_item(1, *papers), members=0), stored(*contents))


def test_every_paper_is_led_to_from_the_items_pages(pack):
    with pikepdf.open(io.BytesIO(pack)) as pdf:
        count = len(pdf.pages)
        lists = [page for number in range(1, count + 1) for page in links(pdf, number)]
    times = Counter(lists)
    assert all(times[page] >= 2 for page in range(count - 29, count + 1)), "from the contents and from the item"
    assert any(times[page] == 3 for page in range(count - 29, count + 1)), "a row was split, and both parts lead"


def test_a_split_row_keeps_the_standard(pack):
    assert failures(pack, "ua1") == {}
