"""What strangers' pages bring along besides their look: hidden layers stay hidden, links lead where they led."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from referral_desk.reports.foreign import ForeignLink, ForeignPaper
from referral_desk.reports.plates import PlateBlock, moved

Placed = Mapping[tuple[int, int], tuple[int, PlateBlock]]
_LEAST: Final = 2.0


def keep_layers(pdf: pikepdf.Pdf, papers: Mapping[int, ForeignPaper]) -> None:
    """Carry the papers' optional-content groups over, off where they were off (ISO 32000-1 8.11.4)."""
    everything, off = Array(), Array()
    for paper in papers.values():
        groups, hidden = paper.hidden_layers()
        for group in groups:
            everything.append(pdf.copy_foreign(group) if group.is_indirect else group)
        for group in hidden:
            off.append(pdf.copy_foreign(group) if group.is_indirect else group)
    if len(everything):
        pdf.Root.OCProperties = Dictionary(OCGs=everything, D=Dictionary(OFF=off, Order=Array()))


def keep_links(pdf: pikepdf.Pdf, papers: Mapping[int, ForeignPaper], placed: Placed) -> None:
    """Put the papers' own links back, moved and scaled with their pages; `placed`: (paper, page) to our page."""
    pages = [page.obj for page in pdf.pages]
    for number, paper in papers.items():
        for at, foreign in enumerate(paper.pages):
            here, block = placed[number, at]
            for link in foreign.links:
                box = moved(link.box, block.matrix)
                x0, y0, x1, y1 = block.spot
                box = (max(x0, box[0]), max(y0, box[1]), min(x1, box[2]), min(y1, box[3]))
                if box[2] - box[0] < _LEAST or box[3] - box[1] < _LEAST:
                    continue
                annotation = Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=Array([round(edge, 2) for edge in box]),
                    Border=Array([0, 0, 0]),
                    F=4,
                )
                _aim(annotation, link, placed, number, pages)
                if "/Annots" not in pages[here]:
                    pages[here].Annots = Array()
                pages[here].Annots.append(pdf.make_indirect(annotation))


def _aim(
    annotation: pikepdf.Dictionary, link: ForeignLink, placed: Placed, number: int, pages: Sequence[pikepdf.Object]
) -> None:
    if link.address:
        annotation.A = Dictionary(Type=Name.Action, S=Name.URI, URI=String(link.address))
        annotation.Contents = String(link.address)
        return
    page, block = placed[number, link.page]
    top = block.spot[3]
    if link.top is not None:
        top = min(top, moved((0, link.top, 0, link.top), block.matrix)[3])
    annotation.Dest = Array([pages[page], Name.XYZ, None, round(top, 2), None])
