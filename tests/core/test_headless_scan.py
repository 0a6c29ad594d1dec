"""`scan`: what is found in files is told by place with most of it hidden, and by the exit code."""

import email.message
import io
import json

import docx
import pikepdf
import pytest

from referral_desk.guard.personal_data.papers import Place, scan_paper
from referral_desk.headless.exit_codes import Exit
from referral_desk.models.work_contacts import work_contacts
from referral_desk.vocabulary import FindKind
from tests.demo_desk import run
from tests.strangers import plain_pdf, saved

NUMBER = "120385-1234"


def told(content, name="brev.txt"):
    scanned = scan_paper(content, name)
    assert scanned.problem is None
    return [(one.place, one.page, one.line, one.column, one.find.words) for one in scanned.finds]


def a_pdf(*lines):
    pdf = plain_pdf(pages=len(lines))
    for page, line in zip(pdf.pages, lines, strict=True):
        page.obj.Contents = pdf.make_stream(f"BT /F1 24 Tf 72 700 Td ({line}) Tj ET".encode())
    return pdf


def a_word_file():
    document = docx.Document()
    document.add_paragraph("Referat")
    document.add_paragraph(f"Sagen om {NUMBER[:3]}").add_run(NUMBER[3:])
    document.sections[0].header.paragraphs[0].text = "Ring 20 45 30 44"
    document.core_properties.author = "nogen@example.com"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_plain_text_is_told_by_page_line_and_column():
    content = f"Referat\nSagen om {NUMBER}.\n\fRing 20 45 30 44".encode()
    assert told(content) == [(Place.TEXT, 1, 2, 10, NUMBER), (Place.TEXT, 2, 1, 6, "20 45 30 44")]


def test_the_name_of_a_file_is_looked_at_even_where_the_file_cannot_be_read():
    scanned = scan_paper(b"\x00\x01\x02" * 500, "brev_120385_1234.bin")
    assert scanned.problem is not None
    assert [(one.place, one.find.kind) for one in scanned.finds] == [(Place.NAME, FindKind.CPR)]


def test_a_pdf_is_read_page_by_page_with_its_properties():
    pdf = a_pdf("Referat", f"Sagen om {NUMBER}")
    pdf.docinfo["/Author"] = pikepdf.String("nogen@example.com")
    assert told(saved(pdf), "brev.pdf") == [
        (Place.PROPERTIES, 0, 1, 1, "nogen@example.com"),
        (Place.TEXT, 2, 1, 10, NUMBER),
    ]


def test_pages_without_words_are_counted_as_not_read():
    pdf = a_pdf("Referat")
    pdf.add_blank_page()
    assert scan_paper(saved(pdf), "brev.pdf").unread == 1


def test_a_word_file_is_read_with_header_and_properties_across_its_runs():
    found = told(a_word_file(), "brev.docx")
    assert {(place, words) for place, *_, words in found} == {
        (Place.PROPERTIES, "nogen@example.com"),
        (Place.TEXT, NUMBER),
        (Place.TEXT, "20 45 30 44"),
    }


def test_what_was_struck_out_in_word_is_read_too():
    document = docx.Document()
    paragraph = document.add_paragraph("Referat ")
    text = paragraph.add_run(NUMBER)._r
    text.find(docx.oxml.ns.qn("w:t")).tag = docx.oxml.ns.qn("w:delText")
    out = io.BytesIO()
    document.save(out)
    assert [words for *_, words in told(out.getvalue(), "brev.docx")] == [NUMBER]


def test_a_mail_is_read_with_its_head_its_web_page_and_what_is_attached():
    mail = email.message.EmailMessage()
    mail["From"], mail["Subject"] = "nogen@example.com", f"Om {NUMBER}"
    mail.set_content("Ring 20 45 30 44")
    mail.add_alternative("<p>Hun bor p&aring; <b>Vikkavej</b> 12</p>", subtype="html")
    mail.add_attachment(a_word_file(), maintype="application", subtype="octet-stream", filename="brev.docx")
    found = told(bytes(mail), "brev.eml")
    assert {words for place, *_, words in found if place is Place.PROPERTIES} == {"nogen@example.com", NUMBER}
    assert {words for place, *_, words in found if place is Place.TEXT} >= {"20 45 30 44", NUMBER}
    assert any(words.startswith("Vikkavej") for *_, words in found)


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("brev.html", "<p>0101<i>90</i><b>-</b>12<span class=x>34</span></p>"),
        ("brev.txt", "<!DOCTYPE html><title>Brev</title><style>p { color: #123456 }</style><p>010190&#45;<b>1234</b>"),
        ("brev.HTM", "<table><tr><td>Nr.</td><td>010190-1234</td></tr></table><![unknown[ "),
    ],
)
def test_a_web_page_is_read_as_one_sees_it(name, page):
    assert [words for *_, words in told(page.encode(), name)] == ["010190-1234"]


