"""A stranger's pages in the pack: the same picture, only smaller, whatever its boxes; links and layers still work."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageChops, ImageStat

from referral_desk.reports.foreign import ForeignPaper, Unusable
from referral_desk.reports.pack import make
from referral_desk.reports.plates import fit, frame_for
from tests.pack_builders import a_pack, a_paper, a_picture, a_stranger, an_item, stored

ODD = Path(__file__).resolve().parents[3] / "shared" / "papers"
SCALE = 2.0


def packed(data, kind="pdf"):
    return make(a_pack(an_item(1, a_paper("1.1", data, kind)), members=0), stored(data))


def drawn(document, page, scale=SCALE):
    return document[page].render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")


def compare(data, first, pdf, pages=1):
    """Give how far the paper's pages in the pack are from the paper itself, as mean and as worst share of all dots."""
    before, after = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument(pdf)
    worst = 0.0
    try:
        for number in range(pages):
            wide, high = before[number].get_size()
            scale, x, y = fit(wide, high, frame_for(wide, high))
            placed = drawn(after, first - 1 + number)
            sheet_high = after[first - 1 + number].get_size()[1]
            box = [x, sheet_high - y - high * scale, x + wide * scale, sheet_high - y]
            inside = placed.crop([round(edge * SCALE) for edge in box])
            own = drawn(before, number, scale=SCALE).resize(inside.size, Image.Resampling.BOX)
            # The hairline frame stands on the edge itself; two dots are left out all around.
            edge = (3, 3, inside.width - 3, inside.height - 3)
            if edge[2] - edge[0] < 4 or edge[3] - edge[1] < 4:
                continue
            apart = ImageChops.difference(inside.crop(edge), own.crop(edge))
            worst = max(worst, ImageStat.Stat(apart.convert("L")).mean[0])
    finally:
        before.close()
        after.close()
    return worst


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90, 450])
@pytest.mark.parametrize(
    "size",
    [
        (0, 0, 595, 842),
        (0, 0, 842, 595),
        (-100, 50, 200, 900),
        (0, 0, 2384, 3370),
        (0, 0, 200, 150),
        (0, 0, 90, 1500),
        (300, 400, 0, 0),
    ],
)
def test_a_page_of_any_size_and_turn_keeps_its_picture(size, turn):
    x0, y0, x1, y1 = min(size[0], size[2]), min(size[1], size[3]), max(size[0], size[2]), max(size[1], size[3])
    data = a_stranger(size=(x0, y0, x1, y1), Rotate=turn, MediaBox=Array(list(size)))
    pack = packed(data)
    assert compare(data, pack.papers[0][2], pack.pdf) < 6


@pytest.mark.parametrize("turn", [0, 90, 270])
def test_only_what_the_crop_box_shows_is_shown(turn):
    data = a_stranger(CropBox=Array([100, 200, 500, 700]), TrimBox=Array([200, 300, 400, 500]), Rotate=turn)
    pack = packed(data)
    assert compare(data, pack.papers[0][2], pack.pdf) < 6


def test_pages_inherit_size_turn_and_resources_from_their_tree():
    with pikepdf.open(io.BytesIO(a_stranger(2))) as pdf:
        for page in pdf.pages:
            for key in ("/MediaBox", "/Resources"):
                pdf.Root.Pages[key] = page.obj[key]
                del page.obj[key]
        pdf.Root.Pages.Rotate = 90
        out = io.BytesIO()
        pdf.save(out)
    pack = packed(out.getvalue())
    assert compare(out.getvalue(), pack.papers[0][2], pack.pdf, 2) < 6


def test_pages_that_lie_stay_lying_and_others_stand():
    pack = packed(a_stranger(size=(0, 0, 842, 595)))
    with pikepdf.open(io.BytesIO(pack.pdf)) as pdf:
        _, _, wide, high = (float(edge) for edge in pdf.pages[pack.papers[0][2] - 1].MediaBox)
        assert wide > high
        _, _, wide, high = (float(edge) for edge in pdf.pages[0].MediaBox)
        assert high > wide


