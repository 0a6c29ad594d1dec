"""Strangers' files: their content tells what they are, pictures and texts come out clean, any bytes get an answer."""

import codecs
import io
import re
import subprocess
import sys
import threading
import unicodedata
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from referral_desk.guard import text_clean
from referral_desk.guard.attachments import Note, PaperKind, Problem, Removed, clean_name, inspect, inspect_many
from referral_desk.guard.findings import MOST_BYTES, SENTENCES, Unusable
from referral_desk.guard.inspection import Inspection, believe
from referral_desk.guard.kinds import KINDS
from referral_desk.guard.worker import Answer, Cause, WorkerFailed
from referral_desk.texts import label
from tests.strangers import image, picture, plain_pdf, saved


def packed(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "x" * 100)
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
MAIL = b"Return-Path: <a@example.org>\r\nMIME-Version: 1.0\r\nSubject: Hej\r\n\r\nHej"
BOMBS = packed(*(f"word/{number}.xml" for number in range(3)))
OTHERS = [
    (packed("[Content_Types].xml", "word/document.xml"), "brev.docx", "wordprocessingml.document"),
    (packed("[Content_Types].xml", "xl/workbook.xml"), "tal.xlsx", "spreadsheetml.sheet"),
    (packed("[Content_Types].xml", "ppt/presentation.xml"), "oplæg.pptx", "presentationml.presentation"),
    (packed("a.txt", "b.txt"), "mappe.zip", "application/zip"),
    (OLE + "WordDocument".encode("utf-16-le"), "gammel.doc", "application/msword"),
    (OLE + "__substg1.0_0037001F".encode("utf-16-le"), "mail.msg", "application/vnd.ms-outlook"),
    (MAIL, "mail.eml", "message/rfc822"),
    (MAIL, "mail.txt", "message/rfc822"),
    (b"<!DOCTYPE html><html></html>", "side.html", "text/html"),
    (b"<?xml version='1.0'?><svg/>", "tegning.svg", "application/xml"),
    (b"{\\rtf1 Hej}", "brev.rtf", "application/rtf"),
    (b"GIF89a" + bytes(20), "billede.gif", "image/gif"),
    (b"II*\0" + bytes(20), "scan.tif", "image/tiff"),
    (b"RIFF\x10\0\0\0WEBPVP8 ", "billede.webp", "image/webp"),
    (b"\0\0\0\x18ftypheic" + bytes(12), "telefon.heic", "image/heif"),
    (b"\0\0\0\x18ftypisom" + bytes(12), "film.mp4", "video/mp4"),
    (b"MZ" + bytes(58) + bytes(40) + b"PE\0\0", "regning.pdf", "application/x-executable"),
    (b"\x7fELF" + bytes(20), "brev.pdf", "application/x-executable"),
    (b"\x1f\x8b\x08" + bytes(20), "a.tar.gz", "application/gzip"),
    (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR", "møde.ics", "text/calendar"),
    (b"\x01\x02\x03\x00\xff" * 50, "noget.bin", "application/octet-stream"),
]


@pytest.mark.parametrize(("content", "name", "media_type"), OTHERS, ids=[name for _, name, _ in OTHERS])
def test_a_kind_that_cannot_be_used_is_named_with_advice(content, name, media_type):
    found = inspect(content, name)
    assert found.media_type.endswith(media_type)
    assert (found.kind, found.problem, found.safe) == (PaperKind.OTHER, Problem.NOT_SUPPORTED, None)
    assert name in found.sentence("en")
    assert re.search("[Aa]ttach|program|calendar|as PDF", found.sentence("en"))


def test_nothing_is_unpacked_to_name_an_archive():
    bomb = packed(*(f"{number}.txt" for number in range(2000)))
    assert inspect(bomb, "mange.zip").media_type == "application/zip"


def test_an_empty_file_is_called_empty():
    found = inspect(b"", "tom.pdf")
    assert (found.problem, found.safe) == (Problem.EMPTY, None)
    assert found.sentence("en") == "“tom.pdf” has nothing in it. Ask for the paper again."


def test_a_far_too_large_file_is_not_even_opened():
    found = inspect(bytes(MOST_BYTES + 1), "stor.pdf")
    assert found.problem is Problem.TOO_LARGE
    assert "101 MB" in found.sentence("en")


def test_a_text_without_end_is_too_much_for_a_pack():
    found = inspect(b"a word \n" * 500_000, "log.txt")
    assert found.problem is Problem.TOO_LARGE
    assert "too much in it" in found.sentence("en")


def test_the_content_counts_and_the_ending_is_only_remarked_upon():
    found = inspect(saved(plain_pdf(1)), "brev.docx")
    assert (found.kind, found.usable) == (PaperKind.PDF, True)
    assert Note.NAME_DIFFERS in found.notes
    assert inspect(picture(), "a.jpg").media_type == "image/png"
    assert Note.NAME_DIFFERS not in inspect(picture(), "a.png").notes


def test_letters_under_the_name_of_a_pdf_are_a_mismatch():
    found = inspect(b"This is only a line of text.", "report.pdf")
    assert (found.problem, found.safe) == (Problem.MISMATCH, None)


def test_noise_under_the_name_of_a_pdf_is_damage():
    assert inspect(bytes(range(256)) * 8, "report.pdf").problem is Problem.DAMAGED


def test_the_hash_and_size_are_those_of_the_original():
    found = inspect(b"abc", "a.txt")
    assert (found.size, found.sha256[:12]) == (3, "ba7816bf8f01")


# Pictures


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_a_png_of_any_depth_comes_out_plain(mode):
    found = inspect(picture(mode), "a.png")
    assert (found.kind, found.media_type, found.pixels, found.pages) == (PaperKind.IMAGE, "image/png", (60, 40), 1)
    safe = image(found.safe)
    assert (safe.format, safe.size, safe.mode in {"1", "L", "RGB"}) == ("PNG", (60, 40), True)


def test_what_was_transparent_is_white():
    assert image(inspect(picture("RGBA"), "a.png").safe).getpixel((5, 5)) == (255, 255, 255)
    assert image(inspect(picture("LA"), "a.png").safe).getpixel((5, 5)) == 255


def test_sixteen_bits_keep_their_brightness():
    assert image(inspect(picture("I;16"), "a.png").safe).getpixel((5, 5)) == pytest.approx(40_000 / 257, abs=1)


def test_a_photograph_keeps_no_place_and_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by the camera
    exif[0x010F] = "Maker"
    exif.get_ifd(0x8825)[1] = "N"  # where it was taken
    found = inspect(picture("RGB", form="JPEG", exif=exif, dpi=(300, 150), comment=b"secret"), "a.jpg")
    safe = image(found.safe)
    assert (found.pixels, safe.size, safe.format) == ((40, 60), (40, 60), "JPEG")
    assert (dict(safe.getexif()), "comment" in safe.info, b"Maker" in found.safe) == ({}, False, False)
    assert safe.info["dpi"] == (150, 300)
    assert dict(found.removed)[Removed.LOCATION] == 1


def test_the_words_inside_a_png_are_dropped():
    words = PngInfo()
    words.add_text("Author", "Somebody")
    found = inspect(picture(pnginfo=words), "a.png")
    assert (image(found.safe).info, dict(found.removed)) == ({}, {Removed.LOCATION: 1})


def test_colours_for_printing_become_colours_for_the_screen():
    found = inspect(picture("CMYK", form="JPEG"), "a.jpg")
    red, green, blue = image(found.safe).getpixel((5, 5))
    assert red > 200
    assert max(green, blue) < 120
    assert Note.COLOURS in found.notes


def test_a_colour_profile_is_used_and_left_behind():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    safe = image(inspect(picture(icc_profile=profile), "a.png").safe)
    assert "icc_profile" not in safe.info
    assert safe.getpixel((5, 5)) == pytest.approx((200, 30, 60), abs=2)


def test_an_insane_density_is_not_kept():
    assert "dpi" not in image(inspect(picture(dpi=(100_000, 100_000)), "a.png").safe).info


def test_a_picture_that_breaks_off_is_damaged():
    whole = picture("RGB", (300, 300), "JPEG", quality=95)
    assert inspect(whole[: len(whole) // 2], "a.jpg").problem is Problem.DAMAGED


def test_a_picture_of_far_too_many_pixels_is_a_bomb():
    huge = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(huge, "PNG")
    assert inspect(huge.getvalue(), "a.png").problem is Problem.BOMB


def test_the_same_picture_gives_the_same_bytes():
    given_picture = picture("RGB", form="JPEG")
    assert inspect(given_picture, "a.jpg").safe == inspect(given_picture, "b.jpg").safe


# Texts


def cleaned(content, name="a.txt"):
    found = inspect(content, name)
    assert found.kind is PaperKind.TEXT
    assert found.safe is not None
    return found.safe.decode()


WORDS = "Rødgrød med fløde, 25 €\n"


@pytest.mark.parametrize(
    "content",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
        WORDS.encode("utf-16-le"),
        WORDS.encode("cp1252"),
        unicodedata.normalize("NFD", WORDS).encode(),
    ],
    ids=["utf-8", "utf-8 marked", "utf-16 le", "utf-16 be", "utf-32", "utf-16 unmarked", "cp1252", "decomposed"],
)
def test_letters_are_read_however_they_were_stored(content):
    assert cleaned(content) == WORDS


def test_guessed_letters_are_said_to_be_guessed():
    assert inspect(WORDS.encode("cp1252"), "a.txt").notes == (Note.LETTERS_GUESSED,)
    assert inspect(WORDS.encode(), "a.txt").notes == ()


def test_line_ends_and_page_breaks_are_put_in_order_and_tabs_still_part_cells():
    assert cleaned(b"a\r\nb\rc\x0bd\te \t \n\fnext\n\n\n") == "a\nb\nc\nd\te\n\fnext\n"


def test_invisible_signs_go_and_a_hyphen_at_a_line_end_stays():
    content = "\ufeffsam\u00adarbejde ind\u00ad\nsats \u200bnu \u202etxet\u202c\x07\x1b[31mrød\x1b[0m N\x08N_\x08a\n"
    found = inspect(content.encode(), "a.txt")
    assert found.safe.decode() == "samarbejde ind-\nsats nu txetrød Na\n"
    assert dict(found.removed)[Removed.CONTROLS] >= 5


def test_binary_noise_is_no_text():
    assert inspect(bytes(range(256)) * 4, "noget").problem is Problem.NOT_SUPPORTED


def test_a_text_of_blanks_is_empty():
    assert inspect(b" \n\t\n \f", "a.txt").problem is Problem.EMPTY


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf", "Cn"]) | st.sampled_from("\n\t\f "), min_size=1))
def test_no_word_of_a_text_is_lost(text):
    if not text.strip():
        with pytest.raises(Unusable):
            text_clean.clean(text.encode())
        return
    clean, *_ = text_clean.clean(text.encode())
    assert clean.split() == unicodedata.normalize("NFC", text).split()


@given(st.binary(max_size=300))
def test_cleaning_a_clean_text_changes_nothing(content):
    try:
        once, *_ = text_clean.clean(content)
    except Unusable:
        return
    assert text_clean.clean(once.encode())[0] == once


# Any bytes


SIGNS = [b"", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"PK\x03\x04", b"\xff\xfe", b"<html"]
SEEDS = [saved(plain_pdf(1)), picture(), picture("RGB", form="JPEG")]


MADE_UP = st.builds(bytes.__add__, st.sampled_from(SIGNS), st.binary(max_size=200))
NAMES = st.sampled_from(["a.pdf", "a.png", "a.jpg", "a.txt", "a"]) | st.text()


@st.composite
def spoilt_files(draw):
    content = bytearray(draw(st.sampled_from(SEEDS)))
    for place, byte in draw(st.lists(st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255)), max_size=12)):
        content[place] = byte
    return bytes(content[: draw(st.integers(1, len(content)))])


