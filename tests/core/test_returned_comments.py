"""What members return: Word's comments, changed and tracked words, mails; compared with what was sent, nothing lost."""

import datetime as dt
import io
from email.message import EmailMessage

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from referral_desk.errors import Invalid
from referral_desk.exchange.comments import Found, Returned, cautions, found_in, read_returned
from referral_desk.exchange.word import minutes_docx
from referral_desk.queries.comments import SentEntry
from referral_desk.queries.minutes_record import MinutesItem, MinutesLine
from referral_desk.vocabulary import EntryKind, Label, Purpose
from tests.minutes_builders import minutes_of

TEXTS = {
    1: "Gruppen drøftede **ventetiden** på tolke.\n\n- en uge i vest\n- to uger i øst",
    2: "Listen gælder fra februar.",
    3: "Skriv til kommunen.",
}
KINDS = {1: EntryKind.NOTE, 2: EntryKind.DECISION, 3: EntryKind.ACTION}


def sent():
    return tuple(SentEntry(key, 1, "Tolkning", KINDS[key], text) for key, text in TEXTS.items())


def as_sent():
    lines = tuple(MinutesLine(key, KINDS[key], text, Label.INTERNAL) for key, text in TEXTS.items())
    item = MinutesItem(1, 1, "Tolkning", Purpose.DISCUSSION, Label.INTERNAL, entries=lines)
    return docx.Document(io.BytesIO(minutes_docx(minutes_of(item))))


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def paragraph(document, words):
    tables = [cell for table in document.tables for row in table.rows for cell in row.cells]
    found = [*document.paragraphs, *(one for cell in tables for one in cell.paragraphs)]
    return next(one for one in found if words in one.text)


def returned(document, name="retur.docx"):
    return found_in(read_returned(saved(document), name), sent(), "da")


def tracked(tag, words, who="Bo Eksempel", at="2026-12-05T09:00:00Z"):
    change, run = OxmlElement(tag), OxmlElement("w:r")
    for name, value in (("w:author", who), ("w:date", at), ("w:id", "90")):
        change.set(qn(name), value)
    text = OxmlElement("w:t" if tag == "w:ins" else "w:delText")
    text.text = words
    run.append(text)
    change.append(run)
    return change


def test_a_file_that_comes_back_as_it_went_says_nothing():
    assert returned(as_sent()) == ()


def test_words_comments_stand_at_their_entry_with_who_when_and_what_they_mark():
    document = as_sent()
    decided, listed = paragraph(document, "februar"), paragraph(document, "en uge")
    document.add_comment(decided.runs, text="Ifølge mine noter marts.", author="Carla Testrup", initials="CT")
    document.add_comment(listed.runs, text="Her var det tre.", author="Bo Eksempel", initials="BE")
    document.add_comment(paragraph(document, "Tolkning").runs, text="God drøftelse.", author="Eva Modelby")
    general, part, whole = returned(document)
    assert (general.entry_id, general.author) == (None, "Eva Modelby")
    assert "God drøftelse." in general.text
    assert (part.entry_id, part.author) == (1, "Bo Eksempel")
    assert "en uge i vest" in part.text
    assert (whole.entry_id, whole.text, whole.quoted) == (2, "Ifølge mine noter marts.", TEXTS[2])
    assert whole.said_on is not None


def test_changed_words_become_proposals_as_one_would_type_them():
    document = as_sent()
    paragraph(document, "to uger").runs[0].text = "tre uger i øst"
    document.core_properties.last_modified_by = "Carla Testrup"
    document.core_properties.modified = dt.datetime(2026, 12, 6, 8, tzinfo=dt.UTC)
    [found] = returned(document)
    assert found == Found(
        "Carla Testrup",
        dt.date(2026, 12, 6),
        "",
        1,
        TEXTS[1],
        TEXTS[1].replace("to uger", "tre uger").replace("\n\n", "\n"),
    )


def test_tracked_changes_tell_who_made_them_and_what_stands_beside_entries_is_kept_too():
    document = as_sent()
    decided = paragraph(document, "februar")
    decided._p.append(tracked("w:ins", " Det gælder også telefon."))
    heading = paragraph(document, "Tolkning")
    heading.runs[0].text = "1. Tolk"
    heading._p.append(tracked("w:ins", "e og oversættelse"))
    heading._p.append(tracked("w:del", "ning"))
    added, struck, changed = returned(document)
    assert (added.author, added.said_on, added.entry_id) == ("Bo Eksempel", dt.date(2026, 12, 5), None)
    assert "og oversættelse" in added.text
    assert struck.text.endswith(": ning")
    assert (changed.entry_id, changed.author) == (2, "Bo Eksempel")
    assert changed.proposed == "Listen gælder fra februar. Det gælder også telefon."


