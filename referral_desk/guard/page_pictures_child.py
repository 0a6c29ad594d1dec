"""The child's side of page pictures: hold one document open and draw its pages, each probed before it is drawn."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf

from referral_desk.guard import drawing
from referral_desk.guard.findings import Problem, Unusable
from referral_desk.guard.pdf_probe import Prober

if TYPE_CHECKING:
    from collections.abc import Callable

    import pypdfium2  # type: ignore[import-untyped]


class _Open:
    """The document that is open, for drawing and for probing."""

    def __init__(self, content: bytes) -> None:
        self.document: pypdfium2.PdfDocument = drawing.open_document(content)
        try:
            self.pdf = pikepdf.open(BytesIO(content))
        except pikepdf.PdfError:
            raise Unusable(Problem.DAMAGED) from None
        self.prober = Prober()


_open: list[_Open] = []


def serve(payload: tuple[str, Any], _tell: Callable[[int, int, str], None]) -> tuple[dict[str, Any], list[bytes]]:
    """Answer ("open", content) with the sizes of all pages, and ("draw", (page, width)) with a PNG or a problem."""
    what, given = payload
    try:
        if what == "open":
            _open[:] = [_Open(given)]
            document = _open[0].document
            return {"sizes": [document.get_page_size(page) for page in range(len(document))]}, []
        return {}, [_draw(_open[0], *given)]
    except Unusable as unusable:
        return {"problem": unusable.problem}, []
    except MemoryError:
        return {"problem": Problem.BOMB}, []


def _draw(opened: _Open, page: int, width: int) -> bytes:
    opened.prober.check_reach(opened.pdf.pages[page])
    picture = drawing.draw(opened.document, page, lambda across, _down: width / across)
    out = BytesIO()
    picture.save(out, "PNG", compress_level=1)  # it only crosses a pipe
    return out.getvalue()
