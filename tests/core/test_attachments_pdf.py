"""A stranger's PDF: nothing active is left, nothing visible is lost, and what cannot be used says why."""

import zlib

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageChops

from referral_desk.guard.attachments import Note, Problem, Removed, inspect
from tests.strangers import (
    A4,
    active_pdf,
    form_pdf,
    huge_picture_pdf,
    image,
    inline_picture_pdf,
    laughing_pdf,
    layered_pdf,
    link,
    marked_pdf,
    opened,
    plain_pdf,
    saved,
    swelling_pdf,
    without_its_stream_end,
)

ACTIVE_KEYS = {"/AA", "/AF", "/EF", "/JS", "/OpenAction", "/XFA", "/AcroForm", "/JavaScript", "/EmbeddedFiles", "/OPI"}
NAMED = {"/Font", "/XObject"}  # here the same letters are names that the maker chose
ACTIONS = {"/JavaScript", "/Launch", "/GoToR", "/GoToE", "/Rendition", "/SubmitForm", "/ImportData"}


def active_parts(content):
    """Look into every stored object by a way of its own: what the code under test calls clean is not asked."""
    found = []
    with opened(content) as pdf:
        waiting = [(thing, "") for thing in pdf.objects]
        while waiting:
            thing, name = waiting.pop()
            if isinstance(thing, pikepdf.Array):
                inside = [(item, name) for item in thing]
            elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                inside = [(thing[key], key) for key in list(thing.keys())]
                found += [key for _, key in inside if key in ACTIVE_KEYS and name not in NAMED]
                found += {str(thing.get("/S", ""))} & ACTIONS
                found += [str(thing.Subtype) for _ in "." if "/Rect" in thing and thing.get("/Subtype") != Name.Link]
            else:
                continue
            waiting += [pair for pair in inside if isinstance(pair[0], pikepdf.Object) and not pair[0].is_indirect]
    return found


def stored(content):
    """All that a PDF holds, unpacked."""
    with opened(content) as pdf:
        return saved(pdf, qdf=True, stream_decode_level=pikepdf.StreamDecodeLevel.generalized)


def drawn(content, page=0):
    document = pypdfium2.PdfDocument(content)
    document.init_forms()
    picture = document[page].render(scale=1).to_pil().convert("RGB")
    document.close()
    return picture


def differing(first, second):
    """The share of spots that differ clearly between two pictures."""
    assert first.size == second.size
    seen = ImageChops.difference(first, second).convert("L").point(lambda value: 255 if value > 64 else 0)
    return seen.histogram()[255] / (first.width * first.height)


def words(content, page=0):
    document = pypdfium2.PdfDocument(content)
    text = document[page].get_textpage().get_text_range()
    document.close()
    return text


def test_an_honest_paper_stays_as_it_is():
    original = saved(plain_pdf(2))
    found = inspect(original, "bilag.pdf")
    assert (found.problem, found.pages, found.page_sizes, found.removed, found.notes) == (
        None,
        2,
        ((595.0, 842.0, 2),),
        (),
        (),
    )
    assert words(found.safe) == "Det foerste punkt"
    assert differing(drawn(original), drawn(found.safe)) == 0


def test_nothing_active_is_left():
    original = active_pdf()
    assert {"/AA", "/JS", "/XFA", "/EF", "/AF", "/Launch", "/RichMedia"} <= set(active_parts(original))
    found = inspect(original, "a.pdf")
    assert found.usable
    assert active_parts(found.safe) == []
    for word in (b"alert", b"cmd.exe", b"MZ", b"secret", b"hidden", b"passwd", b"xmpmeta"):
        assert word not in stored(found.safe)


def test_what_was_removed_is_counted():
    removed = dict(inspect(active_pdf(), "a.pdf").removed)
    assert removed[Removed.EMBEDDED] == 1
    assert removed[Removed.FORM] == 1
    assert removed[Removed.COMMENT] == 1
    assert removed[Removed.MARKUP] == 1
    assert {Removed.JAVASCRIPT, Removed.LINK, Removed.XFA, Removed.AUTOMATIC, Removed.METADATA, Removed.MEDIA} <= set(
        removed
    )


