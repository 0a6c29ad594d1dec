"""A brief as a Word file: real styles, nothing lost on the way through LibreOffice, the same bytes."""

import io
import re

import docx
import pypdfium2
import pytest

from referral_desk.exchange.word_brief import brief_docx
from tests.core.test_word import all_text
from tests.libreoffice import reopened
from tests.papers_builders import a_brief, a_draft


def opened(data):
    return docx.Document(io.BytesIO(data))


@pytest.mark.parametrize(("language", "tag"), [("da", "da-DK"), ("en", "en-GB")])
def test_it_has_real_headings_lists_table_heads_a_title_and_its_language(language, tag):
    document = opened(brief_docx(a_brief(language)))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Subtitle", "Heading 1", "Body Text", "List Bullet", "List Number"} <= styles
    assert all(table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader") for table in document.tables)
    assert document.styles.element.xpath("./w:docDefaults//w:lang/@w:val") == [tag]
    assert (document.core_properties.language, document.core_properties.subject) == (tag, a_brief().title)
    assert not document.settings.element.xpath("./w:trackRevisions")


def test_what_is_asked_comes_first_and_a_draft_says_so():
    document = opened(brief_docx(a_brief("en")))
    text = all_text(document)
    order = (
        "A decision is asked of",
        "at ordningen evalueres",
        "Der går 19 dage",
        "Sagerne falder",
        "four",
        "Enclosures",
        "9c9c",
        "4f4f",
    )
    places = [text.index(part) for part in order if part in text]
    assert places == sorted(places)
    assert document.sections[0].header.paragraphs[0].text.endswith("Internal")
    draft = opened(brief_docx(a_draft("en")))
    assert draft.sections[0].header.paragraphs[0].text.endswith("Draft · Internal")
    assert "not sent yet" in all_text(draft)


def test_the_same_brief_gives_the_same_file_and_no_sign_breaks_it():
    assert brief_docx(a_brief()) == brief_docx(a_brief())
    assert "Før og efter" in all_text(opened(brief_docx(a_brief(tried="Før\x00 og\x0b efter"))))


@pytest.fixture(scope="module")
def through_libreoffice(tmp_path_factory):
    """A brief as LibreOffice gives it back: as a Word file, and as PDF."""
    return reopened(tmp_path_factory.mktemp("word"), brief_docx(a_brief()))


def test_libreoffice_opens_it_and_saves_it_without_loss(through_libreoffice):
    theirs, ours = opened(through_libreoffice[0]), opened(brief_docx(a_brief()))

    def lines(document):
        return [text for text in all_text(document).split("\n") if text]

    assert lines(theirs) == lines(ours)
    assert len(theirs.tables) == len(ours.tables)
    headings = [one.text for one in ours.paragraphs if one.style.name.startswith("Heading")]
    assert headings == [one.text for one in theirs.paragraphs if one.style.name.startswith("Heading")]
    assert all(table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader") for table in theirs.tables)


def test_libreoffice_prints_every_word_of_it(through_libreoffice):
    document = pypdfium2.PdfDocument(through_libreoffice[1])
    printed = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    words = set(re.findall(r"\w{4,}", all_text(opened(brief_docx(a_brief())))))
    letters = re.sub(r"\W", "", printed)
    assert [word for word in words if word not in letters] == []


def test_a_title_may_be_longer_than_word_keeps_of_a_property():
    title = "Ventetid på sikre pladser " * 20
    document = opened(brief_docx(a_brief(title=title.strip())))
    assert title.strip() in [paragraph.text for paragraph in document.paragraphs]
    assert document.core_properties.subject == title[:255]
