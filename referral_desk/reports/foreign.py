"""A stranger's PDF: each page becomes one object that can be placed; its look, links and hidden layers are kept."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, cast

import pikepdf
from pikepdf import Array, Dictionary, Name

from referral_desk.reports.tags import Matrix, Rect

_DEEP: Final = 60  # levels of a page tree or a name tree that we follow
_LETTER: Final = (0.0, 0.0, 612.0, 792.0)  # what readers take when a page tells no size
_SANE_UNIT: Final = 1000
_HUGE: Final = 14_400.0 * 100
_TIES: Final = ("/StructParent", "/StructParents", "/AF", "/PieceInfo", "/Metadata", "/OPI", "/Ref", "/Alternates")
_SAFE: Final = ("http://", "https://", "mailto:")


class Unusable(Exception):
    """A paper that cannot be placed; `reason` is one of the keys that `notice` has words for."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class ForeignLink:
    """A link on a page, in the page's own coordinates: to a page of the same paper, or to an address."""

    box: Rect
    page: int = -1
    top: float | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class ForeignPage:
    """A page ready to be placed: size as seen, the matrix that brings it to the origin upright, and its links."""

    width: float
    height: float
    upright: Matrix
    speaks: bool
    links: tuple[ForeignLink, ...]
    form: pikepdf.Object


class ForeignPaper:
    """A stranger's PDF with all its pages prepared. Keep it until the pack is saved."""

    def __init__(self, data: bytes) -> None:
        """Open and prepare. Raises Unusable with "password", "damaged" or "empty"."""
        try:
            self._pdf = pikepdf.open(io.BytesIO(data))
        except pikepdf.PasswordError:
            raise Unusable("password") from None
        except pikepdf.PdfError:
            raise Unusable("damaged") from None
        try:
            self.pages = self._prepare()
        except Unusable:
            self.close()
            raise
        except (
            pikepdf.PdfError,
            pikepdf.ForeignObjectError,
            ValueError,
            TypeError,
            KeyError,
            AttributeError,
            IndexError,
        ):
            # What is wrong in a stranger's file shows in many ways; each of them makes a notice page.
            self.close()
            raise Unusable("damaged") from None

    def close(self) -> None:
        """Let go of the file."""
        self._pdf.close()

    def _prepare(self) -> tuple[ForeignPage, ...]:
        pdf = self._pdf
        if "/AcroForm" in pdf.Root and pdf.Root.AcroForm.get("/NeedAppearances"):
            pdf.generate_appearance_streams()
        links = [list(_annotations(page.obj)) for page in pdf.pages]
        pdf.flatten_annotations("screen")
        pages = [page.obj for page in pdf.pages]
        if not pages:
            raise Unusable("empty")
        numbers = {page.objgen: number for number, page in enumerate(pages)}
        targets = _Targets(pdf, numbers)
        return tuple(_page(pdf, page, found, targets) for page, found in zip(pages, links, strict=True))

    def hidden_layers(self) -> tuple[list[pikepdf.Object], list[pikepdf.Object]]:
        """Give all optional-content groups and those that are off when the paper is opened (ISO 32000-1 8.11)."""
        properties = self._pdf.Root.get("/OCProperties")
        if not isinstance(properties, pikepdf.Dictionary):
            return [], []
        groups = _dictionaries(properties.get("/OCGs"))
        default = properties.get("/D")
        if not isinstance(default, pikepdf.Dictionary):
            return groups, []
        off = _dictionaries(default.get("/OFF"))
        if default.get("/BaseState") == Name.OFF:
            on = {group.objgen for group in _dictionaries(default.get("/ON"))}
            off = [group for group in groups if group.objgen not in on]
        return groups, off


def _dictionaries(value: Any) -> list[pikepdf.Object]:
    return [one for one in value if isinstance(one, pikepdf.Dictionary)] if isinstance(value, pikepdf.Array) else []


def _number(value: Any) -> float | None:
    return float(value) if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else None


def _inherited(page: pikepdf.Object, key: str) -> Any:
    node: Any = page
    for _ in range(_DEEP):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None


