"""Files as strangers send them: honest, odd, active, swelling and broken. Made here, never kept."""

import io
import zlib
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

PAPERS = Path(__file__).resolve().parents[2] / "shared" / "papers"
A4 = (595, 842)
TEXT = b"BT /F1 24 Tf 72 700 Td (Det foerste punkt) Tj ET 72 600 200 40 re f"


def saved(pdf, **options):
    out = io.BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def opened(content, password=""):
    return pikepdf.open(io.BytesIO(content), password=password)


def plain_pdf(pages=2, size=A4):
    """A PDF with a line of text and a black bar on each page, and nothing else."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=size)
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(TEXT)
    return pdf


def script(code="app.alert(1)"):
    return Dictionary(S=Name.JavaScript, JS=String(code))


def mark(pdf, subtype, rect=(72, 500, 200, 540), **keys):
    return pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name("/" + subtype), Rect=Array([*rect]), F=4, **keys))


def look(pdf, content=b"1 0 0 rg 0 0 100 30 re f", box=(0, 0, 100, 30)):
    """The look of a mark, as its maker drew it."""
    return Dictionary(
        N=pdf.make_indirect(pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([*box])))
    )


def link(pdf, action):
    return mark(pdf, "Link", A=action)


def active_pdf():
    """One PDF with everything that may start, fetch, hide or carry something."""
    pdf = plain_pdf(3)
    page = pdf.pages[0].obj
    film = pdf.make_stream(b"film", Type=Name.EmbeddedFile)
    hidden = pdf.make_indirect(
        Dictionary(Type=Name.Filespec, F=String("hidden.exe"), EF=Dictionary(F=pdf.make_stream(b"MZ")))
    )
    root = pdf.Root
    root.OpenAction = script()
    root.AA = Dictionary(WC=script())
    root.Names = Dictionary(
        JavaScript=Dictionary(Names=Array([String("a"), pdf.make_indirect(script())])),
        EmbeddedFiles=Dictionary(Names=Array([String("h"), hidden])),
        Dests=Dictionary(Names=Array([String("end"), Array([pdf.pages[2].obj, Name.Fit])])),
    )
    root.AF = Array([hidden])
    element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, AF=Array([hidden])))
    root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=element))
    field = mark(pdf, "Widget", FT=Name.Tx, T=String("f"), V=String("42"), AA=Dictionary(K=script()), AP=look(pdf))
    root.AcroForm = Dictionary(Fields=Array([field]), XFA=pdf.make_stream(b"<xdp/>"))
    page.AA = Dictionary(O=script())
    page.PieceInfo = Dictionary(Maker=Dictionary(Private=String("secret")))
    page.Annots = Array(
        [
            field,
            link(pdf, Dictionary(S=Name.Launch, F=String("cmd.exe"))),
            link(pdf, Dictionary(S=Name.GoToR, F=String("other.pdf"), D=Array([0, Name.Fit]))),
            link(pdf, Dictionary(S=Name.GoToE, T=Dictionary(R=Name.C, N=String("h")))),
            link(pdf, Dictionary(S=Name.URI, URI=String("javascript:alert(1)"))),
            link(pdf, Dictionary(S=Name.URI, URI=String("file:///etc/passwd"))),
            link(pdf, Dictionary(S=Name.URI, URI=String("https://example.org/paper"), Next=script())),
            link(pdf, Dictionary(S=Name.GoTo, D=Array([pdf.pages[1].obj, Name.Fit]))),
            mark(pdf, "Link", Dest=String("end")),
            link(pdf, script()),
            mark(pdf, "FileAttachment", FS=hidden, AP=look(pdf, b"0 0 1 rg 0 0 100 30 re f")),
            mark(pdf, "Text", Contents=String("A remark")),
            mark(pdf, "Stamp", (300, 300, 400, 330), AP=look(pdf, b"0 1 0 rg 0 0 100 30 re f")),
            mark(pdf, "Screen", A=Dictionary(S=Name.Rendition, JS=String("x"), R=Dictionary(S=Name.MR))),
            mark(pdf, "Sound", Sound=pdf.make_stream(b"beep", Type=Name.Sound)),
            mark(pdf, "Movie", Movie=Dictionary(F=String("film.mov"))),
            mark(pdf, "RichMedia", RichMediaContent=Dictionary(Assets=Dictionary(Names=Array([String("f"), film])))),
            mark(pdf, "3D", **{"3DD": pdf.make_stream(b"U3D", Type=Name("/3D"))}),
        ]
    )
    picture = pdf.make_stream(b"\0" * 12, Type=Name.XObject, Subtype=Name.Image, Width=2, Height=2, BitsPerComponent=8)
    picture.ColorSpace = Name.DeviceRGB
    picture.OPI = Dictionary(**{"2.0": Dictionary(F=hidden)})
    picture.Metadata = pdf.make_stream(b"<x:xmpmeta/>", Type=Name.Metadata, Subtype=Name.XML)
    outside = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]), F=hidden)
    # A font may be called /AA and a picture /AF: that is no action and no file.
    page.Resources.Font.AA = page.Resources.Font.F1
    page.Resources.XObject = Dictionary(AF=picture, JS=outside)
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Second", 1))
    root.Outlines.First.A = script()
    return saved(pdf)


def form_pdf(value="42", *, with_look=False):
    """A PDF with one text field that viewers are asked to draw themselves."""
    pdf = plain_pdf(1)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    field = mark(pdf, "Widget", FT=Name.Tx, T=String("f"), V=String(value), DA=String("/Helv 14 Tf 0 g"))
    if with_look:
        field.AP = look(pdf)
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([field]),
        NeedAppearances=not with_look,
        DR=Dictionary(Font=Dictionary(Helv=pdf.make_indirect(font))),
        DA=String("/Helv 0 Tf 0 g"),
    )
    pdf.pages[0].obj.Annots = Array([field])
    return saved(pdf)


def marked_pdf():
    """A PDF with marks that say what they are but not how they look."""
    pdf = plain_pdf(1)
    quads = Array([72, 730, 300, 730, 72, 695, 300, 695])
    pdf.pages[0].obj.Annots = Array(
        [
            mark(pdf, "Highlight", (72, 695, 300, 730), QuadPoints=quads, C=Array([1, 0.9, 0])),
            mark(pdf, "Square", (300, 400, 400, 450), C=Array([1, 0, 0])),
            mark(pdf, "Ink", (100, 300, 200, 350), InkList=Array([Array([100, 300, 150, 350, 200, 300])])),
        ]
    )
    return saved(pdf)


def layered_pdf():
    """A PDF with a layer that is switched off on its second page, and a black bar in it."""
    pdf = plain_pdf(2)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer])))
    page = pdf.pages[1].obj
    page.Resources.Properties = Dictionary(Draft=layer)
    page.Contents = pdf.make_stream(TEXT + b" /OC /Draft BDC 72 300 400 100 re f EMC")
    return saved(pdf)


def swelling_pdf(megabytes=256, rounds=1):
    """A small file whose page swells when it is read."""
    pdf = plain_pdf(1)
    data, filters = zlib.compress(b" " * (megabytes << 20), 9), [Name.FlateDecode]
    for _ in range(rounds):
        data, filters = zlib.compress(data, 9), [*filters, Name.FlateDecode]
    stream = pdf.make_stream(b"")
    stream.write(data, filter=Array(filters))
    pdf.pages[0].obj.Contents = stream
    return saved(pdf)


def huge_picture_pdf(width=30_000, height=30_000):
    """A page with a picture that says it is far larger than any scan."""
    pdf = plain_pdf(1)
    picture = pdf.make_stream(b"")
    picture.write(zlib.compress(bytes(1000), 9), filter=Name.FlateDecode)
    picture.stream_dict.update(
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=width,
            Height=height,
            BitsPerComponent=8,
            ColorSpace=Name.DeviceRGB,
        )
    )
    page = pdf.pages[0].obj
    page.Resources = Dictionary(XObject=Dictionary(I=picture))
    page.Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /I Do Q")
    return saved(pdf)


def inline_picture_pdf():
    """The same inside the page's own drawing."""
    pdf = plain_pdf(1)
    pdf.pages[0].obj.Contents = pdf.make_stream(b"q BI /W 40000 /H 40000 /BPC 8 /CS /RGB ID x EI Q")
    return saved(pdf)


