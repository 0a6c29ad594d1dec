"""Make a stranger's PDF safe: probe it, melt what is visible into the pages, keep what a pack needs, prove it."""

from __future__ import annotations

import contextlib
import math
from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from referral_desk.guard import drawing, pdf_probe, pdf_scan
from referral_desk.guard.findings import MOST_PAGES, Note, Problem, Removed, Unusable

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST_SIDE: Final = 14_400.0  # points: 200 inches (ISO 32000-1, annex C.2)
SMALLEST_SIDE: Final = 3.0
USUAL_PAGE: Final = (0.0, 0.0, 612.0, 792.0)  # what viewers show for a page without a size
_KEPT_OF_ROOT: Final = {
    "/Type", "/Version", "/Pages", "/Names", "/Dests", "/Outlines", "/PageLabels", "/OCProperties", "/Lang",
}  # fmt: skip
_KEPT_OF_PAGE: Final = {
    "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/Contents", "/Rotate", "/Group", "/Annots", "/UserUnit",
}  # fmt: skip
_KEPT_OF_TRAILER: Final = {"/Root", "/ID", "/Size", "/Encrypt"}
_KEPT_OF_LINK: Final = ("/Rect", "/Border", "/BS", "/C", "/H", "/QuadPoints", "/F", "/Contents", "/Dest")
_NEVER_DRAWN: Final = {"/Popup", "/Text", "/Link"}  # a note's sign without the note would only raise questions
_UNSEEN: Final = 0b100011  # flags invisible, hidden, no view (ISO 32000-1, table 165)
_WESTERN: Final = "cp1252"  # the letters that the usual fonts of form fields have


@dataclass(slots=True)
class Cleaned:
    """A safe PDF and what there is to say about it."""

    content: bytes
    sizes: Counter[tuple[float, float]]  # width and height in points as seen, and how many pages
    removed: Counter[Removed] = field(default_factory=Counter)
    notes: list[Note] = field(default_factory=list)
    hidden_layers: bool = False


