"""Small packs for tests: content, papers and strangers' PDF pages made on the spot."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

from referral_desk.queries.packs import PackContent, PackItem, PackMember, PackPaper


def a_paper(number: str, data: bytes | None, kind: str = "text", **changes: Any) -> PackPaper:
    """Make a paper; its title tells its number."""
    key = hashlib.sha256(data).hexdigest() if data is not None else None
    about: dict[str, Any] = {"title": f"Paper {number}", "file_name": f"paper-{number}.{kind}", "sha256": key}
    return PackPaper(number, kind=kind, **(about | changes))  # type: ignore[arg-type]


def an_item(number: int, *papers: PackPaper, **changes: Any) -> PackItem:
    """Make an item with all its blocks."""
    about: dict[str, Any] = {
        "title": f"Subject number {number}",
        "purpose": "decision",
        "starts_at": dt.time(9 + number // 12, 5 * number % 60),
        "minutes": 10,
        "owner": "Kommunen",
        "resume": f"What item {number} is about.",
        "recommendation": (f"that the group agrees to {number}",),
        "presentation": f"How item {number} came about.",
        "plan_activities": ("Handlingsplan 2019–2021: 2.2",),
    }
    return PackItem(number, papers=papers, **(about | changes))


def a_pack(
    *items: PackItem, language: str = "da", members: int | tuple[PackMember, ...] = 3, **changes: Any
) -> PackContent:
    """Make a pack's content; `members` are so many, or these."""
    about: dict[str, Any] = {
        "group": "Regional referencegruppe 2",
        "tier": "regional",
        "title": "Ordinært møde",
        "date": dt.date(2026, 11, 26),
        "starts": dt.time(9),
        "ends": dt.time(12),
        "issue": 2,
        "issued_on": dt.date(2026, 11, 19),
        "number": 4,
        "place": "Lokale 2.14",
        "chair": "Kommunen",
        "secretary": "Center mod Menneskehandel",
        "news": ("bilag 2.1 er nyt",),
        "source_note": "Kilde: kommissorium.",
    }
    people = members if isinstance(members, tuple) else ()
    if isinstance(members, int):
        people = tuple(PackMember(f"Medlem {i}", f"Organisation {i}", "Kommune", "Medlem") for i in range(members))
    return PackContent(language, items=items, members=people, **(about | changes))  # type: ignore[arg-type]


def stored(*papers: bytes) -> dict[str, bytes]:
    """Give papers by their hashes, as they travel to the worker."""
    return {hashlib.sha256(data).hexdigest(): data for data in papers}


def a_picture(width: int = 60, height: int = 40, mode: str = "RGB", kind: str = "PNG") -> bytes:
    """Make a picture in which no two corners are alike."""
    image = Image.new("RGB", (width, height), "white")
    image.paste("red", (0, 0, width // 3, height // 3))
    image.paste("blue", (width // 2, height // 2, width, height))
    out = io.BytesIO()
    image.convert(mode, dither=Image.Dither.NONE).save(out, kind)
    return out.getvalue()


def a_stranger(pages: int = 1, *, size: tuple[float, ...] = (0, 0, 595, 842), **keys: Any) -> bytes:
    """Make a PDF whose pages show which way is up: a red corner, a blue bar and a line of text."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    x0, y0, x1, y1 = size
    wide, high = x1 - x0, y1 - y0
    for number in range(1, pages + 1):
        drawing = (
            f"1 0 0 rg {x0:g} {y1 - high / 4:g} {wide / 4:g} {high / 4:g} re f "
            f"0 0 1 rg {x0 + wide / 2:g} {y0:g} {wide / 2:g} {high / 10:g} re f "
            f"0 g BT /F1 {high / 20:g} Tf {x0 + wide / 8:g} {y0 + high / 2:g} Td (Stranger {number}) Tj ET"
        )
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.MediaBox = Array(list(size))
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(drawing.encode())
        for key, value in keys.items():
            page.obj["/" + key] = value
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()
