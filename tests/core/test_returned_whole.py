"""Nothing that a returned file says goes unseen: no bookmark, no tracking, answers between quoted lines, long texts."""

import base64
import io
from copy import deepcopy
from email.message import EmailMessage

import docx
import pytest
from docx.oxml.ns import qn

from referral_desk.errors import Invalid
from referral_desk.exchange.comments import Returned, cautions, found_in, read_returned
from referral_desk.exchange.mail_parts import own_words
from referral_desk.exchange.word import minutes_docx
from referral_desk.queries.comments import SentEntry
from referral_desk.queries.minutes_record import MinutesItem, MinutesLine
from referral_desk.vocabulary import EntryKind, Label, Purpose
from tests.core.test_returned_comments import TEXTS, a_mail, as_sent, paragraph, returned, saved, sent, tracked
from tests.minutes_builders import minutes_of

DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
ALIKE = "Listen gælder fra februar."


def take(element):
    element.getparent().remove(element)


def without_places(document):
    """Take out what an editor that knows no bookmarks does not save."""
    marks = (qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
    for mark in list(document.element.body.iter(*marks)):
        take(mark)
    return document


def without_form(document):
    """Take out how the file says that it was sent."""
    for key, one in list(document.part.rels.items()):
        if "customXml" in one.reltype:
            del document.part.rels[key]
    return document


def put(document, words, style="Normal"):
    made = document.add_paragraph(words, style)._p
    take(made)
    return made


def before_an_entry(document):
    paragraph(document, "februar")._p.addprevious(put(document, "Vi mangler et punkt."))


def behind_an_entry(document):
    paragraph(document, "februar")._p.addnext(put(document, "Vi mangler et punkt."))


def at_the_end(document):
    document.add_paragraph("Vi mangler et punkt.")


def in_the_heading(document):
    paragraph(document, "Tolkning").add_run(". Vi mangler et punkt.")


def in_the_footer(document):
    document.sections[0].footer.paragraphs[0].add_run("Vi mangler et punkt.")


def in_a_new_table(document):
    document.add_table(1, 1).rows[0].cells[0].text = "Vi mangler et punkt."


@pytest.mark.parametrize(
    "where", [before_an_entry, behind_an_entry, at_the_end, in_the_heading, in_the_footer, in_a_new_table]
)
def test_words_beside_the_entries_are_found_without_tracking(where):
    document = as_sent()
    where(document)
    [found] = returned(document)
    assert found.entry_id is None
    assert "Vi mangler et punkt." in found.text


def test_a_line_that_was_taken_out_beside_the_entries_is_told_by_what_stands_before_it():
    document = as_sent()
    take(paragraph(document, "Beslutning")._p)
    [found] = returned(document)
    assert "1. Tolkning" in found.text


def by_untracked_deletion(entry):
    take(entry._p)


def by_tracked_deletion(entry):
    for run in list(entry._p.iter(qn("w:r"))):
        take(run)
    entry._p.append(tracked("w:del", ALIKE))


def by_striking_it_through(entry):
    for run in entry.runs:
        run.font.strike = True


@pytest.mark.parametrize("how", [by_untracked_deletion, by_tracked_deletion, by_striking_it_through])
def test_an_entry_that_is_gone_is_a_wish_to_leave_it_out(how):
    document = as_sent()
    how(paragraph(document, "februar"))
    [found] = returned(document)
    assert (found.entry_id, found.quoted, found.proposed, found.leaves_out) == (2, TEXTS[2], "", True)


def test_words_struck_through_by_formatting_are_left_out_of_what_is_proposed():
    document = as_sent()
    entry = paragraph(document, "februar")
    entry.runs[0].text = "Listen gælder"
    entry.add_run(" fra februar").font.strike = True
    entry.add_run(".")
    [found] = returned(document)
    assert found.proposed == "Listen gælder."


@pytest.mark.parametrize("forgets", [False, True])
def test_an_entry_is_found_by_its_words_where_another_program_took_its_place_out(forgets):
    document = without_places(as_sent())
    paragraph(document, "februar").runs[0].text = "Listen gælder fra MARTS."
    if forgets:
        without_form(document)
    told = read_returned(saved(document), "retur.docx")
    [found] = found_in(told, sent(), "da")
    assert (found.entry_id, found.proposed) == (2, "Listen gælder fra MARTS.")
    assert bool(cautions(told, sent(), "da")) is forgets


def test_a_file_without_places_that_says_the_same_says_nothing_new():
    told = read_returned(saved(without_places(as_sent())), "retur.docx")
    assert (found_in(told, sent(), "da"), cautions(told, sent(), "da")) == ((), ())


def test_a_file_in_which_no_entry_is_found_is_offered_whole_and_called_not_compared():
    document = docx.Document()
    document.add_paragraph("Mine bemærkninger: mødet var i maj.")
    told = read_returned(saved(document), "breve.docx")
    [offer] = found_in(told, sent(), "da")
    assert offer.is_offer
    assert "mødet var i maj" in offer.text
    assert cautions(told, sent(), "en")[0].startswith("No entry of the minutes was found")


def test_an_empty_file_and_one_with_pictures_are_not_called_alike():
    told = read_returned(saved(docx.Document()), "tom.docx")
    assert cautions(told, sent(), "en")[0].startswith("No entry of the minutes was found")
    document = as_sent()
    document.add_picture(io.BytesIO(DOT))
    told = read_returned(saved(document), "scannet.docx")
    assert found_in(told, sent(), "da") == ()
    assert cautions(told, sent(), "en")[0].startswith("There are pictures in this file")


def test_an_entry_of_the_closed_annex_is_not_missed_in_the_open_part():
    lines = tuple(MinutesLine(1, EntryKind.NOTE, TEXTS[2], Label.INTERNAL) for _ in range(1))
    closed = MinutesLine(9, EntryKind.NOTE, "Det lukkede.", Label.CONFIDENTIAL)
    item = MinutesItem(1, 1, "Tolkning", Purpose.DISCUSSION, Label.INTERNAL, entries=(*lines, closed))
    known = (
        SentEntry(1, 1, "Tolkning", EntryKind.NOTE, TEXTS[2]),
        SentEntry(9, 1, "Tolkning", EntryKind.NOTE, "Det lukkede.", is_closed=True),
    )
    for annex in (False, True):
        document = docx.Document(io.BytesIO(minutes_docx(minutes_of(item), annex=annex)))
        for one in (document, without_form(deepcopy(document))):
            assert found_in(read_returned(saved(one), "retur.docx"), known, "da") == ()


def test_answers_between_quoted_lines_are_kept_below_what_they_answer():
    text = (
        "Se mine svar nedenfor.\n\nDen 20. nov. 2026 skrev Sekretær:\n> Punkt 1: Gruppen godkendte planen.\n"
        "Det var i maj, ikke april!\n>> ældre\n> Punkt 2: Intet.\n>\nHer mangler tolke.\nFra: nu af skal det med.\n"
    )
    said, whole = found_in(read_returned(a_mail(text), "svar.eml"), sent(), "da")
    assert said.text == (
        "Se mine svar nedenfor.\n\n> Punkt 1: Gruppen godkendte planen.\nDet var i maj, ikke april!\n\n"
        "> Punkt 2: Intet.\nHer mangler tolke.\nFra: nu af skal det med."
    )
    assert whole.is_offer
    assert "ældre" in whole.text


@pytest.mark.parametrize(
    "quoted",
    [
        "-----Oprindelig meddelelse-----\nFra: S\nTil: B\nEmne: x\n\nPunkt 1",
        "________________________________\nFra: S <s@example.org>\nSendt: 4. december\nTil: B\nEmne: x\n\nPunkt 1",
        "Fra: S\nSendt: 4. december\nTil: B\nEmne: x\n\nPunkt 1",
        "Den 4. december 2026 skrev S <s@example.org>:\n\nPunkt 1",
    ],
)
def test_a_mail_that_is_quoted_without_marks_is_left_out_whole(quoted):
    assert own_words(f"Sendt: det er rigtigt.\n\n{quoted}\nBo: min rettelse") == "Sendt: det er rigtigt."


def test_a_quoted_block_of_a_page_counts_as_quoted_lines():
    page = (
        "<div>Enig.</div><div>Den 4. december 2026 skrev S:<blockquote>Punkt 1<br>Punkt 2</blockquote></div>Og tolke."
    )
    said, _whole = found_in(read_returned(a_mail(page, html=True), "svar.eml"), sent(), "da")
    assert [line for line in said.text.splitlines() if line] == ["Enig.", "> Punkt 2", "Og tolke."]


def test_what_hangs_on_a_mail_and_is_not_read_is_named():
    mail = EmailMessage()
    mail["From"] = "Carla Testrup <carla@example.org>"
    mail.set_content("Se vedhæftede.")
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="rettelser.pdf")
    told = read_returned(mail.as_bytes(), "svar.eml")
    assert "rettelser.pdf" in cautions(told, sent(), "da")[0]