def test_the_strip_covers_nothing():
    for size in ((595.0, 842.0), (842.0, 595.0), (10.0, 5000.0), (5000.0, 10.0)):
        frame = frame_for(*size)
        scale, x, y = fit(*size, frame)
        assert y + size[1] * scale <= frame.page[1] - 31
        assert y >= 30
        assert x >= 0
        assert x + size[0] * scale <= frame.page[0]


def linked(*, address="", target=None, dest=None):
    """A paper of three pages with one link on its first."""
    with pikepdf.open(io.BytesIO(a_stranger(3))) as pdf:
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([100, 600, 300, 650]))
        if address:
            link.A = Dictionary(S=Name.URI, URI=String(address))
        elif dest is not None:
            pdf.Root.Names = Dictionary(
                Dests=Dictionary(Names=Array([String("here"), Array([pdf.pages[2].obj, Name.XYZ, 0, 421, 0])]))
            )
            link.A = Dictionary(S=Name.GoTo, D=dest)
        else:
            link.Dest = Array([pdf.pages[target].obj, Name.Fit])
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def links_of(pack):
    """The paper's own links: not those of the strip."""
    with pikepdf.open(io.BytesIO(pack.pdf)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        found = []
        for link in pdf.pages[pack.papers[0][2] - 1].Annots:
            if "/StructParent" in link:
                continue
            to = numbers[link.Dest[0].objgen] if "/Dest" in link else str(link.A.URI)
            found.append((to, [float(edge) for edge in link.Rect]))
        return found


def test_links_inside_a_paper_lead_to_its_pages_in_the_pack():
    pack = packed(linked(target=2))
    ((to, box),) = links_of(pack)
    assert to == pack.papers[0][2] + 2
    scale, x, y = fit(595, 842, frame_for(595, 842))
    assert box == pytest.approx([100 * scale + x, 600 * scale + y, 300 * scale + x, 650 * scale + y], abs=0.02)


def test_named_places_are_found():
    pack = packed(linked(dest=String("here")))
    assert [to for to, _ in links_of(pack)] == [pack.papers[0][2] + 2]


def test_links_that_lead_nowhere_are_left_out():
    assert links_of(packed(linked(dest=String("nowhere")))) == []


@pytest.mark.parametrize(
    ("address", "kept"), [("https://cmm.dk/a", 1), ("mailto:a@b.dk", 1), ("javascript:x()", 0), ("file:///etc", 0)]
)
def test_only_harmless_addresses_are_kept(address, kept):
    assert len(links_of(packed(linked(address=address)))) == kept


def test_a_hidden_layer_stays_hidden():
    with pikepdf.open(io.BytesIO(a_stranger())) as pdf:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
        page = pdf.pages[0].obj
        page.Resources.Properties = Dictionary(L0=group)
        page.Contents = pdf.make_stream(b"/OC /L0 BDC 0 0 0 rg 0 0 595 842 re f EMC " + page.Contents.read_bytes())
        out = io.BytesIO()
        pdf.save(out)
    pack = packed(out.getvalue())
    assert compare(out.getvalue(), pack.papers[0][2], pack.pdf) < 6


def test_notes_on_a_page_stay_visible_but_do_nothing():
    with pikepdf.open(io.BytesIO(a_stranger())) as pdf:
        look = pdf.make_stream(
            b"0 1 0 rg 0 0 200 100 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 100])
        )
        stamp = Dictionary(
            Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([200, 500, 400, 600]), F=4, AP=Dictionary(N=look)
        )
        stamp.A = Dictionary(S=Name.Launch, F=String("calc.exe"))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(stamp)])
        out = io.BytesIO()
        pdf.save(out)
    pack = packed(out.getvalue())
    assert compare(out.getvalue(), pack.papers[0][2], pack.pdf) < 6
    assert b"Launch" not in unpacked(pack.pdf)