def laughing_pdf(depth=12, each=10):
    """A page that draws ten forms, each of which draws ten, and so on."""
    pdf = plain_pdf(1)
    form = pdf.make_stream(b"0 0 1 1 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
    for _ in range(depth):
        outer = pdf.make_stream(b"/X Do " * each, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
        outer.Resources = Dictionary(XObject=Dictionary(X=pdf.make_indirect(form)))
        form = outer
    page = pdf.pages[0].obj
    page.Resources = Dictionary(XObject=Dictionary(X=pdf.make_indirect(form)))
    page.Contents = pdf.make_stream(b"/X Do")
    return saved(pdf)


def without_its_stream_end():
    """A PDF whose page cannot be mended by qpdf without losing the text, while pdfium shows it."""
    content = saved(plain_pdf(1), compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    start = content.index(b"endstream", content.index(b"Det foerste"))
    return content[:start] + b"enxstream\nenxobj" + content[start + len(b"endstream\nendobj") :]


def picture(mode="RGB", size=(60, 40), form="PNG", **options):
    out = io.BytesIO()
    colour = {"1": 1, "L": 200, "P": 3, "I;16": 40_000, "CMYK": (0, 200, 200, 0), "LA": (80, 0), "RGBA": (0, 0, 255, 0)}
    Image.new(mode, size, colour.get(mode, (200, 30, 60))).save(out, form, **options)
    return out.getvalue()


def image(content):
    return Image.open(io.BytesIO(content))