def test_links_to_places_and_addresses_stay():
    with opened(inspect(active_pdf(), "a.pdf").safe) as pdf:
        links = list(pdf.pages[0].obj.Annots)
        targets = [str(link.A.URI) if "/A" in link else link.Dest for link in links]
        assert targets[0] == "https://example.org/paper"
        assert targets[1][0].is_same_object_as(pdf.pages[1].obj)
        assert str(targets[2]) == "end"
        assert len(links) == 3
        assert pdf.Root.Names.Dests.Names[1][0].is_same_object_as(pdf.pages[2].obj)
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Second"]


def test_names_that_only_look_active_are_kept():
    with opened(inspect(active_pdf(), "a.pdf").safe) as pdf:
        resources = pdf.pages[0].obj.Resources
        assert "/AA" in resources.Font
        assert "/AF" in resources.XObject


def test_stamps_and_fields_stay_visible():
    seen = drawn(inspect(active_pdf(), "a.pdf").safe)
    assert seen.getpixel((350, A4[1] - 315)) == (0, 255, 0)  # the stamp
    assert seen.getpixel((100, A4[1] - 520)) == (0, 0, 255)  # what lies on top of the field


def test_a_field_that_nobody_drew_yet_shows_its_value():
    original = form_pdf("Blåbærgrød 42")
    found = inspect(original, "skema.pdf")
    assert "Blåbærgrød 42" in words(found.safe)
    assert differing(drawn(original), drawn(found.safe)) < 0.002
    assert found.notes == ()


def test_a_field_with_letters_that_cannot_show_is_remarked_upon():
    assert Note.FORM_LETTERS in inspect(form_pdf("Ωμέγα"), "skema.pdf").notes


def test_marks_without_a_look_get_one():
    original = marked_pdf()
    found = inspect(original, "a.pdf")
    assert differing(drawn(original), drawn(found.safe)) < 0.0005
    red, green, blue = drawn(found.safe).getpixel((290, A4[1] - 725))
    assert red > 200
    assert green > 200
    assert blue < 60
    assert dict(found.removed)[Removed.MARKUP] == 3


def test_a_layer_that_is_switched_off_stays_unseen_in_any_pack():
    found = inspect(layered_pdf(), "a.pdf")
    assert Note.LAYERS in found.notes
    with opened(found.safe) as pdf, pikepdf.new() as pack:
        assert "/OCProperties" not in pdf.Root
        pack.pages.extend(pdf.pages)
        pages = saved(pack)
    assert drawn(pages, 1).getpixel((200, A4[1] - 350)) == (255, 255, 255)
    assert drawn(pages, 1).getpixel((200, A4[1] - 620))[0] < 50
    assert words(pages, 0) == "Det foerste punkt"  # a page without layers is left alone


def test_a_turned_and_cropped_page_keeps_its_look():
    pdf = plain_pdf(1)
    pdf.pages[0].obj.Rotate = -90
    pdf.pages[0].obj.CropBox = Array([50, 400, 500, 800])
    original = saved(pdf)
    found = inspect(original, "a.pdf")
    assert found.page_sizes == ((400.0, 450.0, 1),)
    assert differing(drawn(original), drawn(found.safe)) == 0


@pytest.mark.parametrize(
    ("box", "size"),
    [
        ([595, 842, 0, 0], (595.0, 842.0)),
        ([0, 0, 0, 0], (612.0, 792.0)),
        ([0, 0, 595], (612.0, 792.0)),
        (["a", "b", "c", "d"], (612.0, 792.0)),
    ],
    ids=["upside down", "none", "broken", "letters"],
)
def test_an_odd_page_size_is_mended(box, size):
    pdf = plain_pdf(1)
    pdf.pages[0].obj.MediaBox = Array([String(side) if isinstance(side, str) else side for side in box])
    found = inspect(saved(pdf), "a.pdf")
    assert found.page_sizes == ((*size, 1),)
    assert bool({Note.PAGE_SIZE, Note.REPAIRED} & set(found.notes)) == (size[0] == 612)