def test_what_a_web_page_tells_of_itself_is_looked_at():
    page = b'<!-- nogen@example.com --><p>Ring <a href="tel:+4520453044" title="os@example.com">til os</a></p>'
    found = told(page, "brev.html")
    assert [(place, words) for place, *_, words in found] == [
        (Place.PROPERTIES, "nogen@example.com"),
        (Place.PROPERTIES, "+4520453044"),
        (Place.PROPERTIES, "os@example.com"),
    ]


@pytest.mark.parametrize("name", ["billede.png", "120385_1234.jpg"])
def test_of_a_picture_it_is_said_that_no_text_can_be_read(tmp_path, name):
    file = tmp_path / name
    file.write_bytes(b"\x89PNG\r\n\x1a\n" if name.endswith("png") else b"\xff\xd8\xff\xe0")
    said = run("scan", str(file))
    assert said.code == Exit.DONE_WITH_REMARKS
    first, *_, last = said.out.splitlines()
    assert first == f"{name}: {int(name.startswith('120385'))} found."
    assert last == "  It is a picture: no text in it can be read, look at it yourself."
    [paper] = run("scan", str(file), "--json").json
    assert (paper["pages"], paper["unread"], paper["problem"]) == (1, 1, "")


def test_the_command_tells_where_and_hides_most_of_it(tmp_path):
    file = tmp_path / "notat.md"
    file.write_text(f"# Notat\n\nSagen om {NUMBER}, kontakt +45 72 42 37 00\n", encoding="utf-8")
    said = run("scan", str(file))
    assert said.code == Exit.DONE_WITH_REMARKS
    assert said.out == "notat.md: 1 found.\n  page 1, line 3:10  CPR number: 120385-••••\n"
    assert NUMBER not in said.out + said.err


def test_json_says_what_a_script_needs(tmp_path):
    file = tmp_path / "notat.txt"
    file.write_text(f"Sagen om {NUMBER}", encoding="utf-8")
    [paper] = json.loads(run("scan", str(file), "--json", "--language", "da").out)
    [find] = paper["finds"]
    assert (paper["file"], paper["pages"], paper["unread"], paper["problem"]) == ("notat.txt", 1, 0, "")
    assert (find["kind"], find["place"], find["page"], find["line"], find["column"]) == ("cpr", "text", 1, 1, 10)
    assert find["words"] == "120385-••••"


def test_a_clean_file_ends_with_nothing_found(tmp_path):
    file = tmp_path / "notat.txt"
    file.write_text("Mødet den 12.03.2026 om RG4-2026-0007", encoding="utf-8")
    said = run("scan", str(file))
    assert (said.code, said.out) == (Exit.DONE, "notat.txt: nothing found.\n")


def test_a_file_that_cannot_be_read_is_said_and_needs_a_look(tmp_path):
    file = tmp_path / "arkiv.zip"
    file.write_bytes(b"PK\x05\x06" + b"\0" * 18)
    said = run("scan", str(file))
    assert said.code == Exit.DONE_WITH_REMARKS
    assert "Only its name was looked at" in said.out
    assert "save it as PDF or plain text, and look through that" in said.out


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_no_such_file_is_told_before_anything_else(tmp_path, name):
    assert run("scan", str(tmp_path / name)).code == Exit.UNAVAILABLE


def test_names_want_a_desk_and_are_found_in_its_directory(tmp_path, demo_desk):
    file = tmp_path / "notat.txt"
    with demo_desk.opened() as desk_file, desk_file.database.read() as session:
        [name, *_] = work_contacts(session).names
    file.write_text(f"Vi mødte {name} i går", encoding="utf-8")
    assert run("scan", str(file), "--names").code == Exit.REFUSED
    assert "Name: " in demo_desk.run("scan", str(file), "--names").out
    assert demo_desk.run("scan", str(file)).code == Exit.DONE