def test_long_texts_come_back_whole_and_what_is_too_long_is_refused_in_a_sentence():
    text = ("ord " * 20_000).strip()
    line = MinutesLine(1, EntryKind.NOTE, text, Label.INTERNAL)
    item = MinutesItem(1, 1, "Tolkning", Purpose.DISCUSSION, Label.INTERNAL, entries=(line,))
    document = docx.Document(io.BytesIO(minutes_docx(minutes_of(item))))
    known = (SentEntry(1, 1, "Tolkning", EntryKind.NOTE, text),)
    assert found_in(read_returned(saved(document), "retur.docx"), known, "da") == ()
    [said] = found_in(read_returned(a_mail(text), "svar.eml"), known, "da")
    assert said.text == text
    with pytest.raises(Invalid, match="too much text"):
        read_returned(a_mail("ord " * 1_100_000), "svar.eml")


def test_an_entry_of_an_earlier_round_is_compared_with_what_was_sent_then():
    now = tuple(
        SentEntry(one.id, 1, "Tolkning", one.kind, f"{one.sent} Nyt.", now=f"{one.sent} Nyt.", earlier=(one.sent,))
        for one in sent()
    )
    told = read_returned(saved(as_sent()), "retur.docx")
    assert found_in(told, now, "da") == ()
    assert cautions(told, now, "en")[0].startswith("This file was sent before")
    document = as_sent()
    paragraph(document, "februar").runs[0].text = "Listen gælder fra marts."
    [found] = found_in(read_returned(saved(document), "retur.docx"), now, "en")
    assert (found.quoted, found.proposed) == (TEXTS[2], "Listen gælder fra marts.")
    assert "earlier version" in found.text
    unknown = tuple(SentEntry(one.id, 1, "Tolkning", one.kind, "Noget andet.") for one in sent())
    [found] = found_in(read_returned(saved(document), "retur.docx"), unknown, "en")
    assert (found.entry_id, found.proposed) == (2, "")
    assert "Listen gælder fra marts." in found.text


def test_a_mails_words_alone_are_no_file_to_compare():
    assert cautions(Returned(author="A", words="Enig."), sent(), "da") == ()