def _box(value: Any) -> Rect | None:
    if not isinstance(value, pikepdf.Array) or len(value) != 4:  # noqa: PLR2004 - a rectangle
        return None
    try:
        x0, y0, x1, y1 = (float(edge) for edge in value)
    except (TypeError, ValueError):
        return None
    box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return box if box[2] - box[0] >= 1 and box[3] - box[1] >= 1 and max(map(abs, box)) < _HUGE else None


def seen_box(page: pikepdf.Object) -> Rect:
    """Give the part of a page that readers show: the crop box inside the media box (ISO 32000-1 14.11.2)."""
    media = _box(_inherited(page, "/MediaBox")) or _LETTER
    crop = _box(_inherited(page, "/CropBox")) or media
    cut = (max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3]))
    return cut if cut[2] - cut[0] >= 1 and cut[3] - cut[1] >= 1 else media


def _upright(box: Rect, turn: int) -> tuple[float, float, Matrix]:
    """Give width, height and matrix that bring a box to the origin as it is seen after its clockwise turn."""
    x0, y0, x1, y1 = box
    if turn == 90:  # noqa: PLR2004 - degrees
        return y1 - y0, x1 - x0, (0, -1, 1, 0, -y0, x1)
    if turn == 180:  # noqa: PLR2004 - degrees
        return x1 - x0, y1 - y0, (-1, 0, 0, -1, x1, y1)
    if turn == 270:  # noqa: PLR2004 - degrees
        return y1 - y0, x1 - x0, (0, 1, -1, 0, y1, -x0)
    return x1 - x0, y1 - y0, (1, 0, 0, 1, -x0, -y0)


def _page(pdf: pikepdf.Pdf, page: pikepdf.Object, annotations: list[pikepdf.Object], targets: _Targets) -> ForeignPage:
    box = seen_box(page)
    turn = _number(_inherited(page, "/Rotate")) or 0.0
    width, height, upright = _upright(box, round(turn) % 360)
    scale = _number(page.get("/UserUnit"))
    if scale is None or not 0 < scale < _SANE_UNIT:
        scale = 1.0
    upright = tuple(part * scale for part in upright)  # type: ignore[assignment]
    resources = _inherited(page, "/Resources")
    if not isinstance(resources, pikepdf.Dictionary):
        resources = Dictionary()
    form = _form(pdf, page, box, resources)
    links = tuple(link for annotation in annotations if (link := targets.link(annotation)))
    return ForeignPage(width * scale, height * scale, upright, _speaks(resources), links, form)


def _form(pdf: pikepdf.Pdf, page: pikepdf.Object, box: Rect, resources: pikepdf.Object) -> pikepdf.Object:
    """Make the page one form object (ISO 32000-1 8.10). One content stream goes over as it is, several are joined."""
    contents = page.get("/Contents")
    listed: Any = contents if isinstance(contents, pikepdf.Array) else [contents]
    streams = [one for one in listed if isinstance(one, pikepdf.Stream)]
    about: dict[str, Any] = {
        "Type": Name.XObject,
        "Subtype": Name.Form,
        "BBox": Array(list(box)),
        "Resources": resources,
    }
    group = page.get("/Group")
    if isinstance(group, pikepdf.Dictionary):
        about["Group"] = group
    if len(streams) == 1:
        form = pdf.make_stream(b"")
        form.write(
            streams[0].read_raw_bytes(),
            filter=cast("Any", streams[0].get("/Filter")),
            decode_parms=cast("Any", streams[0].get("/DecodeParms")),
            type_check=False,
        )
    else:
        form = pdf.make_stream(b"\n".join(stream.read_bytes() for stream in streams))
    for key, value in about.items():
        form["/" + key] = value
    _tidy(pdf, resources, set(), _DEEP)
    return form