def clean(content: bytes, password: str | None = None) -> Cleaned:
    """Give the safe form of a PDF. Raises Unusable with the reason; other errors are a damaged file or a bug."""
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=pdf_probe.MOST_PICTURE, run_length_max_memory=pdf_probe.MOST_STREAM
    )
    cleaned = Cleaned(b"", Counter())
    with contextlib.ExitStack() as open_files:
        pdf = open_files.enter_context(open_pdf(content, password))
        _look_over(pdf, cleaned)
        if _lacks_looks(pdf):
            out = BytesIO()
            pdf.save(out, encryption=False)
            pdf = open_files.enter_context(open_pdf(drawing.fill_in_looks(out.getvalue()), None))
        _melt(pdf, cleaned)
        for page in pdf.pages:
            cleaned.sizes[_tidy_page(page, cleaned.notes)] += 1
        _keep(pdf.trailer, _KEPT_OF_TRAILER)
        pdf.trailer.Size = 1  # qpdf puts the right number there, but forgets to where a mended file has none
        _keep(pdf.Root, _KEPT_OF_ROOT)
        if "/Names" in pdf.Root:
            _keep(pdf.Root.Names, {"/Dests"})
        pdf_scan.strip(pdf)
        if pdf.get_warnings():
            cleaned.notes.append(Note.REPAIRED)
        cleaned.hidden_layers = has_hidden_layers(pdf)
        out = BytesIO()
        pdf.save(out, encryption=False, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    cleaned.content = out.getvalue()
    cleaned.notes = list(dict.fromkeys(cleaned.notes))
    prove(cleaned.content, cleaned.sizes.total())
    return cleaned


def open_pdf(content: bytes, password: str | None) -> pikepdf.Pdf:
    """Open with the given password or none. Raises Unusable for a locked or unreadable file."""
    try:
        return pikepdf.open(BytesIO(content), password=password or "")
    except pikepdf.PasswordError:
        raise Unusable(Problem.WRONG_PASSWORD if password else Problem.PASSWORD) from None
    except (pikepdf.PdfError, ValueError, RuntimeError):
        raise Unusable(Problem.DAMAGED) from None


def prove(safe: bytes, pages: int) -> None:
    """Read the safe form again and assert that nothing active is left and no page is missing."""
    with pikepdf.open(BytesIO(safe)) as pdf:
        if pdf_scan.scan(pdf, everything=True):
            raise Unusable(Problem.ACTIVE)
        if len(pdf.pages) != pages:
            raise Unusable(Problem.DAMAGED)


def has_hidden_layers(pdf: pikepdf.Pdf) -> bool:
    """Whether some layer is switched off, so that its content must not be seen (ISO 32000-1, 8.11.4.3)."""
    layers = pdf.Root.get("/OCProperties")
    usual = layers.get("/D") if isinstance(layers, Dictionary) else None
    if not isinstance(usual, Dictionary):
        return False
    off = usual.get("/OFF")
    return usual.get("/BaseState") == Name.OFF or (isinstance(off, Array) and len(off) > 0)


def _look_over(pdf: pikepdf.Pdf, cleaned: Cleaned) -> None:
    """Refuse what cannot or must not be used, and count what will be removed."""
    pages = len(pdf.pages)
    if pages == 0:
        raise Unusable(Problem.EMPTY)
    if pages > MOST_PAGES:
        raise Unusable(Problem.TOO_MANY_PAGES, pages=pages)
    dynamic: object = pdf.Root.get("/NeedsRendering")
    if dynamic is True:  # the real pages exist only in Adobe's reader
        raise Unusable(Problem.XFA)
    if "/Collection" in pdf.Root:
        cleaned.notes.append(Note.PORTFOLIO)
    pdf_probe.probe(pdf)
    cleaned.removed.update({kind: times for kind, times in pdf_scan.scan(pdf).items() if kind})
    if "/Info" in pdf.trailer or cleaned.removed[Removed.METADATA]:
        cleaned.removed[Removed.METADATA] = 1
    if pdf.is_encrypted:
        cleaned.removed[Removed.PROTECTION] = 1
    if pdf.get_warnings():
        cleaned.notes.append(Note.REPAIRED)
    if any(not _is_western(field.get("/V")) for field, _ in pdf_scan.walk(pdf) if _is_field(field)):
        cleaned.notes.append(Note.FORM_LETTERS)


def _is_field(thing: Object) -> bool:
    return isinstance(thing, Dictionary) and pdf_scan.word(thing.get("/FT")) in {"/Tx", "/Ch"}


def _is_western(value: object) -> bool:
    if not isinstance(value, pikepdf.String):
        return True
    try:
        str(value).encode(_WESTERN)
    except UnicodeError:
        return False
    return True


def _marks(page: pikepdf.Page) -> list[Object]:
    given = page.obj.get("/Annots")
    return [mark for mark in given if isinstance(mark, Dictionary)] if isinstance(given, Array) else []


def _lacks_looks(pdf: pikepdf.Pdf) -> bool:
    """Whether a viewer would make up how a field or mark looks."""
    form = pdf.Root.get("/AcroForm")
    wanted: object = form.get("/NeedAppearances") if isinstance(form, Dictionary) else None
    if wanted is True:
        return True
    return any(
        "/AP" not in mark and pdf_scan.word(mark.get("/Subtype")) not in _NEVER_DRAWN and not _flags(mark) & _UNSEEN
        for page in pdf.pages
        for mark in _marks(page)
    )


def _flags(mark: Object) -> int:
    flags = mark.get("/F")
    return flags if isinstance(flags, int) else 0


def _melt(pdf: pikepdf.Pdf, cleaned: Cleaned) -> None:
    """Make the visible look of form fields, stamps and marks a part of the pages; keep harmless links as links."""
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and "/NeedAppearances" in form:
        del form["/NeedAppearances"]  # with it, qpdf would leave every field out
    links = []
    for page in pdf.pages:
        links.append([link for mark in _marks(page) if (link := _safe_link(mark))])
        page.obj.Annots = Array(
            [mark for mark in _marks(page) if pdf_scan.word(mark.get("/Subtype")) not in _NEVER_DRAWN]
        )
    pdf.flatten_annotations("screen")
    for page, kept in zip(pdf.pages, links, strict=True):
        for mark in _marks(page):  # what had no look of any kind
            if cleaned.removed[Removed.MARKUP] and pdf_scan.find_danger(mark) == (Removed.MARKUP,):
                cleaned.removed[Removed.MARKUP] -= 1
                cleaned.removed[Removed.COMMENT] += 1
        if kept:
            page.obj.Annots = pdf.make_indirect(Array([pdf.make_indirect(link) for link in kept]))
        elif "/Annots" in page.obj:
            del page.obj.Annots


def _safe_link(mark: Object) -> Object | None:
    """Give a fresh link to a place in the document, a web page or a mail; None for anything else."""
    if mark.get("/Subtype") != Name.Link or not isinstance(mark.get("/Rect"), Array):
        return None
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link)
    for key in _KEPT_OF_LINK:
        if key in mark:
            link[key] = mark[key]
    action = mark.get("/A")
    if isinstance(action, Dictionary):
        if action.get("/S") == Name.URI and pdf_scan.is_safe_address(action.get("/URI")):
            link.A = Dictionary(S=Name.URI, URI=action.URI)
        elif action.get("/S") == Name.GoTo and "/D" in action:
            link.Dest = action.D
    return link if "/A" in link or "/Dest" in link else None


