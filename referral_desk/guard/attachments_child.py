"""The child's side of attachments: read a stranger's file, make it safe, and answer in plain facts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from referral_desk.guard import kinds
from referral_desk.guard.findings import Note, PaperKind, Problem, Removed, Unusable

if TYPE_CHECKING:
    from collections.abc import Callable

    Tell = Callable[[int, int, str], None]
    Found = tuple[dict[str, Any], list[bytes]]


def inspect(payload: tuple[bytes, str, str | None], _tell: Tell) -> Found:
    """Say what a file is and make it safe: ``payload`` is its content, its name and a password or None."""
    content, name, password = payload
    kind = kinds.sniff(content, name)
    facts: dict[str, Any] = {"media_type": kind.media_type}
    try:
        match kind.paper:
            case PaperKind.PDF:
                found = _inspect_pdf(content, password)
            case PaperKind.IMAGE:
                found = _inspect_image(content, "JPEG" if kind is kinds.JPEG else "PNG")
            case PaperKind.TEXT:
                found = _inspect_text(content, name)
            case PaperKind.OTHER:
                raise Unusable(Problem.NOT_SUPPORTED)
    except MemoryError:
        # What a PDF needs is bounded before; a picture is simply large.
        return facts | {"problem": Problem.TOO_LARGE if kind.paper is PaperKind.IMAGE else Problem.BOMB}, []
    except Unusable as unusable:
        if kind is kinds.TEXT and unusable.problem in (Problem.NOT_SUPPORTED, Problem.DAMAGED):
            facts["media_type"] = kinds.UNKNOWN.media_type
        return facts | {"problem": unusable.problem, **unusable.figures}, []
    if not kinds.fits(kind, name):
        found[0].setdefault("notes", []).append(Note.NAME_DIFFERS)
    return facts | found[0], found[1]


def copy_safely(payload: tuple[bytes, str | None], tell: Tell) -> Found:
    """Draw the pages of a PDF that could not be used otherwise: ``payload`` is its content and a password or None."""
    from referral_desk.guard import safe_copy  # noqa: PLC0415 - heavy

    try:
        safe, sizes = safe_copy.copy_pages(*payload, tell)
    except Unusable as unusable:
        return {"problem": unusable.problem, **unusable.figures}, []
    return {"sizes": _listed(sizes), "notes": [Note.SAFE_COPY]}, [safe]


def find_losses(payload: tuple[bytes, str | None, bytes], tell: Tell) -> Found:
    """Compare a mended PDF with its original as another reader draws them, and copy by drawing where ink was lost.

    ``payload`` is the original, a password or None, and the mended form.
    """
    from referral_desk.guard import drawing  # noqa: PLC0415 - heavy

    content, password, safe = payload
    try:
        lost = drawing.loses_ink(drawing.open_document(content, password), drawing.open_document(safe))
    except Unusable:
        return {"lost": False}, []  # the other reader cannot even open it
    if not lost:
        return {"lost": False}, []
    facts, parts = copy_safely((content, password), tell)
    return facts | {"lost": True}, parts


def hide_layers(safe: bytes, tell: Tell) -> Found:
    """Draw those pages of a cleaned PDF that have layers, without what is switched off."""
    from referral_desk.guard import safe_copy  # noqa: PLC0415 - heavy

    return {"notes": [Note.LAYERS]}, [safe_copy.copy_layered_pages(safe, tell)]


def _inspect_pdf(content: bytes, password: str | None) -> Found:
    import pikepdf  # noqa: PLC0415 - heavy

    from referral_desk.guard import pdf_clean  # noqa: PLC0415 - heavy

    try:
        cleaned = pdf_clean.clean(content, password)
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        # Whatever a broken file makes qpdf or our reading of it say: the copy by drawing comes next.
        raise Unusable(Problem.DAMAGED) from None
    facts = {
        "sizes": _listed(cleaned.sizes),
        "removed": _counted(cleaned.removed),
        "notes": cleaned.notes,
        "hidden_layers": cleaned.hidden_layers,
    }
    return facts, [cleaned.content]


def _inspect_image(content: bytes, form: str) -> Found:
    from referral_desk.guard import image_clean  # noqa: PLC0415 - heavy

    safe, pixels, removed, notes = image_clean.clean(content, form)
    return {"pixels": pixels, "removed": _counted(removed), "notes": notes}, [safe]


def _inspect_text(content: bytes, name: str) -> Found:
    from referral_desk.guard import text_clean  # noqa: PLC0415 - not for other kinds

    promise = next((kind for kind in kinds.KINDS.values() if kind is not kinds.TEXT and kinds.fits(kind, name)), None)
    try:
        text, removed, notes = text_clean.clean(content)
    except Unusable as unusable:
        usable = promise is not None and promise.paper is not PaperKind.OTHER
        if unusable.problem is Problem.NOT_SUPPORTED and usable:
            raise Unusable(Problem.DAMAGED) from None
        raise
    if promise is not None:
        raise Unusable(Problem.MISMATCH)
    return {"removed": _counted(removed), "notes": notes}, [text.encode()]


def _listed(sizes: Counter[tuple[float, float]]) -> list[tuple[float, float, int]]:
    return [(width, height, number) for (width, height), number in sizes.most_common()]


def _counted(removed: Counter[Removed]) -> dict[str, int]:
    return {kind.value: number for kind, number in removed.items() if number > 0}