def unpacked(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        out = io.BytesIO()
        opened.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return out.getvalue()


def test_what_is_drawn_before_does_not_colour_a_strangers_page():
    plain = a_stranger()
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        pdf.pages[0].obj.Contents = pdf.make_stream(b"100 100 200 200 re f 100 400 m 400 400 l S")
        out = io.BytesIO()
        pdf.save(out)
    pack = packed(out.getvalue())
    assert compare(out.getvalue(), pack.papers[0][2], pack.pdf) < 4


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_pictures_of_every_kind_look_as_they_are(mode):
    data = a_picture(400, 300, mode)
    pack = packed(data, "image")
    document = pypdfium2.PdfDocument(pack.pdf)
    scale, x, y = fit(300, 225, frame_for(300, 225))
    sheet = drawn(document, pack.papers[0][2] - 1)
    high = document[pack.papers[0][2] - 1].get_size()[1]
    document.close()
    box = [round(edge * SCALE) for edge in (x, high - y - 225 * scale, x + 300 * scale, high - y)]
    with Image.open(io.BytesIO(data)) as opened:
        own = (opened.convert("I").point(lambda v: v / 257) if mode == "I;16" else opened.convert("RGBA")).convert(
            "RGB"
        )
    inside = sheet.crop(box)
    apart = ImageStat.Stat(ImageChops.difference(inside, own.resize(inside.size))).mean
    assert max(apart) < 5


def test_a_photo_keeps_its_upright_and_loses_what_the_camera_wrote():
    image = Image.open(io.BytesIO(a_picture(80, 40)))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera of somebody"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif)
    pack = packed(out.getvalue(), "image")
    with pikepdf.open(io.BytesIO(pack.pdf)) as pdf:
        (picture,) = pdf.pages[pack.papers[0][2] - 1].Resources.XObject.values()
        assert (int(picture.Width), int(picture.Height)) == (40, 80)
        assert b"Camera of somebody" not in picture.read_raw_bytes()


@pytest.mark.skipif(not ODD.is_dir(), reason="the odd papers are not beside this clone")
def test_every_odd_paper_is_placed_or_named_and_the_pack_is_whole():
    files = sorted(ODD.glob("*.pdf"))
    data = [path.read_bytes() for path in files]
    papers = [
        a_paper(f"1.{n}", one, "pdf", title=path.name) for n, (path, one) in enumerate(zip(files, data, strict=True), 1)
    ]
    pack = make(a_pack(an_item(1, *papers), members=0), stored(*data))
    assert len(pack.papers) == len(files)
    assert sum(not paper[4] for paper in pack.papers) > 0.6 * len(files)
    with pikepdf.open(io.BytesIO(pack.pdf)) as pdf:
        assert len(pdf.pages) == pack.pages
        active = [b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/AA"]
    whole = unpacked(pack.pdf)
    assert not [word for word in active if word + b" " in whole or word + b"\n" in whole]


def test_a_paper_without_pages_is_empty():
    out = io.BytesIO()
    pikepdf.new().save(out)
    with pytest.raises(Unusable, match="empty"):
        ForeignPaper(out.getvalue())


def test_inner_forms_lose_their_ties_and_keep_their_look():
    with pikepdf.open(io.BytesIO(a_stranger())) as pdf:
        page = pdf.pages[0].obj
        about = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": Array([0, 0, 300, 300]), "StructParents": 0}
        inner = pdf.make_stream(b"BT /F1 40 Tf 50 50 Td (inner) Tj ET 0 0 1 rg 0 0 99 9 re f", **about)
        inner.AF = Array(
            [pdf.make_indirect(Dictionary(Type=Name.Filespec, EF=Dictionary(F=pdf.make_stream(b"secret"))))]
        )
        page.Resources.XObject = Dictionary(Inner=inner)
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" q /Inner Do Q")
        out = io.BytesIO()
        pdf.save(out)
    pack = packed(out.getvalue())
    assert compare(out.getvalue(), pack.papers[0][2], pack.pdf) < 6
    assert b"/AF" not in unpacked(pack.pdf)
    assert b"secret" not in unpacked(pack.pdf)