def _tidy(pdf: pikepdf.Pdf, resources: pikepdf.Object, seen: set[tuple[int, int]], deep: int) -> None:
    """Make what a page draws with stand on its own: no ties to the paper's structure, files or private data.

    Old files leave the resources of inner forms to the page (ISO 32000-1 7.8.3); here the page is gone, so they are
    given them.
    """
    for kind in ("/XObject", "/Pattern"):
        inner = resources.get(kind)
        if deep == 0 or not isinstance(inner, pikepdf.Dictionary):
            continue
        for one in inner.values():
            if not isinstance(one, pikepdf.Stream) or one.objgen in seen:
                continue
            seen.add(one.objgen)
            for key in _TIES:
                if key in one:
                    del one[key]
            if one.get("/Subtype") == Name.Form and "/Resources" not in one:
                one.Resources = resources if resources.is_indirect else pdf.make_indirect(resources)
            elif isinstance(one.get("/Resources"), pikepdf.Dictionary):
                _tidy(pdf, one.Resources, seen, deep - 1)


def _speaks(resources: pikepdf.Object) -> bool:
    """Whether a page can have text: it, or a form on it, knows a font."""
    fonts = resources.get("/Font")
    if isinstance(fonts, pikepdf.Dictionary) and len(fonts):
        return True
    inner = resources.get("/XObject")
    if not isinstance(inner, pikepdf.Dictionary):
        return False
    return any(
        isinstance(one, pikepdf.Stream)
        and isinstance(one.get("/Resources"), pikepdf.Dictionary)
        and "/Font" in one.Resources
        for one in inner.values()
    )


def _annotations(page: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for annotation in _dictionaries(page.get("/Annots")):
        if annotation.get("/Subtype") == Name.Link:
            yield annotation


class _Targets:
    """Finds where a paper's own links lead; what cannot be found is left out, so no link is ever broken."""

    def __init__(self, pdf: pikepdf.Pdf, numbers: dict[tuple[int, int], int]) -> None:
        self.numbers = numbers
        self.names: dict[bytes, Any] = {}
        old = pdf.Root.get("/Dests")
        if isinstance(old, pikepdf.Dictionary):
            self.names = {key[1:].encode(): value for key, value in old.items()}
        names = pdf.Root.get("/Names")
        if isinstance(names, pikepdf.Dictionary):
            self._gather(names.get("/Dests"), _DEEP)

    def _gather(self, node: Any, deep: int) -> None:
        if deep == 0 or not isinstance(node, pikepdf.Dictionary):
            return
        pairs = node.get("/Names")
        if isinstance(pairs, pikepdf.Array):
            for i in range(0, len(pairs) - 1, 2):
                self.names[bytes(pairs[i])] = pairs[i + 1]
        for kid in _dictionaries(node.get("/Kids")):
            self._gather(kid, deep - 1)

    def link(self, annotation: pikepdf.Object) -> ForeignLink | None:
        """Give a link if it is safe and leads somewhere."""
        box = _box(annotation.get("/Rect"))
        if box is None:
            return None
        place = annotation.get("/Dest")
        action = annotation.get("/A")
        if place is None and isinstance(action, pikepdf.Dictionary):
            if action.get("/S") == Name.URI and isinstance(action.get("/URI"), pikepdf.String):
                address = str(action.URI).strip()
                safe = address.lower().startswith(_SAFE) and address.isprintable()
                return ForeignLink(box, address=address) if safe else None
            if action.get("/S") == Name.GoTo:
                place = action.get("/D")
        return self._place(box, place)

    def _place(self, box: Rect, place: Any) -> ForeignLink | None:
        if isinstance(place, pikepdf.Name):
            place = self.names.get(str(place)[1:].encode())
        elif isinstance(place, pikepdf.String):
            place = self.names.get(bytes(place))
        if isinstance(place, pikepdf.Dictionary):
            place = place.get("/D")
        if not isinstance(place, pikepdf.Array) or not len(place) or not isinstance(place[0], pikepdf.Dictionary):
            return None
        page = self.numbers.get(place[0].objgen)
        if page is None:
            return None
        kind = place[1] if len(place) > 1 else None
        at = 3 if kind == Name.XYZ else 2 if kind in (Name.FitH, Name.FitBH) else 0
        top = place[at] if at and len(place) > at else None
        return ForeignLink(box, page, _number(top))
