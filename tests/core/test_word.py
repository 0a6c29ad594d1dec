"""Draft minutes as a Word file: real styles, entries found again, nothing lost on the way through LibreOffice."""

import io
import re
import zipfile

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from referral_desk.errors import Invalid
from referral_desk.exchange.word import minutes_docx
from referral_desk.exchange.word_reading import beside, open_word, read_entries
from referral_desk.exchange.word_sent import kept_form, new_lines
from referral_desk.queries.minutes_record import MinutesItem, MinutesLine
from referral_desk.shorthand.entry_text import read_entry, write_entry
from referral_desk.vocabulary import EntryKind, Label, Purpose
from tests.core.test_minutes_pdf import approved, full_minutes
from tests.libreoffice import reopened
from tests.minutes_builders import minutes_of, some_minutes, texts_of

TEXTS = st.lists(
    st.tuples(
        st.sampled_from(["", "- ", "  - ", "1. ", "2. ", "7. ", "a) ", "    3. ", "   "]),
        st.sampled_from(["Ord og flere", "**tryk**", "Æble **på ø** her", "a*b ** c", "3. juni", "x - y", "<b>&amp;"]),
        st.sampled_from(["\n", "\n\n"]),
    ),
    min_size=1,
    max_size=8,
).map(lambda parts: "".join(f"{mark}{words}{end}" for mark, words, end in parts).strip())


def said(text):
    """A text as it is compared: its blocks, typed anew."""
    return write_entry(read_entry(text))


def entries_of(content):
    return {line.id: said(line.text) for item in content.items for line in item.entries}


def one_item(*texts, kind=EntryKind.NOTE):
    lines = tuple(MinutesLine(number, kind, text, Label.INTERNAL) for number, text in enumerate(texts, 1))
    return minutes_of(MinutesItem(1, 1, "Punkt", Purpose.DISCUSSION, Label.INTERNAL, entries=lines))


def all_text(document):
    return "\n".join(
        "".join(text.text or "" for text in one.iter(qn("w:t"))) for one in document.element.body.iter(qn("w:p"))
    )


@given(st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from(EntryKind))
@settings(max_examples=40)
def test_every_entry_is_found_again_as_it_was_written(texts, kind):
    content = one_item(*texts, kind=kind)
    assert read_entries(open_word(minutes_docx(content))) == entries_of(content)


@given(TEXTS)
def test_what_is_read_and_written_anew_stays_the_same(text):
    assert read_entry(said(text)) == read_entry(text)


def test_the_same_minutes_give_the_same_file():
    assert minutes_docx(full_minutes()) == minutes_docx(full_minutes())


@pytest.mark.parametrize(("language", "tag"), [("da", "da-DK"), ("en", "en-GB")])
def test_the_file_has_real_headings_lists_table_heads_a_title_and_its_language(language, tag):
    document = open_word(minutes_docx(full_minutes(language)))
    styles = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Heading 1", "Heading 2", "Body Text", "List Bullet", "List Bullet 2", "List Number"} <= styles
    assert all(table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader") for table in document.tables)
    assert document.styles.element.xpath("./w:docDefaults//w:lang/@w:val") == [tag]
    assert (document.core_properties.language, document.core_properties.author) == (tag, "Regional referencegruppe 2")
    assert "Regional referencegruppe 2" in document.core_properties.title
    assert document.settings.element.xpath("./w:trackRevisions")
    assert {"Udkast · Intern", "Draft · Internal"} & set(document.sections[0].header.paragraphs[0].text.split("\t"))


def test_the_decision_follows_the_recommendation():
    text = all_text(open_word(minutes_docx(full_minutes())))
    places = [text.index(part) for part in ("Kort fortalt.", "at gruppen vælger,", "Gruppen valgte.", "Med tryk på:")]
    assert places == sorted(places)


@given(some_minutes())
@settings(max_examples=15)
def test_no_confidential_word_is_in_the_open_file(content):
    with zipfile.ZipFile(io.BytesIO(minutes_docx(content))) as package:
        told = "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    shown = set(re.findall(r"xw\d+x", told))
    labels = texts_of(content)
    assert not [word for word in shown if labels.get(word, Label.CONFIDENTIAL) is Label.CONFIDENTIAL]


def test_what_a_member_wrote_is_read_insertions_in_deletions_out_new_paragraphs_with_their_entry():
    document = open_word(minutes_docx(one_item("Det første.", "Det andet.")))
    first = next(one for one in document.paragraphs if one.text == "Det første.")
    run = first.runs[0]._r
    deleted = docx.oxml.OxmlElement("w:del")
    first._p.insert(first._p.index(run), deleted)
    deleted.append(run)
    run.find(qn("w:t")).tag = qn("w:delText")
    inserted = docx.oxml.OxmlElement("w:ins")
    deleted.addnext(inserted)
    added = first.add_run("Noget andet.")
    added.bold = True
    inserted.append(added._r)
    last = next(one for one in document.paragraphs if one.text == "Det andet.")
    more = document.add_paragraph("Og et til.", "List Bullet")
    last._p.addnext(more._p)
    out = io.BytesIO()
    document.save(out)
    assert read_entries(open_word(out.getvalue())) == {1: "**Noget andet.**", 2: "Det andet.\n- Og et til."}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 nothing", b"%PDF-1.7"])
def test_what_is_no_word_file_is_refused(data):
    with pytest.raises(Invalid):
        open_word(data)


def test_a_file_that_unfolds_to_a_giant_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (51 << 20))
    with pytest.raises(Invalid, match="large"):
        open_word(out.getvalue())


@pytest.fixture(scope="module")
def through_libreoffice(tmp_path_factory):
    """Minutes as LibreOffice gives them back: as a Word file, and as PDF."""
    return reopened(tmp_path_factory.mktemp("word"), minutes_docx(full_minutes()))


def test_libreoffice_opens_the_file_and_saves_it_without_loss(through_libreoffice):
    document = open_word(through_libreoffice[0])
    ours = open_word(minutes_docx(full_minutes()))
    assert read_entries(document) == read_entries(ours) != {}
    assert [text for text in all_text(document).split("\n") if text] == [
        text for text in all_text(ours).split("\n") if text
    ]
    form = kept_form(ours)
    assert kept_form(document) == form
    assert list(new_lines(form, beside(document))) == []
    assert len(document.tables) == len(ours.tables)
    headings = [one.text for one in document.paragraphs if one.style.name.startswith("Heading")]
    assert headings == [one.text for one in ours.paragraphs if one.style.name.startswith("Heading")]


def test_libreoffice_prints_every_word_of_it(through_libreoffice, tmp_path):
    import pypdfium2  # noqa: PLC0415

    with pikepdf.open(io.BytesIO(through_libreoffice[1])) as pdf:
        assert len(pdf.pages) > 1
    document = pypdfium2.PdfDocument(through_libreoffice[1])
    printed = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    words = set(re.findall(r"\w{4,}", all_text(open_word(minutes_docx(full_minutes())))))
    letters = re.sub(r"\W", "", printed)
    assert [word for word in words if word not in letters] == []


def test_approved_minutes_can_be_had_as_word_too():
    assert "Udkast" not in all_text(open_word(minutes_docx(approved())))