def test_a_page_as_large_as_a_house_becomes_a_safe_copy():
    pdf = plain_pdf(1)
    pdf.pages[0].obj.MediaBox = Array([0, 0, 90_000, 50_000])
    found = inspect(saved(pdf), "a.pdf")
    assert (found.problem, found.usable) == (None, True)
    assert Note.SAFE_COPY in found.notes
    assert max(found.page_sizes[0][:2]) < 1200


def test_ink_that_mending_would_lose_is_kept_by_drawing():
    original = without_its_stream_end()
    found = inspect(original, "a.pdf")
    assert (found.problem, found.usable) == (None, True)
    assert Note.SAFE_COPY in found.notes
    assert differing(drawn(original), drawn(found.safe)) < 0.01
    assert drawn(found.safe).getpixel((100, A4[1] - 620))[0] < 50


def test_a_file_that_was_cut_off_is_mended_or_named():
    original = saved(plain_pdf(3), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    found = inspect(original[:-200], "a.pdf")
    assert Note.REPAIRED in found.notes
    assert found.pages == 3
    assert inspect(original[:60], "a.pdf").problem is Problem.DAMAGED


# Locked papers


def locked(user="hemmelig", owner="owner"):
    return saved(plain_pdf(1), encryption=pikepdf.Encryption(user=user, owner=owner, R=6))


def test_a_locked_paper_asks_for_its_password():
    found = inspect(locked(), "a.pdf")
    assert (found.problem, found.safe) == (Problem.PASSWORD, None)
    assert "password" in found.sentence("en")


def test_a_wrong_password_is_said_to_be_wrong():
    assert inspect(locked(), "a.pdf", password="forkert").problem is Problem.WRONG_PASSWORD


def test_the_right_password_opens_it_and_stays_out_of_the_answer():
    found = inspect(locked(), "a.pdf", password="hemmelig")
    assert found.usable
    assert dict(found.removed) == {Removed.PROTECTION: 1}
    assert not opened(found.safe).is_encrypted
    assert "hemmelig" not in repr(found)
    assert b"hemmelig" not in found.safe


def test_a_paper_that_only_forbids_printing_is_taken():
    found = inspect(locked(user=""), "a.pdf")
    assert dict(found.removed) == {Removed.PROTECTION: 1}


# Bombs


def test_a_page_that_swells_is_a_bomb():
    content = swelling_pdf()
    assert len(content) < 2_000_000
    assert inspect(content, "a.pdf").problem is Problem.BOMB


def test_swelling_behind_several_filters_is_found():
    assert inspect(swelling_pdf(200, rounds=3), "a.pdf").problem is Problem.BOMB


@pytest.mark.parametrize("name", ["ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "LZWDecode"])
def test_the_rarer_filters_are_looked_through(name):
    data = {
        "RunLengthDecode": bytes((129, 32)) * 500_000 + b"\x80",
        "LZWDecode": lzw_blanks(60 << 20),
        "ASCIIHexDecode": zlib.compress(b"20" * (60 << 20)),
        "ASCII85Decode": b"z" * (15 << 20) + b"~>",
    }[name]
    filters = [Name.FlateDecode, Name("/" + name)]
    if name == "ASCIIHexDecode":
        filters = [Name.FlateDecode, *filters]
    pdf = plain_pdf(1)
    stream = pdf.make_stream(b"")
    stream.write(zlib.compress(data), filter=Array(filters))
    pdf.pages[0].obj.Contents = stream
    assert inspect(saved(pdf), "a.pdf").problem is Problem.BOMB


def lzw_blanks(size):
    """Blanks as LZW (ISO 32000-1, 7.4.4): each code stands for one blank more than the last."""
    bits, code, made = ["100000000"], 258, 0
    while made < size:
        width = 9 if code < 512 else 10 if code < 1024 else 11 if code < 2048 else 12
        if code == 4094:
            bits.append(f"{256:0{width}b}")
            code = 258
            continue
        bits.append(f"{32 if code == 258 else code - 1:0{width}b}")
        made += code - 257
        code += 1
    bits.append(f"{257:0{width}b}")
    joined = "".join(bits)
    joined += "0" * (-len(joined) % 8)
    return int(joined, 2).to_bytes(len(joined) // 8, "big")


def test_a_picture_without_end_is_a_bomb():
    assert inspect(huge_picture_pdf(), "a.pdf").problem is Problem.BOMB
    assert inspect(inline_picture_pdf(), "a.pdf").problem is Problem.BOMB


def test_a_picture_that_lies_about_its_size_is_a_bomb():
    pdf = plain_pdf(1)
    huge = (30_000).to_bytes(2, "big") * 2
    jpeg = (
        b"\xff\xd8\xff\xc0\x00\x11\x08" + huge + b"\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01\xff\xda\x00\x0c" + bytes(40)
    )
    stream = pdf.make_stream(jpeg, Type=Name.XObject, Subtype=Name.Image, Width=10, Height=10, BitsPerComponent=8)
    stream.write(jpeg, filter=Name.DCTDecode)
    stream.ColorSpace = Name.DeviceRGB
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(I=stream))
    assert inspect(saved(pdf), "a.pdf").problem is Problem.BOMB


def test_a_billion_laughs_are_no_laughing_matter():
    assert inspect(laughing_pdf(), "a.pdf").problem is Problem.BOMB
    assert inspect(laughing_pdf(depth=3), "a.pdf").usable


def test_too_many_pages_are_refused_with_the_number():
    found = inspect(saved(plain_pdf(501)), "a.pdf")
    assert found.problem is Problem.TOO_MANY_PAGES
    assert "501 pages; the limit is 500" in found.sentence("en")


def test_a_paper_without_pages_is_empty():
    assert inspect(saved(pikepdf.new()), "a.pdf").problem is Problem.EMPTY


def test_a_form_that_only_one_reader_can_show_is_refused():
    pdf = plain_pdf(1)
    pdf.Root.NeedsRendering = True
    assert inspect(saved(pdf), "a.pdf").problem is Problem.XFA


def test_a_collection_of_files_says_that_only_the_cover_shows():
    pdf = plain_pdf(1)
    pdf.Root.Collection = Dictionary(Type=Name.Collection)
    assert Note.PORTFOLIO in inspect(saved(pdf), "a.pdf").notes


def test_names_that_are_no_utf_8_are_read():
    content = saved(plain_pdf(1), compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    old = content.replace(b"/F1", b"/\xf81")
    found = inspect(old, "gammel.pdf")
    assert found.usable
    assert words(found.safe) == "Det foerste punkt"


def test_the_same_paper_gives_the_same_bytes():
    original = active_pdf()
    assert inspect(original, "a.pdf").safe == inspect(original, "a.pdf").safe


def test_a_link_keeps_nothing_but_its_target():
    pdf = plain_pdf(1)
    kept = link(
        pdf, Dictionary(S=Name.URI, URI=String("mailto:a@example.org"), Next=Dictionary(S=Name.Named, N=Name.Print))
    )
    kept.AP = Dictionary(N=pdf.make_stream(b""))
    kept.PA = Dictionary(S=Name.URI, URI=String("https://example.org"))
    pdf.pages[0].obj.Annots = Array([kept])
    with opened(inspect(saved(pdf), "a.pdf").safe) as safe:
        assert set(safe.pages[0].obj.Annots[0].keys()) == {"/Type", "/Subtype", "/Rect", "/F", "/A"}


def test_a_safe_copy_is_grey_where_the_page_is():
    pdf = plain_pdf(1)
    pdf.pages[0].obj.MediaBox = Array([0, 0, 20_000, 20_000])
    with opened(inspect(saved(pdf), "a.pdf").safe) as safe:
        drawn_page = safe.pages[0].obj.Resources.XObject.Page
        assert drawn_page.ColorSpace == Name.DeviceGray
        assert image(drawn_page.read_raw_bytes()).size == (4000, 4000)
