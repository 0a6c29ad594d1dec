"""A text paper on its pages: all its words are there once and in order, and nothing that a text holds can stop it."""

import io
import re
import unicodedata
from collections import Counter

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referral_desk.reports.pack import build, make
from referral_desk.reports.words import visible
from tests.core.test_typeset_reading import TEXTS, bare
from tests.pack_builders import a_pack, a_paper, an_item, stored
from tests.seeds import FILES, needs_seeds, read, straightened
from tests.tag_reader import Node, read_tags


def packed(text):
    data = text.encode("utf-8", errors="replace")
    return build(a_pack(an_item(1, a_paper("1.1", data)), members=0), stored(data))


def paper_of(pdf):
    """The section of the only paper."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        item = [node for node in read_tags(opened).kids if node.tag == "Sect"][-1]
        return [node for node in item.kids if node.tag == "Sect"][-1], len(opened.pages)


def said(section: Node):
    """The paper's own words: without the strip's heading before and the links back behind."""
    return "".join(
        kid.text for kid in section.kids[1:] if not (kid.tag == "P" and kid.kids and kid.kids[0].tag == "Link")
    )


@settings(max_examples=40)
@given(TEXTS.filter(lambda text: visible(text.encode("utf-8", errors="replace").decode()).strip()))
def test_every_sign_of_any_text_is_on_the_pages_in_order(text):
    text = text.encode("utf-8", errors="replace").decode()
    shown = re.sub(r"‹U\+[0-9A-F]{4,6}›", "", said(paper_of(packed(text))[0]))
    # What has no shape of its own is shown by its number; all else must be readable.
    assert bare(shown) == "".join(c for c in bare(text) if readable(c))


def readable(sign):
    return unicodedata.category(sign) not in {"Cc", "Co", "Cn"}


def test_words_stand_apart_from_line_to_line_and_page_to_page():
    words = [f"ord{n}" for n in range(4000)]
    section, pages = paper_of(packed(" ".join(words)))
    assert said(section).split() == words
    assert pages > 8


def test_a_paragraph_over_several_pages_is_one_paragraph():
    section, _ = paper_of(packed("og så videre " * 2500))
    assert [kid.tag for kid in section.kids].count("P") == 2  # the text, and the links back


@settings(max_examples=25)
@given(st.text(st.characters(categories=["L", "N"], max_codepoint=0x24F), min_size=90, max_size=1500))
def test_a_word_of_any_length_is_cut_to_lines_and_read_as_one_word(word):
    section, _ = paper_of(packed(f"before {word} after"))
    assert bare(said(section)) == bare(f"before{word}after")


def test_a_long_address_is_cut_where_it_is_natural_and_read_whole():
    address = "https://example.org/" + "/".join(f"a-part-of-the-way-{n}" for n in range(30))
    section, _ = paper_of(packed(f"See {address} and more."))
    assert said(section).split() == ["See", address, "and", "more."]


def test_signs_without_a_glyph_are_shown_by_their_number_and_read_as_themselves():
    pdf = packed("Navn: 王小明 og \u2011 \x07 slut")
    assert "王小明 og \u2011 ‹U+0007› slut" in said(paper_of(pdf)[0])
    assert "‹U+738B›" in drawn_text(pdf)


def drawn_text(pdf):
    """What is drawn, without what is said for it."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            data = page.Contents.read_bytes()
            page.Contents = opened.make_stream(re.sub(rb"/ActualText <[0-9A-F]+>", b"", data))
        out = io.BytesIO()
        opened.save(out)
    document = pypdfium2.PdfDocument(out.getvalue())
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


def test_a_form_feed_begins_a_new_page():
    _, pages = paper_of(packed("one\f\ftwo\fthree\f"))
    assert pages == 2 + 3  # cover, item, then a page for each word


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_danish_letters_are_read_in_every_usual_encoding(encoding):
    data = "Blåbærgrød – på øen".encode(encoding)
    pdf = build(a_pack(an_item(1, a_paper("1.1", data)), members=0), stored(data))
    assert "Blåbærgrød – på øen" in said(paper_of(pdf)[0])


def test_an_empty_text_makes_a_notice_and_not_an_empty_page():
    made = make(a_pack(an_item(1, a_paper("1.1", b" \n\n "))), stored(b" \n\n "))
    assert made.papers[0][4]


def test_lists_tables_and_notes_are_tagged_as_what_they_are():
    lists, table = "- one\n- two\n  - inner\n", "| Year | Persons |\n|---|---|\n| 2016 | 121 |\n"
    text = f"Talks¹ go on.\n\n{lists}\n{table}\n1 See COWI: a report.\n"
    section, _ = paper_of(packed(text))
    (outer,) = [kid for kid in section.kids if kid.tag == "L"]
    assert [kid.tag for kid in outer.kids] == ["LI", "LI"]
    assert [kid.tag for kid in outer.kids[1].kids] == ["Lbl", "LBody"]
    assert next(outer.kids[1].all("L")).text.strip() == "–\ninner"
    (table,) = section.all("Table")
    assert [node.text.strip() for node in table.all("TH")] == ["Year", "Persons"]
    assert {node.scope for node in table.all("TH")} == {"Column"}
    assert [node.text.strip() for node in table.all("TD")] == ["2016", "121"]
    assert len(list(section.all("Note"))) == 1


@needs_seeds
@pytest.mark.parametrize("name", [path.name for path in FILES])
def test_the_seed_documents_keep_every_word(name):
    text = read(name)
    pdf = packed(text)
    section, pages = paper_of(pdf)
    assert bare(said(section)) == bare(straightened(name))
    headings = [node for node in section.all() if re.fullmatch(r"H[1-6]", node.tag)]
    assert len(headings) > 3
    document = pypdfium2.PdfDocument(pdf)
    extracted = "\n".join(document[page].get_textpage().get_text_range() for page in range(2, pages))
    document.close()
    wanted, found = (re.findall(r"\w+", re.sub(r"</?\w+>", "", one)) for one in (text, extracted))
    # An ordinary reader's extraction finds each word as often as it is in the text; strip and foot come on top.
    assert not Counter(wanted) - Counter(found)


@pytest.mark.parametrize("text", ["===", "---\n\n---", "\f---\f", "|", "#", "**"])
def test_a_text_of_marks_alone_still_has_its_page(text):
    section, pages = paper_of(packed(text))
    assert pages == 3
    assert said(section).strip()


def test_a_heading_before_a_long_paragraph_does_not_leave_half_a_page_empty():
    paragraph = " ".join(["Gruppen drøftede tolkning og ventetid i aftentimerne."] * 75)
    text = "\n\n".join(part for n in range(1, 9) for part in (f"# Afsnit {n}", paragraph))
    document = pypdfium2.PdfDocument(packed(text))
    words = [len(page.get_textpage().get_text_bounded().split()) for page in document]
    assert min(words[2:-1]) > 0.8 * max(words)
