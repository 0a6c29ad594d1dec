"""The last step: give the drawn pages structure, links, outline and metadata; save the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from referral_desk.reports.metadata import About, describe
from referral_desk.reports.tags import Bookmark, Element, Link, Mark, TagCanvas

# Makes the object for a plate in the finished file.
PlateMaker = Callable[[pikepdf.Pdf], pikepdf.Object]
_EDGE = 4  # white between a link's target and the top of the window


def finish(
    drawn: bytes,
    canvas: TagCanvas,
    about: About,
    plates: Mapping[str, PlateMaker],
    extra: Callable[[pikepdf.Pdf], None] | None = None,
) -> bytes:
    """Turn ReportLab's bytes into the finished file. `extra` may add to the file before it is saved."""
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        pages = [page.obj for page in pdf.pages]
        _set_plates(pdf, pages, canvas, plates)
        _Structure(pdf, pages, canvas).write()
        _outline(pdf, pages, canvas)
        if extra:
            extra(pdf)
        describe(pdf, about)
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            min_version="1.7",
            fix_metadata_version=False,
        )
        return out.getvalue()


def _set_plates(
    pdf: pikepdf.Pdf, pages: Sequence[pikepdf.Object], canvas: TagCanvas, plates: Mapping[str, PlateMaker]
) -> None:
    made: dict[str, pikepdf.Object] = {}
    for plate in canvas.plates:
        if plate.key not in made:
            made[plate.key] = plates[plate.key](pdf)
        page = pages[plate.page]
        # ReportLab shares one resource dictionary among pages; a plate belongs to its own page.
        resources = Dictionary(dict(page.Resources.items()))
        names = Dictionary(dict(resources.get("/XObject", Dictionary()).items()))
        names["/" + plate.name] = made[plate.key]
        resources.XObject = names
        page.Resources = resources


def _target(pages: Sequence[pikepdf.Object], canvas: TagCanvas, anchor: str) -> Array | None:
    spot = canvas.spots.get(anchor)
    if spot is None:
        return None
    return Array([pages[spot.page], Name.XYZ, None, round(spot.top + _EDGE, 2), None])


class _Structure:
    """Writes the tree of elements, the parent tree and the links (ISO 32000-1 14.7.4)."""

    def __init__(self, pdf: pikepdf.Pdf, pages: Sequence[pikepdf.Object], canvas: TagCanvas) -> None:
        self.pdf, self.pages, self.canvas = pdf, pages, canvas
        self.parents: list[dict[int, pikepdf.Object]] = [{} for _ in pages]
        self.annotations: list[pikepdf.Object] = []
        self.notes = 0

    def write(self) -> None:
        pdf, root = self.pdf, self.pdf.Root
        tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = self._element(self.canvas.root, tree)
        numbers: list[object] = []
        for number, (page, marks) in enumerate(zip(self.pages, self.parents, strict=True)):
            page.StructParents = number
            page.Tabs = Name.S
            numbers += [number, pdf.make_indirect(Array([marks[i] for i in range(len(marks))]))]
        for number, owner in enumerate(self.annotations, start=len(self.pages)):
            numbers += [number, owner]
        tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        tree.ParentTreeNextKey = len(self.pages) + len(self.annotations)
        root.StructTreeRoot = tree
        root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object | None:
        made = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.tag), P=parent))
        kids: list[object] = []
        home: int | None = None
        for kid in element.kids:
            if isinstance(kid, Mark):
                self.parents[kid.page][kid.mcid] = made
                home = kid.page if home is None else home
                away = Dictionary(Type=Name.MCR, Pg=self.pages[kid.page], MCID=kid.mcid)
                kids.append(kid.mcid if kid.page == home else away)
            else:
                inner = self._element(kid, made) if isinstance(kid, Element) else self._link(kid, made)
                if inner is not None:
                    kids.append(inner)
        if not kids and element.tag not in {"TD", "TH"}:
            return None
        if home is not None:
            made.Pg = self.pages[home]
        if len(kids) == 1:
            made.K = kids[0]
        elif kids:
            made.K = Array(kids)
        self._attributes(element, made)
        return made

    def _attributes(self, element: Element, made: pikepdf.Object) -> None:
        if element.alt:
            made.Alt = String(element.alt)
        if element.tag == "Note":  # PDF/UA-1 7.9: every note has a name of its own
            self.notes += 1
            made.ID = String(f"note-{self.notes}")
        table = Dictionary()
        if element.scope:
            table.Scope = Name("/" + element.scope)
        if element.span > 1:
            table.ColSpan = element.span
        if len(table):
            table.O = Name.Table
            made.A = table
        elif element.tag == "L":
            made.A = Dictionary(O=Name.List, ListNumbering=Name("/" + (element.numbering or "None")))
        elif element.box:
            made.A = Dictionary(O=Name.Layout, BBox=Array([round(edge, 2) for edge in element.box]))

    def _link(self, link: Link, owner: pikepdf.Object) -> pikepdf.Object | None:
        target = _target(self.pages, self.canvas, link.anchor)
        if target is None:
            return None
        page = self.pages[link.page]
        annotation = self.pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(edge, 2) for edge in link.box]),
                Border=Array([0, 0, 0]),
                F=4,
                Contents=String(link.says),
                Dest=target,
                StructParent=len(self.pages) + len(self.annotations),
            )
        )
        self.annotations.append(owner)
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(annotation)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)


def _outline(pdf: pikepdf.Pdf, pages: Sequence[pikepdf.Object], canvas: TagCanvas) -> None:
    """Write the bookmarks; items open, papers folded below them."""
    placed = [(b, _target(pages, canvas, b.anchor)) for b in canvas.bookmarks]
    marks = [(b, t) for b, t in placed if t is not None]
    if not marks:
        return
    top = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    _branch(pdf, marks, top, 0)
    pdf.Root.Outlines = top


def _branch(pdf: pikepdf.Pdf, marks: list[tuple[Bookmark, Array]], parent: pikepdf.Object, level: int) -> None:
    heads = [i for i, (mark, _) in enumerate(marks) if mark.level <= level]
    lines = []
    for nth, start in enumerate(heads):
        end = heads[nth + 1] if nth + 1 < len(heads) else len(marks)
        mark, target = marks[start]
        line = pdf.make_indirect(Dictionary(Title=String(mark.title), Parent=parent, Dest=target))
        if end > start + 1:
            _branch(pdf, marks[start + 1 : end], line, level + 1)
            line.Count = -line.Count  # folded
        lines.append(line)
    for before, after in pairwise(lines):
        before.Next, after.Prev = after, before
    parent.First, parent.Last, parent.Count = lines[0], lines[-1], len(lines)
