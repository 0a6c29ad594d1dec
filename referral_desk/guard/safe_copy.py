"""The last way to use a PDF: its pages drawn as pictures, so that nothing of the file itself goes on (trust.md F)."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from referral_desk.guard import pdf_probe, pdf_scan
from referral_desk.guard.drawing import Drawn, draw_copy, open_document
from referral_desk.guard.findings import MOST_PAGES, Problem, Unusable
from referral_desk.texts import N_

if TYPE_CHECKING:
    from collections.abc import Callable

DRAWING = N_("Drawing pages")


def copy_pages(
    content: bytes, password: str | None, tell: Callable[[int, int, str], None]
) -> tuple[bytes, Counter[tuple[float, float]]]:
    """Draw every page into a new PDF; give it and its sizes. Raises Unusable where pdfium cannot help either."""
    document = open_document(content, password)
    pages = len(document)
    if pages > MOST_PAGES:
        raise Unusable(Problem.TOO_MANY_PAGES, pages=pages)
    sizes = Counter[tuple[float, float]]()
    with pikepdf.new() as pdf:
        for page in range(pages):
            tell(page, pages, DRAWING)
            drawn = draw_copy(document, page)
            pdf.add_blank_page(page_size=drawn.size)
            _lay(pdf, pdf.pages[-1], drawn)
            sizes[round(drawn.size[0], 1), round(drawn.size[1], 1)] += 1
        return _save(pdf), sizes


def copy_layered_pages(content: bytes, tell: Callable[[int, int, str], None]) -> bytes:
    """Replace the pages that use layers by pictures of what is switched on; ``content`` is a cleaned PDF.

    A pack has one list of layers for all papers, so that a hidden layer could come to light in it.
    """
    document = open_document(content)
    with pikepdf.open(BytesIO(content)) as pdf:
        pages = len(pdf.pages)
        for number, page in enumerate(pdf.pages):
            tell(number, pages, DRAWING)
            if _uses_layers(page):
                page.obj.Rotate = 0
                _lay(pdf, page, draw_copy(document, number))
        if "/OCProperties" in pdf.Root:
            del pdf.Root["/OCProperties"]
        pdf.remove_unreferenced_resources()
        return _save(pdf)


def _lay(pdf: pikepdf.Pdf, page: pikepdf.Page, drawn: Drawn) -> None:
    """Make a picture all that a page shows."""
    width, height = drawn.size
    picture = Stream(
        pdf,
        drawn.jpeg,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=drawn.pixels[0],
        Height=drawn.pixels[1],
        ColorSpace=Name.DeviceGray if drawn.grey else Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    page.obj.MediaBox = Array([0, 0, width, height])
    for key in ("/CropBox", "/UserUnit", "/Group"):
        if key in page.obj:
            del page.obj[key]
    page.obj.Resources = Dictionary(XObject=Dictionary(Page=picture))
    page.obj.Contents = Stream(pdf, f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Page Do Q".encode())


def _uses_layers(page: pikepdf.Page) -> bool:
    waiting: list[Any] = [page.obj.get("/Resources")]
    seen: set[tuple[int, int]] = set()
    while waiting:
        thing = waiting.pop()
        if not isinstance(thing, Dictionary | Array | Stream):
            continue
        if thing.is_indirect:
            if thing.objgen in seen:
                continue
            seen.add(thing.objgen)
        if isinstance(thing, Array):
            waiting.extend(thing)
            continue
        if pdf_scan.word(thing.get("/Type")) in {"/OCG", "/OCMD"}:
            return True
        waiting.extend(thing[key] for key in thing.keys())  # noqa: SIM118 - as in pdf_scan.walk
    return False


def _save(pdf: pikepdf.Pdf) -> bytes:
    pdf_probe.probe(pdf)
    out = BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()