@settings(max_examples=40)
@given(st.lists(st.tuples(spoilt_files() | MADE_UP, NAMES), max_size=4))
def test_any_bytes_under_any_name_get_an_answer(files):
    for (content, _), found in zip(files, inspect_many(files), strict=True):
        assert isinstance(found, Inspection)
        assert found.usable == (found.problem is None)
        assert found.size == len(content)
        assert bool(found.sentence("en")) == (found.problem is not None)


@given(st.text())
def test_a_name_is_made_fit_for_any_system(name):
    clean = clean_name(name)
    assert clean == clean.strip(". ")
    assert 0 < len(clean) <= 121
    assert not re.search(r'[\\/:*?"<>|\x00-\x1f]', clean)
    assert clean_name(clean) == clean


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("C:\\Users\\me\\Bilag 1.pdf", "Bilag 1.pdf"),
        ("../../etc/passwd", "passwd"),
        ("con.txt", "_con.txt"),
        ("reg\u202efdp.exe", "regfdp.exe"),
        ("", "paper"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_names_lose_their_folders_and_tricks(name, clean):
    assert clean_name(name) == clean


# What the child says


def paper(media_type="application/pdf"):
    return Inspection(KINDS[media_type].paper, media_type, "a", 1, "0" * 64)


@pytest.mark.parametrize(
    "answer",
    [
        Answer({"media_type": "application/x-unheard-of"}, (b"%PDF-",)),
        Answer({"sizes": [[1, 1, 1]]}, (b"MZ",)),
        Answer({"sizes": [[1, 1, 1]]}, ()),
        Answer({"sizes": [[1, 1, 1]]}, (b"%PDF-", b"%PDF-")),
        Answer({"sizes": [[1, 1, 501]]}, (b"%PDF-",)),
        Answer({"sizes": [[1e9, 1, 1]]}, (b"%PDF-",)),
        Answer({"sizes": "many"}, (b"%PDF-",)),
        Answer({"sizes": [[1, 1, 1]], "removed": {"all": 1}}, (b"%PDF-",)),
        Answer({"sizes": [[1, 1, 1]], "notes": ["<b>"]}, (b"%PDF-",)),
        Answer({"problem": "none"}, ()),
        Answer({"media_type": "text/plain"}, (b"\xff\xfe\xff",)),
        Answer({"media_type": "image/png", "pixels": [100_000, 100_000]}, (b"\x89PNG\r\n",)),
    ],
    ids=range(12),
)
def test_implausible_facts_from_the_child_are_not_believed(answer):
    found = believe(paper(), answer)
    assert (found.problem, found.safe) == (Problem.WORKER_CRASH, None)


def test_cancelling_raises_and_nothing_else_does():
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(WorkerFailed) as failed:
        inspect(saved(plain_pdf(1)), "a.pdf", cancel=cancel)
    assert failed.value.cause is Cause.CANCELLED


def test_every_code_has_its_words():
    assert set(SENTENCES) == set(Problem)
    for kind in (PaperKind, Removed, Note):
        assert all(label(member, "en") for member in kind)


def test_the_readers_of_papers_stay_out_of_our_process():
    code = (
        "import sys; sys.path[:] = sys.argv[1:]\n"
        "from referral_desk.guard import attachments, page_pictures\n"
        "paper = attachments.inspect(sys.stdin.buffer.read(), 'a.pdf')\n"
        "assert paper.usable and page_pictures.PageDrawer(paper.safe).draw(0, 100)\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('pikepdf', 'PIL', 'pypdfium2', 'ctypes')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *sys.path], input=saved(plain_pdf(1)), capture_output=True, check=True
    )
    assert done.stdout.strip() == b"[]"