def test_an_entry_that_was_emptied_is_a_wish_to_leave_it_out():
    document = as_sent()
    for run in paragraph(document, "kommunen").runs:
        run.text = ""
    [found] = returned(document)
    assert (found.entry_id, found.proposed, found.leaves_out) == (3, "", True)
    assert found.text


def test_what_is_about_an_entry_that_is_gone_becomes_general():
    document = as_sent()
    document.add_comment(paragraph(document, "februar").runs, text="Nej.", author="Bo Eksempel")
    found = found_in(read_returned(saved(document), "retur.docx"), sent()[:1], "da")
    assert [(one.entry_id, one.author) for one in found] == [(None, "Bo Eksempel")]


def a_mail(text, *, attachment=None, html=False, **files):
    mail = EmailMessage()
    mail["From"] = "Carla Testrup <carla@example.org>"
    mail["Date"] = "Sat, 05 Dec 2026 10:00:00 +0100"
    mail["Subject"] = "SV: Referat"
    mail.set_content(text, subtype="html" if html else "plain")
    if attachment:
        mail.add_attachment(attachment, maintype="application", subtype="octet-stream", filename="referat.docx")
    for name, content in files.items():
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=f"{name}.docx")
    return mail.as_bytes()


@pytest.mark.parametrize("html", [False, True])
def test_a_mail_is_a_general_comment_without_what_it_quotes(html):
    text = "Tak for referatet.\nDet var i marts.\n\nDen 4. december 2026 skrev sekretæren:\n> Vedhæftet er ..."
    text = text.replace("\n", "<br>\n") if html else text
    found, whole = found_in(read_returned(a_mail(text, html=html), "svar.eml"), sent(), "da")
    assert (found.author, found.said_on, found.is_offer) == ("Carla Testrup", dt.date(2026, 12, 5), False)
    assert whole.is_offer
    assert "Vedhæftet er" in whole.text
    assert [line for line in found.text.splitlines() if line] == ["Tak for referatet.", "Det var i marts."]


def test_a_word_file_in_a_mail_is_read_and_the_mail_says_who_where_the_file_does_not():
    document = as_sent()
    paragraph(document, "februar").runs[0].text = "Listen gælder fra marts."
    general, changed = found_in(
        read_returned(a_mail("Se vedhæftede.", attachment=saved(document)), "svar.eml"), sent(), "da"
    )
    assert general.text == "Se vedhæftede."
    assert (changed.author, changed.proposed) == ("Carla Testrup", "Listen gælder fra marts.")


def test_every_word_file_in_a_mail_is_read_and_what_two_say_alike_comes_once():
    one, two, other = as_sent(), as_sent(), docx.Document()
    for document in (one, two):
        paragraph(document, "februar").runs[0].text = "Listen gælder fra marts."
    two.add_comment(paragraph(two, "kommunen").runs, text="Hvilken?", author="Bo Eksempel")
    other.add_paragraph("Vi mangler et punkt.")
    files = {"en": saved(one), "to": saved(two), "tre": saved(other), "fire": b"PK\x03\x04 broken"}
    told = read_returned(a_mail("Se vedhæftede.", **files), "svar.eml")
    general, changed, asked, whole = found_in(told, sent(), "en")
    assert (general.text, general.file) == ("Se vedhæftede.", "")
    assert (changed.proposed, changed.file) == ("Listen gælder fra marts.", "en.docx")
    assert (asked.entry_id, asked.author, asked.text, asked.file) == (3, "Bo Eksempel", "Hvilken?", "to.docx")
    assert (whole.is_offer, whole.file) == (True, "tre.docx")
    assert "Vi mangler et punkt." in whole.text
    unread, lost = cautions(told, sent(), "en")
    assert "fire.docx" in unread
    assert lost.startswith("tre.docx: No entry of the minutes was found")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04 broken", "cannot be read"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"old", "older form"),
        (b"%PDF-1.7", "neither a Word file nor a mail"),
        (b"\x00\xff\xfe nonsense", "neither a Word file nor a mail"),
    ],
)
def test_other_files_are_refused_with_what_to_do(content, said):
    with pytest.raises(Invalid, match=said):
        read_returned(content, "fil")


def test_a_cpr_number_is_seen_before_anything_is_kept():
    [found] = found_in(Returned(author="A", words="Sagen om 010170-1234."), sent(), "da")
    assert found.holds_cpr
    assert not Found("A", None, "Sagen om 2026.").holds_cpr