def _tidy_page(page: pikepdf.Page, notes: list[Note]) -> tuple[float, float]:
    """Keep what a page needs, give it sane boxes and turn, and tell its size in points as it is seen."""
    obj = page.obj
    _keep(obj, _KEPT_OF_PAGE)
    media = _box(obj.get("/MediaBox"))
    crop = _box(obj.get("/CropBox"))
    if media is None:
        media = crop or USUAL_PAGE
        notes.append(Note.PAGE_SIZE)
    if crop:
        crop = (max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3]))
    seen = crop if crop and min(crop[2] - crop[0], crop[3] - crop[1]) >= SMALLEST_SIDE else media
    obj.MediaBox = Array([*media])
    if seen is not media:
        obj.CropBox = Array([*seen])
    elif "/CropBox" in obj:
        del obj["/CropBox"]
    unit = _number(obj.get("/UserUnit"))
    if unit is None or not 0 < unit * max(seen[2] - seen[0], seen[3] - seen[1]) <= LARGEST_SIDE:
        unit = 1.0
        if "/UserUnit" in obj:
            del obj["/UserUnit"]
    width, height = (seen[2] - seen[0]) * unit, (seen[3] - seen[1]) * unit
    if max(width, height) > LARGEST_SIDE:
        raise Unusable(Problem.PAGE_SIZE)
    turn = _number(obj.get("/Rotate")) or 0.0
    turn = turn % 360 if turn % 90 == 0 else 0.0
    obj.Rotate = int(turn)
    return (round(height, 1), round(width, 1)) if turn % 180 else (round(width, 1), round(height, 1))


def _box(given: object) -> tuple[float, float, float, float] | None:
    """Read a rectangle whichever corners it names; None if it is none or too small."""
    if not isinstance(given, Array) or len(given) != 4:  # noqa: PLR2004 - two corners
        return None
    numbers = [number for value in given if (number := _number(value)) is not None]
    if len(numbers) != 4:  # noqa: PLR2004 - same
        return None
    left, right = sorted((numbers[0], numbers[2]))
    bottom, top = sorted((numbers[1], numbers[3]))
    return (left, bottom, right, top) if min(right - left, top - bottom) >= SMALLEST_SIDE else None


def _number(value: object) -> float | None:
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _keep(holder: Object, keys: Iterable[str]) -> None:
    for key in list(holder.keys()):
        if key not in keys:
            del holder[key]
